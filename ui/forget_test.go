package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"okienko/model"
	"okienko/store"
)

// TestForgettingAStudent: part 5, F: "erasure, as RODO asks".
func TestForgettingAStudent(t *testing.T) {
	d := newDesktop(t)
	d.school()
	d.must(exitNothing, "forget", "13250100022")
	if !strings.Contains(d.err.String(), "--yes") {
		t.Errorf("nobody was asked: %s", d.err.String())
	}
	d.must(exitNothing, "forget", "cwik", "--yes")
	if said := d.err.String(); !strings.Contains(said, "Ćwik Bożena") || !strings.Contains(said, "\n1 Ćwik") {
		t.Errorf("a name was taken, or nobody offered: %s", said)
	}
	d.must(exitNothing, "forget", "cwik 5", "--yes")
	if said := d.err.String(); strings.Contains(said, "Ćwik") {
		t.Errorf("offered somebody of another class: %s", said)
	}
	d.must(exitNothing, "forget", "99999999999", "--yes")
	d.must(exitDone, "forget", "13250100022", "--yes", "--json")
	if got := d.object(); got["student"] != 1.0 || got["named_in_register"] != false {
		t.Errorf("%v", got)
	}
	d.must(exitNothing, "forget", "1", "--yes")
	if said := d.err.String(); !strings.Contains(said, "usunięto już 23.11.2026") {
		t.Errorf("forgotten before: %s", said)
	}
	d.must(exitDone, "status", "--json")
	if got := d.object(); got["students"] != 2.0 {
		t.Errorf("%v", got)
	}
	d.must(exitDone, "forget", "2", "--yes")
	if said := d.out.String(); !strings.Contains(said, "bez danych osoby") || !strings.Contains(said, "Kopie zapasowe") || !strings.Contains(said, "wróci z nią") {
		t.Errorf("not said what stays: %s", said)
	}
	d.must(exitDone, "doctor")
	log, err := os.ReadFile(filepath.Join(d.folder, "okienko.log"))
	if err == nil && (strings.Contains(string(log), "wik") || strings.Contains(string(log), "13250100022")) {
		t.Errorf("the log names somebody: %s", log)
	}
}

// TestARosterSaysWhomItBringsBack: what was erased never comes back unseen.
func TestARosterSaysWhomItBringsBack(t *testing.T) {
	d := newDesktop(t)
	d.school()
	roster := d.file("znowu.csv", threeStudents...)
	d.must(exitDone, "forget", "13250100022", "--yes")
	d.must(exitDone, "import", "students", roster)
	if said := d.out.String(); !strings.Contains(said, "dane uczniów: 1") {
		t.Errorf("a nameless one: %s", said)
	}
	d.must(exitDone, "import", "codes", d.file("kody.csv", "PESEL;Rodzaj;Kod", "13250100022;sio;otw:0001"))
	d.handOver("13250100022")
	d.must(exitDone, "forget", "13250100022", "--yes", "--json")
	if got := d.object(); got["named_in_register"] != true {
		t.Errorf("%v", got)
	}
	d.must(exitDone, "status", "--json")
	if got := d.object(); got["students"] != 2.0 {
		t.Errorf("whom only the register names counts: %v", got)
	}
	register := filepath.Join(t.TempDir(), "e.csv")
	d.must(exitDone, "export", "register", "-o", register)
	if b, err := os.ReadFile(register); err != nil || !strings.Contains(string(b), "Ćwik") {
		t.Errorf("the register does not name who collected: %v\n%s", err, b)
	}
	d.must(exitDone, "import", "students", roster, "--json")
	got := d.object()
	if got["updated"] != 1.0 || !strings.Contains(d.out.String(), `"id":"erased_back"`) {
		t.Errorf("%v", got)
	}
}

// handOver hands a student's code over, as a desk does.
func (d *desktop) handOver(pesel model.PESEL) {
	d.t.Helper()
	db, err := store.Folder(d.folder).Open(d.t.Context(), store.Options{Now: d.clock})
	if err != nil {
		d.t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	all, _, err := db.School(d.t.Context())
	if err != nil {
		d.t.Fatal(err)
	}
	by := model.Actor{Operator: "ola", Desk: "okno-1"}
	for _, r := range all {
		if r.PESEL != pesel {
			continue
		}
		c, err := db.PresentCode(d.t.Context(), by, r.ID)
		if err != nil {
			d.t.Fatal(err)
		}
		if _, err := db.ConfirmHandover(d.t.Context(), by, model.Handover{Student: r.ID, Code: c.ID, To: model.ToParent}); err != nil {
			d.t.Fatal(err)
		}
	}
}

// TestWhatIsComingIsShown: part 5, F: "shown in advance".
func TestWhatIsComingIsShown(t *testing.T) {
	d := newDesktop(t)
	d.school()
	d.must(exitDone, "purge", "--dry-run")
	if said := d.out.String(); !strings.Contains(said, "Nic.") {
		t.Error(said)
	}
	codes := d.file("kody.csv", "PESEL;Rodzaj;Kod;Ważny do", "13250100022;sio;otw:0001;2026-11-25", "12310112319;sio;otw:0002;2026-12-25")
	d.must(exitDone, "import", "codes", codes)
	d.must(exitDone, "purge", "--dry-run", "--json")
	got := d.object()
	due := got["due"].([]any)
	if len(due) != 1 || due[0].(map[string]any)["kind"] != "codes" || due[0].(map[string]any)["day"] != "2026-11-26" {
		t.Errorf("%v", got)
	}
	d.must(exitDone, "purge", "--json")
	if got := d.object(); got["codes"] != 0.0 {
		t.Errorf("%v", got)
	}
	d.now = d.now.AddDate(0, 0, 4)
	d.must(exitDone, "purge")
	if said := d.out.String(); !strings.Contains(said, "Zapomniano: treść kodów: 1.") {
		t.Error(said)
	}
}
