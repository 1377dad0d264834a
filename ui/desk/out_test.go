package desk

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

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

func TestTheWindowWritesFiles(t *testing.T) {
	a := newTestApp(t, pupil("Żądło", "Łucja", "4a", model.MustDate(2014, 3, 1)))
	a.Folder = store.Folder(t.TempDir())
	w := open(t, a, newList(a))
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
	w.Press("ctrl+o", "down", "down", "enter", "enter").Expect("Taki plik już jest")
}

// TestNobodyIsTakenForHealthy: without an answer about disability there is no
// file for SIO, and who is not in it is told with the reason.
func TestNobodyIsTakenForHealthy(t *testing.T) {
	a := newTestApp(t, pupil("Żądło", "Łucja", "4a", model.MustDate(2014, 3, 1)))
	a.Folder = store.Folder(t.TempDir())
	w := open(t, a, newOutForm(a, Order{Kind: OutSIO, Lang: text.Polish}, model.Class{}))
	w.Press("ctrl+o").Expect("✗ kto ma legitymację MEiN-I/3-N")
	if _, err := os.Stat(a.Folder.Outgoing()); err == nil {
		t.Error("something was written")
	}
	w.Type("nikt").Press("ctrl+o").Expect("do poprawienia 1", "Żądło Łucja, 4a: brak", "brak numeru PESEL")
}

// TestADeskFarAwayWritesToItsFolderAlone: whatever path is typed.
func TestADeskFarAwayWritesToItsFolderAlone(t *testing.T) {
	a := newTestApp(t, pupil("Żądło", "Łucja", "4a", model.MustDate(2014, 3, 1)))
	a.Folder, a.afar = store.Folder(t.TempDir()), true
	elsewhere := filepath.Join(t.TempDir(), "x.csv")
	f := newOutForm(a, Order{Kind: OutStatements, Lang: text.Polish}, model.Class{}).(*outForm)
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
	f := newOutForm(a, Order{Kind: OutSlips, Lang: text.Polish}, model.Class{}).(*outForm)
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
