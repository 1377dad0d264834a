package desk

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/kit/kittest"
	"okienko/ui/text"
)

// inbox puts files into the app's inbox.
func (a *App) inbox(t *testing.T, files map[string]string) {
	t.Helper()
	a.Folder = store.Folder(t.TempDir())
	if err := os.MkdirAll(a.Folder.Inbox(), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(a.Folder.Inbox(), name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

const smallRoster = "Nazwisko;Imię;PESEL;Data urodzenia;Oddział;Numer legitymacji;Telefon\n" +
	"Żuk;Adam;;01.03.2014;4a;1/2026;600\n" +
	"Ćwik;Ala;;02.03.2014;IV A;2/2026;600\n" +
	"Zły;Jan;12345678901;03.03.2014;4a;3/2026;600\n"

func TestAFirstRosterIsShownBeforeItIsTaken(t *testing.T) {
	a := newTestApp(t)
	a.inbox(t, map[string]string{"lista.csv": smallRoster, "uwagi.doc": "x"})
	w := open(t, a, newList(a))
	w.Press("f6").Expect("lista.csv").ExpectNot("uwagi.doc")
	w.Press("enter").Expect("lista.csv · lista uczniów", "separator ;", "wiersze 3", "nowe 2", "odrzucone 1", "Nieznane kolumny, pominięte: Telefon",
		"[Nowi 2]", "Żuk Adam", "4a", "1/2026")
	if a.School.Len() != 0 {
		t.Fatal("the preview wrote something")
	}
	w.Press("right", "right", "right").Expect("[Uwagi", "Zły Jan", "Zły Jan: PESEL")
	w.Press("enter").Expect("Zapisać? Nowe: 2, zmiany: 0.")
	w.Press("enter").Expect("[Uwagi") // the dialog starts on No
	w.Press("enter", "t").Expect("Wczytano. Nowe: 2, zmiany: 0, bez zmian: 0, odrzucone: 1.", "PESEL")
	w.Press("enter").Expect("Ćwik Ala", "Żuk Adam", "Wczytano.").ExpectNot("Zły")
}

// A file that stayed in the inbox can be put away later, when all of it is known.
func TestAKnownFileLeavesTheInbox(t *testing.T) {
	a := newTestApp(t)
	a.inbox(t, map[string]string{"lista.csv": "Nazwisko;Imię;Data urodzenia;Oddział\nŻuk;Adam;01.03.2014;4a\n"})
	w := open(t, a, newList(a))
	w.Press("f6", "enter", "enter", "t").Expect("Wczytano.").Press("enter").Expect("Porządek w skrzynce", "▸ Nie").Press("enter")
	w.Press("f6", "enter").Expect("bez zmian 1", "Enter Odłóż plik").Press("enter").Expect("Porządek w skrzynce").Press("t").Expect("Żuk Adam")
	if left, err := filepath.Glob(filepath.Join(a.Folder.Inbox(), "*.csv")); err != nil || len(left) != 0 {
		t.Errorf("still there: %v, %v", left, err)
	}
}

func TestARosterAgainChangesAndOffersWhoIsMissing(t *testing.T) {
	a := newTestApp(t, pupil("Żuk", "Adam", "3a", model.MustDate(2014, 3, 1)), pupil("Lis", "Ewa", "3a", model.MustDate(2014, 5, 5)),
		pupil("Bąk", "Jan", "3b", model.MustDate(2014, 5, 6)))
	a.inbox(t, map[string]string{"lista.csv": "Nazwisko;Imię;Data urodzenia;Klasa\nŻuk;Adam;01.03.2014;4a\nĆwik;Ala;02.03.2014;4a\n"})
	w := open(t, a, newList(a))
	w.Press("f6", "enter").Expect("nowe 1 · zmiany 1")
	w.Press("right").Expect("Żuk Adam", "Oddział: 3a → 4a")
	w.Press("space").Expect("To działa na listach")
	w.Press("left", "left").Expect("[Brak w pliku 2]", "[ ]  Lis Ewa", "ponad połowy szkoły", "Nikt nie jest usuwany")
	w.Press("a").Expect("odeszli 2").Press("a").ExpectNot("odeszli 2")
	w.Press("down", "up", "space").Expect("[x]  Lis Ewa", "odeszli 1")
	w.Press("enter").Expect("Nowe: 1, zmiany: 1", "Zaznaczeni jako „odszedł”: 1.").Press("t").Expect("Odeszli: 1.")
	if got := a.named(t, "Żuk").Class.String(); got != "4a" {
		t.Errorf("the class is %s", got)
	}
	if a.named(t, "Lis").Left != model.MustDate(2026, 9, 1) || !a.named(t, "Bąk").Left.IsZero() {
		t.Error("who was ticked did not leave, or who was not did")
	}
}

// twins are two students of one name and birth date, and a roster with one row
// of that name.
func twins(t *testing.T) *App {
	t.Helper()
	born := model.MustDate(2014, 3, 1)
	a := newTestApp(t, pupil("Nowak", "Ewa", "4a", born), pupil("Nowak", "Ewa", "4b", born))
	a.inbox(t, map[string]string{"lista.csv": "Nazwisko;Imię;Data urodzenia;Klasa\nNowak;Ewa;01.03.2014;5b\n"})
	return a
}

func TestADoubtIsAskedAndNeverGuessed(t *testing.T) {
	a := twins(t)
	w := open(t, a, newImport(a))
	w.Press("enter").Expect("[Wątpliwości 1]", "? nierozstrzygnięte", "Enter: najpierw program zapyta")
	w.Press("enter").Expect("Kto to jest?", "Nowak Ewa, 4a, 01.03.2014", "Nowak Ewa, 4b, 01.03.2014", "nowy uczeń", "▸ pomiń ten wiersz")
	w.Press("home", "down", "enter").Expect("Zapisać? Nowe: 0, zmiany: 1.").Press("t").Expect("zmiany: 1")
	classes := map[string]int{}
	for _, e := range a.School.All() {
		classes[e.Class.String()]++
	}
	if classes["4a"] != 1 || classes["5b"] != 1 || len(classes) != 2 {
		t.Errorf("classes %v", classes)
	}
}

func TestADoubtLeftOutIsNotTaken(t *testing.T) {
	a := twins(t)
	w := open(t, a, newImport(a))
	w.Press("enter", "enter", "enter").Expect("W tym pliku nie ma nic do zapisania", "- pominięty")
	w.Press("space").Expect("Kto to jest?").Press("up", "enter").Expect("+ nowy uczeń", "nowe 1")
	w.Press("enter", "t").Expect("Nowe: 1")
	if a.School.Len() != 3 {
		t.Errorf("%d students", a.School.Len())
	}
}

func TestAListThatMovedIsShownAgain(t *testing.T) {
	a := newTestApp(t, pupil("Lis", "Ewa", "4a", model.MustDate(2014, 5, 5)))
	a.inbox(t, map[string]string{"lista.csv": smallRoster})
	w := open(t, a, newImport(a))
	w.Press("enter").Expect("nowe 2")
	other := model.Actor{Operator: "ewa", Desk: "okno-2"}
	if _, err := a.DB.AddStudent(t.Context(), other, model.Student{Last: "Żuk", First: "Adam", Birth: model.MustDate(2014, 3, 1),
		Class: class4a()}); err != nil {
		t.Fatal(err)
	}
	w.Press("enter", "t").Expect("W tym czasie ktoś zmienił listę.", "nowe 1 · zmiany 1")
	w.Press("enter", "t").Expect("Wczytano. Nowe: 1, zmiany: 1")
	if a.School.Len() != 3 {
		t.Errorf("%d students", a.School.Len())
	}
}

// Another desk's deed costs the person at this one no answer.
func TestAListThatMovedKeepsWhatWasAnswered(t *testing.T) {
	a := twins(t)
	w := open(t, a, newImport(a))
	w.Press("enter", "enter").Expect("Kto to jest?").Press("up", "enter").Expect("Nowe: 1")
	if _, err := a.DB.AddStudent(t.Context(), otherDesk, model.Student{Last: "Obca", First: "Ola", Class: class4a()}); err != nil {
		t.Fatal(err)
	}
	w.Press("t").Expect("W tym czasie ktoś zmienił listę.", "nowe 1")
	w.Press("enter").ExpectNot("Kto to jest?").Press("t").Expect("Nowe: 1")
}

func TestCodesAreRecognisedMatchedAndTaken(t *testing.T) {
	a := newTestApp(t, pupil("Żuk", "Adam", "4a", model.MustDate(2014, 3, 1)), pupil("Lis", "Ewa", "4a", model.MustDate(2014, 5, 5)))
	a.sign(t)
	a.inbox(t, map[string]string{"kody.csv": "Nazwisko;Imię;Klasa;Rodzaj;Kod\nŻuk;Adam;4a;sio;KOD-A\nLis;Ewa;4a;sio;KOD-A\nObcy;Jan;4a;sio;KOD-C\n"})
	w := open(t, a, newImport(a))
	w.Press("enter").Expect("lista kodów", "[Do przyjęcia 2]", "kod z SIO", "odrzucone 1").ExpectNot("KOD-")
	w.Press("enter", "t").Expect("Nowe: 1", "odrzucone: 2", "Ten kod należy do innego ucznia", "Nie ma ucznia, dla którego").ExpectNot("KOD-")
	if n := len(a.named(t, "Żuk").Codes); n != 1 {
		t.Errorf("%d codes", n)
	}
}

func TestCodesWithoutAKindGetOne(t *testing.T) {
	a := newTestApp(t, pupil("Żuk", "Adam", "4a", model.MustDate(2014, 3, 1)))
	a.inbox(t, map[string]string{"kody.csv": "Nazwisko;Imię;Klasa;Kod\nŻuk;Adam;4a;KOD-A\n"})
	w := open(t, a, newImport(a))
	w.Press("enter").Expect("Nie podano rodzaju")
	w.Press("r", "down", "enter").Expect("[Do przyjęcia 1]", "kod z SIO").Press("enter", "t").Expect("Nowe: 1")
}

func TestStatementsOfAList(t *testing.T) {
	a := newTestApp(t, pupil("Żuk", "Adam", "4a", model.MustDate(2014, 3, 1)), pupil("Lis", "Ewa", "4a", model.MustDate(2008, 5, 5)))
	a.inbox(t, map[string]string{"os.csv": "Nazwisko;Imię;Klasa;Rodzaj;Data;Podpisał\nŻuk;Adam;4a;niewyrażenie sprzeciwu;28.08.2026;Jan Żuk\n" +
		"Lis;Ewa;4a;sprzeciw;28.08.2026;Ewa Lis\nŻuk;Adam;4a;niewyrażenie sprzeciwu;28.08.2026;Jan Żuk\n"})
	w := open(t, a, newImport(a))
	w.Press("enter").Expect("lista oświadczeń", "[Do przyjęcia 2]", "bez zmian 1", "sprzeciw 28.08.2026").Press("enter", "t").Expect("Nowe: 2")
	if got := a.stored(t, "Lis"); len(got) != 1 || got[0].Kind != model.Objection || got[0].Signer != model.SignedByStudent {
		t.Errorf("%+v", got)
	}
	w.Press("enter")
	again := open(t, a, newImport(a))
	again.Press("enter").Expect("bez zmian 3").Press("enter").Expect("Wczytane w całości pliki w skrzynce: 1")
}

func TestAFileThatIsNoTableSaysSo(t *testing.T) {
	a := newTestApp(t)
	a.inbox(t, map[string]string{"lista.csv": "\x89PNG\r\n\x1a\n"})
	w := open(t, a, newImport(a))
	w.Press("enter").Expect("Tego pliku nie da się wczytać. Niczego nie zmieniono.", "plik", "To nie jest tabela")
	w.Press("enter").Expect("Tego pliku nie da się wczytać")
}

func TestAPathIsPastedOrTyped(t *testing.T) {
	a := newTestApp(t)
	a.inbox(t, map[string]string{"inny.csv": smallRoster})
	path := filepath.Join(t.TempDir(), "lista.csv")
	if err := os.WriteFile(path, []byte(smallRoster), 0o600); err != nil {
		t.Fatal(err)
	}
	w := open(t, a, newImport(a))
	w.Paste("'" + path + "'\n").Expect("lista.csv · lista uczniów")
	w.Press("o", "f2").Paste(path + ".nie").Expect("Enter otwórz").Press("enter").Expect("Nie ma takiego pliku ani folderu.")
	w.Press("f2").Paste(filepath.Dir(path)).Press("enter").Expect("▸ lista.csv").Type("x").Expect("albo po F2")
	w.Press("f2").Paste(path).Press("enter").Expect("lista.csv · lista uczniów")
	w.Press("k", "end", "enter").Expect("lista oświadczeń", "Brak kolumny „Rodzaj”")
}

func TestImportScreensHoldTheRules(t *testing.T) {
	a := twins(t)
	s := newImport(a).(*importScreen)
	check := func(s kit.Screen) {
		t.Helper()
		for _, fault := range kit.Check(s) {
			t.Error(fault)
		}
	}
	check(s)
	check(newFilePick(a, ".", a.Folder.Inbox()))
	w := open(t, a, s)
	w.Press("enter")
	for range s.lists {
		check(s)
		w.Press("right")
	}
	w.Press("enter")
	check(w.Stack().Top())
	w.Press("up", "enter", "t")
	check(s)
}

func TestImportGolden(t *testing.T) {
	for name, size := range map[string][2]int{"80x24": {80, 24}, "120x40": {120, 40}} {
		born := model.MustDate(2014, 3, 1)
		a := newTestApp(t, pupil("Nowak", "Ewa", "4a", born), pupil("Nowak", "Ewa", "4b", born), pupil("Lis", "Jan", "4b", born))
		a.inbox(t, map[string]string{"lista.csv": smallRoster + "Nowak;Ewa;;01.03.2014;5b;;\n"})
		w := openAt(t, a, newImport(a), size[0], size[1])
		w.Press("enter")
		kittest.Golden(t, "import_added_"+name, w.Fits().See())
		w.Press("right", "right", "right")
		kittest.Golden(t, "import_problems_"+name, w.Fits().See())
		w.Press("enter")
		kittest.Golden(t, "import_doubt_"+name, w.Fits().See())
		w.Press("enter", "t")
		kittest.Golden(t, "import_result_"+name, w.Fits().See())
	}
}

func TestTheChoiceBeginsWhereFilesAre(t *testing.T) {
	full, empty := t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(full, "a.csv"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("HOME", "/home/somebody")
	if filesFolder(full) != full || filesFolder(empty) != "/home/somebody" || !strings.HasPrefix(filesFolder(""), "/home/somebody") {
		t.Error("the choice begins elsewhere")
	}
}

// manyCodes is an import of 250 codes for one student, previewed.
func manyCodes(t *testing.T) (*App, *importScreen, window) {
	t.Helper()
	a := newTestApp(t, pupil("Żuk", "Adam", "4a", model.MustDate(2014, 3, 1)))
	lines := "Nazwisko;Imię;Klasa;Rodzaj;Kod\n"
	for i := range 250 {
		lines += fmt.Sprintf("Żuk;Adam;4a;sio;KOD-%d\n", i)
	}
	a.inbox(t, map[string]string{"kody.csv": lines})
	s := newImport(a).(*importScreen)
	w := open(t, a, s)
	w.Press("enter").Expect("[Do przyjęcia 250]")
	return a, s, w
}

func TestALongListIsTakenInParts(t *testing.T) {
	a, s, w := manyCodes(t)
	w.Press("enter", "t").Expect("Nowe: 250")
	if s.steps.Total() != 3 || len(a.named(t, "Żuk").Codes) != 250 {
		t.Errorf("%d parts, %d codes", s.steps.Total(), len(a.named(t, "Żuk").Codes))
	}
}

func TestEscStopsAfterThePresentPart(t *testing.T) {
	a, s, w := manyCodes(t)
	s.write()
	first := s.steps.Next()().(kit.StepDone)
	s.stop()
	s.Update(first)
	if s.phase != importFinished || len(a.named(t, "Żuk").Codes) != 100 {
		t.Errorf("phase %d, %d codes", s.phase, len(a.named(t, "Żuk").Codes))
	}
	w.Expect("Wczytano. Nowe: 100")
	open(t, a, newImport(a)).Press("enter", "enter", "t").Expect("Nowe: 150", "bez zmian: 100")
}

// TestHintsAreReadWhole: help and menu have 34 cells for a hint at 80 columns.
func TestHintsAreReadWhole(t *testing.T) {
	for _, l := range text.Langs {
		a := twins(t)
		a.Lang = l
		preview := newImport(a).(*importScreen)
		open(t, a, preview).Press("enter")
		for _, s := range []kit.Screen{newSheets(a, class4a()), newExtension(a, class4a()), preview, newFilePick(a, ".", a.Folder.Inbox()),
			NewFirstRun(l, "/dane", nil)} {
			for _, act := range s.Actions() {
				if n := kit.Width(act.Hint); n > 34 {
					t.Errorf("%s, %s: %d cells: %q", l, act.ID, n, act.Hint)
				}
			}
		}
	}
}

// Every problem says whose row it is, in whatever list.
func TestProblemsNameTheStudentOfTheRow(t *testing.T) {
	a := newTestApp(t, pupil("Bąk", "Iga", "4a", model.MustDate(2014, 3, 1)))
	o := ReadOptions{Today: a.today(), Zone: time.UTC}
	for _, c := range []struct {
		kind       FileKind
		data, want string
	}{
		{RosterFile, "Nazwisko;Imię;Oddział;Data urodzenia\nBąk;Iga;???;01.03.2014\n", "Bąk Iga"},
		{RosterFile, "Nazwisko;Imię;Oddział;Data urodzenia\nBąk;Iga;4a;31.02.2014\n", "Bąk Iga"},
		{CodesFile, "Nazwisko;Imię;Oddział;Rodzaj;Kod\nNikt;Ktoś;4a;sio;abc\n", "Nikt Ktoś"},
		{StatementFile, "Imię i nazwisko;Oddział;Rodzaj;Data\nNikt Ktoś;4a;wniosek;01.08.2026\n", "Nikt Ktoś"},
	} {
		f := ReadImport(c.kind, "x.csv", []byte(c.data), o)
		if err := f.Compare(t.Context(), a.DB); err != nil {
			t.Fatal(err)
		}
		p := f.Report.Problems
		if len(p) == 0 || f.Whose(p)[p[len(p)-1].Line] != c.want {
			t.Errorf("%s: %+v are about %v", c.kind, p, f.Whose(p))
		}
	}
}

// A list that brings another name points at the card that states the former
// one, also after a second comparison; one with a new card does not.
func TestAListWithAnotherNamePointsAtTheCard(t *testing.T) {
	row := pupil("Bąk", "Iga", "4a", model.MustDate(2014, 3, 1))
	row.Student.PESEL, row.Card = "14230100027", model.Card{Number: "7/2025", Issued: model.MustDate(2025, 9, 1), ValidUntil: model.MustDate(2027, 9, 30), State: model.CardValid}
	a := newTestApp(t, row)
	for data, want := range map[string]int{
		"PESEL;Nazwisko;Imię;Oddział\n14230100027;Nowa;Iga;5a\n":                       1,
		"PESEL;Nazwisko;Imię;Oddział\n14230100027;Bąk;Iga;5a\n":                        0,
		"PESEL;Nazwisko;Imię;Oddział;Nr legitymacji\n14230100027;Nowa;Iga;5a;9/2026\n": 0,
	} {
		f := ReadImport(RosterFile, "x.csv", []byte(data), ReadOptions{Today: a.today(), Zone: time.UTC})
		found := 0
		for range 2 {
			if err := f.Compare(t.Context(), a.DB); err != nil {
				t.Fatal(err)
			}
			found = 0
			for _, p := range f.Report.Problems {
				if p.ID == model.ProblemCardOutdated {
					found++
				}
			}
		}
		if found != want || f.Counts().Refused != 0 {
			t.Errorf("%q: %d, %+v", data, found, f.Report.Problems)
		}
	}
}

// The longest sentence fits below the list.
func TestProblemSentencesFitBelowTheList(t *testing.T) {
	for _, lang := range text.Langs {
		for _, id := range model.ProblemIDs {
			s := text.Problem(lang, model.Problem{ID: id, Field: model.FieldPESEL, Detail: "12.12.2026"})
			if n := len(kit.Wrap("Brzęczyszczykiewicz Anna: "+s, 80)); n > linesBelow {
				t.Errorf("%s %s takes %d lines", lang, id, n)
			}
		}
	}
}

// TestEscIsCalledWhatItDoes: a choice that can wait is left for later, any
// other is gone back from.
func TestEscIsCalledWhatItDoes(t *testing.T) {
	a := newTestApp(t)
	options := []chooseOption{{name: "a"}}
	open(t, a, newChoose(a, "x", nil, options, 0)).Expect("Esc wróć").ExpectNot("później")
	open(t, a, newChoose(a, "x", nil, options, 0).undecided()).Expect("Esc później")
}

// TestFarAwayNoPathIsAskedFor: the inbox is all that can be opened there.
func TestFarAwayNoPathIsAskedFor(t *testing.T) {
	a := newTestApp(t)
	a.Folder = store.Folder(t.TempDir())
	if err := os.MkdirAll(a.Folder.Inbox(), 0o700); err != nil {
		t.Fatal(err)
	}
	open(t, a, newFilePick(a, a.Folder.Inbox(), a.Folder.Inbox())).Expect("F2 wpisz ścieżkę")
	a.afar = true
	open(t, a, newFilePick(a, a.Folder.Inbox(), a.Folder.Inbox())).ExpectNot("ścieżkę")
}
