package kit

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

// View draws the notice: sign, text and colour.
func (n Notice) View(w int) string {
	if n.Text == "" {
		return ""
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
	return tone.Paint(Cut(sign+" "+Safe(n.Text), w))
}
