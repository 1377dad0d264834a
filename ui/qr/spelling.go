package qr

import (
	"fmt"
	"unicode"
)

// Class is the kind of a character, for a caption such as "cyfra 0".
type Class string

// The classes.
const (
	Digit   Class = "digit"
	Capital Class = "capital"
	Small   Class = "small"
	Letter  Class = "letter" // of an alphabet without capitals
	Blank   Class = "blank"
	Sign    Class = "sign"
)

// ClassOf names the class of a character.
func ClassOf(r rune) Class {
	switch {
	case unicode.IsDigit(r):
		return Digit
	case unicode.IsUpper(r):
		return Capital
	case unicode.IsLower(r):
		return Small
	case unicode.IsLetter(r):
		return Letter
	case unicode.IsSpace(r):
		return Blank
	}
	return Sign
}

// lookalikes are the characters that are mistaken for each other on a screen.
const lookalikes = "0OoQ1lI|5S2Z8B6b9gq-_.,:;'`\""

// Mistakable reports whether a character should be named in a caption.
func Mistakable(r rune) bool {
	for _, l := range lookalikes {
		if r == l {
			return true
		}
	}
	return ClassOf(r) == Blank
}

// Groups cuts a text into groups of n characters for typing by hand. What
// can't be typed or seen is spelled out: a space as "␣", any other by its
// number, as "\x0a" for a byte and "\u{202e}" for a character.
func Groups(text string, n int) []string {
	var out []string
	group, count := "", 0
	for i, r := range text {
		if count == max(1, n) {
			out, group, count = append(out, group), "", 0
		}
		group += typable(text, i, r)
		count++
	}
	if count > 0 {
		out = append(out, group)
	}
	return out
}

func typable(text string, at int, r rune) string {
	switch {
	case r == ' ':
		return "␣"
	case r == unicode.ReplacementChar && text[at] != "\uFFFD"[0], r < ' ', r == 0x7f:
		return fmt.Sprintf(`\x%02x`, text[at])
	case !unicode.IsPrint(r):
		return fmt.Sprintf(`\u{%x}`, r)
	}
	return string(r)
}
