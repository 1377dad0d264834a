package qr

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// ErrUnpainted says that a cell would show the terminal's own colours.
var ErrUnpainted = errors.New("qr: a cell is not painted")

// errSequence says that a line holds more than glyphs and colours.
var errSequence = errors.New("qr: unknown control sequence")

// pen is what a terminal remembers between cells: brightness 0 to 255, -1 for
// the theme's own colour.
type pen struct {
	ink, ground int
	reversed    bool
}

var unset = pen{ink: -1, ground: -1}

// seen is a cell as a terminal shows it.
type seen struct {
	glyph       rune
	ink, ground int
}

// readScreen does what a terminal does with the lines of a drawing: it turns
// them into cells. It knows the few sequences that paint writes, on purpose
// by the terminals' tables and not by paint's, and refuses all others.
func readScreen(lines []string, cols int) ([][]seen, error) {
	rows := make([][]seen, len(lines))
	for i, line := range lines {
		row, last, err := readLine(line)
		switch {
		case err != nil:
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		case len(row) != cols:
			return nil, fmt.Errorf("qr: line %d has %d cells, not %d", i+1, len(row), cols)
		case last != unset:
			return nil, fmt.Errorf("line %d ends without a reset: %w", i+1, errSequence)
		}
		rows[i] = row
	}
	return rows, nil
}

func readLine(line string) ([]seen, pen, error) {
	var row []seen
	p := unset
	for line != "" {
		if rest, ok := strings.CutPrefix(line, "\x1b["); ok {
			parameters, after, ok := strings.Cut(rest, "m")
			if !ok || !p.apply(parameters) {
				return nil, p, errSequence
			}
			line = after
			continue
		}
		glyph, n := utf8.DecodeRuneInString(line)
		line = line[n:]
		if glyph < ' ' || glyph == utf8.RuneError {
			return nil, p, errSequence
		}
		cell := seen{glyph, p.ink, p.ground}
		if p.reversed {
			cell.ink, cell.ground = cell.ground, cell.ink
		}
		if cell.ground < 0 || glyph != blank && cell.ink < 0 {
			return nil, p, ErrUnpainted
		}
		row = append(row, cell)
	}
	return row, p, nil
}

// apply changes the pen as one SGR sequence says, and reports whether it is
// one that any terminal of the 256- or 16-colour kind knows.
func (p *pen) apply(parameters string) bool {
	if palette, ok := strings.CutPrefix(parameters, "38;5;"); ok {
		p.ink, ok = entry(palette)
		return ok
	}
	if palette, ok := strings.CutPrefix(parameters, "48;5;"); ok {
		p.ground, ok = entry(palette)
		return ok
	}
	switch parameters {
	case "", "0":
		*p = unset
	case "7":
		p.reversed = true
	case "27":
		p.reversed = false
	case "30", "37", "97":
		p.ink = brightness[parameters[0:2]]
	case "40", "47", "107":
		p.ground = brightness[parameters]
	default:
		return false
	}
	return true
}

// brightness of the 16 colours in use; plain white is the darkest that was
// met (PuTTY, VGA: #aaaaaa to #bbbbbb).
var brightness = map[string]int{"30": 0, "40": 0, "37": 170, "47": 170, "97": 255, "107": 255}

// entry gives the brightness of a fixed entry of the 256 colours: black,
// white, or an error of ours.
func entry(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	switch {
	case err != nil:
		return 0, false
	case n == 16:
		return 0, true
	case n == 231:
		return 255, true
	}
	return 0, false
}

// covers reports whether a glyph has ink in the dot at (x, y) of a cell that
// is divided into 2 dots by so many rows of them: 6 are the least that halves
// and thirds share, 8 show eighths. ok is false for glyphs that no drawing
// uses.
func covers(glyph rune, x, y, rows int) (ink, ok bool) {
	switch glyph {
	case blank:
		return false, true
	case fullBlock:
		return true, true
	case lowerHalf:
		return y >= rows/2, true
	case upperHalf:
		return y < rows/2, true
	case '▌':
		return x == 0, true
	case '▐':
		return x == 1, true
	}
	if e := int(glyph - '▁' + 1); e >= 1 && e <= 7 {
		return 8*y >= rows*(8-e), true
	}
	n := int(glyph - firstSextant)
	if n < 0 || n > 59 {
		return false, false
	}
	// U+1FB00 is pattern 1; 21 and 42, the two half blocks, are left out.
	pattern := n + 1
	if pattern >= leftSextants {
		pattern++
	}
	if pattern >= rightSextants {
		pattern++
	}
	return pattern>>(y*3/rows*2+x)&1 == 1, true
}
