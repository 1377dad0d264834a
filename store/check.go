package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	sqlite3 "github.com/mattn/go-sqlite3"
)

// Orphan is a row that refers to a row of another table which is not there.
type Orphan struct {
	Table string
	Row   int64
	Lacks string // the other table
}

// Checkup is what SQLite itself says of the file, and what the register's
// lines add up to. It holds no personal data.
type Checkup struct {
	Damage    []string // SQLite's words, empty if the file is whole
	Orphans   []Orphan
	Schema    []string  // tables, indexes and triggers that are not as this program makes them
	Forgotten int64     // lines of the register whose details were forgotten
	FirstLine time.Time // when the register's first and last line were written; zero: none
	LastLine  time.Time
}

// mostFaults bounds what is listed of a file that is damaged all over.
const mostFaults = 20

// Check looks through the whole file: pages, indexes, references between
// tables. It takes as long as reading the file does and changes nothing. The
// chain of the register is VerifyRegister's to check.
func (db *DB) Check(ctx context.Context) (Checkup, error) {
	var c Checkup
	if err := c.integrity(ctx, db.read); err != nil {
		return c, err
	}
	if len(c.Damage) > 0 {
		return c, nil // what else a damaged file says is worth nothing
	}
	if err := c.references(ctx, db.read); err != nil {
		return c, err
	}
	var err error
	if c.Schema, err = strangeSchema(ctx, db.read); err != nil {
		return c, err
	}
	var first, last int64
	err = db.read.QueryRowContext(ctx, `SELECT
		(SELECT count(*) FROM register WHERE length(salt) = 0 AND before = '' AND after = ''),
		coalesce((SELECT at FROM register ORDER BY seq LIMIT 1), 0),
		coalesce((SELECT at FROM register ORDER BY seq DESC LIMIT 1), 0)`).Scan(&c.Forgotten, &first, &last)
	if err != nil {
		return c, fmt.Errorf("checking the register: %w", err)
	}
	c.FirstLine, c.LastLine = moment(first), moment(last)
	return c, nil
}

func (c *Checkup) integrity(ctx context.Context, db *sql.DB) error {
	err := eachRow(ctx, db, fmt.Sprintf("PRAGMA integrity_check(%d)", mostFaults), func(row *sql.Rows) error {
		var fault string
		if err := row.Scan(&fault); err != nil {
			return err
		}
		if fault != "ok" {
			c.Damage = append(c.Damage, fault)
		}
		return nil
	})
	var se sqlite3.Error
	if errors.As(err, &se) && (se.Code == sqlite3.ErrCorrupt || se.Code == sqlite3.ErrNotADB) {
		c.Damage = append(c.Damage, se.Code.Error())
		return nil
	}
	return err
}

func (c *Checkup) references(ctx context.Context, db *sql.DB) error {
	return eachRow(ctx, db, "PRAGMA foreign_key_check", func(row *sql.Rows) error {
		var o Orphan
		var key int64
		if err := row.Scan(&o.Table, &o.Row, &o.Lacks, &key); err != nil {
			return err
		}
		if len(c.Orphans) < mostFaults {
			c.Orphans = append(c.Orphans, o)
		}
		return nil
	})
}

func eachRow(ctx context.Context, db *sql.DB, query string, each func(*sql.Rows) error) error {
	rows, err := db.QueryContext(ctx, query)
	if err != nil {
		return fmt.Errorf("checking the database: %w", err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := each(rows); err != nil {
			return fmt.Errorf("checking the database: %w", err)
		}
	}
	if err := rows.Err(); err != nil {
		return fmt.Errorf("checking the database: %w", err)
	}
	return nil
}

// strangeSchema compares the file's schema with that of a new one. What guards
// the register against changes is part of it, so its removal is found here.
func strangeSchema(ctx context.Context, db *sql.DB) (names []string, err error) {
	have, err := schemaOf(ctx, db)
	if err != nil {
		return nil, err
	}
	fresh, err := sql.Open(driverName, ":memory:")
	if err != nil {
		return nil, fmt.Errorf("checking the schema: %w", err)
	}
	defer func() { err = errors.Join(err, fresh.Close()) }()
	fresh.SetMaxOpenConns(1) // each connection would have a memory of its own
	for _, step := range migrations {
		if _, err := fresh.ExecContext(ctx, step); err != nil {
			return nil, fmt.Errorf("checking the schema: %w", err)
		}
	}
	want, err := schemaOf(ctx, fresh)
	if err != nil {
		return nil, err
	}
	for name, text := range want {
		if have[name] != text {
			names = append(names, name)
		}
		delete(have, name)
	}
	names = slices.AppendSeq(names, maps.Keys(have))
	slices.Sort(names)
	return names, nil
}

// schemaOf reads how tables, indexes and triggers were made. What SQLite keeps
// for itself is left out.
func schemaOf(ctx context.Context, db *sql.DB) (map[string]string, error) {
	all := map[string]string{}
	err := eachRow(ctx, db, "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite#_%' ESCAPE '#' AND sql IS NOT NULL", func(row *sql.Rows) error {
		var name, text string
		err := row.Scan(&name, &text)
		all[name] = text
		return err
	})
	return all, err
}
