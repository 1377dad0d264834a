package export

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
)

// MakeFolder makes a folder that only the owner can read, where there is none.
func MakeFolder(path string) error {
	if err := os.MkdirAll(path, 0o700); err != nil {
		return fmt.Errorf("making a folder: %w", err)
	}
	return nil
}

// mostNamesakes bounds how many files of one name a folder gets.
const mostNamesakes = 10_000

// WriteNew writes a file that only the owner can read, whole or not at all,
// and returns its name. The name is made of stem and ending as FileName makes
// it; what is there already is never replaced: the file is called "stem (2)"
// then.
func WriteNew(folder, stem, ending string, data []byte) (name string, err error) {
	f, err := os.CreateTemp(folder, ".okienko-*") // mode 0600
	if err != nil {
		return "", fmt.Errorf("writing a file: %w", err)
	}
	defer func() {
		if gone := os.Remove(f.Name()); gone != nil && !errors.Is(gone, fs.ErrNotExist) {
			err = errors.Join(err, gone)
		}
	}()
	_, err = f.Write(data)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return "", fmt.Errorf("writing a file: %w", err)
	}
	for n := 1; n <= mostNamesakes; n++ {
		parts := []string{stem}
		if n > 1 {
			parts = append(parts, "("+strconv.Itoa(n)+")")
		}
		name = FileName(append(parts, ending)...)
		// A link, unlike renaming, fails where the name is taken.
		err = os.Link(f.Name(), filepath.Join(folder, name))
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", fmt.Errorf("naming a file: %w", err)
		}
		return name, nil
	}
	return "", ErrExists
}
