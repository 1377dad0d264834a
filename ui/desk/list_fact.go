package desk

import (
	"slices"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// titled are the columns: in a worklist that is about a day, the last one is
// that day.
func (s *listScreen) titled() kit.Columns {
	if _, dated := text.WorklistsIn(s.app.Lang).Day[s.filter.list]; !dated {
		return s.cols
	}
	cols := slices.Clone(s.cols)
	cols[len(cols)-1].Title = s.t.Due
	return cols
}

// lastCell is the next step, or in a worklist what puts the student in it.
func (s *listScreen) lastCell(e *Entry) string {
	if word, dated := text.WorklistsIn(s.app.Lang).Day[s.filter.list]; dated {
		if when := s.app.dayInList(s.filter.list, e); when != "" {
			return word + " " + when
		}
	}
	return s.app.nextStep(e)
}

// dayInList is the day that a worklist is about; "" if it is about none.
func (a *App) dayInList(id model.WorklistID, e *Entry) string {
	card, _ := model.CurrentCard(e.Cards)
	switch id {
	case model.ListCodeExpiring, model.ListCodeExpired:
		if e.Verdict.Code == nil {
			return ""
		}
		end := e.Verdict.Code.Expires(a.profile())
		if model.DateOf(a.local(end)) == a.today() {
			return a.local(end).Format("15:04")
		}
		return model.DateOf(a.local(end.Add(-1))).Polish() // good until midnight is good through the day before
	case model.ListPhotoDeletion:
		return e.PhotoDue(a.profile()).Polish()
	case model.ListRefusedPhoto:
		return e.Portrait.Decided.Polish()
	case model.ListLeftWithCard:
		return e.Left.Polish()
	case model.ListCardExpiring:
		return card.ValidUntil.Polish()
	case model.ListComingOfAge:
		return e.ComesOfAge().Polish()
	}
	return ""
}
