package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"

	"okienko/model"
)

// Folder is the data folder of a school: everything that belongs to it.
type Folder string

// Database is the SQLite file.
func (f Folder) Database() string { return filepath.Join(string(f), "okienko.db") }

// ProfileFile is the school's profile, school.toml.
func (f Folder) ProfileFile() string { return filepath.Join(string(f), "school.toml") }

// Inbox is where files to be taken in are dropped.
func (f Folder) Inbox() string { return filepath.Join(string(f), "inbox") }

// Taken is where files of the inbox are put aside that were taken in.
func (f Folder) Taken() string { return filepath.Join(f.Inbox(), "wczytane") }

// Outgoing is where goes what leaves the school: letters, lists, photos.
func (f Folder) Outgoing() string { return filepath.Join(string(f), "wychodzace") }

// Log is where details of errors go; it never holds personal data.
func (f Folder) Log() string { return filepath.Join(string(f), "okienko.log") }

// Backups is where the daily backups go if the profile names no other folder.
func (f Folder) Backups() string { return filepath.Join(string(f), "backups") }

// Cache is what may be deleted at any time: the compiled form of the PDF
// reader. What makes it makes it mode 0700, because what lies there is run.
func (f Folder) Cache() string { return filepath.Join(string(f), "cache") }

// Create makes the folder (mode 0700) with the profile (0600) and an empty
// database, locked with the lock. ErrFolderTaken if a school is there already; a wrong profile is a
// *model.ProfileError. After an error nothing is left behind that was not
// there before.
//
// The database comes under its name when it is locked, and the profile, without
// which nothing opens it, last: whenever the power fails, there is no school, or
// the whole one. A database without a lock would be opened, and filled, as one
// that was meant to have none.
func (f Folder) Create(ctx context.Context, profile []byte, with Lock) (err error) {
	p, err := model.ParseProfile(f.ProfileFile(), profile)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(f.Inbox(), 0o700); err != nil {
		return explain(fmt.Errorf("making the data folder: %w", err))
	}
	unlock, err := lock(ctx, string(f), true, restorePatience)
	if errors.Is(err, errLocked) && !exists(f.ProfileFile()) {
		return ErrInUse
	}
	if errors.Is(err, errLocked) || err == nil && exists(f.ProfileFile()) {
		if err == nil {
			err = unlock()
		}
		return errors.Join(ErrFolderTaken, err)
	}
	if err != nil {
		return explain(err)
	}
	defer func() { err = explain(errors.Join(err, unlock())) }()
	made, err := f.createDatabase(ctx, p, with)
	if err == nil {
		err = f.createProfile(profile)
	}
	if err != nil && made {
		err = errors.Join(err, os.Remove(f.Database()))
	}
	return err
}

// createProfile writes the profile, whole or not at all.
func (f Folder) createProfile(profile []byte) error {
	_, err := writeWhole(f.ProfileFile(), false, func(w io.Writer) error {
		_, err := w.Write(profile)
		return err
	})
	if errors.Is(err, ErrBackupExists) {
		return ErrFolderTaken
	}
	return err
}

// createDatabase makes the database where there is none yet; made says so. One
// whose profile was lost has to be opened by the lock's passphrase.
func (f Folder) createDatabase(ctx context.Context, p model.Profile, with Lock) (made bool, err error) {
	o := Options{Profile: p, Lock: with, Key: Key{Passphrase: with.Passphrase}}
	dir, err := f.scratch("create-")
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	path := f.Database()
	if !empty(path) && !untouched(ctx, path) {
		return false, f.opens(ctx, o)
	}
	fresh := filepath.Join(dir, memberDatabase)
	db, err := Open(ctx, fresh, o)
	if err != nil {
		return false, err
	}
	if err := db.Close(); err != nil {
		return false, err
	}
	for _, ending := range []string{"-wal", "-shm"} {
		if _, err := remove(path + ending); err != nil {
			return false, err
		}
	}
	if err := os.Rename(fresh, path); err != nil {
		return false, err
	}
	return true, syncFolder(string(f))
}

// opens tries a database that was found, in the folder that is locked already.
func (f Folder) opens(ctx context.Context, o Options) error {
	db, err := open(ctx, f.Database(), o)
	if err != nil {
		return err
	}
	return db.Close()
}

// untouched reports whether a database is what a founding left that was cut off
// before its end: nobody ever wrote into it.
func untouched(ctx context.Context, path string) bool {
	own, err := pool(path, 1, url.Values{"_query_only": {"on"}, "_journal_mode": nil})
	if err != nil {
		return false
	}
	lines := 1
	err = own.QueryRowContext(ctx, "SELECT (SELECT count(*) FROM register) + (SELECT count(*) FROM students)").Scan(&lines)
	return errors.Join(err, own.Close()) == nil && lines == 0
}

// Open reads the profile and opens the database. ErrNoFolder if no school is
// there, ErrNoDatabase if its database was lost; a *model.ProfileError if its
// profile is wrong.
func (f Folder) Open(ctx context.Context, o Options) (*DB, error) {
	text, err := os.ReadFile(f.ProfileFile())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNoFolder
	}
	if err != nil {
		return nil, explain(fmt.Errorf("reading the profile: %w", err))
	}
	if o.Profile, err = model.ParseProfile(f.ProfileFile(), text); err != nil {
		return nil, err
	}
	if !o.Scratch && empty(f.Database()) {
		return nil, ErrNoDatabase
	}
	return Open(ctx, f.Database(), o)
}

// empty reports whether there is no file, or one without a byte: SQLite takes
// both for a new database, and nobody may be shown an empty school because the
// file was lost.
func empty(path string) bool {
	info, err := os.Stat(path)
	return errors.Is(err, fs.ErrNotExist) || err == nil && info.Size() == 0
}

// remove removes a file. gone is false for one that somebody took away before,
// which is no error.
func remove(path string) (gone bool, err error) {
	err = os.Remove(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}
