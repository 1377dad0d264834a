package store_test

import (
	"database/sql"
	"os"
	"path/filepath"
	"testing"
	"time"

	"okienko/store"
)

// damaged is a school of three with something done to its file behind the
// program's back.
func damaged(t *testing.T, statements ...string) *store.DB {
	t.Helper()
	path := filepath.Join(t.TempDir(), "okienko.db")
	now := func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC) }
	db, err := store.Open(t.Context(), path, store.Options{Profile: profile(), Now: now})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.TakeRoster(t.Context(), deskA, bigSchool(3), 0); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	raw, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	raw.SetMaxOpenConns(1)
	for _, s := range statements {
		if _, err := raw.ExecContext(t.Context(), s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
	if err := raw.Close(); err != nil {
		t.Fatal(err)
	}
	db, err = store.Open(t.Context(), path, store.Options{Profile: profile(), Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func TestCheck(t *testing.T) {
	for name, tt := range map[string]struct {
		done    []string
		damage  bool
		orphans []store.Orphan
		forgot  int64
	}{
		"whole": {},
		"an index that lies": {done: []string{"PRAGMA writable_schema = ON",
			"UPDATE sqlite_master SET sql = 'CREATE INDEX students_touched ON students (last)' WHERE name = 'students_touched'"}, damage: true},
		"a card of nobody": {done: []string{"PRAGMA foreign_keys = OFF",
			"INSERT INTO cards (id, student, number, state) VALUES (77, 999, '1', 'valid')"},
			orphans: []store.Orphan{{Table: "cards", Row: 77, Lacks: "students"}}},
		"two forgotten lines": {done: []string{"UPDATE register SET before = '', after = '', salt = x'' WHERE seq <= 2"}, forgot: 2},
	} {
		t.Run(name, func(t *testing.T) {
			db := damaged(t, tt.done...)
			c, err := db.Check(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if (len(c.Damage) > 0) != tt.damage || len(c.Orphans) != len(tt.orphans) || c.Forgotten != tt.forgot {
				t.Errorf("%+v", c)
			}
			for i, o := range tt.orphans {
				if c.Orphans[i] != o {
					t.Errorf("%+v", c.Orphans)
				}
			}
			if _, _, err := db.School(t.Context()); err == nil && len(tt.orphans) > 0 {
				t.Error("the school was read as if nothing were wrong")
			}
			if !tt.damage && c.LastLine.Hour() != 9 {
				t.Errorf("the last line is of %v", c.LastLine)
			}
		})
	}
}

// TestCheckOfADamagedPage writes over a page in the middle of the file.
func TestCheckOfADamagedPage(t *testing.T) {
	path := filepath.Join(t.TempDir(), "okienko.db")
	db, err := store.Open(t.Context(), path, store.Options{Profile: profile()})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.TakeRoster(t.Context(), deskA, bigSchool(2000), 0); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	info, err := file.Stat()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := file.WriteAt(make([]byte, 64<<10), info.Size()/2/4096*4096); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	if db, err = store.Open(t.Context(), path, store.Options{Profile: profile()}); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if c, err := db.Check(t.Context()); err != nil || len(c.Damage) == 0 {
		t.Errorf("%+v, %v", c, err)
	}
}
