package desk

import (
	"context"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// What the card form does.
const (
	changeCard    = "change"    // corrects or extends the card on record
	newCard       = "new"       // enters another
	duplicateCard = "duplicate" // enters one that stands in for the card on record
)

// cardForm enters a physical card or changes the one on record.
type cardForm struct {
	*formScreen
	t      *text.Forms
	id     model.StudentID
	old    model.Card
	hasOld bool
	mode   string // what the fields are filled in for
	what   *kit.FormItem
	number *kit.FormItem
	kind   *kit.FormItem
	issued *kit.FormItem
	until  *kit.FormItem
	odd    secondLook // an unusual number
	next   string     // the next number in the register of cards
	ended  model.Date // the end of the card on record; zero: it has not ended
	drop   bool       // another desk's card stays, this one is not wanted
}

func newCardForm(a *App, e *Entry) kit.Screen { return openCardForm(a, e, "") }

// newDuplicateForm is the card form for a duplicate of the card on record.
func newDuplicateForm(a *App, e *Entry) kit.Screen { return openCardForm(a, e, duplicateCard) }

// openCardForm opens the form for one of what it does; "": what the card on
// record calls for.
func openCardForm(a *App, e *Entry, wanted string) kit.Screen {
	t := text.FormsIn(a.Lang)
	f := &cardForm{t: t, id: e.ID}
	f.old, f.hasOld = model.CurrentCard(e.Cards)
	off, mode := "", changeCard
	switch {
	case !f.hasOld:
		off, mode = t.NoCardYet, newCard
	case wanted != "":
		mode = wanted
	case f.old.State != model.CardValid:
		mode = replacement(e, f.old)
	}
	f.next = a.School.NextCardNumber(a.today().Year)
	f.ended = e.CardEnded(f.old, a.today())
	f.what = choiceItem("what", t.WhatToDo, mode, kit.Option{ID: changeCard, Name: t.ChangeCard, Off: off},
		kit.Option{ID: newCard, Name: t.NewCard}, kit.Option{ID: duplicateCard, Name: t.DuplicateCard, Off: off})
	f.number = textItem("number", t.CardNumber, t.CardNumberHint, "", 40, f.checkNumber)
	f.kind = choiceItem("kind", t.Kind, "", cardKinds(a, f.old, mode)...)
	f.issued = textItem("issued", t.IssuedOn, t.DateHint, "", 20, f.checkIssued)
	f.until = textItem("until", t.UntilDay, t.UntilHint, "", 20, f.checkUntil)
	f.formScreen = newForm(a, t.CardTitle, f.what, f.number, f.kind, f.issued, f.until)
	f.intro, f.changed, f.save = f.now, f.follow, f.store
	f.saved = func(any) kit.Turn { return kit.Pop(kit.Good(a.andThen(t.CardSaved, f.id))) }
	f.others = meets{e.ID, e.Version, f.meeting, f.accept}
	f.fill(mode)
	if e.Verdict.Next == model.StepExtendCard {
		f.form.Focus("until")
	}
	return f
}

// replacement is what the form does for a card that was invalidated: a
// duplicate only where it was lost.
func replacement(e *Entry, gone model.Card) string {
	for _, i := range e.Invalidations {
		if !i.Undone && i.Of == model.PhysicalCard && i.Card == gone.ID && !i.Reason.Duplicated() {
			return newCard
		}
	}
	return duplicateCard
}

// cardKinds are the forms of a card; "not known" only where that is what is
// on record. A duplicate is always a plastic one (DOMAIN §6).
func cardKinds(a *App, old model.Card, mode string) []kit.Option {
	words := a.words()
	if mode == duplicateCard {
		return []kit.Option{{ID: string(model.PlasticCard), Name: words.Card[model.PlasticCard]}}
	}
	options := []kit.Option{{ID: string(model.PlasticCard), Name: words.Card[model.PlasticCard]},
		{ID: string(model.PaperCard), Name: words.Card[model.PaperCard]}}
	if old.Number != "" && old.Kind == "" {
		options = append(options, kit.Option{ID: unknownKind, Name: words.Card[""]})
	}
	return options
}

// unknownKind stands for the empty kind, which a choice can't hold.
const unknownKind = "unknown"

// now says above the form whose card it is and what is on record.
func (f *cardForm) now() []string {
	lines := f.app.studentLine(f.id)
	if f.hasOld {
		lines = append(lines, f.t.OnRecord+" "+f.app.cardInWords(f.old))
	}
	return lines
}

// follow fills the fields in anew when another deed is chosen.
func (f *cardForm) follow() {
	if mode := f.what.Choice.Chosen(); mode != "" && mode != f.mode {
		f.fill(mode)
	}
}

func (f *cardForm) fill(mode string) {
	f.mode, f.odd = mode, secondLook{}
	c := model.Card{Kind: model.PlasticCard} // what has been issued since July 2024
	if mode == changeCard {
		c, f.odd.seen = f.old, f.old.Number
	}
	f.number.Field.SetValue(c.Number)
	f.issued.Field.SetValue(c.Issued.Polish())
	// A card in place of another is a fresh one; the first one that is entered
	// may be years old.
	if mode == duplicateCard || mode == newCard && f.hasOld && f.old.State != model.CardValid {
		f.number.Field.Offer(f.next)
		f.issued.Field.Offer(f.app.today().Polish())
	}
	f.kind.Choice = kit.NewChoice(cardKinds(f.app, f.old, mode)...)
	f.until.Field.SetValue(c.ValidUntil.Polish())
	f.kind.Choice.Choose(kindID(c.Kind))
}

func (f *cardForm) checkNumber(v string) string {
	number, _ := model.Clean(v)
	switch {
	case number == "":
		return f.t.NumberNeeded
	case f.mode != changeCard && f.hasOld && number == f.old.Number:
		return f.t.NumberTaken
	case f.app.School.WithCard(number, f.id) != nil:
		owner := f.app.School.WithCard(number, f.id)
		said := f.t.NumberOfAnother(joined(" ", owner.ListName(), owner.Record.Class.String()))
		return f.odd.at(number, said)
	case !model.UsualCardNumber(number):
		return f.odd.at(number, f.t.NumberUnusual)
	}
	return ""
}

// checkIssued wants a day for a card that comes after another, since the one
// issued last counts.
func (f *cardForm) checkIssued(v string) string {
	if fault := pastDay(f.t, v, f.app.today(), f.mode != changeCard && f.hasOld); fault != "" {
		return fault
	}
	if f.mode != changeCard && f.hasOld && f.day(f.issued, towardsPast).Before(f.old.Issued) {
		return f.t.BeforeOldCard
	}
	if f.mode == duplicateCard && f.day(f.issued, towardsPast).Before(f.ended) {
		return text.AfterIn(f.app.Lang).BeforeEnd + " " + f.ended.Polish()
	}
	return ""
}

func (f *cardForm) checkUntil(v string) string {
	until, ok := readDate(v, f.app.today(), towardsFuture)
	switch {
	case !ok:
		return f.t.NoSuchDay
	case !until.IsZero() && until.Before(f.day(f.issued, towardsPast)):
		return f.t.UntilBeforeIssued
	}
	return ""
}

func (f *cardForm) day(i *kit.FormItem, lean leaning) model.Date {
	d, _ := readDate(i.Field.Value(), f.app.today(), lean)
	return d
}

// card is what the fields say.
func (f *cardForm) card() model.Card {
	c := model.Card{Student: f.id, State: model.CardValid}
	if f.mode == changeCard {
		c = f.old
	}
	c.Number, _ = model.Clean(f.number.Field.Value())
	c.Issued, c.ValidUntil = f.day(f.issued, towardsPast), f.day(f.until, towardsFuture)
	c.Kind = model.CardKind(f.kind.Choice.Chosen())
	if c.Kind == unknownKind {
		c.Kind = ""
	}
	if f.mode == duplicateCard {
		c.DuplicateOf = f.old.Number
	}
	return c
}

func (f *cardForm) store() kit.Turn {
	if f.drop {
		return f.dropped()
	}
	c, mode, db, seen, by := f.card(), f.mode, f.app.DB, f.others.seen, f.app.Actor
	return f.deed(func(ctx context.Context) (any, error) {
		switch mode {
		case changeCard:
			return nil, db.ChangeCard(ctx, by, seen, c)
		case duplicateCard:
			return nil, db.EnterDuplicate(ctx, by, seen, c)
		}
		return nil, db.EnterCard(ctx, by, seen, c)
	})
}

// meeting compares the fields with what another desk made of the card. Where it
// is another card now, all of this form is in question.
func (f *cardForm) meeting(now *Entry) (m meeting) {
	current, has := model.CurrentCard(now.Cards)
	if f.mode == changeCard && current.ID == f.old.ID {
		m.field(f.number, f.old.Number, current.Number)
		m.choice(f.kind, kindID(f.old.Kind), kindID(current.Kind))
		m.field(f.issued, f.old.Issued.Polish(), current.Issued.Polish())
		m.field(f.until, f.old.ValidUntil.Polish(), current.ValidUntil.Polish())
		return m
	}
	if has && current != f.old {
		was := ""
		if f.hasOld {
			was = f.app.cardInWords(f.old)
		}
		m.clashes = []clash{{f.t.CardTitle, was, f.app.cardInWords(current), f.app.cardInWords(f.card()), func() { f.drop = true }}}
	}
	return m
}

// accept makes the form stand on the present card.
func (f *cardForm) accept(now *Entry) {
	if current, ok := model.CurrentCard(now.Cards); ok && (f.mode != changeCard || current.ID == f.old.ID) {
		f.old, f.hasOld, f.ended = current, true, now.CardEnded(current, f.app.today())
	}
}

func kindID(k model.CardKind) string {
	if k == "" {
		return unknownKind
	}
	return string(k)
}
