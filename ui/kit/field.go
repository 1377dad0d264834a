package kit

import (
	"errors"
	"strings"

	"github.com/charmbracelet/bubbles/cursor"
	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"
)

// Why a field refuses a paste. The field is unchanged then.
var (
	ErrPasteTooLong = errors.New("paste longer than the field allows")
	ErrPasteBroken  = errors.New("paste incomplete or not UTF-8")
)

// Field is a line of text to type in.
type Field struct {
	// Placeholder is shown while the field is empty.
	Placeholder string
	// Raw keeps a paste byte for byte; it then replaces what was there, and the
	// next key that edits starts the field anew. Without Raw, control
	// characters are removed and line breaks become spaces.
	Raw bool
	// Secret shows a dot for each character.
	Secret bool

	in      textinput.Model
	limit   int
	pasted  string
	offered bool // nobody touched what Offer put there
}

// NewField makes an empty field for at most limit characters.
func NewField(limit int) *Field {
	in := textinput.New()
	in.Prompt = ""
	in.CharLimit = limit
	in.Cursor.SetMode(cursor.CursorStatic)
	in.KeyMap.Paste = key.NewBinding() // it would ask the clipboard of the machine we run on
	in.Focus()
	return &Field{in: in, limit: limit}
}

// Value is the text.
func (f *Field) Value() string {
	if f.pasted != "" {
		return f.pasted
	}
	return f.in.Value()
}

// SetValue replaces the text; the cursor goes to its end.
func (f *Field) SetValue(s string) {
	f.pasted, f.offered = "", false
	f.in.SetValue(s)
	f.in.CursorEnd()
}

// Offer sets a text that is likely to be right, today's date say: the first
// character typed, or a paste, replaces it; any other key keeps it for editing.
func (f *Field) Offer(s string) {
	f.SetValue(s)
	f.offered = s != ""
}

// Clear empties the field.
func (f *Field) Clear() { f.SetValue("") }

// Update takes keys and pastes. It reports whether the text changed; the error
// is ErrPasteTooLong or ErrPasteBroken.
func (f *Field) Update(msg tea.Msg) (changed bool, err error) {
	before := f.Value()
	switch msg := msg.(type) {
	case tea.KeyMsg:
		f.edit(msg)
	case Paste:
		err = f.paste(msg)
	}
	return f.Value() != before, err
}

func (f *Field) edit(k tea.KeyMsg) {
	if k.Alt {
		return
	}
	if f.pasted != "" {
		edits := printable(k) || k.Type == tea.KeyBackspace || k.Type == tea.KeyDelete
		if !edits {
			return
		}
		f.Clear()
	}
	if f.offered && printable(k) {
		f.Clear()
	}
	f.offered = false
	f.in, _ = f.in.Update(k)
}

func (f *Field) paste(p Paste) error {
	switch {
	case p.Broken:
		return ErrPasteBroken
	case p.TooLong:
		return ErrPasteTooLong
	}
	text := p.Text
	if !f.Raw {
		text = Safe(strings.Trim(text, "\r\n"))
	}
	if f.offered {
		f.Clear()
	}
	runes := []rune(text)
	room := f.limit - len([]rune(f.in.Value()))
	if f.Raw {
		room = f.limit
	}
	if f.limit > 0 && len(runes) > room {
		return ErrPasteTooLong
	}
	if f.Raw {
		f.Clear()
		f.pasted = text
		return nil
	}
	f.in, _ = f.in.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: runes, Paste: true})
	return nil
}

// View draws the field w cells wide at most, with the cursor if it is focused.
func (f *Field) View(w int, focused bool) string {
	if f.pasted != "" {
		return Cut(Safe(f.pasted), w)
	}
	text, at := []rune(f.shown()), f.in.Position()
	if len(text) == 0 && !focused {
		return Dim.Paint(Cut(f.Placeholder, w))
	}
	if !focused {
		return Cut(Safe(string(text)), w)
	}
	if f.offered {
		return cursorCell(Cut(Safe(string(text)), w-1))
	}
	start := 0
	for start < at && Width(Safe(string(text[start:at]))) > w-2 {
		start++
	}
	under, after := " ", ""
	if at < len(text) {
		under, after = Safe(string(text[at:at+1])), Safe(string(text[at+1:]))
	}
	if len(text) == 0 {
		after = Dim.Paint(f.Placeholder)
	}
	return Cut(Safe(string(text[start:at]))+cursorCell(under)+after, w)
}

// shown is what may be seen of the text.
func (f *Field) shown() string {
	if f.Secret {
		return strings.Repeat(signs.hidden, len([]rune(f.in.Value())))
	}
	return f.in.Value()
}

// cursorCell draws the cursor on a character, or on all of a text that the
// next one replaces; see cursorMark.
func cursorCell(under string) string { return "\x1b[7m" + under + "\x1b[0m" }
