package portrait

import (
	"bytes"
	"image"
	"image/jpeg"
)

// Qualities of JPEG: what is aimed at, the floor under which faces show
// blocks, and the ceiling above which only the weight grows.
const (
	usualQuality  = 92
	floorQuality  = 70
	utmostQuality = 100
)

// Weights that nearly all published rules take. Systems differ in what a
// megabyte is; the decimal one pleases all.
const (
	usualLeastBytes = 75_000
	usualMostBytes  = 1_000_000
)

// mostBytes is what the result may weigh. A limit given in megabytes is binary,
// and some systems count the same number of decimal ones.
func mostBytes(r Rules) int {
	if r.MaxBytes <= 0 {
		return usualMostBytes
	}
	return int(min(usualMostBytes, float64(r.MaxBytes)*1_000_000/(1<<20)))
}

// make makes the picture of a plan. Where even the floor of quality is too
// heavy it becomes smaller, down to the least size of the rules.
func (s *source) make(p plan, rules Rules) (Mended, error) {
	m := Mended{Face: p.face, Width: p.size.w, Height: p.size.h}
	if kept, ok := s.unchanged(p, rules); ok {
		m.Bytes, m.Steps = kept, s.steps(p, false)
		return m, nil
	}
	least, _, greatest := sizes(rules)
	ratio, rw, rh := shape(rules)
	for size := p.size; ; {
		picture := s.scaled(s.turn, p.part, size.w, size.h)
		data, quality, ok := compress(picture, mostBytes(rules))
		if ok {
			f := float64(size.h) / float64(p.size.h)
			p.size = size
			m.Bytes, m.Quality, m.Width, m.Height, m.Face = data, quality, size.w, size.h, p.face.times(f)
			m.Steps = s.steps(p, quality < usualQuality)
			return m, nil
		}
		if size.h <= least.h {
			return Mended{}, &CantMend{Reason: TooHeavy}
		}
		size = sizeAt(max(least.h, size.h*4/5), least.h, greatest.h, ratio, rw, rh)
	}
}

// steps tells what is done by a plan.
func (s *source) steps(p plan, compressed bool) (steps []Step) {
	for _, did := range []struct {
		step Step
		done bool
	}{
		{StepConverted, !s.jpeg},
		{StepCompleted, s.completed},
		{StepColours, s.cmyk},
		{StepTurned, s.turn != (turn{})},
		{StepCropped, p.crop},
		{StepReduced, float64(p.size.h) < p.part.height()-1},
		{StepEnlarged, float64(p.size.h) > p.part.height()+1},
		{StepCompressed, compressed},
		{StepStripped, s.beside},
	} {
		if did.done {
			steps = append(steps, did.step)
		}
	}
	return steps
}

// compress encodes a picture at the usual quality. Where that is too heavy it
// searches for the best that fits; where it is lighter than some rules want, it
// takes the next that is heavy enough.
func compress(picture image.Image, most int) (data []byte, quality int, ok bool) {
	data = encoded(picture, usualQuality)
	if len(data) > most {
		return searched(picture, floorQuality, usualQuality-1, most)
	}
	quality = usualQuality
	for q := usualQuality + 2; q <= utmostQuality && len(data) < usualLeastBytes; q += 2 {
		heavier := encoded(picture, q)
		if len(heavier) > most {
			break
		}
		data, quality = heavier, q
	}
	return data, quality, true
}

// searched is the highest quality from low to high that fits.
func searched(picture image.Image, low, high, most int) (data []byte, quality int, ok bool) {
	for low <= high {
		q := (low + high) / 2
		if tried := encoded(picture, q); len(tried) <= most {
			data, quality, low = tried, q, q+1
		} else {
			high = q - 1
		}
	}
	return data, quality, data != nil
}

// jfif is the segment that says 300 dpi (JFIF 1.02: units 1, density x and y).
// The standard library's encoder writes none.
var jfif = []byte{0xFF, 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 2, 1, 300 >> 8, 300 & 0xFF, 300 >> 8, 300 & 0xFF, 0, 0}

const startOfImage = "\xFF\xD8"

func encoded(picture image.Image, quality int) []byte {
	var out bytes.Buffer
	// A buffer takes all, and the sides are below 65,536.
	if err := jpeg.Encode(&out, picture, &jpeg.Options{Quality: quality}); err != nil {
		return nil
	}
	return withDensity(out.Bytes()[len(startOfImage):])
}

func withDensity(rest []byte) []byte {
	data := make([]byte, 0, len(startOfImage)+len(jfif)+len(rest))
	data = append(data, startOfImage...)
	data = append(data, jfif...)
	return append(data, rest...)
}
