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
	wanted := a.profile().Policy.Wanted()
	if wanted == "" {
		wanted = model.NonObjection
	}
	return openStatementForm(a, e, wanted)
}

// openStatementForm is the same with the cursor on a kind of sheet.
func openStatementForm(a *App, e *Entry, wanted model.StatementKind) kit.Screen {
	t, words := text.FormsIn(a.Lang), a.words()
	id, today := e.ID, a.today()
	counting, counts := model.CurrentStatement(e.Statements)
	over := counting.ID // what the person at the desk saw

	kinds := func(counts bool) (options []kit.Option) {
		for _, k := range model.StatementKinds {
			o := kit.Option{ID: string(k), Name: words.Statement[k]}
			if k == model.Withdrawal && !counts {
				o.Off = t.NothingToWithdraw
			}
			options = append(options, o)
		}
		return options
	}
	kind := choiceItem("kind", t.Kind, string(wanted), kinds(counts)...)
	day := offeredItem("signed", t.SignedOn, t.DateHint, today.Polish(), 20, func(v string) string {
		return pastDay(t, v, today, true)
	})
	signer := choiceItem("signer", t.SignedBy, "", signerOptions(a, e.Student, today)...)
	name := textItem("name", t.SignerName, t.SignerNameHint, "", 80, nil)
	place := textItem("place", t.Place, t.PlaceHint, a.last.place, 60, nil)

	s := newForm(a, t.StatementTitle, kind, day, signer, name, place)
	s.intro = func() []string { return append(a.studentLine(id), a.countingLine(id)...) }
	s.changed = func() {
		if d, ok := readDate(day.Field.Value(), today, towardsPast); ok && !d.IsZero() {
			setOptions(signer.Choice, signerOptions(a, e.Student, d)...)
		}
	}
	sheet := func() model.Statement {
		signed, _ := readDate(day.Field.Value(), today, towardsPast)
		sheet := model.Statement{Student: id, Kind: model.StatementKind(s.form.Value("kind")), SignerName: name.Field.Value(),
			Signer: model.Signer(s.form.Value("signer")), Signed: signed, Place: place.Field.Value(), Over: over}
		if sheet.Signer == model.SignedByStudent && sheet.SignerName == "" {
			sheet.SignerName = e.Name()
		}
		return sheet
	}
	write := func() kit.Turn {
		sheet := sheet()
		a.last.place = sheet.Place
		known := a.sheetIDs(id)
		return s.deed(func(ctx context.Context) (any, error) {
			ids, err := a.DB.RecordStatements(ctx, a.Actor, sheet)
			if err != nil {
				return nil, err
			}
			return savedSheet{sheet.Kind, ids[0], known[ids[0]]}, nil
		})
	}
	s.save = func() kit.Turn {
		return a.askOverObjection(id, model.StatementKind(s.form.Value("kind")), write)
	}
	drop, save := false, s.save
	s.save = func() kit.Turn {
		if drop {
			return s.dropped()
		}
		return save()
	}
	inWords := func(st model.Statement, ok bool) string {
		if !ok {
			return ""
		}
		return a.sheetInWords(st)
	}
	s.others = meets{id, e.Version, func(now *Entry) (m meeting) {
		current, ok := model.CurrentStatement(now.Statements)
		if current.ID != over {
			m.clashes = []clash{{t.StatementTitle, inWords(counting, counts), inWords(current, ok), inWords(sheet(), true), func() { drop = true }}}
		}
		return m
	}, func(now *Entry) {
		counting, counts = model.CurrentStatement(now.Statements)
		over = counting.ID
		setOptions(kind.Choice, kinds(counts)...)
	}}
	s.saved = func(value any) kit.Turn {
		saved, _ := value.(savedSheet)
		if saved.known {
			return kit.Pop(kit.Warn(t.StatementKnown(words.Statement[saved.kind])))
		}
		said := t.StatementSaved(words.Statement[saved.kind])
		if now := a.School.Get(id); now != nil {
			if last, ok := now.LastInvalidation(); ok && last.Reason == model.ReasonObjection && last.LastSheet == saved.id {
				said += " " + text.AfterIn(a.Lang).GoneToo
			}
		}
		return kit.Pop(kit.Good(a.andThen(said, id)))
	}
	return s
}

// savedSheet is what entering a sheet came to.
type savedSheet struct {
	kind  model.StatementKind
	id    int64
	known bool // it was there already; nothing was written
}

// askOverObjection asks before a sheet sets an objection aside.
func (a *App) askOverObjection(id model.StudentID, kind model.StatementKind, do func() kit.Turn) kit.Turn {
	e := a.School.Get(id)
	if e == nil || kind == model.Objection {
		return do()
	}
	current, ok := model.CurrentStatement(e.Statements)
	if !ok || current.Kind != model.Objection {
		return do()
	}
	t := text.SheetsIn(a.Lang)
	return kit.Confirm(a.ask(t.AskOverObjection, "", t.OverObjection(e.ListName(), current.Signed.Polish())), do)
}

// sheetIDs are the numbers of a student's sheets that stand.
func (a *App) sheetIDs(id model.StudentID) map[int64]bool {
	ids := map[int64]bool{}
	if e := a.School.Get(id); e != nil {
		for _, s := range e.Statements {
			ids[s.ID] = !s.Undone
		}
	}
	return ids
}

// countingLine says above a form which sheet counts, if one does.
func (a *App) countingLine(id model.StudentID) []string {
	e := a.School.Get(id)
	if e == nil {
		return nil
	}
	current, ok := model.CurrentStatement(e.Statements)
	if !ok {
		return nil
	}
	return []string{text.FormsIn(a.Lang).CountsNow + " " + a.sheetInWords(current)}
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
