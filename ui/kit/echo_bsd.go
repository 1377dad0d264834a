//go:build !windows && !linux

package kit

import "golang.org/x/sys/unix"

// The requests that read and write a terminal's settings.
const (
	readSettings  = unix.TIOCGETA
	writeSettings = unix.TIOCSETA
)
