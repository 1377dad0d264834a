// Package quiet keeps Bubble Tea from asking the terminal questions before the
// first frame.
//
// Bubble Tea v1 asks for the background colour in a package init and waits up
// to five seconds where nothing answers. The question is skipped when the
// variable CI is set, so this package sets it for the short time in which
// packages are initialised.
//
// It runs first because Go initialises the packages that are ready in the
// order of their import paths: this one needs nothing but os, while Bubble Tea
// also needs os/signal, which sorts after okienko/.... It must therefore never
// import anything else.
package quiet

import "os"

const variable = "CI"

// ours says that the variable was not there before and has to go again.
var ours bool

func init() {
	if _, set := os.LookupEnv(variable); set {
		return
	}
	ours = os.Setenv(variable, "1") == nil
}

// Restore takes back what the init set, so that programs started later see the
// environment they would have seen without us. It is safe to call twice.
func Restore() {
	if ours {
		ours = os.Unsetenv(variable) != nil
	}
}
