package desk

import (
	"errors"
	"math"

	"okienko/ui/qr"
)

// qrLayout is where the text stands: in a column beside the code, or in rows
// above and below it. One of the two is 0.
type qrLayout struct {
	cols int // of the column, at least
	rows int
}

// Rows of a layout with text above and below: the name, the name and the
// keys, the name, three lines of help and the keys.
const (
	rowsName = 1
	rowsKeys = 2
	rowsHelp = 5
)

// qrLayouts from the most comfortable down. A terminal has more columns than a
// square code needs, so the text goes beside it where it can, and all rows are
// the code's.
var qrLayouts = []qrLayout{{cols: 28}, {rows: rowsHelp}, {cols: 20}, {rows: rowsKeys}, {cols: 12}, {rows: rowsName}}

// helps reports whether a layout has room for the student's help.
func (l qrLayout) helps() bool { return l.cols >= 20 || l.rows >= rowsHelp }

// mostColumn is the widest column of text; what is left goes to the code,
// which stands in the middle of it.
const mostColumn = 44

// quiet is the quiet zone that the standard asks for, in modules.
const quiet = 4

// area is what a layout leaves to the code. extra are rows that the text needs
// for a second secret.
func (l qrLayout) area(w, h, extra int) (cols, rows int) {
	if l.rows > 0 {
		return w, h - l.rows - extra
	}
	return w - l.cols, h
}

// qrPage is a code drawn for a window.
type qrPage struct {
	w, h     int
	rung     string // as asked for
	terminal qr.Abilities
	layout   qrLayout
	drawing  qr.Drawing
	graphic  *qr.Graphic // the code, over a drawing that is empty paper; or nil
	err      error       // why there is none: *qr.TooSmallError says what is missing
	asked    bool        // whether the drawing is being read back
}

// sheet is what is to be drawn and for whom.
type sheet struct {
	payload  string
	w, h     int
	extra    int // rows for a second secret
	terminal qr.Abilities
	bad      map[string]bool // rungs not to be used
}

// drawCells finds the layout in which the code is largest, and in which it has its
// quiet zone; of equals the most comfortable one.
func (s sheet) drawCells(rung string) *qrPage {
	p := &qrPage{w: s.w, h: s.h, rung: rung, terminal: s.terminal}
	best, found := qr.Rung{}, false
	for _, l := range qrLayouts {
		r, ok := s.fitting(l, rung)
		if ok && (r.Family == qr.Eighths || r.Family == qr.Thirds) && rung == "" && !l.helps() {
			continue // what the student reads is worth more than this step
		}
		if ok && (!found || s.score(l, r) > s.score(p.layout, best)) {
			p.layout, best, found = l, r, true
		}
	}
	if !found {
		p.err = s.obstacle()
		return p
	}
	cols, rows := p.layout.area(s.w, s.h, s.extra)
	if p.layout.cols > 0 {
		cols = s.w - p.layout.column(s.w, s.wide(best))
	}
	p.drawing, p.err = qr.Draw(s.payload, cols, rows, s.terminal, best.Name)
	return p
}

// column is how wide the text beside a code is that takes so many columns.
func (l qrLayout) column(w, code int) int {
	return min(max(w-code, l.cols), max(mostColumn, l.cols))
}

// wide is how many columns a rung takes with its full quiet zone.
func (s sheet) wide(r qr.Rung) int {
	return int(math.Ceil(float64(r.Modules+2*quiet) * r.Width))
}

// fitting is the rung of that name, or the best, that fits a layout.
func (s sheet) fitting(l qrLayout, name string) (qr.Rung, bool) {
	cols, rows := l.area(s.w, s.h, s.extra)
	ladder, err := qr.Ladder(s.payload, cols, rows, s.terminal)
	if err != nil {
		return qr.Rung{}, false
	}
	return qr.First(ladder, func(r qr.Rung) bool {
		return r.Fits && !s.bad[r.Name] && (name == "" && !r.Trial || name == r.Name)
	})
}

// roomy is what the full quiet zone weighs, in half rows a module. On white
// paper it is worth about as much as an eighth of a cell.
const roomy = 0.25

// weaker puts a weak drawing behind all others.
const weaker = 100

// score weighs a rung in a layout: the size of a module counts most, then the
// full quiet zone.
func (s sheet) score(l qrLayout, r qr.Rung) float64 {
	cols, rows := l.area(s.w, s.h, s.extra)
	score := 2 * r.Height
	if r.Weak {
		score -= weaker
	}
	if s.wide(r) <= cols && r.Height*float64(r.Modules+2*quiet) <= float64(rows) {
		score += roomy
	}
	return score
}

// rungs are those that fit in some layout, the best first.
func (s sheet) rungs() []qr.Rung {
	ladder, err := qr.Ladder(s.payload, s.w, s.h, s.terminal)
	if err != nil {
		return nil
	}
	var fit []qr.Rung
	if p, ok := s.picture(s.drawCells("")); ok {
		fit = append(fit, p.drawing.Rung)
	}
	for _, r := range ladder {
		for _, l := range qrLayouts {
			if r, ok := s.fitting(l, r.Name); ok {
				fit = append(fit, r)
				break
			}
		}
	}
	return fit
}

// obstacle is why nothing can be drawn; where room is missing, the least that
// would do.
func (s sheet) obstacle() error {
	var least *qr.TooSmallError
	var other error
	for _, l := range qrLayouts {
		cols, rows := l.area(s.w, s.h, s.extra)
		_, err := qr.Draw(s.payload, cols, rows, s.terminal, "")
		var small *qr.TooSmallError
		switch {
		case err == nil:
			other = errUnreadable
		case !errors.As(err, &small):
			other = err
		case least == nil || small.Cols+small.Rows < least.Cols+least.Rows:
			least = small
		}
	}
	if other != nil {
		return other
	}
	return least
}

// errUnreadable: there is room, but no drawing read back.
var errUnreadable = errors.New("no drawing could be read back")
