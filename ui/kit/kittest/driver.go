// Package kittest drives screens without a terminal: press, type, see. Commands
// run at once and in order; the clock stands still until it is turned.
package kittest

import (
	"reflect"
	"sort"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"okienko/ui/kit"
)

// stepLimit bounds how many messages one key may cause.
const stepLimit = 100_000

// pace is the time between two keys of a person, longer than a dialog is deaf.
const pace = 200 * time.Millisecond

// Driver is a person at the keyboard.
type Driver struct {
	t      testing.TB
	stack  *kit.Stack
	now    time.Time
	timers []timer
	ended  bool
}

type timer struct {
	at  time.Time
	msg tea.Msg
}

// New starts a screen in a window of w×h cells. The clock starts at
// 2026-09-01 08:00 UTC; o.Now and o.Tick are replaced by it.
func New(t testing.TB, first kit.Screen, w, h int, o kit.Options) *Driver {
	t.Helper()
	d := &Driver{t: t, now: time.Date(2026, 9, 1, 8, 0, 0, 0, time.UTC)}
	o.Now = d.Now
	o.Tick = func(wait time.Duration, msg tea.Msg) tea.Cmd {
		d.timers = append(d.timers, timer{d.now.Add(wait), msg})
		return nil
	}
	d.stack = kit.NewStack(first, o)
	d.Send(tea.WindowSizeMsg{Width: w, Height: h})
	d.run(d.stack.Init())
	d.stack.View()
	return d
}

// Now is the driver's clock, to be given to whatever else asks the time.
func (d *Driver) Now() time.Time { return d.now }

// Stack is what is driven.
func (d *Driver) Stack() *kit.Stack { return d.stack }

// Ended says that the program has quit.
func (d *Driver) Ended() bool { return d.ended }

// Send delivers a message and everything that follows from it, then draws, as
// Bubble Tea does.
func (d *Driver) Send(msg tea.Msg) {
	d.t.Helper()
	queue := []tea.Msg{msg}
	for steps := 0; len(queue) > 0; steps++ {
		if steps > stepLimit {
			d.t.Fatal("the screens never come to rest")
		}
		next := queue[0]
		queue = queue[1:]
		if _, quit := next.(tea.QuitMsg); quit {
			d.ended = true
			return
		}
		_, cmd := d.stack.Update(next)
		queue = append(queue, results(cmd)...)
		d.stack.View()
	}
}

func (d *Driver) run(cmd tea.Cmd) {
	d.t.Helper()
	for _, msg := range results(cmd) {
		d.Send(msg)
	}
}

// results runs a command, and those in batches and sequences, in order.
func results(cmd tea.Cmd) []tea.Msg {
	if cmd == nil {
		return nil
	}
	msg := cmd()
	if msg == nil {
		return nil
	}
	list := reflect.TypeFor[[]tea.Cmd]()
	if !reflect.TypeOf(msg).ConvertibleTo(list) {
		return []tea.Msg{msg}
	}
	var msgs []tea.Msg
	for _, c := range reflect.ValueOf(msg).Convert(list).Interface().([]tea.Cmd) {
		msgs = append(msgs, results(c)...)
	}
	return msgs
}

// Press presses keys by name ("enter", "down", "f2", "a"), as slowly as a person.
func (d *Driver) Press(keys ...string) *Driver {
	d.t.Helper()
	for _, name := range keys {
		d.Advance(pace)
		d.PressAtOnce(name)
	}
	d.Advance(pace)
	return d
}

// PressAtOnce presses keys in the same instant: typed ahead, or a key held down.
func (d *Driver) PressAtOnce(keys ...string) *Driver {
	d.t.Helper()
	for _, name := range keys {
		k, ok := kit.ParseKey(name)
		if !ok {
			d.t.Fatalf("no key is called %q", name)
		}
		d.Send(k)
	}
	return d
}

// Type types text, as slowly as a person.
func (d *Driver) Type(text string) *Driver {
	d.t.Helper()
	for _, r := range text {
		d.Press(string(r))
	}
	return d
}

// Scan types text as a handheld scanner does: at once, then Enter.
func (d *Driver) Scan(text string) *Driver {
	d.t.Helper()
	d.Advance(pace)
	for _, r := range text {
		d.PressAtOnce(string(r))
	}
	d.PressAtOnce("enter")
	d.Advance(pace)
	return d
}

// Paste pastes text in one piece.
func (d *Driver) Paste(text string) *Driver {
	d.t.Helper()
	d.Advance(pace)
	d.Send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true})
	return d
}

// Resize changes the window.
func (d *Driver) Resize(w, h int) *Driver {
	d.t.Helper()
	d.Send(tea.WindowSizeMsg{Width: w, Height: h})
	return d
}

// Advance turns the clock and fires what falls due, in order.
func (d *Driver) Advance(by time.Duration) *Driver {
	d.t.Helper()
	end := d.now.Add(by)
	for {
		sort.SliceStable(d.timers, func(i, j int) bool { return d.timers[i].at.Before(d.timers[j].at) })
		if len(d.timers) == 0 || d.timers[0].at.After(end) {
			break
		}
		due := d.timers[0]
		d.timers = d.timers[1:]
		d.now = due.at
		d.Send(due.msg)
	}
	d.now = end
	return d
}

// Lines is the window as plain text, without spaces at the ends of lines.
func (d *Driver) Lines() []string {
	lines := strings.Split(ansi.Strip(d.stack.View()), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return lines
}

// See is the window as plain text.
func (d *Driver) See() string { return strings.Join(d.Lines(), "\n") }

// Expect fails unless all texts are on screen.
func (d *Driver) Expect(texts ...string) *Driver {
	d.t.Helper()
	see := d.See()
	for _, want := range texts {
		if !strings.Contains(see, want) {
			d.t.Fatalf("not on screen: %q\n%s", want, see)
		}
	}
	return d
}

// ExpectNot fails if one of the texts is on screen.
func (d *Driver) ExpectNot(texts ...string) *Driver {
	d.t.Helper()
	see := d.See()
	for _, bad := range texts {
		if strings.Contains(see, bad) {
			d.t.Fatalf("on screen: %q\n%s", bad, see)
		}
	}
	return d
}
