package scan

import (
	"encoding/binary"
	"image"
	"image/color"
	"math"
)

// What a picture costs in memory is known from its header, before anything is
// decoded: the standard library's decoders make one large picture, and a
// progressive JPEG keeps all its coefficients until its last scan.

// searchCost is how many bytes a pixel the search for codes takes beside the
// picture: an inverted copy, halves of it, and what is black in it.
const searchCost = 1.6

// decodingCost is how much memory reading the picture takes at most, in bytes.
func decodingCost(c *content, config image.Config, format string) int64 {
	pixels := float64(config.Width) * float64(config.Height)
	var decoding, kept float64 // bytes a pixel, while decoding and of what stays
	switch format {
	case "png":
		kept = pngCost(c)
		decoding = kept
		if interlaced(c) {
			decoding *= 2 // the seven pictures that make up the whole
		}
	case "jpeg":
		kept, decoding = jpegCost(c, config.ColorModel)
	default: // GIF: one byte and a palette
		kept, decoding = 1, 1
	}
	if keepsPlane := config.ColorModel == color.YCbCrModel || config.ColorModel == color.GrayModel && kept == 1; !keepsPlane {
		decoding, kept = max(decoding, kept+1), 1 // grey is a copy
	}
	return int64(pixels*max(decoding, kept+searchCost)) + c.held
}

// header reads a part of the content; what is missing is zero.
func header(c *content, at int64, n int) []byte {
	b := make([]byte, n)
	_, _ = c.ReadAt(b, at) // an end that comes too early is the decoder's to find
	return b
}

// The places of the header chunk of a PNG that matter here.
const (
	pngChunks    = 8
	pngDepth     = 24
	pngColour    = 25
	pngInterlace = 28
)

// pngCost is how many bytes a pixel of a PNG takes when decoded.
func pngCost(c *content) float64 {
	head := header(c, 0, pngInterlace+1)
	const grey, palette = 0, 3
	colour, wide := head[pngColour], head[pngDepth] == 16
	switch {
	case colour == palette:
		return 1
	case colour == grey && !hasTransparency(c):
		if wide {
			return 2
		}
		return 1
	case wide:
		return 8
	}
	return 4 // everything else has four channels
}

func interlaced(c *content) bool { return header(c, pngInterlace, 1)[0] != 0 }

// hasTransparency looks for the chunk that makes a grey PNG one of four
// channels. It stands before the pixels.
func hasTransparency(c *content) bool {
	const mostChunks = 1000
	at := int64(pngChunks)
	for range mostChunks {
		head := header(c, at, 8)
		switch string(head[4:]) {
		case "tRNS":
			return true
		case "IDAT", "IEND", "\x00\x00\x00\x00":
			return false
		}
		at += int64(binary.BigEndian.Uint32(head)) + 12 // length, name, checksum
	}
	return true
}

// jpegCost is how many bytes a pixel of a JPEG takes: of what stays, and while
// decoding.
func jpegCost(c *content, model color.Model) (kept, decoding float64) {
	f := jpegFrame(c)
	kept = f.samples
	decoding = kept
	if f.progressive {
		decoding += 4 * f.samples
	}
	switch model {
	case color.RGBAModel, color.CMYKModel:
		decoding = max(decoding, kept+4) // a second picture is made of the first
		kept = 4
	}
	return kept, decoding
}

// frame is what the header of a JPEG says of its components.
type frame struct {
	samples     float64 // of all components, a pixel
	progressive bool
}

// dearest is assumed of a JPEG whose header is not found: it has four
// components in full, and is progressive.
var dearest = frame{4, true}

// jpegFrame finds the header among the segments.
func jpegFrame(c *content) frame {
	const mostSegments = 10_000
	at := int64(2)
	for range mostSegments {
		head := header(c, at, 4)
		marker, length := head[1], int64(binary.BigEndian.Uint16(head[2:]))
		switch {
		case head[0] != 0xff && at >= c.size, marker == 0xda, marker == 0xd9: // the pixels, or the end
			return dearest
		case head[0] != 0xff, marker == 0xff, marker == 0: // filling
			at++
		case marker >= 0xd0 && marker <= 0xd8, marker == 1: // without a length
			at += 2
		case marker >= 0xc0 && marker <= 0xc2:
			return frameOf(header(c, at+4, int(length)), marker == 0xc2)
		default:
			at += 2 + length
		}
	}
	return dearest
}

// frameOf reads precision, height, width, the number of components, and for
// each its name, its sampling and its table.
func frameOf(b []byte, progressive bool) frame {
	const before, each, most = 6, 3, 4
	if len(b) < before || b[5] > most || len(b) < before+each*int(b[5]) {
		return dearest
	}
	if b[5] == 1 {
		return frame{1, progressive}
	}
	sum, widest, highest := 0, 1, 1
	for i := range int(b[5]) {
		sampling := b[before+each*i+1]
		wide, high := int(sampling>>4), int(sampling&15)
		sum += wide * high
		widest, highest = max(widest, wide), max(highest, high)
	}
	return frame{math.Max(1, float64(sum)/float64(widest*highest)), progressive}
}
