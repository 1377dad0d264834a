package model

import "strings"

// RegisteredCells are the raw cells of one row of what SIO or the gradebook
// lists as registered cards.
type RegisteredCells struct {
	WhoCells
	Number, Day, State string
}

// RegisteredRow is one card that SIO knows. Who may be empty if there is a
// number, and the other way round.
type RegisteredRow struct {
	Line   int
	Who    Who
	Number string
	Day    Date // of registration; zero: the list does not say
}

// Registered judges one row; ok is false if it is refused, also because the
// list says that the card is no longer valid: that one is not registered.
func (j *ListJudge) Registered(line int, c *RegisteredCells) (row RegisteredRow, ok bool) {
	f := &j.found
	f.start(line)
	row = RegisteredRow{Line: line, Who: f.person(&c.WhoCells, j.Today), Number: f.text(FieldCardNumber, c.Number)}
	if !f.refused && !row.Who.Named() && row.Number == "" {
		f.add(ProblemWhoMissing, FieldPESEL, "")
	}
	day, valid := ReadDay(f.text(FieldRegistered, c.Day))
	if !valid || day.After(j.Today) {
		f.add(ProblemDateBad, FieldRegistered, shorten(f.text(FieldRegistered, c.Day)))
	} else {
		row.Day = day
	}
	state := f.text(FieldState, c.State)
	switch registered, known := readRegistration(state); {
	case !known:
		f.add(ProblemStateUnknown, FieldState, shorten(state))
	case !registered:
		f.add(ProblemNotRegistered, FieldState, shorten(state))
	}
	return row, !f.refused
}

// readRegistration understands what a list says of a card. Nobody has published
// SIO's own words, so a word that is not known decides nothing.
func readRegistration(s string) (registered, known bool) {
	s = Fold(s)
	switch s {
	case "", "wazna", "wazny", "aktywna", "aktywny", "zarejestrowana", "zarejestrowano", "wydana", "wydano", "zatwierdzona",
		"zatwierdzono", "tak", "valid", "active", "registered":
		return true, true
	case "nie", "brak", "inactive", "invalid", "nieaktywna", "nieaktywny", "oczekuje", "w trakcie", "blad", "bledna":
		return false, true
	}
	for _, beginning := range []string{"uniewazni", "niewazn", "anulowan", "odrzucon", "wygas", "utracil", "niezarejestrowan", "nie zarejestrowan"} {
		if strings.HasPrefix(s, beginning) {
			return false, true
		}
	}
	return false, false
}

// PersonRow is one row of a list that says nothing but who.
type PersonRow struct {
	Line int
	Who  Who
}

// Person judges one row of such a list; ok is false if it is refused.
func (j *ListJudge) Person(line int, c *WhoCells) (row PersonRow, ok bool) {
	j.found.start(line)
	row = PersonRow{line, j.found.who(c, j.Today)}
	return row, !j.found.refused
}
