package intake

import (
	"bytes"
	"errors"
	"strings"

	"okienko/model"
)

// Limits of a file. The largest school complexes have some thousand students;
// the tests go to a hundred thousand.
const (
	// MaxFile is the size in bytes beyond which a file is not read.
	MaxFile = 64 << 20
	maxRows = 500_000
	// headerWithin is how many lines or rows may stand before the headings.
	headerWithin = 40
)

// source hands out records, one after the other.
type source interface {
	next(rec *record) bool
}

// table is a file whose headings were found; rows are still to be read.
type table struct {
	header header
	rows   source
	ragged bool // the number of cells is the file's doing, not the spreadsheet's
	mixed  map[int]bool
	expect int // rows, at most and roughly
}

// open recognises a file and finds its headings. What it learns goes into the
// report; ok is false if the file was refused.
func open(data []byte, want expectation, report *Report) (t table, ok bool) {
	if len(data) > MaxFile {
		report.refuse(fileProblem(model.ProblemFileTooLarge, "", ""))
		return table{}, false
	}
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		report.refuse(fileProblem(model.ProblemEmptyFile, "", ""))
		return table{}, false
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		t, ok = openWorkbook(data, want, report)
	default:
		t, ok = openText(data, want, report)
	}
	if !ok {
		return table{}, false
	}
	report.Fields, report.Unknown = t.header.fields, t.header.unknown
	problems, refused := want.check(&t.header)
	report.Problems = append(report.Problems, problems...)
	if refused {
		report.Outcome = Refused
		return table{}, false
	}
	return t, true
}

func openText(data []byte, want expectation, report *Report) (table, bool) {
	if format := binaryFormat(data); format != "" {
		report.refuse(fileProblem(model.ProblemNotATable, "", format))
		return table{}, false
	}
	d := decode(data)
	report.Encoding = d.encoding
	if looksLikeMarkup(d.text) {
		report.refuse(fileProblem(model.ProblemNotATable, "", "HTML"))
		return table{}, false
	}
	h, reader, ok := findHeader(d.text, want.aliases)
	if !ok {
		report.refuse(fileProblem(model.ProblemNotATable, "", ""))
		return table{}, false
	}
	report.Separator = string(reader.sep)
	return table{header: h, rows: reader, ragged: true, mixed: d.mixed, expect: min(strings.Count(d.text, "\n"), maxRows)}, true
}

// binaryFormat names what is no text: by the first bytes, else by the share
// of control characters. "" for text; UTF-16 is text in spite of its NULs.
func binaryFormat(data []byte) string {
	for _, known := range []struct{ magic, name string }{
		{"\x89PNG", "PNG"}, {"\xff\xd8\xff", "JPEG"}, {"GIF8", "GIF"}, {"%PDF", "PDF"}, {"RIFF", "RIFF"},
		{"\xd0\xcf\x11\xe0", "XLS"}, {"7z\xbc\xaf", "7z"}, {"Rar!", "RAR"}, {"\x1f\x8b", "gzip"},
		{"SQLite format 3", "SQLite"}, {"{\\rtf", "RTF"},
	} {
		if bytes.HasPrefix(data, []byte(known.magic)) {
			return known.name
		}
	}
	little, big := zeroPattern(data)
	if little || big || bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		return ""
	}
	sample := data[:min(len(data), 64<<10)]
	control := 0
	for _, b := range sample {
		if b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' {
			control++
		}
	}
	if control > 8+len(sample)/100 {
		return "?"
	}
	return ""
}

func looksLikeMarkup(text string) bool {
	head := strings.ToLower(strings.TrimSpace(text[:min(len(text), 512)]))
	for _, start := range []string{"<html", "<!doctype", "<table", "<?xml", "<head", "<body", "<meta", "<!--", "<tr", "<style"} {
		if strings.HasPrefix(head, start) {
			return true
		}
	}
	return false
}

// findHeader looks for the line and the separator that give the most known
// headings, and returns a reader that stands behind that line.
func findHeader(text string, names aliases) (best header, behind *csvReader, ok bool) {
	var rec record
	at := csvReader{text: text, line: 1}
	for range headerWithin {
		for _, sep := range []byte{';', ',', '\t'} {
			r := at
			r.sep = sep
			if !r.next(&rec) {
				continue
			}
			if h := readHeader(rec.cells, names); h.usable() && len(h.fields) > len(best.fields) {
				h.line = rec.line
				best, ok = h, true
				r.columns = h.columns
				behind = &r
			}
		}
		at.skipLine()
		if at.pos >= len(text) {
			break
		}
	}
	return best, behind, ok
}

func (r *csvReader) skipLine() {
	end := strings.IndexAny(r.text[r.pos:], "\r\n")
	if end < 0 {
		r.pos = len(r.text)
		return
	}
	r.pos += end
	r.endOfLine()
}

// openWorkbook takes the first page that has all columns that are needed, or
// else the one with the most known headings.
func openWorkbook(data []byte, want expectation, report *Report) (table, bool) {
	pages, err := sheets(data)
	switch {
	case errors.Is(err, errNotWorkbook):
		report.refuse(fileProblem(model.ProblemNotATable, "", "ZIP"))
		return table{}, false
	case errors.Is(err, errTooLarge):
		report.refuse(fileProblem(model.ProblemFileTooLarge, "", ""))
		return table{}, false
	case err != nil:
		report.refuse(fileProblem(model.ProblemBrokenXLSX, "", ""))
		return table{}, false
	}
	var best table
	for _, page := range pages {
		t, ok := findRow(page, want.aliases)
		if !ok {
			continue
		}
		if _, refused := want.check(&t.header); !refused {
			return t, true
		}
		if len(t.header.fields) > len(best.header.fields) {
			best = t
		}
	}
	if best.rows == nil {
		report.refuse(fileProblem(model.ProblemNotATable, "", ""))
		return table{}, false
	}
	return best, true
}

func findRow(page sheet, names aliases) (best table, ok bool) {
	for i, cells := range page.rows[:min(len(page.rows), headerWithin)] {
		h := readHeader(cells, names)
		if !h.usable() || len(h.fields) <= len(best.header.fields) {
			continue
		}
		h.line = i + 1
		best, ok = table{header: h, rows: &pageReader{page: page, row: i + 1, columns: h.columns, dates: dateColumns(&h)}}, true
	}
	return best, ok
}

func dateColumns(h *header) (columns []int) {
	for _, field := range []model.Field{model.FieldBirth, model.FieldCardIssued, model.FieldCardUntil,
		model.FieldSigned, model.FieldGenerated, model.FieldUntil} {
		if i, ok := h.at[field]; ok {
			columns = append(columns, i)
		}
	}
	return columns
}

// pageReader hands out the rows of a workbook's page, filled up to the width
// of the header: a workbook does not store empty cells at the end.
type pageReader struct {
	page    sheet
	row     int
	columns int
	dates   []int
}

func (p *pageReader) next(rec *record) bool {
	if p.row >= len(p.page.rows) {
		return false
	}
	cells := p.page.rows[p.row]
	p.row++
	*rec = record{line: p.row, lastLine: p.row, cells: append(rec.cells[:0], cells...)}
	for len(rec.cells) < p.columns {
		rec.cells = append(rec.cells, "")
	}
	for i, c := range rec.cells {
		if len(c) > maxCell*4 { // characters there, bytes here
			rec.cells[i], rec.tooLong = "", true
		}
	}
	if p.page.date1904 {
		for _, i := range p.dates {
			rec.cells[i] = since1900(rec.cells[i])
		}
	}
	return true
}
