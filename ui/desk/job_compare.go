package desk

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"

	"okienko/model"
	"okienko/store"
)

// Compare holds the file against the database as it is now. It may be called
// again, after store.ErrMoved; answers to doubts are forgotten then, see Answers. Nothing is
// written.
func (f *Import) Compare(ctx context.Context, db *store.DB) error {
	read := db.School
	if f.Kind == RosterFile { // who was erased may be back
		read = db.Named
	}
	records, mark, err := read(ctx)
	if err != nil {
		return fmt.Errorf("comparing a file: %w", err)
	}
	f.forget(mark, len(records))
	students := make([]model.Student, len(records))
	for i, r := range records {
		students[i] = r.Student
		f.known[r.ID] = r
		if r.PESEL != "" {
			f.owners[r.PESEL] = r.ID
		}
	}
	if f.Kind == RosterFile {
		f.Plan = model.PlanRoster(students, f.currentCards(), f.roster)
		f.noteOutdatedCards()
		return f.tellErased(ctx, db)
	}
	f.index = model.NewStudentIndex(students)
	f.compareList()
	return nil
}

// tellErased says who would be back of those whose data were removed: no roster
// does that unseen.
func (f *Import) tellErased(ctx context.Context, db *store.DB) error {
	for _, c := range f.Plan.Change {
		if !c.Before.Erased.IsZero() {
			f.found(c.Line, model.ProblemErasedBack)
		}
	}
	if len(f.Plan.Add) == 0 {
		return nil
	}
	n, err := db.ForgottenHere(ctx)
	if err != nil {
		return fmt.Errorf("comparing a file: %w", err)
	}
	if n > 0 {
		addProblem(&f.Report, model.Problem{ID: model.ProblemErasedBefore, Detail: strconv.Itoa(n)})
		f.compared++
	}
	return nil
}

// compareList holds the rows of a list against the students, with the answers
// given so far.
func (f *Import) compareList() {
	f.undo()
	switch f.Kind {
	case CodesFile:
		f.compareCodes(f.index)
	case StatementFile:
		f.compareSheets(f.index)
	case RegisteredFile:
		f.compareCards(f.index)
	}
}

// noteOutdatedCards points at the changes after which a valid card states what
// is no longer so.
func (f *Import) noteOutdatedCards() {
	for _, c := range f.Plan.Change {
		newCard := slices.Contains(c.Fields, model.FieldCardNumber)
		if r := f.known[c.Before.ID]; !newCard && r.OutdatedBy(c.After) != "" {
			f.found(c.Line, model.ProblemCardOutdated)
		}
	}
}

// forget drops what an earlier comparison found, and the answers.
func (f *Import) forget(mark store.Mark, n int) {
	f.mark, f.answers, f.left = mark, map[int]Answer{}, nil
	f.known, f.owners = make(map[model.StudentID]model.Record, n), make(map[model.PESEL]model.StudentID, n)
	f.undo()
}

// undo drops what an earlier comparison found.
func (f *Import) undo() {
	f.Plan.Doubts = nil
	f.takeCodes, f.takeSheet, f.takeCards, f.unchanged = nil, nil, nil, 0
	f.Report.Problems = f.Report.Problems[:len(f.Report.Problems)-f.compared]
	f.refused, f.compared = 0, 0
}

func (f *Import) currentCards() map[model.StudentID]model.Card {
	cards := make(map[model.StudentID]model.Card, len(f.known))
	for id, r := range f.known {
		if c, ok := model.CurrentCard(r.Cards); ok {
			cards[id] = c
		}
	}
	return cards
}

// one finds the one student a row is about, or notes why there is none. A row
// that fits several is a doubt, until somebody says who is meant.
func (f *Import) one(index *model.StudentIndex, line int, who model.Who) (model.StudentID, bool) {
	found, conflict := index.Find(who)
	switch {
	case conflict:
		f.refuse(line, model.ProblemWhoConflict)
		return 0, false
	case len(found) == 0:
		f.refuse(line, model.ProblemID(store.CodeForNobody))
		return 0, false
	case len(found) == 1:
		return found[0], true
	}
	i := len(f.Plan.Doubts)
	f.Plan.Doubts = append(f.Plan.Doubts, model.Doubt{Candidates: found, Row: model.RosterRow{Line: line,
		Student: model.Student{Last: cmp.Or(who.Last, who.Full), First: who.First, Birth: who.Birth, Class: who.Class}}})
	if a, ok := f.answers[i]; ok {
		return a.Known, true
	}
	f.refuse(line, model.ProblemID(store.CodeForTwo))
	return 0, false
}

func (f *Import) compareCodes(index *model.StudentIndex) {
	for _, row := range f.codes {
		if id, ok := f.one(index, row.Line, row.Who); ok {
			f.takeCodes = append(f.takeCodes, lineOf[model.Code]{row.Line, model.Code{Student: id, Kind: row.Kind,
				Payload: row.Payload, Second: row.Second, Login: row.Login, Generated: row.Generated, Until: row.Until}})
		}
	}
}

// compareSheets leaves out what is known: the same sheet is the same student,
// kind, signer and date.
func (f *Import) compareSheets(index *model.StudentIndex) {
	seen := map[model.Statement]bool{}
	unclear := f.linesWith(model.ProblemSignerUnknown)
	for _, row := range f.sheets {
		id, ok := f.one(index, row.Line, row.Who)
		if !ok {
			continue
		}
		sheet := model.Statement{Student: id, Kind: row.Kind, Signer: row.Signer, SignerName: row.SignerName, Signed: row.Signed}
		if sheet.Signer == "" {
			student := f.known[id].Student
			sheet.Signer = usualSigner(student, sheet.Signed, model.SignedByParent)
			if sheet.Signer == model.SignedByStudent && sheet.SignerName != "" && !student.IsCalled(sheet.SignerName) {
				// Somebody else signed for an adult. That doesn't count, and the
				// school must see it.
				sheet.Signer = model.SignedByParent
				if !unclear[row.Line] {
					f.found(row.Line, model.ProblemSignerUnknown)
				}
			}
		}
		if seen[sheet] || f.hasSheet(sheet) {
			f.unchanged++
			continue
		}
		seen[sheet] = true
		sheet.Place = row.Place
		f.takeSheet = append(f.takeSheet, lineOf[model.Statement]{row.Line, sheet})
	}
}

// linesWith are the lines that have a problem already.
func (f *Import) linesWith(id model.ProblemID) map[int]bool {
	lines := map[int]bool{}
	for _, p := range f.Report.Problems {
		if p.ID == id {
			lines[p.Line] = true
		}
	}
	return lines
}

func (f *Import) hasSheet(s model.Statement) bool {
	for _, old := range f.known[s.Student].Statements {
		if !old.Undone && old.Kind == s.Kind && old.Signer == s.Signer && old.SignerName == s.SignerName && old.Signed == s.Signed {
			return true
		}
	}
	return false
}

// usualSigner is who signs on a day: an adult student alone, for the others
// whoever usually does.
func usualSigner(s model.Student, day model.Date, usual model.Signer) model.Signer {
	if s.IsAdult(day) {
		return model.SignedByStudent
	}
	return usual
}

// Student is a known student as Compare saw them.
func (f *Import) Student(id model.StudentID) model.Record { return f.known[id] }

// Login is the user name in the row at a line of a list of codes, "" if it has
// none: it may tell namesakes apart.
func (f *Import) Login(line int) string {
	for _, r := range f.codes {
		if r.Line == line {
			return r.Login
		}
	}
	return ""
}

// Whose says who the rows at these lines are about, as far as the file says: a
// row that names nobody is about the known student that it fits.
func (f *Import) Whose(problems []model.Problem) map[int]string {
	names := make(map[int]string, len(problems))
	for _, p := range problems {
		names[p.Line] = ""
	}
	name := func(line int, parts ...string) {
		if known, asked := names[line]; asked && known == "" {
			names[line] = joined(" ", parts...)
		}
	}
	for _, r := range f.roster.Rows {
		name(r.Line, r.Student.Last, r.Student.First)
	}
	for _, r := range f.roster.Refused {
		name(r.Line, r.Last, r.First)
	}
	for _, r := range f.codes {
		name(r.Line, r.Who.Last, r.Who.First, r.Who.Full)
	}
	for _, r := range f.sheets {
		name(r.Line, r.Who.Last, r.Who.First, r.Who.Full)
	}
	for _, r := range f.cards {
		name(r.Line, r.Who.Last, r.Who.First, r.Who.Full)
	}
	for _, r := range f.takeCards {
		name(r.line, f.Student(r.value.student).ListName())
	}
	for _, r := range f.takeCodes {
		name(r.line, f.Student(r.value.Student).ListName())
	}
	for _, r := range f.takeSheet {
		name(r.line, f.Student(r.value.Student).ListName())
	}
	return names
}

// Leave says which of Plan.Missing have left the school.
func (f *Import) Leave(ids []model.StudentID) { f.left = ids }

// Counts are what taking the file in would do, or did. Open are doubts that
// nobody answered; taking the file in now refuses them.
type Counts struct{ Added, Updated, Unchanged, Refused, Repaired, Left, Open int }

// Counts counts it, as things stand after Compare and the answers given.
func (f *Import) Counts() Counts {
	c := Counts{Unchanged: f.unchanged, Refused: f.Report.Refused + f.refused, Repaired: f.repaired(), Left: len(f.left)}
	switch f.Kind {
	case CodesFile:
		c.Added = len(f.takeCodes)
	case StatementFile:
		c.Added = len(f.takeSheet)
	case RegisteredFile:
		c.Updated = len(f.takeCards)
	default:
		plan, open := f.settled()
		c.Added, c.Updated, c.Unchanged = len(plan.Add), len(plan.Change), plan.Unchanged+f.Report.Repeated
		c.Open = len(open)
	}
	return c
}

// repaired counts lines that were understood after all.
func (f *Import) repaired() int {
	lines := map[int]bool{}
	for _, p := range f.Report.Problems {
		if p.ID.Severity() == model.Repaired {
			lines[p.Line] = true
		}
	}
	return len(lines)
}

// settled is the plan with the answers in it, and the lines of the doubts that
// nobody answered.
func (f *Import) settled() (plan model.RosterPlan, open []int) {
	plan = f.Plan
	plan.Add, plan.Change = plan.Add[:len(plan.Add):len(plan.Add)], plan.Change[:len(plan.Change):len(plan.Change)]
	for i, d := range f.Plan.Doubts {
		a, ok := f.answers[i]
		switch {
		case !ok:
			open = append(open, d.Row.Line)
		case a.New:
			plan.Add = append(plan.Add, d.Row)
		default:
			r := f.known[a.Known]
			card, has := model.CurrentCard(r.Cards)
			if c := model.ChangeByRow(r.Student, card, has, d.Row); len(c.Fields) > 0 {
				plan.Change = append(plan.Change, c)
			} else {
				plan.Unchanged++
			}
		}
	}
	return plan, open
}
