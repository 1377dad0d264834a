package portrait

import "slices"

// standardLuminance is the table that T.81 (K.1) prints and most encoders
// scale, in natural order.
var standardLuminance = [64]int{
	16, 11, 10, 16, 24, 40, 51, 61,
	12, 12, 14, 19, 26, 58, 60, 55,
	14, 13, 16, 24, 40, 57, 69, 56,
	14, 17, 22, 29, 51, 87, 80, 62,
	18, 22, 37, 56, 68, 109, 103, 77,
	24, 35, 55, 64, 81, 104, 113, 92,
	49, 64, 78, 87, 103, 121, 120, 101,
	72, 92, 95, 98, 112, 100, 103, 99,
}

// quality estimates libjpeg's 1 to 100 from the luminance quantisation table:
// by the median of how much coarser each step is than the standard one, so
// that a table of another design is judged by what it does.
func (l layout) quality() float64 {
	var id byte
	if l.frame != nil && len(l.frame.components) > 0 {
		id = l.frame.components[0].tq
	}
	table := l.quantTable(id)
	if table == nil {
		return 100
	}
	scales := make([]float64, 64)
	for k, q := range table {
		scales[k] = 100 * float64(q) / float64(standardLuminance[zigzag[k]])
	}
	slices.Sort(scales)
	scale := scales[32]
	if scale <= 100 {
		return (200 - scale) / 2
	}
	return 5000 / scale
}

func (l layout) quantTable(id byte) *[64]int32 {
	d := skimmer{}
	for _, s := range l.segments {
		if s.marker == markDQT && !d.readQuant(s.body) {
			return nil
		}
	}
	return d.quants[id&3]
}
