package desk

import (
	"testing"
	"time"

	"okienko/model"
	"okienko/ui/kit"
)

// brokenOffAt is a list whose only student's code another desk showed and then
// no more.
func brokenOffAt(t *testing.T, by model.Actor) (*App, model.StudentID) {
	t.Helper()
	a := zofia(t, model.Code{Kind: model.CodeLegacy, Payload: uuid, Second: "0000"})
	if _, err := a.DB.PresentCode(t.Context(), by, a.only()); err != nil {
		t.Fatal(err)
	}
	a.reload(t)
	return a, a.only()
}

func TestADeadDeskIsNoticedOnEveryOtherWithinItsMinute(t *testing.T) {
	a, _ := brokenOffAt(t, otherDesk)
	w := open(t, a, newList(a))
	w.Advance(58 * time.Second).ExpectNot("niedokończone")
	w.Advance(3*time.Second).Expect("! niedokończone wydanie 1", "dokończ wydanie")
	w.Press("f4").Expect("! niedokończone wydanie").Press("down", "enter").Expect("niedokończone wydanie", "Kowalska Zofia")
	w.Press("f2").Expect("! niedokończone wydanie", "okno-2 (ewa), 01.09.2026 08:00", "Nie wiadomo, czy go")
}

func TestALivingDeskIsNotTakenForDead(t *testing.T) {
	a, id := brokenOffAt(t, otherDesk)
	w := open(t, a, newList(a))
	code := a.School.Get(id).Codes[0].ID
	for range 9 {
		w.Advance(20 * time.Second)
		if err := a.DB.RenewClaim(t.Context(), otherDesk, id, code); err != nil {
			t.Fatal(err)
		}
	}
	w.Advance(30 * time.Second).ExpectNot("niedokończone").Expect("kod wstrzymany")
}

func TestOneKeySettles(t *testing.T) {
	for _, test := range []struct {
		keys  []string
		stage model.Stage
		says  string
	}{
		{[]string{"down", "enter"}, model.StageHandedOver, "Zapisano, jak skończyło się wydanie."},
		{[]string{"down", "down", "down", "enter"}, model.StageReady, "Dalej: wydaj kod"},
		{[]string{"enter"}, model.StageHeld, "Kod pozostaje wstrzymany"},
		{[]string{"esc"}, model.StageHeld, "Szukaj:"},
	} {
		a, id := brokenOffAt(t, otherDesk)
		w := open(t, a, newList(a))
		w.Advance(time.Minute + time.Second).Press("down")
		w.Press("enter").Expect("Czy kod zeskanowano?", "Kowalska Zofia, 4a", "okno-2 (ewa)", "jeszcze nie wiadomo")
		w.Press(test.keys...).Expect(test.says)
		if got := a.School.Get(id).Verdict.Stage; got != test.stage {
			t.Errorf("%v: %s, want %s", test.keys, got, test.stage)
		}
	}
}

func TestSettlingByAParentAsksForTheName(t *testing.T) {
	a, _ := brokenOffAt(t, otherDesk)
	w := open(t, a, newList(a))
	w.Advance(time.Minute+time.Second).Press("down").Press("enter", "down", "down").Expect("Imię i nazwisko rodzica", "Ewa Kowalska")
	w.Press("enter").Expect("Zapisano, jak skończyło się wydanie.")
	h := a.handovers(t)
	if len(h) != 1 || h[0].ToName != "Ewa Kowalska" || !h[0].At.Equal(testNow) || h[0].Operator != "ewa" || h[0].Desk != "okno-2" {
		t.Errorf("recorded %+v", h)
	}
}

func TestTheSameDeskIsAskedAsSoonAsItComesBack(t *testing.T) {
	a, _ := brokenOffAt(t, model.Actor{Operator: "anna", Desk: "okno-1", Window: "zabite"})
	a.Actor.Window = "nowe"
	a.reload(t)
	w := open(t, a, newList(a))
	w.Expect("Czy kod zeskanowano?", "Kowalska Zofia", "okno-1 (anna)")
	w.Press("enter").Expect("Szukaj:", "! niedokończone wydanie 1")
}

// Another desk was quicker: nothing is left to answer, and nothing is written.
func TestASettlingThatAnotherDeskDidGoesAway(t *testing.T) {
	a, id := brokenOffAt(t, otherDesk)
	w := open(t, a, newList(a))
	w.Advance(time.Minute+time.Second).Press("down").Press("enter", "down").Expect("(•) tak, odebrał uczeń")
	c := a.School.Get(id).Codes[0]
	third := model.Actor{Operator: "ola", Desk: "okno-3"}
	if _, err := a.DB.SettleHandover(t.Context(), third, c.Claim, model.Handover{Student: id, Code: c.ID, Void: true}); err != nil {
		t.Fatal(err)
	}
	w.Advance(time.Second).Expect("na innym stanowisku", "Szukaj:", "kod gotowy")
}

// The window ended with the code on screen and nobody chose that: what the
// student did is not known.
func TestACutWindowLeavesAnUnfinishedHandover(t *testing.T) {
	a, id := onePupil(t)
	a.sign(t)
	a.give(t, model.Code{Student: id, Kind: model.CodeLegacy, Payload: uuid, Second: "0000"})
	w := open(t, a, newList(a))
	w.Press("down")
	w.toCode()
	if err := a.GiveBack(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := a.lastDeed(t); got != model.DeedHandoverBrokenOff {
		t.Errorf("recorded %s", got)
	}
	other := *a
	other.Actor = otherDesk
	other.reload(t)
	open(t, &other, newList(&other)).Expect("! niedokończone wydanie 1")
}

func TestSettleHoldsTheRules(t *testing.T) {
	a, id := brokenOffAt(t, otherDesk)
	w := open(t, a, newSettle(a, id, a.School.Get(id).Codes[0]))
	w.Fits()
	for _, fault := range kit.Check(w.Stack().Top()) {
		t.Error(fault)
	}
}

// The list follows a clock that is set back: what had expired has not yet.
func TestAClockSetBackIsNoticed(t *testing.T) {
	a := zofia(t, model.Code{Kind: model.CodeZPE, Payload: uuid, Generated: testNow})
	e := a.School.Get(a.only())
	if !a.School.Tick(testNow.Add(24*time.Hour)) || e.Verdict.Stage == model.StageReady {
		t.Fatalf("a day later: %s", e.Verdict.Stage)
	}
	if !a.School.Tick(testNow) || e.Verdict.Stage != model.StageReady {
		t.Errorf("and back: %s", e.Verdict.Stage)
	}
	if a.School.Tick(testNow.Add(time.Second)) {
		t.Error("judged anew for nothing")
	}
}
