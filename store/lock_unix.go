//go:build unix

package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"syscall"
	"time"
)

// lock takes an advisory lock on a file or folder, which the system lets go of
// when the process ends, however it ends. alone excludes everybody else; others
// may hold the same not-alone lock together. While somebody's lock forbids it,
// lock tries until the patience is over and returns errLocked then.
func lock(ctx context.Context, path string, alone bool, patience time.Duration) (unlock func() error, err error) {
	how := syscall.LOCK_SH
	if alone {
		how = syscall.LOCK_EX
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("locking: %w", err)
	}
	over := time.Now().Add(patience)
	for {
		err = syscall.Flock(int(f.Fd()), how|syscall.LOCK_NB)
		switch {
		case err == nil:
			return f.Close, nil
		case errors.Is(err, syscall.EINTR):
			continue
		case !errors.Is(err, syscall.EWOULDBLOCK):
			return nil, errors.Join(fmt.Errorf("locking: %w", err), f.Close())
		case time.Now().After(over):
			return nil, errors.Join(errLocked, f.Close())
		}
		select {
		case <-ctx.Done():
			return nil, errors.Join(ctx.Err(), f.Close())
		case <-time.After(lockPoll):
		}
	}
}

// lockPoll is how often a lock is tried anew.
const lockPoll = 20 * time.Millisecond
