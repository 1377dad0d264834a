package desk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What a file is called must not get into the log.
func TestWithoutPath(t *testing.T) {
	there := filepath.Join(t.TempDir(), "Ewa Lis 4a.pdf")
	_, opening := os.Open(there)
	for _, err := range []error{
		opening, os.Rename(there, there+"2"), os.Symlink("Ewa Lis", filepath.Join(there, "x")),
		fmt.Errorf("moving a file: %w", os.Rename(there, there+"2")),
	} {
		got := WithoutPath(err)
		if got == nil || strings.Contains(got.Error(), "Lis") || !errors.Is(got, fs.ErrNotExist) {
			t.Errorf("%v became %v", err, got)
		}
	}
	if WithoutPath(nil) != nil {
		t.Error("no error became one")
	}
}
