package kit

import (
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// deafFor is how long a dialog ignores keys after it appears.
const deafFor = 150 * time.Millisecond

// Dialog asks before something that can't be taken back. It starts on No, and
// nothing typed ahead reaches it. Its result is true or false.
type Dialog struct {
	// Heading is the title; Text says what will happen, a line each.
	Heading string
	Text    []string
	// Yes and No are the words of the two answers.
	Yes, No string
	// YesKey and NoKey answer with one key ("t", "n"). A YesKey equal to
	// Trigger, the key that opened the dialog, does not count.
	YesKey, NoKey, Trigger string

	yes bool
}

// Confirm asks d and does what do returns if the answer is yes.
func Confirm(d *Dialog, do func() Turn) Turn {
	return Ask(d, func(result any) Turn {
		if yes, _ := result.(bool); yes {
			return do()
		}
		return Stay()
	})
}

// Title is the heading.
func (d *Dialog) Title() string { return d.Heading }

// MenuKey is empty: Tab moves between the answers.
func (d *Dialog) MenuKey() string { return "" }

// Deaf keeps typed-ahead keys out.
func (d *Dialog) Deaf() time.Duration { return deafFor }

// Actions are the two answers.
func (d *Dialog) Actions() []Action {
	answer := func(v bool) func() Turn { return func() Turn { return Pop(v) } }
	yes := Action{ID: "yes", Name: d.Yes, Danger: true, Footer: 1, Do: answer(true)}
	if d.YesKey != "" && d.YesKey != d.Trigger {
		yes.Keys = []string{d.YesKey}
	}
	no := Action{ID: "no", Keys: []string{"esc"}, Name: d.No, Footer: 2, Do: answer(false)}
	if d.NoKey != "" {
		no.Keys = []string{d.NoKey, "esc"}
	}
	return []Action{yes, no}
}

// Update moves between the answers; Enter gives the marked one.
func (d *Dialog) Update(msg tea.Msg) Turn {
	k, ok := msg.(tea.KeyMsg)
	if !ok {
		return Stay()
	}
	switch keyName(k) {
	case "left", "right", "up", "down", "tab", "shift+tab":
		d.yes = !d.yes
	case "enter":
		return Pop(d.yes)
	}
	return Stay()
}

// View draws the question and the two answers.
func (d *Dialog) View(w, h int) string {
	lines := []string{""}
	for _, t := range d.Text {
		for _, l := range Wrap(Safe(t), max(1, w-4)) {
			lines = append(lines, "  "+l)
		}
	}
	lines = append(lines, "", "  "+mark(d.No, !d.yes), "  "+mark(d.Yes, d.yes))
	return strings.Join(lines, "\n")
}

// mark draws a choice with the sign of the selected one.
func mark(text string, selected bool) string {
	if selected {
		return selectedStyle.Render(signs.mark + " " + text + " ")
	}
	return "  " + text
}
