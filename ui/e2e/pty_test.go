//go:build linux

package e2e

import (
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// line is a bare terminal: bytes in, bytes out, and nobody who answers.
type line struct {
	t        testing.TB
	cmd      *exec.Cmd
	keyboard *os.File // the terminal's end
	tty      *os.File // the program's end

	mu   sync.Mutex
	sent []byte
	last time.Time
	news chan struct{} // something came
}

// newLine starts the program on a terminal of the given size.
func newLine(t testing.TB, cols, rows uint16, args ...string) *line {
	t.Helper()
	return newLineOf(t, cols, rows, exec.Command(program, args...))
}

// newLineOf starts any command on a terminal of the given size.
func newLineOf(t testing.TB, cols, rows uint16, cmd *exec.Cmd) *line {
	t.Helper()
	keyboard, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	l := &line{t: t, keyboard: keyboard, tty: tty, cmd: cmd, news: make(chan struct{}, 1)}
	if err := pty.Setsize(keyboard, &pty.Winsize{Rows: rows, Cols: cols}); err != nil {
		t.Fatal(err)
	}
	l.keyboard = interruptible(t, keyboard)
	l.cmd.Env = environment()
	l.cmd.Stdin, l.cmd.Stdout, l.cmd.Stderr = tty, tty, tty
	l.cmd.SysProcAttr = &unix.SysProcAttr{Setsid: true, Setctty: true}
	if err := l.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go l.listen()
	t.Cleanup(l.end)
	return l
}

// interruptible is the same file with reads that its Close ends, so that a line
// can be cut while somebody listens to it.
func interruptible(t testing.TB, f *os.File) *os.File {
	t.Helper()
	fd, err := unix.Dup(int(f.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	if err := unix.SetNonblock(fd, true); err != nil {
		t.Fatal(err)
	}
	unix.CloseOnExec(fd)
	_ = f.Close()
	return os.NewFile(uintptr(fd), f.Name())
}

// end stops what was started here.
func (l *line) end() {
	_ = l.cmd.Process.Kill() // gone already: as good
	_ = l.cmd.Wait()
	_ = l.tty.Close()
	_ = l.keyboard.Close()
}

func (l *line) listen() {
	var b [64 << 10]byte
	for {
		n, err := l.keyboard.Read(b[:])
		l.mu.Lock()
		l.sent, l.last = append(l.sent, b[:n]...), time.Now()
		l.mu.Unlock()
		select {
		case l.news <- struct{}{}:
		default: // whoever waits knows already
		}
		if err != nil {
			return
		}
	}
}

// output is everything that the program sent since the mark.
func (l *line) output(since int) string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return string(l.sent[min(since, len(l.sent)):])
}

// mark is a place in the output.
func (l *line) mark() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.sent)
}

// see waits for text after a mark.
func (l *line) see(since int, text string) {
	l.t.Helper()
	until(l.t, text, func() bool { return strings.Contains(l.output(since), text) }, func() string { return l.output(since) })
}

// write sends bytes to the program.
func (l *line) write(text string) {
	l.t.Helper()
	if _, err := l.keyboard.WriteString(text); err != nil {
		l.t.Fatal(err)
	}
}

// swallowed waits until the program has read all that was written, so that
// what is written next arrives in a read of its own.
func (l *line) swallowed() {
	l.t.Helper()
	until(l.t, "the program reads", func() bool {
		waiting, err := unix.IoctlGetInt(int(l.tty.Fd()), unix.TIOCINQ)
		return err == nil && waiting == 0
	}, func() string { return l.output(0) })
}

// apart sends parts of one key in separate packets. It reports false if the
// machine was so busy that a person might have pressed them one by one.
func (l *line) apart(parts ...string) bool {
	l.t.Helper()
	begun := time.Now()
	for _, part := range parts {
		l.write(part)
		l.swallowed()
	}
	return time.Since(begun) < 30*time.Millisecond
}
