package model_test

import (
	"time"

	"pgregory.net/rapid"

	"okienko/model"
)

// What the properties are tried on: records with everything that may meet in
// one, likely or not.

// anyDay is a day around those of the tests, or none.
func anyDay() *rapid.Generator[model.Date] {
	return rapid.Custom(func(t *rapid.T) model.Date {
		if rapid.IntRange(0, 9).Draw(t, "none") == 0 {
			return model.Date{}
		}
		return day("2026-11-20").AddDays(rapid.IntRange(-60, 30).Draw(t, "days"))
	})
}

func anyStudent() *rapid.Generator[model.Student] {
	return rapid.Custom(func(t *rapid.T) model.Student {
		s := model.Student{ID: 1, First: "Jan", Last: "Lis",
			Class: model.Class{Grade: rapid.IntRange(0, 8).Draw(t, "grade"),
				Unit: rapid.SampledFrom([]string{"", "a", "LO", "T", "SPb"}).Draw(t, "unit")}}
		s.PESEL = rapid.SampledFrom([]model.PESEL{"", "16250599009", "08312299011"}).Draw(t, "pesel")
		if rapid.Bool().Draw(t, "birth known") {
			s.Birth = day("2026-11-20").AddDays(-rapid.IntRange(6*365, 20*365).Draw(t, "days old"))
		}
		if rapid.IntRange(0, 7).Draw(t, "left") == 0 {
			s.Left = anyDay().Draw(t, "left on")
		}
		return s
	})
}

func anyStatement() *rapid.Generator[model.Statement] {
	return rapid.Custom(func(t *rapid.T) model.Statement {
		return model.Statement{
			Kind:   rapid.SampledFrom(model.StatementKinds).Draw(t, "kind"),
			Signer: rapid.SampledFrom([]model.Signer{model.SignedByParent, model.SignedByGuardian, model.SignedByStudent}).Draw(t, "signer"),
			Signed: anyDay().Draw(t, "signed"),
			Undone: rapid.IntRange(0, 4).Draw(t, "undone") == 0,
		}
	})
}

func anyCard() *rapid.Generator[model.Card] {
	return rapid.Custom(func(t *rapid.T) model.Card {
		return model.Card{
			Issued:     anyDay().Draw(t, "issued"),
			ValidUntil: anyDay().Draw(t, "until"),
			State:      rapid.SampledFrom([]model.CardState{model.CardValid, model.CardValid, model.CardInvalidated}).Draw(t, "state"),
		}
	})
}

func anyCode() *rapid.Generator[model.Code] {
	return rapid.Custom(func(t *rapid.T) model.Code {
		moment := func(name string) time.Time {
			if rapid.IntRange(0, 2).Draw(t, name+" unknown") == 0 {
				return time.Time{}
			}
			return noon.Add(time.Duration(rapid.IntRange(-60*24*40, 60*24).Draw(t, name)) * time.Minute)
		}
		c := model.Code{Kind: rapid.SampledFrom(model.CodeKinds).Draw(t, "kind"), Generated: moment("generated"),
			Until: moment("until"), Spent: rapid.SampledFrom([]int{0, 0, 0, 1, 2}).Draw(t, "spent")}
		c.Added = noon.Add(-time.Duration(rapid.IntRange(0, 5000).Draw(t, "added")) * time.Minute)
		if rapid.IntRange(0, 2).Draw(t, "claimed") == 0 {
			c.Claim = model.Claim{Desk: rapid.SampledFrom([]string{"A", "B"}).Draw(t, "by"), Until: moment("claimed until")}
		}
		return c
	})
}

func anyRecord() *rapid.Generator[model.Record] {
	return rapid.Custom(func(t *rapid.T) model.Record {
		r := model.Record{
			Student:    anyStudent().Draw(t, "student"),
			Statements: rapid.SliceOfN(anyStatement(), 0, 3).Draw(t, "sheets"),
			Cards:      rapid.SliceOfN(anyCard(), 0, 2).Draw(t, "cards"),
			Codes:      rapid.SliceOfN(anyCode(), 0, 3).Draw(t, "codes"),
		}
		for i := range r.Statements {
			r.Statements[i].ID = int64(i + 1)
		}
		for i := range r.Cards {
			r.Cards[i].ID = int64(i + 1)
		}
		for i := range r.Codes {
			r.Codes[i].ID = int64(i + 1)
			for range r.Codes[i].Spent {
				r.Handovers = append(r.Handovers, model.Handover{ID: int64(len(r.Handovers) + 1), Code: r.Codes[i].ID, Kind: r.Codes[i].Kind,
					To: rapid.SampledFrom([]model.Recipient{model.ToStudent, model.ToParent}).Draw(t, "collected by"),
					At: noon.AddDate(0, 0, -rapid.IntRange(0, 40).Draw(t, "days since it was collected"))})
			}
		}
		if rapid.Bool().Draw(t, "portrait") {
			r.Portrait = &model.Portrait{State: rapid.SampledFrom(model.PortraitStates).Draw(t, "decision"), Decided: anyDay().Draw(t, "decided")}
		}
		for range rapid.IntRange(0, 2).Draw(t, "photos") {
			r.Photos = append(r.Photos, model.Photo{ID: int64(len(r.Photos) + 1), State: rapid.SampledFrom(model.PhotoStates).Draw(t, "photo"),
				Arrived: day("2026-11-20").AddDays(-rapid.IntRange(0, 40).Draw(t, "days since it came"))})
		}
		if rapid.Bool().Draw(t, "registered") {
			r.Registered = anyDay().Draw(t, "registered on")
		}
		for range rapid.IntRange(0, 2).Draw(t, "invalidations") {
			i := model.Invalidation{ID: int64(len(r.Invalidations) + 1),
				Reason:    rapid.SampledFrom(model.InvalidationReasons).Draw(t, "reason"),
				Reported:  anyDay().Draw(t, "reported"),
				Done:      anyDay().Draw(t, "done"),
				Undone:    rapid.IntRange(0, 3).Draw(t, "taken back") == 0,
				LastCode:  int64(rapid.IntRange(0, len(r.Codes)).Draw(t, "last code")),
				LastSheet: int64(rapid.IntRange(0, len(r.Statements)).Draw(t, "last sheet"))}
			i.Of = i.Reason.Of()
			r.Invalidations = append(r.Invalidations, i)
		}
		return r
	})
}

func anyProfile() *rapid.Generator[model.Profile] {
	return rapid.Custom(func(t *rapid.T) model.Profile {
		p := model.DefaultProfile()
		p.Policy = rapid.SampledFrom([]model.StatementPolicy{model.PolicyObjection, model.PolicyStatement,
			model.PolicyApplication}).Draw(t, "policy")
		p.ParentOnlyUpToGrade = rapid.IntRange(0, 8).Draw(t, "parent only up to")
		p.Codes[model.CodeSIO] = model.CodeRule{
			ValidFor: time.Duration(rapid.IntRange(0, 1000).Draw(t, "life")) * time.Hour,
			Uses:     rapid.IntRange(0, 3).Draw(t, "uses"),
		}
		return p
	})
}
