// Package export writes what the school takes out of the program: values of the
// model become a Sheet, a Sheet becomes a CSV file or a workbook.
//
//   - register.go: the register of hand-overs that the law asks for;
//   - sheet.go: how a sheet becomes a file;
//   - filename.go: names for files that are named after people.
//
// The words of a sheet are given by the caller; nothing here knows a language.
package export
