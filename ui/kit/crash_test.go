//go:build linux

package kit

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// planted is somebody's name in the value of a panic.
type planted struct{ name string }

func (p planted) Error() string { return p.name }

// breaks is a screen that panics where it is told to.
type breaks struct {
	pasteScreen
	where string
	value any
}

func (b *breaks) at(where string) {
	if b.where == where {
		panic(b.value)
	}
}

func (b *breaks) View(_, _ int) string  { b.at("view"); return "" }
func (b *breaks) Actions() []Action     { b.at("actions"); return nil }
func (b *breaks) Resized(_, _ int) Turn { b.at("resized"); return Stay() }
func (b *breaks) Update(msg tea.Msg) Turn {
	b.at("update")
	return b.pasteScreen.Update(msg)
}

func (b *breaks) Init() tea.Cmd {
	b.at("init")
	return func() tea.Msg {
		b.at("command")
		return "an answer"
	}
}

// TestAPanicLeavesTheTerminalAsItWasAndTellsNothing panics with a name, in
// every place where a screen may, on a real terminal.
func TestAPanicLeavesTheTerminalAsItWasAndTellsNothing(t *testing.T) {
	const name = "Brzęczyszczykiewicz"
	for _, where := range []string{"init", "command", "update", "view", "actions", "resized"} {
		for _, value := range []any{name, planted{name}, &planted{name}, errors.New(name), []string{name}} {
			t.Run(where, func(t *testing.T) {
				shown, log := crashOnTerminal(t, &breaks{where: where, value: value})
				if strings.Contains(shown+log, name) {
					t.Errorf("the name came out: log %q, terminal %q", log, shown)
				}
				if !strings.Contains(log, "breaks).at") || !strings.Contains(log, "crash_test.go:") {
					t.Errorf("the log does not say where: %q", log)
				}
				if where != "init" && !strings.Contains(shown, "\x1b[?1049l") {
					t.Errorf("the alternate screen is not left: %q", shown)
				}
			})
		}
	}
}

// endOfOutput is a byte that no window writes.
const endOfOutput = 0

// crashOnTerminal runs a window until it breaks, and returns what reached the
// terminal and the log.
func crashOnTerminal(t *testing.T, screen Screen) (shown, log string) {
	t.Helper()
	keyboard, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	if err := pty.Setsize(keyboard, &pty.Winsize{Rows: 24, Cols: 80}); err != nil {
		t.Fatal(err)
	}
	before, err := unix.IoctlGetTermios(int(tty.Fd()), unix.TCGETS)
	if err != nil {
		t.Fatal(err)
	}
	stdin := os.Stdin
	os.Stdin = tty
	defer func() { os.Stdin = stdin }()
	output := make(chan string, 1)
	go func() {
		b, _ := bufio.NewReader(keyboard).ReadString(endOfOutput)
		output <- b
	}()
	if _, err := keyboard.WriteString("x"); err != nil {
		t.Fatal(err)
	}
	var written bytes.Buffer
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	stack := NewStack(screen, Options{Log: &written})
	if err := Run(stack, RunOptions{Out: tty, Context: ctx}); !errors.Is(err, ErrCrashed) {
		t.Fatalf("ended by %v", err)
	}
	after, err := unix.IoctlGetTermios(int(tty.Fd()), unix.TCGETS)
	if err != nil || *after != *before {
		t.Errorf("the terminal's mode changed: %v", err)
	}
	// Bubble Tea may still be asking this end for its size, so it isn't closed
	// here: it goes with its last user.
	if _, err := tty.Write([]byte{endOfOutput}); err != nil {
		t.Fatal(err)
	}
	shown = <-output
	_ = keyboard.Close()
	return shown, written.String()
}

func TestTheSentencesOfTheRuntimeAreKept(t *testing.T) {
	defer func() {
		if r := NewCrash(recover()); !strings.Contains(r.Error(), "index out of range [1]") {
			t.Error(r)
		}
	}()
	none := []int{0}
	_ = none[len(none)]
}
