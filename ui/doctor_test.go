package ui

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"filippo.io/age"

	"okienko/store"
	"okienko/ui/text"
)

// bad are the checks that doctor found bad.
func (d *desktop) bad() (ids, messages []string) {
	for _, c := range d.object()["checks"].([]any) {
		f := c.(map[string]any)
		if f["ok"] != true {
			ids, messages = append(ids, f["id"].(string)), append(messages, f["message"].(string))
		}
	}
	return ids, messages
}

// behind does something to the database behind the program's back.
func (d *desktop) behind(statements ...string) {
	d.t.Helper()
	raw, err := sql.Open("sqlite3", store.Folder(d.folder).Database())
	if err != nil {
		d.t.Fatal(err)
	}
	defer func() { _ = raw.Close() }()
	raw.SetMaxOpenConns(1)
	for _, s := range statements {
		if _, err := raw.ExecContext(d.t.Context(), s); err != nil {
			d.t.Fatalf("%s: %v", s, err)
		}
	}
}

// TestDoctorFinds does one thing after the other to a healthy school.
func TestDoctorFinds(t *testing.T) {
	for name, tt := range map[string]struct {
		do    func(*desktop, store.Folder) error
		finds string
		names string // what the message must name
	}{
		"nothing": {do: func(*desktop, store.Folder) error { return nil }},
		"a damaged index": {func(d *desktop, _ store.Folder) error {
			d.behind("PRAGMA writable_schema = ON",
				"UPDATE sqlite_master SET sql = 'CREATE INDEX students_touched ON students (last)' WHERE name = 'students_touched'")
			return nil
		}, "database", "kopię"},
		"a damaged cell": {func(d *desktop, _ store.Folder) error {
			d.behind("UPDATE students SET birth = 'dawno'")
			return nil
		}, "database", "kopię"},
		"a card of nobody": {func(d *desktop, _ store.Folder) error {
			d.behind("PRAGMA foreign_keys = OFF", "INSERT INTO cards (id, student, number, state) VALUES (77, 1, '1', 'valid')",
				"UPDATE cards SET student = 999 WHERE id = 77")
			return nil
		}, "references", "cards"},
		"a changed register": {func(d *desktop, _ store.Folder) error {
			d.behind("DROP TRIGGER register_no_update", "UPDATE register SET operator = 'ktoś' WHERE seq = 2")
			return nil
		}, "schema register", "2"},
		"a guard taken away": {func(d *desktop, _ store.Folder) error {
			d.behind("DROP TRIGGER register_no_delete")
			return nil
		}, "schema", "register_no_delete"},
		"a table too many": {func(d *desktop, _ store.Folder) error {
			d.behind("CREATE TABLE wydania_2 (x)")
			return nil
		}, "schema", "wydania_2"},
		"no backup for days": {func(d *desktop, _ store.Folder) error {
			key, err := age.GenerateX25519Identity()
			if err != nil {
				return err
			}
			d.must(exitDone, "passphrase", "--recipient", key.Recipient().String())
			d.now = d.now.Add(backupLate)
			return nil
		}, "backup", "okienko backup"},
		"nobody who could open a backup": {func(d *desktop, _ store.Folder) error {
			d.now = d.now.Add(backupLate)
			return nil
		}, "backup", "okienko passphrase --recipient"},
		"an old backup": {func(d *desktop, f store.Folder) error {
			d.now = d.now.Add(backupLate + 2*time.Hour)
			return backupOf(f, d.now.Add(-backupLate-time.Hour))
		}, "backup", "23.11.2026"},
		"a backup of today": {do: func(d *desktop, f store.Folder) error {
			d.now = d.now.Add(backupLate)
			return backupOf(f, d.now.Add(-time.Hour))
		}},
		"an open backup": {func(d *desktop, f store.Folder) error {
			return errors.Join(backupOf(f, d.now), os.Chmod(f.Backups(), 0o755))
		}, "modes", "backups"},
		"a list taken in long ago": {func(d *desktop, f store.Folder) error {
			return oldFile(filepath.Join(f.Taken(), "kody.pdf"), d.now.Add(-takenStale-time.Hour))
		}, "stale", "kody.pdf"},
		"a list taken in now": {do: func(d *desktop, f store.Folder) error {
			return oldFile(filepath.Join(f.Taken(), "kody.pdf"), d.now)
		}},
		"a former database": {func(d *desktop, f store.Folder) error {
			return oldFile(f.Database()+".20260101-080000.przed", d.now)
		}, "stale", ".przed"},
		"a former database that goes by itself": {do: func(d *desktop, f store.Folder) error {
			return oldFile(f.Database()+".20261120-080000.przed", d.now)
		}},
		"a list written long ago": {func(d *desktop, f store.Folder) error {
			return oldFile(filepath.Join(f.Outgoing(), "lista.pdf"), d.now.AddDate(0, 0, -writtenStale-1))
		}, "stale", "lista.pdf"},
		"a removed log": {func(_ *desktop, f store.Folder) error {
			return os.WriteFile(f.Database()+"-shm", make([]byte, 32<<10), 0o600)
		}, "database", "okienko.db-wal"},
		"something else for a database": {func(_ *desktop, f store.Folder) error {
			return os.WriteFile(f.Database(), []byte(strings.Repeat("to nie jest baza ", 1000)), 0o600)
		}, "database", "nie jest bazą"},
		"a clock gone back": {func(d *desktop, _ store.Folder) error {
			d.now = d.now.Add(-time.Hour)
			return nil
		}, "clock", "23.11.2026 10:00"},
		"an open folder":    {func(_ *desktop, f store.Folder) error { return os.Chmod(string(f), 0o750) }, "modes", "szkoła"},
		"an open database":  {func(_ *desktop, f store.Folder) error { return os.Chmod(f.Database(), 0o640) }, "modes", "okienko.db"},
		"an open copy":      {func(_ *desktop, f store.Folder) error { return openFile(f.Database() + ".20261120-080000.v1") }, "modes", ".v1"},
		"an open profile":   {func(_ *desktop, f store.Folder) error { return os.Chmod(f.ProfileFile(), 0o604) }, "modes", "school.toml"},
		"an open log":       {func(_ *desktop, f store.Folder) error { return os.Chmod(f.Log(), 0o620) }, "modes", "okienko.log"},
		"no inbox":          {func(_ *desktop, f store.Folder) error { return os.Remove(f.Inbox()) }, "inbox", "mkdir"},
		"a file for inbox":  {func(_ *desktop, f store.Folder) error { return replaceByFile(f.Inbox()) }, "inbox", "inbox"},
		"an unrelated file": {do: func(_ *desktop, f store.Folder) error { return openFile(filepath.Join(string(f), "notatki.txt")) }},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesktop(t)
			d.school()
			d.must(exitDone, "doctor")
			if err := tt.do(d, store.Folder(d.folder)); err != nil {
				t.Fatal(err)
			}
			want := exitRefused
			if tt.finds == "" {
				want = exitDone
			}
			d.must(want, "doctor", "--json")
			ids, messages := d.bad()
			if strings.Join(ids, " ") != tt.finds || !strings.Contains(strings.Join(messages, " "), tt.names) {
				t.Errorf("%v: %v", ids, messages)
			}
			d.must(want, "doctor")
			if strings.Contains(d.out.String(), text.DoctorIn(text.Polish).Bad) != (tt.finds != "") {
				t.Errorf("for people: %s", d.out.String())
			}
		})
	}
}

// backupOf leaves what looks like a daily backup.
func backupOf(f store.Folder, at time.Time) error {
	if err := os.MkdirAll(f.Backups(), 0o700); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(f.Backups(), "okienko."+at.Format("20060102-150405")+".age"), nil, 0o600)
}

// oldFile leaves a file of that age in a folder.
func oldFile(path string, at time.Time) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		return err
	}
	return os.Chtimes(path, at, at)
}

func openFile(path string) error {
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		return err
	}
	return os.Chmod(path, 0o644)
}

func replaceByFile(path string) error {
	if err := os.Remove(path); err != nil {
		return err
	}
	return os.WriteFile(path, nil, 0o600)
}

func TestDoctorCountsLines(t *testing.T) {
	d := newDesktop(t)
	d.school()
	d.behind("UPDATE register SET before = '', after = '', salt = x'' WHERE seq <= 2")
	d.must(exitDone, "doctor", "--json")
	if got := d.object(); got["ok"] != true || got["register_lines"].(float64) < 4 || got["forgotten_lines"] != 2.0 {
		t.Errorf("%v", got)
	}
}

func TestDoctorWantsRoomOnTheDisk(t *testing.T) {
	for free, ok := range map[uint64]bool{0: false, leastFree - 1: false, leastFree: true, 1 << 40: true} {
		d := doctor{t: text.DoctorIn(text.Polish), health: health{OK: true}}
		d.space(free)
		if d.OK != ok || len(d.Checks) != 1 || d.Checks[0].OK != ok {
			t.Errorf("%d bytes: %+v", free, d.Checks)
		}
	}
	if free, known := freeSpace(t.TempDir()); known && free == 0 {
		t.Error("the disk of the tests is said to be full")
	}
}

// A school that chose to have no passphrase is reminded of it, and that nobody
// makes backups of it, without being called ill.
func TestDoctorRemindsOfTheMissingPassphrase(t *testing.T) {
	d := newDesktop(t)
	d.must(exitDone, "init", "--profile", "sio", "--no-passphrase")
	d.says("codziennych kopii nie będzie")
	d.must(exitDone, "doctor")
	var notes []string
	for line := range strings.Lines(d.out.String()) {
		if strings.HasPrefix(line, "uwaga ") {
			notes = append(notes, line)
		}
	}
	if len(notes) != 2 || !strings.Contains(notes[0], "nie ma hasła") || !strings.Contains(notes[1], "--recipient") {
		t.Errorf("noted: %q", notes)
	}
}
