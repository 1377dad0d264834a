package export

import (
	"fmt"
	"io"
)

// Slip is what one student takes home: what they or their parents must do
// next. Nothing on it is about anybody else.
type Slip struct {
	Name, Class string
	Card        string   // tells namesakes of a class apart; "": not printed
	Todo        []string // sentences
	// Modules are those of a QR code, row by row, true for a dark one; nil: none.
	Modules [][]bool
	Caption string // below the code
}

// SlipPaper is what stands on every slip.
type SlipPaper struct {
	School string
	Title  string // "mLegitymacja szkolna: co dalej"
	Day    string
	Cut    string // beside the cut lines: "tu przeciąć"
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
	for i, s := range slips {
		if i%onPage == 0 {
			p.AddPage()
			p.cutLines(w.Cut, len(slips)-i)
		}
		x, y := float64(i%onPage%slipsAcross)*slipWidth, float64(i%onPage/slipsAcross)*slipHeight
		p.slip(x, y, s, w)
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

func (p *pen) slip(x, y float64, s Slip, w SlipPaper) {
	left, width := x+slipMargin, slipWidth-2*slipMargin
	line := y + slipMargin
	write := func(style string, size, height float64, text string, width float64, most int) {
		p.letters(style, size)
		for _, part := range p.lines(text, width, most) {
			p.at(left, line, part)
			line += height
		}
	}
	write(regular, 6.5, 2.9, w.School, width-18, 2)
	p.letters(regular, 6.5)
	p.at(x+slipWidth-slipMargin-p.width(w.Day), y+slipMargin, w.Day)
	line += 1.6
	name := s.Name
	if s.Class != "" {
		name += ", " + s.Class
	}
	if s.Card != "" {
		name += " (" + s.Card + ")"
	}
	write(bold, 10.5, 4.6, name, width, 2)
	write(regular, 7.5, 3.6, w.Title, width, 1)
	line += 1.2
	if s.Modules != nil {
		p.code(x+slipWidth-slipMargin/2-slipCode, y+slipHeight-slipMargin/2-slipCode, s)
		width -= slipCode - slipMargin/2 + 2
	}
	end := y + slipHeight - slipMargin/2
	for _, todo := range s.Todo {
		p.letters(regular, todoLetters)
		room := int((end - line) / todoLine)
		if room <= 0 {
			return
		}
		parts := p.lines(todo, width-3, room)
		p.at(left, line, "•")
		left += 3
		for _, part := range parts {
			p.at(left, line, part)
			line += todoLine
		}
		left -= 3
		line += 0.8
	}
}

const (
	todoLetters = 8.5
	todoLine    = 3.8
)

// code draws the modules as rectangles, which no printer blurs; those of a row
// that touch are one, or hairlines would show between them.
func (p *pen) code(x, y float64, s Slip) {
	n := len(s.Modules)
	side := slipCode / float64(n+2*quietZone)
	p.SetFillColor(0, 0, 0)
	for row, modules := range s.Modules {
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
	if s.Caption != "" {
		p.letters(regular, 6)
		p.at(x+(slipCode-p.width(p.writable(s.Caption)))/2, y+1, s.Caption)
	}
}
