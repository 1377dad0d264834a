package picture

import (
	"image"
	"image/color"

	"okienko/ui/kit"
	"okienko/ui/qr"
)

// kittyID is the picture's number in kitty's protocol: a new picture takes the
// old one's place, and never that of a code.
const kittyID = 7715

// Graphic is a picture in pixels for an area of cols × rows cells, to be laid
// over blank cells; Row and Col count from the area's corner. ok is false where
// the terminal has not said that it shows any. A sixel picture must not reach
// the last row of the window: that would scroll it.
func Graphic(img image.Image, cols, rows int, a qr.Abilities) (o kit.Overlay, ok bool) {
	return lay(cols, rows, a, part{img, 0, cols})
}

// PairGraphic is what Pair is, in pixels.
func PairGraphic(before, after image.Image, cols, rows int, a qr.Abilities) (o kit.Overlay, ok bool) {
	half := max(0, (cols-pairGap)/2)
	return lay(cols, rows, a, part{before, 0, half}, part{after, cols - half, half})
}

// part is a picture and its columns.
type part struct {
	img       image.Image
	col, cols int
}

// lay scales pictures into an area and encodes what it has of them.
func lay(cols, rows int, a qr.Abilities, parts ...part) (o kit.Overlay, ok bool) {
	protocol := a.Pictures()
	if protocol == "" || cols <= 0 || rows <= 0 {
		return o, false
	}
	area := image.Rect(0, 0, cols*a.CellWidth, rows*a.CellHeight)
	if protocol == qr.ProtocolSixel {
		area = area.Intersect(image.Rect(0, 0, qr.MostSixels, qr.MostSixels))
	}
	placed, frame := place(area, a, parts)
	if frame.Empty() {
		return o, false
	}
	// A picture begins at a whole cell.
	frame.Min = image.Pt(frame.Min.X/a.CellWidth*a.CellWidth, frame.Min.Y/a.CellHeight*a.CellHeight)
	o = kit.Overlay{Row: frame.Min.Y / a.CellHeight, Col: frame.Min.X / a.CellWidth,
		Rows: (frame.Dy() + a.CellHeight - 1) / a.CellHeight}
	if protocol == qr.ProtocolKitty {
		show, clear := qr.Kitty(inColour(placed, frame), kittyID)
		o.Show, o.Clear, o.Stays = string(show), string(clear), true
		return o, true
	}
	o.Show = string(qr.Sixel(inPalette(placed, frame, a.SixelColours)))
	return o, true
}

// spot is a scaled picture and where it stands.
type spot struct {
	pixels
	at image.Point
}

// place scales each picture and puts it into the middle of its columns; frame
// is what they cover together.
func place(area image.Rectangle, a qr.Abilities, parts []part) (placed []spot, frame image.Rectangle) {
	for _, p := range parts {
		room := image.Rect(p.col*a.CellWidth, 0, (p.col+p.cols)*a.CellWidth, area.Max.Y).Intersect(area)
		if p.img == nil || p.img.Bounds().Empty() || room.Empty() {
			continue
		}
		w, h := fit(p.img.Bounds(), room.Dx(), room.Dy())
		at := room.Min.Add(image.Pt((room.Dx()-w)/2, (room.Dy()-h)/2))
		placed = append(placed, spot{scale(p.img, w, h), at})
		frame = frame.Union(image.Rectangle{at, at.Add(image.Pt(w, h))})
	}
	return placed, frame
}

func inColour(placed []spot, frame image.Rectangle) *image.NRGBA {
	out := image.NewNRGBA(image.Rect(0, 0, frame.Dx(), frame.Dy()))
	for _, s := range placed {
		corner := s.at.Sub(frame.Min)
		for i, c := range s.pix {
			out.SetNRGBA(corner.X+i%s.w, corner.Y+i/s.w, color.NRGBA{c[0], c[1], c[2], 255})
		}
	}
	return out
}

// inPalette makes do with a number of colours, chosen from the pictures.
// Entry 0 is no colour: it is not drawn.
func inPalette(placed []spot, frame image.Rectangle, colours int) *image.Paletted {
	// The entry that is not drawn takes a register's number.
	chosen := choose(placed, max(2, min(colours, 256))-1)
	palette := color.Palette{color.NRGBA{}}
	for _, c := range chosen.colours {
		palette = append(palette, color.NRGBA{c[0], c[1], c[2], 255})
	}
	out := image.NewPaletted(image.Rect(0, 0, frame.Dx(), frame.Dy()), palette)
	for _, s := range placed {
		corner := s.at.Sub(frame.Min)
		for i, entry := range s.dither(chosen.nearest) {
			out.Pix[out.PixOffset(corner.X+i%s.w, corner.Y+i/s.w)] = uint8(entry + 1)
		}
	}
	return out
}
