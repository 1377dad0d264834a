package export

import (
	"fmt"
	"io"
)

// Paper is what makes a sheet fit to be printed: on A4, section by section,
// each beginning a page of its own with the school's head and the header row.
type Paper struct {
	School, Address string
	Day             string                    // on which it was printed
	Page            func(page, of int) string // "strona 1 z 3"
	Lacking         string                    // said on every page when letters had to be replaced
	Stamp           string                    // below the line for the stamp at a section's end; "": no line
	// Columns are the widths of the sheet's columns, as shares of the page's
	// width; 0 leaves a column out.
	Columns   []float64
	Landscape bool
	Sections  []Section
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
	footLetters = 7.0
	lineHeight  = 3.5
	padding     = 1.2
	leastRow    = 7.5  // room for a signature
	stampRoom   = 22.0 // for a stamp and its line
	stampWidth  = 60.0
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
	for i := range laid {
		t.print(&laid[i])
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
	t.header = t.cells(t.sheet.Header)
}

// headRoom is what the head and the header take of a page at most.
const headRoom = 70.0

// cells breaks a row into lines. A row is as high as what it says, up to a
// page, which nothing that was taken in fills.
func (t *table) cells(row []string) [][]string {
	most := int((t.height - headRoom) / lineHeight)
	cells := make([][]string, len(t.columns))
	for i, column := range t.columns {
		if column < len(row) && row[column] != "" {
			cells[i] = t.lines(row[column], t.left[i+1]-t.left[i]-2*padding)
			if len(cells[i]) > most {
				cells[i] = append(cells[i][:most-1:most-1], "…")
			}
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
	head  head
	rows  [][][]string
	stamp bool
}

// end is how far down rows may go.
func (t *table) end() float64 { return t.height - margin - footer }

// layOut divides the sections among pages. The stamp never stands on a page
// without a row.
func (t *table) layOut() (pages []printed) {
	stamp := 0.0
	if t.paper.Stamp != "" {
		stamp = stampRoom
	}
	for _, section := range t.paper.Sections {
		head := t.headed(section.Name)
		top := head.bottom + rowHeight(t.header)
		page, y := printed{head: head}, top
		t.letters(regular, bodyLetters)
		for n, i := range section.Rows {
			cells := t.cells(t.sheet.Rows[i])
			room := rowHeight(cells)
			if n == len(section.Rows)-1 {
				room += stamp
			}
			if y+room > t.end() && len(page.rows) > 0 {
				pages = append(pages, page)
				page, y = printed{head: head}, top
			}
			page.rows, y = append(page.rows, cells), y+rowHeight(cells)
		}
		page.stamp = stamp > 0
		pages = append(pages, page)
	}
	if len(pages) == 0 {
		pages = []printed{{head: t.headed(""), stamp: stamp > 0}}
	}
	return pages
}

func (t *table) print(page *printed) {
	t.AddPage()
	t.page++
	t.head(&page.head)
	t.y = page.head.bottom
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
	if page.stamp {
		t.stamp(t.y + stampRoom - footLetters/2)
	}
	t.foot()
}

// stamp draws the line that a stamp and a signature are put on.
func (t *table) stamp(y float64) {
	x := t.width - margin - stampWidth
	t.SetDashPattern([]float64{0.4, 0.8}, 0)
	t.Line(x, y, x+stampWidth, y)
	t.SetDashPattern(nil, 0)
	t.letters(regular, footLetters)
	label := t.line(t.paper.Stamp, stampWidth)
	t.at(x+(stampWidth-t.pen.width(label))/2, y+3, label)
}

// foot is the number of the page, and what is to be known about its letters.
func (t *table) foot() {
	y := t.height - margin + 2
	t.letters(regular, bodyLetters)
	label := t.writable(t.paper.Page(t.page, t.pages))
	t.at((t.width-t.pen.width(label))/2, y, label)
	if t.lacking {
		t.letters(regular, footLetters)
		t.at(margin, y-4, t.line(t.paper.Lacking, t.width-2*margin))
	}
}

// head is the school's, on every page: sheets of a stack get lost.
type head struct {
	school, address, title []string
	bottom                 float64 // where the table begins
}

// Heights of the head's lines in millimetres.
const (
	schoolLine = 4.0
	titleLine  = 5.0
)

// headed lays out the head of a section's pages.
func (t *table) headed(section string) (h head) {
	title := t.sheet.Title
	if section != "" {
		title += ", " + section
	}
	width := t.width - 2*margin
	t.letters(bold, bodyLetters+1)
	h.school = t.lines(t.paper.School, width-40)
	t.letters(bold, headLetters)
	h.title = t.lines(title, width)
	t.letters(regular, bodyLetters)
	if t.paper.Address != "" {
		h.address = t.lines(t.paper.Address, width)
	}
	h.bottom = margin + 2 + schoolLine*float64(len(h.school)+len(h.address)) + titleLine*float64(len(h.title)) + 6
	return h
}

func (t *table) head(h *head) {
	y := margin + 2
	t.letters(regular, bodyLetters)
	day := t.writable(t.paper.Day)
	t.at(t.width-margin-t.pen.width(day), y, day)
	write := func(style string, size, height float64, lines []string) {
		t.letters(style, size)
		for _, l := range lines {
			t.at(margin, y, l)
			y += height
		}
	}
	write(bold, bodyLetters+1, schoolLine, h.school)
	write(regular, bodyLetters, schoolLine, h.address)
	y += 3
	write(bold, headLetters, titleLine, h.title)
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
