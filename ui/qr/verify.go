package qr

import (
	"errors"
	"fmt"
	"slices"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
)

// Errors of Verify.
var (
	ErrUnreadable = errors.New("qr: the drawing can't be read back")
	ErrMismatch   = errors.New("qr: the drawing reads as something else")
)

// Verify reads a drawing the way a phone does: the very lines that are about
// to be sent become cells, the cells a picture, and a decoder that shares no
// code with the encoder reads it. nil means that it got the payload, byte for
// byte. It takes some milliseconds and touches nothing, so it can run beside
// the drawing.
//
// Errors: ErrUnpainted, ErrUnreadable, ErrMismatch (which don't show the
// payload).
func Verify(d Drawing, payload string) error {
	cells, err := readScreen(d.Lines, d.Cols)
	if err != nil {
		return err
	}
	if len(cells) != d.Rows {
		return fmt.Errorf("qr: %d lines, not %d", len(cells), d.Rows)
	}
	err = ErrUnreadable
	for _, size := range dotSizes[slices.ContainsFunc(cells, hasEighths)] {
		photo, bad := photograph(cells, size)
		if bad != nil {
			return bad
		}
		if err = photo.read(payload); !errors.Is(err, ErrUnreadable) {
			return err
		}
	}
	return err
}

// photo is a grey picture.
type photo struct {
	pixels        []byte
	width, height int
}

// dot is the size in pixels of one of the dots of a cell, and how many rows of
// them a cell has. It is two dots wide.
type dot struct{ width, height, rows int }

// hasEighths reports whether a row holds glyphs that halves and thirds don't
// make up.
func hasEighths(row []seen) bool {
	return slices.ContainsFunc(row, func(c seen) bool { return c.glyph >= '▁' && c.glyph <= '▇' && c.glyph != lowerHalf })
}

// dotSizes makes cells of 6 × 12 pixels: the shape of real ones, and modules
// that a decoder reads well also where three of them share a cell's height.
// The second try makes the modules of sextants square, since gozxing loses
// small codes of narrow ones. Eighths need as many rows of dots, and their last
// try makes modules wider that are much higher than wide.
var dotSizes = map[bool][]dot{false: {{3, 2, 6}, {4, 2, 6}}, true: {{4, 2, 8}, {3, 2, 8}, {5, 2, 8}}}

// photograph paints the cells dot by dot.
func photograph(cells [][]seen, size dot) (photo, error) {
	p := photo{height: len(cells) * size.rows * size.height}
	if len(cells) > 0 {
		p.width = len(cells[0]) * 2 * size.width
	}
	p.pixels = make([]byte, p.width*p.height)
	for row, line := range cells {
		for col, c := range line {
			if err := p.paint(c, col, row, size); err != nil {
				return p, err
			}
		}
	}
	return p, nil
}

func (p photo) paint(c seen, col, row int, size dot) error {
	for y := range size.rows {
		for x := range 2 {
			ink, ok := covers(c.glyph, x, y, size.rows)
			if !ok {
				return fmt.Errorf("%w: glyph %U", ErrUnreadable, c.glyph)
			}
			grey := c.ground
			if ink {
				grey = c.ink
			}
			p.fill((col*2+x)*size.width, (row*size.rows+y)*size.height, size, byte(grey))
		}
	}
	return nil
}

func (p photo) fill(left, top int, size dot, grey byte) {
	for y := top; y < top+size.height; y++ {
		line := p.pixels[y*p.width+left : y*p.width+left+size.width]
		for x := range line {
			line[x] = grey
		}
	}
}

// read decodes the picture, in several ways before it gives up: by global and
// by local brightness, as a found and as a known pure code.
func (p photo) read(payload string) error {
	for _, way := range ways {
		got, ok := p.decode(way)
		if !ok {
			continue
		}
		if got != payload {
			return ErrMismatch
		}
		return nil
	}
	return ErrUnreadable
}

// way is one way to read.
type way struct {
	binarizer func(gozxing.LuminanceSource) gozxing.Binarizer
	hint      gozxing.DecodeHintType
}

var ways = []way{
	{gozxing.NewHybridBinarizer, gozxing.DecodeHintType_TRY_HARDER},
	{gozxing.NewGlobalHistgramBinarizer, gozxing.DecodeHintType_TRY_HARDER},
	{gozxing.NewGlobalHistgramBinarizer, gozxing.DecodeHintType_PURE_BARCODE},
	{gozxing.NewHybridBinarizer, gozxing.DecodeHintType_PURE_BARCODE},
}

// decode reads the payload as bytes: the decoder's text went through a guess
// at a charset, its byte segments did not.
func (p photo) decode(w way) (string, bool) {
	source, err := gozxing.NewPlanarYUVLuminanceSource(p.pixels, p.width, p.height, 0, 0, p.width, p.height, false)
	if err != nil {
		return "", false
	}
	picture, err := gozxing.NewBinaryBitmap(w.binarizer(source))
	if err != nil {
		return "", false
	}
	hints := map[gozxing.DecodeHintType]any{w.hint: true, gozxing.DecodeHintType_CHARACTER_SET: "ISO-8859-1"}
	result, err := qrcode.NewQRCodeReader().Decode(picture, hints)
	if err != nil {
		return "", false
	}
	segments, ok := result.GetResultMetadata()[gozxing.ResultMetadataType_BYTE_SEGMENTS].([][]byte)
	if !ok || len(segments) == 0 {
		return result.GetText(), true
	}
	var all []byte
	for _, s := range segments {
		all = append(all, s...)
	}
	return string(all), true
}
