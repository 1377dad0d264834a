package portrait

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// profileA is the strictest of the rules of the sample photos.
var profileA = Rules{MinWidth: 480, MinHeight: 600, MaxWidth: 1440, MaxHeight: 1800,
	RatioWidth: 4, RatioHeight: 5, MaxBytes: 1 << 20}

// broken are the rules that a report found broken.
func broken(r Report) (ids []ID) {
	for _, f := range r.Findings {
		if f.Level == Error || f.ID == NearLimit || f.ID == RotatedEXIF || f.ID == GPSData || f.ID == TrailingData || f.ID == CMYK {
			ids = append(ids, f.ID)
		}
	}
	return ids
}

// Whatever can be mended passes the strictest rules afterwards, by our own
// check and by a program that shares nothing with it, and is not empty.
func TestEverythingMendableInTheCorpusPasses(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(sampleFolder(t), "photos", "*"))
	if err != nil {
		t.Fatal(err)
	}
	mended, lost, reasons := 0, 0, map[ID]int{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		m, err := Mend(data, profileA)
		var cant *CantMend
		if errors.As(err, &cant) {
			reasons[cant.Reason]++
			continue
		}
		if err != nil {
			t.Fatalf("%s: %v", filepath.Base(file), err)
		}
		mended++
		checkMended(t, filepath.Base(file), m)
		lost += checkFace(t, filepath.Base(file), m)
	}
	t.Logf("mended %d of %d, the face seen in all but %d; not: %v", mended, len(files), lost, reasons)
	if lost > mended/50 {
		t.Errorf("the face is seen in all but %d of %d", lost, mended)
	}
	if mended < 100 {
		t.Errorf("only %d photos were mended", mended)
	}
}

// checkFace looks for the face once more, in the result, and returns 1 where it
// is not seen: in a close-up the detectors see less.
func checkFace(t *testing.T, name string, m Mended) (lost int) {
	t.Helper()
	r := Inspect(name, m.Bytes, profileA)
	for _, id := range []ID{ManyFaces, FaceTooSmall, RotatedPixels, GPSData, RotatedEXIF} {
		if r.Has(id) {
			t.Errorf("%s: %s after mending", name, id)
		}
	}
	if len(r.Faces) == 0 {
		t.Logf("%s: no face is seen after mending", name)
		return 1
	}
	// The box is seen to a few pixels.
	f, want := r.Faces[0], m.Face
	if f.X < -m.Width/50 || f.Y < 0 || f.X+f.W > m.Width*51/50 || f.Y+f.H > m.Height*51/50 {
		t.Errorf("%s: a face at %v of %d×%d", name, f, m.Width, m.Height)
	}
	dx, dy := f.X+f.W/2-want.X-want.W/2, f.Y+f.H/2-want.Y-want.H/2
	if max(dx, -dx, dy, -dy) > want.W/4 {
		t.Errorf("%s: the face is at %v, not at %v", name, f, want)
	}
	return 0
}

func checkMended(t *testing.T, name string, m Mended) {
	t.Helper()
	if ids := broken(Check("a.jpg", m.Bytes, profileA)); len(ids) > 0 {
		t.Errorf("%s: %v after mending", name, ids)
	}
	f := m.Face
	if f.X < 0 || f.Y < 0 || f.X+f.W > m.Width || f.Y+f.H > m.Height*102/100 {
		t.Errorf("%s: the face %v is not inside %d×%d", name, f, m.Width, m.Height)
	}
	identify, err := exec.LookPath("identify")
	if err != nil {
		return
	}
	cmd := exec.Command(identify, "-format", "%m %wx%h %x %U %[EXIF:*]", "-")
	cmd.Stdin = bytes.NewReader(m.Bytes)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: identify: %v", name, err)
	}
	got := strings.TrimSpace(string(out))
	c, err := jpeg.DecodeConfig(bytes.NewReader(m.Bytes))
	if err != nil || c.Width != m.Width || c.Height != m.Height {
		t.Errorf("%s: %d×%d: %v", name, c.Width, c.Height, err)
	}
	// Nothing follows: there is no EXIF data.
	if got != fmt.Sprintf("JPEG %dx%d 300 PixelsPerInch", m.Width, m.Height) {
		t.Errorf("%s: identify says %q", name, got)
	}
}

// photo is noise on a gradient, in any of the stored turns.
func photo(width, height int) []byte {
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			img.SetRGBA(x, y, color.RGBA{uint8(x * 255 / width), uint8(y * 255 / height), uint8((x*7 ^ y*13) & 127), 255})
		}
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, &jpeg.Options{Quality: 85}); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// For any picture, any place of the face and any rules the result keeps the
// rules and has the face in it, or there is a reason.
func TestWhatIsMendedKeepsTheRules(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		data := photo(rapid.IntRange(120, 900).Draw(t, "width"), rapid.IntRange(120, 900).Draw(t, "height"))
		quarters := rapid.IntRange(0, 3).Draw(t, "quarters")
		find := func(s *small) ([]face, int) {
			s = s.turned(quarters)
			size := rapid.Float64Range(0.2, 0.6).Draw(t, "face") * float64(min(s.W, s.H))
			x := rapid.Float64Range(size/2, float64(s.W)-size/2).Draw(t, "x")
			y := rapid.Float64Range(size/2, float64(s.H)-size/2).Draw(t, "y")
			return []face{{X: x, Y: y, Size: size, Score: 1}}, quarters
		}
		rules := Rules{MaxBytes: int64(rapid.IntRange(20_000, 2_000_000).Draw(t, "bytes"))}
		if rapid.Bool().Draw(t, "ratio") {
			rules.RatioWidth, rules.RatioHeight = rapid.IntRange(3, 9).Draw(t, "of"), rapid.IntRange(5, 11).Draw(t, "to")
		}
		if rapid.Bool().Draw(t, "least") {
			rules.MinWidth, rules.MinHeight = rapid.IntRange(50, 300).Draw(t, "least width"), rapid.IntRange(50, 400).Draw(t, "least height")
		}
		m, err := mend(data, rules, find)
		var cant *CantMend
		if errors.As(err, &cant) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if ids := broken(Check("a.jpg", m.Bytes, rules)); len(ids) > 0 {
			t.Fatalf("%v at %d×%d for %+v", ids, m.Width, m.Height, rules)
		}
		if f := m.Face; f.X < -1 || f.Y < -1 || f.X+f.W > m.Width+1 || f.Y+f.H > m.Height+1 {
			t.Fatalf("the face %v is not inside %d×%d", f, m.Width, m.Height)
		}
	})
}

// Every orientation shows the same picture.
func TestEveryOrientationIsTurnedTheRightWay(t *testing.T) {
	// Red on the left, blue below as shown: one corner differs from all.
	const w, h = 80, 100
	for o := 1; o <= 8; o++ {
		turned := turnOf(o)
		sw, sh := turned.shown(w, h)
		stored := image.NewYCbCr(image.Rect(0, 0, sw, sh), image.YCbCrSubsampleRatio444)
		for i := range stored.Cb {
			stored.Cb[i], stored.Cr[i] = 128, 128
		}
		c := channelsOf(stored)
		corner := c.stored(turned, rectangle{0, 0, w / 2, h / 2})
		for y := int(corner.y0); y < int(corner.y1); y++ {
			for x := int(corner.x0); x < int(corner.x1); x++ {
				stored.Y[y*stored.YStride+x] = 200
			}
		}
		shown := c.scaled(turned, rectangle{0, 0, w, h}, w, h)
		for _, p := range []struct {
			x, y int
			want byte
		}{{10, 10, 200}, {70, 10, 0}, {10, 90, 0}, {70, 90, 0}} {
			if got := shown.Y[p.y*shown.YStride+p.x]; got != p.want {
				t.Errorf("orientation %d: %d at %d,%d", o, got, p.x, p.y)
			}
		}
	}
}

// BenchmarkMend mends a phone photo of 12 megapixels beside ImageMagick.
func BenchmarkMend(b *testing.B) {
	data := enlarged(b)
	b.Run("okienko", func(b *testing.B) {
		for b.Loop() {
			if _, err := Mend(data, profileA); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("convert", func(b *testing.B) {
		file := filepath.Join(b.TempDir(), "a.jpg")
		if err := os.WriteFile(file, data, 0o600); err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if out, err := exec.Command("/usr/bin/convert", file, "-auto-orient", "-resize", "720x900", file+".out.jpg").CombinedOutput(); err != nil {
				b.Skipf("convert: %v %s", err, out)
			}
		}
	})
}

// enlarged is a portrait of the samples at 3000×4000.
func enlarged(b *testing.B) []byte {
	b.Helper()
	data, err := os.ReadFile(filepath.Join(sampleFolder(b), "photos", "DSC_0412 Lis Zofia 7b.JPG"))
	if err != nil {
		b.Skip(err)
	}
	img, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		b.Fatal(err)
	}
	c := channelsOf(img)
	return encoded(c.scaled(turn{}, rectangle{0, 0, float64(c.y.width), float64(c.y.height)}, 3000, 4000), 92)
}

// sampleFolder finds the sample photos beside the repository, or skips.
func sampleFolder(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("OKIENKO_CORPUS")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared", "corpus")
	}
	if _, err := os.Stat(filepath.Join(dir, "manifest.csv")); err != nil {
		t.Skip("the sample photos lie outside of the repository; OKIENKO_CORPUS names their folder")
	}
	return dir
}
