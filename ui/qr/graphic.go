package qr

import (
	"fmt"
	"image"
	"image/color"
)

// Protocol is a way to send a picture.
type Protocol string

// The protocols.
const (
	ProtocolSixel Protocol = "sixel"
	ProtocolKitty Protocol = "kitty"
)

// Graphic is a code as a picture with a whole number of pixels a module: no
// seams, and often a larger module than whole cells allow. It can't pass
// through a renderer of lines; the caller paints the area as paper, puts the
// cursor on a cell and sends the bytes.
type Graphic struct {
	Protocol   Protocol
	Show       []byte // sent with the cursor at Col, Row
	Clear      []byte // takes it away; empty where painting over it does
	Stays      bool   // painting its cells again leaves it
	Col, Row   int    // in the area, from 0
	Cols, Rows int    // cells that it touches
	Module     int    // pixels along a module
	Symbol     Symbol
}

// Picture makes the picture of a payload for an area of cols × rows cells, as
// large as fits with room around it, in the middle. It is drawn only
// where the terminal has said that it can and how large its cells are, and
// not through tmux or GNU screen.
//
// Errors: ErrEmpty, ErrTooLong, ErrNotHere, *TooSmallError.
func Picture(payload string, cols, rows int, a Abilities) (Graphic, error) {
	least, err := smallest(payload, L)
	if err != nil {
		return Graphic{}, err
	}
	g := Graphic{Protocol: a.Pictures()}
	if g.Protocol == "" {
		return Graphic{}, fmt.Errorf("%w: no pictures", ErrNotHere)
	}
	if g.Protocol == ProtocolSixel {
		rows-- // one in the last row would scroll the screen
	}
	width, height := max(0, cols*a.CellWidth), max(0, rows*a.CellHeight)
	room := min(width, height)
	if g.Protocol == ProtocolSixel {
		room = min(room, MostSixels-a.CellHeight)
	}
	g.Module = room / (side(least) + 2*roomyQuiet)
	if g.Module < leastModule {
		g.Module = room / (side(least) + 2*margin)
	}
	if g.Module < leastModule {
		need := leastModule * (side(least) + 2*margin)
		return Graphic{}, pictureTooSmall(need, cols, rows, a)
	}
	r := Rung{}
	r.choose(payload, grid{room: room / g.Module, cells: func(n int) (int, int) { return n, n }}, margin, roomyQuiet)
	if g.Symbol, err = Encode(payload, r.Level); err != nil {
		return Graphic{}, err
	}
	g.encode(width, height, a)
	return g, nil
}

// leastModule is the smallest module in pixels worth showing: about the
// height of a sextant's, which is read from 0.8 m.
const leastModule = 5

// MostSixels is the largest picture that xterm takes, in pixels along a side.
const MostSixels = 1000

// Pictures is the best way to send this terminal a picture, "" if there is
// none.
func (a Abilities) Pictures() Protocol {
	switch {
	case a.InTmux || a.InScreen || a.CellWidth <= 0 || a.CellHeight <= 0:
		return ""
	case a.Kitty:
		return ProtocolKitty
	case a.Sixel:
		return ProtocolSixel
	}
	return ""
}

func pictureTooSmall(pixels, cols, rows int, a Abilities) error {
	needCols := (pixels + a.CellWidth - 1) / a.CellWidth
	needRows := (pixels + a.CellHeight - 1) / a.CellHeight
	return &TooSmallError{
		Cols: max(0, needCols-cols), Rows: max(0, needRows-rows),
		NeedCols: needCols, NeedRows: needRows,
	}
}

// Larger reports whether the picture's modules are larger than those of a
// drawing, which is when it is worth its trouble.
func (g Graphic) Larger(r Rung, a Abilities) bool {
	return float64(g.Module) > r.Width*float64(a.CellWidth)
}

// encode draws the symbol into the middle of an area in pixels. The picture
// begins at a whole cell, so light pixels go before the first module.
func (g *Graphic) encode(width, height int, a Abilities) {
	extent := g.Symbol.Size * g.Module
	left, top := (width-extent)/2, (height-extent)/2
	g.Col, g.Row = left/a.CellWidth, top/a.CellHeight
	left, top = left%a.CellWidth, top%a.CellHeight
	b := newBitmap(left+extent, top+extent)
	for y := top; y < b.height; y++ {
		for x := left; x < b.width; x++ {
			b.dark[y*b.width+x] = g.Symbol.Dark((x-left)/g.Module, (y-top)/g.Module)
		}
	}
	g.Cols = (b.width + a.CellWidth - 1) / a.CellWidth
	g.Rows = (b.height + a.CellHeight - 1) / a.CellHeight
	if g.Protocol == ProtocolKitty {
		g.Show, g.Clear = Kitty(b.image(), kittyID)
		g.Stays = true
		return
	}
	g.Show = Sixel(b.image())
}

// VerifyGraphic does for a picture what Verify does for a drawing: the very
// bytes are read back, and the code in them.
func VerifyGraphic(g Graphic, payload string) error {
	read := readSixel
	if g.Protocol == ProtocolKitty {
		read = readKitty
	}
	b, err := read(g.Show)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	return b.onPaper(4 * g.Module).read(payload)
}

// bitmap is a picture in black and white.
type bitmap struct {
	width, height int
	dark          []bool
}

func newBitmap(width, height int) bitmap {
	return bitmap{width, height, make([]bool, width*height)}
}

func (b bitmap) at(x, y int) bool { return x < b.width && y < b.height && b.dark[y*b.width+x] }

var blackAndWhite = color.Palette{color.Black, color.White}

// image is the picture for an encoder.
func (b bitmap) image() *image.Paletted {
	img := image.NewPaletted(image.Rect(0, 0, b.width, b.height), blackAndWhite)
	for i, dark := range b.dark {
		if !dark {
			img.Pix[i] = 1
		}
	}
	return img
}

// onPaper is the picture with light all around, as the screen has it.
func (b bitmap) onPaper(around int) photo {
	p := photo{width: b.width + 2*around, height: b.height + 2*around}
	p.pixels = make([]byte, p.width*p.height)
	for i := range p.pixels {
		x, y := i%p.width-around, i/p.width-around
		if x < 0 || y < 0 || !b.at(x, y) {
			p.pixels[i] = 255
		}
	}
	return p
}
