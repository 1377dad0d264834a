package kit

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// FormItem is a labelled field or choice. Exactly one of the two is set.
type FormItem struct {
	ID, Label, Hint string
	Field           *Field
	Choice          *Choice
	// Check returns a sentence what is wrong with the value, "" if nothing.
	Check func(value string) string

	fault string
}

func (i *FormItem) value() string {
	if i.Choice != nil {
		return i.Choice.Chosen()
	}
	return i.Field.Value()
}

// check finds out what is wrong with the item and remembers it.
func (i *FormItem) check() bool {
	i.fault = ""
	if i.Choice != nil {
		i.fault = i.Choice.Refusal()
	}
	if i.fault == "" && i.Check != nil {
		i.fault = i.Check(i.value())
	}
	return i.fault == ""
}

// Form is several items under each other. Tab and the arrows move, Enter goes on
// and submits on the last item.
type Form struct {
	Items []*FormItem
	// PasteRefused turns ErrPasteTooLong and ErrPasteBroken into a sentence.
	PasteRefused func(err error) string
	// Labels is the width of a column of labels before the fields, for long
	// forms; 0: each label stands above its field.
	Labels int

	at int
}

// NewForm makes a form; the cursor starts on the first item.
func NewForm(items ...*FormItem) *Form { return &Form{Items: items} }

// Value is the text of a field or the ID chosen, by the item's ID.
func (f *Form) Value(id string) string {
	if i := f.item(id); i != nil {
		return i.value()
	}
	return ""
}

func (f *Form) item(id string) *FormItem {
	for _, i := range f.Items {
		if i.ID == id {
			return i
		}
	}
	return nil
}

// Fail puts a sentence under an item and the cursor on it.
func (f *Form) Fail(id, sentence string) {
	for n, i := range f.Items {
		if i.ID == id {
			i.fault, f.at = sentence, n
		}
	}
}

// Focus puts the cursor on an item.
func (f *Form) Focus(id string) {
	for n, i := range f.Items {
		if i.ID == id {
			f.at = n
		}
	}
}

// Focused is the ID of the item under the cursor.
func (f *Form) Focused() string {
	if f.at >= len(f.Items) {
		return ""
	}
	return f.Items[f.at].ID
}

// Last says that Enter submits: the cursor is on the last item.
func (f *Form) Last() bool { return f.at == len(f.Items)-1 }

// Typing says that the cursor is in a text field.
func (f *Form) Typing() bool { return len(f.Items) > 0 && f.Items[f.at].Field != nil }

// Update takes keys and pastes; true means that the form was submitted and every
// check passed.
func (f *Form) Update(msg tea.Msg) (submitted bool) {
	if len(f.Items) == 0 {
		return false
	}
	item := f.Items[f.at]
	if k, ok := msg.(tea.KeyMsg); ok {
		switch {
		case k.Type == tea.KeyEnter:
			return f.enter()
		case k.Type == tea.KeyTab:
			f.move(1)
			return false
		case k.Type == tea.KeyShiftTab:
			f.move(-1)
			return false
		case item.Choice != nil && item.Choice.Update(msg):
			item.fault = ""
			return false
		case k.Type == tea.KeyDown:
			f.move(1)
			return false
		case k.Type == tea.KeyUp:
			f.move(-1)
			return false
		}
	}
	if item.Field != nil {
		changed, err := item.Field.Update(msg)
		if changed {
			item.fault = ""
		}
		if err != nil && f.PasteRefused != nil {
			item.fault = f.PasteRefused(err)
		}
	}
	return false
}

func (f *Form) move(by int) { f.at = max(0, min(f.at+by, len(f.Items)-1)) }

// enter goes on, or submits from the last item. It stays where something is
// wrong.
func (f *Form) enter() bool {
	if !f.Items[f.at].check() {
		return false
	}
	if f.at < len(f.Items)-1 {
		f.at++
		return false
	}
	return f.Submit()
}

// Submit checks every item, from wherever the cursor is, and reports whether
// all are right; the cursor goes to the first that is not.
func (f *Form) Submit() bool {
	for n, i := range f.Items {
		if !i.check() {
			f.at = n
			return false
		}
	}
	return true
}

// View draws the form, scrolled so that the item under the cursor is visible.
func (f *Form) View(w, h int) string {
	var lines []string
	from, to := 0, 0
	for n, i := range f.Items {
		if n == f.at {
			from = len(lines)
		}
		lines = append(lines, f.draw(i, n == f.at, w)...)
		if n == f.at {
			to = len(lines)
		}
		if f.Labels == 0 {
			lines = append(lines, "")
		}
	}
	top := max(0, min(to-h, from))
	return strings.Join(lines[top:min(len(lines), top+h)], "\n")
}

func (f *Form) draw(i *FormItem, focused bool, w int) []string {
	label := "  " + i.Label
	if focused {
		label = signs.mark + " " + i.Label
	}
	indent := 4
	if f.Labels > 0 {
		indent = f.Labels + 2
	}
	margin := strings.Repeat(" ", indent)
	var lines []string
	if i.Choice != nil {
		for _, l := range i.Choice.Lines(max(0, w-indent+2), focused) {
			lines = append(lines, margin[2:]+l)
		}
	} else {
		lines = append(lines, margin+i.Field.View(max(0, w-indent), focused))
	}
	if f.Labels > 0 {
		lines[0] = Strong.Paint(Pad(label, indent-2)) + strings.TrimPrefix(lines[0], margin[2:])
	} else {
		lines = append([]string{Strong.Paint(Cut(label, w))}, lines...)
	}
	switch {
	case i.fault != "":
		for _, l := range Wrap(signs.bad+" "+Safe(i.fault), w-indent) {
			lines = append(lines, margin+BadTone.Paint(l))
		}
	case focused && i.Hint != "":
		lines = append(lines, margin+Dim.Paint(Cut(i.Hint, w-indent)))
	}
	return lines
}
