package model

import (
	"cmp"
	"slices"
	"strconv"
	"time"
)

// RosterCells are the raw cells of one row of a roster, "" where the row or
// the file has none.
type RosterCells struct {
	Last, First, Second, PESEL, Birth, Sex, Class string
	RegisterNo, BookNo, Document                  string
	CardNumber, CardIssued, CardUntil             string
}

// RosterJudge turns the cells of a roster into students, row by row, and
// collects what is wrong with them. It judges cells and rows; the reader of
// the file adds what it saw of lines with Remark and Refuse.
type RosterJudge struct {
	today    Date
	hasPESEL bool // the file has the column, so an empty cell says something
	roster   Roster
	found    findings
}

// NewRosterJudge prepares for a file with these columns. A birth date after
// today is an error. rows is how many may come: a guess that saves moving
// them about.
func NewRosterJudge(fields []Field, today Date, rows int) *RosterJudge {
	return &RosterJudge{
		today:    today,
		hasPESEL: slices.Contains(fields, FieldPESEL),
		roster:   Roster{Fields: fields, Rows: make([]RosterRow, 0, rows)},
		found:    findings{classes: map[string]Class{}},
	}
}

// Remark adds a problem of a line that the reader found, and that leaves the
// row usable.
func (j *RosterJudge) Remark(line int, id ProblemID) {
	j.found.start(line)
	j.found.add(id, "", "")
}

// Refuse adds a row that can't be told apart into cells; last and first are
// as much of the name as could be read.
func (j *RosterJudge) Refuse(line int, id ProblemID, last, first string) {
	j.found.start(line)
	j.found.add(id, "", "")
	j.refuse(line, last, first, "")
}

func (j *RosterJudge) refuse(line int, last, first string, pesel PESEL) {
	last, _ = Clean(last)
	first, _ = Clean(first)
	j.roster.Refused = append(j.roster.Refused, RefusedRow{line, last, first, pesel})
}

// Row judges the cells of one row.
func (j *RosterJudge) Row(line int, c *RosterCells) {
	f := &j.found
	f.start(line)
	var s Student
	s.Last = f.name(FieldLast, c.Last)
	s.First = f.name(FieldFirst, c.First)
	s.Second = f.name(FieldSecond, c.Second)
	if s.Last == "" {
		f.add(ProblemNameMissing, FieldLast, s.First)
	} else if s.First == "" {
		f.add(ProblemNameMissing, FieldFirst, s.Last)
	}
	s.Document, _ = f.cell(FieldDocument, c.Document)
	s.BookNo, _ = f.cell(FieldBookNo, c.BookNo)
	s.Sex = readSex(f.text(FieldSex, c.Sex))
	s.Class = f.class(c.Class)
	s.RegisterNo = registerNo(c.RegisterNo, s.Class, c.Class)
	j.birth(&s, c.Birth)
	j.pesel(&s, c.PESEL)
	card := j.card(c)
	if f.refused {
		j.refuse(line, s.Last, s.First, s.PESEL)
		return
	}
	j.roster.Rows = append(j.roster.Rows, RosterRow{line, s, card})
}

func (j *RosterJudge) birth(s *Student, raw string) {
	text := j.found.text(FieldBirth, raw)
	d, ok := ReadDay(text)
	if !ok || d.After(j.today) || !d.IsZero() && d.Year < 1900 {
		j.found.add(ProblemBirthDateBad, FieldBirth, shorten(text))
		return
	}
	s.Birth = d
}

func (j *RosterJudge) pesel(s *Student, raw string) {
	p, id := peselCell(raw, s.Birth)
	if id != "" {
		detail, _ := Clean(raw)
		j.found.add(id, FieldPESEL, shorten(detail))
	}
	switch {
	case p == "":
		if id == "" && j.hasPESEL && s.Document == "" {
			j.found.add(PeselMissing, FieldPESEL, "")
		}
		return
	case !s.Birth.IsZero() && p.Birth() != s.Birth:
		j.found.add(PeselBirthMismatch, FieldPESEL, p.Birth().Polish())
	}
	if s.Sex != "" && p.Sex() != s.Sex {
		j.found.add(PeselSexMismatch, FieldPESEL, string(s.Sex))
	}
	s.PESEL = p
}

// firstPlasticOnly is the day from which only plastic cards are issued
// (Dz.U. 2023 poz. 1120 § 74).
var firstPlasticOnly = MustDate(2024, time.July, 13)

// card reads the physical card; no number, no card.
func (j *RosterJudge) card(c *RosterCells) Card {
	f := &j.found
	number := f.text(FieldCardNumber, c.CardNumber)
	issued, okIssued := f.day(FieldCardIssued, c.CardIssued)
	until, okUntil := f.day(FieldCardUntil, c.CardUntil)
	if number == "" {
		return Card{}
	}
	if likeSpreadsheetDate(number) {
		f.add(ProblemCardNumberUnusual, FieldCardNumber, shorten(number))
	}
	if okIssued && okUntil && !issued.IsZero() && !until.IsZero() && until.Before(issued) {
		f.add(ProblemCardDates, FieldCardUntil, issued.Polish()+" – "+until.Polish())
		return Card{}
	}
	card := Card{Number: number, Issued: issued, ValidUntil: until, State: CardValid}
	if !issued.IsZero() && !issued.Before(firstPlasticOnly) {
		card.Kind = PlasticCard
	}
	return card
}

// name cleans a name and looks whether it can be one.
func (f *findings) name(field Field, raw string) string {
	s, formula := f.cell(field, raw)
	if !formula && suspiciousName(s) {
		f.add(ProblemSuspiciousName, field, shorten(s))
	}
	return s
}

// text cleans a cell whose look is of no interest.
func (f *findings) text(field Field, raw string) string {
	s, _ := f.cell(field, raw)
	return s
}

// registerNo reads the number in the register of the row's class. It only says
// who stands where, so one that can't be read is left out without a word; and
// so is the number in a class that can't be read.
func registerNo(raw string, of Class, class string) int {
	if n, ok := ReadRegisterNo(raw); ok && (class == "" || !of.IsZero()) {
		return n
	}
	return 0
}

func (f *findings) class(raw string) Class {
	if c, seen := f.classes[raw]; seen {
		return c
	}
	found := len(f.list)
	text := f.text(FieldClass, raw)
	c, err := ParseClass(text)
	if err != nil {
		f.add(ProblemClassBad, FieldClass, shorten(text))
	}
	if f.classes != nil && len(f.list) == found && len(f.classes) < mostClasses {
		f.classes[raw] = c
	}
	return c
}

// mostClasses bounds what is remembered of spellings without a fault.
const mostClasses = 500

// day reads the date of a card; one that can't be read is left out.
func (f *findings) day(field Field, raw string) (Date, bool) {
	text := f.text(field, raw)
	d, ok := ReadDay(text)
	if !ok {
		f.add(ProblemCardDateBad, field, shorten(text))
	}
	return d, ok
}

// Finish compares the rows with each other and returns the roster and all
// problems in the order of lines. repeated counts rows left out because an
// equal one stands before them.
func (j *RosterJudge) Finish() (r Roster, problems []Problem, repeated int) {
	drop := map[int]bool{}
	repeated = j.samePESEL(drop) + j.sameWithoutPESEL(drop)
	if len(drop) > 0 {
		j.roster.Rows = slices.DeleteFunc(j.roster.Rows, func(row RosterRow) bool { return drop[row.Line] })
	}
	slices.SortStableFunc(j.found.list, func(a, b Problem) int { return cmp.Compare(a.Line, b.Line) })
	return j.roster, j.found.list, repeated
}

// samePESEL finds rows that share a PESEL: equal ones are one student, whose
// first row is kept; of differing ones none can be trusted.
func (j *RosterJudge) samePESEL(drop map[int]bool) (repeated int) {
	rows := j.roster.Rows
	first := make(map[PESEL]int32, len(rows))
	groups := map[PESEL][]int{}
	for i := range rows {
		p := rows[i].Student.PESEL
		if p == "" {
			continue
		}
		if at, seen := first[p]; !seen {
			first[p] = int32(i)
		} else if len(groups[p]) == 0 {
			groups[p] = []int{int(at), i}
		} else {
			groups[p] = append(groups[p], i)
		}
	}
	for _, group := range groups {
		if !j.allEqual(group) {
			j.refuseGroup(group, drop)
			continue
		}
		j.keepFirst(group, drop)
		repeated += len(group) - 1
	}
	return repeated
}

// sameWithoutPESEL finds rows without PESEL that repeat another to the letter.
func (j *RosterJudge) sameWithoutPESEL(drop map[int]bool) (repeated int) {
	groups := map[Student][]int{}
	for i, row := range j.roster.Rows {
		if row.Student.PESEL == "" {
			groups[row.Student] = append(groups[row.Student], i)
		}
	}
	for _, group := range groups {
		if len(group) > 1 && j.allEqual(group) {
			j.keepFirst(group, drop)
			repeated += len(group) - 1
		}
	}
	return repeated
}

func (j *RosterJudge) allEqual(group []int) bool {
	a := j.roster.Rows[group[0]]
	for _, i := range group[1:] {
		b := j.roster.Rows[i]
		b.Student.RegisterNo = a.Student.RegisterNo // old and new place of one student
		if b.Student != a.Student || b.Card != a.Card {
			return false
		}
	}
	return true
}

func (j *RosterJudge) keepFirst(group []int, drop map[int]bool) {
	for n, i := range group {
		j.pairProblem(group, n, ProblemDuplicateRow)
		if n > 0 {
			drop[j.roster.Rows[i].Line] = true
		}
	}
}

func (j *RosterJudge) refuseGroup(group []int, drop map[int]bool) {
	for n, i := range group {
		row := j.roster.Rows[i]
		j.pairProblem(group, n, PeselDuplicate)
		j.refuse(row.Line, row.Student.Last, row.Student.First, row.Student.PESEL)
		drop[row.Line] = true
	}
}

// pairProblem names, with each row, the line of another one of the group.
func (j *RosterJudge) pairProblem(group []int, n int, id ProblemID) {
	other := group[0]
	if n == 0 {
		other = group[1]
	}
	j.found.start(j.roster.Rows[group[n]].Line)
	j.found.add(id, FieldPESEL, strconv.Itoa(j.roster.Rows[other].Line))
}
