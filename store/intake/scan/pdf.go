package scan

import (
	"context"
	"errors"
	"image"
	"math"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// Resolutions in dots per inch. 200 is what codes of any usual size need;
// what is small, or shows nothing, is drawn finer; posters coarser.
const (
	usualDPI = 200
	fineDPI  = 300
	leastDPI = 72
)

const pointsPerInch = 72

var errPageTooBig = errors.New("scan: the page is too large to be drawn")

// sheet is one page while it is being read.
type sheet struct {
	width, height int     // in pixels of the drawing
	dpi           float64 // of the drawing
	codes         []sight
	letters       []letter
}

// size returns a page's size in points.
func (d *pdf) size(box pdfium.Pdfium, index int) (width, height float64, err error) {
	got, err := box.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: d.document, Index: index})
	if err != nil {
		return 0, 0, err
	}
	return got.Width, got.Height, nil
}

// weigh says, before anything is drawn, whether the document is one that can
// be drawn.
func (d *pdf) weigh() Reason {
	if d.pages > d.limits.Pages {
		return TooManyPages
	}
	total, err := guard(d.engine, d.limits.PageTime, func(box pdfium.Pdfium) (total float64, err error) {
		for i := range d.pages {
			w, h, err := d.size(box, i)
			if err != nil {
				return 0, err
			}
			total += w * h * usualDPI * usualDPI / pointsPerInch / pointsPerInch
		}
		return total, nil
	})
	switch {
	case err != nil:
		return reasonOf(err)
	case total > float64(d.limits.TotalPixels):
		return PageTooBig
	}
	return ""
}

// dotsFor chooses a resolution for a page, given in points.
func (d *pdf) dotsFor(width, height, wanted float64) (dpi float64, err error) {
	if !(width > 0 && height > 0) || math.IsInf(width*height, 0) {
		return 0, errPageTooBig
	}
	square := width * height / pointsPerInch / pointsPerInch // square inches
	dpi = min(wanted, math.Sqrt(float64(d.limits.PagePixels)/square), float64(d.limits.Side)*pointsPerInch/max(width, height))
	if dpi < leastDPI {
		return 0, errPageTooBig
	}
	return dpi, nil
}

// read draws a page, finds its codes and its letters.
func (d *pdf) read(ctx context.Context, index int) (sheet, error) {
	d.engine.pages++
	return withPage(d, index, func(box pdfium.Pdfium, page requests.Page) (s sheet, err error) {
		width, height, err := d.size(box, index)
		if err != nil {
			return s, err
		}
		pen := d.pen(ctx, box, page)
		for _, try := range []struct {
			dpi    float64
			effort effort
		}{{usualDPI, quick}, {fineDPI, careful}} {
			if s.dpi, err = d.dotsFor(width, height, try.dpi); err != nil {
				return s, err
			}
			s.width, s.height = pixels(width, s.dpi), pixels(height, s.dpi)
			err = pen.draw(s.width, s.height, func(g *image.Gray) { s.codes = find(g, try.effort) })
			if err != nil {
				return s, err
			}
			if readable(s.codes) || !mayHoldCode(box, page) {
				break
			}
		}
		s.letters, err = letters(box, page, s.width, s.height)
		return s, err
	})
}

// readable reports that codes were found and every one could be read.
func readable(codes []sight) bool {
	for _, c := range codes {
		if c.unread {
			return false
		}
	}
	return len(codes) > 0
}

// crops draws a page again and cuts out some of its codes. Only what a person
// must look at is cut out, so that hundreds of pages need no memory.
func (d *pdf) crops(ctx context.Context, index int, s sheet, boxes []image.Rectangle) ([]image.Image, error) {
	return withPage(d, index, func(box pdfium.Pdfium, page requests.Page) (cut []image.Image, err error) {
		err = d.pen(ctx, box, page).draw(s.width, s.height, func(g *image.Gray) {
			for _, b := range boxes {
				cut = append(cut, crop(g, b))
			}
		})
		return cut, err
	})
}

func pixels(points, dpi float64) int { return max(1, int(math.Round(points*dpi/pointsPerInch))) }

// withPage loads a page for as long as do runs.
func withPage[T any](d *pdf, index int, do func(pdfium.Pdfium, requests.Page) (T, error)) (T, error) {
	if d.lost() {
		var none T
		return none, errPanic
	}
	return guard(d.engine, d.limits.PageTime, func(box pdfium.Pdfium) (value T, err error) {
		loaded, err := box.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: d.document, Index: index})
		if err != nil {
			return value, err
		}
		value, err = do(box, requests.Page{ByReference: &loaded.Page})
		if _, closing := box.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page}); err == nil {
			err = closing
		}
		return value, err
	})
}

// pen draws one page.
type pen struct {
	box  pdfium.Pdfium
	page requests.Page
	stop func() bool // asked between the things that are drawn
}

// pen draws for most of the time that a page has, so that a slow page ends by
// itself, and no longer than ctx.
func (d *pdf) pen(ctx context.Context, box pdfium.Pdfium, page requests.Page) pen {
	end := time.Now().Add(d.limits.PageTime * 2 / 3)
	return pen{box, page, func() bool { return ctx.Err() != nil || time.Now().After(end) }}
}

// draw draws in grey on white. The picture is the box's own memory and valid
// only inside use.
func (p pen) draw(width, height int, use func(*image.Gray)) error {
	made, err := p.box.FPDFBitmap_CreateEx(&requests.FPDFBitmap_CreateEx{
		Width: width, Height: height, Format: enums.FPDF_BITMAP_FORMAT_GRAY, Pointer: uint64(0)})
	if err != nil {
		return err
	}
	err = p.fill(made.Bitmap, width, height)
	if err == nil {
		err = p.look(made.Bitmap, width, height, use)
	}
	if _, closing := p.box.FPDFBitmap_Destroy(&requests.FPDFBitmap_Destroy{Bitmap: made.Bitmap}); err == nil {
		err = closing
	}
	return err
}

func (p pen) fill(bitmap references.FPDF_BITMAP, width, height int) error {
	if _, err := p.box.FPDFBitmap_FillRect(&requests.FPDFBitmap_FillRect{
		Bitmap: bitmap, Width: width, Height: height, Color: 0xffffffff}); err != nil {
		return err
	}
	drawn, err := p.box.FPDF_RenderPageBitmap_Start(&requests.FPDF_RenderPageBitmap_Start{
		Bitmap: bitmap, Page: p.page, SizeX: width, SizeY: height, NeedToPauseNowCallback: p.stop,
		Flags: enums.FPDF_RENDER_FLAG_GRAYSCALE | enums.FPDF_RENDER_FLAG_ANNOT})
	if err != nil {
		return err
	}
	if _, err := p.box.FPDF_RenderPage_Close(&requests.FPDF_RenderPage_Close{Page: p.page}); err != nil {
		return err
	}
	switch drawn.RenderStatus {
	case enums.FPDF_RENDER_STATUS_DONE:
		return nil
	case enums.FPDF_RENDER_STATUS_TOBECONTINUED:
		return errPaused
	}
	return errPanic
}

func (p pen) look(bitmap references.FPDF_BITMAP, width, height int, use func(*image.Gray)) error {
	stride, err := p.box.FPDFBitmap_GetStride(&requests.FPDFBitmap_GetStride{Bitmap: bitmap})
	if err != nil {
		return err
	}
	memory, err := p.box.FPDFBitmap_GetBuffer(&requests.FPDFBitmap_GetBuffer{Bitmap: bitmap})
	if err != nil {
		return err
	}
	if stride.Stride < width || len(memory.Buffer) < stride.Stride*height {
		return errPanic
	}
	use(&image.Gray{Pix: memory.Buffer, Stride: stride.Stride, Rect: image.Rect(0, 0, width, height)})
	return nil
}

// mayHoldCode reports whether there is anything but text on a page. It looks
// at so many of its objects and no more.
func mayHoldCode(box pdfium.Pdfium, page requests.Page) bool {
	const most = 100
	count, err := box.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: page})
	if err != nil || count.Count > most {
		return err == nil
	}
	for i := range count.Count {
		object, err := box.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: page, Index: i})
		if err != nil {
			return false
		}
		is, err := box.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object.PageObject})
		if err != nil || is.Type != enums.FPDF_PAGEOBJ_TEXT {
			return err == nil
		}
	}
	return false
}
