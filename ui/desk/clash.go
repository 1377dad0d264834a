package desk

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// clash is something that another desk wrote while a form was open, and that
// the form says otherwise.
type clash struct {
	label          string
	was, now, mine string
	take           func() // makes the form say what the other desk wrote
}

// meeting is what a form finds when another desk changed the student meanwhile.
type meeting struct {
	clashes []clash
	adopt   []func() // takes over what was not touched here
}

// field compares a text field with what another desk made of its value.
func (m *meeting) field(item *kit.FormItem, was, now string) {
	take := func() { item.Field.SetValue(now) }
	m.compare(item.Label, was, now, item.Field.Value(), func(v string) string { return v }, take)
}

// choice is field for a choice; was and now are IDs.
func (m *meeting) choice(item *kit.FormItem, was, now string) {
	name := func(id string) string {
		for _, o := range item.Choice.Options {
			if o.ID == id {
				return o.Name
			}
		}
		return id
	}
	m.compare(item.Label, was, now, item.Choice.Chosen(), name, func() { item.Choice.Choose(now) })
}

func (m *meeting) compare(label, was, now, mine string, name func(string) string, take func()) {
	switch {
	case was == now, now == mine:
	case was == mine:
		m.adopt = append(m.adopt, take)
	default:
		m.clashes = append(m.clashes, clash{label, name(was), name(now), name(mine), take})
	}
}

// clashScreen shows what another desk wrote beside what was typed here, field
// by field, and lets the person choose. It starts on what is on record, so that
// an Enter too many overwrites nobody. Its result is true, or nil if nothing was
// chosen.
type clashScreen struct {
	app     *App
	t       *text.Clash
	done    []string // what the others did, the newest last
	clashes []clash
	form    *kit.Form
}

const (
	takeTheirs = "theirs"
	keepMine   = "mine"
)

// mostDeeds is how many of the others' deeds are told, the newest.
const mostDeeds = 4

func newClash(a *App, err *store.ConflictError, clashes []clash) *clashScreen {
	s := &clashScreen{app: a, t: text.ClashIn(a.Lang), clashes: clashes, form: kit.NewForm()}
	for _, l := range err.Lines[max(0, len(err.Lines)-mostDeeds):] {
		s.done = append(s.done, s.t.Did(a.local(l.At).Format("15:04"), l.Actor.Operator, l.Actor.Desk, a.words().Deed[l.Deed]))
	}
	for _, c := range clashes {
		s.form.Items = append(s.form.Items, &kit.FormItem{ID: c.label, Label: c.label + "  " + s.t.Was(c.was), Choice: kit.NewChoice(
			kit.Option{ID: takeTheirs, Name: s.t.Theirs(c.now)}, kit.Option{ID: keepMine, Name: s.t.Mine(c.mine)})})
	}
	return s
}

func (s *clashScreen) Title() string   { return s.t.Title }
func (s *clashScreen) MenuKey() string { return "" } // Tab goes to the next item

func (s *clashScreen) Actions() []kit.Action {
	return []kit.Action{
		{ID: "save", Keys: []string{"enter"}, Name: s.t.Save, Hint: s.t.SaveHint, Footer: 1, Do: func() kit.Turn {
			if !s.form.Update(tea.KeyMsg{Type: tea.KeyEnter}) {
				return kit.Stay()
			}
			for i, item := range s.form.Items {
				if item.Choice.Chosen() == takeTheirs {
					s.clashes[i].take()
				}
			}
			return kit.Pop(true)
		}},
		{ID: "back", Keys: []string{"esc"}, Name: s.t.Back, Hint: s.t.BackHint, Footer: 2, Do: func() kit.Turn { return kit.Pop(nil) }},
	}
}

func (s *clashScreen) Update(msg tea.Msg) kit.Turn {
	if k, ok := msg.(tea.KeyMsg); ok {
		s.form.Update(k)
	}
	return kit.Stay()
}

func (s *clashScreen) View(w, h int) string {
	head := append([]string{""}, kit.Wrap(s.t.Told, w)...)
	for _, d := range s.done {
		head = append(head, kit.Cut("  "+kit.Safe(d), w))
	}
	head = append(head, "")
	return strings.Join(head, "\n") + "\n" + s.form.View(w, max(1, h-len(head)))
}

// meets is a form about a student that another desk may change meanwhile.
type meets struct {
	id   model.StudentID
	seen int64 // the version that the form stands on
	// meet compares; accept then makes the form stand on the present record.
	meet   func(now *Entry) meeting
	accept func(now *Entry)
}

// conflict deals with another desk's deed. What touches nothing of this form is
// taken over, and the form saved again; where both wrote, the person chooses.
// handled is false if the error is something else.
func (s *formScreen) conflict(err *store.ConflictError) (turn kit.Turn, handled bool) {
	e := s.app.School.Get(s.others.id)
	if s.others.meet == nil || e == nil || e.Version == s.others.seen {
		return kit.Turn{}, false
	}
	m := s.others.meet(e)
	goOn := func() kit.Turn {
		for _, adopt := range m.adopt {
			adopt()
		}
		s.others.seen = e.Version
		s.others.accept(e)
		return s.save()
	}
	if len(m.clashes) == 0 {
		return goOn(), true
	}
	return kit.Ask(newClash(s.app, err, m.clashes), func(chosen any) kit.Turn {
		if chosen == nil {
			return kit.Stay()
		}
		return goOn()
	}), true
}

// dropped closes a form whose person chose to leave what is on record.
func (s *formScreen) dropped() kit.Turn {
	return kit.Pop(kit.Warn(text.ClashIn(s.app.Lang).Dropped))
}
