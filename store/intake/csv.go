package intake

import "strings"

// Limits of one record. Excel's longest cell has 32,767 characters and no
// school list has a thousand columns; more is not read but noticed.
const (
	maxCells = 1024
	maxCell  = 32767
	// maxCellLines is how many line breaks a quoted cell may hold before its
	// opening mark is taken for a mistake.
	maxCellLines = 50
)

// record is one row of a table, not yet understood.
type record struct {
	line     int // on which it starts
	lastLine int
	cells    []string
	surplus  bool // something behind maxCells
	unclosed bool // a quotation mark without a partner
	tooLong  bool // a cell longer than maxCell bytes
}

// blank reports whether no cell holds anything but white space.
func (r *record) blank() bool {
	for _, c := range r.cells {
		if !blankCell(c) {
			return false
		}
	}
	return !r.unclosed && !r.surplus && !r.tooLong
}

func blankCell(c string) bool {
	return c == "" || strings.TrimSpace(c) == ""
}

// csvReader cuts text into records. Unlike encoding/csv it knows the line on
// which a record starts whatever the line ends are, takes rows of any length,
// and when a quotation mark has no partner gives up one line, not the rest of
// the file.
type csvReader struct {
	text    string
	sep     byte
	columns int // of the header, 0 while it is not known
	pos     int
	line    int
}

// next reads the record at the current place into rec, whose cells are good
// until the next call.
func (r *csvReader) next(rec *record) bool {
	if r.pos >= len(r.text) {
		return false
	}
	*rec = record{line: r.line, cells: rec.cells[:0]}
	for {
		cell := r.cell(rec)
		if len(cell) > maxCell {
			rec.tooLong, cell = true, ""
		}
		if len(rec.cells) < maxCells {
			rec.cells = append(rec.cells, cell)
		} else if !blankCell(cell) {
			rec.surplus = true
		}
		if r.pos < len(r.text) && r.text[r.pos] == r.sep {
			r.pos++
			continue
		}
		rec.lastLine = r.line
		r.endOfLine()
		return true
	}
}

// cell reads one cell and stops at the separator or line end behind it.
func (r *csvReader) cell(rec *record) string {
	if r.pos < len(r.text) && r.text[r.pos] == '"' && !rec.unclosed {
		cell, end, lines, ok := r.quoted()
		if ok {
			r.pos = end
			r.line += lines
			return cell
		}
		rec.unclosed = lines > 0
	}
	start := r.pos
	for r.pos < len(r.text) {
		if c := r.text[r.pos]; c == r.sep || c == '\n' || c == '\r' {
			break
		}
		r.pos++
	}
	return r.text[start:r.pos]
}

// endOfLine steps over LF, CR LF or CR.
func (r *csvReader) endOfLine() {
	if r.pos >= len(r.text) {
		return
	}
	if r.text[r.pos] == '\r' && r.pos+1 < len(r.text) && r.text[r.pos+1] == '\n' {
		r.pos++
	}
	r.pos++
	r.line++
}

// quoted reads the quoted cell at the current place. ok is false if it has no
// proper end: lines is then above zero if the mark has no partner on its own
// line, else there is text between the closing mark and the separator.
func (r *csvReader) quoted() (cell string, end, lines int, ok bool) {
	from := r.pos + 1
	doubled := false
	lineStart := 0 // of the last line inside the cell, 0 while on the first
	for i := from; i < len(r.text); i++ {
		switch c := r.text[i]; {
		case c == '\n', c == '\r':
			if c == '\r' && i+1 < len(r.text) && r.text[i+1] == '\n' {
				i++
			}
			if lines >= maxCellLines || lineStart > 0 && r.swallowed(r.text[lineStart:i]) {
				return "", 0, lines + 1, false
			}
			lines++
			lineStart = i + 1
		case c == '"' && i+1 < len(r.text) && r.text[i+1] == '"':
			doubled = true
			i++
		case c == '"':
			end, ok = r.behindQuote(i + 1)
			if lineStart > 0 && r.swallowed(r.text[lineStart:i]) {
				ok = false
			}
			cell = r.text[from:i]
			if doubled {
				cell = strings.ReplaceAll(cell, `""`, `"`)
			}
			return cell, end, lines, ok
		}
	}
	return "", 0, lines + 1, false
}

// behindQuote steps over blanks behind a closing mark; ok if a separator or a
// line end follows.
func (r *csvReader) behindQuote(i int) (end int, ok bool) {
	for i < len(r.text) && r.text[i] == ' ' {
		i++
	}
	if i >= len(r.text) {
		return i, true
	}
	c := r.text[i]
	return i, c == r.sep || c == '\n' || c == '\r'
}

// swallowed reports whether a line inside a quoted cell looks like a whole
// row: the mark before it was left open by mistake.
func (r *csvReader) swallowed(line string) bool {
	if r.columns < 3 {
		return false
	}
	return strings.Count(line, string(r.sep)) >= r.columns-1
}
