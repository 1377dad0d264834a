// Package export writes what the school takes out of the program: values of the
// model become a Sheet, a Sheet becomes a CSV file, a workbook or paper.
//
//   - register.go: the register of hand-overs that the law asks for;
//   - lists.go: uncollected codes, statements, worklists, class by class;
//   - sio.go: the file that SIO imports;
//   - slips.go: what each student takes home, with lines to cut along;
//   - paper.go, letters.go: how a sheet is printed, and with which letters;
//   - sheet.go: how a sheet becomes a file;
//   - filename.go: names for files that are named after people.
//
// The words of a sheet are given by the caller; nothing here knows a language.
package export
