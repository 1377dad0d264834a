package store_test

import (
	"errors"
	"path/filepath"
	"slices"
	"testing"

	"okienko/model"
	"okienko/store"
)

// The wrong student got a duplicate on record: both deeds are undone, as long
// as nothing was done with the duplicate.
func TestADuplicateForTheWrongStudentIsTakenBack(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	d.must(d.RegisterInSIO(t.Context(), deskA, []model.StudentID{id}, model.MustDate(2026, 10, 1)))
	d.take(model.Code{Student: id, Kind: model.CodeLegacy, Payload: "x", Second: "y"})
	next := model.Card{Student: id, Number: "77/2026", Kind: model.PlasticCard, Issued: model.DateOf(noon)}
	d.must(d.EnterDuplicate(t.Context(), deskA, 0, next))
	i, _ := d.record(id).LastInvalidation()

	d.must(d.RegisterInSIO(t.Context(), deskA, []model.StudentID{id}, model.DateOf(noon)))
	if err := d.UndoInvalidation(t.Context(), deskA, id, i.ID); !errors.Is(err, store.ErrCardReplaced) {
		t.Errorf("undone though the duplicate is in SIO: %v", err)
	}
	d.must(d.RegisterInSIO(t.Context(), deskA, []model.StudentID{id}, model.Date{}))
	d.must(d.UndoInvalidation(t.Context(), deskA, id, i.ID))
	r := d.record(id)
	if len(r.Cards) != 1 || r.Cards[0].State != model.CardValid || r.Registered != model.MustDate(2026, 10, 1) {
		t.Errorf("cards %+v, registered %s", r.Cards, r.Registered)
	}
	if _, err := d.PresentCode(t.Context(), deskA, id); err != nil {
		t.Errorf("undone, and still: %v", err)
	}
	if lines := d.lines(id); !slices.Contains(lines, model.DeedCardUndone) {
		t.Errorf("the register does not tell of the card: %v", lines)
	}
	_, err := d.VerifyRegister(t.Context())
	d.must(err)
}

func TestADuplicateWithACodeStays(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	d.must(d.EnterDuplicate(t.Context(), deskA, 0, model.Card{Student: id, Number: "77/2026", Issued: model.DateOf(noon)}))
	d.take(model.Code{Student: id, Kind: model.CodeLegacy, Payload: "x", Second: "y"})
	i, _ := d.record(id).LastInvalidation()
	if err := d.UndoInvalidation(t.Context(), deskA, id, i.ID); !errors.Is(err, store.ErrCardReplaced) {
		t.Errorf("undone under a code: %v", err)
	}
}

// A card that was superseded does not count again because the one after it is
// lost.
func TestALostCardDoesNotBringTheOneBeforeItBack(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	d.must(d.EnterCard(t.Context(), deskA, 0, model.Card{Student: id, Number: "90/2026", Issued: model.MustDate(2026, 11, 1)}))
	i := d.invalidate(lost(id, model.ReasonCardLost))
	if a := d.assess(id, deskA); !a.Has(model.BlockCardInvalid) {
		t.Errorf("blockers %v", a.Blockers)
	}
	d.must(d.UndoInvalidation(t.Context(), deskA, id, i.ID))
	if card, _ := model.CurrentCard(d.record(id).Cards); card.Number != "90/2026" || card.State != model.CardValid {
		t.Errorf("undone: %+v", card)
	}
}

func TestACodeSetAsideByMistakeIsTakenBack(t *testing.T) {
	d := open(t)
	id, c := shown(t, d, onceOnly)
	d.must(d.NotCollected(t.Context(), deskA, id, c.ID))
	d.must(d.AskCodeAnew(t.Context(), deskA, id, c.ID))
	d.must(d.TakeCodeBack(t.Context(), deskB, id, c.ID))
	if r := d.record(id); !r.Waiting.IsZero() {
		t.Error("waits for a code that is there")
	}
	if again, err := d.PresentCode(t.Context(), deskA, id); err != nil || again.ID != c.ID {
		t.Errorf("code %d: %v", again.ID, err)
	}
	var conflict *store.ConflictError
	if err := d.TakeCodeBack(t.Context(), deskA, id, c.ID); !errors.As(err, &conflict) || conflict.Line.Actor.Operator != deskB.Operator {
		t.Errorf("taken back twice: %v", err)
	}
}

// DOMAIN §6: in the old system an extension needed a new QR code; in SIO nobody
// knows, so the profile says.
func TestWhetherAnExtensionNeedsANewCode(t *testing.T) {
	until := model.MustDate(2028, 9, 30)
	for _, needed := range []bool{false, true} {
		p := profile()
		p.Cards.NewCode = needed
		d := openWithProfile(t, filepath.Join(t.TempDir(), "okienko.db"), p)
		id, c := shown(t, d, onceOnly)
		_, err := d.ConfirmHandover(t.Context(), deskA, model.Handover{Student: id, Code: c.ID, To: model.ToStudent})
		d.must(err)
		stranger := d.student("", class4a) // without a code
		for range 2 {
			_, err = d.ExtendCards(t.Context(), deskA, []model.StudentID{id, stranger}, until)
			d.must(err)
		}
		r := d.record(id)
		if got := len(r.Invalidations) == 1 && !r.InHand(); got != needed {
			t.Errorf("needed %v: in hand %v, %+v", needed, r.InHand(), r.Invalidations)
		}
		if len(d.record(stranger).Invalidations) != 0 || len(r.PendingInvalidations()) != 0 {
			t.Error("something is to be done in SIO")
		}
		if !needed {
			continue
		}
		d.must(d.UndoInvalidation(t.Context(), deskA, id, r.Invalidations[0].ID))
		if !d.record(id).InHand() {
			t.Error("undone, and the mobile card is still void")
		}
	}
}
