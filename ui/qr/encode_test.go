package qr

import (
	"errors"
	"strings"
	"testing"
)

func TestEncodeTakesTheSmallestVersion(t *testing.T) {
	// Capacities of ISO/IEC 18004, table 7.
	tests := []struct {
		char    string
		n       int
		level   Level
		version int
	}{
		{"7", 41, L, 1}, {"7", 42, L, 2},
		{"A", 25, L, 1}, {"A", 26, L, 2},
		{"a", 17, L, 1}, {"a", 18, L, 2}, {"a", 11, Q, 1}, {"a", 7, H, 1},
		{"a", 154, L, 7}, {"a", 155, L, 8}, {"a", 122, M, 7}, {"a", 86, Q, 7},
		{"a", 2953, L, 40},
	}
	for _, tt := range tests {
		s, err := Encode(strings.Repeat(tt.char, tt.n), tt.level)
		if err != nil || s.Version != tt.version || s.Size != 17+4*tt.version {
			t.Errorf("%d × %q at %v: version %d of %d modules, %v; want %d", tt.n, tt.char, tt.level, s.Version, s.Size, err, tt.version)
		}
	}
}

func TestEncodeRefuses(t *testing.T) {
	if _, err := Encode("", L); !errors.Is(err, ErrEmpty) {
		t.Errorf("nothing: %v", err)
	}
	if _, err := Encode(strings.Repeat("a", 2954), L); !errors.Is(err, ErrTooLong) {
		t.Errorf("2,954 bytes: %v", err)
	}
	if _, err := Draw(strings.Repeat("a", 2954), 80, 24, Abilities{Glyphs: true}, "plain"); !errors.Is(err, ErrTooLong) {
		t.Errorf("drawing 2,954 bytes: %v", err)
	}
}

// The standard's own example (ISO/IEC 18004, annex I) comes out with mask 2.
// The quiet zone has to count as light for that, and a pattern that has light
// on both sides once.
func TestMaskOfTheStandardsExample(t *testing.T) {
	s, err := Encode("01234567", M)
	if err != nil || s.Version != 1 || s.Mask != 2 {
		t.Errorf("version %d, mask %d, %v", s.Version, s.Mask, err)
	}
}

// Each mask has to be the best for some text, or the weighing has a hole.
func TestEveryMaskIsChosenAtTimes(t *testing.T) {
	chosen := map[int]bool{}
	for i := range 200 {
		s, err := Encode(strings.Repeat(string(rune('a'+i%26)), 1+i%40)+string(rune('0'+i%10)), L)
		if err != nil {
			t.Fatal(err)
		}
		chosen[s.Mask] = true
	}
	if len(chosen) != 8 {
		t.Errorf("chosen: %v", chosen)
	}
}

func TestPenaltyOfOneLine(t *testing.T) {
	tests := []struct {
		name, line string
		want       int
	}{
		{"nothing", "#.#.#..##..", 0},
		{"five alike", "#.#####.#.#", 3},
		{"seven alike", "#.#######.#", 5},
		{"two runs", "#####.....#", 6},
		{"finder after four light", "....#.###.#.##", 40},
		{"finder before four light", "##.#.###.#....#", 40},
		{"finder between", "....#.###.#....", 40},
		{"finder at the edge, after the quiet zone", "#.###.#.#.#", 40},
		{"finder at the far edge", "#.#.#.###.#", 40},
		{"finder without room", "##.#.###.#.##", 0},
	}
	for _, tt := range tests {
		got := linePenalty(len(tt.line), func(i int) bool { return tt.line[i] == '#' })
		if got != tt.want {
			t.Errorf("%s: %d, want %d", tt.name, got, tt.want)
		}
	}
}

func TestPenaltyOfBlocksAndBalance(t *testing.T) {
	all := Symbol{Size: 6, dark: make([]bool, 36)}
	// 12 lines of six alike (4 each), 25 blocks of 2 × 2, 50 % off balance.
	if got, want := penalty(all), 12*4+25*3+10*10; got != want {
		t.Errorf("all light: %d, want %d", got, want)
	}
	for dark, want := range map[int]int{50: 0, 46: 0, 45: 1, 55: 1, 60: 2, 30: 4, 100: 10} {
		if got := imbalance(dark, 100); got != want {
			t.Errorf("%d %% dark: %d steps, want %d", dark, got, want)
		}
	}
}
