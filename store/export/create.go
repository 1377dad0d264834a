package export

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// MakeFolder makes a folder that only the owner can read, where there is none.
func MakeFolder(path string) error {
	if err := os.MkdirAll(path, 0o700); err != nil {
		return fmt.Errorf("making a folder: %w", err)
	}
	return nil
}

// Create writes a file that only the owner can read, whole or not at all, and
// never over another: ErrExists, or an error of the disk. The folder is made
// where there is none.
func Create(path string, data []byte) error {
	folder := filepath.Dir(path)
	if err := MakeFolder(folder); err != nil {
		return err
	}
	return unnamed(folder, data, func(from string) error { return give(from, path) })
}

// Exists reports whether there is something of the name, a broken link too.
func Exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// FreeName is the path, or where there is a file already one like "path (2)".
// Another program may take it before it is written.
func FreeName(path string) string {
	ending := filepath.Ext(path)
	stem := strings.TrimSuffix(path, ending)
	for n := 2; n <= mostNamesakes && Exists(path); n++ {
		path = stem + " (" + strconv.Itoa(n) + ")" + ending
	}
	return path
}

// mostNamesakes bounds how many files of one name a folder gets.
const mostNamesakes = 10_000

// WriteNew is Create in a folder that is there, and returns the file's name:
// made of stem and ending as FileName makes it, and "stem (2)" where that is
// taken.
func WriteNew(folder, stem, ending string, data []byte) (name string, err error) {
	err = unnamed(folder, data, func(from string) error {
		for n := 1; n <= mostNamesakes; n++ {
			parts := []string{stem}
			if n > 1 {
				parts = append(parts, "("+strconv.Itoa(n)+")")
			}
			name = FileName(append(parts, ending)...)
			if err := give(from, filepath.Join(folder, name)); !errors.Is(err, ErrExists) {
				return err
			}
		}
		return ErrExists
	})
	if err != nil {
		return "", err
	}
	return name, nil
}

// unnamed writes a file and has it named; what was not named is removed.
func unnamed(folder string, data []byte, name func(from string) error) (err error) {
	from, err := aside(folder, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
	if err != nil {
		return fmt.Errorf("writing a file: %w", err)
	}
	defer func() {
		if gone := os.Remove(from); gone != nil && !errors.Is(gone, fs.ErrNotExist) {
			err = errors.Join(err, gone)
		}
	}()
	return name(from)
}

// give gives a file its name unless that is taken: ErrExists. A link, unlike a
// new name, never replaces another file; some file systems know none.
func give(from, path string) error {
	err := os.Link(from, path)
	if _, there := os.Lstat(path); err != nil && errors.Is(there, fs.ErrNotExist) {
		err = os.Rename(from, path)
	}
	switch {
	case errors.Is(err, fs.ErrExist):
		return ErrExists
	case err != nil:
		return fmt.Errorf("naming a file: %w", err)
	}
	return nil
}
