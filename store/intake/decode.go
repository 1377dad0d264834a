package intake

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Names of encodings as reports give them.
const (
	encodingUTF8      = "UTF-8"
	encodingUTF8BOM   = "UTF-8 with BOM"
	encodingUTF16LE   = "UTF-16LE"
	encodingUTF16BE   = "UTF-16BE"
	encoding1250      = "windows-1250"
	encoding8859      = "ISO-8859-2"
	encodingUTF8Mixed = "UTF-8 with windows-1250 lines"
)

// decoded is a file as text.
type decoded struct {
	text     string
	encoding string
	mixed    map[int]bool // lines, counted from 1, in another encoding than most
}

// decode tells the encoding by content: a byte order mark, else the pattern
// of NULs in UTF-16, else valid UTF-8, else the bytes that Polish letters
// have in Windows-1250 and in ISO-8859-2.
func decode(data []byte) decoded {
	switch {
	case bytes.HasPrefix(data, []byte{0xff, 0xfe}):
		return decoded{text: decode16(data[2:], false), encoding: encodingUTF16LE}
	case bytes.HasPrefix(data, []byte{0xfe, 0xff}):
		return decoded{text: decode16(data[2:], true), encoding: encodingUTF16BE}
	}
	bom := bytes.HasPrefix(data, []byte("\ufeff"))
	if bom {
		data = data[3:]
	} else if little, big := zeroPattern(data); little || big {
		d := decoded{text: decode16(data, big), encoding: encodingUTF16LE}
		if big {
			d.encoding = encodingUTF16BE
		}
		return d
	}
	if utf8.Valid(data) {
		d := decoded{text: string(data), encoding: encodingUTF8}
		if bom {
			d.encoding = encodingUTF8BOM
		}
		return d
	}
	return decodeLines(data)
}

// zeroPattern looks for the NULs that UTF-16 has in every other byte of Latin
// text.
func zeroPattern(data []byte) (little, big bool) {
	const sample = 4096
	data = data[:min(len(data), sample)]
	if len(data) < 4 {
		return false, false
	}
	var zeros [2]int
	for i, b := range data {
		if b == 0 {
			zeros[i%2]++
		}
	}
	most := len(data) / 2 * 4 / 10
	return zeros[1] > most && zeros[0] < most/4, zeros[0] > most && zeros[1] < most/4
}

func decode16(data []byte, big bool) string {
	var b strings.Builder
	b.Grow(len(data) / 2)
	unit := func(i int) rune {
		if big {
			return rune(data[i])<<8 | rune(data[i+1])
		}
		return rune(data[i+1])<<8 | rune(data[i])
	}
	for i := 0; i+1 < len(data); i += 2 {
		r := unit(i)
		if utf16.IsSurrogate(r) {
			var low rune
			if i+3 < len(data) {
				low = unit(i + 2)
			}
			if r = utf16.DecodeRune(r, low); r != utf8.RuneError {
				i += 2
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

// decodeLines decodes a file that is not UTF-8 as a whole, line by line: one
// or two lines may have been pasted from another file.
func decodeLines(data []byte) decoded {
	var lines8, linesOld []int // lines beyond ASCII: valid UTF-8, and not
	eachLine(data, func(number int, line []byte) {
		switch {
		case isASCII(line):
		case utf8.Valid(line):
			lines8 = append(lines8, number)
		default:
			linesOld = append(linesOld, number)
		}
	})
	table, name := singleByte(data)
	d := decoded{encoding: name}
	switch {
	case len(lines8) > len(linesOld):
		d.encoding, d.mixed = encodingUTF8Mixed, setOf(linesOld)
	case len(lines8) > 0:
		d.encoding, d.mixed = name+" with UTF-8 lines", setOf(lines8)
	}
	out := make([]byte, 0, len(data)+len(data)/8)
	if len(lines8) == 0 {
		out = appendDecoded(out, data, table)
	} else {
		eachLine(data, func(_ int, line []byte) {
			if utf8.Valid(line) {
				out = append(out, line...)
			} else {
				out = appendDecoded(out, line, table)
			}
		})
	}
	d.text = string(out)
	return d
}

func setOf(numbers []int) map[int]bool {
	set := make(map[int]bool, len(numbers))
	for _, n := range numbers {
		set[n] = true
	}
	return set
}

func isASCII(line []byte) bool {
	for _, b := range line {
		if b >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// eachLine hands out lines with their ends, which are LF, CR LF or CR.
func eachLine(data []byte, line func(number int, line []byte)) {
	number := 1
	for start := 0; start < len(data); number++ {
		end := start
		for end < len(data) && data[end] != '\n' && data[end] != '\r' {
			end++
		}
		if end < len(data) && data[end] == '\r' && end+1 < len(data) && data[end+1] == '\n' {
			end++
		}
		end = min(end+1, len(data))
		line(number, data[start:end])
		start = end
	}
}

var tables = map[string]*[256]string{
	encoding1250: byteTable(charmap.Windows1250),
	encoding8859: byteTable(charmap.ISO8859_2),
}

func byteTable(m *charmap.Charmap) *[256]string {
	var t [256]string
	for b := range t {
		t[b] = string(m.DecodeByte(byte(b)))
	}
	return &t
}

// singleByte chooses between the two old encodings of Polish. They agree in
// most letters; ą ś ź Ą Ś Ź differ, and what one has there the other uses for
// signs that no name holds. 80 to 9F are control characters in ISO-8859-2.
func singleByte(data []byte) (*[256]string, string) {
	windows, iso := 0, 0
	for _, b := range data {
		switch {
		case b >= 0x80 && b <= 0x9f, b == 0xb9, b == 0xa5:
			windows++
		case b == 0xb1, b == 0xb6, b == 0xbc, b == 0xa1, b == 0xa6, b == 0xac:
			iso++
		}
	}
	if iso > windows {
		return tables[encoding8859], encoding8859
	}
	return tables[encoding1250], encoding1250
}

func appendDecoded(out, data []byte, table *[256]string) []byte {
	for _, b := range data {
		if b < utf8.RuneSelf {
			out = append(out, b)
		} else {
			out = append(out, table[b]...)
		}
	}
	return out
}
