package desk

import (
	"strings"
	"testing"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/kit/kittest"
	"okienko/ui/text"
)

func threePupils(t *testing.T) *App {
	t.Helper()
	born := model.MustDate(2014, 3, 1)
	a := newTestApp(t, pupil("Kowalski", "Jan", "4a", born), pupil("Żółć", "Łucja", "5b", born), pupil("Nowak", "Ewa", "4a", born))
	a.sign(t)
	return a
}

func TestTypingNarrowsAndEscTakesItBack(t *testing.T) {
	a := threePupils(t)
	w := open(t, a, newList(a))
	w.Type("zol")
	if see := w.See(); !strings.Contains(see, "Żółć Łucja") || strings.Contains(see, "Kowalski") {
		t.Errorf("after typing:\n%s", see)
	}
	w.Press("esc")
	if see := w.See(); !strings.Contains(see, "Kowalski Jan") {
		t.Errorf("after Esc:\n%s", see)
	}
}

func TestAnotherDesksWorkAppearsWithoutMovingTheCursor(t *testing.T) {
	a := threePupils(t)
	w := open(t, a, newList(a))
	w.Type("a")
	w.Press("down", "down")
	list := w.Stack().Top().(*listScreen)
	under := list.selected().ID
	first := list.found[0]
	other := model.Actor{Operator: "ewa", Desk: "okno-2"}
	if _, err := a.DB.RecordStatements(t.Context(), other, model.Statement{Student: first.ID, Kind: model.Objection,
		Signer: model.SignedByParent, Signed: model.MustDate(2026, 9, 1), Over: model.OverAny}); err != nil {
		t.Fatal(err)
	}
	w.Advance(watchEvery)
	if see := w.See(); !strings.Contains(see, "sprzeciw") {
		t.Errorf("the other desk's objection is not on screen:\n%s", see)
	}
	if list.selected().ID != under || list.search.Value() != "a" {
		t.Errorf("the cursor or the typed text moved")
	}
}

func TestClassFilter(t *testing.T) {
	a := threePupils(t)
	w := open(t, a, newList(a))
	w.Press("f3")
	w.Type("5b")
	w.Press("enter")
	if see := w.See(); !strings.Contains(see, "Klasa 5b") || strings.Contains(see, "Nowak") || !strings.Contains(see, "Żółć") {
		t.Errorf("filtered by class:\n%s", see)
	}
}

func TestListActionsHoldTheRules(t *testing.T) {
	a := threePupils(t)
	for _, s := range []kit.Screen{newList(a), newPick(a, "x", 0, nil)} {
		for _, fault := range kit.Check(s) {
			t.Error(fault)
		}
	}
}

func TestListFitsItsWindow(t *testing.T) {
	a := threePupils(t)
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 50}} {
		w := openAt(t, a, newList(a), size[0], size[1])
		for i, line := range w.Lines() {
			if kit.Width(line) > size[0] {
				t.Errorf("%v: line %d is %d wide", size, i, kit.Width(line))
			}
		}
		if len(w.Lines()) > size[1] {
			t.Errorf("%v: %d lines", size, len(w.Lines()))
		}
	}
}

func TestListGolden(t *testing.T) {
	a := threePupils(t)
	w := open(t, a, newList(a))
	kittest.Golden(t, "list_80x24", w.See())
}

// TestTroubleStandsOnTheList as long as there is any.
func TestTroubleStandsOnTheList(t *testing.T) {
	a := newTestApp(t, pupil("Łoza", "Jan", "4a", model.MustDate(2013, 5, 1)))
	trouble := text.BackupIn(text.Polish).DailyFailed
	a.trouble = func() string { return trouble }
	w := open(t, a, newList(a))
	w.Expect("! "+trouble, "Łoza Jan")
	trouble = ""
	w.Press("down").ExpectNot("Kopia zapasowa")
}
