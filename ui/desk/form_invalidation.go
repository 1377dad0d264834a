package desk

import (
	"context"
	"slices"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// pickedReason is the answer to why a card is invalidated.
type pickedReason model.InvalidationReason

// invalidate asks for the reason and goes to the form. Only some reasons are
// offered; nil: all.
func (a *App) invalidate(e *Entry, only []model.InvalidationReason) kit.Turn {
	t, words := text.AfterIn(a.Lang), a.words()
	if only == nil {
		only = model.InvalidationReasons
	}
	var options []pickOption
	for _, reason := range only {
		o := pickOption{name: joined(" – ", words.Reason[reason], words.Of[reason.Of()]), count: -1, value: pickedReason(reason)}
		switch {
		case reason.Of() == model.PhysicalCard && !hasValidCard(e):
			o.name, o.off = words.Reason[reason], t.OffNoCard
		case e.Repeats(reason):
			o.name, o.off = words.Reason[reason], t.OffWaiting
		}
		options = append(options, o)
	}
	return kit.Ask(newPick(a, t.PickReason+": "+e.Name(), 0, options), func(result any) kit.Turn {
		reason, ok := result.(pickedReason)
		switch {
		case !ok:
			return kit.Stay()
		case model.InvalidationReason(reason) == model.ReasonObjection && !objected(e):
			// The sheet comes first: without it nothing would stop the next code.
			return kit.Push(openStatementForm(a, e, model.Objection))
		}
		return kit.Push(newInvalidationForm(a, e, model.InvalidationReason(reason)))
	})
}

func objected(e *Entry) bool {
	sheet, ok := model.CurrentStatement(e.Statements)
	return ok && sheet.Kind == model.Objection
}

// exOfficio are the reasons that the school mostly finds itself.
var exOfficio = []model.InvalidationReason{model.ReasonLeft, model.ReasonExpired, model.ReasonForDuplicate, model.ReasonVerified}

func hasValidCard(e *Entry) bool {
	card, ok := model.CurrentCard(e.Cards)
	return ok && card.State == model.CardValid
}

// newInvalidationForm asks who reported it and when. The physical card takes
// the mobile one along, and the form says so above its fields.
func newInvalidationForm(a *App, e *Entry, reason model.InvalidationReason) kit.Screen {
	t, words, today, id := text.AfterIn(a.Lang), a.words(), a.today(), e.ID
	var options []kit.Option
	for _, r := range model.Reporters {
		options = append(options, kit.Option{ID: string(r), Name: words.Reporter[r]})
	}
	reporter := model.ReportedByParent
	switch {
	case slices.Contains(exOfficio, reason):
		reporter = model.ReportedBySchool
	case e.IsAdult(today):
		reporter = model.ReportedByStudent
	}
	who := choiceItem("who", t.WhoTold, string(reporter), options...)
	name := textItem("name", t.Name, t.NameHint, "", 80, nil)
	day := offeredItem("when", t.When, text.FormsIn(a.Lang).DateHint, today.Polish(), 20, func(v string) string {
		if fault := pastDay(text.FormsIn(a.Lang), v, today, true); fault != "" {
			return fault
		}
		card, _ := model.CurrentCard(e.Cards)
		if d, _ := readDate(v, today, towardsPast); d.Before(card.Issued) {
			return t.BeforeIssued + " " + card.Issued.Polish() + "."
		}
		return ""
	})
	note := textItem("note", t.Note, t.NoteHint, "", 200, nil)

	s := newForm(a, t.Title, who, name, day, note)
	s.intro = func() []string {
		lines := append(a.studentLine(id), t.Reason+": "+words.Reason[reason]+". "+t.Goes+": "+words.Of[reason.Of()]+".")
		if in := words.ReasonInSIO[reason]; in != "" {
			lines = append(lines, t.InSIO+": „"+in+"”.")
		}
		if reason.Of() == model.MobileCard && !e.MobileKnown() {
			lines = append(lines, t.UnknownMobile)
		}
		return lines
	}
	written := func() model.Invalidation {
		reported, _ := readDate(day.Field.Value(), today, towardsPast)
		return model.Invalidation{Student: id, Of: reason.Of(), Reason: reason, Reporter: model.Reporter(who.Choice.Chosen()),
			ReporterName: name.Field.Value(), Reported: reported, Note: note.Field.Value()}
	}
	before, _ := e.LastInvalidation()
	drop, dies := false, (e.Verdict.Stage == model.StageReady || e.Verdict.Stage == model.StageHeld) && e.MobileCode()
	s.save = func() kit.Turn {
		if drop {
			return s.dropped()
		}
		i, seen := written(), s.others.seen
		return s.deed(func(ctx context.Context) (any, error) { return a.DB.Invalidate(ctx, a.Actor, seen, i) })
	}
	s.saved = func(any) kit.Turn { return kit.Pop(kit.Good(t.Saved(e.Name(), dies))) }
	s.others = meets{id, e.Version, func(now *Entry) (m meeting) {
		// Two desks may have been told of the same phone.
		if last, ok := now.LastInvalidation(); ok && last.ID != before.ID {
			m.clashes = []clash{{t.Title, "", a.invalidationInWords(last), a.invalidationInWords(written()), func() { drop = true }}}
		}
		return m
	}, func(now *Entry) { before, _ = now.LastInvalidation() }}
	return s
}

// invalidationInWords is an invalidation on one line: what went, why, who
// reported it when.
func (a *App) invalidationInWords(i model.Invalidation) string {
	t, words := text.AfterIn(a.Lang), a.words()
	by := words.Reporter[i.Reporter]
	if i.ReporterName != "" {
		by = i.ReporterName + " (" + by + ")"
	}
	return joined(", ", i.Reported.Polish(), words.Of[i.Of], words.Reason[i.Reason], labelled(t.ReportedBy, by), i.Note)
}

// invalidationState is what became of it.
func (a *App) invalidationState(i model.Invalidation) string {
	t := text.AfterIn(a.Lang)
	switch {
	case i.Undone:
		return t.TakenBack
	case i.Reason == model.ReasonExtended:
		return t.NothingInSIO
	case i.Pending():
		return t.ToDo + " (" + text.WorklistsIn(a.Lang).Days(i.Age(a.today())) + ")"
	}
	return joined(" ", t.DoneOn, i.Done.Polish(), i.DoneBy)
}
