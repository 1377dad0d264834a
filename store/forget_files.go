package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"okienko/model"
)

// aside is a file of the inbox that was put aside, and the day it goes, where
// the profile says one.
type aside struct {
	path string
	on   model.Date
}

// asides are the files that were put aside and have a day to go; none where the
// profile keeps them.
func (f Folder) asides(p model.Profile) []aside {
	if p.Retention.FilesDays == 0 {
		return nil
	}
	return f.allAsides(p)
}

// allAsides are all of them. The day on which they were put aside stands in
// their names.
func (f Folder) allAsides(p model.Profile) (all []aside) {
	if f == "" {
		return nil
	}
	entries, err := os.ReadDir(f.Taken())
	if err != nil {
		return nil // there is none, or nobody can read it
	}
	for _, e := range entries {
		name := e.Name()
		if !e.Type().IsRegular() || !strings.HasSuffix(name, sealedEnding) || len(name) < len("2006-01-02-") {
			continue
		}
		if day, err := model.ParseDate(name[:len("2006-01-02")]); err == nil && !day.IsZero() {
			all = append(all, aside{filepath.Join(f.Taken(), name), day.AddDays(p.Retention.FilesDays)})
		}
	}
	return all
}

// filesForgottenFacts is how the register writes down that they went.
type filesForgottenFacts struct {
	Files    int `json:"files,omitempty"`    // of the inbox, put aside
	Outgoing int `json:"outgoing,omitempty"` // written for people
	Copies   int `json:"copies,omitempty"`   // of a former database
}

// forgetAsides removes the files whose day has come.
func (f Folder) forgetAsides(ctx context.Context, db *DB, by model.Actor) (gone int, err error) {
	var due []aside
	today := model.DateOf(db.now().In(db.profile.Zone()))
	for _, file := range f.asides(db.profile) {
		if !file.on.After(today) {
			due = append(due, file)
		}
	}
	return removeAsides(ctx, db, by, due)
}

func removeAsides(ctx context.Context, db *DB, by model.Actor, due []aside) (int, error) {
	paths := make([]string, len(due))
	for i, file := range due {
		paths[i] = file.path
	}
	gone, err := removeFiles("a file that was put aside", paths)
	return gone, errors.Join(err, db.noteFiles(ctx, by, filesForgottenFacts{Files: gone}))
}

// removeFiles removes all that it can and says how many there were.
func removeFiles(what string, paths []string) (n int, err error) {
	for _, path := range paths {
		gone, failed := remove(path)
		if failed != nil {
			err = errors.Join(err, fmt.Errorf("removing %s: %w", what, failed))
		}
		if gone {
			n++
		}
	}
	return n, err
}

// noteFiles writes down that files went, if any did.
func (db *DB) noteFiles(ctx context.Context, by model.Actor, gone filesForgottenFacts) error {
	if gone == (filesForgottenFacts{}) {
		return nil
	}
	return db.transact(ctx, by, func(d *deedTx) error { return d.note(model.DeedFilesForgotten, 0, nil, gone) })
}
