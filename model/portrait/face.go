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

// face is what a detector saw, in pixels of the small copy.
type face struct {
	X, Y  float64 // middle
	Size  float64 // side of the square from the brows to the chin
	Score float64 // the detector's own
	both  bool    // both detectors saw it
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

// Two detectors look at every picture. BlazeFace is the better judge of a
// face that fills a portrait, also tilted, dark or burnt out, but is blind to
// small ones; pigo sees those and much else besides, so that what only pigo
// saw is shown to BlazeFace once more, close up.
const (
	sureScore   = 0.84 // BlazeFace's: upright faces reach 0.88, others and none 0.8
	fairScore   = 0.6  // enough where pigo saw the face, too
	mostTilt    = 45   // degrees; beyond, a face is found for sure after a turn
	leastScore  = 8.0  // pigo's, of all windows around a face together
	mostCloseUp = 4    // looks at what only pigo saw
	closeUp     = 2.4  // side of such a look, in faces
)

// How pigo's boxes lie to BlazeFace's, which run from the brows to the chin:
// medians over some hundred portraits.
const (
	pigoLarger = 1.08
	pigoHigher = 0.15 // of the face
)

// findFaces looks upright first: turning costs as much again, three times.
func findFaces(s *small) (faces []face, turn int) {
	best := 0.0
	turns := []int{1, 3, 2}
	if faces = upright(s); len(faces) > 0 {
		if faces[0].both {
			return faces, 0
		}
		// BlazeFace alone sometimes takes a face upside down for one.
		best, turns = faces[0].Score, []int{2}
	}
	for _, quarters := range turns {
		if found := upright(s.turned(quarters)); len(found) > 0 && found[0].Score > best {
			best, faces, turn = found[0].Score, found, quarters
		}
	}
	return faces, turn
}

// upright finds the faces that stand upright, the surest first.
func upright(s *small) (faces []face) {
	seen := pigoFaces(s)
	for _, b := range blaze(s, fairScore) {
		bothSaw := slices.ContainsFunc(seen, b.same)
		b.both = bothSaw
		if b.tilt < mostTilt && (b.Score >= sureScore || bothSaw) {
			faces = append(faces, b.face)
		}
	}
	looks := 0
	for _, p := range seen {
		known := slices.ContainsFunc(faces, func(f face) bool { return f.holds(p) || p.holds(f) })
		if known || looks == mostCloseUp {
			continue
		}
		looks++
		if f, ok := s.closeLook(p); ok {
			faces = append(faces, f)
		}
	}
	slices.SortStableFunc(faces, func(a, b face) int { return cmp.Compare(b.Score, a.Score) })
	return withoutNested(faces)
}

// closeLook shows BlazeFace the surroundings of a face.
func (s *small) closeLook(p face) (face, bool) {
	h := p.Size * closeUp / 2
	a := s.clip(area{int(p.X - h), int(p.Y - h), int(p.X + h), int(p.Y + h)})
	if a.empty() {
		return face{}, false
	}
	for _, b := range blaze(s.cut(a), sureScore) {
		b.X, b.Y = b.X+float64(a.x0), b.Y+float64(a.y0)
		if b.tilt < mostTilt && b.same(p) {
			b.both = true
			return b.face, true
		}
	}
	return face{}, false
}

// pigoFaces are the faces that pigo sees, the surest first.
func pigoFaces(s *small) (faces []face) {
	side := min(s.W, s.H)
	d := detector()
	if side < 24 || d == nil {
		return nil
	}
	p := pigo.CascadeParams{
		MinSize: max(20, side/12), MaxSize: side, ShiftFactor: 0.1, ScaleFactor: 1.1,
		ImageParams: pigo.ImageParams{Pixels: s.Y, Rows: s.H, Cols: s.W, Dim: s.W},
	}
	for _, f := range d.ClusterDetections(d.RunCascade(p, 0), 0.2) {
		if f.Q >= leastScore {
			size := float64(f.Scale) / pigoLarger
			faces = append(faces, face{X: float64(f.Col), Y: float64(f.Row) + pigoHigher*size, Size: size, Score: float64(f.Q)})
		}
	}
	slices.SortFunc(faces, func(a, b face) int { return cmp.Compare(b.Score, a.Score) })
	return faces
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

// same reports whether two detectors mean one face.
func (f face) same(o face) bool {
	return f.holds(o) && o.holds(f) && f.Size < 1.7*o.Size && o.Size < 1.7*f.Size
}
