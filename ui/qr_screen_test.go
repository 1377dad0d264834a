package ui

import (
	"strings"
	"testing"

	"okienko/ui/kit"
	"okienko/ui/kit/kittest"
	"okienko/ui/qr"
	"okienko/ui/text"
)

const (
	saysSixel = "\x1b[?63;1;4c"
	saysKitty = "\x1b_Gi=31;OK\x1b\\"
)

// The code on its own is a picture where the terminal says that it shows them
// and the rung asked for is not another.
func TestACodeOnItsOwnAsAPicture(t *testing.T) {
	payload := strings.Repeat("a", 60)
	for _, tt := range []struct {
		name, rung, reply string
		measure           func() kit.WindowSize
		want              string // the picture's beginning, "" for none
		asks              bool
	}{
		{"sixel", "", saysSixel, measuredAs(80, 24), "\x1bP", true},
		{"kitty", "", saysKitty, measuredAs(80, 24), "\x1b_G", true},
		{"asked for", "sixel", saysSixel, measuredAs(80, 24), "\x1bP", true},
		{"another asked for", "kitty", saysSixel, measuredAs(80, 24), "", true},
		{"cells asked for", "half-1", saysSixel, measuredAs(80, 24), "", false},
		{"silent", "", "", measuredAs(80, 24), "", true},
		{"another window", "", saysSixel, measuredAs(90, 24), "", true},
		{"no pixels", "", saysSixel, func() kit.WindowSize { return kit.WindowSize{Cols: 80, Rows: 24} }, "", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var out strings.Builder
			s := &codeScreen{c: &command{t: text.CommandIn(text.Polish)}, payload: payload, rung: tt.rung,
				terminal: qr.Abilities{UTF8: true, Glyphs: true, MayKitty: true}, out: &out, measure: tt.measure}
			d := kittest.New(t, s, 80, 24, kit.Options{})
			if asked := out.String() != ""; asked != tt.asks {
				t.Errorf("asked %q", out.String())
			}
			if tt.reply != "" {
				d.Send(kit.Reply{Text: tt.reply})
			}
			got := s.Overlay().Show
			if !strings.HasPrefix(got, tt.want) || (got == "") != (tt.want == "") {
				t.Errorf("a picture of %d bytes", len(got))
			}
			if s.picture != nil {
				if err := qr.VerifyGraphic(*s.picture, payload); err != nil {
					t.Error(err)
				}
				d.Resize(70, 24)
			}
			if s.Overlay().Show != "" {
				t.Error("the picture stays in a window that was not measured")
			}
		})
	}
}

// measuredAs is a window in cells of 11 × 23 pixels.
func measuredAs(cols, rows int) func() kit.WindowSize {
	return func() kit.WindowSize {
		return kit.WindowSize{Cols: cols, Rows: rows, Width: 11 * cols, Height: 23 * rows}
	}
}
