package kit

import "strings"

// Column is one column of a table. Width is its least width in cells; Grow is
// its share of what is left over.
type Column struct {
	Title string
	Width int
	Grow  int
	Right bool
}

// Columns lay out the cells of a row. Two spaces stand between columns.
type Columns []Column

const columnGap = 2

// Cell is the text of a column. It is made safe before it is shown.
type Cell struct {
	Text string
	Tone Tone
}

// widths shares w cells among the columns.
func (c Columns) widths(w int) []int {
	widths := make([]int, len(c))
	left, shares := w-columnGap*(len(c)-1), 0
	for i, col := range c {
		widths[i] = col.Width
		left -= col.Width
		shares += col.Grow
	}
	for i, col := range c {
		if left <= 0 || shares == 0 {
			break
		}
		more := left * col.Grow / shares
		widths[i] += more
		left -= more
		shares -= col.Grow
	}
	return widths
}

// Row draws cells, cut and padded by display width, at most w cells wide and
// with nothing behind the last text.
func (c Columns) Row(w int, cells ...Cell) string {
	var b strings.Builder
	spaces, at := 0, 0
	for i, width := range c.widths(w) {
		if i > 0 {
			spaces += columnGap
			at += columnGap
		}
		width = min(width, w-at)
		if i >= len(cells) || width <= 0 {
			break
		}
		text := Cut(Safe(cells[i].Text), width)
		rest := width - Width(text)
		at += width
		if text == "" {
			spaces += rest
			continue
		}
		if c[i].Right {
			spaces, rest = spaces+rest, 0
		}
		b.WriteString(strings.Repeat(" ", spaces))
		b.WriteString(cells[i].Tone.Paint(text))
		spaces = rest
	}
	return b.String()
}

// Header draws the titles.
func (c Columns) Header(w int) string {
	cells := make([]Cell, len(c))
	for i, col := range c {
		cells[i] = Cell{Text: col.Title, Tone: Dim}
	}
	return c.Row(w, cells...)
}
