package intake

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"okienko/model"
)

// readAll cuts text into cells, with the line on which each record starts.
func readAll(text string, sep byte) (rows [][]string, lines []int, clean bool) {
	r := csvReader{text: text, sep: sep, line: 1}
	var rec record
	clean = true
	for r.next(&rec) {
		rows = append(rows, slices.Clone(rec.cells))
		lines = append(lines, rec.line)
		clean = clean && !rec.unclosed && !rec.surplus && !rec.tooLong
	}
	return rows, lines, clean
}

// What encoding/csv writes, this reader reads.
func TestCSVRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cell := rapid.StringOfN(rapid.RuneFrom([]rune("ab\";,\n ą'\t=")), 0, 6, -1)
		width := rapid.IntRange(2, 5).Draw(t, "width")
		rows := rapid.SliceOfN(rapid.SliceOfN(cell, width, width), 1, 6).Draw(t, "rows")
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.Comma = ';'
		w.UseCRLF = rapid.Bool().Draw(t, "crlf")
		if err := w.WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		text := b.String()
		got, lines, clean := readAll(text, ';')
		for i := range got {
			for j := range got[i] {
				got[i][j] = strings.ReplaceAll(got[i][j], "\r\n", "\n")
			}
		}
		if !clean || !slices.EqualFunc(rows, got, slices.Equal) {
			t.Fatalf("%q\nwant %q\ngot  %q", text, rows, got)
		}
		if lines[0] != 1 || !slices.IsSorted(lines) {
			t.Fatalf("lines %v", lines)
		}
	})
}

// Whatever the text: it ends, lines go forward, and without quotation marks
// nothing but separators and line ends is lost.
func FuzzCSV(f *testing.F) {
	f.Add("a;b\r\n\"c\nd\";e\n")
	f.Add("a;\"b;c\nd;e;f\n")
	f.Add("\"\"\"\r;;\"x\"y;\r\r\n")
	f.Fuzz(func(t *testing.T, text string) {
		rows, lines, _ := readAll(text, ';')
		for i := 1; i < len(lines); i++ {
			if lines[i] <= lines[i-1] {
				t.Fatalf("line %d behind %d", lines[i], lines[i-1])
			}
		}
		if strings.Contains(text, `"`) || len(text) > maxCell || strings.Count(text, ";") > maxCells {
			return
		}
		var kept strings.Builder
		for _, row := range rows {
			kept.WriteString(strings.Join(row, ""))
		}
		if want := strings.NewReplacer(";", "", "\r", "", "\n", "").Replace(text); kept.String() != want {
			t.Fatalf("%q became %q", want, kept.String())
		}
	})
}

// Any bytes: no panic, clean values, counts that add up, and text that
// decodes to UTF-8.
func FuzzReadRoster(f *testing.F) {
	head := "Lp.;Nazwisko;Imię;PESEL;Data urodzenia;Oddział;Nr legitymacji\n"
	f.Add([]byte(head + "1;Łuczak;Anna;14212699123;26.01.2014;4a;5/2024\n"))
	f.Add([]byte(head + "1;\"Lis;Jan;;;;\n2;\x1b[2JKot;=1+1;7252799850;42249;IV;1\n\nRazem:;2\n"))
	f.Add([]byte("\xff\xfeN\x00a\x00z\x00w\x00"))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if d := decode(data); !utf8.ValidString(d.text) {
			t.Errorf("%s gives no UTF-8", d.encoding)
		}
		for _, input := range [][]byte{data, append([]byte(head), data...)} {
			roster, report := ReadRoster("f", input, corpusDay)
			checkClean(t, roster)
			if report.Outcome != Refused && report.Read != len(roster.Rows)+report.Refused+report.Repeated {
				t.Errorf("%d read, %d taken, %d refused, %d repeated", report.Read, len(roster.Rows), report.Refused, report.Repeated)
			}
			for _, p := range report.Problems {
				if clean, _ := model.Clean(p.Detail); clean != p.Detail {
					t.Errorf("the detail of %s is not clean: %q", p.ID, p.Detail)
				}
			}
			model.PlanRoster(nil, nil, roster)
		}
	})
}

// A heading is known by its letters alone.
func FuzzHeading(f *testing.F) {
	f.Add("Data ur.", " . ")
	f.Add("Nazwisko", "\u00a0")
	f.Fuzz(func(t *testing.T, heading, between string) {
		key := headingKey(heading)
		if again := headingKey(key); again != key {
			t.Errorf("%q folds to %q, and that to %q", heading, key, again)
		}
		if headingKey(between) != "" || !utf8.ValidString(heading) || !utf8.ValidString(between) {
			return // half a letter beside another half makes a new one
		}
		if got := headingKey(between + heading + between); got != key {
			t.Errorf("%q with %q around folds to %q, not %q", heading, between, got, key)
		}
	})
}
