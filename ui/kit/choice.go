package kit

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// Option is one of several things to choose from.
type Option struct {
	ID, Name, Hint string
	// Off is a sentence why it can't be chosen; "" if it can.
	Off string
}

// Choice picks one of several options, a line each. What the cursor is on is
// what is chosen.
type Choice struct {
	Options []Option
	at      int
}

// NewChoice makes a choice; the cursor starts on the first option that can be
// chosen.
func NewChoice(options ...Option) *Choice {
	c := &Choice{Options: options}
	for i, o := range options {
		if o.Off == "" {
			c.at = i
			break
		}
	}
	return c
}

// Chosen is the ID of the option under the cursor, "" if that one is off.
func (c *Choice) Chosen() string {
	if c.at >= len(c.Options) || c.Options[c.at].Off != "" {
		return ""
	}
	return c.Options[c.at].ID
}

// Refusal is why the option under the cursor can't be chosen.
func (c *Choice) Refusal() string {
	if c.at >= len(c.Options) {
		return ""
	}
	return c.Options[c.at].Off
}

// Choose puts the cursor on an option.
func (c *Choice) Choose(id string) {
	for i, o := range c.Options {
		if o.ID == id {
			c.at = i
		}
	}
}

// Update moves the cursor. It reports false for keys that are not its own and
// for a move over either end.
func (c *Choice) Update(msg tea.Msg) bool {
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return false
	}
	to := c.at
	switch k.Type {
	case tea.KeyUp, tea.KeyLeft:
		to--
	case tea.KeyDown, tea.KeyRight:
		to++
	default:
		return false
	}
	if to < 0 || to >= len(c.Options) {
		return false
	}
	c.at = to
	return true
}

// Lines draws the options, one a line.
func (c *Choice) Lines(w int, focused bool) []string {
	lines := make([]string, len(c.Options))
	for i, o := range c.Options {
		radio := signs.off
		if i == c.at {
			radio = signs.on
		}
		text := radio + " " + Safe(o.Name)
		switch {
		case o.Off != "":
			text += "  " + signs.warn + " " + Safe(o.Off)
		case o.Hint != "":
			text += "  " + Safe(o.Hint)
		}
		switch {
		case focused && i == c.at:
			lines[i] = selectedStyle.Render(Cut(signs.mark+" "+text, w))
		case o.Off != "":
			lines[i] = Dim.Paint(Cut("  "+text, w))
		default:
			lines[i] = Cut("  "+text, w)
		}
	}
	return lines
}

// View draws the options as the only thing that takes keys.
func (c *Choice) View(w int) string { return strings.Join(c.Lines(w, true), "\n") }
