package store

import (
	"context"
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
	Outgoing  int // files that were written for people
	Copies    int // of a former database
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
// Any role may: it is the day that decides. Photos and files are Folder.Purge's,
// which also empties the write-ahead log.
//
// It is done in many small transactions, each with its lines, so that no desk
// waits for it. One that is cut off has forgotten what it says, and the next
// goes on from there.
func (db *DB) Forget(ctx context.Context, by model.Actor) (f Forgot, err error) {
	due, err := db.dueToForget(ctx)
	if err != nil {
		return f, err
	}
	step := steps{db: db, by: by}
	for len(due) > 0 {
		var part Forgot
		rest := due
		err := step.take(ctx, func(d *deedTx, more func() bool) error {
			for len(rest) > 0 && more() {
				n := min(len(rest), studentsAtOnce)
				if err := d.forgetDue(rest[:n], &part); err != nil {
					return err
				}
				rest = rest[n:]
			}
			if part.Codes == 0 {
				return nil
			}
			return d.note(model.DeedCodesForgotten, 0, nil, codesForgottenFacts{part.Codes})
		})
		if err != nil {
			return f, explain(err)
		}
		due = rest
		f.add(part)
	}
	err = step.forgetRegister(ctx, &f)
	return f, explain(err)
}

func (f *Forgot) add(part Forgot) {
	f.Codes, f.Sheets, f.Lines = f.Codes+part.Codes, f.Sheets+part.Sheets, f.Lines+part.Lines
	f.Students, f.Collected = f.Students+part.Students, f.Collected+part.Collected
}

// dueToForget are the students of whom something is due now.
func (db *DB) dueToForget(ctx context.Context) (all []model.StudentID, err error) {
	now := db.now()
	err = db.forgettable(ctx, func(r model.Record) {
		if len(due(r, db.profile, now)) > 0 {
			all = append(all, r.ID)
		}
	})
	return all, err
}

// studentsNamed is how many students one question to SQLite names at most.
const studentsNamed = 10_000

// forgettable calls each for every student of whom model.WhenForgotten may name
// something: who left, and for whom a code is kept. Nobody else is opened, for
// this is done whenever a school is.
func (db *DB) forgettable(ctx context.Context, each func(model.Record)) error {
	rows, err := db.read.QueryContext(ctx, `SELECT id FROM students WHERE left_on <> '' OR erased <> ''
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

// studentsAtOnce is how many students are read by one question.
const studentsAtOnce = 20

// forgetDue forgets what is due of some students as they stand inside the deed.
func (d *deedTx) forgetDue(ids []model.StudentID, f *Forgot) error {
	in := among(ids)
	records, err := readRecords(d.ctx, d, d.box, "id IN "+in, "student IN "+in)
	if err != nil {
		return err
	}
	for _, r := range records { // another desk may have been faster
		if err := d.forgetDueOf(r, f); err != nil {
			return fmt.Errorf("forgetting: %w", err)
		}
	}
	return nil
}

// among is the numbers as SQL writes a set.
func among(ids []model.StudentID) string {
	text := make([]string, len(ids))
	for i, id := range ids {
		text[i] = strconv.FormatInt(int64(id), 10)
	}
	return "(" + strings.Join(text, ",") + ")"
}

func (d *deedTx) forgetDueOf(r model.Record, f *Forgot) error {
	sheets := 0
	for _, w := range due(r, d.db.profile, d.at) {
		var err error
		switch w.Kind {
		case model.ForgetWhole:
			done, err := d.forgetStudent(r)
			f.Students, f.Lines = f.Students+1, f.Lines+done.Lines
			return err
		case model.ForgetCode:
			err = d.forgetCode(w.ID)
			f.Codes++
		case model.ForgetSheet:
			_, err = d.exec("UPDATE statements SET signer_name = '', place = '' WHERE id = ?", w.ID)
			sheets++
		}
		if err != nil {
			return err
		}
	}
	f.Sheets += sheets
	if sheets > 0 {
		return d.line(model.DeedSheetsForgotten, r.ID, nil, sheetsForgottenFacts{sheets})
	}
	return nil
}

// due is what of a student is to be forgotten now. A whole student comes first,
// for nothing is left of them then.
func due(r model.Record, p model.Profile, now time.Time) (all []model.Forgetting) {
	for _, w := range model.WhenForgotten(r, p, now) {
		switch {
		case w.At.After(now):
		case w.Kind != model.ForgetWhole:
			all = append(all, w)
		case r.HeldFor(p, model.DateOf(now.In(p.Zone()))) == model.NoHold:
			all = slices.Insert(all, 0, w)
		}
	}
	return all
}

// forgetCode forgets what a code held. Its keyed index stays where the QR text
// had one: nothing can be read from it, and a file that is taken in again would
// otherwise bring the used code back as a new one. An index over a password
// could be tried out with the key in hand, so that one goes.
func (d *deedTx) forgetCode(id int64) error {
	_, err := d.exec("UPDATE codes SET payload = '', second = '', login = '', login_index = NULL WHERE id = ?", id)
	return err
}
