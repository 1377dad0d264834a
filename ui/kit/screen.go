// Package kit holds the terminal parts that know nothing of schools: the stack
// of screens, the action table, lists, fields, forms, dialogs, notices and the
// guard that repairs key input.
//
// Read this file first, then any one screen.
//
// How a key travels: the terminal → Guard (whole keys, one at a time) → Stack →
// the action that owns the key, or the Update of the top screen. What comes
// back is a Turn: commands to run, a notice to show and where to go. Going
// somewhere is returned, never sent as a message, so a second Enter can not
// reach a screen that is leaving.
package kit

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// Screen is what fills the window. Screens are pointers; the Stack owns them.
//
// Update and Actions must not do I/O: that belongs into commands.
type Screen interface {
	// Title is the screen's part of the breadcrumb.
	Title() string
	// Actions is the table from which dispatcher, footer, help and menu are
	// made. It is asked anew each time, so it may depend on the screen's state.
	Actions() []Action
	// Update takes what is meant for this screen alone: a tea.KeyMsg that no
	// action owns, a Paste, a Returned, a Broadcast, or a result of one of the
	// screen's own commands.
	Update(msg tea.Msg) Turn
	// View draws at most h lines, none wider than w cells. Widgets remember the
	// height they were last drawn with, which is what Page Down goes by.
	View(w, h int) string
}

// What a screen may add to the contract.
type (
	// Starter is a screen that has something to do when it is pushed.
	Starter interface{ Init() tea.Cmd }
	// TakesText is a screen with a text field: while Typing is true, printable
	// keys go to Update and never to actions.
	TakesText interface{ Typing() bool }
	// FullScreener is a screen that paints the whole window itself.
	FullScreener interface{ FullScreen() bool }
	// MenuKeyer chooses the key of the action menu; "" means no menu. Without
	// it the key is Tab.
	MenuKeyer interface{ MenuKey() string }
	// Deafer is a screen that ignores keys for a while after it appears, so
	// that keys typed ahead can't answer it.
	Deafer interface{ Deaf() time.Duration }
	// (Overlayer is in overlay.go: a screen with a picture.)

	// Resizer is a screen that has work to begin when the window changes while
	// it is on top. (The view gets the size anyway.)
	Resizer interface{ Resized(w, h int) Turn }
	// (Veiler is in veil.go: a screen that hides all others.)

	// BurstTaker is a screen that wants what a handheld scanner types: at least
	// BurstMin characters that arrived faster than a person types, then Enter.
	// It returns false if the text means nothing to it. While a screen is not
	// Typing, such characters never run its letter actions, taker or not; on a
	// Typing one they have already gone to the field, which TakeBurst may clear.
	BurstTaker interface {
		TakeBurst(text string) (Turn, bool)
	}
)

// Returned tells a screen that the one above it is gone. Value is what that one
// handed down, nil if nothing.
type Returned struct{ Value any }

// Broadcast reaches every screen of the stack: the data changed, time passed.
// It may be sent from outside (Handle.Send) or be the result of a command.
type Broadcast struct{ Value any }

// Paste is text pasted in one piece, kept as it came.
type Paste struct {
	Text string
	// TooLong: it was longer than MaxPaste bytes and Text is only a beginning.
	TooLong bool
	// Broken: parts of it were not UTF-8, or its end never came. The text must
	// not be used.
	Broken bool
}

// Turn is what a screen wants to happen next. The zero Turn: nothing.
type Turn struct {
	nav    nav
	to     Screen
	then   func(result any) Turn
	result any
	asks   []ask
	notice Notice
}

type nav int

const (
	navStay nav = iota
	navPush
	navPop
	navHome
	navReplace
	navVeil
	navQuit
)

// ask is a command together with the name of the request it answers.
type ask struct {
	name string
	cmd  tea.Cmd
}

// Stay keeps the screen and runs commands, whose results come back to it.
func Stay(cmds ...tea.Cmd) Turn { return Turn{}.With(cmds...) }

// Push puts a screen on top. Commands belong to the screen that pushes.
func Push(s Screen, cmds ...tea.Cmd) Turn { return Turn{nav: navPush, to: s}.With(cmds...) }

// Ask puts a screen on top and hands its result (nil if it gave none) to then
// instead of sending Returned.
func Ask(s Screen, then func(result any) Turn) Turn {
	return Turn{nav: navPush, to: s, then: then}
}

// Pop leaves the screen; the one below gets Returned with the result, which may
// be nil. Leaving the last screen ends the program.
func Pop(result any) Turn { return Turn{nav: navPop, result: result} }

// Home leaves every screen but the first, which gets Returned with the result.
func Home(result any) Turn { return Turn{nav: navHome, result: result} }

// Replace puts a screen in the place of the present one.
func Replace(s Screen) Turn { return Turn{nav: navReplace, to: s} }

// Quit ends the program.
func Quit() Turn { return Turn{nav: navQuit} }

// Latest runs a command of which only the newest answer counts: answers to
// earlier requests of the same name from this screen are dropped.
func Latest(name string, cmd tea.Cmd) Turn { return Turn{}.Latest(name, cmd) }

// With adds commands to a turn.
func (t Turn) With(cmds ...tea.Cmd) Turn {
	for _, c := range cmds {
		t = t.Latest("", c)
	}
	return t
}

// Latest adds a request to a turn; see the function of the same name.
func (t Turn) Latest(name string, cmd tea.Cmd) Turn {
	if cmd != nil {
		t.asks = append(t.asks[:len(t.asks):len(t.asks)], ask{name: name, cmd: cmd})
	}
	return t
}

// Say adds a notice, shown until the next key.
func (t Turn) Say(n Notice) Turn {
	t.notice = n
	return t
}

// After is a command that gives msg once d has passed. Screens use it instead of
// tea.Tick, so that tests can turn the clock by hand.
func After(d time.Duration, msg tea.Msg) tea.Cmd {
	return func() tea.Msg { return pause{d, msg} }
}

// pause asks the stack to deliver msg later.
type pause struct {
	d   time.Duration
	msg tea.Msg
}
