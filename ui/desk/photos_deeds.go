package desk

import (
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/model/portrait"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// goOn does the next sensible thing about a photo. look is what a person's
// look at it means where they are.
func (b *album) goOn(p store.Photo, look func() kit.Turn) kit.Turn {
	switch b.step(p) {
	case text.PhotoSettle:
		return b.settle(p)
	case text.PhotoChoose:
		return b.choose(p, look)
	case text.PhotoWrite:
		return kit.Push(newLetter(b, p))
	}
	return b.goOnWith(p, nil, look)
}

// goOnWith is goOn for a photo that was chosen from others.
func (b *album) goOnWith(p store.Photo, others []store.Photo, look func() kit.Turn) kit.Turn {
	switch stepOf(p, p.Effective()) {
	case text.PhotoAccept:
		return kit.Stay(b.accept(p, others, false))
	case text.PhotoMend:
		return kit.Push(newMend(b, p, others))
	case text.PhotoRefuse:
		return kit.Stay(b.refuse(p))
	}
	return look()
}

func seenOf(p store.Photo) store.SeenPhoto { return store.SeenPhoto{ID: p.ID, Version: p.Version} }

// accept takes a photo for the card, and refuses those it was chosen from.
func (b *album) accept(p store.Photo, others []store.Photo, despite bool) tea.Cmd {
	return b.acceptAs(p, others, store.Acceptance{Despite: despite})
}

// acceptAs is accept with a mended picture.
func (b *album) acceptAs(p store.Photo, others []store.Photo, a store.Acceptance) tea.Cmd {
	t := text.GalleryIn(b.app.Lang)
	said := t.Accepted
	switch {
	case len(others) > 0:
		said = t.OthersRefused
	case a.Despite:
		said = t.AcceptedDespite
	}
	a.Photo = seenOf(p)
	for _, o := range others {
		a.Others = append(a.Others, seenOf(o))
	}
	return b.deed(photoDone{said: said(b.who(p))}, func(ctx context.Context, db *store.DB) error {
		return db.AcceptPhoto(ctx, b.app.Actor, a)
	})
}

// acceptHere accepts a photo that somebody looks at. Where it has rivals they
// are asked first, for those are refused with it.
func (b *album) acceptHere(p store.Photo, despite bool, trigger string) kit.Turn {
	t := text.GalleryIn(b.app.Lang)
	others := b.rivals(p)
	var question []string
	if despite {
		question = append(question, t.DespiteAsk(b.said(p, " ")))
	}
	if len(others) > 0 {
		question = append(question, t.ChooseHead)
	}
	if len(question) == 0 {
		return kit.Stay(b.accept(p, nil, false))
	}
	return kit.Confirm(b.app.ask(t.Accept, trigger, question...), func() kit.Turn { return kit.Stay(b.accept(p, others, despite)) })
}

// refuse refuses a photo and goes on to the letter.
func (b *album) refuse(p store.Photo) tea.Cmd {
	t := text.GalleryIn(b.app.Lang)
	answer := photoDone{said: t.Refused(b.who(p))}
	if p.Student != 0 {
		answer.letter = p.ID
	}
	return b.decide(p, model.PhotoRefused, answer)
}

// takeBack makes a decided photo one to do.
func (b *album) takeBack(p store.Photo) tea.Cmd {
	return b.decide(p, model.PhotoToDo, photoDone{said: text.GalleryIn(b.app.Lang).TakenBack(b.who(p)), stays: true})
}

func (b *album) decide(p store.Photo, state model.PhotoState, answer photoDone) tea.Cmd {
	return b.deed(answer, func(ctx context.Context, db *store.DB) error {
		return db.DecidePhoto(ctx, b.app.Actor, p.ID, p.Version, state)
	})
}

// settle asks whose photo it is.
func (b *album) settle(p store.Photo) kit.Turn {
	return kit.Ask(newWhose(b.app, p), func(result any) kit.Turn {
		student, ok := result.(model.StudentID)
		if !ok {
			return kit.Stay()
		}
		e := b.app.School.Get(student)
		if e == nil {
			return kit.Stay()
		}
		answer := photoDone{said: text.GalleryIn(b.app.Lang).SettledAs(b.app.fullName(e)), stays: true}
		return kit.Stay(b.deed(answer, func(ctx context.Context, db *store.DB) error {
			return db.SettlePhoto(ctx, b.app.Actor, p.ID, p.Version, student)
		}))
	})
}

// choose asks which of a student's photos it is to be. The cursor starts where
// an Enter too many does nothing.
func (b *album) choose(p store.Photo, look func() kit.Turn) kit.Turn {
	t := text.GalleryIn(b.app.Lang)
	all := append([]store.Photo{p}, b.rivals(p)...)
	options := []chooseOption{{name: t.ChooseLater}}
	for _, o := range all {
		sign, word, _ := b.photoLook(o)
		if step := stepOf(o, o.Effective()); o.State == model.PhotoToDo {
			word = t.Look[step]
		}
		options = append(options, chooseOption{name: joined("  ", sign+" "+word, o.Name, t.InSize(o.Effective().DisplayWidth, o.Effective().DisplayHeight, weightOf(b.app, o)), t.Arrived+" "+o.Arrived.Polish()), value: o.ID})
	}
	head := []string{b.who(p), "", t.ChooseHead}
	return kit.Ask(newChoose(b.app, t.ChooseTitle, head, options, 0).undecided(), func(result any) kit.Turn {
		id, _ := result.(int64)
		chosen, ok := b.get(id)
		if !ok {
			return kit.Stay()
		}
		if chosen.State.Accepted() { // it stays, the others go
			return kit.Stay(b.refuseAll(chosen, b.open(all, id)))
		}
		if chosen.ID != p.ID && stepOf(chosen, chosen.Effective()) == text.PhotoLook {
			return kit.Push(newPhoto(b, chosen.ID, nil))
		}
		return b.goOnWith(chosen, b.without(all, id), look)
	})
}

// without are photos but one.
func (b *album) without(all []store.Photo, id int64) (rest []store.Photo) {
	for _, p := range all {
		if p.ID != id {
			rest = append(rest, p)
		}
	}
	return rest
}

// open are those to do among photos, but one.
func (b *album) open(all []store.Photo, id int64) (todo []store.Photo) {
	for _, p := range b.without(all, id) {
		if p.State == model.PhotoToDo {
			todo = append(todo, p)
		}
	}
	return todo
}

// refuseAll refuses photos for the sake of one that was accepted before.
func (b *album) refuseAll(chosen store.Photo, others []store.Photo) tea.Cmd {
	return b.deed(photoDone{said: text.GalleryIn(b.app.Lang).OthersRefused(b.who(chosen))}, func(ctx context.Context, db *store.DB) error {
		for _, o := range others {
			if err := db.DecidePhoto(ctx, b.app.Actor, o.ID, o.Version, model.PhotoRefused); err != nil {
				return err
			}
		}
		return nil
	})
}

// reasons are all findings of a photo, also what only all photos together
// tell, broken rules first.
func (b *album) reasons(p store.Photo) []portrait.Finding {
	all := slices.Clone(p.Effective().Findings)
	for _, id := range b.among(p) {
		all = append(all, portrait.Finding{ID: id, Level: id.Level()})
	}
	slices.SortStableFunc(all, func(x, y portrait.Finding) int { return int(y.Level) - int(x.Level) })
	return all
}

// among is what only all photos together tell. Of several photos of a student
// nothing more is to be said once one of them is chosen.
func (b *album) among(p store.Photo) []portrait.ID {
	return slices.DeleteFunc(slices.Clone(p.Among), func(id portrait.ID) bool {
		return id == portrait.SeveralPhotos && len(b.rivals(p)) == 0
	})
}

// said are a photo's reasons in words.
func (b *album) said(p store.Photo, sep string) string {
	t := text.PhotoIn(b.app.Lang)
	var said []string
	for _, f := range b.reasons(p) {
		said = append(said, t.Finding(f, p.Effective().Format))
	}
	return strings.Join(said, sep)
}
