package desk

import (
	"context"
	"errors"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// lockScreen hides the window until somebody types the school's passphrase. It
// shows nothing of the school; what lies below goes on as it was. At the other
// end of a line it closes the window instead: there the SSH key is what opens
// it, not everybody knows the passphrase, and nobody shall try it from afar.
type lockScreen struct {
	app      *App
	t        *text.Lock
	field    *kit.Field
	checking bool
	fault    string
}

// veil is how the window locks itself.
func (a *App) veil() kit.Veil {
	t := text.LockIn(a.Lang)
	hint := t.Hint
	if a.afar {
		hint = text.RemoteIn(a.Lang).LockHint
	}
	return kit.Veil{Keys: []string{"ctrl+l"}, Name: t.Name, Hint: hint, After: a.profile().LockAfter,
		Screen: func() kit.Screen { return newLock(a) }}
}

func newLock(a *App) kit.Screen {
	s := &lockScreen{app: a, t: text.LockIn(a.Lang), field: kit.NewField(200)}
	s.field.Secret = true
	a.locked = true
	return s
}

// Init hangs up where the terminal is at the other end of a line.
func (s *lockScreen) Init() tea.Cmd {
	if !s.app.afar {
		return nil
	}
	hangUp := s.app.hangUp
	return func() tea.Msg {
		hangUp()
		return nil
	}
}

func (s *lockScreen) Title() string         { return s.t.Head }
func (s *lockScreen) FullScreen() bool      { return true }
func (s *lockScreen) Veils()                {}
func (s *lockScreen) Typing() bool          { return true }
func (s *lockScreen) Deaf() time.Duration   { return typedAhead }
func (s *lockScreen) Actions() []kit.Action { return nil }

// passphraseChecked is the answer whether the passphrase is the school's.
type passphraseChecked struct{ err error }

func (s *lockScreen) Update(msg tea.Msg) kit.Turn {
	switch msg := msg.(type) {
	case passphraseChecked:
		return s.answered(msg)
	case tea.KeyMsg:
		return s.key(msg)
	case kit.Paste:
		if !s.checking && !s.app.afar {
			_, _ = s.field.Update(msg) // one that does not fit is no passphrase
		}
	}
	return kit.Stay()
}

func (s *lockScreen) key(k tea.KeyMsg) kit.Turn {
	switch {
	case k.Type == tea.KeyCtrlC:
		return kit.Quit()
	case s.checking, s.app.afar:
	case s.app.Unlocked:
		return s.open()
	case k.Type == tea.KeyEnter:
		if s.field.Value() != "" {
			return s.check()
		}
	case k.Type == tea.KeyEsc:
		s.field.Clear()
	default:
		s.fault = ""
		_, _ = s.field.Update(k)
	}
	return kit.Stay()
}

// open takes the veil away.
func (s *lockScreen) open() kit.Turn {
	s.app.locked = false
	return kit.Pop(nil)
}

func (s *lockScreen) check() kit.Turn {
	typed := model.Secret(s.field.Value())
	s.field.Clear()
	s.checking, s.fault = true, ""
	return kit.Stay(func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), deedTime)
		defer cancel()
		return passphraseChecked{s.app.DB.Opens(ctx, store.Key{Passphrase: typed})}
	})
}

func (s *lockScreen) answered(u passphraseChecked) kit.Turn {
	s.checking = false
	switch {
	case u.err == nil:
		return s.open()
	case errors.Is(u.err, store.ErrWrongPassphrase):
		s.fault = s.t.Wrong
	default:
		s.app.Log.Error("the passphrase can't be checked", "error", u.err)
		s.fault = text.Error(s.app.Lang, u.err, s.app.profile().Zone())
	}
	return kit.Stay()
}

func (s *lockScreen) View(w, h int) string {
	var lines []string
	add := func(tone kit.Tone, sentences ...string) {
		for _, sentence := range sentences {
			for _, l := range kit.Wrap(sentence, max(1, w-4)) {
				lines = append(lines, "  "+tone.Paint(l))
			}
		}
	}
	add(kit.Strong, s.t.Head, "")
	if s.app.afar {
		add(kit.Plain, text.RemoteIn(s.app.Lang).Locked)
		return strings.Repeat("\n", max(0, (h-len(lines))/3)) + strings.Join(lines, "\n")
	}
	switch {
	case s.app.Unlocked:
		add(kit.Plain, s.t.NoPassphrase, s.t.AnyKey)
	case s.checking:
		add(kit.Plain, s.t.Checking)
	default:
		lines = append(lines, "  "+s.t.Prompt+" "+s.field.View(max(10, w/2-kit.Width(s.t.Prompt)), true))
	}
	if s.fault != "" {
		add(kit.BadTone, "", "x "+s.fault)
	}
	add(kit.Dim, "", s.t.Kept)
	if !s.app.Unlocked {
		add(kit.Dim, s.t.Leave)
	}
	return strings.Repeat("\n", max(0, (h-len(lines))/3)) + strings.Join(lines, "\n")
}
