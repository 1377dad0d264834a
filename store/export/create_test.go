package export_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"okienko/store/export"
)

func TestCreateNeverReplaces(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "nowy", "folder")
	path := filepath.Join(folder, "Żółć 4a.jpg")
	if err := export.Create(path, []byte("first")); err != nil {
		t.Fatal(err)
	}
	if err := export.Create(path, []byte("second")); !errors.Is(err, export.ErrExists) {
		t.Errorf("written twice: %v", err)
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != "first" {
		t.Errorf("%q %v", data, err)
	}
	entries, err := os.ReadDir(folder)
	if err != nil || len(entries) != 1 {
		t.Errorf("left behind: %v %v", entries, err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("%v %v", info.Mode(), err)
	}
	if err := export.Create(filepath.Join(path, "in a file.jpg"), nil); err == nil {
		t.Error("written into a file")
	}
}
