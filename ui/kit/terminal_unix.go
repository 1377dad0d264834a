//go:build !windows

package kit

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/muesli/cancelreader"
	"golang.org/x/sys/unix"
	"golang.org/x/term"
)

// Guarded says that a terminal's answers are told from keys, so that it may be
// asked.
const Guarded = true

// Measure tells the size of a terminal's window in cells and, where the
// terminal says so, in pixels; 0 where it does not.
func Measure(f *os.File) WindowSize {
	s, err := unix.IoctlGetWinsize(int(f.Fd()), unix.TIOCGWINSZ)
	if err != nil {
		return WindowSize{}
	}
	return WindowSize{Cols: int(s.Col), Rows: int(s.Row), Width: int(s.Xpixel), Height: int(s.Ypixel)}
}

// HideTyping stops a terminal from showing what is typed. It comes before the
// question: who answers at once would be seen otherwise.
func HideTyping(fd int) error {
	t, err := unix.IoctlGetTermios(fd, readSettings)
	if err != nil {
		return fmt.Errorf("hide typing: %w", err)
	}
	t.Lflag &^= unix.ECHO
	if err := unix.IoctlSetTermios(fd, writeSettings, t); err != nil {
		return fmt.Errorf("hide typing: %w", err)
	}
	return nil
}

// OpenTerminal prepares a terminal's input for Run: raw mode and a Guard. What
// is not a terminal is only guarded. restore ends the reading at once, without
// eating what is typed next, and sets the terminal back; it is safe to call
// more than once.
func OpenTerminal(stdin *os.File) (in io.Reader, restore func() error, err error) {
	fd := int(stdin.Fd())
	if !term.IsTerminal(fd) {
		g := NewGuard(stdin)
		return g, g.Close, nil
	}
	// Cancellable before raw: a failure must not leave the terminal raw.
	reader, err := cancelreader.NewReader(stdin)
	if err != nil {
		return nil, nil, fmt.Errorf("read the terminal: %w", err)
	}
	before, err := term.MakeRaw(fd)
	if err != nil {
		return nil, nil, errors.Join(fmt.Errorf("set the terminal to raw mode: %w", err), reader.Close())
	}
	g := NewGuard(reader)
	closed := false
	return g, func() error {
		if closed {
			return nil
		}
		closed = true
		err := g.Close()
		if reader.Cancel() {
			<-g.ended
			err = errors.Join(err, reader.Close())
		}
		return errors.Join(err, term.Restore(fd, before))
	}, nil
}
