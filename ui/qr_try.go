package ui

import (
	"context"
	"fmt"
	"os"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/qr"
	"okienko/ui/text"
)

// tryCodes walks through the drawings that fit, the best first, until a phone
// reads one, and remembers that for the desk.
func (c *command) tryCodes(ctx context.Context, args []string) error {
	if !c.onTerminal() {
		return &saidError{sentence: c.t.NoTerminal}
	}
	return c.inSchool(ctx, func(s *session) error {
		t := text.TryIn(c.lang)
		screen := &tryScreen{t: t, payload: t.Sample, terminal: qr.Detect(os.Getenv), keep: func(window, rung string) error {
			return s.folder.KeepDrawing(store.Drawing{Desk: s.actor.Desk, Terminal: qr.TerminalName(os.Getenv), Window: window, Rung: rung})
		}}
		if len(args) > 0 {
			screen.payload = args[0]
		}
		cols, rows := c.size()
		if _, err := qr.Ladder(screen.payload, cols, rows, screen.terminal); err != nil {
			return &saidError{c.codeFault(err, ""), err}
		}
		screen.fault = func(err error) string { return c.codeFault(err, "") }
		return c.windowEnded(kit.Run(kit.NewStack(screen, kit.Options{}), kit.RunOptions{}))
	})
}

// tryScreen shows one drawing after another and asks whether a phone read it.
type tryScreen struct {
	t        *text.Try
	payload  string
	terminal qr.Abilities
	keep     func(window, rung string) error
	fault    func(error) string

	w, h int
	at   int    // which of the drawings
	end  string // the last sentence; any key ends then
}

func (s *tryScreen) Title() string         { return s.t.Title }
func (s *tryScreen) Actions() []kit.Action { return nil }
func (s *tryScreen) FullScreen() bool      { return true }
func (s *tryScreen) MenuKey() string       { return "" }
func (s *tryScreen) Typing() bool          { return true }

// Resized begins anew: other drawings fit now.
func (s *tryScreen) Resized(w, h int) kit.Turn {
	s.w, s.h, s.at = w, h, 0
	return kit.Stay()
}

// kept is how remembering went.
type kept struct{ err error }

func (s *tryScreen) Update(msg tea.Msg) kit.Turn {
	switch msg := msg.(type) {
	case kept:
		s.end = s.t.Kept
		if msg.err != nil {
			s.end = s.t.NotKept
		}
	case tea.KeyMsg:
		return s.key(msg.String())
	}
	return kit.Stay()
}

func (s *tryScreen) key(key string) kit.Turn {
	names := s.names()
	switch {
	case s.end != "" || key == "esc" || len(names) == 0:
		return kit.Quit()
	case key == "enter":
		return kit.Stay(s.remember(names[s.at]))
	case key == "n" && s.at+1 < len(names):
		s.at++
	case key == "n":
		s.end = s.t.None
	}
	return kit.Stay()
}

// remember keeps a rung; the one that is taken anyway needs no memory.
func (s *tryScreen) remember(rung string) tea.Cmd {
	cols, rows := s.area()
	if best, err := qr.Draw(s.payload, cols, rows, s.terminal, ""); err == nil && best.Rung.Name == rung {
		rung = ""
	}
	window := fmt.Sprintf("%dx%d", s.w, s.h)
	return func() tea.Msg { return kept{s.keep(window, rung)} }
}

// words are the lines below the code.
func (s *tryScreen) words() []string {
	say := s.end
	if say == "" {
		say = s.t.Ask(s.at+1, max(1, len(s.names()))) + "  " + s.t.Keys
	}
	return kit.Wrap(say, max(1, s.w-2))
}

// wordRows is room for the longest sentence.
const wordRows = 2

func (s *tryScreen) area() (cols, rows int) { return s.w, s.h - wordRows }

// names are the drawings that fit, the one that is taken anyway first, also
// those on trial. Half blocks of a column a module are drawn in one way, not
// in two.
func (s *tryScreen) names() []string {
	cols, rows := s.area()
	ladder, err := qr.Ladder(s.payload, cols, rows, s.terminal)
	if err != nil {
		return nil
	}
	var names []string
	best, _ := qr.First(ladder, func(r qr.Rung) bool { return r.Fits && !r.Trial })
	if best.Fits {
		names = append(names, best.Name)
	}
	half := false
	for _, r := range ladder {
		if r.Fits && r != best && (r.Family != qr.Plain || !half) {
			names = append(names, r.Name)
		}
		half = half || r.Fits && r.Family == qr.Half && r.Scale == 1
	}
	return names
}

// View paints the drawing, and the question below it.
func (s *tryScreen) View(w, h int) string {
	s.w, s.h = w, h
	cols, rows := s.area()
	names := s.names()
	name := ""
	if s.at < len(names) {
		name = names[s.at]
	}
	d, err := qr.Draw(s.payload, cols, rows, s.terminal, name)
	lines, words := d.Lines, s.words()
	if err != nil {
		lines, words = nil, kit.Wrap(s.fault(err), max(1, w-2))
	}
	for len(lines) < h-len(words) {
		lines = append(lines, qr.Paper("", w, qr.Centre, s.terminal))
	}
	for _, l := range words {
		lines = append(lines, qr.Paper(l, w, qr.Centre, s.terminal))
	}
	return strings.Join(lines, "\n")
}
