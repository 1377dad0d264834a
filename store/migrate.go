package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sort"
	"time"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migrations are the steps of the schema, in order; step n brings the file to
// user_version n+1. They are never changed once released.
var migrations = mustReadMigrations()

func mustReadMigrations() []string {
	names, err := fs.Glob(migrationFiles, "migrations/*.sql")
	if err != nil || len(names) == 0 {
		panic("no migrations embedded")
	}
	sort.Strings(names)
	steps := make([]string, len(names))
	for i, name := range names {
		b, err := migrationFiles.ReadFile(name)
		if err != nil {
			panic(err)
		}
		steps[i] = string(b)
	}
	return steps
}

// applicationID marks the file as ours ("OKNO"), so that a foreign database
// is never written to.
const applicationID = 0x4F4B4E4F

// migrate brings the file to the last step, each in a transaction of its own,
// after a dated copy of a file that holds something already.
func migrate(ctx context.Context, db *sql.DB, path string, steps []string, now time.Time) error {
	var version, app, tables int
	if err := db.QueryRowContext(ctx, "SELECT (SELECT user_version FROM pragma_user_version), (SELECT application_id FROM pragma_application_id), (SELECT count(*) FROM sqlite_master)").
		Scan(&version, &app, &tables); err != nil {
		return fmt.Errorf("reading the database: %w", err)
	}
	switch {
	case version == 0 && tables == 0:
	case app != applicationID:
		return ErrNotOurs
	case version > len(steps):
		return ErrNewerFile
	case version < len(steps):
		copied := dated(path, now, fmt.Sprintf(".v%d", version))
		// Another desk that opened in the same second made this copy.
		if err := vacuumInto(ctx, db, copied); err != nil && !errors.Is(err, fs.ErrExist) {
			return fmt.Errorf("before the migration: %w", err)
		}
	}
	for v := version; v < len(steps); v++ {
		if err := step(ctx, db, steps[v], v+1); err != nil {
			return fmt.Errorf("migration %d: %w", v+1, err)
		}
	}
	return nil
}

func step(ctx context.Context, db *sql.DB, text string, version int) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // after Commit it does nothing
	// Another window may have made this step while we waited for the lock.
	var now int
	if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&now); err != nil || now >= version {
		return err
	}
	mark := fmt.Sprintf("PRAGMA user_version = %d; PRAGMA application_id = %d", version, applicationID)
	for _, s := range []string{text, mark} {
		if _, err := tx.ExecContext(ctx, s); err != nil {
			return err
		}
	}
	return tx.Commit()
}

// vacuumInto copies a database in one consistent state into a new file that
// only the owner can read.
func vacuumInto(ctx context.Context, db *sql.DB, path string) error {
	// SQLite fills an empty file, but would make one that others can read.
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err == nil {
		err = f.Close()
	}
	if err != nil {
		return fmt.Errorf("copying the database: %w", err)
	}
	if _, err = db.ExecContext(ctx, "VACUUM INTO ?", path); err != nil {
		return errors.Join(fmt.Errorf("copying the database: %w", err), os.Remove(path))
	}
	return nil
}
