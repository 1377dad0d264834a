package kittest

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"okienko/ui/kit"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Golden compares the window with testdata/golden/NAME.txt of the package under
// test; go test -update writes that file.
func (d *Driver) Golden(name string) *Driver {
	d.t.Helper()
	d.Fits()
	Golden(d.t, name, d.See()+"\n")
	return d
}

// Golden compares any text with testdata/golden/NAME.txt.
func Golden(t testing.TB, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", "golden", name+".txt")
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (go test -update writes it)", err)
	}
	if got != strings.ReplaceAll(string(want), "\r\n", "\n") {
		t.Errorf("%s differs.\ngot:\n%s\nwant:\n%s", path, got, want)
	}
}

// Fits fails if a line is wider than the window or there are too many lines.
func (d *Driver) Fits() *Driver {
	d.t.Helper()
	w, h := d.stack.Size()
	lines := strings.Split(d.stack.View(), "\n")
	if len(lines) > h {
		d.t.Fatalf("%d lines in a window of %d", len(lines), h)
	}
	for i, l := range lines {
		if kit.Width(l) > w {
			d.t.Fatalf("line %d is %d cells wide in a window of %d: %q", i+1, kit.Width(l), w, l)
		}
	}
	return d
}
