package desk

import (
	"context"
	"slices"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
)

// registration is a student whose card SIO knows since a day.
type registration struct {
	student model.StudentID
	day     model.Date
}

// listsCards tells a list of registered cards from a roster, which may have
// their numbers too: it names nobody, or says of each how it stands in SIO.
func (f *Import) listsCards() bool {
	has := func(field model.Field) bool { return slices.Contains(f.Report.Fields, field) }
	named := has(model.FieldLast) || has(model.FieldFullName)
	return has(model.FieldCardNumber) && (!named || has(model.FieldState) || has(model.FieldRegistered))
}

// compareCards finds whose cards SIO knows: by PESEL, else by the card's
// number, else by name. What names two students, or another number than the
// one on record, is left to a person.
func (f *Import) compareCards(index *model.StudentIndex) {
	bearers := map[string][]model.StudentID{}
	for id, r := range f.known {
		if card, ok := model.CurrentCard(r.Cards); ok && card.Number != "" {
			bearers[card.Number] = append(bearers[card.Number], id)
		}
	}
	seen := map[model.StudentID]bool{}
	for _, row := range f.cards {
		id, ok := f.bearer(index, bearers, row)
		if !ok {
			continue
		}
		if seen[id] || !f.known[id].Registered.IsZero() {
			f.unchanged++
			continue
		}
		seen[id] = true
		day := row.Day
		if day.IsZero() {
			day = f.options.Today
		}
		f.takeCards = append(f.takeCards, lineOf[registration]{row.Line, registration{id, day}})
	}
}

// bearer is the one student whose card a row is, or notes why there is none.
func (f *Import) bearer(index *model.StudentIndex, bearers map[string][]model.StudentID, row model.RegisteredRow) (model.StudentID, bool) {
	if row.Who.Named() {
		id, ok := f.one(index, row.Line, row.Who)
		if !ok || row.Number == "" {
			return id, ok
		}
		card, has := model.CurrentCard(f.known[id].Cards)
		switch {
		case !has:
			f.refuse(row.Line, model.ProblemNoCardHere)
		case card.Number != row.Number:
			f.refuse(row.Line, model.ProblemOtherCard)
			f.Report.Problems[len(f.Report.Problems)-1].Detail = card.Number
		default:
			return id, true
		}
		return 0, false
	}
	switch found := bearers[row.Number]; len(found) {
	case 0:
		f.refuse(row.Line, model.ProblemNoSuchCard)
	case 1:
		return found[0], true
	default:
		f.refuse(row.Line, model.ProblemTwoSuchCards)
	}
	return 0, false
}

// stepCards marks students as registered, those of a day together.
func stepCards(ctx context.Context, db *store.DB, by model.Actor, rows []lineOf[registration]) (Progress, error) {
	var p Progress
	for len(rows) > 0 {
		day := rows[0].value.day
		var ids []model.StudentID
		rest := rows[:0:0]
		for _, r := range rows {
			if r.value.day == day {
				ids = append(ids, r.value.student)
			} else {
				rest = append(rest, r)
			}
		}
		if err := db.RegisterInSIO(ctx, by, ids, day); err != nil {
			return p, err
		}
		p.Updated += len(ids)
		rows = rest
	}
	return p, nil
}

// registeredList shows who will be marked.
func (s *importScreen) registeredList() *importList {
	cols := kit.Columns{s.lineColumn(), {Title: s.t.Student, Width: 32, Grow: 1}, {Title: s.t.Class, Width: 5},
		{Title: s.t.Card, Width: 12, Grow: 1}, {Width: 10}}
	rows := s.file.takeCards
	return s.newList(listAdded, s.t.ListTaken, s.t.EmptyAdded, lazyRows{len(rows), cols, func(i int) []kit.Cell {
		r := s.file.Student(rows[i].value.student)
		card, _ := model.CurrentCard(r.Cards)
		return []kit.Cell{lineCell(rows[i].line), {Text: r.ListName()}, {Text: r.Class.String()}, {Text: card.Number},
			{Text: rows[i].value.day.Polish()}}
	}})
}
