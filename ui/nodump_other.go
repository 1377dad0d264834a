//go:build !linux

package ui

// withoutDumps does nothing: other systems write no core files unless told to.
func withoutDumps() error { return nil }
