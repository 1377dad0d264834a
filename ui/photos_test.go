package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"okienko/model"
	"okienko/store"
)

// decide decides all photos of the school at once.
func (d *desktop) decide(state model.PhotoState) {
	d.t.Helper()
	db, err := store.Folder(d.folder).Open(d.t.Context(), store.Options{Now: d.clock})
	if err != nil {
		d.t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	all, _, err := db.Photos(d.t.Context())
	if err != nil {
		d.t.Fatal(err)
	}
	for _, p := range all {
		if p.Student == 0 {
			continue
		}
		if err := db.DecidePhoto(d.t.Context(), model.Actor{Operator: "anna", Desk: "okno"}, p.ID, p.Version, state); err != nil {
			d.t.Fatal(err)
		}
	}
}

// rested makes files look as if nobody had touched them for an hour.
func rested(t *testing.T, folder string) string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	before := time.Now().Add(-time.Hour)
	for _, e := range entries {
		if err := os.Chtimes(filepath.Join(folder, e.Name()), before, before); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func names(t *testing.T, folder string) (all []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

// TestThePathOfAPhoto from the folder of attachments to the folder for SIO, and
// to its last day.
func TestThePathOfAPhoto(t *testing.T) {
	d := newDesktop(t)
	d.school()
	folder := photosFolder(t, "Ćwik Bożena 4a.jpg", "los adam.jpg", "IMG_1.jpg")
	if err := os.WriteFile(filepath.Join(folder, "uwagi.txt"), []byte("nic"), 0o600); err != nil {
		t.Fatal(err)
	}
	rested(t, folder)
	d.must(exitRefused, "import", "photos", folder, "--json")
	list := d.lines()
	if len(list) != 4 || list[0]["match"] != "none" || list[0]["student"] != nil || list[1]["student"] != 2.0 || list[2]["skipped"] != "not_a_picture" {
		t.Fatalf("%v", list)
	}
	d.must(exitRefused, "import", "photos", folder)
	if !strings.Contains(d.out.String(), "Przyjęto zdjęć: 0, znanych: 3, do wskazania: 1, pominiętych plików: 1.") {
		t.Error(d.out.String())
	}

	out := filepath.Join(t.TempDir(), "dla SIO")
	d.must(exitNothing, "export", "photos", "-o", out)
	d.decide(model.PhotoAcceptedDespite)
	for _, c := range []struct{ by, want string }{{"name", "Ćwik_Bożena_4a.jpg"}, {"pesel", "13250100022.jpg"}, {"card", "1_2026.jpg"}} {
		d.must(exitRefused, "export", "photos", "-o", out, "--names", c.by)
		if !slices.Contains(names(t, out), c.want) {
			t.Errorf("by %s: %v", c.by, names(t, out))
		}
	}
	before, err := os.ReadFile(filepath.Join(out, "Ćwik_Bożena_4a.jpg"))
	if err != nil {
		t.Fatal(err)
	}
	original, err := os.ReadFile(filepath.Join(folder, "Ćwik Bożena 4a.jpg"))
	if err != nil || string(before) != string(original) {
		t.Errorf("another picture went out, %v", err)
	}
	d.must(exitRefused, "export", "photos", "-o", out)
	if !slices.Contains(names(t, out), "Ćwik_Bożena_4a (2).jpg") {
		t.Errorf("something was replaced: %v", names(t, out))
	}
	missing, err := os.ReadFile(filepath.Join(out, "brakujące zdjęcia.csv"))
	if err != nil || !strings.Contains(string(missing), "Żuk Ewa;2a;nie przysłano zdjęcia") {
		t.Errorf("%q, %v", missing, err)
	}

	d.must(exitDone, "purge")
	if !strings.Contains(d.out.String(), "Żadne zdjęcie nie czeka") {
		t.Error(d.out.String())
	}
	d.now = d.now.AddDate(0, 0, 30)
	d.must(exitDone, "purge")
	if said := d.out.String(); !strings.Contains(said, "Usunięto zdjęć: 3") || !strings.Contains(said, "nowych kopii: 14") {
		t.Error(said)
	}
	d.must(exitDone, "purge", "--json")
	if got := d.object(); got["photos"] != 0.0 || got["daily_backups_kept"] != 14.0 {
		t.Errorf("%v", got)
	}
}

func TestExportPhotosIsToldHow(t *testing.T) {
	d := newDesktop(t)
	d.must(exitUsage, "export", "photos")
	d.must(exitUsage, "export", "photos", "-o", "x", "--names", "wiek")
	d.school()
	d.must(exitNothing, "export", "photos", "-o", filepath.Join(d.file("plik", "x"), "w pliku"))
	d.must(exitNothing, "import", "photos", filepath.Join(d.folder, "nie ma"))
}
