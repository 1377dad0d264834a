package kit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Safe makes text from a file or a person fit to be shown: control characters,
// escape introducers, bidi overrides and other invisible characters are
// removed, line breaks and tabs become spaces, broken UTF-8 becomes U+FFFD.
func Safe(s string) string {
	clean := true
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] >= 0x7f {
			clean = false
			break
		}
	}
	if clean {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t' || r == '\u2028' || r == '\u2029':
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, string(utf8.RuneError)))
}

// Width is how many cells a line takes, colours not counted.
func Width(s string) int { return ansi.StringWidth(s) }

// Cut shortens a line to w cells, with a sign where something is missing.
func Cut(s string, w int) string {
	if w <= 0 {
		return ""
	}
	if len(s) <= w || Width(s) <= w {
		return s
	}
	return ansi.Truncate(s, w, signs.dots)
}

// Pad makes a line exactly w cells wide: cut or filled with spaces.
func Pad(s string, w int) string {
	s = Cut(s, w)
	return s + strings.Repeat(" ", max(0, w-Width(s)))
}

// Wrap breaks text at spaces into lines of at most w cells.
func Wrap(s string, w int) []string {
	if w <= 0 {
		return nil
	}
	var lines []string
	for _, line := range strings.Split(ansi.Wrap(s, w, ""), "\n") {
		// Of blanks before a word as long as the line the library makes one
		// that is too long.
		if Width(line) > w {
			line = ansi.Hardwrap(line, w, false)
		}
		lines = append(lines, strings.Split(line, "\n")...)
	}
	return lines
}

// Fit makes a block exactly h lines, none wider than w cells. Nothing is padded
// at the right, which keeps what goes over the wire short.
func Fit(block string, w, h int) []string {
	lines := strings.Split(block, "\n")
	if len(lines) > h {
		lines = lines[:max(0, h)]
	}
	for i, l := range lines {
		lines[i] = Cut(l, w)
	}
	for len(lines) < h {
		lines = append(lines, "")
	}
	return lines
}
