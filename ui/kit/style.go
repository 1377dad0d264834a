package kit

import (
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"okienko/ui/kit/quiet"
)

func init() {
	quiet.Restore()
	// Known answers spare Lip Gloss from asking the terminal. Windows are drawn
	// with the terminal's own 16 colours; what one can't show, its Look takes
	// out of the frame.
	lipgloss.SetHasDarkBackground(true)
	lipgloss.SetColorProfile(termenv.ANSI)
}

// signSet is what is drawn besides letters.
type signSet struct {
	mark, good, warn, bad, note       string
	sep, dots, dash, on, off          string
	up, down, left, right, full, rest string
	hidden                            string
}

// signs are those of all windows; a Look has others for terminals without them.
var signs = signSet{
	mark: "▸", good: "✓", warn: "!", bad: "✗", note: "·",
	sep: " › ", dots: "…", dash: "–", on: "(•)", off: "( )",
	up: "↑", down: "↓", left: "←", right: "→", full: "█", rest: "░", hidden: "•",
}

// Tone is how a text is coloured. A tone never says anything that words or a
// sign next to it don't say.
type Tone int

// The tones.
const (
	Plain Tone = iota
	Strong
	Dim
	GoodTone
	WarnTone
	BadTone
	Accent
)

var tones = map[Tone]lipgloss.Style{
	Strong: lipgloss.NewStyle().Bold(true),
	// Faint, not bright black: that is the background in some colour schemes.
	Dim:      lipgloss.NewStyle().Faint(true),
	GoodTone: lipgloss.NewStyle().Foreground(lipgloss.Color("2")),
	WarnTone: lipgloss.NewStyle().Foreground(lipgloss.Color("3")),
	BadTone:  lipgloss.NewStyle().Foreground(lipgloss.Color("1")).Bold(true),
	Accent:   lipgloss.NewStyle().Foreground(lipgloss.Color("6")),
}

var selectedStyle = lipgloss.NewStyle().Reverse(true).Bold(true)

// Paint colours one line of text.
func (t Tone) Paint(s string) string {
	style, ok := tones[t]
	if !ok || s == "" {
		return s
	}
	return style.Render(s)
}
