package qr

// Weights of ISO/IEC 18004:2015, 7.8.3.1, table 11.
const (
	weightRun     = 3  // N1: five modules of one colour in line, one more for each further
	weightBlock   = 3  // N2: each 2 × 2 of one colour
	weightFinder  = 40 // N3: each 1:1:3:1:1 with four light modules before or behind
	weightBalance = 10 // N4: each whole 5 % away from half dark
)

// penalty weighs a masked symbol as the standard does; less is better. The
// quiet zone counts as light where a pattern is looked for.
func penalty(s Symbol) int {
	total, dark := 0, 0
	for i := range s.Size {
		total += linePenalty(s.Size, func(j int) bool { return s.Dark(j, i) })
		total += linePenalty(s.Size, func(j int) bool { return s.Dark(i, j) })
		for j := range s.Size {
			d := s.Dark(j, i)
			if d {
				dark++
			}
			if i > 0 && j > 0 && d == s.Dark(j-1, i) && d == s.Dark(j, i-1) && d == s.Dark(j-1, i-1) {
				total += weightBlock
			}
		}
	}
	return total + weightBalance*imbalance(dark, s.Size*s.Size)
}

// imbalance counts the whole steps of 5 % between the dark share and half.
func imbalance(dark, all int) int {
	off := 2*dark - all
	if off < 0 {
		off = -off
	}
	return off * 10 / all
}

// linePenalty weighs the runs and the finder-like patterns of one row or
// column.
func linePenalty(n int, dark func(int) bool) int {
	total, run := 0, 0
	for j := range n {
		if j > 0 && dark(j) != dark(j-1) {
			run = 0
		}
		run++
		switch {
		case run == 5:
			total += weightRun
		case run > 5:
			total++
		}
	}
	return total + weightFinder*finderLike(n, dark)
}

// finderLike counts the 1:1:3:1:1 patterns of a line that have four light
// modules on one side or both.
func finderLike(n int, dark func(int) bool) int {
	const (
		finder  = 0b1011101
		fifteen = 1<<15 - 1
	)
	// The last 15 modules, the newest lowest: four before, seven, four behind.
	// It begins and ends in the quiet zone.
	found, window := 0, 0
	for j := range n + 4 {
		window = window << 1 & fifteen
		if j < n && dark(j) {
			window |= 1
		}
		before, behind := window>>11, window&0b1111
		if window>>4&0b1111111 == finder && (before == 0 || behind == 0) {
			found++
		}
	}
	return found
}
