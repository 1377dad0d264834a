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
	Stages                               []model.Stage // the columns
	Short                                map[model.Stage]string
	Quarters, NoHandovers                string
	Blockers, NoBlockers                 string
	Blocker, Remedy                      map[model.BlockerID]string
	Day                                  string // on which it was printed
}

// WriteDay prints the summary of a day on one page of A4, for the headteacher.
// What does not fit on the page is not lost without a word: rows get lower, and
// the least important, blockers of few students, end with "…".
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
	page := &dayPage{table: t, words: w}
	t.y = head.bottom
	page.text(w.Today, bold)
	page.text(w.Times, regular)
	page.gap()
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
	words DayWords
}

const (
	dayLine   = 4.6 // millimetres
	leastLine = 3.0
	dayBar    = 50.0
)

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
func (p *dayPage) right(x float64, s string) {
	s = p.writable(s)
	p.at(x-p.GetStringWidth(s), p.y, s)
}

// greys of a bar's parts, the end of the path darkest.
var greys = map[model.Stage]int{model.StageHandedOver: 60, model.StageReady: 120, model.StageHeld: 165, model.StageRegistered: 180,
	model.StageComplete: 195, model.StageIncomplete: 225, model.StageStopped: 255}

func (p *dayPage) classes(d model.Day) {
	// A third of the page is for what follows the classes.
	line := min(dayLine, max(leastLine, (p.height*2/3-p.y)/float64(len(d.Classes)+2)))
	column := (p.width - 2*margin - 18 - 14 - dayBar - 4) / float64(len(p.words.Stages))
	row := func(name, n string, stages map[model.Stage]int, cell func(model.Stage) string) {
		p.y += line
		p.at(margin, p.y, p.line(name, 18))
		p.right(margin+30, n)
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
			p.right(margin+34+dayBar+float64(i+1)*column, cell(s))
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
	row(p.words.All, strconv.Itoa(d.Students-d.Stages[model.StageLeft]), d.Stages, func(s model.Stage) string { return strconv.Itoa(d.Stages[s]) })
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
	const high = 18.0
	wide := min(12, (p.width-2*margin)/float64(len(d.Quarters)))
	p.y += high + 4
	p.SetFillColor(120, 120, 120)
	p.letters(regular, min(6, wide*1.1))
	for i, q := range d.Quarters {
		x := margin + float64(i)*wide
		if h := high * float64(q.HandedOver) / float64(most); h > 0 {
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
		if p.y+2*dayLine > p.bottom() && i < len(d.Blocked)-1 {
			p.text("…", regular)
			return
		}
		p.y += dayLine
		p.letters(bold, bodyLetters)
		p.right(margin+8, strconv.Itoa(b.Students))
		p.at(margin+10, p.y, p.line(p.words.Blocker[b.ID], 65))
		p.letters(regular, bodyLetters)
		p.at(margin+78, p.y, p.line(p.words.Remedy[b.ID], p.width-2*margin-78))
	}
}
