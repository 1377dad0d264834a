package portrait

import (
	"math"
	"slices"
)

// The background is looked at in the two upper corners, cell by cell, because
// hair may reach into them: cells without detail are background or smooth
// hair, and hair is seldom lighter than what is behind it.
const (
	cornerWidth  = 0.20 // of the width, each
	cornerHeight = 0.26 // of the height
	cellsAcross  = 24   // in the whole width
	calmCell     = 7.0  // standard deviation of luminance in a cell without detail
)

// cell is a small piece of a corner.
type cell struct {
	light  float64 // mean luminance
	cb, cr float64 // mean colour differences, 0 for grey
	spread float64 // standard deviation of luminance
}

// background is what the upper corners tell.
type background struct {
	calm   float64 // part of the cells without detail, in the calmer corner
	light  float64 // luminance of the lighter calm cells; of all where none is calm
	tint   float64 // their distance from grey, of 128
	uneven float64 // how far calm cells lie apart in colour and luminance
}

func (s *small) background() background {
	size := max(2, s.W/cellsAcross)
	edge := min(s.W, s.H) / 60 // may be a frame or torn
	w, h := int(cornerWidth*float64(s.W)), int(cornerHeight*float64(s.H))
	left := s.cells(area{edge, edge, edge + w, edge + h}, size)
	right := s.cells(area{s.W - edge - w, edge, s.W - edge, edge + h}, size)
	return summary(left, right)
}

func (s *small) cells(a area, size int) (cells []cell) {
	a = s.clip(a)
	for y := a.y0; y+size <= a.y1; y += size {
		for x := a.x0; x+size <= a.x1; x += size {
			cells = append(cells, s.cell(x, y, size))
		}
	}
	return cells
}

func (s *small) cell(x0, y0, size int) (c cell) {
	n := float64(size * size)
	var squares float64
	for y := y0; y < y0+size; y++ {
		for x := x0; x < x0+size; x++ {
			at := y*s.W + x
			v := float64(s.Y[at])
			c.light += v / n
			squares += v * v / n
			if s.Cb != nil {
				c.cb += (float64(s.Cb[at]) - 128) / n
				c.cr += (float64(s.Cr[at]) - 128) / n
			}
		}
	}
	c.spread = math.Sqrt(max(0, squares-c.light*c.light))
	return c
}

func calmCells(cells []cell) (calm []cell) {
	for _, c := range cells {
		if c.spread < calmCell {
			calm = append(calm, c)
		}
	}
	return calm
}

func summary(left, right []cell) (b background) {
	for _, side := range [][]cell{left, right} {
		b.calm = max(b.calm, float64(len(calmCells(side)))/float64(max(1, len(side))))
	}
	all := slices.Concat(left, right)
	calm := calmCells(all)
	if len(calm) < 4 {
		calm = all
	}
	if len(calm) == 0 {
		return background{calm: 1, light: 255}
	}
	slices.SortFunc(calm, func(a, b cell) int { return int(b.light - a.light) })
	lighter := calm[:(len(calm)+2)/3]
	var cb, cr float64
	n := float64(len(lighter))
	for _, c := range lighter {
		b.light += c.light / n
		cb += c.cb / n
		cr += c.cr / n
	}
	b.tint = math.Hypot(cb, cr)
	var apart float64
	for _, c := range lighter {
		apart += (c.light-b.light)*(c.light-b.light) + 4*((c.cb-cb)*(c.cb-cb)+(c.cr-cr)*(c.cr-cr))
	}
	b.uneven = math.Sqrt(apart / n)
	return b
}
