package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
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
func (f Folder) Create(ctx context.Context, profile []byte, lock Lock) error {
	p, err := model.ParseProfile(f.ProfileFile(), profile)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(f.Inbox(), 0o700); err != nil {
		return explain(fmt.Errorf("making the data folder: %w", err))
	}
	file, err := os.OpenFile(f.ProfileFile(), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return ErrFolderTaken
	}
	if err != nil {
		return explain(fmt.Errorf("writing the profile: %w", err))
	}
	_, err = file.Write(profile)
	if err = errors.Join(err, file.Sync(), file.Close()); err != nil {
		err = fmt.Errorf("writing the profile: %w", err)
	} else {
		err = f.createDatabase(ctx, p, lock)
	}
	if err != nil {
		return errors.Join(explain(err), os.Remove(f.ProfileFile()))
	}
	return nil
}

func (f Folder) createDatabase(ctx context.Context, p model.Profile, lock Lock) error {
	_, err := os.Stat(f.Database())
	fresh := errors.Is(err, fs.ErrNotExist)
	db, err := Open(ctx, f.Database(), Options{Profile: p, Lock: lock, Key: Key{Passphrase: lock.Passphrase}})
	if err == nil {
		err = db.Close()
	}
	if err != nil && fresh {
		for _, suffix := range []string{"", "-wal", "-shm"} {
			_ = os.Remove(f.Database() + suffix) // half made, and the error says why
		}
	}
	return err
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
