//go:build !windows

package kit_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"

	"okienko/ui/kit"
)

// childVar makes the test binary run a window instead of the tests.
const childVar = "OKIENKO_KIT_CHILD"

func TestMain(m *testing.M) {
	if os.Getenv(childVar) == "" {
		os.Exit(m.Run())
	}
	p := &probe{name: "child"}
	p.actions = []kit.Action{do("quit", "q", kit.Quit)}
	p.lines = []string{fmt.Sprintf("CI=%q", os.Getenv("CI"))}
	if err := kit.Run(kit.NewStack(p, opts), kit.RunOptions{}); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// startChild runs the window in a terminal that answers no questions. env is
// added to an environment without CI.
func startChild(t *testing.T, env ...string) (*os.File, *exec.Cmd) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	for _, v := range os.Environ() {
		if !strings.HasPrefix(v, "CI=") && !strings.HasPrefix(v, "NO_COLOR=") {
			cmd.Env = append(cmd.Env, v)
		}
	}
	cmd.Env = append(cmd.Env, childVar+"=1", "TERM=xterm-256color", "LANG=pl_PL.UTF-8", "LC_ALL=")
	cmd.Env = append(cmd.Env, env...)
	f, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		t.Skipf("no pseudo-terminal here: %v", err)
	}
	t.Cleanup(func() { _ = f.Close() })
	if err := f.SetReadDeadline(time.Now().Add(20 * time.Second)); err != nil {
		t.Fatal(err)
	}
	return f, cmd
}

// readUntil reads what the window writes until a text is there.
func readUntil(t *testing.T, f *os.File, text string) string {
	t.Helper()
	var all strings.Builder
	b := make([]byte, 4096)
	for !strings.Contains(all.String(), text) {
		n, err := f.Read(b)
		all.Write(b[:n])
		if err != nil {
			t.Fatalf("%v after %q", err, all.String())
		}
	}
	return all.String()
}

func TestFirstFrameComesAtOnceAndAsksNothing(t *testing.T) {
	start := time.Now()
	f, cmd := startChild(t)
	got := readUntil(t, f, "Menu")
	if took := time.Since(start); took > 3*time.Second {
		t.Errorf("the first frame took %v", took)
	}
	for _, question := range []string{"\x1b]", "\x1b[c", "\x1b[0c", "\x1b[6n", "\x1b[>"} {
		if strings.Contains(got, question) {
			t.Errorf("asks the terminal %q: %q", question, got)
		}
	}
	if !strings.Contains(got, `CI=""`) {
		t.Errorf("CI stays set: %q", got)
	}
	if !strings.Contains(got, "\x1b[1m") {
		t.Errorf("no styles on a terminal with colours: %q", got)
	}
	quit(t, f, cmd)
}

func TestNoColour(t *testing.T) {
	f, cmd := startChild(t, "NO_COLOR=1", "CI=7")
	got := readUntil(t, f, "Menu")
	if strings.Contains(got, "\x1b[1m") || !strings.Contains(got, `CI="7"`) {
		t.Errorf("got %q", got)
	}
	quit(t, f, cmd)
}

func quit(t *testing.T, f *os.File, cmd *exec.Cmd) {
	t.Helper()
	if _, err := f.WriteString("q"); err != nil {
		t.Fatal(err)
	}
	rest := readUntil(t, f, "\x1b[?1049l")
	_, _ = io.Copy(io.Discard, f)
	if err := cmd.Wait(); err != nil {
		t.Errorf("%v: %q", err, rest)
	}
}

func TestSIGTERMEndsTheWindow(t *testing.T) {
	f, cmd := startChild(t)
	readUntil(t, f, "Menu")
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	readUntil(t, f, "\x1b[?1049l")
	_, _ = io.Copy(io.Discard, f)
	if err := cmd.Wait(); err != nil {
		t.Error(err)
	}
}

// What is typed after the window is gone belongs to the shell.
func TestLeavingEatsNoKeys(t *testing.T) {
	ours, theirs, err := pty.Open()
	if err != nil {
		t.Skipf("no pseudo-terminal here: %v", err)
	}
	defer func() { _ = errors.Join(ours.Close(), theirs.Close()) }()
	in, restore, err := kit.OpenTerminal(theirs)
	if err != nil {
		t.Fatal(err)
	}
	b := make([]byte, 256)
	_, _ = ours.WriteString("a")
	if n, err := in.Read(b); err != nil || string(b[:n]) != "a" {
		t.Fatalf("read %q, %v", b[:n], err)
	}
	if err := errors.Join(restore(), restore()); err != nil {
		t.Fatal(err)
	}
	_, _ = ours.WriteString("exit\n")
	n, err := theirs.Read(b)
	if err != nil || string(b[:n]) != "exit\n" {
		t.Errorf("the shell reads %q, %v", b[:n], err)
	}
	if _, err := in.Read(b); !errors.Is(err, kit.ErrInputEnded) {
		t.Errorf("reading on gives %v", err)
	}
}
