package store

import (
	"context"

	"okienko/model"
)

// Outlook is what will be forgotten, and what is not although it is due.
type Outlook struct {
	Coming []model.Forthcoming // within model.ForecastDays
	Held   int                 // students who wait for somebody to do something first, see model.Record.HeldFor
	Copies []FormerCopy        // of a former database, with the days on which they go
}

// Forecast looks ahead. It changes nothing.
func (f Folder) Forecast(ctx context.Context, db *DB) (o Outlook, err error) {
	now := db.now()
	of := model.NewForecast(db.profile, now)
	codes := map[int64]model.Date{} // when they go
	if err := db.forgettable(ctx, func(r model.Record) {
		of.Add(r)
		for _, w := range model.WhenForgotten(r, db.profile, now) {
			if w.Kind == model.ForgetCode {
				codes[w.ID] = model.DateOf(w.At.In(db.profile.Zone()))
			}
		}
	}); err != nil {
		return o, err
	}
	photos, _, err := db.Photos(ctx)
	if err != nil {
		return o, err
	}
	pictures := make(map[int64]model.Date, len(photos))
	for _, p := range photos {
		of.AddDay(model.ForgetPortraits, p.Deletion, 1)
		pictures[p.ID] = p.Deletion
	}
	today, known := model.DateOf(now.In(db.profile.Zone())), 0
	for day := range model.ForecastDays + 1 {
		n, err := db.registerDue(ctx, now.AddDate(0, 0, day))
		if err != nil {
			return o, err
		}
		of.AddDay(model.ForgetRegister, today.AddDays(day), n-known)
		known = n
	}
	if f != "" {
		if o.Copies, err = f.forecastFiles(ctx, db, of, pictures, codes); err != nil {
			return o, err
		}
	}
	o.Coming, o.Held = of.Days(), of.Held()
	return o, nil
}

// forecastFiles adds what lies beside the database, and returns the copies of
// it.
func (f Folder) forecastFiles(ctx context.Context, db *DB, of *model.Forecast, photos, codes map[int64]model.Date) ([]FormerCopy, error) {
	for _, file := range f.asides(db.profile) {
		of.AddDay(model.ForgetAside, file.on, 1)
	}
	written, err := db.outgoings(ctx, 0)
	if err != nil {
		return nil, err
	}
	for _, o := range written {
		if day, ok := o.day(db.profile, photos, codes); ok {
			of.AddDay(model.ForgetOutgoing, day, 1)
		}
	}
	copies, err := f.FormerCopies(db.profile)
	for _, c := range copies {
		of.AddDay(model.ForgetCopies, c.Goes, 1)
	}
	return copies, err
}

// day is when a file goes, as far as that is known now: by its age, or with the
// last thing that it is about.
func (o outgoing) day(p model.Profile, photos, codes map[int64]model.Date) (day model.Date, ok bool) {
	for _, a := range o.about {
		of := map[AboutKind]map[int64]model.Date{AboutPhoto: photos, AboutCode: codes}[a.Kind]
		on, known := of[a.ID]
		if !known && o.over < len(o.about) {
			return o.lastDay(p)
		}
		if on.After(day) {
			day = on
		}
	}
	if last, byAge := o.lastDay(p); byAge && last.Before(day) {
		day = last
	}
	return day, true
}
