package desk

import (
	"errors"
	"strings"
	"testing"
	"time"
	"unicode"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/kit/kittest"
	"okienko/ui/qr"
	"okienko/ui/text"
)

const (
	uuid = "3f2b8c1e-9a47-4d0b-8e6f-1c2d3e4f5a6b"
	link = "https://example.invalid/aktywuj?kod=0123456789abcdefghijklmn" // 60 characters
)

// zofia is a student of class 4a with a code in hand.
func zofia(t *testing.T, c model.Code) *App {
	t.Helper()
	return holder(t, pupil("Kowalska", "Zofia", "4a", model.MustDate(2016, 3, 1)), c)
}

func holder(t *testing.T, row model.RosterRow, c model.Code) *App {
	t.Helper()
	a := newTestApp(t, row)
	a.Terminal.Glyphs = true
	a.sign(t)
	c.Student = a.only()
	a.give(t, c)
	return a
}

func (a *App) only() model.StudentID { return a.School.All()[0].ID }

func sioCode(payload model.Secret) model.Code {
	return model.Code{Kind: model.CodeSIO, Payload: payload}
}

// deeds are what the register says of the only student.
func (a *App) deeds(t *testing.T) (all []model.Deed) {
	t.Helper()
	err := a.DB.Register(t.Context(), a.only(), func(l model.RegisterLine) error {
		all = append(all, l.Deed)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func (a *App) lastDeed(t *testing.T) model.Deed {
	t.Helper()
	all := a.deeds(t)
	return all[len(all)-1]
}

// handovers of the only student, from the database.
func (a *App) handovers(t *testing.T) []model.Handover {
	t.Helper()
	r, err := a.DB.Record(t.Context(), a.only())
	if err != nil {
		t.Fatal(err)
	}
	return r.Handovers
}

// show opens a code's screen and looks at it for a moment.
func show(t *testing.T, a *App, s kit.Screen, cols, rows int) window {
	t.Helper()
	w := openAt(t, a, s, cols, rows)
	w.Advance(typedAhead)
	return w
}

// toCode presses Enter in the list and looks at the code for a moment.
func (w window) toCode() window {
	w.Press("enter").Advance(typedAhead)
	return w
}

// toQuestion goes on to the question who collected.
func (w window) toQuestion() window { return w.toCode().toCode() }

// sextants are the glyphs of two by three dots.
var sextants = &unicode.RangeTable{R32: []unicode.Range32{{Lo: 0x1fb00, Hi: 0x1fb3b, Stride: 1}}}

// picture is the window as a drawing: letters are taken off, so that what
// remains is what a camera makes a code of.
func (w window) picture() qr.Drawing {
	cols, rows := w.Stack().Size()
	var b strings.Builder
	inSequence := false
	for _, r := range w.Stack().View() {
		switch {
		case r == '\x1b':
			inSequence = true
		case inSequence:
			inSequence = r != 'm'
		case r != '\n' && !strings.ContainsRune(" ▁▂▃▄▅▆▇▀█▌▐", r) && !unicode.In(r, sextants):
			r = ' '
		}
		b.WriteRune(r)
	}
	return qr.Drawing{Lines: strings.Split(b.String(), "\n"), Cols: cols, Rows: rows}
}

// scans fails unless a phone reads the payload off the window.
func (w window) scans(payload string) window {
	w.t.Helper()
	if err := qr.Verify(w.picture(), payload); err != nil {
		w.t.Fatalf("the window does not scan: %v\n%s", err, w.See())
	}
	return w
}

// noCode fails if a phone still reads something, or if a part of the window
// shows the theme's own colours.
func (w window) noCode() window {
	w.t.Helper()
	if err := qr.Verify(w.picture(), uuid); !errors.Is(err, qr.ErrUnreadable) {
		w.t.Fatalf("expected paper without a code: %v\n%s", err, w.See())
	}
	return w
}

func TestFromANameToACodeToAHandOver(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	w := open(t, a, newList(a))
	w.Type("kow")
	w.toCode().Expect("Zofia K.", "klasa 4a", "Odebrany", "1. Zainstaluj").ExpectNot("Kowalska", "wydanie kodu")
	w.scans(uuid)
	w.toCode().Expect("Kto odebrał?", "Kowalska Zofia, 4a, ur. 01.03.2016", "(•) uczeń")
	w.Press("enter").Expect("Wydano: Zofia K., 4a", "Szukaj:").ExpectNot("kow")
	h := a.handovers(t)
	if len(h) != 1 || h[0].To != model.ToStudent || !h[0].CardShown || h[0].ToName != "" || h[0].Operator != "anna" {
		t.Errorf("recorded %+v", h)
	}
	if e := a.School.Get(a.only()); e.Verdict.Stage != model.StageHandedOver {
		t.Errorf("the list says %s", e.Verdict.Stage)
	}
	if err := a.GiveBack(t.Context()); err != nil || a.lastDeed(t) != model.DeedHandedOver {
		t.Errorf("a collected code was given back: %v", err)
	}
}

func TestEntersTypedAheadHandNothingOver(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	w := open(t, a, newList(a))
	w.PressAtOnce("enter", "enter", "enter", "enter")
	w.scans(uuid)
	w.Advance(typedAhead).PressAtOnce("enter", "enter", "enter", "enter").Expect("Kto odebrał?")
	if n := len(a.handovers(t)); n != 0 {
		t.Errorf("%d hand-overs recorded", n)
	}
}

// A quick person's Enter counts: only what was typed ahead does not.
func TestAnEnterAQuarterOfASecondLaterCounts(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	w := open(t, a, newList(a))
	w.PressAtOnce("enter").Advance(250 * time.Millisecond).PressAtOnce("enter").Expect("Kto odebrał?")
	w.Advance(250 * time.Millisecond).PressAtOnce("enter").Expect("Wydano")
	if n := len(a.handovers(t)); n != 1 {
		t.Errorf("%d hand-overs recorded", n)
	}
}

// A code that could not be drawn was scanned by nobody: its hand-over is not
// recorded before it is on screen, be it as a text.
func TestACodeThatWasNotShownIsNotHandedOver(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	a.Terminal.Glyphs = false // so it takes twice the room
	w := show(t, a, newQR(a, a.only()), 80, 24)
	w.Advance(typedAhead).Press("enter").Expect("Okno jest za małe", "Dopóki kodu nie widać", "Esc Nieodebrany  t Tekst")
	w.Advance(time.Second).Press("t").Advance(time.Second).Press("enter").Expect("Kto odebrał?")
	w.Press("esc").Advance(time.Second).Press("esc").Expect("Okno jest za małe", "Enter Odebrany").ExpectNot("Dopóki kodu nie widać")
}

// A parent's app scans the same code elsewhere (SP nr 9 w Tarnowie); an adult
// has nobody's parent beside them.
func TestTheParentsAppIsTold(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	show(t, a, newQR(a, a.only()), 80, 24).Expect("Rodzic w swoim mObywatelu: Dokumenty,", "Legitymacja szkolna")
	a = holder(t, pupil("Lis", "Ewa", "8a", model.MustDate(2008, 3, 1)), sioCode(uuid))
	show(t, a, newQR(a, a.only()), 80, 24).ExpectNot("Rodzic w swoim")
}

func TestNotCollectedIsRecordedAndTheCodeStays(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	w := open(t, a, newList(a))
	w.toCode().Press("esc").Expect("Nieodebrany. Kod nadal czeka", "Szukaj:")
	if a.lastDeed(t) != model.DeedCodeNotCollected {
		t.Errorf("register: %v", a.deeds(t))
	}
	w.toCode().scans(uuid)
}

func TestQuietZoneAndPaperInEveryWindow(t *testing.T) {
	for _, payload := range []string{uuid, link} {
		for _, size := range []struct{ w, h, quiet int }{{80, 24, 4}, {120, 30, 4}, {200, 50, 1}, {60, 20, 1}, {60, 24, 3}, {48, 30, 4}, {400, 120, 1}} {
			a := zofia(t, sioCode(model.Secret(payload)))
			w := show(t, a, newQR(a, a.only()), size.w, size.h)
			w.Fits()
			w.scans(payload)
			s := w.Stack().Top().(*qrScreen)
			if s.page.drawing.Quiet < size.quiet {
				t.Errorf("%d×%d, %d bytes: quiet zone of %d, want %d", size.w, size.h, len(payload), s.page.drawing.Quiet, size.quiet)
			}
			if size.h >= 24 {
				w.Expect("Zofia K.", "Odebrany", "Nieodebrany")
			}
		}
	}
}

func TestALongCodeTakesTheWholeWindow(t *testing.T) {
	payload := strings.Repeat("aB3-", 37) // version 7 at level L, all 24 rows
	a := zofia(t, sioCode(model.Secret(payload)))
	w := show(t, a, newQR(a, a.only()), 80, 24)
	w.scans(payload)
	w.Expect("Zofia K.")
}

func TestATooSmallWindowSaysWhatIsMissing(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	w := show(t, a, newQR(a, a.only()), 80, 24)
	w.Resize(34, 14).Expect("za małe", "wierszy")
	s := w.Stack().Top().(*qrScreen)
	var small *qr.TooSmallError
	if !errors.As(s.page.err, &small) {
		t.Fatal(s.page.err)
	}
	w.noCode()
	// Exactly what is said to be missing is enough.
	w.Resize(34+small.Cols, 14+small.Rows)
	w.scans(uuid)
	w.Resize(34+max(0, small.Cols-1), 14+small.Rows-1).Expect("za małe")
	w.Resize(80, 24)
	w.scans(uuid)
}

func TestWithoutGlyphsTheCureIsNamed(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	a.Terminal.Glyphs = false
	w := show(t, a, newQR(a, a.only()), 80, 24)
	w.Expect("Brakuje: wierszy", "tmux -u").Press("t").Expect("Kod do wpisania")
	w.Press("esc").Resize(120, 40).Expect("Zofia K.")
	w.scans(uuid)
	if strings.ContainsRune(w.Stack().View(), '▄') {
		t.Error("glyphs where none arrive")
	}
}

func TestAnExpiredCodeLeavesTheScreenAtOnce(t *testing.T) {
	a := zofia(t, model.Code{Kind: model.CodeZPE, Payload: uuid, Generated: testNow})
	w := open(t, a, newList(a))
	w.toCode().Advance(time.Second).Expect("Kod ważny jeszcze 9:5")
	for range 18 {
		w.Advance(30 * time.Second)
		w.Press("x") // somebody is there
	}
	w.Expect("Poproś o nowy kod.")
	w.scans(uuid)
	w.Advance(time.Minute).Expect("Kod wygasł", "Szukaj:")
	if a.lastDeed(t) != model.DeedCodeNotCollected {
		t.Errorf("register: %v", a.deeds(t))
	}
}

func TestACodeThatExpiresDuringTheQuestionIsStillRecorded(t *testing.T) {
	a := zofia(t, model.Code{Kind: model.CodeZPE, Payload: uuid, Generated: testNow})
	w := open(t, a, newList(a))
	w.toQuestion().Expect("Kto odebrał?")
	w.Advance(11 * time.Minute).Expect("Kto odebrał?")
	w.Press("enter").Expect("Wydano")
}

func TestBackFromTheQuestionToAnExpiredCode(t *testing.T) {
	a := zofia(t, model.Code{Kind: model.CodeZPE, Payload: uuid, Generated: testNow})
	w := open(t, a, newList(a))
	w.toQuestion().Advance(11 * time.Minute).Expect("Kto odebrał?")
	w.Press("esc").Expect("Kod wygasł", "Szukaj:")
}

func TestSecondDeskIsRefusedUntilTheFirstIsDone(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	other := model.Actor{Operator: "ewa", Desk: "okno-2"}
	if _, err := a.DB.PresentCode(t.Context(), other, a.only()); err != nil {
		t.Fatal(err)
	}
	w := open(t, a, newList(a)) // still believes that it is ready
	w.Press("enter").Expect("okno-2", "ewa", "Szukaj:")
}

func TestTheClaimIsRenewedWithoutALine(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	w := show(t, a, newQR(a, a.only()), 80, 24)
	lines := len(a.deeds(t))
	w.Advance(24 * time.Minute)
	other := model.Actor{Operator: "ewa", Desk: "okno-2"}
	var refused *store.NotReadyError
	if _, err := a.DB.PresentCode(t.Context(), other, a.only()); !errors.As(err, &refused) {
		t.Errorf("another desk got it: %v", err)
	}
	if n := len(a.deeds(t)); n != lines {
		t.Errorf("%d register lines, want %d", n, lines)
	}
}

func TestBlanking(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	w := show(t, a, newQR(a, a.only()), 80, 24)
	w.Press("space").Expect("Ekran ukryty").ExpectNot("Zofia")
	w.noCode()
	if !strings.Contains(strings.Split(w.Stack().View(), "\n")[0], "\x1b[7m") {
		t.Error("the hidden screen is not black")
	}
	w.Press("space")
	w.scans(uuid)
	w.Advance(80 * time.Second)
	w.Press("+").Advance(80 * time.Second) // a key starts the time anew
	w.scans(uuid)
	w.Advance(20 * time.Second).Expect("Ekran ukryty")
	w.Press("t").Expect("Zofia K.") // any key brings it back and does nothing else
	w.scans(uuid)
}

func TestAnObjectionTakesTheCodeOffTheScreen(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	w := open(t, a, newList(a))
	w.Press("enter")
	_, err := a.DB.RecordStatements(t.Context(), model.Actor{Operator: "ewa", Desk: "okno-2"}, model.Statement{Student: a.only(),
		Kind: model.Objection, Signer: model.SignedByParent, SignerName: "Ewa", Signed: model.MustDate(2026, 9, 1), Over: model.OverAny})
	if err != nil {
		t.Fatal(err)
	}
	w.Advance(3*time.Second).Expect("Wpisano sprzeciw", "Szukaj:")
}

func TestLanguageSwitch(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	w := show(t, a, newQR(a, a.only()), 80, 24)
	w.Press("l").Expect("клас 4a", "Скануй", "Nieodebrany")
	w.Press("l").Expect("class 4a", "Scan this code", "Nieodebrany")
	w.Press("l").Expect("klasa 4a")
}

func TestLegacyShowsTheSecondSecretLarge(t *testing.T) {
	a := zofia(t, model.Code{Kind: model.CodeLegacy, Payload: link, Second: "O0lI1x7B"})
	w := show(t, a, newQR(a, a.only()), 80, 24)
	w.Expect("Kod aktywacyjny:", "1. wielka litera O", "2. cyfra 0", "3. mała litera l", "4. wielka litera I", "5. cyfra 1")
	w.scans(link)
	want, err := qr.Big("O0lI", 35, 12, a.Terminal)
	if err != nil {
		t.Fatal(err)
	}
	if view := w.Stack().View(); !strings.Contains(view, want[0]) || !strings.Contains(view, want[3]) {
		t.Error("the second secret is not large")
	}
	w.Resize(48, 30).Expect("Kod aktywacyjny:  O0lI 1x7B")
	w.scans(link)
}

func TestCredentialsAreLargeAndHaveNoCode(t *testing.T) {
	a := zofia(t, model.Code{Kind: model.CodeCredentials, Login: "zkowalska13", Second: "pO0l1I8B"})
	w := open(t, a, newList(a))
	w.toCode().Expect("Login:", "Hasło:", "zpe.gov.pl", "Login – Znaki:", "Wielkie i małe litery")
	w.noCode()
	kittest.Golden(t, "qr-credentials-80x24", w.layout())
	w.toCode().Press("enter").Expect("Wydano")
}

func TestCredentialsWithPolishLettersComeInGroups(t *testing.T) {
	a := zofia(t, model.Code{Kind: model.CodeCredentials, Login: "żółć.kowalska", Second: "haslo"})
	w := show(t, a, newQR(a, a.only()), 80, 24)
	w.Expect("żółć  .kow  alsk  a")
}

func TestPayloadAsText(t *testing.T) {
	a := zofia(t, sioCode(link))
	w := show(t, a, newQR(a, a.only()), 80, 24)
	w.Press("t").Expect("Kod do wpisania ręcznie 1/2:")
	first, err := qr.Big(link[:48], 80, 20, a.Terminal)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(w.Stack().View(), strings.Join(first, "\n")) {
		t.Errorf("not the first page:\n%s", w.See())
	}
	w.noCode()
	w.Press("t").Expect("2/2:").Press("t").Expect("Nieodebrany")
	w.scans(link)
	w.Press("t", "esc").Expect("Nieodebrany")
	w.scans(link)
	if a.lastDeed(t) != model.DeedCodePresented {
		t.Error("Esc in the text gave the code back")
	}
}

func TestTextInASmallWindowComesInGroups(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	w := show(t, a, newQR(a, a.only()), 30, 12)
	w.Press("t").Expect("3f2b  8c1e  -9a4  7-4d")
}

func TestADrawingThatDoesNotReadIsNotShown(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	s := newQR(a, a.only()).(*qrScreen)
	tried := map[string]bool{}
	s.check = func(d qr.Drawing, _ string) error {
		tried[d.Rung.Name] = true
		if len(tried) < 2 {
			return qr.ErrMismatch
		}
		return nil
	}
	w := show(t, a, s, 80, 24)
	w.Expect("Próba odczytu nie wyszła")
	w.scans(uuid)
	if len(tried) != 2 || tried[s.page.drawing.Rung.Name] && s.bad[s.page.drawing.Rung.Name] {
		t.Errorf("tried %v, shown %s", tried, s.page.drawing.Rung.Name)
	}
}

func TestWhereNoDrawingReadsThereIsTheText(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	s := newQR(a, a.only()).(*qrScreen)
	s.check = func(qr.Drawing, string) error { return qr.ErrUnreadable }
	w := show(t, a, s, 80, 24)
	w.Expect("Kod do wpisania ręcznie", "Żaden rysunek")
	w.noCode()
	w.Press("esc")
	w.noCode() // nor after going back
}

func TestStepsAlongTheRungs(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	s := newQR(a, a.only()).(*qrScreen)
	w := show(t, a, s, 200, 50)
	best := s.page.drawing.Rung.Scale
	w.Press("-")
	if got := s.page.drawing.Rung.Scale; got != best-1 {
		t.Errorf("scale %d after %d", got, best)
	}
	w.scans(uuid)
	w.Press("+", "+").Expect("Większy się nie zmieści")
	w.scans(uuid)
	for range 10 {
		w.Press("-")
	}
	w.Expect("Innego rysunku już nie ma")
	w.Resize(60, 20) // the rung asked for may be gone: the best there is
	w.scans(uuid)
}

func TestHintsEndWithTyping(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	w := show(t, a, newQR(a, a.only()), 80, 24)
	w.Press("n").Expect("największy rysunek")
	w.scans(uuid)
	w.Press("n").Expect("inny rysunek")
	w.scans(uuid)
	w.Press("n").Expect("rozjaśnij monitor")
	w.scans(uuid)
	w.Press("n").Expect("wpisz kod ręcznie", "Kod do wpisania")
}

func TestInterruptAsksAndTheCodeGoesBack(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	list := newList(a)
	d := kittest.New(t, list, 80, 24, a.options())
	a.Now = d.Now
	w := window{d, a, t}
	w.toCode().Press("ctrl+c").Expect("Na ekranie jest kod.").ExpectNot(uuid)
	w.Press("esc")
	w.scans(uuid)
	w.Press("ctrl+c", "t")
	if !w.Ended() {
		t.Error("still running")
	}
	for range 2 { // the second time there is nothing to do
		if err := a.GiveBack(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if deeds := a.deeds(t); a.lastDeed(t) != model.DeedCodeNotCollected || deeds[len(deeds)-2] != model.DeedCodePresented {
		t.Errorf("register: %v", deeds)
	}
}

func TestEscBeforeTheCodeCameGivesItBack(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	s := newQR(a, a.only()).(*qrScreen)
	present := s.Init()
	s.cancel()
	turn := s.Update(present())
	if s.code != nil || a.onScreen.code == 0 {
		t.Errorf("the code stayed: %v", turn)
	}
}

func TestSecretsGoWithTheScreen(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	s := newQR(a, a.only()).(*qrScreen)
	w := open(t, a, newList(a))
	s.answered(s.Init()().(done))
	s.View(80, 24)
	s.notCollected()
	if s.code == nil {
		t.Fatal("typed ahead, but heard")
	}
	w.Advance(time.Second)
	s.notCollected()
	if s.code != nil || s.page != nil || strings.Contains(s.View(80, 24), "▄") {
		t.Error("the code is still there")
	}
}

func TestCodeScreensHoldTheRules(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	s := newQR(a, a.only()).(*qrScreen)
	check := func(s kit.Screen) {
		for _, fault := range kit.Check(s) {
			t.Error(fault)
		}
	}
	check(s)
	for _, kind := range model.CodeKinds {
		for asText := range 2 {
			s.code, s.asText = &model.Code{Kind: kind, Payload: "x"}, asText
			check(s)
		}
	}
	check(newCollect(a, a.only(), 1))
}

func TestEveryCellIsPaintedInEveryState(t *testing.T) {
	kinds := []model.Code{sioCode(uuid), {Kind: model.CodeZPE, Payload: link, Generated: testNow},
		{Kind: model.CodeLegacy, Payload: link, Second: "O0lI1x7B-zażółć"}, {Kind: model.CodeCredentials, Login: "zk13", Second: "pO0l1I8B"}}
	for _, size := range [][2]int{{80, 24}, {120, 30}, {200, 50}, {60, 20}, {20, 6}, {1, 1}} {
		for _, c := range kinds {
			a := zofia(t, c)
			w := show(t, a, newQR(a, a.only()), size[0], size[1])
			for _, key := range []string{"x", "n", "l", "t", "t", "space", "l", "l"} {
				w.Press(key).Fits()
				if err := qr.Verify(w.picture(), ""); !errors.Is(err, qr.ErrUnreadable) && !errors.Is(err, qr.ErrMismatch) {
					t.Fatalf("%v, %s after %q: %v\n%s", size, c.Kind, key, err, w.See())
				}
			}
		}
	}
}

// layout is the window without the modules of the code, which are not its
// business.
func (w window) layout() string {
	w.Fits()
	lines := strings.Split(strings.ReplaceAll(w.See(), "▄", " "), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

func TestCodeGoldens(t *testing.T) {
	for name, size := range map[string][2]int{"qr-80x24": {80, 24}, "qr-120x40": {120, 40}, "qr-48x30": {48, 30}} {
		a := zofia(t, model.Code{Kind: model.CodeZPE, Payload: uuid, Generated: testNow})
		kittest.Golden(t, name, show(t, a, newQR(a, a.only()), size[0], size[1]).layout())
	}
	a := zofia(t, model.Code{Kind: model.CodeLegacy, Payload: link, Second: "O0lI1x7B"})
	w := show(t, a, newQR(a, a.only()), 80, 24)
	kittest.Golden(t, "qr-legacy-80x24", w.layout())
	w.Press("enter").Golden("collect-80x24")
}

func TestTheSecretarysWordsFollowTheWindowsLanguage(t *testing.T) {
	for _, l := range text.Langs {
		a := zofia(t, sioCode(uuid))
		a.Lang = l
		show(t, a, newQR(a, a.only()), 80, 24).Expect(text.QRIn(l).Collected, "klasa 4a")
	}
}

func TestHelpOfTheCodeIsNotCut(t *testing.T) {
	for _, l := range text.Langs {
		a := zofia(t, sioCode(uuid))
		a.Lang = l
		w := openAt(t, a, newQR(a, a.only()), 80, 24)
		w.Advance(typedAhead).Press("f1").Expect(text.QRIn(l).NoScanHint).ExpectNot("…")
	}
}

func TestAFrameIsShort(t *testing.T) {
	a := zofia(t, model.Code{Kind: model.CodeZPE, Payload: link, Generated: testNow})
	w := show(t, a, newQR(a, a.only()), 80, 24)
	w.Advance(time.Second) // the clock is large now
	if n := len(w.Stack().View()); n > 6<<10 {
		t.Errorf("%d bytes, want 6 KB at most", n)
	}
}
