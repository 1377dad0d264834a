package ui

import (
	"fmt"

	"golang.org/x/sys/unix"
)

// withoutDumps keeps the program's memory, in which children's data lies, out of
// core files, and out of reach of other programs of the same user.
func withoutDumps() error {
	if err := unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{}); err != nil {
		return fmt.Errorf("forbidding core files: %w", err)
	}
	if err := unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0); err != nil {
		return fmt.Errorf("forbidding dumps: %w", err)
	}
	return nil
}
