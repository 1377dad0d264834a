package desk

import (
	"testing"

	"okienko/model"
)

// cards are three students: two whose cards have one number, and one without a
// card.
func cardsOnRecord(t *testing.T) *App {
	t.Helper()
	one, other, bare := pupil("Bąk", "Jan", "4a", model.MustDate(2014, 3, 1)), pupil("Lis", "Ewa", "4a", model.MustDate(2014, 4, 1)),
		pupil("Żuk", "Ola", "4a", model.MustDate(2014, 5, 1))
	one.Student.PESEL, bare.Card = "05302205483", model.Card{}
	one.Student.Birth = model.Date{}
	return newTestApp(t, one, other, bare)
}

// TestWhoIsRegistered: PESEL, else the card's number, else the name; what the
// list says against our own papers is for a person to decide.
func TestWhoIsRegistered(t *testing.T) {
	for row, want := range map[string]model.ProblemID{
		"05302205483;;;;;":               "",
		"05302205483;7/2025;;;ważna;":    "",
		";;Lis;Ewa;Aktywna;4a":           "",
		"05302205483;8/2025;;;;":         model.ProblemOtherCard,
		";;Żuk;Ola;;4a":                  "",
		";1/2020;Żuk;Ola;;4a":            model.ProblemNoCardHere,
		";7/2025;;;;":                    model.ProblemTwoSuchCards,
		";99/2025;;;;":                   model.ProblemNoSuchCard,
		"05302205483;;Lis;Ewa;;":         model.ProblemWhoConflict,
		"05302205483;;;;unieważniona;":   model.ProblemNotRegistered,
		"05302205483;;;;nie wiadomo co;": model.ProblemStateUnknown,
		";;;;ważna;4a":                   model.ProblemWhoMissing,
	} {
		a := cardsOnRecord(t)
		f := ReadImport(RegisteredFile, "sio.csv", []byte("PESEL;Nr legitymacji;Nazwisko;Imię;Stan;Klasa\n"+row+"\n"), testOptions)
		if !f.Refused() {
			if err := f.Compare(t.Context(), a.DB); err != nil {
				t.Fatal(err)
			}
		}
		switch c := f.Counts(); {
		case want == "" && (c.Updated != 1 || c.Refused != 0):
			t.Errorf("%q: %+v, %+v", row, c, f.Report.Problems)
		case want != "" && (c.Updated != 0 || c.Refused != 1 || len(f.Report.Problems) != 1 || f.Report.Problems[0].ID != want):
			t.Errorf("%q: %+v, %+v, want %s", row, c, f.Report.Problems, want)
		}
	}
}

func TestRegisteredStudentsAreMarkedOnce(t *testing.T) {
	a := cardsOnRecord(t)
	file := "PESEL;Data rejestracji\n05302205483;2026-08-20\n05302205483;2026-08-21\n"
	for run, want := range []Counts{{Updated: 1, Unchanged: 1}, {Unchanged: 2}} {
		f := ReadImport(RegisteredFile, "sio.csv", []byte(file), testOptions)
		if err := f.Compare(t.Context(), a.DB); err != nil {
			t.Fatal(err)
		}
		r, err := f.Run(t.Context(), a.DB, a.Actor)
		if err != nil || r.Counts != want {
			t.Fatalf("run %d: %+v, %v", run, r.Counts, err)
		}
	}
	a.reload(t)
	if got := a.named(t, "Bąk").Registered; got != model.MustDate(2026, 8, 20) {
		t.Errorf("registered on %s", got)
	}
}

// TestAListOfCardsIsNoRoster: both may have names and numbers.
func TestAListOfCardsIsNoRoster(t *testing.T) {
	for heading, want := range map[string]FileKind{
		"pesel;numer legitymacji;data wydania;czy niepełnosprawność":        RegisteredFile,
		"Nazwisko;Imię;PESEL;Numer legitymacji;Status legitymacji":          RegisteredFile,
		"Nazwisko;Imię;PESEL;Klasa;Numer legitymacji;Data wydania;Ważna do": RosterFile,
	} {
		if got := RecogniseFile("plik.csv", []byte(heading+"\n1;2;3;4;5;6;7\n"), testOptions); got != want {
			t.Errorf("%q is taken for %s", heading, got)
		}
	}
}

func TestTheWindowTakesRegisteredCardsIn(t *testing.T) {
	a := cardsOnRecord(t)
	a.inbox(t, map[string]string{"sio.csv": "PESEL;Numer legitymacji\n05302205483;7/2025\n"})
	w := open(t, a, newImport(a))
	w.Press("enter").Expect("legitymacje zarejestrowane w SIO", "[Do przyjęcia 1]", "Bąk Jan", "7/2025")
	w.Press("enter").Expect("zmiany: 1").Press("t").Expect("zmiany: 1")
	if a.named(t, "Bąk").Registered.IsZero() {
		t.Error("not marked")
	}
}
