package desk

import (
	"testing"
	"time"

	"okienko/model"
)

// collectNow hands the code on screen over to the student.
func (w window) collectNow() {
	w.Advance(time.Second)
	w.Press("enter")
	w.Advance(time.Second)
	w.Press("enter")
	w.Advance(time.Second)
}

// classQueue is class 4a with everybody's code, but for one who has no sheet.
func classQueue(t *testing.T) *App {
	born := model.MustDate(2014, 3, 1)
	a := queue(t, pupil("Żuk", "Adam", "4a", born), pupil("Ćwik", "Ala", "4a", born), pupil("Bąk", "Jan", "4a", born),
		pupil("Lis", "Ewa", "4a", born), pupil("Inny", "Kto", "5b", born))
	mark, err := a.DB.Mark(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := a.DB.TakeRoster(t.Context(), a.Actor, model.RosterPlan{Add: []model.RosterRow{pupil("Łoś", "Olga", "4a", born)}}, mark); err != nil {
		t.Fatal(err)
	}
	a.reload(t)
	return a
}

// TestAWholeClassComes: part 5, E: "the queue in register order, absent ones
// marked, who is left".
func TestAWholeClassComes(t *testing.T) {
	a := classQueue(t)
	w := open(t, a, newList(a))
	w.Press("ctrl+k").Expect("Która klasa przyszła?", "4a", "5b")
	w.Press("enter").Expect("Cała klasa 4a", "Wydano 0/5, czeka 4", "▸   1  Bąk Jan", "2  Ćwik Ala", "3  Lis Ewa", "4  Łoś Olga",
		"! brak oświadczenia lub wniosku", "5  Żuk Adam")
	w.Fits()
	w.Advance(time.Second)
	w.Press("enter")
	w.collectNow()
	w.Expect("Cała klasa 4a", "Wydano 1/5, czeka 3", "= wydano", "▸   2  Ćwik Ala", "Wydano")
	w.Press("n").Expect("- nieobecny", "▸   3  Lis Ewa", "Wydano 1/5, czeka 2")
	w.Press("enter")
	w.collectNow()
	w.Expect("▸   5  Żuk Adam", "Wydano 2/5, czeka 1")
	w.Press("enter")
	w.collectNow()
	w.Expect("Wydano 3/5, czeka 0")
	w.Press("p").Expect("Podsumowanie 4a", "Nieobecni 1", "  Ćwik Ala", "Nie można wydać 1", "Łoś Olga: brak oświadczenia lub wniosku", "Poproś o podpisany druk", "Jeszcze czekają 0")
	w.Press("esc").Press("esc").Expect("Szukaj:")

	// What was marked is still there when the class is opened again, and gone
	// on the next day.
	w.Press("ctrl+k", "enter").Expect("Wydano 3/5, czeka 0", "- nieobecny")
	w.Advance(time.Second)
	w.Press("esc")
	w.Advance(24 * time.Hour)
	w.Press("ctrl+k", "enter").Expect("Wydano 3/5, czeka 1").ExpectNot("- nieobecny")
}

// TestTheQueueComesBackAfterACodeWasNotCollected to the same student.
func TestTheQueueComesBackAfterACodeWasNotCollected(t *testing.T) {
	a := classQueue(t)
	w := open(t, a, newList(a))
	w.Press("ctrl+k", "enter")
	w.Advance(time.Second)
	w.Press("down", "enter")
	w.Advance(time.Second)
	w.Press("esc")
	w.Expect("Cała klasa 4a", "▸   2  Ćwik Ala", "Wydano 0/5")
}

// TestAnEnterTooManyInTheQueueShowsNobodysPage.
func TestAnEnterTooManyInTheQueueShowsNobodysPage(t *testing.T) {
	a := classQueue(t)
	w := open(t, a, newList(a))
	w.Press("ctrl+k", "enter")
	w.Advance(time.Second)
	w.Press("enter")
	w.collectNow()
	w.Press("up", "enter").Expect("Cała klasa 4a", "▸   2  Ćwik Ala")
}

// TestAfterTheQueueTheListIsTheListAgain: a hand-over that begins in the list
// ends in the list.
func TestAfterTheQueueTheListIsTheListAgain(t *testing.T) {
	a := classQueue(t)
	w := open(t, a, newList(a))
	w.Press("ctrl+k", "enter")
	w.Advance(time.Second)
	w.Press("esc")
	w.Type("inny").Press("enter")
	w.collectNow()
	w.Expect("Szukaj:", "Wydano")
}

// TestNamesakesInTheQueueAreAskedFor: the wrong child's code must not be one
// Enter away.
func TestNamesakesInTheQueueAreAskedFor(t *testing.T) {
	a := twoAnnas(t)
	w := open(t, a, newList(a))
	w.Press("ctrl+k", "enter")
	w.Advance(time.Second)
	w.Press("enter").Expect("Który uczeń?")
	w.Press("down", "enter")
	qr, ok := w.Stack().Top().(*qrScreen)
	if !ok {
		t.Fatalf("no code on screen:\n%s", w.See())
	}
	if born := a.School.Get(qr.id).Birth; born != model.MustDate(2015, 7, 2) {
		t.Errorf("the code of the one born %s", born)
	}
}
