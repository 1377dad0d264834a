package desk

import (
	"errors"
	"sync"
)

// errWindowEnds is for a deed that was asked for in the moment in which the
// window ended. It was not begun.
var errWindowEnds = errors.New("the window ends")

// deeds counts what is under way, so that a window that ends waits for it: a
// hand-over that somebody confirmed with the last key must not be given back
// as not collected while it is being written.
type deeds struct {
	mu    sync.Mutex
	ended bool
	wait  sync.WaitGroup
}

// begin reports whether a deed may begin.
func (d *deeds) begin() bool {
	if d == nil { // nothing ends this window
		return true
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if !d.ended {
		d.wait.Add(1)
	}
	return !d.ended
}

func (d *deeds) over() {
	if d != nil {
		d.wait.Done()
	}
}

// end lets no deed begin any more and waits for those that have.
func (d *deeds) end() {
	d.mu.Lock()
	d.ended = true
	d.mu.Unlock()
	d.wait.Wait()
}
