package desk

import (
	"context"
	"slices"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// afterActions are what comes after a hand-over, or instead of it.
func (p *pageScreen) afterActions(e *Entry) []kit.Action {
	t := text.AfterIn(p.app.Lang)
	return []kit.Action{
		{ID: "invalidate", Keys: []string{"u"}, Name: t.Invalidate, Hint: t.InvalidateHint, Danger: true,
			Do: func() kit.Turn { return p.app.invalidate(e, nil) }},
		{ID: "again", Keys: []string{"n"}, Name: t.Again, Hint: t.AgainHint, Off: p.codeOff(e), Do: func() kit.Turn { return p.again(e) }},
		p.tickInvalidation(e),
		p.undoInvalidation(e),
	}
}

// standing are the invalidations that were not undone, the newest first; those
// still to be done in SIO before the others, the most urgent on top.
func standing(e *Entry) []model.Invalidation {
	all := e.PendingInvalidations()
	for _, i := range slices.Backward(e.Invalidations) {
		if !i.Undone && !i.Pending() {
			all = append(all, i)
		}
	}
	return all
}

// choose does something with one of several invalidations: with the only one
// at once, else with the one that is picked.
func (p *pageScreen) choose(title string, all []model.Invalidation, do func(model.Invalidation) kit.Turn) kit.Turn {
	if len(all) == 1 {
		return do(all[0])
	}
	var options []pickOption
	for _, i := range all {
		name := joined(" – ", joined(", ", p.app.words().Reason[i.Reason], i.Reported.Polish()), p.app.invalidationState(i))
		options = append(options, pickOption{name: name, count: -1, value: i})
	}
	return kit.Ask(newPick(p.app, title, 0, options), func(result any) kit.Turn {
		if i, ok := result.(model.Invalidation); ok {
			return do(i)
		}
		return kit.Stay()
	})
}

// tickInvalidation ticks what is to be done in SIO, or takes a tick back.
func (p *pageScreen) tickInvalidation(e *Entry) kit.Action {
	t := text.AfterIn(p.app.Lang)
	all := slices.DeleteFunc(standing(e), func(i model.Invalidation) bool { return i.Reason == model.ReasonExtended })
	a := kit.Action{ID: "tick", Keys: []string{"t"}, Name: t.Tick, Hint: t.TickHint, Do: func() kit.Turn {
		return p.choose(t.PickTick, all, func(i model.Invalidation) kit.Turn { return p.tickOrNot(e, i) })
	}}
	switch {
	case len(all) == 0:
		a.Off = t.OffNoPending
	case !all[0].Pending():
		a.Name, a.Hint, a.Danger = t.Untick, t.UntickHint, true
	}
	return a
}

func (p *pageScreen) tickOrNot(e *Entry, i model.Invalidation) kit.Turn {
	t := text.AfterIn(p.app.Lang)
	heading, question, said, day := t.Tick, t.TickAsk, t.Ticked, p.app.today()
	if !i.Pending() {
		heading, question, said, day = t.Untick, t.UntickAsk, t.Unticked, model.Date{}
	}
	return p.sure(heading, question(p.app.invalidationInWords(i)), func() kit.Turn {
		return p.deed(e, said, func(ctx context.Context, db *store.DB) error {
			return db.TickInvalidation(ctx, p.app.Actor, p.id, i.ID, day)
		})
	})
}

// undoInvalidation takes one back that was a mistake.
func (p *pageScreen) undoInvalidation(e *Entry) kit.Action {
	t := text.AfterIn(p.app.Lang)
	all := standing(e)
	a := kit.Action{ID: "undo-invalidation", Keys: []string{"a"}, Name: t.Undo, Hint: t.UndoHint, Danger: true, Do: func() kit.Turn {
		return p.choose(t.PickUndo, all, func(i model.Invalidation) kit.Turn {
			what := p.app.invalidationInWords(i)
			if after, ok := e.Replacement(i); ok && after.ID != 0 && i.Of == model.PhysicalCard {
				what = joined(". ", what, t.Returns+": "+after.Number)
			}
			return p.sure(t.Undo, t.UndoAsk(what), func() kit.Turn {
				return p.deed(e, t.Undone, func(ctx context.Context, db *store.DB) error {
					return db.UndoInvalidation(ctx, p.app.Actor, p.id, i.ID)
				})
			})
		})
	}}
	if len(all) == 0 {
		a.Off = t.OffNothing
	}
	return a
}

// invalidations are all of them, the newest first, with what became of each.
func (p *pageScreen) invalidations(e *Entry) (lines []string) {
	for _, i := range slices.Backward(e.Invalidations) {
		lines = append(lines, p.app.invalidationInWords(i)+" – "+p.app.invalidationState(i))
	}
	return lines
}

// cards are the chain: the one that counts, then those before it.
func (p *pageScreen) cards(e *Entry) (lines []string) {
	current, ok := model.CurrentCard(e.Cards)
	if !ok {
		return nil
	}
	lines = []string{p.app.cardInWords(current)}
	for _, c := range slices.Backward(e.Cards) {
		if c.ID != current.ID {
			lines = append(lines, text.AfterIn(p.app.Lang).EarlierCard+": "+p.app.cardInWords(c))
		}
	}
	return lines
}

// blocker is what stands in the way, in words.
func (p *pageScreen) blocker(e *Entry, b model.Blocker) string {
	if b.ID == model.BlockCodeVoid && e.Verdict.Code != nil {
		return p.life(e, *e.Verdict.Code)
	}
	return p.app.words().Blocker[b.ID]
}

// remedy is what removes it. What SIO wants first comes first: it makes no new
// card and no new code while the old one stands.
func (p *pageScreen) remedy(e *Entry, b model.Blocker) string {
	t, remedy := text.AfterIn(p.app.Lang), p.app.words().Remedy[b.ID]
	card, _ := model.CurrentCard(e.Cards)
	switch b.ID {
	case model.BlockOtherDesk:
		return p.waitFor(e)
	case model.BlockUnfinished:
		return p.brokenOff(e)
	case model.BlockCardInvalid:
		if replacement(e, card) == duplicateCard {
			remedy = t.NewDuplicate
		}
	case model.BlockCodeVoid:
		if e.Verdict.Code != nil && e.Verdict.Code.SetAside {
			return t.SetAsideThen
		}
	case model.BlockNotInSIO:
		if card.DuplicateOf != "" {
			remedy = t.IsDuplicate
		}
	default:
		return remedy
	}
	if pending := e.PendingInvalidations(); len(pending) > 0 {
		return t.FirstInSIO(p.app.words().ReasonInSIO[pending[0].Reason]) + " " + remedy
	}
	return remedy
}
