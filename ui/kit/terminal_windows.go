package kit

import (
	"io"
	"os"
)

// OpenTerminal returns the console as it is: a Windows console reports whole
// keys, and Bubble Tea sets and restores its mode itself.
func OpenTerminal(stdin *os.File) (in io.Reader, restore func() error, err error) {
	return stdin, func() error { return nil }, nil
}
