package ui

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"okienko/store"
)

// What a file is called must not get into the log.
func TestWithoutPath(t *testing.T) {
	there := filepath.Join(t.TempDir(), "Ewa Lis 4a.pdf")
	_, opening := os.Open(there)
	for _, err := range []error{
		opening, os.Rename(there, there+"2"), os.Symlink("Ewa Lis", filepath.Join(there, "x")),
		fmt.Errorf("moving a file: %w", os.Rename(there, there+"2")),
	} {
		got := withoutPath(err)
		if got == nil || strings.Contains(got.Error(), "Lis") || !errors.Is(got, fs.ErrNotExist) {
			t.Errorf("%v became %v", err, got)
		}
	}
	if withoutPath(nil) != nil {
		t.Error("no error became one")
	}
}

// TestTheLogNamesNoFile: whoever writes an error to it, wherever in the program.
func TestTheLogNamesNoFile(t *testing.T) {
	folder := store.Folder(t.TempDir())
	log, end, err := openLog(folder)
	if err != nil {
		t.Fatal(err)
	}
	removed := os.Remove(filepath.Join(t.TempDir(), "Ewa Lis 4a.jpg"))
	log.Error("a deed failed", "error", errors.Join(fmt.Errorf("removing a file: %w", removed), errors.New("more")))
	log.With("error", removed).Error("again")
	if err := end(); err != nil {
		t.Fatal(err)
	}
	written, err := os.ReadFile(folder.Log())
	if err != nil {
		t.Fatal(err)
	}
	if s := string(written); strings.Contains(s, "Lis") || strings.Count(s, "no such file") != 2 {
		t.Error(s)
	}
}
