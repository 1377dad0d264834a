package portrait

import "math"

// What the frame aims at. The box of a face reaches from the brows to the
// chin; crown and chin are where they are on most people, in heights of that
// box. The share of the head is that of photos for documents (70 to 80 %).
const (
	crownAbove = 0.75
	chinBelow  = 0.05
	headShare  = 0.75
	leastShare = 0.70
	mostShare  = 0.80
	overCrown  = 0.4 // of what the head leaves free; the rest is shoulders
	offCentre  = 0.06
)

// What nearly all published rules take, and what the frame is made for where
// the school says nothing.
const (
	usualWidth  = 720
	usualHeight = 900
	leastWidth  = 246 // no school is known to ask for less
	leastHeight = 304
)

// mostEnlarged is by how much a picture may be enlarged to reach a minimum.
// More shows.
const mostEnlarged = 1.25

// size is a width and a height in pixels.
type size struct{ w, h int }

// shape is the school's ratio, or the usual one as far as the school's sizes
// allow it, and width and height where the school has a ratio, as whole
// numbers without a common factor.
func shape(r Rules) (ratio float64, w, h int) {
	if r.RatioWidth > 0 && r.RatioHeight > 0 {
		d := divisor(r.RatioWidth, r.RatioHeight)
		return float64(r.RatioWidth) / float64(r.RatioHeight), r.RatioWidth / d, r.RatioHeight / d
	}
	ratio = float64(usualWidth) / usualHeight
	if r.MinWidth > 0 && r.MaxHeight > 0 {
		ratio = max(ratio, float64(r.MinWidth)/float64(r.MaxHeight))
	}
	if r.MaxWidth > 0 && r.MinHeight > 0 {
		ratio = min(ratio, float64(r.MaxWidth)/float64(r.MinHeight))
	}
	return ratio, 0, 0
}

func divisor(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// sizes are the least, the usual and the greatest size within the rules.
func sizes(r Rules) (least, usual, greatest size) {
	ratio, w, h := shape(r)
	lowest, highest := leastHeight, math.MaxInt16
	if r.MinHeight > 0 || r.MinWidth > 0 {
		lowest = max(r.MinHeight, int(math.Ceil((float64(r.MinWidth)-0.5)/ratio)))
	}
	if r.MaxHeight > 0 {
		highest = min(highest, r.MaxHeight)
	}
	if r.MaxWidth > 0 {
		highest = min(highest, int((float64(r.MaxWidth)+0.5)/ratio))
	}
	at := func(height int) size { return sizeAt(height, lowest, highest, ratio, w, h) }
	highest = max(highest, lowest)
	return at(lowest), at(max(lowest, min(usualHeight, highest))), at(highest)
}

// sizeAt is the size nearest to a height that has the ratio to the pixel,
// where there is one within the bounds; else the width is rounded.
func sizeAt(height, lowest, highest int, ratio float64, w, h int) size {
	if h > 0 {
		if n := height / h; n*h >= lowest && n > 0 {
			return size{n * w, n * h}
		}
		if n := (height + h - 1) / h; n*h <= highest {
			return size{n * w, n * h}
		}
	}
	return size{max(1, int(math.Round(float64(height)*ratio))), height}
}

// head is where the head is, from the crown to the chin, as far as the picture
// has it.
func head(face Box, width, height int) rectangle {
	h := float64(face.H)
	return rectangle{
		max(0, float64(face.X)), max(0, float64(face.Y)-crownAbove*h),
		min(float64(width), float64(face.X+face.W)), min(float64(height), float64(face.Y+face.H)+chinBelow*h),
	}
}

// around is the part of a picture of width × height pixels to keep: the head is
// 70 to 80 % of its height where the picture has the room and, at least, as
// many pixels as the school asks for. ok is false where the head would be cut.
func around(width, height int, h rectangle, least size) (part rectangle, ok bool) {
	ratio := float64(least.w) / float64(least.h)
	w, tall := float64(width), float64(height)
	most := min(tall, w/ratio)
	if most < h.height() || most*ratio < h.width() {
		return rectangle{}, false
	}
	lowest := min(most, max(float64(least.h), h.height()/mostShare, h.width()/ratio))
	high := max(lowest, min(most, h.height()/headShare))
	// What stands at the edge comes to the middle in a smaller frame.
	middle := (h.x0 + h.x1) / 2
	if room := 2 * min(middle, w-middle); room < high*ratio {
		high = max(lowest, room/ratio)
	}
	left := middle - high*ratio/2
	top := h.y0 - overCrown*(high-h.height())
	left, top = max(0, min(left, w-high*ratio)), max(0, min(top, tall-high))
	return rectangle{left, top, left + high*ratio, top + high}, true
}

// framed reports whether a picture needs no cropping.
func framed(width, height int, h rectangle, least size) bool {
	ratio := float64(least.w) / float64(least.h)
	share, middle := h.height()/float64(height), (h.x0+h.x1)/2/float64(width)
	return math.Abs(float64(width)-float64(height)*ratio) < 1 &&
		share >= leastShare && share <= mostShare && math.Abs(middle-0.5) <= offCentre
}

// made is the size to make of a frame: the usual one, a smaller one where the
// frame has not that many pixels. ok is false where it has too few.
func made(part rectangle, r Rules) (s size, ok bool) {
	ratio, w, h := shape(r)
	least, usual, greatest := sizes(r)
	// Half a pixel is the width of a ratio that does not divide.
	have := int(part.height() + 0.5)
	switch {
	case have >= usual.h:
		return usual, true
	case have >= least.h:
		return sizeAt(have, least.h, greatest.h, ratio, w, h), true
	case part.height()*mostEnlarged+0.5 >= float64(least.h):
		return least, true
	}
	return least, false
}
