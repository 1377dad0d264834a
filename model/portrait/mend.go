package portrait

import (
	"fmt"
	"math"
	"strings"
)

// Step is one thing that mending did.
type Step string

// The steps, in the order in which they are told.
const (
	StepConverted  Step = "converted"  // from another format
	StepCompleted  Step = "completed"  // the end marker was missing, the picture whole
	StepColours    Step = "colours"    // print colours became screen colours
	StepTurned     Step = "turned"     // it is stored the way it is looked at
	StepCropped    Step = "cropped"    // to the ratio, around the head
	StepReduced    Step = "reduced"    // to fewer pixels
	StepEnlarged   Step = "enlarged"   // a little, to reach the least size
	StepCompressed Step = "compressed" // to a lower quality, to fit the limit
	StepStripped   Step = "stripped"   // what was beside the picture is gone: place, camera, second pictures
)

// Steps are all steps.
var Steps = []Step{StepConverted, StepCompleted, StepColours, StepTurned, StepCropped, StepReduced,
	StepEnlarged, StepCompressed, StepStripped}

// Mended is a corrected photo.
type Mended struct {
	Bytes         []byte // JPEG, 300 dpi, no metadata
	Width, Height int
	Quality       int // of JPEG, 1 to 100; 0 where the picture itself was not touched
	Steps         []Step
	Face          Box // in the corrected photo
}

// CantMend says why a photo can't be corrected: a reason as Inspect gives it.
type CantMend struct {
	Reason ID
	// For TooSmall: what is left of the picture around the head, and what the
	// school asks for, in pixels.
	Width, Height         int
	LeastWidth, LeastHigh int
	Err                   error // of a decoder, or nil
}

// Error is for logs.
func (e *CantMend) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "can't mend the photo: %s", e.Reason)
	if e.Reason == TooSmall {
		fmt.Fprintf(&b, " (%d×%d around the head, least %d×%d)", e.Width, e.Height, e.LeastWidth, e.LeastHigh)
	}
	if e.Err != nil {
		fmt.Fprintf(&b, ": %v", e.Err)
	}
	return b.String()
}

// Unwrap returns the decoder's error.
func (e *CantMend) Unwrap() error { return e.Err }

// Mend turns a photo upright, crops it around the head, brings it to a size
// and weight that the rules allow, and leaves everything out that is not the
// picture. The result keeps the rules; pixels are never invented, except that
// a picture may grow by a quarter to reach the least size.
//
// It takes JPEG, PNG and WebP. Every error is a *CantMend.
func Mend(data []byte, rules Rules) (Mended, error) { return mend(data, rules, findFaces) }

// finder is findFaces.
type finder func(*small) (faces []face, turn int)

func mend(data []byte, rules Rules, find finder) (Mended, error) {
	src, err := open(data)
	if err != nil {
		return Mended{}, err
	}
	face, err := src.find(find)
	if err != nil {
		return Mended{}, err
	}
	plan, err := src.plan(face, rules)
	if err != nil {
		return Mended{}, err
	}
	if err := src.unpackFor(plan); err != nil {
		return Mended{}, err
	}
	return src.make(plan, rules)
}

// source is a decoded photo.
type source struct {
	channels
	turn      turn
	jpeg      bool
	file      layout // of a JPEG
	completed bool
	cmyk      bool
	beside    bool // the file holds more than the picture
}

// find looks for the one sharp face and turns the picture so that it is
// upright.
func (s *source) find(find finder) (Box, error) {
	w, h := s.shown(s.turn)
	sw, sh, scale := smallSize(w, h)
	copied := shrink(s.scaled(s.turn, rectangle{0, 0, float64(w), float64(h)}, sw, sh))
	faces, quarters := find(copied)
	switch len(faces) {
	case 0:
		return Box{}, &CantMend{Reason: NoFace}
	case 1:
	default:
		return Box{}, &CantMend{Reason: ManyFaces}
	}
	look := inspection{report: Report{Measured: map[string]float64{}}}
	look.judgeSharpness(copied.turned(quarters), faces[0].area())
	if look.report.Has(Blurred) {
		return Box{}, &CantMend{Reason: Blurred}
	}
	s.turn = s.turn.clockwise(quarters)
	return faces[0].box(scale), nil
}

func (b Box) times(f float64) Box {
	return Box{int(float64(b.X) * f), int(float64(b.Y) * f), int(float64(b.W) * f), int(float64(b.H) * f)}
}

// plan is what to make of a picture.
type plan struct {
	part rectangle
	size size
	face Box // in the result
	crop bool
}

func (s *source) plan(face Box, rules Rules) (plan, error) {
	w, h := s.shown(s.turn)
	least, _, _ := sizes(rules)
	head := head(face, w, h)
	p := plan{part: rectangle{0, 0, float64(w), float64(h)}}
	if !framed(w, h, head, least) {
		var ok bool
		if p.part, ok = around(w, h, head, least); !ok {
			return plan{}, &CantMend{Reason: FaceTooLarge}
		}
	}
	var ok bool
	if p.size, ok = made(p.part, rules); !ok {
		return plan{}, &CantMend{Reason: TooSmall, Width: int(p.part.width()), Height: int(p.part.height()),
			LeastWidth: least.w, LeastHigh: least.h}
	}
	if math.Abs(float64(p.size.h)-p.part.height()) < 1 {
		p.part = p.part.whole(p.size, w, h)
	}
	p.crop = p.part != rectangle{0, 0, float64(w), float64(h)}
	fx, fy := float64(p.size.w)/p.part.width(), float64(p.size.h)/p.part.height()
	p.face = Box{int((float64(face.X) - p.part.x0) * fx), int((float64(face.Y) - p.part.y0) * fy),
		int(float64(face.W) * fx), int(float64(face.H) * fy)}
	return p, nil
}

// whole is about the same part with whole pixels, which need no filter.
func (r rectangle) whole(s size, width, height int) rectangle {
	if s.w > width || s.h > height {
		return r
	}
	x, y := min(int(r.x0+0.5), width-s.w), min(int(r.y0+0.5), height-s.h)
	return rectangle{float64(x), float64(y), float64(x + s.w), float64(y + s.h)}
}
