package scan

import (
	"cmp"
	"math"
	"slices"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode/detector"
)

// How many finder patterns and how many triples of them are looked at. A
// sheet of a hundred codes has 300 patterns; noise has any number.
const (
	maxCenters = 300
	maxTriples = 3000
)

// triple is three finder patterns that stand like those of one code.
type triple struct {
	topLeft, topRight, bottomLeft int // among the centres
	side                          float64
}

// locate returns the centres of all finder patterns of the picture that were
// crossed by at least two of the scanned rows.
func locate(m *gozxing.BitMatrix) []*detector.FinderPattern {
	finder := detector.NewFinderPatternFinder(m, nil)
	width, height := m.GetWidth(), m.GetHeight()
	for y := 1; y < height && len(finder.GetPossibleCenters()) < 4*maxCenters; y += 2 {
		scanRow(finder, m, y, width)
	}
	var centers []*detector.FinderPattern
	for _, c := range finder.GetPossibleCenters() {
		if c.GetCount() >= 2 {
			centers = append(centers, c)
		}
	}
	if len(centers) > maxCenters {
		slices.SortStableFunc(centers, func(a, b *detector.FinderPattern) int { return b.GetCount() - a.GetCount() })
		centers = centers[:maxCenters]
	}
	return centers
}

// scanRow looks for runs of 1:1:3:1:1, dark first, and hands them to the
// decoder's own check across them.
func scanRow(finder *detector.FinderPatternFinder, m *gozxing.BitMatrix, y, width int) {
	counts := make([]int, 5)
	runs := 0 // runs so far, the first one dark
	dark, length := false, 0
	end := func(x int) {
		if dark || runs > 0 {
			copy(counts, counts[1:])
			counts[4] = length
			runs++
		}
		if dark && runs >= 5 && detector.FinderPatternFinder_foundPatternCross(counts) {
			finder.HandlePossibleCenter(counts, y, x)
		}
	}
	for x := range width {
		if m.Get(x, y) == dark {
			length++
			continue
		}
		end(x)
		dark, length = !dark, 1
	}
	end(width)
}

// triples returns all triples of centres that may be one code, small ones
// first: what the patterns of neighbouring codes form is larger than either.
func triples(centers []*detector.FinderPattern) []triple {
	var found []triple
	for i, tl := range centers {
		for j, a := range centers {
			if i == j || !alike(tl, a) {
				continue
			}
			ax, ay := a.GetX()-tl.GetX(), a.GetY()-tl.GetY()
			side := math.Hypot(ax, ay)
			if modules := side / tl.GetEstimatedModuleSize(); modules < 12 || modules > 190 {
				continue
			}
			for k := j + 1; k < len(centers); k++ {
				b := centers[k]
				if k == i || !alike(tl, b) {
					continue
				}
				bx, by := b.GetX()-tl.GetX(), b.GetY()-tl.GetY()
				other := math.Hypot(bx, by)
				if math.Abs(side-other) > 0.15*side || math.Abs(ax*bx+ay*by) > 0.2*side*other {
					continue
				}
				t := triple{i, j, k, (side + other) / 2}
				if ax*by-ay*bx < 0 { // the picture's y grows downwards
					t.topRight, t.bottomLeft = k, j
				}
				found = append(found, t)
			}
		}
	}
	slices.SortFunc(found, func(a, b triple) int { return cmp.Compare(a.side, b.side) })
	return found[:min(len(found), maxTriples)]
}

// alike reports whether two finder patterns may be of one code.
func alike(a, b *detector.FinderPattern) bool {
	x, y := a.GetEstimatedModuleSize(), b.GetEstimatedModuleSize()
	return math.Abs(x-y) <= 1 || math.Abs(x-y) <= 0.3*min(x, y)
}
