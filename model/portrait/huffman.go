package portrait

import (
	"encoding/binary"
	"math/bits"
)

// lookBits is how many bits are decoded by one look into a table; longer
// codes are rare.
const lookBits = 10

// huffman is one decoding table.
type huffman struct {
	set    bool
	look   [1 << lookBits]uint16 // length in bits << 8 | symbol; 0: longer or no code
	pass   [1 << lookBits]uint16 // for passing over: bits << 8 | frequencies; 0: look closer
	most   [18]int32             // largest code of a length, -1 if none
	offset [18]int32             // from a code of a length to its symbol
	symbol [256]uint8
}

// read fills the table from the 16 counts and the symbols of a DHT segment
// and returns how many bytes it took; 0 where they make no code.
func (h *huffman) read(b []byte) int {
	if len(b) < 16 {
		return 0
	}
	*h = huffman{}
	total := 0
	for _, n := range b[:16] {
		total += int(n)
	}
	if total == 0 || total > 256 || len(b) < 16+total {
		return 0
	}
	copy(h.symbol[:], b[16:16+total])
	code, k := int32(0), int32(0)
	for length := 1; length <= 16; length++ {
		n := int32(b[length-1])
		if code+n > 1<<length {
			return 0
		}
		h.most[length], h.offset[length] = -1, k-code
		if n > 0 {
			h.most[length] = code + n - 1
		}
		for range n {
			if length <= lookBits {
				first := code << (lookBits - length)
				entry := uint16(length)<<8 | uint16(h.symbol[k])
				for i := range int32(1) << (lookBits - length) {
					h.look[first+i] = entry
				}
			}
			code++
			k++
		}
		code <<= 1
	}
	h.set = true
	return 16 + total
}

// Of what is passed over nothing is kept but how far it leads. An entry of the
// table stands for all codes with their values that begin in its bits, as
// long as they make no more frequencies than mostPassed; the end of the block
// adds blockEnd.
const (
	mostPassed = 16
	blockEnd   = 128
)

// passOver fills the table for passing over from the one for looking.
func (h *huffman) passOver() {
	for i := range h.pass {
		bits, passed := 0, 0
		for bits < lookBits {
			e := h.look[i<<bits&(1<<lookBits-1)]
			length, run, size := int(e>>8), int(e>>4&15), int(e&15)
			if e == 0 || length > lookBits-bits {
				break
			}
			if e&255 == 0 {
				bits, passed = bits+length, passed+blockEnd
				break
			}
			// Codes without meaning are looked at closer.
			if size == 0 && run != 15 || passed+run+1 > mostPassed {
				break
			}
			bits, passed = bits+length+size, passed+run+1
		}
		h.pass[i] = uint16(bits)<<8 | uint16(passed)
	}
}

// passBlock reads the frequencies of a block behind the first without keeping
// any, and reports whether they fit into it.
func (r *bitReader) passBlock(h *huffman) bool {
	acc, n := r.acc, r.n
	k := 1
	for k < 64-mostPassed {
		if n < 32 {
			r.acc, r.n = acc, n
			r.fill()
			acc, n = r.acc, r.n
		}
		if e := h.pass[acc>>(64-lookBits)]; e != 0 {
			acc <<= (e >> 8) & 63
			n -= int(e >> 8)
			k += int(e & 255)
			continue
		}
		r.acc, r.n = acc, n
		k += r.passOne(h)
		acc, n = r.acc, r.n
	}
	r.acc, r.n = acc, n
	for k < 64 {
		r.ready()
		k += r.passOne(h)
	}
	return k == 64 || k >= blockEnd && !r.invalid
}

// passOne passes over a single code and its value. What has no meaning leads
// beyond the block.
func (r *bitReader) passOne(h *huffman) int {
	symbol := r.code(h)
	run, size := int(symbol>>4), int(symbol&15)
	r.drop(size)
	switch {
	case symbol == 0:
		return blockEnd
	case size == 0 && run != 15:
		r.invalid = true
	}
	return run + 1
}

// bitReader reads the bits of one restart interval. Behind its end it reads
// zeros and counts them.
type bitReader struct {
	data    []byte
	pos     int
	acc     uint64 // the next bits, from the top
	n       int    // how many of them are real or invented
	made    int    // how many of all bits read in were invented
	invalid bool   // a code that no table has
}

// fill makes at least 48 bits ready.
func (r *bitReader) fill() {
	if r.pos+8 <= len(r.data) {
		x := binary.BigEndian.Uint64(r.data[r.pos:])
		if (^x-0x0101010101010101)&x&0x8080808080808080 == 0 { // no byte is FF
			r.acc |= x >> (r.n & 63)
			k := (64 - r.n) >> 3
			r.pos += k
			r.n += k << 3
			return
		}
	}
	for r.n <= 56 {
		if r.pos >= len(r.data) {
			r.made += 8
			r.n += 8
			continue
		}
		b := r.data[r.pos]
		r.pos++
		if b == 0xFF {
			for r.pos < len(r.data) && r.data[r.pos] == 0xFF {
				r.pos++
			}
			r.pos++ // the stuffed zero
		}
		r.acc |= uint64(b) << (56 - r.n)
		r.n += 8
	}
}

// ready makes sure that a code and its value are there.
func (r *bitReader) ready() {
	if r.n < 32 {
		r.fill()
	}
}

func (r *bitReader) drop(k int) {
	r.acc <<= k & 63
	r.n -= k
}

// code decodes one symbol; ready must have been called.
func (r *bitReader) code(h *huffman) uint8 {
	if e := h.look[r.acc>>(64-lookBits)]; e != 0 {
		r.drop(int(e >> 8))
		return uint8(e)
	}
	return r.longCode(h)
}

func (r *bitReader) longCode(h *huffman) uint8 {
	for length := lookBits + 1; length <= 16; length++ {
		code := int32(r.acc >> (64 - length))
		if code <= h.most[length] {
			r.drop(length)
			return h.symbol[(code+h.offset[length])&255]
		}
	}
	r.invalid = true
	return 0
}

// value reads k bits, 0 to 16, as the difference that they code (T.81 F.2.2.1).
func (r *bitReader) value(k int) int32 {
	if k == 0 {
		return 0
	}
	v := int32(r.acc >> (64 - k))
	r.drop(k)
	if v < 1<<(k-1) {
		v -= 1<<k - 1
	}
	return v
}

// number reads k bits, 0 to 16, as they are.
func (r *bitReader) number(k int) int32 {
	if k == 0 {
		return 0
	}
	v := int32(r.acc >> (64 - k))
	r.drop(k)
	return v
}

// failed reports whether what was read can't have been written: an unknown
// code, or more bits than there are.
func (r *bitReader) failed() bool { return r.invalid || r.n < r.made }

// left counts the whole bytes that nobody asked for, but for those that only
// fill up.
func (r *bitReader) left() int {
	rest := r.data[min(r.pos, len(r.data)):]
	n := max(0, r.n-r.made) / 8
	for _, b := range rest {
		if bits.OnesCount8(b)&7 != 0 { // neither 00 nor FF
			n++
		}
	}
	return n
}
