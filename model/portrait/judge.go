package portrait

import "math"

// The bounds of the judgements. Where the comment names no other source they
// are the guide values that schools' advice was boiled down to: see the
// README of the sample photos.
const (
	leastFaceShare  = 0.25 // of the height: brows to chin
	mostOffCentre   = 0.15 // of the width
	leastFaceLight  = 60   // mean luminance of 255
	burntLight      = 250  // luminance without detail
	mostBurnt       = 0.12 // part of the face
	leastContrast   = 90   // luminance
	leastQuality    = 30   // of 100, libjpeg's scale
	leastBackLight  = 150  // luminance
	mostBackTint    = 40   // of 128: a coloured wall, not a warm white
	leastCalm       = 0.33 // part of a corner without detail
	mostUneven      = 16   // luminance; of a background that is
	plainCalm       = 0.70 // not calm beyond doubt: a wall in uneven light is plain
	leastEdgeRatio  = 0.26 // a blur of 2 pixels at 480 wide stays below, a sharp picture above 0.3
	leastSharpness  = 0.05 // variance of the Laplacian by the square of the contrast, in percent
	crownAboveBrows = 0.20 // of the face: less room above the brows can't hold the crown
)

// judge looks at the face, the light and the background on the small copy.
func (in *inspection) judge(s *small) {
	faces, turn := findFaces(s)
	in.report.Turn = turn
	if len(faces) > 0 {
		in.measure("face_score", faces[0].Score)
	}
	upright := s.turned(turn)
	for _, f := range faces {
		in.report.Faces = append(in.report.Faces, f.box(upright.Scale))
	}
	in.measure("faces", float64(len(faces)))
	switch {
	case len(faces) == 0:
		in.find(NoFace, 0, 1)
	case turn != 0:
		in.find(RotatedPixels, float64(90*turn), 0)
	}
	if len(faces) > 1 {
		in.find(ManyFaces, float64(len(faces)), 1)
	}
	look := area{upright.W / 4, upright.H / 5, upright.W * 3 / 4, upright.H * 4 / 5}
	if len(faces) > 0 {
		look = faces[0].area()
	}
	if len(faces) == 1 && turn == 0 {
		in.judgeFrame(upright, faces[0])
	}
	in.judgeLight(upright, look)
	in.judgeSharpness(upright, look)
	in.judgeQuality()
	in.judgeBackground(upright)
}

func (f face) area() area {
	h := f.Size / 2
	return area{int(f.X - h), int(f.Y - h), int(f.X + h), int(f.Y + h)}
}

// judgeFrame looks at how the one face sits in the picture.
func (in *inspection) judgeFrame(s *small, f face) {
	share := f.Size / float64(s.H)
	off := math.Abs(f.X-float64(s.W)/2) / float64(s.W)
	in.measure("face_share", share)
	in.measure("face_off_centre", off)
	if share < leastFaceShare {
		in.find(FaceTooSmall, share, leastFaceShare)
	}
	if off > mostOffCentre {
		in.find(FaceOffCentre, off, mostOffCentre)
	}
	crown := (f.Y - f.Size/2) / f.Size
	chin := (float64(s.H) - (f.Y + f.Size/2)) / f.Size
	in.measure("above_brows", crown)
	in.measure("below_chin", chin)
	if crown < crownAboveBrows || chin < -0.05 {
		in.find(FaceTooLarge, min(crown, chin), crownAboveBrows)
	}
}

func (in *inspection) judgeLight(s *small, look area) {
	face := s.histogram(look)
	whole := s.histogram(area{0, 0, s.W, s.H})
	mean, burnt := face.mean(), face.shareFrom(burntLight)
	// A small face before a plain wall has contrast that the whole has not.
	contrast := max(face.contrast(), whole.contrast())
	in.measure("face_light", mean)
	in.measure("burnt_share", burnt)
	in.measure("contrast", contrast)
	if mean < leastFaceLight {
		in.find(TooDark, mean, leastFaceLight)
	}
	if burnt > mostBurnt {
		in.find(TooBright, burnt, mostBurnt)
	}
	if contrast < leastContrast {
		in.find(LowContrast, contrast, leastContrast)
	}
}

// judgeSharpness leaves pictures without contrast alone: there is nothing in
// them that could be sharp.
func (in *inspection) judgeSharpness(s *small, look area) {
	contrast := s.histogram(look).contrast()
	if contrast < 16 {
		return
	}
	ratio := s.edgeRatio(look)
	sharpness := 100 * s.laplacian(look) / (contrast * contrast)
	in.measure("edge_ratio", ratio)
	in.measure("sharpness", sharpness)
	switch {
	case ratio < leastEdgeRatio:
		in.find(Blurred, ratio, leastEdgeRatio)
	case sharpness < leastSharpness:
		in.find(Blurred, sharpness, leastSharpness)
	}
}

func (in *inspection) judgeQuality() {
	quality := in.layout.quality()
	in.measure("quality", quality)
	if quality < leastQuality {
		in.find(LowQuality, quality, leastQuality)
	}
}

func (in *inspection) judgeBackground(s *small) {
	b := s.background()
	in.measure("background_calm", b.calm)
	in.measure("background_light", b.light)
	in.measure("background_tint", b.tint)
	in.measure("background_uneven", b.uneven)
	switch {
	case b.calm < leastCalm:
		in.find(BackgroundBusy, b.calm, leastCalm)
	case b.uneven > mostUneven && b.calm < plainCalm:
		in.find(BackgroundBusy, b.uneven, mostUneven)
	}
	switch {
	case b.light < leastBackLight:
		in.find(BackgroundNotLight, b.light, leastBackLight)
	case b.tint > mostBackTint:
		in.find(BackgroundNotLight, b.tint, mostBackTint)
	}
}
