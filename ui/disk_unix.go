//go:build linux || darwin

package ui

import "syscall"

// freeSpace is how many bytes the disk of a folder has left for this user;
// known is false where the system does not say.
func freeSpace(folder string) (bytes uint64, known bool) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(folder, &s); err != nil {
		return 0, false
	}
	return s.Bavail * uint64(s.Bsize), true
}
