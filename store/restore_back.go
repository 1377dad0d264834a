package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"okienko/model"
)

// CameBack is what had been deleted since the backup and is there again after
// a restore, by the register of the database that was put aside.
type CameBack struct {
	// Unknown: that database could not be read, or there was none, so that
	// nobody can tell.
	Unknown  bool
	Students []model.StudentID // erased since, by a person or by retention
	Purged   int               // other lines about what retention deleted
}

// cameBack compares a database that was put aside with the restored one. A line
// is later than the backup if the restored register has no line of its hash: a
// hash goes over all lines before, so clocks and numbers can't mislead it.
// Another school's register has nothing to say and gives nothing.
func (f Folder) cameBack(ctx context.Context, kept []string) CameBack {
	if len(kept) == 0 || !strings.HasPrefix(kept[0], f.Database()) || slices.Contains(kept, kept[0]+"-wal") {
		return CameBack{Unknown: true}
	}
	back, err := compareForgotten(ctx, kept[0], f.Database())
	if err != nil { // damaged, which may be why there is a restore
		return CameBack{Unknown: true}
	}
	return back
}

func compareForgotten(ctx context.Context, former, present string) (back CameBack, err error) {
	was, err := settledFile(former)
	if err != nil {
		return back, err
	}
	defer func() { err = errors.Join(err, was.Close()) }()
	is, err := settledFile(present)
	if err != nil {
		return back, err
	}
	defer func() { err = errors.Join(err, is.Close()) }()
	var first []byte
	if err := was.QueryRowContext(ctx, "SELECT hash FROM register WHERE seq = 1").Scan(&first); err != nil && !errors.Is(err, sql.ErrNoRows) {
		return back, fmt.Errorf("reading the former register: %w", err)
	}
	if same, err := holdsLine(ctx, is, 1, first); err != nil || !same {
		return back, err
	}
	rows, err := was.QueryContext(ctx, "SELECT seq, hash, deed, student FROM register WHERE deed IN (?, ?, ?, ?, ?) ORDER BY seq",
		string(model.DeedStudentForgotten), string(model.DeedCodesForgotten), string(model.DeedSheetsForgotten),
		string(model.DeedRegisterForgotten), string(model.DeedPhotosPurged))
	if err != nil {
		return back, fmt.Errorf("reading the former register: %w", err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var seq, student int64
		var hash []byte
		var deed model.Deed
		if err := rows.Scan(&seq, &hash, &deed, &student); err != nil {
			return back, fmt.Errorf("reading the former register: %w", err)
		}
		if err := back.add(ctx, is, seq, hash, deed, student); err != nil {
			return back, err
		}
	}
	return back, rows.Err()
}

// add counts one line unless the restored register has it too, or the backup is
// older than its student.
func (b *CameBack) add(ctx context.Context, is *sql.DB, seq int64, hash []byte, deed model.Deed, student int64) error {
	known, err := holdsLine(ctx, is, seq, hash)
	if err != nil || known {
		return err
	}
	if deed != model.DeedStudentForgotten {
		b.Purged++
		return nil
	}
	var there bool
	if err := is.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM students WHERE id = ?)", student).Scan(&there); err != nil {
		return fmt.Errorf("reading students: %w", err)
	}
	if there {
		b.Students = append(b.Students, model.StudentID(student))
	}
	return nil
}

func holdsLine(ctx context.Context, db *sql.DB, seq int64, hash []byte) (there bool, err error) {
	err = db.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM register WHERE seq = ? AND hash = ?)", seq, hash).Scan(&there)
	if err != nil {
		return false, fmt.Errorf("reading the register: %w", err)
	}
	return there, nil
}

// settledFile opens a file that nobody has open and that has no log, and leaves
// nothing beside it.
func settledFile(path string) (*sql.DB, error) {
	return pool(path, 1, url.Values{"_journal_mode": nil, "mode": {"ro"}, "immutable": {"1"}})
}
