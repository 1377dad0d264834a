//go:build linux

package e2e

import (
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestAWindowThatEndsDuringAHandoverLeavesItToBeSettled ends a window in every
// way while a code is on its screen. Nobody knows then whether the student
// scanned, so a second desk sees an unfinished hand-over, and so does the desk
// itself when it comes back.
func TestAWindowThatEndsDuringAHandoverLeavesItToBeSettled(t *testing.T) {
	need(t)
	for _, test := range []struct {
		name string
		told bool // the window can still write
		end  func(*line)
	}{
		{"SIGTERM", true, func(l *line) { l.signal(syscall.SIGTERM) }},
		{"SIGHUP", true, func(l *line) { l.signal(syscall.SIGHUP) }},
		{"line cut", true, func(l *line) { _ = l.keyboard.Close() }},
		{"SIGKILL", false, func(l *line) { l.signal(syscall.SIGKILL) }},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := newSchool(t)
			second := newLine(t, 80, 24, "--data", s.folder, "--desk", "okno-2")
			second.see(0, "Ćwikła")
			first := newLine(t, 80, 24, "--data", s.folder, "--desk", "okno-1", "--operator", "Anna")
			first.see(0, "Ćwikła")
			first.write("cwik")
			first.write("\r")
			first.see(0, "Bożena Ć.")

			since, began := second.mark(), time.Now()
			test.end(first)
			_ = first.cmd.Wait() // it was told to end, or killed
			if test.told {
				second.see(since, "niedokończone wydanie")
				t.Logf("seen at the other desk after %v", time.Since(began).Round(10*time.Millisecond))
			}
			if test.told && test.name != "line cut" && !strings.Contains(first.output(0), "\x1b[?1049l") {
				t.Error("the terminal is not restored")
			}
			if n := s.stage("held"); n != 1 && test.told {
				t.Errorf("%d held back", n)
			}

			back := newLine(t, 80, 24, "--data", s.folder, "--desk", "okno-1", "--operator", "Anna")
			back.see(0, "Czy kod zeskanowano?")
			back.see(0, "Bożena")
			down := func() { back.write("\x1b[B") }
			insist(t, "the answer", down, func() bool { return strings.Contains(back.output(0), "(•) tak, odebrał uczeń") },
				func() string { return back.output(0) })
			enter := func() { back.write("\r") }
			insist(t, "the notice", enter, func() bool { return strings.Contains(back.output(0), "Zapisano, jak") },
				func() string { return back.output(0) })
			if n := s.stage("handed_over"); n != 1 {
				t.Errorf("%d handed over", n)
			}
			s.okienko("doctor")
		})
	}
}

func (l *line) signal(which syscall.Signal) {
	l.t.Helper()
	if err := l.cmd.Process.Signal(which); err != nil {
		l.t.Fatal(err)
	}
}
