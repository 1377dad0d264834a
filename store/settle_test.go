package store_test

import (
	"errors"
	"testing"
	"time"

	"okienko/model"
	"okienko/store"
)

// shown is a code on desk A's screen, of a student of class 4a.
func shown(t *testing.T, d desk, c model.Code) (model.StudentID, model.Code) {
	t.Helper()
	id := d.student("", class4a)
	c.Student = id
	d.take(c)
	code, err := d.PresentCode(t.Context(), deskA, id)
	d.must(err)
	return id, code
}

// onceOnly is a code for one hand-over.
var onceOnly = model.Code{Kind: model.CodeLegacy, Payload: "x", Second: "y"}

// refusedAs fails unless presenting is refused for the reason.
func (d desk) refusedAs(by model.Actor, id model.StudentID, why model.BlockerID) {
	d.t.Helper()
	var e *store.NotReadyError
	if _, err := d.PresentCode(d.t.Context(), by, id); !errors.As(err, &e) || !e.Assessment.Has(why) {
		d.t.Errorf("presented at %s: %v, want %s", by.Desk, err, why)
	}
}

func TestADeadDeskLeavesAnUnfinishedHandover(t *testing.T) {
	d := open(t)
	id, _ := shown(t, d, onceOnly)
	*d.now = noon.Add(59 * time.Second)
	d.refusedAs(deskB, id, model.BlockOtherDesk)
	*d.now = noon.Add(time.Minute)
	d.refusedAs(deskB, id, model.BlockUnfinished)
	*d.now = noon.Add(240 * time.Hour) // nobody has said how it ended
	d.refusedAs(deskB, id, model.BlockUnfinished)
}

func TestRenewedClaimHoldsAndIsNoDeed(t *testing.T) {
	d := open(t)
	id, c := shown(t, d, onceOnly)
	lines := len(d.lines(id))
	*d.now = noon.Add(store.RenewEvery)
	d.must(d.RenewClaim(t.Context(), deskA, id, c.ID))
	if n := len(d.lines(id)); n != lines {
		t.Errorf("%d register lines after renewing, want %d", n, lines)
	}
	*d.now = noon.Add(store.RenewEvery + 59*time.Second)
	d.refusedAs(deskB, id, model.BlockOtherDesk)
	claims, err := d.Claims(t.Context())
	d.must(err)
	if len(claims) != 1 || claims[0].Student != id || !claims[0].Claim.Until.Equal(noon.Add(store.RenewEvery+time.Minute)) || claims[0].Claim.Desk != deskA.Desk {
		t.Errorf("claims %+v", claims)
	}
}

// A window that was stopped for a while and lives after all still has its code.
func TestALateRenewalTakesTheCodeBackUntilItIsSettled(t *testing.T) {
	d := open(t)
	id, c := shown(t, d, onceOnly)
	*d.now = noon.Add(time.Hour)
	d.must(d.RenewClaim(t.Context(), deskA, id, c.ID))
	var lives *store.NotReadyError
	if _, err := d.SettleHandover(t.Context(), deskB, c.Claim, model.Handover{Student: id, Code: c.ID, Void: true}); !errors.As(err, &lives) || lives.Holder.Desk != deskA.Desk {
		t.Errorf("settled under a living desk: %v", err)
	}
	*d.now = noon.Add(2 * time.Hour)
	_, err := d.SettleHandover(t.Context(), deskB, c.Claim, model.Handover{Student: id, Code: c.ID, Void: true})
	d.must(err)
	if err := d.RenewClaim(t.Context(), deskA, id, c.ID); !errors.Is(err, store.ErrNotPresented) {
		t.Errorf("renewed although it was settled: %v", err)
	}
	if _, err := d.ConfirmHandover(t.Context(), deskA, model.Handover{Student: id, Code: c.ID, To: model.ToStudent}); !errors.Is(err, store.ErrNotPresented) {
		t.Errorf("confirmed although it was settled: %v", err)
	}
}

func TestSettlingAsCollectedRecordsWhoPresentedAndWhen(t *testing.T) {
	d := open(t)
	id, c := shown(t, d, onceOnly)
	*d.now = noon.Add(48 * time.Hour)
	said := model.Handover{Student: id, Code: c.ID, To: model.ToParent, ToName: "Ewa Żółć"}
	_, err := d.SettleHandover(t.Context(), deskB, c.Claim, said)
	d.must(err)
	r, err := d.Record(t.Context(), id)
	d.must(err)
	if len(r.Handovers) != 1 {
		t.Fatalf("%d hand-overs", len(r.Handovers))
	}
	h := r.Handovers[0]
	if !h.At.Equal(noon) || h.Operator != deskA.Operator || h.Desk != deskA.Desk || h.To != model.ToParent || h.ToName != said.ToName || h.Kind != c.Kind {
		t.Errorf("recorded %+v", h)
	}
	if a := d.assess(id, deskB); a.Stage != model.StageHandedOver || a.Unfinished != nil {
		t.Errorf("afterwards %s", a.Stage)
	}
	var last model.RegisterLine
	d.must(d.Register(t.Context(), id, func(l model.RegisterLine) error { last = l; return nil }))
	if last.Deed != model.DeedHandoverSettled || last.Actor != deskB || !last.At.Equal(*d.now) {
		t.Errorf("the line says %s by %v at %v", last.Deed, last.Actor, last.At)
	}
	if _, err := d.SettleHandover(t.Context(), deskA, c.Claim, said); !errors.Is(err, store.ErrSettled) {
		t.Errorf("settled twice: %v", err)
	}
}

func TestSettlingAsNotCollectedFreesTheCode(t *testing.T) {
	d := open(t)
	id, c := shown(t, d, onceOnly)
	*d.now = noon.Add(time.Minute)
	_, err := d.SettleHandover(t.Context(), deskB, c.Claim, model.Handover{Student: id, Code: c.ID, Void: true})
	d.must(err)
	again, err := d.PresentCode(t.Context(), deskB, id)
	d.must(err)
	if again.ID != c.ID || again.Spent != 0 {
		t.Errorf("presented %+v", again)
	}
	// The answer to the first showing is none to the second.
	*d.now = noon.Add(time.Hour)
	if _, err := d.SettleHandover(t.Context(), deskA, c.Claim, model.Handover{Student: id, Code: c.ID, To: model.ToStudent}); !errors.Is(err, store.ErrSettled) {
		t.Errorf("the second showing was settled by a look at the first: %v", err)
	}
}

func TestSettlingKeepsToThePickUpRuleOfTheDay(t *testing.T) {
	d := open(t)
	id := d.student("", model.Class{Grade: 1, Unit: "a"})
	d.take(sio(id, "x"))
	c, err := d.PresentCode(t.Context(), deskA, id)
	d.must(err)
	*d.now = noon.Add(time.Hour)
	if _, err := d.SettleHandover(t.Context(), deskB, c.Claim, model.Handover{Student: id, Code: c.ID, To: model.ToStudent}); !errors.Is(err, store.ErrPickup) {
		t.Errorf("a first-former collected: %v", err)
	}
}

// An objection that came while nobody knew changes nothing about the past.
func TestAnObjectionDoesNotHideAnUnfinishedHandover(t *testing.T) {
	d := open(t)
	id, c := shown(t, d, onceOnly)
	_, err := d.RecordStatements(t.Context(), deskB, sheet(id, model.Objection, model.OverAny))
	d.must(err)
	*d.now = noon.Add(time.Minute)
	if a := d.assess(id, deskB); a.Stage != model.StageStopped || a.Unfinished == nil {
		t.Errorf("%s, unfinished %v", a.Stage, a.Unfinished)
	}
	_, err = d.SettleHandover(t.Context(), deskB, c.Claim, model.Handover{Student: id, Code: c.ID, To: model.ToStudent})
	d.must(err)
}

func TestBreakingOffIsNoticedAtOnceAndOnRecord(t *testing.T) {
	d := open(t)
	id, c := shown(t, d, onceOnly)
	if err := d.BreakOff(t.Context(), deskB, id, c.ID); !errors.Is(err, store.ErrNotPresented) {
		t.Errorf("broken off by another desk: %v", err)
	}
	mark, err := d.Mark(t.Context())
	d.must(err)
	d.must(d.BreakOff(t.Context(), deskA, id, c.ID))
	d.refusedAs(deskB, id, model.BlockUnfinished)
	if news, _, err := d.Changed(t.Context(), mark); err != nil || len(news) != 1 {
		t.Errorf("%d news, %v", len(news), err)
	}
	if lines := d.lines(id); lines[len(lines)-1] != model.DeedHandoverBrokenOff {
		t.Errorf("register: %v", lines)
	}
}

// Two windows were given one name, or one was started again after a crash.
func TestTwoWindowsOfOneNameShareNothing(t *testing.T) {
	d := open(t)
	first, second := deskA, deskA
	first.Window, second.Window = "1", "2"
	id := d.student("", class4a)
	d.take(model.Code{Student: id, Kind: model.CodeLegacy, Payload: "x", Second: "y"})
	c, err := d.PresentCode(t.Context(), first, id)
	d.must(err)
	d.refusedAs(second, id, model.BlockUnfinished) // it may say at once how that ended
	d.refusedAs(deskB, id, model.BlockOtherDesk)
	if err := d.RenewClaim(t.Context(), second, id, c.ID); !errors.Is(err, store.ErrNotPresented) {
		t.Errorf("renewed from the other window: %v", err)
	}
	_, err = d.SettleHandover(t.Context(), second, c.Claim, model.Handover{Student: id, Code: c.ID, Void: true})
	d.must(err)
	_, err = d.PresentCode(t.Context(), second, id)
	d.must(err)
	for name, err := range map[string]error{
		"renewed":   d.RenewClaim(t.Context(), first, id, c.ID),
		"gave back": d.NotCollected(t.Context(), first, id, c.ID),
	} {
		if !errors.Is(err, store.ErrNotPresented) {
			t.Errorf("the first window %s what it lost: %v", name, err)
		}
	}
}

// A clock set back leaves a claim of the future. It locks nothing, and a desk
// that lives takes it into the present.
func TestAClockSetBackLocksNoCode(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	d.take(onceOnlyOf(id))
	*d.now = noon.Add(24 * time.Hour)
	c, err := d.PresentCode(t.Context(), deskA, id)
	d.must(err)
	*d.now = noon
	d.refusedAs(deskB, id, model.BlockUnfinished)
	d.must(d.RenewClaim(t.Context(), deskA, id, c.ID))
	d.refusedAs(deskB, id, model.BlockOtherDesk)
	*d.now = noon.Add(time.Minute)
	r, err := d.Record(t.Context(), id)
	d.must(err)
	_, err = d.SettleHandover(t.Context(), deskB, r.Codes[0].Claim, model.Handover{Student: id, Code: c.ID, Void: true})
	d.must(err)
	_, err = d.PresentCode(t.Context(), deskB, id)
	d.must(err)
}

func onceOnlyOf(id model.StudentID) model.Code {
	c := onceOnly
	c.Student = id
	return c
}

// Deeds done while the clock jumps keep their order, and the chain holds.
func TestTheRegisterKeepsItsOrderWhenTheClockJumps(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	for i, by := range []time.Duration{24, -24, 0, 48, -72} {
		*d.now = noon.Add(by * time.Hour)
		day := model.MustDate(2026, 11, 1+i)
		d.must(d.RegisterInSIO(t.Context(), deskA, []model.StudentID{id}, day))
	}
	if _, err := d.VerifyRegister(t.Context()); err != nil {
		t.Error(err)
	}
	r, err := d.Record(t.Context(), id)
	d.must(err)
	if r.Registered != model.MustDate(2026, 11, 5) {
		t.Errorf("the last deed does not count: %v", r.Registered)
	}
}

// A code taken in after the clock was set back is still the newer one.
func TestACodeTakenInAfterTheClockWentBackIsTheNewOne(t *testing.T) {
	d := open(t)
	id, c := shown(t, d, onceOnly)
	_, err := d.ConfirmHandover(t.Context(), deskA, model.Handover{Student: id, Code: c.ID, To: model.ToStudent})
	d.must(err)
	*d.now = noon.Add(-24 * time.Hour)
	d.take(model.Code{Student: id, Kind: model.CodeLegacy, Payload: "new", Second: "z"})
	if a := d.assess(id, deskA); a.Stage != model.StageReady {
		t.Errorf("the code for a new phone is not ready: %s", a.Stage)
	}
}
