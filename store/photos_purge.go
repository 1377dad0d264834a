package store

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"time"

	"okienko/model"
)

// Purged is what a purge did. It holds no personal data.
type Purged struct {
	Photos int  // deleted with all that was made of them
	Files  int  // in the inbox that held them
	Left   int  // files in the inbox that hold one and could not be removed
	Forgot      // beside photos
	Held   bool // another program reads the write-ahead log, so it could not be emptied yet
}

// purgeFacts is how the register writes a purge down.
type purgeFacts struct {
	Photos int `json:"photos"`
	Files  int `json:"files,omitempty"`
}

// purgePhotos deletes the photos whose day has come, writes the one line that
// proves it, and empties the write-ahead log, where they would otherwise be
// found until it is written over. Any role may: it is the day that decides.
// files is how many copies of them were removed outside the database.
func (db *DB) purgePhotos(ctx context.Context, by model.Actor, due []Photo, files int) (gone int, err error) {
	if len(due) > 0 {
		err = db.transact(ctx, by, func(d *deedTx) error {
			gone, err = d.deletePhotos(due)
			if err != nil || gone == 0 {
				return err // another desk was faster
			}
			if err := d.note(model.DeedPhotosPurged, 0, nil, purgeFacts{gone, files}); err != nil {
				return err
			}
			return d.photosChanged()
		})
	}
	return gone, err
}

// deletedAtOnce bounds the numbers in one statement.
const deletedAtOnce = 500

func (d *deedTx) deletePhotos(due []Photo) (gone int, err error) {
	for len(due) > 0 {
		part := due[:min(len(due), deletedAtOnce)]
		due = due[len(part):]
		ids := make([]any, len(part))
		for i, p := range part {
			ids[i] = p.ID
		}
		in := "(?" + strings.Repeat(", ?", len(ids)-1) + ")"
		// secure_delete overwrites the pages.
		if _, err := d.exec("DELETE FROM pictures WHERE photo IN "+in, ids...); err != nil {
			return gone, fmt.Errorf("deleting pictures: %w", err)
		}
		r, err := d.exec("DELETE FROM photos WHERE id IN "+in, ids...)
		if err != nil {
			return gone, fmt.Errorf("deleting photos: %w", err)
		}
		n, err := r.RowsAffected()
		if err != nil {
			return gone, fmt.Errorf("deleting photos: %w", err)
		}
		gone += int(n)
	}
	return gone, nil
}

// duePhotos are the photos whose day has come.
func (db *DB) duePhotos(ctx context.Context) (due []Photo, err error) {
	all, _, err := db.Photos(ctx)
	if err != nil {
		return nil, err
	}
	today := model.DateOf(db.now().In(db.profile.Zone()))
	for _, p := range all {
		if !p.Deletion.After(today) {
			due = append(due, p)
		}
	}
	return due, nil
}

// How often, how long (in milliseconds) and how long apart it is tried to empty
// a log that others read. While it waits nobody can write, so it waits briefly.
const (
	emptyTries = 5
	emptyWait  = "200"
	emptyPause = 200 * time.Millisecond
)

// emptyLog brings the write-ahead log into the database and cuts it to
// nothing. held is true if others were reading it all the time.
func (db *DB) emptyLog(ctx context.Context) (held bool) {
	// A connection of its own: deeds wait ten seconds for others, and would for
	// this one.
	own, err := pool(db.path, 1, url.Values{"_busy_timeout": {emptyWait}})
	if err != nil {
		return true
	}
	defer func() { _ = own.Close() }() // it wrote nothing
	for range emptyTries {
		if scrubStep(ctx, own, "PRAGMA wal_checkpoint(TRUNCATE)") == nil {
			return false
		}
		select {
		case <-ctx.Done():
			return true
		case <-time.After(emptyPause):
		}
	}
	return true
}
