package qr

// A sextant glyph shows six dots, two in a row; bit 0 is the upper left one.
// Unicode has no sextant of its own for the patterns that older block
// elements show already.
const (
	allSextants   = 63
	leftSextants  = 0b010101
	rightSextants = 0b101010
	firstSextant  = '\U0001FB00'
)

// sextant is a cell of six dots, set ones dark.
func sextant(pattern int) cell {
	switch pattern {
	case 0:
		return solid(light)
	case allSextants:
		return solid(dark)
	}
	return cell{sextantRune(pattern), light}
}

func sextantRune(pattern int) rune {
	switch {
	case pattern == leftSextants:
		return '▌'
	case pattern == rightSextants:
		return '▐'
	case pattern > rightSextants:
		return firstSextant + rune(pattern) - 3
	case pattern > leftSextants:
		return firstSextant + rune(pattern) - 2
	}
	return firstSextant + rune(pattern) - 1
}
