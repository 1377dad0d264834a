//go:build unix

package ui

import (
	"io/fs"
	"os"
	"syscall"
)

// ownersOnly reports whether nobody but this user, and root, can read a file.
func ownersOnly(info fs.FileInfo) bool {
	s, ok := info.Sys().(*syscall.Stat_t)
	return info.Mode().Perm()&0o077 == 0 && ok && (int(s.Uid) == os.Geteuid() || s.Uid == 0)
}
