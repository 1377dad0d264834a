package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"okienko/store"
	"okienko/ui/text"
)

// locked is a school with a passphrase, in a file as scripts give it.
func (d *desktop) locked() (passphraseFile string) {
	d.t.Helper()
	passphraseFile = filepath.Join(d.t.TempDir(), "hasło")
	if err := os.WriteFile(passphraseFile, []byte("długie hasło szkoły\n"), 0o600); err != nil {
		d.t.Fatal(err)
	}
	d.must(exitDone, "init", "--profile", "sio", "--school", "Szkoła na próbę", "--passphrase-file", passphraseFile)
	d.must(exitDone, "import", "students", d.file("uczniowie.csv", threeStudents...), "--passphrase-file", passphraseFile)
	return passphraseFile
}

// says fails if neither stream holds the words.
func (d *desktop) says(words ...string) {
	d.t.Helper()
	all := d.out.String() + d.err.String()
	for _, w := range words {
		if !strings.Contains(all, w) {
			d.t.Errorf("%q is not said: %s", w, all)
		}
	}
}

func TestBackupAndRestore(t *testing.T) {
	d := newDesktop(t)
	pass := d.locked()
	to := filepath.Join(t.TempDir(), "kopia.age")
	d.must(exitDone, "backup", to, "--passphrase-file", pass, "--json")
	if got := d.object(); got["file"] != to || got["bytes"].(float64) < 1000 || got["register_lines"].(float64) < 4 {
		t.Errorf("%v", got)
	}
	d.must(exitNothing, "backup", to, "--passphrase-file", pass)
	d.says("już istnieje", "--force")
	d.must(exitDone, "backup", to, "--force", "--passphrase-file", pass)
	d.must(exitNothing, "backup", filepath.Join(t.TempDir(), "nie ma", "kopia.age"), "--passphrase-file", pass)
	d.says("Nie można zapisać")
	d.must(exitUsage, "backup", to, "--demo")
	d.must(exitUsage, "restore", to, "--demo")

	d.must(exitDone, "restore", to, "--passphrase-file", pass, "--json")
	if got := d.object(); got["school"] != "Szkoła na próbę" || len(got["kept"].([]any)) != 2 || got["deleted_since_unknown"] != false || got["new_host_key"] != false {
		t.Errorf("%v", got)
	}
	d.must(exitDone, "forget", "2", "--yes", "--passphrase-file", pass)
	d.must(exitDone, "restore", to, "--passphrase-file", pass)
	d.says("wróciły: 1 (numery: 2)", "okienko forget NUMER", "okienko purge")
	d.folder = filepath.Join(t.TempDir(), "nowy komputer")
	d.must(exitNothing, "restore", to)
	d.says("--passphrase-file", "--identity-file")
	wrong := filepath.Join(t.TempDir(), "złe")
	if err := os.WriteFile(wrong, []byte("nie to hasło\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.must(exitNothing, "restore", to, "--passphrase-file", wrong)
	d.says("nie da się otworzyć")
	d.must(exitNothing, "restore", filepath.Join(t.TempDir(), "nie ma.age"), "--passphrase-file", pass)
	d.says("Nie można odczytać")
	d.must(exitNothing, "restore", wrong, "--passphrase-file", pass)
	d.says("nie jest całą kopią")
	d.must(exitDone, "restore", to, "--passphrase-file", pass)
	d.says("Przywrócono szkołę „Szkoła na próbę”", "Nie wiadomo, co usunięto", "klucza serwera SSH")
	d.must(exitDone, "status", "--json", "--passphrase-file", pass)
	if got := d.object(); got["students"] != 3.0 {
		t.Errorf("%v", got)
	}
}

// TestABackupForNobodyIsRefused with what to do about it.
func TestABackupForNobodyIsRefused(t *testing.T) {
	d := newDesktop(t)
	d.school()
	d.must(exitNothing, "backup", filepath.Join(t.TempDir(), "kopia.age"))
	d.says("okienko passphrase --recipient")
}

// TestADailyBackupThatFailsIsSaid on the desks' lists, until one is made.
func TestADailyBackupThatFailsIsSaid(t *testing.T) {
	d := newDesktop(t)
	pass := d.locked()
	c := &command{folder: d.folder, now: d.clock, keyFlags: keyFlags{passphraseFile: pass}}
	inTheWay := store.Folder(d.folder).Backups()
	if err := os.WriteFile(inTheWay, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	err := c.inSchool(t.Context(), func(s *session) error {
		s.backUpDaily(t.Context(), text.Polish)
		if s.trouble() != text.BackupIn(text.Polish).DailyFailed || c.windowOf(s).Trouble() != s.trouble() {
			t.Errorf("desks are told %q", s.trouble())
		}
		if err := os.Remove(inTheWay); err != nil {
			return err
		}
		s.backUpDaily(t.Context(), text.Polish)
		if s.trouble() != "" {
			t.Errorf("it was made, and desks are told %q", s.trouble())
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestTheDailyBackup is made when it is due, and said in the log.
func TestTheDailyBackup(t *testing.T) {
	d := newDesktop(t)
	pass := d.locked()
	key := store.Key{Passphrase: "długie hasło szkoły"}
	c := &command{folder: d.folder, now: d.clock, keyFlags: keyFlags{passphraseFile: pass}}
	err := c.inSchool(t.Context(), func(s *session) error {
		s.backUpDaily(t.Context(), text.Polish)
		s.backUpDaily(t.Context(), text.Polish)
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		s.backUpDaily(ctx, text.Polish)
		if s.trouble() != "" {
			t.Errorf("desks are told %q", s.trouble())
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	made, _ := filepath.Glob(filepath.Join(store.Folder(d.folder).Backups(), "*"))
	if len(made) != 1 {
		t.Fatalf("made %v", made)
	}
	log, err := os.ReadFile(store.Folder(d.folder).Log())
	if err != nil || strings.Count(string(log), "a daily backup was made") != 1 || strings.Contains(string(log), "ERROR") {
		t.Errorf("%s, %v", log, err)
	}
	if _, err := store.Folder(filepath.Join(t.TempDir(), "x")).Restore(t.Context(), made[0], store.RestoreOptions{Key: key}); err != nil {
		t.Error(err)
	}
	d.must(exitDone, "doctor", "--passphrase-file", pass)
	d.says("Ostatnia codzienna kopia", "zapieczętowane hasłem")
}
