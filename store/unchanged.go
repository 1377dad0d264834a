package store

import (
	"fmt"
	"slices"
	"strings"

	"okienko/model"
)

// IfUnchanged is the same database for one deed of a person who looked at a
// student: whatever deed is done through it, it is refused with a
// *ConflictError if the student was touched after the version seen. So nothing
// is done to what has become something else since the question was asked.
func (db *DB) IfUnchanged(id model.StudentID, version int64) *DB {
	guarded := *db
	guarded.seen = seen{id, version}
	return &guarded
}

// seen is the student and the version that a person had before their eyes; the
// zero value asks nothing.
type seen struct {
	student model.StudentID
	version int64
}

// stillAsSeen is the check of IfUnchanged.
func (d *deedTx) stillAsSeen() error {
	if d.db.seen.student == 0 {
		return nil
	}
	_, err := d.seenRecord(d.db.seen.student, d.db.seen.version)
	return err
}

// conflict tells what was done to a student after the version seen.
func (d *deedTx) conflict(r model.Record, seen int64) error {
	lines, err := d.linesAfter(r.ID, seen)
	if err != nil {
		return err
	}
	if len(lines) == 0 {
		return &ConflictError{}
	}
	return &ConflictError{Line: lines[len(lines)-1], Lines: lines}
}

// conflictBy is conflict for a deed that minds only some deeds of others; it
// tells the last of those.
func (d *deedTx) conflictBy(r model.Record, deeds ...model.Deed) error {
	lines, err := d.linesAfter(r.ID, 0)
	if err != nil {
		return err
	}
	for _, l := range slices.Backward(lines) {
		if slices.Contains(deeds, l.Deed) {
			return &ConflictError{Line: l, Lines: []model.RegisterLine{l}}
		}
	}
	return &ConflictError{}
}

// linesAfter are the register's lines about a student after the one seen.
func (d *deedTx) linesAfter(id model.StudentID, seq int64) ([]model.RegisterLine, error) {
	rows, err := d.QueryContext(d.ctx, `SELECT seq, at, operator, desk, deed, student, before, after, hash
		FROM register WHERE student = ? AND seq > ? ORDER BY seq`, int64(id), seq)
	if err != nil {
		return nil, fmt.Errorf("reading the register: %w", err)
	}
	defer func() { _ = rows.Close() }()
	var lines []model.RegisterLine
	for rows.Next() {
		l, err := scanLine(rows, d.box)
		if err != nil {
			return nil, err
		}
		lines = append(lines, l)
	}
	return lines, rows.Err()
}

// rosterMinds are the deeds that may make a plan wrong: those that write what
// a roster is compared with. Handing over goes on while a roster is looked
// through.
var rosterMinds = []any{
	model.DeedRosterTaken, model.DeedStudentAdded, model.DeedStudentChanged, model.DeedStudentLeft, model.DeedStudentReturned,
	model.DeedCardEntered, model.DeedCardChanged, model.DeedCardExtended, model.DeedStudentForgotten,
}

// rosterStands returns ErrMoved if a plan made at the mark may be wrong now.
func (d *deedTx) rosterStands(at Mark) error {
	var moved bool
	err := d.QueryRowContext(d.ctx, "SELECT EXISTS (SELECT 1 FROM register WHERE seq > ? AND deed IN (?"+strings.Repeat(", ?", len(rosterMinds)-1)+"))",
		append([]any{int64(at)}, rosterMinds...)...).Scan(&moved)
	switch {
	case err != nil:
		return fmt.Errorf("reading the register: %w", err)
	case moved:
		return ErrMoved
	}
	return nil
}
