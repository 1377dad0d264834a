package intake

import (
	"slices"
	"strings"

	"okienko/model"
)

// taker is who judges the rows of one kind of file.
type taker interface {
	// take judges the cells of a row that is whole.
	take(rec *record)
	// refuse notes a row that can't be told apart into cells.
	refuse(rec *record, id model.ProblemID)
	// remark notes something about the line of a row that is taken.
	remark(rec *record, id model.ProblemID)
}

// each gives every row of data to the taker. Rows of separators only are
// skipped, and so are totals and signatures under the data. It returns the
// number of rows; ok is false if there are more than any school has.
func (t *table) each(to taker) (read int, ok bool) {
	var rec record
	var held []record // like a footer, so far
	afterBlank := false
	for t.rows.next(&rec) {
		if rec.blank() {
			afterBlank = true
			continue
		}
		kind := t.look(&rec, afterBlank)
		if kind == totalRow {
			continue
		}
		if kind == perhapsRow && len(held) < headerWithin {
			copied := rec
			copied.cells = slices.Clone(rec.cells)
			held = append(held, copied)
			continue
		}
		for i := range held {
			t.give(&held[i], to)
		}
		read += len(held) + 1
		held, afterBlank = held[:0], false
		if read > maxRows {
			return read, false
		}
		t.give(&rec, to)
	}
	return read, true
}

// give tells rows that are whole from those that are not.
func (t *table) give(rec *record, to taker) {
	for line := rec.line; line <= rec.lastLine && len(t.mixed) > 0; line++ {
		if t.mixed[line] {
			to.remark(rec, model.ProblemMixedEncoding)
			break
		}
	}
	switch {
	case rec.unclosed:
		to.refuse(rec, model.ProblemUnclosedQuote)
	case rec.tooLong:
		to.refuse(rec, model.ProblemCellTooLong)
	case t.ragged && len(rec.cells) < t.header.columns:
		to.refuse(rec, model.ProblemRowTooShort)
	case t.ragged && (rec.surplus || !blankFrom(rec.cells, t.header.columns)):
		to.refuse(rec, model.ProblemRowTooLong)
	default:
		to.take(rec)
	}
}

func blankFrom(cells []string, from int) bool {
	for _, c := range cells[min(from, len(cells)):] {
		if !blankCell(c) {
			return false
		}
	}
	return true
}

// kindOfRow tells rows of data from what people put between and under them.
type kindOfRow int

const (
	dataRow    kindOfRow = iota
	totalRow             // begins with a word like "Razem": never a student
	perhapsRow           // short and behind a blank line: a footer, if no data follow
)

// look decides by what a row says. What only a student's row says makes it
// data, whatever it begins with.
func (t *table) look(rec *record, afterBlank bool) kindOfRow {
	first := firstCell(rec.cells)
	if !afterBlank && !maybeTotal(first) || t.hasStudent(rec) {
		return dataRow
	}
	if beginsWithTotal(first) {
		return totalRow
	}
	filled := 0
	for _, c := range rec.cells {
		if !blankCell(c) {
			filled++
		}
	}
	if afterBlank && filled <= 3 {
		return perhapsRow
	}
	return dataRow
}

// hasStudent reports whether a row has a cell that no total or signature has,
// or a whole name.
func (t *table) hasStudent(rec *record) bool {
	for _, field := range []model.Field{model.FieldPESEL, model.FieldBirth, model.FieldClass, model.FieldPayload, model.FieldLogin} {
		if !blankCell(cellAt(rec, t.header.column(field))) {
			return true
		}
	}
	last, first := cellAt(rec, t.header.column(model.FieldLast)), cellAt(rec, t.header.column(model.FieldFirst))
	return !blankCell(last) && !blankCell(first) && !strings.ContainsAny(last+first, "0123456789")
}

func firstCell(cells []string) string {
	for _, c := range cells {
		if !blankCell(c) {
			return c
		}
	}
	return ""
}

// maybeTotal is a cheap look before beginsWithTotal: numbers begin most rows.
func maybeTotal(s string) bool { return s != "" && (s[0] < '0' || s[0] > '9') }

func beginsWithTotal(s string) bool {
	word, _, _ := strings.Cut(model.Fold(s[:min(len(s), 80)]), " ")
	switch word {
	case "razem", "suma", "ogolem", "lacznie", "liczba", "total", "sporzadzil", "sporzadzila", "sporzadzono",
		"wygenerowano", "wydrukowano", "strona", "podpis":
		return true
	}
	return false
}

// cellAt returns a column's cell, "" if the file or the row lacks it.
func cellAt(rec *record, column int) string {
	if column < 0 || column >= len(rec.cells) {
		return ""
	}
	return rec.cells[column]
}
