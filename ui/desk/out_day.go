package desk

import (
	"context"

	"okienko/model"
	"okienko/store"
	"okienko/store/export"
	"okienko/ui/text"
)

// CountDay counts the day that the moment of a viewpoint falls on.
func CountDay(ctx context.Context, db *store.DB, records []model.Record, v model.Viewpoint) (model.Day, error) {
	count := model.NewDayCounter(db.Profile(), v.Now)
	for _, r := range records {
		count.Add(r, model.Assess(r, db.Profile(), v))
	}
	lines, err := db.DayLines(ctx, model.DateOf(v.Now.In(db.Profile().Zone())), 0)
	if err != nil {
		return model.Day{}, err
	}
	for _, l := range lines {
		count.Line(l)
	}
	return count.Day(), nil
}

// day prints the summary of the day for the headteacher.
func (o Order) day(ctx context.Context, db *store.DB, v export.View, w Written) (Written, error) {
	d, err := CountDay(ctx, db, w.Records, v.Viewpoint)
	if err != nil {
		return w, err
	}
	w.Lines = len(d.Classes)
	return w, export.WriteDay(o.Path, d, dayWords(o.Lang, v.Profile, d), o.Replace)
}

func dayWords(l text.Lang, p model.Profile, d model.Day) export.DayWords {
	t, words := text.DayIn(l), text.In(l)
	return export.DayWords{Title: t.Title, School: p.School, Address: p.Address, Day: d.Date.Polish(), Today: t.Today(d), Times: t.Times(d),
		Class: t.Class, All: t.All, NoClass: t.NoClass, Students: t.Students, Grades: t.Grades, Stages: text.DayStages(), Short: t.Short,
		Stage: words.Stage, Quarters: t.Quarters, NoHandovers: t.NoHandovers, Blockers: t.Blockers, NoBlockers: t.NoBlockers,
		Blocker: words.Blocker, Remedy: words.Remedy}
}
