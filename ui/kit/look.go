package kit

import (
	"regexp"
	"strings"
)

// Look is what one terminal can't show. Screens know nothing of it: they draw
// in UTF-8 and 16 colours, and the finished frame is made fit, so that windows
// of different terminals live in one process.
type Look struct {
	NoColour bool // NO_COLOR is set, or the terminal is dumb
	ASCII    bool // the locale is not UTF-8
}

// LookOf judges by the environment of a terminal.
func LookOf(env func(string) string) Look {
	return Look{NoColour: env("NO_COLOR") != "" || env("TERM") == "dumb", ASCII: !speaksUTF8(env)}
}

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

// colours are what selects colours, bold and the like.
var colours = regexp.MustCompile("\x1b\\[[0-9;:]*m")

// plainSigns has one cell for one cell, so that nothing moves.
var plainSigns = strings.NewReplacer(
	"▸", ">", "✓", "+", "✗", "x", "·", "-", "›", ">", "…", "~", "–", "-", "•", "*",
	"↑", "^", "↓", "v", "←", "<", "→", ">", "█", "#", "▓", "%", "▒", ":", "░", ".", "—", "-", "„", `"`, "”", `"`, "’", "'",
)

// cursorMark is how fields draw the cursor on a character, or on all that they
// offer; nothing else is reverse without being bold.
var cursorMark = regexp.MustCompile("\x1b\\[7m([^\x1b]+)\x1b\\[0m")

// Fit makes a frame fit for the terminal. Without colours the cursor is a sign:
// on the empty cell after a text, or before the character it stands on.
func (l Look) Fit(frame string) string {
	if l.NoColour {
		frame = strings.ReplaceAll(frame, cursorCell(" "), "_")
		frame = cursorMark.ReplaceAllString(frame, "|$1")
		frame = colours.ReplaceAllString(frame, "")
	}
	if l.ASCII {
		frame = plainSigns.Replace(frame)
	}
	return frame
}
