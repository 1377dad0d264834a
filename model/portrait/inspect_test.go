package portrait_test

import (
	"bytes"
	"fmt"
	"image"
	"slices"
	"testing"

	"okienko/model/portrait"
)

var schoolA = portrait.Rules{MinWidth: 480, MinHeight: 600, MaxWidth: 1440, MaxHeight: 1800, RatioWidth: 4, RatioHeight: 5, MaxBytes: 1 << 20}

// hard are the reasons that follow from the bytes; a disc has no face.
func hard(r portrait.Report) (ids []portrait.ID) {
	for _, id := range r.IDs() {
		if !isSoft(string(id)) {
			ids = append(ids, id)
		}
	}
	return ids
}

func TestEveryHardReason(t *testing.T) {
	good := photo(t, 480, 600)
	weighs := func(n int) []byte { // by a comment, like cameras that reserve room
		out := good
		for len(out) < n {
			out = withSegment(out, 0xFE, make([]byte, min(60_000, max(0, n-len(out)-4))))
		}
		return out
	}
	grey := image.NewGray(image.Rect(0, 0, 480, 600))
	for i := range grey.Pix {
		grey.Pix[i] = byte(i * 7)
	}
	pale := picture(480, 600)
	for i := range pale.Pix {
		if i%4 != 3 {
			pale.Pix[i] = pale.Pix[i&^3]
		}
	}
	damaged := slices.Clone(good)
	for i := range 60 {
		damaged[len(damaged)/2+i] = byte(i * i * 37)
	}
	none := portrait.Rules{}
	for _, c := range []struct {
		about string
		name  string
		data  []byte
		rules portrait.Rules
		want  string
	}{
		{"a good one", "a.jpg", good, schoolA, "[]"},
		{"a good one, in capitals", "a.b.JPEG", good, schoolA, "[]"},
		{"nothing", "a.jpg", nil, schoolA, "[empty_file]"},
		{"a PNG", "a.jpg", []byte("\x89PNG\r\n\x1a\n1234"), schoolA, "[not_jpeg]"},
		{"half of it", "a.jpg", good[:len(good)/2], schoolA, "[truncated]"},
		{"no end marker", "a.jpg", good[:len(good)-2], schoolA, "[truncated]"},
		{"the start only", "a.jpg", good[:3], schoolA, "[truncated]"},
		{"no quantisation tables", "a.jpg", without(good, 0xDB), schoolA, "[corrupt]"},
		{"no Huffman tables", "a.jpg", without(good, 0xC4), schoolA, "[corrupt]"},
		{"no height", "a.jpg", changed(good, 4, 0, 0), schoolA, "[corrupt]"},
		{"overwritten data", "a.jpg", damaged, schoolA, "[corrupt]"},
		{"more rows than data", "a.jpg", changed(good, 4, 9, 0), schoolA, "[corrupt]"},
		{"arithmetic", "a.jpg", changed(good, 0, 0xC9), schoolA, "[unsupported_jpeg]"},
		{"lossless", "a.jpg", changed(good, 0, 0xC3), schoolA, "[unsupported_jpeg]"},
		{"12 bits", "a.jpg", changed(good, 3, 12), schoolA, "[unsupported_jpeg]"},
		{"a bomb", "a.jpg", changed(good, 4, 0x9C, 0x40, 0x9C, 0x40), schoolA, "[too_many_pixels]"},
		{"a pixel too narrow and low", "a.jpg", photo(t, 479, 599), schoolA, "[too_small]"},
		{"a pixel too wide", "a.jpg", photo(t, 1441, 1800), schoolA, "[too_large_px wrong_ratio]"},
		{"a pixel off the ratio", "a.jpg", photo(t, 481, 600), schoolA, "[wrong_ratio]"},
		{"within rounding", "a.jpg", photo(t, 480, 601), schoolA, "[]"},
		{"too heavy", "a.jpg", weighs(1<<20 + 1), schoolA, "[too_heavy]"},
		{"at the limit", "a.jpg", weighs(1_000_001), schoolA, "[near_limit]"},
		{"below the limit", "a.jpg", weighs(1_000_000), schoolA, "[]"},
		{"not a JPEG and too heavy", "a.jpg", append([]byte("%PDF-1.7"), make([]byte, 1<<20)...), schoolA, "[not_jpeg too_heavy]"},
		{"tiny, no minimum", "a.jpg", photo(t, 245, 304), none, "[low_resolution]"},
		{"the least published", "a.jpg", photo(t, 246, 304), none, "[]"},
		{"stored lying", "a.jpg", tagged(photo(t, 600, 480), 6, false), schoolA, "[rotated_exif]"},
		{"orientation 0", "a.jpg", tagged(good, 0, false), schoolA, "[]"},
		{"orientation 9", "a.jpg", tagged(good, 9, false), schoolA, "[]"},
		{"a place", "a.jpg", tagged(good, 1, true), schoolA, "[gps_data]"},
		{"a film behind", "a.jpg", append(slices.Clone(good), "ftypmp42"...), schoolA, "[trailing_data]"},
		{"zeros behind", "a.jpg", append(slices.Clone(good), 0, 0), schoolA, "[trailing_data]"},
		{"another name", "a.png", good, schoolA, "[bad_extension]"},
		{"no ending", "Jan Kowalski 4a", good, schoolA, "[bad_extension]"},
		{"one component", "a.jpg", encoded(t, grey, 90), schoolA, "[greyscale]"},
		{"three equal ones", "a.jpg", encoded(t, pale, 90), schoolA, "[greyscale]"},
	} {
		t.Run(c.about, func(t *testing.T) {
			got := portrait.Inspect(c.name, c.data, c.rules)
			if ids := fmt.Sprint(hard(got)); ids != c.want {
				t.Errorf("got %s, want %s", ids, c.want)
			}
			if quick := portrait.Check(c.name, c.data, c.rules); fmt.Sprint(hard(quick)) != c.want {
				t.Errorf("the quick look says %v", quick.IDs())
			}
			if rejected := got.Verdict == portrait.Reject; rejected != slices.ContainsFunc(got.Findings, func(f portrait.Finding) bool { return f.Level == portrait.Error }) {
				t.Errorf("verdict %s", got.Verdict)
			}
		})
	}
}

func TestFormatsAreNamed(t *testing.T) {
	for start, want := range map[string]string{
		"\x89PNG\r\n\x1a\n":                                portrait.FormatPNG,
		"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00":         portrait.FormatHEIC,
		"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00miafheic": portrait.FormatHEIC,
		"\x00\x00\x00\x18ftypavif\x00\x00\x00\x00":         portrait.FormatAVIF,
		"\x00\x00\x00\x18ftypisom\x00\x00\x00\x00":         portrait.FormatMP4,
		"\x00\x00\x00\x14ftypqt  \x00\x00\x00\x00":         portrait.FormatMOV,
		"RIFF\x00\x00\x00\x00WEBPVP8 ":                     portrait.FormatWebP,
		"%PDF-1.4\n":                                       portrait.FormatPDF,
		"GIF89a":                                           portrait.FormatGIF,
		"II*\x00":                                          portrait.FormatTIFF,
		"PK\x03\x04":                                       portrait.FormatZIP,
		"<!DOCTYPE html><html>":                            portrait.FormatHTML,
		"Dzień dobry, przesyłam zdjęcie.":                  portrait.FormatText,
		"\x01\x02\x03\xfe\xff\x00\x80":                     "",
	} {
		if got := portrait.Format([]byte(start)); got != want {
			t.Errorf("%q is %q, want %q", start, got, want)
		}
	}
}

func TestSizesAreAsShown(t *testing.T) {
	r := portrait.Inspect("a.jpg", tagged(photo(t, 600, 480), 8, false), schoolA)
	if r.Width != 600 || r.Height != 480 || r.DisplayWidth != 480 || r.DisplayHeight != 600 {
		t.Errorf("stored %dx%d, shown %dx%d", r.Width, r.Height, r.DisplayWidth, r.DisplayHeight)
	}
}

func TestCompressionIsMeasured(t *testing.T) {
	if r := portrait.Inspect("a.jpg", encoded(t, picture(480, 600), 10), schoolA); !r.Has(portrait.LowQuality) {
		t.Errorf("quality 10 is measured as %v", r.Measured["quality"])
	}
	if r := portrait.Inspect("a.jpg", encoded(t, picture(480, 600), 75), schoolA); r.Has(portrait.LowQuality) {
		t.Errorf("quality 75 is measured as %v", r.Measured["quality"])
	}
}

func TestFolderReasons(t *testing.T) {
	one, two := portrait.SumOf([]byte("one")), portrait.SumOf([]byte("two"))
	got := portrait.Folder([]portrait.Filed{
		{Sum: one, Bytes: 3, Student: 1}, {Sum: one, Bytes: 3, Student: 2}, // twins
		{Sum: two, Bytes: 3, Student: 3}, {Sum: two, Bytes: 3, Student: 3}, // sent twice
		{Bytes: 0}, {Bytes: 0}, // empty files are alike without meaning
	})
	want := "[[duplicate_file] [duplicate_file] [several_photos] [several_photos] [] []]"
	if fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

func TestALonePictureIsNoFace(t *testing.T) {
	if r := portrait.Inspect("a.jpg", photo(t, 480, 600), schoolA); !r.Has(portrait.NoFace) || len(r.Faces) != 0 {
		t.Errorf("a disc is taken for a face: %v", r.Faces)
	}
	if faces, turn := portrait.FindFaces(image.NewRGBA(image.Rectangle{})); len(faces) != 0 || turn != 0 {
		t.Error("an empty picture has faces")
	}
}

// TestDamageAnywhereIsNoCrash overwrites, cuts and doubles at every kind of
// place; what comes of it is one of the verdicts.
func TestDamageAnywhereIsNoCrash(t *testing.T) {
	good := tagged(photo(t, 96, 120), 6, true)
	for i := 0; i < len(good); i += 3 {
		for _, v := range []byte{0x00, 0xFF, 0x7F} {
			bad := bytes.Clone(good)
			bad[i] = v
			portrait.Check("a.jpg", bad, schoolA)
		}
		portrait.Check("a.jpg", good[:i], schoolA)
	}
}
