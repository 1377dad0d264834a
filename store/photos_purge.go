package store

import (
	"context"
	"fmt"
	"strings"
	"time"

	"okienko/model"
)

// Purged is what a purge did. It holds no personal data.
type Purged struct {
	Photos int  // deleted with all that was made of them
	Files  int  // in the inbox that held them
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

// How often and how long apart a log that others read is tried to be emptied.
const (
	emptyTries = 5
	emptyPause = 200 * time.Millisecond
)

// emptyLog brings the write-ahead log into the database and cuts it to
// nothing. held is true if others were reading it all the time.
func (db *DB) emptyLog(ctx context.Context) (held bool) {
	for range emptyTries {
		if db.scrubStep(ctx, "PRAGMA wal_checkpoint(TRUNCATE)") == nil {
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

// PurgePhotos deletes the photos whose day has come from the database and its
// write-ahead log; Folder.Purge also from the data folder. Backups lose them
// as they are replaced. One register line says how many they were.
func (db *DB) PurgePhotos(ctx context.Context, by model.Actor) (Purged, error) {
	due, err := db.duePhotos(ctx)
	if err != nil {
		return Purged{}, err
	}
	gone, err := db.purgePhotos(ctx, by, due, 0)
	if err != nil {
		return Purged{}, explain(err)
	}
	return Purged{Photos: gone, Held: db.emptyLog(ctx)}, nil
}
