package store

import (
	"context"
	"fmt"

	"okienko/model"
	"okienko/store/seal"
)

// Held is all that is held on one student (RODO art. 15).
type Held struct {
	model.Record             // its codes hold the secrets of those that can't be used any more
	Photos       []HeldPhoto // with their pictures
	Lines        []model.RegisterLine
}

// HeldPhoto is a photo with its pictures.
type HeldPhoto struct {
	Photo
	Pictures
}

// StudentHeld reads all that is held on one student, for a person who asks what
// that is, and notes in the register that it was given out. A code that may
// still be used is named only: on paper it could be used by somebody else.
func (db *DB) StudentHeld(ctx context.Context, by model.Actor, id model.StudentID) (h Held, err error) {
	if !by.Role.May(model.RightSecrets) {
		return h, ErrRole
	}
	var photos []Photo
	err = db.deed(ctx, by, func(d *deedTx) error {
		if h.Record, err = d.named(id); err != nil {
			return err
		}
		if err := d.revealSpent(&h.Record); err != nil {
			return err
		}
		if photos, err = d.photosWhere("student = ?", int64(id)); err != nil {
			return err
		}
		if h.Lines, err = d.linesAfter(id, 0); err != nil {
			return err
		}
		return d.line(model.DeedStudentGivenOut, id, nil, nil)
	})
	if err != nil {
		return Held{}, err
	}
	for _, p := range photos {
		pictures, err := db.PhotoBytes(ctx, p.ID)
		if err != nil {
			return Held{}, err
		}
		h.Photos = append(h.Photos, HeldPhoto{p, pictures})
	}
	return h, nil
}

// revealSpent reads the secrets of codes that nobody can use any more and that
// are not forgotten yet.
func (d *deedTx) revealSpent(r *model.Record) error {
	for i := range r.Codes {
		c := &r.Codes[i]
		if c.Forgotten || r.Usable(*c, d.db.profile, d.at) {
			continue
		}
		var payload, second string
		if err := d.QueryRowContext(d.ctx, "SELECT payload, second FROM codes WHERE id = ?", c.ID).Scan(&payload, &second); err != nil {
			return fmt.Errorf("reading a code: %w", err)
		}
		var err error
		if payload, err = d.box.Open(seal.Place{Column: "codes.payload", Row: c.ID, Owner: int64(c.Student)}, payload); err != nil {
			return tampered(err)
		}
		if second, err = d.box.Open(seal.Place{Column: "codes.second", Row: c.ID, Owner: int64(c.Student)}, second); err != nil {
			return tampered(err)
		}
		c.Payload, c.Second = model.Secret(payload), model.Secret(second)
	}
	return nil
}
