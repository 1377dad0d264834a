package portrait

// decodeScan decodes one scan, restart interval by restart interval.
func (d *skimmer) decodeScan(h scanHead, data []byte) bool {
	s := scanner{d: d, h: h, left: len(h.planes) == 1}
	var mcus int
	if p := h.planes[0]; s.left {
		mcus = p.ownX * p.ownY
	} else {
		mcus = (p.blocksX / p.h) * (p.blocksY / p.v)
	}
	per := mcus
	if d.restart > 0 {
		per = d.restart
	}
	expect := byte(markRST0)
	for at := 0; at < mcus; at += per {
		var interval []byte
		interval, data = cutInterval(data, expect, d.restart > 0)
		expect = markRST0 + (expect-markRST0+1)&7
		s.r = bitReader{data: interval}
		s.eobRun = 0
		for _, p := range h.planes {
			p.dc = 0
		}
		for mcu := at; mcu < min(at+per, mcus); mcu++ {
			if !s.mcu(mcu) || s.r.invalid {
				return false
			}
			if s.r.made > 512 && s.r.failed() { // nothing more to come
				return false
			}
		}
		if s.r.failed() || s.r.left() > mostLeft {
			return false
		}
	}
	return true
}

// cutInterval takes the data up to the next restart marker off the front. A
// marker out of turn stays where it is, and decoding fails on what is
// missing or left over.
func cutInterval(data []byte, expect byte, restarts bool) (interval, rest []byte) {
	if !restarts {
		return data, nil
	}
	for i := 0; i+1 < len(data); i++ {
		if data[i] != 0xFF {
			continue
		}
		if data[i+1] == expect {
			return data[:i], data[i+2:]
		}
	}
	return data, nil
}

// scanner is the state of one scan.
type scanner struct {
	d      *skimmer
	h      scanHead
	r      bitReader
	left   bool // a lone component: its blocks go row by row
	eobRun int32
}

func (s *scanner) mcu(mcu int) bool {
	if s.left {
		p := s.h.planes[0]
		return s.block(p, mcu%p.ownX, mcu/p.ownX)
	}
	across := s.h.planes[0].blocksX / s.h.planes[0].h
	mx, my := mcu%across, mcu/across
	for _, p := range s.h.planes {
		for v := range p.v {
			for h := range p.h {
				if !s.block(p, mx*p.h+h, my*p.v+v) {
					return false
				}
			}
		}
	}
	return true
}

func (s *scanner) block(p *plane, x, y int) bool {
	if !s.d.frame.progressive() {
		return s.baseline(p, x, y)
	}
	at := y*p.blocksX + x
	switch {
	case s.h.from == 0 && s.h.high == 0:
		return s.firstDC(p, at)
	case s.h.from == 0:
		s.r.ready()
		if s.r.number(1) == 1 {
			p.coef[at*s.d.n*s.d.n] |= 1 << s.h.lo
		}
		return true
	case s.h.high == 0:
		return s.firstAC(p, at)
	}
	return s.refineAC(p, at)
}

func (s *scanner) baseline(p *plane, x, y int) bool {
	d, r := s.d, &s.r
	r.ready()
	size := r.code(&d.dc[p.dcTab])
	if size > 11 {
		return false
	}
	p.dc += r.value(int(size))
	p.check(p.dc * p.quant[0])
	switch {
	case !p.isMade(x, y):
		return r.passBlock(&d.ac[p.acTab])
	case d.n == 1:
		p.pix[d.place(p, x, y)] = level(int64(p.dc*p.quant[0]) << (2*waveBits - 3))
		return r.passBlock(&d.ac[p.acTab])
	}
	var low [64]int32
	low[0] = p.dc * p.quant[0]
	last := 0
	table := &d.ac[p.acTab]
	for k := 1; k < 64; k++ {
		r.ready()
		symbol := r.code(table)
		size := int(symbol & 15)
		if size == 0 {
			if symbol != 0xF0 {
				if symbol != 0 {
					return false
				}
				break
			}
			k += 15
			continue
		}
		k += int(symbol >> 4)
		if k > 63 {
			return false
		}
		if place := d.keep[k]; place >= 0 {
			low[place] = r.value(size) * p.quant[k]
			last = k
		} else {
			r.drop(size)
		}
	}
	d.draw(p, x, y, &low, last > 0)
	return true
}

// wildDC is how far the mean of a block, eight times the luminance from
// middle grey, may lie outside of black and white, which are at 1024. No
// encoder writes that; damage adds up to it.
const wildDC = 1400

// check counts blocks that are impossibly light or dark.
func (p *plane) check(dc int32) {
	if dc > wildDC+p.quant[0] || dc < -wildDC-p.quant[0] {
		p.wildBlocks++
	}
}

func (s *scanner) firstDC(p *plane, at int) bool {
	s.r.ready()
	size := s.r.code(&s.d.dc[p.dcTab])
	if size > 11 {
		return false
	}
	p.dc += s.r.value(int(size))
	v := p.dc << s.h.lo
	p.check(v * p.quant[0])
	p.coef[at*s.d.n*s.d.n] = int16(v)
	return true
}

func (s *scanner) firstAC(p *plane, at int) bool {
	if s.eobRun > 0 {
		s.eobRun--
		return true
	}
	d, r := s.d, &s.r
	table := &d.ac[p.acTab]
	for k := s.h.from; k <= s.h.to; k++ {
		r.ready()
		symbol := r.code(table)
		run, size := int(symbol>>4), int(symbol&15)
		if size == 0 {
			if run < 15 {
				s.eobRun = 1<<run + r.number(run) - 1
				return true
			}
			k += 15
			continue
		}
		k += run
		if k > s.h.to {
			return false
		}
		v := r.value(size) << s.h.lo
		p.nonzero[at] |= 1 << k
		if place := d.keep[k]; place >= 0 {
			p.coef[at*d.n*d.n+int(place)] = int16(v)
		}
	}
	return true
}

func (s *scanner) refineAC(p *plane, at int) bool {
	r := &s.r
	table := &s.d.ac[p.acTab]
	k := s.h.from
	for ; s.eobRun == 0 && k <= s.h.to; k++ {
		r.ready()
		symbol := r.code(table)
		run, size := int(symbol>>4), int(symbol&15)
		sign := int32(0)
		switch {
		case size == 1:
			sign = -1
			if r.number(1) == 1 {
				sign = 1
			}
		case size > 1:
			return false
		case run < 15:
			s.eobRun = 1<<run + r.number(run)
		}
		if s.eobRun > 0 {
			break
		}
		if k = s.refine(p, at, k, run); k > s.h.to {
			return sign == 0 && !r.invalid
		}
		if sign != 0 {
			p.nonzero[at] |= 1 << k
			if place := s.d.keep[k]; place >= 0 {
				p.coef[at*s.d.n*s.d.n+int(place)] = int16(sign << s.h.lo)
			}
		}
	}
	if s.eobRun > 0 {
		s.eobRun--
		s.refine(p, at, k, -1)
	}
	return true
}

// refine reads a correction bit for every frequency from k on that is known
// not to be 0 and stops at the zero behind run others, or at the end.
func (s *scanner) refine(p *plane, at, k, run int) int {
	for ; k <= s.h.to; k++ {
		if p.nonzero[at]>>k&1 == 0 {
			if run == 0 {
				break
			}
			run--
			continue
		}
		s.r.ready()
		if s.r.number(1) == 0 {
			continue
		}
		if place := s.d.keep[k]; place >= 0 {
			c := &p.coef[at*s.d.n*s.d.n+int(place)]
			if *c >= 0 {
				*c += 1 << s.h.lo
			} else {
				*c -= 1 << s.h.lo
			}
		}
	}
	return k
}
