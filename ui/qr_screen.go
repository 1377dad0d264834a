package ui

import (
	"io"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/ui/kit"
	"okienko/ui/qr"
)

// codeScreen is a code and nothing else.
type codeScreen struct {
	c             *command
	payload, rung string
	terminal      qr.Abilities
	out           io.Writer             // the terminal, for questions; nil asks nothing
	measure       func() kit.WindowSize // in pixels, where it says so
	w, h          int
	picture       *qr.Graphic // over empty paper; nil where cells do as well
}

func (s *codeScreen) Title() string    { return s.c.t.CodeTitle }
func (s *codeScreen) FullScreen() bool { return true }

// Actions take the one key that would not come to Update by itself.
func (s *codeScreen) Actions() []kit.Action {
	return []kit.Action{{ID: "end", Keys: []string{"f1"}, Name: s.c.t.AnyKey, Do: kit.Quit}}
}

// MenuKey: there is no menu, any key ends it.
func (s *codeScreen) MenuKey() string { return "" }

// Typing lets every key come here.
func (s *codeScreen) Typing() bool { return true }

// measuredCells is the window's size as it was found.
type measuredCells kit.WindowSize

// Init asks the terminal whether it shows pictures, and waits for nothing.
func (s *codeScreen) Init() tea.Cmd {
	question := s.terminal.Questions()
	if s.out == nil || question == "" || !kit.Guarded || s.rung != "" && !isPicture(s.rung) {
		return nil
	}
	return func() tea.Msg {
		if _, err := io.WriteString(s.out, question); err != nil {
			return nil // no picture then
		}
		return nil
	}
}

// isPicture reports whether a rung is none of cells.
func isPicture(rung string) bool {
	return rung == string(qr.ProtocolSixel) || rung == string(qr.ProtocolKitty)
}

func (s *codeScreen) Update(msg tea.Msg) kit.Turn {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return kit.Quit()
	case kit.Broadcast:
		if r, ok := msg.Value.(kit.Reply); ok {
			s.terminal.Learn(r.Text)
			return kit.Stay(s.look())
		}
	case measuredCells:
		s.measured(msg)
	}
	return kit.Stay()
}

// Resized lets the picture go until the new window is measured.
func (s *codeScreen) Resized(w, h int) kit.Turn {
	s.w, s.h, s.picture = w, h, nil
	return kit.Stay(s.look())
}

// look measures the window where that is worth knowing.
func (s *codeScreen) look() tea.Cmd {
	if s.measure == nil || !s.terminal.Sixel && !s.terminal.Kitty {
		return nil
	}
	return func() tea.Msg { return measuredCells(s.measure()) }
}

// measured makes the picture, if it is larger than cells make the code.
func (s *codeScreen) measured(m measuredCells) {
	s.picture = nil
	if m.Cols <= 0 || m.Rows <= 0 || m.Cols != s.w || m.Rows != s.h {
		return
	}
	s.terminal.CellWidth, s.terminal.CellHeight = m.Width/m.Cols, m.Height/m.Rows
	g, err := qr.Picture(s.payload, s.w, s.h, s.terminal)
	if err != nil || s.rung != "" && s.rung != string(g.Protocol) || qr.VerifyGraphic(g, s.payload) != nil {
		return
	}
	if d, err := qr.Draw(s.payload, s.w, s.h, s.terminal, ""); s.rung != "" || err != nil || g.Larger(d.Rung, s.terminal) {
		s.picture = &g
	}
}

// Overlay is the code where it is a picture.
func (s *codeScreen) Overlay() kit.Overlay {
	if s.picture == nil {
		return kit.Overlay{}
	}
	g := s.picture
	return kit.Overlay{Row: g.Row, Col: g.Col, Rows: g.Rows, Show: string(g.Show), Clear: string(g.Clear), Stays: g.Stays}
}

// View draws the code for the window as it is now; a picture's place is paper.
func (s *codeScreen) View(w, h int) string {
	if s.picture != nil && w == s.w && h == s.h {
		line := qr.Paper("", w, qr.Left, s.terminal)
		return strings.Repeat(line+"\n", h-1) + line
	}
	rung := s.rung
	if isPicture(rung) {
		rung = ""
	}
	d, err := qr.Draw(s.payload, w, h, s.terminal, rung)
	if err != nil {
		return strings.Join(kit.Wrap(s.c.codeFault(err, s.rung), w), "\n")
	}
	return strings.Join(d.Lines, "\n")
}
