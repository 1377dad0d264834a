package desk

import (
	"context"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/ui/kit"
	"okienko/ui/text"
)

// offerScreen shows the number that pairs a display with this desk.
type offerScreen struct {
	app    *App
	t      *text.Display
	number string // "": not come yet
	until  time.Time
}

func newOffer(a *App) kit.Screen { return &offerScreen{app: a, t: text.DisplayIn(a.Lang)} }

// offered is the number that came.
type offered struct {
	number string
	until  time.Time
}

func (s *offerScreen) Title() string { return s.t.Title }

func (s *offerScreen) Init() tea.Cmd {
	s.app.mirror.stop()
	s.app.mirror = nil
	return s.app.do(func(ctx context.Context) (any, error) {
		number, until, err := s.app.DB.OfferDisplay(ctx, s.app.Actor)
		return offered{number, until}, err
	})
}

func (s *offerScreen) Actions() []kit.Action {
	return []kit.Action{{ID: "close", Keys: []string{"esc", "enter"}, Name: s.t.Close, Footer: 1,
		Do: func() kit.Turn { return kit.Pop(nil) }}}
}

func (s *offerScreen) Update(msg tea.Msg) kit.Turn {
	switch msg := msg.(type) {
	case done:
		notice, ok := s.app.take(msg)
		if !ok {
			return kit.Pop(notice)
		}
		came := msg.value.(offered)
		s.number, s.until = came.number, came.until
		s.app.mirror = startMirror(s.app)
		return kit.Stay(kit.After(firstLook, heartbeat{}))
	case heartbeat:
		if s.app.mirror.isPaired() {
			return kit.Pop(kit.Good(s.t.Paired))
		}
		return kit.Stay(kit.After(firstLook, heartbeat{}))
	}
	return kit.Stay()
}

func (s *offerScreen) View(w, h int) string {
	if s.number == "" {
		return ""
	}
	if s.app.mirror.isOver() {
		return strings.Join(kit.Wrap(s.t.NumberOver, w), "\n")
	}
	lines := append(kit.Wrap(s.t.TypeAtDisplay, w), "", "    "+kit.Strong.Paint(strings.Join(strings.Split(s.number, ""), " ")), "", s.t.Waiting)
	return strings.Join(lines, "\n")
}
