// Package portrait judges the photos that families send (bytes and the
// school's rules in, findings out) and mends what can be mended. It is pure:
// it opens no files and knows no students.
//
// A file is walked marker by marker first (markers.go), which answers most
// questions for the price of reading the bytes and decides whether it is safe
// to unpack. Only then it is decoded, once; faces, sharpness, light and
// background are looked at on a small copy.
package portrait

import "okienko/model"

// ID names one reason to refuse a photo or to advise against it.
type ID string

// Reasons that follow from the bytes. The first six make the file unusable:
// such a file gets exactly one of them, and checks that need the picture are
// left out.
const (
	EmptyFile       ID = "empty_file"
	NotJPEG         ID = "not_jpeg"
	Truncated       ID = "truncated"
	Corrupt         ID = "corrupt"
	UnsupportedJPEG ID = "unsupported_jpeg"
	TooManyPixels   ID = "too_many_pixels"

	TooSmall      ID = "too_small"
	TooLargePx    ID = "too_large_px"
	WrongRatio    ID = "wrong_ratio"
	TooHeavy      ID = "too_heavy"
	NearLimit     ID = "near_limit"
	LowResolution ID = "low_resolution"
	RotatedEXIF   ID = "rotated_exif"
	GPSData       ID = "gps_data"
	TrailingData  ID = "trailing_data"
	BadExtension  ID = "bad_extension"
	Greyscale     ID = "greyscale"
	CMYK          ID = "cmyk"
)

// Reasons that are judgements.
const (
	RotatedPixels      ID = "rotated_pixels"
	NoFace             ID = "no_face"
	ManyFaces          ID = "many_faces"
	FaceTooSmall       ID = "face_too_small"
	FaceTooLarge       ID = "face_too_large"
	FaceOffCentre      ID = "face_off_centre"
	Blurred            ID = "blurred"
	TooDark            ID = "too_dark"
	TooBright          ID = "too_bright"
	LowContrast        ID = "low_contrast"
	LowQuality         ID = "low_quality"
	BackgroundBusy     ID = "background_busy"
	BackgroundNotLight ID = "background_not_light"
)

// Reasons that only a whole folder can give; see Folder.
const (
	DuplicateFile ID = "duplicate_file"
	SeveralPhotos ID = "several_photos"
)

// IDs are all reasons, in the order in which they are told.
var IDs = []ID{
	EmptyFile, NotJPEG, Truncated, Corrupt, UnsupportedJPEG, TooManyPixels,
	TooSmall, TooLargePx, WrongRatio, TooHeavy, NearLimit, LowResolution,
	RotatedEXIF, GPSData, TrailingData, BadExtension, Greyscale, CMYK,
	RotatedPixels, NoFace, ManyFaces, FaceTooSmall, FaceTooLarge, FaceOffCentre,
	Blurred, TooDark, TooBright, LowContrast, LowQuality, BackgroundBusy, BackgroundNotLight,
	DuplicateFile, SeveralPhotos,
}

// Level says how much a finding weighs.
type Level int

// Levels.
const (
	Warning Level = iota // advice
	Error                // a broken rule of the school, or a file that can't be used
)

// Level is the weight of a reason.
func (id ID) Level() Level {
	switch id {
	case EmptyFile, NotJPEG, Truncated, Corrupt, UnsupportedJPEG, TooManyPixels,
		TooSmall, TooLargePx, WrongRatio, TooHeavy:
		return Error
	}
	return Warning
}

// Unreadable reports whether the reason means that there is no picture to
// look at.
func (id ID) Unreadable() bool {
	switch id {
	case EmptyFile, NotJPEG, Truncated, Corrupt, UnsupportedJPEG, TooManyPixels:
		return true
	}
	return false
}

// Rules are a school's rules on photos. Pixels are of the picture as shown,
// with the EXIF orientation applied; a zero is a rule that the school has
// not.
type Rules = model.PhotoRules

// Box is a rectangle in pixels of the picture as shown: a face from the brows
// to the chin.
type Box struct{ X, Y, W, H int }

// Verdict sums up the findings.
type Verdict string

// Verdicts.
const (
	Accept Verdict = "accept" // nothing to say
	Warn   Verdict = "warn"   // advice only
	Reject Verdict = "reject" // at least one error
)
