//go:build linux

package e2e

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"

	"github.com/creack/pty"
	"golang.org/x/term"
)

// relayFifo names the variable that turns the test binary into a relay: inside
// xterm it runs the program on a terminal of its own, passes on what it draws,
// and types what comes through the pipe, as a person at the keyboard would.
const (
	relayFifo    = "OKIENKO_E2E_KEYS"
	relayCommand = "OKIENKO_E2E_COMMAND" // words separated by line breaks
)

func relay(fifo string) int {
	if err := runRelay(fifo); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

func runRelay(fifo string) error {
	before, err := term.MakeRaw(int(os.Stdin.Fd()))
	if err != nil {
		return fmt.Errorf("relay: %w", err)
	}
	defer func() { _ = term.Restore(int(os.Stdin.Fd()), before) }()
	size, err := pty.GetsizeFull(os.Stdin)
	if err != nil {
		return fmt.Errorf("relay: %w", err)
	}
	words := strings.Split(os.Getenv(relayCommand), "\n")
	screen, err := pty.StartWithSize(exec.Command(words[0], words[1:]...), size)
	if err != nil {
		return fmt.Errorf("relay: %w", err)
	}
	// Both directions end with the process.
	go func() { _, _ = io.Copy(screen, os.Stdin) }()
	go func() {
		keys, err := os.OpenFile(fifo, os.O_RDWR, 0)
		if err == nil {
			_, _ = io.Copy(screen, keys)
		}
	}()
	_, _ = io.Copy(os.Stdout, screen) // a closed pty ends in an error
	return nil
}
