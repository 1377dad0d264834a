package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"okienko/model"
)

// Forgot is how much was forgotten. It holds no personal data.
type Forgot struct {
	Codes     int // what they held; that they were there stays
	Sheets    int // who signed and where they lie
	Lines     int // details of lines of the register; the chain holds without them
	Students  int
	Collected int // names of parents who collected, with the register's years
	Aside     int // files of the inbox that were put aside
}

// None reports whether there was nothing to forget.
func (f Forgot) None() bool { return f == Forgot{} }

// codesForgottenFacts, sheetsForgottenFacts and registerForgottenFacts are how
// the register writes down what was forgotten: how much, never whose.
type (
	codesForgottenFacts struct {
		Codes int `json:"codes"`
	}
	sheetsForgottenFacts struct {
		Sheets int `json:"statements"`
	}
	registerForgottenFacts struct {
		Lines     int `json:"lines"`
		Collected int `json:"collected,omitempty"`
	}
)

// Forget forgets what the profile says is due: what used-up and expired codes
// held, details of sheets and all of students who left, and what the register
// says of people after its years. Rows stay as facts, register lines prove it.
// Any role may: it is the day that decides. Photos are PurgePhotos' and files
// Folder.Purge's, which does all three and empties the write-ahead log.
func (db *DB) Forget(ctx context.Context, by model.Actor) (f Forgot, err error) {
	due, err := db.dueToForget(ctx)
	if err != nil {
		return f, err
	}
	lines, err := db.registerDue(ctx, db.now())
	if err != nil || len(due) == 0 && lines == 0 {
		return f, err
	}
	err = db.transact(ctx, by, func(d *deedTx) error {
		f = Forgot{}
		for _, id := range due {
			if err := d.forgetDue(id, &f); err != nil {
				return err
			}
		}
		if f.Codes > 0 {
			if err := d.note(model.DeedCodesForgotten, 0, nil, codesForgottenFacts{f.Codes}); err != nil {
				return err
			}
		}
		return d.forgetRegister(&f)
	})
	if err != nil {
		return Forgot{}, explain(err)
	}
	return f, nil
}

// dueToForget are the students of whom something is due now.
func (db *DB) dueToForget(ctx context.Context) (due []model.StudentID, err error) {
	now := db.now()
	err = db.forgettable(ctx, func(r model.Record) {
		for _, w := range model.WhenForgotten(r, db.profile, now) {
			if !w.At.After(now) {
				due = append(due, r.ID)
				break
			}
		}
	})
	return due, err
}

// studentsNamed is how many students one question to SQLite names at most.
const studentsNamed = 10_000

// forgettable calls each for every student of whom model.WhenForgotten may name
// something: who left, and for whom a code is kept. Nobody else is opened, for
// this is done whenever a school is.
func (db *DB) forgettable(ctx context.Context, each func(model.Record)) error {
	rows, err := db.read.QueryContext(ctx, `SELECT id FROM students WHERE left_on <> ''
		UNION SELECT student FROM codes WHERE payload <> '' OR second <> '' ORDER BY 1`)
	if err != nil {
		return explain(fmt.Errorf("looking for what is due: %w", err))
	}
	defer func() { _ = rows.Close() }()
	var ids []string
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			return fmt.Errorf("looking for what is due: %w", err)
		}
		ids = append(ids, strconv.FormatInt(id, 10))
	}
	if err := rows.Err(); err != nil {
		return explain(fmt.Errorf("looking for what is due: %w", err))
	}
	for part := range slices.Chunk(ids, studentsNamed) {
		in := " IN (" + strings.Join(part, ",") + ")"
		some, _, err := db.records(ctx, "id"+in, "student"+in)
		if err != nil {
			return err
		}
		for _, r := range some {
			each(r)
		}
	}
	return nil
}

// forgetDue forgets what is due of a student as they stand inside the deed.
func (d *deedTx) forgetDue(id model.StudentID, f *Forgot) error {
	r, err := d.record(id)
	if errors.Is(err, ErrNoSuchStudent) {
		return nil // another desk was faster
	}
	if err != nil {
		return err
	}
	sheets, whole := 0, false
	for _, w := range model.WhenForgotten(r, d.db.profile, d.at) {
		if w.At.After(d.at) {
			continue
		}
		switch w.Kind {
		case model.ForgetCode:
			err = d.forgetCode(w.ID)
			f.Codes++
		case model.ForgetSheet:
			_, err = d.exec("UPDATE statements SET signer_name = '', place = '' WHERE id = ?", w.ID)
			sheets++
		case model.ForgetWhole:
			whole = true
		}
		if err != nil {
			return fmt.Errorf("forgetting: %w", err)
		}
	}
	if whole {
		done, err := d.forgetStudent(r)
		f.Students, f.Lines = f.Students+1, f.Lines+done.Lines
		return err
	}
	f.Sheets += sheets
	if sheets > 0 {
		return d.line(model.DeedSheetsForgotten, id, nil, sheetsForgottenFacts{sheets})
	}
	return nil
}

// forgetCode forgets what a code held. Its keyed index stays where the QR text
// had one: nothing can be read from it, and a file that is taken in again would
// otherwise bring the used code back as a new one. An index over a password
// could be tried out with the key in hand, so that one goes.
func (d *deedTx) forgetCode(id int64) error {
	_, err := d.exec("UPDATE codes SET payload = '', second = '', login = '', login_index = NULL WHERE id = ?", id)
	return err
}

// registerBefore is the moment before which the register forgets details by a
// moment; ok is false where it never does.
func (db *DB) registerBefore(now time.Time) (before time.Time, ok bool) {
	years := db.profile.Retention.RegisterYears
	if years == 0 {
		return time.Time{}, false
	}
	zone := db.profile.Zone()
	return model.DateOf(now.In(zone)).AddMonths(-12 * years).EndIn(zone), true
}

// registerDue counts what the register forgets by a moment.
func (db *DB) registerDue(ctx context.Context, by time.Time) (n int, err error) {
	before, ok := db.registerBefore(by)
	if !ok {
		return 0, nil
	}
	err = db.read.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM register WHERE at < ?1 AND salt <> x'')
		+ (SELECT count(*) FROM handovers WHERE at < ?1 AND name <> '')`, millis(before)).Scan(&n)
	if err != nil {
		return 0, explain(fmt.Errorf("reading the register: %w", err))
	}
	return n, nil
}

// forgetRegister empties the details of lines older than the profile's years,
// and who collected. The chain goes over a salted digest of the details, so it
// holds without them.
func (d *deedTx) forgetRegister(f *Forgot) error {
	before, ok := d.db.registerBefore(d.at)
	if !ok {
		return nil
	}
	lines, err := d.changed("UPDATE register SET before = '', after = '', salt = x'' WHERE at < ? AND salt <> x''", millis(before))
	if err != nil {
		return err
	}
	if _, err := d.exec("UPDATE students SET touched = ? WHERE id IN (SELECT student FROM handovers WHERE at < ? AND name <> '')",
		d.seq+1, millis(before)); err != nil { // of the line below
		return fmt.Errorf("marking students: %w", err)
	}
	collected, err := d.changed("UPDATE handovers SET name = '' WHERE at < ? AND name <> ''", millis(before))
	if err != nil || lines+collected == 0 {
		return err
	}
	f.Lines, f.Collected = f.Lines+lines, f.Collected+collected
	return d.note(model.DeedRegisterForgotten, 0, nil, registerForgottenFacts{lines, collected})
}

// changed runs a statement and says how many rows it changed.
func (d *deedTx) changed(query string, args ...any) (int, error) {
	result, err := d.exec(query, args...)
	if err != nil {
		return 0, fmt.Errorf("forgetting: %w", err)
	}
	n, err := result.RowsAffected()
	return int(n), err
}

// Forecast is what will be forgotten within model.ForecastDays.
func (f Folder) Forecast(ctx context.Context, db *DB) ([]model.Forthcoming, error) {
	now := db.now()
	of := model.NewForecast(db.profile, now)
	if err := db.forgettable(ctx, of.Add); err != nil {
		return nil, err
	}
	photos, _, err := db.Photos(ctx)
	if err != nil {
		return nil, err
	}
	for _, p := range photos {
		of.AddDay(model.ForgetPortraits, p.Deletion, 1)
	}
	today, known := model.DateOf(now.In(db.profile.Zone())), 0
	for day := range model.ForecastDays + 1 {
		n, err := db.registerDue(ctx, now.AddDate(0, 0, day))
		if err != nil {
			return nil, err
		}
		of.AddDay(model.ForgetRegister, today.AddDays(day), n-known)
		known = n
	}
	for _, file := range f.asides(db.profile) {
		of.AddDay(model.ForgetAside, file.on, 1)
	}
	return of.Days(), nil
}
