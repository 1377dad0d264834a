package store

import (
	"archive/tar"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"filippo.io/age"
	sqlite3 "github.com/mattn/go-sqlite3"

	"okienko/model"
)

// Restored is what a restore put in place and where the former files are.
type Restored struct {
	School string
	Lines  int64     // of the register
	Last   time.Time // when its last line was written; zero: none
	Kept   []string  // the former files, under their new names
	Locks  Locks     // how the school is locked now
	Back   CameBack  // what had been deleted since the backup
}

// RestoreOptions for Restore.
type RestoreOptions struct {
	Key Key
	Now func() time.Time // nil: time.Now
}

// Restore puts a backup in the place of the folder's database and profile, or
// into a new folder. The whole backup is read, opened and proved first, brought
// to the present schema, and refused if it was written by a later program
// (ErrNewerFile), is damaged or its register broken. The former files stay
// beside it under dated names. A desk that has the database open forbids it
// (ErrInUse). Whenever the power fails, the folder holds a working database:
// the former one, or the restored one.
func (f Folder) Restore(ctx context.Context, from string, o RestoreOptions) (_ Restored, err error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	file, err := os.Open(from)
	if err != nil {
		return Restored{}, fmt.Errorf("opening the backup: %w", err)
	}
	defer func() { _ = file.Close() }() // only read
	if err := os.MkdirAll(string(f), 0o700); err != nil {
		return Restored{}, explain(fmt.Errorf("making the data folder: %w", err))
	}
	unlock, err := lock(ctx, string(f), true, 0)
	if errors.Is(err, errLocked) {
		return Restored{}, ErrInUse
	}
	if err != nil {
		return Restored{}, explain(err)
	}
	defer func() { err = explain(errors.Join(err, unlock())) }()
	dir, err := f.scratch("restore-")
	if err != nil {
		return Restored{}, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	if err := unpackBackup(ctx, file, o.Key, dir); err != nil {
		return Restored{}, err
	}
	r, err := proveBackup(ctx, dir, o)
	if err != nil {
		return Restored{}, err
	}
	if r.Kept, err = f.exchange(ctx, dir, o.Now()); err != nil {
		return r, err
	}
	r.Back = f.cameBack(ctx, r.Kept)
	return r, nil
}

// proveBackup opens what was unpacked as a desk would.
func proveBackup(ctx context.Context, dir string, o RestoreOptions) (r Restored, err error) {
	text, err := os.ReadFile(filepath.Join(dir, memberProfile))
	if err != nil {
		return r, fmt.Errorf("reading the profile: %w", err)
	}
	p, err := model.ParseProfile(memberProfile, text)
	if err != nil {
		return r, err
	}
	db, err := Open(ctx, filepath.Join(dir, memberDatabase), Options{Profile: p, Now: o.Now, Key: o.Key})
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	r.School = p.School
	if r.Locks, err = db.Locks(ctx); err != nil {
		return r, err
	}
	r.Lines, r.Last, err = db.proveAll(ctx)
	return r, err
}

// mostProfile bounds the profile inside a backup, in bytes.
const mostProfile = 1 << 20

// unpackBackup writes the two members into a folder. Whoever knows a recipient
// can make an age file, so nothing in it is believed: no other name, no second
// file of a name, nothing but files.
func unpackBackup(ctx context.Context, file io.Reader, key Key, dir string) error {
	open, err := openSealed(file, key)
	if err != nil {
		return err
	}
	archive := tar.NewReader(&stoppable{ctx, open})
	for {
		h, err := archive.Next()
		switch {
		case errors.Is(err, io.EOF):
			return unpackedAll(dir, open)
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			return fmt.Errorf("%w: %w", ErrBackupBad, err)
		case h.Typeflag != tar.TypeReg, h.Name != memberDatabase && h.Name != memberProfile,
			h.Name == memberProfile && h.Size > mostProfile:
			return ErrBackupBad
		}
		if err := unpackMember(archive, filepath.Join(dir, h.Name)); err != nil {
			return err
		}
	}
}

// unpackedAll reads the rest, since only the end proves that nothing was cut
// off, and asks whether both members came.
func unpackedAll(dir string, rest io.Reader) error {
	if _, err := io.Copy(io.Discard, rest); err != nil {
		return fmt.Errorf("%w: %w", ErrBackupBad, err)
	}
	if !exists(filepath.Join(dir, memberDatabase)) || !exists(filepath.Join(dir, memberProfile)) {
		return ErrBackupBad
	}
	return nil
}

func unpackMember(from io.Reader, path string) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return ErrBackupBad
	}
	if err != nil {
		return err
	}
	_, err = io.Copy(file, from)
	var wrote *fs.PathError
	if err != nil && !errors.As(err, &wrote) && !errors.Is(err, context.Canceled) {
		err = fmt.Errorf("%w: %w", ErrBackupBad, err) // it was the reading that failed
	}
	return errors.Join(err, file.Sync(), file.Close())
}

// openSealed returns what is inside, after it was authenticated block by block.
func openSealed(file io.Reader, key Key) (io.Reader, error) {
	identities, err := key.identities()
	if err != nil {
		return nil, err
	}
	if len(identities) == 0 {
		return nil, ErrBackupLocked
	}
	open, err := age.Decrypt(file, identities...)
	var none *age.NoIdentityMatchError
	switch {
	case errors.As(err, &none):
		return nil, ErrBackupLocked
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrBackupBad, err)
	}
	return open, nil
}

// exchange puts the proved files of dir in the folder's place. The order is
// what matters: the former database is made whole by itself and linked to its
// new name, then its log goes away, and only then one rename, which is there or
// not, brings the new one. A log of the former database beside the new one
// would be read into it.
func (f Folder) exchange(ctx context.Context, dir string, now time.Time) (kept []string, err error) {
	path := f.Database()
	if exists(path) {
		kept, err = f.keepDatabase(ctx, now)
		if errors.Is(err, ErrBusy) {
			return nil, ErrInUse
		}
		if err != nil {
			return nil, err
		}
	}
	for _, ending := range []string{"-wal", "-shm"} {
		if _, err := remove(path + ending); err != nil {
			return kept, err
		}
	}
	if err := syncFolder(string(f)); err != nil {
		return kept, err
	}
	if err := os.Rename(filepath.Join(dir, memberDatabase), path); err != nil {
		return kept, err
	}
	if exists(f.ProfileFile()) {
		former := freeName(f.ProfileFile(), now)
		if err := os.Link(f.ProfileFile(), former); err != nil {
			return kept, err
		}
		kept = append(kept, former)
	}
	if err := os.Rename(filepath.Join(dir, memberProfile), f.ProfileFile()); err != nil {
		return kept, err
	}
	if err := os.MkdirAll(f.Inbox(), 0o700); err != nil {
		return kept, err
	}
	return kept, syncFolder(string(f))
}

// keptEnding ends the names of files that a restore put aside.
const keptEnding = ".przed"

// freeName is the dated name for a former file. A restore that was killed a
// moment ago may have taken that of this second.
func freeName(path string, now time.Time) string {
	for at := now; ; at = at.Add(time.Second) {
		if name := dated(path, at, keptEnding); !exists(name) && !exists(name+"-wal") {
			return name
		}
	}
}

// keepDatabase gives the present database a second, dated name and brings what
// is in its log into it. A file too damaged for that keeps its log, under the
// same dated name; the links come first, because SQLite may remove the log of a
// file that it can't make sense of.
func (f Folder) keepDatabase(ctx context.Context, now time.Time) (kept []string, err error) {
	path := f.Database()
	former := freeName(path, now)
	for _, ending := range []string{"", "-wal"} {
		err := os.Link(path+ending, former+ending)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return kept, fmt.Errorf("keeping the former database: %w", err)
		}
		kept = append(kept, former+ending)
	}
	err = gather(ctx, path)
	switch {
	case err == nil && len(kept) > 1:
		err = os.Remove(kept[1])
		kept = kept[:1]
	case errors.Is(err, ErrDamaged), errors.Is(err, ErrNotOurs):
		err = nil
	}
	if err != nil {
		for _, name := range kept {
			err = errors.Join(err, os.Remove(name))
		}
		return nil, err
	}
	return kept, syncFolder(string(f))
}

// gather brings everything that is in the write-ahead log into the database
// file, with nobody else at it. ErrBusy if another program is.
func gather(ctx context.Context, path string) error {
	// The mode of the journal is left as it is: asking for it would open the
	// log before the lock is exclusive, and then SQLite lets idle readers be.
	own, err := pool(path, 1, url.Values{"_journal_mode": nil, "_busy_timeout": {"1000"}, "_locking_mode": {"EXCLUSIVE"}})
	if err != nil {
		return err
	}
	err = gatherOn(ctx, own)
	return explain(foreign(errors.Join(err, own.Close())))
}

func gatherOn(ctx context.Context, own *sql.DB) error {
	if _, err := own.ExecContext(ctx, "BEGIN EXCLUSIVE; COMMIT"); err != nil {
		return err
	}
	var busy, log, done int
	if err := own.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &log, &done); err != nil {
		return err
	}
	if busy != 0 {
		return sqlite3.Error{Code: sqlite3.ErrBusy}
	}
	return nil
}
