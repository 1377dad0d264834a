package store

import (
	"context"
	"fmt"
	"time"

	"okienko/model"
)

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

// stretchDue is the first and the last row of a table that is due to be emptied.
type stretchDue struct{ next, last int64 }

// emptied is a table of which rows are emptied after the register's years.
type emptied struct{ table, key, full, set string }

// The details of lines, whose chain goes over a salted digest of them and so
// holds without them; and who collected.
var (
	emptiedLines     = emptied{"register", "seq", "salt <> x''", "before = '', after = '', salt = x''"}
	emptiedHandovers = emptied{"handovers", "id", "name <> ''", "name = ''"}
)

// due is where what is due begins and ends. It is asked beside the deeds: with
// many lines it takes a while.
func (e emptied) due(ctx context.Context, db *DB, before time.Time) (s stretchDue, err error) {
	err = db.read.QueryRowContext(ctx, fmt.Sprintf("SELECT coalesce(min(%[1]s), 1), coalesce(max(%[1]s), 0) FROM %[2]s WHERE at < ? AND %[3]s", e.key, e.table, e.full),
		millis(before)).Scan(&s.next, &s.last)
	if err != nil {
		return s, fmt.Errorf("reading the register: %w", err)
	}
	return s, nil
}

// rowsAtOnce is how many numbers of rows one statement goes through.
const rowsAtOnce = 100

// empty empties some rows of a stretch, which goes on behind them.
func (e emptied) empty(d *deedTx, s *stretchDue, before time.Time) (from, to int64, n int, err error) {
	from, to = s.next, min(s.next+rowsAtOnce-1, s.last)
	s.next = to + 1
	n, err = d.changed(fmt.Sprintf("UPDATE %s SET %s WHERE %s BETWEEN ? AND ? AND at < ? AND %s", e.table, e.set, e.key, e.full), from, to, millis(before))
	return from, to, n, err
}

// forgetRegister empties what is older than the profile's years.
func (s *steps) forgetRegister(ctx context.Context, f *Forgot) error {
	before, ok := s.db.registerBefore(s.db.now())
	if !ok {
		return nil
	}
	lines, err := emptiedLines.due(ctx, s.db, before)
	if err != nil {
		return err
	}
	handovers, err := emptiedHandovers.due(ctx, s.db, before)
	if err != nil {
		return err
	}
	for lines.next <= lines.last || handovers.next <= handovers.last {
		var part registerForgottenFacts
		err := s.take(ctx, func(d *deedTx, more func() bool) error {
			for lines.next <= lines.last && more() {
				_, _, n, err := emptiedLines.empty(d, &lines, before)
				if err != nil {
					return err
				}
				part.Lines += n
			}
			for handovers.next <= handovers.last && more() {
				n, err := d.forgetCollected(&handovers, before)
				if err != nil {
					return err
				}
				part.Collected += n
			}
			if part == (registerForgottenFacts{}) {
				return nil
			}
			return d.note(model.DeedRegisterForgotten, 0, nil, part)
		})
		if err != nil {
			return err
		}
		f.Lines, f.Collected = f.Lines+part.Lines, f.Collected+part.Collected
	}
	return nil
}

// forgetCollected empties who collected. Lists in memory show it, so the
// students are marked with the number of the line about that.
func (d *deedTx) forgetCollected(s *stretchDue, before time.Time) (int, error) {
	from, to, n, err := emptiedHandovers.empty(d, s, before)
	if err != nil || n == 0 {
		return n, err
	}
	_, err = d.exec("UPDATE students SET touched = ? WHERE id IN (SELECT student FROM handovers WHERE id BETWEEN ? AND ? AND at < ?)",
		d.seq+1, from, to, millis(before))
	if err != nil {
		return 0, fmt.Errorf("marking students: %w", err)
	}
	return n, nil
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
