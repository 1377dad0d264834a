package qr

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

// A sixel is a column of six pixels, written as one character from "?"; "#n"
// takes a colour, "!n" repeats, "$" goes back to the left, "-" to the next
// band (DEC STD 070, 11).
const (
	sixelHeight = 6
	sixelZero   = '?'
	sixelStart  = "\x1bP0;1q"
	sixelEnd    = "\x1b\\"
	// Colours in percent: 0 is black, 1 is white.
	sixelColours = "#0;2;0;0;0#1;2;100;100;100"
)

// sixel encodes a picture.
func sixel(b bitmap) []byte {
	var out bytes.Buffer
	fmt.Fprintf(&out, "%s\"1;1;%d;%d%s", sixelStart, b.width, b.height, sixelColours)
	for top := 0; top < b.height; top += sixelHeight {
		if top > 0 {
			out.WriteByte('-')
		}
		for colour, want := range []bool{true, false} {
			fmt.Fprintf(&out, "#%d", colour)
			sixelRow(&out, b, top, want)
			out.WriteByte('$')
		}
	}
	out.WriteString(sixelEnd)
	return out.Bytes()
}

// sixelRow writes the pixels of one tone in one band.
func sixelRow(out *bytes.Buffer, b bitmap, top int, want bool) {
	run, last := 0, byte(0)
	flush := func() {
		switch {
		case run > 3:
			fmt.Fprintf(out, "!%d%c", run, last)
		default:
			out.Write(bytes.Repeat([]byte{last}, run))
		}
		run = 0
	}
	for x := range b.width {
		bits := byte(0)
		for y := range min(sixelHeight, b.height-top) {
			if b.at(x, top+y) == want {
				bits |= 1 << y
			}
		}
		if c := sixelZero + bits; c != last {
			flush()
			last = c
		}
		run++
	}
	flush()
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
	_, body, ok = bytes.Cut(body, []byte(sixelColours))
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
