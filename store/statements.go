package store

import (
	"context"
	"fmt"

	"okienko/model"
)

// statementFacts is how the register writes a sheet down.
type statementFacts struct {
	Kind       model.StatementKind `json:"kind"`
	SignerName string              `json:"signer_name,omitempty"`
	Signer     model.Signer        `json:"signer"`
	Signed     string              `json:"signed,omitempty"`
	Place      string              `json:"place,omitempty"`
}

// RecordStatements enters signed sheets, all or none, and returns their
// numbers in the same order. A sheet equal to the one that counts (with
// OverAny: to any) is not entered again; its number is then that one's. Where another sheet counts
// than the one it was entered over, it is a *ConflictError: nobody lifts an
// objection unseen.
func (db *DB) RecordStatements(ctx context.Context, by model.Actor, sheets ...model.Statement) ([]int64, error) {
	ids := make([]int64, len(sheets))
	err := db.deed(ctx, by, func(d *deedTx) error {
		for i, s := range sheets {
			var err error
			if ids[i], err = d.recordStatement(s); err != nil {
				return err
			}
		}
		return nil
	})
	return ids, err
}

func (d *deedTx) recordStatement(s model.Statement) (int64, error) {
	r, err := d.record(s.Student)
	if err != nil {
		return 0, err
	}
	s.SignerName, s.Place = fit(s.SignerName), fit(s.Place)
	counting, _ := model.CurrentStatement(r.Statements)
	for _, old := range r.Statements {
		// A list read again repeats sheets that no longer count; a person at
		// the desk who enters one again means it.
		relevant := !old.Undone && (old.ID == counting.ID || s.Over == model.OverAny)
		if relevant && old.Kind == s.Kind && old.Signer == s.Signer && old.SignerName == s.SignerName && old.Signed == s.Signed {
			return old.ID, nil
		}
	}
	if s.Over != model.OverAny && s.Over != counting.ID {
		return 0, d.conflictBy(r, model.DeedStatementEntered, model.DeedStatementUndone)
	}
	id, err := d.numbered("statements", 1)
	if err != nil {
		return 0, err
	}
	_, err = d.exec(`INSERT INTO statements (id, student, kind, signer_name, signer, signed, place, entered_by, entered_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`, id, s.Student, string(s.Kind), d.owned("statements.signer_name", id, s.Student, s.SignerName),
		string(s.Signer), s.Signed.String(), d.owned("statements.place", id, s.Student, s.Place), d.by.Operator, millis(d.at))
	if err != nil {
		return 0, fmt.Errorf("entering a statement: %w", err)
	}
	err = d.line(model.DeedStatementEntered, s.Student, nil,
		statementFacts{s.Kind, s.SignerName, s.Signer, s.Signed.String(), s.Place})
	if err != nil {
		return 0, err
	}
	return id, d.invalidateLate(r, s)
}

// UndoStatement takes back a sheet entered by mistake; it stays in the
// history. ErrGone if it is not there or was undone already.
func (db *DB) UndoStatement(ctx context.Context, by model.Actor, student model.StudentID, id int64) error {
	return db.deed(ctx, by, func(d *deedTx) error {
		r, err := d.record(student)
		if err != nil {
			return err
		}
		for _, s := range r.Statements {
			if s.ID != id || s.Undone {
				continue
			}
			if _, err := d.exec("UPDATE statements SET undone = 1 WHERE id = ?", id); err != nil {
				return fmt.Errorf("undoing a statement: %w", err)
			}
			err := d.line(model.DeedStatementUndone, student,
				statementFacts{s.Kind, s.SignerName, s.Signer, s.Signed.String(), s.Place}, nil)
			if err != nil {
				return err
			}
			return d.undoLate(r, s.ID)
		}
		return ErrGone
	})
}
