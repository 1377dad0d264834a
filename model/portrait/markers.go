package portrait

import (
	"bytes"
	"encoding/binary"
)

// JPEG markers (ITU-T T.81, table B.1).
const (
	markSOF0 = 0xC0
	markDHT  = 0xC4
	markJPG  = 0xC8
	markDAC  = 0xCC
	markRST0 = 0xD0
	markRST7 = 0xD7
	markSOI  = 0xD8
	markEOI  = 0xD9
	markSOS  = 0xDA
	markDQT  = 0xDB
	markDRI  = 0xDD
	markAPP1 = 0xE1
	markAPPE = 0xEE
	markTEM  = 0x01
)

// MostPixels is the largest picture that is unpacked.
const MostPixels = 100_000_000

// mostSegments bounds the work on a file made of nothing but markers; real
// files have a few dozen.
const mostSegments = 20_000

// segment is one marker with what belongs to it.
type segment struct {
	marker byte
	body   []byte // without the length
	scan   []byte // SOS only: the picture data up to the next marker
}

// frame is what the frame header says.
type frame struct {
	marker     byte
	precision  int
	width      int // as stored
	height     int
	components []component
}

// component is one plane of the picture.
type component struct {
	id   byte
	h, v int // sampling
	tq   byte
}

func (f frame) progressive() bool { return f.marker == markSOF0+2 }

// layout is a JPEG file taken apart without unpacking it.
type layout struct {
	segments []segment
	frame    *frame
	end      int // offset behind the end marker
	problem  ID  // "" where the file may be unpacked
}

// isJPEG reports whether the bytes begin like a JPEG.
func isJPEG(data []byte) bool { return bytes.HasPrefix(data, []byte{0xFF, markSOI, 0xFF}) }

// takeApart walks over the markers of a file that isJPEG. It stops at the
// first thing that makes the file unusable.
func takeApart(data []byte) layout {
	l := layout{}
	pos := 2
	for len(l.segments) < mostSegments {
		marker, at := nextMarker(data, pos)
		switch {
		case at < 0:
			l.problem = Truncated
			return l
		case marker == markEOI:
			l.end = at
			l.problem = l.incomplete()
			return l
		case marker == markTEM, marker >= markRST0 && marker <= markRST7:
			pos = at
			continue
		case marker == markSOI:
			l.problem = Corrupt
			return l
		}
		if at+2 > len(data) {
			l.problem = Truncated
			return l
		}
		length := int(binary.BigEndian.Uint16(data[at:]))
		if length < 2 {
			l.problem = Corrupt
			return l
		}
		if at+length > len(data) {
			l.problem = Truncated
			return l
		}
		s := segment{marker: marker, body: data[at+2 : at+length]}
		pos = at + length
		if marker == markSOS {
			until := scanEnd(data, pos)
			s.scan = data[pos:until]
			pos = until
		}
		if l.problem = l.add(s); l.problem != "" {
			return l
		}
	}
	l.problem = Corrupt
	return l
}

// add takes a segment in and answers what makes the file unusable by it.
func (l *layout) add(s segment) ID {
	l.segments = append(l.segments, s)
	switch {
	case isFrameHeader(s.marker):
		if l.frame != nil {
			return Corrupt
		}
		f, problem := readFrame(s)
		l.frame = f
		return problem
	case s.marker == markSOS && l.frame == nil:
		return Corrupt
	}
	return ""
}

// incomplete is asked at the end marker.
func (l *layout) incomplete() ID {
	if l.frame == nil {
		return Corrupt
	}
	for _, s := range l.segments {
		if s.marker == markSOS {
			return ""
		}
	}
	return Corrupt
}

// nextMarker finds the next marker from pos on and the offset behind it; -1
// where there is none. Like common decoders it skips what lies between.
func nextMarker(data []byte, pos int) (marker byte, at int) {
	for pos < len(data) {
		i := bytes.IndexByte(data[pos:], 0xFF)
		if i < 0 {
			break
		}
		pos += i + 1
		for pos < len(data) && data[pos] == 0xFF { // fill bytes
			pos++
		}
		if pos < len(data) && data[pos] != 0 {
			return data[pos], pos + 1
		}
	}
	return 0, -1
}

// scanEnd returns the offset of the marker that ends the picture data from
// pos on: any but a stuffed zero and the restart markers.
func scanEnd(data []byte, pos int) int {
	for pos < len(data) {
		i := bytes.IndexByte(data[pos:], 0xFF)
		if i < 0 {
			break
		}
		pos += i
		next := pos + 1
		for next < len(data) && data[next] == 0xFF {
			next++
		}
		if next >= len(data) {
			break
		}
		if m := data[next]; m != 0 && (m < markRST0 || m > markRST7) {
			return pos
		}
		pos = next + 1
	}
	return len(data)
}

func isFrameHeader(marker byte) bool {
	return marker >= markSOF0 && marker <= 0xCF && marker != markDHT && marker != markDAC
}

// readFrame reads a frame header and decides, before anything is unpacked,
// whether the picture may be.
func readFrame(s segment) (*frame, ID) {
	b := s.body
	if len(b) < 6 {
		return nil, Corrupt
	}
	f := &frame{
		marker:    s.marker,
		precision: int(b[0]),
		height:    int(binary.BigEndian.Uint16(b[1:])),
		width:     int(binary.BigEndian.Uint16(b[3:])),
	}
	if s.marker > markSOF0+2 || f.precision != 8 {
		return f, UnsupportedJPEG
	}
	n := int(b[5])
	if f.width == 0 || f.height == 0 || n == 0 || len(b) != 6+3*n {
		return f, Corrupt
	}
	if f.width*f.height > MostPixels {
		return f, TooManyPixels
	}
	if n != 1 && n != 3 && n != 4 {
		return f, UnsupportedJPEG
	}
	for i := range n {
		c := component{id: b[6+3*i], h: int(b[7+3*i] >> 4), v: int(b[7+3*i] & 15), tq: b[8+3*i]}
		if c.h < 1 || c.h > 4 || c.v < 1 || c.v > 4 || c.tq > 3 {
			return f, Corrupt
		}
		for _, o := range f.components {
			if o.id == c.id {
				return f, Corrupt
			}
		}
		f.components = append(f.components, c)
	}
	return f, ""
}

// process names the kind of JPEG for people who ask for the measured values.
func (f frame) process() string {
	switch {
	case f.precision == 12:
		return "12-bit"
	case f.marker == markSOF0 || f.marker == markSOF0+1:
		return "baseline"
	case f.marker == markSOF0+2:
		return "progressive"
	case f.marker > markJPG:
		return "arithmetic"
	case f.marker == markSOF0+3 || f.marker == markSOF0+7:
		return "lossless"
	}
	return "hierarchical"
}
