package desk

import (
	"encoding/json"
	"fmt"
	"time"

	"okienko/model"
	"okienko/store"
	"okienko/ui/text"
)

// facts are the names and values of one side of a register line, nil if there
// are none.
func facts(object string) map[string]any {
	var m map[string]any
	if object == "" || json.Unmarshal([]byte(object), &m) != nil {
		return nil
	}
	return m
}

func number(v any) int64 {
	n, _ := v.(float64)
	return int64(n)
}

// changesInWords says what a register line changed, a field each. Fields that
// are the same before and after are left out, and so are the database's own
// numbers.
func (a *App) changesInWords(before, after map[string]any) []string {
	t := text.HistoryIn(a.Lang)
	var out []string
	for _, f := range text.HistoryFields {
		was, is := a.factInWords(f, before[f]), a.factInWords(f, after[f])
		switch {
		case was == is:
		case before == nil:
			out = append(out, t.Field[f]+": "+is)
		case after == nil:
			out = append(out, t.Field[f]+": "+was)
		default:
			out = append(out, t.Change(t.Field[f], was, is))
		}
	}
	return out
}

// ChangesInWords says what a line of the register changed, for the command line.
func ChangesInWords(l text.Lang, db *store.DB, line model.RegisterLine) []string {
	a := &App{Lang: l, DB: db}
	return a.changesInWords(facts(line.Before), facts(line.After))
}

// factInWords is a value as a person reads it.
func (a *App) factInWords(field string, v any) string {
	words := a.words()
	s, isText := v.(string)
	switch {
	case v == nil:
		return ""
	case field == "card_shown" || field == "void":
		if v == true {
			return words.Yes
		}
		return words.No
	case !isText:
		return fmt.Sprint(v)
	}
	for _, word := range []string{
		words.Statement[model.StatementKind(s)], words.Code[model.CodeKind(s)], words.Card[model.CardKind(s)],
	} {
		if field == "kind" && s != "" && word != "" {
			return word
		}
	}
	switch field {
	case "signer":
		return words.Signer[model.Signer(s)]
	case "to":
		return words.Recipient[model.Recipient(s)]
	case "state":
		return words.CardState[model.CardState(s)]
	case "portrait":
		return words.Portrait[model.PortraitState(s)]
	case "of":
		return words.Of[model.Invalidated(s)]
	case "reason":
		return words.Reason[model.InvalidationReason(s)]
	case "reporter":
		return words.Reporter[model.Reporter(s)]
	case "sex":
		return words.Sex[model.Sex(s)]
	}
	if d, err := model.ParseDate(s); err == nil && !d.IsZero() {
		return d.Polish()
	}
	if at, err := time.Parse(time.RFC3339, s); err == nil {
		if field == "until" {
			return a.lastMoment(at)
		}
		return a.moment(at)
	}
	return s
}

// lastMoment is the end of a life as a person says it: what ends when a day
// begins is good until the day before.
func (a *App) lastMoment(end time.Time) string {
	day := model.DateOf(a.local(end)).AddDays(-1)
	if day.EndIn(a.profile().Zone()).Equal(end) {
		return day.Polish()
	}
	return a.moment(end)
}
