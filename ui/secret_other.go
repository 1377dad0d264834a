//go:build !unix

package ui

import "io/fs"

// ownersOnly can't be known from a file's mode here.
func ownersOnly(fs.FileInfo, bool) bool { return true }
