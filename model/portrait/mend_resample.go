package portrait

import "math"

// resample fills a channel with a part of another by a Catmull-Rom filter, each
// axis by itself. Where the part is more than four times as large, whole
// pixels are averaged first: the filter then has a factor of at least two
// left, which decides how the result looks, for a fraction of the work.
func resample(to, from channel, part rectangle, mirrorX, mirrorY bool) {
	from, part = averaged(from, part, to.width, to.height)
	across := newFilter(part.x0, part.x1, to.width, from.width, mirrorX)
	down := newFilter(part.y0, part.y1, to.height, from.height, mirrorY)
	first, last := down.reach()
	lines := make([]int16, (last-first)*to.width)
	for y := first; y < last; y++ {
		across.along(lines[(y-first)*to.width:][:to.width], from.pix[y*from.stride:][:from.width])
	}
	sums := make([]int32, to.width)
	for y := range to.height {
		down.between(to.pix[y*to.stride:][:to.width], sums, lines, y, first)
	}
}

// averaged shrinks the part by whole factors. Lines and columns that do not
// fill a last pixel average what there is.
func averaged(from channel, part rectangle, width, height int) (channel, rectangle) {
	fx, fy := factor(part.width(), width), factor(part.height(), height)
	if fx == 1 && fy == 1 {
		return from, part
	}
	left, top := within(int(part.x0), from.width), within(int(part.y0), from.height)
	right, bottom := min(from.width, int(math.Ceil(part.x1))), min(from.height, int(math.Ceil(part.y1)))
	small := newChannel((max(right-left, 1)+fx-1)/fx, (max(bottom-top, 1)+fy-1)/fy)
	sums := make([]int32, small.width)
	for y := range small.height {
		clear(sums)
		n := min(fy, from.height-top-y*fy)
		for i := range n {
			addUp(sums, from.pix[(top+y*fy+i)*from.stride:][left:from.width], fx)
		}
		row := small.pix[y*small.stride:][:small.width]
		for x, sum := range sums {
			area := int32(n * min(fx, from.width-left-x*fx))
			row[x] = byte((sum + area/2) / area)
		}
	}
	return small, rectangle{
		(part.x0 - float64(left)) / float64(fx), (part.y0 - float64(top)) / float64(fy),
		(part.x1 - float64(left)) / float64(fx), (part.y1 - float64(top)) / float64(fy),
	}
}

// factor leaves at least 2 to the filter.
func factor(part float64, pixels int) int { return max(1, int(part/float64(2*pixels))) }

func within(at, size int) int { return max(0, min(at, size-1)) }

// addUp adds f neighbours each. Two and three are most of a folder.
func addUp(sums []int32, row []byte, f int) {
	switch {
	case f == 2 && len(row) >= 2*len(sums):
		for x := range sums {
			sums[x] += int32(row[2*x]) + int32(row[2*x+1])
		}
		return
	case f == 3 && len(row) >= 3*len(sums):
		for x := range sums {
			sums[x] += int32(row[3*x]) + int32(row[3*x+1]) + int32(row[3*x+2])
		}
		return
	}
	for x := range sums {
		for _, v := range row[x*f : min(x*f+f, len(row))] {
			sums[x] += int32(v)
		}
	}
}

// Weights have 14 bits behind the point, lines between the two passes 6.
const (
	weightBits = 14
	lineBits   = 6
)

// filter holds, for each pixel of a result along one axis, the first pixel
// that counts and the weights from there on.
type filter struct {
	taps    int
	first   []int
	weights []int32
}

// newFilter spreads n pixels over a to b of an axis of size pixels. What the
// kernel has beyond the edge counts for the pixel at the edge.
func newFilter(a, b float64, n, size int, mirror bool) filter {
	step := (b - a) / float64(n)
	stretch := max(step, 1)
	f := filter{taps: min(int(math.Ceil(4*stretch))+1, size), first: make([]int, n)}
	f.weights = make([]int32, n*f.taps)
	exact := make([]float64, f.taps)
	for i := range n {
		centre := a + (float64(i)+0.5)*step
		if mirror {
			centre = b - (float64(i)+0.5)*step
		}
		lowest, highest := int(math.Floor(centre-2*stretch)), int(math.Ceil(centre+2*stretch))
		f.first[i] = max(0, min(lowest, size-f.taps))
		clear(exact)
		sum := 0.0
		for at := lowest; at <= highest; at++ {
			w := catmullRom((float64(at) + 0.5 - centre) / stretch)
			exact[max(0, min(at-f.first[i], f.taps-1))] += w
			sum += w
		}
		f.set(i, exact, sum)
	}
	return f
}

// set rounds weights so that they add up to one exactly: even areas stay even.
func (f filter) set(i int, exact []float64, sum float64) {
	weights := f.weights[i*f.taps:][:f.taps]
	rest, heaviest := int32(1<<weightBits), 0
	for k, w := range exact {
		weights[k] = int32(math.Round(w / sum * (1 << weightBits)))
		rest -= weights[k]
		if weights[k] > weights[heaviest] {
			heaviest = k
		}
	}
	weights[heaviest] += rest
}

// catmullRom is the cubic of Catmull and Rom, 0 from a distance of 2.
func catmullRom(x float64) float64 {
	x = math.Abs(x)
	switch {
	case x < 1:
		return (1.5*x-2.5)*x*x + 1
	case x < 2:
		return ((-0.5*x+2.5)*x-4)*x + 2
	}
	return 0
}

// reach is from which pixel to which the filter reads.
func (f filter) reach() (first, last int) {
	first, last = f.first[0], 0
	for _, at := range f.first {
		first, last = min(first, at), max(last, at+f.taps)
	}
	return first, last
}

// along filters one line.
func (f filter) along(to []int16, from []byte) {
	for x := range to {
		weights := f.weights[x*f.taps:][:f.taps]
		pixels := from[f.first[x]:][:len(weights)]
		sum := int32(1) << (weightBits - lineBits - 1)
		for k, w := range weights {
			sum += w * int32(pixels[k])
		}
		to[x] = int16(sum >> (weightBits - lineBits))
	}
}

// between filters across lines; first is the number of the first of them.
func (f filter) between(to []byte, sums []int32, lines []int16, y, first int) {
	for x := range sums {
		sums[x] = 1 << (weightBits + lineBits - 1)
	}
	for k, w := range f.weights[y*f.taps:][:f.taps] {
		if w == 0 {
			continue
		}
		line := lines[(f.first[y]-first+k)*len(to):][:len(sums)]
		for x, v := range line {
			sums[x] += w * int32(v)
		}
	}
	for x, sum := range sums {
		to[x] = byte(max(0, min(sum>>(weightBits+lineBits), 255)))
	}
}
