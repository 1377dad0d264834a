package qr

import (
	"strings"
	"unicode"

	"github.com/mattn/go-runewidth"
)

// Align is where a line of text stands.
type Align int

// Alignments.
const (
	Left Align = iota
	Centre
)

// widths measures as a European terminal does, whatever the locale of the
// process.
var widths = &runewidth.Condition{StrictEmojiNeutral: true}

// Paper returns one line of exactly width cells: black text on the same paper
// as the drawing. Control and bidirectional characters become "·"; text that
// is too wide ends in "…".
func Paper(text string, width int, align Align, a Abilities) string {
	if width <= 0 {
		return ""
	}
	text = widths.Truncate(harmless(text), width, "…")
	room := width - widths.StringWidth(text)
	before := 0
	if align == Centre {
		before = room / 2
	}
	return a.Palette.ground(light) + a.Palette.ink(dark) +
		strings.Repeat(" ", before) + text + strings.Repeat(" ", room-before) + reset
}

// harmless replaces whatever could steer a terminal or turn text around.
func harmless(text string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return '·'
		}
		return r
	}, strings.ToValidUTF8(text, "·"))
}
