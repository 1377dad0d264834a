package model_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"okienko/model"
)

// "A wrong hand-over can be corrected, never erased."
func TestTheHandoversThatCount(t *testing.T) {
	given := model.Handover{ID: 1, To: model.ToStudent}
	toParent := model.Handover{ID: 2, To: model.ToParent, Corrects: 1}
	notAtAll := model.Handover{ID: 3, Corrects: 2, Void: true}
	again := model.Handover{ID: 4, To: model.ToStudent}
	for _, test := range []struct {
		name string
		all  []model.Handover
		want []int64
	}{
		{"none", nil, nil},
		{"one", []model.Handover{given}, []int64{1}},
		{"corrected", []model.Handover{given, toParent}, []int64{2}},
		{"corrected, then taken back", []model.Handover{given, toParent, notAtAll}, nil},
		{"then really handed over", []model.Handover{given, toParent, notAtAll, again}, []int64{4}},
		{"a second device", []model.Handover{given, again}, []int64{1, 4}},
	} {
		var got []int64
		for _, h := range model.EffectiveHandovers(test.all) {
			got = append(got, h.ID)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
}

// DESIGN §2 and DOMAIN §5: I–III parent only where the school says so, an
// adult student alone, everybody else either way.
func TestWhoMayCollect(t *testing.T) {
	anyone := model.Pickup{Student: true, Parent: true, Why: model.PickupAnyone}
	parent := model.Pickup{Parent: true, Why: model.PickupParentOnly}
	adult := model.Pickup{Student: true, Why: model.PickupAdult}
	for _, test := range []struct {
		class, birth string
		upTo         int
		want         model.Pickup
	}{
		{"3a", "2017-05-05", 3, parent},
		{"4a", "2016-05-05", 3, anyone},
		{"3a", "2017-05-05", 0, anyone},  // no such rule
		{"0a", "2020-05-05", 3, parent},  // zerówka
		{"0a", "2020-05-05", 0, anyone},  // no rule for the youngest either
		{"1LO", "2011-05-05", 3, anyone}, // the first of liceum is not the first of primary school
		{"1T", "2011-05-05", 3, anyone},
		{"2BS", "2010-05-05", 3, anyone},
		{"1SP", "2019-05-05", 3, parent},
		{"4LO", "2008-11-20", 3, adult}, // 18 on the day
		{"4LO", "2008-11-21", 3, anyone},
		{"2a", "2007-01-01", 3, adult}, // whatever the class
		{"", "", 3, anyone},
	} {
		class, err := model.ParseClass(test.class)
		if err != nil {
			t.Fatal(err)
		}
		s := model.Student{Class: class, Birth: day(test.birth)}
		got := model.WhoMayCollect(s, model.Profile{ParentOnlyUpToGrade: test.upTo}, day("2026-11-20"))
		if got != test.want {
			t.Errorf("class %q, born %s, rule up to %d: %+v", test.class, test.birth, test.upTo, got)
		}
	}
}

func TestSomebodyMayAlwaysCollect(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyStudent().Draw(t, "student")
		p := model.Profile{ParentOnlyUpToGrade: rapid.IntRange(0, 8).Draw(t, "up to")}
		on := anyDate().Draw(t, "day")
		got := model.WhoMayCollect(s, p, on)
		if !got.Student && !got.Parent {
			t.Fatalf("nobody: %+v", got)
		}
		if s.IsAdult(on) != (got.Why == model.PickupAdult) || s.IsAdult(on) && got.Parent {
			t.Fatalf("adult %v: %+v", s.IsAdult(on), got)
		}
		if got.Allows(model.ToStudent) != got.Student || got.Allows(model.ToParent) != got.Parent || got.Allows("") {
			t.Fatalf("allows: %+v", got)
		}
	})
}
