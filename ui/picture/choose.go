package picture

import "slices"

// chosen is a palette made for a picture.
type chosen struct {
	colours []colour
	known   map[uint16]int // what was found nearest to a colour of 15 bits
}

// choose picks at most n colours by cutting the box of all colours in two, and
// then always the one with the most to gain, at the median of its longest side
// (Heckbert, 1982).
func choose(pictures []spot, n int) *chosen {
	var all []colour
	for _, p := range pictures {
		// A sample of some thousands says as much as all.
		for i := 0; i < len(p.pix); i += max(1, len(p.pix)/8192) {
			all = append(all, p.pix[i])
		}
	}
	boxes := []box{newBox(all)}
	for len(boxes) < n {
		most := 0
		for i, b := range boxes {
			if b.worth > boxes[most].worth {
				most = i
			}
		}
		if boxes[most].worth == 0 {
			break
		}
		lower, upper := boxes[most].cut()
		boxes[most] = lower
		boxes = append(boxes, upper)
	}
	c := &chosen{known: map[uint16]int{}}
	for _, b := range boxes {
		c.colours = append(c.colours, b.mean())
	}
	return c
}

// nearest returns the number of the colour nearest to one.
func (c *chosen) nearest(wanted colour) (entry int, shown colour) {
	key := uint16(wanted[0]>>3)<<10 | uint16(wanted[1]>>3)<<5 | uint16(wanted[2]>>3)
	entry, ok := c.known[key]
	if !ok {
		for i, have := range c.colours {
			if have.distance(wanted) < c.colours[entry].distance(wanted) {
				entry = i
			}
		}
		c.known[key] = entry
	}
	return entry, c.colours[entry]
}

// box holds colours.
type box struct {
	colours []colour
	side    int // of which the colours differ most: 0 red, 1 green, 2 blue
	worth   int // how much is gained by cutting it
}

func newBox(colours []colour) box {
	b := box{colours: colours}
	for i := range 3 {
		lowest, highest := uint8(255), uint8(0)
		for _, c := range colours {
			lowest, highest = min(lowest, c[i]), max(highest, c[i])
		}
		if length := int(highest) - int(lowest); length*len(colours) > b.worth {
			b.side, b.worth = i, length*len(colours)
		}
	}
	return b
}

// cut divides a box at its median, so that colours that are equal there stay
// together.
func (b box) cut() (lower, upper box) {
	slices.SortFunc(b.colours, func(c, d colour) int { return int(c[b.side]) - int(d[b.side]) })
	at := len(b.colours) / 2
	value := b.colours[at][b.side]
	for at > 0 && b.colours[at-1][b.side] == value {
		at--
	}
	if at == 0 {
		for b.colours[at][b.side] == value {
			at++
		}
	}
	return newBox(b.colours[:at]), newBox(b.colours[at:])
}

func (b box) mean() colour {
	var sum [3]int
	for _, c := range b.colours {
		for i, v := range c {
			sum[i] += int(v)
		}
	}
	n := max(1, len(b.colours))
	return colour{uint8(sum[0] / n), uint8(sum[1] / n), uint8(sum[2] / n)}
}
