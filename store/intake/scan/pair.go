package scan

import (
	"cmp"
	"image"
	"slices"
)

// direction is one reading of a page: where, seen from a code, that stands
// which belongs to it.
type direction int

const (
	below direction = iota
	above
	rightOf
	leftOf
	directions
)

// pairing says for each code which thing of a layer is its own.
type pairing struct {
	own   []int   // by code: the thing, -1 if none
	clear bool    // no other reading of the page is as good
	near  [][]int // by code: all things, nearest first
}

// The bounds of being clear: another reading must be so many times farther
// apart, in a comparison of gaps to which a tenth of a code is added.
const (
	clearTimes = 2.5
	// With so many pairs in one direction the pattern of a page is established
	// even if a code is left over.
	pattern = 3
)

// pair assigns things to codes by place. Of the four directions, each read
// strictly (the thing nearest to the code in that direction, and the code
// nearest to the thing in the opposite one), that one holds which pairs the
// most: on a regular sheet the right one pairs all that is there, and no
// wrong one can pair more, if only names, or only codes, are missing. A tie
// is not clear, and where both may be missing, a direction that pairs nearly
// as much must be much farther apart. complete says that the caller knows of
// nothing on the page beside these codes and things.
func pair(codes, things []image.Rectangle, complete bool) pairing {
	p := pairing{own: make([]int, len(codes)), near: make([][]int, len(codes))}
	for c := range codes {
		p.own[c] = -1
		p.near[c] = byDistance(codes[c], things)
	}
	if len(codes) == 0 || len(things) == 0 {
		p.clear = true
		return p
	}
	var readings [directions][]int
	var scores [directions]int
	best := below
	for d := range directions {
		readings[d], scores[d] = read(codes, things, d)
		if scores[d] > scores[best] {
			best = d
		}
	}
	if scores[best] == 0 {
		return p
	}
	p.own = readings[best]
	everything := complete && scores[best] == len(codes) && scores[best] == len(things)
	p.clear = everything || len(codes) <= len(things) || scores[best] >= pattern
	for d := range directions {
		if d == best || scores[d] == 0 || slices.Equal(readings[d], p.own) {
			continue
		}
		rival := !everything && scores[d]*2 > scores[best] && !farther(codes, things, p.own, readings[d], best, d)
		if scores[d] == scores[best] || rival {
			p.clear = false
		}
		if !everything && closer(codes, things, p.own, readings[d], best, d) {
			p.clear = false
		}
	}
	return p
}

// read pairs in one direction; score is the number of pairs.
func read(codes, things []image.Rectangle, d direction) (own []int, score int) {
	own = make([]int, len(codes))
	back := make([]int, len(things))
	for t := range things {
		back[t] = nearest(len(codes), func(c int) (int, bool) { return rank(codes[c], things[t], d) })
	}
	for c := range codes {
		own[c] = -1
		t := nearest(len(things), func(t int) (int, bool) { return rank(codes[c], things[t], d) })
		if t >= 0 && back[t] == c {
			own[c] = t
			score++
		}
	}
	return own, score
}

// nearest returns the index with the least distance, -1 if there is none or
// two share it.
func nearest(n int, distance func(int) (int, bool)) int {
	best, least, shared := -1, 0, false
	for i := range n {
		d, ok := distance(i)
		switch {
		case !ok:
		case best < 0 || d < least:
			best, least, shared = i, d, false
		case d == least:
			shared = true
		}
	}
	if shared {
		return -1
	}
	return best
}

// distance is how far a thing is from a code in a direction; ok is false if
// it does not stand there.
func distance(code, thing image.Rectangle, d direction) (far int, ok bool) {
	// A little into each other is still beside each other: letters have tails
	// and codes a margin.
	slack := code.Dx() / 8
	switch d {
	case below:
		far = thing.Min.Y - code.Max.Y
	case above:
		far = code.Min.Y - thing.Max.Y
	case rightOf:
		far = thing.Min.X - code.Max.X
	case leftOf:
		far = code.Min.X - thing.Max.X
	}
	if far < -slack {
		return 0, false
	}
	if d == below || d == above {
		ok = half(code.Min.X, code.Max.X, thing.Min.X, thing.Max.X)
	} else {
		// What stands at the top of a row of a table stands beside the margin
		// of the row's code.
		ok = half(code.Min.Y-slack, code.Max.Y+slack, thing.Min.Y, thing.Max.Y)
	}
	return max(far, 0), ok
}

// half reports whether two stretches share half of the shorter one.
func half(a0, a1, b0, b1 int) bool {
	shared := min(a1, b1) - max(a0, b0)
	return shared > 0 && shared*2 >= min(a1-a0, b1-b0)
}

// rank orders what stands in a direction: by distance in steps of an eighth
// of a code, and within a step by how far it is out of line, so that a long
// name that reaches below the next code stays with its own.
func rank(code, thing image.Rectangle, d direction) (int, bool) {
	const most = 1<<15 - 1
	far, ok := distance(code, thing, d)
	aside := code.Min.Add(code.Max).Sub(thing.Min.Add(thing.Max))
	lateral := aside.X
	if d == rightOf || d == leftOf {
		lateral = aside.Y
	}
	return far/(code.Dx()/8+1)<<15 | min(max(lateral, -lateral), most), ok
}

// farther reports whether one reading is, for every code that another pairs
// differently, much farther apart than that.
func farther(codes, things []image.Rectangle, own, other []int, d, e direction) bool {
	usual := 0 // of codes that the one reading leaves alone
	for c, t := range own {
		if t >= 0 {
			far, _ := distance(codes[c], things[t], d)
			usual = max(usual, far)
		}
	}
	for c := range codes {
		if other[c] < 0 || own[c] == other[c] {
			continue
		}
		mine := usual
		if own[c] >= 0 {
			mine, _ = distance(codes[c], things[own[c]], d)
		}
		theirs, _ := distance(codes[c], things[other[c]], e)
		if float64(theirs) < clearTimes*float64(mine+codes[c].Dx()/10) {
			return false
		}
	}
	return true
}

// closer reports whether another reading has a code's thing nearer than this
// one.
func closer(codes, things []image.Rectangle, own, other []int, d, e direction) bool {
	for c := range codes {
		if own[c] < 0 || other[c] < 0 || own[c] == other[c] {
			continue
		}
		mine, _ := distance(codes[c], things[own[c]], d)
		theirs, _ := distance(codes[c], things[other[c]], e)
		if theirs < mine {
			return true
		}
	}
	return false
}

// byDistance orders things by their distance from a code, in any direction.
func byDistance(code image.Rectangle, things []image.Rectangle) []int {
	order := make([]int, len(things))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(gap(code, things[a]), gap(code, things[b]))
	})
	return order
}
