package desk

import (
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// rollScreen is a class that came as a whole: the queue in the order of the
// class register. Who has their code, is absent, stands at another desk or can't
// be given one is passed over; the cursor stands on who is next.
type rollScreen struct {
	app   *App
	t     *text.Roll
	class model.Class
	rows  []*Entry
	seen  int // version of the school that rows stand for
	list  *kit.List
	cols  kit.Columns
	marks absences

	// The queue goes on by itself when another desk takes who is on turn here:
	// onTurn is whom it put the cursor on, moved when it did so last, and moving
	// is not yet said.
	onTurn model.StudentID
	moved  time.Time
	moving string
}

// newRoll opens the queue of a class and remembers that this window is at it,
// so that a hand-over comes back to it.
func newRoll(a *App, class model.Class) kit.Screen {
	s := &rollScreen{app: a, t: text.RollIn(a.Lang), class: class, seen: -1}
	a.calling = class
	s.cols = kit.Columns{{Width: 3, Right: true}, {Title: s.t.Student, Width: rollNameWidth, Grow: 1}, {Title: s.t.State, Width: 36, Grow: 1}}
	s.list = kit.NewList(s, kitWords(a.Lang))
	s.list.Header, s.list.Empty = s.cols.Header, s.t.EmptyClass
	s.refresh()
	last := placeOf(s.rows, a.todays().called[class])
	if !s.toNext(last + 1) {
		s.list.SetCursor(last) // an Enter too many opens nobody's page
	}
	return s
}

// rollNameWidth is the least width of the names in cells.
const rollNameWidth = 30

// justMoved is how long after the queue went on by itself a key still means the
// one before: nobody reads faster.
const justMoved = time.Second

func (s *rollScreen) Title() string       { return s.t.Title + " " + s.class.String() }
func (s *rollScreen) Deaf() time.Duration { return typedAhead }
func (s *rollScreen) Len() int            { return len(s.rows) }
func (s *rollScreen) Init() tea.Cmd       { return s.app.readToday() }

func (s *rollScreen) refresh() {
	s.rows, s.seen = s.app.School.Class(s.class), s.app.School.Version()
}

// catchUp reads the class anew if the school changed. The cursor stays on the
// student it was on, unless the queue put it there and another desk took them.
func (s *rollScreen) catchUp() {
	if s.seen != s.app.School.Version() {
		under := s.selected()
		s.refresh()
		moveTo(s.list, s.rows, under)
	}
	e := s.selected()
	if e == nil || e.ID != s.onTurn || s.state(e) == rollWaits {
		return
	}
	if s.toNext(s.list.Cursor()) {
		_, words, _ := s.stateWords(e)
		s.moved, s.moving = s.app.Now(), s.t.MovedOn(e.ListName(), words, s.selected().ListName())
	} else {
		s.onTurn = 0
	}
}

func (s *rollScreen) selected() *Entry {
	return studentAt(s.list, s.rows)
}

// Where a student of the queue stands.
type rollState int

const (
	rollWaits rollState = iota
	rollHasIt
	rollAbsent
	rollElsewhere // at another desk now
	rollBlocked
)

func (s *rollScreen) state(e *Entry) rollState {
	switch {
	case e.Verdict.Stage == model.StageHandedOver && e.Verdict.Next != model.StepSettle:
		return rollHasIt
	case e.Verdict.Has(model.BlockOtherDesk):
		return rollElsewhere
	case s.marks.absent(s.app, e.ID):
		return rollAbsent
	case e.Verdict.Stage == model.StageReady:
		return rollWaits
	}
	return rollBlocked
}

// toNext puts the cursor on the first who waits, from a row on and then from
// the top; ok is false if nobody does.
func (s *rollScreen) toNext(from int) (ok bool) {
	for i := range s.rows {
		at := (from + i) % len(s.rows)
		if s.state(s.rows[at]) == rollWaits {
			s.list.SetCursor(at)
			s.onTurn = s.rows[at].ID
			return true
		}
	}
	return false
}

func (s *rollScreen) Row(i, w int) string {
	e := s.rows[i]
	sign, words, tone := s.stateWords(e)
	return s.cols.Row(w, kit.Cell{Text: registerNo(s.rows, i), Tone: kit.Dim}, kit.Cell{Text: s.app.rowName(e, rollNameWidth)},
		kit.Cell{Text: sign + " " + words, Tone: tone})
}

// farDesk begins the name of a desk that comes over SSH, an address that tells
// nobody where it stands.
const farDesk = "ssh "

// atDesk says where a student's code is on screen: at which desk or, where its
// name is an address, at whose.
func (s *rollScreen) atDesk(e *Entry) string {
	claim := e.Verdict.Code.Claim
	if strings.HasPrefix(claim.Desk, farDesk) && claim.Operator != "" {
		return s.t.AtPerson(claim.Operator)
	}
	return s.t.AtDesk(claim.Desk)
}

func (s *rollScreen) stateWords(e *Entry) (sign, words string, tone kit.Tone) {
	switch s.state(e) {
	case rollHasIt:
		return "=", s.t.HandedOverSign, kit.Dim
	case rollAbsent:
		return "-", s.t.AbsentSign, kit.Dim
	case rollElsewhere:
		return ">", s.atDesk(e), kit.Accent
	case rollBlocked:
		return "!", s.app.why(e), kit.WarnTone
	}
	return "+", s.app.words().Stage[model.StageReady], kit.GoodTone
}

// why is the first thing that stands in a student's way.
func (a *App) why(e *Entry) string {
	if len(e.Verdict.Blockers) == 0 {
		return a.words().Stage[e.Verdict.Stage]
	}
	return a.words().Blocker[e.Verdict.Blockers[0].ID]
}

func (s *rollScreen) Update(msg tea.Msg) kit.Turn {
	turn := s.take(msg)
	s.catchUp()
	if s.moving != "" {
		turn, s.moving = turn.Say(kit.Warn(s.moving)), ""
	}
	return turn
}

func (s *rollScreen) take(msg tea.Msg) kit.Turn {
	switch msg := msg.(type) {
	case dayRead:
		if n, ok := s.app.takeToday(msg); !ok {
			return kit.Stay().Say(n)
		}
	case done:
		return s.marked(msg)
	case kit.Broadcast:
		if _, another := msg.Value.(otherDeed); another {
			return kit.Latest("today", s.app.readToday())
		}
	case kit.Returned:
		return s.returned(msg.Value)
	case tea.KeyMsg:
		s.list.Update(msg)
	}
	return kit.Stay()
}

func (s *rollScreen) returned(value any) kit.Turn {
	turn := kit.Latest("today", s.app.readToday())
	switch v := value.(type) {
	case kit.Notice:
		return turn.Say(v)
	case settled:
		s.toNext(s.list.Cursor())
		return turn.Say(v.notice)
	case searchFor: // typed on a student's page: the search is in the list
		return kit.Pop(v)
	case pickedStudent:
		if e := s.app.School.Get(model.StudentID(v)); e != nil {
			return s.call(e)
		}
	}
	return turn
}

// TakeBurst keeps a scanner from marking students with the letters of a code.
func (s *rollScreen) TakeBurst(string) (kit.Turn, bool) {
	return kit.Stay().Say(kit.Warn(s.t.NoCodesHere)), true
}

func (s *rollScreen) View(w, h int) string {
	s.catchUp()
	count := map[rollState]int{}
	for _, e := range s.rows {
		count[s.state(e)]++
	}
	head := text.Count(s.t.SumAbsent, count[rollAbsent]) + " · " + text.Count(s.t.SumBlocked, count[rollBlocked])
	if n := count[rollElsewhere]; n > 0 {
		head += " · " + text.Count(s.t.SumElsewhere, n)
	}
	return kit.Strong.Paint(kit.Cut(s.t.Done(count[rollHasIt], len(s.rows), count[rollWaits]), w)) + "\n" +
		kit.Dim.Paint(kit.Cut(head, w)) + "\n\n" + s.list.View(w, h-3)
}
