package scan

import (
	"errors"

	"github.com/makiuchi-d/gozxing/common"
)

// Errors of payload.
var (
	errNoPayload = errors.New("scan: the code's bits make no text")
	errPart      = errors.New("scan: one of several codes that make one text")
)

// Modes of a segment, ISO/IEC 18004 table 2.
const (
	modeEnd       = 0
	modeNumeric   = 1
	modeAlnum     = 2
	modePart      = 3
	modeBytes     = 4
	modeFNC1First = 5
	modeECI       = 7
	modeKanji     = 8
	modeFNC1      = 9
	modeHanzi     = 13
)

const alnum = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"

// payload reads the text of a code from its data codewords, byte for byte:
// bytes stay as they are, whatever character set the code names. (The
// decoder's own text went through a guess at the character set.) text is what
// the decoder made of it, used where the bits are Japanese or Chinese.
//
// Errors: errNoPayload, errPart.
func payload(codewords []byte, version int, text string) (string, error) {
	bits := common.NewBitSource(codewords)
	var out []byte
	for bits.Available() >= 4 {
		mode, _ := bits.ReadBits(4)
		var err error
		switch mode {
		case modeEnd:
			return string(out), nil
		case modeNumeric:
			out, err = numeric(out, bits, version)
		case modeAlnum:
			out, err = alphanumeric(out, bits, version)
		case modeBytes:
			out, err = rawBytes(out, bits, version)
		case modeECI:
			err = skipECI(bits)
		case modePart:
			return "", errPart
		case modeKanji, modeHanzi, modeFNC1First, modeFNC1:
			return text, nil
		default:
			err = errNoPayload
		}
		if err != nil {
			return "", errNoPayload
		}
	}
	return string(out), nil
}

// countBits is the width of a segment's length, ISO/IEC 18004 table 3.
func countBits(version int, small, middle, large int) int {
	switch {
	case version <= 9:
		return small
	case version <= 26:
		return middle
	}
	return large
}

func numeric(out []byte, bits *common.BitSource, version int) ([]byte, error) {
	n, err := bits.ReadBits(countBits(version, 10, 12, 14))
	for err == nil && n > 0 {
		digits := min(n, 3)
		var v int
		if v, err = bits.ReadBits([]int{0, 4, 7, 10}[digits]); err != nil {
			break
		}
		group := [3]byte{byte('0' + v/100%10), byte('0' + v/10%10), byte('0' + v%10)}
		out = append(out, group[3-digits:]...)
		n -= digits
	}
	return out, err
}

func alphanumeric(out []byte, bits *common.BitSource, version int) ([]byte, error) {
	n, err := bits.ReadBits(countBits(version, 9, 11, 13))
	for ; err == nil && n > 1; n -= 2 {
		var v int
		if v, err = bits.ReadBits(11); err != nil || v >= len(alnum)*len(alnum) {
			return out, errNoPayload
		}
		out = append(out, alnum[v/len(alnum)], alnum[v%len(alnum)])
	}
	if err == nil && n == 1 {
		v, err := bits.ReadBits(6)
		if err != nil || v >= len(alnum) {
			return out, errNoPayload
		}
		out = append(out, alnum[v])
	}
	return out, err
}

func rawBytes(out []byte, bits *common.BitSource, version int) ([]byte, error) {
	n, err := bits.ReadBits(countBits(version, 8, 16, 16))
	for ; err == nil && n > 0; n-- {
		var b int
		if b, err = bits.ReadBits(8); err == nil {
			out = append(out, byte(b))
		}
	}
	return out, err
}

// skipECI passes over the number of a character set: 8, 16 or 24 bits.
func skipECI(bits *common.BitSource) error {
	first, err := bits.ReadBits(8)
	switch {
	case err != nil:
	case first&0xc0 == 0x80:
		_, err = bits.ReadBits(8)
	case first&0xe0 == 0xc0:
		_, err = bits.ReadBits(16)
	}
	return err
}
