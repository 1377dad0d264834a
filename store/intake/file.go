package intake

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

// Errors of OpenRegular.
var (
	ErrNotRegular = errors.New("not a regular file") // a folder, a pipe, a device
	ErrLink       = errors.New("a symbolic link")
)

// OpenRegular opens a regular file for reading, and nothing else: reading some
// of the others would wait for ever. A symbolic link is followed only if follow
// says so: a person may name one, but one that somebody dropped into a folder
// points where they please. ErrNotRegular, ErrLink, or what the system says.
func OpenRegular(path string, follow bool) (*os.File, error) {
	look := os.Lstat
	if follow {
		look = os.Stat
	}
	seen, err := look(path)
	if err != nil {
		return nil, fmt.Errorf("opening a file: %w", err)
	}
	switch {
	case seen.Mode()&os.ModeSymlink != 0:
		return nil, ErrLink
	case !seen.Mode().IsRegular():
		return nil, ErrNotRegular
	}
	// What was looked at may be something else by now: opening must not wait
	// for a pipe's other end, and what is open must be what was seen.
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, fmt.Errorf("opening a file: %w", err)
	}
	if got, err := f.Stat(); err != nil || !os.SameFile(seen, got) {
		return nil, errors.Join(ErrNotRegular, f.Close())
	}
	return f, nil
}
