// Package assets holds what is embedded in the program: the shipped profiles
// and an invented school to train on. It imports nothing of ours, so that
// everybody may use it.
package assets

import (
	"embed"
	"slices"
)

//go:embed profiles/*.toml
var profiles embed.FS

// profileNames in the order in which a new school is offered them: the
// statute first.
var profileNames = []string{"sio", "mazowszany", "chociszew", "tarnow"}

// Profiles returns the names of the shipped profiles, the statutory one
// first.
func Profiles() []string { return slices.Clone(profileNames) }

// Profile returns the TOML text of a shipped profile; ok is false for a name
// that is none of Profiles.
func Profile(name string) (text []byte, ok bool) {
	if !slices.Contains(profileNames, name) {
		return nil, false
	}
	text, err := profiles.ReadFile("profiles/" + name + ".toml")
	return text, err == nil
}
