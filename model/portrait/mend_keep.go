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
