package ui

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"okienko/model"
	"okienko/store"
	"okienko/ui/qr"
	"okienko/ui/text"
)

// files looks at what stands in the data folder.
func (d *doctor) files(context.Context) error {
	if open := openToOthers(d.folder); len(open) > 0 {
		d.add("modes", false, d.t.ModesBad(open))
	} else {
		d.add("modes", true, d.t.ModesGood)
	}
	if info, err := os.Stat(d.folder.Inbox()); err != nil || !info.IsDir() {
		d.add("inbox", false, d.t.InboxMissing(d.folder.Inbox()))
	} else {
		d.add("inbox", true, d.t.InboxGood)
	}
	return nil
}

// openToOthers names what others may read or write: the folder, the database
// with its log and the copies of it, the profile, the log, the keys of the
// service, and the folders for files and backups. Windows knows no such modes.
func openToOthers(folder store.Folder) (open []string) {
	if runtime.GOOS == "windows" {
		return nil
	}
	paths := []string{string(folder), folder.Inbox(), folder.Taken(), folder.Backups()}
	for _, name := range []string{filepath.Base(folder.Database()) + "*", filepath.Base(folder.ProfileFile()) + "*",
		filepath.Base(folder.Log()) + "*", "*.lock", "*.tmp", "*key*", filepath.Base(folder.Backups()) + "/*"} {
		found, _ := filepath.Glob(filepath.Join(string(folder), name)) // the pattern is right
		paths = append(paths, found...)
	}
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil && info.Mode().Perm()&0o077 != 0 {
			open = append(open, path)
		}
	}
	return open
}

// How long what holds personal data may lie about before doctor asks for it to
// be removed, where no rule of the profile ends it: files that were taken in,
// and files that were written for people.
const (
	takenStale   = 7 * 24 * time.Hour
	writtenStale = 30 // days
)

// stale finds files that nobody needs any more.
func (d *doctor) stale(ctx context.Context) error {
	var found []string
	old := func(age time.Duration, folder, pattern string) {
		entries, _ := os.ReadDir(folder) // what can't be looked into is told of elsewhere
		for _, e := range entries {
			fits, _ := filepath.Match(pattern, e.Name()) // the patterns are right; a folder's name may not be one
			if info, err := e.Info(); fits && err == nil && d.c.now().Sub(info.ModTime()) > age {
				found = append(found, filepath.Join(folder, e.Name()))
			}
		}
	}
	if d.db == nil || d.db.Profile().Retention.FilesDays == 0 {
		old(takenStale, d.folder.Taken(), "*")
	}
	if d.db != nil {
		today := model.DateOf(d.c.now().In(d.c.zone))
		written, err := d.folder.OldOutgoing(ctx, d.db, today.AddDays(-writtenStale))
		if err != nil {
			d.log.Error("what was written can't be looked at", "error", err)
		}
		found = append(found, written...)
		if err := d.copies(today, &found); err != nil {
			return err
		}
	}
	old(time.Hour, string(d.folder), "*.tmp")
	old(time.Hour, d.folder.Backups(), "*.part")
	if len(found) > 0 {
		d.add("stale", false, d.t.Stale(len(found), found[0]))
	} else {
		d.add("stale", true, d.t.NothingStale)
	}
	return nil
}

// copies tells of the former databases that a restore or a migration kept, and
// when they go. One whose day is past could not be removed.
func (d *doctor) copies(today model.Date, stale *[]string) error {
	all, err := d.folder.FormerCopies(d.db.Profile())
	if err != nil {
		return err
	}
	for _, c := range all {
		if c.Goes.Before(today) {
			*stale = append(*stale, c.File)
		}
	}
	if len(all) > 0 {
		d.note("copies", text.KeepingIn(d.c.lang).CopiesOf(all)+" "+d.t.CopiesNow)
	}
	return nil
}

// backupLate is how old the last daily backup may be: a weekend and a day off.
const backupLate = 4 * 24 * time.Hour

// backup looks when the last daily backup was made.
func (d *doctor) backup(context.Context) error {
	if d.c.demo {
		return nil
	}
	if d.rules.Keep == 0 {
		d.note("backup", d.t.BackupOff)
		return nil
	}
	where := d.folder.DailyFolder(d.rules)
	all, err := d.folder.Dailies(d.rules)
	now := d.c.now()
	young := d.begun.IsZero() || now.Sub(d.begun) < backupLate
	switch {
	case err != nil:
		d.log.Error("the daily backups can't be looked at", "error", err)
		d.add("backup", false, d.t.BackupUnseen(where))
	case len(all) == 0 && d.sealless && young:
		d.note("backup", d.t.BackupNobody)
	case len(all) == 0 && d.sealless:
		d.add("backup", false, d.t.BackupNobody)
	case len(all) == 0 && young:
		d.add("backup", true, d.t.BackupComes)
	case len(all) == 0:
		d.add("backup", false, d.t.BackupNone(where))
	default:
		at := all[0].At
		d.LastBackup = at.Format(time.RFC3339)
		last := at.In(d.c.zone).Format(text.Moment)
		if now.Sub(at) > backupLate {
			d.add("backup", false, d.t.BackupOld(last, where))
		} else {
			d.add("backup", true, d.t.BackupGood(last, len(all)))
		}
	}
	return nil
}

// terminal says what the terminal of this very command can show.
func (d *doctor) terminal(context.Context) error {
	if !d.c.onTerminal() {
		d.add("terminal", true, d.t.TerminalNone)
		return nil
	}
	can, name := qr.Detect(os.Getenv), qr.TerminalName(os.Getenv)
	switch {
	case can.Dumb:
		d.add("terminal", false, d.t.TerminalDumb)
	case !can.UTF8 && !can.Glyphs:
		d.add("terminal", false, d.t.TerminalNoLetters(name))
	default:
		d.add("terminal", true, d.t.TerminalGood(name))
	}
	return nil
}

// leastFree is how many bytes a disk should have left: some times what a school
// takes, so that the write-ahead log and a copy find room.
const leastFree = 100_000_000

func (d *doctor) disk(context.Context) error {
	if free, known := freeSpace(string(d.folder)); known {
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
