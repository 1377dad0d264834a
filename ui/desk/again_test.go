package desk

import (
	"testing"
	"time"

	"okienko/model"
	"okienko/store"
)

// useProfile opens the same file under another profile.
func (a *App) useProfile(t *testing.T, p model.Profile) {
	t.Helper()
	path := files[a.DB]
	db, err := store.Open(t.Context(), path, store.Options{Profile: p, Now: func() time.Time { return a.Now() }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		delete(files, db)
		_ = db.Close()
	})
	files[db], a.DB = path, db
	a.reload(t)
}

func TestWhatIsUndoneOrTickedOfSeveral(t *testing.T) {
	w, id := coded(t)
	w.Press("down", "f2")
	w.Press("u").Type("zgubiony").Press("enter", "ctrl+o").Expect("Unieważniono:")
	w.Press("u").Type("zgubiona").Press("enter", "ctrl+o").Expect("Unieważniono:")
	w.Press("t").Expect("Które unieważnienie?", "zgubiony lub skradziony telefon, 01.09.2026 – do zrobienia w SIO (dziś)").Press("enter").Advance(time.Second).Press("down", "enter")
	w.Expect("Odhaczono")
	// The one that was ticked stays ticked while the other is a mistake.
	w.Press("a").Expect("Które unieważnienie cofnąć?", "zgubiona legitymacja").Type("legit").Press("enter").Advance(time.Second).Press("down", "enter").Expect("Cofnięto unieważnienie")
	r := w.record(id)
	if r.Cards[0].State != model.CardValid || r.Invalidations[0].Pending() || !r.Invalidations[1].Undone {
		t.Errorf("%+v", r.Invalidations)
	}
}

func TestADuplicateForTheWrongStudentIsTakenBack(t *testing.T) {
	w, id := coded(t)
	w.Press("down", "f2", "n").Type("dupl").Press("enter").Expect("(•) wpisać duplikat obecnej").ExpectNot("papierowa").Press("ctrl+o")
	w.Expect("1/2026")
	w.Press("z", "ctrl+o", "enter").Type("14230100027").Press("ctrl+o")
	w.Expect("komplet", "Najpierw w SIO: unieważnij, powód „unieważniona z powodu", "odhacz to tutaj (t).", "Czy duplikat?")
	w.Press("a").Expect("Cofnie się też", "1/2026").Advance(time.Second).Press("down", "enter").Expect("Cofnięto unieważnienie")
	if r := w.record(id); len(r.Cards) != 1 || r.Cards[0].State != model.CardValid {
		t.Errorf("%+v", r.Cards)
	}
	w.Press("h").Expect("cofnięto wpisanie legitymacji", "cofnięto unieważnienie", "wpisano legitymację")
}

// SIO p=13113: a change of data, a PESEL: the old card is invalidated and a new
// one issued. A duplicate it is only where the card was lost.
func TestWhatComesAfterAnInvalidatedCard(t *testing.T) {
	for reason, duplicate := range map[string]bool{"zmiana": false, "nadano": false, "straciła": false, "zgubiona": true} {
		w, _ := coded(t)
		w.Press("down", "f2", "u").Type(reason).Press("enter", "ctrl+o").Expect("Unieważniono:")
		if duplicate {
			w.Expect("powód „zgubienie”", "duplikat i wpisz go.").Press("enter").Expect("(•) wpisać duplikat obecnej", "1/2026")
			continue
		}
		w.Expect("wpisz ją.").Press("enter").Expect("(•) wpisać nową", "1/2026").Press("ctrl+o").ExpectNot("duplikat nr")
	}
}

func TestANumberThatAnotherStudentHas(t *testing.T) {
	here, there := twoDesks(t)
	here.Press("end", "f2", "n").Type("dupl").Press("enter").Expect("1/2026")
	there.Press("down", "f2", "n").Type("dupl").Press("enter").Expect("1/2026").Press("ctrl+o").Expect("Zapisano legitymację.")
	here.Advance(time.Second).Press("ctrl+o").Expect("Ten numer ma już Lis Ola 4a.").Press("ctrl+u").Type("2/2026").Press("ctrl+o")
	here.Expect("Zapisano legitymację.", "2/2026")
}

func TestACodeSetAsideByMistake(t *testing.T) {
	w, _ := coded(t)
	w.Press("down", "f2", "n").ExpectNot("przywróć").Type("wygasł").Press("enter").Advance(time.Second).Press("down", "enter").Expect("Kod odłożony", "Odłożony przez", "pomyłkę: n.")
	w.Press("n").Type("przywróć").Press("enter").Expect("Przywrócić ten kod?").Advance(time.Second).Press("down", "enter").Expect("Przywrócono kod.", "+ kod gotowy").ExpectNot("czeka na nowy")
}

// It was collected and did not work at home.
func TestACodeThatDidNotWorkAfterTheHandOver(t *testing.T) {
	w, _ := coded(t)
	w.Press("down", "enter").Advance(time.Second).Press("enter").Advance(time.Second).Press("enter").Expect("Wydano")
	w.Press("down", "f2", "n").Type("wygasł").Press("enter").Advance(time.Second).Press("down", "enter").Expect("Kod odłożony", "w SIO, bez kodu", "wczytaj kod")
	w.Press("esc", "f4").Type("czeka na kod").Press("enter").Expect("Żółć Łucja", "wczytaj kod")
}

func TestReasonsOfACardThatIsNotThere(t *testing.T) {
	row := pupil("Lis", "Ola", "4a", model.MustDate(2014, 3, 1))
	row.Card = model.Card{}
	a := newTestApp(t, row)
	w := page(t, a, a.School.All()[0].ID)
	w.Press("u").Expect("zgubiona legitymacja  ! Nie ma ważnej legitymacji.").Fits()
	w.Type("zgubiona").Press("enter").Expect("Powód unieważnienia").Press("esc")
	w.Press("u", "enter").Expect("! Program nie wie o żadnej mLegitymacji tego ucznia.").Fits()
}

func TestAReportBeforeTheCard(t *testing.T) {
	w, _ := coded(t)
	w.Press("down", "f2", "u", "enter", "tab", "tab").Type("31.8.2025").Press("ctrl+o").Expect("Tę legitymację wydano dopiero 01.09.2025.")
	w.Press("ctrl+u").Type("wczoraj").Press("ctrl+o").Expect("31.08.2026, mLegitymacja")
}

// Without the sheet nothing would stop the next code.
func TestALateObjectionBeginsWithItsSheet(t *testing.T) {
	w, id := coded(t)
	w.Press("down", "enter").Advance(time.Second).Press("enter").Advance(time.Second).Press("enter").Expect("Wydano")
	w.Press("down", "f2", "u").Type("sprzeciw").Press("enter").Expect("(•) sprzeciw").Press("ctrl+o")
	w.Expect("mLegitymację unieważniono: zrób to w SIO", "SPRZECIW – nic nie wydawać")
	if i, ok := w.record(id).LastInvalidation(); !ok || i.Reason != model.ReasonObjection {
		t.Errorf("%+v", i)
	}
}

func TestAnExtensionThatNeedsNewCodes(t *testing.T) {
	p := testProfile()
	p.Cards.NewCode, p.Cards.ExtendedTo = true, model.YearDay{Month: time.September, Day: 30}
	a, id := onePupil(t)
	a.useProfile(t, p)
	a.sign(t)
	a.give(t, model.Code{Student: id, Kind: model.CodeLegacy, Payload: uuid, Second: "0000"})
	w := page(t, a, id)
	w.Press("l", "tab", "tab", "tab", "tab", "ctrl+u").Type("30.9.2028").Press("ctrl+o").Expect("w SIO, bez kodu", "kod unieważniony")
	w.Expect("legitymację przedłużono", "w SIO nie ma nic do zrobienia").ExpectNot("Najpierw w SIO")
	w.Press("esc").ExpectNot("do unieważnienia w SIO")
}

// A code on a slip dies with the mobile card, and the page says so: the slip
// may still lie at the desk.
func TestASlipWhoseCodeDied(t *testing.T) {
	w, id := coded(t)
	err := w.app.DB.PrintCodes(t.Context(), w.app.Actor, []model.StudentID{id}, func(map[model.StudentID]model.Code) ([]model.StudentID, error) {
		return []model.StudentID{id}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	w.Advance(time.Second).Press("down", "f2").Expect("! kod wstrzymany", "Kod wydrukowano na karteczce: okno-1 (anna)")
	w.Press("u", "enter", "ctrl+o").Expect("w SIO, bez kodu", "nie wydawaj karteczki").ExpectNot("kod wstrzymany")
	w.Press("enter").Expect("kod i tak już nie działa").Press("down", "down", "down", "enter").Expect("Zapisano, jak skończyło się wydanie").ExpectNot("karteczki")
}
