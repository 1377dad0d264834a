package model

import (
	"strings"
	"time"
)

// WhoCells are the raw cells that say which student a row is about.
type WhoCells struct {
	PESEL, Last, First, Full, Birth, Class string
}

// who reads them. A PESEL without its leading zero is restored where the row
// has no birth date to hold against it: here it only finds a student who is
// known already.
func (f *findings) who(c *WhoCells, today Date) Who {
	w := f.person(c, today)
	if !f.refused && !w.Named() {
		f.add(ProblemWhoMissing, FieldPESEL, "")
	}
	return w
}

// person is who without asking whether the cells name anybody.
func (f *findings) person(c *WhoCells, today Date) Who {
	w := Who{Last: f.text(FieldLast, c.Last), First: f.text(FieldFirst, c.First), Full: f.text(FieldFullName, c.Full)}
	birth, ok := ReadDay(f.text(FieldBirth, c.Birth))
	if !ok || birth.After(today) {
		f.add(ProblemBirthDateBad, FieldBirth, shorten(f.text(FieldBirth, c.Birth)))
	} else {
		w.Birth = birth
	}
	if c.Class != "" {
		w.Class = f.class(c.Class)
	}
	p, id := peselCell(c.PESEL, birth)
	if id == PeselLength && birth.IsZero() {
		if restored, bad := ParsePESEL(strings.Repeat("0", max(0, 11-len(plainDigits(c.PESEL)))) + plainDigits(c.PESEL)); bad == "" {
			p, id = restored, PeselLostZero
		}
	}
	if id != "" {
		detail, _ := Clean(c.PESEL)
		f.add(id, FieldPESEL, shorten(detail))
	}
	if p != "" && !birth.IsZero() && p.Birth() != birth {
		f.add(PeselBirthMismatch, FieldPESEL, p.Birth().Polish())
	}
	w.PESEL = p
	return w
}

// StatementCells are the raw cells of one row of a list of statements.
type StatementCells struct {
	WhoCells
	Kind, Signed, Signer, Capacity, Place string
}

// StatementRow is one sheet of a list kept elsewhere. Signer is "" where the
// list does not say in what capacity somebody signed.
type StatementRow struct {
	Line       int
	Who        Who
	Kind       StatementKind
	Signed     Date
	SignerName string
	Signer     Signer
	Place      string
}

// ListJudge turns the cells of a list of statements or codes into rows, and
// collects what is wrong with them.
type ListJudge struct {
	Today   Date           // dates after it are errors
	Zone    *time.Location // of times that carry none; nil: UTC
	Default CodeKind       // of codes whose row names no kind; "": none
	found   findings
}

// Remark adds a problem of a line that the reader of the file found.
func (j *ListJudge) Remark(line int, id ProblemID) {
	j.found.start(line)
	j.found.add(id, "", "")
}

// Problems are all that was found, in the order of rows.
func (j *ListJudge) Problems() []Problem { return j.found.list }

// Statement judges one row; ok is false if it is refused.
func (j *ListJudge) Statement(line int, c *StatementCells) (row StatementRow, ok bool) {
	f := &j.found
	f.start(line)
	row = StatementRow{Line: line, Who: f.who(&c.WhoCells, j.Today)}
	row.SignerName = f.name(FieldSigner, c.Signer)
	row.Place = f.text(FieldPlace, c.Place)
	kind := f.text(FieldKind, c.Kind)
	row.Kind = readStatementKind(kind)
	switch {
	case kind == "":
		f.add(ProblemKindMissing, FieldKind, "")
	case row.Kind == "":
		f.add(ProblemKindUnknown, FieldKind, shorten(kind))
	}
	signed := f.text(FieldSigned, c.Signed)
	day, isDay := ReadDay(signed)
	if !isDay || day.IsZero() || day.After(j.Today) || day.Year < 1990 {
		f.add(ProblemDateBad, FieldSigned, shorten(signed))
	}
	row.Signed = day
	capacity := f.text(FieldCapacity, c.Capacity)
	if row.Signer = readSigner(capacity); row.Signer == "" && capacity != "" {
		f.add(ProblemSignerUnknown, FieldCapacity, shorten(capacity))
	}
	if as := readSigner(row.SignerName); as != "" && capacity == "" {
		// Many lists say under "Podpisał" in what capacity, and no name at all.
		row.Signer, row.SignerName = as, ""
	} else if row.SignerName == "" {
		f.add(ProblemSignerMissing, FieldSigner, "")
	}
	return row, !f.refused
}

// readStatementKind understands the screen's words; "" for any other. What a
// word takes back comes first, then what it denies, so that "brak sprzeciwu"
// is not read as an objection.
func readStatementKind(s string) StatementKind {
	switch Fold(s) {
	case "wycofanie", "wycofane", "wycofano", "wycofanie oswiadczenia", "wycofanie sprzeciwu", "wycofanie wniosku",
		"odwolanie", "withdrawal":
		return Withdrawal
	case "niewyrazenie sprzeciwu", "niewyrazenia sprzeciwu", "oswiadczenie o niewyrazeniu sprzeciwu",
		"nie wyrazenie sprzeciwu", "oswiadczenie o nie wyrazeniu sprzeciwu", "nie wyrazam sprzeciwu",
		"brak sprzeciwu", "oswiadczenie o braku sprzeciwu", "bez sprzeciwu", "non objection", "no objection":
		return NonObjection
	case "wniosek", "wniosek o wydanie", "wniosek o wydanie mlegitymacji", "wniosek o wydanie mlegitymacji szkolnej",
		"wniosek o mlegitymacje", "application":
		return Application
	case "sprzeciw", "oswiadczenie o sprzeciwie", "wyrazenie sprzeciwu", "wyrazam sprzeciw",
		"oswiadczenie o wyrazeniu sprzeciwu", "objection":
		return Objection
	}
	return ""
}

// readSigner understands in what capacity somebody signed.
func readSigner(s string) Signer {
	switch Fold(s) {
	case "rodzic", "matka", "ojciec", "mama", "tata", "parent", "mother", "father", "rodzice":
		return SignedByParent
	case "opiekun", "opiekunka", "opiekun prawny", "opiekunka prawna", "guardian", "legal guardian":
		return SignedByGuardian
	case "uczen", "uczennica", "pelnoletni uczen", "uczen pelnoletni", "pelnoletnia uczennica",
		"uczennica pelnoletnia", "student", "adult student":
		return SignedByStudent
	}
	return ""
}
