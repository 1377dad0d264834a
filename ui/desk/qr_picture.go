package desk

import (
	"io"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/ui/kit"
	"okienko/ui/qr"
)

// measured is the window's size in pixels, as it was found.
type measured kit.WindowSize

// askTerminal asks whether it shows pictures, once. Nobody waits for the
// answer: without it the code is drawn with cells.
func (a *App) askTerminal() tea.Cmd {
	question := a.Terminal.Questions()
	if a.asked || question == "" || a.Out == nil || !kit.Guarded {
		return nil
	}
	a.asked = true
	return func() tea.Msg {
		if _, err := io.WriteString(a.Out, question); err != nil {
			a.Log.Error("the terminal can't be asked", "error", err)
		}
		return nil
	}
}

// replied takes an answer.
func (a *App) replied(r kit.Reply) { a.Terminal.Learn(r.Text) }

// measure finds out how large a cell is, where that is worth knowing. It
// changes with the font.
func (a *App) measure() tea.Cmd {
	if a.Measure == nil || !a.Terminal.Sixel && !a.Terminal.Kitty {
		return nil
	}
	return func() tea.Msg { return measured(a.Measure()) }
}

// measured looks whether a picture is better now.
func (s *qrScreen) measured(m measured) kit.Turn {
	s.pixels = m
	return s.lookAgain()
}

// terminal is what the app's does in the window last seen: the size of a cell
// counts in the one it was found in alone. What does not divide is the
// window's edge.
func (s *qrScreen) terminal() qr.Abilities {
	t, m := s.app.Terminal, s.pixels
	if m.Cols > 0 && m.Rows > 0 && m.Cols == s.w && m.Rows == s.h {
		t.CellWidth, t.CellHeight = m.Width/m.Cols, m.Height/m.Rows
	}
	return t
}

// draw finds the largest drawing: a picture where the terminal shows one and
// its modules are larger than cells make them.
func (s sheet) draw(rung string) *qrPage {
	if rung != "" && rung != string(qr.ProtocolSixel) && rung != string(qr.ProtocolKitty) {
		return s.drawCells(rung)
	}
	best := s.drawCells("")
	p, ok := s.picture(best)
	switch {
	case ok && (rung == "" || rung == p.drawing.Rung.Name):
		p.rung = rung
		return p
	case rung == "":
		return best
	}
	return &qrPage{w: s.w, h: s.h, rung: rung, terminal: s.terminal, err: qr.ErrNotHere}
}

// picture is the code as a picture, if that is larger than the best drawing
// with cells. The student's help does not make room for it.
func (s sheet) picture(cells *qrPage) (p *qrPage, ok bool) {
	for _, l := range qrLayouts {
		if cells.err == nil && cells.layout.helps() && !l.helps() {
			continue
		}
		g, cols, rows, err := s.graphic(l)
		if err != nil || s.bad[string(g.Protocol)] || p != nil && g.Module <= p.graphic.Module {
			continue
		}
		p = &qrPage{w: s.w, h: s.h, terminal: s.terminal, layout: l, graphic: &g}
		p.drawing = qr.Drawing{Cols: cols, Rows: rows, Symbol: g.Symbol,
			Rung: qr.Rung{Name: string(g.Protocol), Family: qr.Family(g.Protocol), Modules: g.Symbol.Size, Fits: true}}
	}
	if p == nil || cells.err == nil && !p.graphic.Larger(cells.drawing.Rung, s.terminal) {
		return nil, false
	}
	for range p.drawing.Rows {
		p.drawing.Lines = append(p.drawing.Lines, qr.Paper("", p.drawing.Cols, qr.Left, s.terminal))
	}
	return p, true
}

// graphic makes the picture for a layout, and says on how many cells.
func (s sheet) graphic(l qrLayout) (g qr.Graphic, cols, rows int, err error) {
	cols, rows = l.area(s.w, s.h, s.extra)
	if g, err = qr.Picture(s.payload, cols, rows, s.terminal); err != nil || l.cols == 0 {
		return g, cols, rows, err
	}
	wide := ((g.Symbol.Size+2*quiet)*g.Module + s.terminal.CellWidth - 1) / s.terminal.CellWidth
	cols = s.w - l.column(s.w, wide)
	g, err = qr.Picture(s.payload, cols, rows, s.terminal)
	return g, cols, rows, err
}

// Overlay is the code where it is a picture.
func (s *qrScreen) Overlay() kit.Overlay {
	if s.hidden() || s.page == nil || s.page.graphic == nil {
		return kit.Overlay{}
	}
	g, top := s.page.graphic, 0
	if s.page.layout.rows > 0 {
		top = s.above()
	}
	return kit.Overlay{Row: top + g.Row, Col: g.Col, Rows: g.Rows, Show: string(g.Show), Clear: string(g.Clear), Stays: g.Stays}
}

// hidden reports whether something else than the code is on screen.
func (s *qrScreen) hidden() bool {
	return s.code == nil || s.over() || s.blank || s.asText > 0 || s.elsewhere()
}

// above is how many lines stand above the code where text does.
func (s *qrScreen) above() int { return 1 + s.sheet().extra }
