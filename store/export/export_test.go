package export_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"okienko/model"
	"okienko/store/export"
)

var words = export.RegisterWords{
	Title:     "Ewidencja",
	Columns:   [10]string{"Lp.", "Imię i nazwisko", "PESEL", "Numer", "Data", "Podpis", "Kto odebrał", "Rodzaj", "Operator", "Uwagi"},
	To:        map[model.Recipient]string{model.ToStudent: "uczeń", model.ToParent: "rodzic"},
	Kind:      map[model.CodeKind]string{model.CodeSIO: "sio"},
	Corrects:  func(n int) string { return fmt.Sprintf("poprawia %d", n) },
	Corrected: func(n int) string { return fmt.Sprintf("poprawiono w %d", n) },
	Voided:    "nie wydano",
}

func at(month time.Month, hour int) time.Time {
	return time.Date(2026, month, 3, hour, 30, 0, 0, time.UTC)
}

// records are two invented students; the first one's hand-over was corrected,
// and their card was replaced afterwards.
func records() []model.Record {
	return []model.Record{{
		Student: model.Student{ID: 1, First: "Ewa", Second: "Maria", Last: "Żuk", PESEL: "01234567890"},
		Cards: []model.Card{
			{ID: 1, Number: "1/2025", Issued: model.MustDate(2025, 9, 1), State: model.CardInvalidated},
			{ID: 2, Number: "7/2026", Issued: model.MustDate(2026, 12, 1), State: model.CardValid}},
		Handovers: []model.Handover{
			{ID: 1, Kind: model.CodeSIO, To: model.ToStudent, At: at(11, 23), Operator: "bz"},
			{ID: 3, Kind: model.CodeSIO, To: model.ToParent, ToName: "=HYPERLINK(1)", At: at(12, 10), Operator: "bz", Corrects: 1}},
	}, {
		Student:   model.Student{ID: 2, First: "Jan", Last: "=cmd"},
		Handovers: []model.Handover{{ID: 2, Kind: model.CodeSIO, To: model.ToStudent, At: at(11, 7), Operator: "@bz", Void: true}},
	}}
}

func sheet(t *testing.T) export.Sheet {
	t.Helper()
	warsaw, err := time.LoadLocation("Europe/Warsaw")
	if err != nil {
		t.Fatal(err)
	}
	return export.Register(records(), warsaw, words, model.Class{})
}

func TestRegister(t *testing.T) {
	want := [][]string{
		{"1", "Jan =cmd", "", "", "", "", "", "sio", "@bz", "nie wydano"}, // nothing was collected, so no day,
		{"2", "Ewa Maria Żuk", "01234567890", "1/2025", "04.11.2026 00:30", "", "uczeń", "sio", "bz", "poprawiono w 3"},
		{"3", "Ewa Maria Żuk", "01234567890", "1/2025", "04.11.2026 00:30", "", "rodzic: =HYPERLINK(1)", "sio", "bz", "poprawia 2, 03.12.2026 11:30"}, // collected when no. 2 was
	}
	got := sheet(t).Rows
	if len(got) != len(want) {
		t.Fatalf("%d rows", len(got))
	}
	for i := range want {
		if g, w := strings.Join(got[i], "|"), strings.Join(want[i], "|"); g != w {
			t.Errorf("row %d\n got %s\nwant %s", i+1, g, w)
		}
	}
}

// dangerous cells begin with what a spreadsheet takes for a formula.
var dangerous = export.Sheet{Header: []string{"a"}, Rows: [][]string{{"=1+1"}, {"+48"}, {"-1"}, {"@x"}, {"\tx"}, {"zwykły; \"tekst\""}, {"007"}}}

func checkHarmless(t *testing.T, rows [][]string, digits string) {
	t.Helper()
	if len(rows) != 8 {
		t.Fatalf("%d rows", len(rows))
	}
	for i, row := range rows[1:6] {
		if got, want := row[0], "'"+dangerous.Rows[i][0]; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for i, want := range []string{dangerous.Rows[5][0], digits} {
		if got := rows[i+6][0]; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestCSVIsHarmless(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.csv")
	if err := export.Write(path, dangerous, false); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	data, bom := bytes.CutPrefix(data, []byte("\uFEFF"))
	if !bom || bytes.Count(data, []byte("\r\n")) != 8 {
		t.Errorf("no mark, or not CRLF: %q", data)
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	checkHarmless(t, rows, "\t007") // or LibreOffice and Excel make 7 of it
}

func TestWorkbookHoldsStrings(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.xlsx")
	if err := export.Write(path, dangerous, false); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	name := book.GetSheetName(0)
	rows, err := book.GetRows(name)
	if err != nil {
		t.Fatal(err)
	}
	checkHarmless(t, rows, "007")
	for i := range rows {
		cell := fmt.Sprintf("A%d", i+1)
		if kind, err := book.GetCellType(name, cell); err != nil || kind != excelize.CellTypeInlineString && kind != excelize.CellTypeSharedString {
			t.Errorf("%s is no string: %v, %v", cell, kind, err)
		}
		if f, err := book.GetCellFormula(name, cell); err != nil || f != "" {
			t.Errorf("%s holds a formula: %q, %v", cell, f, err)
		}
	}
}

func TestWriteKeepsWhatIsThere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.csv")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := export.Write(path, dangerous, false); !errors.Is(err, export.ErrExists) {
		t.Errorf("overwritten: %v", err)
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != "mine" {
		t.Errorf("%q, %v", data, err)
	}
	if err := export.Write(path, dangerous, true); err != nil {
		t.Error(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if err := export.Write(filepath.Join(t.TempDir(), "x.pdf"), dangerous, false); !errors.Is(err, export.ErrEnding) {
		t.Errorf("an unknown ending: %v", err)
	}
	gone := filepath.Join(t.TempDir(), "nowhere", "x.csv")
	if err := export.Write(gone, dangerous, false); err == nil {
		t.Error("written into a folder that is not there")
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
		t.Errorf("%d files, %v", len(left), err)
	}
}
