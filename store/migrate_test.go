package store

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestMigrationCopiesFirst: the copy holds what was there before, and only the
// owner can read it.
func TestMigrationCopiesFirst(t *testing.T) {
	path := filepath.Join(t.TempDir(), "okienko.db")
	db, err := pool(path, 1, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	first := []string{"CREATE TABLE a (x INTEGER); INSERT INTO a VALUES (7)"}
	now := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	if err := migrate(t.Context(), db, path, first, now); err != nil {
		t.Fatal(err)
	}
	if err := migrate(t.Context(), db, path, append(first, "DROP TABLE a"), now); err != nil {
		t.Fatal(err)
	}
	copied := path + ".20261120-120000.v1"
	info, err := os.Stat(copied)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o600 {
		t.Errorf("the copy has mode %o", info.Mode().Perm())
	}
	old, err := pool(copied, 1, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = old.Close() }()
	var x int
	if err := old.QueryRow("SELECT x FROM a").Scan(&x); err != nil || x != 7 {
		t.Errorf("the copy holds %d, %v", x, err)
	}
}

// TestAFailedMigrationChangesNothing of what the file was.
func TestAFailedMigrationChangesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "okienko.db")
	db, err := pool(path, 1, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if err := migrate(t.Context(), db, path, []string{"CREATE TABLE a (x INTEGER); CREATE TABLE a (x INTEGER)"}, time.Now()); err == nil {
		t.Fatal("a broken step went through")
	}
	var tables, version int
	if err := db.QueryRow("SELECT (SELECT count(*) FROM sqlite_master), (SELECT user_version FROM pragma_user_version)").Scan(&tables, &version); err != nil {
		t.Fatal(err)
	}
	if tables != 0 || version != 0 {
		t.Errorf("%d tables, version %d", tables, version)
	}
}

// TestNothingIsJournalledOutsideTheFolder: pages with personal data must not
// reach the system's folder for temporary files.
func TestNothingIsJournalledOutsideTheFolder(t *testing.T) {
	db, err := pool(filepath.Join(t.TempDir(), "okienko.db"), 1, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	const inMemory = 2
	var where int
	if err := db.QueryRow("PRAGMA temp_store").Scan(&where); err != nil || where != inMemory {
		t.Errorf("temp_store is %d, %v", where, err)
	}
}

// TestPhotosPurgedLongAgoAreNotAskedFor: of a photo that was purged before
// purging noted so nothing is to be deleted any more, of one that lies elsewhere
// it is.
func TestPhotosPurgedLongAgoAreNotAskedFor(t *testing.T) {
	path := filepath.Join(t.TempDir(), "okienko.db")
	db, err := pool(path, 1, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	all, now := mustReadMigrations(), time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	const before = 6 // migrations
	if err := migrate(t.Context(), db, path, all[:before], now); err != nil {
		t.Fatal(err)
	}
	const purged, mailed = 1, 2
	for id, deed := range map[int]string{purged: "photo_taken", mailed: "portrait_decided"} {
		if _, err := db.Exec("INSERT INTO students (id, last, first, portrait, portrait_on, touched) VALUES (?, 'x', 'y', 'accepted', '2026-09-01', 0)", id); err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec("INSERT INTO register (at, operator, desk, deed, student, before, after, salt, digest, hash) VALUES (0, '', '', ?, ?, '', '', x'', x'', x'')", deed, id); err != nil {
			t.Fatal(err)
		}
	}
	if err := migrate(t.Context(), db, path, all, now); err != nil {
		t.Fatal(err)
	}
	for id, want := range map[int]string{purged: "", mailed: "2026-09-01"} {
		var on string
		if err := db.QueryRow("SELECT portrait_on FROM students WHERE id = ?", id).Scan(&on); err != nil || on != want {
			t.Errorf("student %d: decided on %q, %v; want %q", id, on, err, want)
		}
	}
}
