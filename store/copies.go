package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"okienko/model"
)

// FormerCopy is the database as it was before a migration or a restore, kept in
// case that went wrong. It holds what was forgotten since, so it has an end.
type FormerCopy struct {
	File string
	Made model.Date
	Goes model.Date
}

// datedCopy is how migrate names what it copies, and restore what it keeps,
// behind the file's name. SQLite leaves the last two beside one that somebody
// opened.
var datedCopy = regexp.MustCompile(`^\.(\d{8}-\d{6})\.(v\d+|przed)(-wal|-shm)?$`)

// formerCopies are those beside a database, the oldest first.
func formerCopies(path string, p model.Profile) (all []FormerCopy, err error) {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil, fmt.Errorf("looking for copies: %w", err)
	}
	for _, e := range entries {
		rest, ours := strings.CutPrefix(e.Name(), filepath.Base(path))
		parts := datedCopy.FindStringSubmatch(rest)
		if !ours || parts == nil {
			continue
		}
		at, err := time.ParseInLocation(dateInName, parts[1], time.UTC)
		if err != nil {
			continue
		}
		made := model.DateOf(at.In(p.Zone()))
		all = append(all, FormerCopy{filepath.Join(filepath.Dir(path), e.Name()), made, made.AddDays(p.CopiesKept())})
	}
	return all, nil
}

// FormerCopies are those of the folder.
func (f Folder) FormerCopies(p model.Profile) ([]FormerCopy, error) {
	return formerCopies(f.Database(), p)
}

// forgetCopies removes the copies whose day has come.
func (f Folder) forgetCopies(ctx context.Context, db *DB, by model.Actor) (gone int, err error) {
	all, err := f.FormerCopies(db.profile)
	if err != nil {
		return 0, err
	}
	var due []FormerCopy
	today := model.DateOf(db.now().In(db.profile.Zone()))
	for _, c := range all {
		if !c.Goes.After(today) {
			due = append(due, c)
		}
	}
	return noteCopies(ctx, db, by, due)
}

// ForgetCopies removes all of them at once and says how many there were. It
// needs RightManage: there is no way back to the former database then.
func (f Folder) ForgetCopies(ctx context.Context, db *DB, by model.Actor) (gone int, err error) {
	if !by.Role.May(model.RightManage) {
		return 0, ErrRole
	}
	all, err := f.FormerCopies(db.profile)
	if err == nil {
		gone, err = noteCopies(ctx, db, by, all)
	}
	return gone, explain(err)
}

func noteCopies(ctx context.Context, db *DB, by model.Actor, due []FormerCopy) (int, error) {
	gone, err := removeCopies(due)
	return gone, errors.Join(err, db.noteFiles(ctx, by, filesForgottenFacts{Copies: gone}))
}

// removeCopies removes what lies beside a database.
func removeCopies(all []FormerCopy) (gone int, err error) {
	paths := make([]string, len(all))
	for i, c := range all {
		paths[i] = c.File
	}
	return removeFiles("a copy of a former database", paths)
}
