//go:build unix

package ui

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestASecondSignalEnds runs this test once more as a program that does not
// listen to its context.
func TestASecondSignalEnds(t *testing.T) {
	const deaf = "OKIENKO_TEST_DEAF"
	if os.Getenv(deaf) == "1" {
		ctx, _ := interruptible()
		fmt.Println("ready")
		<-ctx.Done()
		fmt.Println("told")
		<-time.After(time.Minute)
		return
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestASecondSignalEnds$")
	cmd.Env = append(os.Environ(), deaf+"=1")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for _, want := range []string{"ready", "told"} {
		if !lines.Scan() || lines.Text() != want {
			t.Fatalf("%q, want %q", lines.Text(), want)
		}
		if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
			t.Fatal(err)
		}
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	// The second may have come a moment before the way was open; nobody presses
	// Ctrl+C that fast, and then the next does it.
	again, over := time.NewTicker(50*time.Millisecond), time.After(20*time.Second)
	defer again.Stop()
	for {
		select {
		case err := <-ended:
			var exit *exec.ExitError
			if !errors.As(err, &exit) || exit.Sys().(syscall.WaitStatus).Signal() != syscall.SIGTERM {
				t.Errorf("ended by %v", err)
			}
			return
		case <-again.C:
			_ = cmd.Process.Signal(syscall.SIGTERM)
		case <-over:
			_ = cmd.Process.Kill()
			t.Fatal("signals are ignored")
		}
	}
}

// TestAPipeIsNoFile names a pipe that nobody writes into.
func TestAPipeIsNoFile(t *testing.T) {
	d := newDesktop(t)
	d.school()
	pipe := filepath.Join(t.TempDir(), "potok.csv")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	d.must(exitNothing, "import", "students", pipe)
	if !strings.Contains(d.out.String(), "potok") || strings.Contains(d.out.String(), "uprawnienia") {
		t.Error(d.out.String())
	}
}
