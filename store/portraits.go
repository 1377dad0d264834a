package store

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"okienko/model"
)

// DecidePortraits notes what was decided about students' photos. That a family
// knows of a refusal (model.PortraitTold) leaves the day of the refusal as it
// was, and holds for the photos that are kept as well.
func (db *DB) DecidePortraits(ctx context.Context, by model.Actor, decided map[model.StudentID]model.Portrait) error {
	return db.deed(ctx, by, func(d *deedTx) error {
		for _, id := range slices.Sorted(maps.Keys(decided)) {
			if err := d.decideAlone(id, decided[id]); err != nil {
				return err
			}
		}
		return nil
	})
}

// decideAlone is a decision that no photo kept here made.
func (d *deedTx) decideAlone(id model.StudentID, p model.Portrait) error {
	if p.State == model.PortraitTold {
		if err := d.toldOfAll(id); err != nil {
			return err
		}
	}
	return d.decidePortrait(id, p, portraitFacts{})
}

// FamiliesTold notes that families know of a refusal. It says how many of the
// students had a refused photo: whoever sent a better one meanwhile, or was
// told by another desk, is passed over.
func (db *DB) FamiliesTold(ctx context.Context, by model.Actor, ids []model.StudentID) (int, error) {
	return db.deedForEach(ctx, by, ids, func(d *deedTx, r model.Record) (bool, error) {
		if r.Portrait == nil || r.Portrait.State != model.PortraitRefused {
			return false, nil
		}
		return true, d.decideAlone(r.ID, model.Portrait{State: model.PortraitTold})
	})
}

// toldOfAll marks the refused photos that are kept of a student.
func (d *deedTx) toldOfAll(id model.StudentID) error {
	refused, err := d.photosWhere("student = ? AND state = ?", id, string(model.PhotoRefused))
	if err != nil || len(refused) == 0 {
		return err
	}
	for _, p := range refused {
		if err := d.line(model.DeedParentTold, id, nil, photoFacts{Photo: p.ID}); err != nil {
			return err
		}
		p.State = model.PhotoTold
		if err := d.writePhoto(p); err != nil {
			return err
		}
	}
	return d.photosChanged()
}

// portraitFacts is how the register writes a decision about a photo down.
type portraitFacts struct {
	Portrait model.PortraitState `json:"portrait,omitempty"`
	Photo    int64               `json:"photo,omitempty"` // 0: decided without one
	State    model.PhotoState    `json:"state,omitempty"` // of that photo
}

// decidePortrait notes a decision; what the facts say of a photo goes into the
// register.
func (d *deedTx) decidePortrait(id model.StudentID, p model.Portrait, facts portraitFacts) error {
	r, err := d.record(id)
	if err != nil {
		return err
	}
	var before any
	if r.Portrait != nil {
		before = portraitFacts{Portrait: r.Portrait.State}
		if p.State == model.PortraitTold && r.Portrait.State.Refused() {
			p.Decided = r.Portrait.Decided
		}
	}
	if err := d.setPortrait(id, p); err != nil {
		return err
	}
	facts.Portrait = p.State
	return d.line(model.DeedPortraitDecided, id, before, facts)
}

func (d *deedTx) setPortrait(id model.StudentID, p model.Portrait) error {
	if _, err := d.exec("UPDATE students SET portrait = ?, portrait_on = ? WHERE id = ?", string(p.State), p.Decided.String(), id); err != nil {
		return fmt.Errorf("noting a portrait: %w", err)
	}
	return nil
}

// PhotosDeleted notes that photos which lay elsewhere, in a mailbox say, were
// deleted there. It says how many of the students had such a one: whose photo
// is kept here, and who has none, is passed over.
func (db *DB) PhotosDeleted(ctx context.Context, by model.Actor, ids []model.StudentID) (int, error) {
	return db.deedForEach(ctx, by, ids, func(d *deedTx, r model.Record) (bool, error) {
		if len(r.Photos) > 0 || r.Portrait == nil || r.Portrait.Decided.IsZero() {
			return false, nil
		}
		r.Portrait.Decided = model.Date{}
		if err := d.setPortrait(r.ID, *r.Portrait); err != nil {
			return false, err
		}
		return true, d.line(model.DeedPhotoDeleted, r.ID, nil, nil)
	})
}

// photosGone takes the day of the decision from the students of whom no photo
// is left: nothing of theirs is waiting for a day any more.
func (d *deedTx) photosGone(of []Photo) error {
	for _, p := range of {
		if _, err := d.exec(`UPDATE students SET portrait_on = '' WHERE id = ? AND NOT EXISTS (SELECT 1 FROM photos WHERE student = ?)`,
			p.Student, p.Student); err != nil {
			return fmt.Errorf("noting that a photo is gone: %w", err)
		}
		if err := d.touch(p.Student); err != nil {
			return err
		}
	}
	return nil
}
