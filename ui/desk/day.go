package desk

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// dayScreen is the summary of the day. The students are counted from the list
// in memory; the times come from today's lines of the register.
type dayScreen struct {
	app   *App
	t     *text.Day
	lines []model.RegisterLine
	comes store.Outlook
	read  bool // the answer is there
	day   model.Day
	seen  int // version of the school that day stands for
	paper scroller
}

func newDay(a *App) kit.Screen { return &dayScreen{app: a, t: text.DayIn(a.Lang), seen: -1} }

func (s *dayScreen) Title() string { return s.t.Title }

// dayRead is the answer of the register.
type dayRead struct {
	lines []model.RegisterLine
	comes store.Outlook
	err   error
}

func (s *dayScreen) Init() tea.Cmd { return s.load() }

func (s *dayScreen) load() tea.Cmd {
	db, folder, day, log := s.app.DB, s.app.Folder, s.app.today(), s.app.Log
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), deedTime)
		defer cancel()
		lines, err := db.DayLines(ctx, day)
		var comes store.Outlook
		if err == nil {
			comes, err = folder.Forecast(ctx, db)
		}
		if err != nil {
			log.Error("reading the day failed", "error", err)
		}
		return dayRead{lines, comes, err}
	}
}

func (s *dayScreen) Actions() []kit.Action {
	return []kit.Action{
		{ID: "back", Keys: []string{"esc", "enter"}, Name: text.KitIn(s.app.Lang).Back, Hint: s.t.BackHint, Footer: 1,
			Do: func() kit.Turn { return kit.Pop(nil) }},
		{ID: "refresh", Keys: []string{"r"}, Name: s.t.Refresh, Hint: s.t.RefreshHint, Footer: 2,
			Do: func() kit.Turn { return kit.Latest("read", s.load()) }},
	}
}

func (s *dayScreen) Update(msg tea.Msg) kit.Turn {
	switch msg := msg.(type) {
	case dayRead:
		if msg.err != nil {
			return kit.Stay().Say(kit.Bad(text.Error(s.app.Lang, msg.err, s.app.profile().Zone())))
		}
		s.lines, s.comes, s.read, s.seen = msg.lines, msg.comes, true, -1
	case kit.Broadcast:
		if _, another := msg.Value.(otherDeed); another {
			return kit.Latest("read", s.load())
		}
	case tea.KeyMsg:
		s.paper.key(msg)
	}
	return kit.Stay()
}

// count counts again if the school changed.
func (s *dayScreen) count() {
	if s.seen == s.app.School.Version() {
		return
	}
	s.seen = s.app.School.Version()
	c := model.NewDayCounter(s.app.profile(), s.app.Now())
	for _, e := range s.app.School.All() {
		c.Add(*e.Record, e.Verdict)
	}
	for _, l := range s.lines {
		c.Line(l)
	}
	s.day = c.Day()
}

func (s *dayScreen) View(w, h int) string {
	if !s.read {
		return s.t.Reading
	}
	s.count()
	lines := append(DayInWords(s.app.Lang, s.day, w), "", kit.Strong.Paint(text.ForgetIn(s.app.Lang).Coming))
	for _, l := range text.ForgetIn(s.app.Lang).Outlook(s.comes) {
		lines = append(lines, kit.Wrap(l, w)...)
	}
	return s.paper.view(lines, h)
}
