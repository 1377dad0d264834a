package kit

import "strings"

// MaxPaste is the longest paste that is taken, in bytes.
const MaxPaste = 64 << 10

// brokenMark stands in a paste for a byte that was not UTF-8. Bubble Tea would
// drop such bytes without a word, and a code that lost a byte is a wrong code.
// It is a noncharacter, so it occurs in no text.
const brokenMark = '\U0010FFFF'

func newPaste(text string) Paste {
	return Paste{Text: text, TooLong: len(text) > MaxPaste, Broken: strings.ContainsRune(text, brokenMark)}
}
