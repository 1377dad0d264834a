package desk

import (
	"slices"
	"strconv"
	"strings"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// DayInWords is the summary of a day as lines of at most w cells, coloured, for
// the command line. Each colour has a sign of its own besides.
func DayInWords(l text.Lang, d model.Day, w int) []string {
	v := newDayView(l)
	lines := append(v.head(d, w), "", v.columns(w).Header(w))
	for _, r := range v.rows(d) {
		lines = append(lines, r.draw(w))
		if r.show != nil && r.show.blocker != "" {
			for _, part := range kit.Wrap(v.words.Remedy[r.show.blocker], max(1, w-blockedHead)) {
				lines = append(lines, strings.Repeat(" ", blockedHead)+kit.Dim.Paint(part))
			}
		}
	}
	return lines
}

// dayView draws a day in a language.
type dayView struct {
	t     *text.Day
	words *text.Words
}

func newDayView(l text.Lang) dayView { return dayView{text.DayIn(l), text.In(l)} }

// dayRow is one line of the summary.
type dayRow struct {
	draw   func(w int) string
	header func(w int) string // of the table it is in; nil: of none
	show   *filter            // the students it counts; nil: it counts none
}

func textRow(s string, tone kit.Tone) dayRow {
	return dayRow{draw: func(w int) string { return tone.Paint(kit.Cut(s, w)) }}
}

// titleRow begins another part.
func titleRow(s string) []dayRow { return []dayRow{textRow("", kit.Plain), textRow(s, kit.Strong)} }

// head is what is said first, whatever follows.
func (v dayView) head(d model.Day, w int) []string {
	lines := []string{kit.Strong.Paint(kit.Cut(v.t.Today(d), w))}
	if d.Timed+d.Paused > 0 {
		lines = append(lines, kit.Wrap(v.t.Times(d), w)...)
	}
	if len(d.Blocked) > 0 {
		most := d.Blocked[0]
		lines = append(lines, kit.Cut(v.t.MostBlocks(v.words.Blocker[most.ID], most.Students), w))
	}
	return append(lines, kit.Dim.Paint(kit.Cut(v.t.Legend, w)))
}

func (v dayView) rows(d model.Day) []dayRow {
	rows := v.classes(d)
	rows = append(rows, titleRow(v.t.Blockers)...)
	rows = append(rows, v.blockers(d)...)
	rows = append(rows, titleRow(v.t.Quarters)...)
	return append(rows, v.hours(d)...)
}

const (
	dayClassWidth = 7
	dayCountWidth = 5
	leastBar      = 10 // a shorter one says nothing
	mostBar       = 60 // a longer one says no more
)

// barRoom is the length of a bar in a row of w cells; 0: none has room.
func barRoom(w int) int {
	bar := w - dayClassWidth - (dayCountWidth+2)*(1+len(text.DayStages())) - 2
	if bar < leastBar {
		return 0
	}
	return min(bar, mostBar)
}

// columns are class, number, bar and a number a stage.
func (v dayView) columns(w int) kit.Columns {
	c := kit.Columns{{Title: v.t.Class, Width: dayClassWidth}, {Title: v.t.Students, Width: dayCountWidth, Right: true}}
	if bar := barRoom(w); bar > 0 {
		c = append(c, kit.Column{Width: bar})
	}
	for _, s := range text.DayStages() {
		c = append(c, kit.Column{Title: v.t.Short[s], Width: dayCountWidth, Right: true})
	}
	return c
}

// classes are the whole school and then its classes.
func (v dayView) classes(d model.Day) []dayRow {
	rows := []dayRow{v.class(v.t.All, d.Here(), d.Stages, filter{})}
	for _, c := range d.Classes {
		if c.Class.IsZero() {
			r := v.class(v.t.NoClass, c.Students, c.Stages, filter{})
			r.show = nil // the list has no filter for those
			rows = append(rows, r)
			continue
		}
		rows = append(rows, v.class(c.Class.String(), c.Students, c.Stages, filter{class: c.Class}))
	}
	return rows
}

func (v dayView) class(name string, n int, stages map[model.Stage]int, show filter) dayRow {
	draw := func(w int) string {
		cells := []kit.Cell{{Text: name, Tone: kit.Strong}, {Text: strconv.Itoa(n)}}
		if bar := barRoom(w); bar > 0 {
			cells = append(cells, kit.Cell{Text: stageBar(stages, n, bar)})
		}
		for _, s := range text.DayStages() {
			cell := kit.Cell{Text: strconv.Itoa(stages[s])}
			if stages[s] == 0 {
				cell = kit.Cell{Text: "·", Tone: kit.Dim}
			}
			cells = append(cells, cell)
		}
		return v.columns(w).Row(w, cells...)
	}
	return dayRow{draw: draw, header: func(w int) string { return v.columns(w).Header(w) }, show: &show}
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

// stageBar draws the stages of n students in w cells, which they fill. Where
// there is room for all, everybody who is there has a cell: one objection in a
// class of forty must not vanish by rounding. The others share what is left.
func stageBar(stages map[model.Stage]int, n, w int) string {
	if n == 0 {
		return ""
	}
	counts, cells, some := make([]int, len(dayBars)), make([]int, len(dayBars)), 0
	for i, part := range dayBars {
		for _, s := range part.stages {
			counts[i] += stages[s]
		}
		if counts[i] > 0 {
			some++
		}
	}
	for i, count := range counts {
		if cells[i] = count * w / n; cells[i] == 0 && count > 0 && some <= w {
			cells[i] = 1
		}
	}
	// Whoever is farthest from their share gains or gives a cell.
	owed := func(i int) int { return counts[i]*w - cells[i]*n }
	for drawn := sum(cells); drawn != w; {
		least, most := -1, 0
		for i := range counts {
			if owed(i) > owed(most) {
				most = i
			}
			if cells[i] > 1 && (least < 0 || owed(i) < owed(least)) {
				least = i
			}
		}
		if drawn < w {
			cells[most]++
			drawn++
		} else {
			cells[least]--
			drawn--
		}
	}
	var b strings.Builder
	for i, part := range dayBars {
		b.WriteString(strings.Repeat(part.sign, cells[i]))
	}
	return b.String()
}

func sum(numbers []int) (all int) {
	for _, n := range numbers {
		all += n
	}
	return all
}

// blockedHead is the room of the number before a blocker.
const blockedHead = 7

// blockers are the things in the way, most students first.
func (v dayView) blockers(d model.Day) (rows []dayRow) {
	if len(d.Blocked) == 0 {
		return []dayRow{textRow(v.t.NoBlockers, kit.Plain)}
	}
	columns := kit.Columns{{Width: blockedHead - 2, Right: true}, {Width: 48}, {Width: 10, Grow: 1}}
	most := d.Blocked[0].Students
	for _, b := range d.Blocked {
		rows = append(rows, dayRow{show: &filter{blocker: b.ID}, draw: func(w int) string {
			room := min(max(0, w-blockedHead-50), mostBar)
			return columns.Row(w, kit.Cell{Text: strconv.Itoa(b.Students), Tone: kit.Strong}, kit.Cell{Text: v.words.Blocker[b.ID]},
				kit.Cell{Text: strings.Repeat("█", barOf(b.Students, most, room))})
		}})
	}
	return rows
}

// hours are the hand-overs of the day: an hour a row, a quarter a column, so
// that a whole issuing day stands on one screen.
func (v dayView) hours(d model.Day) (rows []dayRow) {
	if len(d.Quarters) == 0 {
		return []dayRow{textRow(v.t.NoHandovers, kit.Plain)}
	}
	most := 0
	for _, q := range d.Quarters {
		most = max(most, q.HandedOver)
	}
	rows = []dayRow{{draw: func(w int) string { return hourColumns(w, v.t.Hour, v.t.Students).Header(w) }}}
	for from := 0; from < len(d.Quarters); {
		to := from + 1
		for to < len(d.Quarters) && d.Quarters[to].From.Minute() != 0 {
			to++
		}
		hour := d.Quarters[from:to]
		rows = append(rows, dayRow{draw: func(w int) string { return hourRow(hour, most, w) }})
		from = to
	}
	return rows
}

const (
	hourWidth    = 5
	quarterCount = 3
)

// hourColumns are the hour, each quarter's number and bar, and the hour's sum.
func hourColumns(w int, hour, all string) kit.Columns {
	c := kit.Columns{{Title: hour, Width: hourWidth}}
	for _, minute := range []string{":00", ":15", ":30", ":45"} {
		c = append(c, kit.Column{Title: minute, Width: quarterCount, Right: true}, kit.Column{Width: quarterBar(w)})
	}
	return append(c, kit.Column{Title: all, Width: dayCountWidth, Right: true})
}

func quarterBar(w int) int { return max(1, (w-hourWidth-dayCountWidth-2)/4-quarterCount-4) }

func hourRow(hour []model.Quarter, most, w int) string {
	cells := []kit.Cell{{Text: hour[0].From.Format("15")}}
	all := 0
	for minute := 0; minute < 60; minute += 15 {
		at := slices.IndexFunc(hour, func(q model.Quarter) bool { return q.From.Minute() == minute })
		if at < 0 {
			cells = append(cells, kit.Cell{}, kit.Cell{})
			continue
		}
		n, number := hour[at].HandedOver, "·"
		if n > 0 {
			number = strconv.Itoa(n)
		}
		all += n
		cells = append(cells, kit.Cell{Text: number}, kit.Cell{Text: strings.Repeat("█", barOf(n, most, quarterBar(w)))})
	}
	return hourColumns(w, "", "").Row(w, append(cells, kit.Cell{Text: strconv.Itoa(all), Tone: kit.Strong})...)
}

// barOf is the length of a bar of n in room cells: a cell each, or less where
// the longest has no room. Whoever is there has a cell.
func barOf(n, most, room int) int {
	if most <= room {
		return n
	}
	return (n*room + most - 1) / most
}
