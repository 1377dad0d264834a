package kit

import "golang.org/x/sys/unix"

// The requests that read and write a terminal's settings.
const (
	readSettings  = unix.TCGETS
	writeSettings = unix.TCSETS
)
