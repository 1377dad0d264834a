package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"okienko/model"
)

// Mark is a place in the register; what was touched after it is news.
type Mark int64

// School reads all records, in the order of their numbers, and the mark that
// they stand for. The secrets of codes are left out: they are read when a
// code is presented and stay in memory no longer than that.
func (db *DB) School(ctx context.Context) ([]model.Record, Mark, error) {
	return db.records(ctx, "1 = 1", "1 = 1")
}

// Changed reads the records touched after the mark, and the new mark.
func (db *DB) Changed(ctx context.Context, since Mark) ([]model.Record, Mark, error) {
	now, err := db.Mark(ctx)
	if err != nil || now == since {
		return nil, now, err
	}
	touched := fmt.Sprintf("touched > %d", since)
	return db.records(ctx, touched, "student IN (SELECT id FROM students WHERE "+touched+")")
}

// Record reads one student's record; ErrNoSuchStudent if there is none.
func (db *DB) Record(ctx context.Context, id model.StudentID) (model.Record, error) {
	all, _, err := db.records(ctx, fmt.Sprintf("id = %d", id), fmt.Sprintf("student = %d", id))
	switch {
	case err != nil:
		return model.Record{}, err
	case len(all) == 0:
		return model.Record{}, ErrNoSuchStudent
	}
	return all[0], nil
}

// Mark returns the present place in the register. Asking costs microseconds,
// so a window can do it every second to notice other desks' work.
func (db *DB) Mark(ctx context.Context) (Mark, error) {
	var m Mark
	err := db.read.QueryRowContext(ctx, "SELECT coalesce(max(seq), 0) FROM register").Scan(&m)
	if err != nil {
		return 0, fmt.Errorf("reading the register: %w", err)
	}
	return m, nil
}

// records reads the chosen students with all that belongs to them in one
// consistent view.
func (db *DB) records(ctx context.Context, students, owned string) ([]model.Record, Mark, error) {
	tx, err := db.read.BeginTx(ctx, nil)
	if err != nil {
		return nil, 0, explain(fmt.Errorf("reading the school: %w", err))
	}
	defer func() { _ = tx.Rollback() }() // nothing was written
	var m Mark
	if err := tx.QueryRowContext(ctx, "SELECT coalesce(max(seq), 0) FROM register").Scan(&m); err != nil {
		return nil, 0, explain(fmt.Errorf("reading the register: %w", err))
	}
	all, err := readRecords(ctx, tx, students, owned)
	return all, m, explain(err)
}

type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// readRecords is the same inside a deed.
func readRecords(ctx context.Context, q querier, students, owned string) ([]model.Record, error) {
	var count int
	if err := q.QueryRowContext(ctx, "SELECT count(*) FROM students WHERE "+students).Scan(&count); err != nil {
		return nil, fmt.Errorf("reading students: %w", err)
	}
	all := make([]model.Record, 0, count)
	err := packed(ctx, q, "students", studentColumns, students, func(c *cells) {
		all = append(all, readStudent(c))
	})
	if err != nil {
		return nil, err
	}
	// Numbers grow with time, so the records are in order and found by halving.
	find := func(c *cells, id model.StudentID) *model.Record {
		lo, hi := 0, len(all)
		for lo < hi {
			mid := (lo + hi) / 2
			if all[mid].ID < id {
				lo = mid + 1
			} else {
				hi = mid
			}
		}
		if lo == len(all) || all[lo].ID != id {
			c.err = errOrphan
			return &model.Record{}
		}
		return &all[lo]
	}
	for _, t := range []struct {
		table, columns string
		add            func(*cells)
	}{
		{"statements", statementColumns, func(c *cells) { s := readStatement(c); r := find(c, s.Student); r.Statements = append(r.Statements, s) }},
		{"cards", cardColumns, func(c *cells) { s := readCard(c); r := find(c, s.Student); r.Cards = append(r.Cards, s) }},
		{"codes", codeColumns, func(c *cells) { s := readCode(c); r := find(c, s.Student); r.Codes = append(r.Codes, s) }},
		{"handovers", handoverColumns, func(c *cells) { s := readHandover(c); r := find(c, s.Student); r.Handovers = append(r.Handovers, s) }},
	} {
		if err := packed(ctx, q, t.table, t.columns, owned, t.add); err != nil {
			return nil, err
		}
	}
	return all, nil
}

const (
	studentColumns   = "id, last, first, second, ifnull(pesel,''), birth, sex, class, book_no, document, left_on, registered, portrait, portrait_on, touched"
	statementColumns = "id, student, kind, signer_name, signer, signed, place, entered_by, entered_at, undone"
	cardColumns      = "id, student, number, kind, issued, valid_until, state, duplicate_of"
	codeColumns      = "id, student, kind, login, generated, until, added, spent, claim_desk, claim_window, claim_operator, claim_since, claim_until"
	handoverColumns  = "id, student, code, kind, recipient, name, card_shown, at, operator, desk, corrects, void"
)

func readStudent(c *cells) model.Record {
	var r model.Record
	r.ID = model.StudentID(c.number())
	r.Last, r.First, r.Second = c.text(), c.text(), c.text()
	r.PESEL, r.Birth, r.Sex, r.Class = model.PESEL(c.text()), c.day(), model.Sex(c.text()), c.class()
	r.BookNo, r.Document, r.Left = c.text(), c.text(), c.day()
	r.Registered = c.day()
	if p := (model.Portrait{State: model.PortraitState(c.text()), Decided: c.day()}); p.State != "" {
		r.Portrait = &p
	}
	r.Version = c.number()
	return r
}

func readStatement(c *cells) model.Statement {
	return model.Statement{ID: c.number(), Student: model.StudentID(c.number()), Kind: model.StatementKind(c.text()),
		SignerName: c.text(), Signer: model.Signer(c.text()), Signed: c.day(), Place: c.text(),
		EnteredBy: c.text(), EnteredAt: moment(c.number()), Undone: c.number() != 0}
}

func readCard(c *cells) model.Card {
	return model.Card{ID: c.number(), Student: model.StudentID(c.number()), Number: c.text(), Kind: model.CardKind(c.text()),
		Issued: c.day(), ValidUntil: c.day(), State: model.CardState(c.text()), DuplicateOf: c.text()}
}

func readCode(c *cells) model.Code {
	return model.Code{ID: c.number(), Student: model.StudentID(c.number()), Kind: model.CodeKind(c.text()), Login: c.text(),
		Generated: moment(c.number()), Until: moment(c.number()), Added: moment(c.number()), Spent: int(c.number()),
		Claim: model.Claim{Desk: c.text(), Window: c.text(), Operator: c.text(), Since: moment(c.number()), Until: moment(c.number())}}
}

func readHandover(c *cells) model.Handover {
	return model.Handover{ID: c.number(), Student: model.StudentID(c.number()), Code: c.number(), Kind: model.CodeKind(c.text()),
		To: model.Recipient(c.text()), ToName: c.text(), CardShown: c.number() != 0, At: moment(c.number()),
		Operator: c.text(), Desk: c.text(), Corrects: c.number(), Void: c.number() != 0}
}

// Rows are fetched glued together, a thousand to a text: with 100,000
// students the crossings from SQLite into Go, one per cell, would cost more
// than everything else. The glue can't be in the cells: fit() sees to that
// where they are written.
const (
	cellGlue  = "\x1f"
	rowGlue   = "\x1e"
	rowsGlued = 1000
)

// fit makes text fit to be kept: no control characters, composed letters.
func fit(s string) string {
	clean, _ := model.Clean(s)
	return clean
}

// packed calls each for every row of a table that fulfils the condition, in
// the order of its id.
func packed(ctx context.Context, q querier, table, columns, where string, each func(*cells)) error {
	var first, last int64
	err := q.QueryRowContext(ctx, fmt.Sprintf("SELECT coalesce(min(id), 0), coalesce(max(id), -1) FROM %s WHERE %s", table, where)).
		Scan(&first, &last)
	if err != nil {
		return fmt.Errorf("reading %s: %w", table, err)
	}
	query := fmt.Sprintf("SELECT coalesce(group_concat(row, char(30)), '') FROM (SELECT %s AS row FROM %s WHERE id BETWEEN ? AND ? AND %s ORDER BY id)",
		strings.ReplaceAll(columns, ", ", " || char(31) || "), table, where)
	// SQLite glues the next rows while these are taken apart.
	glued := make(chan text, 2)
	go func() {
		defer close(glued)
		for ; first <= last; first += rowsGlued {
			var t text
			t.err = q.QueryRowContext(ctx, query, first, first+rowsGlued-1).Scan(&t.rows)
			glued <- t
			if t.err != nil {
				return
			}
		}
	}()
	for t := range glued {
		if err == nil {
			err = t.err
		}
		if err == nil {
			err = unpack(t.rows, each)
		}
	}
	if err != nil {
		return fmt.Errorf("reading %s: %w", table, err)
	}
	return nil
}

// text is a stretch of glued rows.
type text struct {
	rows string
	err  error
}

func unpack(text string, each func(*cells)) error {
	for more := text != ""; more; {
		c := &cells{}
		c.rest, text, more = strings.Cut(text, rowGlue)
		each(c)
		if c.err != nil {
			return c.err
		}
	}
	return nil
}

// cells takes a glued row apart, cell by cell. The first cell that is not
// what it should be is kept in err.
type cells struct {
	rest string
	err  error
}

var (
	errCell   = errors.New("a cell is damaged")
	errOrphan = errors.New("a row is about a student who is not there")
)

func (c *cells) text() string {
	var s string
	s, c.rest, _ = strings.Cut(c.rest, cellGlue)
	return s
}

func (c *cells) number() int64 {
	n, err := strconv.ParseInt(c.text(), 10, 64)
	if err != nil {
		c.err = errCell
	}
	return n
}

func (c *cells) day() model.Date {
	d, err := model.ParseDate(c.text())
	if err != nil {
		c.err = errCell
	}
	return d
}

func (c *cells) class() model.Class {
	k, err := model.ParseClass(c.text())
	if err != nil {
		c.err = errCell
	}
	return k
}
