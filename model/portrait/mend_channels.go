package portrait

import (
	"image"
	"image/color"
	"image/draw"
)

// channel is one channel of a picture.
type channel struct {
	pix           []byte
	stride        int
	width, height int
}

func newChannel(width, height int) channel {
	return channel{make([]byte, width*height), width, width, height}
}

// channels is a picture in brightness and two colours, the way JPEG has it, so
// that most photos are never turned into RGB and back. The colours may be
// coarser: one sample for fineX × fineY pixels. A grey picture has none.
type channels struct {
	y, cb, cr     channel
	fineX, fineY  int
	width, height int // of the whole picture as stored
	x0, y0        int // where the channels begin in it
	n             int // pixels that they have for 8 of the picture's
}

// channelsOf takes a decoded picture apart. What is transparent becomes white.
func channelsOf(img image.Image) channels {
	c := takeChannels(img)
	c.width, c.height, c.n = c.y.width, c.y.height, 8
	return c
}

func takeChannels(img image.Image) channels {
	b := img.Bounds()
	switch img := img.(type) {
	case *image.YCbCr:
		fineX, fineY := fineness(img.SubsampleRatio)
		cw, ch := (b.Dx()+fineX-1)/fineX, (b.Dy()+fineY-1)/fineY
		return channels{
			y:     channel{img.Y, img.YStride, b.Dx(), b.Dy()},
			cb:    channel{img.Cb, img.CStride, cw, ch},
			cr:    channel{img.Cr, img.CStride, cw, ch},
			fineX: fineX, fineY: fineY,
		}
	case *image.Gray:
		return channels{y: channel{img.Pix, img.Stride, b.Dx(), b.Dy()}, fineX: 1, fineY: 1}
	}
	return channelsOfRGB(img)
}

func fineness(r image.YCbCrSubsampleRatio) (x, y int) {
	switch r {
	case image.YCbCrSubsampleRatio422:
		return 2, 1
	case image.YCbCrSubsampleRatio420:
		return 2, 2
	case image.YCbCrSubsampleRatio440:
		return 1, 2
	case image.YCbCrSubsampleRatio411:
		return 4, 1
	case image.YCbCrSubsampleRatio410:
		return 4, 2
	}
	return 1, 1
}

// channelsOfRGB goes through RGB line by line, which keeps memory low.
func channelsOfRGB(img image.Image) channels {
	b := img.Bounds()
	p := channels{y: newChannel(b.Dx(), b.Dy()), cb: newChannel(b.Dx(), b.Dy()), cr: newChannel(b.Dx(), b.Dy()), fineX: 1, fineY: 1}
	line := image.NewRGBA(image.Rect(0, 0, b.Dx(), 1))
	for y := range b.Dy() {
		draw.Draw(line, line.Rect, image.White, image.Point{}, draw.Src)
		draw.Draw(line, line.Rect, img, b.Min.Add(image.Pt(0, y)), draw.Over)
		at := y * b.Dx()
		for x := range b.Dx() {
			c := line.Pix[4*x : 4*x+3]
			p.y.pix[at+x], p.cb.pix[at+x], p.cr.pix[at+x] = color.RGBToYCbCr(c[0], c[1], c[2])
		}
	}
	return p
}

// rectangle is a part of a picture as shown, in pixels. Pixels have an
// extent: the first reaches from 0 to 1.
type rectangle struct{ x0, y0, x1, y1 float64 }

func (r rectangle) width() float64  { return r.x1 - r.x0 }
func (r rectangle) height() float64 { return r.y1 - r.y0 }

// scaled is a part of the picture as shown, in width × height pixels. Turning
// comes last, when there is least to turn.
func (p channels) scaled(t turn, part rectangle, width, height int) *image.YCbCr {
	out := image.NewYCbCr(image.Rect(0, 0, width, height), image.YCbCrSubsampleRatio420)
	colourWidth, colourHeight := (width+1)/2, (height+1)/2
	put(channel{out.Y, out.YStride, width, height}, p.y, t, p.stored(t, part))
	// An odd last column shares its colour with one beyond the edge.
	part.x1 = part.x0 + part.width()*float64(2*colourWidth)/float64(width)
	part.y1 = part.y0 + part.height()*float64(2*colourHeight)/float64(height)
	from := p.stored(t, part)
	from.x0, from.x1 = from.x0/float64(p.fineX), from.x1/float64(p.fineX)
	from.y0, from.y1 = from.y0/float64(p.fineY), from.y1/float64(p.fineY)
	colour(channel{out.Cb, out.CStride, colourWidth, colourHeight}, p.cb, t, from)
	colour(channel{out.Cr, out.CStride, colourWidth, colourHeight}, p.cr, t, from)
	return out
}

// colour is put for a channel that a grey picture has not.
func colour(to, from channel, t turn, part rectangle) {
	if from.pix != nil {
		put(to, from, t, part)
		return
	}
	for i := range to.pix {
		to.pix[i] = 128
	}
}

// stored is a part as shown where it lies in the channels.
func (p channels) stored(t turn, r rectangle) rectangle {
	r = p.whole(t, r)
	f := float64(p.n) / 8
	return rectangle{(r.x0 - float64(p.x0)) * f, (r.y0 - float64(p.y0)) * f, (r.x1 - float64(p.x0)) * f, (r.y1 - float64(p.y0)) * f}
}

// shown is the size of the picture as shown.
func (p channels) shown(t turn) (w, h int) { return t.shown(p.width, p.height) }

// whole is a part as shown where it lies in the picture as stored.
func (p channels) whole(t turn, r rectangle) rectangle {
	w, h := p.shown(t)
	if t.mirrorX {
		r.x0, r.x1 = float64(w)-r.x1, float64(w)-r.x0
	}
	if t.mirrorY {
		r.y0, r.y1 = float64(h)-r.y1, float64(h)-r.y0
	}
	if t.swap {
		r = rectangle{r.y0, r.x0, r.y1, r.x1}
	}
	return r
}

// put scales a part of a channel as stored and turns it.
func put(to, from channel, t turn, part rectangle) {
	mirrorX, mirrorY := t.mirrorX, t.mirrorY
	if !t.swap {
		resample(to, from, part, mirrorX, mirrorY)
		return
	}
	lying := newChannel(to.height, to.width)
	resample(lying, from, part, mirrorY, mirrorX)
	for y := range to.height {
		row := to.pix[y*to.stride : y*to.stride+to.width]
		for x := range row {
			row[x] = lying.pix[x*lying.stride+y]
		}
	}
}
