package store

import (
	"context"
	"fmt"
	"path/filepath"

	"okienko/model"
	"okienko/store/seal"
)

// Held is all that is held on one student (RODO art. 15).
type Held struct {
	model.Record             // its codes hold the secrets of those that can't be used any more
	Photos       []HeldPhoto // with their pictures
	Lines        []model.RegisterLine
	Files        []HeldFile // written about them, and still there
}

// HeldFile is a file in the folder for what leaves the school.
type HeldFile struct {
	Name string
	Made model.Date
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
	if len(photos) > 0 {
		if h.Photos, err = db.heldPhotos(ctx, id); err != nil {
			return Held{}, err
		}
	}
	h.Files, err = db.heldFiles(ctx, id)
	if err != nil {
		return Held{}, err
	}
	return h, nil
}

// heldPhotos are a student's photos with their pictures, and the days on which
// they go.
func (db *DB) heldPhotos(ctx context.Context, id model.StudentID) (held []HeldPhoto, err error) {
	all, _, err := db.Photos(ctx)
	if err != nil {
		return nil, err
	}
	for _, p := range all {
		if p.Student != id {
			continue
		}
		pictures, err := db.PhotoBytes(ctx, p.ID)
		if err != nil {
			return nil, err
		}
		held = append(held, HeldPhoto{p, pictures})
	}
	return held, nil
}

// heldFiles are the files about a student; those about the whole school are
// left out.
func (db *DB) heldFiles(ctx context.Context, id model.StudentID) (held []HeldFile, err error) {
	all, err := db.outgoings(ctx, id)
	if err != nil {
		return nil, err
	}
	folder := Folder(filepath.Dir(db.path)).Outgoing()
	for _, o := range all {
		if o.asked && o.about[0].Kind != AboutSchool && exists(filepath.Join(folder, o.name)) {
			held = append(held, HeldFile{o.name, o.made})
		}
	}
	return held, nil
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
