package store

import (
	"context"
	"database/sql"
	"fmt"
)

// scrub makes sure that nothing is left of the pages from before the values
// were sealed: not in the file, its log or the dated copies, which all lay
// open. It changes nothing that anybody can read through this program, so what
// goes wrong (another window is reading, the disk is full) ends no opening: the
// note in the file stays, Locks tells of it, and the next opening tries again.
func (db *DB) scrub(ctx context.Context) {
	var due bool
	if err := db.write.QueryRowContext(ctx, "SELECT scrub FROM sealing").Scan(&due); err != nil || !due {
		return
	}
	copies, err := formerCopies(db.path, db.profile)
	if err != nil {
		return
	}
	if _, err := removeCopies(copies); err != nil {
		return
	}
	for _, s := range []string{"PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"} {
		if err := scrubStep(ctx, db.write, s); err != nil {
			return
		}
	}
	_, _ = db.write.ExecContext(ctx, "UPDATE sealing SET scrub = 0") // if not, it is scrubbed once more
}

// scrubStep runs a statement; a checkpoint answers in a row whether it was
// kept from finishing.
func scrubStep(ctx context.Context, db *sql.DB, statement string) error {
	rows, err := db.QueryContext(ctx, statement)
	if err != nil {
		return fmt.Errorf("scrubbing: %w", err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var held bool
		var pages, done int
		if err := rows.Scan(&held, &pages, &done); err != nil {
			return fmt.Errorf("scrubbing: %w", err)
		}
		if held {
			return fmt.Errorf("scrubbing: %w", ErrBusy)
		}
	}
	return rows.Err()
}
