package store

import (
	"context"

	"okienko/model"
	"okienko/model/portrait"
)

// SeenPhoto is a photo as somebody had it before their eyes.
type SeenPhoto struct{ ID, Version int64 }

// Acceptance is a photo that is accepted, with all that belongs to that one
// decision.
type Acceptance struct {
	Photo SeenPhoto
	// Mended is kept as the picture that goes out, with what there is to say
	// about it; nil: the photo stays as it is.
	Mended []byte
	Report portrait.Report
	// Despite: although something advises against it.
	Despite bool
	// Others are photos of the same student that are refused with it.
	Others []SeenPhoto
}

// AcceptPhoto mends a photo, accepts it and refuses the others that it was
// chosen from, all or nothing. The errors are those of DecidePhoto;
// ErrPhotoState if one of the others is another student's.
func (db *DB) AcceptPhoto(ctx context.Context, by model.Actor, a Acceptance) error {
	return db.photoDeed(ctx, by, a.Photo.ID, a.Photo.Version, func(d *deedTx, p Photo) error {
		for _, other := range a.Others {
			if err := d.refuseOther(p, other); err != nil {
				return err
			}
		}
		if len(a.Mended) > 0 {
			var err error
			if p, err = d.mendPhoto(p, a.Mended, a.Report); err != nil {
				return err
			}
		}
		if a.Despite {
			return d.decidePhoto(p, model.PhotoAcceptedDespite)
		}
		return d.decidePhoto(p, model.PhotoAccepted)
	})
}

func (d *deedTx) refuseOther(chosen Photo, seen SeenPhoto) error {
	found, err := d.photosWhere("id = ?", seen.ID)
	switch {
	case err != nil:
		return err
	case len(found) == 0:
		return nil // deleted meanwhile: nothing is left to refuse
	case found[0].Version != seen.Version:
		return d.photoConflict(found[0])
	case found[0].Student != chosen.Student || chosen.Student == 0 || found[0].ID == chosen.ID:
		return ErrPhotoState
	}
	return d.decidePhoto(found[0], model.PhotoRefused)
}
