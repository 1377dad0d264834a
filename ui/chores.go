package ui

import (
	"context"
	"sync"
	"time"
)

// firstDaily is how long after opening the first look at the daily backup is,
// so that the window comes up first.
const firstDaily = time.Minute

// keepHouse does what a school needs as long as it is open, beside whoever works
// in it: it deletes what is due, at once and every hour, and makes the daily
// backups. stop ends it, also in the middle of a backup, which then leaves
// nothing behind.
func (c *command) keepHouse(ctx context.Context, s *session) (stop func()) {
	if c.demo {
		return func() {}
	}
	ctx, cancel := context.WithCancel(ctx)
	var chores sync.WaitGroup
	chores.Go(func() { hourly(ctx, 0, s.purge) })
	chores.Go(func() { hourly(ctx, firstDaily, func(ctx context.Context) { s.backUpDaily(ctx, c.lang) }) })
	return func() { cancel(); chores.Wait() }
}

// hourly does something after a while and every hour from then on.
func hourly(ctx context.Context, after time.Duration, do func(context.Context)) {
	for wait := after; ; wait = time.Hour {
		select {
		case <-ctx.Done():
			return
		case <-time.After(wait):
			do(ctx)
		}
	}
}
