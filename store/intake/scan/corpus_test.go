package scan

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"testing"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/draw"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/math/f64"
	"rsc.io/qr"

	"okienko/model"
)

// The school of these tests. Everybody is invented; the PESELs are of the
// reserved kind of numbers that only pass the check.
var school = func() []model.Record {
	names := []struct{ first, last, class string }{
		{"Zażółć", "Gęśliński", "4a"}, {"Łucja", "Żądło-Ćwik", "4a"}, {"Jan", "Kowalski", "4a"}, {"Jan", "Kowalski", "5b"},
		{"Anna", "Nowak", "4a"}, {"Świętosława", "Źrebak", "4a"}, {"Ewa", "Lis", "4a"}, {"Adam", "Wilk", "4a"},
		{"Olga", "Sowa", "4a"}, {"Piotr", "Zając", "4a"}, {"Maja", "Kruk", "4a"}, {"Igor", "Dzik", "4a"},
		{"Nadia", "Ryś", "4a"}, {"Borys", "Żubr", "5b"}, {"Helena", "Kos", "5b"}, {"Ida", "Bąk", "5b"},
	}
	var out []model.Record
	for i, n := range names {
		class, err := model.ParseClass(n.class)
		if err != nil {
			panic(err)
		}
		id := model.StudentID(i + 1)
		out = append(out, model.Record{
			Student: model.Student{ID: id, First: n.first, Last: n.last, Class: class, PESEL: inventedPESEL(i)},
			Cards:   []model.Card{{Student: id, Number: fmt.Sprintf("%d/2025", 100+i), State: model.CardValid}},
		})
	}
	return out
}()

// inventedPESEL makes a number that passes the check.
func inventedPESEL(i int) model.PESEL {
	body := fmt.Sprintf("1225%02d%04d", 1+i%28, 1000+i*7)
	for check := range 10 {
		if p, problem := model.ParsePESEL(fmt.Sprint(body, check)); problem == "" {
			return p
		}
	}
	panic("no check digit fits")
}

func student(id model.StudentID) model.Student { return school[id-1].Student }

// secretText is what a student's code holds: unlike any other's, and a little
// longer than a UUID.
func secretText(id model.StudentID) string {
	return fmt.Sprintf("mLeg:%08x-7b1c-4e2a-9f3d-%012x", 0x9e3779b9*uint32(id), 0x51ed270b*uint64(id))
}

// booklet is a PDF in the making, in millimetres.
type booklet struct {
	*fpdf.Fpdf
	t       testing.TB
	picture int
}

func newBooklet(t testing.TB) *booklet {
	p := fpdf.New("P", "mm", "A4", "")
	p.AddUTF8FontFromBytes("go", "", goregular.TTF)
	p.SetFont("go", "", 11)
	return &booklet{Fpdf: p, t: t}
}

func (b *booklet) bytes() []byte {
	b.t.Helper()
	var out bytes.Buffer
	if err := b.Output(&out); err != nil {
		b.t.Fatal(err)
	}
	return out.Bytes()
}

// vectorCode draws a code of rectangles.
func (b *booklet) vectorCode(x, y, side float64, text string) {
	code := encode(b.t, text)
	module := side / float64(code.Size)
	b.SetFillColor(0, 0, 0)
	for row := range code.Size {
		for col := range code.Size {
			if code.Black(col, row) {
				b.Rect(x+float64(col)*module, y+float64(row)*module, module, module, "F")
			}
		}
	}
}

// pictureCode embeds a code as a PNG.
func (b *booklet) pictureCode(x, y, side float64, text string) {
	b.embed(x, y, side, side, "PNG", pngOf(b.t, codePicture(b.t, text, 6)))
}

func (b *booklet) embed(x, y, w, h float64, kind string, data []byte) {
	b.picture++
	name := fmt.Sprint("picture", b.picture)
	b.RegisterImageOptionsReader(name, fpdf.ImageOptions{ImageType: kind}, bytes.NewReader(data))
	b.ImageOptions(name, x, y, w, h, false, fpdf.ImageOptions{ImageType: kind}, 0, "")
}

func encode(t testing.TB, text string) *qr.Code {
	t.Helper()
	code, err := qr.Encode(text, qr.M)
	if err != nil {
		t.Fatal(err)
	}
	return code
}

// codePicture draws a code with its quiet zone.
func codePicture(t testing.TB, text string, module int) *image.Gray {
	code := encode(t, text)
	side := (code.Size + 8) * module
	g := image.NewGray(image.Rect(0, 0, side, side))
	draw.Draw(g, g.Bounds(), image.White, image.Point{}, draw.Src)
	for row := range code.Size {
		for col := range code.Size {
			if code.Black(col, row) {
				at := image.Rect(col+4, row+4, col+5, row+5)
				draw.Draw(g, image.Rect(at.Min.X*module, at.Min.Y*module, at.Max.X*module, at.Max.Y*module), image.Black, image.Point{}, draw.Src)
			}
		}
	}
	return g
}

func pngOf(t testing.TB, picture image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func jpegOf(t testing.TB, picture image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, picture, &jpeg.Options{Quality: 60}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// scanned makes of a picture what an office scanner makes of a sheet: put in
// askew, grey, uneven and noisy.
func scanned(picture image.Image, degrees float64) *image.Gray {
	b := picture.Bounds()
	out := image.NewGray(b)
	draw.Draw(out, b, image.NewUniform(color.Gray{Y: 235}), image.Point{}, draw.Src)
	draw.BiLinear.Transform(out, turned(b, degrees), picture, b, draw.Src, nil)
	noise := rand.New(rand.NewPCG(1, 2))
	for y := range b.Dy() {
		for x := range b.Dx() {
			v := int(out.GrayAt(x, y).Y)*85/100 + 20 + noise.IntN(24) - 12 - 20*x/b.Dx()
			out.SetGray(x, y, color.Gray{Y: uint8(min(max(v, 0), 255))})
		}
	}
	return out
}

func turned(b image.Rectangle, degrees float64) f64.Aff3 {
	s, c := sincos(degrees)
	cx, cy := float64(b.Dx())/2, float64(b.Dy())/2
	return f64.Aff3{c, -s, cx - c*cx + s*cy, s, c, cy - s*cx - c*cy}
}
