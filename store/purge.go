package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"okienko/model"
	"okienko/store/intake"
)

// Purge deletes what is due: see Forget; the photos whose day has come, from
// the inbox, where their files may still lie, from the database and from its
// write-ahead log; files that were put aside or written for people, and copies
// of a former database. What holds a photo that was not taken in, a ZIP say,
// stays and is counted as left. Files go first, so that a purge that is cut off
// is simply done again. After an error it goes on with the rest; Purged is what
// was done.
//
// Files of the inbox that were put aside hold no photos: photos are not put
// aside, since they are in the database. Backups are sealed and lose them as
// they are replaced by later ones.
func (f Folder) Purge(ctx context.Context, db *DB, by model.Actor) (p Purged, err error) {
	due, err := db.duePhotos(ctx)
	if err != nil {
		return p, err
	}
	var failed error
	if len(due) > 0 {
		p.Files, p.Left, failed = f.removeFromInbox(ctx, db, due)
	}
	p.Photos, err = db.purgePhotos(ctx, by, due, p.Files)
	failed = errors.Join(failed, err)
	forgot, err := db.Forget(ctx, by)
	p.Forgot, failed = forgot, errors.Join(failed, err)
	for _, clean := range []struct {
		gone *int
		do   func(context.Context, *DB, model.Actor) (int, error)
	}{{&p.Aside, f.forgetAsides}, {&p.Outgoing, f.forgetOutgoing}, {&p.Copies, f.forgetCopies}} {
		if ctx.Err() == nil {
			*clean.gone, err = clean.do(ctx, db, by)
			failed = errors.Join(failed, err)
		}
	}
	p.Held = db.emptyLog(ctx)
	return p, explain(errors.Join(failed, f.removeUnfinished(db.now())))
}

// holds is what a file of the inbox holds.
type holds struct {
	due   bool // a photo whose day has come
	other bool // something that is not in the database
}

// removeFromInbox removes the files that hold nothing but photos of the
// database, and one of those that are due.
func (f Folder) removeFromInbox(ctx context.Context, db *DB, due []Photo) (removed, left int, err error) {
	sums, err := db.photoSums(ctx)
	if err != nil {
		return 0, 0, err
	}
	for _, p := range due {
		sums[sumText(p)] = true
	}
	var mu sync.Mutex
	all := map[string]holds{}
	err = intake.EachPhoto(ctx, f.inboxFiles(), func(_ int, file intake.PhotoFile) {
		isDue, known := false, false
		if file.Err == nil {
			isDue, known = sums[sumOf(file.Data)]
		}
		mu.Lock()
		defer mu.Unlock()
		h := all[file.Outer()]
		h.due, h.other = h.due || isDue, h.other || !known
		all[file.Outer()] = h
	})
	if err != nil {
		return 0, 0, err
	}
	for path, h := range all {
		switch {
		case !h.due:
		case h.other:
			left++
		default:
			if _, failed := remove(path); failed != nil {
				left++
				err = errors.Join(err, fmt.Errorf("removing a photo from the inbox: %w", failed))
			} else {
				removed++
			}
		}
	}
	return removed, left, err
}

// photoSums are the sums of all photos in the database; the values are for the
// caller to set.
func (db *DB) photoSums(ctx context.Context) (map[string]bool, error) {
	all, _, err := db.Photos(ctx)
	sums := make(map[string]bool, len(all))
	for _, p := range all {
		sums[sumText(p)] = false
	}
	return sums, err
}

// inboxFiles lists what lies in the inbox but for what was put aside.
func (f Folder) inboxFiles() []intake.PhotoFile {
	entries, err := os.ReadDir(f.Inbox())
	if err != nil {
		return nil // there is none, or nobody can read it
	}
	var paths []string
	for _, e := range entries {
		if path := filepath.Join(f.Inbox(), e.Name()); path != f.Taken() && !intake.Housekeeping(e.Name()) {
			paths = append(paths, path)
		}
	}
	return intake.ListPhotos(paths)
}

// RemoveTaken removes files of the inbox whose photos are all in the database.
// One that changed since it was taken in stays and is counted as left.
func (f Folder) RemoveTaken(ctx context.Context, db *DB, paths []string) (left int, err error) {
	sums, err := db.photoSums(ctx)
	if err != nil {
		return 0, err
	}
	var mu sync.Mutex
	keep := map[string]bool{}
	err = intake.EachPhoto(ctx, intake.ListPhotos(paths), func(_ int, file intake.PhotoFile) {
		_, known := sums[sumOf(file.Data)]
		mu.Lock()
		defer mu.Unlock()
		keep[file.Outer()] = keep[file.Outer()] || file.Err != nil || !known
	})
	if err != nil {
		return 0, err
	}
	for path, stays := range keep {
		if stays {
			left++
		} else if _, failed := remove(path); failed != nil {
			left++
			err = errors.Join(err, fmt.Errorf("removing a photo from the inbox: %w", failed))
		}
	}
	return left, explain(err)
}

// unfinishedAfter is how old a file is that a program began to write and can't
// be at any more.
const unfinishedAfter = 24 * time.Hour

// unnamedExport is what package export calls a file until it is whole.
const unnamedExport = ".okienko-*"

// removeUnfinished removes what programs left behind that were killed while
// they put files aside, wrote one for people, or made a backup or a restore:
// each of those holds personal data.
func (f Folder) removeUnfinished(now time.Time) (err error) {
	for _, in := range []struct{ folder, pattern string }{
		{f.Taken(), asidePrefix + "*"}, {f.Outgoing(), unnamedExport}, {string(f), "*" + scratchEnding}, {f.Backups(), "*" + partEnding},
	} {
		left, bad := filesLike(in.folder, in.pattern)
		err = errors.Join(err, bad)
		for _, path := range left {
			if info, gone := os.Lstat(path); gone != nil || now.Sub(info.ModTime()) < unfinishedAfter {
				continue
			}
			if gone := os.RemoveAll(path); gone != nil {
				err = errors.Join(err, fmt.Errorf("removing an unfinished file: %w", gone))
			}
		}
	}
	return err
}

// filesLike are the paths of what lies in a folder under a name that fits a
// pattern; none where there is no such folder. Unlike with filepath.Glob the
// folder's own name is no pattern: a school's may have brackets.
func filesLike(folder, pattern string) (paths []string, err error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	for _, e := range entries {
		fits, bad := filepath.Match(pattern, e.Name())
		if bad != nil {
			return nil, bad
		}
		if fits {
			paths = append(paths, filepath.Join(folder, e.Name()))
		}
	}
	return paths, err
}
