package qr

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"strconv"
	"strings"
)

// A sixel is a column of six pixels, written as one character from "?"; "#n"
// takes a colour, "!n" repeats, "$" goes back to the left, "-" to the next
// band (DEC STD 070, 11).
const (
	sixelHeight = 6
	sixelZero   = '?'
	sixelStart  = "\x1bP0;1q"
	sixelEnd    = "\x1b\\"
)

// Sixel encodes a picture, with one colour register for each entry of its
// palette. Entries that are not opaque are left as they are on screen.
func Sixel(img *image.Paletted) []byte {
	var out bytes.Buffer
	width, height := img.Bounds().Dx(), img.Bounds().Dy()
	fmt.Fprintf(&out, "%s\"1;1;%d;%d%s", sixelStart, width, height, sixelPalette(img.Palette))
	for top := 0; top < height; top += sixelHeight {
		if top > 0 {
			out.WriteByte('-')
		}
		first := top * img.Stride
		band := img.Pix[first:min(len(img.Pix), first+sixelHeight*img.Stride)]
		sixelBand(&out, band, width, img.Stride, img.Palette)
	}
	out.WriteString(sixelEnd)
	return out.Bytes()
}

// sixelPalette names the colours in percent.
func sixelPalette(colours color.Palette) string {
	var b strings.Builder
	for i, c := range colours {
		if r, g, bl, a := c.RGBA(); a == 0xFFFF {
			fmt.Fprintf(&b, "#%d;2;%d;%d;%d", i, percent(r), percent(g), percent(bl))
		}
	}
	return b.String()
}

func percent(v uint32) uint32 { return (v*100 + 0x7FFF) / 0xFFFF }

// sixelBand writes up to six rows of pixels, colour by colour.
func sixelBand(out *bytes.Buffer, band []byte, width, stride int, colours color.Palette) {
	var used [256]bool
	for _, c := range band {
		used[c] = true
	}
	row := make([]byte, width)
	for i, c := range colours {
		if _, _, _, a := c.RGBA(); !used[i&0xFF] || a != 0xFFFF {
			continue
		}
		clear(row)
		for y := 0; y*stride < len(band); y++ {
			line := band[y*stride:]
			for x := range row {
				if line[x] == byte(i) {
					row[x] |= 1 << y
				}
			}
		}
		fmt.Fprintf(out, "#%d", i)
		sixelRow(out, row)
		out.WriteByte('$')
	}
}

// sixelRow writes the pixels of one colour in one band.
func sixelRow(out *bytes.Buffer, row []byte) {
	for len(row) > 0 {
		run := 1
		for run < len(row) && row[run] == row[0] {
			run++
		}
		last := sixelZero + row[0]
		switch {
		case run > 3:
			fmt.Fprintf(out, "!%d%c", run, last)
		default:
			out.Write(bytes.Repeat([]byte{last}, run))
		}
		row = row[run:]
	}
}

var errSixel = errors.New("not a sixel picture of ours")

// readSixel reads a picture back. It starts out dark, so that pixels that
// were not written show.
func readSixel(data []byte) (bitmap, error) {
	body, ok := bytes.CutPrefix(data, []byte(sixelStart))
	body, done := bytes.CutSuffix(body, []byte(sixelEnd))
	var width, height int
	if _, err := fmt.Sscanf(string(body[:min(len(body), 32)]), "\"1;1;%d;%d#", &width, &height); !ok || !done || err != nil {
		return bitmap{}, errSixel
	}
	_, body, ok = bytes.Cut(body, []byte(sixelPalette(blackAndWhite)))
	if !ok || width < 1 || height < 1 || width > 1<<13 || height > 1<<13 {
		return bitmap{}, errSixel
	}
	b := newBitmap(width, height)
	for i := range b.dark {
		b.dark[i] = true
	}
	return b, b.drawSixels(body)
}

func (b bitmap) drawSixels(body []byte) error {
	x, top, colour, repeat := 0, 0, 0, 1
	for len(body) > 0 {
		c := body[0]
		body = body[1:]
		switch {
		case c == '#':
			colour, body = leadingNumber(body)
		case c == '!':
			repeat, body = leadingNumber(body)
		case c == '$':
			x = 0
		case c == '-':
			x, top = 0, top+sixelHeight
		case c >= sixelZero && c <= '~' && x+repeat <= b.width:
			for range repeat {
				b.drawSixel(x, top, c-sixelZero, colour == 0)
				x++
			}
			repeat = 1
		default:
			return errSixel
		}
	}
	return nil
}

func (b bitmap) drawSixel(x, top int, bits byte, dark bool) {
	for y := top; y < min(top+sixelHeight, b.height); y++ {
		if bits>>(y-top)&1 == 1 {
			b.dark[y*b.width+x] = dark
		}
	}
}

func leadingNumber(b []byte) (int, []byte) {
	n := 0
	for n < len(b) && n < 5 && b[n] >= '0' && b[n] <= '9' {
		n++
	}
	v, err := strconv.Atoi(string(b[:n]))
	if err != nil {
		return 0, b
	}
	return v, b[n:]
}
