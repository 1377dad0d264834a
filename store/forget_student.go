package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"

	"okienko/model"
)

// StudentForgotten says how a student was forgotten. It holds no personal data.
type StudentForgotten struct {
	Named bool       // the register has to go on naming them, see model.NamedByLaw
	Until model.Date // to that day; zero: no end is set
	Lines int        // of the register, whose details are gone
	Files int        // put aside, written for people or in the inbox: all that might tell of them
	Here  bool       // they had not left, so that the next roster may list them
	Held  bool       // the write-ahead log could not be emptied yet
	// What still tells of them, sealed, until it is replaced or its day comes.
	Backups int // daily ones
	Copies  []FormerCopy
}

// studentForgottenFacts is how the register writes it down.
type studentForgottenFacts struct {
	Lines int    `json:"lines"`
	Named bool   `json:"named"`
	Until string `json:"named_until,omitempty"`
	Here  bool   `json:"here,omitempty"`
}

// ForgetStudent erases what is held on a student (RODO art. 17), but for what
// the register of cards handed over has to name. The number stays, and so does
// what was done, without saying to whom. What lies beside the database and
// might tell of them goes first, so that one that is cut off is done again: all
// files that were put aside, and what was written of them or of everybody.
//
// It needs RightManage. A *NotReadyError says that the student's code is on a
// screen, ErrUnsettled that nobody said yet whether a code was scanned,
// ErrOpenInSIO that an invalidation is still to be done there, which nobody
// could do without the name; ErrErased that it was done before.
func (f Folder) ForgetStudent(ctx context.Context, db *DB, by model.Actor, id model.StudentID) (done StudentForgotten, err error) {
	if !by.Role.May(model.RightManage) {
		return done, ErrRole
	}
	if err := db.deed(ctx, by, func(d *deedTx) error { return d.mayForget(id, nil) }); err != nil {
		return done, err
	}
	if f != "" {
		if done.Files, err = f.removeFilesOf(ctx, db, by, id); err != nil {
			return done, explain(err)
		}
	}
	files := done.Files
	err = db.deed(ctx, by, func(d *deedTx) (err error) {
		var r model.Record
		if err := d.mayForget(id, &r); err != nil {
			return err
		}
		done, err = d.forgetStudent(r)
		return err
	})
	if done.Files = files; err != nil {
		return StudentForgotten{Files: files}, err
	}
	done.Held = db.emptyLog(ctx)
	err = f.stillTells(db, &done)
	return done, err
}

// stillTells notes which copies know the student yet.
func (f Folder) stillTells(db *DB, done *StudentForgotten) error {
	if f == "" {
		return nil
	}
	backups, err := f.Dailies(db.profile.Backup)
	if errors.Is(err, ErrNoAccess) || errors.Is(err, fs.ErrNotExist) {
		err = nil // on a disk that is not plugged in
	}
	if err != nil {
		return err
	}
	done.Backups = len(backups)
	done.Copies, err = f.FormerCopies(db.profile)
	return err
}

// mayForget reads the student who is to be forgotten and says what is in the way.
func (d *deedTx) mayForget(id model.StudentID, into *model.Record) error {
	r, err := d.named(id)
	if err != nil {
		return err
	}
	if !r.Erased.IsZero() {
		return ErrErased
	}
	for _, c := range r.Codes {
		if c.Claim.Desk != "" && d.at.Before(c.Claim.Until) {
			busy := model.Assessment{Blockers: []model.Blocker{{ID: model.BlockOtherDesk, Fixer: model.FixedByDesk}}}
			return &NotReadyError{Assessment: busy, Holder: c.Claim}
		}
	}
	switch r.HeldFor(d.db.profile, d.today()) {
	case model.HoldUnfinished:
		return ErrUnsettled
	case model.HoldInSIO:
		return ErrOpenInSIO
	}
	if into != nil {
		*into = r
	}
	return nil
}

// removeFilesOf removes what lies beside the database and might tell of a
// student. All of it can be made, or taken in, again.
func (f Folder) removeFilesOf(ctx context.Context, db *DB, by model.Actor, id model.StudentID) (gone int, err error) {
	photos, _, err := db.Photos(ctx)
	if err != nil {
		return 0, err
	}
	var theirs []Photo
	for _, p := range photos {
		if p.Student == id {
			theirs = append(theirs, p)
		}
	}
	var failed error
	if len(theirs) > 0 {
		gone, _, failed = f.removeFromInbox(ctx, db, theirs)
	}
	written, err := db.outgoings(ctx, id)
	if err != nil {
		return gone, errors.Join(failed, err)
	}
	var telling []outgoing
	for _, o := range written {
		if o.asked {
			telling = append(telling, o)
		}
	}
	n, err := f.removeOutgoing(ctx, db, by, telling)
	aside, asideErr := removeAsides(ctx, db, by, f.allAsides(db.profile))
	return gone + n + aside, errors.Join(failed, err, asideErr)
}

// What is emptied of a student: always, and where nothing names them any more.
const (
	forgetAlways = `birth = '', sex = '', class = '', register_no = 0, book_no = '', document = '', registered = '', portrait = '', portrait_on = '', waiting = 0`
	forgetName   = `last = '', first = '', second = '', pesel = '', pesel_index = NULL, left_on = '', erased = ''`
)

func (d *deedTx) forgetStudent(r model.Record) (f StudentForgotten, err error) {
	f.Until, f.Named = model.NamedByLaw(r, d.db.profile, d.today())
	f.Here = r.Left.IsZero() && r.Erased.IsZero()
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
	if f.Named && r.Erased.IsZero() {
		if _, err := d.exec("UPDATE students SET erased = ? WHERE id = ?", d.today().String(), int64(r.ID)); err != nil {
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
	return f, d.line(model.DeedStudentForgotten, r.ID, nil, studentForgottenFacts{f.Lines, f.Named, f.Until.String(), f.Here})
}

func (d *deedTx) forgetPhotosOf(id model.StudentID) error {
	photos, err := d.photosWhere("student = ?", int64(id))
	if err != nil || len(photos) == 0 {
		return err
	}
	for _, p := range photos {
		if _, err := d.deletePhoto(p.ID); err != nil {
			return err
		}
	}
	return d.photosChanged()
}

// ForgottenHere is how many students were forgotten before they left, of whom
// nothing is known any more: a roster that lists one of them brings them back as
// somebody new, and nobody can tell.
func (db *DB) ForgottenHere(ctx context.Context) (n int, err error) {
	err = db.forgottenLines(ctx, "1 = 1", nil, func(l model.RegisterLine) error {
		var facts studentForgottenFacts
		if l.After == "" { // the register forgot its details since
			return nil
		}
		if err := json.Unmarshal([]byte(l.After), &facts); err != nil {
			return fmt.Errorf("reading the register: %w", err)
		}
		if facts.Here && !facts.Named {
			n++
		}
		return nil
	})
	return n, err
}

// ForgottenOn is the day on which the student of a number was forgotten or
// erased last; zero if that never was.
func (db *DB) ForgottenOn(ctx context.Context, id model.StudentID) (day model.Date, err error) {
	err = db.forgottenLines(ctx, "student = ?", []any{int64(id)}, func(l model.RegisterLine) error {
		day = model.DateOf(l.At.In(db.profile.Zone()))
		return nil
	})
	return day, err
}

// forgottenLines are the lines about students who were forgotten.
func (db *DB) forgottenLines(ctx context.Context, where string, args []any, each func(model.RegisterLine) error) error {
	return explain(db.eachLine(ctx, "deed = 'student_forgotten' AND "+where, args, each))
}
