package export

import (
	"fmt"
	"io"
	"strings"
)

// Slip is what one student takes home: what they or their parents must do
// next. Nothing on it is about anybody else.
type Slip struct {
	Name, Class string
	Card        string   // tells namesakes of a class apart; "": not printed
	Todo        []string // sentences
	// Modules are those of a QR code, row by row, true for a dark one; nil: none.
	Modules [][]bool
}

// SlipPaper is what stands on every slip.
type SlipPaper struct {
	School  string
	Title   string // "mLegitymacja szkolna: co dalej"
	Day     string
	Cut     string // beside the cut lines: "tu przeciąć"
	Lacking string // said where letters of a name had to be replaced
}

// Slips stand in two columns of four: an eighth of A4 each (A7).
const (
	slipsAcross = 2
	slipsDown   = 4
	slipWidth   = 210.0 / slipsAcross
	slipHeight  = 297.0 / slipsDown
	slipMargin  = 8.0
	slipCode    = 42.0 // side of the code with its quiet zone, in millimetres
	quietZone   = 4    // modules (ISO/IEC 18004, 9.1)
)

// DensestModule is the side in millimetres of the smallest module that a phone
// still reads off an office printer's paper.
const DensestModule = 0.4

// FitsSlip reports whether a symbol of so many modules a side can be read off
// a slip.
func FitsSlip(size int) bool { return slipCode/float64(size+2*quietZone) >= DensestModule }

// DraftSlips writes the slips as a PDF, one beside the other with lines to cut
// along; the file gets its name by Keep. The name must end in .pdf, else
// ErrEnding; ErrExists unless replace.
func DraftSlips(path string, slips []Slip, w SlipPaper, replace bool) (*Draft, error) {
	if Ending(path) != ".pdf" {
		return nil, ErrEnding
	}
	return draft(path, replace, func(to io.Writer) error { return writeSlips(to, slips, w) })
}

func writeSlips(to io.Writer, slips []Slip, w SlipPaper) error {
	p, err := newPen(false, w.Title)
	if err != nil {
		return err
	}
	const onPage = slipsAcross * slipsDown
	for i := range slips {
		if i%onPage == 0 {
			p.AddPage()
			p.cutLines(w.Cut, len(slips)-i)
		}
		x, y := float64(i%onPage%slipsAcross)*slipWidth, float64(i%onPage/slipsAcross)*slipHeight
		p.slip(x, y, &slips[i], w)
	}
	if len(slips) == 0 {
		p.AddPage()
	}
	if err := p.Output(to); err != nil {
		return fmt.Errorf("making a PDF: %w", err)
	}
	return nil
}

// cutLines are drawn as far down as there are slips.
func (p *pen) cutLines(label string, left int) {
	rows := min((left+slipsAcross-1)/slipsAcross, slipsDown)
	p.SetDashPattern([]float64{2, 1.5}, 0)
	p.Line(slipWidth, 0, slipWidth, float64(rows)*slipHeight)
	p.letters(regular, 5)
	for row := 1; row <= rows && row < slipsDown; row++ {
		y := float64(row) * slipHeight
		p.Line(0, y, 210, y)
		p.at(2, y-0.6, label)
	}
	p.SetDashPattern(nil, 0)
}

// paragraph is a text on a slip, broken into lines.
type paragraph struct {
	style string
	size  float64 // in points
	lines []string
	point bool    // a point stands before it
	below float64 // millimetres, as a share of a line
}

// lineOf is how far apart a paragraph's lines stand, in millimetres.
func lineOf(size float64) float64 { return size * 0.45 }

// slip is written in letters as large as fit: none of it may run over the cut
// line, and none of it be left out.
func (p *pen) slip(x, y float64, s *Slip, w SlipPaper) {
	p.letters(regular, 6.5)
	day := p.writable(w.Day)
	p.at(x+slipWidth-slipMargin-p.width(day), y+slipMargin, day)
	for scale := 1.0; ; scale *= 0.93 {
		all, fits := p.paragraphs(s, w, scale)
		if !fits && scale > smallest {
			continue
		}
		line := y + slipMargin
		for _, part := range all {
			p.letters(part.style, part.size)
			left := x + slipMargin
			if part.point {
				p.at(left, line, "•")
				left += 3
			}
			for _, text := range part.lines {
				p.at(left, line, text)
				line += lineOf(part.size)
			}
			line += part.below * lineOf(part.size)
		}
		break
	}
	if s.Modules != nil {
		p.code(x+slipWidth-slipMargin/2-slipCode, y+slipHeight-slipMargin/2-slipCode, s.Modules)
	}
}

// smallest bounds the search for letters that fit; no text that is taken in
// needs it.
const smallest = 0.3

// paragraphs lays a slip out with its letters scaled, and says whether it fits:
// the name above the code, the rest beside it.
func (p *pen) paragraphs(s *Slip, w SlipPaper, scale float64) (all []paragraph, fits bool) {
	height := 0.0
	add := func(style string, size, below, narrower float64, point bool, text string) {
		if text == "" {
			return
		}
		size *= scale
		p.letters(style, size)
		lines := p.lines(text, slipWidth-2*slipMargin-narrower)
		height += (float64(len(lines)) + below) * lineOf(size)
		all = append(all, paragraph{style, size, lines, point, below})
	}
	lacked := p.lacking
	p.lacking = false
	add(regular, 6.5, 0.5, 18, false, w.School)
	add(bold, 10.5, 0, 0, false, s.Name)
	class := s.Class
	if s.Card != "" {
		class += " (" + s.Card + ")"
	}
	add(bold, 8.5, 0.2, 0, false, strings.TrimSpace(class))
	if p.lacking {
		add(regular, 6, 0.2, 0, false, w.Lacking)
	}
	p.lacking = p.lacking || lacked
	beside, room := 0.0, slipHeight-1.5*slipMargin
	fits = true
	if s.Modules != nil {
		beside = slipCode - slipMargin/2 + 2
		fits = height <= room-slipCode
	}
	add(regular, 7.5, 0.5, beside, false, w.Title)
	for _, todo := range s.Todo {
		add(regular, 8.5, 0.25, 3+beside, true, todo)
	}
	return all, fits && height <= room
}

// code draws the modules as rectangles, which no printer blurs; those of a row
// that touch are one, or hairlines would show between them.
func (p *pen) code(x, y float64, symbol [][]bool) {
	n := len(symbol)
	side := slipCode / float64(n+2*quietZone)
	p.SetFillColor(0, 0, 0)
	for row, modules := range symbol {
		for begin := 0; begin < len(modules); begin++ {
			if !modules[begin] {
				continue
			}
			end := begin
			for end < len(modules) && modules[end] {
				end++
			}
			p.Rect(x+float64(quietZone+begin)*side, y+float64(quietZone+row)*side, float64(end-begin)*side, side, "F")
			begin = end
		}
	}
}
