package model_test

import (
	"testing"
	"time"

	"okienko/model"
)

// nights are those in which the clocks of Warsaw change, at one in the morning
// in UTC.
var nights = []time.Time{
	time.Date(2026, 10, 25, 1, 0, 0, 0, time.UTC), // three o'clock becomes two
	time.Date(2027, 3, 28, 1, 0, 0, 0, time.UTC),  // two o'clock becomes three
}

func warsaw(t *testing.T) model.Profile {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Warsaw")
	if err != nil {
		t.Fatal(err)
	}
	p := model.DefaultProfile()
	p.Location = zone
	return p
}

// Lives and claims are stretches of time, whatever the clock on the wall says
// in between.
func TestLivesAndClaimsDoNotNoticeThatTheClockChanges(t *testing.T) {
	p := warsaw(t)
	for _, change := range nights {
		made := change.Add(-5 * time.Minute).In(p.Zone())
		code := model.Code{Kind: model.CodeZPE, Generated: made}
		claim := model.Claim{Desk: "A", Since: made, Until: made.Add(6 * time.Minute)}
		for _, test := range []struct {
			after         time.Duration
			expired, held bool
		}{{0, false, true}, {5*time.Minute + 30*time.Second, false, true}, {6 * time.Minute, false, false}, {10*time.Minute - 1, false, false}, {10 * time.Minute, true, false}} {
			now := made.Add(test.after).UTC()
			if got := code.Expired(p, now); got != test.expired {
				t.Errorf("%v after %v: expired %v", test.after, made, got)
			}
			v := model.Viewpoint{Now: now.In(p.Zone()), Desk: "B"}
			if claim.HeldAgainst(v) != test.held || claim.Unfinished(v) == test.held {
				t.Errorf("%v after %v: held %v, unfinished %v", test.after, made, claim.HeldAgainst(v), claim.Unfinished(v))
			}
		}
	}
}

// Days are those of the school's zone: a card is valid to the end of its last
// day, be that 23 or 25 hours long.
func TestADayOfAnotherLengthIsOneDay(t *testing.T) {
	p := warsaw(t)
	for _, change := range nights {
		day := model.DateOf(change.In(p.Zone()))
		r := with(completed(), registered, holding(model.Code{ID: 1, Kind: model.CodeCredentials, Login: "x"}), func(r *model.Record) { r.Cards[0].ValidUntil = day })
		end := day.EndIn(p.Zone())
		for _, test := range []struct {
			at   time.Time
			want bool
		}{{end.Add(-25 * time.Hour), true}, {change, true}, {end.Add(-time.Millisecond), true}, {end, false}} {
			if got := model.Assess(r, p, model.Viewpoint{Now: test.at}).MayPresent(); got != test.want {
				t.Errorf("%v: %v, want %v", test.at.In(p.Zone()), got, test.want)
			}
		}
	}
}
