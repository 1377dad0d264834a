package desk

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"okienko/model"
	"okienko/store"
	"okienko/ui/text"
)

func filesIn(t *testing.T, folder string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if info, err := e.Info(); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", e.Name(), info.Mode(), err)
		}
		names = append(names, e.Name())
	}
	return names
}

// nearFolder is a new folder of data with a short name, since what the window
// says of files must fit wherever the machine keeps temporary ones.
func nearFolder(t *testing.T) store.Folder {
	t.Helper()
	t.Chdir(t.TempDir())
	return "."
}

func TestTheWindowWritesFiles(t *testing.T) {
	a := newTestApp(t, pupil("Żądło", "Łucja", "4a", model.MustDate(2014, 3, 1)))
	a.Folder = nearFolder(t)
	w := open(t, a, newList(a))
	w.Resize(120, 24) // a sentence to a line
	w.Press("ctrl+o").Expect("Pliki do zapisania", "▸ Ewidencja wydanych", "Plik dla SIO", "Karteczki", "brak zdjęcia")
	w.Press("down", "down", "enter").Expect("Oświadczenia i wnioski", "(•) PDF, do druku", "wychodzace")
	w.Press("enter").Expect("Zapisano plik", "Liczba wpisów: 1")
	if info, err := os.Stat(a.Folder.Outgoing()); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("%v, %v", info, err)
	}
	names := filesIn(t, a.Folder.Outgoing())
	if len(names) != 1 || !strings.HasSuffix(names[0], ".pdf") {
		t.Errorf("%q", names)
	}
	w.Press("ctrl+o", "down", "down", "enter", "enter").Expect("(2).pdf")
	// A name that somebody typed is not changed behind their back.
	w.Press("ctrl+o", "down", "down", "enter", "backspace", "x", "enter").Expect("kończyć się na .pdf").Press("esc")
	if names := filesIn(t, a.Folder.Outgoing()); len(names) != 2 {
		t.Errorf("%q", names)
	}
}

// TestWhatSIOWouldRefuseIsSeenFirst: before there is a file, everybody who
// would not be in it is listed with the reason, and leads to their page; and
// nobody is taken for a student without a disability without a question.
func TestWhatSIOWouldRefuseIsSeenFirst(t *testing.T) {
	whole := pupil("Żuk", "Ewa", "4a", model.MustDate(2009, 10, 22))
	whole.Student.PESEL, whole.Card.Number = "09302205481", "1/2025"
	a := newTestApp(t, whole, pupil("Żądło", "Łucja", "4a", model.MustDate(2014, 3, 1)))
	a.sign(t)
	a.Folder = nearFolder(t)
	w := open(t, a, newList(a))
	w.Resize(120, 24) // a sentence to a line
	w.Press("ctrl+o", "down", "down", "down", "enter").Expect("[Poza plikiem (2)]", "Żądło Łucja", "brak numeru PESEL", "Żuk Ewa", "brak zdjęcia")
	w.Press("b").Expect("Poza plikiem (1)", "Do pliku (1)")
	w.Press("enter").Expect("Plik dla SIO › Łucja Żądło").Press("esc")
	w.Press("left").Expect("[Do pliku (1)]", "Żuk Ewa", "nie")
	w.Press("enter").Expect("Czy na pewno żadna nie jest").Press("esc")
	w.Press("space").Expect("TAK")
	w.Press("enter").Expect("w tym MEiN-I/3-N (niepełnosprawność): 1", "Folder: ")
	if _, err := os.Stat(a.Folder.Outgoing()); err == nil {
		t.Error("something was written before it was asked for")
	}
	w.Press("enter").Expect("Liczba legitymacji: 1", "Gdy SIO przyjmie plik")
	names := filesIn(t, a.Folder.Outgoing())
	if len(names) != 1 {
		t.Fatalf("%q", names)
	}
	data, err := os.ReadFile(filepath.Join(a.Folder.Outgoing(), names[0]))
	if want := "\r\n09302205481;1/2025;2025-09-01;1\r\n"; err != nil || !strings.HasSuffix(string(data), want) {
		t.Errorf("%v\n%s", err, data)
	}
	w.Press("ctrl+o", "down", "down", "down", "down", "enter").Expect(names[0][:12])
	w.Press("enter").Expect("Żuk Ewa").Press("enter", "t").Press("enter")
	if e := a.named(t, "Żuk"); e.Registered.IsZero() {
		t.Error("SIO took the file, and nobody is registered")
	}
}

// TestADeskFarAwayWritesToItsFolderAlone: whatever path is typed.
func TestADeskFarAwayWritesToItsFolderAlone(t *testing.T) {
	a := newTestApp(t, pupil("Żądło", "Łucja", "4a", model.MustDate(2014, 3, 1)))
	a.Folder, a.afar = store.Folder(t.TempDir()), true
	elsewhere := filepath.Join(t.TempDir(), "x.csv")
	f := newOutForm(a, Order{Kind: OutStatements, Lang: text.Polish}, model.Class{})
	f.path.Field.SetValue(elsewhere)
	f.form.Items[0].Choice.Choose(".csv")
	w := open(t, a, f)
	w.Press("enter")
	if _, err := os.Stat(elsewhere); err == nil {
		t.Error("written elsewhere on the server")
	}
	if names := filesIn(t, a.Folder.Outgoing()); len(names) != 1 || names[0] != "x.csv" {
		t.Errorf("%q", names)
	}
}

func TestCodesGoToPaperForAClassAfterAQuestion(t *testing.T) {
	a := newTestApp(t, pupil("Żądło", "Łucja", "4a", model.MustDate(2014, 3, 1)))
	a.sign(t)
	a.Folder = store.Folder(t.TempDir())
	id := a.named(t, "Żądło").ID
	if _, err := a.DB.TakeCodes(t.Context(), a.Actor, model.Code{Student: id, Kind: model.CodeLegacy, Payload: "x", Second: "y"}); err != nil {
		t.Fatal(err)
	}
	a.reload(t)
	f := newOutForm(a, Order{Kind: OutSlips, Lang: text.Polish}, model.Class{})
	f.form.Items[2].Choice.Choose("yes")
	w := open(t, a, f)
	w.Press("ctrl+o").Expect("Kody drukuje się tylko dla jednego oddziału")
	w.Type("4a").Press("ctrl+o").Expect("Wydrukować kody uczniów oddziału 4a?").Press("t")
	if got := a.lastDeed(t); got != model.DeedCodePrinted {
		t.Errorf("last deed %s", got)
	}
	if e := a.named(t, "Żądło"); e.Verdict.Next != model.StepSettle {
		t.Errorf("next step %s", e.Verdict.Next)
	}
}

// TestADeskFarAwayTakesBackWhatItWrote: the file for SIO lies where a desk at
// the other end of a line may not look otherwise; nothing beside it is shown.
func TestADeskFarAwayTakesBackWhatItWrote(t *testing.T) {
	a := newTestApp(t, pupil("Żądło", "Łucja", "4a", model.MustDate(2014, 3, 1)))
	a.Folder, a.afar = store.Folder(t.TempDir()), true
	w := open(t, a, newAccepted(a))
	w.Expect("Nie ma tu pasujących plików").ExpectNot("okienko.db")
	if names := filesIn(t, a.Folder.Outgoing()); len(names) != 0 {
		t.Errorf("%q", names)
	}
	path := filepath.Join(a.Folder.Outgoing(), "Plik dla SIO.csv")
	if err := os.WriteFile(path, []byte("pesel;numer legitymacji;data wydania;czy niepełnosprawność\r\n;7/2025;2025-09-01;0\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	// What was written for people holds no list: Enter must not look for codes in it.
	if err := os.WriteFile(filepath.Join(a.Folder.Outgoing(), "Ewidencja.pdf"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	w = open(t, a, newAccepted(a))
	w.Expect("Plik dla SIO.csv").ExpectNot("Ewidencja.pdf").ExpectNot("cały folder").Press("enter").Expect("Do przyjęcia 1").Press("enter", "t")
	if e := a.named(t, "Żądło"); e.Registered.IsZero() {
		t.Error("not registered")
	}
}

// TestAFolderThatCantBeWritten keeps the form, and says what is wrong.
func TestAFolderThatCantBeWritten(t *testing.T) {
	a := newTestApp(t, pupil("Żądło", "Łucja", "4a", model.MustDate(2014, 3, 1)))
	a.Folder = store.Folder(t.TempDir())
	if err := os.WriteFile(a.Folder.Outgoing(), nil, 0o600); err != nil { // a file where the folder should be
		t.Fatal(err)
	}
	w := open(t, a, newOutForm(a, Order{Kind: OutStatements, Lang: text.Polish}, model.Class{}))
	w.Press("enter").Expect("✗ Nie można zapisać pliku", "uprawnienia i miejsce")
}

// TestEveryFileThatIsWrittenIsNoted, under the name that it got, and no other:
// what is noted goes by itself.
func TestEveryFileThatIsWrittenIsNoted(t *testing.T) {
	a := newTestApp(t, pupil("Żądło", "Łucja", "4a", model.MustDate(2014, 3, 1)))
	folder := store.Folder(filepath.Dir(files[a.DB]))
	if err := os.MkdirAll(folder.Outgoing(), 0o700); err != nil {
		t.Fatal(err)
	}
	write := func(o Order) {
		t.Helper()
		o.Lang, o.Path = text.Polish, filepath.Join(folder.Outgoing(), "plik"+o.Kind.Endings()[0])
		if _, err := o.Write(t.Context(), a.DB, a.Actor, testNow); err != nil {
			t.Fatal(err)
		}
	}
	p := testProfile()
	p.Retention.FilesDays = 10
	later, err := store.Open(t.Context(), files[a.DB], store.Options{Profile: p, Now: func() time.Time { return testNow.AddDate(0, 0, 10) }})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = later.Close() }()
	write(Order{Kind: OutSIO}) // nobody is to be in it
	if o, err := folder.Forecast(t.Context(), later); err != nil || len(o.Coming) != 0 {
		t.Errorf("noted without being written: %+v, %v", o.Coming, err)
	}
	write(Order{Kind: OutStatements, Fresh: true})
	write(Order{Kind: OutStatements, Fresh: true})
	if names := filesIn(t, folder.Outgoing()); len(names) != 2 {
		t.Fatalf("%q", names)
	}
	if gone, err := folder.Purge(t.Context(), later, a.Actor); err != nil || gone.Outgoing != 2 {
		t.Errorf("%d files went, %v", gone.Outgoing, err)
	}
}
