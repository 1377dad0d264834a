package qr

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// payloads draws texts of every kind that a code may hold.
func payloads() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.StringMatching(`[0-9]{1,120}`),
		rapid.StringMatching(`[0-9A-Z $%*+./:-]{1,100}`),
		rapid.StringMatching(`[ -~]{1,160}`),
		rapid.StringOfN(rapid.RuneFrom([]rune("zażółć gęślą jaźń ЖІЇЄ їжак 日本 🎓")), 1, 40, -1),
		rapid.Map(rapid.SliceOfN(rapid.Byte(), 1, 150), func(b []byte) string { return string(b) }),
	)
}

func anyAbilities() *rapid.Generator[Abilities] {
	return rapid.Custom(func(t *rapid.T) Abilities {
		a := Abilities{
			Palette: rapid.SampledFrom([]Palette{Indexed, Bright16, LightInk}).Draw(t, "palette"),
			Glyphs:  rapid.Bool().Draw(t, "glyphs"),
		}
		if a.Palette == LightInk {
			a.Glyphs = true // as Detect has it
		} else {
			a.Sextants = a.Glyphs && rapid.Bool().Draw(t, "sextants")
			a.Blocks = a.Glyphs && rapid.Bool().Draw(t, "blocks")
		}
		return a
	})
}

// Whatever is drawn reads back, on every rung that says it fits.
func TestEveryRungReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		payload := payloads().Draw(t, "payload")
		cols := rapid.IntRange(1, 160).Draw(t, "cols")
		rows := rapid.IntRange(1, 60).Draw(t, "rows")
		a := anyAbilities().Draw(t, "abilities")
		all, err := Ladder(payload, cols, rows, a)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range all {
			d, err := Draw(payload, cols, rows, a, r.Name)
			if !r.Fits {
				checkRefused(t, r, err)
				continue
			}
			if err != nil {
				t.Fatalf("%s: %v", r.Name, err)
			}
			checkDrawing(t, d, r, a)
			if err := Verify(d, payload); err != nil {
				t.Fatalf("%s v%d-%s: %v", r.Name, r.Version, r.Level, err)
			}
			if err := Verify(d, payload+"x"); !errors.Is(err, ErrMismatch) {
				t.Fatalf("%s: another payload: %v", r.Name, err)
			}
		}
	})
}

func checkRefused(t *rapid.T, r Rung, err error) {
	var small *TooSmallError
	switch {
	case r.Why == TooSmall && errors.As(err, &small):
		if small.Cols == 0 && small.Rows == 0 {
			t.Fatalf("%s: too small, but nothing is missing", r.Name)
		}
	case r.Why != TooSmall && errors.Is(err, ErrNotHere):
	default:
		t.Fatalf("%s: %s, but Draw says %v", r.Name, r.Why, err)
	}
}

func checkDrawing(t *rapid.T, d Drawing, r Rung, a Abilities) {
	if d.Rung != r || d.Quiet < margin || r.Family == Plain && d.Quiet < quietZone {
		t.Fatalf("%s: drawn as %+v, quiet zone %d", r.Name, d.Rung, d.Quiet)
	}
	cells, err := readScreen(d.Lines, d.Cols)
	if err != nil || len(cells) != d.Rows {
		t.Fatalf("%s: %d lines, %v", r.Name, len(cells), err)
	}
	checkFinders(t, d, cells)
	all := strings.Join(d.Lines, "")
	if a.Palette != LightInk && strings.ContainsAny(all, "▀█") {
		t.Fatalf("%s: upper halves or full blocks", r.Name)
	}
	if r.Family == Spaces && a.Palette != LightInk && strings.ContainsFunc(all, func(r rune) bool { return r > '~' }) {
		t.Fatalf("%s: a glyph", r.Name)
	}
	if strings.Contains(all, ";2;") {
		t.Fatalf("%s: 24-bit colours", r.Name)
	}
}

// checkFinders looks for seams in the finder patterns: a dark lower half over
// which the row below goes on dark.
func checkFinders(t *rapid.T, d Drawing, cells [][]seen) {
	if d.Rung.Family != Half && d.Rung.Family != Plain {
		return
	}
	n, k := d.Symbol.Size, d.Rung.Scale
	left, top := (d.Cols-n*k)/2, (2*d.Rows-n*k)/2
	for y := top / 2; y < (top+7*k)/2; y++ {
		for x := left; x < left+7*k; x++ {
			if c := cells[y][x]; c.glyph == lowerHalf && c.ink < c.ground {
				t.Fatalf("%s: a dark lower half in a finder pattern, row %d column %d", d.Rung.Name, y, x)
			}
		}
	}
}
