package desk

import (
	"strings"
	"testing"
	"time"

	"okienko/store"
	"okienko/ui/qr"
)

// A terminal that draws sextants gets the larger code as long as the student's
// help keeps its place; "+" gives that up too. Eighths come only with "+".
func TestStepsBetweenTheScales(t *testing.T) {
	for _, tt := range []struct {
		name       string
		sextants   bool
		cols, rows int
		first      string
		larger     string
	}{
		{"large window", true, 120, 30, "thirds", "eighths-2"},
		{"small window", true, 72, 27, "half-1", "thirds"},
		{"not known to draw them", false, 120, 30, "half-1", "eighths-2"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := zofia(t, sioCode(link))
			a.Terminal = qr.Abilities{UTF8: true, Glyphs: true, Blocks: tt.sextants, Sextants: tt.sextants}
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

// What she chose comes back with the next code, and after a restart; what she
// only tried does not.
func TestTheChosenDrawingIsRemembered(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	a.Folder = store.Folder(t.TempDir())
	a.recallDrawings()
	rung := func(s *qrScreen) string { return s.page.drawing.Rung.Name }
	s := newQR(a, a.only()).(*qrScreen)
	w := show(t, a, s, 200, 50)
	best := rung(s)
	w.Press("-")
	tried := rung(s)
	w.Press("esc") // not collected
	s = newQR(a, a.only()).(*qrScreen)
	w = show(t, a, s, 200, 50)
	if rung(s) != best {
		t.Errorf("drawn as %s, which was but tried", rung(s))
	}
	w.Advance(20*time.Second).Press("-", "enter") // it was read

	a.recallDrawings()
	s = newQR(a, a.only()).(*qrScreen)
	w = show(t, a, s, 200, 50)
	if rung(s) != tried {
		t.Errorf("drawn as %s, not as %s that was chosen", rung(s), tried)
	}
	w.scans(uuid)
	w.Resize(80, 24)
	w.scans(uuid)
	w.Resize(200, 50)
	w.Advance(time.Minute).Press("+", "enter")
	a.recallDrawings()
	if len(a.chosen) != 0 {
		t.Errorf("still remembered: %v", a.chosen)
	}
}

// "+" asks for a larger window where terminals obey, and whatever way the code
// is left, the old size is asked for again.
func TestAskingForALargerWindow(t *testing.T) {
	const larger, back = "\x1b[8;35;98t", "\x1b[8;24;80t"
	for _, tt := range []struct {
		name string
		keys []string
		want string
	}{
		{"not asked", []string{"esc"}, ""},
		{"left", []string{"+", "esc"}, larger + back},
		{"twice", []string{"+", "+", "esc"}, larger + back},
		{"undone", []string{"+", "-", "esc"}, larger + back},
		{"as a hint", []string{"n", "esc"}, larger + back},
		{"collected", []string{"+", "enter", "enter"}, larger + back},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := zofia(t, sioCode(link))
			a.Terminal = qr.Abilities{UTF8: true, Glyphs: true, Obeys: true, Palette: qr.Bright16}
			var out strings.Builder
			a.Out = &out
			w := open(t, a, newList(a))
			w.Press("enter").Advance(typedAhead)
			for _, k := range tt.keys {
				w.Press(k).Advance(time.Second)
			}
			if out.String() != tt.want {
				t.Errorf("sent %q, want %q", out.String(), tt.want)
			}
		})
	}
}
