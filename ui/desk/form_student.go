package desk

import (
	"context"
	"errors"
	"strings"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// studentForm enters a student by hand or corrects one's data.
type studentForm struct {
	*formScreen
	t       *text.Forms
	before  model.Student // what the desk had before its eyes
	filled  string        // the birth date that the PESEL filled in
	odd     secondLook
	emptied bool              // the number in the register, since the class is another
	alike   []model.StudentID // looked at: somebody else of that name

	last, first, second, pesel, birth, sex, class, number, book, document *kit.FormItem
}

// noSex stands for "not known", which a choice can't hold as "".
const noSex = "?"

// newStudentForm corrects a student's data; nil enters a new one.
func newStudentForm(a *App, e *Entry) kit.Screen {
	t := text.FormsIn(a.Lang)
	f := &studentForm{t: t}
	title := t.NewStudent
	if e != nil {
		f.before, title = e.Student, t.StudentTitle
	}
	b := f.before
	f.last = textItem("last", t.LastName, "", b.Last, 80, f.needName)
	f.first = textItem("first", t.FirstName, "", b.First, 60, f.needName)
	f.second = textItem("second", t.SecondName, "", b.Second, 60, nil)
	f.pesel = textItem("pesel", "PESEL", t.PESELHint, string(b.PESEL), 20, f.checkPESEL)
	f.birth = textItem("birth", t.BirthDate, t.DateHint, b.Birth.Polish(), 20, f.checkBirth)
	f.sex = choiceItem("sex", t.Sex, sexID(b.Sex), sexOptions(a)...)
	f.sex.Check = f.checkSex
	f.class = textItem("class", t.Class, t.ClassHint, b.Class.String(), 20, f.checkClass)
	f.number = textItem("number", t.RegisterNo, "", b.RegisterNoText(), 5, f.checkNumber)
	f.book = textItem("book", t.BookNo, "", b.BookNo, 30, nil)
	f.document = textItem("document", t.Document, t.DocumentHint, b.Document, 60, nil)
	f.formScreen = newForm(a, title, f.last, f.first, f.second, f.pesel, f.birth, f.sex, f.class, f.number, f.book, f.document)
	if e != nil {
		f.others = meets{e.ID, e.Version, f.meeting, func(now *Entry) { f.before = now.Student }}
	}
	f.changed, f.save, f.saved, f.refused = f.follow, f.store, f.stored, f.refusal
	if e != nil && e.Verdict.Next == model.StepAskPESEL {
		f.form.Focus("pesel")
	}
	return f
}

func sexOptions(a *App) []kit.Option {
	words := a.words()
	return []kit.Option{{ID: string(model.Female), Name: words.Sex[model.Female]},
		{ID: string(model.Male), Name: words.Sex[model.Male]}, {ID: noSex, Name: words.Unknown}}
}

func sexID(s model.Sex) string {
	if s == "" {
		return noSex
	}
	return string(s)
}

func (f *studentForm) needName(v string) string {
	if strings.TrimSpace(v) == "" {
		return f.t.NameNeeded
	}
	return ""
}

// typedPESEL reads the field; blanks and dashes between digits don't count.
func (f *studentForm) typedPESEL() (model.PESEL, model.ProblemID) {
	digits := strings.NewReplacer(" ", "", "-", "", "\u00a0", "").Replace(f.pesel.Field.Value())
	if digits == "" {
		return "", ""
	}
	return model.ParsePESEL(digits)
}

func (f *studentForm) checkPESEL(string) string {
	_, id := f.typedPESEL()
	return f.t.PESELFault[id]
}

func (f *studentForm) checkBirth(v string) string {
	if fault := pastDay(f.t, v, f.app.today(), false); fault != "" {
		return fault
	}
	if p, id := f.typedPESEL(); id == "" && p != "" && !f.birthDate().IsZero() && p.Birth() != f.birthDate() {
		return f.t.BirthAgainstPESEL(p.Birth().Polish())
	}
	return ""
}

// checkSex names a contradiction once: the desk may know better than the list
// that the PESEL came from.
func (f *studentForm) checkSex(chosen string) string {
	p, id := f.typedPESEL()
	if id != "" || p == "" || chosen == noSex || model.Sex(chosen) == p.Sex() {
		return ""
	}
	return f.odd.at(string(p)+chosen, f.t.SexAgainstPESEL(f.app.words().Sex[p.Sex()]))
}

func (f *studentForm) checkClass(v string) string {
	if _, err := model.ParseClass(v); err != nil {
		return f.t.NotAClass
	}
	return ""
}

func (f *studentForm) checkNumber(v string) string {
	if _, ok := model.ReadRegisterNo(v); !ok {
		return f.t.NotARegisterNo
	}
	return ""
}

func (f *studentForm) birthDate() model.Date {
	d, _ := readDate(f.birth.Field.Value(), f.app.today(), towardsPast)
	return d
}

// follow fills in what the PESEL says where nothing else was typed, and empties
// the number in the register of a class that is another now.
func (f *studentForm) follow() {
	if f.form.Focused() == "class" {
		f.followClass()
	}
	p, id := f.typedPESEL()
	if id != "" || p == "" || f.form.Focused() != "pesel" {
		return
	}
	if v := f.birth.Field.Value(); v == "" || v == f.filled {
		f.filled = p.Birth().Polish()
		f.birth.Field.SetValue(f.filled)
	}
	if f.sex.Choice.Chosen() == noSex {
		f.sex.Choice.Choose(string(p.Sex()))
	}
}

// followClass leaves alone what was typed as the number.
func (f *studentForm) followClass() {
	class, err := model.ParseClass(f.class.Field.Value())
	same, known := err == nil && class == f.before.Class, f.before.RegisterNoText()
	switch v := f.number.Field.Value(); {
	case !same && v == known:
		f.emptied = f.emptied || v != ""
		f.number.Field.SetValue("")
	case same && v == "" && f.emptied:
		f.emptied = false
		f.number.Field.SetValue(known)
	}
}

// student is what the fields say.
func (f *studentForm) student() model.Student {
	clean := func(i *kit.FormItem) string { s, _ := model.Clean(i.Field.Value()); return s }
	s := f.before
	s.Last, s.First, s.Second = clean(f.last), clean(f.first), clean(f.second)
	s.PESEL, _ = f.typedPESEL()
	s.Birth = f.birthDate()
	s.Sex = model.Sex(strings.TrimSuffix(f.sex.Choice.Chosen(), noSex))
	s.Class, _ = model.ParseClass(f.class.Field.Value())
	s.RegisterNo, _ = model.ReadRegisterNo(f.number.Field.Value())
	s.BookNo, s.Document = clean(f.book), clean(f.document)
	return s
}

func (f *studentForm) store() kit.Turn {
	s, seen, alike, db, by := f.student(), f.others.seen, f.alike, f.app.DB, f.app.Actor
	return f.deed(func(ctx context.Context) (any, error) {
		if s.ID == 0 {
			return db.AddStudent(ctx, by, s, alike...)
		}
		return s.ID, db.ChangeStudent(ctx, by, seen, s)
	})
}

// stored goes back, for a new student to their page.
func (f *studentForm) stored(value any) kit.Turn {
	id, _ := value.(model.StudentID)
	if f.before.ID == 0 {
		return kit.Replace(newPage(f.app, id)).Say(kit.Good(f.app.andThen(f.t.StudentAdded, id)))
	}
	saved := kit.Pop(kit.Good(f.app.andThen(f.t.StudentSaved, id)))
	e := f.app.School.Get(id)
	if e == nil {
		return saved
	}
	was := *e.Record
	was.Student = f.before
	why := was.OutdatedBy(e.Student)
	if why == "" {
		return saved
	}
	card, _ := model.CurrentCard(e.Cards)
	ask := f.app.ask(f.t.CardOutdated, "", f.t.StudentSaved, f.t.CardOutdatedAsk(card.Number, f.app.words().Reason[why]))
	return kit.Ask(ask, func(result any) kit.Turn {
		if yes, _ := result.(bool); yes {
			return kit.Replace(newInvalidationForm(f.app, e, why))
		}
		return saved
	})
}

func (f *studentForm) refusal(err error) bool {
	var alike *store.LookAlikeError
	if errors.As(err, &alike) {
		f.alike = append(f.alike, alike.Student.ID)
		f.form.Fail("last", f.t.LookAlike(joined(", ", alike.Student.ListName(), alike.Student.Class.String(),
			labelled(f.t.Born, alike.Student.BirthDate().Polish()), labelled(f.t.LeftOn, alike.Student.Left.Polish()))))
		return true
	}
	if !errors.Is(err, store.ErrPESELTaken) {
		return false
	}
	f.form.Fail("pesel", text.Error(f.app.Lang, err, f.app.profile().Zone()))
	return true
}

// meeting compares the fields with what another desk made of them.
func (f *studentForm) meeting(now *Entry) (m meeting) {
	before, after := f.before, now.Student
	for _, field := range []struct {
		item     *kit.FormItem
		was, now string
	}{
		{f.last, before.Last, after.Last}, {f.first, before.First, after.First}, {f.second, before.Second, after.Second},
		{f.pesel, string(before.PESEL), string(after.PESEL)}, {f.birth, before.Birth.Polish(), after.Birth.Polish()},
		{f.class, before.Class.String(), after.Class.String()},
		{f.number, before.RegisterNoText(), after.RegisterNoText()}, {f.book, before.BookNo, after.BookNo},
		{f.document, before.Document, after.Document},
	} {
		m.field(field.item, field.was, field.now)
	}
	m.choice(f.sex, sexID(before.Sex), sexID(after.Sex))
	return m
}
