package ui

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"okienko/assets"
	"okienko/model"
	"okienko/store"
)

// demoDay is everything that was done at one moment: for most deeds nine
// o'clock on a day.
type demoDay struct {
	at         time.Time
	sheets     []model.Statement
	portraits  map[model.StudentID]model.Portrait
	registered []model.StudentID
	codes      []model.Code
	handovers  []model.Handover
	left       []model.StudentID
	after      []demoDeed
}

// planDemo turns the students of the demo, as they are now, into the deeds that
// brought them there.
func planDemo(now time.Time) (demoPlan, error) {
	students, err := assets.DemoStudents(now)
	if err != nil {
		return demoPlan{}, err
	}
	b := demoBuilder{now: now, days: map[time.Time]*demoDay{}}
	for i, s := range students {
		b.add(model.StudentID(i+1), s)
	}
	b.after(students)
	if b.err != nil {
		return demoPlan{}, fmt.Errorf("reading the demo school: %w", b.err)
	}
	plan := demoPlan{roster: model.RosterPlan{Add: b.rows}, start: now}
	for _, d := range b.days {
		plan.days = append(plan.days, *d)
	}
	slices.SortFunc(plan.days, func(x, y demoDay) int { return x.at.Compare(y.at) })
	if len(plan.days) > 0 {
		plan.start = plan.days[0].at.Add(-time.Hour)
	}
	return plan, nil
}

type demoBuilder struct {
	now  time.Time
	rows []model.RosterRow
	days map[time.Time]*demoDay
	err  error
}

// at is the day's entry for a moment, not later than now.
func (b *demoBuilder) at(t time.Time) *demoDay {
	if t.After(b.now) {
		t = b.now
	}
	t = t.UTC() // one key for one moment, however its zone is written
	if b.days[t] == nil {
		b.days[t] = &demoDay{at: t, portraits: map[model.StudentID]model.Portrait{}}
	}
	return b.days[t]
}

// on is the entry for the morning of a day.
func (b *demoBuilder) on(d model.Date) *demoDay {
	return b.at(time.Date(d.Year, d.Month, d.Day, 9, 0, 0, 0, b.now.Location()))
}

func (b *demoBuilder) date(s string) model.Date {
	d, err := model.ParseDate(s)
	if err != nil && b.err == nil {
		b.err = err
	}
	return d
}

func (b *demoBuilder) add(id model.StudentID, s assets.DemoStudent) {
	class, err := model.ParseClass(s.Class)
	if err != nil && b.err == nil {
		b.err = err
	}
	row := model.RosterRow{Line: int(id) + 1, Student: model.Student{Last: s.Last, First: s.First, Second: s.Second,
		PESEL: model.PESEL(s.PESEL), Birth: b.date(s.Birth), Sex: model.Sex(s.Sex), Class: class,
		BookNo: s.BookNo, Document: s.Document}}
	if s.CardNumber != "" {
		row.Card = model.Card{Number: s.CardNumber, Kind: model.PlasticCard, Issued: b.date(s.CardIssued),
			ValidUntil: b.date(s.CardUntil), State: model.CardValid}
	}
	b.rows = append(b.rows, row)
	if s.Statement != "" {
		d := b.on(b.date(s.Signed))
		if model.StatementKind(s.Statement) == model.Objection && s.CodeKind != "" {
			d = b.at(s.CodeGenerated.Add(time.Hour)) // it came to the desk when the code was there
		}
		d.sheets = append(d.sheets, model.Statement{Student: id, Kind: model.StatementKind(s.Statement),
			SignerName: s.SignerName, Signer: model.Signer(s.Signer), Signed: b.date(s.Signed)})
	}
	if s.Portrait != "" {
		decided := b.date(s.PortraitDecided)
		b.on(decided).portraits[id] = model.Portrait{State: model.PortraitState(s.Portrait), Decided: decided}
	}
	if s.Registered != "" {
		d := b.on(b.date(s.Registered))
		d.registered = append(d.registered, id)
	}
	b.addCode(id, s)
	if s.Left != "" {
		d := b.on(b.date(s.Left))
		d.left = append(d.left, id)
	}
}

func (b *demoBuilder) addCode(id model.StudentID, s assets.DemoStudent) {
	if s.CodeKind == "" {
		return
	}
	taken := b.at(s.CodeGenerated)
	taken.codes = append(taken.codes, model.Code{Student: id, Kind: model.CodeKind(s.CodeKind),
		Payload: model.Secret(s.Payload), Second: model.Secret(s.CodeSecond), Login: s.Login, Generated: s.CodeGenerated})
	if s.HandedTo != "" {
		d := b.at(s.HandedAt)
		d.handovers = append(d.handovers, model.Handover{Student: id, To: model.Recipient(s.HandedTo),
			ToName: s.HandedToName, CardShown: true})
	}
}

// play does the plan's deeds through the store, as a desk would have.
func (p demoPlan) play(ctx context.Context, db *store.DB, clock *time.Time) error {
	*clock = p.start
	defer func() { *clock = time.Time{} }()
	if err := db.TakeRoster(ctx, demoActor, p.roster, 0); err != nil {
		return fmt.Errorf("demo: roster: %w", err)
	}
	for _, d := range p.days {
		*clock = d.at
		if err := d.play(ctx, db); err != nil {
			return fmt.Errorf("demo: %w", err)
		}
	}
	return nil
}

func (d demoDay) play(ctx context.Context, db *store.DB) error {
	if err := d.evidence(ctx, db); err != nil {
		return err
	}
	if err := takeCodes(ctx, db, d.codes...); err != nil {
		return err
	}
	for _, h := range d.handovers {
		if err := handOver(ctx, db, h); err != nil {
			return err
		}
	}
	if len(d.left) > 0 {
		if err := db.MarkLeft(ctx, demoActor, d.left, d.day(db)); err != nil {
			return err
		}
	}
	for _, do := range d.after {
		if err := do(ctx, db); err != nil {
			return err
		}
	}
	return nil
}

func takeCodes(ctx context.Context, db *store.DB, codes ...model.Code) error {
	refused, err := db.TakeCodes(ctx, demoActor, codes...)
	return errors.Join(append(refused, err)...)
}

func (d demoDay) day(db *store.DB) model.Date { return model.DateOf(d.at.In(db.Profile().Zone())) }

// evidence is what comes before the codes.
func (d demoDay) evidence(ctx context.Context, db *store.DB) error {
	if len(d.sheets) > 0 {
		if _, err := db.RecordStatements(ctx, demoActor, d.sheets...); err != nil {
			return err
		}
	}
	if len(d.portraits) > 0 {
		if err := db.DecidePortraits(ctx, demoActor, d.portraits); err != nil {
			return err
		}
	}
	if len(d.registered) > 0 {
		if err := db.RegisterInSIO(ctx, demoActor, d.registered, d.day(db)); err != nil {
			return err
		}
	}
	return nil
}

// handOver hands a code over. Where the invented sheet came only later, the
// student came for nothing, as in life.
func handOver(ctx context.Context, db *store.DB, h model.Handover) error {
	c, err := db.PresentCode(ctx, demoActor, h.Student)
	var notReady *store.NotReadyError
	if errors.As(err, &notReady) {
		return nil
	}
	if err != nil {
		return err
	}
	h.Code = c.ID
	_, err = db.ConfirmHandover(ctx, demoActor, h)
	return err
}
