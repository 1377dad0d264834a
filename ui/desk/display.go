package desk

import (
	"context"
	"errors"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/qr"
	"okienko/ui/text"
)

// lookEvery is how often a display asks what to show.
const lookEvery = 250 * time.Millisecond

// digits of the number that pairs a display.
const digits = 4

// OpenDisplay shows what its desk presents, and nothing else, until the
// terminal is closed. It never claims a code itself.
func (w Window) OpenDisplay(ctx context.Context) error {
	a := w.app()
	a.School = NewSchool(nil, 0, w.DB.Profile(), w.Actor, w.Now())
	a.recallDrawings()
	s := &displayScreen{app: a, t: text.DisplayIn(a.Lang)}
	err := w.run(ctx, kit.NewStack(s, kit.Options{Words: *kitWords(a.Lang), Replied: a.replied, Log: crashLog{a.Log}}))
	a.underWay.end()
	return err
}

// displayScreen is the screen on the student's side: a number to type, then
// blank paper, then codes.
type displayScreen struct {
	app *App
	t   *text.Display

	typed string
	say   string
	id    store.DisplayID // 0: not paired
	beat  time.Time       // the last sign of life
	state store.DisplayState
	shown *qrScreen // draws the code; nil: blank paper
	w, h  int
}

func (s *displayScreen) Title() string    { return s.t.Title }
func (s *displayScreen) FullScreen() bool { return true }
func (s *displayScreen) MenuKey() string  { return "" }

// Typing lets digits come here.
func (s *displayScreen) Typing() bool { return true }

// Actions take the one key that the window would take: there is no help.
func (s *displayScreen) Actions() []kit.Action {
	return []kit.Action{{ID: "none", Keys: []string{"f1"}, Name: s.t.Title, Do: func() kit.Turn { return kit.Stay() }}}
}

// Answers of the display's commands.
type (
	pairedWith struct {
		id  store.DisplayID
		err error
	}
	// told is what the desk wants shown; code is there if it is another one.
	told struct {
		state   store.DisplayState
		code    model.Code
		of      model.Record
		fresh   bool
		err     error
		beating bool
	}
	lookAgain struct{}
)

func (s *displayScreen) Update(msg tea.Msg) kit.Turn {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return s.key(msg)
	case pairedWith:
		return s.paired(msg)
	case lookAgain:
		return kit.Latest("look", s.look())
	case told:
		return s.told(msg).With(kit.After(lookEvery, lookAgain{}))
	case checked, measured, kit.Broadcast:
		if s.shown != nil {
			return s.shown.Update(msg)
		}
	}
	return kit.Stay()
}

// Resized draws for the new window.
func (s *displayScreen) Resized(w, h int) kit.Turn {
	s.w, s.h = w, h
	if s.shown != nil {
		return s.shown.Resized(w, h)
	}
	return kit.Stay()
}

func (s *displayScreen) key(k tea.KeyMsg) kit.Turn {
	if s.id != 0 || s.app.mirror != nil {
		return kit.Stay()
	}
	switch {
	case k.Type == tea.KeyBackspace && s.typed != "":
		s.typed = s.typed[:len(s.typed)-1]
	case k.Type == tea.KeyRunes && len(k.Runes) == 1 && k.Runes[0] >= '0' && k.Runes[0] <= '9' && len(s.typed) < digits:
		s.typed, s.say = s.typed+string(k.Runes), ""
	}
	if len(s.typed) < digits {
		return kit.Stay()
	}
	number, db := s.typed, s.app.DB
	return kit.Latest("pair", func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), deedTime)
		defer cancel()
		id, err := db.PairDisplay(ctx, number)
		return pairedWith{id, err}
	})
}

func (s *displayScreen) paired(p pairedWith) kit.Turn {
	s.typed = ""
	if p.err != nil {
		s.say = text.Error(s.app.Lang, p.err, s.app.profile().Zone())
		if errors.Is(p.err, store.ErrNoSuchNumber) {
			s.say = s.t.WrongNumber
		}
		return kit.Stay()
	}
	s.id, s.say, s.beat = p.id, "", s.app.Now()
	return kit.Latest("look", s.look()).With(s.app.askTerminal())
}

// look asks what to show, and gives a sign of life when it is due.
func (s *displayScreen) look() tea.Cmd {
	db, id, known, beat := s.app.DB, s.id, s.state.Code, s.app.Now().Sub(s.beat) >= store.DisplayBeat
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), deedTime)
		defer cancel()
		t := told{beating: beat}
		if beat {
			if t.err = db.BeatDisplay(ctx, id); t.err != nil {
				return t
			}
		}
		if t.state, t.err = db.Display(ctx, id); t.err == nil && t.state.Code != 0 && t.state.Code != known {
			t.fresh = true
			t.code, t.of, t.err = db.DisplayedCode(ctx, id)
		}
		return t
	}
}

func (s *displayScreen) told(t told) kit.Turn {
	switch {
	case errors.Is(t.err, store.ErrUnpaired):
		s.id, s.state, s.shown, s.say = 0, store.DisplayState{}, nil, s.t.DeskGone
		return kit.Stay()
	case t.err != nil: // nothing is shown that can't be asked about
		s.state, s.shown = store.DisplayState{}, nil
		return kit.Stay()
	}
	if t.beating {
		s.beat = s.app.Now()
	}
	s.state = t.state
	switch {
	case t.state.Code == 0:
		s.shown = nil
	case t.fresh:
		s.show(t.code, t.of)
	}
	if s.shown == nil {
		return kit.Stay()
	}
	s.shown.turnTo(t.state)
	return s.shown.lookAgain().With(s.app.measure())
}

// show begins to draw a code. The list in memory holds its student alone.
func (s *displayScreen) show(c model.Code, of model.Record) {
	s.app.School = NewSchool([]model.Record{of}, 0, s.app.profile(), s.app.Actor, s.app.Now())
	q := &qrScreen{app: s.app, t: text.QRIn(s.app.Lang), id: of.ID, code: &c, mirrored: true, bad: map[string]bool{},
		check: qr.Verify, checkPicture: qr.VerifyGraphic, w: s.w, h: s.h}
	s.shown = q
}

// turnTo makes a display's drawing follow the desk's.
func (s *qrScreen) turnTo(to store.DisplayState) {
	s.asText = to.Page
	for i, l := range s.languages() {
		if l == to.Lang {
			s.lang = i
		}
	}
}

// Overlay is the code where it is a picture.
func (s *displayScreen) Overlay() kit.Overlay {
	if s.shown == nil {
		return kit.Overlay{}
	}
	return s.shown.Overlay()
}

func (s *displayScreen) View(w, h int) string {
	s.w, s.h = w, h
	if s.shown != nil && !s.shown.over() {
		return s.shown.View(w, h)
	}
	lines := make([]string, 0, h)
	for range h {
		lines = append(lines, qr.Paper("", w, qr.Centre, s.app.Terminal))
	}
	if s.id == 0 && h > 2 {
		typed := s.typed + strings.Repeat("_", digits-len(s.typed))
		lines[h/2-1] = qr.Paper(s.t.TypeNumber+" "+strings.Join(strings.Split(typed, ""), " "), w, qr.Centre, s.app.Terminal)
		say := s.say
		if say == "" {
			say = s.t.WhereNumber
		}
		lines[h/2+1] = qr.Paper(say, w, qr.Centre, s.app.Terminal)
	}
	return strings.Join(lines, "\n")
}
