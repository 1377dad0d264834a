package kit

import (
	"io"
	"os"
)

// Guarded says that a terminal's answers are told from keys. A console's would
// come as keys, so it must not be asked.
const Guarded = false

// Measure tells nothing: a console has no size in pixels.
func Measure(*os.File) WindowSize { return WindowSize{} }

// HideTyping does nothing: on a console it is left to who reads the line.
func HideTyping(int) error { return nil }

// OpenTerminal returns the console as it is: a Windows console reports whole
// keys, and Bubble Tea sets and restores its mode itself.
func OpenTerminal(stdin *os.File) (in io.Reader, restore func() error, err error) {
	return stdin, func() error { return nil }, nil
}
