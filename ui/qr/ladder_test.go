package qr

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func best(t *testing.T, payload string, cols, rows int, a Abilities) string {
	t.Helper()
	d, err := Draw(payload, cols, rows, a, "")
	var small *TooSmallError
	switch {
	case errors.As(err, &small):
		return fmt.Sprintf("missing %d×%d of %d×%d", small.Cols, small.Rows, small.NeedCols, small.NeedRows)
	case err != nil:
		t.Fatal(err)
	}
	return fmt.Sprintf("%s v%d-%s quiet %d", d.Rung.Name, d.Rung.Version, d.Rung.Level, d.Quiet)
}

// What QR.md says fits, and the largest of it first.
func TestBestRung(t *testing.T) {
	glyphs, none := Abilities{Glyphs: true}, Abilities{}
	blocks := Abilities{Glyphs: true, Blocks: true}
	sextants := Abilities{Glyphs: true, Blocks: true, Sextants: true}
	tests := []struct {
		bytes, cols, rows int
		a                 Abilities
		want              string
	}{
		{30, 80, 24, glyphs, "half-1 v3-Q quiet 9"},
		{60, 80, 24, glyphs, "half-1 v5-Q quiet 5"},
		{106, 80, 24, glyphs, "half-1 v6-M quiet 3"},
		{134, 80, 24, glyphs, "half-1 v6-L quiet 3"},
		{150, 80, 24, glyphs, "half-1 v7-L quiet 1"},
		{154, 80, 24, glyphs, "half-1 v7-L quiet 1"},
		{155, 80, 24, glyphs, "missing 0×2 of 51×26"},
		{300, 80, 24, glyphs, "missing 0×8 of 63×32"},
		{300, 50, 24, glyphs, "missing 13×8 of 63×32"},
		{17, 80, 23, glyphs, "half-1 v2-Q quiet 10"}, // twice as large, but with a margin of 1
		{17, 80, 25, glyphs, "spaces-2 v1-L quiet 2"},
		{17, 80, 23, none, "spaces-2 v1-L quiet 1"},
		{36, 80, 24, none, "missing 0×7 of 62×31"},
		{60, 160, 46, glyphs, "spaces-2 v5-Q quiet 4"},
		{150, 200, 50, glyphs, "spaces-2 v7-L quiet 2"},
		{36, 200, 50, glyphs, "half-3 v3-M quiet 2"},
		{36, 200, 50, none, "spaces-2 v4-Q quiet 8"},
		{36, 0, 0, glyphs, "missing 31×16 of 31×16"},
		{300, 80, 24, Abilities{Glyphs: true, Sextants: true}, "sextant v11-L quiet 5"},
		{30, 80, 24, blocks, "half-1 v3-Q quiet 9"},
		{30, 80, 24, sextants, "thirds v3-Q quiet 3"},
		{32, 80, 20, sextants, "half-1 v3-Q quiet 5"}, // of thirds, level L alone
		{60, 80, 24, sextants, "half-1 v5-Q quiet 5"}, // the same
		{60, 120, 30, sextants, "thirds v5-Q quiet 4"},
		{60, 54, 30, sextants, "half-1 v5-Q quiet 8"}, // a column short
		{60, 120, 37, sextants, "spaces-2 v4-M quiet 2"},
		{150, 120, 36, sextants, "half-1 v7-L quiet 13"},
		{36, 200, 52, blocks, "half-3 v3-M quiet 2"},
		{60, 160, 46, blocks, "spaces-2 v5-Q quiet 4"},
		{300, 80, 24, blocks, "missing 0×8 of 63×32"},
	}
	for _, tt := range tests {
		if got := best(t, strings.Repeat("a", tt.bytes), tt.cols, tt.rows, tt.a); got != tt.want {
			t.Errorf("%d bytes in %d×%d: %s, want %s", tt.bytes, tt.cols, tt.rows, got, tt.want)
		}
	}
}

func TestLadderIsInOrderOfSize(t *testing.T) {
	all, err := Ladder(strings.Repeat("a", 36), 200, 50, Abilities{Glyphs: true})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range all {
		got = append(got, strings.TrimSpace(r.Name+" "+string(r.Why)))
	}
	want := "spaces-4 too_small, eighths-4 too_small, half-3, spaces-2, thirds no_sextants, half-1, plain, sextant no_sextants"
	if strings.Join(got, ", ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, ", "), want)
	}
}

func TestRungByName(t *testing.T) {
	a := Abilities{Glyphs: true}
	for _, tt := range []struct {
		name string
		a    Abilities
		want string
		err  error
	}{
		{"half", a, "half-3", nil},
		{"spaces", a, "spaces-2", nil},
		{"half-1", a, "half-1", nil},
		{"plain", a, "plain", nil},
		{"plain", Abilities{}, "", ErrNotHere},
		{"sextant", a, "", ErrNotHere},
		{"thirds", a, "", ErrNotHere},
		{"thirds", Abilities{Glyphs: true, Sextants: true}, "thirds", nil},
		{"spaces-3", a, "", ErrNoRung},
		{"eighths-2", a, "eighths-2", nil}, // on trial
		{"eighths-3", a, "eighths-3", nil},
		{"eighths-4", Abilities{}, "", ErrNotHere},
		{"eighths-4", Abilities{Glyphs: true, Palette: LightInk}, "", ErrNotHere},
		{"eighths-1", a, "", ErrNoRung},
		{"braille", a, "", ErrNoRung},
		{"spaces-12", a, "", &TooSmallError{}},
	} {
		d, err := Draw(strings.Repeat("a", 36), 200, 50, tt.a, tt.name)
		var small *TooSmallError
		if errors.As(tt.err, &small) {
			if !errors.As(err, &small) || small.NeedRows != 31*6 {
				t.Errorf("%s: %v", tt.name, err)
			}
		} else if !errors.Is(err, tt.err) || d.Rung.Name != tt.want {
			t.Errorf("%s: %s, %v", tt.name, d.Rung.Name, err)
		}
	}
}

// qrterminal's drawing and our own differ in the mask alone.
func TestPlainIsOfTheSameSize(t *testing.T) {
	for n := 1; n < 300; n += 7 {
		payload := strings.Repeat("aB3-", n)[:n]
		plain, err := Draw(payload, 120, 60, Abilities{Glyphs: true}, "plain")
		if err != nil {
			t.Fatal(n, err)
		}
		half, err := Draw(payload, 120, 60, Abilities{Glyphs: true}, "half-1")
		if err != nil {
			t.Fatal(n, err)
		}
		if plain.Symbol.Version != half.Symbol.Version || plain.Symbol.Level != half.Symbol.Level || plain.Quiet != half.Quiet {
			t.Errorf("%d bytes: v%d-%s and v%d-%s", n, plain.Symbol.Version, plain.Symbol.Level, half.Symbol.Version, half.Symbol.Level)
		}
	}
}

// 6 KB a frame at 80×24, for any code that fits; some of it is for the
// renderer.
func TestFrameIsSmall(t *testing.T) {
	text := "https://legitymacja.example/aktywacja?kod=7f9c2b1e4a554c1b9a770d3c2f1e8b60&uczen=9Qz70OIl1bB8xxyyzz0192837465&podpis=qLx81mPvTe0Zs5RkWn2Yd7Hc4Ua9JbGf"
	for n := 10; n <= len(text); n += 5 {
		d, err := Draw(text[:n], 80, 24, Abilities{Glyphs: true}, "half")
		if err != nil {
			t.Fatal(n, err)
		}
		if got := size(d.Lines); got > 6000 {
			t.Errorf("%d bytes of text take %d bytes of screen", n, got)
		}
	}
}
