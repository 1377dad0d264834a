package desk

import (
	"context"
	"errors"

	"okienko/model"
	"okienko/store"
	"okienko/store/export"
	"okienko/ui/qr"
	"okienko/ui/text"
)

// slips are one for each student for whom the family has something to do.
func (o Order) slips(ctx context.Context, db *store.DB, by model.Actor, v export.View, w Written) (Written, error) {
	paper := export.SlipPaper{School: v.Profile.School, Title: text.OutIn(o.Lang).Slip.Title,
		Day: model.DateOf(v.Now.In(v.Profile.Zone())).Polish(), Cut: text.OutIn(o.Lang).Slip.Cut,
		Lacking: text.OutIn(o.Lang).Slip.Lacking}
	var draft *export.Draft
	var printed []store.About // the codes on paper
	chosen := o.chosen(w.Records, v)
	lay := func(codes map[model.StudentID]model.Code) (whose []model.StudentID, err error) {
		var slips []export.Slip
		for _, c := range chosen {
			slip := c.slip
			if code, ok := codes[c.id]; ok {
				if symbol, ok := onSlip(code); ok {
					slip.Modules, slip.Todo = modules(symbol), o.scanning(code, v)
					whose, printed = append(whose, c.id), append(printed, store.About{Kind: store.AboutCode, ID: code.ID})
				}
			}
			slips = append(slips, slip)
		}
		w.Lines, w.Codes, w.Dense = len(slips), len(whose), len(codes)-len(whose)
		draft, err = export.DraftSlips(o.Path, slips, paper, o.Replace)
		return whose, err
	}
	var err error
	if o.WithCodes {
		ids := []model.StudentID{}
		for _, c := range chosen {
			ids = append(ids, c.id)
		}
		err = db.PrintCodes(ctx, by, ids, lay)
	} else {
		_, err = lay(nil)
	}
	if err == nil && o.WithCodes { // the file goes with the last of them
		_, err = db.NoteOutgoing(ctx, by, o.Path, printed...)
	}
	switch {
	case err == nil:
		return w, draft.Keep()
	case draft != nil:
		err = errors.Join(err, draft.Discard())
	}
	return w, err
}

// onSlip is the symbol of a code as it is printed on a slip: with as much
// correction as there is room for. ok is false for a text that no phone could
// read off so small a paper.
func onSlip(c model.Code) (s qr.Symbol, ok bool) {
	for _, level := range []qr.Level{qr.M, qr.L} {
		if s, err := qr.Encode(c.Payload.Reveal(), level); err == nil && export.FitsSlip(s.Size) {
			return s, true
		}
	}
	return s, false
}

func modules(s qr.Symbol) [][]bool {
	rows := make([][]bool, s.Size)
	for y := range rows {
		rows[y] = make([]bool, s.Size)
		for x := range rows[y] {
			rows[y][x] = s.Dark(x, y)
		}
	}
	return rows
}

// sliced is a slip and whose it is.
type sliced struct {
	id   model.StudentID
	slip export.Slip
}

// chosen are those who get a slip, in the order of classes and names.
func (o Order) chosen(records []model.Record, v export.View) (all []sliced) {
	sorted := inClassOrder(records)
	type namesake struct {
		name  string
		class model.Class
	}
	count := map[namesake]int{}
	for i := range sorted {
		count[namesake{sorted[i].Name(), sorted[i].Class}]++
	}
	for i := range sorted {
		r := &sorted[i]
		if !o.Class.IsZero() && r.Class != o.Class || o.Only != nil && !o.Only[r.ID] {
			continue
		}
		todo := o.todo(r, v)
		if len(todo) == 0 {
			continue
		}
		slip := export.Slip{Name: r.Name(), Todo: todo}
		if !r.Class.IsZero() {
			slip.Class = text.OutIn(o.Lang).Slip.Class(r.Class.String())
		}
		if card, ok := model.CurrentCard(r.Cards); ok && count[namesake{r.Name(), r.Class}] > 1 {
			slip.Card = card.Number
		}
		all = append(all, sliced{r.ID, slip})
	}
	return all
}

// todo is what the family does next, as Assess sees it; nothing where it is
// the school's turn.
func (o Order) todo(r *model.Record, v export.View) (todo []string) {
	t := text.OutIn(o.Lang).Slip
	a := model.Assess(*r, v.Profile, v.Viewpoint)
	if a.Stage == model.StageStopped || a.Stage == model.StageLeft {
		return nil
	}
	signer := t.ByParent
	if r.IsAdult(model.DateOf(v.Now.In(v.Profile.Zone()))) {
		signer = t.BySelf
	}
	sheet := t.Statement
	if v.Profile.Policy == model.PolicyApplication {
		sheet = t.Application
	}
	for _, b := range a.Blockers {
		switch b.ID {
		case model.BlockNoStatement:
			todo = append(todo, sheet+" "+signer)
		case model.BlockSigner:
			todo = append(todo, t.Signer+" "+sheet+" "+signer)
		case model.BlockNoPortrait:
			todo = append(todo, t.Photo(photoRules(t, v.Profile.Photo)))
		case model.BlockPortrait:
			todo = append(todo, t.NewPhoto(photoRules(t, v.Profile.Photo)))
		case model.BlockNoPESEL:
			todo = append(todo, t.PESEL)
		case model.BlockCardExpired:
			todo = append(todo, t.Extend)
		case model.BlockCardInvalid:
			todo = append(todo, t.Duplicate)
		}
	}
	if a.Stage == model.StageReady {
		what := t.Collect
		if a.Code.Kind == model.CodeCredentials {
			what = t.Login
		}
		todo = append(todo, what, t.Pickup[a.Pickup.Why])
		if a.Code.Kind == model.CodeCredentials {
			todo = append(todo, t.OwnCode)
		}
		// A code that ends today is over before the slip is read at home: whoever
		// comes then gets another.
		if end := a.Code.Expires(v.Profile).In(v.Profile.Zone()); model.DateOf(end).After(model.DateOf(v.Now.In(v.Profile.Zone()))) {
			todo = append(todo, t.Until(end))
		}
	}
	return todo
}

// scanning is what is done with the code that is printed on the slip.
func (o Order) scanning(c model.Code, v export.View) []string {
	t := text.OutIn(o.Lang).Slip
	todo := []string{t.Scan}
	if c.Kind == model.CodeLegacy {
		todo = append(todo, t.Second)
	}
	if end := c.Expires(v.Profile); !end.IsZero() {
		todo = append(todo, t.Until(end.In(v.Profile.Zone())))
	}
	return append(todo, t.Receipt, t.Secret)
}

// photoRules are the school's, as far as a family can follow them.
func photoRules(t text.SlipText, p model.PhotoRules) (rules string) {
	if len(p.Formats) > 0 {
		rules = "JPG"
	}
	if p.MinWidth > 0 {
		rules = joined(", ", rules, t.PhotoSize(p.MinWidth, p.MinHeight))
	}
	if p.MaxBytes > 0 {
		rules = joined(", ", rules, t.PhotoBytes(p.MaxBytes))
	}
	return rules
}
