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
	w.Press("ctrl+k").Expect("Która klasa przyszła?", "4a          czeka 4", "5b          czeka 1")
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
	w.Press("p").Expect("Podsumowanie 4a", "Nieobecni 1", "  Ćwik Ala", "Nie można wydać 1", "! brak oświadczenia lub wniosku 1", "Poproś o podpisany druk", "  Łoś Olga", "Jeszcze czekają 0")
	w.Press("esc").Press("esc").Expect("Szukaj:")

	// What was marked is still there when the class is opened again, also in
	// another window, and gone on the next day.
	w.Press("ctrl+k", "enter").Expect("Wydano 3/5, czeka 0", "- nieobecny")
	b := a.beside(t, otherDesk)
	open(t, b, newList(b)).Press("ctrl+k", "enter").Expect("Wydano 3/5, czeka 0", "- nieobecny")
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

// TestAnAbsenceIsTakenBack with one key, in the order in which they were marked
// last, and by the code that is shown after all.
func TestAnAbsenceIsTakenBack(t *testing.T) {
	a := classQueue(t)
	w := open(t, a, newList(a))
	w.Press("ctrl+k", "enter")
	w.Advance(time.Second)
	w.Press("u").Expect("Nie ma czego cofać")
	w.Press("n", "n", "n").Expect("Nieobecni 3", "▸   5  Żuk Adam")
	w.Press("u").Expect("Nieobecni 2", "▸   3  Lis Ewa", "Wydano 0/5, czeka 2")
	w.Press("u").Expect("Nieobecni 1", "▸   2  Ćwik Ala")
	w.Press("home", "n").Expect("Nieobecni 0", "▸   1  Bąk Jan", "Wydano 0/5, czeka 4")
	w.Press("n", "home", "enter")
	w.collectNow()
	w.Expect("Nieobecni 0", "Wydano 1/5, czeka 3")
	if known := a.todays(); len(known.absent) != 0 {
		t.Errorf("absent: %v", known.absent)
	}
}

// TestAnAbsenceEndsAtMidnight, also on a screen that stays open.
func TestAnAbsenceEndsAtMidnight(t *testing.T) {
	a := classQueue(t)
	w := open(t, a, newList(a))
	w.Press("ctrl+k", "enter")
	w.Advance(time.Second)
	w.Press("n").Expect("Nieobecni 1", "Wydano 0/5, czeka 3")
	w.Advance(24*time.Hour).Expect("Nieobecni 0", "Wydano 0/5, czeka 4")
}

// TestTwoDesksServeOneClass: neither shows the code that is on the other's
// screen, each sees what the other does, and the queue goes on by itself; a key
// pressed in that moment shows nobody.
func TestTwoDesksServeOneClass(t *testing.T) {
	a := classQueue(t)
	b := a.beside(t, otherDesk)
	here, there := open(t, a, newList(a)), open(t, b, newList(b))
	for _, w := range []window{here, there} {
		w.Press("ctrl+k", "enter").Expect("▸   1  Bąk Jan")
		w.Advance(time.Second)
	}
	here.Press("enter")
	there.Advance(time.Second).Expect("> teraz na stanowisku okno-1", "▸   2  Ćwik Ala", "Bąk Jan: teraz na stanowisku okno-1. Teraz: Ćwik Ala.",
		"czeka 3", "Nie można wydać 1 · Na innym stanowisku 1")
	there.Press("enter").Expect("Kolejka poszła dalej. Teraz: Ćwik Ala.")
	there.Press("enter")
	if qr, ok := there.Stack().Top().(*qrScreen); !ok || b.School.Get(qr.id).First != "Ala" {
		t.Fatalf("no code of the next:\n%s", there.See())
	}
	here.collectNow()
	here.Expect("Wydano 1/5", "> teraz na stanowisku okno-2", "▸   3  Lis Ewa").Fits()
	here.Press("n").Expect("▸   5  Żuk Adam")
	there.collectNow()
	there.Advance(time.Second).Expect("Wydano 2/5, czeka 1", "= wydano", "- nieobecny", "▸   5  Żuk Adam")
	there.Press("n")
	here.Advance(time.Second).Expect("Nieobecni 2", "Wydano 2/5, czeka 0")
	here.Press("p").Expect("Nieobecni 2", "  Lis Ewa", "  Żuk Adam", "Jeszcze czekają 0")
}

// TestTheCursorIsNotTakenAway from somebody who moved it by hand.
func TestTheCursorIsNotTakenAway(t *testing.T) {
	a := classQueue(t)
	b := a.beside(t, otherDesk)
	here, there := open(t, a, newList(a)), open(t, b, newList(b))
	here.Press("ctrl+k", "enter", "down", "down").Expect("▸   3  Lis Ewa")
	there.Press("ctrl+k", "enter")
	there.Advance(time.Second)
	there.Press("down", "down", "enter")
	here.Advance(time.Second).Expect("▸   3  Lis Ewa", "> teraz na stanowisku")
	here.Press("n").Expect("teraz na stanowisku")
	here.Press("enter").Expect("Cała klasa 4a", "▸   5  Żuk Adam")
}

// TestADeskFarAwayIsCalledByWhoIsAtIt: its own name is an address.
func TestADeskFarAwayIsCalledByWhoIsAtIt(t *testing.T) {
	a := classQueue(t)
	by := otherDesk
	by.Operator, by.Desk = "Ewa Nowak", "ssh 127.0.0.1 2"
	here, there := open(t, a, newList(a)), a.beside(t, by)
	far := open(t, there, newList(there))
	for _, w := range []window{here, far} {
		w.Press("ctrl+k", "enter").Expect("▸   1  Bąk Jan")
		w.Advance(time.Second)
	}
	far.Press("enter")
	here.Advance(time.Second).Expect("> kod pokazuje teraz Ewa Nowak").ExpectNot("ssh").Fits()
}

// TestMarksArriveInTheOrderOfTheKeys, also when the window is left at once.
func TestMarksArriveInTheOrderOfTheKeys(t *testing.T) {
	a := classQueue(t)
	w := open(t, a, newList(a))
	w.Press("ctrl+k", "enter")
	w.Advance(time.Second)
	w.Press("n", "u", "n", "n", "u", "esc").Expect("Szukaj:")
	lines, err := a.DB.DayLines(t.Context(), a.today(), 0)
	if err != nil {
		t.Fatal(err)
	}
	absent := model.Absent(lines)
	if bak := a.named(t, "Bąk").ID; len(absent) != 1 || !absent[bak] {
		t.Errorf("absent: %v", absent)
	}
}

// TestAfterTheLastOneAnEnterTooManyOpensNobodysPage: whoever stands at the desk
// would read it.
func TestAfterTheLastOneAnEnterTooManyOpensNobodysPage(t *testing.T) {
	born := model.MustDate(2014, 3, 1)
	a := queue(t, pupil("Lis", "Ewa", "4a", born))
	mark, err := a.DB.Mark(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := a.DB.TakeRoster(t.Context(), a.Actor, model.RosterPlan{Add: []model.RosterRow{pupil("Adamska", "Ola", "4a", born)}}, mark); err != nil {
		t.Fatal(err)
	}
	a.reload(t)
	w := open(t, a, newList(a))
	w.Press("ctrl+k", "enter").Expect("! brak")
	w.Advance(time.Second)
	w.Press("enter")
	w.collectNow()
	w.Expect("▸   2  Lis Ewa")
	w.Press("enter").Expect("Nikt już nie czeka.", "Podsumowanie 4a")
}
