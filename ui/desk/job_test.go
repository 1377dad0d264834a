package desk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"okienko/model"
	"okienko/store/intake"
)

var testOptions = ReadOptions{Today: model.MustDate(2026, 9, 1)}

func TestFilesAreRecognisedByTheirHeadings(t *testing.T) {
	for text, want := range map[string]FileKind{
		"Nazwisko;Imię;Klasa\nŻuk;Adam;4a\n":                                      RosterFile,
		"Nazwisko;Imię;PESEL\n":                                                   RosterFile,
		"PESEL;Rodzaj;Data;Podpisał\n44051401359;wniosek;01.09.2026;Jan\n":        StatementFile,
		"PESEL;Rodzaj;Kod;Hasło;Login;Wygenerowano;Ważny do\n44051401359;sio;x\n": CodesFile,
		"Nazwisko,Imię,Klasa,Kod\nŻuk,Adam,4a,x\n":                                CodesFile,
		"nic z tego\n": RosterFile, "": RosterFile, "\x89PNG\r\n\x1a\n": RosterFile,
	} {
		if got := RecogniseFile("plik.csv", []byte(text), testOptions); got != want {
			t.Errorf("%q is taken for %s", text, got)
		}
	}
}

func TestTheCorpusIsRecognised(t *testing.T) {
	const corpus = "../../../shared/corpus/rosters"
	if _, err := os.Stat(corpus); err != nil {
		t.Skip("the shared corpus of rosters is not here")
	}
	for _, file := range []string{"students.csv", "students-utf8.csv", "students.xlsx"} {
		name := filepath.Join(corpus, file)
		data, err := LoadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if got := RecogniseFile(name, data, testOptions); got != RosterFile {
			t.Errorf("%s is taken for %s", filepath.Base(name), got)
		}
	}
}

func TestLoadFileSaysWhatTheSystemSays(t *testing.T) {
	folder := t.TempDir()
	if _, err := LoadFile(filepath.Join(folder, "nie ma.csv")); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	for _, path := range []string{folder, os.DevNull} {
		if _, err := LoadFile(path); !errors.Is(err, ErrNotAFile) {
			t.Errorf("%s: %v", filepath.Base(path), err)
		}
	}
	large := filepath.Join(folder, "duży.csv")
	if err := os.WriteFile(large, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, intake.MaxFile+1); err != nil {
		t.Fatal(err)
	}
	if _, err := LoadFile(large); !errors.Is(err, ErrFileTooLarge) {
		t.Error(err)
	}
}

// compared reads a roster and compares it with the app's database.
func compared(t *testing.T, a *App, roster string) *Import {
	t.Helper()
	f := ReadImport(RosterFile, "lista.csv", []byte(roster), testOptions)
	if err := f.Compare(t.Context(), a.DB); err != nil {
		t.Fatal(err)
	}
	return f
}

func TestOneStudentIsNotChosenTwice(t *testing.T) {
	a := twins(t)
	f := compared(t, a, "Nazwisko;Imię;Data urodzenia;Klasa\nNowak;Ewa;01.03.2014;5b\nNowak;Ewa;01.03.2014;6b\n")
	if len(f.Plan.Doubts) != 2 {
		t.Fatalf("%d doubts", len(f.Plan.Doubts))
	}
	one, other := Answer{Known: f.Plan.Doubts[0].Candidates[0]}, Answer{Known: f.Plan.Doubts[0].Candidates[1]}
	f.Settle(0, one)
	for a, want := range map[Answer]Obstacle{one: ChosenAlready, other: NoObstacle, {New: true}: NoObstacle} {
		if got := f.Obstacle(1, a); got != want {
			t.Errorf("%+v: %q", a, got)
		}
	}
	if c := f.Counts(); c.Updated != 1 || c.Open != 1 {
		t.Errorf("%+v", c)
	}
}

func TestATakenPESELCannotBecomeAnotherStudents(t *testing.T) {
	owner, namesake := pupil("Bąk", "Jan", "4a", model.Date{}), pupil("Lis", "Ewa", "4a", model.MustDate(2005, 10, 22))
	owner.Student.PESEL = "05302205483"
	p, bad := model.ParsePESEL(string(owner.Student.PESEL))
	if bad != "" {
		t.Fatal(bad)
	}
	namesake.Student.Birth = p.Birth()
	a := newTestApp(t, owner, namesake)
	f := compared(t, a, "Nazwisko;Imię;PESEL\nLis;Ewa;05302205483\n")
	if len(f.Plan.Doubts) != 1 {
		t.Fatalf("%d doubts", len(f.Plan.Doubts))
	}
	id := a.named(t, "Lis").ID
	for answer, want := range map[Answer]Obstacle{{Known: a.named(t, "Bąk").ID}: NoObstacle, {Known: id}: PESELIsTaken, {New: true}: PESELIsTaken} {
		if got := f.Obstacle(0, answer); got != want {
			t.Errorf("%+v: %q", answer, got)
		}
	}
}

func TestRunRefusesWhatNobodyDecided(t *testing.T) {
	a := twins(t)
	f := compared(t, a, "Nazwisko;Imię;Data urodzenia;Klasa\nNowak;Ewa;01.03.2014;5b\nŻuk;Adam;02.03.2014;5b\n")
	r, err := f.Run(t.Context(), a.DB, a.Actor)
	if err != nil || r.Added != 1 || r.Refused != 1 {
		t.Fatalf("%+v, %v", r.Counts, err)
	}
	last := r.Report.Problems[len(r.Report.Problems)-1]
	if last.Line != 2 || last.ID != model.ProblemTwoPeople || r.Report.Outcome != intake.OKWithProblems {
		t.Errorf("%+v, %s", last, r.Report.Outcome)
	}
}

func TestComparingAgainForgetsTheFirstTime(t *testing.T) {
	a := newTestApp(t, pupil("Żuk", "Adam", "4a", model.MustDate(2014, 3, 1)))
	f := ReadImport(CodesFile, "kody.csv", []byte("Nazwisko;Imię;Klasa;Rodzaj;Kod\nŻuk;Adam;4a;sio;A\nObcy;Jan;4a;sio;B\n"), testOptions)
	for range 3 {
		if err := f.Compare(t.Context(), a.DB); err != nil {
			t.Fatal(err)
		}
	}
	if c := f.Counts(); c.Added != 1 || c.Refused != 1 || len(f.Report.Problems) != 1 {
		t.Errorf("%+v, %d problems", c, len(f.Report.Problems))
	}
}

// TestOneRowOneStudent: a PESEL of one with the name of another is nobody's.
func TestOneRowOneStudent(t *testing.T) {
	owner := pupil("Bąk", "Jan", "4a", model.Date{})
	owner.Student.PESEL = "05302205483"
	a := newTestApp(t, owner, pupil("Lis", "Ewa", "4a", model.MustDate(2014, 3, 1)))
	for kind, file := range map[FileKind]string{
		CodesFile:     "PESEL;Nazwisko;Imię;Rodzaj;Kod\n05302205483;Lis;Ewa;sio;A\n05302205483;Bąk;Janek;sio;B\n",
		StatementFile: "PESEL;Nazwisko;Imię;Rodzaj;Data;Podpisał\n05302205483;Lis;Ewa;sprzeciw;01.09.2026;Ola Lis\n05302205483;Bąk;Jan;sprzeciw;01.09.2026;Ola Bąk\n",
	} {
		f := ReadImport(kind, "lista.csv", []byte(file), testOptions)
		if err := f.Compare(t.Context(), a.DB); err != nil {
			t.Fatal(err)
		}
		if c := f.Counts(); c.Added != 1 || c.Refused != 1 || f.Report.Problems[0].ID != model.ProblemWhoConflict || f.Report.Problems[0].Line != 2 {
			t.Errorf("%s: %+v, %+v", kind, c, f.Report.Problems)
		}
	}
}

// TestNobodySignsForAnAdult: without a capacity the name tells who signed.
func TestNobodySignsForAnAdult(t *testing.T) {
	a := newTestApp(t, pupil("Bąk", "Jan", "4a", model.MustDate(2005, 3, 1)), pupil("Lis", "Ewa", "4a", model.MustDate(2014, 3, 1)))
	const heading = "Nazwisko;Imię;Klasa;Rodzaj;Data;Podpisał;Jako\n"
	for row, want := range map[string]struct {
		signer model.Signer
		noted  int
	}{
		"Bąk;Jan;4a;wniosek;01.09.2026;BĄK Jan;":       {model.SignedByStudent, 0},
		"Bąk;Jan;4a;wniosek;01.09.2026;Ola Bąk;":       {model.SignedByParent, 1},
		"Bąk;Jan;4a;wniosek;01.09.2026;Ola Bąk;sąsiad": {model.SignedByParent, 1},
		"Bąk;Jan;4a;wniosek;01.09.2026;Ola Bąk;matka":  {model.SignedByParent, 0},
		"Bąk;Jan;4a;wniosek;01.09.2026;J. Bąk;uczeń":   {model.SignedByStudent, 0},
		"Lis;Ewa;4a;wniosek;01.09.2026;Ola Lis;":       {model.SignedByParent, 0},
	} {
		f := ReadImport(StatementFile, "druki.csv", []byte(heading+row+"\n"), testOptions)
		for range 2 { // comparing again does not add up
			if err := f.Compare(t.Context(), a.DB); err != nil {
				t.Fatal(err)
			}
		}
		noted := len(f.linesWith(model.ProblemSignerUnknown))
		if len(f.takeSheet) != 1 || f.takeSheet[0].value.Signer != want.signer || noted != want.noted || len(f.Report.Problems) != noted || f.Counts().Refused != 0 {
			t.Errorf("%q: %+v, %+v", row, f.takeSheet, f.Report.Problems)
		}
	}
}
