package export

import (
	"fmt"
	"io"
	"strconv"

	"okienko/model"
)

// DayWords are the words of the printed day in a language.
type DayWords struct {
	Title, School, Address, Today, Times string
	Class, All, NoClass, Students        string
	Grades                               string        // said where the rows are years of classes
	Stages                               []model.Stage // the columns
	Short, Stage                         map[model.Stage]string
	Quarters, NoHandovers                string
	Blockers, NoBlockers                 string
	Blocker, Remedy                      map[model.BlockerID]string
	Day                                  string // on which it was printed
}

// WriteDay prints the summary of a day on one page of A4, for the headteacher.
// The more classes there are, the lower are the rows; where so many would not be
// readable the rows are the years, and the page says so. It names nobody.
func WriteDay(path string, d model.Day, w DayWords, replace bool) error {
	draft, err := draft(path, replace, func(out io.Writer) error { return writeDay(out, d, w) })
	if err != nil {
		return err
	}
	return draft.Keep()
}

func writeDay(out io.Writer, d model.Day, w DayWords) error {
	p, err := newPen(false, w.Title)
	if err != nil {
		return err
	}
	t := &table{pen: p, sheet: Sheet{Title: w.Title}, paper: &Paper{School: w.School, Address: w.Address, Day: w.Day}, width: 210, height: 297}
	t.AddPage()
	head := t.headed("")
	t.head(&head)
	t.y = head.bottom
	page := &dayPage{table: t, words: w, rowHigh: dayLine}
	page.text(w.Today, bold)
	page.text(w.Times, regular)
	page.gap()
	page.legend()
	d = page.fit(d)
	page.classes(d)
	page.gap()
	page.text(w.Quarters, bold)
	page.quarters(d)
	page.gap()
	page.text(w.Blockers, bold)
	page.blockers(d)
	if err := t.Output(out); err != nil {
		return fmt.Errorf("making a PDF: %w", err)
	}
	return nil
}

// dayPage draws from top to bottom.
type dayPage struct {
	*table
	words   DayWords
	rowHigh float64 // of the tables
	brief   bool    // nothing is said of what removes a blocker
}

// Measures of the page in millimetres.
const (
	dayLine      = 4.6
	leastLine    = 3.0
	dayBar       = 50.0
	quartersHigh = 18.0
	remedyAt     = 78.0
)

// fit makes the rows as low as they must be. Where that would be too low for the
// eye the page does without what removes a blocker, and then has years instead of
// classes.
func (p *dayPage) fit(d model.Day) model.Day {
	for _, p.brief = range []bool{false, true} {
		if p.rowHigh = p.rowFor(d); p.rowHigh >= leastLine {
			return d
		}
	}
	p.text(p.words.Grades, regular)
	d.Classes, p.brief = byGrade(d.Classes), false
	p.rowHigh = p.rowFor(d)
	return d
}

// rowFor is the height that is left for a row of the tables.
func (p *dayPage) rowFor(d model.Day) float64 {
	fixed := quartersHigh + 8 + 2*dayLine + 2*dayLine/2 // the quarters, two headings, two gaps
	lines := len(d.Classes) + 2
	for i, b := range d.Blocked {
		switch {
		case !p.brief:
			lines += len(p.remedy(b.ID))
		case i%2 == 0: // two stand beside each other
			lines++
		}
	}
	return min(dayLine, (p.bottom()-p.y-fixed)/float64(lines))
}

// byGrade puts the classes of a year together.
func byGrade(classes []model.ClassCount) (grades []model.ClassCount) {
	for _, c := range classes {
		of := model.Class{Grade: c.Class.Grade}
		if n := len(grades); n == 0 || grades[n-1].Class != of {
			grades = append(grades, model.ClassCount{Class: of, Stages: map[model.Stage]int{}})
		}
		g := &grades[len(grades)-1]
		g.Students += c.Students
		for s, n := range c.Stages {
			g.Stages[s] += n
		}
	}
	return grades
}

// remedy are the lines of what removes a blocker.
func (p *dayPage) remedy(id model.BlockerID) []string {
	p.letters(regular, bodyLetters)
	return p.lines(p.words.Remedy[id], p.width-2*margin-remedyAt)
}

// legend says what the greys and the short heads of the columns mean.
func (p *dayPage) legend() {
	p.letters(regular, bodyLetters)
	p.SetLineWidth(0.1)
	p.y += dayLine
	x := margin
	for _, s := range p.words.Stages {
		name := p.writable(p.words.Short[s] + " = " + p.words.Stage[s])
		if wide := 4 + p.GetStringWidth(name); x+wide > p.width-margin {
			x = margin
			p.y += dayLine
		}
		p.SetFillColor(greys[s], greys[s], greys[s])
		p.Rect(x, p.y-2.4, 3, 2.8, "FD")
		p.at(x+4, p.y, name)
		x += 4 + p.GetStringWidth(name) + 4
	}
	p.gap()
}

func (p *dayPage) gap() { p.y += dayLine / 2 }

// bottom is the last line's place.
func (p *dayPage) bottom() float64 { return p.height - margin }

func (p *dayPage) text(s, style string) {
	if s == "" {
		return
	}
	p.letters(style, bodyLetters+1)
	for _, l := range p.lines(s, p.width-2*margin) {
		p.y += dayLine
		p.at(margin, p.y, l)
	}
}

// right writes a text that ends at x.
func (p *dayPage) right(x, y float64, s string) {
	s = p.writable(s)
	p.at(x-p.GetStringWidth(s), y, s)
}

// greys of a bar's parts, the end of the path darkest.
var greys = map[model.Stage]int{model.StageHandedOver: 60, model.StageReady: 120, model.StageHeld: 165, model.StageRegistered: 180,
	model.StageComplete: 195, model.StageIncomplete: 225, model.StageStopped: 255}

func (p *dayPage) classes(d model.Day) {
	line := p.rowHigh
	column := (p.width - 2*margin - 18 - 14 - dayBar - 4) / float64(len(p.words.Stages))
	row := func(name, n string, stages map[model.Stage]int, cell func(model.Stage) string) {
		p.y += line
		p.at(margin, p.y, p.line(name, 18))
		p.right(margin+30, p.y, n)
		x := margin + 34.0
		total := 0
		for _, s := range p.words.Stages {
			total += stages[s]
		}
		for _, s := range p.words.Stages {
			if total > 0 {
				wide := dayBar * float64(stages[s]) / float64(total)
				p.SetFillColor(greys[s], greys[s], greys[s])
				p.Rect(x, p.y-line*0.65, wide, line*0.75, "FD")
				x += wide
			}
		}
		for i, s := range p.words.Stages {
			p.right(margin+34+dayBar+float64(i+1)*column, p.y, cell(s))
		}
	}
	p.SetLineWidth(0.1)
	p.letters(bold, bodyLetters)
	row(p.words.Class, p.words.Students, nil, func(s model.Stage) string { return p.words.Short[s] })
	p.letters(regular, min(bodyLetters, line*2.2))
	for _, c := range d.Classes {
		name := c.Class.String()
		if c.Class.IsZero() {
			name = p.words.NoClass
		}
		row(name, strconv.Itoa(c.Students), c.Stages, func(s model.Stage) string { return strconv.Itoa(c.Stages[s]) })
	}
	p.letters(bold, bodyLetters)
	row(p.words.All, strconv.Itoa(d.Here()), d.Stages, func(s model.Stage) string { return strconv.Itoa(d.Stages[s]) })
}

// quarters are drawn as columns standing side by side: a day has few enough.
func (p *dayPage) quarters(d model.Day) {
	most := 0
	for _, q := range d.Quarters {
		most = max(most, q.HandedOver)
	}
	if most == 0 {
		p.text(p.words.NoHandovers, regular)
		return
	}
	wide := min(12, (p.width-2*margin)/float64(len(d.Quarters)))
	p.y += quartersHigh + 4
	p.SetFillColor(120, 120, 120)
	p.letters(regular, min(6, wide*1.1))
	for i, q := range d.Quarters {
		x := margin + float64(i)*wide
		if h := quartersHigh * float64(q.HandedOver) / float64(most); h > 0 {
			p.Rect(x, p.y-h, wide*0.8, h, "F")
			p.at(x, p.y-h-0.8, strconv.Itoa(q.HandedOver))
		}
		if wide >= 7 || q.From.Minute() == 0 {
			p.at(x, p.y+3, q.From.Format("15:04"))
		}
	}
	p.y += 4
}

func (p *dayPage) blockers(d model.Day) {
	if len(d.Blocked) == 0 {
		p.text(p.words.NoBlockers, regular)
		return
	}
	for i, b := range d.Blocked {
		x := margin
		if p.brief && i%2 == 1 {
			x = p.width / 2
			p.y -= p.rowHigh
		}
		p.letters(bold, bodyLetters)
		p.right(x+8, p.y+p.rowHigh, strconv.Itoa(b.Students))
		p.at(x+10, p.y+p.rowHigh, p.line(p.words.Blocker[b.ID], remedyAt-13))
		if p.brief {
			p.y += p.rowHigh
			continue
		}
		for _, l := range p.remedy(b.ID) {
			p.y += p.rowHigh
			p.at(margin+remedyAt, p.y, l)
		}
	}
}
