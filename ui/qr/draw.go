package qr

// Drawing is a code ready to be shown: Rows lines of exactly Cols cells, all
// of them paper, the code in the middle.
type Drawing struct {
	Lines      []string
	Cols, Rows int
	Rung       Rung
	Symbol     Symbol
	Quiet      int // light modules at the tightest side, rounded down
}

// Draw draws a payload on an area of cols × rows cells: by the rung of that
// name, by the best of a family ("half"), or by the best of all for "".
//
// The lines hold the payload in plain sight; before they are shown, Verify
// tells whether a reader gets the same out of them.
//
// Errors: ErrEmpty, ErrTooLong, *TooSmallError, ErrNoRung, ErrNotHere.
func Draw(payload string, cols, rows int, a Abilities, rung string) (Drawing, error) {
	r, err := pick(payload, rung, cols, rows, a)
	if err != nil {
		return Drawing{}, err
	}
	s, err := r.symbol(payload)
	if err != nil {
		return Drawing{}, err
	}
	laid := r.layOut(s, cols, rows)
	return Drawing{
		Lines: paint(cells(cols, rows, laid.cell), a.Palette, r.Family),
		Cols:  cols, Rows: rows,
		Rung: r, Symbol: s, Quiet: laid.quiet(),
	}, nil
}

// symbol makes the modules of a rung.
func (r Rung) symbol(payload string) (Symbol, error) {
	if r.Family == Plain {
		return plainSymbol(payload, r)
	}
	return Encode(payload, r.Level)
}

// laidOut is a symbol on an area.
type laidOut interface {
	cell(x, y int) cell
	quiet() int // light modules at the tightest side, rounded down
}

func (r Rung) layOut(s Symbol, cols, rows int) laidOut {
	if r.Family == Eighths {
		return r.stretched(s, cols, rows)
	}
	return r.raster(s, cols, rows)
}

// raster is a symbol laid on a grid of dots, of which a cell holds dotsX ×
// dotsY.
type raster struct {
	symbol        Symbol
	dotsX, dotsY  int
	width, height int // of the area, in dots
	left, top     int // of the symbol, in dots
	wide, high    int // of a module, in dots
}

// raster centres a symbol, beginning it with a whole cell. Spaces need that.
// Half blocks gain by it: fonts leave a light seam below a dark lower half,
// and the finder patterns' dark parts, which begin in rows 0, 2 and 6, then
// hold none. (Sides being odd, it costs no margin.)
func (r Rung) raster(s Symbol, cols, rows int) raster {
	g := raster{symbol: s, dotsX: 1, dotsY: 2, wide: r.Scale, high: r.Scale}
	switch r.Family {
	case Sextant:
		g.dotsX, g.dotsY, g.wide, g.high = 2, 3, 1, 1
	case Thirds:
		g.dotsX, g.dotsY, g.wide, g.high = 2, 3, thirdsWide, thirdsHigh
	}
	g.width, g.height = cols*g.dotsX, rows*g.dotsY
	g.left = (g.width - s.Size*g.wide) / 2
	g.top = (g.height - s.Size*g.high) / 2
	switch odd := g.top % g.dotsY; r.Family {
	case Spaces:
		g.top -= odd
	case Half, Plain:
		g.top += odd
	}
	return g
}

// tone is that of one dot.
func (g raster) tone(x, y int) tone {
	x, y = x-g.left, y-g.top
	return tone(x >= 0 && y >= 0 && g.symbol.Dark(x/g.wide, y/g.high))
}

// quiet counts the light modules at the tightest side.
func (g raster) quiet() int {
	right := g.width - g.left - g.symbol.Size*g.wide
	bottom := g.height - g.top - g.symbol.Size*g.high
	return min(min(g.left, right)/g.wide, min(g.top, bottom)/g.high)
}

// cells are the whole area, cell by cell.
func cells(cols, rows int, at func(x, y int) cell) [][]cell {
	out := make([][]cell, rows)
	for y := range out {
		out[y] = make([]cell, cols)
		for x := range out[y] {
			out[y][x] = at(x, y)
		}
	}
	return out
}

func (g raster) cell(x, y int) cell {
	if g.dotsX == 1 {
		return halves(g.tone(x, 2*y), g.tone(x, 2*y+1))
	}
	pattern := 0
	for bit := range 6 {
		if g.tone(2*x+bit%2, 3*y+bit/2) == dark {
			pattern |= 1 << bit
		}
	}
	return sextant(pattern)
}
