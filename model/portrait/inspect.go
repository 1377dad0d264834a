package portrait

import (
	"math"
	"slices"
)

// Finding is one reason with the value that was measured beside the one that
// is allowed; both are 0 where there is nothing to measure. Units are those
// of the reason: pixels, bytes, shares of the frame, luminance of 255.
type Finding struct {
	ID       ID
	Level    Level
	Measured float64
	Allowed  float64
}

// Report is what there is to say about one file.
type Report struct {
	Findings      []Finding
	Verdict       Verdict
	Format        string // see Format
	Process       string // kind of JPEG: baseline, progressive, arithmetic…
	Width         int    // as stored; 0 where not known
	Height        int
	DisplayWidth  int // as shown
	DisplayHeight int
	Orientation   int // EXIF, 1 to 8
	Bytes         int
	Faces         []Box // in the picture as shown, or where Turn is not 0, in that picture so turned
	Turn          int   // quarter turns clockwise that put the person upright
	Measured      map[string]float64
}

// IDs are the reasons of a report.
func (r Report) IDs() []ID {
	ids := make([]ID, len(r.Findings))
	for i, f := range r.Findings {
		ids[i] = f.ID
	}
	return ids
}

// Has reports whether a reason was found.
func (r Report) Has(id ID) bool {
	return slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.ID == id })
}

// Readable reports whether there is a picture to look at.
func (r Report) Readable() bool {
	return !slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.ID.Unreadable() })
}

// inspection is one file on its way to a report.
type inspection struct {
	name   string
	data   []byte
	rules  Rules
	layout layout
	report Report

	readable bool // the markers are in order
}

// Inspect looks at one file, first at what is cheap. The name is only asked
// for its extension.
func Inspect(name string, data []byte, rules Rules) Report {
	in := hardChecks(name, data, rules)
	if in.readable {
		if small, ok := unpack(in.layout, in.report.Orientation); in.decoded(ok) {
			in.checkColour(small)
			in.judge(small)
		}
	}
	return in.finish()
}

// Check looks only for what follows from the bytes, not at the face, the
// light or the background.
func Check(name string, data []byte, rules Rules) Report {
	in := hardChecks(name, data, rules)
	if !in.readable {
		return in.finish()
	}
	small, ok := glance(in.layout)
	if ok && small.greyShare() > surelyColour {
		small, ok = unpack(in.layout, in.report.Orientation)
	}
	if in.decoded(ok) {
		in.checkColour(small)
	}
	return in.finish()
}

// surelyColour is the share of grey blocks below which a picture can't be
// black and white by its pixels.
const surelyColour = 0.9

// hardChecks answers all that the markers tell.
func hardChecks(name string, data []byte, rules Rules) *inspection {
	in := &inspection{name: name, data: data, rules: rules}
	in.report = Report{Format: Format(data), Bytes: len(data), Orientation: 1, Measured: map[string]float64{}}
	in.checkWeight()
	if problem := in.open(); problem != "" {
		in.find(problem, in.pixels(problem), 0)
		return in
	}
	in.readable = true
	return in
}

// decoded goes on with a picture that could be unpacked, or says that it
// could not.
func (in *inspection) decoded(ok bool) bool {
	if !ok {
		// What was found of a picture that is none does not count.
		in.report.Findings = slices.DeleteFunc(in.report.Findings, func(f Finding) bool { return f.ID != TooHeavy && f.ID != NearLimit })
		in.find(Corrupt, 0, 0)
		return false
	}
	in.checkSides()
	in.checkBytes()
	return true
}

// open decides from the markers alone whether the picture can be unpacked.
func (in *inspection) open() ID {
	switch {
	case len(in.data) == 0:
		return EmptyFile
	case !isJPEG(in.data):
		return NotJPEG
	}
	in.layout = takeApart(in.data)
	if f := in.layout.frame; f != nil {
		r := &in.report
		origin := readOrigin(in.layout)
		r.Orientation, r.Width, r.Height, r.Process = origin.orientation, f.width, f.height, f.process()
		r.DisplayWidth, r.DisplayHeight = shownSize(f.width, f.height, r.Orientation)
		if origin.gps && in.layout.problem == "" {
			in.find(GPSData, 0, 0)
		}
	}
	return in.layout.problem
}

func (in *inspection) pixels(problem ID) float64 {
	if problem != TooManyPixels {
		return 0
	}
	return float64(in.report.Width) * float64(in.report.Height)
}

// checkBytes looks at what surrounds the picture.
func (in *inspection) checkBytes() {
	if in.report.Orientation > 1 {
		in.find(RotatedEXIF, float64(in.report.Orientation), 1)
	}
	if extra := len(in.data) - in.layout.end; extra > 0 {
		in.find(TrailingData, float64(extra), 0)
	}
	if !namedJPEG(in.name) {
		in.find(BadExtension, 0, 0)
	}
}

// checkColour tells black and white and print colours.
func (in *inspection) checkColour(s *small) {
	if len(in.layout.frame.components) == 4 {
		in.find(CMYK, 4, 3)
	}
	if share := s.greyShare(); share >= greyShare {
		in.find(Greyscale, share, greyShare)
	}
}

func (in *inspection) find(id ID, measured, allowed float64) {
	in.report.Findings = append(in.report.Findings, Finding{id, id.Level(), measured, allowed})
}

// measure keeps a value that a judgement rests on.
func (in *inspection) measure(name string, v float64) {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		v = 0
	}
	in.report.Measured[name] = math.Round(v*1000) / 1000
}

// finish puts the findings into their order and sums them up.
func (in *inspection) finish() Report {
	r := in.report
	slices.SortStableFunc(r.Findings, func(a, b Finding) int { return slices.Index(IDs, a.ID) - slices.Index(IDs, b.ID) })
	r.Verdict = Accept
	for _, f := range r.Findings {
		if f.Level == Error {
			r.Verdict = Reject
			break
		}
		r.Verdict = Warn
	}
	return r
}
