//go:build unix

package ui

import (
	"io/fs"
	"os"
	"syscall"
)

// ownersOnly reports whether nobody but this user, and root, can read a file.
// What systemd hands to a service is root's, where the file system knows access
// lists: the service's own entry in the list shows as a group that may read.
func ownersOnly(info fs.FileInfo, handed bool) bool {
	s, ok := info.Sys().(*syscall.Stat_t)
	others := fs.FileMode(0o077)
	if handed {
		others = 0o037
	}
	return info.Mode().Perm()&others == 0 && ok && (int(s.Uid) == os.Geteuid() || s.Uid == 0)
}
