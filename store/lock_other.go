//go:build !unix

package store

import (
	"context"
	"time"
)

// lock is not known here: SQLite's own locks are what keeps programs apart.
func lock(context.Context, string, bool, time.Duration) (unlock func() error, err error) {
	return func() error { return nil }, nil
}
