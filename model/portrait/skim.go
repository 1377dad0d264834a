package portrait

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// A JPEG is unpacked no further than the small copy needs: all picture data
// is decoded, so that damage is found, but only the low frequencies are
// turned into pixels. That is faster than the standard decoder and needs
// little memory whatever the size of the picture.

// Bounds on work, far above real files: scans of a progressive picture, and
// blocks visited in all of them.
const (
	mostScans  = 100
	mostVisits = 120_000_000
)

// mostLeft is how many bytes of picture data may remain behind the last
// block. Encoders leave none; damaged data leaves many or runs short.
const mostLeft = 2

// plane is one component on its way to pixels.
type plane struct {
	component
	quant      *[64]int32 // in zigzag order; nil before its first scan
	blocksX    int        // in whole MCUs
	blocksY    int
	ownX       int // blocks that the picture needs, for scans of one component
	ownY       int
	pix        []uint8
	stride     int
	made       area // the blocks of which pixels are made
	dc         int32
	dcTab      int
	acTab      int
	coef       []int16  // progressive: the low frequencies of every block
	nonzero    []uint64 // progressive: which frequencies of a block are known not to be 0
	begun      bool
	wildBlocks int // blocks lighter or darker than a picture can be
}

// skimmer unpacks one file.
type skimmer struct {
	frame   frame
	n       int      // pixels to a side of a block that are made: 1, 2, 4, 8
	keep    [64]int8 // place of a frequency among those kept, -1 for the others
	planes  []plane
	quants  [4]*[64]int32
	dc, ac  [4]huffman
	restart int
	adobe   int // transform of the Adobe segment, -1 where absent
	jfif    bool
	scans   int
	visits  int
	window  area // the MCUs of which pixels are made
}

// skim unpacks what takeApart found to be in order. n is the number of
// pixels to make of each 8: 1, 2, 4 or 8. It reports false where the picture
// data can't be decoded.
func skim(l layout, n int) (*skimmer, bool) {
	return skimPart(l, n, area{0, 0, l.frame.width, l.frame.height})
}

// skimPart makes pixels of a part of the picture as stored alone, and of what
// shares its MCUs.
func skimPart(l layout, n int, part area) (*skimmer, bool) {
	d := &skimmer{frame: *l.frame, n: n, adobe: -1}
	w, h := d.frame.mcu()
	d.window = area{max(0, part.x0/w), max(0, part.y0/h), over(min(part.x1, d.frame.width), w), over(min(part.y1, d.frame.height), h)}
	for k := range d.keep {
		d.keep[k] = -1
		if row, col := int(zigzag[k]>>3), int(zigzag[k]&7); row < n && col < n {
			d.keep[k] = int8(row*n + col)
		}
	}
	d.layPlanes()
	for _, s := range l.segments {
		ok := true
		switch s.marker {
		case markDQT:
			ok = d.readQuant(s.body)
		case markDHT:
			ok = d.readHuffman(s.body)
		case markDRI:
			if ok = len(s.body) >= 2; ok {
				d.restart = int(binary.BigEndian.Uint16(s.body))
			}
		case markAPPE:
			if len(s.body) >= 12 && bytes.HasPrefix(s.body, []byte("Adobe")) {
				d.adobe = int(s.body[11])
			}
		case 0xE0:
			d.jfif = d.jfif || bytes.HasPrefix(s.body, []byte("JFIF"))
		case markSOS:
			ok = d.readScan(s)
		}
		if !ok {
			return nil, false
		}
	}
	ok := d.finish()
	return d, ok
}

// mcu is the size of a unit in which components are stored together, in pixels.
// Sampling says nothing about a lone component.
func (f frame) mcu() (width, height int) {
	if len(f.components) == 1 {
		return 8, 8
	}
	maxH, maxV := 1, 1
	for _, c := range f.components {
		maxH, maxV = max(maxH, c.h), max(maxV, c.v)
	}
	return 8 * maxH, 8 * maxV
}

func (d *skimmer) layPlanes() {
	width, height := d.frame.mcu()
	maxH, maxV := width/8, height/8
	if len(d.frame.components) == 1 {
		c := d.frame.components[0]
		c.h, c.v = 1, 1
		d.frame.components = []component{c}
	}
	mcusX, mcusY := over(d.frame.width, width), over(d.frame.height, height)
	for _, c := range d.frame.components {
		p := plane{component: c, blocksX: mcusX * c.h, blocksY: mcusY * c.v}
		p.ownX, p.ownY = over(over(d.frame.width*c.h, maxH), 8), over(over(d.frame.height*c.v, maxV), 8)
		p.made = area{d.window.x0 * c.h, d.window.y0 * c.v, d.window.x1 * c.h, d.window.y1 * c.v}
		p.stride = (p.made.x1 - p.made.x0) * d.n
		d.planes = append(d.planes, p)
	}
}

func over(a, b int) int { return (a + b - 1) / b }

func (d *skimmer) readQuant(b []byte) bool {
	for len(b) > 0 {
		id, wide := b[0]&15, b[0]>>4
		b = b[1:]
		size := 64 * (int(wide) + 1)
		if id > 3 || wide > 1 || len(b) < size {
			return false
		}
		t := new([64]int32)
		for k := range t {
			if wide == 1 {
				t[k] = int32(binary.BigEndian.Uint16(b[2*k:]))
			} else {
				t[k] = int32(b[k])
			}
			if t[k] == 0 {
				return false
			}
		}
		d.quants[id] = t
		b = b[size:]
	}
	return true
}

func (d *skimmer) readHuffman(b []byte) bool {
	for len(b) > 0 {
		class, id := b[0]>>4, b[0]&15
		if class > 1 || id > 3 {
			return false
		}
		table := &d.dc[id]
		if class == 1 {
			table = &d.ac[id]
		}
		n := table.read(b[1:])
		if n == 0 {
			return false
		}
		if class == 1 {
			table.passOver()
		}
		b = b[1+n:]
	}
	return true
}

// scanHead is what a scan header says.
type scanHead struct {
	planes             []*plane
	from, to, high, lo int
}

func (d *skimmer) readScan(s segment) bool {
	h, ok := d.readScanHead(s.body)
	if !ok {
		return false
	}
	if d.scans++; d.scans > mostScans {
		return false
	}
	blocks := 0
	for _, p := range h.planes {
		blocks += p.blocksX * p.blocksY
		if p.begun {
			continue
		}
		p.begun = true
		if d.frame.progressive() {
			p.coef = make([]int16, p.blocksX*p.blocksY*d.n*d.n)
			p.nonzero = make([]uint64, p.blocksX*p.blocksY)
		} else {
			p.pix = d.pixels(p)
		}
	}
	if d.visits += blocks; d.visits > mostVisits {
		return false
	}
	return d.decodeScan(h, s.scan)
}

func (d *skimmer) pixels(p *plane) []uint8 { return make([]uint8, p.stride*(p.made.y1-p.made.y0)*d.n) }

// isMade reports whether pixels of a block are wanted.
func (p *plane) isMade(x, y int) bool {
	return x >= p.made.x0 && x < p.made.x1 && y >= p.made.y0 && y < p.made.y1
}

// place is where the pixels of a block begin.
func (d *skimmer) place(p *plane, x, y int) int {
	return ((y-p.made.y0)*p.stride + x - p.made.x0) * d.n
}

func (d *skimmer) readScanHead(b []byte) (h scanHead, ok bool) {
	if len(b) < 1 {
		return h, false
	}
	n := int(b[0])
	if n < 1 || n > len(d.planes) || len(b) != 4+2*n {
		return h, false
	}
	perMCU := 0
	for i := range n {
		at := slices.IndexFunc(d.planes, func(p plane) bool { return p.id == b[1+2*i] })
		if at < 0 || slices.Contains(h.planes, &d.planes[at]) {
			return h, false
		}
		p := &d.planes[at]
		p.dcTab, p.acTab = int(b[2+2*i]>>4), int(b[2+2*i]&15)
		if p.dcTab > 3 || p.acTab > 3 {
			return h, false
		}
		if p.quant == nil {
			p.quant = d.quants[p.tq]
		}
		if p.quant == nil {
			return h, false
		}
		perMCU += p.h * p.v
		h.planes = append(h.planes, p)
	}
	if n > 1 && perMCU > 10 {
		return h, false
	}
	h.from, h.to, h.high, h.lo = int(b[1+2*n]), int(b[2+2*n]), int(b[3+2*n]>>4), int(b[3+2*n]&15)
	if !d.frame.progressive() {
		h.from, h.to, h.high, h.lo = 0, 63, 0, 0
	}
	return h, d.fits(h)
}

// fits reports whether a scan makes sense and has its tables.
func (d *skimmer) fits(h scanHead) bool {
	if h.from > h.to || h.to > 63 || h.lo > 13 || h.high > 13 || h.high != 0 && h.high != h.lo+1 {
		return false
	}
	if d.frame.progressive() && (h.from == 0) != (h.to == 0) || h.from > 0 && len(h.planes) > 1 {
		return false
	}
	for _, p := range h.planes {
		needsDC, needsAC := h.from == 0 && h.high == 0, h.to > 0
		if needsDC && !d.dc[p.dcTab].set || needsAC && !d.ac[p.acTab].set {
			return false
		}
		if !d.frame.progressive() && p.begun || d.frame.progressive() && !p.begun && h.high != 0 {
			return false
		}
	}
	return true
}

// finish turns kept frequencies into pixels and reports whether every
// component came.
func (d *skimmer) finish() bool {
	for i := range d.planes {
		p := &d.planes[i]
		if !p.begun {
			return false
		}
		if d.frame.progressive() {
			d.paint(p)
		}
		if p.wildBlocks > 0 {
			return false
		}
	}
	return true
}

// zigzag is the place, row*8+column, of each frequency as it is stored.
var zigzag = [64]uint8{
	0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5,
	12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
	35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51,
	58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
}
