package desk

import (
	"context"
	"errors"
	"sync"
	"time"

	"okienko/store"
)

// mirror tells the desk's display what to show. It works beside the window, so
// that no screen waits for it; its methods may be called from any goroutine,
// and on nil, which is a desk that has no display.
type mirror struct {
	app  *App
	poke chan struct{}
	done chan struct{}
	over chan struct{}

	mu     sync.Mutex
	want   store.DisplayState
	paired bool
	ended  bool // the offer is over, or the display's pairing
}

// startMirror begins to steer what this desk has offered.
func startMirror(a *App) *mirror {
	m := &mirror{app: a, poke: make(chan struct{}, 1), done: make(chan struct{}), over: make(chan struct{})}
	go m.run()
	return m
}

// show says what the display is to show from now on.
func (m *mirror) show(s store.DisplayState) {
	if m == nil {
		return
	}
	m.mu.Lock()
	changed := m.want != s
	m.want = s
	m.mu.Unlock()
	if changed {
		m.nudge()
	}
}

func (m *mirror) nudge() {
	select {
	case m.poke <- struct{}{}:
	default: // it looks soon anyway
	}
}

// isPaired reports whether a display is there.
func (m *mirror) isPaired() bool {
	if m == nil {
		return false
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.paired
}

// isOver reports whether there is nothing to wait for any more.
func (m *mirror) isOver() bool {
	if m == nil {
		return true
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.ended
}

// stop ends the steering, soon; what is paired is let go by whoever calls it.
func (m *mirror) stop() {
	if m != nil {
		close(m.done)
	}
}

// firstLook is how often the desk looks for a display that is being paired.
const firstLook = 500 * time.Millisecond

func (m *mirror) run() {
	defer close(m.over)
	for {
		wait := store.DisplayBeat
		if !m.isPaired() {
			wait = firstLook
		}
		timer := time.NewTimer(wait)
		select {
		case <-m.done:
			timer.Stop()
			return
		case <-m.poke:
			timer.Stop()
		case <-timer.C:
		}
		if !m.steer() {
			return
		}
	}
}

// steer writes what is wanted; it reports whether that will be needed again.
func (m *mirror) steer() bool {
	m.mu.Lock()
	want := m.want
	m.mu.Unlock()
	ctx, cancel := context.WithTimeout(context.Background(), deedTime)
	defer cancel()
	paired, err := m.app.DB.SteerDisplay(ctx, m.app.Actor, want)
	m.mu.Lock()
	defer m.mu.Unlock()
	m.paired = paired && err == nil
	if err != nil && !errors.Is(err, store.ErrUnpaired) {
		m.app.Log.Error("the display can't be told what to show", "error", err)
		return true
	}
	m.ended = err != nil
	return err == nil
}

// endMirror lets the display go when the window ends.
func (a *App) endMirror(ctx context.Context) {
	if a.mirror == nil {
		return
	}
	a.mirror.stop()
	<-a.mirror.over
	if err := a.DB.LetDisplayGo(ctx, a.Actor); err != nil {
		a.Log.Error("the display can't be let go", "error", err)
	}
}
