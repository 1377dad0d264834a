package portrait

import (
	"image"
	"image/color"
	"math"
)

// The small copy is at most this large; sharpness is only comparable between
// pictures of one size, and a detector needs no more.
const (
	smallWidth  = 480
	smallHeight = 800
)

// small is a reduced copy of a picture in luminance and colour difference
// (JFIF, full range). Pictures that are small already are copied as they are.
type small struct {
	W, H  int
	Y     []uint8
	Cb    []uint8 // nil where the picture has no colour
	Cr    []uint8
	Scale float64 // pixels of the picture to one of the copy, at least 1
}

// smallSize returns the size of the small copy of a picture as shown.
func smallSize(w, h int) (sw, sh int, scale float64) {
	scale = max(1, float64(w)/smallWidth, float64(h)/smallHeight)
	return max(1, int(math.Round(float64(w)/scale))), max(1, int(math.Round(float64(h)/scale))), scale
}

// shrink makes the small copy of a decoded picture.
func shrink(img image.Image) *small {
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	s := &small{}
	s.W, s.H, s.Scale = smallSize(w, h)
	switch p := img.(type) {
	case *image.YCbCr:
		s.Y = average(p.Y[p.YOffset(b.Min.X, b.Min.Y):], p.YStride, w, h, s.W, s.H)
		cw, ch := p.COffset(b.Max.X-1, b.Min.Y)-p.COffset(b.Min.X, b.Min.Y)+1, (p.COffset(b.Min.X, b.Max.Y-1)-p.COffset(b.Min.X, b.Min.Y))/p.CStride+1
		from := p.COffset(b.Min.X, b.Min.Y)
		s.Cb = average(p.Cb[from:], p.CStride, cw, ch, s.W, s.H)
		s.Cr = average(p.Cr[from:], p.CStride, cw, ch, s.W, s.H)
	case *image.Gray:
		s.Y = average(p.Pix[p.PixOffset(b.Min.X, b.Min.Y):], p.Stride, w, h, s.W, s.H)
	default:
		y, cb, cr := make([]uint8, w*h), make([]uint8, w*h), make([]uint8, w*h)
		for j := range h {
			for i := range w {
				r, g, bl, _ := img.At(b.Min.X+i, b.Min.Y+j).RGBA()
				y[j*w+i], cb[j*w+i], cr[j*w+i] = color.RGBToYCbCr(uint8(r>>8), uint8(g>>8), uint8(bl>>8))
			}
		}
		s.Y, s.Cb, s.Cr = average(y, w, w, h, s.W, s.H), average(cb, w, w, h, s.W, s.H), average(cr, w, w, h, s.W, s.H)
	}
	return s
}

// average scales a plane down by the mean of what each pixel of the result
// covers, parts of pixels by their share; where the result is larger, by the
// nearest pixel.
func average(pix []uint8, stride, w, h, tw, th int) []uint8 {
	out := make([]uint8, tw*th)
	if w < 1 || h < 1 {
		return out
	}
	if tw > w || th > h {
		enlarge(out, pix, stride, w, h, tw)
		return out
	}
	if tw == w && th == h {
		for y := range th {
			copy(out[y*tw:(y+1)*tw], pix[y*stride:])
		}
		return out
	}
	across, down := shares(w, tw), shares(h, th)
	line := make([]uint32, tw)
	for y, d := range down {
		clear(line)
		for j := d.from; j <= d.to; j++ {
			addLine(line, pix[j*stride:j*stride+w], across, d.weight(j))
		}
		for x, v := range line {
			out[y*tw+x] = uint8((v + 1<<15) >> 16)
		}
	}
	return out
}

func enlarge(out, pix []uint8, stride, w, h, tw int) {
	from := make([]int, tw)
	for x := range from {
		from[x] = x * w / tw
	}
	th := len(out) / tw
	for y := range th {
		row := out[y*tw : (y+1)*tw]
		if y > 0 && y*h/th == (y-1)*h/th {
			copy(row, out[(y-1)*tw:])
			continue
		}
		src := pix[y*h/th*stride:]
		for x, i := range from {
			row[x] = src[i]
		}
	}
}

// share says which pixels of the source one of the result covers; the
// weights of all add up to 256.
type share struct {
	from, to          int
	first, mid, final uint32
}

func (s share) weight(i int) uint32 {
	switch i {
	case s.from:
		return s.first
	case s.to:
		return s.final
	}
	return s.mid
}

func shares(size, target int) []share {
	list := make([]share, target)
	each := float64(size) / float64(target)
	for i := range list {
		a, b := float64(i)*each, float64(i+1)*each
		s := share{from: int(a), to: min(int(math.Ceil(b-1e-9))-1, size-1)}
		if s.to <= s.from {
			s.to, s.first = s.from, 256
		} else {
			s.mid = uint32(256 / each)
			s.final = uint32(256 * (b - float64(s.to)) / each)
			s.first = 256 - s.final - s.mid*uint32(s.to-s.from-1)
		}
		list[i] = s
	}
	return list
}

// addLine adds one line of the source to a line of the result.
func addLine(line []uint32, src []uint8, across []share, weight uint32) {
	for x, s := range across {
		sum := uint32(src[s.from]) * s.first
		if s.to > s.from {
			for _, v := range src[s.from+1 : s.to] {
				sum += uint32(v) * s.mid
			}
			sum += uint32(src[s.to]) * s.final
		}
		line[x] += sum * weight
	}
}

// cut returns a part of the copy.
func (s *small) cut(a area) *small {
	c := &small{W: a.x1 - a.x0, H: a.y1 - a.y0, Scale: s.Scale}
	part := func(p []uint8) (out []uint8) {
		if p == nil {
			return nil
		}
		for y := a.y0; y < a.y1; y++ {
			out = append(out, p[y*s.W+a.x0:y*s.W+a.x1]...)
		}
		return out
	}
	c.Y, c.Cb, c.Cr = part(s.Y), part(s.Cb), part(s.Cr)
	return c
}

// turned returns the copy turned clockwise by quarters.
func (s *small) turned(quarters int) *small {
	quarters &= 3
	if quarters == 0 {
		return s
	}
	t := &small{W: s.W, H: s.H, Scale: s.Scale}
	if quarters != 2 {
		t.W, t.H = s.H, s.W
	}
	t.Y, t.Cb, t.Cr = turnPlane(s.Y, s.W, s.H, quarters), turnPlane(s.Cb, s.W, s.H, quarters), turnPlane(s.Cr, s.W, s.H, quarters)
	return t
}

func turnPlane(p []uint8, w, h, quarters int) []uint8 {
	if p == nil {
		return nil
	}
	out := make([]uint8, 0, len(p))
	switch quarters {
	case 1:
		for x := range w {
			for y := h - 1; y >= 0; y-- {
				out = append(out, p[y*w+x])
			}
		}
	case 2:
		for i := len(p) - 1; i >= 0; i-- {
			out = append(out, p[i])
		}
	case 3:
		for x := w - 1; x >= 0; x-- {
			for y := range h {
				out = append(out, p[y*w+x])
			}
		}
	}
	return out
}
