package kit

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

func typing(s Screen) bool {
	t, ok := s.(TakesText)
	return ok && t.Typing()
}

func menuKey(s Screen) string {
	if m, ok := s.(MenuKeyer); ok {
		return m.MenuKey()
	}
	return "tab"
}

// keyMsg takes what Bubble Tea calls a key: one key, several characters that
// came together, or a paste.
func (s *Stack) keyMsg(k tea.KeyMsg) tea.Cmd {
	s.touched = s.opts.Now()
	if s.w > 0 && s.unseen() && k.Type != tea.KeyCtrlC {
		// An Enter into a window that shows nothing of the list could put
		// anybody's code on the monitor.
		return s.flush()
	}
	if k.Paste {
		cmd := s.flush()
		if s.isDeaf() || len(k.Runes) == 0 {
			return cmd
		}
		s.notice = Notice{}
		return tea.Batch(cmd, s.deliver(newPaste(string(k.Runes))))
	}
	var cmds []tea.Cmd
	for _, one := range single(k) {
		cmds = append(cmds, s.key(one))
	}
	return tea.Batch(cmds...)
}

// isDeaf says that the top screen does not hear this key yet.
func (s *Stack) isDeaf() bool {
	now, l := s.opts.Now(), s.top()
	if !now.Before(l.deaf) {
		return false
	}
	if until := now.Add(deafGap); until.After(l.deaf) {
		l.deaf = until
	}
	return true
}

// key sorts single keys into characters, the Enter that may end a burst, and
// the rest.
func (s *Stack) key(k tea.KeyMsg) tea.Cmd {
	if s.isDeaf() {
		return nil
	}
	s.notice = Notice{}
	if k.Type == tea.KeyCtrlH { // Backspace in terminals of the old school, PuTTY among them
		k.Type = tea.KeyBackspace
	}
	switch {
	case printable(k):
		return s.character(k)
	case k.Type == tea.KeyEnter && !k.Alt:
		return s.enter(k)
	}
	cmd := s.flush()
	s.burst.runes = nil
	return tea.Batch(cmd, s.dispatch(k))
}

// character notes the pace of typing. Where letters run actions they are held
// for a moment, until it is clear that no scanner types them.
func (s *Stack) character(k tea.KeyMsg) tea.Cmd {
	var cmd tea.Cmd
	if !s.burst.add(k, s.opts.Now()) {
		cmd = s.flush()
	}
	if typing(s.Top()) {
		return tea.Batch(cmd, s.dispatch(k))
	}
	s.burst.held = append(s.burst.held, k)
	s.burst.seq++
	return tea.Batch(cmd, s.opts.Tick(holdFor, release{s.burst.seq}))
}

// enter ends a burst, if there is one, and offers it to the screen.
func (s *Stack) enter(k tea.KeyMsg) tea.Cmd {
	text := s.burst.text(s.opts.Now())
	s.burst.runes = nil
	if text == "" {
		return tea.Batch(s.flush(), s.dispatch(k))
	}
	held, l := s.burst.take(), s.top()
	if taker, ok := l.screen.(BurstTaker); ok {
		if turn, taken := taker.TakeBurst(text); taken {
			return s.apply(l, turn)
		}
	}
	if len(held) > 0 {
		// A scanner's text must never run letter actions, nor its Enter the
		// screen's main one.
		return nil
	}
	return s.dispatch(k)
}

// release lets held keys go once it is clear that they are typed by hand.
func (s *Stack) release(r release) tea.Cmd {
	if r.seq != s.burst.seq {
		return nil
	}
	return s.flush()
}

// flush dispatches held keys. As many as a burst has come from a scanner that
// sent no Enter, or through a line that stalled; they run nothing, and she is
// told.
func (s *Stack) flush() tea.Cmd {
	held := s.burst.take()
	if len(held) >= BurstMin {
		s.notice = Warn(s.opts.Words.Dropped)
		return nil
	}
	var cmds []tea.Cmd
	for _, k := range held {
		cmds = append(cmds, s.dispatch(k))
	}
	return tea.Batch(cmds...)
}

// dispatch finds out whose key it is: the field's, an action's, the stack's, or
// the screen's. A key let go late may find a screen that does not hear yet.
func (s *Stack) dispatch(k tea.KeyMsg) tea.Cmd {
	if s.ending || s.isDeaf() {
		return nil
	}
	l := s.top()
	if s.veiled() || printable(k) && typing(l.screen) {
		return s.deliver(k)
	}
	name := keyName(k)
	actions := s.actions(l.screen)
	a, ok := findKey(actions, name)
	if !ok && printable(k) {
		// Caps Lock is no reason for a key to do nothing.
		a, ok = findKey(actions, strings.ToLower(name))
	}
	if ok {
		return s.apply(l, a.run())
	}
	switch {
	case slices.Contains(s.opts.Veil.Keys, name):
		return s.draw()
	case name == menuKey(l.screen):
		return s.apply(l, s.openMenu(l.screen))
	case name == helpKey:
		return s.apply(l, s.openHelp(l.screen))
	case name == "ctrl+c":
		return s.interrupt(l)
	case name == "esc" && len(s.layers) > 1:
		return s.apply(l, Pop(nil))
	}
	return s.deliver(k)
}

func (s *Stack) interrupt(l *layer) tea.Cmd {
	if s.opts.Interrupt != nil {
		return s.apply(l, s.opts.Interrupt())
	}
	return s.apply(l, Quit())
}
