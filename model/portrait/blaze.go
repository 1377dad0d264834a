package portrait

import (
	"cmp"
	"image/color"
	"math"
	"slices"
	"sync"

	"okienko/assets"
)

// BlazeFace looks at the picture fitted into a square of this side and
// answers for two grids of cells, with two and six guesses a cell.
const blazeSide = 128

// blazeGrids name the network's results by grid.
var blazeGrids = []struct {
	cells, guesses int
	scores, boxes  string
}{
	{16, 2, "Identity:0", "Identity_2:0"},
	{8, 6, "Identity_1:0", "Identity_3:0"},
}

var blazeNetwork = sync.OnceValue(func() *network {
	n, err := readNetwork(assets.FaceNetwork)
	if err != nil {
		return nil // the tests read it
	}
	return n
})

// blazeFace is a face as the network sees it, in pixels of the small copy.
type blazeFace struct {
	face
	tilt float64 // how far it leans from upright, in degrees, 0 to 180
}

// blaze finds faces whose score, 0 to 1, is at least least.
func blaze(s *small, least float64) []blazeFace {
	n := blazeNetwork()
	if n == nil || s.W < 16 || s.H < 16 {
		return nil
	}
	input, scale, left, top := s.fitted()
	results, err := n.run(input)
	if err != nil {
		return nil
	}
	var faces []blazeFace
	for _, g := range blazeGrids {
		scores, boxes := results[g.scores], results[g.boxes]
		if scores.c != g.guesses || boxes.c != 16*g.guesses || scores.h != g.cells {
			return nil
		}
		for a := range g.guesses {
			for i, v := range scores.plane(a) {
				score := 1 / (1 + math.Exp(-float64(v)))
				if score < least {
					continue
				}
				x0, y0 := (float64(i%g.cells)+0.5)*blazeSide/float64(g.cells), (float64(i/g.cells)+0.5)*blazeSide/float64(g.cells)
				at := func(k int) float64 { return float64(boxes.plane(16*a + k)[i]) }
				f := blazeFace{face: face{
					X: (x0 + at(0) - left) * scale, Y: (y0 + at(1) - top) * scale,
					Size: (at(2) + at(3)) / 2 * scale, Score: score,
				}}
				// Keypoints: right eye, left eye, nose, mouth, ears.
				eyesX, eyesY := (at(4)+at(6))/2, (at(5)+at(7))/2
				f.tilt = math.Abs(math.Atan2(at(10)-eyesX, at(11)-eyesY)) * 180 / math.Pi
				faces = append(faces, f)
			}
		}
	}
	slices.SortFunc(faces, func(a, b blazeFace) int { return cmp.Compare(b.Score, a.Score) })
	var kept []blazeFace
	for _, f := range faces {
		if !slices.ContainsFunc(kept, func(k blazeFace) bool { return k.holds(f.face) || f.holds(k.face) }) {
			kept = append(kept, f)
		}
	}
	return kept
}

// fitted returns the picture in the middle of the network's square, as -1 to
// 1 with grey around, and how to get back to pixels of the small copy.
func (s *small) fitted() (input tensor, scale, left, top float64) {
	scale = float64(max(s.W, s.H)) / blazeSide
	w, h := max(1, int(float64(s.W)/scale)), max(1, int(float64(s.H)/scale))
	x0, y0 := (blazeSide-w)/2, (blazeSide-h)/2
	input = newTensor(3, blazeSide, blazeSide)
	yy := average(s.Y, s.W, s.W, s.H, w, h)
	var cb, cr []uint8
	if s.Cb != nil {
		cb, cr = average(s.Cb, s.W, s.W, s.H, w, h), average(s.Cr, s.W, s.W, s.H, w, h)
	}
	for y := range h {
		for x := range w {
			i := y*w + x
			r, g, b := yy[i], yy[i], yy[i]
			if cb != nil {
				r, g, b = color.YCbCrToRGB(yy[i], cb[i], cr[i])
			}
			for c, v := range [3]uint8{r, g, b} {
				input.plane(c)[(y+y0)*blazeSide+x+x0] = float32(v)/127.5 - 1
			}
		}
	}
	return input, scale, float64(x0), float64(y0)
}
