//go:build linux

package e2e

import (
	"strings"
	"testing"
)

// TestConfirmedOutlivesTheProgram kills the window the moment it says that a
// hand-over is recorded.
func TestConfirmedOutlivesTheProgram(t *testing.T) {
	need(t)
	s := newSchool(t)
	l := newLine(t, 80, 24, "--data", s.folder)
	l.see(0, "Ćwikła")
	l.write("cwik")
	l.write("\r")
	l.see(0, "Bożena Ć.")
	mark := l.mark()
	sent := func(text string) func() bool { return func() bool { return strings.Contains(l.output(mark), text) } }
	all := func() string { return l.output(mark) }
	enter := func() { l.write("\r") }
	insist(t, "the question who collected", enter, sent("Kto odebrał?"), all)
	insist(t, "the notice", enter, sent("Wydano: Bożena"), all)
	if err := l.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = l.cmd.Wait() // it was killed

	if n := s.stage("handed_over"); n != 1 {
		t.Errorf("%d handed over after the kill", n)
	}
	s.okienko("doctor")
	next := newLine(t, 80, 24, "--data", s.folder)
	next.see(0, "wydano")
}
