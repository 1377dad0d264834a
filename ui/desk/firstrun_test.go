package desk

import (
	"os"
	"path/filepath"
	"testing"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/kit/kittest"
	"okienko/ui/text"
)

// begin opens the first run for a folder; done counts how often it ended well.
func begin(t *testing.T, folder string, done *int) *kittest.Driver {
	t.Helper()
	s := NewFirstRun(text.Polish, store.Folder(folder), func() kit.Turn {
		*done++
		return kit.Quit()
	})
	return kittest.New(t, s, 80, 24, kit.Options{Words: *kitWords(text.Polish)})
}

func TestTheFirstRunMakesASchool(t *testing.T) {
	folder, done := filepath.Join(t.TempDir(), "okienko"), 0
	w := begin(t, folder, &done)
	w.Expect("Tu jeszcze nie ma szkoły", "Zdjęcie: bez reguł własnych szkoły.", "Odbiór: uczeń albo rodzic.")
	w.Press("enter").Expect("Wpisz nazwę szkoły.")
	w.Type(`SP nr 3 "Pod Dębem"`).Press("enter").Type("ul. Leśna 1").Press("enter")
	w.Press("down").Expect("JPEG, od 480×600 do 1440×1800 pikseli, 4:5, plik do 1 MB", "usuwane po 30")
	w.Press("down", "down").Expect("potrzebne podpisane niewyrażenie sprzeciwu").Press("enter")
	w.Expect("traci te dane na zawsze").Press("enter").Type("krótkie").Press("enter").Expect("co najmniej 8 znaków")
	w.Type(" ale dłuższe").Press("enter").Type("inne").Press("enter").Expect("Hasła się różnią")
	if done != 0 {
		t.Fatal("a school was made with a passphrase that nobody knows")
	}
	w.Type("").Press("backspace", "backspace", "backspace", "backspace").Type("krótkie ale dłuższe")
	w.ExpectNot("krótkie").Press("enter")
	if done != 1 || !w.Ended() {
		t.Fatalf("done %d times", done)
	}
	db, err := store.Folder(folder).Open(t.Context(), store.Options{Key: store.Key{Passphrase: "krótkie ale dłuższe"}})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	p := db.Profile()
	if p.School != `SP nr 3 "Pod Dębem"` || p.Address != "ul. Leśna 1" || p.Policy != model.PolicyStatement {
		t.Errorf("%q, %q, %s", p.School, p.Address, p.Policy)
	}
}

// TestASchoolWithoutAPassphrase is made only by saying so.
func TestASchoolWithoutAPassphrase(t *testing.T) {
	folder, done := filepath.Join(t.TempDir(), "okienko"), 0
	w := begin(t, folder, &done)
	w.Type("SP 1").Press("enter", "enter", "enter", "enter", "enter").Expect("co najmniej 8 znaków")
	w.Press("shift+tab", "down").Expect("BEZ HASŁA").Press("enter", "enter", "enter")
	if done != 1 {
		t.Fatalf("done %d times:\n%s", done, w.See())
	}
	db, err := store.Folder(folder).Open(t.Context(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if l, err := db.Locks(t.Context()); err != nil || !l.Open {
		t.Errorf("%+v, %v", l, err)
	}
}

func TestTheFirstRunExplainsWhatFailed(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "plik")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	taken, done := t.TempDir(), 0
	if err := os.WriteFile(store.Folder(taken).ProfileFile(), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for folder, want := range map[string]string{blocked: "Tego folderu nie da się utworzyć", taken: "W tym folderze jest już szkoła"} {
		begin(t, folder, &done).Type("SP 1").Press("enter", "enter", "enter", "down", "enter", "enter", "enter").Expect(want)
	}
	if done != 0 {
		t.Error("it went on")
	}
}

func TestFirstRunHoldsTheRules(t *testing.T) {
	for _, l := range text.Langs {
		s := NewFirstRun(l, "/dane", func() kit.Turn { return kit.Stay() })
		for _, fault := range kit.Check(s) {
			t.Error(fault)
		}
		for name, said := range s.(*firstRun).said {
			if len(said) != 3 {
				t.Errorf("%s: nothing is said of profile %s", l, name)
			}
		}
	}
}

func TestFirstRunGolden(t *testing.T) {
	done := 0
	w := begin(t, "/home/sekretariat/.local/share/okienko", &done)
	w.Type("SP 1").Press("enter", "enter", "down")
	kittest.Golden(t, "firstrun_80x24", w.Fits().See())
}
