package qr

// tone is one of the two colours there are.
type tone bool

const (
	light tone = false
	dark  tone = true
)

// Sequences hold one attribute each: mlterm reads ten numbers at most in one
// sequence, and what a terminal doesn't know then costs only itself.
const (
	reset      = "\x1b[m"
	reverseOn  = "\x1b[7m"
	reverseOff = "\x1b[27m"
)

// colours holds the sequences of one palette by tone.
type colours struct {
	ink, ground [2]string
}

// Where bright colours may be unknown, the plain one goes before: white is
// then grey, and not what the theme has there.
var colourTable = [...]colours{
	Indexed: {
		ink:    [2]string{"\x1b[38;5;231m", "\x1b[38;5;16m"},
		ground: [2]string{"\x1b[48;5;231m", "\x1b[48;5;16m"},
	},
	Bright16: {
		ink:    [2]string{"\x1b[37m\x1b[97m", "\x1b[30m"},
		ground: [2]string{"\x1b[47m\x1b[107m", "\x1b[40m"},
	},
	LightInk: {
		ink:    [2]string{"\x1b[37m\x1b[97m", "\x1b[30m"},
		ground: [2]string{"\x1b[47m", "\x1b[40m"},
	},
}

func (p Palette) ink(t tone) string    { return colourTable[p].ink[index(t)] }
func (p Palette) ground(t tone) string { return colourTable[p].ground[index(t)] }

func index(t tone) int {
	if t == dark {
		return 1
	}
	return 0
}
