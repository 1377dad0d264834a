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

// decodePicture reads a PNG, JPEG or GIF as grey. What its header claims is
// looked at first: a picture of a few kilobytes can claim gigabytes.
func decodePicture(c *content, l Limits) (*image.Gray, Reason) {
	config, _, err := image.DecodeConfig(bufio.NewReader(c.reader()))
	if err != nil {
		return nil, Broken
	}
	if config.Width > l.Side || config.Height > l.Side || int64(config.Width)*int64(config.Height) > l.Pixels {
		return nil, PictureTooBig
	}
	if config.Width < 1 || config.Height < 1 {
		return nil, Broken
	}
	picture, _, err := image.Decode(bufio.NewReader(c.reader()))
	if err != nil {
		return nil, Broken
	}
	return grey(picture), ""
}

// grey returns the brightness of a picture, which then begins at 0,0; what is transparent is white, as
// in any viewer.
func grey(picture image.Image) *image.Gray {
	b := picture.Bounds()
	switch p := picture.(type) {
	case *image.Gray:
		return &image.Gray{Pix: p.Pix, Stride: p.Stride, Rect: image.Rectangle{Max: b.Size()}}
	case *image.YCbCr:
		return &image.Gray{Pix: p.Y, Stride: p.YStride, Rect: image.Rectangle{Max: b.Size()}}
	}
	b = image.Rectangle{Max: b.Size()}
	from := picture.Bounds().Min
	g := image.NewGray(b)
	draw.Draw(g, b, image.White, image.Point{}, draw.Src)
	if p, ok := picture.(interface{ Opaque() bool }); !ok || !p.Opaque() {
		draw.Draw(g, b, picture, from, draw.Over)
		return g
	}
	for y := range b.Dy() {
		row := g.Pix[y*g.Stride:]
		for x := range b.Dx() {
			row[x] = color.GrayModel.Convert(picture.At(from.X+x, from.Y+y)).(color.Gray).Y
		}
	}
	return g
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
