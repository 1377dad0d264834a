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

// tickInvalidation ticks what is to be done in SIO, the most urgent first, or
// takes the last tick back.
func (p *pageScreen) tickInvalidation(e *Entry) kit.Action {
	t := text.AfterIn(p.app.Lang)
	deed := func(i model.Invalidation, day model.Date, said string) kit.Turn {
		return p.deed(e, said, func(ctx context.Context, db *store.DB) error {
			return db.TickInvalidation(ctx, p.app.Actor, p.id, i.ID, day)
		})
	}
	a := kit.Action{ID: "tick", Keys: []string{"t"}, Name: t.Tick, Hint: t.TickHint, Off: t.OffNoPending, Do: func() kit.Turn { return kit.Stay() }}
	if pending := e.PendingInvalidations(); len(pending) > 0 {
		i := pending[0]
		a.Off, a.Do = "", func() kit.Turn {
			return p.sure(t.Tick, t.TickAsk(p.app.invalidationInWords(i)), func() kit.Turn { return deed(i, p.app.today(), t.Ticked) })
		}
		return a
	}
	if i, ok := e.LastInvalidation(); ok {
		a.Name, a.Hint, a.Danger, a.Off = t.Untick, t.UntickHint, true, ""
		a.Do = func() kit.Turn {
			return p.sure(t.Untick, t.UntickAsk(p.app.invalidationInWords(i)), func() kit.Turn { return deed(i, model.Date{}, t.Unticked) })
		}
	}
	return a
}

// undoInvalidation takes back the one entered last.
func (p *pageScreen) undoInvalidation(e *Entry) kit.Action {
	t := text.AfterIn(p.app.Lang)
	a := kit.Action{ID: "undo-invalidation", Keys: []string{"a"}, Name: t.Undo, Hint: t.UndoHint, Danger: true, Off: t.OffNothing,
		Do: func() kit.Turn { return kit.Stay() }}
	if i, ok := e.LastInvalidation(); ok {
		a.Off, a.Do = "", func() kit.Turn {
			return p.sure(t.Undo, t.UndoAsk(p.app.invalidationInWords(i)), func() kit.Turn {
				return p.deed(e, t.Undone, func(ctx context.Context, db *store.DB) error {
					return db.UndoInvalidation(ctx, p.app.Actor, p.id, i.ID)
				})
			})
		}
	}
	return a
}

// onceMore is why something is given once more.
type onceMore int

const (
	onNewPhone onceMore = iota
	onParentApp
	asDuplicate
	asNewCode
)

// deviceReasons are why a mobile card goes to another phone.
var deviceReasons = []model.InvalidationReason{model.ReasonPhoneLost, model.ReasonDamaged, model.ReasonBroken}

// again asks what happened and goes to what it takes.
func (p *pageScreen) again(e *Entry) kit.Turn {
	t := text.AfterIn(p.app.Lang)
	parent := t.ParentAppNew
	if e.Verdict.MayPresent() {
		parent = t.ParentApp
	}
	options := []pickOption{{t.NewPhone, -1, onNewPhone}, {parent, -1, onParentApp}, {t.Duplicate, -1, asDuplicate}, {t.NewCode, -1, asNewCode}}
	return kit.Ask(newPick(p.app, t.AgainTitle, 0, options), func(result any) kit.Turn {
		switch result {
		case onNewPhone:
			return p.app.invalidate(e, deviceReasons)
		case onParentApp:
			if e.Verdict.MayPresent() {
				return kit.Push(newQR(p.app, p.id))
			}
			return p.takeCode("", "")
		case asDuplicate:
			return kit.Push(newDuplicateForm(p.app, e))
		case asNewCode:
			return p.askCodeAnew(e)
		}
		return kit.Stay()
	})
}

// askCodeAnew sets the code aside that did not help.
func (p *pageScreen) askCodeAnew(e *Entry) kit.Turn {
	t := text.AfterIn(p.app.Lang)
	code, ok := lastUnwanted(e.Codes)
	if !ok {
		return kit.Stay().Say(kit.Warn(t.NoCodeYet))
	}
	return p.sure(p.app.words().Code[code.Kind], t.NewCodeAsk, func() kit.Turn {
		return p.deed(e, t.AskedAnew, func(ctx context.Context, db *store.DB) error {
			return db.AskCodeAnew(ctx, p.app.Actor, p.id, code.ID)
		})
	})
}

// lastUnwanted is the code that a person means who says that it does not work.
func lastUnwanted(all []model.Code) (model.Code, bool) {
	for _, c := range slices.Backward(all) {
		if !c.SetAside && c.Kind != model.CodeCredentials {
			return c, true
		}
	}
	return model.Code{}, false
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
