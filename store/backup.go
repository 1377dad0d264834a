package store

import (
	"archive/tar"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"filippo.io/age"
)

// A backup is one age file. Inside is a tar archive with these members and no
// other: the database in one consistent state, and the school's profile.
const (
	memberDatabase = "okienko.db"
	memberProfile  = "school.toml"
)

// Backed is a backup that was made.
type Backed struct {
	File  string
	Bytes int64
	Lines int64 // of the register: the last deed in it
}

// Backup writes a sealed backup of the folder's open database to a file, mode
// 0600, while desks go on working. The file appears whole or not at all, and
// what is in it was checked: a damaged database is not backed up over sound
// copies. ErrBackupExists if the file is there and force is not set,
// ErrBackupRuns while another desk makes one, ErrBackupNoKey if nobody could
// open it.
func (f Folder) Backup(ctx context.Context, db *DB, to string, force bool) (Backed, error) {
	unlock, err := f.lockBackups(ctx)
	if err != nil {
		return Backed{}, err
	}
	b, err := f.backup(ctx, db, to, force)
	return b, explain(errors.Join(err, unlock()))
}

// lockBackups keeps others from making a backup at the same time.
func (f Folder) lockBackups(ctx context.Context) (unlock func() error, err error) {
	path := filepath.Join(string(f), "backup.lock")
	file, err := os.OpenFile(path, os.O_RDONLY|os.O_CREATE, 0o600)
	if err == nil {
		err = file.Close()
	}
	if err == nil {
		unlock, err = lock(ctx, path, true, 0)
	}
	if errors.Is(err, errLocked) {
		return nil, ErrBackupRuns
	}
	return unlock, explain(err)
}

func (f Folder) backup(ctx context.Context, db *DB, to string, force bool) (b Backed, err error) {
	if exists(to) && !force {
		return b, ErrBackupExists
	}
	recipients, err := db.backupRecipients(ctx)
	if err != nil {
		return b, err
	}
	dir, err := f.scratch("backup-")
	if err != nil {
		return b, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	copied := filepath.Join(dir, memberDatabase)
	if err := db.copyTo(ctx, copied); err != nil {
		return b, err
	}
	if b.Lines, err = db.prove(ctx, copied); err != nil {
		return b, fmt.Errorf("checking the copy: %w", err)
	}
	b.File = to
	b.Bytes, err = writeWhole(to, force, func(w io.Writer) error {
		return sealArchive(ctx, w, recipients, map[string]string{memberDatabase: copied, memberProfile: f.ProfileFile()})
	})
	return b, err
}

// scratch makes a folder inside the data folder, mode 0700, for files that are
// gone when the work is done. What a killed program left behind under that name
// goes away now; the caller holds the lock that keeps others from using it.
func (f Folder) scratch(prefix string) (string, error) {
	left, err := filesLike(string(f), prefix+"*"+scratchEnding)
	if err != nil {
		return "", err
	}
	for _, dir := range left {
		if err := os.RemoveAll(dir); err != nil {
			return "", fmt.Errorf("removing what was left behind: %w", err)
		}
	}
	return os.MkdirTemp(string(f), prefix+"*"+scratchEnding)
}

const scratchEnding = ".tmp"

// copyTo writes the database in one consistent state to a new file, mode 0600.
// It has a connection of its own: on the one that writes, the desk's deeds would
// wait for it.
func (db *DB) copyTo(ctx context.Context, path string) (err error) {
	own, err := pool(db.path, 1, nil)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, own.Close()) }()
	return vacuumInto(ctx, own, path)
}

// prove opens a copy of the database as a desk would, looks through all of it
// and returns the number of lines of its register.
func (db *DB) prove(ctx context.Context, path string) (lines int64, err error) {
	c, err := Open(ctx, path, Options{Profile: db.profile, Now: db.now, box: db.box.Load()})
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	lines, _, err = c.proveAll(ctx)
	return lines, err
}

// proveAll proves that SQLite finds no damage, that every record can be read and
// that the register's chain holds. It returns the number of the register's
// lines and when the last was written.
func (db *DB) proveAll(ctx context.Context) (lines int64, last time.Time, err error) {
	found, err := db.Check(ctx)
	switch {
	case err != nil:
		return 0, last, err
	case len(found.Damage)+len(found.Orphans) > 0:
		return 0, last, ErrDamaged
	}
	if _, _, err := db.School(ctx); err != nil {
		return 0, last, err
	}
	lines, err = db.VerifyRegister(ctx)
	return lines, found.LastLine, err
}

// sealArchive writes files as members of an archive that only the recipients can open.
func sealArchive(ctx context.Context, to io.Writer, recipients []age.Recipient, members map[string]string) error {
	sealed, err := age.Encrypt(to, recipients...)
	if err != nil {
		return fmt.Errorf("sealing a backup: %w", err)
	}
	archive := tar.NewWriter(sealed)
	for _, name := range []string{memberProfile, memberDatabase} {
		if err := pack(ctx, archive, name, members[name]); err != nil {
			return fmt.Errorf("sealing a backup: %w", err)
		}
	}
	return errors.Join(archive.Close(), sealed.Close())
}

func pack(ctx context.Context, archive *tar.Writer, name, path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }() // only read
	info, err := file.Stat()
	if err != nil {
		return err
	}
	if err := archive.WriteHeader(&tar.Header{Name: name, Mode: 0o600, Size: info.Size(), Format: tar.FormatPAX}); err != nil {
		return err
	}
	_, err = io.Copy(archive, &stoppable{ctx, file})
	return err
}

// stoppable is a reader that ends when its context does.
type stoppable struct {
	ctx context.Context
	io.Reader
}

func (s *stoppable) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.Reader.Read(p)
}

// partEnding is what a file is called until it is whole.
const partEnding = ".part"

// writeWhole writes a file, mode 0600, that appears under its name when all of
// it is on the disk. Another file of that name is replaced only with force.
func writeWhole(path string, force bool, write func(io.Writer) error) (bytes int64, err error) {
	part := path + partEnding
	file, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return 0, fmt.Errorf("writing a backup: %w", err)
	}
	defer func() {
		if err != nil {
			_ = os.Remove(part) // and the error says why
		}
	}()
	err = file.Chmod(0o600) // one left behind by somebody may be open to others
	if err == nil {
		err = write(file)
	}
	if err == nil {
		err = file.Sync()
	}
	if bytes, _ = file.Seek(0, io.SeekCurrent); err == nil {
		err = file.Close()
	} else {
		_ = file.Close() // the first error counts
	}
	if err == nil {
		err = place(part, path, force)
	}
	if err != nil {
		return 0, fmt.Errorf("writing a backup: %w", err)
	}
	return bytes, syncFolder(filepath.Dir(path))
}

// place gives a finished file its name. A link, unlike a new name, never
// replaces another file; some file systems know none.
func place(part, path string, force bool) error {
	if !force {
		err := os.Link(part, path)
		switch {
		case err == nil:
			return os.Remove(part)
		case errors.Is(err, fs.ErrExist), exists(path):
			return ErrBackupExists
		}
	}
	return os.Rename(part, path)
}

// syncFolder makes new and changed names in a folder outlive a power cut.
func syncFolder(path string) error {
	dir, err := os.Open(path)
	if err != nil {
		return err
	}
	if err := errors.Join(dir.Sync(), dir.Close()); err != nil {
		return fmt.Errorf("saving names in a folder: %w", err)
	}
	return nil
}

// dated is a file name with a moment in it, in UTC, to the second.
func dated(path string, at time.Time, ending string) string {
	return path + "." + at.UTC().Format(dateInName) + ending
}

const dateInName = "20060102-150405"

// dateOf reads the moment out of a name that begins and ends as given.
func dateOf(name, before, ending string) (time.Time, bool) {
	middle, ok := strings.CutPrefix(name, before)
	if ok {
		middle, ok = strings.CutSuffix(middle, ending)
	}
	if !ok {
		return time.Time{}, false
	}
	at, err := time.ParseInLocation(dateInName, middle, time.UTC)
	return at, err == nil
}
