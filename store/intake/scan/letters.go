package scan

import (
	"image"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"
)

// letter is one character of a page and where it stands, in pixels of the
// drawing. A blank has an empty box.
type letter struct {
	r   rune
	box image.Rectangle
}

// maxLetters is how many characters of a page are looked at; a page full of
// small print has 8,000.
const maxLetters = 20_000

// letters returns the characters of a page in the order of its text.
func letters(box pdfium.Pdfium, page requests.Page, width, height int) ([]letter, error) {
	loaded, err := box.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: page})
	if err != nil {
		return nil, err
	}
	text := loaded.TextPage
	defer func() { _, _ = box.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text}) }()
	count, err := box.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text})
	if err != nil || count.Count <= 0 {
		return nil, err
	}
	place, err := placing(box, page, width, height)
	if err != nil {
		return nil, err
	}
	found := make([]letter, 0, min(count.Count, maxLetters))
	for i := range min(count.Count, maxLetters) {
		char, err := box.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: text, Index: i})
		if err != nil {
			return nil, err
		}
		l := letter{r: rune(char.Unicode)}
		if l.r > ' ' {
			b, err := box.FPDFText_GetCharBox(&requests.FPDFText_GetCharBox{TextPage: text, Index: i})
			if err != nil {
				return nil, err
			}
			l.box = place(b.Left, b.Top, b.Right, b.Bottom)
		}
		found = append(found, l)
	}
	return found, nil
}

// placing returns how a rectangle of the page's own coordinates stands on the
// drawing, whatever the page's rotation and crop.
func placing(box pdfium.Pdfium, page requests.Page, width, height int) (func(x0, y0, x1, y1 float64) image.Rectangle, error) {
	// Asked for at ten times the size and over a long way, because the answer
	// comes in whole pixels.
	const finer, far = 10, 1000
	at := func(x, y float64) (float64, float64, error) {
		p, err := box.FPDF_PageToDevice(&requests.FPDF_PageToDevice{
			Page: page, SizeX: width * finer, SizeY: height * finer, PageX: x, PageY: y})
		if err != nil {
			return 0, 0, err
		}
		return float64(p.DeviceX) / finer, float64(p.DeviceY) / finer, nil
	}
	ox, oy, err := at(0, 0)
	if err != nil {
		return nil, err
	}
	rx, ry, err := at(far, 0)
	if err != nil {
		return nil, err
	}
	ux, uy, err := at(0, far)
	if err != nil {
		return nil, err
	}
	point := func(x, y float64) image.Point {
		return image.Pt(int(ox+(x*(rx-ox)+y*(ux-ox))/far), int(oy+(x*(ry-oy)+y*(uy-oy))/far))
	}
	return func(x0, y0, x1, y1 float64) image.Rectangle {
		return image.Rectangle{Min: point(x0, y0), Max: point(x1, y1)}.Canon()
	}, nil
}
