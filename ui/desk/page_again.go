package desk

import (
	"context"
	"slices"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// onceMore is why something is given once more.
type onceMore int

const (
	onNewPhone onceMore = iota
	onParentApp
	asDuplicate
	asNewCode
	asBefore
)

// deviceReasons are why a mobile card goes to another phone.
var deviceReasons = []model.InvalidationReason{model.ReasonNewPhone, model.ReasonPhoneLost, model.ReasonDamaged, model.ReasonBroken}

// again asks what happened and goes to what it takes.
func (p *pageScreen) again(e *Entry) kit.Turn {
	t := text.AfterIn(p.app.Lang)
	options := []pickOption{
		{name: t.NewPhone, value: onNewPhone},
		{name: t.ParentAppNew, value: onParentApp},
		{name: t.Duplicate, value: asDuplicate},
		{name: t.NewCode, value: asNewCode},
	}
	if e.Verdict.MayPresent() {
		options[onParentApp].name = t.ParentApp
	}
	if e.Repeats(model.ReasonNewPhone) {
		options[onNewPhone].off = t.OffWaiting
	}
	if len(e.Cards) == 0 {
		options[asDuplicate].off = t.NoCard
	}
	if _, ok := lastUnwanted(e.Codes); !ok {
		options[asNewCode].off = t.NoCodeYet
	}
	if _, ok := lastSetAside(*e.Record); ok {
		options = append(options, pickOption{name: t.BackToUse, value: asBefore})
	}
	for i := range options {
		options[i].count = -1
	}
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
		case asBefore:
			return p.takeCodeBack(e)
		}
		return kit.Stay()
	})
}

// askCodeAnew sets the code aside that did not help.
func (p *pageScreen) askCodeAnew(e *Entry) kit.Turn {
	t := text.AfterIn(p.app.Lang)
	code, _ := lastUnwanted(e.Codes)
	return p.sure(p.app.words().Code[code.Kind], t.NewCodeAsk, func() kit.Turn {
		return p.deed(e, t.AskedAnew, func(ctx context.Context, db *store.DB) error {
			return db.AskCodeAnew(ctx, p.app.Actor, p.id, code.ID)
		})
	})
}

// takeCodeBack makes the code usable again that was set aside by mistake.
func (p *pageScreen) takeCodeBack(e *Entry) kit.Turn {
	t := text.AfterIn(p.app.Lang)
	code, _ := lastSetAside(*e.Record)
	return p.sure(p.app.words().Code[code.Kind], t.BackToUseAsk, func() kit.Turn {
		return p.deed(e, t.BackInUse, func(ctx context.Context, db *store.DB) error {
			return db.TakeCodeBack(ctx, p.app.Actor, p.id, code.ID)
		})
	})
}

// lastSetAside is the code that was set aside, if none came after it and it may
// still be of use.
func lastSetAside(r model.Record) (model.Code, bool) {
	if len(r.Codes) == 0 {
		return model.Code{}, false
	}
	last := r.Codes[len(r.Codes)-1]
	asBefore := last
	asBefore.SetAside = false
	return last, last.SetAside && !last.Forgotten && !r.Void(asBefore)
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
