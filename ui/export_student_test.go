package ui

import (
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// paper is what a PDF says, or a skip where nothing can read it.
func paper(t *testing.T, file string) string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	out, err := exec.CommandContext(t.Context(), "pdftotext", "-layout", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// TestWhatIsHeldOnAStudent: part 5, F: "all that is held on one child, JSON and
// PDF"; a code that can be used is only named.
func TestWhatIsHeldOnAStudent(t *testing.T) {
	d := newDesktop(t)
	d.school()
	d.must(exitDone, "import", "codes", d.file("kody.csv", "PESEL;Rodzaj;Kod;Ważny do", "13250100022;sio;otw:stary;2026-11-23", "13250100022;sio;otw:nowy;2026-12-20"))
	d.must(exitDone, "import", "statements", d.file("o.csv", "PESEL;Rodzaj;Kto podpisał;Data", "13250100022;wniosek;Halina Ćwik;01.09.2026"))
	d.now = d.now.AddDate(0, 0, 1)
	folder := t.TempDir()
	for _, c := range []struct {
		code int
		args []string
	}{
		{exitUsage, []string{"export", "student", "1"}},
		{exitUsage, []string{"export", "student", "1", "-o", filepath.Join(folder, "x.csv")}},
		{exitNothing, []string{"export", "student", "Bożena", "-o", filepath.Join(folder, "x.json")}},
		{exitDone, []string{"export", "student", "13250100022", "-o", filepath.Join(folder, "a.json")}},
		{exitNothing, []string{"export", "student", "1", "-o", filepath.Join(folder, "a.json")}},
		{exitDone, []string{"export", "student", "1", "-o", filepath.Join(folder, "a.pdf"), "--json"}},
	} {
		d.must(c.code, c.args...)
	}
	b, err := os.ReadFile(filepath.Join(folder, "a.json"))
	if err != nil {
		t.Fatal(err)
	}
	if !json.Valid(b) {
		t.Error("not JSON")
	}
	for _, want := range []string{"Ćwik", "13250100022", "1/2026", "Halina Ćwik", "otw:stary", "statement_entered", "więc jego treści tu nie ma"} {
		if !strings.Contains(string(b), want) {
			t.Errorf("%q is not in the JSON", want)
		}
	}
	var held map[string]any
	if err := json.Unmarshal(b, &held); err != nil {
		t.Fatal(err)
	}
	keys := slices.Sorted(maps.Keys(held))
	if want := []string{"cards", "codes", "files", "handovers", "invalidations", "made", "photos", "register", "school", "statements", "student"}; !slices.Equal(keys, want) {
		t.Errorf("keys %q, want %q", keys, want)
	}
	if found := regexp.MustCompile(`"[A-ZŻŹĆŁŚÓ][^"]*":`).FindString(string(b)); found != "" {
		t.Errorf("%s is a name of the program's code, not a key", found)
	}
	if person, _ := held["student"].(map[string]any); person["last_name"] != "Ćwik" || person["birth_date"] != "2013-05-01" {
		t.Errorf("%v", held["student"])
	}
	for _, not := range []string{"Łoś", "Żuk", "otw:nowy"} {
		if strings.Contains(string(b), not) {
			t.Errorf("%q is in the JSON", not)
		}
	}
	said := paper(t, filepath.Join(folder, "a.pdf"))
	for _, want := range []string{"Dane ucznia", "Szkoła na próbę", "Ćwik", "13250100022", "Halina Ćwik", "otw:stary", "wydano dane ucznia", "strona 1"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not on paper:\n%s", want, said)
		}
	}
	if strings.Contains(said, "otw:nowy") || strings.Contains(said, "Łoś") {
		t.Error("paper says too much")
	}
}

// TestTheDayOnPaper: part 5, E: "as one printable page for the headteacher".
func TestTheDayOnPaper(t *testing.T) {
	d := newDesktop(t)
	d.school()
	file := filepath.Join(t.TempDir(), "dzień.pdf")
	d.must(exitUsage, "export", "day", "-o", "x.csv")
	d.must(exitDone, "export", "day", "-o", file)
	said := paper(t, file)
	for _, want := range []string{"Podsumowanie dnia", "23.11.2026 · wydano dziś: 0", "4a", "5b", "2a", "Dziś jeszcze nic nie wydano.", "brak zdjęcia"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not on paper:\n%s", want, said)
		}
	}
	if n := strings.Count(said, "\f"); n != 1 {
		t.Errorf("%d pages", n)
	}
}
