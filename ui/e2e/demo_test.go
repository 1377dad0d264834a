//go:build linux

package e2e

import (
	"os"
	"syscall"
	"testing"
)

// TestDemoLeavesNothing ends the window of the invented school as a closed
// terminal and a shutdown do; its folder goes with it.
func TestDemoLeavesNothing(t *testing.T) {
	need(t)
	for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP} {
		t.Run(signal.String(), func(t *testing.T) {
			dir := t.TempDir()
			t.Setenv("TMPDIR", dir)
			l := newLine(t, 80, 24, "--demo")
			l.see(0, "▸ ")
			if folders, err := os.ReadDir(dir); err != nil || len(folders) != 1 {
				t.Fatalf("%d folders while it is open, %v", len(folders), err)
			}
			if err := l.cmd.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			gone := func() bool {
				folders, err := os.ReadDir(dir)
				return err == nil && len(folders) == 0
			}
			until(t, "an empty folder", gone, func() string { return l.output(0) })
		})
	}
}
