package scan

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/image/draw"
)

func contentOf(data []byte) *content {
	return &content{ReaderAt: bytes.NewReader(data), size: int64(len(data)), close: func() {}}
}

// pngHeader is a PNG that claims a kind of pixels; extra is a chunk behind the
// first one.
func pngHeader(side uint32, depth, colour, interlace byte, extra string) []byte {
	out := []byte("\x89PNG\r\n\x1a\n")
	chunk := func(name string, data []byte) {
		body := append([]byte(name), data...)
		out = append(binary.BigEndian.AppendUint32(out, uint32(len(data))), body...)
		out = binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(body))
	}
	size := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, side), side)
	chunk("IHDR", append(size, depth, colour, 0, 0, interlace))
	if extra != "" {
		chunk(extra, []byte{1, 2, 3})
	}
	chunk("IDAT", nil)
	return out
}

// withSize changes the size that the header of a JPEG claims.
func withSize(t *testing.T, jpeg []byte, side uint16) []byte {
	t.Helper()
	out := bytes.Clone(jpeg)
	for at := 2; at+9 < len(out); at += 2 + int(binary.BigEndian.Uint16(out[at+2:])) {
		if m := out[at+1]; m == 0xc0 || m == 0xc2 {
			binary.BigEndian.PutUint16(out[at+5:], side)
			binary.BigEndian.PutUint16(out[at+7:], side)
			return out
		}
	}
	t.Fatal("no header")
	return nil
}

// progressive is a code as a program saves it that makes progressive JPEGs:
// convert -interlace JPEG of a picture that codePicture made.
func progressive(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "progressive.jpg"))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestProgressiveJPEG(t *testing.T) {
	owned(5).check(t, scanFiles(t, map[string][]byte{"Anna Nowak.jpg": progressive(t)}))
}

// TestMemoryIsKnownBeforeDecoding looks at the same size in pixels with more
// and more bytes a pixel.
func TestMemoryIsKnownBeforeDecoding(t *testing.T) {
	colours := image.NewRGBA(image.Rect(0, 0, 64, 64))
	draw.Draw(colours, colours.Bounds(), image.NewUniform(color.RGBA{200, 10, 10, 255}), image.Point{}, draw.Src)
	const side = 5000
	for name, c := range map[string]struct {
		data []byte
		cost float64 // bytes a pixel
	}{
		"grey":                       {pngHeader(side, 8, 0, 0, ""), 2.6},
		"grey of 16 bits":            {pngHeader(side, 16, 0, 0, ""), 3},
		"grey with a clear colour":   {pngHeader(side, 8, 0, 0, "tRNS"), 5},
		"palette":                    {pngHeader(side, 8, 3, 0, "PLTE"), 2.6},
		"colour":                     {pngHeader(side, 8, 2, 0, ""), 5},
		"colour, interlaced":         {pngHeader(side, 8, 2, 1, ""), 8},
		"colour and clear, 16 bits":  {pngHeader(side, 16, 6, 0, ""), 9},
		"JPEG":                       {withSize(t, jpegOf(t, colours), side), 3.1},
		"grey JPEG":                  {withSize(t, jpegOf(t, image.NewGray(image.Rect(0, 0, 9, 9))), side), 2.6},
		"progressive grey JPEG":      {withSize(t, progressive(t), side), 5},
		"JPEG with junk before size": {withSize(t, junkJPEG(t, colours), side), 3.1},
	} {
		t.Run(name, func(t *testing.T) {
			if _, format, err := image.DecodeConfig(bytes.NewReader(c.data)); err != nil {
				t.Fatal(format, err)
			}
			need, reason := weighPicture(contentOf(c.data), Limits{PictureBytes: 1 << 30}.usual())
			if got := float64(need) / side / side; fmt.Sprintf("%.1f", got) != fmt.Sprintf("%.1f", c.cost) || reason != "" {
				t.Errorf("%.2f bytes a pixel, want %.2f; %q", got, c.cost, reason)
			}
			if _, reason = weighPicture(contentOf(c.data), Limits{PictureBytes: need - 1}.usual()); reason != PictureTooBig {
				t.Errorf("more than there may be: %q", reason)
			}
		})
	}
}

// junkJPEG has a comment as long as a comment can be before its header.
func junkJPEG(t *testing.T, picture image.Image) []byte {
	t.Helper()
	data := jpegOf(t, picture)
	out := append(bytes.Clone(data[:2]), 0xff, 0xfe, 0xff, 0xff)
	out = append(out, make([]byte, 0xffff-2)...)
	return append(out, data[2:]...)
}

// TestJPEGHeaderThatIsNotFound is held to be the dearest there is.
func TestJPEGHeaderThatIsNotFound(t *testing.T) {
	for _, data := range []string{"", "\xff\xd8", "\xff\xd8\xff\xda", "\xff\xd8\xff\xc0\x00\x03\x08",
		"\xff\xd8\xff\xc2\x00\x0b\x08\x00\x01\x00\x01\x09\x01\x11\x00", "\xff\xd8\xff\xe0\x00\x00"} {
		if got := jpegFrame(contentOf([]byte(data))); got != dearest {
			t.Errorf("%x: %+v", data, got)
		}
	}
}

// TestGreyOfEveryKind draws the same on every kind of picture.
func TestGreyOfEveryKind(t *testing.T) {
	box := image.Rect(3, 5, 7, 8)
	for _, p := range []draw.Image{image.NewGray(box), image.NewGray16(box), image.NewRGBA(box), image.NewRGBA64(box),
		image.NewNRGBA(box), image.NewNRGBA64(box), image.NewCMYK(box),
		image.NewPaletted(box, color.Palette{color.White, color.Black, color.Transparent})} {
		draw.Draw(p, box, image.White, image.Point{}, draw.Src)
		p.Set(4, 6, color.Black)
		g := grey(p)
		if g.Bounds() != image.Rect(0, 0, 4, 3) || g.Stride != 4 {
			t.Fatalf("%T: %v, %d a row", p, g.Bounds(), g.Stride)
		}
		for y := range 3 {
			for x := range 4 {
				if black := g.GrayAt(x, y).Y < 10; black != (x == 1 && y == 1) {
					t.Errorf("%T: %d at %d,%d", p, g.GrayAt(x, y).Y, x, y)
				}
			}
		}
	}
	wide := image.NewYCbCr(image.Rect(0, 0, 17, 3), image.YCbCrSubsampleRatio420)
	wide.Y[wide.YOffset(1, 2)] = 99
	part := grey(wide.SubImage(image.Rect(1, 1, 3, 3)))
	if part.GrayAt(0, 1).Y != 99 || part.Stride != 2 {
		t.Errorf("a part of a JPEG: %v", part)
	}
}
