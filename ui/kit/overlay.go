package kit

import (
	"fmt"
	"strings"
)

// Overlay is what a terminal draws over the cells of a frame: a picture.
type Overlay struct {
	// Row and Col are the cell at which it begins, Rows the lines it covers.
	Row, Col, Rows int
	// Show draws it where the cursor stands. It has no line break.
	Show string
	// Clear takes it away; "" where writing the covered cells again does.
	Clear string
	// Stays says that writing the covered cells again leaves it where it is.
	Stays bool
}

// Overlayer is a screen with an overlay, whose Row counts from the top of what
// View draws. It is asked right after View; one without Show is none. While a
// sentence covers a part of it there is none either.
type Overlayer interface{ Overlay() Overlay }

// overlays remembers what lies over the window. An overlay is part of the
// frame and not written beside it, so it can't come before its cells, and
// whatever frame follows takes it away.
type overlays struct {
	laid    Overlay
	covered string // the lines under it
	clear   string // of the last one, in all frames without
	id      int    // counts overlays
	drawn   int    // counts how often one had to be drawn
}

// A terminal that knows this mode shows nothing of what comes between the two
// until the second; others ignore them. So a picture that is wiped by the line
// of a clock and drawn again does not flicker.
const (
	holdBack = "\x1b[?2026h"
	showNow  = "\x1b[?2026l"
)

// stamp makes a line differ from itself: the renderer skips lines that stay
// the same. It moves the cursor and back.
func stamp(n int) string { return fmt.Sprintf("\x1b7\x1b[%d;1H\x1b8", n%10000+1) }

// lay puts the overlay of a screen into the lines of its frame. Each covered
// line gets a mark of this overlay, so that all are written again when it
// goes. Writing a line may wipe the picture off its cells, so it follows the
// last of them and is drawn anew when any has changed, unless it stays.
// top is the line at which the screen begins, bottom the one at which what is
// the frame's begins.
func (v *overlays) lay(screen Screen, lines []string, top, bottom int) []string {
	o := Overlay{}
	if l, ok := screen.(Overlayer); ok {
		o = l.Overlay()
	}
	if o.Show == "" || o.Row < 0 || o.Rows <= 0 || top+o.Row+o.Rows > bottom {
		return v.lift(lines)
	}
	o.Row += top
	end := o.Row + o.Rows
	covered := strings.Join(lines[o.Row:end], "\n")
	if o != v.laid {
		v.id++
	}
	if o != v.laid || covered != v.covered && !o.Stays {
		v.drawn++
	}
	v.laid, v.covered, v.clear = o, covered, o.Clear
	for i := o.Row; i < end; i++ {
		lines[i] += stamp(v.id)
		if !o.Stays {
			lines[i] = holdBack + lines[i]
		}
	}
	lines[end-1] += stamp(v.drawn) + fmt.Sprintf("\x1b7\x1b[%d;%dH%s\x1b8", o.Row+1, o.Col+1, o.Show)
	if !o.Stays {
		lines[end-1] += showNow
	}
	return lines
}

// lift takes the last overlay away.
func (v *overlays) lift(lines []string) []string {
	v.laid, v.covered = Overlay{}, ""
	if v.clear != "" && len(lines) > 0 {
		lines[0] = v.clear + lines[0]
	}
	return lines
}
