package ui

import (
	"strings"
	"testing"

	"okienko/ui/qr"
)

// The list names one way that is taken, and tells of pictures what the
// terminal said.
func TestRungLines(t *testing.T) {
	sharp := qr.Abilities{UTF8: true, Glyphs: true, Sextants: true, CellWidth: 11, CellHeight: 23}
	sixel, kitty, tiny := sharp, sharp, sharp
	sixel.Sixel, kitty.Kitty, tiny.Kitty = true, true, true
	tiny.CellWidth, tiny.CellHeight = 2, 4
	for _, tt := range []struct {
		name       string
		a          qr.Abilities
		answered   bool
		kitty      string
		sixel      string
		best       string
		cols, rows int
	}{
		{"silent", sharp, false, noAnswer, noAnswer, "thirds", 120, 30},
		{"none", sharp, true, noPictures, noPictures, "thirds", 120, 30},
		{"sixel", sixel, true, noPictures, "", "sixel", 120, 30},
		{"kitty", kitty, true, "", noPictures, "kitty", 120, 30},
		{"cells are larger", kitty, true, "", noPictures, "spaces-2", 120, 37},
		{"small cells", tiny, true, "too_small", noPictures, "thirds", 120, 30},
	} {
		t.Run(tt.name, func(t *testing.T) {
			lines, err := rungLines(strings.Repeat("a", 60), tt.cols, tt.rows, tt.a, tt.answered)
			if err != nil {
				t.Fatal(err)
			}
			if lines[0].Name != "kitty" || lines[0].Why != tt.kitty || lines[1].Name != "sixel" || lines[1].Why != tt.sixel {
				t.Errorf("pictures: %+v", lines[:2])
			}
			best := ""
			for _, l := range lines {
				if l.Best {
					best += l.Name
				}
				if l.Best && (l.Asked || !l.Fits) || l.Fits == (l.Why != "") {
					t.Errorf("%+v", l)
				}
			}
			if best != tt.best {
				t.Errorf("taken: %q, want %s", best, tt.best)
			}
		})
	}
}
