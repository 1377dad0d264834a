package desk

import (
	"context"
	"slices"

	"okienko/model"
	"okienko/ui/kit"
)

// absences are the marks that the queue of a class makes, in the order of the
// keys, however fast they are pressed: one is on its way, the others wait.
type absences struct {
	wanted  []absence
	sending bool
	made    []model.StudentID // what undo takes back, the last at the end
	leaving bool              // Esc was pressed while something was on its way
}

// absence is a mark, or that it is taken back.
type absence struct {
	student model.StudentID
	absent  bool
}

// absent says whether a student is marked today, at whatever desk.
func (m *absences) absent(a *App, id model.StudentID) bool {
	for _, w := range slices.Backward(m.wanted) {
		if w.student == id {
			return w.absent
		}
	}
	return a.todays().absent[id]
}

// mark wants a mark to be recorded.
func (s *rollScreen) mark(id model.StudentID, absent bool) kit.Turn {
	s.marks.made = slices.DeleteFunc(s.marks.made, func(o model.StudentID) bool { return o == id })
	if absent {
		s.marks.made = append(s.marks.made, id)
	}
	s.marks.wanted = append(s.marks.wanted, absence{id, absent})
	return s.sendMark()
}

// sendMark sends the next mark, if none is on its way. The answer brings what
// the register says then, so that no row shows anything else in between.
func (s *rollScreen) sendMark() kit.Turn {
	if s.marks.sending || len(s.marks.wanted) == 0 {
		return kit.Stay()
	}
	s.marks.sending = true
	next, read := s.marks.wanted[0], s.app.readToday()
	return kit.Stay(s.app.do(func(ctx context.Context) (any, error) {
		err := s.app.DB.MarkAbsent(ctx, s.app.Actor, next.student, next.absent)
		return read(), err
	}))
}

// marked takes the answer to a mark.
func (s *rollScreen) marked(d done) kit.Turn {
	s.marks.sending, s.marks.wanted = false, s.marks.wanted[1:]
	n, ok := s.app.take(d)
	if read, is := d.value.(dayRead); is && ok {
		n, ok = s.app.takeToday(read)
	}
	turn := s.sendMark()
	switch {
	case !ok:
		s.marks.leaving = false
		return turn.Say(n)
	case s.marks.leaving && len(s.marks.wanted) == 0:
		return kit.Pop(nil)
	}
	return turn
}
