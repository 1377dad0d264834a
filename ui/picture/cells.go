package picture

import (
	"fmt"
	"image"
	"strings"

	"okienko/ui/kit"
	"okienko/ui/qr"
)

// Depth is how many colours a cell can have.
type Depth int

// The depths.
const (
	Nothing Depth = iota // no colours, or no half blocks
	Indexed              // 256, of which the themes leave 240 alone
	Direct               // 24 bits
)

// DepthOf is what one session's terminal shows.
func DepthOf(a qr.Abilities, l kit.Look) Depth {
	switch {
	case l.NoColour || l.ASCII || a.Dumb || !a.Glyphs || a.Palette != qr.Indexed:
		return Nothing
	case a.Direct:
		return Direct
	}
	return Indexed
}

// Every line sets what it needs and ends with a reset, so that a renderer may
// skip or repeat lines.
const (
	lowerHalf = '▄' // not the upper: many fonts leave a seam above that one
	reset     = "\x1b[m"
)

// Cells draws a picture in the middle of an area: h lines of exactly w cells.
// Without a depth, or a picture, they are blank; see Sentence.
func Cells(img image.Image, w, h int, d Depth) []string {
	if img == nil || d == Nothing {
		return blank(w, h)
	}
	cols, rows := Fit(img.Bounds(), w, h, Cell{})
	if cols == 0 {
		return blank(w, h)
	}
	inks := d.inks(scale(img, cols, 2*rows))
	lines := blank(w, h)
	left, top := (w-cols)/2, (h-rows)/2
	for y := range rows {
		upper, lower := inks[2*y*cols:(2*y+1)*cols], inks[(2*y+1)*cols:(2*y+2)*cols]
		lines[top+y] = strings.Repeat(" ", left) + halves(upper, lower) + strings.Repeat(" ", w-cols-left)
	}
	return lines
}

// pairGap is how many cells stand between two pictures.
const pairGap = 2

// Pair draws two pictures side by side, each in its half of w × h cells.
func Pair(before, after image.Image, w, h int, d Depth) []string {
	half := max(0, (w-pairGap)/2)
	left, right := Cells(before, half, h, d), Cells(after, half, h, d)
	for i := range left {
		left[i] += strings.Repeat(" ", max(0, w-2*half)) + right[i]
	}
	return left
}

// Sentence stands where a picture can't: h lines of exactly w cells.
func Sentence(said string, w, h int) []string {
	lines := blank(w, h)
	words := kit.Wrap(said, w)
	for i := range min(len(words), h) {
		lines[max(0, h-len(words))/2+i] = kit.Pad(words[i], w)
	}
	return lines
}

func blank(w, h int) []string {
	lines := make([]string, max(0, h))
	for i := range lines {
		lines[i] = strings.Repeat(" ", max(0, w))
	}
	return lines
}

// inks is how each pixel is said after "38;" and "48;".
func (d Depth) inks(p pixels) []string {
	inks := make([]string, len(p.pix))
	if d == Direct {
		for i, c := range p.pix {
			inks[i] = fmt.Sprintf("2;%d;%d;%d", c[0], c[1], c[2])
		}
		return inks
	}
	for i, entry := range p.dither(indexed) {
		inks[i] = fmt.Sprintf("5;%d", entry)
	}
	return inks
}

// halves writes one line of cells, a colour only where it changes.
func halves(upper, lower []string) string {
	var b strings.Builder
	ground, ink := "", ""
	for i := range upper {
		if upper[i] != ground {
			ground = upper[i]
			b.WriteString("\x1b[48;" + ground + "m")
		}
		if lower[i] == ground {
			b.WriteByte(' ')
			continue
		}
		if lower[i] != ink {
			ink = lower[i]
			b.WriteString("\x1b[38;" + ink + "m")
		}
		b.WriteRune(lowerHalf)
	}
	b.WriteString(reset)
	return b.String()
}
