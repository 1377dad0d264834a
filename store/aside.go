package store

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"okienko/store/intake"
)

// sealedEnding is that of files that were put aside: ZIP archives, sealed as
// age files.
const sealedEnding = ".zip.age"

// asidePrefix is how a file begins that is not finished yet.
const asidePrefix = ".aside-"

// PutAside takes a file or folder of the inbox away: it is sealed into one
// archive in the folder for files that were taken in, and then deleted. Also
// the names in it are sealed, since they are often a student's. What could not
// be sealed stays where it was. Links are not followed.
func (f Folder) PutAside(ctx context.Context, db *DB, path string, now time.Time) error {
	if err := os.MkdirAll(f.Taken(), 0o700); err != nil {
		return fmt.Errorf("making a folder: %w", err)
	}
	out, err := os.CreateTemp(f.Taken(), asidePrefix+"*") // mode 0600
	if err != nil {
		return fmt.Errorf("putting a file aside: %w", err)
	}
	err = db.archive(ctx, out, path)
	if err == nil {
		err = out.Sync()
	}
	if err = errors.Join(err, out.Close()); err == nil {
		err = nameFreely(out.Name(), filepath.Join(f.Taken(), now.Format("2006-01-02-150405")))
	}
	if err != nil {
		return fmt.Errorf("putting a file aside: %w", errors.Join(err, os.Remove(out.Name())))
	}
	if err := os.RemoveAll(path); err != nil {
		return fmt.Errorf("deleting what was put aside: %w", err)
	}
	return nil
}

// nameFreely renames a file to a name that nothing has yet.
func nameFreely(from, stem string) error {
	target := stem + sealedEnding
	for n := 2; ; n++ {
		if _, err := os.Lstat(target); errors.Is(err, fs.ErrNotExist) {
			return os.Rename(from, target)
		} else if err != nil {
			return fmt.Errorf("looking for a free name: %w", err)
		}
		target = fmt.Sprintf("%s-%d%s", stem, n, sealedEnding)
	}
}

// archive writes a file, or a folder with all below, as a sealed ZIP archive.
func (db *DB) archive(ctx context.Context, out io.Writer, path string) error {
	sealed, err := db.SealTo(ctx, out)
	if err != nil {
		return err
	}
	z := zip.NewWriter(sealed)
	err = filepath.WalkDir(path, func(at string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		if !e.Type().IsRegular() {
			return fmt.Errorf("%w: neither a file nor a folder", fs.ErrInvalid)
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		name, err := filepath.Rel(filepath.Dir(path), at)
		if err != nil {
			return err
		}
		return addFile(z, filepath.ToSlash(name), at)
	})
	if err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("writing an archive: %w", err)
	}
	return sealed.Close()
}

func addFile(z *zip.Writer, name, path string) error {
	in, err := intake.OpenRegular(path, false)
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }() // it was only read
	w, err := z.Create(name)
	if err != nil {
		return fmt.Errorf("writing an archive: %w", err)
	}
	_, err = io.Copy(w, in)
	return err
}
