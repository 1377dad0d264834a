package desk

import (
	"strings"
	"testing"
	"time"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/kit/kittest"
	"okienko/ui/text"
)

// fourA is a class of four minors and one adult, nobody with a sheet.
func fourA(t *testing.T) *App {
	t.Helper()
	born := model.MustDate(2014, 3, 1)
	return newTestApp(t, pupil("Ćwik", "Ala", "4a", born), pupil("Bąk", "Jan", "4a", born), pupil("Lis", "Ewa", "4a", born),
		pupil("Łoś", "Olga", "4a", born), pupil("Żuk", "Adam", "4a", model.MustDate(2008, 5, 1)), pupil("Inny", "Kto", "5b", born))
}

func class4a() model.Class { return model.Class{Grade: 4, Unit: "a"} }

// named finds a student by surname.
func (a *App) named(t *testing.T, last string) *Entry {
	t.Helper()
	for _, e := range a.School.All() {
		if e.Last == last {
			return e
		}
	}
	t.Fatalf("nobody is called %s", last)
	return nil
}

// stored reads a student's sheets that stand from the database.
func (a *App) stored(t *testing.T, last string) []model.Statement {
	t.Helper()
	r, err := a.DB.Record(t.Context(), a.named(t, last).ID)
	if err != nil {
		t.Fatal(err)
	}
	var standing []model.Statement
	for _, s := range r.Statements {
		if !s.Undone {
			standing = append(standing, s)
		}
	}
	return standing
}

func TestAStackOfSheets(t *testing.T) {
	a := fourA(t)
	w := open(t, a, newSheets(a, class4a()))
	w.Expect("Oświadczenia 4a", "01.09.2026", "Jest 0/5", "▸   1  Bąk Jan")
	w.Press("d").Type("28.8").Press("enter").Expect("28.08.2026")
	w.Press("m").Type("segregator 4a").Press("enter").Expect("segregator 4a")
	w.Press("enter", "w", "i").Type("Zofia Lis").Press("enter").Expect("Zofia Lis")
	w.Press("n").Expect("Jest 3/5", "▸   4  Łoś Olga")
	w.Press("s").Expect("Łoś Olga: wpisać sprzeciw?").Press("t").Expect("x sprzeciw 28.08.2026")
	w.Press("enter").Expect("Jest 5/5", "Niżej nie ma już nikogo bez kartki.")

	for _, want := range []struct {
		last, name string
		kind       model.StatementKind
		signer     model.Signer
	}{
		{"Bąk", "", model.NonObjection, model.SignedByParent}, {"Ćwik", "", model.Application, model.SignedByParent},
		{"Lis", "Zofia Lis", model.NonObjection, model.SignedByParent}, {"Łoś", "", model.Objection, model.SignedByParent},
		{"Żuk", "", model.NonObjection, model.SignedByStudent},
	} {
		got := a.stored(t, want.last)
		if len(got) != 1 || got[0].Kind != want.kind || got[0].Signer != want.signer || got[0].SignerName != want.name ||
			got[0].Signed != model.MustDate(2026, 8, 28) || got[0].Place != "segregator 4a" || got[0].EnteredBy != "anna" {
			t.Errorf("%s: %+v", want.last, got)
		}
	}
}

func TestSheetsUndoTakesBackOneAfterTheOther(t *testing.T) {
	a := fourA(t)
	w := open(t, a, newSheets(a, class4a()))
	w.Press("enter", "enter", "enter").Expect("Jest 3/5")
	w.Press("u", "backspace").Expect("Jest 1/5", "▸   2  Ćwik Ala", "Cofnięto: Ćwik Ala, niewyrażenie sprzeciwu.")
	w.Press("u").Expect("Jest 0/5")
	w.Press("u").Expect("Nie ma czego cofać")
	for _, last := range []string{"Bąk", "Ćwik", "Lis"} {
		if got := a.stored(t, last); len(got) != 0 {
			t.Errorf("%s still has %+v", last, got)
		}
	}
}

func TestSheetsBeginWithTheFirstWhoHasNone(t *testing.T) {
	a := fourA(t)
	if _, err := a.DB.RecordStatements(t.Context(), a.Actor, model.Statement{Student: a.named(t, "Bąk").ID, Kind: model.Application,
		Signer: model.SignedByParent, Signed: model.MustDate(2026, 8, 31)}); err != nil {
		t.Fatal(err)
	}
	a.reload(t)
	open(t, a, newSheets(a, class4a())).Expect("▸   2  Ćwik Ala", "Jest 1/5")
}

func TestSheetsAnEnterTooManyGivesNobodyASheet(t *testing.T) {
	a := fourA(t)
	w := open(t, a, newSheets(a, class4a()))
	w.Press("down", "enter", "enter", "enter", "enter", "enter", "enter")
	if got := a.stored(t, "Bąk"); len(got) != 0 {
		t.Errorf("the one left out at the top got %+v", got)
	}
	if got := a.stored(t, "Żuk"); len(got) != 1 {
		t.Errorf("the last one has %d sheets", len(got))
	}
	w.Expect("taka sama kartka jest już wpisana")
}

func TestSheetsAskBeforeAnObjectionIsSetAside(t *testing.T) {
	a := fourA(t)
	w := open(t, a, newSheets(a, class4a()))
	w.Press("s", "t", "up", "n").Expect("Bąk Jan: jest sprzeciw z dnia 01.09.2026")
	w.Press("enter")
	if got := a.stored(t, "Bąk"); len(got) != 1 || got[0].Kind != model.Objection {
		t.Errorf("after No: %+v", got)
	}
	w.Press("s").Expect("wpisać sprzeciw?").Press("s")
	if got := a.stored(t, "Bąk"); len(got) != 1 {
		t.Errorf("the trigger answered the question: %+v", got)
	}
}

func TestSheetsOfAnotherDeskShowAtOnce(t *testing.T) {
	a := fourA(t)
	w := open(t, a, newList(a))
	w.Press("f3").Type("4a").Press("enter", "f5").Expect("Jest 0/5")
	other := model.Actor{Operator: "ewa", Desk: "okno-2"}
	if _, err := a.DB.RecordStatements(t.Context(), other, model.Statement{Student: a.named(t, "Lis").ID, Kind: model.NonObjection,
		Signer: model.SignedByParent, Signed: model.MustDate(2026, 9, 1)}); err != nil {
		t.Fatal(err)
	}
	w.Advance(2 * time.Second).Expect("Jest 1/5")
	w.Press("down", "down", "n").Expect("Lis Ewa: taka sama kartka jest już wpisana", "Jest 1/5")
	w.Press("u").Expect("Nie ma czego cofać")
}

func TestSheetsThatFailComeBackWithASentence(t *testing.T) {
	a := fourA(t)
	w := open(t, a, newSheets(a, class4a()))
	_ = a.DB.Close()
	w.Press("down", "enter").Expect("▸   2  Ćwik Ala", "Ćwik Ala: nie wpisano.", "Jest 0/5")
}

func TestAScannerEntersNoSheets(t *testing.T) {
	a := fourA(t)
	w := open(t, a, newSheets(a, class4a()))
	w.Scan("nwnwnwnwnw").Expect("Jest 0/5", "To ekran kartek")
}

func TestSheetsLiftNoObjectionThatWasNotShown(t *testing.T) {
	a := fourA(t)
	w := open(t, a, newSheets(a, class4a()))
	w.Press("i").Type("Jan Bąk").Press("enter")
	if _, err := a.DB.RecordStatements(t.Context(), otherDesk, model.Statement{Student: a.named(t, "Bąk").ID, Kind: model.Objection,
		Signer: model.SignedByParent, Signed: model.MustDate(2026, 9, 1)}); err != nil {
		t.Fatal(err)
	}
	w.Press("n").Expect("Bąk Jan: nie wpisano. W tym czasie zmienił to ktoś inny", "x sprzeciw 01.09.2026", "▸   1  Bąk Jan", "… Jan Bąk")
	w.Press("n").Expect("Jest sprzeciw").Press("t").Expect("+ niewyrażenie sprzeciwu 01.09.2026")
	if got := a.stored(t, "Bąk"); len(got) != 2 || got[1].SignerName != "Jan Bąk" {
		t.Errorf("%+v", got)
	}
}

// A change of mind at the same row is over the sheet entered here before.
func TestSheetsOfOneStudentFollowEachOther(t *testing.T) {
	a := fourA(t)
	w := open(t, a, newSheets(a, class4a()))
	w.Press("n", "up", "w", "up", "c", "t").Press("u", "u").Press("up", "w").ExpectNot("nie wpisano")
	if got := a.stored(t, "Bąk"); len(got) != 2 || got[1].Kind != model.Application {
		t.Errorf("%+v", got)
	}
}

func TestSheetDays(t *testing.T) {
	today := model.MustDate(2026, 2, 10)
	for in, want := range map[string]model.Date{
		"4.9": model.MustDate(2025, 9, 4), "4 2": model.MustDate(2026, 2, 4), "10.2": today, "4,1": model.MustDate(2026, 1, 4),
		"04.09.2025": model.MustDate(2025, 9, 4), "2025-09-04": model.MustDate(2025, 9, 4), "4.9.": model.MustDate(2025, 9, 4),
		"": {}, "45000": {}, "31.2": {}, "wczoraj": {}, "1.1.0009": {},
	} {
		if got, ok := readSheetDay(in, today); got != want && ok || ok == want.IsZero() {
			t.Errorf("%q is %v, %v", in, got, ok)
		}
	}
}

func TestSheetsScreensHoldTheRules(t *testing.T) {
	a := fourA(t)
	for _, s := range []kit.Screen{newSheets(a, class4a()), newSheets(a, model.Class{}), newPrompt(a, "x", "", "", nil)} {
		for _, fault := range kit.Check(s) {
			t.Error(fault)
		}
	}
}

func TestSheetsGolden(t *testing.T) {
	for name, size := range map[string][2]int{"sheets_80x24": {80, 24}, "sheets_120x40": {120, 40}} {
		a := fourA(t)
		w := openAt(t, a, newSheets(a, class4a()), size[0], size[1])
		w.Press("enter", "s", "t", "i").Type("Zofia Lis").Press("enter")
		kittest.Golden(t, name, w.Fits().See())
	}
}

// TestSheetsReachTheRegisterInTheOrderOfTheKeys presses keys while an answer is
// on its way: one deed is sent at a time, the others wait.
func TestSheetsReachTheRegisterInTheOrderOfTheKeys(t *testing.T) {
	a := fourA(t)
	s := newSheets(a, class4a()).(*sheetsScreen)
	id := a.named(t, "Bąk").ID
	sheet := func(kind model.StatementKind) model.Statement {
		return model.Statement{Student: id, Kind: kind, Signer: model.SignedByParent, Signed: model.MustDate(2026, 9, 1)}
	}
	s.add(sheet(model.NonObjection), nil)
	first := s.next()
	s.add(sheet(model.Objection), nil)
	s.add(sheet(model.Application), nil)
	s.takeBack() // the application, which is not even sent yet
	if s.next() != nil {
		t.Fatal("a second deed was sent before the first was answered")
	}
	for deed := first; deed != nil; deed = s.next() {
		value, err := deed(a.DB, a.Actor)(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		s.finish(value.(sheetAnswer), true, false)
	}
	got := a.stored(t, "Bąk")
	if len(got) != 2 || got[0].Kind != model.NonObjection || got[1].Kind != model.Objection || s.busy() || len(s.stack) != 2 {
		t.Errorf("%+v, %d to undo", got, len(s.stack))
	}
}

func TestEscWaitsForWhatIsBeingWritten(t *testing.T) {
	a := fourA(t)
	s := newSheets(a, class4a()).(*sheetsScreen)
	w := open(t, a, s)
	s.enter(s.selected(), model.NonObjection)
	s.leave()
	if w.Ended() || !s.leaving {
		t.Error("it left before the sheet was written")
	}
}

func TestHowManySheetsThereAreIsNeverCut(t *testing.T) {
	for _, lang := range text.Langs {
		rows := make([]model.RosterRow, 128)
		for i := range rows {
			rows[i] = pupil("Bąk"+strings.Repeat("a", i%7), "Jan", "4a", model.MustDate(2014, 3, 1).AddDays(i))
		}
		a := newTestApp(t, rows...)
		a.Lang = lang
		w := open(t, a, newSheets(a, class4a()))
		w.Press("enter", "r").Fits()
		if top := w.Lines()[1]; !strings.HasSuffix(top, " 1/128") || !strings.Contains(top, "01.09.2026") {
			t.Errorf("%s: %s", lang, top)
		}
	}
}
