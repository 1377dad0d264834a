//go:build linux

package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// tmux is a terminal of 80×24 with a shell, on a server of its own.
type tmux struct {
	t      *testing.T
	socket string
}

func newTmux(t *testing.T) tmux {
	t.Helper()
	m := tmux{t, fmt.Sprintf("okienko-%d-%s", os.Getpid(), strings.ReplaceAll(t.Name(), "/", "-"))}
	m.tmux("-f", os.DevNull, "new-session", "-d", "-x", "80", "-y", "24", "env", "PS1=gotowe> ", "PROMPT_COMMAND=", "sh")
	t.Cleanup(func() { _ = m.command("kill-server").Run() })
	m.see("gotowe>")
	return m
}

func (m tmux) command(args ...string) *exec.Cmd {
	cmd := exec.Command("tmux", append([]string{"-L", m.socket, "-u"}, args...)...)
	cmd.Env = environment()
	return cmd
}

func (m tmux) tmux(args ...string) string {
	m.t.Helper()
	out, err := m.command(args...).CombinedOutput()
	if err != nil {
		m.t.Fatalf("tmux %s: %v\n%s", args[0], err, out)
	}
	return string(out)
}

// press presses keys by tmux's names.
func (m tmux) press(keys ...string) { m.t.Helper(); m.tmux(append([]string{"send-keys"}, keys...)...) }

// typing types text.
func (m tmux) typing(text string) { m.t.Helper(); m.tmux("send-keys", "-l", "--", text) }

// screen is the window as text.
func (m tmux) screen() string { m.t.Helper(); return m.tmux("capture-pane", "-p") }

// colours is the window with its colours, all of every line.
func (m tmux) colours() string { m.t.Helper(); return m.tmux("capture-pane", "-p", "-e", "-N") }

// see waits for texts on the screen.
func (m tmux) see(texts ...string) {
	m.t.Helper()
	for _, text := range texts {
		until(m.t, text, func() bool { return strings.Contains(m.screen(), text) }, m.screen)
	}
}

// shell runs a command of the program at the prompt and waits for its words
// and its exit code.
func (m tmux) shell(line, says string) {
	m.t.Helper()
	m.tmux("send-keys", "clear", "Enter")
	m.typing(line + "; echo kod=$?")
	m.press("Enter")
	m.see("\nkod=0", says)
}
