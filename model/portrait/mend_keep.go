package portrait

import (
	"bytes"
	"encoding/binary"
)

// unchanged is the file without what is beside the picture, where the picture
// itself may stay as it is: encoding it once more would only cost quality.
func (s *source) unchanged(p plan, rules Rules) (data []byte, ok bool) {
	w, h := s.shown(s.turn)
	if !s.jpeg || s.cmyk || p.crop || s.turn != (turn{}) || p.size != (size{w, h}) || len(s.file.frame.components) > 3 {
		return nil, false
	}
	data = withDensity(s.file.bare())
	return data, len(data) <= mostBytes(rules)
}

// bare is the file from behind its first marker to its end marker, without
// metadata: of the application segments only Adobe's stays, which says what
// the components mean.
func (l layout) bare() []byte {
	var out bytes.Buffer
	for _, s := range l.segments {
		application := s.marker >= markAPP0 && s.marker <= markAPP0+15
		if s.marker == markCOM || application && s.marker != markAPPE {
			continue
		}
		out.Write([]byte{0xFF, s.marker})
		out.Write(binary.BigEndian.AppendUint16(nil, uint16(len(s.body)+2)))
		out.Write(s.body)
		out.Write(s.scan)
	}
	out.Write([]byte{0xFF, markEOI})
	return out.Bytes()
}

const (
	markAPP0 = 0xE0
	markCOM  = 0xFE
)

// beside reports whether a JPEG holds anything but the picture and what is
// needed to show it.
func (l layout) beside(size int) bool {
	for _, s := range l.segments {
		switch {
		case s.marker == markAPP0 && bytes.HasPrefix(s.body, []byte("JFIF\x00")):
			// Behind the 14 bytes may be a small picture.
			if len(s.body) > 14 {
				return true
			}
		case s.marker == markAPPE && bytes.HasPrefix(s.body, []byte("Adobe")):
		case s.marker == markCOM, s.marker >= markAPP0 && s.marker <= markAPP0+15:
			return true
		}
	}
	return l.end < size
}

// chunksBeside reports whether a PNG or WebP holds text, EXIF data or the like,
// or anything behind its end.
func chunksBeside(data []byte) bool {
	at, order, head, extra := 8, binary.ByteOrder(binary.BigEndian), 0, 4 // PNG: length, name, content, checksum
	if bytes.HasPrefix(data, []byte("RIFF")) {
		at, order, head, extra = 12, binary.LittleEndian, 4, 0 // WebP: name, length, content
	}
	for at+8 <= len(data) {
		name := string(data[at+4-head : at+8-head])
		switch name {
		case "tEXt", "zTXt", "iTXt", "eXIf", "tIME", "EXIF", "XMP ", "iCCP", "ICCP":
			return true
		}
		length := int(order.Uint32(data[at+head:]))
		if at += 8 + length + extra; length < 0 || at < 0 {
			return true
		}
		if extra == 0 {
			at += length & 1
		}
		if name == "IEND" {
			break
		}
	}
	return at < len(data)
}
