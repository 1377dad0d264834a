package desk

import (
	"strings"
	"testing"
	"time"

	"okienko/model"
)

// twoDesks are two windows on one file, each with its own handle on it, both on
// the list. Every student has signed and holds a code.
func twoDesks(t *testing.T) (here, there window) {
	t.Helper()
	a := newTestApp(t, pupil("Bąk", "Iga", "4a", model.MustDate(2014, 3, 1)), pupil("Lis", "Ola", "4a", model.MustDate(2014, 5, 1)),
		pupil("Zając", "Jan", "4a", model.MustDate(2014, 7, 1)))
	a.Terminal.Glyphs = true
	a.sign(t)
	for i, e := range a.School.All() {
		a.give(t, model.Code{Student: e.ID, Kind: model.CodeLegacy, Payload: model.Secret(uuid[i:]), Second: "0000"})
	}
	b := a.beside(t, otherDesk)
	return open(t, a, newList(a)), open(t, b, newList(b))
}

// works does deeds at the other desk about all students: one is added before
// the others, one handed over, one objects to.
func (w window) works() {
	w.t.Helper()
	ctx, db, by := w.t.Context(), w.app.DB, w.app.Actor
	if _, err := db.AddStudent(ctx, by, model.Student{Last: "Adamska", First: "Ewa", Class: model.Class{Grade: 4, Unit: "a"}}); err != nil {
		w.t.Fatal(err)
	}
	lis := w.app.named(w.t, "Lis").ID
	c, err := db.PresentCode(ctx, by, lis)
	if err != nil {
		w.t.Fatal(err)
	}
	if _, err := db.ConfirmHandover(ctx, by, model.Handover{Student: lis, Code: c.ID, To: model.ToStudent}); err != nil {
		w.t.Fatal(err)
	}
}

// The other desk's work is known within a second whatever is on screen, and
// neither the cursor nor what was typed moves for it.
func TestAnotherDesksWorkReachesEveryScreen(t *testing.T) {
	for _, test := range []struct {
		name string
		keys []string
		text string   // typed afterwards
		stay []string // what must be on screen before and after
	}{
		{"list", []string{"end"}, "", []string{"▸ Zając Jan"}},
		{"search", nil, "zaj", []string{"▸ Zając Jan", "zaj"}},
		{"page", []string{"end", "f2"}, "", []string{"Zając Jan", "+ kod gotowy"}},
		{"statement", []string{"end", "f2", "o", "down", "enter", "enter", "enter"}, "Ewa Zaj", []string{"Ewa Zaj", "(•) wniosek"}},
		{"student", []string{"end", "f2", "d", "tab", "tab"}, "Adam", []string{"Adam"}},
		{"card", []string{"end", "f2", "l", "tab"}, "9", []string{"7/20259"}},
		{"code", []string{"end", "f2", "k", "tab"}, "abc", []string{"abc"}},
		{"question", []string{"end", "f2", "x", "down"}, "", []string{"▸ Tak"}},
		{"collect", []string{"end", "enter", "enter", "down", "tab", "ctrl+u"}, "Ewa Zaj", []string{"Ewa Zaj", "(•) rodzic"}},
		{"add", []string{"f8"}, "Nowa", []string{"Nowa"}},
		{"history", []string{"f9", "end"}, "", []string{"nazwisko: Bąk"}},
		{"class", []string{"f3", "down"}, "", []string{"▸ 4a"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			here, there := twoDesks(t)
			here.Press(test.keys...)
			if test.text != "" {
				here.Advance(nameTyped).Type(test.text)
			}
			here.Expect(test.stay...)
			there.works()
			here.Advance(time.Second).Expect(test.stay...)
			if here.app.School.Len() != 4 || here.app.named(t, "Lis").Verdict.Stage != model.StageHandedOver {
				t.Error("the other desk's work is not known")
			}
			here.Fits()
		})
	}
}

func TestTheHistoryGrowsWhileItIsOpen(t *testing.T) {
	here, there := twoDesks(t)
	here.Press("f9").Expect("1–").ExpectNot("ewa")
	there.works()
	here.Advance(time.Second).Expect("dodano ucznia", "okazano kod", "ewa", "▸ 01.09.2026 08:00  przyjęto kod")
}

func TestSheetsAndStampsKeepTheirPlace(t *testing.T) {
	for _, key := range []string{"f5", "f7"} {
		here, there := twoDesks(t)
		here.Press("f3", "down", "enter", key, "end").Expect("Zając Jan")
		cursor := func() string {
			for _, l := range here.Lines() {
				if strings.Contains(l, "▸") && strings.Contains(l, "Zając") {
					return "there"
				}
			}
			return here.See()
		}
		if got := cursor(); got != "there" {
			t.Fatal(got)
		}
		there.works()
		if here.Advance(time.Second).Expect("Adamska Ewa"); cursor() != "there" {
			t.Errorf("%s: the cursor moved\n%s", key, here.See())
		}
	}
}

// The code stays on screen, drawn as it was, whatever others do.
func TestAnotherDesksWorkDoesNotDisturbACodeOnScreen(t *testing.T) {
	here, there := twoDesks(t)
	here.Press("end")
	here.toCode().scans(uuid[2:])
	before := here.Stack().View()
	there.works()
	here.Advance(time.Second)
	if here.Stack().View() != before {
		t.Error("the screen changed")
	}
	here.toCode().Expect("Kto odebrał?")
	here.Press("enter").Expect("Wydano: Jan Z., 4a")
}

func TestTwoDesksAndOneStudent(t *testing.T) {
	here, there := twoDesks(t)
	here.Press("end")
	here.toCode().scans(uuid[2:])
	there.Press("end", "enter").Expect("Kod jest na ekranie: okno-1 (anna), od godz.") // it pressed before it knew, or saw it in the list
	there.Press("esc").Advance(time.Second).Expect("kod wstrzymany", "inne stanowisko")
	there.Press("end", "f2").Expect("Kod jest na ekranie: okno-1 (anna), od godz. 08:00.").Press("esc")
	here.Press("esc").Expect("Nieodebrany")
	there.Advance(time.Second).ExpectNot("kod wstrzymany")
	there.Press("end")
	there.toCode().scans(uuid[2:])
}

// A window that could not renew its claim for so long that another desk settled
// the showing takes the code off its screen.
func TestACodeThatWasSettledElsewhereLeavesTheScreen(t *testing.T) {
	here, there := twoDesks(t)
	here.Press("end")
	here.toCode().scans(uuid[2:])
	there.Advance(2 * time.Minute).Expect("! niedokończone wydanie 1") // here stands still
	there.Press("end", "enter", "down", "enter").Expect("Zapisano, jak skończyło się wydanie.")
	here.Advance(2 * time.Second).ExpectNot("Odebrany").Expect("Szukaj:")
	here.noCodeOf(t, there)
}

// noCodeOf fails if a code was given twice.
func (w window) noCodeOf(t *testing.T, other window) {
	t.Helper()
	r, err := other.app.DB.Record(t.Context(), w.app.named(t, "Zając").ID)
	if err != nil || len(r.Handovers) != 1 || r.Codes[0].Spent != 1 {
		t.Errorf("%+v, %v", r.Handovers, err)
	}
}

// Only what changed is read, and nothing while nothing changes.
func TestAnIdleWindowReadsNothing(t *testing.T) {
	here, there := twoDesks(t)
	version := here.app.School.Version()
	here.Advance(10 * time.Second)
	if here.app.School.Version() != version {
		t.Error("the list was made anew though nothing happened")
	}
	there.works()
	msg := here.app.watch()()
	if n := len(msg.(news).records); n != 2 {
		t.Errorf("%d records read, want the two that changed", n)
	}
}
