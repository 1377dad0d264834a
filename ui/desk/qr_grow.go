package desk

import (
	"fmt"
	"io"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/ui/qr"
)

// The largest window asked for. More rows would not fit on a full HD monitor
// in letters that can be read, and a code below its edge is none.
const (
	mostRows = 45
	mostCols = 160
)

// windowSize is that of a terminal's window in cells.
type windowSize struct{ cols, rows int }

// resize asks the terminal for a window of another size (CSI 8 t). One that
// does not obey ignores it. It changes neither cursor nor colours, and a file
// takes one write at a time, so it can't fall into the middle of a frame.
func (s windowSize) resize(out io.Writer) error {
	_, err := fmt.Fprintf(out, "\x1b[8;%d;%dt", s.rows, s.cols)
	return err
}

// wanted is the window in which the next larger drawing fits.
func (s sheet) wanted() (windowSize, bool) {
	ladder, err := qr.Ladder(s.payload, s.w, s.h, s.terminal)
	if err != nil {
		return windowSize{}, false
	}
	best, found := windowSize{}, false
	for _, r := range ladder[:2] { // the next whole scale, and the one below it
		size := windowSize{max(s.w, r.Cols+qrLayouts[0].cols), max(s.h, r.Rows+s.extra)}
		grows := !r.Fits && r.Why == qr.TooSmall && !r.Trial && size != windowSize{s.w, s.h}
		if grows && size.rows <= mostRows && size.cols <= mostCols && (!found || size.rows > best.rows) {
			best, found = size, true
		}
	}
	return best, found
}

// grow asks for a larger window, once, where terminals are known to obey.
func (s *qrScreen) grow() bool {
	a := s.app
	if !a.Terminal.Obeys || a.Out == nil || a.before != (windowSize{}) {
		return false
	}
	size, ok := s.sheet().wanted()
	if !ok {
		return false
	}
	a.before = windowSize{s.w, s.h}
	s.rung, s.ask = "", a.resize(size)
	return true
}

// shrink asks for the window that there was.
func (s *qrScreen) shrink() bool {
	s.ask = s.app.putBack()
	return s.ask != nil
}

// putBack asks for the window that there was before a code needed a larger
// one; nil if none did.
func (a *App) putBack() tea.Cmd {
	before := a.before
	a.before = windowSize{}
	if before == (windowSize{}) {
		return nil
	}
	return a.resize(before)
}

func (a *App) resize(size windowSize) tea.Cmd {
	return func() tea.Msg {
		if err := size.resize(a.Out); err != nil {
			a.Log.Error("the terminal can't be asked for a window", "error", err)
		}
		return nil
	}
}
