package desk

import (
	"os"
	"path/filepath"
	"testing"

	"okienko/model"
)

// TestAListAsksWhoIsMeant: the report of accesses to ZPE names two students of
// one name in one class. Nobody's login is guessed; a person says whose it is,
// and may leave it out.
func TestAListAsksWhoIsMeant(t *testing.T) {
	one, two := pupil("Bąk", "Jan", "4a", model.MustDate(2014, 3, 1)), pupil("Bąk", "Jan", "4a", model.MustDate(2014, 9, 1))
	one.Card.Number, two.Card.Number = "1/2025", "2/2025"
	a := newTestApp(t, one, two, pupil("Lis", "Ewa", "4a", model.MustDate(2014, 4, 1)))
	file := filepath.Join(t.TempDir(), "dostepy.csv")
	report := "Imię i nazwisko;Klasa;Nazwa użytkownika;Hasło\nEwa Lis;4a;e.lis;x1\nJan Bąk;4a;j.bak;x2\nJan Bąk;4a;j.bak2;x3\n"
	if err := os.WriteFile(file, []byte(report), 0o600); err != nil {
		t.Fatal(err)
	}
	w := open(t, a, newImport(a))
	w.Press("f2").Type(file).Press("enter")
	w.Expect("Do przyjęcia 1", "Wątpliwości 2", "Enter: najpierw program zapyta")
	w.Press("enter").Expect("j.bak", "01.03.2014", "01.09.2014", "▸ pomiń ten wiersz").ExpectNot("nowy uczeń", "x2", "x3")
	w.Press("home", "enter").Expect("j.bak2").Press("enter")
	w.Expect("Zapisać? Nowe: 2", "czyje są: 1").Press("t").Expect("Nowe: 2")
	for i, e := range a.School.All()[:2] {
		if got := len(e.Codes); got != 1-i {
			t.Errorf("%d: %d codes", i, got)
		}
	}
}
