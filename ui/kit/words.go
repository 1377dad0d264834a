package kit

import (
	"fmt"
	"strings"
)

// Words are the words kit draws. The app fills them in its language; kit has no
// sentences of its own.
type Words struct {
	// Help and Menu name the two keys every footer ends with.
	Help, Menu string
	// HelpHint and MenuHint say in a few words what the two are for.
	HelpHint, MenuHint string
	// Run and Close name what Enter and Esc do in the menu; Close also names
	// Esc in help.
	Run, Close string
	// Space is the name of the space bar, e.g. "Spacja".
	Space string
	// Dropped says that characters came all at once and were left out.
	Dropped string
	// TooSmall is shown in a window smaller than the minimum.
	TooSmall func(w, h, minW, minH int) string
	// Position says which rows of a list are visible, e.g. "12–33 z 600".
	Position func(from, to, of int) string
	Files    FileWords
}

// position falls back to signs where no words were given.
func (w *Words) position(from, to, of int) string {
	if w != nil && w.Position != nil {
		return w.Position(from, to, of)
	}
	return fmt.Sprintf("%d%s%d / %d", from, signs.dash, to, of)
}

func (w *Words) tooSmall(width, height, minW, minH int) string {
	if w.TooSmall != nil {
		return w.TooSmall(width, height, minW, minH)
	}
	return fmt.Sprintf("%dx%d < %dx%d", width, height, minW, minH)
}

// KeyName is how a key is called on screen: "F2", "Ctrl+N", "Enter", "↑".
func (w *Words) KeyName(key string) string {
	switch key {
	case " ", "space":
		if w.Space != "" {
			return w.Space
		}
		return "Space"
	case "up":
		return signs.up
	case "down":
		return signs.down
	case "left":
		return signs.left
	case "right":
		return signs.right
	case "pgup":
		return "PgUp"
	case "pgdown":
		return "PgDn"
	}
	if len([]rune(key)) == 1 {
		return key
	}
	parts := strings.Split(key, "+")
	for i, p := range parts {
		if p != "" {
			parts[i] = strings.ToUpper(p[:1]) + p[1:]
		}
	}
	return strings.Join(parts, "+")
}

// KeyNames joins the names of several keys.
func (w *Words) KeyNames(keys []string) string {
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = w.KeyName(k)
	}
	return strings.Join(names, "/")
}
