package picture

import (
	"image"
	"image/color"
	"image/draw"
)

// colour is red, green and blue from 0 to 255.
type colour [3]uint8

// pixels is a picture as it will be shown.
type pixels struct {
	w, h int
	pix  []colour
}

// mostSamples is how many pixels along a side are looked at for one that is
// shown: enough that nothing flickers out, and few enough that a picture of
// 12 megapixels takes no longer than one of three.
const mostSamples = 4

// scale makes a picture w × h pixels large by averaging.
func scale(img image.Image, w, h int) pixels {
	at, b := opaque(img)
	p := pixels{w, h, make([]colour, w*h)}
	xs, ys := spread(b.Min.X, b.Dx(), w), spread(b.Min.Y, b.Dy(), h)
	for y := range h {
		for x := range w {
			p.pix[y*w+x] = average(at, xs[x], ys[y])
		}
	}
	return p
}

// spread says for each of n places which of size pixels from first on it is
// made of.
func spread(first, size, n int) [][]int {
	places := make([][]int, n)
	for i := range places {
		from := i * size / n
		extent := max(1, (i+1)*size/n-from)
		count := min(extent, mostSamples)
		for s := range count {
			places[i] = append(places[i], first+from+(2*s+1)*extent/(2*count))
		}
	}
	return places
}

func average(at func(x, y int) colour, xs, ys []int) colour {
	var r, g, b int
	for _, y := range ys {
		for _, x := range xs {
			c := at(x, y)
			r, g, b = r+int(c[0]), g+int(c[1]), b+int(c[2])
		}
	}
	n := len(xs) * len(ys)
	half := n / 2
	return colour{uint8((r + half) / n), uint8((g + half) / n), uint8((b + half) / n)}
}

// opaque is how to read a picture's pixels; what shines through is white, as
// in a print.
func opaque(img image.Image) (at func(x, y int) colour, bounds image.Rectangle) {
	switch p := img.(type) {
	case *image.YCbCr:
		return func(x, y int) colour {
			c := p.COffset(x, y)
			r, g, b := color.YCbCrToRGB(p.Y[p.YOffset(x, y)], p.Cb[c], p.Cr[c])
			return colour{r, g, b}
		}, p.Rect
	case *image.Gray:
		return func(x, y int) colour {
			v := p.Pix[p.PixOffset(x, y)]
			return colour{v, v, v}
		}, p.Rect
	}
	p, ok := img.(*image.RGBA)
	if !ok || !p.Opaque() {
		p = image.NewRGBA(img.Bounds())
		draw.Draw(p, p.Rect, image.White, image.Point{}, draw.Src)
		draw.Draw(p, p.Rect, img, p.Rect.Min, draw.Over)
	}
	return func(x, y int) colour {
		i := p.PixOffset(x, y)
		return colour{p.Pix[i], p.Pix[i+1], p.Pix[i+2]}
	}, p.Rect
}
