package desk

import (
	"context"
	"errors"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// formScreen is the frame of every form of the desk. It knows how a form is
// filled in, saved and refused; what is in it and which deed it does come from
// whoever makes it. Whatever is refused, nothing typed is lost.
type formScreen struct {
	app   *App
	title string
	form  *kit.Form
	intro func() []string // lines above the form; nil: none
	// changed runs after every key, for items that depend on others.
	changed func()
	// save runs once every check has passed. It returns what deed returns, or
	// a notice.
	save func() kit.Turn
	// saved runs when the deed is done, with what the deed returned.
	saved func(value any) kit.Turn
	// refused puts the sentence for an error where it belongs. false: the
	// sentence is for the notice line.
	refused func(err error) bool
	others  meets // zero: another desk's deeds don't touch this form
	busy    bool
	begun   begun
}

// begun is how a form was opened from a student's page, until its first key.
type begun struct {
	page bool
	key  string // the letter that opened it; "": Enter
	at   time.Time
}

// nameTyped is how soon after the letter that opened a form another letter
// means that somebody types a name.
const nameTyped = 350 * time.Millisecond

// openedBy notes that a key of the page opened the form.
func (s *formScreen) openedBy(key string) { s.begun = begun{true, key, s.app.Now()} }

// misses returns the search that somebody types who did not mean this form: a
// letter as its first key where letters do nothing, or right behind the one
// that opened it. Going on would let the Enter behind a name save the form.
func (b begun) misses(k tea.KeyMsg, typing bool, now time.Time) (searchFor, bool) {
	text, ok := typedSearch(k)
	if !ok || !b.page || typing && (b.key == "" || now.Sub(b.at) >= nameTyped) {
		return "", false
	}
	return searchFor(b.key) + text, true
}

// labelWidth is the column of labels that all forms share.
const labelWidth = 22

func newForm(a *App, title string, items ...*kit.FormItem) *formScreen {
	s := &formScreen{app: a, title: title, form: kit.NewForm(items...)}
	s.form.Labels = labelWidth
	s.form.PasteRefused = a.pasteRefused
	s.saved = func(any) kit.Turn { return kit.Pop(nil) }
	return s
}

func (s *formScreen) Title() string   { return s.title }
func (s *formScreen) Typing() bool    { return s.form.Typing() }
func (s *formScreen) MenuKey() string { return "" } // Tab goes to the next item

func (s *formScreen) Actions() []kit.Action {
	t := text.FormsIn(s.app.Lang)
	off, enter := "", t.GoOn
	if s.busy {
		off = t.Saving
	}
	if s.form.Last() {
		enter = t.Save
	}
	return []kit.Action{
		{ID: "enter", Keys: []string{"enter"}, Name: enter, Hint: t.GoOnHint, Off: off, Footer: 1, Do: s.enter},
		{ID: "save", Keys: []string{"ctrl+o"}, Name: t.SaveAll, Hint: t.SaveAllHint, Off: off, Footer: 2, Do: func() kit.Turn {
			if s.form.Submit() {
				return s.save()
			}
			return kit.Stay()
		}},
		{ID: "cancel", Keys: []string{"esc"}, Name: t.Cancel, Hint: t.CancelHint, Off: off, Footer: 3,
			Do: func() kit.Turn { return kit.Pop(nil) }},
	}
}

func (s *formScreen) enter() kit.Turn {
	if s.form.Update(tea.KeyMsg{Type: tea.KeyEnter}) {
		return s.save()
	}
	return kit.Stay()
}

func (s *formScreen) Update(msg tea.Msg) kit.Turn {
	switch msg := msg.(type) {
	case done:
		return s.answer(msg)
	case kit.Paste:
		msg.Text = oneLine(msg.Text)
		return s.edit(msg)
	case tea.KeyMsg:
		if text, ok := s.begun.misses(msg, s.form.Typing(), s.app.Now()); ok {
			return kit.Home(text)
		}
		return s.edit(msg)
	}
	return kit.Stay()
}

func (s *formScreen) edit(msg tea.Msg) kit.Turn {
	if s.busy {
		return kit.Stay()
	}
	s.begun = begun{}
	s.form.Update(msg)
	if s.changed != nil {
		s.changed()
	}
	return kit.Stay()
}

// deed starts the form's deed; until its answer is there, keys do nothing.
func (s *formScreen) deed(do func(context.Context) (any, error)) kit.Turn {
	s.busy = true
	return kit.Stay(s.app.do(do))
}

func (s *formScreen) answer(d done) kit.Turn {
	s.busy = false
	notice, ok := s.app.take(d)
	if ok {
		return s.saved(d.value)
	}
	var conflict *store.ConflictError
	if errors.As(d.err, &conflict) {
		if turn, handled := s.conflict(conflict); handled {
			return turn
		}
	}
	if s.refused != nil && s.refused(d.err) {
		return kit.Stay()
	}
	return kit.Stay().Say(notice)
}

func (s *formScreen) View(w, h int) string {
	var head []string
	if s.intro != nil {
		for _, line := range s.intro() {
			head = append(head, kit.Wrap(kit.Safe(line), w)...)
		}
	}
	if len(head) > 0 {
		head = append(head, "")
	}
	return strings.Join(append(head, s.form.View(w, max(1, h-len(head)))), "\n")
}

// oneLine takes the line break off the end of pasted text: it belongs to the
// line that was copied, not to what stands on it. Everything else stays.
func oneLine(s string) string {
	s = strings.TrimSuffix(s, "\n")
	return strings.TrimSuffix(s, "\r")
}
