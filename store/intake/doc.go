// Package intake reads the school's own files: rosters, lists of codes, lists
// of signed sheets. Foreign bytes come in; values of the model and a Report
// go out. It tells encodings and separators apart by content, finds the
// headings, and cuts rows into cells; what a cell means is judged by the
// model.
//
//   - decode.go: bytes to text;
//   - csv.go: text to records;
//   - workbook.go: XLSX to records;
//   - header.go: headings to fields;
//   - table.go: all of that together;
//   - roster.go, lists.go: the three kinds of file.
//
// Nothing here panics on input, writes to disk, or logs.
package intake
