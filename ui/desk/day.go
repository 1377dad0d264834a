package desk

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// dayScreen is the summary of the day. The students are counted from the list
// in memory; the times come from today's lines of the register. Every row that
// counts students leads to them.
type dayScreen struct {
	app  *App
	t    *text.Day
	read bool // the answer is there
	day  model.Day
	rows []dayRow
	list *kit.List

	// What day and rows stand for: a version of the school, as many lines of
	// the register.
	seen, lines int
}

func newDay(a *App) kit.Screen {
	s := &dayScreen{app: a, t: text.DayIn(a.Lang), seen: -1}
	s.list = kit.NewList(s, kitWords(a.Lang))
	s.list.Header = s.header
	return s
}

func (s *dayScreen) Title() string { return s.t.Title }

func (s *dayScreen) Init() tea.Cmd { return s.app.readToday() }

func (s *dayScreen) Actions() []kit.Action {
	nobody, nothing := "", ""
	if s.selected().show == nil {
		nobody = s.t.NoList
	}
	if len(s.day.Blocked) == 0 {
		nothing = s.t.NoBlockers
	}
	return []kit.Action{
		{ID: "students", Keys: []string{"enter"}, Name: s.t.Show, Hint: s.t.ShowHint, Off: nobody, Footer: 1,
			Do: func() kit.Turn { return kit.Pop(showOnly(*s.selected().show)) }},
		{ID: "most", Keys: []string{"b"}, Name: s.t.Most, Hint: s.t.MostHint, Off: nothing, Footer: 2,
			Do: func() kit.Turn { return kit.Pop(showOnly{blocker: s.day.Blocked[0].ID}) }},
		{ID: "print", Keys: []string{"d"}, Name: s.t.Print, Hint: s.t.PrintHint, Footer: 3,
			Do: func() kit.Turn {
				return kit.Push(newOutForm(s.app, Order{Kind: OutDay, Lang: s.app.Lang}, model.Class{}))
			}},
		{ID: "back", Keys: []string{"esc"}, Name: text.KitIn(s.app.Lang).Back, Hint: s.t.BackHint, Footer: 4,
			Do: func() kit.Turn { return kit.Pop(nil) }},
	}
}

func (s *dayScreen) Update(msg tea.Msg) kit.Turn {
	switch msg := msg.(type) {
	case dayRead:
		if n, ok := s.app.takeToday(msg); !ok {
			return kit.Stay().Say(n)
		}
		s.read = true
	case kit.Broadcast:
		if _, another := msg.Value.(otherDeed); another {
			return kit.Latest("today", s.app.readToday())
		}
	case kit.Returned:
		if n, ok := msg.Value.(kit.Notice); ok {
			return kit.Stay().Say(n)
		}
	case tea.KeyMsg:
		s.list.Update(msg)
	}
	return kit.Stay()
}

// count counts again if the school or the day changed.
func (s *dayScreen) count() {
	known, version := s.app.todays(), s.app.School.Version()
	if s.seen == version && s.lines == len(known.lines) {
		return
	}
	s.seen, s.lines = version, len(known.lines)
	c := model.NewDayCounter(s.app.profile(), s.app.Now())
	for _, e := range s.app.School.All() {
		c.Add(*e.Record, e.Verdict)
	}
	for _, l := range known.lines {
		c.Line(l)
	}
	s.day = c.Day()
	s.rows = newDayView(s.app.Lang).rows(s.day)
}

func (s *dayScreen) Len() int            { return len(s.rows) }
func (s *dayScreen) Row(i, w int) string { return s.rows[i].draw(w) }

// header is that of the classes while the cursor is among them.
func (s *dayScreen) header(w int) string {
	if header := s.selected().header; header != nil {
		return header(w)
	}
	return ""
}

func (s *dayScreen) selected() dayRow {
	if i := s.list.Cursor(); i >= 0 {
		return s.rows[i]
	}
	return dayRow{}
}

func (s *dayScreen) View(w, h int) string {
	if !s.read {
		return s.t.Reading
	}
	s.count()
	head := newDayView(s.app.Lang).head(s.day, w)
	return strings.Join(head, "\n") + "\n" + s.list.View(w, h-len(head))
}
