package desk

import (
	"sync/atomic"
	"time"

	"github.com/fsnotify/fsnotify"

	"okienko/store"
)

// inboxAnyway is how often a watched inbox is looked into although the system
// reported nothing: a folder that lies on another machine reports nothing.
const inboxAnyway = 30 * time.Second

// inboxWatch hears from the system when something happens in the inbox.
type inboxWatch struct {
	stirred atomic.Bool
	ended   atomic.Bool
	watcher *fsnotify.Watcher
}

// watchInbox begins to listen; nil where that can't be done, and then the
// window looks into the inbox now and then.
func watchInbox(folder store.Folder) *inboxWatch {
	if folder == "" {
		return nil
	}
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return nil
	}
	if err := watcher.Add(folder.Inbox()); err != nil {
		_ = watcher.Close() // it watches nothing
		return nil
	}
	w := &inboxWatch{watcher: watcher}
	w.stirred.Store(true) // what lies there already
	go w.listen(folder.Inbox())
	return w
}

func (w *inboxWatch) listen(inbox string) {
	defer w.ended.Store(true)
	for {
		select {
		case e, ok := <-w.watcher.Events:
			if !ok {
				return
			}
			w.stirred.Store(true)
			if e.Name == inbox && e.Op.Has(fsnotify.Remove|fsnotify.Rename) {
				return // it is another folder from now on
			}
		case _, ok := <-w.watcher.Errors:
			if !ok {
				return
			}
			w.stirred.Store(true) // something was missed
		}
	}
}

// close ends the listening.
func (w *inboxWatch) close() {
	if w != nil {
		_ = w.watcher.Close() // it was only listened to
	}
}

// due reports whether the inbox is to be looked into, so long after the last
// look. It does not look itself.
func (w *inboxWatch) due(since time.Duration) bool {
	if w == nil || w.ended.Load() {
		return since >= inboxEvery
	}
	return w.stirred.Swap(false) || since >= inboxAnyway
}
