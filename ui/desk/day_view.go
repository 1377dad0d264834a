package desk

import (
	"strconv"
	"strings"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// DayInWords is the summary of a day as lines of at most w cells, coloured, for
// the window and the command line. Each colour has a sign of its own besides.
func DayInWords(l text.Lang, d model.Day, w int) []string {
	v := dayView{text.DayIn(l), text.In(l), w}
	lines := []string{kit.Strong.Paint(kit.Cut(v.t.Today(d.Date, d.HandedOver), w))}
	if d.Timed > 0 {
		lines = append(lines, kit.Wrap(v.t.Times(d.Timed, d.Average, d.Median), w)...)
	}
	lines = append(lines, "")
	lines = append(lines, v.classes(d)...)
	lines = append(lines, "", kit.Strong.Paint(v.t.Quarters))
	lines = append(lines, v.quarters(d)...)
	lines = append(lines, "", kit.Strong.Paint(v.t.Blockers))
	return append(lines, v.blockers(d)...)
}

// dayView draws for one language and width.
type dayView struct {
	t     *text.Day
	words *text.Words
	w     int
}

const (
	dayClassWidth = 7
	dayCountWidth = 5
	leastBar      = 10 // a shorter one says nothing
)

// columns are class, number, bar and a number a stage.
func (v dayView) columns() (c kit.Columns, bar int) {
	stages := text.DayStages()
	bar = v.w - dayClassWidth - (dayCountWidth+2)*(1+len(stages)) - 2
	c = kit.Columns{{Title: v.t.Class, Width: dayClassWidth}, {Title: v.t.Students, Width: dayCountWidth, Right: true}}
	if bar >= leastBar {
		c = append(c, kit.Column{Width: bar})
	}
	for _, s := range stages {
		c = append(c, kit.Column{Title: v.t.Short[s], Width: dayCountWidth, Right: true})
	}
	return c, bar
}

func (v dayView) classes(d model.Day) []string {
	columns, bar := v.columns()
	lines := []string{columns.Header(v.w)}
	row := func(name string, n int, stages map[model.Stage]int) string {
		cells := []kit.Cell{{Text: name, Tone: kit.Strong}, {Text: strconv.Itoa(n)}}
		if bar >= leastBar {
			cells = append(cells, kit.Cell{Text: stageBar(stages, n, bar)})
		}
		for _, s := range text.DayStages() {
			cell := kit.Cell{Text: strconv.Itoa(stages[s])}
			if stages[s] == 0 {
				cell = kit.Cell{Text: "·", Tone: kit.Dim}
			}
			cells = append(cells, cell)
		}
		return columns.Row(v.w, cells...)
	}
	for _, c := range d.Classes {
		name := c.Class.String()
		if c.Class.IsZero() {
			name = v.t.NoClass
		}
		lines = append(lines, row(name, c.Students, c.Stages))
	}
	if here := d.Students - d.Stages[model.StageLeft]; len(d.Classes) != 1 {
		lines = append(lines, row(v.t.All, here, d.Stages))
	}
	return append(lines, kit.Dim.Paint(kit.Cut(v.t.Legend, v.w)))
}

// dayBars are the parts of a bar, with a sign each.
var dayBars = []struct {
	sign   string
	stages []model.Stage
}{
	{"█", []model.Stage{model.StageHandedOver}},
	{"▓", []model.Stage{model.StageReady}},
	{"▒", []model.Stage{model.StageHeld, model.StageRegistered, model.StageComplete}},
	{"░", []model.Stage{model.StageIncomplete}},
	{"x", []model.Stage{model.StageStopped}},
}

// stageBar draws the stages of n students in w cells. Its parts are rounded so
// that they add up; nobody's part may vanish behind a longer one's rounding
// where there is a cell for everybody.
func stageBar(stages map[model.Stage]int, n, w int) string {
	if n == 0 {
		return ""
	}
	var b strings.Builder
	counted, drawn := 0, 0
	for _, part := range dayBars {
		for _, s := range part.stages {
			counted += stages[s]
		}
		end := (counted*w + n/2) / n
		b.WriteString(strings.Repeat(part.sign, end-drawn))
		drawn = end
	}
	return b.String()
}

const quarterHead = 12 // "08:15   34  "

func (v dayView) quarters(d model.Day) (lines []string) {
	most := 0
	for _, q := range d.Quarters {
		most = max(most, q.HandedOver)
	}
	if most == 0 {
		return []string{v.t.NoHandovers}
	}
	columns := kit.Columns{{Width: 5}, {Width: 3, Right: true}, {Width: max(1, v.w-quarterHead)}}
	for _, q := range d.Quarters {
		length := q.HandedOver
		if room := v.w - quarterHead; most > room {
			length = (q.HandedOver*room + most - 1) / most
		}
		lines = append(lines, columns.Row(v.w, kit.Cell{Text: q.From.Format("15:04")}, kit.Cell{Text: strconv.Itoa(q.HandedOver)},
			kit.Cell{Text: strings.Repeat("█", length)}))
	}
	return lines
}

// blockers are the things in the way, most students first, each with the one
// thing that removes it.
func (v dayView) blockers(d model.Day) (lines []string) {
	if len(d.Blocked) == 0 {
		return []string{v.t.NoBlockers}
	}
	columns := kit.Columns{{Width: 5, Right: true}, {Width: max(1, v.w-7)}}
	for _, b := range d.Blocked {
		lines = append(lines, columns.Row(v.w, kit.Cell{Text: strconv.Itoa(b.Students), Tone: kit.Strong}, kit.Cell{Text: v.words.Blocker[b.ID]}))
		for _, l := range kit.Wrap(v.words.Remedy[b.ID], max(1, v.w-7)) {
			lines = append(lines, "       "+kit.Dim.Paint(l))
		}
	}
	return lines
}
