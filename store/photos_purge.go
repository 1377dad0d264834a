package store

import (
	"context"
	"fmt"
	"net/url"
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

// purgePhotos deletes the photos whose day has come, in steps, each with the
// line that proves it. Any role may: it is the day that decides. files is how
// many copies of them were removed outside the database, for the first line.
func (db *DB) purgePhotos(ctx context.Context, by model.Actor, due []Photo, files int) (gone int, err error) {
	step := steps{db: db, by: by}
	for len(due) > 0 {
		part, rest := 0, due
		err := step.take(ctx, func(d *deedTx, more func() bool) error {
			for len(rest) > 0 && more() {
				n, err := d.deletePhoto(rest[0].ID)
				if err != nil {
					return err
				}
				part, rest = part+n, rest[1:]
			}
			if part == 0 {
				return nil // another desk was faster
			}
			if err := d.note(model.DeedPhotosPurged, 0, nil, purgeFacts{part, files}); err != nil {
				return err
			}
			if err := d.photosGone(due[:len(due)-len(rest)]); err != nil {
				return err
			}
			return d.photosChanged()
		})
		if err != nil {
			return gone, explain(err)
		}
		if due = rest; part > 0 {
			files = 0
		}
		gone += part
	}
	return gone, nil
}

// deletePhoto deletes a photo with its pictures; secure_delete overwrites the
// pages. It returns how many there were of it.
func (d *deedTx) deletePhoto(id int64) (int, error) {
	if _, err := d.exec("DELETE FROM pictures WHERE photo = ?", id); err != nil {
		return 0, fmt.Errorf("deleting pictures: %w", err)
	}
	return d.changed("DELETE FROM photos WHERE id = ?", id)
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
	emptyTries = 10
	emptyWait  = "30"
	emptyPause = 100 * time.Millisecond
)

// emptyLog brings the write-ahead log into the database and cuts it to
// nothing, since what was deleted would otherwise be found in it until it is
// written over. held is true if others were reading it all the time.
func (db *DB) emptyLog(ctx context.Context) (held bool) {
	// A connection of its own: deeds wait ten seconds for others, and would for
	// this one.
	own, err := pool(db.path, 1, url.Values{"_busy_timeout": {emptyWait}})
	if err != nil {
		return true
	}
	defer func() { _ = own.Close() }() // it wrote nothing
	for range emptyTries {
		// Most of it is brought over while others write; what is left for the
		// second, during which nobody can, takes no time.
		_ = scrubStep(ctx, own, "PRAGMA wal_checkpoint(PASSIVE)") // the second says how it went
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
