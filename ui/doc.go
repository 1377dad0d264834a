// Package ui is the command line: the same deeds as the window's, for scripts
// and for the person who looks after the box, and the command that opens the
// window (package desk).
//
// Exit codes: 0 all done; 1 done, but some input was refused and it was said
// which; 2 the command line is wrong; 3 nothing was done. With --json, stdout
// holds one JSON object (lists of files: one a line) and nothing else; sentences
// about failures go to stderr. All sentences are package text's.
package ui
