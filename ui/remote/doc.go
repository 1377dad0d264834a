// Package remote serves the window over SSH: one desk for each session, all on
// one open database.
//
// Read server.go first. Who may come in stands in authorized_keys (keys.go);
// what a client may ask for is decided in channel.go, and everything that is
// not a window in a terminal is refused there; session.go runs the window.
package remote
