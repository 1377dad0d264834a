package qr

import "strings"

// Glyphs that stand in cells.
const (
	blank     = ' '
	lowerHalf = '▄'
	upperHalf = '▀' // LightInk only
	fullBlock = '█' // LightInk only
)

// cell is what stands in one character cell. The ink of a blank is of no
// account; that of a glyph is the opposite of its ground.
type cell struct {
	glyph  rune
	ground tone
}

// solid is a cell of one tone.
func solid(t tone) cell { return cell{blank, t} }

// halves is a cell of an upper and a lower module: no glyph where they agree,
// else the lower half block over the upper one's tone.
func halves(upper, lower tone) cell {
	if upper == lower {
		return solid(upper)
	}
	return cell{lowerHalf, upper}
}

// frameBudget is how many bytes the lines of a drawing with glyphs may take
// before they are written the shorter way; 6 KB a frame at 80×24 leaves this
// much beside the lines of text and what the window's renderer adds. (Spaces
// need it least, and stay what they are: background colours and no more.)
const frameBudget = 5000

// paint turns cells into lines. Every line stands for itself: it sets what it
// needs and ends with a reset, so that a renderer may skip or repeat lines.
func paint(rows [][]cell, p Palette, f Family) []string {
	if p == LightInk {
		return lines(rows, func(row []cell) string { return paintInk(row, p) })
	}
	plain := lines(rows, func(row []cell) string { return paintColours(row, p) })
	if f == Spaces || size(plain) <= frameBudget {
		return plain
	}
	return lines(rows, func(row []cell) string {
		colours, reversed := paintColours(row, p), paintReversed(row, p)
		if len(colours) <= len(reversed) {
			return colours
		}
		return reversed
	})
}

func lines(rows [][]cell, draw func([]cell) string) []string {
	out := make([]string, len(rows))
	for i, row := range rows {
		out[i] = draw(row)
	}
	return out
}

func size(lines []string) int {
	n := 0
	for _, l := range lines {
		n += len(l)
	}
	return n
}

// paintColours sets colours wherever they change.
func paintColours(row []cell, p Palette) string {
	var b strings.Builder
	ground, ink := "", ""
	for _, c := range row {
		if g := p.ground(c.ground); g != ground {
			b.WriteString(g)
			ground = g
		}
		if i := p.ink(!c.ground); c.glyph != blank && i != ink {
			b.WriteString(i)
			ink = i
		}
		b.WriteRune(c.glyph)
	}
	b.WriteString(reset)
	return b.String()
}

// paintReversed sets black on white once a line and swaps the two where the
// ground is dark: about half the bytes of paintColours in a code of single
// modules.
func paintReversed(row []cell, p Palette) string {
	var b strings.Builder
	b.WriteString(p.ground(light))
	b.WriteString(p.ink(dark))
	reversed := false
	for _, c := range row {
		switch want := c.ground == dark; {
		case want && !reversed:
			b.WriteString(reverseOn)
			reversed = true
		case !want && reversed:
			b.WriteString(reverseOff)
			reversed = false
		}
		b.WriteRune(c.glyph)
	}
	b.WriteString(reset)
	return b.String()
}

// paintInk draws what is light with bright glyphs on a dark ground. Here, and
// only here, U+2580 is used: the console's bitmap fonts fill it to the edge.
func paintInk(row []cell, p Palette) string {
	var b strings.Builder
	b.WriteString(p.ground(dark))
	b.WriteString(p.ink(light))
	for _, c := range row {
		switch {
		case c.glyph == lowerHalf && c.ground == light:
			b.WriteRune(upperHalf)
		case c.glyph == blank && c.ground == light:
			b.WriteRune(fullBlock)
		default:
			b.WriteRune(c.glyph)
		}
	}
	b.WriteString(reset)
	return b.String()
}
