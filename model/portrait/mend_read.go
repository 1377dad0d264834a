package portrait

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/webp"
)

// mostUnpacked is what a decoded picture, and what a decoder needs beside it,
// may take in bytes.
const mostUnpacked = 220 << 20

// open decodes a photo, unless its header claims more than can be held.
func open(data []byte) (*source, error) {
	switch {
	case len(data) == 0:
		return nil, &CantMend{Reason: EmptyFile}
	case isJPEG(data):
		return openJPEG(data)
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1A\n")):
		return openOther(data, png.DecodeConfig, png.Decode)
	case len(data) > 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		return openOther(data, webp.DecodeConfig, webp.Decode)
	}
	return nil, &CantMend{Reason: NotJPEG}
}

// openJPEG also takes a photo whose end marker alone is missing: with the
// marker it decodes to the last pixel, and what was really cut off does not.
func openJPEG(data []byte) (*source, error) {
	s := &source{jpeg: true}
	file := takeApart(data)
	if file.problem == Truncated {
		data = append(data[:len(data):len(data)], 0xFF, markEOI)
		file, s.completed = takeApart(data), true
	}
	if file.problem != "" {
		return nil, &CantMend{Reason: file.problem}
	}
	if !file.hasTables() {
		return nil, &CantMend{Reason: Corrupt}
	}
	s.file = file
	s.turn, s.beside = turnOf(readOrigin(file).orientation), file.beside(len(data))
	err := s.unpack(data[:file.end])
	return s, err
}

// unpack makes the channels. Rare colour models are left to the standard
// library.
func (s *source) unpack(data []byte) error {
	broken := Corrupt
	if s.completed {
		broken = Truncated
	}
	f := s.file.frame
	w, h := s.turn.shown(f.width, f.height)
	n := enough(w, h)
	if f.skimmed(n, f.width*f.height) > mostUnpacked {
		return &CantMend{Reason: TooManyPixels}
	}
	d, ok := skim(s.file, n)
	switch {
	case !ok:
		return &CantMend{Reason: broken}
	case d.plain():
		s.channels = d.channels()
		return nil
	case unpackedJPEG(*f) > mostUnpacked:
		return &CantMend{Reason: TooManyPixels}
	}
	img, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		return &CantMend{Reason: broken, Err: err}
	}
	s.channels, s.cmyk = channelsOf(img), img.ColorModel() == color.CMYKModel
	return nil
}

// unpackedJPEG is what the standard library takes for a picture: a byte a
// sample, four more for the coefficients of a progressive one, and RGB for
// colours that are no YCbCr.
func unpackedJPEG(f frame) int {
	widest, highest := 1, 1
	for _, c := range f.components {
		widest, highest = max(widest, c.h), max(highest, c.v)
	}
	samples := 0
	for _, c := range f.components {
		samples += f.width * c.h / widest * f.height * c.v / highest
	}
	if f.progressive() {
		samples *= 5
	}
	if len(f.components) > 3 {
		samples += 7 * f.width * f.height
	}
	return samples
}

// hasTables reports whether every quantisation table that is used is there;
// the standard library makes an even grey of a picture without.
func (l layout) hasTables() bool {
	there := 0
	for _, s := range l.segments {
		for b := s.body; s.marker == markDQT && len(b) > 0; {
			there |= 1 << (b[0] & 15)
			b = b[min(len(b), 1+64*(1+int(b[0]>>4))):]
		}
	}
	for _, c := range l.frame.components {
		if there>>c.tq&1 == 0 {
			return false
		}
	}
	return true
}

// openOther decodes a picture that is no JPEG.
func openOther(data []byte, header func(io.Reader) (image.Config, error), decode func(io.Reader) (image.Image, error)) (*source, error) {
	c, err := header(bytes.NewReader(data))
	switch {
	case err != nil:
		return nil, &CantMend{Reason: Corrupt, Err: err}
	case c.Width < 1 || c.Height < 1:
		return nil, &CantMend{Reason: Corrupt}
	case c.Width > MostPixels || c.Width*c.Height > MostPixels || c.Width*c.Height*unpackedPixel(c.ColorModel) > mostUnpacked:
		return nil, &CantMend{Reason: TooManyPixels}
	}
	img, err := decode(bytes.NewReader(data))
	if err != nil {
		return nil, &CantMend{Reason: Corrupt, Err: err}
	}
	return &source{channels: channelsOf(img), beside: chunksBeside(data)}, nil
}

// unpackedPixel is how many bytes a decoded pixel takes, with its three
// channels.
func unpackedPixel(m color.Model) int {
	if m == color.RGBA64Model || m == color.NRGBA64Model {
		return 8 + 3
	}
	return 4 + 3
}
