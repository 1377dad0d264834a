package desk

import (
	"context"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// collectScreen asks who collected the code on screen. Everything is on it at
// once and answered as it usually is, so that one Enter records the hand-over.
type collectScreen struct {
	app  *App
	t    *text.Collect
	id   model.StudentID
	code int64
	form *kit.Form
	who  *kit.FormItem
	name *kit.FormItem // asked where a parent collects
	card *kit.FormItem
	busy bool // the deed is under way
}

// Answers of the form.
const (
	cardYes = "yes"
	cardNo  = "no"
)

func newCollect(a *App, id model.StudentID, code int64) kit.Screen {
	s := &collectScreen{app: a, t: text.CollectIn(a.Lang), id: id, code: code}
	var pickup model.Pickup
	signer := ""
	if e := a.School.Get(id); e != nil {
		pickup, signer = e.Verdict.Pickup, parentOf(*e.Record)
	}
	words := a.words()
	student := kit.Option{ID: string(model.ToStudent), Name: words.Recipient[model.ToStudent]}
	parent := kit.Option{ID: string(model.ToParent), Name: words.Recipient[model.ToParent]}
	if !pickup.Student {
		student.Off = s.t.OnlyParent
	}
	if !pickup.Parent {
		parent.Off = s.t.OnlySelf
	}
	s.who = &kit.FormItem{ID: "who", Label: s.t.Title, Choice: kit.NewChoice(student, parent)}
	s.name = &kit.FormItem{ID: "name", Label: s.t.ParentName, Hint: s.t.NameHint, Field: kit.NewField(80), Check: s.checkName}
	s.name.Field.SetValue(signer)
	s.card = &kit.FormItem{ID: "card", Label: s.t.Card, Choice: kit.NewChoice(
		kit.Option{ID: cardYes, Name: s.t.CardYes}, kit.Option{ID: cardNo, Name: s.t.CardNo})}
	s.form = kit.NewForm(s.who, s.card)
	s.form.PasteRefused = a.pasteRefused
	s.arrange()
	if s.byParent() && signer == "" {
		s.form.Update(tea.KeyMsg{Type: tea.KeyTab}) // the name is all there is to type
	}
	return s
}

// parentOf is the name of the parent or guardian who signed, "" if none did.
func parentOf(r model.Record) string {
	st, ok := model.CurrentStatement(r.Statements)
	if !ok || st.Signer == model.SignedByStudent {
		return ""
	}
	return st.SignerName
}

func (s *collectScreen) Title() string       { return s.t.Title }
func (s *collectScreen) Deaf() time.Duration { return typedAhead }
func (s *collectScreen) Typing() bool        { return s.form.Typing() }

// MenuKey is empty: Tab moves between the answers.
func (s *collectScreen) MenuKey() string { return "" }

func (s *collectScreen) byParent() bool { return s.who.Choice.Chosen() == string(model.ToParent) }

func (s *collectScreen) checkName(name string) string {
	if strings.TrimSpace(name) == "" {
		return s.t.NameMissing
	}
	return ""
}

// arrange asks for a name only where a parent collects.
func (s *collectScreen) arrange() {
	s.form.Items = []*kit.FormItem{s.who, s.card}
	if s.byParent() {
		s.form.Items = []*kit.FormItem{s.who, s.name, s.card}
	}
}

func (s *collectScreen) Actions() []kit.Action {
	return []kit.Action{
		{ID: "confirm", Keys: []string{"enter"}, Name: s.t.Confirm, Hint: s.t.ConfirmHint, Footer: 1, Do: s.confirm},
		{ID: "back", Keys: []string{"esc"}, Name: s.t.Back, Hint: s.t.BackHint, Footer: 2, Do: s.back},
	}
}

func (s *collectScreen) back() kit.Turn {
	if s.busy {
		return kit.Stay()
	}
	return kit.Pop(nil)
}

func (s *collectScreen) Update(msg tea.Msg) kit.Turn {
	switch msg := msg.(type) {
	case done:
		return s.answered(msg)
	case tea.KeyMsg, kit.Paste:
		if !s.busy {
			s.form.Update(msg)
			s.arrange()
		}
	}
	return kit.Stay()
}

// confirm submits the whole form, wherever the cursor is. It stops at an
// answer that is missing or not allowed.
func (s *collectScreen) confirm() kit.Turn {
	if s.busy || !s.submit() {
		return kit.Stay()
	}
	h := model.Handover{Student: s.id, Code: s.code, To: model.Recipient(s.form.Value("who")), CardShown: s.form.Value("card") == cardYes}
	if h.To == model.ToParent {
		h.ToName = strings.TrimSpace(s.form.Value("name"))
	}
	s.busy = true
	return kit.Stay(s.app.do(func(ctx context.Context) (any, error) {
		return s.app.DB.ConfirmHandover(ctx, s.app.Actor, h)
	}))
}

func (s *collectScreen) submit() bool {
	for range s.form.Items {
		if s.form.Update(tea.KeyMsg{Type: tea.KeyEnter}) {
			return true
		}
	}
	return false
}

func (s *collectScreen) answered(d done) kit.Turn {
	s.busy = false
	if n, ok := s.app.take(d); !ok {
		return kit.Stay().Say(n)
	}
	s.app.onScreen = onScreen{}
	name, class := s.whose()
	return kit.Home(handedOver{kit.Good(s.t.HandedOver(name, class))}).With(s.app.putBack())
}

// whose is what may be read over a shoulder: first name, initial, class.
func (s *collectScreen) whose() (name, class string) {
	if e := s.app.School.Get(s.id); e != nil {
		return e.PublicName(), e.Record.Class.String()
	}
	return "", ""
}

// View says in full whom the secretary confirms: the public name does not tell
// namesakes of a class from each other.
func (s *collectScreen) View(w, h int) string {
	head := []string{""}
	if e := s.app.School.Get(s.id); e != nil {
		head = append(head, s.app.whoIsIt(e, w)...)
	}
	form := s.form.View(w, h-len(head)-3)
	return strings.Join(head, "\n") + "\n\n" + form + "\n\n" + kit.Dim.Paint(kit.Cut("  "+s.t.Keys, w))
}
