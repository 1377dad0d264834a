package model_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"okienko/model"
)

// Without a yearly extension only the end of a card counts.
func TestTheExtensionIsTheProfiles(t *testing.T) {
	p := needsOne
	p.Cards = model.CardRules{WarnDays: 14}
	for end, in := range map[string]bool{"2026-12-04": true, "2026-12-05": false, "2026-11-20": true} {
		r := with(completed(), until(end))
		if got := model.InWorklist(model.ListCardExpiring, r, model.Assess(r, p, here), p, model.DateOf(noon)); got != in {
			t.Errorf("valid until %s: in the list: %v", end, got)
		}
	}
	p.Cards.ExtendedTo = model.YearDay{Month: time.February, Day: 29}
	for today, want := range map[string]string{"2027-07-31": "2027-02-28", "2027-08-01": "2028-02-29"} {
		if got := p.NextExtension(day(today)); got != day(want) {
			t.Errorf("on %s cards are extended to %s", today, got)
		}
	}
}

// Day by day, in a school as DOMAIN §6 knows them ("Yearly extension to 30
// Sept") that warns 30 days before.
func TestACardIsWaitedForFromDayToDay(t *testing.T) {
	for _, c := range []struct {
		today, until string
		in           bool
	}{
		{"2026-07-31", "2026-09-30", false}, {"2026-08-01", "2026-09-30", true}, // the new year's stamps begin
		{"2026-09-30", "2026-09-30", true}, {"2026-10-01", "2026-09-30", true}, {"2026-10-01", "2027-09-30", false},
		{"2027-03-01", "2027-09-30", false}, {"2027-03-01", "2027-09-29", true},
		{"2027-03-01", "2027-03-31", true}, {"2027-07-31", "2027-09-30", false},
	} {
		r := with(completed(), until(c.until))
		v := model.Viewpoint{Now: day(c.today).EndIn(needsOne.Zone()).Add(-time.Second), Desk: "A"}
		if got := model.InWorklist(model.ListCardExpiring, r, model.Assess(r, needsOne, v), needsOne, day(c.today)); got != c.in {
			t.Errorf("on %s, valid until %s: in the list: %v", c.today, c.until, got)
		}
	}
}

// DOMAIN §4: "Pupil becoming 18 changes the signer." Whoever was born on 29
// February is 18 on 1 March, as everywhere in this program.
func TestTheMonthInWhichSomebodyIs18(t *testing.T) {
	for _, c := range []struct {
		today, born string
		in          bool
	}{
		{"2026-10-31", "2008-11-01", false}, {"2026-11-01", "2008-11-01", true}, {"2026-11-30", "2008-11-01", true}, {"2026-12-01", "2008-11-01", false},
		{"2026-02-28", "2008-02-29", false}, {"2026-03-01", "2008-02-29", true}, {"2026-03-31", "2008-02-29", true}, {"2026-04-01", "2008-02-29", false},
	} {
		r := with(completed(), born(c.born))
		if got := model.InWorklist(model.ListComingOfAge, r, model.Assessment{}, needsOne, day(c.today)); got != c.in {
			t.Errorf("on %s, born %s: in the list: %v", c.today, c.born, got)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := model.Student{Birth: anyDate().Draw(t, "birth")}
		if of := s.ComesOfAge(); !s.IsAdult(of) || s.IsAdult(of.AddDays(-1)) {
			t.Fatalf("born %s, of age on %s", s.Birth, of)
		}
	})
}

func TestASetSaysTheSameAsTheLists(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, p := anyRecord().Draw(t, "record"), anyProfile().Draw(t, "profile")
		a, today := model.Assess(r, p, here), model.DateOf(noon)
		set := model.Worklists(&r, &a, &p, today)
		for _, id := range model.WorklistIDs {
			if set.Has(id) != model.InWorklist(id, r, a, p, today) {
				t.Fatalf("%s differs", id)
			}
		}
		if set.Has("") || model.InWorklist("", r, a, p, today) {
			t.Fatal("in a list that is not there")
		}
	})
}
