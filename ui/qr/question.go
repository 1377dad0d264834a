package qr

import "strings"

// Questions to a terminal, all answered without a key being pressed or not at
// all. CSI sequences that a terminal does not know it ignores.
const (
	askAttributes = "\x1b[c"
	// askKitty has the terminal judge a picture of one pixel, not shown.
	askKitty = kittyStart + "i=31,s=1,v=1,a=q,t=d,f=24;AAAA" + kittyEnd
)

// Questions is what to write to find out whether the terminal shows pictures;
// "" where it can't, or where a question could end up on the screen. Learn
// takes the answers.
func (a Abilities) Questions() string {
	switch {
	case a.InTmux || a.InScreen || a.Dumb || a.Palette != Indexed:
		return ""
	case a.MayKitty:
		return askKitty + askAttributes
	}
	return askAttributes
}

// mayKitty knows the terminals worth asking for kitty's pictures. Some others
// print the question.
func mayKitty(term string, env func(string) string) bool {
	switch {
	case strings.HasPrefix(term, "xterm-kitty"), strings.HasPrefix(term, "xterm-ghostty"):
		return true
	}
	return number(env("KONSOLE_VERSION")) > 0 || env("TERM_PROGRAM") == "WezTerm"
}

// sixelAttribute is what device attributes say of sixel.
const sixelAttribute = "4"

// A VT340, and xterm as one, has 16 registers for colours and takes the colour
// of a higher one for any of them; all else that shows sixel has 256.
const (
	vt300        = "63"
	vt300Colours = 16
	sixelColours = 256
)

// Learn takes a terminal's answer to Questions, and nothing else.
func (a *Abilities) Learn(answer string) {
	if text, ok := cutAround(answer, "\x1b[?", "c"); ok {
		// The first number is the kind of terminal.
		kind, features, _ := strings.Cut(text, ";")
		a.Sixel = kind != "" && strings.Contains(";"+features+";", ";"+sixelAttribute+";")
		switch {
		case !a.Sixel:
			a.SixelColours = 0
		case kind == vt300:
			a.SixelColours = vt300Colours
		default:
			a.SixelColours = sixelColours
		}
		return
	}
	if text, ok := cutAround(answer, kittyStart, kittyEnd); ok && strings.HasPrefix(text, "i=31") {
		a.Kitty = strings.HasSuffix(text, ";OK")
	}
}

func cutAround(s, before, after string) (string, bool) {
	s, begins := strings.CutPrefix(s, before)
	s, ends := strings.CutSuffix(s, after)
	return s, begins && ends
}
