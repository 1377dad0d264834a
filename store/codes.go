package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"okienko/model"
	"okienko/store/seal"
)

// codeFacts is how the register writes a code down: never what it holds.
type codeFacts struct {
	Code      int64          `json:"code"`
	Kind      model.CodeKind `json:"kind"`
	Generated string         `json:"generated,omitempty"`
	Until     string         `json:"until,omitempty"`
}

func factsOfCode(c model.Code) codeFacts {
	return codeFacts{c.ID, c.Kind, stamp(c.Generated), stamp(c.Until)}
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// TakeCodes takes codes in, each on its own merits, and returns for each nil
// or a *CodeRefusedError in the same order. err is for the deed as a whole;
// nothing was taken in then.
func (db *DB) TakeCodes(ctx context.Context, by model.Actor, codes ...model.Code) (refused []error, err error) {
	refused = make([]error, len(codes))
	err = db.deed(ctx, by, func(d *deedTx) error {
		for i, c := range codes {
			err := d.takeCode(c)
			var r *CodeRefusedError
			if err != nil && !errors.As(err, &r) {
				return err
			}
			if r != nil {
				refused[i] = r
			}
		}
		return nil
	})
	return refused, err
}

func (d *deedTx) takeCode(c model.Code) error {
	if err := d.refuseKnown(c); err != nil {
		return err
	}
	c.Added = d.at
	if c.Expired(d.db.profile, d.at) {
		return &CodeRefusedError{Reason: CodeExpired}
	}
	r, err := d.record(c.Student)
	if err != nil {
		return err
	}
	switch a := model.Assess(r, d.db.profile, d.viewpoint()); {
	case a.Has(model.BlockResigned):
		return &CodeRefusedError{Reason: CodeOfResigned}
	case a.Stage == model.StageStopped:
		return &CodeRefusedError{Reason: CodeOfObjector}
	}
	if c.ID, err = d.numbered("codes", 1); err != nil {
		return err
	}
	payload, second := c.Payload.Reveal(), c.Second.Reveal()
	_, err = d.exec(`INSERT INTO codes (id, student, kind, payload, second, login, payload_index, login_index, generated, until, added)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, c.ID, c.Student, string(c.Kind), d.owned("codes.payload", c.ID, c.Student, payload),
		d.owned("codes.second", c.ID, c.Student, second), d.owned("codes.login", c.ID, c.Student, c.Login), payloadIndex(d.box, payload),
		loginIndex(d.box, c.Kind, c.Login, second), millis(c.Generated), millis(c.Until), millis(c.Added))
	if err != nil {
		return fmt.Errorf("taking a code in: %w", err)
	}
	return d.line(model.DeedCodeTaken, c.Student, nil, factsOfCode(c))
}

// refuseKnown refuses a code that is in the database already.
func (d *deedTx) refuseKnown(c model.Code) error {
	rows, err := d.QueryContext(d.ctx, `SELECT student, added FROM codes WHERE payload_index = ?
		UNION ALL SELECT student, added FROM codes WHERE login_index = ? LIMIT 1`,
		payloadIndex(d.box, c.Payload.Reveal()), loginIndex(d.box, c.Kind, c.Login, c.Second.Reveal()))
	if err != nil {
		return fmt.Errorf("looking a code up: %w", err)
	}
	defer func() { _ = rows.Close() }()
	if !rows.Next() {
		return rows.Err()
	}
	var owner model.StudentID
	var added int64
	if err := rows.Scan(&owner, &added); err != nil {
		return fmt.Errorf("looking a code up: %w", err)
	}
	if owner == c.Student {
		return &CodeRefusedError{CodeKnown, moment(added)}
	}
	return &CodeRefusedError{CodeOfAnother, moment(added)}
}

// OwnerOfPayload says whose code holds a text, byte for byte. known is false
// if no code does.
func (db *DB) OwnerOfPayload(ctx context.Context, payload string) (owner model.StudentID, known bool, err error) {
	if payload == "" {
		return 0, false, nil
	}
	box, err := db.sealedBy(ctx, db.read)
	if err != nil {
		return 0, false, explain(err)
	}
	row := db.read.QueryRowContext(ctx, "SELECT student FROM codes WHERE payload_index = ?", payloadIndex(box, payload))
	switch err := row.Scan(&owner); {
	case errors.Is(err, sql.ErrNoRows):
		return 0, false, nil
	case err != nil:
		return 0, false, explain(fmt.Errorf("looking a code up: %w", err))
	}
	return owner, true, nil
}

// PresentCode claims the student's code for this desk's screen and returns it
// with its secrets. A *NotReadyError says why it may not be shown. Showing it
// again at the same desk renews the claim; each showing is on record.
func (db *DB) PresentCode(ctx context.Context, by model.Actor, student model.StudentID) (model.Code, error) {
	var code model.Code
	err := db.deed(ctx, by, func(d *deedTx) error {
		r, err := d.record(student)
		if err != nil {
			return err
		}
		a := model.Assess(r, db.profile, d.viewpoint())
		if !a.MayPresent() {
			e := &NotReadyError{Assessment: a}
			if a.Code != nil {
				e.Holder = a.Code.Claim
			}
			return e
		}
		code = *a.Code
		code.Claim = d.newClaim()
		var payload, second string
		if err := d.QueryRowContext(ctx, "SELECT payload, second FROM codes WHERE id = ?", code.ID).Scan(&payload, &second); err != nil {
			return fmt.Errorf("reading a code: %w", err)
		}
		if payload, err = d.box.Open(seal.Place{Column: "codes.payload", Row: code.ID, Owner: int64(student)}, payload); err != nil {
			return tampered(err)
		}
		if second, err = d.box.Open(seal.Place{Column: "codes.second", Row: code.ID, Owner: int64(student)}, second); err != nil {
			return tampered(err)
		}
		code.Payload, code.Second = model.Secret(payload), model.Secret(second)
		if err := d.claim(code); err != nil {
			return err
		}
		return d.line(model.DeedCodePresented, student, nil, factsOfCode(code))
	})
	if err != nil {
		return model.Code{}, err
	}
	return code, nil
}

// NotCollected gives a code back that was shown and not collected; it stays
// available. ErrNotPresented if this window does not have it on its screen.
func (db *DB) NotCollected(ctx context.Context, by model.Actor, student model.StudentID, code int64) error {
	return db.deed(ctx, by, func(d *deedTx) error {
		_, c, err := d.codeOnScreen(student, code)
		if err != nil {
			return err
		}
		c.Claim = model.Claim{}
		if err := d.claim(c); err != nil {
			return err
		}
		return d.line(model.DeedCodeNotCollected, student, nil, factsOfCode(c))
	})
}

// handoverFacts is how the register writes a hand-over down.
type handoverFacts struct {
	Handover  int64           `json:"handover"`
	Code      int64           `json:"code,omitempty"`
	Kind      model.CodeKind  `json:"kind,omitempty"`
	To        model.Recipient `json:"to,omitempty"`
	ToName    string          `json:"to_name,omitempty"`
	CardShown bool            `json:"card_shown"`
	Corrects  int64           `json:"corrects,omitempty"`
	Void      bool            `json:"void,omitempty"`
}

func factsOfHandover(h model.Handover) handoverFacts {
	return handoverFacts{h.ID, h.Code, h.Kind, h.To, h.ToName, h.CardShown, h.Corrects, h.Void}
}

// ConfirmHandover records that the code on this desk's screen was collected,
// and gives the claim back. Student, Code, To, ToName and CardShown are the
// caller's; the rest is filled in and returned. When it returns without an
// error the hand-over is on disk.
//
// A code whose life ended, or whose card or student was changed, while it
// stood on the screen is still recorded: the student has scanned it, and the
// register tells what happened. Only an objection that came meanwhile stops it,
// and an invalidation, which the code may not outlive.
func (db *DB) ConfirmHandover(ctx context.Context, by model.Actor, h model.Handover) (model.Handover, error) {
	err := db.deed(ctx, by, func(d *deedTx) error {
		r, c, err := d.codeOnScreen(h.Student, h.Code)
		if err != nil {
			return err
		}
		shown := d.viewpoint()
		shown.Now = c.Claim.Since
		a := model.Assess(r, db.profile, shown)
		if a.Stage == model.StageStopped || r.Void(c) {
			return &NotReadyError{Assessment: a}
		}
		if !a.Pickup.Allows(h.To) {
			return ErrPickup
		}
		h.Kind, h.Corrects, h.Void = c.Kind, 0, false
		if h, err = d.writeHandover(h); err != nil {
			return err
		}
		c.Claim, c.Spent = model.Claim{}, c.Spent+1
		if err := d.claim(c); err != nil {
			return err
		}
		if err := d.served(h.Student); err != nil {
			return err
		}
		return d.line(model.DeedHandedOver, h.Student, nil, factsOfHandover(h))
	})
	return h, err
}

func (d *deedTx) writeHandover(h model.Handover) (model.Handover, error) {
	h.At, h.Operator, h.Desk = d.at, d.by.Operator, d.by.Desk
	return d.insertHandover(h)
}

// insertHandover is writeHandover for one that took place at another time or
// desk than the deed.
func (d *deedTx) insertHandover(h model.Handover) (model.Handover, error) {
	h.ToName = fit(h.ToName)
	var err error
	if h.ID, err = d.numbered("handovers", 1); err != nil {
		return h, err
	}
	_, err = d.exec(`INSERT INTO handovers (id, student, code, kind, recipient, name, card_shown, at, operator, desk, corrects, void)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, h.ID, h.Student, h.Code, string(h.Kind), string(h.To),
		d.owned("handovers.name", h.ID, h.Student, h.ToName), h.CardShown, millis(h.At), h.Operator, h.Desk, h.Corrects, h.Void)
	if err != nil {
		return h, fmt.Errorf("recording a hand-over: %w", err)
	}
	return h, nil
}

// CorrectHandover replaces what was recorded: To, ToName, CardShown, or, with
// Void, that it took place at all, which makes the code available again. Both
// lines stay. A *ConflictError says who corrected the hand-over before; ErrGone:
// it is not there.
func (db *DB) CorrectHandover(ctx context.Context, by model.Actor, wrong model.Handover, right model.Handover) (model.Handover, error) {
	err := db.deed(ctx, by, func(d *deedTx) error {
		r, err := d.record(wrong.Student)
		if err != nil {
			return err
		}
		old, ok := effective(r.Handovers, wrong.ID)
		if !ok {
			return d.noHandover(r, wrong.ID)
		}
		pickup := model.WhoMayCollect(r.Student, db.profile, model.DateOf(old.At.In(db.profile.Zone())))
		if !right.Void && !pickup.Allows(right.To) {
			return ErrPickup
		}
		right.Student, right.Code, right.Kind, right.Corrects = old.Student, old.Code, old.Kind, old.ID
		if right, err = d.writeHandover(right); err != nil {
			return err
		}
		if right.Void {
			if _, err := d.exec("UPDATE codes SET spent = max(spent - 1, 0) WHERE id = ?", old.Code); err != nil {
				return fmt.Errorf("giving a code back: %w", err)
			}
		}
		return d.line(model.DeedHandoverCorrected, right.Student, factsOfHandover(old), factsOfHandover(right))
	})
	return right, err
}

// noHandover is why a hand-over that a desk saw can't be corrected.
func (d *deedTx) noHandover(r model.Record, id int64) error {
	for _, h := range r.Handovers {
		if h.ID == id {
			return d.conflictBy(r, model.DeedHandoverCorrected)
		}
	}
	return ErrGone
}

func effective(all []model.Handover, id int64) (model.Handover, bool) {
	for _, h := range model.EffectiveHandovers(all) {
		if h.ID == id {
			return h, true
		}
	}
	return model.Handover{}, false
}
