package desk

import (
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// sioWorkScreen is what is to be invalidated in SIO: theft and loss on top, then
// what waits longest. Each stays until it is ticked; what was ticked today stays
// at the end, so that a slip of the finger is seen and taken back here.
type sioWorkScreen struct {
	app  *App
	t    *text.SIOWork
	rows []sioWork
	seen int
	list *kit.List
	cols kit.Columns
	busy bool
}

// sioWork is one invalidation that waits, and whose it is.
type sioWork struct {
	of *Entry
	model.Invalidation
}

func newSIOWork(a *App) kit.Screen {
	s := &sioWorkScreen{app: a, t: text.SIOWorkIn(a.Lang), seen: -1}
	s.cols = kit.Columns{{Title: s.t.Age, Width: 10}, {Title: text.ListIn(a.Lang).Student, Width: 24, Grow: 2},
		{Title: text.ListIn(a.Lang).Class, Width: 5}, {Title: s.t.Reason, Width: 34, Grow: 1}}
	s.list = kit.NewList(s, kitWords(a.Lang))
	s.list.Header = s.cols.Header
	s.list.Empty = s.t.Empty
	s.catchUp()
	return s
}

func (s *sioWorkScreen) Title() string { return s.t.Title }
func (s *sioWorkScreen) Len() int      { return len(s.rows) }

// catchUp follows the school; the cursor stays on what it was on.
func (s *sioWorkScreen) catchUp() {
	if s.seen == s.app.School.Version() {
		return
	}
	under, _ := s.selected()
	s.rows, s.seen = nil, s.app.School.Version()
	for _, e := range s.app.School.All() {
		for _, i := range e.Invalidations {
			if i.Pending() || !i.Undone && i.Done == s.app.today() {
				s.rows = append(s.rows, sioWork{e, i})
			}
		}
	}
	slices.SortStableFunc(s.rows, func(a, b sioWork) int {
		if a.Pending() != b.Pending() {
			if a.Pending() {
				return -1
			}
			return 1
		}
		return a.CompareUrgency(b.Invalidation)
	})
	for at, row := range s.rows {
		if row.ID == under.ID {
			s.list.SetCursor(at)
		}
	}
}

func (s *sioWorkScreen) selected() (sioWork, bool) {
	if i := s.list.Cursor(); i >= 0 && i < len(s.rows) {
		return s.rows[i], true
	}
	return sioWork{}, false
}

// Row shows how long it waits, whose it is and why.
func (s *sioWorkScreen) Row(i, w int) string {
	row := s.rows[i]
	sign, tone := " ", kit.Plain
	age := text.WorklistsIn(s.app.Lang).Days(row.Age(s.app.today()))
	switch {
	case !row.Pending():
		sign, tone, age = "=", kit.Dim, s.t.Today
	case row.Reason.Urgent():
		sign, tone = "!", kit.BadTone
	case row.Overdue(s.app.profile(), s.app.today()):
		sign, tone = "!", kit.WarnTone
	}
	return s.cols.Row(w, kit.Cell{Text: sign + " " + age, Tone: tone}, kit.Cell{Text: row.of.ListName()},
		kit.Cell{Text: row.of.Record.Class.String()}, kit.Cell{Text: s.app.words().Reason[row.Reason], Tone: tone})
}

// Actions of the worklist.
func (s *sioWorkScreen) Actions() []kit.Action {
	t := text.AfterIn(s.app.Lang)
	row, ok := s.selected()
	off := ""
	switch {
	case s.busy:
		off = text.PageIn(s.app.Lang).Saving
	case !ok:
		off = t.OffNoPending
	}
	tick := kit.Action{ID: "tick", Keys: []string{"space", "t"}, Name: s.t.Tick, Hint: t.TickHint, Off: off, Footer: 1,
		Do: func() kit.Turn { return s.ask(row) }}
	if ok && !row.Pending() {
		tick.Name, tick.Hint, tick.Danger = s.t.Untick, t.UntickHint, true
	}
	return []kit.Action{
		tick,
		{ID: "open", Keys: []string{"enter"}, Name: s.t.Open, Hint: s.t.OpenHint, Off: off, Footer: 2,
			Do: func() kit.Turn { return kit.Push(newPage(s.app, row.of.ID)) }},
		{ID: "back", Keys: []string{"esc"}, Name: text.KitIn(s.app.Lang).Back, Footer: 3, Do: func() kit.Turn { return kit.Pop(nil) }},
	}
}

// ask before ticking, or before a tick is taken back; Enter says yes, no letter does, since two ticks in a row
// would tick what nobody read.
func (s *sioWorkScreen) ask(row sioWork) kit.Turn {
	t := text.AfterIn(s.app.Lang)
	what := joined(": ", row.of.ListName(), s.app.words().Of[row.Of]+", "+s.app.words().Reason[row.Reason])
	heading, question, said, day := s.t.Tick, t.TickAsk(what), t.Ticked, s.app.today()
	if !row.Pending() {
		heading, question, said, day = s.t.Untick, t.UntickAsk(what), t.Unticked, model.Date{}
	}
	d := s.app.ask(heading, "", question)
	d.YesKey = ""
	return kit.Confirm(d, func() kit.Turn {
		s.busy = true
		return kit.Stay(s.app.do(func(ctx context.Context) (any, error) {
			return said, s.app.DB.TickInvalidation(ctx, s.app.Actor, row.Student, row.ID, day)
		}))
	})
}

func (s *sioWorkScreen) Update(msg tea.Msg) kit.Turn {
	switch msg := msg.(type) {
	case done:
		s.busy = false
		n, ok := s.app.take(msg)
		if ok {
			said, _ := msg.value.(string)
			n = kit.Good(said)
		}
		return kit.Stay().Say(n)
	case kit.Returned:
		if n, ok := msg.Value.(kit.Notice); ok {
			return kit.Stay().Say(n)
		}
	default:
		s.list.Update(msg)
	}
	return kit.Stay()
}

// detailRows are the lines under the list that say all of the selected one.
const detailRows = 5

func (s *sioWorkScreen) View(w, h int) string {
	s.catchUp()
	list := kit.Fit(s.list.View(w, h-detailRows), w, h-detailRows)
	var detail []string
	if row, ok := s.selected(); ok {
		words := s.app.words()
		detail = append(detail, kit.Dim.Paint(strings.Repeat("-", w)))
		pesel := words.NoPESEL
		if row.of.PESEL != "" {
			pesel = "PESEL " + string(row.of.PESEL)
		}
		who := joined(" · ", row.of.Name(), pesel, labelled(text.FormsIn(s.app.Lang).CardNumber, s.number(row)))
		detail = append(detail, kit.Strong.Paint(kit.Cut(kit.Safe(who), w)))
		said := s.app.invalidationInWords(row.Invalidation)
		if !row.Pending() {
			said += " – " + s.app.invalidationState(row.Invalidation)
		}
		if in := words.ReasonInSIO[row.Reason]; in != "" {
			said += ". " + text.AfterIn(s.app.Lang).InSIO + ": „" + in + "”."
		}
		detail = append(detail, kit.Wrap(kit.Safe(said), w)...)
	}
	return strings.Join(append(list, kit.Fit(strings.Join(detail, "\n"), w, detailRows)...), "\n")
}

// number is that of the physical card, which is the mobile one's as well.
func (s *sioWorkScreen) number(row sioWork) string {
	for _, c := range row.of.Cards {
		if c.ID == row.Card {
			return c.Number
		}
	}
	return ""
}
