package store_test

import (
	"errors"
	"testing"
	"time"

	"okienko/model"
	"okienko/store"
)

// shown is what a display shows.
func (d desk) shown(id store.DisplayID) store.DisplayState {
	d.t.Helper()
	s, err := d.Display(d.t.Context(), id)
	if err != nil {
		d.t.Fatal(err)
	}
	return s
}

// ready is a student whose code may be presented.
func (d desk) ready() model.StudentID {
	d.t.Helper()
	id := d.student("44051401359", class4a)
	c := onceOnly
	c.Student = id
	d.take(c)
	return id
}

// withDisplay pairs a display with desk A.
func (d desk) withDisplay() store.DisplayID {
	d.t.Helper()
	number, until, err := d.OfferDisplay(d.t.Context(), deskA)
	if err != nil || len(number) != 4 || !until.After(*d.now) {
		d.t.Fatalf("offered %q until %v: %v", number, until, err)
	}
	if paired, err := d.SteerDisplay(d.t.Context(), deskA, store.DisplayState{}); paired || err != nil {
		d.t.Fatalf("paired before anybody typed the number: %v, %v", paired, err)
	}
	id, err := d.PairDisplay(d.t.Context(), number)
	if err != nil {
		d.t.Fatal(err)
	}
	if _, err := d.PairDisplay(d.t.Context(), number); !errors.Is(err, store.ErrNoSuchNumber) {
		d.t.Errorf("a number works twice: %v", err)
	}
	return id
}

func TestADisplayShowsWhatItsDeskPresents(t *testing.T) {
	d := open(t)
	id := d.withDisplay()
	student := d.ready()
	if s := d.shown(id); s.Code != 0 {
		t.Errorf("shows code %d before there is one", s.Code)
	}
	code, err := d.PresentCode(t.Context(), deskA, student)
	if err != nil {
		t.Fatal(err)
	}
	if paired, err := d.SteerDisplay(t.Context(), deskA, store.DisplayState{Code: code.ID, Lang: "uk", Page: 1}); !paired || err != nil {
		t.Fatalf("paired: %v, %v", paired, err)
	}
	if s := d.shown(id); s != (store.DisplayState{Code: code.ID, Lang: "uk", Page: 1}) {
		t.Errorf("shows %+v", s)
	}
	got, of, err := d.DisplayedCode(t.Context(), id)
	if err != nil || got.Payload != code.Payload || of.ID != student {
		t.Errorf("the display reads another code: %v", err)
	}
	if of.PESEL != "" && of.PESEL != model.HiddenPESEL {
		t.Error("a display gets a PESEL")
	}
	// The hand-over takes the code off the display, whatever the desk says.
	if _, err := d.ConfirmHandover(t.Context(), deskA, model.Handover{Student: student, Code: code.ID, To: model.ToParent, ToName: "Ewa"}); err != nil {
		t.Fatal(err)
	}
	if s := d.shown(id); s.Code != 0 {
		t.Error("shows what was handed over")
	}
	if _, _, err := d.DisplayedCode(t.Context(), id); !errors.Is(err, store.ErrNotPresented) {
		t.Errorf("what was handed over can be read: %v", err)
	}
}

// Another desk invalidates while the code stands on the display, and the desk
// that steers it notices nothing.
func TestADisplayGoesBlankWhenTheMobileCardIsInvalidated(t *testing.T) {
	for _, kind := range []model.CodeKind{model.CodeLegacy, model.CodeCredentials} {
		d := open(t)
		id, student := d.withDisplay(), d.student("", class4a)
		d.must(d.RegisterInSIO(t.Context(), deskA, []model.StudentID{student}, model.MustDate(2026, 11, 20)))
		d.take(model.Code{Student: student, Kind: kind, Payload: "x", Login: "x", Second: "y"})
		code, err := d.PresentCode(t.Context(), deskA, student)
		d.must(err)
		if _, err := d.SteerDisplay(t.Context(), deskA, store.DisplayState{Code: code.ID}); err != nil {
			t.Fatal(err)
		}
		i, err := d.Invalidate(t.Context(), deskB, 0, lost(student, model.ReasonPhoneLost))
		d.must(err)
		// A login outlives the mobile card: the student makes the next code with it.
		if s := d.shown(id); (s.Code == 0) != (kind == model.CodeLegacy) {
			t.Errorf("%s: shows code %d", kind, s.Code)
		}
		d.must(d.UndoInvalidation(t.Context(), deskB, student, i.ID))
		if s := d.shown(id); s.Code != code.ID {
			t.Errorf("%s: undone, and it shows %d", kind, s.Code)
		}
	}
}

func TestADisplayShowsNoOtherDesksCode(t *testing.T) {
	d := open(t)
	id := d.withDisplay()
	code, err := d.PresentCode(t.Context(), deskB, d.ready())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.SteerDisplay(t.Context(), deskA, store.DisplayState{Code: code.ID}); err != nil {
		t.Fatal(err)
	}
	if s := d.shown(id); s.Code != 0 {
		t.Error("shows another desk's code")
	}
}

func TestAPairingEndsWithItsDesk(t *testing.T) {
	d := open(t)
	id := d.withDisplay()
	*d.now = d.now.Add(store.DisplayBeat)
	if err := d.BeatDisplay(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	*d.now = d.now.Add(time.Minute)
	if _, err := d.Display(t.Context(), id); !errors.Is(err, store.ErrUnpaired) {
		t.Errorf("a desk that gave no sign of life: %v", err)
	}
	if err := d.BeatDisplay(t.Context(), id); !errors.Is(err, store.ErrUnpaired) {
		t.Errorf("its display lives on: %v", err)
	}
	id = d.withDisplay()
	if err := d.LetDisplayGo(t.Context(), deskA); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Display(t.Context(), id); !errors.Is(err, store.ErrUnpaired) {
		t.Errorf("a desk that let go: %v", err)
	}
}

func TestADeskNoticesThatItsDisplayIsGone(t *testing.T) {
	d := open(t)
	d.withDisplay()
	*d.now = d.now.Add(time.Minute)
	if paired, err := d.SteerDisplay(t.Context(), deskA, store.DisplayState{}); paired || err != nil {
		t.Errorf("paired: %v, %v", paired, err)
	}
}

func TestANumberCantBeGuessed(t *testing.T) {
	d := open(t)
	number, _, err := d.OfferDisplay(t.Context(), deskA)
	if err != nil {
		t.Fatal(err)
	}
	for range 10 {
		if _, err := d.PairDisplay(t.Context(), "x"); !errors.Is(err, store.ErrNoSuchNumber) {
			t.Fatalf("a wrong number: %v", err)
		}
	}
	if _, err := d.PairDisplay(t.Context(), number); !errors.Is(err, store.ErrNoSuchNumber) {
		t.Errorf("after ten wrong ones the right one still works: %v", err)
	}
	if _, err := d.PairDisplay(t.Context(), ""); !errors.Is(err, store.ErrNoSuchNumber) {
		t.Errorf("no number at all: %v", err)
	}
}

func TestANumberEnds(t *testing.T) {
	d := open(t)
	number, until, err := d.OfferDisplay(t.Context(), deskA)
	if err != nil {
		t.Fatal(err)
	}
	*d.now = until
	if _, err := d.SteerDisplay(t.Context(), deskA, store.DisplayState{}); !errors.Is(err, store.ErrUnpaired) {
		t.Errorf("the offer lives on: %v", err)
	}
	if _, err := d.PairDisplay(t.Context(), number); !errors.Is(err, store.ErrNoSuchNumber) {
		t.Errorf("the number works after its end: %v", err)
	}
}

func TestWhoMayOnlyLookDoesNoDeed(t *testing.T) {
	d := open(t)
	student := d.ready()
	for _, role := range []model.Role{model.RoleReader, model.RoleDisplay} {
		by := deskA
		by.Role = role
		if _, err := d.PresentCode(t.Context(), by, student); !errors.Is(err, store.ErrRole) {
			t.Errorf("%s presents a code: %v", role, err)
		}
		if err := d.MarkLeft(t.Context(), by, []model.StudentID{student}, model.DateOf(noon)); !errors.Is(err, store.ErrRole) {
			t.Errorf("%s changes a student: %v", role, err)
		}
	}
}
