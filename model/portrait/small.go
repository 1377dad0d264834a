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

// average scales a plane by the mean of the pixels that fall into each pixel
// of the result; where the result is larger, by the nearest one.
func average(pix []uint8, stride, w, h, tw, th int) []uint8 {
	out := make([]uint8, tw*th)
	if w < 1 || h < 1 {
		return out
	}
	from := make([]int, tw+1)
	for x := range from {
		from[x] = x * w / tw
	}
	for y := range th {
		y0 := y * h / th
		y1 := min(max(y0+1, (y+1)*h/th), h)
		row := out[y*tw : (y+1)*tw]
		for x := range row {
			x0 := from[x]
			x1 := max(x0+1, from[x+1])
			sum := 0
			for j := y0; j < y1; j++ {
				for _, v := range pix[j*stride+x0 : j*stride+x1] {
					sum += int(v)
				}
			}
			n := (x1 - x0) * (y1 - y0)
			row[x] = uint8((sum + n/2) / n)
		}
	}
	return out
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
