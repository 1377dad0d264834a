package qr

import "testing"

// FuzzLearn lets a terminal answer anything: it may say that it shows pictures,
// and changes nothing else.
func FuzzLearn(f *testing.F) {
	for _, s := range []string{"\x1b[?64;4c", "\x1b[?c", "\x1b[?4;;4c", kittyStart + "i=31;OK" + kittyEnd, kittyStart + kittyEnd, "\x1b[?"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, answer string) {
		var a Abilities
		a.Learn(answer)
		a.Sixel, a.Kitty, a.SixelColours = false, false, 0
		if a != (Abilities{}) {
			t.Errorf("%q taught %+v", answer, a)
		}
	})
}
