package model_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"okienko/model"
)

// TestFileNamesOfTheCorpus holds the matching to the sample names: never
// somebody else, and nearly all of those that are to be found.
func TestFileNamesOfTheCorpus(t *testing.T) {
	dir := os.Getenv("OKIENKO_CORPUS")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared", "corpus")
	}
	if _, err := os.Stat(filepath.Join(dir, "manifest.csv")); err != nil {
		t.Skip("the sample photos lie outside of the repository; OKIENKO_CORPUS names their folder")
	}
	x := model.NewNameIndex(rosterOf(t, filepath.Join(dir, "rosters", "students-utf8.csv")))
	should, found := 0, 0
	for _, row := range rowsOf(t, filepath.Join(dir, "manifest.csv"), ',') {
		got := model.MatchFileName(row["file"], x)
		var lps []string
		for _, id := range got.Students {
			lps = append(lps, strconv.Itoa(int(id)))
		}
		slices.Sort(lps)
		right := string(got.Kind) == row["match"] && strings.Join(lps, "|") == row["student_lp"]
		other := string(got.Kind) == row["match_also_ok"] || strings.Join(lps, "|") == row["match_also_ok"]
		if row["match"] != "none" && row["match_also_ok"] == "" {
			should++
			if right {
				found++
			}
		}
		switch {
		case right:
		case other:
			if !suggests(got, row["student_lp"]) {
				t.Logf("%.60s: suggested %v, not %s", row["file"], got.Suggestions, row["student_lp"])
			}
		case got.Kind == model.MatchNone:
			t.Logf("%.60s: not found, want %s %s; suggested %v", row["file"], row["match"], row["student_lp"], got.Suggestions)
		default:
			t.Errorf("%.60s: %s %v, want %s %s", row["file"], got.Kind, lps, row["match"], row["student_lp"])
		}
		if differs := row["class_in_name"] == "differs"; right && got.Kind == model.MatchOne && differs != got.ClassDiffer {
			t.Errorf("%.60s: class differs %v", row["file"], got.ClassDiffer)
		}
	}
	t.Logf("matched as expected: %d of %d", found, should)
	if 100*found < 97*should {
		t.Errorf("%d of %d matched", found, should)
	}
}

func suggests(m model.FileMatch, lps string) bool {
	for lp := range strings.SplitSeq(lps, "|") {
		n, _ := strconv.Atoi(lp)
		if !slices.Contains(m.Suggestions, model.StudentID(n)) {
			return false
		}
	}
	return true
}

func rowsOf(t *testing.T, file string, comma rune) (rows []map[string]string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(data), "\uFEFF")))
	r.Comma = comma
	all, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range all[1:] {
		row := map[string]string{}
		for i, head := range all[0] {
			row[head] = line[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func rosterOf(t *testing.T, file string) (students []model.Student) {
	t.Helper()
	for _, row := range rowsOf(t, file, ';') {
		lp, _ := strconv.Atoi(row["Lp."])
		class, err := model.ParseClass(row["Oddział"])
		if err != nil {
			t.Fatal(err)
		}
		students = append(students, model.Student{ID: model.StudentID(lp), Last: row["Nazwisko"], First: row["Imię"],
			Second: row["Drugie imię"], PESEL: model.PESEL(row["PESEL"]), Class: class})
	}
	return students
}
