package kit

import (
	"bytes"
	"unicode/utf8"
)

const (
	pasteStart = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
	// csiLimit is longer than any key; what goes on longer is garbage.
	csiLimit = 64
)

// piece is what the beginning of the input turned out to be.
type piece struct {
	// used is how many bytes it takes; 0: more bytes are needed to tell.
	used int
	// event is what to pass on; nil: nothing, the bytes are swallowed.
	event []byte
	// mode is what follows.
	mode guardMode
	// reply is an answer of the terminal that somebody may want.
	reply []byte
}

// guardMode is what the guard is in the middle of.
type guardMode int

const (
	modeKeys guardMode = iota
	modePaste
	modeReply
)

// nextPiece looks at the beginning of b, which is not empty. late says that
// nothing more came in time: then it always uses at least one byte.
//
// Esc followed by an ordinary character is two keys: nothing here uses Alt, and
// a slow line may join what a person typed one after the other.
func nextPiece(b []byte, late bool) piece {
	switch {
	case b[0] == 0x1b:
		return afterEsc(b, late)
	case b[0] < utf8.RuneSelf:
		return piece{used: 1, event: b[:1]}
	case !utf8.FullRune(b):
		if late {
			return piece{used: len(b)}
		}
		return piece{}
	}
	r, n := utf8.DecodeRune(b)
	if r == utf8.RuneError || r == brokenMark || r < 0xa0 {
		return piece{used: n}
	}
	return piece{used: n, event: b[:n]}
}

func afterEsc(b []byte, late bool) piece {
	esc := piece{used: 1, event: b[:1]}
	if len(b) == 1 {
		return orLate(esc, late)
	}
	switch b[1] {
	case '[':
		return csi(b, late)
	case 'O':
		return ss3(b, late)
	case ']', 'P', '_':
		if len(b) == 2 {
			return orLate(esc, late)
		}
		if startsReply(b[1], b[2]) {
			return piece{used: 3, mode: modeReply}
		}
	}
	return esc
}

// orLate is p if nothing more will come, else the wish for more bytes.
func orLate(p piece, late bool) piece {
	if late {
		return p
	}
	return piece{}
}

// startsReply tells a terminal's answer (OSC colours, DCS, kitty graphics) from
// Esc and a typed letter.
func startsReply(kind, next byte) bool {
	digit := next >= '0' && next <= '9'
	switch kind {
	case ']':
		return digit
	case 'P':
		return digit || bytes.IndexByte([]byte("!>$+|"), next) >= 0
	}
	return next == 'G'
}

// ss3 reads the application form of arrows, Home, End and F1–F4. The first six
// are passed on in the form Bubble Tea knows all of.
func ss3(b []byte, late bool) piece {
	if len(b) == 2 {
		return orLate(piece{used: 1, event: b[:1]}, late)
	}
	switch b[2] {
	case 'A', 'B', 'C', 'D', 'F', 'H':
		return piece{used: 3, event: []byte{0x1b, '[', b[2]}}
	case 'P', 'Q', 'R', 'S':
		return piece{used: 3, event: b[:3]}
	}
	return piece{used: 1, event: b[:1]}
}

// csi reads "ESC [ parameters intermediates final". Known keys are passed on,
// answers that nobody asked for and garbage are swallowed.
func csi(b []byte, late bool) piece {
	if len(b) == 2 {
		return orLate(piece{used: 2}, late)
	}
	switch b[2] {
	case '[': // Linux console F1–F5
		if len(b) > 3 && (b[3] < 'A' || b[3] > 'E') {
			return piece{used: 3}
		}
		return fixedLength(b, 4, late, true)
	case 'M': // a mouse nobody asked for
		return fixedLength(b, 6, late, false)
	}
	i := 2
	for ; i < len(b) && b[i] >= 0x20 && b[i] <= 0x3f; i++ {
		if i >= csiLimit {
			return piece{used: i}
		}
		if b[i] == '$' && i > 2 && onlyDigits(b[2:i]) {
			return piece{used: i + 1, event: b[:i+1]} // urxvt: Shift with a number
		}
	}
	if i == len(b) {
		return orLate(piece{used: i}, late)
	}
	if b[i] < 0x40 || b[i] > 0x7e {
		return piece{used: i}
	}
	seq := b[:i+1]
	switch {
	case string(seq) == pasteStart:
		return piece{used: len(seq), mode: modePaste}
	case isKey(seq):
		return piece{used: len(seq), event: seq}
	case isReply(seq):
		return piece{used: len(seq), reply: seq}
	}
	return piece{used: len(seq)}
}

func fixedLength(b []byte, n int, late, pass bool) piece {
	if len(b) < n {
		return orLate(piece{used: len(b)}, late)
	}
	if pass {
		return piece{used: n, event: b[:n]}
	}
	return piece{used: n}
}

func onlyDigits(b []byte) bool {
	for _, c := range b {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// isKey tells keys from what else terminals send: answers have a private marker
// or one of the finals c, n, R, t, u, y; I and O report focus.
func isKey(seq []byte) bool {
	params, final := seq[2:len(seq)-1], seq[len(seq)-1]
	for _, c := range params {
		if c != ';' && (c < '0' || c > '9') {
			return false
		}
	}
	switch final {
	case 'A', 'B', 'C', 'D', 'F', 'H', 'P', 'Q', 'S', 'Z':
		return true
	case 'a', 'b', 'c', 'd':
		return len(params) == 0
	case '~', '^', '@':
		return len(params) > 0 && string(seq) != pasteEnd
	}
	return false
}
