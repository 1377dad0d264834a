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
	b := make([]byte, 0, len(s))
	blank := true
	for _, r := range s {
		var plain byte
		if r < latinEnd {
			plain = latinPlain[r]
		}
		switch {
		case plain == 0:
			return foldAny(s)
		case plain != ' ':
			b, blank = append(b, plain), false
		case !blank:
			b, blank = append(b, ' '), true
		}
	}
	return strings.TrimSuffix(string(b), " ")
}

// latinEnd is the end of the letters that Polish and its neighbours use.
const latinEnd = 0x180

// latinPlain holds what each character below latinEnd folds to within a word
// where that is one ASCII character: a letter, a digit, or a blank. 0 where it
// is not; "ŀ" is an l and a dot, which parts words.
var latinPlain = func() (table [latinEnd]byte) {
	for r := range rune(latinEnd) {
		if folded := foldAny("a" + string(r) + "a"); len(folded) == 3 {
			table[r] = folded[1]
		}
	}
	return table
}()

// foldAny folds text of any script.
func foldAny(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	blank := true
	// Beside a byte that is not UTF-8 a letter may be left composed.
	for _, r := range norm.NFKD.String(strings.ToValidUTF8(s, "\uFFFD")) {
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
	'ł': "l", 'Ł': "l", 'ø': "o", 'Ø': "o", 'đ': "d", 'Đ': "d", 'ß': "ss", 'ẞ': "ss", 'æ': "ae", 'Æ': "ae",
	'œ': "oe", 'Œ': "oe", 'ı': "i", 'þ': "th", 'Þ': "th", 'ð': "d", 'Ð': "d",
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
	if isClean(s) {
		return s, false
	}
	s = strings.ToValidUTF8(s, "")
	var b strings.Builder
	b.Grow(len(s))
	blank := true
	for i := 0; i < len(s); {
		if n := escapeSequence(s[i:]); n > 0 {
			changed = true
			i += n
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r == '\v' || r == '\f' || r == '\u0085' || r == '\u2028' || r == '\u2029':
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
	// Last, because taking something out may bring a letter and its accent
	// together.
	return norm.NFC.String(strings.TrimSuffix(b.String(), " ")), changed
}

// isClean recognises, without looking at tables, the cells that most files
// are made of: single blanks between ASCII and composed Latin letters.
func isClean(s string) bool {
	blank := true
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ':
			if blank {
				return false
			}
			blank = true
		case c > ' ' && c < 0x7f:
			blank = false
		case c >= 0xc3 && c <= 0xc5 && i+1 < len(s) && s[i+1]&0xc0 == 0x80: // U+00C0 to U+017F
			blank = false
			i++
		default:
			return false
		}
	}
	return !blank || s == ""
}

// escapeSequence returns the length of the terminal escape sequence that s
// begins with, 0 if none: CSI up to its final byte, OSC and the like up to
// their terminator, which must come soon. A lone ESC is a control character
// like any other.
func escapeSequence(s string) int {
	const longest = 512
	s = s[:min(len(s), longest)]
	if len(s) < 2 {
		return 0
	}
	body := 2
	kind := s[1]
	switch {
	case s[0] == 0x1b:
	case s[0] == 0xc2 && (s[1] == 0x9b || s[1] == 0x9d || s[1] == 0x90): // the same as single characters
		kind -= 0x40
	default:
		return 0
	}
	switch kind {
	case '[':
		for i := body; i < len(s); i++ {
			if s[i] >= 0x40 && s[i] <= 0x7e {
				return i + 1
			}
			if s[i] < 0x20 || s[i] > 0x7e {
				return 0
			}
		}
	case ']', 'P', '_', '^', 'X':
		for i := body; i < len(s); i++ {
			if s[i] == 0x07 {
				return i + 1
			}
			if s[i] == 0x1b && i+1 < len(s) && s[i+1] == '\\' {
				return i + 2
			}
		}
	}
	return 0
}
