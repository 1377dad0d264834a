// Package e2e plays the real program in real terminals, as the people at the
// desk do. It holds tests only:
//
//   - journey_test.go: from an empty folder to a hand-over on record, in tmux;
//   - picture_test.go: the same in xterm, the code read from a photograph;
//   - keys_test.go: split and fused keys, and the first frame, through a pty;
//   - crash_test.go: what is confirmed outlives a killed program.
//
// Where a tool is missing the test skips and names it; OKIENKO_NO_SKIP=1
// forbids that. Nothing sleeps: everything waits for a state, with a deadline.
package e2e
