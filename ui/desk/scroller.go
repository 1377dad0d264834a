package desk

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// scroller shows lines that may be more than the screen has.
type scroller struct {
	top  int // first line shown
	over int // lines that don't fit
	step int // lines of a page
}

func (s *scroller) key(k tea.KeyMsg) {
	switch k.Type {
	case tea.KeyUp:
		s.top--
	case tea.KeyDown:
		s.top++
	case tea.KeyPgUp:
		s.top -= s.step
	case tea.KeyPgDown:
		s.top += s.step
	case tea.KeyHome:
		s.top = 0
	case tea.KeyEnd:
		s.top = s.over
	}
	s.top = max(0, min(s.top, s.over))
}

// view cuts h lines out. The last line says that there are more, and where.
func (s *scroller) view(lines []string, h int) string {
	s.over = max(0, len(lines)-max(1, h-1))
	if len(lines) <= h {
		s.over = 0
	}
	s.top, s.step = min(s.top, s.over), max(1, h-3)
	if s.over == 0 {
		return strings.Join(lines, "\n")
	}
	shown := lines[s.top:min(len(lines), s.top+h-1)]
	sign := "↓"
	switch {
	case s.top == s.over:
		sign = "↑"
	case s.top > 0:
		sign = "↑ ↓"
	}
	return strings.Join(shown, "\n") + "\n" + sign
}
