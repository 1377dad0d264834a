package model_test

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"okienko/model"
)

// plainly is a student as the names of the worklists speak of them, found out
// from what was recorded and from nothing that the lists themselves use:
// neither the verdict nor its blockers.
type plainly struct {
	model.Record
	day                                      model.Date
	here, objected, resigned, signed, inHand bool // signed: what the school waits for
	cardGood, inSIO, unsettled               bool
	photo                                    model.PortraitState // "todo" waits for a decision, "" is none
}

func seenPlainly(r model.Record, p model.Profile, v model.Viewpoint) plainly {
	f := plainly{Record: r, day: model.DateOf(v.Now.In(p.Zone())), inSIO: !r.Registered.IsZero()}
	f.here = r.Left.IsZero() || f.day.Compare(r.Left) < 0
	f.sheets(p)
	if card, ok := model.CurrentCard(r.Cards); ok {
		f.cardGood = card.State == model.CardValid && (card.ValidUntil.IsZero() || card.ValidUntil.Compare(f.day) >= 0)
	}
	if r.Portrait != nil {
		f.photo = r.Portrait.State
	}
	if f.photo != model.PortraitAccepted && slices.ContainsFunc(r.Photos, func(p model.Photo) bool { return p.State == model.PhotoToDo }) {
		f.photo = "todo"
	}
	var mobile, card int64 // codes up to these are of cards that are gone
	for _, i := range r.Invalidations {
		if !i.Undone && i.LastCode > mobile {
			mobile = i.LastCode
		}
		if !i.Undone && i.Of == model.PhysicalCard && i.LastCode > card {
			card = i.LastCode
		}
	}
	for _, h := range r.Handovers {
		f.inHand = f.inHand || h.Code > mobile || h.Kind == model.CodeCredentials && (h.Code > card || f.inSIO)
	}
	for _, c := range r.Codes {
		f.inSIO = f.inSIO || c.ID > card && c.Kind != model.CodeCredentials
		f.unsettled = f.unsettled || c.Claim.Unfinished(v)
	}
	return f
}

// sheets walks the sheets in the order of the days on them.
func (f *plainly) sheets(p model.Profile) {
	sheets := slices.DeleteFunc(slices.Clone(f.Statements), func(s model.Statement) bool { return s.Undone })
	slices.SortStableFunc(sheets, func(a, b model.Statement) int { return cmp.Or(a.Signed.Compare(b.Signed), cmp.Compare(a.ID, b.ID)) })
	enough := func(s model.Statement) bool {
		return s.Kind == model.Application || s.Kind == model.NonObjection && p.Policy != model.PolicyApplication
	}
	for _, s := range sheets {
		if s.Kind == model.Objection || s.SignedByRightPerson(f.Student) {
			f.objected, f.signed = s.Kind == model.Objection, enough(s)
		}
	}
	for _, i := range f.Invalidations {
		if !i.Undone { // the last one says it
			f.resigned = i.Reason.Ends() && !slices.ContainsFunc(sheets, func(s model.Statement) bool {
				return s.ID > i.LastSheet && s.Kind != model.Objection && s.SignedByRightPerson(f.Student)
			})
		}
	}
}

// stopped reports whether nothing is to be done for the student, or all is.
func (f plainly) stopped() bool { return !f.here || f.objected || f.resigned }

// theirs are the words of the worklists' names.
func (f plainly) theirs(id model.WorklistID, p model.Profile) bool {
	card, hasCard := model.CurrentCard(f.Cards)
	valid := hasCard && card.State == model.CardValid
	asks := p.Policy == model.PolicyStatement || p.Policy == model.PolicyApplication
	missing := asks && !f.signed || !f.cardGood
	switch id {
	case model.ListNoStatement:
		return !f.stopped() && asks && !f.signed
	case model.ListObjections:
		return f.here && (f.objected || f.resigned)
	case model.ListNoPhoto:
		return !f.stopped() && !f.inSIO && !f.inHand && f.photo == ""
	case model.ListRefusedPhoto:
		return !f.stopped() && !f.inSIO && !f.inHand && f.photo == model.PortraitRefused && !f.writtenTo()
	case model.ListNotInSIO:
		return !f.stopped() && !f.inSIO && !f.inHand && !f.unsettled && !missing && f.photo == model.PortraitAccepted && f.PESEL != ""
	case model.ListNoPESEL:
		return f.here && f.PESEL == ""
	case model.ListCardExpiring:
		end := card.ValidUntil
		return f.here && valid && !end.IsZero() && (end.Compare(f.day.AddDays(p.Cards.WarnDays)) <= 0 || end.Compare(day("2027-09-30")) < 0)
	case model.ListComingOfAge:
		birth := f.BirthDate()
		return f.here && birth.Year == 2008 && birth.Month == 11
	case model.ListLeftWithCard:
		return !f.here && f.cardGood
	case model.ListInvalidation:
		return slices.ContainsFunc(f.Invalidations, func(i model.Invalidation) bool { return !i.Undone && i.Done.IsZero() })
	}
	return false
}

func (f plainly) writtenTo() bool {
	states := map[model.PhotoState]bool{}
	for _, p := range f.Photos {
		states[p.State] = true
	}
	return states[model.PhotoTold] && !states[model.PhotoRefused]
}

// ofCodes are the words of those names that are about codes, for whoever has
// at most one and no card that went.
func (f plainly) ofCodes(id model.WorklistID, p model.Profile, v model.Viewpoint) bool {
	var c model.Code
	has := len(f.Codes) > 0
	if has {
		c = f.Codes[0]
	}
	dead := has && (c.SetAside || c.UsedUp(p))
	over := has && c.Expired(p, v.Now)
	waits := !f.stopped() && f.inSIO && !f.inHand && !f.unsettled // for a code
	switch id {
	case model.ListNoCode:
		return waits && (!has || dead)
	case model.ListCodeExpired:
		return waits && has && !dead && over
	case model.ListCodeExpiring:
		end := c.Expires(p)
		return waits && has && !dead && !over && !end.IsZero() && model.DateOf(end.Add(-1).In(p.Zone())).Compare(day("2026-11-27")) <= 0
	}
	return false
}

func TestWorklistsDoWhatTheirNamesSay(t *testing.T) {
	codes := []model.WorklistID{model.ListNoCode, model.ListCodeExpired, model.ListCodeExpiring}
	path := []model.WorklistID{model.ListNoPhoto, model.ListRefusedPhoto, model.ListNotInSIO}
	tables := []model.WorklistID{model.ListByParent, model.ListPhotoDeletion} // say it all
	rapid.Check(t, func(t *rapid.T) {
		r, p := anyRecord().Draw(t, "record"), anyProfile().Draw(t, "profile")
		a, f := model.Assess(r, p, here), seenPlainly(r, p, here)
		oneCode := len(r.Codes) <= 1
		for _, id := range model.WorklistIDs {
			got, want := model.InWorklist(id, r, a, p, f.day), f.theirs(id, p)
			switch {
			case slices.Contains(tables, id), slices.Contains(path, id) && !oneCode:
				continue
			case slices.Contains(codes, id) && (!oneCode || len(r.Invalidations) > 0):
				continue
			case slices.Contains(codes, id):
				want = f.ofCodes(id, p, here)
			}
			if got != want {
				t.Fatalf("%s: in the list: %v; stage %s, %v; %+v", id, got, a.Stage, a.Blockers, f)
			}
		}
	})
}
