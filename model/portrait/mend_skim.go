package portrait

import "math"

// A JPEG is unpacked twice at most: first as large as it takes to find the
// face and, mostly, to make the result; only where the head is a small part of
// the picture that part is unpacked anew, at more pixels.

// enough is how many of 8 pixels make a copy whose height is at least twice
// the usual one of a result, and which is large enough to look for a face.
func enough(width, height int) int {
	_, _, scale := smallSize(width, height)
	n := 1
	for n < 8 && (height*n/8 < 2*usualHeight || scale*float64(n) < 8) {
		n *= 2
	}
	return n
}

// skimmed is what skim needs in bytes for n pixels of each 8 of an area: the
// pixels and, in progressive pictures, the frequencies of all blocks.
func (f frame) skimmed(n, made int) int {
	all, planes := f.width*f.height, 0
	w, h := f.mcu()
	for _, c := range f.components {
		planes += 64 * c.h * c.v
	}
	if len(f.components) == 1 {
		planes = 64
	}
	bytes := made * n * n / 64
	if f.progressive() {
		bytes += all / 64 * (2*n*n + 8)
	}
	return bytes * planes / (w * h)
}

// plain reports whether the planes are what channels holds: brightness, or
// brightness and two colours that are alike and no finer.
func (d *skimmer) plain() bool {
	if len(d.planes) == 1 {
		return true
	}
	if len(d.planes) != 3 || d.storesRGB() {
		return false
	}
	y, cb, cr := d.planes[0], d.planes[1], d.planes[2]
	return cb.h == cr.h && cb.v == cr.v && y.h%cb.h == 0 && y.v%cb.v == 0
}

// channels are the planes of a plain picture.
func (d *skimmer) channels() channels {
	w, h := d.frame.mcu()
	c := channels{width: d.frame.width, height: d.frame.height, x0: d.window.x0 * w, y0: d.window.y0 * h, n: d.n, fineX: 1, fineY: 1}
	c.y = d.channel(0)
	if len(d.planes) == 3 {
		c.cb, c.cr = d.channel(1), d.channel(2)
		c.fineX, c.fineY = d.planes[0].h/d.planes[1].h, d.planes[0].v/d.planes[1].v
	}
	return c
}

// channel is the part of a plane that is picture.
func (d *skimmer) channel(i int) channel {
	p := &d.planes[i]
	width := min(d.extent(d.frame.width, p.h, true)-p.made.x0*d.n, p.stride)
	height := min(d.extent(d.frame.height, p.v, false)-p.made.y0*d.n, (p.made.y1-p.made.y0)*d.n)
	return channel{p.pix, p.stride, max(1, width), max(1, height)}
}

// aroundPart is how many pixels beside a part the filter looks at, with room to
// spare.
const aroundPart = 32

// unpackFor unpacks the part of a plan anew where there are not enough pixels
// of it.
func (s *source) unpackFor(p plan) error {
	n := s.n
	for n < 8 && p.part.height()*float64(n) < float64(8*p.size.h) {
		n *= 2
	}
	if n == s.n {
		return nil
	}
	r := s.whole(s.turn, p.part)
	part := area{int(r.x0) - aroundPart, int(r.y0) - aroundPart, int(math.Ceil(r.x1)) + aroundPart, int(math.Ceil(r.y1)) + aroundPart}
	part = area{max(0, part.x0), max(0, part.y0), min(s.width, part.x1), min(s.height, part.y1)}
	if s.file.frame.skimmed(n, (part.x1-part.x0)*(part.y1-part.y0)) > mostUnpacked {
		return &CantMend{Reason: TooManyPixels}
	}
	s.channels = channels{} // makes room
	d, ok := skimPart(s.file, n, part)
	if !ok {
		return &CantMend{Reason: Corrupt}
	}
	s.channels = d.channels()
	return nil
}
