package model_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"okienko/model"
)

// Each row names where its rule is written: a section of the domain's papers,
// a school's own instruction (seed) or the law.
var worklistRules = []struct {
	list   model.WorklistID
	source string
	record model.Record
	policy model.StatementPolicy // "": needsOne's
	in     bool
}{
	{model.ListNoStatement, "seed Tarnów 1: rodzice podpisują oświadczenie o niewyrażeniu sprzeciwu", with(completed(), without("sheet")), "", true},
	{model.ListNoStatement, "seed Chociszew 2: złożyć wniosek do dyrektora szkoły", completed(), model.PolicyApplication, true},
	{model.ListNoStatement, "art. 11 ust. 1d: issued unless the parents objected", with(completed(), without("sheet")), model.PolicyObjection, false},
	{model.ListNoStatement, "seed Tarnów 1: signed", completed(), "", false},
	{model.ListNoStatement, "art. 11 ust. 1d pkt 1: an adult student signs alone", with(completed(), adult), "", true},
	{model.ListNoStatement, "DOMAIN §1a: also a student who has the card", with(completed(), holding(zpe(0)), handed, without("sheet")), "", true},

	{model.ListObjections, "art. 11 ust. 1d pkt 2: the parents objected", with(completed(), objected), "", true},
	{model.ListObjections, "DOMAIN §4: rezygnacja na piśmie", with(completed(), holding(zpe(0)), handed, invalid(model.ReasonResigned)), "", true},
	{model.ListObjections, "DOMAIN §4: a non-objection", completed(), "", false},
	{model.ListObjections, "DOMAIN §6: who left gets nothing anyway", with(completed(), objected, gone), "", false},

	{model.ListNoPhoto, "all three seeds: wysłać zdjęcie legitymacyjne", with(completed(), without("photo")), "", true},
	{model.ListNoPhoto, "DESIGN §2: later evidence supersedes", with(completed(), without("photo"), registered), "", false},
	{model.ListRefusedPhoto, "DOMAIN §9: photo rejected", with(completed(), refusedPhoto), "", true},
	{model.ListRefusedPhoto, "DOMAIN §9: photo accepted", completed(), "", false},

	{model.ListRefusedPhoto, "DOMAIN §9: the family was written to", with(completed(), refusedPhoto, kept(model.PhotoTold, "2026-11-19")), "", false},
	{model.ListRefusedPhoto, "DOMAIN §9: and another photo of theirs was refused", with(completed(), refusedPhoto,
		kept(model.PhotoTold, "2026-11-10"), kept(model.PhotoRefused, "2026-11-19")), "", true},

	{model.ListNotInSIO, "seed Mazowszany: dane uczniów wprowadza szkoła do SIO", completed(), "", true},
	{model.ListNotInSIO, "seed Mazowszany: entered", with(completed(), registered), "", false},
	{model.ListNotInSIO, "DOMAIN §6: a duplicate is added to SIO like any card",
		with(completed(), registered, holding(zpe(0)), handed, invalid(model.ReasonCardLost), duplicated), "", true},
	{model.ListNoCode, "seed Mazowszany: dostęp do kodu QR dopiero po zatwierdzeniu danych", with(completed(), registered), "", true},
	{model.ListNoCode, "DOMAIN §1b: the code came", with(completed(), registered, holding(zpe(0))), "", false},
	{model.ListNoCode, "DOMAIN §9: new phone, new code", with(completed(), registered, holding(zpe(0)), handed, invalid(model.ReasonPhoneLost)), "", true},
	{model.ListNoCode, "DOMAIN §1a: an expired one is a list of its own", with(completed(), registered, holding(zpe(time.Hour))), "", false},

	{model.ListCodeExpiring, "DOMAIN §1a: valid for 30 days from generation", with(completed(), holding(legacy(24*24*time.Hour))), "", true},
	{model.ListCodeExpiring, "DOMAIN §1a: more than a week left", with(completed(), holding(legacy(20*24*time.Hour))), "", false},
	{model.ListCodeExpiring, "DOMAIN §1a: collected", with(completed(), holding(legacy(24*24*time.Hour)), handed), "", false},
	{model.ListCodeExpired, "DOMAIN §9: code expired: make a new one", with(completed(), holding(legacy(31*24*time.Hour))), "", true},
	{model.ListCodeExpired, "DOMAIN §1a: collected before", with(completed(), holding(legacy(31*24*time.Hour)), handed), "", false},

	{model.ListByParent, "art. 11 ust. 1d pkt 1, DOMAIN §5: adult pupil alone", with(completed(), adult, holding(zpe(0)), handed, toParent), "", true},
	{model.ListByParent, "DOMAIN §5: a parent collects for a minor", with(completed(), holding(zpe(0)), handed, toParent), "", false},
	{model.ListByParent, "DOMAIN §5: collected alone", with(completed(), adult, holding(zpe(0)), handed), "", false},

	{model.ListNoPESEL, "DOMAIN §9: mLegitymacja needs PESEL", with(completed(), without("pesel")), "", true},
	{model.ListNoPESEL, "DOMAIN §9: has one", completed(), "", false},

	{model.ListCardExpiring, "DOMAIN §6: yearly extension to 30 Sept", with(completed(), until("2026-09-30")), "", true},
	{model.ListCardExpiring, "DOMAIN §6: extended this autumn", with(completed(), until("2027-09-30")), "", false},
	{model.ListCardExpiring, "DESIGN §2: no known last day is taken as good", with(completed(), until("")), "", false},
	{model.ListCardExpiring, "DOMAIN §6: one that was invalidated is not extended", with(completed(), until("2026-09-30"), cardGone), "", false},

	{model.ListComingOfAge, "DOMAIN §4: becoming 18 changes the signer", with(completed(), born("2008-11-30")), "", true},
	{model.ListComingOfAge, "DOMAIN §4: on the first of the month", with(completed(), born("2008-11-01")), "", true},
	{model.ListComingOfAge, "DOMAIN §4: next month", with(completed(), born("2008-12-01")), "", false},
	{model.ListComingOfAge, "DOMAIN §4: 18 a year ago", with(completed(), born("2007-11-30")), "", false},

	{model.ListLeftWithCard, "DOMAIN §6, SIO: odejście ucznia ze szkoły", with(completed(), gone), "", true},
	{model.ListLeftWithCard, "DOMAIN §6: invalidated", with(completed(), gone, cardGone), "", false},
	{model.ListLeftWithCard, "DOMAIN §6: is here", completed(), "", false},

	{model.ListInvalidation, "DOMAIN §6, SIO: UNIEWAŻNIJ, powód z listy", with(completed(), invalid(model.ReasonPhoneLost)), "", true},
	{model.ListInvalidation, "DOMAIN §6, SIO: done", with(completed(), invalid(model.ReasonPhoneLost), doneInSIO), "", false},
	{model.ListInvalidation, "DOMAIN §6: also of who left", with(completed(), gone, invalid(model.ReasonLeft)), "", true},

	{model.ListPhotoDeletion, "seed Mazowszany: zdjęcie będzie przechowywane przez 30 dni", with(completed(), photoOf("2026-10-21")), "", true},
	{model.ListPhotoDeletion, "seed Mazowszany: kept here, arrived 30 days ago", with(completed(), kept(model.PhotoAccepted, "2026-10-21")), "", true},
	{model.ListPhotoDeletion, "seed Mazowszany: missed", with(completed(), kept(model.PhotoAccepted, "2026-10-01")), "", true},
	{model.ListPhotoDeletion, "seed Mazowszany: kept here for 29 days", with(completed(), kept(model.PhotoAccepted, "2026-10-22")), "", false},
	{model.ListPhotoDeletion, "seed Mazowszany: 29 days", with(completed(), photoOf("2026-10-22")), "", false},
}

func TestWorklistsFollowTheirSources(t *testing.T) {
	tried := map[model.WorklistID]map[bool]bool{}
	for _, rule := range worklistRules {
		p := needsOne
		p.Photo.RetentionDays = 30
		if rule.policy != "" {
			p.Policy = rule.policy
		}
		a := model.Assess(rule.record, p, here)
		if got := model.InWorklist(rule.list, rule.record, a, p, model.DateOf(noon)); got != rule.in {
			t.Errorf("%s (%s): in the list: %v, stage %s", rule.list, rule.source, got, a.Stage)
		}
		if tried[rule.list] == nil {
			tried[rule.list] = map[bool]bool{}
		}
		tried[rule.list][rule.in] = true
	}
	for _, id := range model.WorklistIDs {
		if !tried[id][true] || !tried[id][false] {
			t.Errorf("%s is not tried both ways", id)
		}
	}
}

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

// What the rows change in a record.

func without(what string) func(*model.Record) {
	return func(r *model.Record) {
		switch what {
		case "sheet":
			r.Statements = nil
		case "photo":
			r.Portrait = nil
		case "pesel":
			r.PESEL = ""
		}
	}
}

func gone(r *model.Record)         { r.Left = day("2026-11-01") }
func refusedPhoto(r *model.Record) { r.Portrait = &model.Portrait{State: model.PortraitRefused} }
func toParent(r *model.Record)     { r.Handovers[0].To, r.Handovers[0].At = model.ToParent, noon }
func adult(r *model.Record)        { r.PESEL, r.Birth = "", day("2008-01-01") }

func kept(state model.PhotoState, arrived string) func(*model.Record) {
	return func(r *model.Record) {
		r.Photos = append(r.Photos, model.Photo{ID: int64(len(r.Photos) + 1), Student: r.ID, State: state, Arrived: day(arrived)})
	}
}

func photoOf(decided string) func(*model.Record) {
	return func(r *model.Record) {
		r.Portrait = &model.Portrait{State: model.PortraitAccepted, Decided: day(decided)}
	}
}

func born(on string) func(*model.Record) {
	return func(r *model.Record) { r.Birth = day(on) }
}

func until(last string) func(*model.Record) {
	return func(r *model.Record) {
		r.Cards = slices.Clone(r.Cards)
		r.Cards[0].ValidUntil = model.Date{}
		if last != "" {
			r.Cards[0].ValidUntil = day(last)
		}
	}
}

func legacy(age time.Duration) model.Code {
	return model.Code{ID: 1, Kind: model.CodeLegacy, Payload: "x", Generated: noon.Add(-age), Added: noon.Add(-age)}
}

func cardGone(r *model.Record) {
	r.Cards = slices.Clone(r.Cards)
	r.Cards[0].State = model.CardInvalidated
}

// invalid invalidates as the desk does, today.
func invalid(reason model.InvalidationReason) func(*model.Record) {
	return func(r *model.Record) {
		i := model.Invalidation{ID: int64(len(r.Invalidations) + 1), Student: r.ID, Of: reason.Of(), Reason: reason,
			Reported: model.DateOf(noon), EnteredAt: noon, LastSheet: int64(len(r.Statements)), LastCode: int64(len(r.Codes))}
		if card, ok := model.CurrentCard(r.Cards); ok {
			i.Card = card.ID
		}
		if i.Of == model.PhysicalCard {
			r.Cards = slices.Clone(r.Cards)
			for c := range r.Cards {
				if r.Cards[c].ID == i.Card {
					r.Cards[c].State = model.CardInvalidated
				}
			}
			i.Registered, r.Registered = r.Registered, model.Date{}
		}
		r.Invalidations = append(r.Invalidations, i)
	}
}

func doneInSIO(r *model.Record) { r.Invalidations[0].Done = model.DateOf(noon) }

func duplicated(r *model.Record) {
	r.Cards = append(r.Cards, model.Card{ID: 9, Number: "13/2026", State: model.CardValid, DuplicateOf: "12/2023",
		Issued: model.DateOf(noon), ValidUntil: day("2027-09-30")})
}
