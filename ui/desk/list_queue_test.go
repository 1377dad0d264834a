package desk

import (
	"testing"
	"time"

	"okienko/model"
)

// queue is a school on an issuing day: everybody's code is there.
func queue(t *testing.T, rows ...model.RosterRow) *App {
	t.Helper()
	a := newTestApp(t, rows...)
	a.Terminal.Glyphs = true
	a.sign(t)
	for i, e := range a.School.All() {
		a.give(t, model.Code{Student: e.ID, Kind: model.CodeSIO, Payload: model.Secret("https://example.invalid/" + string(rune('a'+i)))})
	}
	return a
}

func twoAnnas(t *testing.T) *App {
	return queue(t, pupil("Nowak", "Anna", "4a", model.MustDate(2014, 3, 1)), pupil("Nowak", "Anna", "4a", model.MustDate(2015, 7, 2)),
		pupil("Nowak", "Anna", "5b", model.MustDate(2013, 7, 2)), pupil("Zych", "Ola", "4a", model.MustDate(2014, 5, 5)))
}

// TestNamesakesAreAskedFor: the wrong child's code must not be one Enter away.
func TestNamesakesAreAskedFor(t *testing.T) {
	a := twoAnnas(t)
	w := open(t, a, newList(a))
	w.Type("nowak ann")
	w.Expect("Nowak Anna ur.01.03.2014", "Nowak Anna ur.02.07.2015")
	w.Press("enter")
	w.Expect("Który uczeń?", "ur. 01.03.2014", "ur. 02.07.2015")
	w.Press("down", "enter")
	qr, ok := w.Stack().Top().(*qrScreen)
	if !ok {
		t.Fatalf("no code on screen:\n%s", w.See())
	}
	if born := a.School.Get(qr.id).Birth; born != model.MustDate(2015, 7, 2) {
		t.Errorf("the code of the one born %s", born)
	}
}

func TestOneNameInTwoClassesIsNoQuestion(t *testing.T) {
	a := twoAnnas(t)
	w := open(t, a, newList(a))
	w.Type("nowak 5b")
	w.Press("enter")
	if _, ok := w.Stack().Top().(*qrScreen); !ok {
		t.Errorf("asked needlessly:\n%s", w.See())
	}
}

// TestOneEnterTooManyShowsNobody: the last student still stands at the desk.
func TestOneEnterTooManyShowsNobody(t *testing.T) {
	a := queue(t, pupil("Abacki", "Jan", "4a", model.MustDate(2014, 3, 1)), pupil("Zych", "Ola", "4a", model.MustDate(2014, 5, 5)))
	w := open(t, a, newList(a))
	w.Press("enter")
	w.Expect("Wpisz nazwisko")
	w.Type("zych")
	for range 3 { // the code, who collected, recorded
		w.Press("enter")
		w.Advance(time.Second)
	}
	w.Expect("Wydano")
	w.Press("enter")
	w.Expect("Wpisz nazwisko")
	w.Press("down", "up", "enter")
	if _, ok := w.Stack().Top().(*qrScreen); !ok {
		t.Errorf("chosen by hand, and not shown:\n%s", w.See())
	}
}

// TestTheNextNameReplacesTheOldOne after a look at somebody's page.
func TestTheNextNameReplacesTheOldOne(t *testing.T) {
	a := threePupils(t)
	w := open(t, a, newList(a))
	w.Type("kowal")
	w.Press("enter", "esc")
	w.Expect("kowal  (pisz: nowe wyszukiwanie)")
	w.Type("now")
	w.Expect("Szukaj: now", "Nowak Ewa")
	w.ExpectNot("Kowalski")
}

func TestTheSearchCanAlsoBeGoneOnWith(t *testing.T) {
	a := threePupils(t)
	w := open(t, a, newList(a))
	w.Type("kowal")
	w.Press("enter", "esc", "backspace")
	w.Type("a")
	w.Expect("Szukaj: kowaa")
}

// TestASecondNameNeverGoesBeforeAFirstOne that everybody calls the child by.
func TestASecondNameNeverGoesBeforeAFirstOne(t *testing.T) {
	hidden := pupil("Dąbrowski", "Marcel", "1b", model.MustDate(2019, 3, 1))
	hidden.Student.Second = "Wojciech Jan"
	a := queue(t, hidden, pupil("Dąbrowski", "Wojciech", "8a", model.MustDate(2012, 3, 1)))
	w := open(t, a, newList(a))
	w.Type("dabrow wojc")
	list := w.Stack().Top().(*listScreen)
	if len(list.found) != 2 || list.found[0].First != "Wojciech" {
		t.Errorf("first is %s of %d", list.found[0].First, len(list.found))
	}
	w.Expect("Dąbrowski Marcel Wojci")
}

// TestANameInOnePacketIsASearch, not a scanned code.
func TestANameInOnePacketIsASearch(t *testing.T) {
	a := queue(t, pupil("Kowalewska", "Franciszka", "4a", model.MustDate(2014, 3, 1)), pupil("Zych", "Ola", "4a", model.MustDate(2014, 5, 5)))
	w := open(t, a, newList(a))
	w.Scan("kowalewska franciszka")
	if _, ok := w.Stack().Top().(*qrScreen); !ok {
		t.Errorf("no code on screen:\n%s", w.See())
	}
}

// TestNamesakesAreToldApartWhereverTheyAreListed: a sheet or a stamp on the
// wrong one is as bad as a code.
func TestNamesakesAreToldApartWhereverTheyAreListed(t *testing.T) {
	a := twoAnnas(t)
	class := model.Class{Grade: 4, Unit: "a"}
	open(t, a, newSheets(a, class)).Expect("01.03.2014", "02.07.2015").ExpectNot("05.05.2014")
	open(t, a, newExtension(a, class)).Expect("ur.01.03.2014", "ur.02.07.2015").ExpectNot("05.05.2014")
}

// TestANamesakeWhoComesBackIsAskedForAgain: whoever left is nobody's double,
// and is one again on coming back.
func TestANamesakeWhoComesBackIsAskedForAgain(t *testing.T) {
	a := twoAnnas(t)
	anna := a.School.Class(model.Class{Grade: 4, Unit: "a"})[0]
	gone := *anna.Record
	gone.Left, gone.Version = model.MustDate(2026, 8, 1), gone.Version+1
	back := *anna.Record
	back.Version += 2
	for _, step := range []struct {
		record model.Record
		want   bool
	}{{gone, false}, {back, true}} {
		a.School.Apply([]model.Record{step.record}, a.School.Mark(), testNow)
		other := a.School.Class(model.Class{Grade: 4, Unit: "a"})
		if got := other[len(other)-2].twin; got != step.want {
			t.Errorf("left %v: asked for %v", !step.record.Left.IsZero(), got)
		}
	}
}
