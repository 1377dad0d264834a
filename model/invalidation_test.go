package model_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"okienko/model"
)

func TestWhatAReasonInvalidates(t *testing.T) {
	for reason, want := range map[model.InvalidationReason]struct {
		of     model.Invalidated
		urgent bool
		source string
	}{
		model.ReasonPhoneLost:    {model.MobileCard, true, "seed Mazowszany: zgubienia lub kradzieży telefonu, natychmiastowo"},
		model.ReasonNewPhone:     {model.MobileCard, false, "DOMAIN §9: new phone: report to school, invalidate"},
		model.ReasonDamaged:      {model.MobileCard, false, "seed Tarnów: na skutek uszkodzeń"},
		model.ReasonBroken:       {model.MobileCard, false, "seed Tarnów: niepoprawnego działania"},
		model.ReasonCardLost:     {model.PhysicalCard, true, "SIO p=13113: zgubienie"},
		model.ReasonExpired:      {model.PhysicalCard, false, "SIO p=13113: utrata ważności"},
		model.ReasonLeft:         {model.PhysicalCard, false, "SIO p=13113: odejście ucznia ze szkoły"},
		model.ReasonNameChanged:  {model.PhysicalCard, false, "SIO p=13113: zmiana danych ucznia zweryfikowanego w PESEL"},
		model.ReasonVerified:     {model.PhysicalCard, false, "SIO p=13113: późniejsza weryfikacja w PESEL"},
		model.ReasonPESELGiven:   {model.PhysicalCard, false, "SIO p=13113: nadanie PESEL bezpeselowcowi"},
		model.ReasonResigned:     {model.MobileCard, false, "DOMAIN §6: resignation"},
		model.ReasonObjection:    {model.MobileCard, false, "DOMAIN §4: a late objection should lead to invalidation"},
		model.ReasonForDuplicate: {model.PhysicalCard, false, "SIO p=13113: z powodu konieczności wydania duplikatu"},
	} {
		if reason.Of() != want.of || reason.Urgent() != want.urgent {
			t.Errorf("%s (%s): of %s, urgent %v", reason, want.source, reason.Of(), reason.Urgent())
		}
		if !slices.Contains(model.InvalidationReasons, reason) {
			t.Errorf("%s is not offered", reason)
		}
	}
}

// What an invalidation leaves to be done next.
func TestAssessAfterAnInvalidation(t *testing.T) {
	login := model.Code{ID: 1, Kind: model.CodeCredentials, Login: "x", Added: noon}
	newer := model.Code{ID: 2, Kind: model.CodeLegacy, Payload: "y", Added: noon}
	anew := func(r *model.Record) { r.Codes = append(r.Codes, newer) }
	takenBack := func(r *model.Record) { r.Invalidations[0].Undone = true }
	signedAgain := func(r *model.Record) {
		r.Statements = append(r.Statements, sheet(2, model.NonObjection, "2026-11-20"))
	}
	for _, test := range []struct {
		name   string
		source string
		record model.Record
		stage  model.Stage
		next   model.Step
	}{
		{"a lost phone after the hand-over", "DOMAIN §9: deactivate + new code; physical card stays valid",
			with(completed(), registered, holding(legacy(0)), handed, invalid(model.ReasonPhoneLost)), model.StageRegistered, model.StepTakeCode},
		{"a lost phone, the code not collected", "the issue: unusable at once",
			with(completed(), registered, holding(legacy(0)), invalid(model.ReasonPhoneLost)), model.StageRegistered, model.StepTakeCode},
		{"the new code for the new phone", "DOMAIN §6: invalidate, new QR",
			with(completed(), registered, holding(legacy(0)), handed, invalid(model.ReasonPhoneLost), anew), model.StageReady, model.StepHandOver},
		{"invalidated by mistake", "undone as deeds are",
			with(completed(), registered, holding(legacy(0)), invalid(model.ReasonPhoneLost), takenBack), model.StageReady, model.StepHandOver},
		{"a lost card", "DOMAIN §9: paper card lost: duplicate first",
			with(completed(), registered, holding(legacy(0)), handed, invalid(model.ReasonCardLost)), model.StageIncomplete, model.StepEnterCard},
		{"the duplicate", "SIO p=13113: then DODAJ",
			with(completed(), registered, holding(legacy(0)), handed, invalid(model.ReasonCardLost), duplicated), model.StageComplete, model.StepRegister},
		{"the duplicate in SIO", "DOMAIN §6: a new QR",
			with(completed(), holding(legacy(0)), handed, invalid(model.ReasonCardLost), duplicated, registered), model.StageRegistered, model.StepTakeCode},
		{"a login after a lost phone", "DOMAIN §9: new ZPE code, made on the same account",
			with(completed(), registered, holding(login), handed, invalid(model.ReasonPhoneLost)), model.StageHandedOver, model.StepNothing},
		{"a login after a lost card", "SIO p=13113: then DODAJ",
			with(completed(), registered, holding(login), handed, invalid(model.ReasonCardLost), duplicated), model.StageComplete, model.StepRegister},
		{"a login with the duplicate in SIO", "DOMAIN §1b: the student makes the code",
			with(completed(), holding(login), handed, invalid(model.ReasonCardLost), duplicated, registered), model.StageHandedOver, model.StepNothing},
		{"a login not yet given, with the duplicate in SIO", "DOMAIN §1b",
			with(completed(), holding(login), invalid(model.ReasonCardLost), duplicated, registered), model.StageReady, model.StepHandOver},
		{"a resignation", "DOMAIN §4: rezygnacja na piśmie",
			with(completed(), registered, holding(legacy(0)), handed, invalid(model.ReasonResigned), anew), model.StageStopped, model.StepStop},
		{"a resignation, and a sheet after it", "DOMAIN §4: the latest sheet counts",
			with(completed(), registered, holding(legacy(0)), handed, invalid(model.ReasonResigned), signedAgain), model.StageRegistered, model.StepTakeCode},
		{"who left", "DOMAIN §6: odejście ucznia",
			with(completed(), registered, holding(legacy(0)), handed, invalid(model.ReasonLeft), leaves("2026-11-01")), model.StageLeft, model.StepNothing},
		{"a code that did not work after the hand-over", "the issue: an unscanned code",
			with(completed(), registered, holding(legacy(0)), handed, func(r *model.Record) { r.Codes[0].SetAside = true }), model.StageRegistered, model.StepTakeCode},
		{"of two devices the second one's did not work", "DOMAIN §1b: each device needs its own code",
			with(completed(), registered, holding(legacy(0), newer), handed, func(r *model.Record) {
				second := r.Handovers[0]
				second.ID, second.Code = 2, 2
				r.Handovers = append(r.Handovers, second)
				r.Codes[1].SetAside, r.Codes[1].Spent, r.Waiting = true, 1, noon
			}), model.StageHandedOver, model.StepTakeCode},
		{"a code that was set aside", "DOMAIN §9: QR does not scan",
			with(completed(), registered, holding(legacy(0)), func(r *model.Record) { r.Codes[0].SetAside = true }), model.StageRegistered, model.StepTakeCode},
	} {
		if a := model.Assess(test.record, needsOne, here); a.Stage != test.stage || a.Next != test.next {
			t.Errorf("%s (%s): stage %s, next %s, blockers %v", test.name, test.source, a.Stage, a.Next, a.Blockers)
		}
	}
}

// No code of a mobile card that was invalidated may be shown, whatever else is
// on record; nor one that was set aside.
func TestAnInvalidatedCodeIsNeverPresentable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyRecord().Draw(t, "record")
		for i := range r.Codes {
			r.Codes[i].SetAside = rapid.IntRange(0, 3).Draw(t, "set aside") == 0
		}
		a := model.Assess(r, anyProfile().Draw(t, "profile"), here)
		if !a.MayPresent() {
			return
		}
		for _, i := range r.Invalidations {
			if !i.Undone && a.Code.ID <= i.LastCode && a.Code.Kind != model.CodeCredentials {
				t.Fatalf("code %d is of a card invalidated up to %d", a.Code.ID, i.LastCode)
			}
		}
		if a.Code.SetAside {
			t.Fatal("the code was set aside")
		}
	})
}

// Invalidating the mobile card alone says nothing about the physical one: what
// stands in its way is the same before and after.
func TestTheMobileCardAloneLeavesThePhysicalOne(t *testing.T) {
	ofCard := func(a model.Assessment) (ids []model.BlockerID) {
		for _, id := range []model.BlockerID{model.BlockNoCard, model.BlockCardExpired, model.BlockCardInvalid} {
			if a.Has(id) {
				ids = append(ids, id)
			}
		}
		return ids
	}
	rapid.Check(t, func(t *rapid.T) {
		r, p := anyRecord().Draw(t, "record"), anyProfile().Draw(t, "profile")
		r.Handovers = nil // after a hand-over nothing is in the way before
		reason := rapid.SampledFrom(model.InvalidationReasons).Filter(func(r model.InvalidationReason) bool {
			return r.Of() == model.MobileCard && !r.Ends()
		}).Draw(t, "reason")
		after := r
		after.Cards, after.Invalidations = slices.Clone(r.Cards), slices.Clone(r.Invalidations)
		invalid(reason)(&after)
		a, b := model.Assess(r, p, here), model.Assess(after, p, here)
		if a.Stage == model.StageStopped || b.Stage == model.StageStopped {
			return // the cards are not looked at
		}
		if !slices.Equal(ofCard(a), ofCard(b)) || after.Registered != r.Registered || !slices.Equal(after.Cards, r.Cards) {
			t.Fatalf("before %v, after %v", a.Blockers, b.Blockers)
		}
	})
}

func TestTheftAndLossStandOnTop(t *testing.T) {
	r := model.Record{Invalidations: []model.Invalidation{
		{ID: 1, Reason: model.ReasonBroken, Reported: day("2026-10-01")},
		{ID: 2, Reason: model.ReasonPhoneLost, Reported: day("2026-11-19")},
		{ID: 3, Reason: model.ReasonCardLost, Reported: day("2026-11-10")},
		{ID: 4, Reason: model.ReasonLeft, Reported: day("2026-09-01"), Done: day("2026-09-02")},
		{ID: 5, Reason: model.ReasonPhoneLost, Reported: day("2026-09-01"), Undone: true},
		{ID: 6, Reason: model.ReasonExpired, Reported: day("2026-09-30")},
	}}
	var order []int64
	for _, i := range r.PendingInvalidations() {
		order = append(order, i.ID)
	}
	if !slices.Equal(order, []int64{3, 2, 6, 1}) {
		t.Errorf("in the order %v", order)
	}
}

func TestAPendingInvalidationGrowsOld(t *testing.T) {
	i := model.Invalidation{Reported: day("2026-10-24")}
	today := day("2026-11-01") // the clock went back meanwhile
	if i.Age(today) != 8 || i.Age(day("2026-10-01")) != 0 {
		t.Errorf("%d days old, and %d before it began", i.Age(today), i.Age(day("2026-10-01")))
	}
	p := model.DefaultProfile()
	if i.Overdue(p, today) {
		t.Error("overdue without a rule")
	}
	p.Invalidation.OverdueDays = 8
	if !i.Overdue(p, today) || i.Overdue(p, today.AddDays(-1)) {
		t.Error("not overdue from the profile's age on")
	}
	i.Done = today
	if i.Overdue(p, today) {
		t.Error("overdue although it is done")
	}
}

// SIO p=13113: the duplicate's date is not before the end of the old card.
func TestWhenACardEnded(t *testing.T) {
	today := model.DateOf(noon)
	lost := with(completed(), invalid(model.ReasonCardLost))
	lost.Invalidations[0].Reported = day("2026-11-10")
	for name, test := range map[string]struct {
		record model.Record
		want   string
	}{
		"valid":                      {completed(), ""},
		"invalidated":                {lost, "2026-11-10"},
		"expired":                    {with(completed(), until("2026-09-30")), "2026-09-30"},
		"expired, then invalidated":  {with(lost, until("2026-09-30")), "2026-09-30"},
		"invalidated, by no deed":    {with(completed(), cardGone), ""},
		"invalidated, the phone too": {with(lost, invalid(model.ReasonPhoneLost)), "2026-11-10"},
	} {
		if got := test.record.CardEnded(test.record.Cards[0], today); got.String() != test.want {
			t.Errorf("%s: ended %s, not %s", name, got, test.want)
		}
	}
}

func TestDaysBetween(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(-5000, 5000).Draw(t, "days")
		if got := day("2026-11-20").AddDays(n).DaysSince(day("2026-11-20")); got != n {
			t.Fatalf("%d days, not %d", got, n)
		}
	})
	if got := (model.Date{}).DaysSince(model.DateOf(time.Now())); got != 0 {
		t.Errorf("%d days from a day that is not known", got)
	}
}

func TestWhatWouldOnlyBeEnteredOnceMore(t *testing.T) {
	with := func(last model.Invalidation, codes ...model.Code) model.Record {
		last.ID, last.LastCode = 1, 5
		return model.Record{Cards: []model.Card{{ID: 3, State: model.CardValid}}, Invalidations: []model.Invalidation{last}, Codes: codes}
	}
	phone := model.Invalidation{Of: model.MobileCard, Card: 3, Reason: model.ReasonNewPhone}
	done, undone, other, lost := phone, phone, phone, phone
	done.Done, undone.Undone, other.Card, lost.Reason = day("2026-09-01"), true, 2, model.ReasonPhoneLost
	for name, c := range map[string]struct {
		r      model.Record
		reason model.InvalidationReason
		want   bool
	}{
		"first":              {model.Record{Cards: []model.Card{{ID: 3, State: model.CardValid}}}, model.ReasonNewPhone, false},
		"again":              {with(phone), model.ReasonDamaged, true},
		"a loss after all":   {with(phone), model.ReasonPhoneLost, false},
		"lost again":         {with(lost), model.ReasonPhoneLost, true},
		"resigned":           {with(phone), model.ReasonResigned, false},
		"the physical one":   {with(phone), model.ReasonCardLost, false},
		"done in SIO":        {with(done), model.ReasonDamaged, false},
		"taken back":         {with(undone), model.ReasonDamaged, false},
		"of an earlier card": {with(other), model.ReasonDamaged, false},
		"a code since":       {with(phone, model.Code{ID: 6, Kind: model.CodeSIO}), model.ReasonDamaged, false},
		"the former code":    {with(phone, model.Code{ID: 5, Kind: model.CodeSIO}), model.ReasonDamaged, true},
	} {
		if got := c.r.Repeats(c.reason); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
