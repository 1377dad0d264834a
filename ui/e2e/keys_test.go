//go:build linux

package e2e

import (
	"regexp"
	"testing"
	"time"
)

// mostTries is how long a busy machine gets to send keys once as fast as a line.
const mostTries = time.Minute

// TestKeysComeWhole sends keys as slow lines do. Each try types into an empty
// search; a try in which the machine itself was slower than a hand is repeated.
func TestKeysComeWhole(t *testing.T) {
	need(t)
	s := newSchool(t)
	for _, c := range []struct {
		name  string
		parts []string
		want  string
	}{
		{"an arrow split after ESC", []string{"\x1b", "[B"}, "▸ Łosiński Adam"},
		{"an arrow split before its letter", []string{"\x1b[", "B"}, "▸ Łosiński Adam"},
		{"a Polish letter split", []string{"\xc5", "\x82\xc3", "\xb3"}, "łó"},
		{"three letters in one packet", []string{"jjj"}, "jjj"},
		{"two arrows in one packet", []string{"\x1b[B\x1b[B"}, "▸ Łoza Jan"},
		{"letters and an arrow in one packet", []string{"lo\x1b[B"}, "▸ Łoza Jan"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for begun := time.Now(); time.Since(begun) < mostTries; {
				l := newLine(t, 80, 24, "--data", s.folder)
				l.see(0, "▸ Ćwikła")
				mark := l.mark()
				if !l.apart(c.parts...) {
					l.end()
					continue
				}
				l.see(mark, c.want)
				return
			}
			skip(t, "this machine is too busy to send keys as fast as a line does")
		})
	}
}

// questions that a terminal would have to answer: colours, its name, the
// cursor's place, modes.
var questions = regexp.MustCompile("\x1b\\][0-9;]*\\?|\x1b\\[[>=?]?[0-9]*c|\x1b\\[\\??[56]n|\x1b\\[>[0-9]*q|\x1b\\[\\?[0-9;]*\\$p|\x1bP\\+q")

// TestFirstFrameAsksNothing opens the window where nothing answers.
func TestFirstFrameAsksNothing(t *testing.T) {
	need(t)
	s := newSchool(t)
	begun := time.Now()
	l := newLine(t, 80, 24, "--data", s.folder)
	l.see(0, "Ćwikła")
	if took := time.Since(begun); took > time.Second {
		t.Errorf("the first frame took %v", took)
	}
	mark := l.mark()
	l.write("\x1b[B")
	l.see(mark, "▸ Łosi")
	if asked := questions.FindString(l.output(0)); asked != "" {
		t.Errorf("the terminal was asked %q", asked)
	}
}

// TestAnyKeyEndsACode shows a text as a code and ends it with keys of every
// sort.
func TestAnyKeyEndsACode(t *testing.T) {
	need(t)
	for name, key := range map[string]string{"Enter": "\r", "F1": "\x1bOP", "a letter": "q", "an arrow": "\x1b[B", "Ctrl+C": "\x03"} {
		t.Run(name, func(t *testing.T) {
			l := newLine(t, 80, 24, "qr", "tekst na próbę")
			l.see(0, "\x1b[48;5;231m\x1b[38;5;16m")
			l.write(key)
			ended := make(chan error, 1)
			go func() { ended <- l.cmd.Wait() }()
			select {
			case err := <-ended:
				if err != nil {
					t.Error(err)
				}
			case <-time.After(deadline):
				t.Error("it did not end")
			}
		})
	}
}
