package model

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Żółć-Gęślą": "zolc gesla", "ŁÓDŹ": "lodz", "  a  B ": "a b", "O’Connor": "o connor", "Müller-Weiß": "muller weiss",
		"Ševčenko": "sevcenko", "Дмитро": "дмитро", "Zażo\u0301łc\u0301": "zazolc", "\u00a0": "", "nazwisko\u00a0ucznia": "nazwisko ucznia",
		"½": "1 2", "STRAẞE": "strasse", "ð": "d",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]struct {
		clean   string
		changed bool
	}{
		"Kowalska":                    {"Kowalska", false},
		"  Anna \u00a0 Maria ":        {"Anna Maria", false},
		"Jakubo\x00\x00wska":          {"Jakubowska", true},
		"Maria\nJoanna":               {"Maria Joanna", true},
		"Zażo\u0301łć":                {"Zażółć", false},
		"e\x00\u0301":                 {"é", true},
		"No\u202ewak\u2066":           {"Nowak", true},
		"\x1b[31mNowak\x1b[0m":        {"Nowak", true},
		"\x1b]0;tytuł\x07Nowak":       {"Nowak", true},
		"\x1b]8;;http://x\x1b\\Nowak": {"Nowak", true},
		"\u009b2JNowak":               {"Nowak", true},
		"No\x1bwak":                   {"Nowak", true},
		"Nowak\x1b[":                  {"Nowak[", true},
		"Ko\u200bwal\u00adski":        {"Kowalski", true},
		"\tTab":                       {"Tab", true},
		"Żaneta\xff":                  {"Żaneta", false},
		"":                            {"", false},
	} {
		clean, changed := Clean(in)
		if clean != want.clean || changed != want.changed {
			t.Errorf("Clean(%q) = %q, %t; want %q, %t", in, clean, changed, want.clean, want.changed)
		}
	}
}

func checkFold(t interface{ Errorf(string, ...any) }, s string) {
	folded := Fold(s)
	if again := Fold(folded); again != folded {
		t.Errorf("Fold(%q) = %q, folded again %q", s, folded, again)
	}
	if slow := foldAny(s); slow != folded {
		t.Errorf("Fold(%q) = %q, the slow way %q", s, folded, slow)
	}
	if strings.Contains(folded, "  ") || strings.TrimSpace(folded) != folded {
		t.Errorf("Fold(%q) leaves blanks: %q", s, folded)
	}
}

func checkClean(t interface{ Errorf(string, ...any) }, s string) {
	clean, _ := Clean(s)
	if again, changed := Clean(clean); again != clean || changed {
		t.Errorf("Clean(%q) = %q, cleaned again %q", s, clean, again)
	}
	if !utf8.ValidString(clean) || !norm.NFC.IsNormalString(clean) {
		t.Errorf("Clean(%q) = %q is not composed UTF-8", s, clean)
	}
	for _, r := range clean {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029' {
			t.Errorf("Clean(%q) keeps %U", s, r)
		}
	}
}

func TestFoldAndCleanProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringOfN(rapid.RuneFrom([]rune("aąĄłŁ\u0301 -’\x1b[;m0\u202e\n\u00a0ẞ")), 0, 20, -1)).Draw(t, "s")
		checkFold(t, s)
		checkClean(t, s)
	})
}

func FuzzFold(f *testing.F) {
	f.Add("Żółć-Gęślą")
	f.Add("ẞ\u0301İ")
	f.Add("0000000000000000000000000000000000000000000\xf3Ӯ")
	f.Fuzz(func(t *testing.T, s string) { checkFold(t, s) })
}

func FuzzClean(f *testing.F) {
	f.Add("\x1b[31mNo\u202ewak\x00")
	f.Add("e\x00\u0301\u009b2J")
	f.Fuzz(func(t *testing.T, s string) { checkClean(t, s) })
}
