package model_test

import (
	"testing"

	"okienko/model"
)

// pomoc.sio.gov.pl p=13113: a card is invalidated for a change of the name of a
// student verified in PESEL, and when one without a PESEL is given one.
func TestWhatOutdatesACard(t *testing.T) {
	for name, test := range map[string]struct {
		r      func(*model.Record)
		change func(*model.Student)
		want   model.InvalidationReason
	}{
		"another surname":              {nil, func(s *model.Student) { s.Last = "Nowa" }, model.ReasonNameChanged},
		"another first name":           {nil, func(s *model.Student) { s.First = "Ola" }, model.ReasonNameChanged},
		"a spelling":                   {nil, func(s *model.Student) { s.Last = "ZAK" }, ""},
		"a second name":                {nil, func(s *model.Student) { s.Second = "Maria" }, ""},
		"another second name":          {func(r *model.Record) { r.Second = "Ewa" }, func(s *model.Student) { s.Second = "Maria" }, model.ReasonNameChanged},
		"another class":                {nil, func(s *model.Student) { s.Class.Grade++ }, ""},
		"without a card":               {func(r *model.Record) { r.Cards = nil }, func(s *model.Student) { s.Last = "Nowa" }, ""},
		"a card that is gone":          {func(r *model.Record) { r.Cards[0].State = model.CardInvalidated }, func(s *model.Student) { s.Last = "Nowa" }, ""},
		"a PESEL that the list lacked": {func(r *model.Record) { r.PESEL = "" }, func(s *model.Student) { s.PESEL = "16250599009" }, ""},
		"the first PESEL": {func(r *model.Record) { r.PESEL, r.Document = "", "paszport UA FL123456" },
			func(s *model.Student) { s.PESEL = "16250599009" }, model.ReasonPESELGiven},
		"the first PESEL of a card in SIO": {func(r *model.Record) { r.PESEL, r.Registered = "", day("2026-11-01") },
			func(s *model.Student) { s.PESEL = "16250599009" }, model.ReasonPESELGiven},
	} {
		r := completed()
		if test.r != nil {
			test.r(&r)
		}
		after := r.Student
		test.change(&after)
		if got := r.OutdatedBy(after); got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}

func TestWhoMayBeTheSamePerson(t *testing.T) {
	ewa := model.Student{Last: "Żak", First: "Ewa", Birth: day("2016-02-01")}
	for name, test := range map[string]struct {
		o    model.Student
		want bool
	}{
		"the same":             {ewa, true},
		"without diacritics":   {model.Student{Last: "ZAK", First: "ewa", Birth: ewa.Birth}, true},
		"no birth date":        {model.Student{Last: "Żak", First: "Ewa"}, true},
		"the PESEL is new":     {model.Student{Last: "Żak", First: "Ewa", PESEL: "16220199001"}, true},
		"born on another day":  {model.Student{Last: "Żak", First: "Ewa", Birth: day("2016-02-02")}, false},
		"a PESEL of other day": {model.Student{Last: "Żak", First: "Ewa", PESEL: "16250599009"}, false},
		"a twin":               {model.Student{Last: "Żak", First: "Ola", Birth: ewa.Birth}, false},
	} {
		if got := ewa.MayBe(test.o); got != test.want || test.o.MayBe(ewa) != test.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
