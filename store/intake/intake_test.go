package intake

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"okienko/model"
)

var sampleDay = model.MustDate(2026, time.November, 22)

func sample(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func encoded(t testing.TB, text string, e interface{ String(string) (string, error) }) []byte {
	t.Helper()
	s, err := e.String(text)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(s)
}

// The same roster in every encoding and with every separator and line end is
// the same roster.
func TestSampleInEveryDress(t *testing.T) {
	plain := string(sample(t, "roster.csv"))
	want, report := ReadRoster("roster.csv", []byte(plain), sampleDay)
	wantProblems := []string{"4:control_chars", "7:pesel_lost_zero", "8:unclosed_quote", "9:pesel_checksum", "10:row_too_short"}
	for i, p := range wantProblems {
		if i >= len(report.Problems) || asLine(report.Problems[i]) != p {
			t.Fatalf("problems %v, want %v", report.Problems, wantProblems)
		}
	}
	if report.Read != 8 || len(want.Rows) != 5 || report.Refused != 3 || report.Outcome != OKWithProblems {
		t.Fatalf("%+v with %d rows", report, len(want.Rows))
	}
	if diff := gocmp.Diff([]string{"Obywatelstwo"}, report.Unknown); diff != "" {
		t.Errorf("unknown columns:\n%s", diff)
	}
	for name, tt := range map[string]struct {
		data      []byte
		encoding  string
		separator string
	}{
		"BOM":            {[]byte("\ufeff" + plain), "UTF-8 with BOM", ";"},
		"windows":        {encoded(t, plain, charmap.Windows1250.NewEncoder()), "windows-1250", ";"},
		"iso":            {encoded(t, plain, charmap.ISO8859_2.NewEncoder()), "ISO-8859-2", ";"},
		"utf16le":        {encoded(t, plain, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder()), "UTF-16LE", ";"},
		"utf16be":        {encoded(t, plain, unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder()), "UTF-16BE", ";"},
		"utf16le no BOM": {encoded(t, plain, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder()), "UTF-16LE", ";"},
		"utf16be no BOM": {encoded(t, plain, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder()), "UTF-16BE", ";"},
		"commas":         {[]byte(strings.ReplaceAll(plain, ";", ",")), "UTF-8", ","},
		"tabs":           {[]byte(strings.ReplaceAll(plain, ";", "\t")), "UTF-8", "\t"},
		"CR LF":          {[]byte(strings.ReplaceAll(plain, "\n", "\r\n")), "UTF-8", ";"},
		"CR":             {[]byte(strings.ReplaceAll(plain, "\n", "\r")), "UTF-8", ";"},
	} {
		got, report := ReadRoster(name, tt.data, sampleDay)
		if report.Encoding != tt.encoding || report.Separator != tt.separator {
			t.Errorf("%s: %q, %q", name, report.Encoding, report.Separator)
		}
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Errorf("%s reads differently:\n%s", name, diff)
		}
	}
}

func asLine(p model.Problem) string { return asCorpus([]model.Problem{p})[0] }

func TestRefusedFiles(t *testing.T) {
	book := workbook(t, [][]any{{"nic", "tu"}})
	var odt bytes.Buffer
	z := zip.NewWriter(&odt)
	if _, err := z.Create("content.xml"); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		data []byte
		want string
	}{
		"empty":          {nil, "file:empty_file"},
		"blank":          {[]byte(" \r\n\r\n"), "file:empty_file"},
		"prose":          {[]byte("Szanowni Państwo,\nlista będzie jutro."), "file:not_a_table"},
		"no headings":    {[]byte("1;Lis;Jan;4a\n2;Kot;Ewa;4a\n"), "file:not_a_table"},
		"old workbook":   {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest"), "file:not_a_table"},
		"web page":       {[]byte("\n <!DOCTYPE html><table><tr><td>Nazwisko</td><td>Imię</td></table>"), "file:not_a_table"},
		"noise":          {bytes.Repeat([]byte{1, 2, 3, 200, 'a'}, 500), "file:not_a_table"},
		"other archive":  {odt.Bytes(), "file:not_a_table"},
		"cut workbook":   {book[:len(book)/2], "file:broken_xlsx"},
		"empty workbook": {book, "file:not_a_table"},
		"too large":      {make([]byte, MaxFile+1), "file:file_too_large"},
		"only headings":  {[]byte("Nazwisko;Imię;PESEL;Klasa\n;;;\n"), "file:no_rows"},
		"no surname":     {[]byte("Imię;PESEL\nJan;\n"), "file:missing_column Nazwisko"},
	} {
		roster, report := ReadRoster(name+".csv", tt.data, sampleDay)
		if report.Outcome != Refused || len(report.Problems) != 1 || asLine(report.Problems[0]) != tt.want || len(roster.Rows) > 0 {
			t.Errorf("%s: %s, %v", name, report.Outcome, report.Problems)
		}
	}
}

// workbook makes an XLSX of rows.
func workbook(t testing.TB, rows [][]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close() //nolint:errcheck // in memory
	for i, row := range rows {
		cell, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Rows left out of a workbook keep their numbers; dates and PESEL numbers
// stored as numbers are understood; empty cells at the end are no fault.
func TestWorkbook(t *testing.T) {
	born := time.Date(2007, 5, 27, 0, 0, 0, 0, time.UTC)
	data := workbook(t, [][]any{{"Lista uczniów"}, {}, {"PESEL", "Nazwisko", "Imię", "Data urodzenia", "Klasa", "Nr legitymacji"}, {},
		{7252799850, "Łuczak", "Grzegorz", born, "IV A"}, {}, {"", "Zając", "Ewa", "02.03.2014", "4a", "5/2024"}})
	roster, report := ReadRoster("lista.csv", data, sampleDay)
	if got := asCorpus(report.Problems); !gocmp.Equal(got, []string{"5:pesel_lost_zero", "7:pesel_missing"}) {
		t.Fatalf("problems %v", got)
	}
	want := model.Student{Last: "Łuczak", First: "Grzegorz", PESEL: "07252799850", Birth: model.DateOf(born), Class: model.Class{Grade: 4, Unit: "a"}}
	if diff := gocmp.Diff(want, roster.Rows[0].Student); diff != "" {
		t.Error(diff)
	}
	if report.Encoding != "" || report.Separator != "" || roster.Rows[1].Line != 7 {
		t.Errorf("%+v, second row on %d", report, roster.Rows[1].Line)
	}
}

// A workbook that unpacks to more than the limit is refused by its table of
// contents.
func TestWorkbookBomb(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	part, err := z.Create("xl/workbook.xml")
	if err != nil {
		t.Fatal(err)
	}
	block := make([]byte, 1<<20)
	for range maxUnzipped>>20 + 1 {
		if _, err := part.Write(block); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if _, report := ReadRoster("bomba.xlsx", b.Bytes(), sampleDay); asLine(report.Problems[0]) != "file:broken_xlsx" {
		t.Errorf("%v", report.Problems)
	}
}

func TestHugeCellsAndRows(t *testing.T) {
	head := "Nazwisko;Imię;PESEL;Klasa\n"
	for name, tt := range map[string]struct{ text, want string }{
		"cell":  {head + "Lis;" + strings.Repeat("x", maxCell+1) + ";;4a\nKot;Ewa;;4a\n", "2:cell_too_long"},
		"cells": {head + strings.Repeat(";", 100_000) + "x\nKot;Ewa;;4a\n", "2:row_too_long"},
		"quote": {head + `Lis;"` + strings.Repeat("x\n", 200) + "Kot;Ewa;;4a\n", "2:unclosed_quote"},
	} {
		_, report := ReadRoster(name, []byte(tt.text), sampleDay)
		if len(report.Problems) == 0 || asLine(report.Problems[0]) != tt.want {
			t.Errorf("%s: %v", name, report.Problems[:min(3, len(report.Problems))])
		}
	}
	long := head + strings.Repeat("Kot;Ewa;;4a\n", maxRows+1)
	if _, report := ReadRoster("rows", []byte(long), sampleDay); asLine(report.Problems[0]) != "file:file_too_large" || len(report.Problems) != 1 {
		t.Errorf("%d problems, %s", len(report.Problems), report.Outcome)
	}
}

func TestHeadings(t *testing.T) {
	for heading, want := range map[string]model.Field{
		"NAZWISKO": model.FieldLast, " nazwisko\u00a0ucznia ": model.FieldLast, "Imie": model.FieldFirst, "2. imię": model.FieldSecond,
		"Nr PESEL": model.FieldPESEL, "Data ur.": model.FieldBirth, "K/M": model.FieldSex, "Klasa:": model.FieldClass,
		"Nr_legitymacji": model.FieldCardNumber, "ważna-do": model.FieldCardUntil, "imie2": model.FieldSecond,
		"Opiekun 1 – nazwisko": "", "Nazwisko rodowe": "", "Uwagi": "",
	} {
		if got := rosterAliases[headingKey(heading)]; got != want {
			t.Errorf("%q is %q, want %q", heading, got, want)
		}
	}
	for _, table := range []aliases{rosterAliases, statementAliases, codeAliases} {
		for key := range table {
			if headingKey(key) != key {
				t.Errorf("alias %q can never match: it folds to %q", key, headingKey(key))
			}
		}
	}
}

// Totals and signatures are no students; a student whose row says little is.
func TestWhatIsNoRow(t *testing.T) {
	head := "Nazwisko;Imię;PESEL;Klasa\n"
	for name, tt := range map[string]struct {
		text string
		want string
	}{
		"total at the end":        {"Lis;Jan;;4a\nRazem:;1;;\n", "Lis"},
		"totals between classes":  {"Lis;Jan;;4a\nRazem;1;;\nKot;Ewa;;4b\nRazem 4b: 1;;;\n", "Lis Kot"},
		"signature behind a line": {"Lis;Jan;;4a\n\nsekretarz szkoły;;;\n", "Lis"},
		"a name behind a line":    {"Lis;Jan;;4a\n\nKot;Ewa;;\n", "Lis Kot"},
		"somebody named Suma":     {"Suma;Jan;;4a\nSuma;Ewa;;\n", "Suma Suma"},
		"short, but more follow":  {"Lis;Jan;;4a\n\nKot;;;\nŁoś;Ewa;;4a\n", "Lis Łoś"},
		"a semicolon at each end": {"Lis;Jan;;4a;\nKot;Ewa;;4a;;;\n", "Lis Kot"},
	} {
		roster, report := ReadRoster(name, []byte(head+tt.text), sampleDay)
		var names []string
		for _, row := range roster.Rows {
			names = append(names, row.Student.Last)
		}
		if got := strings.Join(names, " "); got != tt.want {
			t.Errorf("%s: %q, %v", name, got, report.Problems)
		}
	}
}

// Only a heading that speaks of the register has its numbers: any other may
// count the lines of a whole school.
func TestTheNumberInTheClassRegister(t *testing.T) {
	for heading, want := range map[string]int{
		"Nr w dzienniku": 12, "Numer w dzienniku": 12, "Lp. w dzienniku": 12, "NR W DZIENNIKU": 12, "nr. w dzienniku": 12,
		"Lp.": 0, "Nr": 0, "L.p.": 0, "Nr ucznia": 0,
	} {
		roster, report := ReadRoster("r.csv", []byte("Lp;"+heading+";Nazwisko;Imię;Oddział\n301;12;Łuczak;Anna;4a\n"), sampleDay)
		if len(roster.Rows) != 1 || roster.Rows[0].Student.RegisterNo != want || len(report.Problems) > 1 {
			t.Errorf("%s: %+v, %v", heading, roster.Rows, report.Problems)
		}
		if want != 0 && len(report.Unknown) != 0 {
			t.Errorf("%s: unknown %v", heading, report.Unknown)
		}
	}
}
