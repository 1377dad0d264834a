package qr

import (
	"errors"
	"strings"

	"github.com/mdp/qrterminal/v3"
	"rsc.io/qr"
)

// What qrterminal is told to write for the four kinds of half-block cells.
// Its own glyphs show the terminal's colours, inverted in a light theme, and
// leave seams; so it writes letters, and we make cells of them.
const (
	bothLight  = "w"
	bothDark   = "b"
	upperDark  = "u"
	upperLight = "l"
)

var errPlain = errors.New("qr: qrterminal drew something else than a code")

// plainSymbol lets qrterminal draw a payload in half blocks with a quiet zone
// of four, and reads the modules off its cells. The rung was chosen by size,
// so the text fits: qrterminal crashes on one that does not.
func plainSymbol(payload string, r Rung) (Symbol, error) {
	var drawn strings.Builder
	qrterminal.GenerateWithConfig(payload, qrterminal.Config{
		Level:          qr.Level(r.Level),
		Writer:         &drawn,
		HalfBlocks:     true,
		QuietZone:      quietZone,
		WhiteChar:      bothLight,
		BlackChar:      bothDark,
		BlackWhiteChar: upperDark,
		WhiteBlackChar: upperLight,
	})
	s := Symbol{Version: r.Version, Level: r.Level, Size: r.Modules}
	err := s.read(strings.Split(drawn.String(), "\n"))
	return s, err
}

// read takes the modules out of qrterminal's lines, leaving out its quiet
// zone, whose lowest half row is not light.
func (s *Symbol) read(lines []string) error {
	s.dark = make([]bool, s.Size*s.Size)
	for y := range s.Size {
		row := (y + quietZone) / 2
		if row >= len(lines) || len(lines[row]) < s.Size+quietZone {
			return errPlain
		}
		for x := range s.Size {
			c := lines[row][x+quietZone : x+quietZone+1]
			if y%2 == 0 {
				s.dark[y*s.Size+x] = c == bothDark || c == upperDark
			} else {
				s.dark[y*s.Size+x] = c == bothDark || c == upperLight
			}
		}
	}
	return nil
}
