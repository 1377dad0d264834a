package kit

import "strings"

// Kind is how a notice is meant.
type Kind int

// The kinds of notices.
const (
	KindNone Kind = iota
	KindGood
	KindWarn
	KindBad
)

// Notice is one sentence above the footer. It goes away with the next key.
type Notice struct {
	Kind Kind
	Text string
}

// Good says that something is done.
func Good(text string) Notice { return Notice{KindGood, text} }

// Warn says that something needs attention.
func Warn(text string) Notice { return Notice{KindWarn, text} }

// Bad says that something failed.
func Bad(text string) Notice { return Notice{KindBad, text} }

// noticeLines is how many lines a long notice may take.
const noticeLines = 4

// View draws the notice on one line: sign, text and colour.
func (n Notice) View(w int) string {
	tone, text := n.drawn()
	return tone.Paint(Cut(text, w))
}

// lines draws the whole sentence, on several lines if need be.
func (n Notice) lines(w int) []string {
	tone, text := n.drawn()
	lines := Wrap(text, w)
	if len(lines) > noticeLines {
		lines = append(lines[:noticeLines-1], Cut(strings.Join(lines[noticeLines-1:], " "), w))
	}
	for i, l := range lines {
		lines[i] = tone.Paint(Cut(l, w))
	}
	return lines
}

func (n Notice) drawn() (Tone, string) {
	if n.Text == "" {
		return Plain, ""
	}
	tone, sign := Plain, signs.note
	switch n.Kind {
	case KindGood:
		tone, sign = GoodTone, signs.good
	case KindWarn:
		tone, sign = WarnTone, signs.warn
	case KindBad:
		tone, sign = BadTone, signs.bad
	}
	return tone, sign + " " + Safe(n.Text)
}
