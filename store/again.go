package store

import (
	"context"
	"fmt"

	"okienko/model"
)

// EnterDuplicate enters a card that stands in for the one on record, which is
// invalidated for SIO's reason if nothing invalidated it before; its end is
// then the duplicate's day of issue. By the rule of SIO that day may not lie
// before the end of the old card: ErrBeforeEnd. ErrNoCard without an old card.
func (db *DB) EnterDuplicate(ctx context.Context, by model.Actor, seen int64, c model.Card) error {
	return db.deed(ctx, by, func(d *deedTx) error {
		r, err := d.seenRecord(c.Student, seen)
		if err != nil {
			return err
		}
		old, has := model.CurrentCard(r.Cards)
		if !has {
			return ErrNoCard
		}
		today := model.DateOf(d.at.In(d.db.profile.Zone()))
		if c.Issued.Before(r.CardEnded(old, today)) {
			return ErrBeforeEnd
		}
		if old.State == model.CardValid {
			i := model.Invalidation{Student: c.Student, Reason: model.ReasonForDuplicate, Reporter: model.ReportedBySchool, Reported: c.Issued}
			if _, err := d.invalidate(r, i); err != nil {
				return err
			}
		}
		c.State, c.DuplicateOf = model.CardValid, old.Number
		return d.enterCard(c)
	})
}

// AskCodeAnew sets a code aside that did not scan or has expired, so that
// nobody gets it, and notes since when the student waits for another: they
// keep their place in the queue until something is handed over. ErrGone if the
// code is not there, a *ConflictError if another desk set it aside before, a
// *NotReadyError if another desk has it on its screen.
func (db *DB) AskCodeAnew(ctx context.Context, by model.Actor, student model.StudentID, code int64) error {
	return db.deed(ctx, by, func(d *deedTx) error {
		r, c, err := d.codeToSetAside(student, code)
		switch {
		case err != nil:
			return err
		case c.SetAside:
			return d.conflictBy(r, model.DeedCodeAskedAnew)
		case c.Claim.HeldAgainst(d.viewpoint()):
			return &NotReadyError{Assessment: model.Assess(r, db.profile, d.viewpoint()), Holder: c.Claim}
		}
		if _, err := d.exec("UPDATE codes SET set_aside = 1 WHERE id = ?", c.ID); err != nil {
			return fmt.Errorf("setting a code aside: %w", err)
		}
		if _, err := d.exec("UPDATE students SET waiting = ? WHERE id = ? AND waiting = 0", millis(d.at), int64(student)); err != nil {
			return fmt.Errorf("noting who waits: %w", err)
		}
		return d.line(model.DeedCodeAskedAnew, student, nil, factsOfCode(c))
	})
}

// TakeCodeBack makes a code that was set aside by mistake what it was before,
// and ends the waiting for another. ErrGone if the code is not there or what it
// held is forgotten, a *ConflictError if another desk took it back before.
func (db *DB) TakeCodeBack(ctx context.Context, by model.Actor, student model.StudentID, code int64) error {
	return db.deed(ctx, by, func(d *deedTx) error {
		r, c, err := d.codeToSetAside(student, code)
		switch {
		case err != nil:
			return err
		case c.Forgotten:
			return ErrGone
		case !c.SetAside:
			return d.conflictBy(r, model.DeedCodeTakenBack)
		}
		if _, err := d.exec("UPDATE codes SET set_aside = 0 WHERE id = ?", c.ID); err != nil {
			return fmt.Errorf("taking a code back: %w", err)
		}
		if err := d.served(student); err != nil {
			return err
		}
		return d.line(model.DeedCodeTakenBack, student, nil, factsOfCode(c))
	})
}

// codeToSetAside finds a code that may be set aside: a login is not, since the
// student makes as many codes with it as they like.
func (d *deedTx) codeToSetAside(student model.StudentID, code int64) (model.Record, model.Code, error) {
	r, err := d.record(student)
	if err != nil {
		return r, model.Code{}, err
	}
	for _, c := range r.Codes {
		if c.ID == code && c.Kind != model.CodeCredentials {
			return r, c, nil
		}
	}
	return r, model.Code{}, ErrGone
}

// served ends a student's waiting: they got something.
func (d *deedTx) served(student model.StudentID) error {
	if _, err := d.exec("UPDATE students SET waiting = 0 WHERE id = ?", int64(student)); err != nil {
		return fmt.Errorf("noting who waits: %w", err)
	}
	return nil
}

// extended makes the mobile card wait for a new code, where the profile says
// that it does not follow the physical one to its new last day.
func (d *deedTx) extended(r model.Record, before, after model.Card) error {
	moved := !before.ValidUntil.IsZero() && after.ValidUntil.After(before.ValidUntil)
	if !d.db.profile.Cards.NewCode || !moved || after.State != model.CardValid || !r.MobileCode() {
		return nil
	}
	_, err := d.invalidate(r, model.Invalidation{Student: r.ID, Reason: model.ReasonExtended, Reporter: model.ReportedBySchool,
		Reported: model.DateOf(d.at.In(d.db.profile.Zone()))})
	return err
}
