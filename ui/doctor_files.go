package ui

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"okienko/store"
)

// files looks at what stands in the data folder.
func (d *doctor) files(context.Context) error {
	if open := openToOthers(d.s.folder); len(open) > 0 {
		d.add("modes", false, d.t.ModesBad(open))
	} else {
		d.add("modes", true, d.t.ModesGood)
	}
	if info, err := os.Stat(d.s.folder.Inbox()); err != nil || !info.IsDir() {
		d.add("inbox", false, d.t.InboxMissing(d.s.folder.Inbox()))
	} else {
		d.add("inbox", true, d.t.InboxGood)
	}
	return nil
}

// openToOthers names what others may read or write: the folder, the database
// with its log and the copies that migrations left, the profile, the log.
// Windows knows no such modes.
func openToOthers(folder store.Folder) (open []string) {
	if runtime.GOOS == "windows" {
		return nil
	}
	paths := []string{string(folder)}
	database := filepath.Base(folder.Database())
	entries, _ := os.ReadDir(string(folder)) // it was opened a moment ago
	for _, e := range entries {
		path := filepath.Join(string(folder), e.Name())
		if strings.HasPrefix(e.Name(), database) || path == folder.ProfileFile() || path == folder.Log() {
			paths = append(paths, path)
		}
	}
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil && info.Mode().Perm()&0o077 != 0 {
			open = append(open, path)
		}
	}
	return open
}

// leastFree is how many bytes a disk should have left: some times what a school
// takes, so that the write-ahead log and a copy find room.
const leastFree = 100_000_000

func (d *doctor) disk(context.Context) error {
	if free, known := freeSpace(string(d.s.folder)); known {
		d.space(free)
	}
	return nil
}

func (d *doctor) space(free uint64) {
	if free < leastFree {
		d.add("disk", false, d.t.DiskFull(free/1_000_000))
		return
	}
	d.add("disk", true, d.t.DiskGood(free/1_000_000))
}
