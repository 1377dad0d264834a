package desk

import (
	"testing"

	"okienko/model"
)

func TestInTheFirstClassesOnlyAParentCollects(t *testing.T) {
	a := holder(t, pupil("Kowalska", "Zofia", "2b", model.MustDate(2018, 3, 1)), sioCode(uuid))
	w := open(t, a, newList(a))
	w.toQuestion().Expect("odbiera tylko rodzic", "(•) rodzic", "Ewa Kowalska")
	w.Press("up").Press("enter").ExpectNot("Wydano") // the student may not be chosen
	w.Press("down", "enter").Expect("Wydano: Zofia K., 2b")
	if h := a.handovers(t); len(h) != 1 || h[0].To != model.ToParent || h[0].ToName != "Ewa Kowalska" {
		t.Errorf("recorded %+v", h)
	}
}

func TestAnAdultCollectsAlone(t *testing.T) {
	row := pupil("Kowalska", "Zofia", "4LO", model.MustDate(2007, 3, 1))
	a := newTestApp(t, row)
	a.Terminal.Glyphs = true
	_, err := a.DB.RecordStatements(t.Context(), a.Actor, model.Statement{Student: a.only(), Kind: model.NonObjection,
		Signer: model.SignedByStudent, SignerName: "Zofia Kowalska", Signed: model.MustDate(2026, 8, 31)})
	if err != nil {
		t.Fatal(err)
	}
	c := sioCode(uuid)
	c.Student = a.only()
	a.give(t, c)
	w := open(t, a, newList(a))
	w.toQuestion().Expect("pełnoletni, odbiera sam", "(•) uczeń").ExpectNot("Imię i nazwisko rodzica")
	w.Press("down", "enter").ExpectNot("Wydano")
	w.Press("up", "enter").Expect("Wydano")
}

func TestAParentsNameIsRequired(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	w := open(t, a, newList(a))
	w.toQuestion().Press("down").Expect("Imię i nazwisko rodzica", "Ewa Kowalska")
	w.Press("down", "ctrl+u", "enter").Expect("Wpisz imię i nazwisko")
	w.Type("Jan Żółć").Press("enter").Expect("Wydano")
	if h := a.handovers(t); len(h) != 1 || h[0].ToName != "Jan Żółć" || !h[0].CardShown {
		t.Errorf("recorded %+v", h)
	}
}

func TestWithoutASignerTheCursorIsOnTheName(t *testing.T) {
	a := newTestApp(t, pupil("Kowalska", "Zofia", "1a", model.MustDate(2019, 3, 1)))
	s := newCollect(a, a.only(), 1).(*collectScreen)
	if !s.Typing() {
		t.Error("the name has to be typed, but the cursor is elsewhere")
	}
}

func TestCardNotShown(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	w := open(t, a, newList(a))
	w.toQuestion().Press("tab", "down", "enter").Expect("Wydano")
	if h := a.handovers(t); len(h) != 1 || h[0].CardShown {
		t.Errorf("recorded %+v", h)
	}
}

func TestEscGoesBackToTheCode(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	w := open(t, a, newList(a))
	w.toQuestion().Press("esc")
	w.scans(uuid)
	if a.lastDeed(t) != model.DeedCodePresented {
		t.Errorf("register: %v", a.deeds(t))
	}
}

func TestAHandOverThatFailsLosesNothing(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	w := open(t, a, newList(a))
	w.toQuestion().Press("down", "down").Type(" Maria")
	_, err := a.DB.RecordStatements(t.Context(), a.Actor, model.Statement{Student: a.only(), Kind: model.Objection,
		Signer: model.SignedByParent, SignerName: "Ewa", Signed: model.MustDate(2026, 9, 1), Over: model.OverAny})
	if err != nil {
		t.Fatal(err)
	}
	w.Press("enter").Expect("jest sprzeciw", "Ewa Kowalska Maria", "Kto odebrał?")
	w.Press("esc").Advance(2e9).Expect("Wpisano sprzeciw", "Szukaj:")
	if n := len(a.handovers(t)); n != 0 {
		t.Errorf("%d hand-overs", n)
	}
}
