package desk

import (
	"testing"
	"time"

	"okienko/model"
)

// menu runs an action of the top screen through its menu.
func (w window) menu(id string) {
	w.t.Helper()
	actions := w.Stack().Top().Actions()
	w.Press("tab")
	for _, a := range actions {
		if a.ID == id {
			w.Press("enter")
			return
		}
		w.Press("down")
	}
	w.t.Fatalf("no action %s", id)
}

// TestForgettingOnThePage: the way is the menu, a question that starts on no,
// and a list that knows nobody of that name any more.
func TestForgettingOnThePage(t *testing.T) {
	a := queue(t, pupil("Bąk", "Jan", "4a", model.MustDate(2014, 3, 1)), pupil("Lis", "Ewa", "5b", model.MustDate(2013, 3, 1)))
	a.Actor.Role = model.RoleAdmin
	w := open(t, a, newList(a))
	w.Type("bąk").Press("f2")
	w.menu("forget")
	w.Expect("usunąć na zawsze", "W ewidencji zostaje", "Nazwisko")
	w.Press("enter").Expect("To nie jest nazwisko")
	w.Type("lis").Press("enter").Expect("To nie jest nazwisko")
	w.Press("esc").Expect("Bąk")
	if a.School.Len() != 2 {
		t.Fatal("what was no surname was taken for a yes")
	}
	w.menu("forget")
	w.Type("bak").Press("enter")
	w.Advance(time.Second)
	w.Expect("Szukaj:", "Usunięto dane ucznia.")
	if a.School.Len() != 1 || a.School.All()[0].Last != "Lis" {
		t.Errorf("%d are in the list", a.School.Len())
	}
	w.Type("bąk").Expect("Nikt nie pasuje.")
	w.Press("esc").Type("lis").Expect("Lis Ewa")
	w.Fits()
}

// TestAnotherDeskForgets: the list of this one forgets too.
func TestAnotherDeskForgets(t *testing.T) {
	a := queue(t, pupil("Bąk", "Jan", "4a", model.MustDate(2014, 3, 1)), pupil("Lis", "Ewa", "5b", model.MustDate(2013, 3, 1)),
		pupil("Zych", "Ola", "4a", model.MustDate(2014, 5, 5)))
	w := open(t, a, newList(a))
	w.Expect("Bąk Jan", "Lis Ewa")
	other := a.beside(t, model.Actor{Operator: "dyr", Desk: "okno-2", Role: model.RoleAdmin})
	if _, err := other.Folder.ForgetStudent(t.Context(), other.DB, other.Actor, a.named(t, "Lis").ID); err != nil {
		t.Fatal(err)
	}
	w.Advance(time.Second)
	w.ExpectNot("Lis Ewa").Expect("Bąk Jan", "Zych Ola")
}

// TestTheWindowShowsWhatGoes: part 5, F: "shown in advance".
func TestTheWindowShowsWhatGoes(t *testing.T) {
	a := threePupils(t)
	a.sign(t)
	a.give(t, model.Code{Student: a.School.All()[0].ID, Kind: model.CodeSIO, Payload: "https://example.invalid/x", Until: testNow.AddDate(0, 0, 3)})
	w := open(t, a, newList(a))
	w.menu("keeping")
	w.Expect("Usuwanie danych", "Co zostanie zapomniane w ciągu 7 dni", "04.09.2026  treść kodów: 1")
}
