package desk

import (
	"context"
	"slices"
	"unicode"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// Actions of the page are letters, since nothing is typed here. None of them
// writes anything by itself: each asks, or opens a form. Letters that are no
// action's begin a search.
func (p *pageScreen) Actions() []kit.Action {
	back := kit.Action{ID: "back", Keys: []string{"esc"}, Name: text.KitIn(p.app.Lang).Back, Hint: p.t.BackHint, Footer: 9,
		Do: func() kit.Turn { return kit.Pop(nil) }}
	e := p.entry()
	if e == nil {
		return []kit.Action{back}
	}
	asSeen := *e // the list goes on changing its entries under a question
	e = &asSeen
	push := func(key string, s func(*App, *Entry) kit.Screen) func() kit.Turn {
		return func() kit.Turn { return p.open(key, s(p.app, e)) }
	}
	actions := []kit.Action{
		p.nextAction(e),
		{ID: "statement", Keys: []string{"o"}, Name: p.t.EnterStatement, Hint: p.t.EnterStatementHint, Footer: 2, Do: push("o", newStatementForm)},
		{ID: "card", Keys: []string{"l"}, Name: p.t.EnterCard, Hint: p.t.EnterCardHint, Footer: 3, Do: push("l", newCardForm)},
		{ID: "code", Keys: []string{"k"}, Name: p.t.TakeCode, Hint: p.t.TakeCodeHint, Off: p.codeOff(e), Footer: 4,
			Do: func() kit.Turn { return p.takeCode("k", "") }},
		{ID: "photo", Keys: []string{"z"}, Name: p.t.JudgePhoto, Hint: p.t.JudgePhotoHint, Footer: 5, Do: func() kit.Turn { return p.photoDecision(e) }},
		{ID: "photos", Keys: []string{"f"}, Name: text.GalleryIn(p.app.Lang).OfStudent, Hint: text.GalleryIn(p.app.Lang).OfStudentHint,
			Do: func() kit.Turn { return kit.Push(newGalleryOf(p.app, e)) }},
		p.sioAction(e),
		{ID: "edit", Keys: []string{"d"}, Name: p.t.Edit, Hint: p.t.EditHint, Footer: 7, Do: push("d", newStudentForm)},
		{ID: "history", Keys: []string{"h"}, Name: p.t.History, Hint: p.t.HistoryHint, Footer: 8,
			Do: func() kit.Turn { return kit.Push(newHistory(p.app, p.id)) }},
		{ID: "show", Keys: []string{"p"}, Name: p.t.Show, Hint: p.t.ShowHint, Off: p.showOff(e),
			Do: func() kit.Turn {
				return p.sure(p.t.Show, p.t.ShowAsk(e.Name()), func() kit.Turn { return kit.Push(newQR(p.app, p.id)) })
			}},
		{ID: "correct", Keys: []string{"w"}, Name: p.t.Correct, Hint: p.t.CorrectHint, Off: p.correctOff(e), Danger: true, Do: push("w", newCorrection)},
		p.undoAction(e),
		p.leaveAction(e),
		p.forgetAction(e),
	}
	actions = append(append(actions, p.afterActions(e)...), back)
	if p.busy {
		for i := range actions {
			actions[i].Off = p.t.Saving
		}
	}
	return actions
}

// searchFor takes a screen back to the list, with the beginning of a search.
type searchFor string

// typedSearch is the letter with which somebody begins to type a name here.
func typedSearch(k tea.KeyMsg) (searchFor, bool) {
	if k.Type != tea.KeyRunes || k.Alt || len(k.Runes) != 1 {
		return "", false
	}
	r := k.Runes[0]
	return searchFor(r), unicode.IsLetter(r) || unicode.IsDigit(r)
}

// open goes to a screen; key is the letter that did it, "" for Enter.
func (p *pageScreen) open(key string, s kit.Screen) kit.Turn {
	if f, ok := s.(interface{ openedBy(key string) }); ok {
		f.openedBy(key)
	}
	return kit.Push(s)
}

// photoDecision is about the pictures that wait, where there are any: a word on
// the photo alone would leave them waiting, and what is written for SIO without.
func (p *pageScreen) photoDecision(e *Entry) kit.Turn {
	if e.Verdict.Has(model.BlockUnjudged) {
		return kit.Push(newGalleryOf(p.app, e))
	}
	return p.open("z", newPhotoForm(p.app, e))
}

// nextAction is what Enter does: the verdict's next step, by its name.
func (p *pageScreen) nextAction(e *Entry) kit.Action {
	push := func(s kit.Screen) kit.Turn { return p.open("", s) }
	a := kit.Action{ID: "next", Keys: []string{"enter"}, Name: p.app.words().Step[e.Verdict.Next], Hint: p.t.NextHint, Footer: 1}
	if c := e.Verdict.Unfinished; c != nil { // also of a student who gets nothing more
		a.Name = p.app.words().Step[model.StepSettle]
		a.Do = func() kit.Turn { return push(newSettle(p.app, p.id, *c)) }
		return a
	}
	if name, do := p.listStep(e); do != nil {
		a.Name, a.Do = name, do
		return a
	}
	switch e.Verdict.Next {
	case model.StepHandOver:
		a.Do = func() kit.Turn { return push(newQR(p.app, p.id)) }
	case model.StepCollectSheet:
		a.Do = func() kit.Turn { return push(newStatementForm(p.app, e)) }
	case model.StepEnterCard, model.StepExtendCard:
		a.Do = func() kit.Turn { return push(newCardForm(p.app, e)) }
	case model.StepCollectPortrait:
		a.Do = func() kit.Turn { return push(newPhotoForm(p.app, e)) }
	case model.StepJudgePortrait:
		a.Do = func() kit.Turn { return push(newGalleryOf(p.app, e)) }
	case model.StepAskPESEL:
		a.Do = func() kit.Turn { return push(newStudentForm(p.app, e)) }
	case model.StepTakeCode:
		a.Do = func() kit.Turn { return p.takeCode("", "") }
	case model.StepRegister:
		// Enter asks first: it may have been meant for the screen before.
		a.Do = func() kit.Turn {
			return kit.Confirm(p.app.ask(p.t.Tick, "enter", p.t.TickAsk), func() kit.Turn { return p.tick(e, p.app.today()) })
		}
	case model.StepNothing:
		if e.lists.Has(model.ListLeftWithCard) {
			a.Name = text.AfterIn(p.app.Lang).Invalidate
			a.Do = func() kit.Turn { return push(newInvalidationForm(p.app, e, model.ReasonLeft)) }
			return a
		}
		fallthrough
	default:
		a.Off, a.Do = p.nothingNext(e), func() kit.Turn { return kit.Stay() }
		a.Name = p.t.Next
	}
	return a
}

// nothingNext is why Enter has nothing to do.
func (p *pageScreen) nothingNext(e *Entry) string {
	switch {
	case e.Verdict.Has(model.BlockResigned):
		return text.AfterIn(p.app.Lang).OffResigned
	case e.Verdict.Stage == model.StageStopped:
		return p.t.OffObjection
	case e.Verdict.Stage == model.StageLeft:
		return p.t.OffLeft
	case e.Verdict.Next == model.StepWaitDesk:
		return p.waitFor(e)
	}
	return p.t.NothingToDo
}

// codeOff is why no code may be taken in.
func (p *pageScreen) codeOff(e *Entry) string {
	switch {
	case e.Verdict.Has(model.BlockResigned):
		return text.AfterIn(p.app.Lang).OffResigned
	case e.Verdict.Stage == model.StageStopped:
		return p.t.OffObjection
	case e.Verdict.Stage == model.StageLeft:
		return p.t.OffLeft
	}
	return ""
}

// showOff is why the code may not be shown.
func (p *pageScreen) showOff(e *Entry) string {
	switch {
	case e.Verdict.MayPresent():
		return ""
	case p.codeOff(e) != "":
		return p.codeOff(e)
	case e.Verdict.Stage == model.StageHandedOver:
		return p.t.OffUsedUp
	case len(e.Verdict.Blockers) > 0:
		return p.t.OffNotReady(p.app.words().Blocker[e.Verdict.Blockers[0].ID])
	}
	return p.t.OffNotReady(p.app.words().Stage[e.Verdict.Stage])
}

func (p *pageScreen) correctOff(e *Entry) string {
	if len(model.EffectiveHandovers(e.Handovers)) == 0 {
		return p.t.OffNoHandover
	}
	return ""
}

// sioAction ticks and unticks the registration in SIO.
func (p *pageScreen) sioAction(e *Entry) kit.Action {
	if !e.Registered.IsZero() {
		return kit.Action{ID: "sio", Keys: []string{"s"}, Name: p.t.Untick, Hint: p.t.UntickHint, Danger: true, Footer: 6,
			Do: func() kit.Turn {
				return p.sure(p.t.Untick, p.t.UntickAsk, func() kit.Turn { return p.tick(e, model.Date{}) })
			}}
	}
	return kit.Action{ID: "sio", Keys: []string{"s"}, Name: p.t.Tick, Hint: p.t.TickHint, Off: p.codeOff(e), Footer: 6,
		Do: func() kit.Turn {
			return p.sure(p.t.Tick, p.t.TickAsk, func() kit.Turn { return p.tick(e, p.app.today()) })
		}}
}

// sure asks before a letter of the page does a deed. No letter says yes, only
// Enter on it: whoever types a name here ("Stępień") must do nothing.
func (p *pageScreen) sure(heading, question string, do func() kit.Turn) kit.Turn {
	d := p.app.ask(heading, "", question)
	d.YesKey = ""
	return kit.Confirm(d, do)
}

func (p *pageScreen) tick(e *Entry, day model.Date) kit.Turn {
	said := p.t.Ticked
	if day.IsZero() {
		said = p.t.Unticked
	}
	return p.deed(e, said, func(ctx context.Context, db *store.DB) error {
		return db.RegisterInSIO(ctx, p.app.Actor, []model.StudentID{p.id}, day)
	})
}

// undoAction takes back the statement entered last.
func (p *pageScreen) undoAction(e *Entry) kit.Action {
	a := kit.Action{ID: "undo", Keys: []string{"c"}, Name: p.t.Undo, Hint: p.t.UndoHint, Danger: true, Off: p.t.OffNoStatement,
		Do: func() kit.Turn { return kit.Stay() }}
	sheet, ok := lastEntered(e.Statements)
	if !ok {
		return a
	}
	a.Off = ""
	a.Do = func() kit.Turn {
		return p.sure(p.t.Undo, p.t.UndoAsk(p.app.sheetInWords(sheet)), func() kit.Turn {
			return p.deed(e, p.t.Undone, func(ctx context.Context, db *store.DB) error {
				return db.UndoStatement(ctx, p.app.Actor, p.id, sheet.ID)
			})
		})
	}
	return a
}

// lastEntered is the sheet that a person who just made a mistake means.
func lastEntered(all []model.Statement) (model.Statement, bool) {
	for _, s := range slices.Backward(all) {
		if !s.Undone {
			return s, true
		}
	}
	return model.Statement{}, false
}

// leaveAction notes that the student left, or came back.
func (p *pageScreen) leaveAction(e *Entry) kit.Action {
	if e.Left.IsZero() {
		return kit.Action{ID: "left", Keys: []string{"x"}, Name: p.t.Leave, Hint: p.t.LeaveHint, Danger: true, Do: func() kit.Turn {
			return p.sure(p.t.Leave, p.t.LeaveAsk(e.Name()), func() kit.Turn {
				return p.deed(e, p.t.Left, func(ctx context.Context, db *store.DB) error {
					return db.MarkLeft(ctx, p.app.Actor, []model.StudentID{p.id}, p.app.today())
				})
			})
		}}
	}
	after, seen := e.Student, e.Version
	after.Left = model.Date{}
	return kit.Action{ID: "left", Keys: []string{"x"}, Name: p.t.Return, Hint: p.t.ReturnHint, Danger: true, Do: func() kit.Turn {
		return p.sure(p.t.Return, p.t.ReturnAsk, func() kit.Turn {
			return p.deed(e, p.t.Returned, func(ctx context.Context, db *store.DB) error {
				return db.ChangeStudent(ctx, p.app.Actor, seen, after)
			})
		})
	}}
}
