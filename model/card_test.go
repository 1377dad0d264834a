package model_test

import (
	"testing"

	"pgregory.net/rapid"

	"okienko/model"
)

// DESIGN §2: "the physical card must exist and be valid on the day".
func TestACardIsValidThroughItsLastDay(t *testing.T) {
	for _, test := range []struct {
		card model.Card
		on   string
		want bool
	}{
		{model.Card{State: model.CardValid, ValidUntil: day("2026-09-30")}, "2026-09-30", true},
		{model.Card{State: model.CardValid, ValidUntil: day("2026-09-30")}, "2026-10-01", false},
		{model.Card{State: model.CardValid}, "2026-10-01", true}, // many rosters carry only the number
		{model.Card{State: model.CardInvalidated, ValidUntil: day("2027-09-30")}, "2026-10-01", false},
		{model.Card{}, "2026-10-01", false},
	} {
		if got := test.card.ValidOn(day(test.on)); got != test.want {
			t.Errorf("%+v on %s: %v", test.card, test.on, got)
		}
	}
}

// A duplicate stands in for the card it names, which is invalidated first
// (DOMAIN §6).
func TestTheCardThatCounts(t *testing.T) {
	old := model.Card{ID: 1, Number: "12/2024", Issued: day("2024-09-05"), State: model.CardInvalidated}
	duplicate := model.Card{ID: 2, Number: "40/2026", Issued: day("2026-03-02"), State: model.CardValid, DuplicateOf: "12/2024"}
	if got, ok := model.CurrentCard([]model.Card{duplicate, old}); !ok || got.ID != 2 {
		t.Errorf("card %d", got.ID)
	}
	// An old card that is still valid goes before a newer one that is not.
	old.State, duplicate.State = model.CardValid, model.CardInvalidated
	if got, _ := model.CurrentCard([]model.Card{old, duplicate}); got.ID != 1 {
		t.Errorf("card %d", got.ID)
	}
	if _, ok := model.CurrentCard(nil); ok {
		t.Error("a card out of nothing")
	}
	rapid.Check(t, func(t *rapid.T) {
		all := rapid.SliceOfN(anyCard(), 1, 5).Draw(t, "cards")
		for i := range all {
			all[i].ID = int64(i + 1)
		}
		a, _ := model.CurrentCard(all)
		b, _ := model.CurrentCard(rapid.Permutation(all).Draw(t, "shuffled"))
		if a.ID != b.ID {
			t.Fatalf("card %d or %d", a.ID, b.ID)
		}
		for _, c := range all {
			if c.State == model.CardValid && a.State != model.CardValid {
				t.Fatal("an invalidated card counts although there is a valid one")
			}
		}
	})
}

// DOMAIN §6: typical numbers; others warn and are not refused.
func TestUsualCardNumbers(t *testing.T) {
	for number, want := range map[string]bool{
		"123/2024": true, "1/1999": true, "0007/2026": true,
		"12345/2024": false, "123/24": false, "SP5/12/2024": false, "123/2124": false, " 123/2024": false, "": false,
	} {
		if got := model.UsualCardNumber(number); got != want {
			t.Errorf("%q: %v", number, got)
		}
	}
}
