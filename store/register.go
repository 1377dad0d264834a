package store

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"okienko/model"
	"okienko/store/seal"
)

// deedTx is the one transaction of a deed: what is written through it and the
// register lines about it become durable together or not at all.
type deedTx struct {
	*sql.Tx
	ctx   context.Context
	db    *DB
	box   *seal.Box
	by    model.Actor
	at    time.Time
	seq   int64  // of the last line written or waiting
	hash  []byte // of that line
	lines []any  // arguments of the lines waiting to be written
}

// deed runs do in an immediate transaction and commits. An error of do leaves
// the file as it was. ErrRole for somebody whose role does no deeds.
func (db *DB) deed(ctx context.Context, by model.Actor, do func(*deedTx) error) error {
	if !by.Role.May(model.RightDeeds) {
		return ErrRole
	}
	return explain(db.transact(ctx, by, do))
}

func (db *DB) transact(ctx context.Context, by model.Actor, do func(*deedTx) error) error {
	if err := db.pulled(ctx); err != nil {
		return err
	}
	tx, err := db.write.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("beginning a deed: %w", err)
	}
	defer func() { _ = tx.Rollback() }() // after Commit it does nothing
	box, err := db.sealedBy(ctx, tx)
	if err != nil {
		return err
	}
	d := &deedTx{Tx: tx, ctx: ctx, db: db, box: box, by: by, at: db.now().UTC().Truncate(time.Millisecond)}
	err = tx.QueryRowContext(ctx, "SELECT seq, hash FROM register ORDER BY seq DESC LIMIT 1").Scan(&d.seq, &d.hash)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("reading the register: %w", err)
	}
	if err := d.stillAsSeen(); err != nil {
		return err
	}
	if err := do(d); err != nil {
		return err
	}
	if err := d.flush(); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("confirming a deed: %w", err)
	}
	return nil
}

// exec is ExecContext with the deed's context.
func (d *deedTx) exec(query string, args ...any) (sql.Result, error) {
	return d.ExecContext(d.ctx, query, args...)
}

// line writes a register line about a student (0: about none) and marks the
// student as touched. before and after are what changed; they become JSON
// objects and must not hold a code or a password.
func (d *deedTx) line(deed model.Deed, student model.StudentID, before, after any) error {
	if err := d.note(deed, student, before, after); err != nil {
		return err
	}
	return d.touch(student)
}

// touch marks a student (0: nobody) as touched by the line written last, so
// that every window reads them again.
func (d *deedTx) touch(student model.StudentID) error {
	if student == 0 {
		return nil
	}
	if _, err := d.exec("UPDATE students SET touched = ? WHERE id = ?", d.seq, student); err != nil {
		return fmt.Errorf("marking a student: %w", err)
	}
	return nil
}

// saltSize and hashSize in bytes.
const (
	saltSize = 16
	hashSize = sha256.Size
)

// linesAtOnce is how many waiting lines are written by one statement: fewer
// crossings into SQLite are what makes a roster of 100,000 fast.
const linesAtOnce = 200

// note is line for a student whose row the caller marks itself with d.seq.
func (d *deedTx) note(deed model.Deed, student model.StudentID, before, after any) error {
	l, err := d.sealedLine(d.seq+1, deed, student, before, after)
	if err != nil {
		return err
	}
	return d.chain(l)
}

// sealedLine is a register line that only waits to be chained to the one before
// it.
type sealedLine struct {
	model.RegisterLine
	before, after string
	salt, digest  []byte
}

// sealedLine makes the line of a number. It changes nothing of the deed, so that
// lines can be made ahead of the writing.
func (d *deedTx) sealedLine(seq int64, deed model.Deed, student model.StudentID, before, after any) (l sealedLine, err error) {
	l.RegisterLine = model.RegisterLine{Seq: seq, At: d.at, Actor: d.by, Deed: deed, Student: student}
	if l.Before, err = object(before); err != nil {
		return l, err
	}
	if l.After, err = object(after); err != nil {
		return l, err
	}
	salt := make([]byte, saltSize)
	if _, err := rand.Read(salt); err != nil {
		return l, fmt.Errorf("salting a register line: %w", err)
	}
	l.digest = detailDigest(l.RegisterLine, salt)
	l.before, l.after = d.sealed("register.before", seq, l.Before), d.sealed("register.after", seq, l.After)
	l.salt = d.box.SealBytes(seal.Place{Column: "register.salt", Row: seq}, salt)
	return l, nil
}

// chain has the next line written with those that wait.
func (d *deedTx) chain(l sealedLine) error {
	d.seq, d.hash = l.Seq, lineHash(l.RegisterLine, l.digest, d.hash)
	d.lines = append(d.lines, l.Seq, string(l.Deed), int64(l.Student), l.before, l.after, l.salt, l.digest, d.hash)
	if len(d.lines) >= linesAtOnce*lineColumns {
		return d.flush()
	}
	return nil
}

const lineColumns = 8

// flush writes the waiting lines. When, who and where are the same for all
// lines of a deed, so they cross into SQLite once.
func (d *deedTx) flush() error {
	if len(d.lines) == 0 {
		return nil
	}
	same := []any{millis(d.at), d.by.Operator, d.by.Desk}
	err := d.insert(`register (seq, deed, student, before, after, salt, digest, hash, at, operator, desk)`, lineColumns, d.lines, same...)
	if err != nil {
		return fmt.Errorf("writing the register: %w", err)
	}
	d.lines = d.lines[:0]
	return nil
}

// insert writes rows of the given number of columns with one statement; the
// values in same follow in every row.
func (d *deedTx) insert(into string, columns int, args []any, same ...any) error {
	if len(args) == 0 {
		return nil
	}
	var q strings.Builder
	q.WriteString("INSERT INTO " + into + " VALUES ")
	next := len(same) + 1
	for row := range len(args) / columns {
		if row > 0 {
			q.WriteByte(',')
		}
		for column := range columns + len(same) {
			if column == 0 {
				q.WriteByte('(')
			} else {
				q.WriteByte(',')
			}
			n := column - columns + 1
			if column < columns {
				n, next = next, next+1
			}
			q.WriteByte('?')
			q.WriteString(strconv.Itoa(n))
		}
		q.WriteByte(')')
	}
	_, err := d.exec(q.String(), append(slices.Clone(same), args...)...)
	return err
}

// object renders v as a JSON object, nil as "".
func object(v any) (string, error) {
	switch v := v.(type) {
	case nil:
		return "", nil
	case json.RawMessage:
		return string(v), nil
	}
	b, err := json.Marshal(v)
	if err != nil {
		return "", fmt.Errorf("writing a register line: %w", err)
	}
	return string(b), nil
}

// detailDigest is what the chain knows of before and after.
func detailDigest(l model.RegisterLine, salt []byte) []byte {
	return digestOf(salt, []byte(l.Before), []byte(l.After))
}

// lineHash chains a line to the one before.
func lineHash(l model.RegisterLine, digest, previous []byte) []byte {
	var numbers [24]byte
	binary.BigEndian.PutUint64(numbers[0:], uint64(l.Seq))
	binary.BigEndian.PutUint64(numbers[8:], uint64(millis(l.At)))
	binary.BigEndian.PutUint64(numbers[16:], uint64(l.Student))
	return digestOf(previous, numbers[:], []byte(l.Actor.Operator), []byte(l.Actor.Desk), []byte(l.Deed), digest)
}

// digestOf hashes parts with their lengths, so that no two lists of parts
// hash alike.
func digestOf(parts ...[]byte) []byte {
	h := sha256.New()
	var n [8]byte
	for _, p := range parts {
		binary.BigEndian.PutUint64(n[:], uint64(len(p)))
		h.Write(n[:])
		h.Write(p)
	}
	return h.Sum(make([]byte, 0, hashSize))
}

// Register calls each for every line from the first to the last that is about
// the student; 0 means all lines. An error of each ends it and is returned.
func (db *DB) Register(ctx context.Context, student model.StudentID, each func(model.RegisterLine) error) error {
	return db.RegisterAfter(ctx, student, 0, each)
}

// RegisterAfter is Register for what was written after a line.
func (db *DB) RegisterAfter(ctx context.Context, student model.StudentID, seq int64, each func(model.RegisterLine) error) error {
	return db.eachLine(ctx, "seq > ?2 AND (?1 = 0 OR student = ?1)", []any{int64(student), seq}, each)
}

// eachLine calls each for the lines to which a condition applies, the oldest
// first.
func (db *DB) eachLine(ctx context.Context, where string, args []any, each func(model.RegisterLine) error) error {
	box, err := db.sealedBy(ctx, db.read)
	if err != nil {
		return err
	}
	rows, err := db.read.QueryContext(ctx, `SELECT seq, at, operator, desk, deed, student, before, after, hash
		FROM register WHERE `+where+" ORDER BY seq", args...)
	if err != nil {
		return fmt.Errorf("reading the register: %w", err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		l, err := scanLine(rows, box)
		if err != nil {
			return err
		}
		if err := each(l); err != nil {
			return err
		}
	}
	return rows.Err()
}

// DayLines reads what was done on a day and about whom, the oldest first, as far
// as it was written after a line (0: all). Details and hashes are left out:
// counting needs none, and opening the details of a busy day would take longer
// than all the rest.
func (db *DB) DayLines(ctx context.Context, day model.Date, after int64) ([]model.RegisterLine, error) {
	lines, err := db.linesOfDay(ctx, db.read, day, "seq > ?", after)
	return lines, explain(err)
}

// rowsOf is the database or a transaction.
type rowsOf interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// linesOfDay is DayLines for the lines to which a condition applies.
func (db *DB) linesOfDay(ctx context.Context, from rowsOf, day model.Date, where string, arg any) (lines []model.RegisterLine, err error) {
	end := day.EndIn(db.profile.Zone())
	begin := day.AddDays(-1).EndIn(db.profile.Zone())
	rows, err := from.QueryContext(ctx, `SELECT seq, at, operator, desk, deed, student FROM register
		WHERE at >= ? AND at < ? AND `+where+` ORDER BY seq`, millis(begin), millis(end), arg)
	if err != nil {
		return nil, fmt.Errorf("reading the register: %w", err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var l model.RegisterLine
		var at int64
		if err := rows.Scan(&l.Seq, &at, &l.Actor.Operator, &l.Actor.Desk, &l.Deed, &l.Student); err != nil {
			return nil, fmt.Errorf("reading the register: %w", err)
		}
		l.At = moment(at)
		lines = append(lines, l)
	}
	return lines, rows.Err()
}

func scanLine(row interface{ Scan(...any) error }, box *seal.Box) (model.RegisterLine, error) {
	var l model.RegisterLine
	var at int64
	var hash []byte
	err := row.Scan(&l.Seq, &at, &l.Actor.Operator, &l.Actor.Desk, &l.Deed, &l.Student, &l.Before, &l.After, &hash)
	if err != nil {
		return l, fmt.Errorf("reading the register: %w", err)
	}
	if err := openLine(&l, box); err != nil {
		return l, fmt.Errorf("reading the register: %w", tampered(err))
	}
	l.At, l.Hash = moment(at), hex.EncodeToString(hash)
	return l, nil
}

// openLine opens the details of a line.
func openLine(l *model.RegisterLine, box *seal.Box) (err error) {
	if l.Before, err = box.Open(seal.Place{Column: "register.before", Row: l.Seq}, l.Before); err != nil {
		return err
	}
	l.After, err = box.Open(seal.Place{Column: "register.after", Row: l.Seq}, l.After)
	return err
}

// BrokenChainError names the first line of the register that does not follow
// from the ones before.
type BrokenChainError struct{ Seq int64 }

func (e *BrokenChainError) Error() string {
	return fmt.Sprintf("the register was tampered with at line %d", e.Seq)
}

// VerifyRegister proves that no line was changed, removed or put in; it returns a *BrokenChainError at the first that was. Lines whose
// details have been forgotten (empty salt) still count.
func (db *DB) VerifyRegister(ctx context.Context) (lines int64, err error) {
	tx, err := db.read.BeginTx(ctx, nil)
	if err != nil {
		return 0, fmt.Errorf("reading the register: %w", err)
	}
	defer func() { _ = tx.Rollback() }() // nothing was written
	box, err := db.sealedBy(ctx, tx)
	if err != nil {
		return 0, err
	}
	return verifyRegister(ctx, tx, box)
}

func verifyRegister(ctx context.Context, tx *sql.Tx, box *seal.Box) (lines int64, err error) {
	rows, err := tx.QueryContext(ctx,
		`SELECT seq, at, operator, desk, deed, student, before, after, hash, salt, digest FROM register ORDER BY seq`)
	if err != nil {
		return 0, fmt.Errorf("reading the register: %w", err)
	}
	defer func() { _ = rows.Close() }()
	var previous []byte
	for rows.Next() {
		var l model.RegisterLine
		var at int64
		var hash, salt, digest []byte
		if err := rows.Scan(&l.Seq, &at, &l.Actor.Operator, &l.Actor.Desk, &l.Deed, &l.Student,
			&l.Before, &l.After, &hash, &salt, &digest); err != nil {
			return lines, fmt.Errorf("reading the register: %w", err)
		}
		l.At = moment(at)
		lines++
		salt, err = box.OpenBytes(seal.Place{Column: "register.salt", Row: l.Seq}, salt)
		if err != nil || openLine(&l, box) != nil {
			return lines, &BrokenChainError{l.Seq}
		}
		forgotten := len(salt) == 0 && l.Before == "" && l.After == ""
		if l.Seq != lines || !bytes.Equal(lineHash(l, digest, previous), hash) ||
			!forgotten && !bytes.Equal(detailDigest(l, salt), digest) {
			return lines, &BrokenChainError{l.Seq}
		}
		previous = hash
	}
	if err := rows.Err(); err != nil {
		return lines, err
	}
	// Each student knows the last line about them: a register cut short at its
	// end is a sound chain, but too short for them.
	var touched int64
	if err := tx.QueryRowContext(ctx, "SELECT coalesce(max(touched), 0) FROM students").Scan(&touched); err != nil {
		return lines, fmt.Errorf("reading the register: %w", err)
	}
	if touched > lines {
		return lines, &BrokenChainError{lines + 1}
	}
	return lines, nil
}
