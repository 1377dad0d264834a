package desk

import (
	"slices"
	"strconv"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// roll is what this desk knows of a class that comes to collect: who is not
// there today. It outlives the screens, and ends with the day.
type roll struct {
	class  model.Class
	day    model.Date
	absent map[model.StudentID]bool
	called model.StudentID // the last one; 0: nobody yet
}

// rollOf is the roll of a class for today.
func (a *App) rollOf(class model.Class) *roll {
	if r := a.rolls[class]; r != nil && r.day == a.today() {
		return r
	}
	r := &roll{class: class, day: a.today(), absent: map[model.StudentID]bool{}}
	if a.rolls == nil {
		a.rolls = map[model.Class]*roll{}
	}
	a.rolls[class] = r
	return r
}

// rollScreen is a class that came as a whole: the queue in the order of the
// class register. Who has their code, is absent or can't be given one is passed
// over; the cursor stands on who is next.
type rollScreen struct {
	app  *App
	t    *text.Roll
	roll *roll
	rows []*Entry
	seen int // version of the school that rows stand for
	list *kit.List
	cols kit.Columns
}

// newRoll opens the queue of a class and remembers that this window is at it,
// so that a hand-over comes back to it.
func newRoll(a *App, class model.Class) kit.Screen {
	s := &rollScreen{app: a, t: text.RollIn(a.Lang), roll: a.rollOf(class), seen: -1}
	a.calling = s.roll
	s.cols = kit.Columns{{Width: 3, Right: true}, {Title: s.t.Student, Width: rollNameWidth, Grow: 1}, {Title: s.t.State, Width: 36, Grow: 1}}
	s.list = kit.NewList(s, kitWords(a.Lang))
	s.list.Header, s.list.Empty = s.cols.Header, s.t.EmptyClass
	s.refresh()
	s.toNext(slices.IndexFunc(s.rows, func(e *Entry) bool { return e.ID == s.roll.called }) + 1)
	return s
}

// rollNameWidth is the least width of the names in cells.
const rollNameWidth = 24

func (s *rollScreen) Title() string       { return s.t.Title + " " + s.roll.class.String() }
func (s *rollScreen) Deaf() time.Duration { return typedAhead }
func (s *rollScreen) Len() int            { return len(s.rows) }

func (s *rollScreen) refresh() {
	s.rows, s.seen = s.app.School.Class(s.roll.class), s.app.School.Version()
}

// catchUp reads the class anew if the school changed; the cursor stays on the
// student it was on.
func (s *rollScreen) catchUp() {
	if s.seen == s.app.School.Version() {
		return
	}
	under := s.selected()
	s.refresh()
	for i, e := range s.rows {
		if under != nil && e.ID == under.ID {
			s.list.SetCursor(i)
		}
	}
}

func (s *rollScreen) selected() *Entry {
	if i := s.list.Cursor(); i >= 0 && i < len(s.rows) {
		return s.rows[i]
	}
	return nil
}

// Where a student of the queue stands.
type rollState int

const (
	rollWaits rollState = iota
	rollHasIt
	rollAbsent
	rollBlocked
)

func (r *roll) state(e *Entry) rollState {
	switch {
	case e.Verdict.Stage == model.StageHandedOver && e.Verdict.Next != model.StepSettle:
		return rollHasIt
	case r.absent[e.ID]:
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
		if s.roll.state(s.rows[at]) == rollWaits {
			s.list.SetCursor(at)
			return true
		}
	}
	return false
}

func (s *rollScreen) Row(i, w int) string {
	e := s.rows[i]
	cell := kit.Cell{Text: "+ " + s.app.words().Stage[model.StageReady], Tone: kit.GoodTone}
	switch s.roll.state(e) {
	case rollHasIt:
		cell = kit.Cell{Text: "= " + s.t.HandedOverSign, Tone: kit.Dim}
	case rollAbsent:
		cell = kit.Cell{Text: "- " + s.t.AbsentSign, Tone: kit.Dim}
	case rollBlocked:
		cell = kit.Cell{Text: "! " + s.app.why(e), Tone: kit.WarnTone}
	}
	return s.cols.Row(w, kit.Cell{Text: strconv.Itoa(i + 1), Tone: kit.Dim}, kit.Cell{Text: s.app.rowName(e, rollNameWidth)}, cell)
}

// why is the first thing that stands in a student's way.
func (a *App) why(e *Entry) string {
	if len(e.Verdict.Blockers) == 0 {
		return a.words().Stage[e.Verdict.Stage]
	}
	return a.words().Blocker[e.Verdict.Blockers[0].ID]
}

func (s *rollScreen) Actions() []kit.Action {
	nobody, hasIt, absent := "", "", s.t.Absent
	switch e := s.selected(); {
	case e == nil:
		nobody, hasIt = s.t.NobodyHere, s.t.NobodyHere
	case s.roll.state(e) == rollHasIt:
		hasIt = s.t.HasIt
	case s.roll.absent[e.ID]:
		absent = s.t.WasHere
	}
	return []kit.Action{
		{ID: "go-on", Keys: []string{"enter"}, Name: s.t.Next, Hint: s.t.NextHint, Off: nobody, Footer: 1, Do: s.next},
		{ID: "absent", Keys: []string{"n"}, Name: absent, Hint: s.t.AbsentHint, Off: hasIt, Footer: 2, Do: s.toggleAbsent},
		{ID: "open", Keys: []string{"f2", "o"}, Name: s.t.Open, Hint: s.t.OpenHint, Off: nobody, Footer: 4,
			Do: func() kit.Turn { return kit.Push(newPage(s.app, s.selected().ID)) }},
		{ID: "sum", Keys: []string{"p"}, Name: s.t.Sum, Hint: s.t.SumHint, Footer: 3,
			Do: func() kit.Turn { return kit.Push(newRollSum(s.app, s.roll)) }},
		{ID: "back", Keys: []string{"esc"}, Name: s.t.Leave, Hint: s.t.LeaveHint, Footer: 5, Do: func() kit.Turn { return kit.Pop(nil) }},
	}
}

// next goes to the code of the one under the cursor, or where nobody waits any
// more to the summary. Of a student who has their code nothing is shown: the
// Enter was one too many.
func (s *rollScreen) next() kit.Turn {
	s.catchUp()
	e := s.selected()
	if s.roll.state(e) == rollHasIt {
		if s.toNext(s.list.Cursor()) {
			return kit.Stay()
		}
		return kit.Push(newRollSum(s.app, s.roll)).Say(kit.Good(s.t.NobodyLeft))
	}
	if e.twin {
		return s.app.askWhich(e)
	}
	return s.call(e)
}

// call goes on with a student, who is there after all.
func (s *rollScreen) call(e *Entry) kit.Turn {
	delete(s.roll.absent, e.ID)
	s.roll.called = e.ID
	return s.app.goOn(e)
}

func (s *rollScreen) toggleAbsent() kit.Turn {
	e := s.selected()
	if s.roll.absent[e.ID] {
		delete(s.roll.absent, e.ID)
		return kit.Stay()
	}
	s.roll.absent[e.ID] = true
	if !s.toNext(s.list.Cursor()) {
		return kit.Stay().Say(kit.Good(s.t.NobodyLeft))
	}
	return kit.Stay()
}

func (s *rollScreen) Update(msg tea.Msg) kit.Turn {
	s.catchUp()
	switch msg := msg.(type) {
	case kit.Returned:
		return s.returned(msg.Value)
	case tea.KeyMsg:
		s.list.Update(msg)
	}
	return kit.Stay()
}

func (s *rollScreen) returned(value any) kit.Turn {
	switch v := value.(type) {
	case kit.Notice:
		return kit.Stay().Say(v)
	case settled:
		s.toNext(s.list.Cursor())
		return kit.Stay().Say(v.notice)
	case searchFor: // typed on a student's page: the search is in the list
		return kit.Pop(v)
	case pickedStudent:
		if e := s.app.School.Get(model.StudentID(v)); e != nil {
			return s.call(e)
		}
	}
	return kit.Stay()
}

// TakeBurst keeps a scanner from marking students with the letters of a code.
func (s *rollScreen) TakeBurst(string) (kit.Turn, bool) {
	return kit.Stay().Say(kit.Warn(s.t.NoCodesHere)), true
}

func (s *rollScreen) View(w, h int) string {
	s.catchUp()
	count := map[rollState]int{}
	for _, e := range s.rows {
		count[s.roll.state(e)]++
	}
	head := text.Count(s.t.SumAbsent, count[rollAbsent]) + " · " + text.Count(s.t.SumBlocked, count[rollBlocked])
	return kit.Strong.Paint(kit.Cut(s.t.Done(count[rollHasIt], len(s.rows), count[rollWaits]), w)) + "\n" +
		kit.Dim.Paint(kit.Cut(head, w)) + "\n\n" + s.list.View(w, h-3)
}

// rollSumScreen says how it went: who was not there, who could not be given a
// code and why, who still waits.
type rollSumScreen struct {
	app   *App
	t     *text.Roll
	roll  *roll
	paper scroller
}

func newRollSum(a *App, r *roll) kit.Screen {
	return &rollSumScreen{app: a, t: text.RollIn(a.Lang), roll: r}
}

func (s *rollSumScreen) Title() string { return s.t.Sum + " " + s.roll.class.String() }

func (s *rollSumScreen) Actions() []kit.Action {
	return []kit.Action{{ID: "back", Keys: []string{"esc", "enter"}, Name: text.KitIn(s.app.Lang).Back, Hint: s.t.BackHint, Footer: 1,
		Do: func() kit.Turn { return kit.Pop(nil) }}}
}

func (s *rollSumScreen) Update(msg tea.Msg) kit.Turn {
	if k, ok := msg.(tea.KeyMsg); ok {
		s.paper.key(k)
	}
	return kit.Stay()
}

func (s *rollSumScreen) View(w, h int) string {
	of := map[rollState][]*Entry{}
	class := s.app.School.Class(s.roll.class)
	for _, e := range class {
		state := s.roll.state(e)
		of[state] = append(of[state], e)
	}
	lines := []string{kit.Strong.Paint(kit.Cut(s.t.Done(len(of[rollHasIt]), len(class), len(of[rollWaits])), w))}
	for _, part := range []struct {
		name  string
		state rollState
	}{{s.t.SumAbsent, rollAbsent}, {s.t.SumBlocked, rollBlocked}, {s.t.SumLeft, rollWaits}} {
		lines = append(lines, "", kit.Strong.Paint(text.Count(part.name, len(of[part.state]))))
		for _, e := range of[part.state] {
			name := "  " + kit.Safe(s.app.rowName(e, w-2))
			if part.state == rollBlocked {
				name += ": " + s.app.why(e)
			}
			lines = append(lines, kit.Cut(name, w))
			if part.state == rollBlocked && len(e.Verdict.Blockers) > 0 {
				for _, l := range kit.Wrap(s.app.words().Remedy[e.Verdict.Blockers[0].ID], max(1, w-6)) {
					lines = append(lines, "      "+kit.Dim.Paint(l))
				}
			}
		}
		if len(of[part.state]) == 0 {
			lines = append(lines, "  "+s.t.Nobody)
		}
	}
	return s.paper.view(lines, h)
}
