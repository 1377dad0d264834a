package ui

import (
	"archive/zip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"

	"okienko/store"
)

const testPassphrase = "cztery słowa dla szkoły"

// secret writes a file that only its owner can read.
func (d *desktop) secret(text string) string {
	d.t.Helper()
	path := filepath.Join(d.t.TempDir(), "sekret")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		d.t.Fatal(err)
	}
	return path
}

func (d *desktop) said(words ...string) {
	d.t.Helper()
	for _, w := range words {
		if !strings.Contains(d.out.String()+strings.ReplaceAll(d.err.String(), "\n", " "), w) {
			d.t.Errorf("%q was not said:\n%s%s", w, d.out.String(), d.err.String())
		}
	}
}

func TestASchoolLockedFromAFile(t *testing.T) {
	d := newDesktop(t)
	pass := d.secret(testPassphrase + "\n")
	d.must(exitUsage, "init", "--profile", "sio")
	d.said("--passphrase-file", "--no-passphrase")
	d.must(exitUsage, "init", "--profile", "sio", "--no-passphrase", "--passphrase-file", pass)
	if _, err := os.Stat(d.folder); err == nil {
		t.Error("something was made")
	}
	d.must(exitDone, "init", "--profile", "sio", "--passphrase-file", pass)
	d.said("zapieczętowane hasłem")
	d.must(exitNothing, "status")
	d.said("--passphrase-file")
	d.must(exitNothing, "status", "--passphrase-file", d.secret("nie to hasło"))
	d.said("To nie jest hasło tej szkoły", "plik z hasłem")
	d.must(exitDone, "status", "--passphrase-file", pass)

	next := d.secret("nowe dobre hasło")
	d.must(exitUsage, "passphrase", "--passphrase-file", pass)
	d.said("--new-passphrase-file PLIK", "okienko passphrase --help")
	d.must(exitNothing, "passphrase", "--passphrase-file", pass, "--remove-recipient", "age1nie")
	d.said("Takiego klucza ratunkowego szkoła nie ma")
	d.must(exitDone, "passphrase", "--passphrase-file", pass, "--new-passphrase-file", next)
	d.said("nową kopię", "Otwarte okna pracują dalej")
	d.must(exitNothing, "status", "--passphrase-file", pass)
	d.must(exitDone, "doctor", "--passphrase-file", next)
	log, err := os.ReadFile(store.Folder(d.folder).Log())
	if err != nil || strings.Contains(string(log), "hasło") {
		t.Errorf("in the log: %s, %v", log, err)
	}
}

func TestASystemdCredential(t *testing.T) {
	d := newDesktop(t)
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, credential), []byte(testPassphrase), 0o400); err != nil {
		t.Fatal(err)
	}
	t.Setenv("CREDENTIALS_DIRECTORY", dir)
	d.must(exitDone, "init", "--profile", "sio")
	d.must(exitDone, "status")
	t.Setenv("CREDENTIALS_DIRECTORY", t.TempDir())
	d.must(exitNothing, "status")
}

func TestASchoolThatGetsAPassphrase(t *testing.T) {
	d := newDesktop(t)
	d.must(exitDone, "init", "--profile", "sio", "--no-passphrase")
	d.must(exitDone, "passphrase", "--new-passphrase-file", d.secret(testPassphrase))
	d.said("zapieczętowano dane", "otwórz jeszcze raz")
	d.must(exitNothing, "status")
}

// A credential on a file system with access lists stays root's, mode 0440.
func TestACredentialThatSystemdGuardsByAList(t *testing.T) {
	d := newDesktop(t)
	pass := d.secret(testPassphrase)
	d.must(exitDone, "init", "--profile", "sio", "--passphrase-file", pass)
	if err := os.Chmod(pass, 0o440); err != nil {
		t.Fatal(err)
	}
	d.must(exitNothing, "status", "--passphrase-file", pass)
	t.Setenv("CREDENTIALS_DIRECTORY", filepath.Dir(pass))
	d.must(exitDone, "status", "--passphrase-file", pass)
	if err := os.Chmod(pass, 0o444); err != nil {
		t.Fatal(err)
	}
	d.must(exitNothing, "status", "--passphrase-file", pass)
}

func TestPassphraseFilesThatAreRefused(t *testing.T) {
	d := newDesktop(t)
	open := d.secret(testPassphrase)
	if err := os.Chmod(open, 0o640); err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]string{
		open: "mogą czytać inni", d.secret("\n"): "nie ma hasła", d.secret("dwa\nwiersze"): "nie ma hasła",
		d.secret(strings.Repeat("x", longestSecret+1)): "nie ma hasła", t.TempDir(): "nie ma hasła",
		filepath.Join(t.TempDir(), "brak"): "Nie można odczytać", d.secret("krótkie"): "za krótkie",
	} {
		d.must(exitNothing, "init", "--profile", "sio", "--passphrase-file", file)
		d.said(want)
	}
}

func TestRecoveryKeys(t *testing.T) {
	d := newDesktop(t)
	who, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	pass, identity := d.secret(testPassphrase), d.secret("# klucz\n"+who.String()+"\n")
	d.must(exitNothing, "init", "--profile", "sio", "--passphrase-file", pass, "--recipient", "age1x")
	d.said("klucz publiczny age")
	d.must(exitDone, "init", "--profile", "sio", "--passphrase-file", pass, "--recipient", who.Recipient().String())
	d.must(exitDone, "status", "--identity-file", identity)
	d.must(exitDone, "passphrase", "--show", "--json", "--passphrase-file", pass)
	if got := d.object(); got["passphrase"] != true || len(got["recipients"].([]any)) != 1 {
		t.Errorf("%v", got)
	}
	d.must(exitDone, "passphrase", "--remove-recipient", who.Recipient().String(), "--passphrase-file", pass)
	d.must(exitNothing, "status", "--identity-file", identity)
	d.must(exitDone, "passphrase", "--recipient", who.Recipient().String(), "--passphrase-file", pass)
	d.must(exitDone, "status", "--identity-file", identity)
}

func TestUnseal(t *testing.T) {
	d := newDesktop(t)
	d.school()
	f := store.Folder(d.folder)
	db, err := f.Open(t.Context(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(f.Inbox(), "lista.csv")
	if err := os.WriteFile(path, []byte("Ćwik"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := f.PutAside(t.Context(), db, path, d.now); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	sealed := filepath.Join(f.Taken(), "2026-11-23-090000.zip.age")
	out := filepath.Join(t.TempDir(), "lista.zip")
	d.must(exitDone, "unseal", sealed, "-o", out)
	z, err := zip.OpenReader(out)
	if err != nil || len(z.File) != 1 || z.File[0].Name != "lista.csv" {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Error(err)
	}
	d.must(exitNothing, "unseal", sealed, "-o", out)
	d.said("już istnieje")

	b, err := os.ReadFile(sealed)
	if err != nil {
		t.Fatal(err)
	}
	b[len(b)-1] ^= 1
	for _, bad := range []string{d.secret(string(b)), d.secret("to nie to")} {
		none := filepath.Join(t.TempDir(), "a.zip")
		d.must(exitNothing, "unseal", bad, "-o", none)
		d.said("nie jest plikiem zapieczętowanym")
		if left, err := os.ReadDir(filepath.Dir(none)); err != nil || len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	}
}
