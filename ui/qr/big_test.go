package qr

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestTypefaceIsWhole(t *testing.T) {
	seen := map[[glyphHeight]uint8]rune{}
	for r := ' '; r <= '~'; r++ {
		g, ok := glyphs[r]
		if !ok {
			t.Errorf("%q is missing", r)
		}
		if other, twice := seen[g]; twice {
			t.Errorf("%q looks like %q", r, other)
		}
		seen[g] = r
	}
	for _, band := range typeface {
		if len(band) != glyphHeight+1 {
			t.Fatalf("band %q has %d rows", band[0], len(band)-1)
		}
		for _, row := range band[1:] {
			if len(row) != len(band[0])*(glyphWidth+1)-1 || strings.Trim(row, ".# ") != "" {
				t.Errorf("band %q: row %q", band[0], row)
			}
		}
	}
}

// Letters that are mistaken for each other have to differ in some dots, not
// in one that a camera loses.
func TestLookalikesDiffer(t *testing.T) {
	for _, pair := range []string{"0O", "0o", "Oo", "0Q", "OQ", "1l", "1I", "lI", "l|", "I|", "1|", "1i", "5S", "2Z", "8B", "6b", "9g", "gq", "uv", "UV", "nm", "cC", "sS", "zZ", "xX", "wW", "-_", ".,", ":;", "'`"} {
		a, b, n := glyphs[rune(pair[0])], glyphs[rune(pair[1])], 0
		for y := range a {
			for x := a[y] ^ b[y]; x != 0; x &= x - 1 {
				n++
			}
		}
		if n < 2 {
			t.Errorf("%s differ in %d dots", pair, n)
		}
	}
}

func TestBigFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[ -~]{1,24}`).Draw(t, "text")
		cols, rows := rapid.IntRange(0, 200).Draw(t, "cols"), rapid.IntRange(0, 40).Draw(t, "rows")
		a := anyAbilities().Draw(t, "abilities")
		lines, err := Big(text, cols, rows, a)
		var small *TooSmallError
		if errors.As(err, &small) {
			if small.Cols+small.Rows <= 0 {
				t.Fatalf("too small by nothing: %+v", small)
			}
			return
		}
		if err != nil || len(lines) > rows {
			t.Fatalf("%d lines, %v", len(lines), err)
		}
		if _, err := readScreen(lines, cols); err != nil {
			t.Fatal(err)
		}
	})
}

func TestBigTakesTheLargestSize(t *testing.T) {
	for _, tt := range []struct {
		text       string
		cols, rows int
		lines      int
	}{
		{"aB3", 80, 24, 16}, // 4 columns a dot
		{"aB3", 80, 15, 12}, // 3
		{"aB3", 80, 8, 8},   // 2
		{"aB3", 80, 4, 4},   // 1
		{"aB3dE6gH9jK2", 80, 9, 4},
		{"aB3dE6gH9jK2mN5pQ8", 80, 9, 9}, // two lines
	} {
		lines, err := Big(tt.text, tt.cols, tt.rows, ordinary)
		if err != nil || len(lines) != tt.lines {
			t.Errorf("%s in %d×%d: %d lines, %v; want %d", tt.text, tt.cols, tt.rows, len(lines), err, tt.lines)
		}
	}
}

func TestBigRefuses(t *testing.T) {
	if _, err := Big("zażółć", 80, 24, ordinary); !errors.Is(err, ErrNoGlyph) {
		t.Errorf("Polish letters: %v", err)
	}
	if _, err := Big("", 80, 24, ordinary); !errors.Is(err, ErrEmpty) {
		t.Errorf("nothing: %v", err)
	}
}
