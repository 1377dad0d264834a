package desk

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// photoScreen is one photo: its picture, what was measured beside what is
// allowed, and everything that can be done about it.
type photoScreen struct {
	viewer
	t     *text.Gallery
	album *album
	id    int64
	order []int64 // the table's photos when the screen was opened
	paper scroller
}

func newPhoto(b *album, id int64, order []int64) kit.Screen {
	s := &photoScreen{t: text.GalleryIn(b.app.Lang), album: b, id: id, order: slices.Clone(order)}
	s.app = b.app
	s.look()
	return s
}

func (s *photoScreen) Title() string { return s.t.Detail }

func (s *photoScreen) Init() tea.Cmd {
	return tea.Batch(s.app.askTerminal(), s.app.measure(), s.next())
}

// Resized draws for the new window.
func (s *photoScreen) Resized(_, _ int) kit.Turn { return kit.Stay(s.app.measure()) }

func (s *photoScreen) photo() (store.Photo, bool) { return s.album.get(s.id) }

// look makes the viewer follow the photo.
func (s *photoScreen) look() {
	if p, ok := s.photo(); ok {
		s.show(p)
	}
}

func (s *photoScreen) Update(msg tea.Msg) kit.Turn {
	turn := s.handle(msg)
	s.look()
	return turn.With(s.next())
}

func (s *photoScreen) handle(msg tea.Msg) kit.Turn {
	if s.took(msg) {
		return kit.Stay()
	}
	switch msg := msg.(type) {
	case done:
		return s.answered(msg)
	case photosRead:
		return kit.Stay().Say(s.album.take(msg))
	case kit.Broadcast:
		if _, another := msg.Value.(otherDeed); another && !s.album.busy {
			return kit.Latest("read", s.album.load())
		}
		return kit.Stay(s.app.measure()) // the terminal answered
	case kit.Returned:
		switch v := msg.Value.(type) {
		case kit.Notice:
			return kit.Stay().Say(v)
		case photoSettled:
			return s.goNext(v.notice)
		}
	case tea.KeyMsg:
		s.paper.key(msg)
	}
	return kit.Stay()
}

// photoSettled is what a screen returns after which the next photo's turn is.
type photoSettled struct{ notice kit.Notice }

func (s *photoScreen) answered(d done) kit.Turn {
	v, notice, ok := s.album.done(d)
	if !ok || v.stays {
		return kit.Stay().Say(notice)
	}
	if p, there := s.album.get(v.letter); there {
		return kit.Push(newLetter(s.album, p)).Say(notice)
	}
	return s.goNext(notice)
}

// goNext goes to the next photo of the table that is to do; with none left
// back to the table.
func (s *photoScreen) goNext(notice kit.Notice) kit.Turn {
	at := slices.Index(s.order, s.id)
	for _, id := range slices.Concat(s.order[at+1:], s.order[:max(0, at)]) {
		if p, ok := s.album.get(id); ok && p.State == model.PhotoToDo {
			s.id, s.paper.top = id, 0
			return kit.Stay().Say(notice)
		}
	}
	return kit.Pop(notice)
}

// walk goes to a neighbour in the table.
func (s *photoScreen) walk(by int) kit.Turn {
	at := slices.Index(s.order, s.id)
	for at += by; at >= 0 && at < len(s.order); at += by {
		if _, ok := s.album.get(s.order[at]); ok {
			s.id, s.paper.top = s.order[at], 0
			s.look()
			return kit.Stay(s.next())
		}
	}
	return kit.Stay().Say(kit.Warn(s.t.LastOne))
}

// Actions are letters, since nothing is typed here.
func (s *photoScreen) Actions() []kit.Action {
	back := kit.Action{ID: "photo-back", Keys: []string{"esc"}, Name: s.t.Back, Hint: s.t.BackHint, Footer: 9, Do: func() kit.Turn { return kit.Pop(nil) }}
	p, ok := s.photo()
	if !ok {
		return []kit.Action{back}
	}
	b, step := s.album, s.album.step(p)
	name := s.t.Step[step]
	switch {
	case step == text.PhotoLook && p.State == model.PhotoToDo:
		name = s.t.Decide
	case step == text.PhotoLook:
		name = s.t.Next
	}
	enter := kit.Action{ID: "photo-step", Keys: []string{"enter"}, Name: name, Hint: s.t.StepHint, Footer: 1,
		Do: func() kit.Turn { return b.goOn(p, func() kit.Turn { return s.judge(p) }) }}
	return b.guarded([]kit.Action{
		enter,
		{ID: "photo-accept", Keys: []string{"p"}, Name: s.t.Accept, Hint: s.t.AcceptHint, Off: s.acceptOff(p), Footer: 2,
			Do: func() kit.Turn { return b.acceptHere(p, false, "p") }},
		{ID: "photo-refuse", Keys: []string{"o"}, Name: s.t.Refuse, Hint: s.t.RefuseHint, Off: s.refuseOff(p), Footer: 3,
			Do: func() kit.Turn { return kit.Stay(b.refuse(p)) }},
		{ID: "photo-despite", Keys: []string{"m"}, Name: s.t.Despite, Hint: s.t.DespiteHint, Off: s.despiteOff(p), Danger: true, Footer: 5,
			Do: func() kit.Turn { return b.acceptHere(p, true, "m") }},
		{ID: "photo-mend", Keys: []string{"n"}, Name: s.t.Mend, Hint: s.t.MendHint, Off: s.mendOff(p), Footer: 4,
			Do: func() kit.Turn { return kit.Push(newMend(b, p, b.rivals(p))) }},
		{ID: "photo-whose", Keys: []string{"u"}, Name: s.t.Whose, Hint: s.t.WhoseHint, Footer: 6, Do: func() kit.Turn { return b.settle(p) }},
		{ID: "photo-letter", Keys: []string{"l"}, Name: s.t.Letter, Hint: s.t.LetterHint, Off: s.letterOff(p), Footer: 7,
			Do: func() kit.Turn { return kit.Push(newLetter(b, p)) }},
		{ID: "photo-take-back", Keys: []string{"c"}, Name: s.t.TakeBack, Hint: s.t.TakeBackHint, Off: s.takeBackOff(p),
			Do: func() kit.Turn { return kit.Stay(b.takeBack(p)) }},
		{ID: "photo-next", Keys: []string{"right", "pgdown"}, Name: s.t.Next, Hint: s.t.NextHint, Footer: 8, Do: func() kit.Turn { return s.walk(1) }},
		{ID: "photo-previous", Keys: []string{"left", "pgup"}, Name: s.t.Previous, Hint: s.t.PreviousHint, Do: func() kit.Turn { return s.walk(-1) }},
		back,
	})
}

// judge is Enter on a photo that a person has to look at, and does here: it
// asks what is to become of it, and starts where nothing does.
func (s *photoScreen) judge(p store.Photo) kit.Turn {
	b := s.album
	if p.State != model.PhotoToDo {
		return s.goNext(kit.Notice{})
	}
	options := []chooseOption{{name: s.t.ChooseLater}, {name: s.t.Despite, value: "despite"}, {name: s.t.Refuse, value: "refuse"}}
	head := []string{b.who(p), "", b.said(p, " ")}
	return kit.Ask(newChoose(s.app, s.t.Detail, head, options, 0).undecided(), func(result any) kit.Turn {
		switch result {
		case "despite":
			return kit.Stay(b.accept(p, b.rivals(p), true))
		case "refuse":
			return kit.Stay(b.refuse(p))
		}
		return kit.Stay()
	})
}

func (s *photoScreen) acceptOff(p store.Photo) string {
	switch report := p.Effective(); {
	case p.State.Accepted():
		return s.t.OffAccepted
	case p.Student == 0:
		return s.t.OffNobodys
	case !report.Readable():
		return s.t.OffUnusable
	case s.album.remarks(p):
		return s.t.OffRemarks
	}
	return ""
}

func (s *photoScreen) despiteOff(p store.Photo) string {
	off := s.acceptOff(p)
	switch off {
	case s.t.OffRemarks:
		return ""
	case "":
		return s.t.OffFine
	}
	return off
}

func (s *photoScreen) refuseOff(p store.Photo) string {
	if p.State.Refused() {
		return s.t.OffRefused
	}
	return ""
}

func (s *photoScreen) mendOff(p store.Photo) string {
	switch {
	case p.State.Accepted():
		return s.t.OffAccepted
	case p.Student == 0:
		return s.t.OffNobodys
	case !worthMending(p.Report) || p.Mended:
		return s.t.OffNothingToMend
	}
	return ""
}

func (s *photoScreen) letterOff(p store.Photo) string {
	switch {
	case !p.State.Refused():
		return s.t.OffNotRefused
	case p.Student == 0:
		return s.t.OffNobodys
	}
	return ""
}

func (s *photoScreen) takeBackOff(p store.Photo) string {
	if p.State == model.PhotoToDo {
		return s.t.OffToDo
	}
	return ""
}

// pictureShare is the part of a window's width that the picture takes, in
// eighths: at 80 × 24 a photo of 4:5 fills it.
const pictureShare = 3

func (s *photoScreen) View(w, h int) string {
	p, ok := s.photo()
	if !ok {
		s.cols = 0
		return s.t.Gone
	}
	s.width, s.cols, s.rows = w, w*pictureShare/8, h
	left := w - s.cols - 2
	lines := s.facts(p, left)
	shown := kit.Fit(strings.Join(s.paper.cut(lines, h), "\n"), left, h)
	for i, beside := range s.lines(s.waiting()) {
		shown[i] = kit.Pad(shown[i], left) + "  " + beside
	}
	return strings.Join(shown, "\n")
}

// waiting is what stands where the picture is not.
func (s *photoScreen) waiting() string {
	switch {
	case !s.app.shows(s.terminal()):
		return s.t.NoTerminalPicture
	case s.broken():
		return s.t.NoPicture
	}
	return s.t.Loading
}

// Overlay is the picture where the terminal draws pixels.
func (s *photoScreen) Overlay() kit.Overlay { return s.viewer.over(0, s.width-s.cols) }
