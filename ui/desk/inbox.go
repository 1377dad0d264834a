package desk

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// inboxEvery is how often the window looks whether files lie in the inbox,
// where nobody tells it.
const inboxEvery = 3 * time.Second

// inbox is what the window knows of the inbox.
type inbox struct {
	files  int
	looked time.Time
	watch  *inboxWatch // nil: the window looks now and then
}

// dueInbox is the inbox's folder if it is time to look into it, else "".
func (a *App) dueInbox() string {
	now := a.Now()
	if a.Folder == "" || !a.dropped.watch.due(now.Sub(a.dropped.looked)) {
		return ""
	}
	a.dropped.looked = now
	return a.Folder.Inbox()
}

// dropped reports whether a path is the inbox or in it: others put files there,
// so nothing that points elsewhere is followed.
func dropped(path string, folder store.Folder) bool {
	if folder == "" {
		return false
	}
	from, errFrom := filepath.Abs(folder.Inbox())
	to, errTo := filepath.Abs(path)
	if errFrom != nil || errTo != nil {
		return true
	}
	inside, err := filepath.Rel(from, to)
	return err == nil && filepath.IsLocal(inside)
}

// countFiles is how many files lie in a folder, -1 for "" and for a folder that
// can't be read.
func countFiles(folder string) int {
	if folder == "" {
		return -1
	}
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return 0
	}
	if err != nil {
		return -1
	}
	n := 0
	for _, e := range entries {
		if !e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			n++
		}
	}
	return n
}

// noteInbox takes an answer of countFiles.
func (a *App) noteInbox(files int) {
	if files >= 0 {
		a.dropped.files = files
	}
}

// inboxLine says that files wait in the inbox; "" if none do.
func (a *App) inboxLine() string {
	if a.dropped.files == 0 {
		return ""
	}
	return text.WaysIn(a.Lang).InInbox(a.dropped.files)
}

// wholeInInbox are the paths in the inbox of which everything was taken in.
func wholeInInbox(files []FoundFile, chosen string, folder store.Folder) []string {
	if folder == "" {
		return nil
	}
	in := folder.Inbox()
	if samePath(filepath.Dir(chosen), in) {
		if len(files) == 0 || slices.ContainsFunc(files, func(f FoundFile) bool { return !f.Whole() }) {
			return nil
		}
		return []string{filepath.Join(in, filepath.Base(chosen))}
	}
	if !samePath(chosen, in) {
		return nil
	}
	// The inbox itself: what lies in it, each on its own.
	var names []string
	whole := map[string]bool{}
	for _, f := range files {
		name, _, _ := strings.Cut(f.File, "/")
		if _, seen := whole[name]; !seen {
			names, whole[name] = append(names, name), true
		}
		whole[name] = whole[name] && f.Whole()
	}
	var paths []string
	for _, name := range names {
		if whole[name] {
			paths = append(paths, filepath.Join(in, name))
		}
	}
	return paths
}

// moved says that files were put aside, or that this failed.
type moved struct{ failed bool }

// offerAside asks whether to put files aside, does it if so, and goes on. The
// screen gives the answer of the command, a moved, to the same place.
func (a *App) offerAside(paths []string, then func(moved) kit.Turn) kit.Turn {
	if len(paths) == 0 {
		return then(moved{})
	}
	t := text.WaysIn(a.Lang)
	return kit.Ask(a.ask(t.MoveTitle, "enter", t.MoveAsk(len(paths))), func(yes any) kit.Turn {
		if yes != true {
			return then(moved{})
		}
		now := a.local(a.Now())
		return kit.Stay(func() tea.Msg {
			for _, path := range paths {
				if err := a.Folder.PutAside(context.Background(), a.DB, path, now); err != nil {
					a.Log.Error("a file of the inbox could not be put aside", "error", err)
					return moved{failed: true}
				}
			}
			return moved{}
		})
	})
}
