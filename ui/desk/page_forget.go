package desk

import (
	"context"
	"strings"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// forgetAction erases the student's data. It has no key: it is done once in a
// long while, on a letter from a parent, and its place is the menu. Nobody does
// it by accident: the surname has to be typed.
func (p *pageScreen) forgetAction(e *Entry) kit.Action {
	t := text.ForgetIn(p.app.Lang)
	a := kit.Action{ID: "forget", Name: t.Title, Hint: t.Hint, Danger: true, Do: func() kit.Turn {
		until, named := model.NamedByLaw(*e.Record, p.app.profile(), p.app.today())
		asSeen, version := e.Student, e.Version // the list goes on changing its entries under a question
		question := t.Question(strings.TrimSpace(e.Name()+" "+e.Class.String()), until.Polish(), named)
		return kit.Ask(newForgetPrompt(p.app, asSeen, question), func(result any) kit.Turn {
			if typed, ok := result.(string); !ok || !NamedAs(asSeen, typed) {
				return kit.Stay()
			}
			p.busy = true
			return kit.Stay(p.app.do(func(ctx context.Context) (any, error) {
				return p.app.Folder.ForgetStudent(ctx, p.app.DB.IfUnchanged(asSeen.ID, version), p.app.Actor, asSeen.ID)
			}))
		})
	}}
	if !p.app.Actor.Role.May(model.RightManage) {
		a.Off = t.OnlyAdmin
	}
	return a
}

// NamedAs reports whether somebody typed a student's surname: what confirms that
// all about them is to be forgotten. Case and Polish marks don't matter.
func NamedAs(s model.Student, typed string) bool {
	name := s.Last
	if name == "" {
		name = s.First
	}
	return model.Fold(typed) == model.Fold(name)
}

// forgetPrompt says what will be done and asks for the surname.
type forgetPrompt struct {
	*promptScreen
	question string
}

func newForgetPrompt(a *App, s model.Student, question string) kit.Screen {
	t := text.ForgetIn(a.Lang)
	p := newPrompt(a, t.Surname, t.SurnameHint, "", func(typed string) string {
		if !NamedAs(s, typed) {
			return t.SurnameWrong
		}
		return ""
	})
	p.title, p.enter = t.Title, t.Forever
	return &forgetPrompt{p, question}
}

func (p *forgetPrompt) View(w, h int) string {
	lines := append([]string{""}, kit.Wrap(kit.Safe(p.question), w)...)
	lines = append(lines, "")
	return strings.Join(lines, "\n") + "\n" + p.form.View(w, max(1, h-len(lines)))
}

// forgotten says what stays. The list knows nobody of that name any more.
func (p *pageScreen) forgotten(f store.StudentForgotten) kit.Turn {
	return kit.Pop(kit.Good(text.ForgetIn(p.app.Lang).Forgot(f, p.app.profile().Backup.Keep)))
}
