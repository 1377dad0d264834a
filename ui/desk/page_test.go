package desk

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/kit/kittest"
	"okienko/ui/text"
)

// onePupil is a school with one student of 12 who has a card and nothing else.
func onePupil(t *testing.T) (*App, model.StudentID) {
	t.Helper()
	a := newTestApp(t, pupil("Żółć", "Łucja", "4a", model.MustDate(2014, 3, 1)))
	return a, a.School.All()[0].ID
}

// page opens a student's page as the list does: over the list.
func page(t *testing.T, a *App, id model.StudentID) window {
	t.Helper()
	w := open(t, a, newList(a))
	w.Press("f2")
	if _, ok := w.Stack().Top().(*pageScreen); !ok {
		t.Fatalf("not the page:\n%s", w.See())
	}
	return w
}

// otherDesk is somebody else who works at the same time.
var otherDesk = model.Actor{Operator: "ewa", Desk: "okno-2"}

func (w window) deeds(id model.StudentID) (deeds []model.Deed) {
	w.t.Helper()
	if err := w.app.DB.Register(w.t.Context(), id, func(l model.RegisterLine) error {
		deeds = append(deeds, l.Deed)
		return nil
	}); err != nil {
		w.t.Fatal(err)
	}
	return deeds
}

func (w window) record(id model.StudentID) model.Record {
	w.t.Helper()
	r, err := w.app.DB.Record(w.t.Context(), id)
	if err != nil {
		w.t.Fatal(err)
	}
	return r
}

// secret is what a taken-in code holds, as it would be shown.
func (w window) secret(id model.StudentID) model.Code {
	w.t.Helper()
	c, err := w.app.DB.PresentCode(w.t.Context(), w.app.Actor, id)
	if err != nil {
		w.t.Fatal(err)
	}
	return c
}

func TestPageShowsWhatIsMissingAndWhoCanFixIt(t *testing.T) {
	a, id := onePupil(t)
	w := page(t, a, id)
	w.Expect("Żółć Łucja", "klasa 4a", "osoba niepełnoletnia", "niekompletne",
		"! brak oświadczenia lub wniosku  (może usunąć: rodzina)", "! brak zdjęcia", "! brak numeru PESEL",
		"7/2025, plastikowa, wydana 01.09.2025, ważna do 30.09.2027", "Enter zbierz oświadczenie")
	w.Golden("page_incomplete_80x24")
}

func TestPageOfAReadyStudent(t *testing.T) {
	a, id := onePupil(t)
	a.sign(t)
	a.give(t, model.Code{Student: id, Kind: model.CodeZPE, Payload: "tajny-kod", Generated: testNow})
	w := page(t, a, id)
	w.Expect("+ kod gotowy", "Odebrać może uczeń albo rodzic.", "kod z ZPE, ważny jeszcze 9 min, wydań: 0", "Enter wydaj kod")
	w.ExpectNot("tajny-kod")
	w.Golden("page_ready_80x24")
	w.Resize(120, 40)
	w.Golden("page_ready_120x40")
}

func TestTheWholeWayWithEnter(t *testing.T) {
	a, id := onePupil(t)
	w := page(t, a, id)
	w.Press("enter").Expect("Data podpisu")
	w.Press("ctrl+o").Expect("Wpisano: niewyrażenie sprzeciwu. Dalej: poproś o zdjęcie.")
	w.Press("enter", "enter").Expect("Zdjęcie: zaakceptowane. Dalej: uzupełnij PESEL.")
	w.Press("enter").Type("14230100027").Press("ctrl+o").Expect("Zapisano dane. Dalej: zarejestruj w SIO.", "PESEL 14230100027")
	w.Press("enter").Expect("już zarejestrowana w SIO?")
	w.Press("t").Expect("Zaznaczono: zarejestrowano w SIO. Dalej: wczytaj kod.", "zarejestrowano 01.09.2026")
	w.Press("enter", "enter").Type("qr-0001").Press("ctrl+o").Expect("Kod przyjęty. Dalej: wydaj kod.", "+ kod gotowy")
	if got := w.secret(id).Payload; got != "qr-0001" {
		t.Errorf("the code became %q", got.Reveal())
	}
}

func TestAnObjectionIsUnmistakableAndStopsTheDesk(t *testing.T) {
	a, id := onePupil(t)
	a.sign(t)
	a.give(t, model.Code{Student: id, Kind: model.CodeSIO, Payload: "x"})
	w := page(t, a, id)
	if _, err := a.DB.RecordStatements(t.Context(), otherDesk, model.Statement{Student: id, Kind: model.Objection,
		Signer: model.SignedByParent, Signed: model.MustDate(2026, 9, 1), Over: model.OverAny}); err != nil {
		t.Fatal(err)
	}
	w.Advance(watchEvery)
	w.Expect("SPRZECIW – nic nie wydawać").ExpectNot("Enter wydaj kod")
	for _, key := range []string{"enter", "k", "p", "s"} {
		w.Press(key).Expect("Jest sprzeciw: nic nie wydawać")
	}
	w.Paste("kod-wklejony").Expect("Jest sprzeciw: nic nie wydawać")
	w.Golden("page_objection_80x24")
}

func TestAPastedCodeIsKeptByteForByte(t *testing.T) {
	for name, payload := range map[string]string{
		"blanks":    "  kod ze spacjami  ",
		"long":      strings.Repeat("Zażółć ", 250),
		"precomp":   "e\u0301\u200b", // nothing is composed or made invisible
		"lookalike": "O0lI1|\\\"'",
	} {
		t.Run(name, func(t *testing.T) {
			a, id := onePupil(t)
			a.sign(t)
			w := page(t, a, id)
			w.Paste(payload + "\n").Expect("Tekst kodu")
			w.Press("enter").Expect("Kod przyjęty.")
			if got := w.secret(id).Payload.Reveal(); got != payload {
				t.Errorf("got %q, want %q", got, payload)
			}
		})
	}
}

func TestAScannerFillsTheCodeInAndRunsNoLetters(t *testing.T) {
	a, id := onePupil(t)
	a.sign(t)
	w := page(t, a, id)
	w.Scan("xcolkzs-0123456789").Expect("Tekst kodu", "xcolkzs-0123456789")
	w.Press("enter").Expect("Kod przyjęty. Dalej: wydaj kod.")
	if got := w.secret(id).Payload; got != "xcolkzs-0123456789" {
		t.Errorf("the code became %q", got.Reveal())
	}
}

func TestDamagedAndEndlessPastesAreRefused(t *testing.T) {
	a, id := onePupil(t)
	a.sign(t)
	w := page(t, a, id)
	w.Paste(strings.Repeat("a", kit.MaxPaste+1)).Expect("Wklejony tekst jest za długi.")
	w.Paste("kod\U0010FFFF").Expect("dotarł uszkodzony")
	if codes := w.record(id).Codes; len(codes) != 0 {
		t.Errorf("taken in: %d", len(codes))
	}
}

func TestLeavingAndComingBack(t *testing.T) {
	a, id := onePupil(t)
	w := page(t, a, id)
	w.Press("x").Expect("czy uczeń odszedł ze szkoły?").Press("x", "enter") // x is the trigger, Enter says no
	if !w.record(id).Left.IsZero() {
		t.Fatal("left without a yes")
	}
	w.Press("x", "down", "enter").Expect("Zapisano: uczeń odszedł.", "- odszedł", "odszedł 01.09.2026")
	w.Press("x", "down", "enter").Expect("Zapisano: uczeń wrócił.")
	if got := w.deeds(id); got[len(got)-1] != model.DeedStudentReturned {
		t.Errorf("deeds %v", got)
	}
}

func TestUndoingTheLastStatement(t *testing.T) {
	a, id := onePupil(t)
	w := page(t, a, id)
	w.Press("c").Expect("Nie ma oświadczenia")
	w.Press("o", "ctrl+o", "c").Expect("Cofnąć wpis: niewyrażenie sprzeciwu").Press("down", "enter").Expect("Cofnięto oświadczenie.")
	if s := w.record(id).Statements; len(s) != 1 || !s[0].Undone {
		t.Errorf("statements %+v", s)
	}
}

func TestTheDeskThatHasTheCodeIsNamed(t *testing.T) {
	a, id := onePupil(t)
	a.sign(t)
	a.give(t, model.Code{Student: id, Kind: model.CodeSIO, Payload: "x"})
	if _, err := a.DB.PresentCode(t.Context(), otherDesk, id); err != nil {
		t.Fatal(err)
	}
	w := page(t, a, id)
	w.Advance(watchEvery).Expect("Kod jest na ekranie: okno-2 (ewa), od godz. 08:00. Poczekaj")
	w.Press("enter").Expect("Kod jest na ekranie: okno-2 (ewa)")
}

func TestTickingSIOAndTakingItBack(t *testing.T) {
	a, id := onePupil(t)
	w := page(t, a, id)
	w.Press("s").Expect("jest już zarejestrowana w SIO?").Press("down", "enter").Expect("Zaznaczono: zarejestrowano w SIO.")
	w.Press("s").Expect("Cofnąć zaznaczenie").Press("down", "enter").Expect("Cofnięto zaznaczenie")
	if got := w.record(id).Registered; !got.IsZero() {
		t.Errorf("registered %v", got)
	}
}

// underPage is a list that notes what the page returns.
type underPage struct {
	*listScreen
	got any
}

func (u *underPage) Update(msg tea.Msg) kit.Turn {
	if r, ok := msg.(kit.Returned); ok {
		u.got = r.Value
	}
	return u.listScreen.Update(msg)
}

func TestALetterThatIsNoActionsBeginsASearch(t *testing.T) {
	for _, letter := range []string{"b", "B", "ż", "7"} {
		a, _ := onePupil(t)
		list := &underPage{listScreen: newList(a)}
		open(t, a, list).Press("f2", letter)
		if list.got != searchFor(letter) {
			t.Errorf("%s: the list got %#v", letter, list.got)
		}
	}
}

// A name typed here by mistake writes nothing, whatever letters it has.
func TestTypingANameOnThePageDoesNoDeed(t *testing.T) {
	for _, name := range []string{"Stępień", "Ptak", "stn", "xenon", "cyt", "zt", "sss", "ppp"} {
		a, id := onePupil(t)
		a.sign(t)
		a.give(t, model.Code{Student: id, Kind: model.CodeSIO, Payload: "kod"})
		w := page(t, a, id)
		before := len(w.deeds(id))
		w.Type(name)
		if deeds := w.deeds(id); len(deeds) != before {
			t.Errorf("%s: %v", name, deeds[before:])
		}
	}
}

// Whoever types the next name with a page open and presses Enter saves no form
// that the first letter opened.
func TestANameAndEnterOnThePageSavesNoForm(t *testing.T) {
	for _, name := range []string{"kowal", "Kowal", "zając", "olga", "lis", "dąb", "wilk", "stępień"} {
		a, id := onePupil(t)
		a.sign(t)
		a.give(t, model.Code{Student: id, Kind: model.CodeSIO, Payload: "kod"})
		w := page(t, a, id)
		before := len(w.deeds(id))
		for _, r := range name {
			w.Advance(150 * time.Millisecond).PressAtOnce(string(r))
		}
		w.Press("enter")
		if deeds := w.deeds(id); len(deeds) != before {
			t.Errorf("%s: %v", name, deeds[before:])
		}
		if name == "kowal" || name == "zając" || name == "lis" {
			w.Expect(name)
		}
	}
}

func TestAFormOpenedOnPurposeTakesLetters(t *testing.T) {
	a, id := onePupil(t)
	w := page(t, a, id)
	w.Press("d").Advance(nameTyped).Type("x").Press("ctrl+o").Expect("Żółćx")
}

func TestTheDayAPhotoIsToBeDeleted(t *testing.T) {
	a, id := onePupil(t)
	w := page(t, a, id)
	w.Press("z", "down", "enter").Expect("Zdjęcie: odrzucone.").ExpectNot("usunąć do")
	e := a.School.Get(id)
	p := &pageScreen{app: a, t: text.PageIn(a.Lang), id: id}
	if got := p.photo(e)[0]; got != "odrzucone 01.09.2026" {
		t.Errorf("without a rule: %q", got)
	}
	rule := testProfile()
	rule.Photo.RetentionDays = 30
	db, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "okienko.db"), store.Options{Profile: rule})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	a.DB = db
	if got := p.photo(e)[0]; got != "odrzucone 01.09.2026, do usunięcia 01.10.2026" {
		t.Errorf("kept for 30 days: %q", got)
	}
}

func TestPageScrollsWhatDoesNotFit(t *testing.T) {
	a, id := onePupil(t)
	a.sign(t)
	w := page(t, a, id)
	for range 12 {
		a.give(t, model.Code{Student: id, Kind: model.CodeCredentials, Login: "l" + w.Now().String(), Second: "h"})
		c := w.secret(id)
		if _, err := a.DB.ConfirmHandover(t.Context(), a.Actor, model.Handover{Student: id, Code: c.ID, To: model.ToStudent}); err != nil {
			t.Fatal(err)
		}
		w.Advance(time.Minute)
	}
	w.Expect("1–20 z")
	before := w.See()
	w.Press("end")
	if w.See() == before {
		t.Error("End shows nothing new")
	}
	w.Fits()
}

func TestScreensOfAStudentHoldTheRules(t *testing.T) {
	a, id := onePupil(t)
	a.sign(t)
	e := a.School.Get(id)
	for _, l := range text.Langs {
		a.Lang = l
		for _, s := range []kit.Screen{newPage(a, id), newStatementForm(a, e), newCardForm(a, e), newCodeForm(a, e, ""),
			newPhotoForm(a, e), newStudentForm(a, e), newStudentForm(a, nil), newHistory(a, id), newHistory(a, 0)} {
			for _, fault := range kit.Check(s) {
				t.Error(fault)
			}
			for _, size := range [][2]int{{80, 24}, {120, 40}} {
				kittest.New(t, s, size[0], size[1], kit.Options{Words: *kitWords(l)}).Fits()
			}
		}
	}
}
