package intake

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// maxUnzipped is how large a workbook may become when unpacked. Keeping the
// limit of a single part as high makes excelize unpack in memory, never into
// a temporary file that would hold children's data.
const maxUnzipped = 192 << 20

// Reasons for which a ZIP file is not read.
var (
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
	for _, name := range f.GetSheetList() {
		rows, err := sheetRows(f, name)
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
	return nil
}

func sheetRows(f *excelize.File, name string) ([][]string, error) {
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
		all = append(all, cells[:min(len(cells), maxCells)])
	}
	return all, rows.Error()
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
