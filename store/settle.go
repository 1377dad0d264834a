package store

import (
	"context"

	"okienko/model"
)

// BreakOff is for a window that ends with a code on its screen and nobody to
// ask whether it was scanned: the line was cut, the program broke or was told
// to end. The claim ends, and every desk sees an unfinished hand-over until
// SettleHandover. ErrNotPresented if this window has not got it on its screen.
func (db *DB) BreakOff(ctx context.Context, by model.Actor, student model.StudentID, code int64) error {
	return db.deed(ctx, by, func(d *deedTx) error {
		_, c, err := d.codeOnScreen(student, code)
		if err != nil {
			return err
		}
		c.Claim.Until = d.at
		if err := d.claim(c); err != nil {
			return err
		}
		return d.line(model.DeedHandoverBrokenOff, student, nil, factsOfCode(c))
	})
}

// settledFacts is how the register writes down how an unfinished hand-over
// ended: whose it was and when the code was presented. Who settled it is the
// line's own.
type settledFacts struct {
	handoverFacts
	Presented string `json:"presented"`
	Desk      string `json:"desk"`
	Operator  string `json:"operator"`
}

// SettleHandover says how an unfinished hand-over ended. seen is the claim that
// the person had before their eyes; Student, Code, To, ToName and CardShown of
// h are theirs. With Void nobody collected, and the code is available again;
// else the hand-over is recorded as of the moment of presenting, by the desk
// that presented.
//
// It is a record of what happened, so an objection that came since does not
// stop it. ErrSettled if somebody settled it before, a *NotReadyError if the
// desk lives after all, ErrPickup where the pick-up rule forbids.
func (db *DB) SettleHandover(ctx context.Context, by model.Actor, seen model.Claim, h model.Handover) (model.Handover, error) {
	err := db.deed(ctx, by, func(d *deedTx) error {
		r, err := d.record(h.Student)
		if err != nil {
			return err
		}
		c, err := d.unfinished(r, seen, h.Code)
		if err != nil {
			return err
		}
		claim := c.Claim
		h.Kind, h.Corrects = c.Kind, 0
		h.At, h.Operator, h.Desk = claim.Since, claim.Operator, claim.Desk
		if !h.Void {
			day := model.DateOf(claim.Since.In(db.profile.Zone()))
			if !model.WhoMayCollect(r.Student, db.profile, day).Allows(h.To) {
				return ErrPickup
			}
			if h, err = d.insertHandover(h); err != nil {
				return err
			}
			c.Spent++
			if err := d.served(h.Student); err != nil {
				return err
			}
		}
		c.Claim = model.Claim{}
		if err := d.claim(c); err != nil {
			return err
		}
		return d.line(model.DeedHandoverSettled, h.Student, nil,
			settledFacts{factsOfHandover(h), stamp(claim.Since), claim.Desk, claim.Operator})
	})
	return h, err
}

// unfinished finds the code of the unfinished hand-over that was seen.
func (d *deedTx) unfinished(r model.Record, seen model.Claim, code int64) (model.Code, error) {
	for _, c := range r.Codes {
		switch v := d.viewpoint(); {
		case c.ID != code || !c.Claim.Same(seen):
		case c.Claim.HeldAgainst(v):
			return c, &NotReadyError{Assessment: model.Assess(r, d.db.profile, v), Holder: c.Claim}
		case c.Claim.Unfinished(v):
			return c, nil
		}
	}
	return model.Code{}, ErrSettled
}
