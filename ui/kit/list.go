package kit

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

// Rows is what a list shows. Row is called for visible rows only and returns
// one line of at most w cells; it may be coloured.
type Rows interface {
	Len() int
	Row(i, w int) string
}

// List is a cursor over rows. When the cursor leaves the page, the list scrolls
// by almost a page: a line-wise scroll would repaint every line at each key,
// which is slow over a thin wire.
type List struct {
	rows  Rows
	words *Words
	// Header draws the line above the rows; nil: none. It gets the width of a
	// row.
	Header func(w int) string
	// Empty is shown when there are no rows.
	Empty string

	cursor, top, page int
}

// NewList makes a list. words may be nil.
func NewList(rows Rows, words *Words) *List {
	return &List{rows: rows, words: words, page: 10}
}

// markWidth is the room of the sign before the selected row.
const markWidth = 2

// Cursor is the index of the selected row, -1 if there is none.
func (l *List) Cursor() int {
	l.clamp()
	return l.cursor
}

// SetCursor selects a row; out of range means the nearest.
func (l *List) SetCursor(i int) {
	l.cursor = i
	l.clamp()
}

func (l *List) clamp() {
	n := l.rows.Len()
	l.cursor = min(max(0, l.cursor), n-1)
	l.top = max(0, min(l.top, n-1))
}

// Update moves the cursor. It reports whether the key was one of the list's:
// up, down, page up and down, home, end.
func (l *List) Update(msg tea.Msg) bool {
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return false
	}
	switch k.Type {
	case tea.KeyUp:
		l.cursor--
	case tea.KeyDown:
		l.cursor++
	case tea.KeyPgUp:
		l.cursor -= l.step()
		l.top -= l.step()
	case tea.KeyPgDown:
		l.cursor += l.step()
		if l.top+l.page < l.rows.Len() {
			l.top += l.step()
		}
	case tea.KeyHome, tea.KeyCtrlHome:
		l.cursor, l.top = 0, 0
	case tea.KeyEnd, tea.KeyCtrlEnd:
		l.cursor = l.rows.Len() - 1
	default:
		return false
	}
	l.clamp()
	return true
}

// step is a page less the two rows that show where one was.
func (l *List) step() int { return max(1, l.page-2) }

// scroll brings the cursor into view, one row away from the edge it came over.
func (l *List) scroll() {
	l.clamp()
	n := l.rows.Len()
	switch {
	case l.cursor < l.top:
		l.top = l.cursor - min(l.step(), l.page-1)
	case l.cursor >= l.top+l.page:
		l.top = l.cursor - max(0, l.page-1-l.step())
	}
	l.top = max(0, min(l.top, n-l.page))
}

// View draws header, rows and, as the last line, which rows these are.
func (l *List) View(w, h int) string {
	var lines []string
	if l.Header != nil {
		lines = append(lines, strings.Repeat(" ", markWidth)+l.Header(w-markWidth))
	}
	l.page = max(1, h-len(lines)-1)
	l.scroll()
	n := l.rows.Len()
	if n == 0 {
		return strings.Join(append(lines, Wrap(l.Empty, w)...), "\n")
	}
	end := min(n, l.top+l.page)
	for i := l.top; i < end; i++ {
		lines = append(lines, l.line(i, w))
	}
	for i := end - l.top; i < l.page; i++ {
		lines = append(lines, "")
	}
	lines = append(lines, Dim.Paint(Cut(l.words.position(l.top+1, end, n), w)))
	return strings.Join(lines, "\n")
}

func (l *List) line(i, w int) string {
	row := Cut(l.rows.Row(i, w-markWidth), w-markWidth)
	if i != l.cursor {
		return strings.Repeat(" ", markWidth) + row
	}
	return selectedStyle.Render(Pad(signs.mark+" "+ansi.Strip(row), w))
}
