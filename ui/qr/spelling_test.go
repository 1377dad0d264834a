package qr

import (
	"slices"
	"testing"
)

func TestGroups(t *testing.T) {
	for _, tt := range []struct {
		text string
		n    int
		want []string
	}{
		{"", 4, nil},
		{"abcdefgh", 4, []string{"abcd", "efgh"}},
		{"abcdefghi", 4, []string{"abcd", "efgh", "i"}},
		{"zażółć", 2, []string{"za", "żó", "łć"}},
		{"a b", 4, []string{"a␣b"}},
		{"a\x1b[2J", 9, []string{`a\x1b[2J`}},
		{"a\xffb\u202ec", 9, []string{`a\xffb\u{202e}c`}},
		{"ab", 0, []string{"a", "b"}},
	} {
		if got := Groups(tt.text, tt.n); !slices.Equal(got, tt.want) {
			t.Errorf("Groups(%q, %d) = %q, want %q", tt.text, tt.n, got, tt.want)
		}
	}
}

func TestClassOf(t *testing.T) {
	for r, want := range map[rune]Class{'0': Digit, 'O': Capital, 'l': Small, 'Ż': Capital, 'ї': Small, ' ': Blank, '|': Sign, '日': Letter} {
		if got := ClassOf(r); got != want {
			t.Errorf("ClassOf(%q) = %s, want %s", r, got, want)
		}
	}
	for r, want := range map[rune]bool{'0': true, 'O': true, 'l': true, ' ': true, 'k': false, '4': false} {
		if got := Mistakable(r); got != want {
			t.Errorf("Mistakable(%q) = %v", r, got)
		}
	}
}
