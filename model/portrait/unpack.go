package portrait

import "image/color"

// unpack makes the small copy of a file whose layout is in order, as shown:
// turned by its EXIF orientation (1 to 8). It reports false where the picture
// data can't be decoded.
func unpack(l layout, orientation int) (*small, bool) {
	w, h := shownSize(l.frame.width, l.frame.height, orientation)
	sw, sh, scale := smallSize(w, h)
	n := 8
	for n > 1 && scale >= float64(16/n) {
		n /= 2
	}
	return l.unpackTo(sw, sh, scale, n, orientation)
}

// glance makes a copy of one pixel for each block of 8 by 8: enough to see
// whether there is colour, and whether all data can be decoded.
func glance(l layout) (*small, bool) {
	return l.unpackTo(over(l.frame.width, 8), over(l.frame.height, 8), 8, 1, 1)
}

func (l layout) unpackTo(sw, sh int, scale float64, n, orientation int) (*small, bool) {
	d, ok := skim(l, n)
	if !ok {
		return nil, false
	}
	s := &small{W: sw, H: sh, Scale: scale}
	if orientation >= 5 {
		s.W, s.H = sh, sw
	}
	d.colour(s)
	return s.oriented(orientation), true
}

// shownSize is the size after the orientation is applied.
func shownSize(w, h, orientation int) (int, int) {
	if orientation >= 5 {
		return h, w
	}
	return w, h
}

// colour fills the small copy from the planes, whatever their colour model.
func (d *skimmer) colour(s *small) {
	var planes [][]uint8
	for i := range d.planes {
		p := &d.planes[i]
		planes = append(planes, average(p.pix, p.stride, d.extent(d.frame.width, p.h, true), d.extent(d.frame.height, p.v, false), s.W, s.H))
		p.pix = nil
	}
	switch {
	case len(planes) == 1:
		s.Y = planes[0]
		return
	case len(planes) == 3 && !d.storesRGB():
		s.Y, s.Cb, s.Cr = planes[0], planes[1], planes[2]
		return
	}
	s.Y, s.Cb, s.Cr = make([]uint8, s.W*s.H), make([]uint8, s.W*s.H), make([]uint8, s.W*s.H)
	for i := range s.Y {
		r, g, b := planes[0][i], planes[1][i], planes[2][i]
		if len(planes) == 4 {
			r, g, b = d.printColour(r, g, b, planes[3][i])
		}
		s.Y[i], s.Cb[i], s.Cr[i] = color.RGBToYCbCr(r, g, b)
	}
}

// extent is how many pixels of a plane are picture, across or down.
func (d *skimmer) extent(size, sampling int, across bool) int {
	most := 1
	for _, p := range d.planes {
		if across {
			most = max(most, p.h)
		} else {
			most = max(most, p.v)
		}
	}
	return max(1, over(over(size*sampling, most)*d.n, 8))
}

// storesRGB follows libjpeg: JFIF and Adobe decide, then the names.
func (d *skimmer) storesRGB() bool {
	if d.jfif || d.adobe > 0 {
		return false
	}
	return d.adobe == 0 || d.planes[0].id == 'R' && d.planes[1].id == 'G' && d.planes[2].id == 'B'
}

// printColour turns CMYK or YCCK into RGB. Files with an Adobe segment, which
// are all in practice, store the inks inverted.
func (d *skimmer) printColour(c, m, y, k uint8) (r, g, b uint8) {
	switch {
	case d.adobe == 2:
		r, g, b = color.YCbCrToRGB(c, m, y)
		c, m, y = 255-r, 255-g, 255-b
	case d.adobe < 0:
		c, m, y, k = 255-c, 255-m, 255-y, 255-k
	}
	ink := func(v uint8) uint8 { return uint8(int(v) * int(k) / 255) }
	return ink(c), ink(m), ink(y)
}

// oriented applies an EXIF orientation.
func (s *small) oriented(orientation int) *small {
	switch orientation {
	case 2:
		return s.mirrored()
	case 3:
		return s.turned(2)
	case 4:
		return s.turned(2).mirrored()
	case 5:
		return s.turned(1).mirrored()
	case 6:
		return s.turned(1)
	case 7:
		return s.turned(3).mirrored()
	case 8:
		return s.turned(3)
	}
	return s
}

// mirrored swaps left and right in place.
func (s *small) mirrored() *small {
	for _, p := range [][]uint8{s.Y, s.Cb, s.Cr} {
		for y := 0; y+s.W <= len(p); y += s.W {
			for i, j := y, y+s.W-1; i < j; i, j = i+1, j-1 {
				p[i], p[j] = p[j], p[i]
			}
		}
	}
	return s
}
