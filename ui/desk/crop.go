package desk

import (
	"fmt"
	"image"
	"strings"

	"okienko/ui/qr"
)

// cropCells draws a picture in grey on at most w×h cells, two pixels a cell,
// for a look at what stands around a code. It returns nothing for a terminal
// that can't show block elements or 256 colours.
func cropCells(img image.Image, w, h int, can qr.Abilities) []string {
	if img == nil || !can.UTF8 || can.Palette != qr.Indexed || can.Dumb || w < 2 || h < 1 {
		return nil
	}
	size := img.Bounds()
	if size.Empty() {
		return nil
	}
	cols, rows := w, w*size.Dy()/size.Dx()
	if rows > 2*h {
		cols, rows = max(1, 2*h*size.Dx()/size.Dy()), 2*h
	}
	rows = max(2, rows&^1)
	grey := shrink(img, cols, rows)
	lines := make([]string, rows/2)
	for y := range lines {
		lines[y] = greyLine(grey[2*y*cols:(2*y+1)*cols], grey[(2*y+1)*cols:(2*y+2)*cols])
	}
	return lines
}

// shrink brings a picture to cols×rows grey values, each the mean of what it
// covers.
func shrink(img image.Image, cols, rows int) []uint8 {
	b := img.Bounds()
	out := make([]uint8, 0, cols*rows)
	for y := range rows {
		top, bottom := b.Min.Y+y*b.Dy()/rows, b.Min.Y+(y+1)*b.Dy()/rows
		for x := range cols {
			left, right := b.Min.X+x*b.Dx()/cols, b.Min.X+(x+1)*b.Dx()/cols
			out = append(out, mean(img, image.Rect(left, top, max(right, left+1), max(bottom, top+1))))
		}
	}
	return out
}

func mean(img image.Image, r image.Rectangle) uint8 {
	sum := uint64(0)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			red, green, blue, _ := img.At(x, y).RGBA()
			sum += uint64(red+green+blue) / 3 >> 8
		}
	}
	return uint8(sum / uint64(r.Dx()*r.Dy()))
}

// greyLine draws two rows of pixels as one line: the upper one is the
// background, the lower one the ink of a lower half block.
func greyLine(upper, lower []uint8) string {
	var b strings.Builder
	last := [2]int{-1, -1}
	for i := range upper {
		now := [2]int{greyEntry(upper[i]), greyEntry(lower[i])}
		if now != last {
			fmt.Fprintf(&b, "\x1b[48;5;%dm\x1b[38;5;%dm", now[0], now[1])
			last = now
		}
		b.WriteString("▄")
	}
	return b.String() + "\x1b[0m"
}

// greyEntry is the entry of the 256 colours nearest to a grey: black, 24 steps,
// white.
func greyEntry(v uint8) int {
	switch {
	case v < 4:
		return 16
	case v > 246:
		return 231
	}
	return 232 + min(23, (int(v)-3)/10)
}
