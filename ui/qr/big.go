package qr

import "errors"

// ErrNoGlyph says that a character has no large form; show the text itself.
var ErrNoGlyph = errors.New("qr: a character without a large form")

// groupOf is how many characters stand together in large letters.
const groupOf = 4

// glyphs holds the typeface by character; a row's highest bit is its left
// dot.
var glyphs = func() map[rune][glyphHeight]uint8 {
	all := map[rune][glyphHeight]uint8{}
	for _, band := range typeface {
		for i, r := range band[0] {
			all[r] = glyphAt(band[1:], i*(glyphWidth+1))
		}
	}
	return all
}()

func glyphAt(rows []string, left int) (g [glyphHeight]uint8) {
	for y, row := range rows {
		for _, c := range row[left : left+glyphWidth] {
			g[y] <<= 1
			if c == '#' {
				g[y]++
			}
		}
	}
	return g
}

// lettering is the size of one dot of the typeface: columns, and half rows.
type lettering struct{ width, height int }

// letterings from the largest down; odd heights need half blocks. The last
// one is narrow, for where there are none.
var letterings = []lettering{{4, 4}, {3, 3}, {2, 2}, {1, 1}, {1, 2}}

// Big writes a text in large letters on paper: lines of exactly cols cells,
// at most rows of them, the text centred and wrapped between groups of four.
// It takes the largest size that fits.
//
// Errors: ErrEmpty, ErrNoGlyph (other than printable ASCII), *TooSmallError.
func Big(text string, cols, rows int, a Abilities) ([]string, error) {
	if text == "" {
		return nil, ErrEmpty
	}
	for _, r := range text {
		if _, ok := glyphs[r]; !ok {
			return nil, ErrNoGlyph
		}
	}
	least := &TooSmallError{}
	for _, l := range letterings {
		if l.height%2 == 1 && !a.Glyphs {
			continue
		}
		perLine := l.perLine(cols)
		lines := wrap(text, max(1, perLine))
		needCols, needRows := l.columns(len(lines[0]))+2*edge, l.rows()*len(lines)+len(lines)-1
		if perLine > 0 && needRows <= rows {
			return l.write(lines, cols, a), nil
		}
		least = &TooSmallError{
			Cols: max(0, needCols-cols), Rows: max(0, needRows-rows),
			NeedCols: needCols, NeedRows: needRows,
		}
	}
	return nil, least
}

// columns is the width of n characters of one line, with a wider gap between
// groups.
func (l lettering) columns(n int) int {
	return l.width * dotsOf(n)
}

func dotsOf(n int) int {
	return n*(glyphWidth+1) - 1 + (n-1)/groupOf*gapDots
}

const (
	gapDots = 3 // what the gap between groups has more than that between letters
	edge    = 1 // columns of paper left and right
)

// rows is the height of one line in cells.
func (l lettering) rows() int { return (glyphHeight*l.height + 1) / 2 }

// perLine is how many characters go on a line: whole groups, if there is room
// for one.
func (l lettering) perLine(cols int) int {
	n := 0
	for l.columns(n+1) <= cols-2*edge {
		n++
	}
	if n > groupOf {
		n -= n % groupOf
	}
	return n
}

// wrap cuts an ASCII text into lines of n characters.
func wrap(text string, n int) []string {
	var out []string
	for len(text) > n {
		out, text = append(out, text[:n]), text[n:]
	}
	return append(out, text)
}

// write draws the lines with an empty row between them. All start in the same
// column, so that groups stand below each other.
func (l lettering) write(lines []string, cols int, a Abilities) []string {
	left := (cols - l.columns(len(lines[0]))) / 2
	var cells [][]cell
	for i, line := range lines {
		if i > 0 {
			cells = append(cells, paperRow(cols))
		}
		for row := range l.rows() {
			cells = append(cells, l.row(line, row, left, cols))
		}
	}
	family := Half
	if l.height%2 == 0 {
		family = Spaces
	}
	return paint(cells, a.Palette, family)
}

func (l lettering) row(line string, row, left, cols int) []cell {
	out := paperRow(cols)
	for x := left; x < min(cols, left+l.columns(len(line))); x++ {
		dotX := (x - left) / l.width
		out[x] = halves(dotTone(line, dotX, 2*row/l.height), dotTone(line, dotX, (2*row+1)/l.height))
	}
	return out
}

func paperRow(cols int) []cell {
	out := make([]cell, cols)
	for i := range out {
		out[i] = solid(light)
	}
	return out
}

// dotTone is that of a dot of a line of text.
func dotTone(line string, x, y int) tone {
	const group = groupOf*(glyphWidth+1) + gapDots
	inGroup := x % group
	letter := inGroup / (glyphWidth + 1)
	at := x/group*groupOf + letter
	dot := inGroup % (glyphWidth + 1)
	if letter >= groupOf || at >= len(line) || dot >= glyphWidth || y >= glyphHeight {
		return light
	}
	return tone(glyphs[rune(line[at])][y]>>(glyphWidth-1-dot)&1 == 1)
}
