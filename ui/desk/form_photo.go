package desk

import (
	"context"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// newPhotoForm asks whether the photo that the family sent is good.
func newPhotoForm(a *App, e *Entry) kit.Screen {
	t, id := text.PageIn(a.Lang), e.ID
	state := model.PortraitAccepted
	if e.Portrait != nil {
		state = e.Portrait.State
	}
	s := newForm(a, t.Photo, choiceItem("state", t.PhotoDecision, string(state),
		kit.Option{ID: string(model.PortraitAccepted), Name: t.PhotoGood},
		kit.Option{ID: string(model.PortraitRefused), Name: t.PhotoPoor},
		kit.Option{ID: string(model.PortraitTold), Name: a.words().Portrait[model.PortraitTold]}))
	if e.Portrait == nil {
		state = "" // nobody had decided
	}
	s.others = meets{id, e.Version, func(now *Entry) (m meeting) {
		if now.Portrait != nil {
			m.choice(s.form.Items[0], string(state), string(now.Portrait.State))
		}
		return m
	}, func(now *Entry) {
		if now.Portrait != nil {
			state = now.Portrait.State
		}
	}}
	s.intro = func() []string { return a.studentLine(id) }
	s.save = func() kit.Turn {
		p := model.Portrait{State: model.PortraitState(s.form.Value("state")), Decided: a.today()}
		seen := s.others.seen
		return s.deed(func(ctx context.Context) (any, error) {
			return p.State, a.DB.IfUnchanged(id, seen).DecidePortraits(ctx, a.Actor, map[model.StudentID]model.Portrait{id: p})
		})
	}
	s.saved = func(value any) kit.Turn {
		state, _ := value.(model.PortraitState)
		return kit.Pop(kit.Good(a.andThen(t.PhotoNoted(a.words().Portrait[state]), id)))
	}
	return s
}
