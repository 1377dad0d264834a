package desk

import (
	"context"
	"errors"
	"image"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model/portrait"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// mendScreen shows a photo before and after, side by side, with what is done
// to it. Nothing is written before Enter.
type mendScreen struct {
	pictured
	t      *text.Gallery
	album  *album
	photo  store.Photo   // as it was when the screen was opened
	others []store.Photo // from which it was chosen
	tried  *mendTried    // nil: still at it
	busy   bool          // something is being drawn
}

func newMend(b *album, p store.Photo, others []store.Photo) kit.Screen {
	s := &mendScreen{t: text.GalleryIn(b.app.Lang), album: b, photo: p, others: others}
	s.app = b.app
	return s
}

// mendTried is what mending a photo gave.
type mendTried struct {
	mended        portrait.Mended
	report        portrait.Report // on the mended one
	before, after image.Image     // small copies; nil: not shown
	cant          *portrait.CantMend
	err           error // of the store
}

// ok reports whether there is a mended picture.
func (m mendTried) ok() bool { return m.err == nil && m.cant == nil }

// mendedName is what a mended photo is called when it is judged: its ending is
// that of what it is now.
const mendedName = "photo.jpg"

// mender mends a photo and judges what came of it.
type mender func(original []byte, rules portrait.Rules) (portrait.Mended, portrait.Report, error)

func mendPhoto(original []byte, rules portrait.Rules) (portrait.Mended, portrait.Report, error) {
	m, err := portrait.Mend(original, rules)
	if err != nil {
		return m, portrait.Report{}, err
	}
	return m, portrait.Inspect(mendedName, m.Bytes, rules), nil
}

// tryMending mends a photo without writing anything. Small copies are made
// only where somebody looks.
func (b *album) tryMending(id int64, look bool) (m mendTried) {
	a := b.app
	ctx, cancel := context.WithTimeout(context.Background(), deedTime)
	defer cancel()
	pictures, err := a.DB.PhotoBytes(ctx, id)
	if err != nil {
		a.Log.Error("reading a picture failed", "error", err)
		return mendTried{err: err}
	}
	if look {
		if small, err := portrait.Preview(pictures.Original); err == nil {
			m.before = small
		}
	}
	if m.mended, m.report, err = b.mend(pictures.Original, a.profile().Photo); err != nil {
		if !errors.As(err, &m.cant) {
			m.err = err
		}
		return m
	}
	if look {
		if small, err := portrait.Preview(m.mended.Bytes); err == nil {
			m.after = small
		}
	}
	return m
}

func (s *mendScreen) Title() string { return s.t.MendTitle }

func (s *mendScreen) Init() tea.Cmd {
	id := s.photo.ID
	return tea.Batch(s.app.askTerminal(), s.app.measure(), func() tea.Msg { return s.album.tryMending(id, true) })
}

// Resized draws for the new window.
func (s *mendScreen) Resized(_, _ int) kit.Turn { return kit.Stay(s.app.measure()) }

type pairDrawn struct{ drawing }

func (s *mendScreen) Update(msg tea.Msg) kit.Turn {
	turn := kit.Stay()
	switch msg := msg.(type) {
	case mendTried:
		s.tried = &msg
		if msg.err != nil {
			turn = turn.Say(kit.Bad(text.Error(s.app.Lang, msg.err, s.app.profile().Zone())))
		}
	case pairDrawn:
		s.busy, s.drawn = false, msg.drawing
	case measured:
		s.pixels = kit.WindowSize(msg)
	case done:
		v, notice, ok := s.album.done(msg)
		if !ok {
			return kit.Pop(notice)
		}
		if p, there := s.album.get(v.letter); there {
			return kit.Replace(newLetter(s.album, p)).Say(notice)
		}
		return kit.Pop(photoSettled{notice})
	case kit.Broadcast:
		turn = kit.Stay(s.app.measure())
	}
	return turn.With(s.next())
}

// next draws the pair, if that is to be done.
func (s *mendScreen) next() tea.Cmd {
	if s.busy || s.tried == nil || s.tried.before == nil && s.tried.after == nil || !s.undrawn() {
		return nil
	}
	s.busy = true
	images := []image.Image{s.tried.before, s.tried.after}
	cols, rows, terminal := s.cols, s.rows, s.terminal()
	return func() tea.Msg { return pairDrawn{s.app.draw(cols, rows, terminal, images...)} }
}

// Actions of the screen.
func (s *mendScreen) Actions() []kit.Action {
	back := kit.Action{ID: "photo-back", Keys: []string{"esc"}, Name: s.t.Back, Hint: s.t.BackHint, Footer: 3, Do: func() kit.Turn { return kit.Pop(nil) }}
	take := kit.Action{ID: "photo-take-mended", Keys: []string{"enter"}, Name: s.t.TakeMended, Hint: s.t.TakeMendedHint, Footer: 1, Do: s.take}
	refuse := kit.Action{ID: "photo-refuse", Keys: []string{"o"}, Name: s.t.RefuseInstead, Hint: s.t.RefuseHint, Footer: 2,
		Do: func() kit.Turn { return kit.Stay(s.album.refuse(s.photo)) }}
	switch {
	case s.tried == nil:
		take.Off, refuse.Off = s.t.Mending, s.t.Mending
	case !s.tried.ok():
		refuse.Keys = []string{"enter", "o"}
		return s.album.guarded([]kit.Action{refuse, back})
	}
	return s.album.guarded([]kit.Action{take, refuse, back})
}

// take accepts the mended picture. Where something remains to be said it asks.
func (s *mendScreen) take() kit.Turn {
	a := store.Acceptance{Mended: s.tried.mended.Bytes, Report: s.tried.report, Despite: s.tried.report.Verdict != portrait.Accept}
	accept := func() kit.Turn { return kit.Stay(s.album.acceptAs(s.photo, s.others, a)) }
	if !a.Despite {
		return accept()
	}
	return kit.Confirm(s.app.ask(s.t.TakeMended, "enter", s.t.DespiteAsk(s.remaining())), accept)
}

// remaining are the reasons that are left after mending.
func (s *mendScreen) remaining() string {
	t := text.PhotoIn(s.app.Lang)
	var said []string
	for _, f := range s.tried.report.Findings {
		said = append(said, t.Finding(f, s.tried.report.Format))
	}
	return strings.Join(said, " ")
}

func (s *mendScreen) View(w, h int) string {
	head := []string{kit.Strong.Paint(kit.Cut(kit.Safe(s.photo.Name), w)), kit.Cut(kit.Safe(s.album.who(s.photo)), w)}
	foot := s.outcome(w)
	half := (w - 2) / 2
	captions := kit.Pad(s.caption(s.t.Before, s.photo.Report, 0), half) + "  "
	if s.tried != nil && s.tried.ok() {
		captions += kit.Cut(s.caption(s.t.After, s.tried.report, s.tried.mended.Quality), half)
	}
	head = append(head, kit.Dim.Paint(kit.Cut(captions, w)))
	s.width, s.cols, s.rows = w, w, max(1, h-len(head)-len(foot))
	return strings.Join(append(append(head, s.lines(s.waiting())...), foot...), "\n")
}

func (s *mendScreen) waiting() string {
	switch {
	case s.tried == nil:
		return s.t.Mending
	case !s.app.shows(s.terminal()):
		return s.t.NoTerminalPicture
	case s.tried.before == nil && s.tried.after == nil:
		return s.t.NoPicture
	}
	return s.t.Loading
}

// headRows are the lines above the pictures.
const headRows = 3

// Overlay is the pair where the terminal draws pixels.
func (s *mendScreen) Overlay() kit.Overlay { return s.over(headRows, 0) }

// caption is what stands above a picture: its size and weight.
func (s *mendScreen) caption(which string, r portrait.Report, quality int) string {
	weight := text.PhotoIn(s.app.Lang).Weight(int64(r.Bytes))
	if r.DisplayWidth > 0 {
		weight = s.t.InSize(r.DisplayWidth, r.DisplayHeight, weight)
	}
	if quality > 0 {
		weight = joined(", ", weight, s.t.Quality(quality))
	}
	return which + ": " + weight
}

// outcome is what is done and what remains, or why nothing can be.
func (s *mendScreen) outcome(w int) []string {
	switch {
	case s.tried == nil || s.tried.err != nil:
		return nil
	case s.tried.cant != nil:
		return painted(kit.WarnTone, kit.Wrap("! "+s.t.Why(s.app.Lang, s.tried.cant), w))
	}
	var steps []string
	for _, step := range s.tried.mended.Steps {
		steps = append(steps, s.t.Done[step])
	}
	lines := kit.Wrap(strings.Join(steps, ", "), w)
	if rest := s.remaining(); rest != "" {
		return append(lines, painted(kit.WarnTone, kit.Wrap("! "+s.t.Remaining+" "+rest, w))...)
	}
	return append(lines, kit.GoodTone.Paint(kit.Cut("+ "+s.t.NothingRemains, w)))
}

func painted(tone kit.Tone, lines []string) []string {
	for i, l := range lines {
		lines[i] = tone.Paint(l)
	}
	return lines
}
