package desk

import (
	"time"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

func (s *rollScreen) Actions() []kit.Action {
	nobody, noMark, absent := "", "", s.t.Absent
	switch e := s.selected(); {
	case e == nil:
		nobody, noMark = s.t.NobodyHere, s.t.NobodyHere
	case s.state(e) == rollHasIt:
		noMark = s.t.HasIt
	case s.state(e) == rollElsewhere:
		noMark = s.atDesk(e)
	case s.state(e) == rollAbsent:
		absent = s.t.WasHere
	}
	undo := ""
	if len(s.marks.made) == 0 {
		undo = s.t.NothingToUndo
	}
	return []kit.Action{
		{ID: "go-on", Keys: []string{"enter"}, Name: s.t.Next, Hint: s.t.NextHint, Off: nobody, Footer: 1, Do: s.next},
		{ID: "absent", Keys: []string{"n"}, Name: absent, Hint: s.t.AbsentHint, Off: noMark, Footer: 2, Do: s.toggleAbsent},
		{ID: "undo", Keys: []string{"u", "backspace"}, Name: s.t.Undo, Hint: s.t.UndoHint, Off: undo, Footer: 3, Do: s.undo},
		{ID: "sum", Keys: []string{"p"}, Name: s.t.Sum, Hint: s.t.SumHint, Footer: 4,
			Do: func() kit.Turn { return kit.Push(newRollSum(s)) }},
		{ID: "open", Keys: []string{"f2", "o"}, Name: s.t.Open, Hint: s.t.OpenHint, Off: nobody, Footer: 5,
			Do: func() kit.Turn { return kit.Push(newPage(s.app, s.selected().ID)) }},
		{ID: "back", Keys: []string{"esc"}, Name: s.t.Leave, Hint: s.t.LeaveHint, Footer: 6, Do: s.leave},
	}
}

// wentOn reports that the queue has only just gone on by itself, and that a key
// meant the one before.
func (s *rollScreen) wentOn() bool {
	s.catchUp()
	since := s.app.Now().Sub(s.moved)
	s.moved = time.Time{} // the next key means it
	return since >= 0 && since < justMoved
}

// next goes to the code of the one under the cursor, or where nobody waits any
// more to the summary. Of a student who has their code or stands at another desk
// nothing is shown: the Enter was one too many.
func (s *rollScreen) next() kit.Turn {
	if s.wentOn() {
		return kit.Stay().Say(kit.Warn(s.t.Now(s.selected().ListName())))
	}
	e := s.selected()
	if state := s.state(e); state == rollHasIt || state == rollElsewhere {
		if s.toNext(s.list.Cursor()) {
			return kit.Stay()
		}
		return kit.Push(newRollSum(s)).Say(kit.Good(s.t.NobodyLeft))
	}
	if e.twin {
		return s.app.askWhich(e)
	}
	return s.call(e)
}

// call goes on with a student.
func (s *rollScreen) call(e *Entry) kit.Turn {
	s.app.todays().called[s.class] = e.ID
	return s.app.goOn(e)
}

func (s *rollScreen) toggleAbsent() kit.Turn {
	if s.wentOn() {
		return kit.Stay().Say(kit.Warn(s.t.Now(s.selected().ListName())))
	}
	e := s.selected()
	if s.state(e) == rollAbsent {
		return s.mark(e.ID, false)
	}
	turn := s.mark(e.ID, true)
	if !s.toNext(s.list.Cursor()) {
		return turn.Say(kit.Good(s.t.NobodyLeft))
	}
	return turn
}

// undo takes the last mark back and puts the cursor on whom it was about.
func (s *rollScreen) undo() kit.Turn {
	id := s.marks.made[len(s.marks.made)-1]
	s.marks.made = s.marks.made[:len(s.marks.made)-1]
	moveTo(s.list, s.rows, s.app.School.Get(id))
	return s.mark(id, false)
}

// leave waits for the marks that are on their way.
func (s *rollScreen) leave() kit.Turn {
	if len(s.marks.wanted) > 0 {
		s.marks.leaving = true
		return kit.Stay()
	}
	return kit.Pop(nil)
}

// queueOptions are the classes there are, and how many of each wait.
func (s *listScreen) queueOptions() (options []pickOption) {
	t := text.RollIn(s.app.Lang)
	for _, o := range s.classOptions() {
		class, ok := o.value.(pickedClass)
		if !ok {
			continue
		}
		waiting := 0
		for _, e := range s.app.School.Class(model.Class(class)) {
			if e.Verdict.Stage == model.StageReady {
				waiting++
			}
		}
		options = append(options, pickOption{name: kit.Pad(o.name, classColumn) + t.Waiting(waiting), count: -1, value: o.value})
	}
	return options
}

// classColumn is the room of a class before what is said of it.
const classColumn = 12
