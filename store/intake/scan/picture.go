package scan

import (
	"bufio"
	"image"
	"image/color"
	_ "image/gif" // the formats that pictures come in
	_ "image/jpeg"
	_ "image/png"

	"golang.org/x/image/draw"
)

// largePicture is the memory, in bytes, from which on a picture gets a place
// of its own: what the collector has not yet taken back would come on top.
const largePicture = 32 << 20

// weighPicture looks at what a picture's header claims, before it is decoded:
// one of a few kilobytes can claim gigabytes. need is the memory that it
// takes, in bytes.
func weighPicture(c *content, l Limits) (need int64, r Reason) {
	config, format, err := image.DecodeConfig(bufio.NewReader(c.reader()))
	if err != nil || config.Width < 1 || config.Height < 1 {
		return 0, Broken
	}
	if config.Width > l.Side || config.Height > l.Side || int64(config.Width)*int64(config.Height) > l.Pixels {
		return 0, PictureTooBig
	}
	if need = decodingCost(c, config, format); need > l.PictureBytes {
		return 0, PictureTooBig
	}
	return need, ""
}

// decodePicture reads a PNG, JPEG or GIF as grey.
func decodePicture(c *content) (*image.Gray, Reason) {
	picture, _, err := image.Decode(bufio.NewReader(c.reader()))
	if err != nil {
		return nil, Broken
	}
	return grey(picture), ""
}

// grey returns the brightness of a picture, which then begins at 0,0; what is
// transparent is white, as in any viewer. It may use the picture's memory.
func grey(picture image.Image) *image.Gray {
	b := picture.Bounds()
	switch p := picture.(type) {
	case *image.Gray:
		return compact(p.Pix, p.Stride, b.Size())
	case *image.YCbCr:
		return compact(p.Y, p.YStride, b.Size())
	}
	g := image.NewGray(image.Rectangle{Max: b.Size()})
	at := pixelsOf(picture)
	for y := range b.Dy() {
		row := g.Pix[y*g.Stride:]
		for x := range b.Dx() {
			row[x] = onWhite(at(b.Min.X+x, b.Min.Y+y))
		}
	}
	return g
}

// pixelsOf returns how to ask for a pixel. The pictures of the standard
// library answer without making a value that the collector must take back,
// which for a large picture is more than the picture.
func pixelsOf(picture image.Image) func(x, y int) color.RGBA64 {
	if p, ok := picture.(image.RGBA64Image); ok {
		return p.RGBA64At
	}
	return func(x, y int) color.RGBA64 { return color.RGBA64Model.Convert(picture.At(x, y)).(color.RGBA64) }
}

// onWhite is the brightness of a pixel on white paper, with the weights of the
// standard library.
func onWhite(c color.RGBA64) uint8 {
	const red, green, blue = 19595, 38470, 7471
	paper := 0xffff - uint32(c.A)
	r, g, b := uint32(c.R)+paper, uint32(c.G)+paper, uint32(c.B)+paper
	return uint8((red*r + green*g + blue*b + 1<<15) >> 24)
}

// compact moves rows together, where they are: the decoder of codes copies
// pictures that have anything between their rows.
func compact(pix []byte, stride int, size image.Point) *image.Gray {
	if stride != size.X {
		for y := 1; y < size.Y; y++ {
			copy(pix[y*size.X:(y+1)*size.X], pix[y*stride:])
		}
	}
	return &image.Gray{Pix: pix[:size.X*size.Y], Stride: size.X, Rect: image.Rectangle{Max: size}}
}

// cropSide is the most pixels that a side of a crop has.
const cropSide = 300

// crop cuts out a code and as much again around it, so that a person sees
// what is printed beside it. It shares nothing with the picture.
func crop(g *image.Gray, box image.Rectangle) image.Image {
	part := box.Inset(-max(box.Dx(), box.Dy()) / 2).Intersect(g.Bounds())
	if part.Empty() {
		part = g.Bounds()
	}
	size := part.Size()
	if most := max(size.X, size.Y); most > cropSide {
		size = image.Pt(max(1, size.X*cropSide/most), max(1, size.Y*cropSide/most))
	}
	out := image.NewGray(image.Rectangle{Max: size})
	draw.ApproxBiLinear.Scale(out, out.Bounds(), g, part, draw.Src, nil)
	return out
}

// halve makes one pixel of four.
func halve(g *image.Gray) *image.Gray {
	b := g.Bounds()
	out := image.NewGray(image.Rect(0, 0, b.Dx()/2, b.Dy()/2))
	for y := range out.Rect.Dy() {
		top := g.Pix[2*y*g.Stride:]
		bottom := g.Pix[(2*y+1)*g.Stride:]
		row := out.Pix[y*out.Stride : y*out.Stride+out.Rect.Dx()]
		for x := range row {
			row[x] = uint8((int(top[2*x]) + int(top[2*x+1]) + int(bottom[2*x]) + int(bottom[2*x+1])) / 4)
		}
	}
	return out
}
