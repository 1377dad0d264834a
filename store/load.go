package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"okienko/model"
	"okienko/store/seal"
)

// Mark is a place in the register; what was touched after it is news.
type Mark int64

// School reads all records, in the order of their numbers, and the mark that
// they stand for. The secrets of codes are left out: they are read when a
// code is presented and stay in memory no longer than that.
//
// Who was forgotten or erased is not among them; Changed tells of them, so that
// a list in memory forgets them too.
func (db *DB) School(ctx context.Context) ([]model.Record, Mark, error) {
	all, mark, err := db.records(ctx, "1 = 1", "1 = 1")
	return slices.DeleteFunc(all, func(r model.Record) bool { return r.Gone() }), mark, err
}

// Named is School with those who were erased, but whom the register of cards
// handed over still has to name.
func (db *DB) Named(ctx context.Context) ([]model.Record, Mark, error) {
	all, mark, err := db.records(ctx, "1 = 1", "1 = 1")
	return slices.DeleteFunc(all, func(r model.Record) bool { return r.Forgotten() }), mark, err
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
	case len(all) == 0 || all[0].Forgotten():
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
	box, err := db.sealedBy(ctx, tx)
	if err != nil {
		return nil, 0, explain(err)
	}
	var m Mark
	if err := tx.QueryRowContext(ctx, "SELECT coalesce(max(seq), 0) FROM register").Scan(&m); err != nil {
		return nil, 0, explain(fmt.Errorf("reading the register: %w", err))
	}
	all, err := readRecords(ctx, tx, box, students, owned)
	return all, m, explain(err)
}

type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// readRecords is the same inside a deed.
func readRecords(ctx context.Context, q querier, box *seal.Box, students, owned string) ([]model.Record, error) {
	var count int
	if err := q.QueryRowContext(ctx, "SELECT count(*) FROM students WHERE "+students).Scan(&count); err != nil {
		return nil, fmt.Errorf("reading students: %w", err)
	}
	all := make([]model.Record, 0, count)
	err := packed(ctx, q, box, "students", studentColumns, students, readStudent, func(r model.Record) error {
		all = append(all, r)
		return nil
	})
	// Numbers grow with time, so the records are in order and found by halving.
	find := func(id model.StudentID) (*model.Record, error) {
		i, ok := slices.BinarySearchFunc(all, id, func(r model.Record, id model.StudentID) int { return cmp.Compare(r.ID, id) })
		if !ok {
			return &model.Record{}, errOrphan
		}
		return &all[i], nil
	}
	if err == nil {
		err = packed(ctx, q, box, "statements", statementColumns, owned, readStatement, func(s model.Statement) error {
			r, err := find(s.Student)
			r.Statements = append(r.Statements, s)
			return err
		})
	}
	if err == nil {
		err = packed(ctx, q, box, "cards", cardColumns, owned, readCard, func(c model.Card) error {
			r, err := find(c.Student)
			r.Cards = append(r.Cards, c)
			return err
		})
	}
	if err == nil {
		err = packed(ctx, q, box, "codes", codeColumns, owned, readCode, func(c model.Code) error {
			r, err := find(c.Student)
			r.Codes = append(r.Codes, c)
			return err
		})
	}
	if err == nil {
		err = packed(ctx, q, box, "handovers", handoverColumns, owned, readHandover, func(h model.Handover) error {
			r, err := find(h.Student)
			r.Handovers = append(r.Handovers, h)
			return err
		})
	}
	if err == nil {
		err = packed(ctx, q, box, "invalidations", invalidationColumns, owned, readInvalidation, func(i model.Invalidation) error {
			r, err := find(i.Student)
			r.Invalidations = append(r.Invalidations, i)
			return err
		})
	}
	if err == nil {
		err = packed(ctx, q, box, "photos", photoPlainColumns, "student <> 0 AND "+owned, readPhotoPlain, func(p model.Photo) error {
			r, err := find(p.Student)
			r.Photos = append(r.Photos, p)
			return err
		})
	}
	if err != nil {
		return nil, err
	}
	return all, nil
}

const (
	studentColumns      = "id, last, first, second, pesel, birth, sex, class, book_no, document, left_on, registered, portrait, portrait_on, touched, waiting, erased, register_no"
	statementColumns    = "id, student, kind, signer_name, signer, signed, place, entered_by, entered_at, undone"
	cardColumns         = "id, student, number, kind, issued, valid_until, state, duplicate_of"
	codeColumns         = "id, student, kind, login, generated, until, added, spent, claim_desk, claim_window, claim_operator, claim_since, claim_until, set_aside, (payload = '' AND second = '')"
	handoverColumns     = "id, student, code, kind, recipient, name, card_shown, at, operator, desk, corrects, void"
	invalidationColumns = "id, student, of, card, reason, reporter, reporter_name, reported, note, entered_by, entered_at, done, done_by, undone, last_code, last_sheet, registered"
	photoPlainColumns   = "id, student, arrived, state"
)

func readStudent(c *cells) model.Record {
	var r model.Record
	r.ID = model.StudentID(c.id())
	r.Last, r.First, r.Second = c.sealed("students.last"), c.sealed("students.first"), c.sealed("students.second")
	r.PESEL, r.Birth = model.PESEL(c.sealed("students.pesel")), c.dayOf(c.sealed("students.birth"))
	r.Sex, r.Class = model.Sex(c.word()), c.class()
	r.BookNo, r.Document, r.Left = c.sealed("students.book_no"), c.sealed("students.document"), c.day()
	r.Registered = c.day()
	if p := (model.Portrait{State: model.PortraitState(c.word()), Decided: c.day()}); p.State != "" {
		r.Portrait = &p
	}
	r.Version, r.Waiting = c.number(), moment(c.number())
	r.Erased, r.RegisterNo = c.day(), int(c.number())
	return r
}

func readStatement(c *cells) model.Statement {
	return model.Statement{ID: c.id(), Student: c.student(), Kind: model.StatementKind(c.word()),
		SignerName: c.sealed("statements.signer_name"), Signer: model.Signer(c.word()), Signed: c.day(),
		Place: c.sealed("statements.place"), EnteredBy: c.word(), EnteredAt: moment(c.number()), Undone: c.number() != 0}
}

func readCard(c *cells) model.Card {
	return model.Card{ID: c.id(), Student: c.student(), Number: c.sealed("cards.number"), Kind: model.CardKind(c.word()),
		Issued: c.day(), ValidUntil: c.day(), State: model.CardState(c.word()), DuplicateOf: c.sealed("cards.duplicate_of")}
}

func readCode(c *cells) model.Code {
	return model.Code{ID: c.id(), Student: c.student(), Kind: model.CodeKind(c.word()), Login: c.sealed("codes.login"),
		Generated: moment(c.number()), Until: moment(c.number()), Added: moment(c.number()), Spent: int(c.number()),
		Claim:    model.Claim{Desk: c.word(), Window: c.word(), Operator: c.word(), Since: moment(c.number()), Until: moment(c.number())},
		SetAside: c.number() != 0, Forgotten: c.number() != 0}
}

func readHandover(c *cells) model.Handover {
	return model.Handover{ID: c.id(), Student: c.student(), Code: c.number(), Kind: model.CodeKind(c.word()),
		To: model.Recipient(c.word()), ToName: c.sealed("handovers.name"), CardShown: c.number() != 0, At: moment(c.number()),
		Operator: c.word(), Desk: c.word(), Corrects: c.number(), Void: c.number() != 0}
}

func readInvalidation(c *cells) model.Invalidation {
	return model.Invalidation{ID: c.id(), Student: c.student(), Of: model.Invalidated(c.word()), Card: c.number(),
		Reason: model.InvalidationReason(c.word()), Reporter: model.Reporter(c.word()), ReporterName: c.sealed("invalidations.reporter_name"),
		Reported: c.day(), Note: c.sealed("invalidations.note"), EnteredBy: c.word(), EnteredAt: moment(c.number()),
		Done: c.day(), DoneBy: c.word(), Undone: c.number() != 0, LastCode: c.number(), LastSheet: c.number(), Registered: c.day()}
}

// readPhotoPlain reads what stays open of a photo.
func readPhotoPlain(c *cells) model.Photo {
	return model.Photo{ID: c.id(), Student: model.StudentID(c.number()), Arrived: c.day(), State: model.PhotoState(c.word())}
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

// packed reads every row of a table that fulfils the condition and calls add
// for each, in the order of its id.
func packed[T any](ctx context.Context, q querier, box *seal.Box, table, columns, where string, read func(*cells) T, add func(T) error) error {
	var first, last int64
	err := q.QueryRowContext(ctx, fmt.Sprintf("SELECT coalesce(min(id), 0), coalesce(max(id), -1) FROM %s WHERE %s", table, where)).
		Scan(&first, &last)
	if err != nil {
		return fmt.Errorf("reading %s: %w", table, err)
	}
	query := fmt.Sprintf("SELECT coalesce(group_concat(row, char(30)), '') FROM (SELECT %s AS row FROM %s WHERE id BETWEEN ? AND ? AND %s ORDER BY id)",
		strings.ReplaceAll(columns, ", ", " || char(31) || "), table, where)
	// SQLite glues the next rows while the ones before are taken apart and
	// opened, as many stretches at a time as there are processors.
	stretches := make(chan chan stretch[T], runtime.GOMAXPROCS(0))
	go func() {
		defer close(stretches)
		for ; first <= last; first += rowsGlued {
			var rows string
			err := q.QueryRowContext(ctx, query, first, first+rowsGlued-1).Scan(&rows)
			done := make(chan stretch[T], 1)
			stretches <- done
			if err != nil {
				done <- stretch[T]{err: err}
				return
			}
			go func() {
				var s stretch[T]
				s.crash = caught(func() { s = unpack(rows, box, read) })
				done <- s
			}()
		}
	}()
	var crash any
	for done := range stretches { // to the end, or the goroutine would never finish
		s := <-done
		if s.crash != nil {
			crash = s.crash
		}
		if err == nil {
			err = s.err
		}
		for i := 0; i < len(s.rows) && err == nil; i++ {
			err = add(s.rows[i])
		}
	}
	if crash != nil {
		panic(crash) // where the window or the command expects one
	}
	if err != nil {
		return fmt.Errorf("reading %s: %w", table, err)
	}
	return nil
}

// caught returns what a function panicked with, nil if it did not. A panic of a
// goroutine that nobody catches ends the program with all its windows, and
// leaves their terminals as they are.
func caught(do func()) (crash any) {
	defer func() { crash = recover() }()
	do()
	return nil
}

// stretch is what glued rows hold.
type stretch[T any] struct {
	rows  []T
	err   error
	crash any // what taking them apart panicked with
}

func unpack[T any](text string, box *seal.Box, read func(*cells) T) (s stretch[T]) {
	if text == "" {
		return s
	}
	s.rows = make([]T, 0, strings.Count(text, rowGlue)+1)
	c := &cells{box: box}
	for more := true; more && s.err == nil; {
		c.rest, text, more = strings.Cut(text, rowGlue)
		s.rows = append(s.rows, read(c))
		s.err = c.err
	}
	return s
}

// cells takes a glued row apart, cell by cell. The first cell that is not
// what it should be is kept in err.
type cells struct {
	rest   string
	row    int64 // its number
	owner  int64 // the number of the student whose it is; 0: it is a student
	box    *seal.Box
	opener seal.Reader
	err    error
	words  map[string]string // of these rows, each once
}

var (
	errCell   = errors.New("a cell is damaged")
	errOrphan = errors.New("a row is about a student who is not there")
)

// text is the next cell; it must not outlive the row, or it would keep all
// rows glued to it.
func (c *cells) text() string {
	var s string
	s, c.rest, _ = strings.Cut(c.rest, cellGlue)
	return s
}

// word is the next cell, one of few that many rows share: a kind, a desk.
func (c *cells) word() string {
	s := c.text()
	if s == "" {
		return ""
	}
	known, ok := c.words[s]
	if !ok {
		known = strings.Clone(s)
		if c.words == nil {
			c.words = map[string]string{}
		}
		c.words[known] = known
	}
	return known
}

// id is the first cell of every row.
func (c *cells) id() int64 {
	c.row = c.number()
	return c.row
}

// student is the second cell of a row that belongs to one.
func (c *cells) student() model.StudentID {
	c.owner = c.number()
	return model.StudentID(c.owner)
}

// sealed opens the next cell; column is "table.column".
func (c *cells) sealed(column string) string {
	s, err := c.opener.Open(c.box, seal.Place{Column: column, Row: c.row, Owner: c.owner}, c.text())
	if err != nil {
		c.fail(tampered(err))
	}
	return s
}

func (c *cells) fail(err error) {
	if c.err == nil {
		c.err = err
	}
}

func (c *cells) number() int64 {
	n, err := strconv.ParseInt(c.text(), 10, 64)
	if err != nil {
		c.fail(errCell)
	}
	return n
}

func (c *cells) day() model.Date { return c.dayOf(c.text()) }

func (c *cells) dayOf(text string) model.Date {
	d, err := model.ParseDate(text)
	if err != nil {
		c.fail(errCell)
	}
	return d
}

func (c *cells) class() model.Class {
	k, err := model.KeptClass(c.word())
	if err != nil {
		c.fail(errCell)
	}
	return k
}
