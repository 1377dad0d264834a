package intake

import (
	"context"
	"os"
	"sync"
	"time"
)

const (
	// photoWorkers bounds how many photos are in memory at once.
	photoWorkers = 2
	// photoRounds is how often a file that is still being written is looked
	// at again before it is left for another time.
	photoRounds = 5
)

// EachPhoto reads the listed files and hands each, with its place in the
// list, to look, from at most two goroutines at once; those with an error of
// their own too. It ends early with the context's error.
func EachPhoto(ctx context.Context, files []PhotoFile, look func(i int, f PhotoFile)) error {
	return EachQuietPhoto(ctx, files, 0, look)
}

// EachQuietPhoto is EachPhoto for a folder that somebody may still be copying
// into: a file that was written to less than quiet ago comes last, and only
// when it stayed as it is for that long. One that does not come to rest is an
// ErrPhotoChanging.
func EachQuietPhoto(ctx context.Context, files []PhotoFile, quiet time.Duration, look func(i int, f PhotoFile)) error {
	defer closeArchives(files)
	places := make([]int, 0, len(files))
	var fresh []int
	listed := time.Now()
	for i, f := range files {
		// A time that lies ahead is another clock's, and says nothing.
		if quiet > 0 && f.Err == nil && f.zip == nil && listed.Sub(f.seen.modified) < quiet {
			fresh = append(fresh, i)
		} else {
			places = append(places, i)
		}
	}
	if err := readPhotos(ctx, files, places, look); err != nil {
		return err
	}
	for range photoRounds {
		if len(fresh) == 0 {
			return nil
		}
		if err := pause(ctx, time.Until(listed.Add(quiet))); err != nil {
			return err
		}
		listed = time.Now()
		var quietNow []int
		quietNow, fresh = unchanged(files, fresh)
		if err := readPhotos(ctx, files, quietNow, look); err != nil {
			return err
		}
	}
	for _, i := range fresh {
		f := files[i]
		f.Err = ErrPhotoChanging
		look(i, f)
	}
	return nil
}

// unchanged parts the files that are as they were seen from those that were
// written to since, which it sees anew. One that vanished is unchanged: reading
// it says so.
func unchanged(files []PhotoFile, places []int) (same, changed []int) {
	for _, i := range places {
		info, err := os.Lstat(files[i].Path)
		if err == nil && versionOf(info) != files[i].seen {
			files[i].seen = versionOf(info)
			changed = append(changed, i)
		} else {
			same = append(same, i)
		}
	}
	return same, changed
}

func pause(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

// readPhotos hands out the files at the places.
func readPhotos(ctx context.Context, files []PhotoFile, places []int, look func(i int, f PhotoFile)) error {
	next := make(chan int)
	var workers sync.WaitGroup
	for range photoWorkers {
		workers.Go(func() {
			for i := range next {
				look(i, read(files[i]))
			}
		})
	}
	var err error
	for _, i := range places {
		if err = ctx.Err(); err != nil {
			break
		}
		next <- i
	}
	close(next)
	workers.Wait()
	return err
}

func read(f PhotoFile) PhotoFile {
	switch {
	case f.Err != nil:
	case f.zip != nil:
		f.Data, f.Err = f.zip.read(f.entry)
	default:
		f.Data, f.Err = ReadPhoto(f.Path)
	}
	return f
}

func closeArchives(files []PhotoFile) {
	for _, f := range files {
		if f.zip != nil {
			f.zip.close()
		}
	}
}
