package e2e

import (
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"okienko/store/export"
)

// output runs a tool and returns what it prints.
func output(t *testing.T, tool string, args ...string) string {
	t.Helper()
	cmd := exec.Command(tool, args...)
	cmd.Env = append(os.Environ(), "LANG=C.UTF-8")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", tool, err, out)
	}
	return string(out)
}

// onPaper are invented students: letters of four alphabets, a name too long for
// its column.
var onPaper = [][3]string{{"Żądło-Ćwik", "Łucja", "4a"}, {"Шевченко", "Їжакія", "4a"}, {"Nguyễn", "Thị", "4b"},
	{"Brzęczyszczykiewicz-Konstantynopolitańczykowianeczkowska", "Wacława Świętosława", "4b"}, {"O'Neil", "Siân", "5c"}}

// paperSchool has those students, each with a code of SIO.
func paperSchool(t *testing.T) (folder string, run func(args ...string)) {
	t.Helper()
	folder = filepath.Join(t.TempDir(), "szkoła")
	run = func(args ...string) {
		t.Helper()
		cmd := exec.Command(program, append(args, "--data", folder)...)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("okienko %s: %v\n%s", strings.Join(args, " "), err, out)
		}
	}
	roster, codes := "Nazwisko;Imię;Data urodzenia;Klasa;Numer legitymacji;Data wydania\n", "Nazwisko;Imię;Data urodzenia;Rodzaj;Kod\n"
	for i, s := range onPaper {
		roster += fmt.Sprintf("%s;%s;2014-03-0%d;%s;%d/2025;2025-09-01\n", s[0], s[1], i+1, s[2], i+1)
		codes += fmt.Sprintf("%s;%s;2014-03-0%d;sio;%s\n", s[0], s[1], i+1, codeOnPaper(i))
	}
	run("init", "--no-passphrase", "--profile", "sio", "--school", "Szkoła w Źdźble", "--address", "ul. Świerkowa 1")
	files := t.TempDir()
	for name, text := range map[string]string{"students": roster, "codes": codes} {
		if err := os.WriteFile(filepath.Join(files, name+".csv"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run("import", "students", filepath.Join(files, "students.csv"))
	run("import", "codes", filepath.Join(files, "codes.csv"))
	return folder, run
}

func codeOnPaper(i int) string { return fmt.Sprintf("7f9c2ba4-e88f-4e4d-9f0a-00000000000%d", i) }

// TestPDFsAreWholeAndNameEverybody: qpdf finds nothing wrong with the files,
// and pdftotext finds every name, with its class's heading and the school's
// head on the page.
func TestPDFsAreWholeAndNameEverybody(t *testing.T) {
	need(t, "qpdf", "pdftotext")
	_, run := paperSchool(t)
	for _, list := range []string{"statements", "uncollected", "slips", "register"} {
		file := filepath.Join(t.TempDir(), list+".pdf")
		run("export", list, "-o", file)
		output(t, "qpdf", "--check", file)
		if list == "register" {
			continue // nobody collected anything
		}
		pages := strings.Split(strings.TrimSuffix(output(t, "pdftotext", "-layout", file, "-"), "\f"), "\f")
		text := strings.Join(pages, "\n")
		for _, name := range []string{"Żądło-Ćwik", "Łucja", "Шевченко", "Їжакія", "Nguyễn", "Thị", "Brzęczyszczykiewicz-", "kowska", "Siân", "O'Neil"} {
			if !strings.Contains(text, name) {
				t.Errorf("%s: %s is not on paper\n%s", list, name, text)
			}
		}
		if strings.Contains(text, "…") {
			t.Errorf("%s: something is cut off\n%s", list, text)
		}
		if list == "slips" {
			continue
		}
		for i, page := range pages {
			for _, want := range []string{"Szkoła w Źdźble", "ul. Świerkowa 1", fmt.Sprintf("strona %d z %d", i+1, len(pages)), "Nazwisko i imię", "odpis", "oddział " + []string{"4a", "4b", "5c"}[i]} {
				if !strings.Contains(page, want) {
					t.Errorf("%s, page %d lacks %q\n%s", list, i+1, want, page)
				}
			}
		}
	}
}

// TestTheCodeOnASlipIsItsOwners: each slip is cut out of the picture of the
// page and read by a reader that is not ours. What it names and what its code
// says belong to one student.
func TestTheCodeOnASlipIsItsOwners(t *testing.T) {
	need(t, "pdftoppm", "pdftotext", "zbarimg")
	_, run := paperSchool(t)
	folder := t.TempDir()
	file := filepath.Join(folder, "karteczki.pdf")
	run("export", "slips", "--with-codes", "--class", "4b", "-o", file)
	const points, dpi = 72, 200
	width, height := 595/2, 842/4
	for i, name := range []string{"Wacława", "Thị"} { // Polish order: B before N
		x, y := i%2*width, i/2*height
		text := output(t, "pdftotext", "-x", fmt.Sprint(x), "-y", fmt.Sprint(y), "-W", fmt.Sprint(width), "-H", fmt.Sprint(height), file, "-")
		if !strings.Contains(text, name) {
			t.Errorf("slip %d is not %s's:\n%s", i, name, text)
		}
		picture := filepath.Join(folder, name)
		scale := func(p int) string { return fmt.Sprint(p * dpi / points) }
		output(t, "pdftoppm", "-r", fmt.Sprint(dpi), "-png", "-singlefile", "-x", scale(x), "-y", scale(y), "-W", scale(width), "-H", scale(height), file, picture)
		if got, want := strings.TrimSpace(output(t, "zbarimg", "-q", "--raw", picture+".png")), codeOnPaper([]int{3, 2}[i]); got != want {
			t.Errorf("slip %d says %q, want %q", i, got, want)
		}
	}
	ended := filepath.Join(folder, "ewidencja.csv")
	run("export", "uncollected", "--class", "4b", "-o", ended)
	if data, err := os.ReadFile(ended); err != nil || strings.Count(string(data), "kod wstrzymany") != 2 {
		t.Errorf("printed codes are not held back: %v\n%s", err, data)
	}
	again := filepath.Join(folder, "jeszcze raz.pdf")
	run("export", "slips", "--with-codes", "--class", "4b", "-o", again)
	if out, err := exec.Command("pdftotext", again, "-").Output(); err != nil || strings.Contains(string(out), "zeskanować") {
		t.Errorf("a code was printed twice: %v\n%s", err, out)
	}
}

// TestLongCodesOnSlips: the longest codes that are printed are read by a reader
// that is not ours, from paper as an office printer makes it (300 dpi); longer
// ones are not printed, and that is said.
func TestLongCodesOnSlips(t *testing.T) {
	need(t, "pdftoppm", "zbarimg")
	folder := t.TempDir()
	school := filepath.Join(folder, "szkoła")
	run := func(args ...string) string {
		t.Helper()
		out, err := exec.Command(program, append(args, "--data", school)...).CombinedOutput()
		if err != nil {
			t.Fatalf("okienko %s: %v\n%s", strings.Join(args, " "), err, out)
		}
		return string(out)
	}
	roster, codes := "Nazwisko;Imię;Data urodzenia;Klasa;Numer legitymacji;Data wydania\n", "Nazwisko;Imię;Data urodzenia;Rodzaj;Kod\n"
	var want []string
	lengths := []int{32, 100, 300, 500, 666, 750, 858, 2953}
	for i, length := range lengths {
		roster += fmt.Sprintf("Długi%c;Jan;2014-03-0%d;4a;%d/2025;2025-09-01\n", 'a'+i, i+1, i+1)
		code := fmt.Sprintf("%c", 'a'+i)
		for n := 0; len(code) < length; n++ {
			code += string("AbC0dEf1GhI2jKl3MnO4pQr5StU6vWx7YzA8bCd9"[(n*7+n*n/11+i)%40])
		}
		codes += fmt.Sprintf("Długi%c;Jan;2014-03-0%d;sio;%s\n", 'a'+i, i+1, code)
		want = append(want, code)
	}
	run("init", "--no-passphrase", "--profile", "sio", "--school", "Szkoła")
	for name, text := range map[string]string{"students": roster, "codes": codes} {
		file := filepath.Join(folder, name+".csv")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run("import", "students", filepath.Join(folder, "students.csv"))
	run("import", "codes", filepath.Join(folder, "codes.csv"))
	file := filepath.Join(folder, "karteczki.pdf")
	if out := run("export", "slips", "--with-codes", "--class", "4a", "-o", file); !strings.Contains(out, "Z kodem: 7") || !strings.Contains(out, "Za długie na karteczkę: 1") {
		t.Error(out)
	}
	picture := filepath.Join(folder, "strona")
	output(t, "pdftoppm", "-r", "300", "-gray", "-png", "-singlefile", file, picture)
	read := strings.Fields(output(t, "zbarimg", "-q", "--raw", picture+".png"))
	for i, code := range want[:7] {
		if !slices.Contains(read, code) {
			t.Errorf("a code of %d bytes is not read", lengths[i])
		}
	}
	if len(read) != 7 {
		t.Errorf("%d codes on the page", len(read))
	}
}

// calc converts a list with LibreOffice and returns the rows; ok is false where
// LibreOffice can't load the file.
func calc(t *testing.T, profile, file string) (rows [][]string, ok bool) {
	t.Helper()
	out := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + profile, "--headless"}
	if filepath.Ext(file) == ".csv" {
		args = append(args, "--infilter=CSV:59,34,76,1")
	}
	cmd := exec.Command("soffice", append(args, "--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76,1", "--outdir", out, file)...)
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	data, err := os.ReadFile(filepath.Join(out, strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))+".csv"))
	if err != nil {
		return nil, false
	}
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(data), "\uFEFF")))
	r.Comma = ';'
	if rows, err = r.ReadAll(); err != nil {
		t.Fatal(err)
	}
	return rows, true
}

// TestLibreOfficeReadsTheLists converts both kinds to CSV with it and looks for
// every name. LibreOffice Calc is 300 MB, so it is never required: where it is
// missing, CI included, the test says so and skips. A file that is not ours
// tells that from a list it can't read.
func TestLibreOfficeReadsTheLists(t *testing.T) {
	if _, err := exec.LookPath("soffice"); err != nil || testing.Short() {
		t.Skip("LibreOffice is not installed")
	}
	profile, control := t.TempDir(), filepath.Join(t.TempDir(), "proba.csv")
	if err := os.WriteFile(control, []byte("a;b\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, ok := calc(t, profile, control); !ok {
		t.Skip("LibreOffice Calc is not installed")
	}
	_, run := paperSchool(t)
	for _, ending := range []string{".xlsx", ".csv"} {
		file := filepath.Join(t.TempDir(), "lista"+ending)
		run("export", "statements", "-o", file)
		rows, ok := calc(t, profile, file)
		if !ok || len(rows) != len(onPaper)+1 {
			t.Fatalf("%s: %d rows, loaded %v", ending, len(rows), ok)
		}
		for _, s := range onPaper {
			name := func(row []string) bool { return len(row) > 2 && row[2] == s[0]+" "+s[1] }
			if !slices.ContainsFunc(rows, name) {
				t.Errorf("%s: %s is not there", ending, s[0])
			}
		}
	}
}

// TestLibreOfficeKeepsDigits: a PESEL that begins with 0 and a card's number
// that looks like a month are still there when the register was opened by
// LibreOffice as it opens a file by default.
func TestLibreOfficeKeepsDigits(t *testing.T) {
	if _, err := exec.LookPath("soffice"); err != nil || testing.Short() {
		t.Skip("LibreOffice is not installed")
	}
	folder, profile := t.TempDir(), t.TempDir()
	control := filepath.Join(folder, "proba.csv")
	if err := os.WriteFile(control, []byte("a;b\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, ok := calc(t, profile, control); !ok {
		t.Skip("LibreOffice Calc is not installed")
	}
	sheet := export.Sheet{Title: "x", Header: []string{"PESEL", "Numer", "Lp."}, Rows: [][]string{{"09302205481", "5/2026", "7"}, {"=1+1", "+48", "-1"}, {"@x", "8", "9"}}}
	for _, ending := range []string{".csv", ".xlsx"} {
		file := filepath.Join(folder, "cyfry"+ending)
		if err := export.Write(file, sheet, false); err != nil {
			t.Fatal(err)
		}
		rows, ok := calc(t, profile, file)
		if !ok || len(rows) != 4 {
			t.Fatalf("%s: %q", ending, rows)
		}
		for i, want := range []string{"09302205481", "5/2026", "7"} {
			if got := strings.TrimPrefix(rows[1][i], "\t"); got != want {
				t.Errorf("%s: %q became %q", ending, want, got)
			}
		}
		for i, want := range []string{"'=1+1", "'+48", "'-1"} {
			if got := rows[2][i]; got != want {
				t.Errorf("%s: the formula %q became %q", ending, want, got)
			}
		}
	}
}

// TestTheFileForSIO is byte for byte what SIO's help describes.
func TestTheFileForSIO(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "szkoła")
	files := t.TempDir()
	roster, file := filepath.Join(files, "u.csv"), filepath.Join(files, "sio.csv")
	disabled := filepath.Join(files, "n.csv")
	for path, text := range map[string]string{
		roster: "Nazwisko;Imię;PESEL;Klasa;Numer legitymacji;Data wydania\nŻuk;Ewa;05302205483;4a;1/2025;01.09.2025\n" +
			"Bąk;Jan;44051401359;4a;2/2025;02.09.2025\nLis;Ola;;4a;3/2025;02.09.2025\n",
		disabled: "Nazwisko;Imię;Klasa\nŻuk;Ewa;4a\n",
	} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	code := func(want int, args ...string) string {
		t.Helper()
		out, err := exec.Command(program, append(args, "--data", folder)...).CombinedOutput()
		got := 0
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			got = exit.ExitCode()
		}
		if got != want {
			t.Fatalf("okienko %s: %d\n%s", strings.Join(args, " "), got, out)
		}
		return string(out)
	}
	code(0, "init", "--no-passphrase", "--profile", "sio", "--school", "Szkoła")
	code(0, "import", "students", roster)
	code(2, "export", "sio", "-o", file) // nobody said who is disabled
	if out := code(1, "export", "sio", "--disabled", disabled, "--without-photos", "--dry-run"); !strings.Contains(out, "Lis Ola, 4a: brak numeru PESEL") {
		t.Errorf("nobody is told beforehand:\n%s", out)
	}
	if _, err := os.Stat(file); err == nil {
		t.Error("a dry run wrote the file")
	}
	if out := code(1, "export", "sio", "--without-photos", "--disabled", disabled, "-o", file); !strings.Contains(out, "Lis Ola, 4a: brak numeru PESEL") {
		t.Errorf("nobody is told why:\n%s", out)
	}
	data, err := os.ReadFile(file)
	if want := "pesel;numer legitymacji;data wydania;czy niepełnosprawność\r\n44051401359;2/2025;2025-09-02;0\r\n05302205483;1/2025;2025-09-01;1\r\n"; err != nil || string(data) != want {
		t.Errorf("%v\n%s", err, data)
	}
	code(0, "import", "registered", file)
	code(0, "import", "registered", file) // again: nothing changes
	if out := code(3, "export", "sio", "--without-photos", "--disabled", "nikt", "--force", "-o", file); !strings.Contains(out, "już w SIO 2") {
		t.Errorf("what SIO took goes there again:\n%s", out)
	}
	if kept, err := os.ReadFile(file); err != nil || string(kept) != string(data) {
		t.Errorf("a file without anybody replaced one: %v\n%s", err, kept)
	}
}
