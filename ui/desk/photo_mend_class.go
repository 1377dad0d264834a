package desk

import (
	"context"
	"errors"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/model/portrait"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// mendClassScreen mends the photos of a class one after the other, shows what
// became of each, and writes nothing before Enter.
type mendClassScreen struct {
	app     *App
	t       *text.Gallery
	album   *album
	class   model.Class
	photos  []store.Photo
	tried   []mendTried // as far as it got; without small copies
	leftOut map[int64]bool
	steps   *kit.Steps
	writing bool
	result  mendResult
	list    *kit.List
	cols    kit.Columns
}

// mendResult counts what was written.
type mendResult struct{ accepted, kept, failed int }

func newMendClass(b *album, class model.Class, photos []store.Photo) kit.Screen {
	s := &mendClassScreen{app: b.app, t: text.GalleryIn(b.app.Lang), album: b, class: class, photos: photos, leftOut: map[int64]bool{}}
	s.cols = kit.Columns{{Title: s.t.Student, Width: 24, Grow: 1}, {Title: s.t.What, Width: 28}, {Title: s.t.Reasons, Width: 20, Grow: 2}}
	s.list = kit.NewList(s, kitWords(b.app.Lang))
	s.list.Header = s.cols.Header
	s.steps = kit.NewSteps(len(photos), func(i int) any { return b.tryMending(photos[i].ID, false) })
	return s
}

func (s *mendClassScreen) Title() string { return s.t.ClassTitle + " " + s.class.String() }
func (s *mendClassScreen) Init() tea.Cmd { return s.steps.Next() }
func (s *mendClassScreen) Len() int      { return len(s.tried) }

// what becomes of a photo on Enter.
func (s *mendClassScreen) what(i int) (sign, word string, tone kit.Tone) {
	switch m := s.tried[i]; {
	case !m.ok():
		return "x", s.t.Cant, kit.BadTone
	case s.leftOut[s.photos[i].ID]:
		return "-", s.t.LeftOut, kit.Dim
	case m.report.Verdict == portrait.Accept:
		return "+", s.t.WillAccept, kit.GoodTone
	}
	return "!", s.t.WillKeep, kit.WarnTone
}

// Row is a photo and what becomes of it.
func (s *mendClassScreen) Row(i, w int) string {
	sign, word, tone := s.what(i)
	return s.cols.Row(w, kit.Cell{Text: s.album.who(s.photos[i])}, kit.Cell{Text: sign + " " + word, Tone: tone}, kit.Cell{Text: s.why(i)})
}

// why is what was done to a photo, what remains, or why it can't be mended.
func (s *mendClassScreen) why(i int) string {
	m := s.tried[i]
	switch {
	case m.cant != nil:
		return s.t.Why(s.app.Lang, m.cant)
	case m.err != nil:
		return text.Error(s.app.Lang, m.err, s.app.profile().Zone())
	}
	var said []string
	for _, f := range m.report.Findings {
		said = append(said, text.PhotoIn(s.app.Lang).Finding(f, m.report.Format))
	}
	for _, step := range m.mended.Steps {
		said = append(said, s.t.Done[step])
	}
	return strings.Join(said, ", ")
}

// chosen are the places of the photos that Enter writes.
func (s *mendClassScreen) chosen() (places []int) {
	for i, m := range s.tried {
		if m.ok() && !s.leftOut[s.photos[i].ID] {
			places = append(places, i)
		}
	}
	return places
}

// Actions of the screen.
func (s *mendClassScreen) Actions() []kit.Action {
	if !s.steps.Over() {
		return []kit.Action{{ID: "photo-stop", Keys: []string{"esc"}, Name: s.t.Stop, Hint: s.t.StopHint, Footer: 1, Do: s.stop}}
	}
	none := ""
	if len(s.chosen()) == 0 {
		none = s.t.NoneMended
	}
	return []kit.Action{
		{ID: "photo-take-class", Keys: []string{"enter"}, Name: s.t.AcceptAll, Hint: s.t.AcceptAllHint, Off: none, Footer: 1, Do: s.write},
		{ID: "photo-toggle", Keys: []string{"space"}, Name: s.t.Toggle, Hint: s.t.ToggleHint, Footer: 2, Do: s.toggle},
		{ID: "photo-back", Keys: []string{"esc"}, Name: s.t.Back, Hint: s.t.BackHint, Footer: 3, Do: func() kit.Turn { return kit.Pop(nil) }},
	}
}

// stop ends the mending after the present photo; what was written stays.
func (s *mendClassScreen) stop() kit.Turn {
	s.steps.Stop()
	if s.writing {
		return kit.Stay()
	}
	if len(s.tried) == 0 {
		return kit.Pop(nil)
	}
	return kit.Stay()
}

func (s *mendClassScreen) toggle() kit.Turn {
	i := s.list.Cursor()
	if i < 0 || !s.tried[i].ok() {
		return kit.Stay().Say(kit.Warn(s.t.CantToggle))
	}
	id := s.photos[i].ID
	s.leftOut[id] = !s.leftOut[id]
	s.list.SetCursor(i + 1)
	return kit.Stay()
}

// written is what became of one photo.
type written struct {
	accepted bool
	err      error
}

// write keeps what was mended, one photo a deed: accepted where nothing
// remains to be said, else still to do.
func (s *mendClassScreen) write() kit.Turn {
	places := s.chosen()
	s.writing, s.result = true, mendResult{}
	s.steps = kit.NewSteps(len(places), func(i int) any {
		ctx, cancel := context.WithTimeout(context.Background(), deedTime)
		defer cancel()
		p, m := s.photos[places[i]], s.tried[places[i]]
		w := written{accepted: m.report.Verdict == portrait.Accept}
		if w.accepted {
			w.err = s.app.DB.AcceptPhoto(ctx, s.app.Actor, store.Acceptance{Photo: seenOf(p), Mended: m.mended.Bytes, Report: m.report})
		} else {
			w.err = s.app.DB.MendPhoto(ctx, s.app.Actor, p.ID, p.Version, m.mended.Bytes, m.report)
		}
		if w.err != nil {
			s.app.Log.Error("a mended photo was not kept", "error", w.err)
		}
		return w
	})
	return kit.Stay(s.steps.Next())
}

func (s *mendClassScreen) Update(msg tea.Msg) kit.Turn {
	switch msg := msg.(type) {
	case kit.StepDone:
		return s.went(msg)
	case done:
		_, notice, ok := s.album.done(msg)
		if ok {
			notice = kit.Good(s.t.ClassDone(s.result.accepted, s.result.kept, s.result.failed))
			if s.result.failed > 0 {
				notice.Kind = kit.KindWarn
			}
		}
		return kit.Pop(notice)
	}
	s.list.Update(msg)
	return kit.Stay()
}

// went takes one photo that was mended, or written.
func (s *mendClassScreen) went(d kit.StepDone) kit.Turn {
	if !s.steps.Took(d) {
		return kit.Stay()
	}
	switch v := d.Value.(type) {
	case mendTried:
		s.tried = append(s.tried, v)
	case written:
		if turn, full := s.count(v); full {
			return turn
		}
	}
	if s.writing && s.steps.Over() {
		// The records changed too: a deed of nothing reads what is new.
		return kit.Stay(s.album.deed(photoDone{}, func(context.Context, *store.DB) error { return nil }))
	}
	return kit.Stay(s.steps.Next())
}

// count notes what became of one; what is no conflict ends the writing.
func (s *mendClassScreen) count(w written) (turn kit.Turn, ends bool) {
	var conflict *store.ConflictError
	switch {
	case w.err == nil && w.accepted:
		s.result.accepted++
	case w.err == nil:
		s.result.kept++
	case errors.As(w.err, &conflict), errors.Is(w.err, store.ErrGone):
		s.result.failed++
	default:
		s.steps.Stop()
		err := w.err
		return kit.Stay(s.album.deed(photoDone{}, func(context.Context, *store.DB) error { return err })), true
	}
	return kit.Stay(), false
}

func (s *mendClassScreen) View(w, h int) string {
	said := s.sum()
	switch {
	case s.steps.Over():
	case s.writing:
		said = s.t.Writing + " " + s.steps.View(w-kit.Width(s.t.Writing)-1)
	default:
		said = s.t.Trying + " " + s.steps.View(w-kit.Width(s.t.Trying)-1)
	}
	lines := []string{kit.Cut(said, w), ""}
	lines = append(lines, kit.Fit(s.list.View(w, h-2-mendAbout), w, h-2-mendAbout)...)
	if i := s.list.Cursor(); i >= 0 {
		lines = append(lines, kit.Wrap(kit.Safe(s.album.who(s.photos[i])+": "+s.why(i)), w)...)
	}
	return strings.Join(kit.Fit(strings.Join(lines, "\n"), w, h), "\n")
}

// mendAbout is the room under the list for all that is to be said of one.
const mendAbout = 3

func (s *mendClassScreen) sum() string {
	accept, keep, cant := 0, 0, 0
	for i, m := range s.tried {
		switch {
		case !m.ok():
			cant++
		case s.leftOut[s.photos[i].ID]:
		case m.report.Verdict == portrait.Accept:
			accept++
		default:
			keep++
		}
	}
	return s.t.ClassSum(accept, keep, cant)
}
