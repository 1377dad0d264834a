package kit

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	tea "github.com/charmbracelet/bubbletea"
)

// ErrCrashed says that a screen or a command panicked. The terminal is restored
// and the stack trace is in Options.Log; the app says a sentence.
var ErrCrashed = errors.New("the window crashed")

// RunOptions say where the window is shown.
type RunOptions struct {
	// In and Out are a remote terminal; nil: stdin and stdout. Signals end a
	// local window alone.
	In  io.Reader
	Out io.Writer
	// Env is the environment of the terminal; nil: the program's.
	Env func(string) string
	// Context ends the window when it ends; nil: never.
	Context context.Context
	// Started gets the handle of the running window; it must not wait for the
	// window.
	Started func(Handle)
}

// Handle reaches a running window from outside. Its methods may be called from
// any goroutine, also after the window is gone.
type Handle struct{ p *tea.Program }

// Resize tells the size of a remote terminal.
func (h Handle) Resize(w, hgt int) { h.p.Send(tea.WindowSizeMsg{Width: w, Height: hgt}) }

// Quit ends the window.
func (h Handle) Quit() { h.p.Quit() }

// Say puts a sentence over the window's last lines, where it stays whatever is
// typed.
func (h Handle) Say(n Notice) { h.p.Send(lasting(n)) }

// fps is the renderer's pace: 8 ms after a key at most, instead of 16.
const fps = 120

// Run shows the window until it ends, and leaves the terminal as it was, also
// after a crash, SIGTERM or SIGHUP. The error is ErrCrashed, wraps
// ErrInputEnded, or is Bubble Tea's.
func Run(s *Stack, o RunOptions) (err error) {
	if o.Env == nil {
		o.Env = os.Getenv
	}
	s.opts.Look = LookOf(o.Env)
	in, restore, err := o.input()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, restore()) }()
	opts := []tea.ProgramOption{
		tea.WithInput(in), tea.WithAltScreen(), tea.WithFPS(fps), tea.WithoutSignalHandler(),
	}
	if o.Out != nil {
		opts = append(opts, tea.WithOutput(o.Out))
	}
	if o.Context != nil {
		opts = append(opts, tea.WithContext(o.Context))
	}
	p := tea.NewProgram(s, opts...)
	if g, ok := in.(*Guard); ok {
		g.onReply = func(r Reply) { p.Send(r) }
	}
	s.abort = func() { go p.Quit() }
	if o.In == nil {
		defer quitOnSignal(p)()
	}
	if o.Started != nil {
		go o.Started(Handle{p})
	}
	if _, err := p.Run(); err != nil {
		return fmt.Errorf("window: %w", err)
	}
	if s.Crashed() {
		return ErrCrashed
	}
	return nil
}

func (o RunOptions) input() (io.Reader, func() error, error) {
	if o.In == nil {
		return OpenTerminal(os.Stdin)
	}
	g := NewGuard(o.In)
	return g, g.Close, nil
}

// quitOnSignal ends the window in the ordinary way when the system asks for it
// or the terminal is closed. It returns how to stop that.
func quitOnSignal(p *tea.Program) func() {
	signals, over := make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		select {
		case <-signals:
			p.Quit()
		case <-over:
		}
	}()
	return func() {
		signal.Stop(signals)
		close(over)
	}
}
