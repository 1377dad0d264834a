package ui

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"okienko/ui/kit"
)

func TestSentencesWrapBetweenWords(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"W tym folderze nie ma jeszcze szkoły.", 0, "W tym folderze nie ma jeszcze szkoły."},
		{"W tym folderze nie ma jeszcze szkoły.", 20, "W tym folderze nie\nma jeszcze szkoły."},
		{"Zażółć gęślą jaźń.", 12, "Zażółć gęślą\njaźń."},
		{"Wskaż folder przez --data.", 24, "Wskaż folder przez\n--data."},
		{"Plik /bardzo/długa/ścieżka/lista.csv nie istnieje.", 12, "Plik\n/bardzo/długa/ścieżka/lista.csv\nnie\nistnieje."},
		{"raz\ndwa trzy", 4, "raz\ndwa\ntrzy"},
		{"", 10, ""},
	} {
		if got := wrapped(c.text, c.width); got != c.want {
			t.Errorf("%q at %d: %q", c.text, c.width, got)
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		text, width := rapid.StringMatching(`[a-ząę. -]{0,200}`).Draw(rt, "text"), rapid.IntRange(1, 90).Draw(rt, "width")
		got := wrapped(text, width)
		if strings.ReplaceAll(got, "\n", " ") != text {
			rt.Fatalf("changed to %q", got)
		}
		for _, line := range strings.Split(got, "\n") {
			if kit.Width(line) > width && strings.Contains(line, " ") {
				rt.Fatalf("too wide: %q", line)
			}
		}
	})
}

func TestEntriesLeaveTheColumnOfTheirWordFree(t *testing.T) {
	if got := entry("ŹLE", "Zażółć gęślą jaźń.", 22); got != "ŹLE      Zażółć gęślą\n         jaźń." {
		t.Errorf("%q", got)
	}
	if got := entry("dobrze", "Zażółć gęślą jaźń.", 0); got != "dobrze   Zażółć gęślą jaźń." {
		t.Errorf("%q", got)
	}
}

func TestWhatIsNoTerminalHasNoColumns(t *testing.T) {
	if n := columns(&bytes.Buffer{}); n != 0 {
		t.Errorf("%d columns", n)
	}
}
