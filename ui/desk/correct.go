package desk

import (
	"context"
	"slices"
	"strconv"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// correction puts a wrong hand-over right. The wrong one stays in the history.
type correction struct {
	*formScreen
	t       *text.Page
	student model.Student
	all     []model.Handover // those that count, the newest first
	of      int64            // the one the fields were filled in for
	drop    bool             // what another desk corrected stays

	which, to, name, shown *kit.FormItem
}

// notHanded is the answer that nobody collected.
const notHanded = "void"

func newCorrection(a *App, e *Entry) kit.Screen {
	t := text.PageIn(a.Lang)
	f := &correction{t: t, student: e.Student, all: model.EffectiveHandovers(e.Handovers)}
	slices.Reverse(f.all)
	f.which = choiceItem("which", t.Which, "", handoverOptions(a, f.all, e.Handovers)...)
	f.to = choiceItem("to", t.WhoCollected, "")
	f.name = textItem("name", t.ParentName, t.ParentNameHint, "", 80, nil)
	f.shown = choiceItem("shown", t.WasCardShown, "", kit.Option{ID: "yes", Name: t.CardShown}, kit.Option{ID: "no", Name: t.CardNotShown})
	f.formScreen = newForm(a, t.Correct)
	f.intro = func() []string { return a.studentLine(e.ID) }
	f.changed, f.save = f.follow, f.store
	f.saved = func(any) kit.Turn { return kit.Pop(kit.Good(a.andThen(t.CorrectedNow, e.ID))) }
	f.others = meets{e.ID, e.Version, f.meeting, f.accept}
	f.follow()
	return f
}

func handoverOptions(a *App, counting, all []model.Handover) (options []kit.Option) {
	for _, h := range counting {
		options = append(options, kit.Option{ID: strconv.FormatInt(h.ID, 10), Name: a.handoverInWords(h, all)})
	}
	return options
}

// meeting compares the fields with how another desk corrected the same
// hand-over.
func (f *correction) meeting(now *Entry) (m meeting) {
	wrong, _ := f.chosen()
	theirs, ok := correctionOf(wrong, now.Handovers)
	if !ok {
		return m
	}
	in := func(h model.Handover) string { return f.app.handoverInWords(h, now.Handovers) }
	mine := f.corrected(wrong)
	mine.ID, mine.At, mine.Operator, mine.Kind, mine.Corrects = 0, wrong.At, f.app.Actor.Operator, wrong.Kind, wrong.ID
	m.clashes = []clash{{f.t.Correct, in(wrong), in(theirs), in(mine), func() { f.drop = true }}}
	return m
}

// accept makes the form correct what another desk left. What a desk took back
// can't be corrected, so the form is closed then.
func (f *correction) accept(now *Entry) {
	wrong, _ := f.chosen()
	theirs, ok := correctionOf(wrong, now.Handovers)
	if !ok {
		return
	}
	f.drop = f.drop || theirs.Void
	f.all = model.EffectiveHandovers(now.Handovers)
	slices.Reverse(f.all)
	*f.which.Choice = *kit.NewChoice(handoverOptions(f.app, f.all, now.Handovers)...)
	f.which.Choice.Choose(strconv.FormatInt(theirs.ID, 10))
	f.of = theirs.ID // what was typed stays
}

// correctionOf is the last correction of a hand-over; ok is false if there is
// none.
func correctionOf(h model.Handover, all []model.Handover) (last model.Handover, ok bool) {
	for range all { // no chain is longer than all of them
		for _, o := range all {
			if o.Corrects == h.ID && h.ID != 0 {
				h, last, ok = o, o, true
				break
			}
		}
	}
	return last, ok
}

func (f *correction) chosen() (model.Handover, bool) {
	for _, h := range f.all {
		if strconv.FormatInt(h.ID, 10) == f.which.Choice.Chosen() {
			return h, true
		}
	}
	return model.Handover{}, false
}

// follow fills the fields in for the hand-over chosen and leaves out those
// that the answer makes pointless.
func (f *correction) follow() {
	if h, ok := f.chosen(); ok && h.ID != f.of {
		f.of = h.ID
		f.fill(h)
	}
	items := []*kit.FormItem{f.to}
	if len(f.all) > 1 {
		items = []*kit.FormItem{f.which, f.to}
	}
	switch f.to.Choice.Chosen() {
	case notHanded:
	case string(model.ToParent):
		items = append(items, f.name, f.shown)
	default:
		items = append(items, f.shown)
	}
	f.form.Items = items
}

// fill shows what is on record. Who could collect follows from the rule on
// the day of the hand-over.
func (f *correction) fill(h model.Handover) {
	words := f.app.words()
	rule := model.WhoMayCollect(f.student, f.app.profile(), model.DateOf(f.app.local(h.At)))
	var options []kit.Option
	for _, to := range []model.Recipient{model.ToStudent, model.ToParent} {
		o := kit.Option{ID: string(to), Name: words.Recipient[to]}
		if !rule.Allows(to) {
			o.Off = f.t.WhyNotCollect(to)
		}
		options = append(options, o)
	}
	options = append(options, kit.Option{ID: notHanded, Name: f.t.NotHandedChoice, Hint: f.t.NotHandedHint})
	*f.to.Choice = *kit.NewChoice(options...)
	f.to.Choice.Choose(string(h.To))
	f.name.Field.SetValue(h.ToName)
	f.shown.Choice.Choose("no")
	if h.CardShown {
		f.shown.Choice.Choose("yes")
	}
}

// corrected is what the fields make of a hand-over.
func (f *correction) corrected(wrong model.Handover) model.Handover {
	right := model.Handover{To: wrong.To, ToName: wrong.ToName, CardShown: wrong.CardShown}
	to := f.to.Choice.Chosen()
	if to == notHanded {
		right.Void = true
		return right
	}
	right.To, right.ToName, right.CardShown = model.Recipient(to), "", f.shown.Choice.Chosen() == "yes"
	if right.To == model.ToParent {
		right.ToName, _ = model.Clean(f.name.Field.Value())
	}
	return right
}

func (f *correction) store() kit.Turn {
	wrong, ok := f.chosen()
	switch {
	case f.drop:
		return f.dropped()
	case !ok:
		return kit.Stay()
	}
	right := f.corrected(wrong)
	if !right.Void && right.To == wrong.To && right.ToName == wrong.ToName && right.CardShown == wrong.CardShown {
		return kit.Stay().Say(kit.Warn(f.t.NothingChanged))
	}
	db, by := f.app.DB, f.app.Actor
	return f.deed(func(ctx context.Context) (any, error) {
		return db.CorrectHandover(ctx, by, wrong, right)
	})
}
