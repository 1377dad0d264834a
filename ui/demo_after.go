package ui

import (
	"context"
	"time"

	"okienko/assets"
	"okienko/model"
	"okienko/store"
)

// demoDeed is something that was done on a day of the invented school after the
// codes were handed out.
type demoDeed func(context.Context, *store.DB) error

// demoReport is a card that somebody reported.
type demoReport struct {
	reason model.InvalidationReason
	by     model.Reporter
	ago    int // in days
	ticked int // how many days later it was done in SIO; waiting: not yet
	note   string
	then   func(b *demoBuilder, id model.StudentID, s assets.DemoStudent) // what came of it
}

// waiting is for a report that is still to be done in SIO.
const waiting = -1

// demoReports are of every age, so that the worklist and the histories of the
// invented school show what they are for.
var demoReports = []demoReport{
	{reason: model.ReasonPhoneLost, by: model.ReportedByParent, ago: 2, ticked: waiting, note: "skradziony w autobusie"},
	{reason: model.ReasonPhoneLost, by: model.ReportedByStudent, ago: 0, ticked: waiting},
	{reason: model.ReasonCardLost, by: model.ReportedByParent, ago: 1, ticked: waiting, note: "z portfelem"},
	{reason: model.ReasonBroken, by: model.ReportedByStudent, ago: 4, ticked: waiting},
	{reason: model.ReasonResigned, by: model.ReportedByParent, ago: 5, ticked: waiting, note: "pismo 12/2"},
	{reason: model.ReasonNameChanged, by: model.ReportedByParent, ago: 3, ticked: 1},
	{reason: model.ReasonCardLost, by: model.ReportedByParent, ago: 8, ticked: 1, then: (*demoBuilder).duplicated},
	{reason: model.ReasonDamaged, by: model.ReportedByStudent, ago: 7, ticked: 0, then: (*demoBuilder).newCode},
	{reason: model.ReasonNewPhone, by: model.ReportedByParent, ago: 6, ticked: 2, then: (*demoBuilder).newCode},
	{reason: model.ReasonBroken, by: model.ReportedByParent, ago: 5, ticked: waiting, then: (*demoBuilder).mistaken},
}

// invalidLong ago are reports of cards that the roster has as invalid.
var invalidLong = []demoReport{
	{reason: model.ReasonCardLost, by: model.ReportedByParent, ticked: 1},
	{reason: model.ReasonNameChanged, by: model.ReportedByParent, ticked: 3},
	{reason: model.ReasonExpired, by: model.ReportedBySchool, ticked: waiting},
}

// after adds what happened to cards after the hand-over, or instead of it. Who
// it happened to follows from the order of the roster.
func (b *demoBuilder) after(students []assets.DemoStudent) {
	reports, invalid, asked, left := demoReports, 0, 0, 0
	for i, s := range students {
		id := model.StudentID(i + 1)
		switch {
		case s.CardState == string(model.CardInvalidated):
			r := invalidLong[invalid%len(invalidLong)]
			r.ago = 24
			b.report(id, s, r)
			invalid++
		case s.Left != "":
			if left++; left%3 == 1 { // the others still have a valid card
				b.report(id, s, demoReport{reason: model.ReasonLeft, by: model.ReportedBySchool, ago: 9, ticked: 0})
			}
		case i%4 != 0: // not all in one class
		case s.HandedTo != "" && len(reports) > 0 && b.served(s, reports[0].ago):
			b.report(id, s, reports[0])
			reports = reports[1:]
		case s.HandedTo == "" && s.CodeKind == string(model.CodeSIO) && s.Statement == string(model.NonObjection) && asked < 2:
			b.askAnew(id, time.Duration(50-25*asked)*time.Minute)
			asked++
		}
	}
}

// served reports whether a student collected a code that their card's
// invalidation ends, before the day so many days ago.
func (b *demoBuilder) served(s assets.DemoStudent, ago int) bool {
	return s.CodeKind != string(model.CodeCredentials) && s.Signed < s.HandedAt.Format(time.DateOnly) &&
		model.DateOf(s.HandedAt).Before(b.ago(ago))
}

// ago is a school day some days ago.
func (b *demoBuilder) ago(days int) model.Date {
	at := b.now.AddDate(0, 0, -days)
	for at.Weekday() == time.Saturday || at.Weekday() == time.Sunday {
		at = at.AddDate(0, 0, -1)
	}
	return model.DateOf(at)
}

// report plans that a card was reported, and when that was done in SIO.
func (b *demoBuilder) report(id model.StudentID, s assets.DemoStudent, r demoReport) {
	i := model.Invalidation{Student: id, Reason: r.reason, Reporter: r.by, Reported: b.ago(r.ago), Note: r.note}
	if r.by == model.ReportedByParent {
		i.ReporterName = s.SignerName
	}
	b.then(i.Reported, func(ctx context.Context, db *store.DB) error {
		_, err := db.Invalidate(ctx, demoActor, 0, i)
		return err
	})
	if r.ticked != waiting {
		done := b.ago(r.ago - r.ticked)
		b.then(done, onLast(id, func(ctx context.Context, db *store.DB, i model.Invalidation) error {
			return db.TickInvalidation(ctx, demoActor, id, i.ID, done)
		}))
	}
	if r.then != nil {
		r.then(b, id, s)
	}
}

// then plans a deed for the end of a day's morning.
func (b *demoBuilder) then(day model.Date, do demoDeed) {
	d := b.on(day)
	d.after = append(d.after, do)
}

// onLast does something with the invalidation that was entered last.
func onLast(id model.StudentID, do func(context.Context, *store.DB, model.Invalidation) error) demoDeed {
	return func(ctx context.Context, db *store.DB) error {
		r, err := db.Record(ctx, id)
		if err != nil {
			return err
		}
		last, _ := r.LastInvalidation()
		return do(ctx, db, last)
	}
}

// mistaken: it was the wrong student.
func (b *demoBuilder) mistaken(id model.StudentID, _ assets.DemoStudent) {
	b.then(b.ago(4), onLast(id, func(ctx context.Context, db *store.DB, i model.Invalidation) error {
		return db.UndoInvalidation(ctx, demoActor, id, i.ID)
	}))
}

// duplicated: the duplicate of a lost card is in SIO and waits for its code.
func (b *demoBuilder) duplicated(id model.StudentID, s assets.DemoStudent) {
	day := b.ago(4)
	numbers := func(yield func(string) bool) {
		for _, row := range b.rows {
			if !yield(row.Card.Number) {
				return
			}
		}
	}
	card := model.Card{Student: id, Number: model.NextCardNumber(numbers, day.Year), Kind: model.PlasticCard, Issued: day,
		ValidUntil: b.date(s.CardUntil)}
	b.then(day, func(ctx context.Context, db *store.DB) error {
		if err := db.EnterDuplicate(ctx, demoActor, 0, card); err != nil {
			return err
		}
		return db.RegisterInSIO(ctx, demoActor, []model.StudentID{id}, day)
	})
}

// newCode: the new phone has the mobile card already.
func (b *demoBuilder) newCode(id model.StudentID, s assets.DemoStudent) {
	half := len(s.Payload) / 2
	code := model.Code{Student: id, Kind: model.CodeKind(s.CodeKind), Payload: model.Secret(s.Payload[half:] + s.Payload[:half]),
		Second: model.Secret(s.CodeSecond)}
	b.then(b.ago(2), func(ctx context.Context, db *store.DB) error {
		if err := takeCodes(ctx, db, code); err != nil {
			return err
		}
		return handOver(ctx, db, model.Handover{Student: id, To: model.Recipient(s.HandedTo), ToName: s.HandedToName, CardShown: true})
	})
}

// askAnew: a code did not scan, and the student waits for another.
func (b *demoBuilder) askAnew(id model.StudentID, before time.Duration) {
	d := b.at(b.now.Add(-before))
	d.after = append(d.after, func(ctx context.Context, db *store.DB) error {
		r, err := db.Record(ctx, id)
		if err != nil || len(r.Codes) == 0 {
			return err
		}
		return db.AskCodeAnew(ctx, demoActor, id, r.Codes[0].ID)
	})
}
