package qr

import "math"

// A window seldom has rows for a whole number of half rows a module. The
// modules of this family are a whole number of columns wide and as high as the
// rows allow: 1.5 times the reach of the next smaller whole scale and more. It
// is for who asks for it: filling the window leaves little margin, and modules
// that are not square and differ by an eighth cost 5 to 10 points more in bad
// light.
const (
	eighthsOfCell = 8
	firstEighth   = '\u2581' // the lowest eighth; U+2587 has seven

	// mostStretch is how much wider than high a module may be, of cells twice
	// as high as wide. Beyond it, of two decoders one began to fail; at 1.6 a
	// camera of medium quality read half of what it read of square modules.
	mostStretch = 4.0 / 3
	// leastGain is how much higher than those of the next whole scale modules
	// have to be to be worth their glyphs.
	leastGain = 1.1
)

// eighthsRung is the rung of k columns a module whose height fills the rows,
// between those of the whole scales k - 1 and k.
func eighthsRung(payload string, k, cols, rows int, a Abilities) Rung {
	r := Rung{Name: nameOf(Eighths, k), Family: Eighths, Scale: k, Width: float64(k), Trial: !a.Blocks, Weak: true}
	least, err := smallest(payload, L)
	if err != nil {
		return r // Ladder has asked
	}
	modules := side(least) + 2*margin
	lowest := max(float64(k)/(2*mostStretch), leastGain*float64(k-1)/2)
	r.Height = min(float64(k)/2, max(lowest, float64(rows)/float64(modules)))
	r.choose(payload, grid{
		room:  modules, // a higher level must not take a larger version
		cells: func(n int) (int, int) { return n * k, int(math.Ceil(float64(n)*lowest - 1e-9)) },
	}, margin, margin)
	switch {
	case !a.Glyphs || a.Palette == LightInk:
		r.forbid(NoGlyphs)
	case r.Cols > cols || r.Rows > rows:
		r.forbid(TooSmall)
	}
	return r
}

// stretched is a symbol laid on cells with modules of any height.
type stretched struct {
	symbol Symbol
	left   int     // columns before the symbol
	top    float64 // rows above it
	width  int     // columns a module
	height float64 // rows a module
}

func (r Rung) stretched(s Symbol, cols, rows int) stretched {
	return stretched{
		symbol: s, left: (cols - s.Size*r.Scale) / 2, width: r.Scale,
		top: (float64(rows) - float64(s.Size)*r.Height) / 2, height: r.Height,
	}
}

// quiet counts the light modules at the tightest side.
func (g stretched) quiet() int { return min(g.left/g.width, int(g.top/g.height+1e-9)) }

// cell is the glyph that comes nearest to the modules that meet in it, whose
// tones are taken in the middle of each eighth. A column of a cell can hold
// parts of three, of which the glyphs show two.
func (g stretched) cell(x, y int) cell {
	var pattern uint8
	for i := range eighthsOfCell {
		middle := float64(y) + (float64(i)+0.5)/eighthsOfCell
		module := int(math.Floor((middle - g.top) / g.height))
		if x >= g.left && g.symbol.Dark((x-g.left)/g.width, module) {
			pattern |= 1 << i
		}
	}
	return nearest[pattern]
}

// nearest is the cell that shows most of a pattern of eighths, of which bit 0
// is the upper one, set ones dark.
var nearest = func() (table [256]cell) {
	for pattern := range table {
		most := -1
		for upper := range eighthsOfCell {
			for _, ground := range []tone{light, dark} {
				c := eighths(upper, ground)
				if n := c.agrees(uint8(pattern)); n > most {
					table[pattern], most = c, n
				}
			}
		}
	}
	return table
}()

// eighths is a cell with so many upper eighths of one tone over the other; of
// one tone alone for 0.
func eighths(upper int, ground tone) cell {
	switch upper {
	case 0:
		return solid(ground)
	case eighthsOfCell / 2:
		return cell{lowerHalf, ground}
	}
	return cell{firstEighth + rune(eighthsOfCell-upper) - 1, ground}
}

// agrees counts the eighths of a pattern that a cell shows.
func (c cell) agrees(pattern uint8) int {
	n := 0
	for i := range eighthsOfCell {
		ink, _ := covers(c.glyph, 0, i, eighthsOfCell)
		shown := c.ground
		if ink {
			shown = !shown
		}
		if shown == tone(pattern>>i&1 == 1) {
			n++
		}
	}
	return n
}
