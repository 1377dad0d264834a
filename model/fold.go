package model

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// Fold makes text comparable for search: lower case, no Polish or other
// diacritics, one blank between words. "Żółć-Gęślą" and "zolc gesla" fold to
// the same.
func Fold(s string) string {
	if folded, ok := foldASCII(s); ok {
		return folded
	}
	var b strings.Builder
	b.Grow(len(s))
	blank := true
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
			continue
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if plain, ok := strokeLetters[r]; ok {
				b.WriteString(plain)
			} else {
				b.WriteRune(unicode.ToLower(r))
			}
			blank = false
		default:
			if !blank {
				b.WriteByte(' ')
				blank = true
			}
		}
	}
	return strings.TrimSuffix(b.String(), " ")
}

// strokeLetters are those that decomposition leaves alone.
var strokeLetters = map[rune]string{
	'ł': "l", 'Ł': "l", 'ø': "o", 'Ø': "o", 'đ': "d", 'Đ': "d", 'ß': "ss", 'æ': "ae", 'Æ': "ae",
	'œ': "oe", 'Œ': "oe", 'ı': "i", 'þ': "th", 'Þ': "th", 'ð': "d", 'Ð': "d",
}

func foldASCII(s string) (string, bool) {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return "", false
		}
	}
	b := make([]byte, 0, len(s))
	blank := true
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= 'A' && c <= 'Z':
			b, blank = append(b, c+'a'-'A'), false
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
			b, blank = append(b, c), false
		case !blank:
			b, blank = append(b, ' '), true
		}
	}
	return strings.TrimSuffix(string(b), " "), true
}

// Collator orders names as a Polish class register does: ą after a, ł after
// l, ź before ż. It is not safe for use from two goroutines at once.
type Collator struct {
	c   *collate.Collator
	buf collate.Buffer
}

// NewCollator returns a Polish collator.
func NewCollator() *Collator {
	return &Collator{c: collate.New(language.Polish)}
}

// Key returns a string whose byte order is the Polish order of s.
func (c *Collator) Key(s string) string {
	c.buf.Reset()
	return string(c.c.KeyFromString(&c.buf, s))
}

// Clean makes a cell of a foreign file or typed text fit to be kept and
// shown: composed letters, no control characters, no bidirectional or
// invisible formatting, ends trimmed, inner white space single. changed
// reports that something other than white space at the ends or composition
// was taken out.
func Clean(s string) (clean string, changed bool) {
	s = strings.ToValidUTF8(s, "")
	var b strings.Builder
	b.Grow(len(s))
	blank := true
	for _, r := range norm.NFC.String(s) {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r == '\v' || r == '\f' || r == '\u2028' || r == '\u2029':
			changed = true
			fallthrough
		case unicode.Is(unicode.Zs, r):
			if !blank {
				b.WriteByte(' ')
				blank = true
			}
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Co, r):
			changed = true
		default:
			b.WriteRune(r)
			blank = false
		}
	}
	return strings.TrimSuffix(b.String(), " "), changed
}
