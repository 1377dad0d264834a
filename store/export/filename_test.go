package export_test

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"okienko/store/export"
)

func TestFileName(t *testing.T) {
	for want, parts := range map[string][]string{
		"Żądło-Ćwik Łucja 4a.pdf": {"Żądło-Ćwik", "Łucja", "4a.pdf"},
		"O'Neil.pdf":              {"O'Neil", ".pdf"},
		"_.._etc_passwd":          {"../../etc/passwd"},
		"Lis _.._._etc":           {"Lis", "/../", "./etc"},
		"_Windows_System32":       {`..\Windows\System32`},
		"C__a":                    {"C:/a"},
		"_":                       {"", "..", "\u200b"},
		"rf":                      {"-rf"},
		"ukryty":                  {".ukryty"},
		"_CON.csv":                {"CON.csv"},
		"_nul":                    {"nul "},
		"com10":                   {"com10"},
		"Lis [2J Ewa":             {"Lis", "[2J", "\u202eEwa"},
		"Lis.pdf":                 {"Lis\x1b[2J.pdf"},
	} {
		if got := export.FileName(parts...); got != want {
			t.Errorf("%q gave %q, want %q", parts, got, want)
		}
	}
	long := export.FileName(strings.Repeat("Ź", 500), "4a.pdf")
	if len(long) > 150 || !strings.HasSuffix(long, ".pdf") || !utf8.ValidString(long) {
		t.Errorf("%d bytes: %s", len(long), long)
	}
}

// FuzzFileName writes a file under whatever name comes out, and looks where it
// lies.
func FuzzFileName(f *testing.F) {
	f.Add("../../etc/passwd", ".pdf")
	f.Add("a\x00b", "\u202e\u2066")
	f.Add("CON", ".")
	f.Add(". . .", "....")
	f.Add("lpt1 .txt", "-")
	f.Fuzz(func(t *testing.T, a, b string) {
		name := export.FileName(a, b)
		if !filepath.IsLocal(name) || filepath.Base(name) != name || strings.ContainsAny(name, `/\:*?"<>|`) || len(name) > 151 ||
			!utf8.ValidString(name) || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "-") || strings.HasSuffix(name, ".") {
			t.Fatalf("%q", name)
		}
		for _, r := range name {
			if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
				t.Fatalf("%q in %q", r, name)
			}
		}
		folder := t.TempDir()
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if entries, err := os.ReadDir(folder); err != nil || len(entries) != 1 || entries[0].Name() != name {
			t.Fatalf("%q is not in the folder: %v", name, err)
		}
	})
}

// FuzzSheet writes any text into a cell of both kinds of file: no cell may be
// a formula where it is opened, and the file must be read as it was written.
func FuzzSheet(f *testing.F) {
	for _, cell := range []string{"=1+1", "\n=cmd|' /C calc'!A0", " @SUM(A1)", "a;b\"c\r\n=d", "\uff1d1+1", "_x003D_1", "\x00=1"} {
		f.Add(cell)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		folder := t.TempDir()
		sheet := export.Sheet{Title: cell, Header: []string{"a", "b"}, Rows: [][]string{{cell, "b"}}}
		plain, book := filepath.Join(folder, "x.csv"), filepath.Join(folder, "x.xlsx")
		if err := export.Write(plain, sheet, false); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(plain)
		if err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF"))))
		r.Comma, r.FieldsPerRecord = ';', 2
		rows, err := r.ReadAll()
		if err != nil || len(rows) != 2 {
			t.Fatalf("%d rows, %v", len(rows), err)
		}
		checkNoFormula(t, rows[1][0])
		if err := export.Write(book, sheet, false); err != nil {
			if len([]rune(cell)) <= excelize.TotalCellChars {
				t.Fatal(err)
			}
			return
		}
		x, err := excelize.OpenFile(book)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = x.Close() }()
		got, err := x.GetCellValue(x.GetSheetName(0), "A2")
		if err != nil {
			t.Fatal(err)
		}
		checkNoFormula(t, got)
		if formula, err := x.GetCellFormula(x.GetSheetName(0), "A2"); err != nil || formula != "" {
			t.Errorf("a formula: %q, %v", formula, err)
		}
	})
}

// checkNoFormula holds for every cell as a spreadsheet sees it: programs look
// past blanks and invisible characters.
func checkNoFormula(t *testing.T, cell string) {
	t.Helper()
	seen := strings.TrimLeftFunc(cell, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) })
	if seen != "" && strings.ContainsRune("=+-@\uff1d\uff0b\uff0d\uff20", []rune(seen)[0]) {
		t.Errorf("%q begins a formula", cell)
	}
}
