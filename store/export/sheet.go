package export

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Sheet is a table of texts.
type Sheet struct {
	Title  string
	Header []string
	Rows   [][]string
	Paper  *Paper // how it is printed; nil: it is not made for paper
}

// ErrExists says that the file is there already.
var ErrExists = errors.New("the file exists")

// ErrEnding says that the name ends in none of the endings that what is
// written can have.
var ErrEnding = errors.New("no ending of this kind of file")

// writers by the ending of the file's name.
var writers = map[string]func(io.Writer, Sheet) error{".csv": WriteCSV, ".xlsx": writeWorkbook, ".pdf": writePDF}

// Ending is what decides how a file is written: ".csv", ".xlsx" or ".pdf".
func Ending(path string) string { return strings.ToLower(filepath.Ext(path)) }

// Write writes the sheet to a file that only the owner can read, whole or not
// at all. ErrEnding, ErrExists (unless replace), or an error of the disk.
func Write(path string, s Sheet, replace bool) error {
	write := writers[Ending(path)]
	if write == nil {
		return ErrEnding
	}
	return Stream(path, replace, func(w io.Writer) error { return write(w, s) })
}

// Stream writes a file that only the owner can read, whole or not at all.
// ErrExists (unless replace), or a *DiskError, which holds an error of write,
// too.
func Stream(path string, replace bool, write func(io.Writer) error) error {
	d, err := draft(path, replace, write)
	if err != nil {
		return err
	}
	return d.Keep()
}

// DiskError is a fault of the disk or the folder.
type DiskError struct{ Err error }

func (e *DiskError) Error() string { return "writing an export: " + e.Err.Error() }

// Unwrap returns what the system said.
func (e *DiskError) Unwrap() error { return e.Err }

// Draft is a file that is written and has not got its name yet.
type Draft struct {
	from, to string
	replace  bool
}

// draft writes a file beside the place where it will be, so that its name
// never stands for half of it.
func draft(path string, replace bool, write func(io.Writer) error) (d *Draft, err error) {
	if _, err := os.Lstat(path); err == nil && !replace {
		return nil, ErrExists
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, &DiskError{err}
	}
	unnamed, err := aside(filepath.Dir(path), write)
	if err != nil {
		return nil, &DiskError{err}
	}
	return &Draft{unnamed, path, replace}, nil
}

// UnnamedPattern is what a file is called while it is written.
const UnnamedPattern = ".okienko-*"

// aside writes a file that only the owner can read, under a name that says
// nothing. After an error nothing is left of it.
func aside(folder string, write func(io.Writer) error) (name string, err error) {
	f, err := os.CreateTemp(folder, UnnamedPattern) // mode 0600
	if err != nil {
		return "", err
	}
	buffered := bufio.NewWriter(f)
	if err := errors.Join(write(buffered), buffered.Flush(), f.Sync(), f.Close()); err != nil {
		return "", errors.Join(err, os.Remove(f.Name()))
	}
	return f.Name(), nil
}

// Keep gives the file its name. ErrExists (unless it may replace) where another
// got it meanwhile, or a *DiskError; then nothing is left of the file.
func (d *Draft) Keep() error {
	name := give
	if d.replace {
		name = os.Rename
	}
	err := name(d.from, d.to)
	if gone := os.Remove(d.from); gone != nil && !errors.Is(gone, fs.ErrNotExist) {
		err = errors.Join(err, gone)
	}
	if err == nil || errors.Is(err, ErrExists) {
		return err
	}
	return &DiskError{err}
}

// Discard removes a file that will not be kept.
func (d *Draft) Discard() error { return os.Remove(d.from) }

// harmless keeps a cell from being a formula where the file is opened: a name
// that begins with "=" came from a foreign file. Programs look past blanks,
// control and invisible characters, and some take the wide forms of East Asia
// for the signs.
func harmless(cell string) string {
	seen := strings.TrimLeftFunc(cell, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
	})
	first, _ := utf8.DecodeRuneInString(seen)
	if len(seen) < len(cell) && strings.ContainsAny(cell[:len(cell)-len(seen)], "\t\r\n") || strings.ContainsRune(formula, first) {
		return "'" + cell
	}
	return cell
}

// formula are the characters that begin one.
const formula = "=+-@＝＋－＠"

func csvRow(row []string) []string {
	out := make([]string, len(row))
	for i, cell := range row {
		out[i] = asText(harmless(cell))
	}
	return out
}

// WriteCSV writes what Polish spreadsheets open with a double click: UTF-8
// with a byte-order mark, semicolons, CRLF.
func WriteCSV(w io.Writer, s Sheet) error {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.Comma, out.UseCRLF = ';', true
	if err := out.Write(csvRow(s.Header)); err != nil {
		return err
	}
	for _, row := range s.Rows {
		if err := out.Write(csvRow(row)); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// asText keeps a spreadsheet that opens a CSV file from making a number of a
// PESEL, whose leading zeros it would drop, and a date of a card's number like
// 5/2026. Quotes do not help, LibreOffice and Excel look past them; a tab before
// the digits does, and whoever reads the file by program trims it.
func asText(cell string) string {
	slashes := 0
	for _, r := range cell {
		switch {
		case r == '/':
			slashes++
		case r < '0' || r > '9':
			return cell
		}
	}
	if slashes == 1 || slashes == 0 && (len(cell) > 1 && cell[0] == '0' || len(cell) >= longNumber) {
		return "\t" + cell
	}
	return cell
}

// longNumber is from how many digits on a number stands for no quantity.
const longNumber = 10

// sheetName is what the workbook's only sheet is called.
const sheetName = "Okienko"

// writeWorkbook writes every cell as a string, so that no PESEL loses its
// leading zero and no card number becomes a date.
func writeWorkbook(w io.Writer, s Sheet) (err error) {
	book := excelize.NewFile()
	defer func() { err = errors.Join(err, book.Close()) }()
	if err := book.SetSheetName(book.GetSheetName(0), sheetName); err != nil {
		return err
	}
	if err := book.SetDocProps(&excelize.DocProperties{Title: s.Title}); err != nil {
		return err
	}
	out, err := book.NewStreamWriter(sheetName)
	if err != nil {
		return err
	}
	for i, width := range widths(s) {
		if err := out.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	// The headings stay in sight while a class is scrolled.
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	for i, row := range append([][]string{s.Header}, s.Rows...) {
		cells := make([]any, len(row))
		for j, cell := range row {
			cells[j] = harmless(cell)
		}
		at, err := excelize.CoordinatesToCellName(1, i+1)
		if err != nil {
			return err
		}
		if err := out.SetRow(at, cells); err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return book.Write(w)
}

// widths are those of the workbook's columns, in letters: as wide as their
// longest cell, within reason.
func widths(s Sheet) []float64 {
	all := make([]float64, len(s.Header))
	for i, name := range s.Header {
		all[i] = float64(utf8.RuneCountInString(name))
	}
	for _, row := range s.Rows {
		for i := range min(len(row), len(all)) {
			all[i] = max(all[i], float64(utf8.RuneCountInString(row[i])))
		}
	}
	for i := range all {
		all[i] = min(max(all[i]+2, 5), 50)
	}
	return all
}
