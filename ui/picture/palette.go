package picture

// The 256 colours of a terminal from 16 on, which no theme changes: a cube of
// six levels, and 24 greys.
const (
	cubeFirst = 16
	greyFirst = 232
	greys     = 24
)

var cubeLevels = [6]uint8{0, 95, 135, 175, 215, 255}

// indexed returns the entry nearest to a colour.
func indexed(c colour) (entry int, shown colour) {
	var step [3]int
	for i, v := range c {
		step[i] = cubeStep(v)
		shown[i] = cubeLevels[step[i]]
	}
	entry = cubeFirst + 36*step[0] + 6*step[1] + step[2]
	mean := (int(c[0]) + int(c[1]) + int(c[2])) / 3
	n := min(greys-1, max(0, (mean-3)/10))
	v := uint8(8 + 10*n)
	if grey := (colour{v, v, v}); grey.distance(c) < shown.distance(c) {
		return greyFirst + n, grey
	}
	return entry, shown
}

func cubeStep(v uint8) int {
	if v < 48 {
		return 0
	}
	if v < 115 {
		return 1
	}
	return min(5, (int(v)-35)/40)
}

func (c colour) distance(d colour) int {
	sum := 0
	for i := range c {
		n := int(c[i]) - int(d[i])
		sum += n * n
	}
	return sum
}

// dither finds an entry of a palette for every pixel and hands what is lost to
// the neighbours (Floyd and Steinberg), so that skin has no steps in it.
func (p pixels) dither(nearest func(colour) (int, colour)) []int {
	entries := make([]int, len(p.pix))
	row, below := make([][3]int, p.w+2), make([][3]int, p.w+2)
	for y := range p.h {
		clear(below)
		for x := range p.w {
			wanted := p.pix[y*p.w+x].plus(row[x+1])
			entry, shown := nearest(wanted)
			entries[y*p.w+x] = entry
			for i := range wanted {
				lost := int(wanted[i]) - int(shown[i])
				row[x+2][i] += 7 * lost
				below[x][i] += 3 * lost
				below[x+1][i] += 5 * lost
				below[x+2][i] += lost
			}
		}
		row, below = below, row
	}
	return entries
}

// plus adds what was lost, in sixteenths.
func (c colour) plus(lost [3]int) colour {
	for i := range c {
		c[i] = uint8(min(255, max(0, int(c[i])+lost[i]/16)))
	}
	return c
}
