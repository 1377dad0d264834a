package desk

import (
	"slices"
	"time"

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

// lastCell is the next step, or in a worklist the day that it is about.
func (s *listScreen) lastCell(e *Entry) string {
	if said := s.app.inList(s.filter.list, e); said != "" {
		return said
	}
	return s.app.nextStep(e)
}

// inList is what inWorklist says of an entry now.
func (a *App) inList(id model.WorklistID, e *Entry) string {
	return inWorklist(a.Lang, id, *e.Record, e.Verdict, a.profile(), a.Now())
}

// listSteps are the next steps of lists that ask for one thing, whatever else a
// student lacks.
var listSteps = map[model.WorklistID]model.Step{
	model.ListNoStatement: model.StepCollectSheet, model.ListNoPhoto: model.StepCollectPortrait, model.ListNoPESEL: model.StepAskPESEL,
}

// inWorklist says what a worklist is about: a day, "valid until 30.09.2026", or
// its own next step; "" where that is the verdict's.
func inWorklist(l text.Lang, id model.WorklistID, r model.Record, v model.Assessment, p model.Profile, now time.Time) string {
	word, dated := text.WorklistsIn(l).Day[id]
	if !dated {
		return text.In(l).Step[listSteps[id]]
	}
	day := ""
	switch id {
	case model.ListCodeExpiring, model.ListCodeExpired:
		if v.Code != nil {
			day = dayOrHour(v.Code.Expires(p).In(p.Zone()), now.In(p.Zone()))
		}
	case model.ListPhotoDeletion:
		day = r.PhotoDue(p).Polish()
	case model.ListRefusedPhoto:
		if r.Portrait != nil {
			day = r.Portrait.Decided.Polish()
		}
	case model.ListLeftWithCard:
		day = r.Left.Polish()
	case model.ListCardExpiring:
		card, _ := model.CurrentCard(r.Cards)
		day = card.ValidUntil.Polish()
	case model.ListComingOfAge:
		day = r.ComesOfAge().Polish()
	}
	if day == "" {
		return ""
	}
	return word + " " + day
}

// dayOrHour is the last day of what ends at a moment, or the hour if that is
// today's. What ends when a day begins is good through the day before.
func dayOrHour(end, now time.Time) string {
	if model.DateOf(end) == model.DateOf(now) {
		return end.Format("15:04")
	}
	return model.DateOf(end.Add(-1)).Polish()
}
