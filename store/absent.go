package store

import (
	"context"

	"okienko/model"
)

// MarkAbsent records that a student was not there when their class was called
// today, or takes that back. It holds at every desk to the end of the day. Where
// the day says so already nothing is written. ErrNoSuchStudent if there is none.
func (db *DB) MarkAbsent(ctx context.Context, by model.Actor, student model.StudentID, absent bool) error {
	return db.deed(ctx, by, func(d *deedTx) error {
		if _, err := d.record(student); err != nil {
			return err
		}
		today, err := db.linesOfDay(ctx, d, model.DateOf(d.at.In(db.profile.Zone())), "student = ? AND student <> 0", int64(student))
		if err != nil || model.Absent(today)[student] == absent {
			return err
		}
		deed := model.DeedAbsenceUndone
		if absent {
			deed = model.DeedAbsent
		}
		return d.note(deed, student, nil, nil) // the record is as it was: nobody's form is overtaken
	})
}
