package desk

import (
	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// promptScreen asks for one line of text; its result is that line (a string),
// or nil.
type promptScreen struct {
	app   *App
	title string
	enter string // what Enter does
	form  *kit.Form
}

// newDayPrompt asks for a day. What is typed replaces the present one, which an
// empty line keeps; check gets every other line.
func newDayPrompt(a *App, title, hint string, now model.Date, check func(string) string) *promptScreen {
	p := newPrompt(a, title, hint, "", func(v string) string {
		if v == "" {
			return ""
		}
		return check(v)
	})
	p.form.Items[0].Field.Placeholder = now.Polish()
	return p
}

// newPrompt starts with a value to edit. check returns a sentence what is
// wrong; nil: anything goes.
func newPrompt(a *App, title, hint, value string, check func(string) string) *promptScreen {
	field := kit.NewField(200)
	field.SetValue(value)
	p := &promptScreen{app: a, title: title, enter: text.KitIn(a.Lang).Save}
	p.form = kit.NewForm(&kit.FormItem{ID: "value", Label: title, Hint: hint, Field: field, Check: check})
	p.form.PasteRefused = a.pasteRefused
	return p
}

func (p *promptScreen) Title() string   { return p.title }
func (p *promptScreen) Typing() bool    { return true }
func (p *promptScreen) MenuKey() string { return "" }

func (p *promptScreen) Actions() []kit.Action {
	t := text.KitIn(p.app.Lang)
	return []kit.Action{
		{ID: "save", Keys: []string{"enter"}, Name: p.enter, Footer: 1, Do: func() kit.Turn { return p.Update(tea.KeyMsg{Type: tea.KeyEnter}) }},
		{ID: "erase", Keys: []string{"ctrl+u"}, Name: text.SheetsIn(p.app.Lang).Erase, Footer: 2, Do: func() kit.Turn {
			p.form.Items[0].Field.Clear()
			return kit.Stay()
		}},
		{ID: "cancel", Keys: []string{"esc"}, Name: t.Cancel, Footer: 3, Do: func() kit.Turn { return kit.Pop(nil) }},
	}
}

func (p *promptScreen) Update(msg tea.Msg) kit.Turn {
	if p.form.Update(msg) {
		return kit.Pop(p.form.Value("value"))
	}
	return kit.Stay()
}

func (p *promptScreen) View(w, h int) string { return "\n" + p.form.View(w, h-1) }
