package portrait

import (
	"cmp"
	"image"
	"math"
	"slices"
	"sync"

	pigo "github.com/esimov/pigo/core"

	"okienko/assets"
)

// FindFaces returns the faces in a picture as shown, the surest first. Where
// an upright look finds none it looks again with the picture turned: turn is
// then the number of quarter turns clockwise after which the faces stand
// upright, and the boxes are of the picture so turned.
func FindFaces(img image.Image) (faces []Box, turn int) {
	if img.Bounds().Empty() {
		return nil, 0
	}
	s := shrink(img)
	found, turn := findFaces(s)
	for _, f := range found {
		faces = append(faces, f.box(s.Scale))
	}
	return faces, turn
}

// face is what the detector saw, in pixels of the small copy.
type face struct {
	X, Y  float64 // middle
	Size  float64 // side of the square from the brows to the chin
	Score float64
}

func (f face) box(scale float64) Box {
	side := int(math.Round(f.Size * scale))
	return Box{int(math.Round((f.X - f.Size/2) * scale)), int(math.Round((f.Y - f.Size/2) * scale)), side, side}
}

var detector = sync.OnceValue(func() *pigo.Pigo {
	p, err := pigo.NewPigo().Unpack(assets.FaceCascade)
	if err != nil {
		return nil
	}
	return p
})

// leastScore is what the windows around a face must reach together.
const leastScore = 7.5

// findFaces looks upright first: turning costs as much again, three times.
func findFaces(s *small) (faces []face, turn int) {
	if faces = upright(s); len(faces) > 0 {
		return faces, 0
	}
	for _, quarters := range []int{1, 3, 2} {
		if faces = upright(s.turned(quarters)); len(faces) > 0 {
			return faces, quarters
		}
	}
	return nil, 0
}

func upright(s *small) []face {
	side := min(s.W, s.H)
	if side < 24 {
		return nil
	}
	d := detector()
	if d == nil {
		return nil
	}
	p := pigo.CascadeParams{
		MinSize: max(20, side/12), MaxSize: side, ShiftFactor: 0.1, ScaleFactor: 1.1,
		ImageParams: pigo.ImageParams{Pixels: s.Y, Rows: s.H, Cols: s.W, Dim: s.W},
	}
	var faces []face
	for _, f := range d.ClusterDetections(d.RunCascade(p, 0), 0.2) {
		if f.Q >= leastScore {
			faces = append(faces, face{float64(f.Col), float64(f.Row), float64(f.Scale), float64(f.Q)})
		}
	}
	slices.SortFunc(faces, func(a, b face) int { return cmp.Compare(b.Score, a.Score) })
	return withoutNested(faces)
}

// withoutNested drops the boxes whose middle lies in a surer one, and those
// around a surer one.
func withoutNested(faces []face) (kept []face) {
	for _, f := range faces {
		if !slices.ContainsFunc(kept, func(k face) bool { return k.holds(f) || f.holds(k) }) {
			kept = append(kept, f)
		}
	}
	return kept
}

func (f face) holds(o face) bool {
	return math.Abs(f.X-o.X) < f.Size/2 && math.Abs(f.Y-o.Y) < f.Size/2
}
