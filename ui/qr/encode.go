package qr

import (
	"errors"

	"rsc.io/qr/coding"
)

// Level is how much damage a symbol survives (ISO/IEC 18004, 7.5).
type Level int

// The four levels: about 7, 15, 25 and 30 percent of the codewords.
const (
	L = Level(coding.L)
	M = Level(coding.M)
	Q = Level(coding.Q)
	H = Level(coding.H)
)

// String returns the level's letter.
func (l Level) String() string { return coding.Level(l).String() }

// ErrTooLong says that no QR code holds so long a text: 2,953 bytes are the
// most.
var ErrTooLong = errors.New("qr: longer than any QR code holds")

// ErrEmpty says that there is no text to draw.
var ErrEmpty = errors.New("qr: no text")

// Symbol is a QR code without its quiet zone.
type Symbol struct {
	Version int // 1 to 40
	Level   Level
	Mask    int // 0 to 7
	Size    int // modules along a side: 17 + 4 × Version
	dark    []bool
}

// Dark reports whether a module is dark. Outside the symbol all is light.
func (s Symbol) Dark(x, y int) bool {
	return x >= 0 && y >= 0 && x < s.Size && y < s.Size && s.dark[y*s.Size+x]
}

// Encode makes the smallest symbol of a level for a payload, with the best of
// the eight masks.
//
// The payload goes in byte for byte, as one segment: digits alone in numeric
// mode, digits and capitals in alphanumeric mode, all else in byte mode
// without an ECI, since many readers don't know it.
func Encode(payload string, level Level) (Symbol, error) {
	v, err := smallest(payload, level)
	if err != nil {
		return Symbol{}, err
	}
	return encode(payload, v, level)
}

// encode makes the symbol of one version. rsc.io/qr itself always takes mask
// 0; its coding package plans any mask, takes bytes as they are and is the
// encoder under qrterminal, so that there is but one in the program. (The one
// in gozxing weighs masks, but wants text in a charset and adds an ECI.)
func encode(payload string, v coding.Version, level Level) (Symbol, error) {
	segment := segmentOf(payload)
	var best Symbol
	least := -1
	for mask := range coding.Mask(8) {
		plan, err := coding.NewPlan(v, coding.Level(level), mask)
		if err != nil {
			return Symbol{}, err
		}
		code, err := plan.Encode(segment)
		if err != nil {
			return Symbol{}, err
		}
		s := Symbol{Version: int(v), Level: level, Mask: int(mask), Size: code.Size, dark: modulesOf(code)}
		if p := penalty(s); least < 0 || p < least {
			best, least = s, p
		}
	}
	return best, nil
}

func modulesOf(code *coding.Code) []bool {
	dark := make([]bool, code.Size*code.Size)
	for y := range code.Size {
		for x := range code.Size {
			dark[y*code.Size+x] = code.Black(x, y)
		}
	}
	return dark
}

// segmentOf picks the one mode for the whole payload, the same as rsc.io/qr
// and therefore qrterminal would.
func segmentOf(payload string) coding.Encoding {
	if s := coding.Num(payload); s.Check() == nil {
		return s
	}
	if s := coding.Alpha(payload); s.Check() == nil {
		return s
	}
	return coding.String(payload)
}

// smallest finds the first version that holds the payload at a level.
func smallest(payload string, level Level) (coding.Version, error) {
	if payload == "" {
		return 0, ErrEmpty
	}
	segment := segmentOf(payload)
	for v := coding.Version(coding.MinVersion); v <= coding.MaxVersion; v++ {
		if segment.Bits(v) <= v.DataBytes(coding.Level(level))*8 {
			return v, nil
		}
	}
	return 0, ErrTooLong
}

// side returns the modules along a side of a version.
func side(v coding.Version) int { return 17 + 4*int(v) }
