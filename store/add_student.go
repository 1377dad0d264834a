package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"okienko/model"
)

// AddStudent enters one student by hand and returns their number. Somebody who
// was erased, but whom the register names, is back under theirs. Somebody who
// may be the same person as another one (model.Student.MayBe) is a
// *LookAlikeError, also if another desk entered that one a moment ago, unless a
// person looked and named them among others.
func (db *DB) AddStudent(ctx context.Context, by model.Actor, s model.Student, others ...model.StudentID) (model.StudentID, error) {
	var id model.StudentID
	err := db.deed(ctx, by, func(d *deedTx) error {
		erased, known, err := d.erasedBefore(s.PESEL)
		if err != nil {
			return err
		}
		if known {
			s.ID, id = erased.ID, erased.ID
			return d.changeStudent(erased.Student, s)
		}
		if err := d.nobodyLike(fitStudent(s), others); err != nil {
			return err
		}
		if err := d.addStudents([]model.RosterRow{{Student: s}}); err != nil {
			return err
		}
		return d.QueryRowContext(ctx, "SELECT max(id) FROM students").Scan(&id)
	})
	return id, err
}

// erasedBefore finds whom the register still names by their PESEL.
func (d *deedTx) erasedBefore(pesel model.PESEL) (r model.Record, known bool, err error) {
	var id model.StudentID
	err = d.QueryRowContext(d.ctx, "SELECT id FROM students WHERE pesel_index = ? AND erased <> ''", peselIndex(d.box, pesel)).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return r, false, nil
	}
	if err != nil {
		return r, false, fmt.Errorf("looking for who was erased: %w", err)
	}
	r, err = d.named(id)
	return r, err == nil, err
}

// nobodyLike reads every name: they are sealed, so SQLite can't look for one.
func (d *deedTx) nobodyLike(s model.Student, others []model.StudentID) error {
	return packed(d.ctx, d, d.box, "students", studentColumns, "1 = 1", readStudent, func(r model.Record) error {
		samePESEL := s.PESEL != "" && s.PESEL == r.PESEL // ErrPESELTaken says it better
		if !samePESEL && !r.Gone() && s.MayBe(r.Student) && !slices.Contains(others, r.ID) {
			return &LookAlikeError{r.Student}
		}
		return nil
	})
}
