package desk

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// tick does what ticking students of a worklist means; it says for how many it
// was still to be done.
func (a *App) tick(ctx context.Context, db *store.DB, list model.WorklistID, ids []model.StudentID) (int, error) {
	switch list {
	case model.ListNotInSIO:
		return len(ids), db.RegisterInSIO(ctx, a.Actor, ids, a.today())
	case model.ListRefusedPhoto:
		return db.FamiliesTold(ctx, a.Actor, ids)
	case model.ListPhotoDeletion:
		return db.PhotosDeleted(ctx, a.Actor, ids)
	case model.ListLeftWithCard:
		return db.InvalidateWhoLeft(ctx, a.Actor, ids)
	}
	return 0, nil
}

// tickScreen ticks several students of a worklist at once: those who were
// entered into SIO in one go, all whose families were written to.
type tickScreen struct {
	app    *App
	t      *text.Worklists
	filter filter
	marked map[model.StudentID]bool
	rows   []*Entry
	seen   int
	list   *kit.List
	cols   kit.Columns
	busy   bool
}

func newTick(a *App, f filter) kit.Screen {
	s := &tickScreen{app: a, t: text.WorklistsIn(a.Lang), filter: f, marked: map[model.StudentID]bool{}, seen: -1}
	list := text.ListIn(a.Lang)
	s.cols = kit.Columns{{Width: 1}, {Title: list.Student, Width: tickNameWidth, Grow: 3}, {Title: list.Class, Width: 5},
		{Title: text.ExtensionIn(a.Lang).Card, Width: 12}}
	if _, dated := s.t.Day[f.list]; dated {
		s.cols = append(s.cols, kit.Column{Title: list.Due, Width: 20, Grow: 1})
	}
	s.list = kit.NewList(s, kitWords(a.Lang))
	s.list.Header = s.cols.Header
	s.list.Empty = list.ListDone
	s.catchUp()
	return s
}

// tickNameWidth is the least width of the names in cells.
const tickNameWidth = 26

func (s *tickScreen) Title() string { return s.t.Name[s.filter.list] }
func (s *tickScreen) Len() int      { return len(s.rows) }

// Row shows who it is and whether they will be ticked.
func (s *tickScreen) Row(i, w int) string {
	e := s.rows[i]
	card, _ := model.CurrentCard(e.Cards)
	sign, tone := "-", kit.Dim
	if s.marked[e.ID] {
		sign, tone = "+", kit.GoodTone
	}
	cells := []kit.Cell{{Text: sign, Tone: tone}, {Text: s.app.rowName(e, tickNameWidth)}, {Text: e.Record.Class.String()}, {Text: card.Number}}
	if len(s.cols) > len(cells) {
		cells = append(cells, kit.Cell{Text: s.app.inList(s.filter.list, e)})
	}
	return s.cols.Row(w, cells...)
}

// catchUp follows the school; the cursor stays on its student.
func (s *tickScreen) catchUp() {
	if s.seen == s.app.School.Version() {
		return
	}
	under := studentAt(s.list, s.rows)
	s.rows, s.seen = s.app.School.find(s.filter, &memory{}), s.app.School.Version()
	moveTo(s.list, s.rows, under)
}

// chosen are those marked who are still in the list.
func (s *tickScreen) chosen() (ids []model.StudentID) {
	for _, e := range s.rows {
		if s.marked[e.ID] {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// Actions of the screen.
func (s *tickScreen) Actions() []kit.Action {
	off := ""
	switch {
	case s.busy:
		off = text.PageIn(s.app.Lang).Saving
	case len(s.chosen()) == 0:
		off = s.t.MarkFirst
	}
	return []kit.Action{
		{ID: "tick", Keys: []string{"enter"}, Name: s.t.TickThem, Hint: s.t.Tick[s.filter.list], Off: off, Footer: 1, Do: s.ask},
		{ID: "mark", Keys: []string{"space"}, Name: s.t.Mark, Footer: 2, Do: s.mark},
		{ID: "mark-all", Keys: []string{"w"}, Name: s.t.MarkAll, Footer: 3, Do: s.markAll},
		{ID: "back", Keys: []string{"esc"}, Name: text.KitIn(s.app.Lang).Back, Footer: 4, Do: func() kit.Turn { return kit.Pop(nil) }},
	}
}

func (s *tickScreen) mark() kit.Turn {
	if i := s.list.Cursor(); i >= 0 {
		s.marked[s.rows[i].ID] = !s.marked[s.rows[i].ID]
		s.list.SetCursor(i + 1)
	}
	return kit.Stay()
}

func (s *tickScreen) markAll() kit.Turn {
	all := len(s.chosen()) < len(s.rows)
	for _, e := range s.rows {
		s.marked[e.ID] = all
	}
	return kit.Stay()
}

func (s *tickScreen) ask() kit.Turn {
	ids, list := s.chosen(), s.filter.list
	return kit.Confirm(s.app.ask(s.t.Tick[list], "enter", s.t.Ask[list](len(ids))), func() kit.Turn {
		s.busy = true
		return kit.Stay(s.app.do(func(ctx context.Context) (any, error) { return s.app.tick(ctx, s.app.DB, list, ids) }))
	})
}

func (s *tickScreen) Update(msg tea.Msg) kit.Turn {
	d, ok := msg.(done)
	if !ok {
		s.list.Update(msg)
		return kit.Stay()
	}
	s.busy = false
	n, ok := s.app.take(d)
	if !ok {
		return kit.Stay().Say(n)
	}
	count, _ := d.value.(int)
	return kit.Pop(kit.Good(s.t.Ticked[s.filter.list](count)))
}

func (s *tickScreen) View(w, h int) string {
	s.catchUp()
	head := kit.Strong.Paint(kit.Cut(s.t.Tick[s.filter.list]+": "+s.t.Marked(len(s.chosen()), len(s.rows)), w))
	return head + "\n\n" + s.list.View(w, h-2)
}
