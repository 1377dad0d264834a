package store

import (
	"context"
	"fmt"
	"iter"
	"slices"

	"okienko/model"
)

// studentFacts is how the register writes a student down.
type studentFacts struct {
	Last       string      `json:"last,omitempty"`
	First      string      `json:"first,omitempty"`
	Second     string      `json:"second,omitempty"`
	PESEL      model.PESEL `json:"pesel,omitempty"`
	Birth      string      `json:"birth,omitempty"`
	Sex        model.Sex   `json:"sex,omitempty"`
	Class      string      `json:"class,omitempty"`
	BookNo     string      `json:"book_no,omitempty"`
	Document   string      `json:"document,omitempty"`
	Left       string      `json:"left,omitempty"`
	RegisterNo int         `json:"register_no,omitempty"`
}

func factsOf(s model.Student) studentFacts {
	return studentFacts{s.Last, s.First, s.Second, s.PESEL, s.Birth.String(), s.Sex, s.Class.String(), s.BookNo, s.Document, s.Left.String(), s.RegisterNo}
}

// fitStudent cleans what came from outside. A number in the register of no class
// is none.
func fitStudent(s model.Student) model.Student {
	s.Last, s.First, s.Second = fit(s.Last), fit(s.First), fit(s.Second)
	s.BookNo, s.Document = fit(s.BookNo), fit(s.Document)
	if s.Class.IsZero() {
		s.RegisterNo = 0
	}
	return s
}

// TakeRoster does what a plan says: adds, changes, enters cards. Doubts and
// missing students are not touched: they are settled by the person, through
// the plan or MarkLeft. It returns ErrMoved if students or cards were written
// since the plan's mark, so that nothing is ever done that the preview did not
// show.
func (db *DB) TakeRoster(ctx context.Context, by model.Actor, plan model.RosterPlan, seen Mark) error {
	return db.deed(ctx, by, func(d *deedTx) error {
		if err := d.rosterStands(seen); err != nil {
			return err
		}
		if err := d.addStudents(plan.Add); err != nil {
			return err
		}
		for _, c := range plan.Change {
			if err := d.changeStudent(c.Before, c.After); err != nil {
				return err
			}
			if err := d.cardFromRoster(c.After.ID, c.Card); err != nil {
				return err
			}
		}
		return d.note(model.DeedRosterTaken, 0, nil,
			map[string]int{"added": len(plan.Add), "changed": len(plan.Change), "unchanged": plan.Unchanged})
	})
}

const (
	studentInsert        = "students (id, last, first, second, pesel, birth, sex, class, book_no, document, left_on, register_no, pesel_index, touched)"
	studentInsertColumns = 14
	cardInsert           = "cards (id, student, number, kind, issued, valid_until, state, duplicate_of)"
	cardInsertColumns    = 8
)

func (d *deedTx) addStudents(rows []model.RosterRow) error {
	withCard := 0
	for _, row := range rows {
		if row.Card.Number != "" {
			withCard++
		}
	}
	id, err := d.numbered("students", len(rows))
	if err != nil {
		return err
	}
	card, err := d.numbered("cards", withCard)
	if err != nil {
		return err
	}
	for part := range d.sealedAhead(rows, id, card) {
		if part.err != nil {
			return part.err
		}
		for _, l := range part.lines {
			if err := d.chain(l); err != nil {
				return err
			}
		}
		if err := d.insert(studentInsert, studentInsertColumns, part.students); err != nil {
			return studentError(err)
		}
		if err := d.insert(cardInsert, cardInsertColumns, part.cards); err != nil {
			return fmt.Errorf("entering cards: %w", err)
		}
	}
	return nil
}

// sealedRows are some rows of a roster, ready to be written.
type sealedRows struct {
	lines           []sealedLine
	students, cards []any
	err             error
	crash           any // what sealing them panicked with
}

// sealedAhead seals rows while SQLite writes those before: with a large roster
// the two take about as long.
func (d *deedTx) sealedAhead(rows []model.RosterRow, id, card int64) iter.Seq[sealedRows] {
	return func(yield func(sealedRows) bool) {
		ready, over := make(chan sealedRows, 1), make(chan struct{})
		defer close(over)
		seq := d.seq + 1
		go func() {
			defer close(ready)
			for part := range slices.Chunk(rows, linesAtOnce) {
				var sealed sealedRows
				crash := caught(func() { sealed = d.sealedRows(part, seq, id, &card) })
				sealed.crash = crash
				seq, id = seq+int64(len(part)), id+int64(len(part))
				select {
				case ready <- sealed:
				case <-over:
					return
				}
			}
		}()
		for part := range ready {
			if part.crash != nil {
				panic(part.crash) // where the window or the command expects one
			}
			if !yield(part) {
				return
			}
		}
	}
}

// sealedRows seals rows whose register lines begin at a number, and whose
// students and cards do.
func (d *deedTx) sealedRows(rows []model.RosterRow, seq, id int64, card *int64) sealedRows {
	r := sealedRows{
		lines:    make([]sealedLine, 0, len(rows)),
		students: make([]any, 0, len(rows)*studentInsertColumns), cards: make([]any, 0, len(rows)*cardInsertColumns),
	}
	for _, row := range rows {
		s := fitStudent(row.Student)
		l, err := d.sealedLine(seq, model.DeedStudentAdded, model.StudentID(id), nil, factsOf(s))
		if err != nil {
			return sealedRows{err: err}
		}
		r.lines = append(r.lines, l)
		r.students = append(r.students, id)
		r.students = append(append(r.students, d.studentValues(id, s)...), seq)
		if row.Card.Number != "" {
			r.cards = append(r.cards, *card)
			r.cards = append(r.cards, d.cardValues(*card, model.StudentID(id), row.Card)...)
			*card++
		}
		seq, id = seq+1, id+1
	}
	return r
}

func (d *deedTx) studentValues(id int64, s model.Student) []any {
	return []any{d.sealed("students.last", id, s.Last), d.sealed("students.first", id, s.First), d.sealed("students.second", id, s.Second),
		d.sealed("students.pesel", id, string(s.PESEL)), d.sealed("students.birth", id, s.Birth.String()), string(s.Sex), s.Class.String(),
		d.sealed("students.book_no", id, s.BookNo), d.sealed("students.document", id, s.Document), s.Left.String(), s.RegisterNo,
		peselIndex(d.box, s.PESEL)}
}

func studentError(err error) error {
	if isConstraint(err, "students.pesel_index") {
		return ErrPESELTaken
	}
	return fmt.Errorf("writing a student: %w", err)
}

// ChangeStudent corrects a student's data. seen is the version that the desk
// had before its eyes; a newer one is a *ConflictError.
func (db *DB) ChangeStudent(ctx context.Context, by model.Actor, seen int64, after model.Student) error {
	return db.deed(ctx, by, func(d *deedTx) error {
		before, err := d.seenRecord(after.ID, seen)
		if err != nil {
			return err
		}
		return d.changeStudent(before.Student, after)
	})
}

func (d *deedTx) changeStudent(before, after model.Student) error {
	after = fitStudent(after)
	if before == after {
		return nil
	}
	args := append(d.studentValues(int64(after.ID), after), int64(after.ID))
	if _, err := d.exec(`UPDATE students SET last = ?, first = ?, second = ?, pesel = ?, birth = ?, sex = ?, class = ?,
		book_no = ?, document = ?, left_on = ?, register_no = ?, pesel_index = ?, erased = '' WHERE id = ?`, args...); err != nil {
		return studentError(err)
	}
	deed := model.DeedStudentChanged
	if !before.Left.IsZero() && after.Left.IsZero() || !before.Erased.IsZero() {
		deed = model.DeedStudentReturned
	}
	b, a := differing(before, after)
	return d.line(deed, after.ID, b, a)
}

// differing keeps of two students only what differs, so that the register
// says no more than was changed.
func differing(before, after model.Student) (b, a studentFacts) {
	b, a = factsOf(before), factsOf(after)
	for _, f := range []struct{ b, a *string }{
		{&b.Last, &a.Last}, {&b.First, &a.First}, {&b.Second, &a.Second}, {(*string)(&b.PESEL), (*string)(&a.PESEL)},
		{&b.Birth, &a.Birth}, {(*string)(&b.Sex), (*string)(&a.Sex)}, {&b.Class, &a.Class}, {&b.BookNo, &a.BookNo},
		{&b.Document, &a.Document}, {&b.Left, &a.Left},
	} {
		if *f.b == *f.a {
			*f.b, *f.a = "", ""
		}
	}
	if b.RegisterNo == a.RegisterNo {
		b.RegisterNo, a.RegisterNo = 0, 0
	}
	return b, a
}

// MarkLeft notes that students left the school (odszedł) on a day. Nothing
// about them is deleted.
func (db *DB) MarkLeft(ctx context.Context, by model.Actor, ids []model.StudentID, day model.Date) error {
	return db.deed(ctx, by, func(d *deedTx) error {
		for _, id := range ids {
			r, err := d.record(id)
			if err != nil {
				return err
			}
			if !r.Left.IsZero() {
				continue
			}
			if _, err := d.exec("UPDATE students SET left_on = ? WHERE id = ?", day.String(), id); err != nil {
				return fmt.Errorf("marking who left: %w", err)
			}
			if err := d.line(model.DeedStudentLeft, id, nil, studentFacts{Left: day.String()}); err != nil {
				return err
			}
		}
		return nil
	})
}

// RegisterInSIO notes that students' cards were registered in SIO on a day;
// the zero day takes that note back.
func (db *DB) RegisterInSIO(ctx context.Context, by model.Actor, ids []model.StudentID, day model.Date) error {
	deed := model.DeedRegisteredInSIO
	if day.IsZero() {
		deed = model.DeedUnregistered
	}
	return db.deed(ctx, by, func(d *deedTx) error {
		for _, id := range ids {
			r, err := d.record(id)
			if err != nil {
				return err
			}
			if r.Registered == day {
				continue
			}
			if _, err := d.exec("UPDATE students SET registered = ? WHERE id = ?", day.String(), id); err != nil {
				return fmt.Errorf("noting a registration: %w", err)
			}
			before, after := map[string]string{"registered": r.Registered.String()}, map[string]string{"registered": day.String()}
			if err := d.line(deed, id, before, after); err != nil {
				return err
			}
		}
		return nil
	})
}

// deedForEach does something for several students in one deed, with each of
// them as they stand inside it. do says whether it was still to be done; n is for
// how many. An error of one leaves all as they were.
func (db *DB) deedForEach(ctx context.Context, by model.Actor, ids []model.StudentID, do func(*deedTx, model.Record) (bool, error)) (n int, err error) {
	err = db.deed(ctx, by, func(d *deedTx) error {
		for _, id := range ids {
			r, err := d.record(id)
			if err != nil {
				return err
			}
			did, err := do(d, r)
			if err != nil {
				return err
			}
			if did {
				n++
			}
		}
		return nil
	})
	if err != nil {
		return 0, err
	}
	return n, nil
}

// record reads a record as it is inside the deed; ErrNoSuchStudent if there is
// none, or was erased: nothing more is written about them.
func (d *deedTx) record(id model.StudentID) (model.Record, error) {
	r, err := d.named(id)
	if err == nil && r.Gone() {
		return model.Record{}, ErrNoSuchStudent
	}
	return r, err
}

// named is record for somebody whom perhaps only the register still names.
func (d *deedTx) named(id model.StudentID) (model.Record, error) {
	all, err := readRecords(d.ctx, d, d.box, fmt.Sprintf("id = %d", id), fmt.Sprintf("student = %d", id))
	if err != nil {
		return model.Record{}, err
	}
	if len(all) == 0 || all[0].Forgotten() {
		return model.Record{}, ErrNoSuchStudent
	}
	return all[0], nil
}

// seenRecord is record for a deed that would overwrite: if the student was
// touched after the version seen, a *ConflictError says by what. seen 0 does
// not ask.
func (d *deedTx) seenRecord(id model.StudentID, seen int64) (model.Record, error) {
	r, err := d.record(id)
	if err != nil || seen == 0 || r.Version == seen {
		return r, err
	}
	return r, d.conflict(r, seen)
}
