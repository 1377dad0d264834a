package qr

import (
	"errors"
	"fmt"

	"rsc.io/qr/coding"
)

// Family is a way to draw modules.
type Family string

// The families.
const (
	// Spaces draws with background colours alone; a module is a whole number
	// of rows high. Needs no glyph, font or locale.
	Spaces Family = "spaces"
	// Half draws with U+2584 where a cell holds two tones.
	Half Family = "half"
	// Eighths draws modules as high as the window allows, to an eighth of a
	// cell, with U+2581 to U+2587.
	Eighths Family = "eighths"
	// Plain is qrterminal's drawing: half blocks, one column a module, its
	// own quiet zone of four.
	Plain Family = "plain"
	// Thirds draws modules of 1.5 columns and two thirds of a row with
	// sextants: the step between the scales 1 and 2 whose modules all are of
	// one size and, of cells twice as high as wide, all but square.
	Thirds Family = "thirds"
	// Sextant puts 2 × 3 modules into a cell: a last resort, since modules
	// are small and narrow.
	Sextant Family = "sextant"
)

// Obstacle says why a rung can't be used.
type Obstacle string

// The obstacles.
const (
	TooSmall   Obstacle = "too_small"   // the area has too few rows or columns
	NoGlyphs   Obstacle = "no_glyphs"   // block glyphs don't reach the screen
	NoSextants Obstacle = "no_sextants" // not known to draw them
)

const (
	margin    = 1 // modules that must stay light at each side, all being paper
	quietZone = 4 // modules that the standard asks for

	// What is beyond a window is dark, and a tilted phone in bad light (the
	// "hard" camera) mixes it into the code: of modules twice as large it read
	// 52 % with a margin of one, 60 % with two, 65 % with four, and of half
	// blocks with room around 65 to 77 %. So a larger module counts for more
	// only where soundQuiet is left.
	soundQuiet = 2
	// roomyQuiet is not given up for a higher level or a larger picture. (Of
	// modules of 1.5 columns, 52 % were read at level L with a margin of five
	// and 77 % at M with three.)
	roomyQuiet = 3

	// A level is not worth a larger version than this: OpenCV read a code of
	// version 8 and level M on no untouched screen, and that of version 6 and
	// level L on all.
	easyVersion = 6

	// A larger module than this is read from no farther, and too close.
	maxScale = 32
)

// Rung is one way to draw a payload.
type Rung struct {
	Name    string // "spaces-2", "eighths-2", "thirds", "half-1", "plain", "sextant"
	Family  Family
	Scale   int     // whole columns a module; 1 for Plain, 0 for Thirds and Sextant
	Width   float64 // columns a module
	Height  float64 // rows a module
	Version int
	Level   Level
	Modules int // along a side, without quiet zone

	// Cols and Rows are the least room in cells, with the margin.
	Cols, Rows int
	Fits       bool
	Why        Obstacle // "" if it fits

	// Trial says that the terminal may lack the glyphs: drawn only when asked
	// for by name.
	Trial bool
	// Weak says that it is read from farther than what follows, but worse in
	// bad light: drawn only when asked for, or where nothing else fits.
	Weak bool
}

// TooSmallError says how much room is missing.
type TooSmallError struct {
	Cols, Rows         int // missing; 0 where there is enough
	NeedCols, NeedRows int // the least that would do
}

// Error names the sizes.
func (e *TooSmallError) Error() string {
	return fmt.Sprintf("qr: needs %d×%d cells, %d columns and %d rows are missing", e.NeedCols, e.NeedRows, e.Cols, e.Rows)
}

// Ladder lists the ways to draw a payload on an area of cols × rows cells,
// the best first: the largest module first, since 0.125 m of reach comes with
// each pixel of it. It begins with the next larger scale, which does not fit,
// to show what that would need, and the one between it and what does. Errors: ErrEmpty, ErrTooLong.
func Ladder(payload string, cols, rows int, a Abilities) ([]Rung, error) {
	least, err := smallest(payload, L)
	if err != nil {
		return nil, err
	}
	var all []Rung
	next := min(maxScale, max(2, largestScale(side(least), cols, rows)+1))
	for k := next; k > 1; k-- {
		all = append(all, scaled(payload, k, cols, rows, a))
		if k == next {
			all = append(all, eighthsRung(payload, k, cols, rows, a))
		}
	}
	all = append(all, thirdsRung(payload, cols, rows, a))
	// At one column a module qrterminal's code differs from ours in always
	// having mask 0, and in a quiet zone of four, which may cost a level: one
	// of four readers was seen to fail on such a code.
	return append(all, scaled(payload, 1, cols, rows, a),
		plainRung(payload, cols, rows, a), sextantRung(payload, cols, rows, a)), nil
}

// largestScale is the largest k with (n + 2) · k ≤ columns and half rows.
func largestScale(n, cols, rows int) int {
	return max(0, min(cols, 2*rows)) / (n + 2*margin)
}

// grid is the geometry of a family: how many modules fit into the area at
// most, along the tighter side, and what a number of modules needs in cells.
type grid struct {
	room  int
	cells func(modules int) (cols, rows int)
}

// quiet counts the light modules at the tightest side.
func (g grid) quiet(r Rung) int { return (g.room - r.Modules) / 2 }

func scaleGrid(k, cols, rows int) grid {
	return grid{
		room:  min(cols, 2*rows) / k,
		cells: func(n int) (int, int) { return n * k, (n*k + 1) / 2 },
	}
}

func familyOf(k int) Family {
	if k%2 == 0 {
		return Spaces
	}
	return Half
}

// nameOf names a rung of k columns a module.
func nameOf(f Family, k int) string { return fmt.Sprintf("%s-%d", f, k) }

// scaled is the rung of k columns a module.
func scaled(payload string, k, cols, rows int, a Abilities) Rung {
	r := Rung{Name: nameOf(familyOf(k), k), Family: familyOf(k), Scale: k, Width: float64(k), Height: float64(k) / 2}
	g := scaleGrid(k, cols, rows)
	r.choose(payload, g, margin, roomyQuiet)
	r.Weak = k > 1 && g.quiet(r) < soundQuiet
	if r.Family == Half && !a.Glyphs {
		r.forbid(NoGlyphs)
	}
	return r
}

func plainRung(payload string, cols, rows int, a Abilities) Rung {
	r := Rung{Name: string(Plain), Family: Plain, Scale: 1, Width: 1, Height: 0.5}
	r.choose(payload, scaleGrid(1, cols, rows), quietZone, quietZone)
	if !a.Glyphs {
		r.forbid(NoGlyphs)
	}
	return r
}

func sextantRung(payload string, cols, rows int, a Abilities) Rung {
	r := Rung{Name: string(Sextant), Family: Sextant, Width: 0.5, Height: 1.0 / 3}
	r.choose(payload, grid{
		room:  min(2*cols, 3*rows),
		cells: func(n int) (int, int) { return (n + 1) / 2, (n + 2) / 3 },
	}, margin, roomyQuiet)
	if !a.Sextants {
		r.forbid(NoSextants)
	}
	return r
}

// A sextant's cell is 2 × 3 dots, of which a module of Thirds takes these.
const (
	thirdsWide = 3
	thirdsHigh = 2
)

func thirdsRung(payload string, cols, rows int, a Abilities) Rung {
	r := Rung{Name: string(Thirds), Family: Thirds, Width: thirdsWide / 2.0, Height: thirdsHigh / 3.0}
	g := grid{
		room:  min(2*cols/thirdsWide, 3*rows/thirdsHigh),
		cells: func(n int) (int, int) { return (n*thirdsWide + 1) / 2, (n*thirdsHigh + 2) / 3 },
	}
	r.choose(payload, g, margin, soundQuiet)
	r.Weak = r.Level == L || g.quiet(r) < soundQuiet
	if !a.Sextants {
		r.forbid(NoSextants)
	}
	return r
}

func (r *Rung) forbid(why Obstacle) { r.Fits, r.Why = false, why }

// choose takes the smallest version at level L, then raises the level, to Q
// at most (H reads no better), while the module keeps its size. A quiet zone of
// so many modules that was there is not given up for it.
func (r *Rung) choose(payload string, g grid, margin, quiet int) {
	least, err := smallest(payload, L)
	if err != nil {
		return // Ladder has asked
	}
	r.take(least, L, g, margin)
	if r.Modules+2*margin > g.room {
		r.forbid(TooSmall)
		return
	}
	r.Fits = true
	keep := margin
	if r.Modules+2*quiet <= g.room {
		keep = quiet
	}
	for _, level := range []Level{Q, M} {
		v, err := smallest(payload, level)
		if err == nil && side(v)+2*keep <= g.room && v <= max(least, easyVersion) {
			r.take(v, level, g, margin)
			return
		}
	}
}

func (r *Rung) take(v coding.Version, level Level, g grid, margin int) {
	r.Version, r.Level, r.Modules = int(v), level, side(v)
	r.Cols, r.Rows = g.cells(r.Modules + 2*margin)
}

// Errors of a rung asked for by name.
var (
	ErrNoRung  = errors.New("qr: no such rung")
	ErrNotHere = errors.New("qr: this terminal can't draw it")
)

// pick finds the rung to draw: the one of that name, the best of a family, or
// the best of all for "".
func pick(payload, name string, cols, rows int, a Abilities) (Rung, error) {
	all, err := Ladder(payload, cols, rows, a)
	if err != nil {
		return Rung{}, err
	}
	var wanted []Rung
	for _, r := range all {
		if name == "" && !r.Trial || name == r.Name || name == string(r.Family) {
			wanted = append(wanted, r)
		}
	}
	if len(wanted) == 0 {
		wanted = unlisted(payload, name, cols, rows, a)
	}
	if len(wanted) == 0 {
		return Rung{}, fmt.Errorf("%w: %q", ErrNoRung, name)
	}
	if r, ok := First(wanted, func(r Rung) bool { return r.Fits }); ok {
		return r, nil
	}
	return Rung{}, obstacleOf(wanted, cols, rows)
}

// First is the rung to draw of those that will do: the first that is not
// Weak, or else the first.
func First(ladder []Rung, do func(Rung) bool) (best Rung, ok bool) {
	for _, r := range ladder {
		switch {
		case !do(r):
		case !r.Weak:
			return r, true
		case !ok:
			best, ok = r, true
		}
	}
	return best, ok
}

// unlisted is the rung of a name such as "half-3" that the ladder leaves out,
// nothing if it names none.
func unlisted(payload, name string, cols, rows int, a Abilities) []Rung {
	for k := 1; k <= maxScale; k++ {
		switch name {
		case nameOf(familyOf(k), k):
			return []Rung{scaled(payload, k, cols, rows, a)}
		case nameOf(Eighths, k+1):
			return []Rung{eighthsRung(payload, k+1, cols, rows, a)}
		}
	}
	return nil
}

// obstacleOf tells what is missing for the rung that is nearest to fitting.
func obstacleOf(wanted []Rung, cols, rows int) error {
	var nearest *TooSmallError
	for _, r := range wanted {
		if r.Why != TooSmall {
			continue
		}
		e := &TooSmallError{
			Cols: max(0, r.Cols-cols), Rows: max(0, r.Rows-rows),
			NeedCols: r.Cols, NeedRows: r.Rows,
		}
		if nearest == nil || e.Cols+e.Rows < nearest.Cols+nearest.Rows {
			nearest = e
		}
	}
	if nearest == nil {
		return fmt.Errorf("%w: %s (%s)", ErrNotHere, wanted[0].Name, wanted[0].Why)
	}
	return nearest
}
