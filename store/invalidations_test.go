package store_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"okienko/model"
	"okienko/store"
)

// lost is a phone that a parent reported as lost today.
func lost(id model.StudentID, why model.InvalidationReason) model.Invalidation {
	return model.Invalidation{Student: id, Reason: why, Reporter: model.ReportedByParent, ReporterName: "Jan Żółć",
		Reported: model.DateOf(noon), Note: "w tramwaju"}
}

// record reads a student.
func (d desk) record(id model.StudentID) model.Record {
	d.t.Helper()
	r, err := d.Record(d.t.Context(), id)
	d.must(err)
	return r
}

func (d desk) invalidate(i model.Invalidation) model.Invalidation {
	d.t.Helper()
	i, err := d.Invalidate(d.t.Context(), deskA, 0, i)
	d.must(err)
	return i
}

func TestAnInvalidatedCodeCanBeShownAtNoDesk(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	d.take(model.Code{Student: id, Kind: model.CodeLegacy, Payload: "x", Second: "y"})
	i := d.invalidate(lost(id, model.ReasonPhoneLost))
	d.refusedAs(deskA, id, model.BlockCodeVoid)
	d.refusedAs(deskB, id, model.BlockCodeVoid)
	kept := d.record(id)
	if len(kept.Invalidations) != 1 || kept.Invalidations[0] != i {
		t.Errorf("kept %+v, entered %+v", kept.Invalidations, i)
	}
	if kept.Cards[0].State != model.CardValid {
		t.Error("the physical card went with the mobile one")
	}
	// A new code for the new phone, and a mistake that is undone.
	d.must(d.UndoInvalidation(t.Context(), deskB, id, i.ID))
	if _, err := d.PresentCode(t.Context(), deskA, id); err != nil {
		t.Errorf("undone, and still: %v", err)
	}
	var conflict *store.ConflictError
	if err := d.UndoInvalidation(t.Context(), deskA, id, i.ID); !errors.As(err, &conflict) || conflict.Line.Actor.Operator != deskB.Operator {
		t.Errorf("undone twice: %v", err)
	}
}

// A code on a screen while somebody at another desk invalidates: the student
// can't be recorded as having collected it.
func TestACodeOnAScreenDiesWithTheMobileCard(t *testing.T) {
	d := open(t)
	id, c := shown(t, d, onceOnly)
	d.invalidate(lost(id, model.ReasonPhoneLost))
	var e *store.NotReadyError
	if _, err := d.ConfirmHandover(t.Context(), deskA, model.Handover{Student: id, Code: c.ID, To: model.ToStudent}); !errors.As(err, &e) {
		t.Errorf("handed over: %v", err)
	}
	d.must(d.NotCollected(t.Context(), deskA, id, c.ID))
	d.refusedAs(deskA, id, model.BlockCodeVoid)
}

func TestThePhysicalCardTakesTheMobileOneAlong(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	d.must(d.RegisterInSIO(t.Context(), deskA, []model.StudentID{id}, model.MustDate(2026, 10, 1)))
	d.take(model.Code{Student: id, Kind: model.CodeLegacy, Payload: "x", Second: "y"})
	i := d.invalidate(lost(id, model.ReasonCardLost))
	r := d.record(id)
	if r.Cards[0].State != model.CardInvalidated || !r.Registered.IsZero() || i.Card != r.Cards[0].ID {
		t.Errorf("card %+v, registered %s, of card %d", r.Cards[0], r.Registered, i.Card)
	}
	d.refusedAs(deskB, id, model.BlockCardInvalid)
	if _, err := d.Invalidate(t.Context(), deskA, 0, lost(id, model.ReasonExpired)); !errors.Is(err, store.ErrNoCard) {
		t.Errorf("invalidated twice: %v", err)
	}
	d.must(d.UndoInvalidation(t.Context(), deskA, id, i.ID))
	if r = d.record(id); r.Cards[0].State != model.CardValid || r.Registered != model.MustDate(2026, 10, 1) {
		t.Errorf("undone: card %+v, registered %s", r.Cards[0], r.Registered)
	}
}

// Whose card is invalidated because they left has left, and gets no duplicate.
func TestWhoseCardGoesBecauseTheyLeftHasLeft(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	i := d.invalidate(lost(id, model.ReasonLeft))
	if a := d.assess(id, deskA); a.Stage != model.StageLeft || d.record(id).Left != i.Reported {
		t.Errorf("stage %s, left on %s", a.Stage, d.record(id).Left)
	}
	d.must(d.UndoInvalidation(t.Context(), deskA, id, i.ID))
	if r := d.record(id); !r.Left.IsZero() || r.Cards[0].State != model.CardValid {
		t.Errorf("undone: left on %s, card %s", r.Left, r.Cards[0].State)
	}
	// Somebody who had left before stays so.
	d.must(d.MarkLeft(t.Context(), deskA, []model.StudentID{id}, model.MustDate(2026, 10, 31)))
	*d.now = noon.Add(time.Minute)
	left := lost(id, model.ReasonLeft)
	left.Reported = model.MustDate(2026, 10, 31)
	i = d.invalidate(left)
	d.must(d.UndoInvalidation(t.Context(), deskA, id, i.ID))
	if r := d.record(id); r.Left != model.MustDate(2026, 10, 31) {
		t.Errorf("left on %s", r.Left)
	}
}

func TestATickSaysWhoAndWhen(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	i := d.invalidate(lost(id, model.ReasonPhoneLost))
	today := model.DateOf(noon)
	d.must(d.TickInvalidation(t.Context(), deskB, id, i.ID, today))
	if got := d.record(id).Invalidations[0]; got.Done != today || got.DoneBy != deskB.Operator || got.Pending() {
		t.Errorf("ticked: %+v", got)
	}
	var conflict *store.ConflictError
	if err := d.TickInvalidation(t.Context(), deskA, id, i.ID, today); !errors.As(err, &conflict) || conflict.Line.Actor.Operator != deskB.Operator {
		t.Errorf("ticked twice, and nobody says who did: %v", err)
	}
	if err := d.UndoInvalidation(t.Context(), deskA, id, i.ID); !errors.Is(err, store.ErrDoneInSIO) {
		t.Errorf("undone though done in SIO: %v", err)
	}
	d.must(d.TickInvalidation(t.Context(), deskA, id, i.ID, model.Date{}))
	d.must(d.UndoInvalidation(t.Context(), deskA, id, i.ID))
	want := []model.Deed{model.DeedInvalidated, model.DeedInvalidationDone, model.DeedInvalidationOpen, model.DeedInvalidationUndo}
	if got := d.lines(id); !slices.Equal(got[len(got)-4:], want) {
		t.Errorf("register %v", got)
	}
	_, err := d.VerifyRegister(t.Context())
	d.must(err)
}

// SIO p=13113: invalidated for the duplicate, whose date is not before the end
// of the old card.
func TestADuplicateInvalidatesWhatItStandsInFor(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	next := model.Card{Student: id, Number: "77/2026", Kind: model.PlasticCard, Issued: model.DateOf(noon)}
	d.must(d.EnterDuplicate(t.Context(), deskA, 0, next))
	r := d.record(id)
	card, _ := model.CurrentCard(r.Cards)
	i, _ := r.LastInvalidation()
	if card.Number != "77/2026" || card.DuplicateOf != "12/2025" || r.Cards[0].State != model.CardInvalidated ||
		i.Reason != model.ReasonForDuplicate || i.Reported != next.Issued {
		t.Errorf("card %+v, invalidation %+v", card, i)
	}

	other := d.student("", class4a)
	gone := lost(other, model.ReasonCardLost)
	gone.Reported = model.MustDate(2026, 11, 10)
	d.invalidate(gone)
	next.Student, next.Number, next.Issued = other, "78/2026", model.MustDate(2026, 11, 9)
	if err := d.EnterDuplicate(t.Context(), deskA, 0, next); !errors.Is(err, store.ErrBeforeEnd) {
		t.Errorf("before the old card ended: %v", err)
	}
	next.Issued = gone.Reported
	d.must(d.EnterDuplicate(t.Context(), deskA, 0, next))
	if n := len(d.record(other).Invalidations); n != 1 {
		t.Errorf("%d invalidations of a card that was invalid already", n)
	}
}

func TestALateObjectionInvalidatesWhatIsInUse(t *testing.T) {
	d := open(t)
	id, c := shown(t, d, onceOnly)
	_, err := d.ConfirmHandover(t.Context(), deskA, model.Handover{Student: id, Code: c.ID, To: model.ToStudent})
	d.must(err)
	objection := model.Statement{Student: id, Kind: model.Objection, Signer: model.SignedByParent, Signed: model.MustDate(2026, 11, 19), Over: model.OverAny}
	ids, err := d.RecordStatements(t.Context(), deskB, objection)
	d.must(err)
	i, ok := d.record(id).LastInvalidation()
	if !ok || i.Reason != model.ReasonObjection || i.Of != model.MobileCard || i.Reported != objection.Signed {
		t.Fatalf("invalidation %+v", i)
	}
	d.must(d.UndoStatement(t.Context(), deskB, id, ids[0]))
	if _, ok := d.record(id).LastInvalidation(); ok {
		t.Error("the mistake was undone, and what it invalidated was not")
	}
	// Where nothing is in use there is nothing to do in SIO.
	other := d.student("", class4a)
	objection.Student = other
	_, err = d.RecordStatements(t.Context(), deskB, objection)
	d.must(err)
	if _, ok := d.record(other).LastInvalidation(); ok {
		t.Error("invalidated what was never handed over")
	}
}

func TestWhoResignedGetsNoCodeUntilTheySign(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	d.invalidate(lost(id, model.ReasonResigned))
	code := model.Code{Student: id, Kind: model.CodeLegacy, Payload: "x", Second: "y"}
	var e *store.CodeRefusedError
	if refused := d.take(code); !errors.As(refused[0], &e) || e.Reason != store.CodeOfResigned {
		t.Errorf("taken in: %v", refused)
	}
	_, err := d.RecordStatements(t.Context(), deskA, model.Statement{Student: id, Kind: model.Application,
		Signer: model.SignedByParent, Signed: model.DateOf(noon), Over: model.OverAny})
	d.must(err)
	if refused := d.take(code); refused[0] != nil {
		t.Errorf("refused after signing: %v", refused)
	}
}

// A code that does not scan is set aside; whoever waits for another keeps the
// place in the queue until they are served.
func TestWhoWaitsForAnotherCodeKeepsThePlace(t *testing.T) {
	d := open(t)
	id, c := shown(t, d, onceOnly)
	d.must(d.NotCollected(t.Context(), deskA, id, c.ID))
	d.must(d.AskCodeAnew(t.Context(), deskB, id, c.ID))
	d.refusedAs(deskA, id, model.BlockCodeVoid)
	var conflict *store.ConflictError
	if err := d.AskCodeAnew(t.Context(), deskA, id, c.ID); !errors.As(err, &conflict) || conflict.Line.Actor.Operator != deskB.Operator {
		t.Errorf("set aside twice: %v", err)
	}
	*d.now = noon.Add(time.Hour)
	d.take(model.Code{Student: id, Kind: model.CodeLegacy, Payload: "x2", Second: "y"})
	second, err := d.PresentCode(t.Context(), deskA, id)
	d.must(err)
	if r := d.record(id); !r.Waiting.Equal(noon) {
		t.Errorf("waits since %s, not %s", r.Waiting, noon)
	}
	var held *store.NotReadyError
	if err := d.AskCodeAnew(t.Context(), deskB, id, second.ID); !errors.As(err, &held) || held.Holder.Desk != deskA.Desk {
		t.Errorf("set aside under another desk's hands: %v", err)
	}
	_, err = d.ConfirmHandover(t.Context(), deskA, model.Handover{Student: id, Code: second.ID, To: model.ToStudent})
	d.must(err)
	if r := d.record(id); !r.Waiting.IsZero() {
		t.Error("waits although they were served")
	}
}

func TestANoteLiesSealedInTheFile(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	d.invalidate(lost(id, model.ReasonPhoneLost))
	var name, note string
	row := rawDB(t, d.path).QueryRow("SELECT reporter_name, note FROM invalidations")
	d.must(row.Scan(&name, &note))
	if name == "Jan Żółć" || note == "w tramwaju" || name == "" || note == "" {
		t.Error("who reported it or the note lies open")
	}
}

func TestASchoolMayKeepCardsInUseDespiteAnObjection(t *testing.T) {
	p := profile()
	p.Invalidation.KeepObjection = true
	d := open(t)
	other, err := store.Open(t.Context(), d.path, store.Options{Profile: p, Now: func() time.Time { return noon }})
	d.must(err)
	defer func() { d.must(other.Close()) }()
	id, c := shown(t, d, onceOnly)
	_, err = d.ConfirmHandover(t.Context(), deskA, model.Handover{Student: id, Code: c.ID, To: model.ToStudent})
	d.must(err)
	_, err = other.RecordStatements(t.Context(), deskB, model.Statement{Student: id, Kind: model.Objection,
		Signer: model.SignedByParent, Signed: model.DateOf(noon), Over: model.OverAny})
	d.must(err)
	if n := len(d.record(id).Invalidations); n != 0 {
		t.Errorf("%d invalidations", n)
	}
}
