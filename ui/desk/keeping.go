package desk

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// keepingScreen shows what will be deleted by itself, how long what is kept by
// the school's profile, and the copies of a former database.
type keepingScreen struct {
	app     *App
	t       *text.Keeping
	outlook store.Outlook
	locks   store.Locks
	read    bool // the answer is there
	busy    bool
	paper   scroller
}

func newKeeping(a *App) kit.Screen { return &keepingScreen{app: a, t: text.KeepingIn(a.Lang)} }

func (s *keepingScreen) Title() string { return s.t.Title }

// outlookRead is the answer of the database and its folder.
type outlookRead struct {
	outlook store.Outlook
	locks   store.Locks
	err     error
}

func (s *keepingScreen) Init() tea.Cmd { return s.load() }

func (s *keepingScreen) load() tea.Cmd {
	db, folder, log := s.app.DB, s.app.Folder, s.app.Log
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), deedTime)
		defer cancel()
		o, err := folder.Forecast(ctx, db)
		var locks store.Locks
		if err == nil {
			locks, err = db.Locks(ctx)
		}
		if err != nil {
			log.Error("looking at what will be deleted failed", "error", err)
		}
		return outlookRead{o, locks, err}
	}
}

func (s *keepingScreen) Actions() []kit.Action {
	off := ""
	switch {
	case !s.app.Actor.Role.May(model.RightManage):
		off = s.t.OnlyAdmin
	case s.busy || len(s.outlook.Copies) == 0:
		off = s.t.NoCopies
	}
	return []kit.Action{
		{ID: "back", Keys: []string{"esc", "enter"}, Name: text.KitIn(s.app.Lang).Back, Footer: 1, Do: func() kit.Turn { return kit.Pop(nil) }},
		{ID: "refresh", Keys: []string{"r"}, Name: text.DayIn(s.app.Lang).Refresh, Hint: text.DayIn(s.app.Lang).RefreshHint, Footer: 2,
			Do: func() kit.Turn { return kit.Latest("read", s.load()) }},
		{ID: "remove-copies", Keys: []string{"k"}, Name: s.t.RemoveCopies, Hint: s.t.RemoveHint, Danger: true, Off: off, Footer: 3, Do: s.removeCopies},
	}
}

func (s *keepingScreen) removeCopies() kit.Turn {
	return kit.Confirm(s.app.ask(s.t.RemoveCopies, "k", s.t.RemoveAsk), func() kit.Turn {
		s.busy = true
		return kit.Stay(s.app.do(func(ctx context.Context) (any, error) {
			return s.app.Folder.ForgetCopies(ctx, s.app.DB, s.app.Actor)
		}))
	})
}

func (s *keepingScreen) Update(msg tea.Msg) kit.Turn {
	switch msg := msg.(type) {
	case outlookRead:
		if msg.err != nil {
			return kit.Stay().Say(kit.Bad(text.Error(s.app.Lang, msg.err, s.app.profile().Zone())))
		}
		s.outlook, s.locks, s.read = msg.outlook, msg.locks, true
	case done:
		s.busy = false
		notice, ok := s.app.take(msg)
		if n, was := msg.value.(int); ok && was {
			notice = kit.Good(text.ForgetIn(s.app.Lang).CopiesGone(n))
		}
		return kit.Latest("read", s.load()).Say(notice)
	case kit.Broadcast:
		if _, another := msg.Value.(otherDeed); another {
			return kit.Latest("read", s.load())
		}
	case tea.KeyMsg:
		s.paper.key(msg)
	}
	return kit.Stay()
}

// View begins with what goes next: that is what she came for.
func (s *keepingScreen) View(w, h int) string {
	if !s.read {
		return s.t.Reading
	}
	t := text.ForgetIn(s.app.Lang)
	lines := []string{kit.Strong.Paint(t.Coming)}
	for _, l := range t.Outlook(s.outlook) {
		lines = append(lines, kit.Wrap(l, w)...)
	}
	if copies := s.t.CopiesOf(s.outlook.Copies); copies != "" {
		lines = append(lines, kit.Wrap(copies, w)...)
	}
	lines = append(lines, "", kit.Strong.Paint(s.t.Rules))
	columns := kit.Columns{{Width: 20}, {Width: 46}, {Width: 28}}
	if w < 100 { // the names of the keys need room of their own
		columns = columns[:2]
	}
	for _, r := range s.t.RulesOf(s.app.profile(), !s.locks.Open || s.locks.Recipients > 0) {
		cells := []kit.Cell{{Text: r.Kind}, {Text: r.Long}, {Text: r.Key, Tone: kit.Dim}}
		lines = append(lines, columns.Row(w, cells[:len(columns)]...))
	}
	lines = append(lines, "")
	for _, l := range kit.Wrap(s.t.Source, w) {
		lines = append(lines, kit.Dim.Paint(l))
	}
	return s.paper.view(lines, h)
}
