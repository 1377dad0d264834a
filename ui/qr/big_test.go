package qr

import (
	"errors"
	"slices"
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

func TestGroups(t *testing.T) {
	for _, tt := range []struct {
		text string
		n    int
		want []string
	}{
		{"", 4, nil},
		{"abcdefgh", 4, []string{"abcd", "efgh"}},
		{"abcdefghi", 4, []string{"abcd", "efgh", "i"}},
		{"zażółć", 2, []string{"za", "żó", "łć"}},
		{"a b", 4, []string{"a␣b"}},
		{"a\x1b[2J", 9, []string{`a\x1b[2J`}},
		{"a\xffb\u202ec", 9, []string{`a\xffb\u{202e}c`}},
		{"ab", 0, []string{"a", "b"}},
	} {
		if got := Groups(tt.text, tt.n); !slices.Equal(got, tt.want) {
			t.Errorf("Groups(%q, %d) = %q, want %q", tt.text, tt.n, got, tt.want)
		}
	}
}

func TestClassOf(t *testing.T) {
	for r, want := range map[rune]Class{'0': Digit, 'O': Capital, 'l': Small, 'Ż': Capital, 'ї': Small, ' ': Blank, '|': Sign, '日': Letter} {
		if got := ClassOf(r); got != want {
			t.Errorf("ClassOf(%q) = %s, want %s", r, got, want)
		}
	}
	for r, want := range map[rune]bool{'0': true, 'O': true, 'l': true, ' ': true, 'k': false, '4': false} {
		if got := Mistakable(r); got != want {
			t.Errorf("Mistakable(%q) = %v", r, got)
		}
	}
}

func TestPaperIsExactlyWide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := payloads().Draw(t, "text")
		width := rapid.IntRange(0, 120).Draw(t, "width")
		align := rapid.SampledFrom([]Align{Left, Centre}).Draw(t, "align")
		a := anyAbilities().Draw(t, "abilities")
		if width == 0 {
			if line := Paper(text, width, align, a); line != "" {
				t.Fatalf("no room, but %q", line)
			}
			return
		}
		line := Paper(text, width, align, a)
		bare := strings.NewReplacer(a.Palette.ground(light), "", a.Palette.ink(dark), "", reset, "").Replace(line)
		if strings.ContainsAny(bare, "\x1b\n\r\t\a\u202e\u200f") {
			t.Fatalf("control characters: %q", bare)
		}
		if got := widths.StringWidth(bare); got != width {
			t.Fatalf("%d cells, not %d: %q", got, width, bare)
		}
	})
}

func TestPaperAligns(t *testing.T) {
	want := "\x1b[48;5;231m\x1b[38;5;16m  Ola K.   \x1b[m"
	if got := Paper("Ola K.", 11, Centre, ordinary); got != want {
		t.Errorf("got %q", got)
	}
	if got := Paper("Aleksandra\x1b[31m", 8, Left, ordinary); got != "\x1b[48;5;231m\x1b[38;5;16mAleksan…\x1b[m" {
		t.Errorf("got %q", got)
	}
}
