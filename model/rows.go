package model

import "regexp"

// Whole files.
const (
	ProblemEmptyFile     ProblemID = "empty_file"     // 0 bytes
	ProblemNotATable     ProblemID = "not_a_table"    // a picture, a web page, a text without headings
	ProblemBrokenXLSX    ProblemID = "broken_xlsx"    // a workbook that can't be opened
	ProblemFileTooLarge  ProblemID = "file_too_large" // more bytes or rows than any school has
	ProblemMissingColumn ProblemID = "missing_column" // Field says which
	ProblemNoRows        ProblemID = "no_rows"        // headings and nothing under them
)

// Rows of any list.
const (
	ProblemMixedEncoding ProblemID = "mixed_encoding" // the line is in another encoding than the file
	ProblemControlChars  ProblemID = "control_chars"  // line breaks, NULs, escape sequences in a cell
	ProblemFormulaCell   ProblemID = "formula_cell"   // begins like a formula; kept as text
	ProblemRowTooShort   ProblemID = "row_too_short"
	ProblemRowTooLong    ProblemID = "row_too_long"
	ProblemUnclosedQuote ProblemID = "unclosed_quote"
	ProblemCellTooLong   ProblemID = "cell_too_long" // longer than a spreadsheet's cell can be
	ProblemClassBad      ProblemID = "class_bad"     // a class that can't be read
)

// PESEL; see also PeselLength and its neighbours.
const (
	PeselMissing       ProblemID = "pesel_missing" // and no other document
	PeselBirthMismatch ProblemID = "pesel_birth_mismatch"
	PeselSexMismatch   ProblemID = "pesel_sex_mismatch"
	PeselDuplicate     ProblemID = "pesel_duplicate" // one PESEL on rows that differ; Detail is the other line
	PeselLostZero      ProblemID = "pesel_lost_zero"
	PeselScientific    ProblemID = "pesel_scientific"
)

// Rows of a roster.
const (
	ProblemDuplicateRow      ProblemID = "duplicate_row" // Detail is the other line
	ProblemBirthDateBad      ProblemID = "birth_date_bad"
	ProblemCardDates         ProblemID = "card_dates"
	ProblemCardDateBad       ProblemID = "card_date_bad"       // the day of issue or the last day can't be read
	ProblemCardNumberUnusual ProblemID = "card_number_unusual" // looks like a date that a spreadsheet made of 5/2024
	ProblemSuspiciousName    ProblemID = "suspicious_name"
	ProblemNameMissing       ProblemID = "name_missing"
)

// Rows of a list of statements or of codes.
const (
	ProblemWhoMissing     ProblemID = "who_missing"      // nothing that says which student
	ProblemKindUnknown    ProblemID = "kind_unknown"     // a word that names no kind
	ProblemKindMissing    ProblemID = "kind_missing"     // no kind, and none to be inferred
	ProblemDateBad        ProblemID = "date_bad"         // Field says which date
	ProblemSignerMissing  ProblemID = "signer_missing"   // a sheet without the name of who signed
	ProblemSignerUnknown  ProblemID = "signer_unknown"   // a word that names no capacity
	ProblemPayloadEmpty   ProblemID = "payload_empty"    // a row without a code
	ProblemPayloadTooLong ProblemID = "payload_too_long" // more than MaxPayload bytes
	ProblemPayloadControl ProblemID = "payload_control"  // control characters in a code, login or password
	ProblemSecondMissing  ProblemID = "second_missing"   // legacy or credentials without the second secret
	ProblemLoginMissing   ProblemID = "login_missing"
)

// Rows of a list of registered cards.
const (
	ProblemStateUnknown  ProblemID = "state_unknown"  // a word that does not say whether the card is registered
	ProblemNotRegistered ProblemID = "not_registered" // the list says that it is not, or no longer
)

// Rows of a list held against the students and codes that are known. Reading
// a file never gives these; taking it in does.
const (
	ProblemNobody       ProblemID = "nobody"         // no student fits
	ProblemTwoPeople    ProblemID = "two_people"     // several fit
	ProblemWhoConflict  ProblemID = "who_conflict"   // the PESEL is one student's, the name another's
	ProblemKnown        ProblemID = "known"          // the code is here already, for the same student
	ProblemOtherStudent ProblemID = "other_student"  // the code is here already, for somebody else
	ProblemExpired      ProblemID = "expired"        // the code's life is over
	ProblemOtherCard    ProblemID = "other_card"     // the student's card has another number here; Detail is that one
	ProblemNoSuchCard   ProblemID = "no_such_card"   // nobody's card here has the row's number
	ProblemTwoSuchCards ProblemID = "two_such_cards" // two students' cards here have the row's number
	ProblemNoCardHere   ProblemID = "no_card_here"   // the student has no card here to hold the row's against
	// ProblemErasedBack: the student was erased and would be back on the list.
	// ProblemErasedBefore: so many students were erased of whom nothing is known
	// any more, so that any new one may be one of them; Detail is how many.
	ProblemErasedBack   ProblemID = "erased_back"
	ProblemErasedBefore ProblemID = "erased_before"
	ProblemCardOutdated ProblemID = "card_outdated" // the row changes what the student's card states
)

// MaxPayload is how many bytes the largest QR code holds (ISO/IEC 18004,
// version 40-L, byte mode).
const MaxPayload = 2953

// Severity says what a problem means for its row.
type Severity int

// From a remark to a row that is not taken.
const (
	Noted    Severity = iota // kept as it is; a person should look
	Repaired                 // understood after all, or put right
	Refused                  // the row (for line 0: the file) is not taken
)

// severities of the ids; everything not listed refuses the row.
var severities = map[ProblemID]Severity{
	ProblemMixedEncoding:     Repaired,
	ProblemControlChars:      Repaired,
	PeselLostZero:            Repaired,
	ProblemDuplicateRow:      Repaired,
	PeselMissing:             Noted,
	PeselSexMismatch:         Noted,
	ProblemSuspiciousName:    Noted,
	ProblemFormulaCell:       Noted,
	ProblemClassBad:          Noted,
	ProblemCardDates:         Noted,
	ProblemCardDateBad:       Noted,
	ProblemCardNumberUnusual: Noted,
	ProblemSignerMissing:     Noted,
	ProblemSignerUnknown:     Noted,
	ProblemKnown:             Noted,
	ProblemErasedBack:        Noted,
	ProblemErasedBefore:      Noted,
	ProblemCardOutdated:      Noted,
}

// ProblemIDs are all ids that taking in a school's files can give, for tables
// and tests.
var ProblemIDs = []ProblemID{
	ProblemEmptyFile, ProblemNotATable, ProblemBrokenXLSX, ProblemFileTooLarge, ProblemMissingColumn, ProblemNoRows,
	ProblemMixedEncoding, ProblemControlChars, ProblemFormulaCell, ProblemRowTooShort, ProblemRowTooLong,
	ProblemUnclosedQuote, ProblemCellTooLong, ProblemClassBad,
	PeselMissing, PeselLength, PeselNotDigits, PeselChecksum, PeselDate, PeselBirthMismatch, PeselSexMismatch,
	PeselDuplicate, PeselLostZero, PeselScientific,
	ProblemDuplicateRow, ProblemBirthDateBad, ProblemCardDates, ProblemCardDateBad, ProblemCardNumberUnusual,
	ProblemSuspiciousName, ProblemNameMissing,
	ProblemWhoMissing, ProblemKindUnknown, ProblemKindMissing, ProblemDateBad, ProblemSignerMissing,
	ProblemSignerUnknown, ProblemPayloadEmpty, ProblemPayloadTooLong, ProblemPayloadControl, ProblemSecondMissing,
	ProblemLoginMissing,
	ProblemNobody, ProblemTwoPeople, ProblemWhoConflict, ProblemKnown, ProblemOtherStudent, ProblemExpired,
	ProblemStateUnknown, ProblemNotRegistered, ProblemOtherCard, ProblemNoCardHere, ProblemNoSuchCard, ProblemTwoSuchCards,
	ProblemCardOutdated, ProblemErasedBack, ProblemErasedBefore,
}

// Severity of a problem. For line 0 a missing column may leave the file
// usable; the report's outcome says so.
func (id ProblemID) Severity() Severity {
	if s, ok := severities[id]; ok {
		return s
	}
	return Refused
}

// findings collects the problems of one file, row by row.
type findings struct {
	list    []Problem
	line    int
	refused bool             // the current row
	classes map[string]Class // spellings met before; nil: not remembered
}

func (f *findings) start(line int) { f.line, f.refused = line, false }

// add notes a problem. Where columns are shifted any cell may hold a PESEL, so
// the detail, which goes to screens, scripts and logs, shows no long number.
func (f *findings) add(id ProblemID, field Field, detail string) {
	f.list = append(f.list, Problem{f.line, id, field, maskNumbers(detail)})
	if id.Severity() == Refused {
		f.refused = true
	}
}

// cell cleans a cell. Its remarks: a cell that begins like a formula, control
// characters inside. formula tells the caller that the text is doubtful
// already.
func (f *findings) cell(field Field, raw string) (clean string, formula bool) {
	if raw == "" {
		return "", false
	}
	clean, changed := Clean(raw)
	switch {
	case clean == "" && !changed:
	case beginsLikeFormula(raw):
		if onlyDashes(clean) {
			return "", false
		}
		f.add(ProblemFormulaCell, field, shorten(clean))
		return clean, true
	case changed:
		f.add(ProblemControlChars, field, shorten(clean))
	}
	return clean, false
}

// beginsLikeFormula reports whether a spreadsheet would take the cell for a
// formula.
func beginsLikeFormula(raw string) bool {
	switch raw[0] {
	case '=', '+', '-', '@', '\t':
		return true
	}
	return false
}

// onlyDashes reports whether the cell is what people write for "nothing".
func onlyDashes(s string) bool {
	for i := range len(s) {
		if s[i] != '-' {
			return false
		}
	}
	return true
}

// longNumber is a number that may name a person, also with blanks between the
// digits: a PESEL may have lost its zeros, and phones have nine.
var longNumber = regexp.MustCompile(`\p{Nd}(?:[\s\p{Z}]*\p{Nd}){8,}`)

func maskNumbers(s string) string { return longNumber.ReplaceAllString(s, "***") }

// shorten keeps a detail within what a line of a message can show. Numbers are
// masked before, since half a PESEL is a birth date.
func shorten(s string) string {
	const most = 40
	s = maskNumbers(s)
	n := 0
	for i := range s {
		if n == most {
			return s[:i] + "…"
		}
		n++
	}
	return s
}
