package desk

import (
	"context"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// listStep is what Enter does on a page that was opened in a worklist: the
// list's own next step. do is nil where that is the verdict's as well, and
// where the student is not in the list any more.
func (p *pageScreen) listStep(e *Entry) (name string, do func() kit.Turn) {
	if p.list == "" || !e.lists.Has(p.list) {
		return "", nil
	}
	words := p.app.words()
	form := func(step model.Step, s func(*App, *Entry) kit.Screen) (string, func() kit.Turn) {
		return words.Step[step], func() kit.Turn { return p.open("", s(p.app, e)) }
	}
	step := listSteps[p.list]
	switch p.list {
	case model.ListNoStatement:
		return form(step, newStatementForm)
	case model.ListNoPhoto:
		return form(step, newPhotoForm)
	case model.ListNoPESEL:
		return form(step, newPESELForm)
	case model.ListCardExpiring:
		return form(model.StepExtendCard, newStampForm)
	case model.ListComingOfAge:
		if e.IsAdult(p.app.today()) {
			return form(model.StepCollectSheet, newStatementForm)
		}
	case model.ListRefusedPhoto, model.ListPhotoDeletion:
		return p.tickPhoto(e)
	case model.ListByParent:
		return p.t.Correct, func() kit.Turn { return p.open("", newCorrection(p.app, e)) }
	}
	return "", nil
}

// newPESELForm is the form of a student's data at the number that is missing.
func newPESELForm(a *App, e *Entry) kit.Screen {
	s := newStudentForm(a, e)
	if f, ok := s.(*studentForm); ok {
		f.form.Focus("pesel")
	}
	return s
}

// tickPhoto goes to a photo that is kept: to the letter about it, or to look at what
// goes by itself within the hour. What lies elsewhere a person ticks.
func (p *pageScreen) tickPhoto(e *Entry) (string, func() kit.Turn) {
	t, list := text.WorklistsIn(p.app.Lang), p.list
	if len(e.Photos) > 0 {
		return text.GalleryIn(p.app.Lang).OfStudent, func() kit.Turn { return kit.Push(newGalleryOf(p.app, e)) }
	}
	// Enter asks first: it may have been meant for the screen before.
	return t.Tick[list], func() kit.Turn {
		return kit.Confirm(p.app.ask(t.Tick[list], "enter", t.Ask[list](1)), func() kit.Turn {
			return p.deed(e, t.Ticked[list](1), func(ctx context.Context, db *store.DB) error {
				_, err := p.app.tick(ctx, db, list, []model.StudentID{p.id})
				return err
			})
		})
	}
}

// newStampForm is the form of the card with the day that this year's stamp
// gives, where that is a later one.
func newStampForm(a *App, e *Entry) kit.Screen {
	s := newCardForm(a, e)
	if f, ok := s.(*cardForm); ok {
		if stamp := nextStamp(a.profile(), a.today()); f.hasOld && stamp.After(f.old.ValidUntil) {
			f.until.Field.SetValue(stamp.Polish())
		}
		f.form.Focus("until")
	}
	return s
}
