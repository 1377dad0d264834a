package intake

import (
	"okienko/model"
)

var registeredColumns = expectation{
	aliases: registeredAliases,
	anyOf:   []model.Field{model.FieldPESEL, model.FieldCardNumber, model.FieldLast, model.FieldFullName},
}

// ReadRegistered reads what SIO or the gradebook lists as registered cards.
// Columns go by their headings: PESEL or the card's number, or a name with
// class or birth date; a state and a day of registration where there are any.
// today is the day after which nothing can have been registered.
func ReadRegistered(name string, data []byte, today model.Date) ([]model.RegisteredRow, Report) {
	report := newReport(name)
	t, ok := open(data, registeredColumns, &report)
	if !ok {
		return nil, report
	}
	to := &registeredTaker{
		listTaker: listTaker{who: columnsOfWho(&t.header), judge: &model.ListJudge{Today: today}},
		number:    t.header.column(model.FieldCardNumber), day: t.header.column(model.FieldRegistered),
		state: t.header.column(model.FieldState),
	}
	if !readList(&t, to, &to.listTaker, &report) {
		return nil, report
	}
	return to.rows, report
}

type registeredTaker struct {
	listTaker
	number, day, state int
	rows               []model.RegisteredRow
}

func (t *registeredTaker) take(rec *record) {
	row, ok := t.judge.Registered(rec.line, &model.RegisteredCells{WhoCells: t.who.cells(rec), Number: cellAt(rec, t.number),
		Day: cellAt(rec, t.day), State: cellAt(rec, t.state)})
	if !ok {
		t.refused++
		return
	}
	t.rows = append(t.rows, row)
}

// ReadPeople reads a list that only says which students, by PESEL or by name
// with class or birth date; other columns are left alone.
func ReadPeople(name string, data []byte, today model.Date) ([]model.PersonRow, Report) {
	report := newReport(name)
	t, ok := open(data, expectation{aliases: personAliases, anyOf: whoColumns}, &report)
	if !ok {
		return nil, report
	}
	to := &personTaker{listTaker: listTaker{who: columnsOfWho(&t.header), judge: &model.ListJudge{Today: today}}}
	if !readList(&t, to, &to.listTaker, &report) {
		return nil, report
	}
	return to.rows, report
}

type personTaker struct {
	listTaker
	rows []model.PersonRow
}

func (t *personTaker) take(rec *record) {
	row, ok := t.judge.Person(rec.line, new(t.who.cells(rec)))
	if !ok {
		t.refused++
		return
	}
	t.rows = append(t.rows, row)
}
