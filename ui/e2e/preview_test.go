//go:build linux

package e2e

import (
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"okienko/ui/kit"
	"okienko/ui/picture"
	"okienko/ui/qr"
)

// The cells of xterm's font "6x13", which every X server has.
const fontWidth, fontHeight = 6, 13

// face is a drawing of one: light wall, dark hair, skin, a red pullover.
func face(w, h int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	inside := func(x, y, cx, cy, rx, ry int) bool {
		dx, dy := (100*x/w-cx)*100/rx, (100*y/h-cy)*100/ry
		return dx*dx+dy*dy < 10000
	}
	for y := range h {
		for x := range w {
			c := color.NRGBA{225, 230, 235, 255}
			switch {
			case inside(x, y, 50, 50, 24, 32):
				c = color.NRGBA{224, 172, 140, 255}
			case inside(x, y, 50, 42, 30, 36):
				c = color.NRGBA{70, 45, 30, 255}
			case inside(x, y, 50, 105, 48, 26):
				c = color.NRGBA{170, 30, 40, 255}
			}
			img.SetNRGBA(x, y, c)
		}
	}
	return img
}

// TestPhotographedPreview compares a photo drawn in xterm, as its screen shows
// it, with the photo: in half blocks, and in pixels where xterm is a VT340.
func TestPhotographedPreview(t *testing.T) {
	need(t, "xterm", "Xvfb", "import", "cat")
	const cols, rows = 48, 30
	img := face(720, 900)
	sixels, ok := picture.Graphic(img, cols, rows, qr.Abilities{Sixel: true, SixelColours: 16, CellWidth: fontWidth, CellHeight: fontHeight})
	if !ok {
		t.Fatal("no sixels")
	}
	halfBlocks := func(d picture.Depth) kit.Overlay {
		return kit.Overlay{Rows: rows, Show: strings.Join(picture.Cells(img, cols, rows, d), "\r\n")}
	}
	for name, tt := range map[string]struct {
		drawn    kit.Overlay
		terminal string
	}{
		"24 bits":    {halfBlocks(picture.Direct), "vt220"},
		"256":        {halfBlocks(picture.Indexed), "vt220"},
		"16 sixels":  {sixels, "vt340"},
		"no picture": {kit.Overlay{Show: strings.Join(picture.Sentence("-", cols, rows), "\r\n")}, "vt220"},
	} {
		t.Run(name, func(t *testing.T) {
			display := virtualScreen(t)
			file := filepath.Join(t.TempDir(), "drawn")
			show := fmt.Sprintf("\x1b[?25l\x1b[2J\x1b[%d;%dH%s", tt.drawn.Row+1, tt.drawn.Col+1, tt.drawn.Show)
			if err := os.WriteFile(file, []byte(show), 0o600); err != nil {
				t.Fatal(err)
			}
			xterm := exec.Command("xterm", "-u8", "-fn", "6x13", "-geometry", "80x40+0+0", "-b", "0", "-bw", "0", "+sb",
				"-bg", "black", "-fg", "green", "-ti", tt.terminal, "-hold", "-e", "cat", file)
			xterm.Env = append(environment(), "DISPLAY="+display)
			start(t, xterm)
			// Half blocks are drawn by the shape of the cells they suppose.
			seen := image.Rect(0, 0, cols*fontWidth, rows*fontHeight)
			if tt.terminal == "vt340" {
				seen = image.Rect(0, tt.drawn.Row*fontHeight, cols*fontWidth, tt.drawn.Row*fontHeight+cols*fontWidth*900/720)
			}
			photo := filepath.Join(t.TempDir(), "screen.png")
			difference := func() int {
				photographScreen(t, display, photo)
				return compare(t, photo, seen, img)
			}
			if name == "no picture" {
				if d := difference(); d < 60 {
					t.Errorf("what is no picture differs from the photo by %d of 255 only", d)
				}
				return
			}
			last := 0
			until(t, "the photo on the screen", func() bool { last = difference(); return last <= 12 },
				func() string { return fmt.Sprintf("differs by %d of 255 on average", last) })
		})
	}
}

// compare is by how much a part of a photograph differs from a picture on
// average, looked at from so far that patterns of dots are tones.
func compare(t *testing.T, photo string, part image.Rectangle, want image.Image) int {
	t.Helper()
	f, err := os.Open(photo)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	got, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	const across, down = 24, 30
	sum := 0
	for i := range across * down {
		a := patch(got, part, i%across, i/across, across, down)
		b := patch(want, want.Bounds(), i%across, i/across, across, down)
		for c := range a {
			sum += max(a[c]-b[c], b[c]-a[c])
		}
	}
	return sum / (3 * across * down)
}

// patch is the mean colour of one of across × down parts of an area.
func patch(img image.Image, area image.Rectangle, x, y, across, down int) (mean [3]int) {
	n := 0
	for py := area.Min.Y + y*area.Dy()/down; py < area.Min.Y+(y+1)*area.Dy()/down; py++ {
		for px := area.Min.X + x*area.Dx()/across; px < area.Min.X+(x+1)*area.Dx()/across; px++ {
			r, g, b, _ := img.At(px, py).RGBA()
			for i, v := range [3]uint32{r, g, b} {
				mean[i] += int(v >> 8)
			}
			n++
		}
	}
	for i := range mean {
		mean[i] /= max(1, n)
	}
	return mean
}
