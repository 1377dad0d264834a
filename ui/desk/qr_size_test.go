package desk

import (
	"testing"

	"okienko/ui/qr"
)

// A terminal that draws eighths gets the larger code as long as the student's
// help keeps its place; "+" gives that up too.
func TestEighthsOfACell(t *testing.T) {
	for _, tt := range []struct {
		name       string
		blocks     bool
		cols, rows int
		first      string
		larger     string
	}{
		{"large window", true, 120, 30, "eighths-2", "eighths-2"},
		{"small window", true, 80, 24, "plain", "eighths-2"},
		{"not known to draw them", false, 120, 30, "plain", "eighths-2"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := zofia(t, sioCode(link))
			a.Terminal = qr.Abilities{UTF8: true, Glyphs: true, Blocks: tt.blocks}
			s := newQR(a, a.only()).(*qrScreen)
			w := show(t, a, s, tt.cols, tt.rows)
			if got := s.page.drawing.Rung.Name; got != tt.first {
				t.Errorf("drawn as %s, want %s", got, tt.first)
			}
			w.Expect("1. Zainstaluj")
			w.scans(link)
			w.Press("+").Expect("Zofia K.")
			w.scans(link)
			if got := s.page.drawing.Rung.Name; got != tt.larger {
				t.Errorf("after +: %s, want %s", got, tt.larger)
			}
			w.Press("-")
			w.scans(link)
		})
	}
}
