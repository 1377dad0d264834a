package kit

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// Steps is long work, one item a command, so that the window stays alive and
// Esc stops after the present item. What was done stays done.
type Steps struct {
	total, done int
	stopped     bool
	do          func(i int) any
}

// StepDone is the answer of one item. Value is what the work returned.
type StepDone struct {
	I     int
	Value any

	of *Steps
}

// NewSteps makes work of total items. do runs outside Update and must not touch
// the screen's state.
func NewSteps(total int, do func(i int) any) *Steps {
	return &Steps{total: total, do: do}
}

// Next is the command for the next item, nil if there is none or Stop was
// called. A screen returns it from Init and after each StepDone it took.
func (s *Steps) Next() tea.Cmd {
	if s.Over() {
		return nil
	}
	i, do := s.done, s.do
	return func() tea.Msg { return StepDone{I: i, Value: do(i), of: s} }
}

// Took counts an item. It returns false for an answer of other work.
func (s *Steps) Took(d StepDone) bool {
	if d.of != s || d.I != s.done {
		return false
	}
	s.done++
	return true
}

// Stop ends the work after the present item. Continue takes it up again.
func (s *Steps) Stop() { s.stopped = true }

// Grow changes how many items there are: some work shows its extent only while
// it is done. Items that are done stay done.
func (s *Steps) Grow(total int) { s.total = max(total, s.done) }

// Continue takes stopped work up where it ended and returns the next command.
func (s *Steps) Continue() tea.Cmd {
	s.stopped = false
	return s.Next()
}

// Over says that no further item will run.
func (s *Steps) Over() bool { return s.stopped || s.done >= s.total }

// Done and Total count items.
func (s *Steps) Done() int { return s.done }

// Total is how many items there are.
func (s *Steps) Total() int { return s.total }

// View draws "37/600" and a bar, w cells at most.
func (s *Steps) View(w int) string { return Progress(s.done, s.total, w) }

// Progress is "37/600" and a bar, in w cells.
func Progress(done, total, w int) string {
	count := fmt.Sprintf("%d/%d", done, total)
	room := min(40, w-len(count)-1)
	if room < 4 || total == 0 {
		return Cut(count, w)
	}
	full := room * done / total
	return count + " " + strings.Repeat(signs.full, full) + strings.Repeat(signs.rest, room-full)
}
