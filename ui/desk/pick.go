package desk

import (
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// pickOption is one line of a pick, with how many students it stands for.
type pickOption struct {
	name  string
	count int    // -1: not a count of anything
	value any    // what the pick returns
	off   string // why it can't be chosen
}

// pickScreen chooses one of several things; typing narrows.
type pickScreen struct {
	app     *App
	title   string
	options []pickOption
	shown   []pickOption
	field   *kit.Field
	list    *kit.List
	cols    kit.Columns
}

func newPick(a *App, title string, at int, options []pickOption) *pickScreen {
	p := &pickScreen{app: a, title: title, options: options, shown: options, field: kit.NewField(20),
		cols: kit.Columns{{Width: 30, Grow: 1}, {Width: 7, Right: true}}}
	p.field.Placeholder = text.KitIn(a.Lang).Narrow
	p.list = kit.NewList(p, kitWords(a.Lang))
	p.list.Empty = text.KitIn(a.Lang).NoSuchChoice
	p.list.SetCursor(at)
	return p
}

func (p *pickScreen) Title() string { return p.title }
func (p *pickScreen) Typing() bool  { return true }
func (p *pickScreen) Len() int      { return len(p.shown) }

func (p *pickScreen) Row(i, w int) string {
	o := p.shown[i]
	if o.off != "" {
		return kit.Dim.Paint(kit.Cut(o.name+"  ! "+o.off, w))
	}
	if o.count < 0 {
		return o.name
	}
	return p.cols.Row(min(w, 60), kit.Cell{Text: o.name}, kit.Cell{Text: strconv.Itoa(o.count), Tone: kit.Dim})
}

func (p *pickScreen) Actions() []kit.Action {
	t := text.KitIn(p.app.Lang)
	return []kit.Action{
		{ID: "pick", Keys: []string{"enter"}, Name: t.Run, Footer: 1, Do: func() kit.Turn {
			i := p.list.Cursor()
			switch {
			case i < 0:
				return kit.Stay()
			case p.shown[i].off != "":
				return kit.Stay().Say(kit.Warn(p.shown[i].off))
			}
			return kit.Pop(p.shown[i].value)
		}},
		{ID: "back", Keys: []string{"esc"}, Name: t.Back, Footer: 2, Do: func() kit.Turn { return kit.Pop(nil) }},
	}
}

func (p *pickScreen) Update(msg tea.Msg) kit.Turn {
	if p.list.Update(msg) {
		return kit.Stay()
	}
	if changed, _ := p.field.Update(msg); changed {
		p.narrow()
	}
	return kit.Stay()
}

func (p *pickScreen) narrow() {
	want := model.Fold(p.field.Value())
	p.shown = nil
	for _, o := range p.options {
		if strings.Contains(model.Fold(o.name), want) {
			p.shown = append(p.shown, o)
		}
	}
	p.list.SetCursor(0)
}

func (p *pickScreen) View(w, h int) string {
	return p.field.View(w, true) + "\n\n" + p.list.View(w, h-2)
}
