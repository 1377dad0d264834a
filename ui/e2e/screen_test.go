//go:build linux

package e2e

import (
	"image"
	"image/color"
	"strconv"
	"strings"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
)

// This file reads captured cells the way a phone reads a monitor. It knows
// nothing of how the program draws.

// shade is a colour as a camera sees it.
type shade uint8

const (
	dark  shade = 0
	light shade = 255
	theme shade = 90 // the terminal's own: neither
)

// pen is what the captured text has set.
type pen struct {
	ink, ground shade
	reversed    bool
}

// cellHeight and cellWidth in pixels: the shape of real cells, and thirds of
// the height for sextants.
const cellWidth, cellHeight = 6, 12

// photograph paints captured lines (text with SGR sequences).
func photograph(capture string) *image.Gray {
	lines := strings.Split(strings.TrimSuffix(capture, "\n"), "\n")
	rows := make([][]cell, len(lines))
	width := 0
	p := pen{theme, theme, false}
	for i, line := range lines {
		rows[i], p = readCells(line, p)
		width = max(width, len(rows[i]))
	}
	picture := image.NewGray(image.Rect(0, 0, width*cellWidth, len(rows)*cellHeight))
	for i := range picture.Pix {
		picture.Pix[i] = uint8(theme)
	}
	for y, row := range rows {
		for x, c := range row {
			c.paint(picture, x*cellWidth, y*cellHeight)
		}
	}
	return picture
}

type cell struct {
	glyph       rune
	ink, ground shade
}

func readCells(line string, p pen) ([]cell, pen) {
	var row []cell
	for line != "" {
		if rest, ok := strings.CutPrefix(line, "\x1b["); ok {
			parameters, after, _ := strings.Cut(rest, "m")
			p.set(strings.Split(strings.ReplaceAll(parameters, ":", ";"), ";"))
			line = after
			continue
		}
		glyph := []rune(line)[0]
		line = line[len(string(glyph)):]
		c := cell{glyph, p.ink, p.ground}
		if p.reversed {
			c.ink, c.ground = c.ground, c.ink
		}
		row = append(row, c)
	}
	return row, p
}

func (p *pen) set(parameters []string) {
	for len(parameters) > 0 {
		n, _ := strconv.Atoi(parameters[0])
		parameters = parameters[1:]
		var indexed shade
		if (n == 38 || n == 48) && len(parameters) >= 2 && parameters[0] == "5" {
			index, _ := strconv.Atoi(parameters[1])
			indexed, parameters = entry(index), parameters[2:]
		}
		switch n {
		case 0:
			*p = pen{theme, theme, false}
		case 7:
			p.reversed = true
		case 27:
			p.reversed = false
		case 38:
			p.ink = indexed
		case 48:
			p.ground = indexed
		case 39:
			p.ink = theme
		case 49:
			p.ground = theme
		case 30:
			p.ink = dark
		case 40:
			p.ground = dark
		case 97:
			p.ink = light
		case 107:
			p.ground = light
		}
	}
}

// entry is a fixed colour of the 256; only these two are meant.
func entry(index int) shade {
	switch index {
	case 16:
		return dark
	case 231:
		return light
	}
	return theme
}

func (c cell) paint(picture *image.Gray, left, top int) {
	for y := range cellHeight {
		for x := range cellWidth {
			s := c.ground
			if c.inked(x, y) {
				s = c.ink
			}
			picture.SetGray(left+x, top+y, color.Gray{Y: uint8(s)})
		}
	}
}

// inked reports whether a glyph covers a pixel of its cell. Letters stand
// outside the code and don't matter.
func (c cell) inked(x, y int) bool {
	switch c.glyph {
	case '█':
		return true
	case '▄':
		return y >= cellHeight/2
	case '▀':
		return y < cellHeight/2
	}
	return false
}

// decode reads the code in a picture; "" if there is none to be read.
func decode(picture image.Image) string {
	bitmap, err := gozxing.NewBinaryBitmapFromImage(picture)
	if err != nil {
		return ""
	}
	hints := map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true}
	result, err := qrcode.NewQRCodeReader().Decode(bitmap, hints)
	if err != nil {
		return ""
	}
	return result.GetText()
}
