package desk

import (
	"slices"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// Actions of the list. Letters belong to the search, so these are keys that
// are no letters; each is in the menu (Tab) as well.
func (s *listScreen) Actions() []kit.Action {
	nobody, after := "", text.AfterIn(s.app.Lang)
	if s.selected() == nil {
		nobody = s.t.NobodyHere
	}
	lists, noTicks := text.WorklistsIn(s.app.Lang), ""
	switch {
	case s.filter.list == "":
		noTicks = lists.ListFirst
	case lists.Tick[s.filter.list] == "":
		noTicks = lists.NoTicks
	}
	onStudent := func(do func(*Entry) kit.Turn) func() kit.Turn {
		return func() kit.Turn { return do(s.selected()) }
	}
	return []kit.Action{
		{ID: "go-on", Keys: []string{"enter"}, Name: s.t.HandOver, Hint: s.t.HandOverHint, Off: nobody, Footer: 1,
			Do: onStudent(s.next)},
		{ID: "open", Keys: []string{"f2"}, Name: s.t.Open, Hint: s.t.OpenHint, Off: nobody, Footer: 2,
			Do: onStudent(s.open)},
		{ID: "class", Keys: []string{"f3"}, Name: s.t.PickClass, Hint: s.t.ClassHint, Footer: 3, Do: s.pickClass},
		{ID: "stage", Keys: []string{"f4"}, Name: s.t.PickStage, Hint: s.t.StageHint, Footer: 4, Do: s.pickStage},
		{ID: "sheets", Keys: []string{"f5"}, Name: s.t.Sheets, Hint: s.t.SheetsHint,
			Do: func() kit.Turn { return s.ofClass(s.t.SheetsOf, s.classOptions, newSheets) }},
		{ID: "import", Keys: []string{"f6"}, Name: s.t.Import, Hint: s.t.ImportHint, Footer: 5,
			Do: func() kit.Turn { return kit.Push(newImport(s.app)) }},
		{ID: "extend", Keys: []string{"f7"}, Name: s.t.Extend, Hint: s.t.ExtendHint,
			Do: func() kit.Turn { return s.ofClass(s.t.ExtensionOf, s.classOptions, newExtension) }},
		{ID: "invalidate", Keys: []string{"ctrl+n"}, Name: after.Invalidate, Hint: after.InvalidateHint, Off: nobody, Danger: true,
			Do: onStudent(s.invalidate)},
		{ID: "add", Keys: []string{"f8"}, Name: s.t.Add, Hint: s.t.AddHint,
			Do: func() kit.Turn { return kit.Push(newStudentForm(s.app, nil)) }},
		{ID: "register", Keys: []string{"f9"}, Name: s.t.Register, Hint: s.t.RegisterHint,
			Do: func() kit.Turn { return kit.Push(newHistory(s.app, 0)) }},
		{ID: "photos", Keys: []string{"ctrl+p"}, Name: text.GalleryIn(s.app.Lang).Open, Hint: text.GalleryIn(s.app.Lang).OpenHint,
			Do: func() kit.Turn { return kit.Push(newGallery(s.app)) }},
		{ID: "display", Keys: []string{"ctrl+e"}, Name: text.DisplayIn(s.app.Lang).Offer, Hint: text.DisplayIn(s.app.Lang).OfferHint,
			Do: func() kit.Turn { return kit.Push(newOffer(s.app)) }},
		{ID: "day", Keys: []string{"ctrl+d"}, Name: text.DayIn(s.app.Lang).Offer, Hint: text.DayIn(s.app.Lang).OfferHint,
			Do: func() kit.Turn { return kit.Push(newDay(s.app)) }},
		{ID: "roll", Keys: []string{"ctrl+k"}, Name: text.RollIn(s.app.Lang).Offer, Hint: text.RollIn(s.app.Lang).OfferHint,
			Do: func() kit.Turn { return s.ofClass(text.RollIn(s.app.Lang).Which, s.queueOptions, newRoll) }},
		{ID: "tick", Keys: []string{"ctrl+t"}, Name: lists.Several, Hint: lists.SeveralHint, Off: noTicks,
			Do: func() kit.Turn { return kit.Push(newTick(s.app, s.filter)) }},
		{ID: "write", Keys: []string{"ctrl+o"}, Name: text.OutIn(s.app.Lang).Offer, Hint: text.OutIn(s.app.Lang).OfferHint,
			Do: func() kit.Turn { return s.app.writeFiles(s.filter.class, s.filter.list) }},
		{ID: "keeping", Name: text.KeepingIn(s.app.Lang).Offer, Hint: text.KeepingIn(s.app.Lang).OfferHint,
			Do: func() kit.Turn { return kit.Push(newKeeping(s.app)) }},
		{ID: "clear", Keys: []string{"esc"}, Name: s.t.Clear, Hint: s.t.ClearHint, Do: s.escape},
		{ID: "quit", Keys: []string{"f10"}, Name: s.t.Quit, Hint: s.t.QuitHint, Do: s.app.quit},
	}
}

// invalidate is for whoever calls and reports a lost phone: the student need
// not be opened first, but chosen.
func (s *listScreen) invalidate(e *Entry) kit.Turn {
	if s.idle && len(s.found) > 1 {
		return kit.Stay().Say(kit.Warn(s.t.ChooseFirst))
	}
	asSeen := *e // the list goes on changing its entries under a question
	return s.app.invalidate(&asSeen, nil)
}

// next goes on with the student under the cursor, if it is clear that they are
// meant: not right after a hand-over, when one Enter too many would show a
// stranger's page to whoever still stands at the desk, and not where another
// student has the same name and class.
func (s *listScreen) next(e *Entry) kit.Turn {
	switch {
	case s.idle && len(s.found) > 1:
		return kit.Stay().Say(kit.Warn(s.t.ChooseFirst))
	case s.filter.list != "": // every one of several of a name is in its own row
		return s.open(e)
	case e.twin:
		return s.app.askWhich(e)
	}
	return s.app.goOn(e)
}

// open goes to a student's page. One opened in a worklist offers what is to be
// done there; no code is shown to a queue that did not ask for it.
func (s *listScreen) open(e *Entry) kit.Turn {
	return kit.Push(&pageScreen{app: s.app, t: text.PageIn(s.app.Lang), id: e.ID, list: s.filter.list})
}

// ofClass opens a screen of the class that is picked, or asks which.
func (s *listScreen) ofClass(which string, options func() []pickOption, open func(*App, model.Class) kit.Screen) kit.Turn {
	if !s.filter.class.IsZero() {
		return kit.Push(open(s.app, s.filter.class))
	}
	return kit.Ask(newPick(s.app, which, 0, options()), func(result any) kit.Turn {
		if c, ok := result.(pickedClass); ok {
			return kit.Push(open(s.app, model.Class(c)))
		}
		return kit.Stay()
	})
}

// classOptions are the classes there are, and how many students they have.
func (s *listScreen) classOptions() (options []pickOption) {
	for _, c := range s.app.School.Classes() {
		if !c.IsZero() {
			options = append(options, pickOption{name: c.String(), count: len(s.app.School.Class(c)), value: pickedClass(c)})
		}
	}
	return options
}

// goOn goes to the next sensible thing: the code if it may be shown, else the
// student's page, where the blocker stands on top.
func (a *App) goOn(e *Entry) kit.Turn {
	switch {
	case a.looksOnly():
	case e.Verdict.Stage == model.StageReady:
		return kit.Push(newQR(a, e.ID))
	case e.Verdict.Next == model.StepSettle:
		return kit.Push(newSettle(a, e.ID, *e.Verdict.Unfinished))
	}
	return kit.Push(newPage(a, e.ID))
}

// askWhich of several students of one name and class is meant.
func (a *App) askWhich(e *Entry) kit.Turn {
	t := text.ListIn(a.Lang)
	var options []pickOption
	at := 0
	for i, o := range a.School.twins(e) {
		if o == e {
			at = i
		}
		card, _ := model.CurrentCard(o.Cards)
		options = append(options, pickOption{
			name: joined(" · ", joined(" ", o.ListName(), o.Second), labelled(t.Born, o.BirthDate().Polish()), card.Number,
				a.words().Stage[o.Verdict.Stage]),
			count: -1, value: pickedStudent(o.ID)})
	}
	return kit.Push(newPick(a, t.WhichOne, at, options))
}

// quit asks first: F10 lies beside the keys of every day.
func (a *App) quit() kit.Turn {
	t := text.ListIn(a.Lang)
	return kit.Confirm(a.ask(t.Quit, "f10", t.QuitAsk), kit.Quit)
}

func (s *listScreen) pickClass() kit.Turn {
	options := append([]pickOption{{name: s.t.AllClasses, count: s.app.School.Here(), value: pickedClass{}}}, s.classOptions()...)
	at := max(0, slices.IndexFunc(options, func(o pickOption) bool { return o.value == pickedClass(s.filter.class) }))
	return kit.Push(newPick(s.app, s.t.PickClass, at, options))
}
