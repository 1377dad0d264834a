package ui

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"okienko/model"
	"okienko/store"
	"okienko/ui/text"
)

// desktop is somebody at a shell with a data folder of their own.
type desktop struct {
	t        *testing.T
	folder   string
	now      time.Time
	out, err bytes.Buffer
}

func newDesktop(t *testing.T) *desktop {
	return &desktop{t: t, folder: filepath.Join(t.TempDir(), "szkoła"), now: time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)}
}

// run runs a command line in the data folder and returns its exit code.
func (d *desktop) run(args ...string) int {
	d.t.Helper()
	d.out.Reset()
	d.err.Reset()
	return run(d.t.Context(), append(args, "--data", d.folder), Streams{Out: &d.out, Err: &d.err}, d.clock)
}

func (d *desktop) clock() time.Time { return d.now }

func (d *desktop) must(code int, args ...string) {
	d.t.Helper()
	if got := d.run(args...); got != code {
		d.t.Fatalf("okienko %s: exit %d, want %d\n%s%s", strings.Join(args, " "), got, code, d.out.String(), d.err.String())
	}
}

// file writes a file of the school and returns its path.
func (d *desktop) file(name string, lines ...string) string {
	d.t.Helper()
	path := filepath.Join(d.t.TempDir(), name)
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\r\n")+"\r\n"), 0o600); err != nil {
		d.t.Fatal(err)
	}
	return path
}

// object reads the one JSON object on stdout.
func (d *desktop) object() map[string]any {
	d.t.Helper()
	if n := strings.Count(d.out.String(), "\n"); n != 1 {
		d.t.Fatalf("%d lines on stdout, want one object: %s", n, d.out.String())
	}
	var v map[string]any
	if err := json.Unmarshal(d.out.Bytes(), &v); err != nil {
		d.t.Fatal(err)
	}
	return v
}

const rosterHeader = "Nazwisko;Imię;PESEL;Oddział;Nr legitymacji;Data wydania;Ważna do"

// threeStudents are invented; their numbers are right.
var threeStudents = []string{rosterHeader,
	"Ćwik;Bożena;13250100022;4a;1/2026;01.09.2026;30.09.2027",
	"Łoś;Adam;12310112319;5b;2/2026;01.09.2026;30.09.2027",
	"Żuk;Ewa;14222255540;2a;3/2026;01.09.2026;30.09.2027"}

func (d *desktop) school() {
	d.t.Helper()
	d.must(exitDone, "init", "--no-passphrase", "--profile", "sio", "--school", "Szkoła na próbę")
	d.must(exitDone, "import", "students", d.file("uczniowie.csv", threeStudents...))
}

func TestThePathFromRosterToStatus(t *testing.T) {
	d := newDesktop(t)
	d.school()
	codes := d.file("kody.csv", "PESEL;Rodzaj;Kod", "13250100022;sio;otw:0001", "12310112319;sio;otw:0002")
	d.must(exitDone, "import", "codes", codes, "--json")
	if got := d.object(); got["added"] != 2.0 || got["known"] != 0.0 || len(got["refused"].([]any)) != 0 {
		t.Errorf("codes: %v", got)
	}
	d.must(exitDone, "import", "codes", codes, "--json")
	if got := d.object(); got["added"] != 0.0 || got["known"] != 2.0 {
		t.Errorf("the same codes again: %v", got)
	}
	d.must(exitDone, "status", "--json")
	got := d.object()
	stages := got["stages"].(map[string]any)
	if got["students"] != 3.0 || stages["ready"] != 2.0 || stages["incomplete"] != 1.0 {
		t.Errorf("status: %v", got)
	}
	for _, s := range model.Stages {
		if _, ok := stages[string(s)]; !ok {
			t.Errorf("no stage %s", s)
		}
	}
	if blocked := got["blocked"].(map[string]any); blocked["no_portrait"] != 1.0 {
		t.Errorf("blocked: %v", blocked)
	}
	lists := got["worklists"].(map[string]any)
	for _, id := range model.WorklistIDs {
		if _, ok := lists[string(id)]; !ok {
			t.Errorf("no worklist %s", id)
		}
	}
	path := filepath.Join(t.TempDir(), "lista.csv")
	d.must(exitDone, "export", "worklist", "no_photo", "-o", path, "--json")
	if lists["no_photo"] != 1.0 || d.object()["lines"] != lists["no_photo"] {
		t.Errorf("worklists: %v", lists)
	}
	if d.must(exitDone, "status"); !strings.Contains(d.out.String(), "    1  brak zdjęcia (no_photo)\n") {
		t.Errorf("in words:\n%s", d.out.String())
	}
	d.must(exitDone, "export", "worklist", "no_photo", "-o", path, "--force", "--class", "8z", "--json")
	if d.object()["lines"] != 0.0 {
		t.Error("of a class that is not there")
	}
	d.must(exitUsage, "export", "worklist", "no_photo", "-o", path, "--class", "???")
}

func TestImportReportsEachFileAndRow(t *testing.T) {
	d := newDesktop(t)
	d.school()
	good := d.file("znów.csv", append(threeStudents[:3:3], "Nowak;Jan;;1a;;;")...)
	bad := d.file("list.csv", "to nie jest", "lista uczniów")
	d.must(exitRefused, "import", "students", "--json", good, bad)
	lines := strings.Split(strings.TrimSpace(d.out.String()), "\n")
	if len(lines) != 2 {
		t.Fatalf("%d objects for two files", len(lines))
	}
	var first, second fileReport
	for i, into := range []*fileReport{&first, &second} {
		if err := json.Unmarshal([]byte(lines[i]), into); err != nil {
			t.Fatal(err)
		}
	}
	if first.Read != 3 || first.Added != 1 || first.Unchanged != 2 || first.Separator != ";" || *first.Missing != 1 {
		t.Errorf("the good file: %+v", first)
	}
	if second.Outcome != "refused" || len(second.Problems) == 0 || second.Problems[0].Line != 0 || second.Problems[0].Message == "" {
		t.Errorf("the bad file: %+v", second)
	}
	d.must(exitNothing, "import", "students", bad)
	d.must(exitNothing, "import", "students", filepath.Join(t.TempDir(), "nie ma.csv"), "--json")
	if got := d.object(); got["outcome"] != "refused" {
		t.Errorf("a file that is not there: %v", got)
	}
}

func TestARowThatMayBeTwoStudentsIsADoubt(t *testing.T) {
	d := newDesktop(t)
	d.school()
	again := d.file("inny PESEL.csv", rosterHeader, "Ćwik;Bożena;13250100046;4a;;;")
	d.run("import", "students", "--json", again)
	var got fileReport
	if err := json.Unmarshal(d.out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.Refused != 1 || len(got.Problems) != 1 || got.Problems[0].ID != doubtful || got.Problems[0].Line != 2 {
		t.Errorf("%+v", got)
	}
}

func TestCodesNameWhatTheyRefuse(t *testing.T) {
	d := newDesktop(t)
	d.school()
	d.must(exitRefused, "import", "codes", "--json", d.file("kody.csv", "PESEL;Rodzaj;Kod", "13250100022;sio;x1", "12310112319;sio;x1", "09220100015;sio;x2"))
	reasons := map[string]bool{}
	for _, r := range d.object()["refused"].([]any) {
		row := r.(map[string]any)
		reasons[row["reason"].(string)] = true
		if row["message"] == "" {
			t.Errorf("no sentence for %v", row["reason"])
		}
	}
	if !reasons["other_student"] && !reasons["two_people"] || !reasons["nobody"] {
		t.Errorf("reasons: %v", reasons)
	}
}

func TestStatementsCount(t *testing.T) {
	d := newDesktop(t)
	d.school()
	d.must(exitDone, "import", "statements", "--json", d.file("druki.csv", "PESEL;Rodzaj;Data;Podpisał",
		"13250100022;sprzeciw;02.11.2026;Anna Ćwik"))
	if got := d.object(); got["added"] != 1.0 {
		t.Errorf("%v", got)
	}
	d.must(exitDone, "status", "--json")
	if got := d.object()["stages"].(map[string]any); got["objection"] != 1.0 {
		t.Errorf("%v", got)
	}
}

func TestExitCodes(t *testing.T) {
	d := newDesktop(t)
	for _, c := range []struct {
		code int
		args []string
	}{
		{exitUsage, []string{"nonsense"}}, {exitUsage, []string{"--nonsense"}}, {exitUsage, []string{"import"}},
		{exitUsage, []string{"import", "students"}}, {exitUsage, []string{"init"}}, {exitUsage, []string{"init", "--profile", "x"}},
		{exitUsage, []string{"--lang", "de"}}, {exitUsage, []string{"export", "register"}}, {exitUsage, []string{"export", "register", "-o", "x.txt"}},
		{exitUsage, []string{"import", "codes", "--kind", "x", "y"}}, {exitUsage, []string{"status", "--data"}},
		{exitNothing, []string{"status"}}, {exitNothing, nil}, {exitNothing, []string{"qr", "x"}}, {exitNothing, []string{"qr", ""}},
		{exitNothing, []string{"qr", "--try"}}, {exitUsage, []string{"qr"}},
		{exitDone, []string{"--help"}}, {exitDone, []string{"export", "--help"}}, {exitDone, []string{"qr", "--rungs", "x"}},
	} {
		if got := d.run(c.args...); got != c.code {
			t.Errorf("%q: exit %d, want %d: %s", c.args, got, c.code, d.err.String())
		}
		if c.code != exitDone && (d.err.Len() == 0 || d.out.Len() > 0) {
			t.Errorf("%q: a failure belongs on stderr: %q", c.args, d.out.String())
		}
	}
	d.must(exitDone, "init", "--no-passphrase", "--profile", "tarnow")
	d.must(exitNothing, "init", "--no-passphrase", "--profile", "tarnow")
}

func TestHelpSpeaksEveryLanguage(t *testing.T) {
	for _, l := range text.Langs {
		d := newDesktop(t)
		d.must(exitDone, "--help", "--lang", string(l))
		if !strings.Contains(d.out.String(), text.CommandIn(l).Commands) {
			t.Errorf("%s: %s", l, d.out.String())
		}
	}
}

func TestExportKeepsWhatIsThere(t *testing.T) {
	d := newDesktop(t)
	d.school()
	path := filepath.Join(t.TempDir(), "ewidencja.csv")
	d.must(exitDone, "export", "register", "-o", path)
	d.must(exitNothing, "export", "register", "-o", path)
	d.must(exitDone, "export", "register", "-o", path, "--force", "--json")
	if got := d.object(); got["lines"] != 0.0 {
		t.Errorf("%v", got)
	}
}

// TestDemo opens the invented school on awkward days; nothing of it stays.
func TestDemo(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	for _, day := range []time.Time{
		time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC), time.Date(2026, 9, 1, 8, 0, 0, 0, time.UTC),
		time.Date(2027, 10, 1, 0, 10, 0, 0, time.UTC), time.Date(2028, 2, 29, 9, 0, 0, 0, time.UTC),
	} {
		d := newDesktop(t)
		d.now = day
		path := filepath.Join(t.TempDir(), "ewidencja.csv")
		d.must(exitDone, "export", "register", "--demo", "-o", path)
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(bytes.NewReader(data))
		r.Comma = ';'
		rows, err := r.ReadAll()
		if err != nil || len(rows) < 90 {
			t.Errorf("%s: %d hand-overs, %v", day.Format(time.DateOnly), len(rows), err)
		}
		d.must(exitDone, "status", "--demo", "--json")
		got, sum := d.object(), 0.0
		for stage, n := range got["stages"].(map[string]any) {
			sum += n.(float64)
			if n == 0.0 {
				t.Errorf("%s: nobody is %s", day.Format(time.DateOnly), stage)
			}
		}
		if got["students"] != sum {
			t.Errorf("%v students, %v at stages", got["students"], sum)
		}
		d.must(exitDone, "doctor", "--demo")
	}
	left, err := os.ReadDir(os.Getenv("TMPDIR"))
	if err != nil || len(left) > 0 {
		t.Errorf("%d folders stayed behind, %v", len(left), err)
	}
}

func TestADamagedSchoolIsSaidAndLogged(t *testing.T) {
	d := newDesktop(t)
	d.school()
	folder := store.Folder(d.folder)
	if err := os.WriteFile(folder.Database(), []byte("to jest list, a nie baza danych, i to dość długi list"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, wal := range []string{"-wal", "-shm"} {
		if err := os.RemoveAll(folder.Database() + wal); err != nil {
			t.Fatal(err)
		}
	}
	d.must(exitNothing, "status")
	if want := text.Error(text.Polish, store.ErrNotOurs, time.UTC); !strings.Contains(d.err.String(), want) {
		t.Errorf("stderr: %s", d.err.String())
	}
	log, err := os.ReadFile(folder.Log())
	if err != nil || !strings.Contains(string(log), "can't be opened") {
		t.Errorf("log: %q, %v", log, err)
	}
}

// TestTheLogKnowsNobody makes imports fail in ways that show data to the
// person, and looks for that data in the log.
func TestTheLogKnowsNobody(t *testing.T) {
	d := newDesktop(t)
	d.school()
	d.run("import", "students", filepath.Join(t.TempDir(), "Ćwik Bożena.csv"))
	d.run("import", "students", d.file("zły.csv", rosterHeader, "Ćwik;Bożena;13250100099;4a;;;"))
	d.run("import", "codes", d.file("kody.csv", "PESEL;Rodzaj;Kod", "13250100022;sio;tajny-kod", "12310112319;sio;tajny-kod"))
	d.run("export", "register", "-o", filepath.Join(t.TempDir(), "nie ma", "Ćwik.csv"))
	d.run("import", "statements", d.file("druki.csv", "PESEL;Rodzaj;Data;Podpisał", "13250100022;Ćwik Bożena;13250100022;"))
	for _, name := range []string{"Ćwik Bożena 13250100022.csv", "Ćwik Bożena 13250100022.xlsx"} {
		taken := d.file(name, "PK\x03\x04 Ćwik;Bożena;13250100022")
		for _, kind := range []string{"students", "codes", "statements"} {
			d.run("import", kind, taken, filepath.Dir(taken), taken+"/"+name)
		}
		d.run("export", "register", "-o", taken)
		d.run("export", "register", "--force", "-o", taken+"/"+name)
		if err := os.Mkdir(taken+" "+name, 0o500); err != nil {
			t.Fatal(err)
		}
		d.run("export", "register", "--force", "-o", taken+" "+name)
		d.run("export", "register", "-o", filepath.Join(taken+" "+name, name))
		d.run("export", "register", "-o", strings.TrimSuffix(taken, filepath.Ext(taken)))
		d.run("qr", "Ćwik Bożena 13250100022", "--rung", "Ćwik")
	}
	log, err := os.ReadFile(store.Folder(d.folder).Log())
	if err != nil || len(log) == 0 {
		t.Fatalf("log: %q, %v", log, err)
	}
	for _, secret := range []string{"Ćwik", "Bożena", "132501000", "tajny-kod"} {
		if strings.Contains(string(log), secret) {
			t.Errorf("the log holds %q:\n%s", secret, log)
		}
	}
}

// TestAFileCanBeTriedOnTheDemo takes a file into the invented school, which is
// gone afterwards.
func TestAFileCanBeTriedOnTheDemo(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	d := newDesktop(t)
	roster := d.file("uczniowie.csv", threeStudents...)
	for range 2 {
		d.must(exitDone, "import", "students", "--demo", "--json", roster)
		if got := d.object(); got["added"] != 3.0 {
			t.Errorf("%v", got)
		}
	}
	d.must(exitUsage, "init", "--demo", "--profile", "sio", "--school", "Szkoła")
	for _, folder := range []string{os.Getenv("TMPDIR"), d.folder} {
		if left, err := os.ReadDir(folder); len(left) > 0 {
			t.Errorf("something stayed behind: %v, %v", left, err)
		}
	}
}

func TestColumnsThatMeanNothingAreNamed(t *testing.T) {
	d := newDesktop(t)
	d.school()
	for kind, file := range map[string]string{
		"students":   d.file("uczniowie.csv", "Nazwisko;Imię;Ulubiony kolor;Oddział;Wzrost", "Ćwik;Bożena;zielony;4a;140"),
		"codes":      d.file("kody.csv", "PESEL;Rodzaj;Kod;Ulubiony kolor;Wzrost", "13250100022;sio;x1;zielony;140"),
		"statements": d.file("druki.csv", "PESEL;Rodzaj;Data;Podpisał;Ulubiony kolor;Wzrost", "13250100022;sprzeciw;02.11.2026;Anna Ćwik;zielony;140"),
	} {
		d.run("import", kind, file, "--json")
		if got := d.object()["unknown_columns"]; !reflect.DeepEqual(got, []any{"Ulubiony kolor", "Wzrost"}) {
			t.Errorf("%s: %v", kind, got)
		}
		d.run("import", kind, file)
		if !strings.Contains(d.out.String(), "Ulubiony kolor, Wzrost") {
			t.Errorf("%s: %s", kind, d.out.String())
		}
	}
	d.run("import", "codes", "--json", d.file("kody.csv", "PESEL;Rodzaj;Kod", "13250100022;sio;x1"))
	if got := d.object()["unknown_columns"]; !reflect.DeepEqual(got, []any{}) {
		t.Errorf("none: %v", got)
	}
}

func TestAFileOfRefusedRowsDidNothing(t *testing.T) {
	d := newDesktop(t)
	d.school()
	codes := d.file("kody.csv", "PESEL;Rodzaj;Kod", "09220100015;sio;x1", "1;sio;x2")
	sheets := d.file("druki.csv", "PESEL;Rodzaj;Data;Podpisał", "09220100015;sprzeciw;02.11.2026;Anna Ćwik")
	roster := d.file("uczniowie.csv", rosterHeader, "Ćwik;;13250100022;4a;;;")
	good := d.file("dobre.csv", "PESEL;Rodzaj;Kod", "13250100022;sio;x3")
	for _, c := range []struct {
		code int
		args []string
	}{
		{exitNothing, []string{"codes", codes}}, {exitNothing, []string{"codes", codes, codes}}, {exitNothing, []string{"statements", sheets}},
		{exitNothing, []string{"students", roster}}, {exitRefused, []string{"codes", codes, good}}, {exitDone, []string{"codes", good}},
		{exitRefused, []string{"codes", good, codes}},
	} {
		if got := d.run(append([]string{"import"}, c.args...)...); got != c.code {
			t.Errorf("%q: exit %d, want %d: %s", c.args, got, c.code, d.out.String())
		}
	}
}

func TestHelpAndVersionAreCommandsToo(t *testing.T) {
	d := newDesktop(t)
	for _, name := range [][]string{nil, {"import"}, {"import", "students"}, {"export", "register"}, {"help"}} {
		d.must(exitDone, append(name[:len(name):len(name)], "--help")...)
		want := d.out.String()
		d.must(exitDone, append([]string{"help"}, name...)...)
		if d.out.String() != want || !strings.Contains(want, "--data") {
			t.Errorf("help %q says\n%s\nand --help\n%s", name, d.out.String(), want)
		}
	}
	for _, args := range [][]string{{"help", "nonsense"}, {"help", "import", "nonsense"}, {"version", "nonsense"}} {
		d.must(exitUsage, args...)
	}
	for _, args := range [][]string{{"version"}, {"--version"}} {
		d.must(exitDone, args...)
		if !strings.HasPrefix(d.out.String(), "okienko ") || len(d.out.String()) < len("okienko v0\n") {
			t.Errorf("%q: %q", args, d.out.String())
		}
	}
}
