package kit

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// openMenu shows all actions of a screen; the chosen one runs when the menu is
// gone, looked up anew because it may have gone off meanwhile.
func (s *Stack) openMenu(screen Screen) Turn {
	m := &menu{words: &s.opts.Words, actions: s.actions(screen)}
	m.actions = append(append(m.actions, s.veilAction()...), Action{
		ID: helpKey, Keys: []string{helpKey}, Name: s.opts.Words.Help, Hint: s.opts.Words.HelpHint,
	})
	m.list = NewList(m, m.words)
	return Ask(m, func(result any) Turn {
		id, _ := result.(string)
		if id == helpKey {
			return s.openHelp(screen)
		}
		if id == veilID {
			return Turn{nav: navVeil}
		}
		if a, ok := findID(s.actions(screen), id); ok {
			return a.run()
		}
		return Stay()
	})
}

// menu is the second way in for every key of a screen.
type menu struct {
	words   *Words
	actions []Action
	list    *List
}

func (m *menu) Title() string   { return m.words.Menu }
func (m *menu) MenuKey() string { return "" }
func (m *menu) Len() int        { return len(m.actions) }

func (m *menu) Actions() []Action {
	return []Action{
		{ID: "run", Keys: []string{"enter"}, Name: m.words.Run, Footer: 1, Do: m.run},
		{ID: "close", Keys: []string{"esc", "tab"}, Name: m.words.Close, Footer: 2,
			Do: func() Turn { return Pop(nil) }},
	}
}

func (m *menu) run() Turn {
	a := m.actions[m.list.Cursor()]
	if a.Off != "" {
		return Stay().Say(Warn(a.Off))
	}
	return Pop(a.ID)
}

func (m *menu) Update(msg tea.Msg) Turn {
	m.list.Update(msg)
	return Stay()
}

// hintLines is the room under the menu for what the selected action does.
const hintLines = 2

// View draws the actions and, below them, the whole hint of the selected one:
// its row may have to cut it.
func (m *menu) View(w, h int) string {
	body := Fit(m.list.View(w, h-hintLines), w, h-hintLines)
	text, tone := "", Plain
	if i := m.list.Cursor(); i >= 0 {
		if text = m.actions[i].Hint; m.actions[i].Off != "" {
			text, tone = signs.warn+" "+m.actions[i].Off, WarnTone
		}
	}
	for _, l := range Fit(strings.Join(Wrap(Safe(text), w), "\n"), w, hintLines) {
		body = append(body, tone.Paint(l))
	}
	return strings.Join(body, "\n")
}

// Row shows key, name and hint, or why the action is off.
func (m *menu) Row(i, w int) string {
	a := m.actions[i]
	text, tone := Cell{Text: a.Hint}, Plain
	if a.Off != "" {
		text, tone = Cell{Text: signs.warn + " " + a.Off, Tone: WarnTone}, Dim
	}
	return actionColumns.Row(w, Cell{m.words.KeyNames(a.Keys), Accent}, Cell{a.label(), tone}, text)
}

// label is the name, with a sign if the action can't be taken back.
func (a Action) label() string {
	if a.Danger {
		return signs.warn + " " + a.Name
	}
	return a.Name
}

var actionColumns = Columns{{Width: 14}, {Width: 26}, {Width: 10, Grow: 1}}

// openHelp shows the keys of a screen with their hints.
func (s *Stack) openHelp(screen Screen) Turn {
	if _, already := screen.(*help); already {
		return Stay()
	}
	w := &s.opts.Words
	h := &help{words: w}
	for _, a := range append(screen.Actions(), s.veilAction()...) {
		h.add(w.KeyNames(a.Keys), a.label(), a.Hint)
	}
	if k := menuKey(screen); k != "" {
		h.add(w.KeyName(k), w.Menu, w.MenuHint)
	}
	h.add(w.KeyName(helpKey), w.Help, w.HelpHint)
	if e, ok := screen.(Explainer); ok {
		h.text = e.Explain()
	}
	return Push(h)
}

// Explainer is a screen that has more to say in help than its keys.
type Explainer interface{ Explain() string }

// help is the table of keys, then the screen's own explanation.
type help struct {
	words *Words
	rows  [][3]string
	text  string
	top   int
	page  int
	lines int
}

func (p *help) add(key, name, hint string) { p.rows = append(p.rows, [3]string{key, name, hint}) }

func (p *help) Title() string   { return p.words.Help }
func (p *help) MenuKey() string { return "" }

func (p *help) Actions() []Action {
	return []Action{{ID: "close", Keys: []string{"esc", "enter"}, Name: p.words.Close, Footer: 1,
		Do: func() Turn { return Pop(nil) }}}
}

func (p *help) Update(msg tea.Msg) Turn {
	if k, ok := msg.(tea.KeyMsg); ok {
		switch keyName(k) {
		case "down":
			p.top++
		case "up":
			p.top--
		case "pgdown", "space":
			p.top += p.page
		case "pgup":
			p.top -= p.page
		}
		p.top = max(0, min(p.top, p.lines-p.page))
	}
	return Stay()
}

func (p *help) View(w, h int) string {
	var lines []string
	for _, r := range p.rows {
		widths := actionColumns.widths(w)
		hint := Wrap(Safe(r[2]), widths[2])
		lines = append(lines, actionColumns.Row(w, Cell{r[0], Accent}, Cell{Text: r[1]}, Cell{Text: hint[0]}))
		for _, more := range hint[1:] {
			lines = append(lines, actionColumns.Row(w, Cell{}, Cell{}, Cell{Text: more}))
		}
	}
	if p.text != "" {
		lines = append(lines, "")
		for _, line := range strings.Split(p.text, "\n") {
			lines = append(lines, Wrap(Safe(line), w)...)
		}
	}
	p.page, p.lines = h, len(lines)
	p.top = max(0, min(p.top, len(lines)-h))
	return strings.Join(lines[p.top:min(len(lines), p.top+h)], "\n")
}
