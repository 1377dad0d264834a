package intake

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"okienko/model"
)

// workbookOf packs a workbook of one page and, if there are any, a list of
// texts, as XML. Those who write it need not be honest.
func workbookOf(t testing.TB, rows, texts string) []byte {
	t.Helper()
	const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	const pack = "http://schemas.openxmlformats.org/package/2006/"
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range []struct{ name, xml string }{
		{"[Content_Types].xml", `<Types xmlns="` + pack + `content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="` + pack + `relationships"><Relationship Id="r1" Type="` + office + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns="` + main + `" xmlns:r="` + office + `"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="` + pack + `relationships"><Relationship Id="r1" Type="` + office +
			`/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="` + office + `/sharedStrings" Target="sharedStrings.xml"/></Relationships>`},
		{"xl/worksheets/sheet1.xml", `<worksheet xmlns="` + main + `"><sheetData>` + rows + `</sheetData></worksheet>`},
		{"xl/sharedStrings.xml", `<sst xmlns="` + main + `">` + texts + `</sst>`},
	} {
		w, err := z.Create(part.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(part.xml)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// rosterRows is the XML of a roster with one student.
const rosterRows = `<row r="1"><c r="A1" t="inlineStr"><is><t>Nazwisko</t></is></c><c r="B1" t="inlineStr"><is><t>Imię</t></is></c>` +
	`<c r="C1" t="inlineStr"><is><t>Klasa</t></is></c></row><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is><t>Ewa</t></is></c>` +
	`<c r="C2" t="inlineStr"><is><t>4a</t></is></c></row>`

func TestWorkbooksThatGrow(t *testing.T) {
	wide := &strings.Builder{}
	for i := range 2000 {
		fmt.Fprintf(wide, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, i+3, i+3)
	}
	for name, tt := range map[string]struct {
		data []byte
		want string
	}{
		"honest":        {workbookOf(t, rosterRows, "<si><t>Lis</t></si>"), ""},
		"rows of 16384": {workbookOf(t, rosterRows+wide.String(), "<si><t>Lis</t></si>"), "file:file_too_large"},
		"many texts":    {workbookOf(t, rosterRows, strings.Repeat("<si/>", maxTags+1)), "file:file_too_large"},
	} {
		roster, report := ReadRoster("a.xlsx", tt.data, sampleDay)
		switch {
		case tt.want == "" && (len(roster.Rows) != 1 || roster.Rows[0].Student.Last != "Lis"):
			t.Errorf("%s: %d rows, %v", name, len(roster.Rows), report.Problems)
		case tt.want != "" && (len(report.Problems) != 1 || asLine(report.Problems[0]) != tt.want):
			t.Errorf("%s: %v", name, report.Problems)
		}
	}
}

// TestWorkbookThatLies says in its table of contents that it is small.
func TestWorkbookThatLies(t *testing.T) {
	data := workbookOf(t, rosterRows, strings.Repeat(" ", 20<<20))
	at := bytes.LastIndex(data, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(data[at+24:], 100) // unpacked size
	if _, report := ReadRoster("a.xlsx", data, sampleDay); asLine(report.Problems[0]) != "file:broken_xlsx" {
		t.Errorf("%v", report.Problems)
	}
}

// TestOneLineWithoutEnd reads long files without a line end, and refuses one
// that is longer than any list.
func TestOneLineWithoutEnd(t *testing.T) {
	for name, unit := range map[string]string{"letters": "x", "separators": ";", "marks": `"`, "marked cells": `;"x`, "doubled": `;""`} {
		line := []byte("Nazwisko;Imię;Klasa\n" + strings.Repeat(unit, MaxFile/8/len(unit)))
		start := time.Now()
		roster, report := ReadRoster(name, line, sampleDay)
		if len(roster.Rows) != 0 || len(report.Problems) == 0 {
			t.Errorf("%s: %d rows, %v", name, len(roster.Rows), report.Problems)
		}
		if took := time.Since(start); took > 30*time.Second {
			t.Errorf("%s took %s", name, took)
		}
	}
	if _, report := ReadRoster("long", make([]byte, 100<<20), sampleDay); asLine(report.Problems[0]) != "file:file_too_large" {
		t.Errorf("%v", report.Problems)
	}
}

// TestHostileCells reads names that are no names: what would act on a terminal
// goes, what only looks dangerous stays as it is.
func TestHostileCells(t *testing.T) {
	head := "Nazwisko;Imię;PESEL;Klasa\n"
	for cell, want := range map[string]string{
		"Lis\x1b[2J\x1b]0;tytul\x07": "Lis", "\u202eLis\u202c": "Lis", "L\u200bi\u2060s\ufeff": "Lis", "Lis\u009b31m": "Lis",
		"Robert'); DROP TABLE students;--": "", "O'Neil": "O'Neil", `..\..\Lis`: "", "../../Lis": "",
	} {
		data := head + `"` + cell + `";Ewa;14222255540;4a` + "\n"
		roster, _ := ReadRoster("a.csv", []byte(data), sampleDay)
		checkClean(t, roster)
		if len(roster.Rows) != 1 {
			t.Errorf("%q: %d rows", cell, len(roster.Rows))
			continue
		}
		if got := roster.Rows[0].Student.Last; want != "" && got != want {
			t.Errorf("%q became %q", cell, got)
		}
	}
	for _, pesel := range []string{"14222255540\x1b[1m", "\u200b14222255540", "\u202e14222255540"} {
		roster, report := ReadRoster("a.csv", []byte(head+"Lis;Ewa;"+pesel+";4a\n"), sampleDay)
		checkClean(t, roster)
		for _, p := range report.Problems {
			if strings.Contains(p.Detail, "2222") {
				t.Errorf("the number is in the report: %q", p.Detail)
			}
		}
	}
}

func TestOpenRegular(t *testing.T) {
	folder := t.TempDir()
	file, link, pipe := filepath.Join(folder, "a"), filepath.Join(folder, "l"), filepath.Join(folder, "p")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.Symlink(file, link), syscall.Mkfifo(pipe, 0o600)); err != nil {
		t.Skip("no links or pipes here")
	}
	for _, c := range []struct {
		path   string
		follow bool
		want   error
	}{
		{file, false, nil}, {file, true, nil}, {link, true, nil}, {link, false, ErrLink}, {pipe, true, ErrNotRegular},
		{pipe, false, ErrNotRegular}, {folder, true, ErrNotRegular}, {filepath.Join(folder, "x"), true, os.ErrNotExist},
	} {
		f, err := OpenRegular(c.path, c.follow)
		if !errors.Is(err, c.want) || (f != nil) != (c.want == nil) {
			t.Errorf("%s, followed: %v: %v", filepath.Base(c.path), c.follow, err)
		}
		if f != nil {
			_ = f.Close()
		}
	}
}

// FuzzWorkbook puts anything between the tags of a page and of its texts.
func FuzzWorkbook(f *testing.F) {
	f.Add(rosterRows, "<si><t>Lis</t></si>")
	f.Add(`<row r="1"><c r="XFE1"><v>1</v></c></row>`, "<si><r><t>a</t></r></si>")
	f.Add(`<row r="99999999"><c r="A0" t="s"><v>-1</v></c></row>`, "")
	f.Add(`<row><c t="s"><v>7</v></c><c t="e"/><c s="9"><f>1+1</f></c></row>`, "<si/>")
	f.Fuzz(func(t *testing.T, rows, texts string) {

		data := workbookOf(t, rows, texts)
		roster, report := ReadRoster("a.xlsx", data, corpusDay)
		checkClean(t, roster)
		if report.Outcome != Refused && report.Read != len(roster.Rows)+report.Refused+report.Repeated {
			t.Errorf("%d read, %d taken, %d refused, %d repeated", report.Read, len(roster.Rows), report.Refused, report.Repeated)
		}
	})
}

// FuzzLists reads any bytes as a list of statements and as one of codes.
func FuzzLists(f *testing.F) {
	const statements, codes = "PESEL;Nazwisko;Imię;Rodzaj;Data podpisu\n", "PESEL;Nazwisko;Imię;Rodzaj;Kod;Hasło;Login\n"
	f.Add([]byte("14222255540;Lis;Ewa;oświadczenie;2026-09-01\n"))
	f.Add([]byte(";Lis;Ewa;sio;mLeg:\x1b[2J;;\n14222255540;;;legacy;\"a\"\"b\";x;y\n"))
	f.Add([]byte("'; DROP TABLE codes;--;=1+1;+1;zpe;\u202eabc;\x00;-1\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, input := range [][]byte{data, slices.Concat([]byte(statements), data), slices.Concat([]byte(codes), data)} {
			sheets, report := ReadStatements("f", input, corpusDay)
			if report.Outcome != Refused && report.Read < len(sheets) {
				t.Errorf("%d read, %d taken", report.Read, len(sheets))
			}
			for _, row := range sheets {
				for _, text := range []string{row.SignerName, row.Place} {
					if clean, _ := model.Clean(text); clean != text {
						t.Errorf("not clean: %q", text)
					}
				}
			}
			rows, report := ReadCodes("f", input, CodeOptions{Kind: model.CodeSIO, Zone: time.UTC, Today: corpusDay})
			if report.Outcome != Refused && report.Read < len(rows) {
				t.Errorf("%d read, %d taken", report.Read, len(rows))
			}
		}
	})
}
