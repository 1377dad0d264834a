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

// settleScreen asks how a hand-over ended that a desk broke off: its window was
// killed, its line was cut. Nothing is answered beforehand, since an Enter too
// many must not become a record of what nobody saw.
type settleScreen struct {
	app  *App
	t    *text.Settle
	id   model.StudentID
	code model.Code // as it stood when the question came up
	form *kit.Form
	what *kit.FormItem
	name *kit.FormItem // asked where a parent collected
	card *kit.FormItem
	busy bool
}

// Answers beside the recipients.
const (
	notKnown   = "unknown"
	notScanned = "nobody"
)

// settled is what the question returns: nothing more is to be done.
type settled struct{ notice kit.Notice }

func newSettle(a *App, id model.StudentID, code model.Code) kit.Screen {
	s := &settleScreen{app: a, t: text.SettleIn(a.Lang), id: id, code: code}
	c, words, signer := text.CollectIn(a.Lang), a.words(), ""
	student := kit.Option{ID: string(model.ToStudent), Name: s.t.Scanned + " " + words.Recipient[model.ToStudent]}
	parent := kit.Option{ID: string(model.ToParent), Name: s.t.Scanned + " " + words.Recipient[model.ToParent]}
	nobody := kit.Option{ID: notScanned, Name: s.t.Nobody, Hint: s.t.NobodyHint}
	if e := a.School.Get(id); e != nil {
		if e.Void(code) {
			nobody.Hint = s.t.VoidHint
		}
		signer = parentOf(*e.Record)
		pickup := model.WhoMayCollect(e.Student, a.profile(), model.DateOf(a.local(code.Claim.Since)))
		if !pickup.Student {
			student.Off = c.OnlyParent
		}
		if !pickup.Parent {
			parent.Off = c.OnlySelf
		}
	}
	s.what = &kit.FormItem{ID: "what", Label: s.t.Question, Choice: kit.NewChoice(kit.Option{ID: notKnown, Name: s.t.NotKnown}, student, parent, nobody)}
	s.name = &kit.FormItem{ID: "name", Label: c.ParentName, Field: kit.NewField(80), Check: func(v string) string {
		if strings.TrimSpace(v) == "" {
			return c.NameMissing
		}
		return ""
	}}
	s.name.Field.SetValue(signer)
	s.card = &kit.FormItem{ID: "card", Label: c.Card, Choice: kit.NewChoice(
		kit.Option{ID: cardNo, Name: c.CardNo}, kit.Option{ID: cardYes, Name: c.CardYes})}
	s.form = kit.NewForm()
	s.form.PasteRefused = a.pasteRefused
	s.arrange()
	return s
}

// arrange asks only for what the answer calls for.
func (s *settleScreen) arrange() {
	s.form.Items = []*kit.FormItem{s.what}
	switch s.what.Choice.Chosen() {
	case string(model.ToStudent):
		s.form.Items = append(s.form.Items, s.card)
	case string(model.ToParent):
		s.form.Items = append(s.form.Items, s.name, s.card)
	}
}

func (s *settleScreen) Title() string       { return s.t.Title }
func (s *settleScreen) Deaf() time.Duration { return typedAhead }
func (s *settleScreen) Typing() bool        { return s.form.Typing() }

// MenuKey is empty: Tab moves between the answers.
func (s *settleScreen) MenuKey() string { return "" }

func (s *settleScreen) Actions() []kit.Action {
	return []kit.Action{
		{ID: "save", Keys: []string{"enter"}, Name: s.t.Save, Hint: s.t.SaveHint, Footer: 1, Do: s.save},
		{ID: "later", Keys: []string{"esc"}, Name: s.t.Later, Hint: s.t.LaterHint, Footer: 2, Do: func() kit.Turn {
			if s.busy {
				return kit.Stay()
			}
			return kit.Pop(nil)
		}},
	}
}

func (s *settleScreen) Update(msg tea.Msg) kit.Turn {
	switch msg := msg.(type) {
	case done:
		s.busy = false
		n, ok := s.app.take(msg)
		if ok {
			n = kit.Good(s.app.andThen(s.t.Settled, s.id))
		}
		if ok || s.stale() {
			return kit.Pop(settled{n})
		}
		return kit.Stay().Say(n)
	case kit.Broadcast:
		if !s.busy && s.stale() {
			return kit.Pop(settled{kit.Warn(s.t.SettledElsewhere)})
		}
	case tea.KeyMsg, kit.Paste:
		if !s.busy {
			s.form.Update(msg)
			s.arrange()
		}
	}
	return kit.Stay()
}

// stale reports that there is nothing to settle any more.
func (s *settleScreen) stale() bool {
	e := s.app.School.Get(s.id)
	return e == nil || e.Verdict.Unfinished == nil || !e.Verdict.Unfinished.Claim.Same(s.code.Claim)
}

// save records the answer, wherever the cursor is.
func (s *settleScreen) save() kit.Turn {
	answer := s.what.Choice.Chosen()
	switch {
	case s.busy:
		return kit.Stay()
	case answer == notKnown:
		return kit.Pop(settled{kit.Warn(s.t.LeftOpen)})
	case !s.form.Submit():
		return kit.Stay()
	}
	h := model.Handover{Student: s.id, Code: s.code.ID, Void: answer == notScanned}
	if !h.Void {
		h.To, h.CardShown = model.Recipient(answer), s.card.Choice.Chosen() == cardYes
	}
	if h.To == model.ToParent {
		h.ToName = strings.TrimSpace(s.name.Field.Value())
	}
	s.busy = true
	db, by, seen := s.app.DB, s.app.Actor, s.code.Claim
	return kit.Stay(s.app.do(func(ctx context.Context) (any, error) { return db.SettleHandover(ctx, by, seen, h) }))
}

// View says whose hand-over it is and who broke it off.
func (s *settleScreen) View(w, h int) string {
	head := []string{""}
	if e := s.app.School.Get(s.id); e != nil {
		head = append(head, s.app.whoIsIt(e, w)...)
	}
	said := text.Unfinished(s.app.Lang, s.code.Claim, s.app.profile().Zone())
	head = append(append(head, kit.Wrap(kit.Safe(said), w)...), "")
	return strings.Join(head, "\n") + "\n" + s.form.View(w, max(1, h-len(head)))
}

// brokenOff are students whom this desk's earlier window left with an
// unfinished hand-over.
type brokenOff []model.StudentID

// offerSettling asks at the start about what this desk's earlier window left
// open: whoever sits here knows best, and the student may still be there. Slips
// of paper come back when they come back.
func (s *listScreen) offerSettling() tea.Cmd {
	if s.app.looksOnly() {
		return nil
	}
	var own brokenOff
	for _, e := range s.app.School.All() {
		if c := e.Verdict.Unfinished; c != nil && c.Claim.Desk == s.app.Actor.Desk && !c.Claim.OnPaper() {
			own = append(own, e.ID)
		}
	}
	if len(own) == 0 {
		return nil
	}
	return func() tea.Msg { return own }
}

// settleOwn asks about the first that is still open.
func (s *listScreen) settleOwn(own brokenOff) kit.Turn {
	for i, id := range own {
		e := s.app.School.Get(id)
		if e == nil || e.Verdict.Unfinished == nil {
			continue
		}
		rest := own[i+1:]
		return kit.Ask(newSettle(s.app, id, *e.Verdict.Unfinished), func(result any) kit.Turn {
			turn := s.settleOwn(rest)
			if v, ok := result.(settled); ok {
				turn = turn.Say(v.notice)
			}
			return turn
		})
	}
	s.refresh()
	return kit.Stay()
}

// otherDeed is broadcast when another desk did something.
type otherDeed struct{}
