package store

import (
	"context"
	"fmt"

	"okienko/model"
)

// invalidationFacts is how the register writes an invalidation down.
type invalidationFacts struct {
	Invalidation int64                    `json:"invalidation"`
	Of           model.Invalidated        `json:"of"`
	Reason       model.InvalidationReason `json:"reason"`
	Number       string                   `json:"number,omitempty"` // of the physical card
	Reporter     model.Reporter           `json:"reporter,omitempty"`
	ReporterName string                   `json:"reporter_name,omitempty"`
	Reported     string                   `json:"reported,omitempty"`
	Note         string                   `json:"note,omitempty"`
	Done         string                   `json:"done,omitempty"`
}

func factsOfInvalidation(i model.Invalidation, r model.Record) invalidationFacts {
	f := invalidationFacts{i.ID, i.Of, i.Reason, "", i.Reporter, i.ReporterName, i.Reported.String(), i.Note, i.Done.String()}
	for _, c := range r.Cards {
		if c.ID == i.Card {
			f.Number = c.Number
		}
	}
	return f
}

// Invalidate records that a student's physical card, which takes the mobile
// one along, or the mobile one alone does not count any more; which of them
// follows from the reason. Student, Reason, Reporter, ReporterName, Reported
// and Note are the caller's, the rest is filled in and returned. Codes taken in
// so far are void from then on, on every desk. seen is the student's version
// that the desk had before its eyes. ErrNoCard if there is no valid physical
// card to invalidate.
func (db *DB) Invalidate(ctx context.Context, by model.Actor, seen int64, i model.Invalidation) (model.Invalidation, error) {
	err := db.deed(ctx, by, func(d *deedTx) error {
		r, err := d.seenRecord(i.Student, seen)
		if err != nil {
			return err
		}
		i, err = d.invalidate(r, i)
		return err
	})
	return i, err
}

func (d *deedTx) invalidate(r model.Record, i model.Invalidation) (model.Invalidation, error) {
	card, has := model.CurrentCard(r.Cards)
	i.Of, i.Card, i.Registered = i.Reason.Of(), card.ID, model.Date{}
	if i.Of == model.PhysicalCard {
		if !has || card.State != model.CardValid {
			return i, ErrNoCard
		}
		i.Registered = r.Registered
		if err := d.cardStands(card.ID, model.CardInvalidated, r.ID, model.Date{}); err != nil {
			return i, err
		}
		if err := d.endEarlier(r, card); err != nil {
			return i, err
		}
	}
	err := d.QueryRowContext(d.ctx, `SELECT (SELECT last FROM numbers WHERE name = 'codes'), (SELECT last FROM numbers WHERE name = 'statements')`).
		Scan(&i.LastCode, &i.LastSheet)
	if err != nil {
		return i, fmt.Errorf("reading numbers: %w", err)
	}
	if i.ID, err = d.numbered("invalidations", 1); err != nil {
		return i, err
	}
	i.ReporterName, i.Note = fit(i.ReporterName), fit(i.Note)
	i.EnteredBy, i.EnteredAt, i.Done, i.DoneBy, i.Undone = d.by.Operator, d.at, model.Date{}, "", false
	_, err = d.exec(`INSERT INTO invalidations (id, student, of, card, reason, reporter, reporter_name, reported, note, entered_by, entered_at, last_code, last_sheet, registered)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, i.ID, int64(i.Student), string(i.Of), i.Card, string(i.Reason), string(i.Reporter),
		d.owned("invalidations.reporter_name", i.ID, i.Student, i.ReporterName), i.Reported.String(), d.owned("invalidations.note", i.ID, i.Student, i.Note),
		i.EnteredBy, millis(i.EnteredAt), i.LastCode, i.LastSheet, i.Registered.String())
	if err != nil {
		return i, fmt.Errorf("invalidating: %w", err)
	}
	if err := d.line(model.DeedInvalidated, i.Student, nil, factsOfInvalidation(i, r)); err != nil {
		return i, err
	}
	if i.Reason == model.ReasonLeft && r.Left.IsZero() {
		return i, d.leaves(model.DeedStudentLeft, r, i.Reported)
	}
	return i, nil
}

// endEarlier invalidates what the card that goes had superseded: or else one
// entered before it would count again.
func (d *deedTx) endEarlier(r model.Record, gone model.Card) error {
	for _, c := range r.Cards {
		if c.ID == gone.ID || c.State != model.CardValid {
			continue
		}
		after := c
		after.State = model.CardInvalidated
		if err := d.changeCard(model.DeedCardChanged, r, c, after); err != nil {
			return err
		}
	}
	return nil
}

// leaves notes that a student left on a day, or with the zero day that they did
// not: whose card goes because they left is waited for no more.
func (d *deedTx) leaves(deed model.Deed, r model.Record, day model.Date) error {
	if _, err := d.exec("UPDATE students SET left_on = ? WHERE id = ?", day.String(), int64(r.ID)); err != nil {
		return fmt.Errorf("marking who left: %w", err)
	}
	after := r.Student
	after.Left = day
	was, is := differing(r.Student, after)
	return d.line(deed, r.ID, was, is)
}

// cardStands writes whether a physical card is valid, and since when its
// student's card is in SIO: a card that comes after is registered anew.
func (d *deedTx) cardStands(card int64, state model.CardState, student model.StudentID, registered model.Date) error {
	if _, err := d.exec("UPDATE cards SET state = ? WHERE id = ?", string(state), card); err != nil {
		return fmt.Errorf("invalidating a card: %w", err)
	}
	if _, err := d.exec("UPDATE students SET registered = ? WHERE id = ?", registered.String(), int64(student)); err != nil {
		return fmt.Errorf("invalidating a card: %w", err)
	}
	return nil
}

// standing finds an invalidation that was not undone. A *ConflictError says who
// undid it; ErrGone: it is not there.
func (d *deedTx) standing(student model.StudentID, id int64) (model.Record, model.Invalidation, error) {
	r, err := d.record(student)
	if err != nil {
		return r, model.Invalidation{}, err
	}
	for _, i := range r.Invalidations {
		switch {
		case i.ID != id:
		case i.Undone:
			return r, i, d.conflictBy(r, model.DeedInvalidationUndo)
		default:
			return r, i, nil
		}
	}
	return r, model.Invalidation{}, ErrGone
}

// UndoInvalidation takes back what was invalidated by mistake: the physical
// card is valid again, and the codes that were void are as they were. It stays
// in the history. A card that was entered in its place is taken back with it,
// as long as nothing was done with that one: it is not in SIO and has no code
// (model.Record.Replacement). ErrDoneInSIO while it is ticked, ErrCardReplaced if
// something was, a *ConflictError if another desk undid it, ErrGone if it is
// not there.
func (db *DB) UndoInvalidation(ctx context.Context, by model.Actor, student model.StudentID, id int64) error {
	return db.deed(ctx, by, func(d *deedTx) error {
		r, i, err := d.standing(student, id)
		if err != nil {
			return err
		}
		return d.undoInvalidation(r, i)
	})
}

func (d *deedTx) undoInvalidation(r model.Record, i model.Invalidation) error {
	if !i.Done.IsZero() {
		return ErrDoneInSIO
	}
	if i.Of == model.PhysicalCard {
		after, ok := r.Replacement(i)
		if !ok {
			return ErrCardReplaced
		}
		if err := d.dropCard(after); err != nil {
			return err
		}
		if err := d.cardStands(i.Card, model.CardValid, r.ID, i.Registered); err != nil {
			return err
		}
	}
	if _, err := d.exec("UPDATE invalidations SET undone = 1 WHERE id = ?", i.ID); err != nil {
		return fmt.Errorf("undoing an invalidation: %w", err)
	}
	if err := d.line(model.DeedInvalidationUndo, r.ID, factsOfInvalidation(i, r), nil); err != nil {
		return err
	}
	if i.Reason != model.ReasonLeft || r.Left != i.Reported {
		return nil
	}
	// Who had left before their card was invalidated has left all the same.
	var together bool
	err := d.QueryRowContext(d.ctx, "SELECT EXISTS (SELECT 1 FROM register WHERE student = ? AND deed = ? AND at = ?)",
		int64(r.ID), string(model.DeedStudentLeft), millis(i.EnteredAt)).Scan(&together)
	switch {
	case err != nil:
		return fmt.Errorf("undoing an invalidation: %w", err)
	case together:
		return d.leaves(model.DeedStudentReturned, r, model.Date{})
	}
	return nil
}

// dropCard takes a card back that was entered by mistake; the register keeps
// what it was. The zero Card is none.
func (d *deedTx) dropCard(c model.Card) error {
	if c.ID == 0 {
		return nil
	}
	if _, err := d.exec("DELETE FROM cards WHERE id = ?", c.ID); err != nil {
		return fmt.Errorf("taking a card back: %w", err)
	}
	return d.line(model.DeedCardUndone, c.Student, factsOfCard(c), nil)
}

// TickInvalidation notes that an invalidation was done in SIO on a day, by the
// actor; the zero day takes that note back. A *ConflictError says which desk
// undid it, ticked it or took the tick back before; ErrGone: it is not there.
func (db *DB) TickInvalidation(ctx context.Context, by model.Actor, student model.StudentID, id int64, day model.Date) error {
	return db.deed(ctx, by, func(d *deedTx) error {
		r, before, err := d.standing(student, id)
		if err != nil {
			return err
		}
		if before.Done.IsZero() == day.IsZero() {
			return d.conflictBy(r, model.DeedInvalidationDone, model.DeedInvalidationOpen)
		}
		after, deed := before, model.DeedInvalidationDone
		after.Done, after.DoneBy = day, d.by.Operator
		if day.IsZero() {
			after.DoneBy, deed = "", model.DeedInvalidationOpen
		}
		if _, err := d.exec("UPDATE invalidations SET done = ?, done_by = ? WHERE id = ?", after.Done.String(), after.DoneBy, id); err != nil {
			return fmt.Errorf("ticking an invalidation: %w", err)
		}
		return d.line(deed, student, factsOfInvalidation(before, r), factsOfInvalidation(after, r))
	})
}

// invalidateLate is what a late objection does to a mobile card that is in
// use, where the profile does not say otherwise.
func (d *deedTx) invalidateLate(r model.Record, s model.Statement) error {
	if s.Kind != model.Objection || d.db.profile.Invalidation.KeepObjection || !r.InHand() {
		return nil
	}
	reporter := model.ReportedByParent
	if s.Signer == model.SignedByStudent {
		reporter = model.ReportedByStudent
	}
	reported := s.Signed
	if reported.IsZero() {
		reported = model.DateOf(d.at.In(d.db.profile.Zone()))
	}
	_, err := d.invalidate(r, model.Invalidation{Student: s.Student, Reason: model.ReasonObjection, Reporter: reporter,
		ReporterName: s.SignerName, Reported: reported})
	return err
}

// undoLate undoes what an objection invalidated that was entered by mistake,
// as long as nobody did it in SIO.
func (d *deedTx) undoLate(r model.Record, sheet int64) error {
	for _, i := range r.Invalidations {
		if i.Pending() && i.Reason == model.ReasonObjection && i.LastSheet == sheet {
			return d.undoInvalidation(r, i)
		}
	}
	return nil
}
