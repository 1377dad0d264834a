package intake

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// maxUnzipped is how large a workbook may become when unpacked. Keeping the
// limit of a single part as high makes excelize unpack in memory, never into
// a temporary file that would hold children's data.
const maxUnzipped = 192 << 20

// What a workbook of a few kilobytes can make of itself beside unpacking: a
// cell in the last column makes a row of 16,384, and every tag of the lists
// that are read whole (texts, styles) becomes a value. A hundred thousand
// students take a tenth of it.
const (
	maxSheetCells = 12_000_000
	maxTags       = 4_000_000
)

// Reasons for which a ZIP file is not read.
var (
	errTooLarge    = errors.New("a workbook that holds more than any school's")
	errNotWorkbook = errors.New("an archive that holds no workbook")
	errBroken      = errors.New("a workbook that can't be opened")
)

// sheet is one page of a workbook: rows without gaps, numbered from 1.
type sheet struct {
	rows     [][]string
	date1904 bool // serial dates count from 1904
}

// sheets reads every page of a workbook. Cells come as they are stored:
// dates as serial numbers, not as some locale would print them.
func sheets(data []byte) (pages []sheet, err error) {
	defer func() {
		if r := recover(); r != nil {
			// A forged workbook can trip the library; to the desk it is one
			// more that can't be opened.
			pages, err = nil, fmt.Errorf("%w: %v", errBroken, r)
		}
	}()
	if err := looksLikeWorkbook(data); err != nil {
		return nil, err
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: maxUnzipped, UnzipXMLSizeLimit: maxUnzipped,
	})
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errBroken, err)
	}
	defer f.Close() //nolint:errcheck // read only, in memory
	props, err := f.GetWorkbookProps()
	date1904 := err == nil && props.Date1904 != nil && *props.Date1904
	left := maxSheetCells
	for _, name := range f.GetSheetList() {
		rows, err := sheetRows(f, name, &left)
		if errors.Is(err, errTooLarge) {
			return nil, err
		}
		if err != nil {
			return nil, fmt.Errorf("%w: %w", errBroken, err)
		}
		pages = append(pages, sheet{rows, date1904})
	}
	return pages, nil
}

// looksLikeWorkbook tells a workbook from other archives, and from one that
// unpacks to more than maxUnzipped, by the archive's table of contents.
func looksLikeWorkbook(data []byte) error {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return fmt.Errorf("%w: %w", errBroken, err)
	}
	found := false
	var total uint64
	for _, part := range archive.File {
		total += part.UncompressedSize64
		found = found || strings.EqualFold(part.Name, "xl/workbook.xml")
	}
	switch {
	case total > maxUnzipped:
		return errBroken
	case !found:
		return errNotWorkbook
	}
	return countTags(archive)
}

// countTags unpacks the parts that are read whole and counts their tags,
// keeping none.
func countTags(archive *zip.Reader) error {
	tags := 0
	for _, part := range archive.File {
		if strings.HasPrefix(strings.ToLower(part.Name), "xl/worksheets/") {
			continue // read row by row
		}
		r, err := part.Open()
		if err != nil {
			return fmt.Errorf("%w: %w", errBroken, err)
		}
		n, err := io.Copy(tagCounter{&tags}, io.LimitReader(r, maxUnzipped+1))
		if err := errors.Join(err, r.Close()); err != nil || n > maxUnzipped {
			return errors.Join(errBroken, err)
		}
		if tags > maxTags {
			return errTooLarge
		}
	}
	return nil
}

// tagCounter counts the beginnings of tags that are written to it.
type tagCounter struct{ n *int }

func (c tagCounter) Write(b []byte) (int, error) {
	*c.n += bytes.Count(b, []byte("<"))
	return len(b), nil
}

// sheetRows reads a page; left is how many cells there may still be.
func sheetRows(f *excelize.File, name string, left *int) ([][]string, error) {
	rows, err := f.Rows(name)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // read only, in memory
	var all [][]string
	for rows.Next() && len(all) <= maxRows {
		cells, err := rows.Columns()
		if err != nil {
			return nil, err
		}
		if *left -= len(cells) + 1; *left < 0 {
			return nil, errTooLarge
		}
		// Without what is behind: a row is as wide as its last cell is far.
		all = append(all, slices.Clone(filled(cells[:min(len(cells), maxCells)])))
	}
	return all, rows.Error()
}

// filled leaves out the empty cells at the end.
func filled(cells []string) []string {
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}

// since1900 turns a serial date of a workbook that counts from 1904 into the
// usual one; other text stays as it is.
func since1900(cell string) string {
	const days = 1462
	whole, fraction, _ := strings.Cut(cell, ".")
	n, err := strconv.Atoi(whole)
	if err != nil || n < 0 {
		return cell
	}
	if fraction != "" {
		return strconv.Itoa(n+days) + "." + fraction
	}
	return strconv.Itoa(n + days)
}
