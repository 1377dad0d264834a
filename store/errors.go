package store

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"time"

	sqlite3 "github.com/mattn/go-sqlite3"

	"okienko/model"
)

// Errors without further facts.
var (
	// ErrNewerFile: the database was written by a later version.
	ErrNewerFile = errors.New("the database is newer than this program")
	// ErrNotOurs: the file is an SQLite database of something else, or none.
	ErrNotOurs = errors.New("not a database of this program")
	// ErrBusy: another program holds the database.
	ErrBusy = errors.New("the database is held by another program")
	// ErrFull: the disk is full.
	ErrFull = errors.New("the disk is full")
	// ErrDamaged: the file is damaged or the disk fails.
	ErrDamaged = errors.New("the database is damaged or can't be read")
	// ErrNoAccess: the file or its folder may not be written.
	ErrNoAccess = errors.New("no access to the database")
	// ErrRestoring: a backup is being put in the database's place.
	ErrRestoring = errors.New("the database is being restored")
	// ErrInUse: something was to be done that nobody else may be at, but a desk
	// or another program has the database open.
	ErrInUse = errors.New("a desk has the database open")
	// ErrLogLost: the write-ahead log was removed behind the program's back; the
	// last deeds were in it.
	ErrLogLost = errors.New("the database's write-ahead log was removed")
	// ErrNoDatabase: the school's database file is gone or empty.
	ErrNoDatabase = errors.New("the school's database is gone")
	// ErrPulled: the database file or its log was removed or replaced while this
	// program had it open, so that a deed would be written where nobody looks.
	ErrPulled = errors.New("the database was removed or replaced while it was open")
	// ErrBackupRuns: another desk makes a backup at this moment.
	ErrBackupRuns = errors.New("a backup is being made already")
	// ErrBackupExists: the file of a backup is there already.
	ErrBackupExists = errors.New("the backup's file exists already")
	// ErrBackupNoKey: there is nobody to seal a backup to.
	ErrBackupNoKey = errors.New("nobody could open the backup")
	// ErrBackupLocked: neither passphrase nor identity opens the backup.
	ErrBackupLocked = errors.New("the backup can't be opened with this key")
	// ErrBackupBad: the file is no backup, was cut short or changed.
	ErrBackupBad = errors.New("not a whole backup of this program")
	// ErrNotFolder: the path of the data folder is something else.
	ErrNotFolder = errors.New("the data folder's path is not a folder")
	// ErrNoFolder: the data folder holds no school yet.
	ErrNoFolder = errors.New("no school in this folder")
	// ErrFolderTaken: init was asked for a folder that holds a school.
	ErrFolderTaken = errors.New("this folder holds a school already")
	// ErrMoved: a roster was compared with a list that has changed since.
	ErrMoved = errors.New("the list changed since it was compared")
	// ErrNoSuchStudent: no student with that number.
	ErrNoSuchStudent = errors.New("no such student")
	// ErrPESELTaken: another student has the PESEL.
	ErrPESELTaken = errors.New("another student has this PESEL")
	// ErrGone: the sheet, code or hand-over is not there, or was undone or
	// corrected already.
	ErrGone = errors.New("not there any more")
	// ErrSettled: somebody said already how an unfinished hand-over ended.
	ErrSettled = errors.New("the unfinished hand-over was settled already")
	// ErrUnsettled: a student can't be forgotten while nobody knows whether a code
	// of theirs was scanned.
	ErrUnsettled = errors.New("an unfinished hand-over is to be settled first")
	// ErrOpenInSIO: nor while something is still to be invalidated in SIO.
	ErrOpenInSIO = errors.New("an invalidation is to be done in SIO first")
	// ErrErased: all was erased before but what the register has to name.
	ErrErased = errors.New("the student was erased before")
	// ErrNoCard: there is no valid physical card that could be invalidated.
	ErrNoCard = errors.New("no valid physical card on record")
	// ErrCardReplaced: an invalidation can't be undone, since another card was
	// entered after it.
	ErrCardReplaced = errors.New("another card was entered since")
	// ErrDoneInSIO: an invalidation can't be undone while it counts as done in SIO.
	ErrDoneInSIO = errors.New("the invalidation was done in SIO")
	// ErrBeforeEnd: a duplicate's day of issue lies before the end of the card
	// it stands in for.
	ErrBeforeEnd = errors.New("the duplicate was issued before the end of the old card")
	// ErrPickup: the pick-up rule does not let this person collect.
	ErrPickup = errors.New("the pick-up rule does not allow this person")
	// ErrLocked: the database is locked, and there was nothing to open it with.
	ErrLocked = errors.New("the database is locked")
	// ErrWrongPassphrase: the passphrase is not this database's.
	ErrWrongPassphrase = errors.New("wrong passphrase")
	// ErrWrongIdentity: the age identity is none, or none of this database's.
	ErrWrongIdentity = errors.New("the identity does not open this database")
	// ErrShortPassphrase: a new passphrase has fewer than 8 letters.
	ErrShortPassphrase = errors.New("the passphrase is too short")
	// ErrBadRecipient: a text is not a public key of age.
	ErrBadRecipient = errors.New("not a public key of age")
	// ErrTampered: a sealed value does not belong where it stands, so the file
	// was changed by something else than this program.
	ErrTampered = errors.New("the database was changed behind the program's back")
	// ErrKeyChanged: the values were sealed anew since the database was opened.
	ErrKeyChanged = errors.New("the database was sealed with another key meanwhile")
	// ErrNotPresented: a hand-over was confirmed for a code that this desk
	// doesn't have on its screen.
	ErrNotPresented = errors.New("the code is not on this desk's screen")
	// ErrPhotoNobodys: a photo was accepted, and nobody knows whose it is.
	ErrPhotoNobodys = errors.New("nobody knows whose photo this is")
	// ErrPhotoUnusable: a photo was accepted that no system can open.
	ErrPhotoUnusable = errors.New("the photo is no usable picture")
	// ErrPhotoAdvised: a photo was accepted without "despite", and something
	// advises against it.
	ErrPhotoAdvised = errors.New("something advises against this photo")
	// ErrPhotoState: the photo's state does not allow the deed.
	ErrPhotoState = errors.New("the photo's state does not allow this")
	// ErrRole: the actor's role does not allow it.
	ErrRole = errors.New("the role does not allow this")
)

// errLocked: somebody else holds the lock.
var errLocked = errors.New("locked by another")

// ConflictError says that a student was changed since the asking desk saw
// them: what was done last, by whom and when, and all that was done since, the
// last included.
type ConflictError struct {
	Line  model.RegisterLine
	Lines []model.RegisterLine
}

func (e *ConflictError) Error() string {
	return fmt.Sprintf("changed in the meantime by line %d of the register (%s)", e.Line.Seq, e.Line.Deed)
}

// LookAlikeError says that somebody is known already who may be the student
// that is to be added.
type LookAlikeError struct{ Student model.Student }

func (e *LookAlikeError) Error() string {
	return fmt.Sprintf("may be student %d, who is known already", e.Student.ID)
}

// NotReadyError says why a code may not be shown or handed over.
type NotReadyError struct {
	Assessment model.Assessment
	Holder     model.Claim // who has it on screen, where that is the reason
}

func (e *NotReadyError) Error() string {
	if len(e.Assessment.Blockers) == 0 {
		return "not ready: " + string(e.Assessment.Stage)
	}
	return "not ready: " + string(e.Assessment.Blockers[0].ID)
}

// CodeRefusal is why a code was not taken in.
type CodeRefusal string

// The refusals.
const (
	CodeKnown      CodeRefusal = "known"         // this student has it already
	CodeOfAnother  CodeRefusal = "other_student" // another student has it
	CodeExpired    CodeRefusal = "expired"       // its life was over on arrival
	CodeForNobody  CodeRefusal = "nobody"        // no such student
	CodeForTwo     CodeRefusal = "two_people"    // several students fit
	CodeOfObjector CodeRefusal = "objection"     // an objection stands
	CodeOfResigned CodeRefusal = "resigned"      // the family gave the mobile card up
)

// CodeRefusedError is returned for a single code that was not taken in.
type CodeRefusedError struct {
	Reason CodeRefusal
	Since  time.Time // when the known one was added, where that is the reason
}

func (e *CodeRefusedError) Error() string { return "code refused: " + string(e.Reason) }

// explain adds to an error of SQLite or the system what a person has to know
// about it.
func explain(err error) error {
	if err == nil {
		return nil
	}
	var se sqlite3.Error
	kind := error(nil)
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		kind = ErrFull
	case errors.Is(err, syscall.ENOTDIR):
		kind = ErrNotFolder
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		kind = ErrNoAccess
	case errors.As(err, &se):
		kind = kinds[se.Code]
	}
	if kind == nil || errors.Is(err, kind) || errors.Is(err, ErrNotOurs) {
		return err
	}
	return fmt.Errorf("%w: %w", kind, err)
}

var kinds = map[sqlite3.ErrNo]error{
	sqlite3.ErrBusy: ErrBusy, sqlite3.ErrLocked: ErrBusy,
	sqlite3.ErrFull:    ErrFull,
	sqlite3.ErrCorrupt: ErrDamaged, sqlite3.ErrIoErr: ErrDamaged, sqlite3.ErrNotADB: ErrDamaged,
	sqlite3.ErrReadonly: ErrNoAccess, sqlite3.ErrPerm: ErrNoAccess, sqlite3.ErrCantOpen: ErrNoAccess,
}
