package portrait

import (
	"bytes"
	"encoding/binary"
	"strings"

	"github.com/bep/imagemeta"
)

// origin is what the EXIF data says that matters here.
type origin struct {
	orientation int  // 1 to 8; 1 where absent or impossible
	gps         bool // a latitude is there
}

// readOrigin reads the EXIF segment of a file. Damaged EXIF data is as good
// as none: no viewer refuses a picture for it.
func readOrigin(l layout) origin {
	for _, s := range l.segments {
		if s.marker == markAPP1 && bytes.HasPrefix(s.body, []byte("Exif\x00")) {
			return readEXIF(s.body)
		}
	}
	return origin{orientation: 1}
}

// readEXIF hands the reader a file of this one segment, so that nothing else
// in the file, however large or broken, can cost it time.
func readEXIF(body []byte) (o origin) {
	o.orientation = 1
	file := []byte{0xFF, markSOI, 0xFF, markAPP1}
	file = binary.BigEndian.AppendUint16(file, uint16(len(body)+2))
	file = append(file, body...)
	file = append(file, 0xFF, markEOI)
	_, _ = imagemeta.Decode(imagemeta.Options{
		R:           bytes.NewReader(file),
		ImageFormat: imagemeta.JPEG,
		Sources:     imagemeta.EXIF,
		ShouldHandleTag: func(tag imagemeta.TagInfo) bool {
			// The same number means something else outside of its directory.
			return tag.Tag == "Orientation" && tag.Namespace == "IFD0" ||
				tag.Tag == "GPSLatitude" && strings.HasSuffix(tag.Namespace, "GPSInfoIFD")
		},
		HandleTag: func(tag imagemeta.TagInfo) error {
			switch tag.Tag {
			case "GPSLatitude":
				o.gps = true
			case "Orientation":
				if v := asInt(tag.Value); v >= 1 && v <= 8 {
					o.orientation = v
				}
			}
			return nil
		},
	})
	return o
}

func asInt(v any) int {
	switch n := v.(type) {
	case uint8:
		return int(n)
	case uint16:
		return int(n)
	case uint32:
		return int(min(n, 1<<16))
	case int16:
		return int(n)
	case int32:
		return int(n)
	}
	return 0
}
