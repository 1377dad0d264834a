package portrait

import "strings"

// Where a school names no minimum, a picture below the smallest published one
// is worth a remark.
const (
	leastPublishedWidth  = 246
	leastPublishedHeight = 304
)

// checkWeight compares the size of the file with the limit. Rules are read in
// binary megabytes; where a system reads them in decimal ones a file between
// the two is refused.
func (in *inspection) checkWeight() {
	limit, size := in.rules.MaxBytes, int64(in.report.Bytes)
	decimal := limit * 1_000_000 / 1_048_576
	switch {
	case limit == 0:
	case size > limit:
		in.find(TooHeavy, float64(size), float64(limit))
	case size > decimal:
		in.find(NearLimit, float64(size), float64(decimal))
	}
}

// checkSides compares the sides of the picture as shown with the school's.
func (in *inspection) checkSides() {
	r, w, h := in.rules, in.report.DisplayWidth, in.report.DisplayHeight
	switch {
	case w < r.MinWidth:
		in.find(TooSmall, float64(w), float64(r.MinWidth))
	case h < r.MinHeight:
		in.find(TooSmall, float64(h), float64(r.MinHeight))
	}
	switch {
	case r.MaxWidth > 0 && w > r.MaxWidth:
		in.find(TooLargePx, float64(w), float64(r.MaxWidth))
	case r.MaxHeight > 0 && h > r.MaxHeight:
		in.find(TooLargePx, float64(h), float64(r.MaxHeight))
	}
	if !KeepsRatio(w, h, r) {
		in.find(WrongRatio, float64(w)/float64(h), float64(r.RatioWidth)/float64(r.RatioHeight))
	}
	if r.MinWidth > 0 || r.MinHeight > 0 {
		return
	}
	switch {
	case w < leastPublishedWidth:
		in.find(LowResolution, float64(w), leastPublishedWidth)
	case h < leastPublishedHeight:
		in.find(LowResolution, float64(h), leastPublishedHeight)
	}
}

// KeepsRatio reports whether the sides keep the school's ratio to less than
// one whole pixel of width; true where the school has none.
func KeepsRatio(w, h int, r Rules) bool {
	if r.RatioWidth == 0 || r.RatioHeight == 0 {
		return true
	}
	off := r.RatioHeight*w - r.RatioWidth*h
	return -r.RatioHeight < off && off < r.RatioHeight
}

// namedJPEG reports whether a file name ends as a JPEG's should.
func namedJPEG(name string) bool {
	name = strings.ToLower(strings.TrimSpace(name))
	return strings.HasSuffix(name, ".jpg") || strings.HasSuffix(name, ".jpeg")
}
