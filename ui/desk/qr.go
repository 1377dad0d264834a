package desk

import (
	"context"
	"errors"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/qr"
	"okienko/ui/text"
)

const (
	// typedAhead is how long the screens of a hand-over ignore keys after they
	// appear, so that an Enter too many in the list hands nothing over.
	typedAhead = 150 * time.Millisecond
	// shortLife is when the remaining life of a code appears on screen.
	shortLife = 24 * time.Hour
	// bigClock is when it does so in large letters.
	bigClock = 10 * time.Minute
	// askAnew is when the student is told to ask for a new code.
	askAnew = time.Minute
)

// qrScreen shows one code, full-screen: what the student scans. The secrets
// live in it alone, from the answer to PresentCode until it is left.
type qrScreen struct {
	app *App
	t   *text.QR // for the secretary
	id  model.StudentID

	code    *model.Code // nil: not come yet, or gone
	ready   time.Time   // Enter and Esc count from then on
	renewed time.Time   // when the claim was last renewed
	touched time.Time   // the last key, for blanking
	parting kit.Notice  // said when the code is given back

	cancelled bool // Esc came before the code

	lang       int // index of the profile's languages
	blank      bool
	asText     int    // 0: the code; n: its n-th text
	hint       int    // how many hints were given
	say        string // one sentence for the secretary, until the next key
	collecting bool   // the question who collected lies over this screen
	seen       bool   // drawn, or written out, or sent to the student's screen
	wordsOnly  bool   // the last frame was a sentence in place of the code
	here       bool   // shown here although it is on the student's screen
	mirrored   bool   // this is the student's screen: no keys

	w, h   int             // the last window seen
	rung   string          // asked for by name; "" for the best
	ask    tea.Cmd         // what a key asks of the terminal
	picked bool            // somebody stepped along the rungs
	bad    map[string]bool // rungs that did not read back in this window
	page   *qrPage
	pixels measured
	check  func(qr.Drawing, string) error
	// checkPicture is the same for pictures.
	checkPicture func(qr.Graphic, string) error
}

func newQR(a *App, id model.StudentID) kit.Screen {
	return &qrScreen{app: a, t: text.QRIn(a.Lang), id: id, bad: map[string]bool{}, check: qr.Verify, checkPicture: qr.VerifyGraphic}
}

// Answers of the deeds of this screen.
type (
	presented struct{ code model.Code }
	gaveBack  struct{}
	renewed   struct{}
)

// heartbeat comes every second: for the clock, blanking, renewing.
type heartbeat struct{}

// checked is how reading a drawing back went.
type checked struct {
	page *qrPage
	err  error
}

func (s *qrScreen) Title() string       { return s.t.Title }
func (s *qrScreen) FullScreen() bool    { return true }
func (s *qrScreen) Deaf() time.Duration { return typedAhead }

func (s *qrScreen) Init() tea.Cmd {
	return tea.Batch(s.app.askTerminal(), s.app.measure(), s.app.do(func(ctx context.Context) (any, error) {
		c, err := s.app.DB.PresentCode(ctx, s.app.Actor, s.id)
		return presented{c}, err
	}))
}

// Resized draws for the new window at once and reads it back.
func (s *qrScreen) Resized(w, h int) kit.Turn {
	s.w, s.h = w, h
	return s.lookAgain().With(s.app.measure())
}

func (s *qrScreen) Update(msg tea.Msg) kit.Turn {
	switch msg := msg.(type) {
	case done:
		return s.answered(msg)
	case heartbeat:
		return s.beat()
	case checked:
		return s.checked(msg)
	case kit.Broadcast:
		if _, another := msg.Value.(otherDeed); another {
			return s.otherDeed()
		}
		return kit.Stay(s.app.measure())
	case measured:
		return s.measured(msg)
	case kit.Returned:
		s.collecting, s.blank = false, false
		s.touch()
		if n, over := s.ended(); over {
			return s.leave(n)
		}
		return s.lookAgain()
	case tea.KeyMsg:
		s.touch()
		s.blank = false
	}
	return kit.Stay()
}

// touch notes that somebody is there.
func (s *qrScreen) touch() {
	s.touched, s.say = s.app.Now(), ""
}

func (s *qrScreen) answered(d done) kit.Turn {
	n, ok := s.app.take(d)
	switch v := d.value.(type) {
	case presented:
		if !ok {
			return kit.Pop(n).With(s.app.putBack())
		}
		return s.present(v.code)
	case renewed:
		if !ok && s.code != nil && errors.Is(d.err, store.ErrNotPresented) {
			s.code, s.page, s.app.onScreen = nil, nil, onScreen{}
			return kit.Pop(n).With(s.app.putBack())
		}
	case gaveBack:
		s.app.onScreen = onScreen{}
		// That the code was gone already is no news to somebody who leaves.
		if ok || errors.Is(d.err, store.ErrNotPresented) {
			n = s.parting
		}
		return kit.Pop(n).With(s.app.putBack())
	}
	return kit.Stay()
}

// present takes the code that has come.
func (s *qrScreen) present(c model.Code) kit.Turn {
	now := s.app.Now()
	s.code, s.ready, s.renewed, s.touched = &c, now.Add(typedAhead), now, now
	s.app.onScreen = onScreen{s.id, c.ID}
	if s.cancelled {
		return s.leave(kit.Good(s.t.NotCollected))
	}
	return s.lookAgain().With(kit.After(time.Second, heartbeat{}))
}

// beat is what a second brings.
func (s *qrScreen) beat() kit.Turn {
	if s.code == nil {
		return kit.Stay()
	}
	now := s.app.Now()
	if n, over := s.ended(); over && !s.collecting {
		return s.leave(n)
	}
	if after := s.app.profile().BlankAfter; after > 0 && now.Sub(s.touched) >= after {
		s.blank, s.say = true, ""
	}
	turn := s.lookAgain().With(kit.After(time.Second, heartbeat{}))
	if since := now.Sub(s.renewed); since >= store.RenewEvery || since < 0 { // < 0: the clock was set back
		s.renewed = now
		turn = turn.With(s.renew())
	}
	return turn
}

// ended reports whether the code may not stand on a screen any more, and why.
func (s *qrScreen) ended() (n kit.Notice, over bool) {
	switch {
	case s.code == nil:
		return n, false
	case s.over():
		return kit.Warn(s.t.Expired), true
	case s.stopped():
		return kit.Bad(s.t.Stopped), true
	case s.voided():
		return kit.Bad(text.AfterIn(s.app.Lang).Voided), true
	}
	return n, false
}

func (s *qrScreen) renew() tea.Cmd {
	student, code := s.id, s.code.ID
	return s.app.do(func(ctx context.Context) (any, error) {
		return renewed{}, s.app.DB.RenewClaim(ctx, s.app.Actor, student, code)
	})
}

// remaining is what is left of the code's life; ok is false if it has no end.
func (s *qrScreen) remaining() (left time.Duration, ok bool) {
	end := s.code.Expires(s.app.profile())
	return end.Sub(s.app.Now()), !end.IsZero()
}

// over reports whether the code's life has ended.
func (s *qrScreen) over() bool { return s.code.Expired(s.app.profile(), s.app.Now()) }

// stopped reports whether an objection came in while the code was on screen.
func (s *qrScreen) stopped() bool {
	e := s.app.School.Get(s.id)
	return e != nil && e.Verdict.Stage == model.StageStopped && !e.Verdict.Has(model.BlockResigned)
}

// voided reports whether the mobile card was invalidated meanwhile: its code
// leaves every screen at once.
func (s *qrScreen) voided() bool {
	e := s.app.School.Get(s.id)
	if e == nil || s.code == nil {
		return false
	}
	card, ok := model.CurrentCard(e.Cards)
	return e.Void(*s.code) || e.Verdict.Has(model.BlockResigned) || ok && card.State == model.CardInvalidated
}

// otherDeed looks whether the code is still this window's: another desk may
// have settled the showing of one that could not renew its claim in time.
func (s *qrScreen) otherDeed() kit.Turn {
	e := s.app.School.Get(s.id)
	if s.code == nil || s.collecting || e == nil {
		return kit.Stay()
	}
	if s.voided() {
		return s.leave(kit.Bad(text.AfterIn(s.app.Lang).Voided))
	}
	for _, c := range e.Codes {
		if c.ID == s.code.ID && !c.Claim.Own(s.app.viewpoint()) {
			return kit.Stay(s.renew()) // its answer ends the showing
		}
	}
	return kit.Stay()
}

// leave takes the secrets off the screen and out of memory at once, gives the
// code back and then goes, saying n.
func (s *qrScreen) leave(n kit.Notice) kit.Turn {
	back := s.app.onScreen
	s.code, s.page, s.parting = nil, nil, n
	s.reflect()
	return kit.Stay(s.app.do(func(ctx context.Context) (any, error) {
		return gaveBack{}, s.app.DB.NotCollected(ctx, s.app.Actor, back.student, back.code)
	}))
}

// lookAgain draws for the present window if that is not done, and reads the
// drawing back beside it.
func (s *qrScreen) lookAgain() kit.Turn {
	s.reflect()
	p := s.drawn()
	if p == nil || p.err != nil || p.asked {
		return kit.Stay()
	}
	p.asked = true
	check, drawing, payload := s.check, p.drawing, s.code.Payload.Reveal()
	if g := p.graphic; g != nil {
		check = func(_ qr.Drawing, payload string) error { return s.checkPicture(*g, payload) }
	}
	return kit.Latest("check", func() tea.Msg { return checked{p, check(drawing, payload)} })
}

// checked takes the result for the drawing on screen. One that reads as
// something else makes room for the next; with none left there is the text.
func (s *qrScreen) checked(c checked) kit.Turn {
	if c.err == nil || c.page != s.page || s.code == nil {
		return kit.Stay()
	}
	s.app.Log.Error("a drawing could not be read back", "rung", c.page.drawing.Rung.Name, "error", c.err)
	s.bad[c.page.drawing.Rung.Name] = true
	s.page, s.rung, s.say = nil, "", s.t.Misread
	if p := s.drawn(); p != nil && p.err != nil {
		s.asText, s.say = 1, s.t.NoneReads
	}
	return s.lookAgain()
}

// onScreen names a code on this window's screen.
type onScreen struct {
	student model.StudentID
	code    int64
}

// GiveBack ends what still stands on the screen when the window ends. Whoever
// chose to quit was told that the code goes back, and it is recorded as not
// collected. Where the line was cut, the window was told to end or broke,
// nobody said whether the student had scanned: an unfinished hand-over remains,
// for any desk to settle. Call it once the program has ended.
func (a *App) GiveBack(ctx context.Context) error {
	on := a.onScreen
	a.onScreen = onScreen{}
	if on.code == 0 {
		return nil
	}
	end := a.DB.BreakOff
	if a.quitting {
		end = a.DB.NotCollected
	}
	if err := end(ctx, a.Actor, on.student, on.code); !errors.Is(err, store.ErrNotPresented) {
		return err
	}
	return nil
}

// Interrupt is what Ctrl+C does: it asks, and says so if a code would go back.
func (a *App) Interrupt() kit.Turn {
	if a.onScreen.code == 0 {
		return a.quit()
	}
	heading := text.ListIn(a.Lang).Quit
	return kit.Confirm(a.ask(heading, "ctrl+c", text.QRIn(a.Lang).QuitAsk), func() kit.Turn {
		a.quitting = true
		return kit.Quit()
	})
}
