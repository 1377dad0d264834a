package store

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"okienko/model"
	"okienko/model/portrait"
	"okienko/store/seal"
)

// The kinds of picture that belong to a photo.
const (
	pictureOriginal = "original"
	pictureMended   = "mended"
)

// photoDigest finds the same bytes again, whatever the file is called.
func photoDigest(b *seal.Box, sum string) []byte { return b.Index("photos.digest", sum) }

// photoFile finds the same file again. Names that differ only in case, or in
// how a letter and its mark are written, are what one file becomes on its way
// between systems.
func photoFile(b *seal.Box, sum, name string) []byte {
	return b.Index("photos.file", sum, strings.ToLower(name))
}

// sumOf is how the bytes of a photo are told apart.
func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// NewPhoto is a file that is to be taken in.
type NewPhoto struct {
	Name    string // of the file, without its folder
	Data    []byte
	Student model.StudentID // whose it is by its name; 0: not clear
	Report  portrait.Report
}

// TakenPhoto is what became of one.
type TakenPhoto struct {
	ID      int64
	Student model.StudentID // by its name, or as somebody said of the same picture before
	Known   bool            // the file was here already; nothing was changed
}

// TakePhotos takes files in, all or, after an error, none. They are in memory
// and in one transaction, so a folder is to be taken in small batches. A file
// that is here already is left as it is, with what was decided about it. Where
// the name tells nothing, what a person said of the same picture holds.
func (db *DB) TakePhotos(ctx context.Context, by model.Actor, photos ...NewPhoto) ([]TakenPhoto, error) {
	taken := make([]TakenPhoto, len(photos))
	err := db.deed(ctx, by, func(d *deedTx) error {
		for i, p := range photos {
			var err error
			if taken[i], err = d.takePhoto(p); err != nil {
				return err
			}
		}
		return d.photosChanged()
	})
	if err != nil {
		return nil, err
	}
	return taken, nil
}

func (d *deedTx) takePhoto(p NewPhoto) (TakenPhoto, error) {
	name, sum := fit(p.Name), sumOf(p.Data)
	file, digest := photoFile(d.box, sum, name), photoDigest(d.box, sum)
	known, err := d.photosWhere("file = ?", file)
	if err != nil {
		return TakenPhoto{}, err
	}
	if len(known) > 0 {
		return TakenPhoto{known[0].ID, known[0].Student, true}, nil
	}
	byHand := false
	if p.Student == 0 && len(p.Data) > 0 {
		if p.Student, err = d.settledBefore(digest); err != nil {
			return TakenPhoto{}, err
		}
		byHand = p.Student != 0
	}
	id, err := d.numbered("photos", 1)
	if err != nil {
		return TakenPhoto{}, err
	}
	report, err := writeReport(p.Report)
	if err != nil {
		return TakenPhoto{}, err
	}
	if err := d.line(model.DeedPhotoTaken, p.Student, nil, photoFacts{Photo: id}); err != nil {
		return TakenPhoto{}, err
	}
	_, err = d.exec(`INSERT INTO photos (id, student, by_hand, name, sum, digest, file, bytes, arrived, state, report, touched)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, id, p.Student, byHand, d.owned("photos.name", id, p.Student, name), d.owned("photos.sum", id, p.Student, sum),
		digest, file, len(p.Data), d.today().String(), string(model.PhotoToDo), d.owned("photos.report", id, p.Student, report), d.seq)
	if err != nil {
		return TakenPhoto{}, fmt.Errorf("taking a photo in: %w", err)
	}
	return TakenPhoto{ID: id, Student: p.Student}, d.keepPicture(id, pictureOriginal, p.Data)
}

// settledBefore is whom a person named for the same picture; 0 if nobody did,
// or for two students.
func (d *deedTx) settledBefore(digest []byte) (model.StudentID, error) {
	same, err := d.photosWhere("digest = ? AND by_hand = 1", digest)
	if err != nil || len(same) == 0 {
		return 0, err
	}
	for _, p := range same[1:] {
		if p.Student != same[0].Student {
			return 0, nil
		}
	}
	return same[0].Student, nil
}

// keepPicture writes a picture in the place of the former one of its kind.
func (d *deedTx) keepPicture(photo int64, kind string, data []byte) error {
	if _, err := d.exec("DELETE FROM pictures WHERE photo = ? AND kind = ?", photo, kind); err != nil {
		return fmt.Errorf("keeping a picture: %w", err)
	}
	if kind == pictureMended && len(data) == 0 {
		return nil
	}
	id, err := d.numbered("pictures", 1)
	if err != nil {
		return err
	}
	_, err = d.exec("INSERT INTO pictures (id, photo, kind, bytes) VALUES (?, ?, ?, ?)", id, photo, kind,
		d.box.SealBytes(seal.Place{Column: "pictures.bytes", Row: id, Owner: photo}, data))
	if err != nil {
		return fmt.Errorf("keeping a picture: %w", err)
	}
	return nil
}

// photoFacts is how the register writes down what was done to a photo: never
// what its file is called.
type photoFacts struct {
	Photo   int64            `json:"photo"`
	Student model.StudentID  `json:"student,omitempty"`
	State   model.PhotoState `json:"state,omitempty"`
}

// SettlePhoto says whose photo it is; 0 takes back what was said. What was
// decided about it was decided about somebody else's photo, so it is to do
// again. seen is the version that the person had before their eyes: a
// *ConflictError says who was faster. ErrGone if the photo was deleted,
// ErrNoSuchStudent.
func (db *DB) SettlePhoto(ctx context.Context, by model.Actor, id, seen int64, student model.StudentID) error {
	return db.photoDeed(ctx, by, id, seen, func(d *deedTx, p Photo) error {
		if student != 0 {
			if _, err := d.record(student); err != nil {
				return err
			}
		}
		before := p
		p.Student, p.ByHand = student, student != 0
		if before.Student != student {
			p.State, p.DecidedBy, p.DecidedDesk = model.PhotoToDo, "", ""
			p.DecidedAt = moment(0)
		}
		err := d.line(model.DeedPhotoSettled, cmp.Or(student, before.Student),
			photoFacts{Photo: id, Student: before.Student}, photoFacts{Photo: id, Student: student})
		if err == nil {
			err = d.touch(before.Student)
		}
		if err != nil {
			return err
		}
		if err := d.writePhoto(p); err != nil {
			return err
		}
		if before.Student != student && before.State != model.PhotoToDo {
			return d.portraitFollows(before.Student, portraitFacts{Photo: id, State: p.State})
		}
		return nil
	})
}

// DecidePhoto notes what was decided about a photo, and with it about the
// student's portrait: PhotoAccepted, PhotoAcceptedDespite, PhotoRefused, or
// PhotoToDo, which takes the decision back. One that was accepted before for
// the same student becomes PhotoReplaced. The errors are those of SettlePhoto,
// and ErrPhotoNobodys, ErrPhotoUnusable, ErrPhotoAdvised, ErrPhotoState.
func (db *DB) DecidePhoto(ctx context.Context, by model.Actor, id, seen int64, state model.PhotoState) error {
	return db.photoDeed(ctx, by, id, seen, func(d *deedTx, p Photo) error { return d.decidePhoto(p, state) })
}

func (d *deedTx) decidePhoto(p Photo, state model.PhotoState) error {
	if err := p.mayBecome(state); err != nil {
		return err
	}
	if state.Accepted() {
		if err := d.replaceAccepted(p); err != nil {
			return err
		}
	}
	p.State, p.DecidedBy, p.DecidedDesk, p.DecidedAt = state, d.by.Operator, d.by.Desk, d.at
	if state == model.PhotoToDo {
		p.DecidedBy, p.DecidedDesk, p.DecidedAt = "", "", moment(0)
	}
	facts := portraitFacts{Photo: p.ID, State: state}
	if p.Student == 0 {
		if err := d.note(model.DeedPortraitDecided, 0, nil, facts); err != nil {
			return err
		}
		return d.writePhoto(p)
	}
	if err := d.writePhoto(p); err != nil {
		return err
	}
	if err := d.portraitFollows(p.Student, facts); err != nil {
		return err
	}
	return d.writePhoto(p) // once more, with the number of that line
}

// mayBecome says why a photo can't be so decided.
func (p Photo) mayBecome(state model.PhotoState) error {
	report := p.Effective()
	switch {
	case state == model.PhotoToDo || state == model.PhotoRefused:
		return nil
	case !state.Accepted():
		return ErrPhotoState
	case p.Student == 0:
		return ErrPhotoNobodys
	case !report.Readable():
		return ErrPhotoUnusable
	case state == model.PhotoAccepted && report.Verdict != portrait.Accept:
		return ErrPhotoAdvised
	}
	return nil
}

// replaceAccepted makes room for another accepted photo of the student.
func (d *deedTx) replaceAccepted(p Photo) error {
	all, err := d.photosWhere("student = ?", p.Student)
	if err != nil {
		return err
	}
	for _, other := range all {
		if other.ID == p.ID || !other.State.Accepted() {
			continue
		}
		if err := d.note(model.DeedPortraitDecided, p.Student, nil, portraitFacts{Photo: other.ID, State: model.PhotoReplaced}); err != nil {
			return err
		}
		other.State, other.DecidedBy, other.DecidedDesk, other.DecidedAt = model.PhotoReplaced, d.by.Operator, d.by.Desk, d.at
		if err := d.writePhoto(other); err != nil {
			return err
		}
	}
	return nil
}

// portraitFollows decides a student's portrait by all their photos.
func (d *deedTx) portraitFollows(student model.StudentID, facts portraitFacts) error {
	if student == 0 {
		return nil
	}
	decided, err := d.portraitOf(student)
	if err != nil {
		return err
	}
	return d.decidePortrait(student, decided, facts)
}

// portraitOf is what all photos of a student decide together.
func (d *deedTx) portraitOf(student model.StudentID) (model.Portrait, error) {
	all, err := d.photosWhere("student = ?", student)
	plain := make([]model.Photo, len(all))
	for i, p := range all {
		plain[i] = p.Photo
	}
	return model.PortraitOf(plain, d.db.profile.Zone()), err
}

// MendPhoto keeps a mended picture and what there is to say about it, beside
// the original, which stays as it came until both are deleted. No bytes take
// the mended one back. The errors are those of SettlePhoto.
func (db *DB) MendPhoto(ctx context.Context, by model.Actor, id, seen int64, mended []byte, report portrait.Report) error {
	return db.photoDeed(ctx, by, id, seen, func(d *deedTx, p Photo) error {
		_, err := d.mendPhoto(p, mended, report)
		return err
	})
}

// mendPhoto returns the photo as it is written.
func (d *deedTx) mendPhoto(p Photo, mended []byte, report portrait.Report) (Photo, error) {
	p.MendedReport = nil
	if len(mended) > 0 {
		p.MendedReport = &report
	}
	if err := d.note(model.DeedPhotoMended, p.Student, nil, photoFacts{Photo: p.ID}); err != nil {
		return p, err
	}
	if err := d.keepPicture(p.ID, pictureMended, mended); err != nil {
		return p, err
	}
	return p, d.writePhoto(p)
}

// ParentTold notes that the family of a refused photo was written to. The
// errors are those of SettlePhoto; ErrPhotoState if it is not refused.
func (db *DB) ParentTold(ctx context.Context, by model.Actor, id, seen int64) error {
	return db.photoDeed(ctx, by, id, seen, func(d *deedTx, p Photo) error {
		if !p.State.Refused() {
			return ErrPhotoState
		}
		p.State = model.PhotoTold
		if err := d.line(model.DeedParentTold, p.Student, nil, photoFacts{Photo: id}); err != nil {
			return err
		}
		if err := d.writePhoto(p); err != nil || p.Student == 0 {
			return err
		}
		decided, err := d.portraitOf(p.Student)
		if err != nil {
			return err
		}
		return d.setPortrait(p.Student, decided)
	})
}

// photoDeed is a deed about one photo that a person had before their eyes.
func (db *DB) photoDeed(ctx context.Context, by model.Actor, id, seen int64, do func(*deedTx, Photo) error) error {
	return db.deed(ctx, by, func(d *deedTx) error {
		found, err := d.photosWhere("id = ?", id)
		switch {
		case err != nil:
			return err
		case len(found) == 0:
			return ErrGone
		case found[0].Version != seen:
			return d.photoConflict(found[0])
		}
		if err := do(d, found[0]); err != nil {
			return err
		}
		return d.photosChanged()
	})
}

// photoConflict tells what was last done to a photo, and by whom.
func (d *deedTx) photoConflict(p Photo) error {
	row := d.QueryRowContext(d.ctx, `SELECT seq, at, operator, desk, deed, student, before, after, hash
		FROM register WHERE seq = ?`, p.Version)
	l, err := scanLine(row, d.box)
	if err != nil {
		return err
	}
	return &ConflictError{Line: l, Lines: []model.RegisterLine{l}}
}

// writePhoto writes what a deed may change and marks the photo with the
// deed's last line, which must be written before. What is sealed is bound to
// the student, so it is sealed anew for whoever it is now.
func (d *deedTx) writePhoto(p Photo) error {
	report, err := writeReport(p.Report)
	if err != nil {
		return err
	}
	mended := ""
	if p.MendedReport != nil {
		if mended, err = writeReport(*p.MendedReport); err != nil {
			return err
		}
	}
	of := func(column, value string) string { return d.owned("photos."+column, p.ID, p.Student, value) }
	_, err = d.exec(`UPDATE photos SET student = ?, by_hand = ?, state = ?, decided_by = ?, decided_desk = ?, decided_at = ?,
		name = ?, sum = ?, report = ?, mended_report = ?, touched = ? WHERE id = ?`, p.Student, p.ByHand, string(p.State), p.DecidedBy,
		p.DecidedDesk, millis(p.DecidedAt), of("name", p.Name), of("sum", sumText(p)), of("report", report), of("mended_report", mended), d.seq, p.ID)
	if err != nil {
		return fmt.Errorf("writing about a photo: %w", err)
	}
	return nil
}

// photosChanged tells every window that the list of photos is another one.
func (d *deedTx) photosChanged() error {
	if _, err := d.exec("UPDATE numbers SET last = ? WHERE name = 'photo_changes'", d.seq); err != nil {
		return fmt.Errorf("writing about a photo: %w", err)
	}
	return nil
}

// today is the deed's day in the school's zone.
func (d *deedTx) today() model.Date { return model.DateOf(d.at.In(d.db.profile.Zone())) }

// errReport: what is kept about a photo is not what this program writes.
var errReport = errors.New("what was found out about a photo can't be read")
