package portrait

import "math"

// Frequencies become pixels by the inverse cosine transform of as many
// points as pixels are made; of fewer than eight it is a reduced picture.

// waveBits is the precision of the waves.
const waveBits = 12

// waves[n][x*n+u] is half of C(u)·cos((2x+1)uπ/2n).
var waves = func() (table [9][64]int32) {
	for _, n := range []int{1, 2, 4, 8} {
		for x := range n {
			for u := range n {
				c := math.Cos(float64(2*x+1) * float64(u) * math.Pi / float64(2*n))
				if u == 0 {
					c = math.Sqrt2 / 2
				}
				table[n][x*n+u] = int32(math.Round(c / 2 * (1 << waveBits)))
			}
		}
	}
	return table
}()

// draw makes the pixels of one block. low holds the kept frequencies row by
// row, n to a row.
func (d *skimmer) draw(p *plane, x, y int, low *[64]int32, waved bool) {
	n := d.n
	out := p.pix[d.place(p, x, y):]
	if !waved || n == 1 {
		v := level(int64(low[0]) << (2*waveBits - 3))
		for j := range n {
			row := out[j*p.stride : j*p.stride+n]
			for i := range row {
				row[i] = v
			}
		}
		return
	}
	table := &waves[n]
	var mid [64]int32 // columns done; waveBits of fraction
	for v := range n {
		empty := true
		for u := range n {
			if low[v*n+u] != 0 {
				empty = false
				break
			}
		}
		if empty {
			continue
		}
		in := low[v*n : v*n+n]
		for i := range (n + 1) / 2 {
			even, odd := halves(in, table[i*n:i*n+n])
			mid[v*n+i], mid[v*n+n-1-i] = even+odd, even-odd
		}
	}
	for i := range n {
		for j := range n / 2 {
			var even, odd int64
			for v := 0; v < n; v += 2 {
				even += int64(mid[v*n+i]) * int64(table[j*n+v])
				odd += int64(mid[(v+1)*n+i]) * int64(table[j*n+v+1])
			}
			out[j*p.stride+i] = level(even + odd)
			out[(n-1-j)*p.stride+i] = level(even - odd)
		}
	}
}

func halves(in, wave []int32) (even, odd int32) {
	for u := 0; u+1 < len(in); u += 2 {
		even += in[u] * wave[u]
		odd += in[u+1] * wave[u+1]
	}
	return even, odd
}

// level turns a sum with twice waveBits of fraction into a pixel.
func level(v int64) uint8 {
	v = (v+1<<(2*waveBits-1))>>(2*waveBits) + 128
	return uint8(max(0, min(255, v)))
}

// paint makes the pixels of a progressive picture.
func (d *skimmer) paint(p *plane) {
	p.pix = d.pixels(p)
	per := d.n * d.n
	var quant [64]int32 // in the order in which frequencies are kept
	for k, place := range d.keep {
		if place >= 0 {
			quant[place] = p.quant[k]
		}
	}
	for y := p.made.y0; y < min(p.ownY, p.made.y1); y++ {
		for x := p.made.x0; x < min(p.ownX, p.made.x1); x++ {
			at := (y*p.blocksX + x) * per
			var low [64]int32
			waved := false
			for i, c := range p.coef[at : at+per] {
				low[i] = int32(c) * quant[i]
				waved = waved || i > 0 && c != 0
			}
			d.draw(p, x, y, &low, waved)
		}
	}
	p.coef, p.nonzero = nil, nil
}
