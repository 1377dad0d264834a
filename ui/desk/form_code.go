package desk

import (
	"context"
	"errors"
	"time"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// codeForm takes a code in for the student in front of the desk. What a code
// holds stays in its fields: it is in no notice and in no log.
type codeForm struct {
	*formScreen
	t       *text.Forms
	student model.Student
	opened  time.Time

	kind, payload, second, login, password, made, until *kit.FormItem
}

// newCodeForm opens with a payload that was pasted or scanned, "" for none.
func newCodeForm(a *App, e *Entry, payload string) kit.Screen {
	t := text.FormsIn(a.Lang)
	f := &codeForm{t: t, student: e.Student, opened: a.local(a.Now())}
	var kinds []kit.Option
	for _, k := range model.CodeKinds {
		kinds = append(kinds, kit.Option{ID: string(k), Name: a.words().Code[k]})
	}
	f.kind = choiceItem("kind", t.Kind, string(a.usualKind(e)), kinds...)
	f.payload = secretItem("payload", t.Payload, t.PayloadHint)
	f.second = secretItem("second", t.SecondCode, "")
	f.login = secretItem("login", t.Login, "")
	f.password = secretItem("password", t.Password, t.PasswordHint)
	f.made = textItem("generated", t.Generated, t.MomentHint, "", 20, f.checkMade)
	f.until = textItem("until", t.CodeUntil, t.CodeUntilHint, "", 20, f.checkUntil)
	f.formScreen = newForm(a, t.CodeTitle)
	f.intro = func() []string { return a.studentLine(e.ID) }
	f.changed, f.save, f.refused = f.follow, f.store, f.refusal
	f.saved = func(any) kit.Turn { return kit.Pop(kit.Good(a.andThen(t.CodeSaved, e.ID))) }
	f.follow()
	if payload != "" {
		f.prefill(payload)
	}
	return f
}

// usualKind is the kind taken in last at this window, else the one the
// student had before, else the first the profile speaks of.
func (a *App) usualKind(e *Entry) model.CodeKind {
	if a.last.kind != "" {
		return a.last.kind
	}
	if n := len(e.Codes); n > 0 {
		return e.Codes[n-1].Kind
	}
	for _, k := range model.CodeKinds {
		if _, spoken := a.profile().Codes[k]; spoken {
			return k
		}
	}
	return model.CodeSIO
}

// secretItem is a field whose paste is kept byte for byte. What is too long is
// for the check to say, so that nothing is cut off in silence.
func secretItem(id, label, hint string) *kit.FormItem {
	item := textItem(id, label, hint, "", kit.MaxPaste, nil)
	item.Field.Raw = true
	return item
}

// prefill puts the payload in as if it had been pasted there, and the cursor
// where one Enter saves if nothing is missing.
func (f *codeForm) prefill(payload string) {
	if f.chosen() == model.CodeCredentials {
		f.kind.Choice.Choose(string(model.CodeSIO))
		f.follow()
	}
	_, _ = f.payload.Field.Update(kit.Paste{Text: payload}) // its limit is that of a paste
	f.form.Focus("until")
	if f.chosen() == model.CodeLegacy {
		f.form.Focus("second")
	}
}

func (f *codeForm) chosen() model.CodeKind { return model.CodeKind(f.kind.Choice.Chosen()) }

// follow shows the fields of the kind. A ZPE code lives ten minutes, so the
// time it was made is worth filling in.
func (f *codeForm) follow() {
	switch f.chosen() {
	case model.CodeCredentials:
		f.form.Items = []*kit.FormItem{f.kind, f.login, f.password}
	case model.CodeLegacy:
		f.form.Items = []*kit.FormItem{f.kind, f.payload, f.second, f.made, f.until}
	default:
		f.form.Items = []*kit.FormItem{f.kind, f.payload, f.made, f.until}
	}
	clock := f.opened.Format("15:04")
	switch made := f.made.Field.Value(); {
	case f.chosen() == model.CodeZPE && made == "" && f.form.Focused() == "kind":
		f.made.Field.SetValue(clock)
	case f.chosen() != model.CodeZPE && made == clock:
		f.made.Field.Clear()
	}
}

func (f *codeForm) checkMade(v string) string {
	made, ok := readMoment(v, f.now(), towardsPast, false)
	switch {
	case !ok:
		return f.t.NoSuchMoment
	case made.After(f.now()):
		return f.t.InTheFuture
	}
	return ""
}

func (f *codeForm) checkUntil(v string) string {
	if _, ok := readMoment(v, f.now(), towardsFuture, true); !ok {
		return f.t.NoSuchMoment
	}
	return ""
}

func (f *codeForm) now() time.Time { return f.app.local(f.app.Now()) }

// code is what the fields say.
func (f *codeForm) code() model.Code {
	c := model.Code{Student: f.student.ID, Kind: f.chosen()}
	if c.Kind == model.CodeCredentials {
		c.Login, c.Second = f.login.Field.Value(), model.Secret(f.password.Field.Value())
		return c
	}
	c.Payload = model.Secret(f.payload.Field.Value())
	if c.Kind == model.CodeLegacy {
		c.Second = model.Secret(f.second.Field.Value())
	}
	c.Generated, _ = readMoment(f.made.Field.Value(), f.now(), towardsPast, false)
	c.Until, _ = readMoment(f.until.Field.Value(), f.now(), towardsFuture, true)
	return c
}

func (f *codeForm) store() kit.Turn {
	c := f.code()
	if item, sentence := f.incomplete(c); sentence != "" {
		f.form.Fail(item, sentence)
		return kit.Stay()
	}
	f.app.last.kind = c.Kind
	return f.deed(func(ctx context.Context) (any, error) {
		refused, err := f.app.DB.TakeCodes(ctx, f.app.Actor, c)
		return nil, errors.Join(append(refused, err)...)
	})
}

// incomplete asks the rules for codes from files, which hold for typed ones
// too, and returns the item at fault with a sentence.
func (f *codeForm) incomplete(c model.Code) (item, sentence string) {
	judge := model.ListJudge{Today: f.app.today(), Zone: f.app.profile().Zone()}
	judge.Code(1, &model.CodeCells{Kind: string(c.Kind), Payload: c.Payload.Reveal(), Secret: c.Second.Reveal(), Login: c.Login})
	for _, p := range judge.Problems() {
		sentence := f.t.CodeFault[p.ID]
		if sentence == "" {
			continue // whose code it is, the page knows
		}
		switch {
		case p.Field == model.FieldLogin:
			return "login", sentence
		case p.Field == model.FieldSecret && c.Kind == model.CodeCredentials:
			return "password", sentence
		case p.Field == model.FieldSecret:
			return "second", sentence
		}
		return "payload", sentence
	}
	return "", ""
}

// refusal puts what the database says of the code under it.
func (f *codeForm) refusal(err error) bool {
	var refused *store.CodeRefusedError
	if !errors.As(err, &refused) {
		return false
	}
	item := "payload"
	switch {
	case f.chosen() == model.CodeCredentials:
		item = "login"
	case refused.Reason == store.CodeExpired && f.until.Field.Value() != "":
		item = "until"
	case refused.Reason == store.CodeExpired:
		item = "generated"
	}
	f.form.Fail(item, text.Error(f.app.Lang, err, f.app.profile().Zone()))
	return true
}
