package desk

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// extensionScreen is the autumn stamp: a new last day for the cards of a whole
// class.
type extensionScreen struct {
	app     *App
	t       *text.Extension
	class   model.Class
	until   model.Date
	leftOut map[model.StudentID]bool
	rows    []*Entry
	seen    int
	list    *kit.List
	cols    kit.Columns
	working bool
}

func newExtension(a *App, class model.Class) kit.Screen {
	s := &extensionScreen{app: a, t: text.ExtensionIn(a.Lang), class: class, seen: -1, until: nextStamp(a.profile(), a.today()),
		leftOut: map[model.StudentID]bool{}}
	s.cols = kit.Columns{{Title: s.t.Student, Width: extensionNameWidth, Grow: 2}, {Title: s.t.Card, Width: 12, Grow: 1},
		{Title: s.t.ValidUntil, Width: 10}, {Title: s.t.What, Width: 25, Grow: 1}}
	s.list = kit.NewList(s, kitWords(a.Lang))
	s.list.Header = s.cols.Header
	s.list.Empty = s.t.EmptyClass
	s.catchUp()
	return s
}

// nextStamp is the last day that a card stamped today gets. A school that
// extends none by a rule of its own extends to the end of September.
func nextStamp(p model.Profile, today model.Date) model.Date {
	if p.Cards.ExtendedTo.IsZero() {
		p.Cards.ExtendedTo = model.DefaultProfile().Cards.ExtendedTo
	}
	return p.NextExtension(today)
}

func (s *extensionScreen) Title() string { return s.t.Title + " " + s.class.String() }

func (s *extensionScreen) Len() int { return len(s.rows) }

// fate is what will happen to a student's card.
type fate int

const (
	extended fate = iota
	passedOver
	sameDay
	longer
	noCard
	invalidCard
)

func (s *extensionScreen) fate(e *Entry) fate {
	card, ok := model.CurrentCard(e.Cards)
	switch {
	case !ok:
		return noCard
	case card.State != model.CardValid:
		return invalidCard
	case card.ValidUntil == s.until:
		return sameDay
	case card.ValidUntil.After(s.until):
		return longer
	case s.leftOut[e.ID]:
		return passedOver
	}
	return extended
}

// sign is a fate's sign, word and colour.
func (s *extensionScreen) sign(f fate) (string, kit.Tone) {
	switch f {
	case extended:
		return "+ " + s.t.Willed, kit.GoodTone
	case passedOver:
		return "- " + s.t.LeftOut, kit.Plain
	case sameDay:
		return "= " + s.t.Same, kit.Dim
	case longer:
		return "= " + s.t.Longer, kit.Dim
	case noCard:
		return "! " + s.t.NoCard, kit.WarnTone
	}
	return "! " + s.t.Invalid, kit.WarnTone
}

// extensionNameWidth is the least width of the names in cells.
const extensionNameWidth = 25

// Row shows a card and what becomes of it.
func (s *extensionScreen) Row(i, w int) string {
	e := s.rows[i]
	card, _ := model.CurrentCard(e.Cards)
	word, tone := s.sign(s.fate(e))
	return s.cols.Row(w, kit.Cell{Text: s.app.rowName(e, extensionNameWidth)}, kit.Cell{Text: card.Number}, kit.Cell{Text: card.ValidUntil.Polish()},
		kit.Cell{Text: word, Tone: tone})
}

func (s *extensionScreen) catchUp() {
	if s.seen == s.app.School.Version() {
		return
	}
	under := studentAt(s.list, s.rows)
	s.rows, s.seen = s.app.School.Class(s.class), s.app.School.Version()
	moveTo(s.list, s.rows, under)
}

// chosen are the students whose cards will be extended.
func (s *extensionScreen) chosen() (ids []model.StudentID) {
	for _, e := range s.rows {
		if s.fate(e) == extended {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// Actions of the screen.
func (s *extensionScreen) Actions() []kit.Action {
	nothing := ""
	if len(s.chosen()) == 0 || s.working {
		nothing = s.t.Nothing
	}
	return []kit.Action{
		{ID: "extend", Keys: []string{"enter"}, Name: s.t.Extend, Hint: s.t.ExtendHint, Off: nothing, Footer: 1, Do: s.ask},
		{ID: "toggle", Keys: []string{"space"}, Name: s.t.Toggle, Hint: s.t.ToggleHint, Footer: 2, Do: s.toggle},
		{ID: "date", Keys: []string{"d"}, Name: s.t.ChangeDate, Hint: s.t.DateHint, Footer: 3, Do: s.changeDate},
		{ID: "leave", Keys: []string{"esc"}, Name: s.t.Leave, Footer: 4, Do: func() kit.Turn { return kit.Pop(nil) }},
	}
}

func (s *extensionScreen) toggle() kit.Turn {
	i := s.list.Cursor()
	if i < 0 {
		return kit.Stay().Say(kit.Warn(s.t.EmptyClass))
	}
	switch e := s.rows[i]; s.fate(e) {
	case extended:
		s.leftOut[e.ID] = true
	case passedOver:
		delete(s.leftOut, e.ID)
	default:
		return kit.Stay().Say(kit.Warn(s.t.CantToggle))
	}
	s.list.SetCursor(i + 1)
	return kit.Stay()
}

func (s *extensionScreen) changeDate() kit.Turn {
	check := func(v string) string {
		switch day, ok := model.ReadDay(v); {
		case !ok || day.Year < 2000 || day.Year > 2200:
			return text.SheetsIn(s.app.Lang).BadDate
		case day.Before(s.app.today()):
			return s.t.PastDate
		}
		return ""
	}
	return kit.Ask(newDayPrompt(s.app, s.t.DateLabel, s.t.DateFormat, s.until, check), func(result any) kit.Turn {
		if v, _ := result.(string); v != "" {
			s.until, _ = model.ReadDay(v)
		}
		return kit.Stay()
	})
}

func (s *extensionScreen) ask() kit.Turn {
	ids, until := s.chosen(), s.until
	return kit.Confirm(s.app.ask(s.t.Extend, "enter", s.t.Ask(len(ids), until.Polish())), func() kit.Turn {
		s.working = true
		return kit.Stay(s.app.do(func(ctx context.Context) (any, error) {
			return s.app.DB.ExtendCards(ctx, s.app.Actor, ids, until)
		}))
	})
}

func (s *extensionScreen) Update(msg tea.Msg) kit.Turn {
	d, ok := msg.(done)
	if !ok {
		s.list.Update(msg)
		return kit.Stay()
	}
	s.working = false
	n, ok := s.app.take(d)
	if !ok {
		return kit.Stay().Say(n)
	}
	count, _ := d.value.(int)
	said := s.t.Done(count, s.until.Polish())
	if s.app.profile().Cards.NewCode {
		said += " " + text.AfterIn(s.app.Lang).Extended
	}
	return kit.Pop(kit.Good(said))
}

func (s *extensionScreen) View(w, h int) string {
	s.catchUp()
	var count [invalidCard + 1]int
	for _, e := range s.rows {
		count[s.fate(e)]++
	}
	head := kit.Strong.Paint(s.t.Until + " " + s.until.Polish())
	sum := s.t.Sum(count[extended], count[passedOver], count[noCard]+count[invalidCard], count[sameDay]+count[longer])
	return head + "\n" + sum + "\n\n" + s.list.View(w, h-3)
}
