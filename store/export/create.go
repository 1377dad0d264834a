package export

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Create writes a file that only the owner can read, whole or not at all, and
// never over another: ErrExists, or an error of the disk. The folder is made
// where there is none.
func Create(path string, data []byte) (err error) {
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return fmt.Errorf("making a folder: %w", err)
	}
	f, err := os.CreateTemp(folder, ".okienko-*") // mode 0600
	if err != nil {
		return fmt.Errorf("writing a file: %w", err)
	}
	defer func() {
		if gone := os.Remove(f.Name()); gone != nil && !errors.Is(gone, fs.ErrNotExist) {
			err = errors.Join(err, gone)
		}
	}()
	_, err = f.Write(data)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("writing a file: %w", err)
	}
	// A link, unlike a new name, never replaces another file; some file
	// systems know none.
	err = os.Link(f.Name(), path)
	if _, there := os.Lstat(path); err != nil && errors.Is(there, fs.ErrNotExist) {
		err = os.Rename(f.Name(), path)
	}
	switch {
	case errors.Is(err, fs.ErrExist):
		return ErrExists
	case err != nil:
		return fmt.Errorf("naming a file: %w", err)
	}
	return nil
}
