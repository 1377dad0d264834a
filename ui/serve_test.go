package ui

import (
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// anyKey is an invented public key.
const anyKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f"

func TestWhoMayComeInIsListed(t *testing.T) {
	d := newDesktop(t)
	d.school()
	d.must(exitDone, "serve", "--list-keys")
	if !strings.Contains(d.out.String(), "nie ma jeszcze żadnego klucza") {
		t.Errorf("without keys: %s", d.out.String())
	}
	file := filepath.Join(d.folder, "authorized_keys")
	if err := os.WriteFile(file, []byte("role=\"reader\" "+anyKey+" Ewa Lis\n\nwrong\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.must(exitRefused, "serve", "--list-keys")
	if out := d.out.String(); !strings.Contains(out, "Ewa Lis") || !strings.Contains(out, "tylko ogląda") || !strings.Contains(out, "SHA256:") {
		t.Errorf("listed: %s", out)
	}
	if said := d.err.String(); !strings.Contains(said, "wiersz 3") {
		t.Errorf("said: %s", said)
	}
	d.must(exitRefused, "serve", "--list-keys", "--json")
	if keys, ok := d.object()["keys"].([]any); !ok || len(keys) != 1 || keys[0].(map[string]any)["role"] != "reader" {
		t.Errorf("as JSON: %s", d.out.String())
	}
	if err := os.Chmod(file, 0o666); err != nil {
		t.Fatal(err)
	}
	d.must(exitNothing, "serve", "--list-keys")
}

func TestTheUnitNamesTheFolder(t *testing.T) {
	d := newDesktop(t)
	d.must(exitDone, "serve", "--print-unit", "--listen", "0.0.0.0:22")
	if unit := d.out.String(); !strings.Contains(unit, "--listen 0.0.0.0:22") || !strings.Contains(unit, "ReadWritePaths="+d.folder) {
		t.Errorf("the unit:\n%s", unit)
	}
}

func TestWhatServeRefuses(t *testing.T) {
	d := newDesktop(t)
	d.must(exitUsage, "serve", "--demo")
	d.must(exitNothing, "serve") // no school yet
	d.school()
	d.must(exitNothing, "serve", "--listen", "no address")
	taken, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", loopback)
	if err == nil {
		defer func() { _ = taken.Close() }()
	} // else another server is there, which is as good
	d.must(exitNothing, "serve")
	d.says("zajęty: "+loopback, "już działa")
	if err := os.WriteFile(filepath.Join(d.folder, "ssh_host_ed25519_key"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.must(exitNothing, "serve", "--listen", "127.0.0.1:0")
	if !strings.Contains(d.err.String(), "nie jest kluczem serwera") {
		t.Errorf("said: %s", d.err.String())
	}
	d.must(exitNothing, "display") // no terminal
}
