package store

import (
	"fmt"
	"maps"
	"os"
	"testing"
)

func TestDrawingsAreRememberedByDeskTerminalAndWindow(t *testing.T) {
	f := Folder(t.TempDir())
	if got, err := f.Drawings("okno-1", "xterm"); err != nil || len(got) != 0 {
		t.Fatalf("nothing was chosen: %v, %v", got, err)
	}
	keep := func(desk, terminal, window, rung string) {
		t.Helper()
		if err := f.KeepDrawing(Drawing{desk, terminal, window, rung}); err != nil {
			t.Fatal(err)
		}
	}
	keep("okno-1", "xterm", "80x24", "half-1")
	keep("okno-1", "xterm", "120x30", "spaces-2")
	keep("okno-1", "putty", "80x24", "plain")
	keep("okno-2", "xterm", "80x24", "sextant")
	keep("okno-1", "xterm", "80x24", "eighths-2") // chosen anew
	keep("okno-2", "xterm", "80x24", "")          // forgotten
	for _, tt := range []struct {
		desk, terminal string
		want           map[string]string
	}{
		{"okno-1", "xterm", map[string]string{"80x24": "eighths-2", "120x30": "spaces-2"}},
		{"okno-1", "putty", map[string]string{"80x24": "plain"}},
		{"okno-2", "xterm", map[string]string{}},
	} {
		if got, err := f.Drawings(tt.desk, tt.terminal); err != nil || !maps.Equal(got, tt.want) {
			t.Errorf("%s, %s: %v, %v", tt.desk, tt.terminal, got, err)
		}
	}
	info, err := os.Stat(f.DrawingsFile())
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

func TestDrawingsFileThatIsBrokenOrFull(t *testing.T) {
	f := Folder(t.TempDir())
	if err := os.WriteFile(f.DrawingsFile(), []byte("[[drawing\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Drawings("okno-1", "xterm"); err == nil {
		t.Error("a broken file is no error")
	}
	for i := range mostDrawings + 1 {
		if err := f.KeepDrawing(Drawing{fmt.Sprint(i), "xterm", "80x24", "half-1"}); err != nil {
			t.Fatal(err)
		}
	}
	for desk, want := range map[string]int{"0": 0, "1": 1, fmt.Sprint(mostDrawings): 1} {
		if got, err := f.Drawings(desk, "xterm"); err != nil || len(got) != want {
			t.Errorf("desk %s: %v, %v", desk, got, err)
		}
	}
	left, err := os.ReadDir(string(f))
	if err != nil || len(left) != 1 {
		t.Errorf("left in the folder: %v, %v", left, err)
	}
}
