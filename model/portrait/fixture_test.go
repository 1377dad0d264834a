package portrait_test

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"testing"
)

// Pictures are made here, so that the tests need no files.

// picture is a plain wall with a coloured disc before it.
func picture(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{230, 228, 225, 255}
			if dx, dy := x-w/2, y-h/2; dx*dx+dy*dy < w*w/9 {
				c = color.RGBA{uint8(150 + 40*(x/9%2)), uint8(90 + 30*(y/7%2)), 70, 255}
			}
			img.SetRGBA(x, y, c)
		}
	}
	return img
}

func encoded(t testing.TB, img image.Image, quality int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: quality}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// photo is a JPEG with nothing wrong in its bytes.
func photo(t testing.TB, w, h int) []byte { return encoded(t, picture(w, h), 90) }

// tagged puts an EXIF segment behind the start of a JPEG.
func tagged(data []byte, orientation uint16, gps bool) []byte {
	tiff := []byte("MM\x00*\x00\x00\x00\x08")
	entry := func(tag, kind uint16, count, value uint32) {
		tiff = binary.BigEndian.AppendUint16(tiff, tag)
		tiff = binary.BigEndian.AppendUint16(tiff, kind)
		tiff = binary.BigEndian.AppendUint32(tiff, count)
		tiff = binary.BigEndian.AppendUint32(tiff, value)
	}
	entries := uint16(1)
	if gps {
		entries = 2
	}
	tiff = binary.BigEndian.AppendUint16(tiff, entries)
	entry(0x0112, 3, 1, uint32(orientation)<<16)
	if gps {
		entry(0x8825, 4, 1, uint32(len(tiff))+12+4)
	}
	tiff = binary.BigEndian.AppendUint32(tiff, 0)
	if gps {
		tiff = binary.BigEndian.AppendUint16(tiff, 1)
		entry(0x0002, 5, 3, uint32(len(tiff))+12+4)
		tiff = binary.BigEndian.AppendUint32(tiff, 0)
		for _, n := range []uint32{52, 1, 13, 1, 47, 1} {
			tiff = binary.BigEndian.AppendUint32(tiff, n)
		}
	}
	return withSegment(data, 0xE1, append([]byte("Exif\x00\x00"), tiff...))
}

// withSegment puts a segment behind the start of a JPEG.
func withSegment(data []byte, marker byte, body []byte) []byte {
	out := []byte{0xFF, 0xD8, 0xFF, marker}
	out = binary.BigEndian.AppendUint16(out, uint16(len(body)+2))
	out = append(out, body...)
	return append(out, data[2:]...)
}

// without takes all segments of a kind out.
func without(data []byte, marker byte) []byte {
	out := append([]byte(nil), data[:2]...)
	for at := 2; ; {
		length := 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		if data[at+1] == 0xDA {
			return append(out, data[at:]...)
		}
		if data[at+1] != marker {
			out = append(out, data[at:at+length]...)
		}
		at += length
	}
}

// frameAt is where the frame header's marker byte stands.
func frameAt(data []byte) int { return bytes.Index(data, []byte{0xFF, 0xC0}) + 1 }

// changed returns a copy with some bytes of the frame header replaced, counted
// from its marker: 0 kind, 3 precision, 4-5 height, 6-7 width.
func changed(data []byte, from int, values ...byte) []byte {
	out := append([]byte(nil), data...)
	copy(out[frameAt(out)+from:], values)
	return out
}
