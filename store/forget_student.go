package store

import (
	"context"
	"fmt"

	"okienko/model"
)

// StudentForgotten says how a student was forgotten. It holds no personal data.
type StudentForgotten struct {
	Named bool       // the register has to go on naming them, see model.NamedByLaw
	Until model.Date // to that day; zero: no end is set
	Lines int        // of the register, whose details are gone
	Held  bool       // the write-ahead log could not be emptied yet
}

// studentForgottenFacts is how the register writes it down.
type studentForgottenFacts struct {
	Lines int    `json:"lines"`
	Named bool   `json:"named"`
	Until string `json:"named_until,omitempty"`
}

// ForgetStudent erases what is held on a student (RODO art. 17), but for what
// the register of cards handed over has to name. The number stays, and so does
// what was done, without saying to whom. Of somebody who comes back in a roster
// nothing is known any more. It needs RightManage; a *NotReadyError says that
// the student's code is on a screen.
func (db *DB) ForgetStudent(ctx context.Context, by model.Actor, id model.StudentID) (f StudentForgotten, err error) {
	if !by.Role.May(model.RightManage) {
		return f, ErrRole
	}
	err = db.deed(ctx, by, func(d *deedTx) error {
		r, err := d.record(id)
		if err != nil {
			return err
		}
		for _, c := range r.Codes {
			if c.Claim.Desk != "" && d.at.Before(c.Claim.Until) {
				busy := model.Assessment{Blockers: []model.Blocker{{ID: model.BlockOtherDesk, Fixer: model.FixedByDesk}}}
				return &NotReadyError{Assessment: busy, Holder: c.Claim}
			}
		}
		f, err = d.forgetStudent(r)
		return err
	})
	if err != nil {
		return StudentForgotten{}, err
	}
	f.Held = db.emptyLog(ctx)
	return f, nil
}

// What is emptied of a student: always, and where nothing names them any more.
const (
	forgetAlways = `birth = '', sex = '', class = '', book_no = '', document = '', registered = '', portrait = '', portrait_on = '', waiting = 0`
	forgetName   = `last = '', first = '', second = '', pesel = '', pesel_index = NULL, left_on = ''`
)

func (d *deedTx) forgetStudent(r model.Record) (f StudentForgotten, err error) {
	f.Until, f.Named = model.NamedByLaw(r, d.db.profile, model.DateOf(d.at.In(d.db.profile.Zone())))
	steps := []string{
		"UPDATE students SET " + forgetAlways + " WHERE id = ?",
		"UPDATE statements SET signer_name = '', place = '' WHERE student = ?",
		"UPDATE invalidations SET reporter_name = '', note = '' WHERE student = ?",
		`UPDATE codes SET payload = '', second = '', login = '', payload_index = NULL, login_index = NULL,
			claim_desk = '', claim_window = '', claim_operator = '', claim_since = 0, claim_until = 0 WHERE student = ?`,
	}
	if !f.Named {
		steps = append(steps, "UPDATE students SET "+forgetName+" WHERE id = ?",
			"UPDATE cards SET number = '', duplicate_of = '' WHERE student = ?",
			"UPDATE handovers SET name = '' WHERE student = ?")
	}
	for _, step := range steps {
		if _, err := d.exec(step, int64(r.ID)); err != nil {
			return f, fmt.Errorf("forgetting a student: %w", err)
		}
	}
	if err := d.forgetPhotosOf(r.ID); err != nil {
		return f, err
	}
	f.Lines, err = d.changed("UPDATE register SET before = '', after = '', salt = x'' WHERE student = ? AND student <> 0 AND salt <> x''", int64(r.ID))
	if err != nil {
		return f, err
	}
	return f, d.line(model.DeedStudentForgotten, r.ID, nil, studentForgottenFacts{f.Lines, f.Named, f.Until.String()})
}

func (d *deedTx) forgetPhotosOf(id model.StudentID) error {
	photos, err := d.photosWhere("student = ?", int64(id))
	if err != nil || len(photos) == 0 {
		return err
	}
	if _, err := d.deletePhotos(photos); err != nil {
		return err
	}
	return d.photosChanged()
}
