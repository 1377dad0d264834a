// Okienko is the window at which a school secretary hands out activation codes
// for the mobile school card. This file is wiring and exit codes; the program
// begins in package ui.
package main

import (
	"os"

	"okienko/ui"
	"okienko/ui/kit/quiet"
)

func main() {
	quiet.Restore()
	os.Exit(ui.Main(os.Args[1:], ui.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}))
}
