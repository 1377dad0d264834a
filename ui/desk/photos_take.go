package desk

import (
	"cmp"
	"context"
	"errors"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/store"
	"okienko/store/intake"
	"okienko/store/intake/scan"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// photoIntake takes photos in: list, read and write in one, result. Nothing
// has to be asked: whose a photo is that is not clear is asked where photos
// are looked at.
type photoIntake struct {
	app   *App
	t     *text.Album
	path  string
	only  map[string]bool // names as the search for codes told them; nil: all
	count *photoCount
	stop  context.CancelFunc
	over  bool
	took  []TookPhoto
	list  *kit.List
	ended kit.Notice
}

// photoCount is how far the intake is; its command writes it, the screen shows
// it.
type photoCount struct{ done, of atomic.Int64 }

func newPhotosTake(a *App, path string, only map[string]bool) *photoIntake {
	s := &photoIntake{app: a, t: text.AlbumIn(a.Lang), path: path, only: only, count: &photoCount{}}
	s.list = kit.NewList(s, kitWords(a.Lang))
	s.list.Header, s.list.Empty = s.columns().Header, s.t.NothingHere
	return s
}

func (s *photoIntake) Title() string { return s.t.Title }

// photosTaken is the answer of the intake.
type photosTaken struct {
	took []TookPhoto
	err  error
}

// photosTick redraws the progress.
type photosTick struct{}

// Init begins at once: what was chosen was chosen to be taken in.
func (s *photoIntake) Init() tea.Cmd {
	ctx, cancel := context.WithCancel(context.Background())
	s.stop = cancel
	a, from, only, count := s.app, s.path, s.only, s.count
	records := make([]model.Record, 0, a.School.Len())
	for _, e := range a.School.All() {
		records = append(records, *e.Record)
	}
	return tea.Batch(kit.After(scanTickEvery, photosTick{}), func() tea.Msg {
		defer cancel()
		files := photosOf(pathsIn(from, a.Folder), only)
		count.of.Store(int64(len(files)))
		job := PhotoIntake{Files: files, Rules: a.profile().Photo, Index: NamesOf(records), Take: a.takePhotos,
			Progress: func(done int) { count.done.Store(int64(done)) }}
		took, err := job.Run(ctx)
		if err != nil && !errors.Is(err, context.Canceled) {
			a.Log.Error("photos could not be taken in", "error", err)
		}
		return photosTaken{took, err}
	})
}

// takePhotos is one deed, which a window that ends waits for.
func (a *App) takePhotos(ctx context.Context, photos []store.NewPhoto) ([]store.TakenPhoto, error) {
	if !a.underWay.begin() {
		return nil, errWindowEnds
	}
	defer a.underWay.over()
	ctx, cancel := context.WithTimeout(ctx, importTime)
	defer cancel()
	return a.DB.TakePhotos(ctx, a.Actor, photos...)
}

// photosOf lists the files of paths, or of them only those with the names that
// the search for codes told.
func photosOf(paths []string, only map[string]bool) (files []intake.PhotoFile) {
	for _, root := range paths {
		for _, f := range intake.ListPhotos([]string{root}) {
			if only == nil || only[scannedName(root, f.Path)] {
				files = append(files, f)
			}
		}
	}
	return files
}

// scannedName is what the search for codes calls a file below a path.
func scannedName(root, file string) string {
	below, err := filepath.Rel(root, file)
	if err != nil || below == "." {
		return filepath.Base(filepath.Clean(root))
	}
	return path.Join(filepath.Base(filepath.Clean(root)), filepath.ToSlash(below))
}

// portraits are the files in which no code was found and that may be photos
// of students.
func portraits(files []FoundFile) map[string]bool {
	found := map[string]bool{}
	for _, f := range files {
		switch {
		case len(f.Pairs) > 0:
		case namedPhoto(f.File) && slices.Contains([]scan.Reason{scan.NothingFound, scan.Broken, scan.UnknownKind, scan.OfficeFile, scan.PictureTooBig}, f.Reason),
			f.Reason == scan.NothingFound && filepath.Ext(f.File) == "":
			found[f.File] = true
		}
	}
	return found
}

// Update takes the answer of the intake.
func (s *photoIntake) Update(msg tea.Msg) kit.Turn {
	switch msg := msg.(type) {
	case photosTick:
		if !s.over {
			return kit.Stay(kit.After(scanTickEvery, photosTick{}))
		}
		return kit.Stay()
	case photosTaken:
		return s.taken(msg)
	case photosRemoved:
		return s.removed(msg)
	}
	s.list.Update(msg)
	return kit.Stay()
}

func (s *photoIntake) taken(msg photosTaken) kit.Turn {
	s.over, s.took = true, msg.took
	slices.SortStableFunc(s.took, func(a, b TookPhoto) int { return cmp.Compare(needs(a), needs(b)) })
	s.list.SetCursor(0)
	n := CountPhotos(s.took)
	s.ended = kit.Good(s.t.Took(n.Added, n.Known, n.Nobodys, n.Skipped))
	switch {
	case errors.Is(msg.err, context.Canceled):
		s.ended = kit.Warn(s.t.Stopped)
	case msg.err != nil:
		s.ended = kit.Bad(text.Error(s.app.Lang, msg.err, s.app.profile().Zone()))
	}
	return kit.Stay().Say(s.ended)
}

// needs orders what became of files: what needs a person comes first.
func needs(t TookPhoto) int {
	switch {
	case t.Skip != "":
		return 0
	case t.Taken.Student == 0:
		return 1
	case t.Taken.Known:
		return 3
	}
	return 2
}

// Actions depend on whether the intake is over.
func (s *photoIntake) Actions() []kit.Action {
	if !s.over {
		return []kit.Action{{ID: "stop", Keys: []string{"esc"}, Name: s.t.Stop, Hint: s.t.StopHint, Footer: 1, Do: func() kit.Turn {
			s.stop()
			return kit.Stay().Say(kit.Warn(s.t.Stopping))
		}}}
	}
	return []kit.Action{{ID: "close", Keys: []string{"enter", "esc"}, Name: s.t.Close, Hint: s.t.CloseHint, Footer: 1, Do: s.leave}}
}

// photosRemoved says how many files could not be removed from the inbox.
type photosRemoved struct {
	left int
	err  error
}

// leave offers to remove the files of the inbox whose photos are all in the
// database. They are not put aside: a sealed copy there would outlive the day
// on which the photo is deleted.
func (s *photoIntake) leave() kit.Turn {
	paths := s.wholeInInbox()
	if len(paths) == 0 {
		return kit.Pop(s.ended)
	}
	a := s.app
	return kit.Ask(a.ask(s.t.RemoveTitle, "enter", s.t.RemoveAsk(len(paths))), func(yes any) kit.Turn {
		if yes != true {
			return kit.Pop(s.ended)
		}
		return kit.Stay(func() tea.Msg {
			ctx, cancel := context.WithTimeout(context.Background(), importTime)
			defer cancel()
			left, err := a.Folder.RemoveTaken(ctx, a.DB, paths)
			if err != nil {
				a.Log.Error("photos could not be removed from the inbox", "error", err)
				left = max(left, 1)
			}
			return photosRemoved{left, err}
		})
	})
}

func (s *photoIntake) removed(r photosRemoved) kit.Turn {
	if r.left > 0 {
		return kit.Pop(kit.Warn(s.t.NotRemoved(r.left)))
	}
	return kit.Pop(s.ended)
}

// wholeInInbox are the files in the inbox of which everything was taken in.
func (s *photoIntake) wholeInInbox() (paths []string) {
	whole := map[string]bool{}
	for _, t := range s.took {
		if !dropped(t.Outer, s.app.Folder) {
			continue
		}
		before, seen := whole[t.Outer]
		whole[t.Outer] = (before || !seen) && t.Skip == ""
		if !seen {
			paths = append(paths, t.Outer)
		}
	}
	return slices.DeleteFunc(paths, func(p string) bool { return !whole[p] })
}

func (s *photoIntake) columns() kit.Columns {
	return kit.Columns{{Title: s.t.File, Width: 34, Grow: 2}, {Title: s.t.Result, Width: 40, Grow: 2}}
}

// Len is the number of rows.
func (s *photoIntake) Len() int { return len(s.took) }

// Row draws a row.
func (s *photoIntake) Row(i, w int) string {
	said, tone := s.result(s.took[i])
	return s.columns().Row(w, kit.Cell{Text: s.took[i].Name}, kit.Cell{Text: said, Tone: tone})
}

func (s *photoIntake) result(t TookPhoto) (string, kit.Tone) {
	switch needs(t) {
	case 0:
		return "x " + text.PhotoIn(s.app.Lang).Skipped[t.Skip], kit.BadTone
	case 1:
		return "? " + s.t.WhoseOpen, kit.WarnTone
	case 3:
		return "= " + s.t.Known, kit.Dim
	}
	return "+ " + s.t.Added, kit.GoodTone
}

// View draws how far it is, or the table.
func (s *photoIntake) View(w, h int) string {
	if !s.over {
		of := s.count.of.Load()
		if of == 0 {
			return "\n" + s.t.Listing
		}
		return "\n" + s.t.Reading + "\n\n" + kit.Progress(int(s.count.done.Load()), int(of), w)
	}
	n := CountPhotos(s.took)
	lines := kit.Wrap(s.t.Took(n.Added, n.Known, n.Nobodys, n.Skipped), w)
	lines = append(lines, "")
	return strings.Join(append(lines, kit.Fit(s.list.View(w, h-len(lines)), w, h-len(lines))...), "\n")
}
