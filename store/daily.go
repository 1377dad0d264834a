package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"okienko/model"
)

// DailyAfter is how old the last daily backup is when the next one is due. It
// is less than a day: a window that opens every morning a minute earlier than
// the day before would otherwise come too early each time.
const DailyAfter = 20 * time.Hour

// Daily backups are called okienko.20261123-073000.age; the moment is in UTC.
const (
	dailyName   = "okienko."
	dailyEnding = ".age"
)

// Daily is one of the backups that were made by themselves.
type Daily struct {
	File string
	At   time.Time
}

// DailyFolder is where the daily backups go by the school's profile.
func (f Folder) DailyFolder(r model.BackupRules) string {
	switch {
	case r.Folder == "":
		return f.Backups()
	case filepath.IsAbs(r.Folder):
		return r.Folder
	}
	return filepath.Join(string(f), r.Folder)
}

// Dailies are the daily backups that are there, the newest first. A folder that
// is not there yet holds none.
func (f Folder) Dailies(r model.BackupRules) ([]Daily, error) {
	folder := f.DailyFolder(r)
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, explain(fmt.Errorf("looking for daily backups: %w", err))
	}
	var all []Daily
	for _, e := range entries {
		if at, ok := dateOf(e.Name(), dailyName, dailyEnding); ok && e.Type().IsRegular() {
			all = append(all, Daily{filepath.Join(folder, e.Name()), at})
		}
	}
	slices.SortFunc(all, func(a, b Daily) int { return b.At.Compare(a.At) })
	return all, nil
}

// BackupDaily makes the daily backup if it is due and then removes the oldest
// ones beyond the number that the profile keeps. made is false if none was due
// or another desk is making it. A folder that the profile names must be there:
// it may be a disk that is not plugged in.
func (f Folder) BackupDaily(ctx context.Context, db *DB) (b Backed, made bool, err error) {
	rules := db.profile.Backup
	if rules.Keep == 0 {
		return b, false, nil
	}
	unlock, err := f.lockBackups(ctx)
	if errors.Is(err, ErrBackupRuns) {
		return b, false, nil
	}
	if err != nil {
		return b, false, err
	}
	b, made, err = f.backupDaily(ctx, db, rules)
	return b, made, explain(errors.Join(err, unlock()))
}

func (f Folder) backupDaily(ctx context.Context, db *DB, rules model.BackupRules) (b Backed, made bool, err error) {
	there, err := f.Dailies(rules)
	if err != nil {
		return b, false, err
	}
	now := db.now()
	if len(there) > 0 {
		// One from the future was made before the clock was set back.
		if age := now.Sub(there[0].At); age >= 0 && age < DailyAfter {
			return b, false, nil
		}
	}
	folder := f.DailyFolder(rules)
	if folder == f.Backups() {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			return b, false, fmt.Errorf("making the folder for backups: %w", err)
		}
	}
	name := dailyName + now.UTC().Format(dateInName) + dailyEnding
	if b, err = f.backup(ctx, db, filepath.Join(folder, name), false); err != nil {
		return b, false, err
	}
	return b, true, f.forgetDailies(rules)
}

// forgetDailies removes the oldest beyond the number to be kept, and what
// killed programs left half written: nobody else is at it now.
func (f Folder) forgetDailies(rules model.BackupRules) error {
	half, err := filesLike(f.DailyFolder(rules), dailyName+"*"+dailyEnding+partEnding)
	if err != nil {
		return err
	}
	for _, path := range half {
		if err := os.Remove(path); err != nil {
			return fmt.Errorf("removing half a backup: %w", err)
		}
	}
	all, err := f.Dailies(rules)
	if err != nil {
		return err
	}
	for _, old := range all[min(rules.Keep, len(all)):] {
		if err := os.Remove(old.File); err != nil {
			return fmt.Errorf("removing an old backup: %w", err)
		}
	}
	return nil
}
