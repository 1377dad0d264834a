package desk

import (
	"context"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// newStatementForm enters one signed sheet. Who may sign follows from the
// student's age on the day that stands on the sheet.
func newStatementForm(a *App, e *Entry) kit.Screen {
	t, words := text.FormsIn(a.Lang), a.words()
	id, today := e.ID, a.today()
	_, counts := model.CurrentStatement(e.Statements)

	wanted := a.profile().Policy.Wanted()
	if wanted == "" {
		wanted = model.NonObjection
	}
	var kinds []kit.Option
	for _, k := range model.StatementKinds {
		o := kit.Option{ID: string(k), Name: words.Statement[k]}
		if k == model.Withdrawal && !counts {
			o.Off = t.NothingToWithdraw
		}
		kinds = append(kinds, o)
	}
	day := textItem("signed", t.SignedOn, t.DateHint, today.Polish(), 20, func(v string) string {
		return pastDay(t, v, today, true)
	})
	signer := choiceItem("signer", t.SignedBy, "", signerOptions(a, e.Student, today)...)
	name := textItem("name", t.SignerName, t.SignerNameHint, "", 80, nil)
	place := textItem("place", t.Place, t.PlaceHint, a.last.place, 60, nil)

	s := newForm(a, t.StatementTitle, choiceItem("kind", t.Kind, string(wanted), kinds...), day, signer, name, place)
	s.intro = func() []string { return a.studentLine(id) }
	s.changed = func() {
		if d, ok := readDate(day.Field.Value(), today, towardsPast); ok && !d.IsZero() {
			setOptions(signer.Choice, signerOptions(a, e.Student, d)...)
		}
	}
	s.save = func() kit.Turn {
		signed, _ := readDate(day.Field.Value(), today, towardsPast)
		sheet := model.Statement{Student: id, Kind: model.StatementKind(s.form.Value("kind")), SignerName: name.Field.Value(),
			Signer: model.Signer(s.form.Value("signer")), Signed: signed, Place: place.Field.Value()}
		if sheet.Signer == model.SignedByStudent && sheet.SignerName == "" {
			sheet.SignerName = e.Name()
		}
		a.last.place = sheet.Place
		return s.deed(func(ctx context.Context) (any, error) {
			_, err := a.DB.RecordStatements(ctx, a.Actor, sheet)
			return sheet.Kind, err
		})
	}
	s.saved = func(value any) kit.Turn {
		kind, _ := value.(model.StatementKind)
		return kit.Pop(kit.Good(a.andThen(t.StatementSaved(words.Statement[kind]), id)))
	}
	return s
}

// signerOptions are who can sign on a day; the others say why they can't.
// Without a birth date nobody can be ruled out.
func signerOptions(a *App, of model.Student, day model.Date) []kit.Option {
	t, words := text.FormsIn(a.Lang), a.words()
	known, adult := !of.BirthDate().IsZero(), of.IsAdult(day)
	var options []kit.Option
	for _, s := range []model.Signer{model.SignedByParent, model.SignedByGuardian, model.SignedByStudent} {
		o := kit.Option{ID: string(s), Name: words.Signer[s]}
		switch {
		case known && adult && s != model.SignedByStudent:
			o.Off = t.AdultSignsAlone
		case known && !adult && s == model.SignedByStudent:
			o.Off = t.MinorCantSign
		}
		options = append(options, o)
	}
	return options
}

// pastDay is what is wrong with a day that can't lie in the future.
func pastDay(t *text.Forms, v string, today model.Date, needed bool) string {
	d, ok := readDate(v, today, towardsPast)
	switch {
	case !ok:
		return t.NoSuchDay
	case d.IsZero() && needed:
		return t.DateNeeded
	case d.After(today):
		return t.InTheFuture
	}
	return ""
}

// studentLine says above a form whom it is about.
func (a *App) studentLine(id model.StudentID) []string {
	e := a.School.Get(id)
	if e == nil {
		return nil
	}
	born := ""
	if d := e.BirthDate(); !d.IsZero() {
		born = text.PageIn(a.Lang).Born + " " + d.Polish()
	}
	return []string{joined(" · ", e.ListName(), e.Record.Class.String(), born)}
}
