package model_test

import (
	"slices"
	"testing"
	"time"

	"okienko/model"
)

// complete is a student whose card may go to SIO under the statute alone.
func complete() model.Record {
	return model.Record{
		Student:  model.Student{ID: 1, First: "Ewa", Last: "Lis", PESEL: "05302205483"},
		Portrait: &model.Portrait{State: model.PortraitAccepted},
		Cards:    []model.Card{{ID: 1, Number: "7/2025", Issued: model.MustDate(2025, 9, 1), State: model.CardValid}},
	}
}

// TestWhatSIOWouldRefuse: the format of pomoc.sio.gov.pl/?p=13126 wants PESEL,
// number and day of issue on every line; the rest is the path of a card
// (DESIGN §2).
func TestWhatSIOWouldRefuse(t *testing.T) {
	today := model.Viewpoint{Now: time.Date(2026, 11, 22, 8, 0, 0, 0, time.UTC)}
	for name, test := range map[string]struct {
		change   func(*model.Record)
		blockers []model.BlockerID
		faults   []model.SIOFault
		without  bool // photos
	}{
		"complete":              {func(*model.Record) {}, nil, nil, false},
		"no PESEL":              {func(r *model.Record) { r.PESEL = "" }, []model.BlockerID{model.BlockNoPESEL}, nil, false},
		"wrong PESEL":           {func(r *model.Record) { r.PESEL = "05302205484" }, nil, []model.SIOFault{model.SIOPeselBad}, false},
		"no card":               {func(r *model.Record) { r.Cards = nil }, []model.BlockerID{model.BlockNoCard}, nil, false},
		"no number":             {func(r *model.Record) { r.Cards[0].Number = "" }, nil, []model.SIOFault{model.SIONoNumber}, false},
		"a separator":           {func(r *model.Record) { r.Cards[0].Number = "7;2025" }, nil, []model.SIOFault{model.SIONumberChars}, false},
		"a formula":             {func(r *model.Record) { r.Cards[0].Number = "=7" }, nil, []model.SIOFault{model.SIONumberChars}, false},
		"issued on no day":      {func(r *model.Record) { r.Cards[0].Issued = model.Date{} }, nil, []model.SIOFault{model.SIONoIssued}, false},
		"issued tomorrow":       {func(r *model.Record) { r.Cards[0].Issued = model.MustDate(2026, 11, 23) }, nil, []model.SIOFault{model.SIOIssuedFuture}, false},
		"issued before birth":   {func(r *model.Record) { r.Cards[0].Issued = model.MustDate(2004, 1, 1) }, nil, []model.SIOFault{model.SIOIssuedUnborn}, false},
		"no photo":              {func(r *model.Record) { r.Portrait = nil }, []model.BlockerID{model.BlockNoPortrait}, nil, false},
		"no photo, none wanted": {func(r *model.Record) { r.Portrait = nil }, nil, nil, true},
		"invalidated":           {func(r *model.Record) { r.Cards[0].State = model.CardInvalidated }, []model.BlockerID{model.BlockCardInvalid}, nil, false},
		"expired": {func(r *model.Record) { r.Cards[0].ValidUntil = model.MustDate(2026, 9, 30) },
			[]model.BlockerID{model.BlockCardExpired}, nil, false},
	} {
		t.Run(name, func(t *testing.T) {
			r := complete()
			test.change(&r)
			f := model.ForSIO([]model.Record{r}, model.DefaultProfile(), today, model.SIOOptions{WithoutPortraits: test.without})
			if test.blockers == nil && test.faults == nil {
				if len(f.Rows) != 1 || len(f.Refused) != 0 {
					t.Fatalf("%+v", f)
				}
				return
			}
			if len(f.Rows) != 0 || len(f.Refused) != 1 || !slices.Equal(f.Refused[0].Blockers, test.blockers) || !slices.Equal(f.Refused[0].Faults, test.faults) {
				t.Errorf("%+v", f)
			}
		})
	}
}

func TestWhoIsNoMatterForSIO(t *testing.T) {
	one, twin, registered, objected, left := complete(), complete(), complete(), complete(), complete()
	twin.ID, twin.PESEL = 2, "44051401359"
	registered.ID, registered.PESEL, registered.Registered = 3, "13250100022", model.MustDate(2026, 9, 1)
	registered.Cards = []model.Card{{Number: "8/2025", Issued: model.MustDate(2025, 9, 1), State: model.CardValid}}
	objected.ID, objected.Statements, objected.Cards = 4, []model.Statement{{Kind: model.Objection, Signer: model.SignedByParent}}, nil
	left.ID, left.Left = 5, model.MustDate(2026, 6, 30)
	now := model.Viewpoint{Now: time.Date(2026, 11, 22, 8, 0, 0, 0, time.UTC)}

	f := model.ForSIO([]model.Record{one, registered, objected, left}, model.DefaultProfile(), now, model.SIOOptions{Disabled: map[model.StudentID]bool{1: true}})
	if len(f.Rows) != 1 || f.Rows[0].Student != 1 || !f.Rows[0].Disabled || len(f.Refused) != 0 || f.Registered != 1 || f.Objected != 1 {
		t.Errorf("%+v", f)
	}
	f = model.ForSIO([]model.Record{one, twin}, model.DefaultProfile(), now, model.SIOOptions{})
	if len(f.Rows) != 0 || len(f.Refused) != 2 || f.Refused[1].Faults[0] != model.SIONumberTwice {
		t.Errorf("one number on two cards: %+v", f)
	}
}

// TestWhatMayBePrinted: paper needs a life of days, one holder, and no
// password on it.
func TestWhatMayBePrinted(t *testing.T) {
	now := time.Date(2026, 11, 22, 8, 0, 0, 0, time.UTC)
	code := func(kind model.CodeKind, added time.Time) model.Code {
		return model.Code{ID: 1, Kind: kind, Added: added}
	}
	claimed := code(model.CodeSIO, now)
	claimed.Claim = model.Claim{Desk: "a", Since: now, Until: now.Add(time.Minute)}
	for name, test := range map[string]struct {
		code model.Code
		want bool
	}{
		"sio":                         {code(model.CodeSIO, now), true},
		"legacy":                      {code(model.CodeLegacy, now), true},
		"legacy with two days to go":  {code(model.CodeLegacy, now.AddDate(0, 0, -28)), false},
		"ten minutes":                 {code(model.CodeZPE, now), false},
		"login and password":          {code(model.CodeCredentials, now), false},
		"on this very desk's screen":  {claimed, false},
		"handed over once is not new": {model.Code{ID: 1, Kind: model.CodeSIO, Added: now, Spent: 1}, false},
	} {
		r := complete()
		r.Codes = []model.Code{test.code}
		if test.code.Spent > 0 {
			r.Handovers = []model.Handover{{ID: 1, Code: 1, To: model.ToParent, At: now}}
		}
		p := model.DefaultProfile()
		if got := model.Assess(r, p, model.Viewpoint{Now: now, Desk: "a"}).MayPrint(p, now); got != test.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
