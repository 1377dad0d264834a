package kit

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// FuzzSafe shows any text: nothing of it may act on the terminal, and it takes
// the room that it is given.
func FuzzSafe(f *testing.F) {
	for _, s := range []string{"Zażółć", "a\x1b[2Jb\x9b31m", "\u202eabc\u2066", "a\u200bb\ufeff", "\x1b]0;tytul\x07", "e\u0301\u0301", "中👩‍👩‍👧", "\xff\xfe\r\n\t"} {
		f.Add(s, 5)
	}
	f.Fuzz(func(t *testing.T, text string, w int) {
		w = max(0, min(w, 200))
		safe := Safe(text)
		if !utf8.ValidString(safe) {
			t.Errorf("not UTF-8: %q", safe)
		}
		for _, r := range safe {
			if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029' {
				t.Errorf("%q in %q", r, safe)
			}
		}
		if again := Safe(safe); again != safe {
			t.Errorf("%q, then %q", safe, again)
		}
		if cut := Cut(safe, w); Width(cut) > w {
			t.Errorf("%q takes %d of %d cells", cut, Width(cut), w)
		}
		for _, line := range Wrap(safe, max(w, 2)) {
			if Width(line) > max(w, 2) || strings.Contains(line, "\n") {
				t.Errorf("%q takes %d of %d cells", line, Width(line), max(w, 2))
			}
		}
	})
}
