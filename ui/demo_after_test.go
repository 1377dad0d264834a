package ui

import (
	"slices"
	"testing"
	"time"

	"okienko/model"
)

// On whatever day the invented school is opened, its worklist of invalidations
// and the histories of its students show what they are for.
func TestTheDemoSchoolHasInvalidationsOnAnyDay(t *testing.T) {
	zone, err := time.LoadLocation(model.DefaultZone)
	if err != nil {
		t.Fatal(err)
	}
	for _, now := range []time.Time{
		time.Date(2026, 9, 1, 7, 30, 0, 0, zone), time.Date(2026, 11, 22, 8, 0, 0, 0, zone), // a Sunday
		time.Date(2027, 1, 4, 12, 0, 0, 0, zone), time.Date(2028, 6, 30, 18, 0, 0, 0, zone),
	} {
		c := command{now: func() time.Time { return now }}
		s, err := c.openDemo(t.Context())
		if err != nil {
			t.Fatal(now, err)
		}
		records, _, err := s.db.School(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var reasons, ages []string
		var urgent, ticked, undone, chains, asked int
		for _, r := range records {
			card, _ := model.CurrentCard(r.Cards)
			if card.State == model.CardInvalidated && len(r.Invalidations) == 0 {
				t.Errorf("%s: a card is invalid, and nobody knows why", now)
			}
			if card.DuplicateOf != "" {
				chains++
			}
			if !r.Waiting.IsZero() {
				asked++
			}
			for _, i := range r.Invalidations {
				switch {
				case i.Undone:
					undone++
				case i.Pending():
					reasons, ages = append(reasons, string(i.Reason)), append(ages, i.Reported.String())
					if i.Reason.Urgent() {
						urgent++
					}
				default:
					ticked++
				}
			}
		}
		slices.Sort(reasons)
		slices.Sort(ages)
		if r, a := len(slices.Compact(reasons)), len(slices.Compact(ages)); r < 4 || a < 3 || urgent < 2 || ticked < 5 || undone != 1 || chains != 1 || asked != 2 {
			t.Errorf("%s: %d reasons, %d ages, %d urgent, %d ticked, %d undone, %d duplicates, %d wait for a code",
				now, r, a, urgent, ticked, undone, chains, asked)
		}
		if _, err := s.db.VerifyRegister(t.Context()); err != nil {
			t.Error(now, err)
		}
		if err := s.close(); err != nil {
			t.Error(err)
		}
	}
}
