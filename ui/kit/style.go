package kit

import (
	"os"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"okienko/ui/kit/quiet"
)

func init() {
	quiet.Restore()
	// Known answers spare Lip Gloss from asking the terminal.
	lipgloss.SetHasDarkBackground(true)
	SetColour(os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb")
	SetASCII(!speaksUTF8(os.Getenv))
}

// SetColour chooses between the terminal's own 16 colours and none at all.
func SetColour(on bool) {
	if on {
		lipgloss.SetColorProfile(termenv.ANSI)
		return
	}
	lipgloss.SetColorProfile(termenv.Ascii)
}

func colourless() bool { return lipgloss.ColorProfile() == termenv.Ascii }

// speaksUTF8 reads the locale the way setlocale does. Nothing set at all is
// taken for UTF-8, as Windows and many containers set nothing.
func speaksUTF8(getenv func(string) string) bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := strings.ToLower(getenv(name)); v != "" {
			return strings.Contains(v, "utf-8") || strings.Contains(v, "utf8")
		}
	}
	return true
}

// signSet is what is drawn besides letters.
type signSet struct {
	mark, good, warn, bad, note       string
	sep, dots, dash, on, off          string
	up, down, left, right, full, rest string
}

var (
	utf8Signs = signSet{
		mark: "▸", good: "✓", warn: "!", bad: "✗", note: "·",
		sep: " › ", dots: "…", dash: "–", on: "(•)", off: "( )",
		up: "↑", down: "↓", left: "←", right: "→", full: "█", rest: "░",
	}
	asciiSigns = signSet{
		mark: ">", good: "+", warn: "!", bad: "x", note: "-",
		sep: " > ", dots: "~", dash: "-", on: "(*)", off: "( )",
		up: "Up", down: "Down", left: "Left", right: "Right", full: "#", rest: ".",
	}
	signs = utf8Signs
)

// SetASCII chooses signs for a terminal that can't show more than ASCII. Call it
// before the program starts.
func SetASCII(on bool) {
	signs = utf8Signs
	if on {
		signs = asciiSigns
	}
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
