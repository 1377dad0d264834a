package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	sqlite3 "github.com/mattn/go-sqlite3"

	"okienko/model"
	"okienko/store/seal"
)

// DB is a school's database. It may be used from several goroutines.
type DB struct {
	write   *sql.DB                   // one connection, immediate transactions
	read    *sql.DB                   // never writes
	box     *atomic.Pointer[seal.Box] // shared by the copies that IfUnchanged makes
	profile model.Profile
	now     func() time.Time
	path    string
	seen    seen          // see IfUnchanged
	letGo   func() error  // of the folder, see Restore
	opened  os.FileInfo   // the file that was opened
	step    time.Duration // how long one of the steps takes up more work
}

// Options for Open.
type Options struct {
	Profile model.Profile
	Now     func() time.Time // nil: time.Now
	Scratch bool             // a throw-away database: don't wait for the disk
	Lock    Lock             // of a database that has none yet
	Key     Key              // for one that is locked
	box     *seal.Box        // nil, or what is known to open it
}

// busyTimeout is how long one desk waits for another's transaction, in
// milliseconds. Transactions take a few; ten seconds means a foreign program
// holds the file.
const busyTimeout = "10000"

// Open opens or creates the database file, mode 0600, and brings it to the
// present schema. It returns ErrNewerFile for a file of a later version,
// ErrNotOurs for a foreign one, and ErrLocked, ErrWrongPassphrase or
// ErrWrongIdentity for one that the key does not open.
func Open(ctx context.Context, path string, o Options) (*DB, error) {
	if err := o.Lock.check(); err != nil {
		return nil, err
	}
	// As long as this lock is held nobody puts another file in this one's place.
	letGo, err := lock(ctx, filepath.Dir(path), false, restorePatience)
	switch {
	case errors.Is(err, errLocked):
		return nil, ErrRestoring
	case err != nil:
		return nil, explain(fmt.Errorf("opening the database: %w", err))
	}
	db, err := open(ctx, path, o)
	if err != nil {
		return nil, errors.Join(err, letGo())
	}
	db.letGo = letGo
	return db, nil
}

// open is Open in a folder that the caller has locked.
func open(ctx context.Context, path string, o Options) (_ *DB, err error) {
	if err := logLost(path); err != nil {
		return nil, err
	}
	// Created here and not by SQLite, so that it is never readable by others;
	// the write-ahead log takes its mode from this file.
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, explain(fmt.Errorf("opening the database: %w", err))
	}
	opened, err := f.Stat()
	if err = errors.Join(err, f.Close()); err != nil {
		return nil, explain(fmt.Errorf("opening the database: %w", err))
	}
	db := &DB{profile: o.Profile, now: o.Now, path: path, box: new(atomic.Pointer[seal.Box]), letGo: func() error { return nil }, opened: opened, step: stepTime}
	if db.now == nil {
		db.now = time.Now
	}
	writing := url.Values{"_txlock": {"immediate"}}
	if o.Scratch {
		writing.Set("_synchronous", "OFF")
	}
	if db.write, err = pool(path, 1, writing); err != nil {
		return nil, err
	}
	if err := migrate(ctx, db.write, path, migrations, db.now()); err != nil {
		return nil, errors.Join(explain(foreign(err)), db.write.Close())
	}
	if err := o.Lock.begin(ctx, db.write, db.now()); err != nil {
		return nil, errors.Join(explain(err), db.write.Close())
	}
	box, err := o.unlock(ctx, db.write)
	if err != nil {
		return nil, errors.Join(explain(err), db.write.Close())
	}
	if err := bind(ctx, db.write, box); err != nil {
		return nil, errors.Join(explain(err), db.write.Close())
	}
	db.box.Store(box)
	db.scrub(ctx)
	if db.read, err = pool(path, 2, url.Values{"_query_only": {"on"}}); err != nil {
		return nil, errors.Join(err, db.write.Close())
	}
	return db, nil
}

// restorePatience is how long opening waits for a restore that is at work.
const restorePatience = 2 * time.Second

// logLost looks for traces of a write-ahead log that somebody removed. SQLite
// makes the log before its index (-shm) and removes it after, so an index by
// itself means that deeds are missing, and SQLite would not notice. The second
// look is for a program that opens or closes the file between the two.
func logLost(path string) error {
	for range 2 {
		if !exists(path+"-shm") || exists(path+"-wal") {
			return nil
		}
	}
	return ErrLogLost
}

// pulled looks whether the file and its log are still the ones that were opened.
// On Unix they can be removed or replaced under a running program, which would
// go on writing into what has no name any more. While the log is open, what was
// confirmed can still be brought into the file.
func (db *DB) pulled(ctx context.Context) error {
	now, err := os.Stat(db.path)
	if err == nil && os.SameFile(now, db.opened) {
		if exists(db.path + "-wal") {
			return nil
		}
		if _, err := db.write.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)"); err != nil {
			return errors.Join(ErrPulled, err)
		}
	}
	return ErrPulled
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// driverName is SQLite with the one pragma that has no place in a DSN.
// Journals of statements would otherwise lie in the system's folder for
// temporary files: pages with personal data outside the school's folder.
const driverName = "okienko-sqlite3"

func init() {
	sql.Register(driverName, &sqlite3.SQLiteDriver{ConnectHook: func(c *sqlite3.SQLiteConn) error {
		_, err := c.Exec("PRAGMA temp_store = MEMORY", nil)
		return err
	}})
}

// pool opens connections that all carry the same pragmas: those set by a
// statement would reach one pooled connection only.
func pool(path string, most int, more url.Values) (*sql.DB, error) {
	q := url.Values{
		"_journal_mode":    {"WAL"},
		"_synchronous":     {"FULL"},
		"_foreign_keys":    {"on"},
		"_busy_timeout":    {busyTimeout},
		"_secure_delete":   {"on"},
		"_cache_size":      {"-16000"}, // KB; with less, a roster of 100,000 is written twice over
		"_stmt_cache_size": {"32"},
	}
	for k, v := range more {
		q[k] = v
	}
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: q.Encode()}
	db, err := sql.Open(driverName, u.String())
	if err != nil {
		return nil, fmt.Errorf("opening the database: %w", err)
	}
	db.SetMaxOpenConns(most)
	db.SetMaxIdleConns(most)
	return db, nil
}

// foreign turns SQLite's "not a database" into ErrNotOurs.
func foreign(err error) error {
	var se sqlite3.Error
	if errors.As(err, &se) && se.Code == sqlite3.ErrNotADB {
		return fmt.Errorf("%w: %w", ErrNotOurs, err)
	}
	return err
}

// Profile returns the profile that the database judges by.
func (db *DB) Profile() model.Profile { return db.profile }

// Close gives the file back. Everything confirmed is on disk long before.
func (db *DB) Close() error {
	return errors.Join(db.read.Close(), db.write.Close(), db.letGo())
}

// isConstraint reports whether err is the violation of a unique index whose
// description holds the name.
func isConstraint(err error, name string) bool {
	var se sqlite3.Error
	return errors.As(err, &se) && se.Code == sqlite3.ErrConstraint && strings.Contains(se.Error(), name)
}

func millis(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

func moment(ms int64) time.Time {
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(ms).UTC()
}
