package model_test

import (
	"slices"
	"time"

	"okienko/model"
)

// What the rows of the worklists' table change in a record.

func without(what string) func(*model.Record) {
	return func(r *model.Record) {
		switch what {
		case "sheet":
			r.Statements = nil
		case "photo":
			r.Portrait = nil
		case "pesel":
			r.PESEL = ""
		case "card":
			r.Cards = nil
		}
	}
}

func leaves(on string) func(*model.Record) {
	return func(r *model.Record) { r.Left = day(on) }
}

func document(r *model.Record) { r.Document = "paszport ZZ123456" }

func pesel(number model.PESEL) func(*model.Record) {
	return func(r *model.Record) { r.PESEL = number }
}

// born changes the birth date; with "" only the PESEL says it. Who has another
// one in the PESEL has none.
func born(on string) func(*model.Record) {
	return func(r *model.Record) {
		r.Birth = model.Date{}
		if on != "" {
			r.Birth, r.PESEL = day(on), ""
		}
	}
}

// signed is a sheet of the day before.
func signed(kind model.StatementKind, by model.Signer) func(*model.Record) {
	return func(r *model.Record) {
		s := sheet(int64(len(r.Statements)+20), kind, "2026-11-19")
		s.Signer = by
		r.Statements = append(slices.Clone(r.Statements), s)
	}
}

func signedOn(on string) func(*model.Record) {
	return func(r *model.Record) { r.Statements = []model.Statement{sheet(1, model.NonObjection, on)} }
}

func objectedOn(on string) func(*model.Record) {
	return func(r *model.Record) { r.Statements = append(r.Statements, sheet(9, model.Objection, on)) }
}

// undoneSheet takes the last one back as a mistake.
func undoneSheet(r *model.Record) {
	r.Statements = slices.Clone(r.Statements)
	r.Statements[len(r.Statements)-1].Undone = true
}

func portrait(state model.PortraitState) func(*model.Record) {
	return func(r *model.Record) { r.Portrait = &model.Portrait{State: state, Decided: day("2026-11-18")} }
}

func refusedPhoto(r *model.Record) { portrait(model.PortraitRefused)(r) }

func photoGone(r *model.Record) { r.Portrait = &model.Portrait{State: r.Portrait.State} }

func photoOf(decided string) func(*model.Record) {
	return func(r *model.Record) {
		r.Portrait = &model.Portrait{State: model.PortraitAccepted}
		if decided != "" {
			r.Portrait.Decided = day(decided)
		}
	}
}

func kept(state model.PhotoState, arrived string) func(*model.Record) {
	return func(r *model.Record) {
		r.Photos = append(r.Photos, model.Photo{ID: int64(len(r.Photos) + 1), Student: r.ID, State: state, Arrived: day(arrived)})
	}
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

func cardGone(r *model.Record) {
	r.Cards = slices.Clone(r.Cards)
	r.Cards[0].State = model.CardInvalidated
}

func duplicated(r *model.Record) {
	r.Cards = append(r.Cards, model.Card{ID: 9, Number: "13/2026", State: model.CardValid, DuplicateOf: "12/2023",
		Issued: model.DateOf(noon), ValidUntil: day("2027-09-30")})
}

func numbered(id int64, c model.Code) model.Code {
	c.ID = id
	return c
}

func legacy(age time.Duration) model.Code {
	return model.Code{ID: 1, Kind: model.CodeLegacy, Payload: "x", Generated: noon.Add(-age), Added: noon.Add(-age)}
}

func login(id int64) model.Code {
	return model.Code{ID: id, Kind: model.CodeCredentials, Login: "x", Added: noon.Add(-48 * time.Hour)}
}

// goodThrough is a code whose source names its last day.
func goodThrough(last string) model.Code {
	return model.Code{ID: 1, Kind: model.CodeSIO, Payload: "x", Added: noon, Until: day(last).EndIn(needsOne.Zone())}
}

func setAside(r *model.Record)  { r.Codes[0].SetAside = true }
func forgotten(r *model.Record) { r.Codes[0].Payload, r.Codes[0].Forgotten = "", true }
func toParent(r *model.Record)  { r.Handovers[0].To, r.Handovers[0].At = model.ToParent, noon }

// toStudent is one more hand-over, to the student alone.
func toStudent(after time.Duration) func(*model.Record) {
	return func(r *model.Record) {
		if r.Handovers[0].To == "" {
			r.Handovers = nil
		}
		r.Handovers = append(r.Handovers, model.Handover{ID: 7, Code: r.Codes[0].ID, Kind: r.Codes[0].Kind, To: model.ToStudent, At: noon.Add(after)})
	}
}

// correctedTo corrects the first hand-over.
func correctedTo(to model.Recipient, void bool) func(*model.Record) {
	return func(r *model.Record) {
		h := r.Handovers[0]
		h.ID, h.To, h.Void, h.Corrects = 8, to, void, r.Handovers[0].ID
		r.Handovers = append(r.Handovers, h)
	}
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
func takenBack(r *model.Record) { r.Invalidations[0].Undone = true }
