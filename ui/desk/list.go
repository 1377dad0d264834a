package desk

import (
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// watchEvery is how often the list asks whether another desk did something.
// Another desk's work is to be on screen within a second.
const watchEvery = 500 * time.Millisecond

// listScreen is the first screen: all students, the search always on.
type listScreen struct {
	app    *App
	t      *text.List
	search *kit.Field
	filter filter
	stale  bool     // the search text was used; the next letter begins a new one
	idle   bool     // nothing typed and nobody chosen since the last hand-over
	found  []*Entry // in memory
	memory memory
	seen   int // version of the school that found stands for
	list   *kit.List
	cols   kit.Columns
}

func newList(a *App) *listScreen {
	s := &listScreen{app: a, t: text.ListIn(a.Lang), search: kit.NewField(60), idle: true, seen: -1}
	s.search.Placeholder = s.t.Placeholder
	s.cols = kit.Columns{
		{Title: s.t.Student, Width: 24, Grow: 3}, {Title: s.t.Class, Width: 5},
		{Title: s.t.Stage, Width: 18, Grow: 1}, {Title: s.t.Next, Width: 22, Grow: 2},
	}
	s.list = kit.NewList(s, kitWords(a.Lang))
	s.list.Header = func(w int) string { return s.titled().Header(w) }
	s.refresh()
	return s
}

func (s *listScreen) Title() string { return s.t.Title }

// Typing: letters always go to the search.
func (s *listScreen) Typing() bool { return true }

// tick asks for the next look at the database.
type tick struct{}

func (s *listScreen) Init() tea.Cmd {
	return tea.Batch(kit.After(watchEvery, tick{}), s.offerSettling())
}

func (s *listScreen) Len() int { return len(s.found) }

func (s *listScreen) Row(i, w int) string {
	e := s.found[i]
	sign, tone := stageSign(e.Verdict.Stage)
	words := s.app.words()
	return s.cols.Row(w,
		kit.Cell{Text: s.name(e, w)}, kit.Cell{Text: e.Class.String()},
		kit.Cell{Text: sign + " " + words.Stage[e.Verdict.Stage], Tone: tone},
		kit.Cell{Text: s.lastCell(e)})
}

// nameRoom is the width of the first column in a row of w cells.
func nameRoom(w int) int { return 24 + max(0, w-76)/2 }

// name tells a student from others: a day of birth where name and class are
// somebody else's too, a second name where the search found only that.
func (s *listScreen) name(e *Entry, w int) string {
	name := s.app.rowName(e, nameRoom(w))
	switch {
	case e.Second == "" || e.twin && !e.BirthDate().IsZero():
		return name
	case e.twin, s.filter.text != "" && parseQuery(s.filter.text).fit(e.key) == fitsInside:
		return name + " " + e.Second
	}
	return name
}

// nextStep is the last column: the step, with what is left of a short life.
func (a *App) nextStep(e *Entry) string {
	step := a.words().Step[e.Verdict.Next]
	if !e.Waiting.IsZero() {
		step += " (" + text.AfterIn(a.Lang).Since + " " + a.shortMoment(e.Waiting) + ")"
	}
	if e.Verdict.Next == model.StepHandOver && e.Verdict.Code != nil {
		if end := e.Verdict.Code.Expires(a.profile()); !end.IsZero() && end.Sub(a.Now()) < 24*time.Hour {
			step += " (" + text.Remaining(a.Lang, end.Sub(a.Now())) + ")"
		}
	}
	return step
}

// shortMoment is a time of today, or the day of one before.
func (a *App) shortMoment(t time.Time) string {
	if model.DateOf(a.local(t)) == a.today() {
		return a.local(t).Format("15:04")
	}
	return a.local(t).Format("02.01.")
}

// stageSign is a stage's sign and colour; the word stands beside it.
func stageSign(s model.Stage) (string, kit.Tone) {
	switch s {
	case model.StageReady:
		return "+", kit.GoodTone
	case model.StageStopped:
		return "x", kit.BadTone
	case model.StageHeld:
		return "!", kit.WarnTone
	case model.StageHandedOver:
		return "=", kit.Dim
	case model.StageLeft:
		return "-", kit.Dim
	}
	return " ", kit.Plain
}

// refresh finds anew and keeps the cursor on the student it was on.
func (s *listScreen) refresh() {
	under := s.selected()
	s.found = s.app.School.find(s.filter, &s.memory)
	s.seen = s.app.School.Version()
	moveTo(s.list, s.found, under)
}

// narrow takes a changed search text; the cursor goes to the best match.
func (s *listScreen) narrow() {
	s.filter.text = s.search.Value()
	s.idle = s.filter.text == ""
	s.found = s.app.School.find(s.filter, &s.memory)
	s.seen = s.app.School.Version()
	s.list.SetCursor(0)
}

func (s *listScreen) selected() *Entry {
	return studentAt(s.list, s.found)
}

func (s *listScreen) Update(msg tea.Msg) kit.Turn {
	switch msg := msg.(type) {
	case tick:
		return kit.Latest("watch", s.app.watch())
	case news:
		changed := msg.mark > s.app.School.Mark()
		s.app.School.Apply(msg.records, msg.mark, s.app.Now())
		s.app.School.TakeClaims(msg.claims, s.app.Now())
		s.app.School.Tick(s.app.Now())
		s.app.noteInbox(msg.inbox)
		s.catchUp()
		turn := kit.Stay(kit.After(watchEvery, tick{}))
		if changed {
			turn = turn.With(func() tea.Msg { return kit.Broadcast{Value: otherDeed{}} })
		}
		return turn
	case brokenOff:
		return s.settleOwn(msg)
	case done:
		return s.scannedCode(msg)
	case kit.Returned:
		return s.returned(msg.Value)
	case tea.KeyMsg, kit.Paste:
		if s.list.Update(msg) {
			s.idle, s.stale = false, false
			return kit.Stay()
		}
		if key, ok := msg.(tea.KeyMsg); s.stale && ok && key.Type == tea.KeyRunes {
			s.search.Clear()
		}
		s.stale = false
		if changed, err := s.search.Update(msg); err != nil {
			return kit.Stay().Say(kit.Warn(s.t.PasteRefused))
		} else if changed {
			s.narrow()
		}
	}
	return kit.Stay()
}

// catchUp finds anew if the school changed.
func (s *listScreen) catchUp() {
	if s.seen != s.app.School.Version() {
		s.refresh()
	}
}

// handedOver is what the hand-over returns to the list: ready for the next in
// the queue.
type handedOver struct{ notice kit.Notice }

// picked are the results of the two filter screens.
type (
	pickedClass model.Class
	pickedStage model.Stage
	// pickedUnfinished asks for hand-overs that a desk broke off.
	pickedUnfinished struct{}
	// pickedList asks for a worklist.
	pickedList model.WorklistID
	// pickedStudent is the answer to which of several of one name is meant.
	pickedStudent model.StudentID
	// showOnly asks for what a filter lets through, and nothing of before.
	showOnly filter
)

func (s *listScreen) returned(value any) kit.Turn {
	turn, under := kit.Stay(), s.selected()
	s.stale = s.search.Value() != ""
	calling := s.app.calling
	s.app.calling = model.Class{} // its queue is gone
	switch v := value.(type) {
	case handedOver:
		s.search.Clear()
		s.narrow()
		s.stale = false
		if !calling.IsZero() {
			turn = kit.Push(newRoll(s.app, calling))
		}
		return turn.Say(v.notice)
	case searchFor:
		s.search.SetValue(string(v))
		s.narrow()
		s.stale = false
		return turn
	case pickedStudent:
		if e := s.app.School.Get(model.StudentID(v)); e != nil {
			return s.app.goOn(e)
		}
	case kit.Notice:
		turn = turn.Say(v)
	case pickedClass:
		s.filter.class = model.Class(v)
	case pickedStage:
		s.filter = s.filter.only(filter{stage: model.Stage(v)})
	case pickedUnfinished:
		s.filter = s.filter.only(filter{unfinished: true})
	case pickedList:
		if v == pickedList(model.ListInvalidation) {
			return kit.Push(newSIOWork(s.app))
		}
		s.filter = s.filter.only(filter{list: model.WorklistID(v)})
		s.idle = false // a list was opened to be worked through, from its top
	case showOnly:
		s.search.Clear()
		s.filter, s.stale = filter(v), false
		s.narrow()
		s.idle = !s.filter.narrows()
	case settled:
		turn = turn.Say(v.notice)
	}
	s.refresh()
	switch value.(type) {
	case pickedClass, pickedStage, pickedUnfinished, pickedList:
		s.toTop(under)
	}
	return turn
}

// toTop begins at the top of what was chosen to be shown, unless the student
// whom the cursor was on is among it.
func (s *listScreen) toTop(under *Entry) {
	if under != nil && s.selected() != under {
		s.list.SetCursor(0)
	}
}

// escape takes back one narrowing after the other, the cursor staying on its
// student; with none left it says how to leave.
func (s *listScreen) escape() kit.Turn {
	switch {
	case s.search.Value() != "":
		s.search.Clear()
		s.narrow()
	case s.filter.narrows():
		s.filter = filter{class: s.filter.class}
		s.refresh()
	case !s.filter.class.IsZero():
		s.filter = filter{}
		s.refresh()
	default:
		return kit.Stay().Say(kit.Warn(s.t.HowToQuit))
	}
	return kit.Stay()
}

func (s *listScreen) View(w, h int) string {
	s.catchUp()
	var b strings.Builder
	shown := s.filterText()
	b.WriteString(kit.Strong.Paint(s.t.Search) + " " + s.searchView(max(leastSearch, w-kit.Width(s.t.Search)-max(30, kit.Width(shown)+5))))
	if shown != "" {
		b.WriteString("   " + kit.Accent.Paint(shown))
	}
	counters := s.counters(w)
	b.WriteString("\n" + strings.Join(counters, "\n") + "\n")
	s.list.Empty = s.empty()
	b.WriteString(s.list.View(w, h-1-len(counters)))
	return b.String()
}

// leastSearch is the room of the search, in cells, beside the longest filter.
const leastSearch = 12

// empty says why nobody is listed, and what helps.
func (s *listScreen) empty() string {
	switch f := s.filter; {
	case s.app.School.Len() == 0:
		return s.t.EmptySchool
	case f.text != "" && (f.narrows() || !f.class.IsZero()):
		return s.t.NobodyAmongThese
	case f.text != "":
		return s.t.NothingFound
	case f.list != "":
		return s.t.ListDone
	}
	return s.t.NobodySuch
}

func (s *listScreen) filterText() string {
	var parts []string
	if !s.filter.class.IsZero() {
		parts = append(parts, s.t.Class+" "+s.filter.class.String())
	}
	if s.filter.unfinished {
		parts = append(parts, s.app.words().Blocker[model.BlockUnfinished])
	}
	if s.filter.stage != "" {
		parts = append(parts, s.app.words().Stage[s.filter.stage])
	}
	if s.filter.blocker != "" {
		parts = append(parts, text.Count(s.app.words().Blocker[s.filter.blocker], len(s.found)))
	}
	if s.filter.list != "" {
		parts = append(parts, text.Count(text.WorklistsIn(s.app.Lang).Name[s.filter.list], len(s.found)))
	}
	return strings.Join(parts, ", ")
}

// searchView draws the field; a text that the next letter replaces says so.
func (s *listScreen) searchView(w int) string {
	if s.stale {
		return kit.Cut(s.search.Value()+"  "+kit.Dim.Paint(s.t.TypeAnew), w)
	}
	return s.search.View(w, true)
}
