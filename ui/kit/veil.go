package kit

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// Veiler is a screen that hides all others, as a lock does. It paints the whole
// window, no notice of a covered screen lies over it, and no key means anything
// but what it makes of it itself: neither help nor menu would keep what is
// below to themselves.
type Veiler interface {
	FullScreener
	Veils()
}

// Veil is an Options part: what hides the window, and when.
type Veil struct {
	// Keys bring it from every screen, also where text is typed.
	Keys []string
	// Name and Hint are for menu and help.
	Name, Hint string
	// After is how long without a key brings it; 0: never.
	After time.Duration
	// Screen makes it.
	Screen func() Screen
}

// veiled says that the top screen hides all others.
func (s *Stack) veiled() bool {
	_, ok := s.Top().(Veiler)
	return ok
}

// draw puts the veil over everything. The screen below is not told when it
// goes: for it nothing has happened.
func (s *Stack) draw() tea.Cmd {
	if s.opts.Veil.Screen == nil || s.veiled() || s.ending {
		return nil
	}
	s.notice = Notice{}
	s.burst.take()
	return s.push(s.opts.Veil.Screen(), func(any) Turn { return Stay() })
}

// veilID can be no screen's action.
const veilID = "kit.veil"

// veilAction is what menu and help say of it.
func (s *Stack) veilAction() []Action {
	v := s.opts.Veil
	if v.Screen == nil {
		return nil
	}
	return []Action{{ID: veilID, Keys: v.Keys, Name: v.Name, Hint: v.Hint}}
}

// idle is asked for when the veil may be due.
type idle struct{}

// watchIdle asks for the next look.
func (s *Stack) watchIdle() tea.Cmd {
	if s.opts.Veil.Screen == nil || s.opts.Veil.After <= 0 {
		return nil
	}
	wait := s.opts.Veil.After - s.opts.Now().Sub(s.touched)
	if wait <= 0 || wait > s.opts.Veil.After { // a clock that was set back
		wait = s.opts.Veil.After
	}
	return s.opts.Tick(wait, idle{})
}

// looked draws the veil if nobody pressed a key for long enough.
func (s *Stack) looked() tea.Cmd {
	var cmd tea.Cmd
	if s.opts.Now().Sub(s.touched) >= s.opts.Veil.After {
		cmd = s.draw()
	}
	return tea.Batch(cmd, s.watchIdle())
}
