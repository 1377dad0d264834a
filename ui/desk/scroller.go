package desk

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// scroller shows lines that may be more than the screen has. A screen that says
// in its own way where it is sets step and calls cut; view says it with arrows.
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

// cut returns the lines that are shown in so much room.
func (s *scroller) cut(lines []string, room int) []string {
	s.over = max(0, len(lines)-room)
	s.top = max(0, min(s.top, s.over))
	return lines[s.top:min(len(lines), s.top+room)]
}

// view cuts h lines out. The last line says that there are more, and where.
func (s *scroller) view(lines []string, h int) string {
	s.step = max(1, h-3)
	room := len(lines)
	if len(lines) > h {
		room = max(1, h-1)
	}
	shown := s.cut(lines, room)
	if s.over == 0 {
		return strings.Join(lines, "\n")
	}
	sign := "↓"
	switch {
	case s.top == s.over:
		sign = "↑"
	case s.top > 0:
		sign = "↑ ↓"
	}
	return strings.Join(shown, "\n") + "\n" + sign
}
