package export

import (
	"cmp"
	"fmt"
	"io"
)

// Paper is what makes a sheet fit to be printed: on A4, section by section,
// each beginning a page of its own with the school's head and the header row.
type Paper struct {
	School, Address string
	Day             string                    // on which it was printed
	Page            func(page, of int) string // "strona 1 z 3"
	// Columns are the widths of the sheet's columns, as shares of the page's
	// width; 0 leaves a column out.
	Columns   []float64
	Landscape bool
	Sections  []Section
	Lines     int // most lines of a cell; 0: mostLines, so that a stray text does not fill a page
	Pictures  []Picture
}

// Picture comes on a page of its own behind the table.
type Picture struct {
	Caption string
	Data    []byte // JPEG, PNG or GIF
	Unfit   string // said instead of one that can't be printed
}

// Section is one part of a printed sheet, a class. Rows are indexes.
type Section struct {
	Name string
	Rows []int
}

// Measures of the printed page in millimetres, letters in points.
const (
	margin      = 12.0
	footer      = 8.0
	headLetters = 11.0
	bodyLetters = 8.0
	lineHeight  = 3.5
	padding     = 1.2
	leastRow    = 7.5 // room for a signature
	mostLines   = 2   // of a cell
)

// table is a sheet on its way to paper.
type table struct {
	*pen
	sheet         Sheet
	paper         *Paper
	columns       []int     // of the sheet
	left          []float64 // where each of them begins; the last is where all end
	header        [][]string
	width, height float64 // of the page
	page, pages   int
	y             float64
}

// writePDF prints the sheet. Rows are laid out twice, the first time without
// ink, because "of 12" must be known on page 1.
func writePDF(w io.Writer, s Sheet) error {
	if s.Paper == nil {
		return ErrEnding
	}
	p, err := newPen(s.Paper.Landscape, s.Title)
	if err != nil {
		return err
	}
	t := &table{pen: p, sheet: s, paper: s.Paper}
	t.width, t.height = 210, 297
	if s.Paper.Landscape {
		t.width, t.height = t.height, t.width
	}
	t.measure()
	laid := t.layOut()
	t.pages = len(laid) + len(s.Paper.Pictures)
	for _, page := range laid {
		t.print(page)
	}
	for i, p := range s.Paper.Pictures {
		t.picture(i, p)
	}
	if err := t.Output(w); err != nil {
		return fmt.Errorf("making a PDF: %w", err)
	}
	return nil
}

func (t *table) measure() {
	sum := 0.0
	for _, share := range t.paper.Columns {
		sum += share
	}
	x := margin
	for i, share := range t.paper.Columns {
		if share > 0 {
			t.columns, t.left = append(t.columns, i), append(t.left, x)
			x += share / sum * (t.width - 2*margin)
		}
	}
	t.left = append(t.left, x)
	t.letters(bold, bodyLetters)
	t.header = t.cells(t.sheet.Header, mostLines+1)
}

func (t *table) cells(row []string, most int) [][]string {
	cells := make([][]string, len(t.columns))
	for i, column := range t.columns {
		if column < len(row) && row[column] != "" {
			cells[i] = t.lines(row[column], t.left[i+1]-t.left[i]-2*padding, most)
		}
	}
	return cells
}

func rowHeight(cells [][]string) float64 {
	most := 1
	for _, c := range cells {
		most = max(most, len(c))
	}
	return max(leastRow, float64(most)*lineHeight+2*padding)
}

// printed is what comes on one page.
type printed struct {
	section string
	rows    [][][]string
}

// top is where the table begins below the head.
func (t *table) top() float64 {
	top := margin + 12
	if t.paper.Address != "" {
		top += 4
	}
	return top + 8
}

func (t *table) layOut() (pages []printed) {
	end := t.height - margin - footer
	for _, section := range t.paper.Sections {
		page, y := printed{section: section.Name}, t.top()+rowHeight(t.header)
		t.letters(regular, bodyLetters)
		for _, i := range section.Rows {
			cells := t.cells(t.sheet.Rows[i], cmp.Or(t.paper.Lines, mostLines))
			height := rowHeight(cells)
			if y+height > end {
				pages = append(pages, page)
				page, y = printed{section: section.Name}, t.top()+rowHeight(t.header)
			}
			page.rows, y = append(page.rows, cells), y+height
		}
		pages = append(pages, page)
	}
	if len(pages) == 0 {
		pages = []printed{{}}
	}
	return pages
}

func (t *table) print(page printed) {
	t.AddPage()
	t.page++
	t.head(page.section)
	t.y = t.top()
	begin := t.y
	t.SetFillColor(235, 235, 235)
	t.Rect(margin, t.y, t.left[len(t.left)-1]-margin, rowHeight(t.header), "F")
	t.letters(bold, bodyLetters)
	t.row(t.header)
	t.letters(regular, bodyLetters)
	for _, cells := range page.rows {
		t.row(cells)
	}
	for _, x := range t.left {
		t.Line(x, begin, x, t.y)
	}
	t.Line(margin, begin, t.left[len(t.left)-1], begin)
	t.foot()
}

// foot is the number of the page.
func (t *table) foot() {
	t.letters(regular, bodyLetters)
	label := t.writable(t.paper.Page(t.page, t.pages))
	t.at((t.width-t.GetStringWidth(label))/2, t.height-margin+2, label)
}

// head is the school's, on every page: sheets of a stack get lost.
func (t *table) head(section string) {
	y, right := margin+2, t.width-margin
	t.letters(regular, bodyLetters)
	day := t.writable(t.paper.Day)
	t.at(right-t.GetStringWidth(day), y, day)
	t.letters(bold, bodyLetters+1)
	t.at(margin, y, t.lines(t.paper.School, right-margin-40, 1)[0])
	if t.paper.Address != "" {
		y += 4
		t.letters(regular, bodyLetters)
		t.at(margin, y, t.lines(t.paper.Address, right-margin, 1)[0])
	}
	y += 8
	t.letters(bold, headLetters)
	title := t.sheet.Title
	if section != "" {
		title += ", " + section
	}
	t.at(margin, y, t.lines(title, right-margin, 1)[0])
}

func (t *table) row(cells [][]string) {
	for i, lines := range cells {
		y := t.y + padding + lineHeight - 0.7
		for _, line := range lines {
			t.at(t.left[i]+padding, y, line)
			y += lineHeight
		}
	}
	t.y += rowHeight(cells)
	t.Line(margin, t.y, t.left[len(t.left)-1], t.y)
}
