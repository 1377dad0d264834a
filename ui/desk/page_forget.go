package desk

import (
	"context"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// forgetAction erases the student's data. It has no key: it is done once in a
// long while, on a letter from a parent, and its place is the menu.
func (p *pageScreen) forgetAction(e *Entry) kit.Action {
	t := text.ForgetIn(p.app.Lang)
	a := kit.Action{ID: "forget", Name: t.Title, Hint: t.Hint, Danger: true, Do: func() kit.Turn {
		until, named := model.NamedByLaw(*e.Record, p.app.profile(), p.app.today())
		return p.sure(t.Title, t.Question(e.Name(), until.Polish(), named), func() kit.Turn {
			p.busy = true
			return kit.Stay(p.app.do(func(ctx context.Context) (any, error) {
				return p.app.DB.IfUnchanged(e.ID, e.Version).ForgetStudent(ctx, p.app.Actor, e.ID)
			}))
		})
	}}
	if !p.app.Actor.Role.May(model.RightManage) {
		a.Off = t.OnlyAdmin
	}
	return a
}

// forgotten says what stays. There is no page any more of somebody of whom
// nothing does.
func (p *pageScreen) forgotten(f store.StudentForgotten) kit.Turn {
	t := text.ForgetIn(p.app.Lang)
	said := kit.Good(t.Done(f.Until.Polish(), f.Named, p.app.profile().Backup.Keep))
	if f.Named {
		return kit.Stay().Say(said)
	}
	return kit.Pop(said)
}
