package desk

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// galleryScreen is the table of the photos that families sent. The search is
// always on, as in the list of students.
type galleryScreen struct {
	app     *App
	t       *text.Gallery
	album   *album
	search  *kit.Field
	view    text.PhotoView
	class   model.Class     // zero: all
	student model.StudentID // 0: all
	shown   []int64
	stands  [2]int // versions of album and school that shown stands for
	list    *kit.List
	cols    kit.Columns
}

func newGallery(a *App) kit.Screen {
	s := &galleryScreen{app: a, t: text.GalleryIn(a.Lang), album: newAlbum(a), search: kit.NewField(60), view: text.PhotosToDo, stands: [2]int{-1, -1}}
	s.search.Placeholder = s.t.Placeholder
	s.cols = kit.Columns{{Title: s.t.File, Width: 20, Grow: 2}, {Title: s.t.Student, Width: 21, Grow: 2},
		{Title: s.t.Verdict, Width: 14}, {Title: s.t.Reasons, Width: 17, Grow: 3}}
	s.list = kit.NewList(s, kitWords(a.Lang))
	s.list.Header = s.cols.Header
	return s
}

// newGalleryOf is the table of one student's photos, whatever was decided.
func newGalleryOf(a *App, e *Entry) kit.Screen {
	s := newGallery(a).(*galleryScreen)
	s.student, s.view = e.ID, text.PhotosAll
	return s
}

func (s *galleryScreen) Title() string { return s.t.Title }
func (s *galleryScreen) Typing() bool  { return true }
func (s *galleryScreen) Init() tea.Cmd { return s.album.load() }
func (s *galleryScreen) Len() int      { return len(s.shown) }

func (s *galleryScreen) Update(msg tea.Msg) kit.Turn {
	switch msg := msg.(type) {
	case photosRead:
		n := s.album.take(msg)
		s.catchUp()
		return kit.Stay().Say(n)
	case done:
		return s.answered(msg)
	case kit.Broadcast:
		if _, another := msg.Value.(otherDeed); another && !s.album.busy {
			return kit.Latest("read", s.album.load())
		}
	case kit.Returned:
		s.catchUp()
		switch v := msg.Value.(type) {
		case kit.Notice:
			return kit.Stay().Say(v)
		case photoSettled:
			return kit.Stay().Say(v.notice)
		case pickedView:
			s.view = text.PhotoView(v)
			s.find()
		case pickedClass:
			s.class = model.Class(v)
			s.find()
		}
	case tea.KeyMsg, kit.Paste:
		return s.typed(msg)
	}
	return kit.Stay()
}

func (s *galleryScreen) typed(msg tea.Msg) kit.Turn {
	if s.list.Update(msg) {
		return kit.Stay()
	}
	changed, err := s.search.Update(msg)
	if err != nil {
		return kit.Stay().Say(kit.Warn(s.t.PasteRefused))
	}
	if changed {
		s.find()
		s.list.SetCursor(0)
	}
	return kit.Stay()
}

// answered goes on after a deed: to the letter, or to the next photo.
func (s *galleryScreen) answered(d done) kit.Turn {
	before := s.under()
	v, notice, ok := s.album.done(d)
	s.catchUp()
	if !ok {
		return kit.Stay().Say(notice)
	}
	// Where the photo left the table the next one is under the cursor already.
	if !v.stays && v.letter == 0 && s.under() == before {
		s.list.SetCursor(s.list.Cursor() + 1)
	}
	if p, there := s.album.get(v.letter); there {
		return kit.Push(newLetter(s.album, p)).Say(notice)
	}
	return kit.Stay().Say(notice)
}

// under is the photo under the cursor, 0 for none.
func (s *galleryScreen) under() int64 {
	if i := s.list.Cursor(); i >= 0 && i < len(s.shown) {
		return s.shown[i]
	}
	return 0
}

func (s *galleryScreen) selected() (store.Photo, bool) { return s.album.get(s.under()) }

// catchUp finds anew if photos or students changed.
func (s *galleryScreen) catchUp() {
	if s.stands != [2]int{s.album.version, s.app.School.Version()} {
		s.find()
	}
}

// find keeps the cursor on the photo it was on, or on its place in the table.
func (s *galleryScreen) find() {
	under := s.under()
	q, folded := parseQuery(s.search.Value()), model.Fold(s.search.Value())
	s.shown = s.album.inOrder(func(p store.Photo) bool {
		return passes(s.view, p) && s.belongs(p) && s.fits(p, q, folded)
	})
	s.stands = [2]int{s.album.version, s.app.School.Version()}
	for i, id := range s.shown {
		if id == under {
			s.list.SetCursor(i)
		}
	}
}

// belongs applies the filters that are neither text nor view.
func (s *galleryScreen) belongs(p store.Photo) bool {
	if s.student != 0 {
		return p.Student == s.student
	}
	if s.class.IsZero() {
		return true
	}
	e := s.app.School.Get(p.Student)
	return e != nil && e.Class == s.class
}

// fits looks for the typed text in the file's name and in what the list of
// students is searched by.
func (s *galleryScreen) fits(p store.Photo, q query, folded string) bool {
	if len(q) == 0 || folded != "" && strings.Contains(model.Fold(p.Name), folded) {
		return true
	}
	e := s.app.School.Get(p.Student)
	return e != nil && q.fit(e.key) != fitsNot
}

// pickedView is the answer to what the table is to show.
type pickedView text.PhotoView

func (s *galleryScreen) pickView() kit.Turn {
	options, at := make([]pickOption, 0, len(text.PhotoViews)), 0
	for i, v := range text.PhotoViews {
		n := 0
		for _, p := range s.album.photos {
			if passes(v, p) && s.belongs(p) {
				n++
			}
		}
		if v == s.view {
			at = i
		}
		options = append(options, pickOption{name: s.t.View[v], count: n, value: pickedView(v)})
	}
	return kit.Push(newPick(s.app, s.t.PickView, at, options))
}

func (s *galleryScreen) pickClass() kit.Turn {
	count := map[model.Class]int{}
	for _, p := range s.album.photos {
		if e := s.app.School.Get(p.Student); e != nil && passes(s.view, p) {
			count[e.Class]++
		}
	}
	options, at := []pickOption{{name: s.t.AllClasses, count: -1, value: pickedClass{}}}, 0
	for _, c := range s.app.School.Classes() {
		if c.IsZero() {
			continue
		}
		if c == s.class {
			at = len(options)
		}
		options = append(options, pickOption{name: c.String(), count: count[c], value: pickedClass(c)})
	}
	return kit.Push(newPick(s.app, s.t.PickClass, at, options))
}

// escape takes back the last narrowing; with none left it goes back.
func (s *galleryScreen) escape() kit.Turn {
	switch {
	case s.search.Value() != "":
		s.search.Clear()
	case s.student == 0 && (s.view != text.PhotosToDo || !s.class.IsZero()):
		s.view, s.class = text.PhotosToDo, model.Class{}
	default:
		return kit.Pop(nil)
	}
	s.find()
	return kit.Stay()
}
