package store

import (
	"context"
	"database/sql"
	"fmt"

	"okienko/store/seal"
)

// bind seals anew, once, what was sealed before values were bound to those whom
// their rows belong to, and has the box believe nothing else from then on:
// otherwise an old value could still be hung on another student's row.
func bind(ctx context.Context, db *sql.DB, box *seal.Box) error {
	var bound bool
	if err := db.QueryRowContext(ctx, "SELECT bound FROM sealing").Scan(&bound); err != nil {
		return fmt.Errorf("binding: %w", err)
	}
	if !bound {
		if err := bindAll(ctx, db, box); err != nil {
			return fmt.Errorf("binding: %w", err)
		}
	}
	box.OnlyBound()
	return nil
}

func bindAll(ctx context.Context, db *sql.DB, box *seal.Box) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // after Commit it does nothing
	// Another window may have done it while we waited for the lock.
	var bound bool
	if err := tx.QueryRowContext(ctx, "SELECT bound FROM sealing").Scan(&bound); err != nil || bound {
		return err
	}
	for _, t := range sealedTables {
		if t.owner == "" {
			continue
		}
		if err := t.reseal(ctx, tx, box, box); err != nil {
			return fmt.Errorf("%s: %w", t.name, tampered(err))
		}
	}
	if err := prove(ctx, tx, box); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "UPDATE sealing SET bound = 1"); err != nil {
		return err
	}
	return tx.Commit()
}
