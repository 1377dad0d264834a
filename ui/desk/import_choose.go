package desk

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/ui/kit"
	"okienko/ui/text"
)

// chooseOption is one of several things to choose from. off is a sentence why
// it can't be chosen.
type chooseOption struct {
	name, off string
	value     any
}

// chooseScreen chooses one of several things; its result is the option's value,
// or nil.
type chooseScreen struct {
	app     *App
	title   string
	head    []string
	leave   string // what Esc is called
	options []chooseOption
	list    *kit.List
}

func newChoose(a *App, title string, head []string, options []chooseOption, at int) *chooseScreen {
	c := &chooseScreen{app: a, title: title, head: head, options: options, leave: text.KitIn(a.Lang).Back}
	c.list = kit.NewList(c, kitWords(a.Lang))
	c.list.SetCursor(at)
	return c
}

// undecided calls Esc what it is where the choice decides something that can
// wait: later.
func (c *chooseScreen) undecided() *chooseScreen {
	c.leave = text.ImportIn(c.app.Lang).AskLater
	return c
}

func (c *chooseScreen) Title() string { return c.title }
func (c *chooseScreen) Len() int      { return len(c.options) }

func (c *chooseScreen) Row(i, w int) string {
	o := c.options[i]
	if o.off != "" {
		return kit.Dim.Paint(kit.Cut(kit.Safe(o.name)+"  ! "+o.off, w))
	}
	return kit.Cut(kit.Safe(o.name), w)
}

func (c *chooseScreen) Actions() []kit.Action {
	t := text.ImportIn(c.app.Lang)
	return []kit.Action{
		{ID: "choose", Keys: []string{"enter"}, Name: t.Choose, Footer: 1, Do: c.choose},
		{ID: "back", Keys: []string{"esc"}, Name: c.leave, Footer: 2, Do: func() kit.Turn { return kit.Pop(nil) }},
	}
}

func (c *chooseScreen) choose() kit.Turn {
	o := c.options[c.list.Cursor()]
	if o.off != "" {
		return kit.Stay().Say(kit.Warn(o.off))
	}
	return kit.Pop(o.value)
}

func (c *chooseScreen) Update(msg tea.Msg) kit.Turn {
	c.list.Update(msg)
	return kit.Stay()
}

func (c *chooseScreen) View(w, h int) string {
	var lines []string
	for _, l := range c.head {
		lines = append(lines, kit.Wrap(kit.Safe(l), w)...)
	}
	if len(lines) > 0 {
		lines = append(lines, "")
	}
	return strings.Join(append(lines, c.list.View(w, h-len(lines))), "\n")
}

// filePick is the choice of a file, by its name or by its path.
type filePick struct {
	*kit.Files
	app   *App
	lists bool // nothing but lists is of use: no pictures, no whole folder
}

// newFilePick picks in all folders or, at the other end of a line, in one of
// the school's own alone: whoever may work at a desk may not look through the
// server's disk.
func newFilePick(a *App, dir, own string) *filePick {
	return pickFile(a, dir, own, slices.Concat(listEndings, imageEndings))
}

// newListPick picks a list: among files for people, which hold no list to take
// in, it would only be missed.
func newListPick(a *App, dir, own string) *filePick {
	p := pickFile(a, dir, own, listEndings)
	p.lists = true
	return p
}

func pickFile(a *App, dir, own string, endings []string) *filePick {
	files := kit.NewFiles(kitWords(a.Lang), dir, endings...)
	if a.afar {
		files.Within(own)
	}
	return &filePick{Files: files, app: a}
}

// Actions are those of the picker, taking the whole folder, and typing a path,
// where it may lead anywhere.
func (p *filePick) Actions() []kit.Action {
	t, ways := text.ImportIn(p.app.Lang), text.WaysIn(p.app.Lang)
	actions := p.Files.Actions()
	if !p.lists {
		actions = append(actions, kit.Action{ID: "whole", Keys: []string{"f3"}, Name: ways.WholeFolder, Hint: ways.WholeFolderHint, Do: func() kit.Turn { return kit.Pop(p.Dir()) }})
	}
	if !p.app.afar { // who can leave the inbox nowhere has no use for a path
		actions = append(actions, kit.Action{ID: "path", Keys: []string{"f2"}, Name: t.TypePath, Hint: t.TypePathHint, Do: p.typePath})
	}
	for i := range actions {
		actions[i].Footer = slices.Index([]string{"", "open", "whole", "path", "up", "close"}, actions[i].ID)
	}
	return actions
}

func (p *filePick) typePath() kit.Turn {
	t := text.ImportIn(p.app.Lang)
	prompt := newPrompt(p.app, t.PathLabel, t.PathFormat, "", nil)
	prompt.enter = text.KitIn(p.app.Lang).OpenFile
	return kit.Ask(prompt, func(result any) kit.Turn {
		if path := barePath(result); path != "" {
			return p.Go(path)
		}
		return kit.Stay()
	})
}

// Update takes a pasted path at once; other pastes narrow like typing.
func (p *filePick) Update(msg tea.Msg) kit.Turn {
	if paste, ok := msg.(kit.Paste); ok && !paste.TooLong && !paste.Broken {
		if path := barePath(paste.Text); strings.ContainsAny(path, `/\`) {
			return p.Go(path)
		}
	}
	return p.Files.Update(msg)
}

// barePath strips what file managers put around a path they copy.
func barePath(v any) string {
	path, _ := v.(string)
	path = strings.Trim(strings.TrimSpace(path), `"'`)
	return strings.TrimPrefix(path, "file://")
}
