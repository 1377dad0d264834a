package picture

import (
	"flag"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"okienko/ui/kit"
	"okienko/ui/qr"
)

var update = flag.Bool("update", false, "write the goldens anew")

// stripes is red above, blue below, and white at the left.
func stripes(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{200, 30, 30, 255}
			switch {
			case x < w/4:
				c = color.RGBA{255, 255, 255, 255}
			case y >= h/2:
				c = color.RGBA{20, 40, 180, 255}
			}
			img.SetRGBA(x, y, c)
		}
	}
	return img
}

// portrait is a head on a light wall, from light to dark, without edges.
func portrait(w, h int) *image.YCbCr {
	img := image.NewYCbCr(image.Rect(0, 0, w, h), image.YCbCrSubsampleRatio420)
	for y := range h {
		for x := range w {
			dx, dy := 3*(2*x-w)*100/w, 2*(2*y-h)*100/h
			r, g, b := uint8(225), uint8(230-40*y/h), uint8(235)
			if near := dx*dx + dy*dy; near < 30000 {
				shade := near * 90 / 30000
				r, g, b = uint8(230-shade), uint8(180-shade), uint8(150-shade)
			}
			luma, cb, cr := color.RGBToYCbCr(r, g, b)
			img.Y[img.YOffset(x, y)] = luma
			img.Cb[img.COffset(x, y)], img.Cr[img.COffset(x, y)] = cb, cr
		}
	}
	return img
}

func TestGoldens(t *testing.T) {
	for name, lines := range map[string][]string{
		"stripes-256":  Cells(stripes(160, 200), 20, 8, Indexed),
		"stripes-24":   Cells(stripes(160, 200), 20, 8, Direct),
		"portrait-256": Cells(portrait(360, 450), 24, 12, Indexed),
		"pair-24":      Pair(stripes(400, 100), portrait(80, 100), 24, 6, Direct),
		"sentence":     Sentence("Ten terminal nie pokaże zdjęcia.", 20, 5),
	} {
		golden(t, name, lines)
	}
}

// golden compares lines with those kept in testdata, escapes spelled out.
func golden(t *testing.T, name string, lines []string) {
	t.Helper()
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(strings.Trim(strconv.QuoteToGraphic(l), `"`) + "\n")
	}
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != string(want) {
		t.Errorf("differs from %s; got:\n%s", path, got)
	}
}

// Whatever the picture and the room, the block is exactly as large as asked.
func TestCellsFillTheirRoom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		img := stripes(rapid.IntRange(0, 90).Draw(t, "width"), rapid.IntRange(0, 90).Draw(t, "height"))
		w, h := rapid.IntRange(0, 60).Draw(t, "w"), rapid.IntRange(0, 30).Draw(t, "h")
		d := Depth(rapid.IntRange(0, 2).Draw(t, "depth"))
		for _, lines := range [][]string{Cells(img, w, h, d), Pair(img, nil, w, h, d), Sentence("Nie pokażę zdjęcia", w, h)} {
			if len(lines) != h {
				t.Fatalf("%d lines for %d", len(lines), h)
			}
			for _, l := range lines {
				if kit.Width(l) != w {
					t.Fatalf("%d cells for %d: %q", kit.Width(l), w, l)
				}
			}
		}
	})
}

func TestFitKeepsTheShape(t *testing.T) {
	for _, tt := range []struct {
		bounds     image.Rectangle
		w, h       int
		cell       Cell
		cols, rows int
	}{
		{image.Rect(0, 0, 720, 900), 48, 30, Cell{}, 48, 30},
		{image.Rect(0, 0, 720, 900), 80, 20, Cell{}, 32, 20},
		{image.Rect(0, 0, 720, 900), 80, 20, Cell{10, 19}, 30, 20},
		{image.Rect(5, 5, 905, 725), 40, 40, Cell{8, 16}, 40, 16},
		{image.Rect(0, 0, 1, 30000), 40, 20, Cell{}, 1, 20},
		{image.Rect(0, 0, 0, 10), 40, 20, Cell{}, 0, 0},
		{image.Rect(0, 0, 10, 10), 0, 20, Cell{}, 0, 0},
	} {
		if cols, rows := Fit(tt.bounds, tt.w, tt.h, tt.cell); cols != tt.cols || rows != tt.rows {
			t.Errorf("%v in %d×%d of %v: %d×%d, not %d×%d", tt.bounds, tt.w, tt.h, tt.cell, cols, rows, tt.cols, tt.rows)
		}
	}
}

func TestDepthOf(t *testing.T) {
	of := func(env map[string]string) Depth {
		get := func(name string) string { return env[name] }
		return DepthOf(qr.Detect(get), kit.LookOf(get))
	}
	for _, tt := range []struct {
		env  map[string]string
		want Depth
	}{
		{map[string]string{"TERM": "xterm-256color", "COLORTERM": "truecolor"}, Direct},
		{map[string]string{"TERM": "xterm"}, Indexed},
		{map[string]string{"TERM": "screen", "STY": "1", "COLORTERM": "truecolor", "LANG": "pl_PL.UTF-8"}, Indexed},
		{map[string]string{"TERM": "xterm-256color", "NO_COLOR": "1"}, Nothing},
		{map[string]string{"TERM": "xterm-256color", "LANG": "C"}, Nothing},
		{map[string]string{"TERM": "linux", "LANG": "pl_PL.UTF-8"}, Nothing},
		{map[string]string{"TERM": "dumb"}, Nothing},
		{nil, Nothing},
	} {
		if got := of(tt.env); got != tt.want {
			t.Errorf("%v: %d, not %d", tt.env, got, tt.want)
		}
	}
}

// Every kind of picture is read alike, and what shines through is white.
func TestScaleReadsEveryKind(t *testing.T) {
	grey := image.NewGray(image.Rect(3, 3, 13, 13))
	for i := range grey.Pix {
		grey.Pix[i] = 90
	}
	clear := image.NewNRGBA(image.Rect(0, 0, 10, 10))
	for name, tt := range map[string]struct {
		img  image.Image
		want colour
	}{
		"grey": {grey, colour{90, 90, 90}}, "clear": {clear, colour{255, 255, 255}},
		"part":  {stripes(40, 40).SubImage(image.Rect(20, 0, 40, 20)), colour{200, 30, 30}},
		"plain": {image.NewPaletted(image.Rect(0, 0, 4, 4), color.Palette{color.RGBA{1, 2, 3, 255}}), colour{1, 2, 3}},
	} {
		for _, got := range scale(tt.img, 3, 5).pix {
			if got != tt.want {
				t.Errorf("%s: %v, not %v", name, got, tt.want)
			}
		}
	}
}

// In 256 colours a patch has on the whole the colour it should have. (Next to
// black and white there is nothing on the other side to make up for it.)
func TestDitherKeepsTheMean(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := func(name string) uint8 { return rapid.Uint8Range(32, 223).Draw(t, name) }
		want := colour{v("red"), v("green"), v("blue")}
		p := pixels{24, 24, make([]colour, 24*24)}
		for i := range p.pix {
			p.pix[i] = want
		}
		var sum [3]int
		p.dither(func(c colour) (int, colour) {
			entry, shown := indexed(c)
			for i := range sum {
				sum[i] += int(shown[i])
			}
			return entry, shown
		})
		for i := range sum {
			if mean := sum[i] / len(p.pix); mean-int(want[i]) > 8 || int(want[i])-mean > 8 {
				t.Fatalf("%v became %v on the whole", want, sum)
			}
		}
	})
}

func TestGraphic(t *testing.T) {
	img := stripes(72, 90)
	if _, ok := Graphic(img, 40, 20, qr.Abilities{Sixel: true, SixelColours: 256}); ok {
		t.Error("drawn without the size of a cell")
	}
	kitty := qr.Abilities{Kitty: true, CellWidth: 10, CellHeight: 20}
	o, ok := Graphic(img, 40, 20, kitty)
	if !ok || o.Row != 0 || o.Col != 4 || o.Rows != 20 || !o.Stays || o.Clear == "" {
		t.Errorf("kitty: %v row %d col %d rows %d", ok, o.Row, o.Col, o.Rows)
	}
	sixel := qr.Abilities{Sixel: true, SixelColours: 16, CellWidth: 10, CellHeight: 20}
	if o, ok = PairGraphic(img, nil, 40, 20, sixel); !ok || o.Row != 4 || o.Col != 0 || o.Rows != 12 || o.Stays {
		t.Errorf("sixel: %v row %d col %d rows %d", ok, o.Row, o.Col, o.Rows)
	}
	if strings.Contains(o.Show, "#16;") || strings.ContainsAny(o.Show, "\n\r") || !strings.HasPrefix(o.Show, "\x1bP0;1q\"1;1;190;") {
		t.Errorf("%.80q", o.Show)
	}
	if _, ok := PairGraphic(nil, nil, 40, 20, sixel); ok {
		t.Error("a picture of nothing")
	}
}

func BenchmarkCells(b *testing.B) {
	for name, img := range map[string]image.Image{"720x900": portrait(720, 900), "3000x4000": portrait(3000, 4000)} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Cells(img, 48, 30, Indexed)
			}
		})
	}
}

func BenchmarkSixel(b *testing.B) {
	img := portrait(720, 900)
	for b.Loop() {
		Graphic(img, 48, 30, qr.Abilities{Sixel: true, SixelColours: 256, CellWidth: 10, CellHeight: 20})
	}
}
