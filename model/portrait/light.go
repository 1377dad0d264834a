package portrait

import (
	"image/color"
	"math"
)

// greyShare is how much of a picture must be grey to call it black and white.
const greyShare = 0.99

// mostTint is how far the colours of a grey pixel may lie apart.
const mostTint = 3

// greyShare is the part of the pixels without colour.
func (s *small) greyShare() float64 {
	if s.Cb == nil {
		return 1
	}
	grey := 0
	for i, y := range s.Y {
		if s.Cb[i] == 128 && s.Cr[i] == 128 {
			grey++
			continue
		}
		r, g, b := color.YCbCrToRGB(y, s.Cb[i], s.Cr[i])
		if max(r, g, b)-min(r, g, b) <= mostTint {
			grey++
		}
	}
	return float64(grey) / float64(len(s.Y))
}

// area is a rectangle of the small copy; x1 and y1 lie outside.
type area struct{ x0, y0, x1, y1 int }

func (s *small) clip(a area) area {
	return area{max(0, a.x0), max(0, a.y0), min(s.W, a.x1), min(s.H, a.y1)}
}

func (a area) empty() bool { return a.x1 <= a.x0 || a.y1 <= a.y0 }

// histogram counts luminances.
type histogram struct {
	count [256]int
	total int
}

func (s *small) histogram(areas ...area) *histogram {
	h := &histogram{}
	for _, a := range areas {
		a = s.clip(a)
		for y := a.y0; y < a.y1; y++ {
			for _, v := range s.Y[y*s.W+a.x0 : y*s.W+max(a.x0, a.x1)] {
				h.count[v]++
				h.total++
			}
		}
	}
	return h
}

// quantile returns the luminance that a part of the pixels does not exceed.
func (h *histogram) quantile(part float64) float64 {
	want, seen := int(math.Ceil(part*float64(h.total))), 0
	for v, n := range &h.count {
		if seen += n; seen >= want && seen > 0 {
			return float64(v)
		}
	}
	return 0
}

func (h *histogram) mean() float64 {
	sum := 0
	for v, n := range &h.count {
		sum += v * n
	}
	return float64(sum) / float64(max(1, h.total))
}

// shareFrom is the part of the pixels at a luminance or above.
func (h *histogram) shareFrom(v int) float64 {
	sum := 0
	for _, n := range h.count[v:] {
		sum += n
	}
	return float64(sum) / float64(max(1, h.total))
}

// contrast is the distance of the 98th from the 2nd percentile.
func (h *histogram) contrast() float64 { return h.quantile(0.98) - h.quantile(0.02) }

// laplacian is the variance of the Laplacian within an area.
func (s *small) laplacian(a area) float64 {
	a = s.clip(area{max(1, a.x0), max(1, a.y0), min(s.W-1, a.x1), min(s.H-1, a.y1)})
	if a.empty() {
		return 0
	}
	var sum, squares float64
	for y := a.y0; y < a.y1; y++ {
		up, row, down := s.Y[(y-1)*s.W:], s.Y[y*s.W:], s.Y[(y+1)*s.W:]
		for x := a.x0; x < a.x1; x++ {
			v := float64(4*int(row[x]) - int(row[x-1]) - int(row[x+1]) - int(up[x]) - int(down[x]))
			sum += v
			squares += v * v
		}
	}
	n := float64((a.x1 - a.x0) * (a.y1 - a.y0))
	return squares/n - sum/n*sum/n
}

// The stretch of pixels that edgeRatio looks along, and the part of the
// places, those that change most, that it looks at.
const (
	edgeStretch = 8
	edgePlaces  = 0.05
)

// edgeRatio compares how much a picture changes from one pixel to the next
// with how much it changes over a stretch of them: a sharp edge does its
// changing at once, whatever it shows and whatever the light. It looks along
// lines and along columns and returns the lesser, because a shaken picture is
// sharp one way.
func (s *small) edgeRatio(a area) float64 {
	return min(s.edgeRatioAlong(a, 1, 0), s.edgeRatioAlong(a, 0, 1))
}

func (s *small) edgeRatioAlong(a area, dx, dy int) float64 {
	a = s.clip(area{a.x0, a.y0, min(a.x1, s.W-dx*edgeStretch), min(a.y1, s.H-dy*edgeStretch)})
	if a.empty() {
		return 0
	}
	step := dx + dy*s.W
	// By how much a place changes over the stretch: how many there are, and
	// what their greatest single steps come to.
	var count, steps [256]int
	for y := a.y0; y < a.y1; y++ {
		for x := a.x0; x < a.x1; x++ {
			at := y*s.W + x
			long := apart(s.Y[at+edgeStretch*step], s.Y[at])
			if long < 8 {
				count[long]++
				continue
			}
			short := 0
			for i := range edgeStretch {
				short = max(short, apart(s.Y[at+i*step+step], s.Y[at+i*step]))
			}
			count[long]++
			steps[long] += short
		}
	}
	places := max(1, int(edgePlaces*float64((a.x1-a.x0)*(a.y1-a.y0))))
	var long, short int
	for v := 255; v >= 8 && places > 0; v-- {
		long += v * count[v]
		short += steps[v]
		places -= count[v]
	}
	return float64(short) / float64(max(1, long))
}

func apart(a, b uint8) int {
	d := int(a) - int(b)
	return max(d, -d)
}
