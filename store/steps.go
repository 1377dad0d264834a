package store

import (
	"context"
	"time"

	"okienko/model"
)

// What nobody waits for is done in steps, so that no desk has to wait for it:
// how long one goes on taking up more work, and how long others may write
// before the next. SQLite's waiting desks ask every 25 ms at first, so that
// each of them comes in between. BenchmarkDesksWhileForgetting measures it.
const (
	stepTime  = 15 * time.Millisecond
	stepPause = 40 * time.Millisecond
)

// steps are small transactions that follow each other.
type steps struct {
	db    *DB
	by    model.Actor
	begun bool
}

// take is one step: it takes up work as long as more says so, the first piece
// always. What it writes is there, with its lines, whatever becomes of the next.
func (s *steps) take(ctx context.Context, do func(d *deedTx, more func() bool) error) error {
	if s.begun {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(stepPause):
		}
	}
	s.begun = true
	return s.db.transact(ctx, s.by, func(d *deedTx) error {
		begun, first := time.Now(), true
		return do(d, func() bool {
			going := first || time.Since(begun) < s.db.step
			first = false
			return going
		})
	})
}
