package portrait

import (
	"bytes"
	"image"
	"image/png"
	"slices"
	"testing"
)

// What is said to have been taken out was there.
func TestStrippedIsSaidWhereSomethingWas(t *testing.T) {
	plain := photo(480, 600)
	middle := func(s *small) ([]face, int) {
		return []face{{X: float64(s.W) / 2, Y: float64(s.H) / 2, Size: float64(s.H) * 0.4, Score: 1}}, 0
	}
	segment := func(marker byte, body string) []byte {
		return slices.Concat([]byte(startOfImage), []byte{0xFF, marker, 0, byte(len(body) + 2)}, []byte(body), plain[2:])
	}
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 480, 600))); err != nil {
		t.Fatal(err)
	}
	bare := b.Bytes()
	text := slices.Concat(bare[:33], []byte("\x00\x00\x00\x03tEXta\x00b\x00\x00\x00\x00"), bare[33:])
	for name, tt := range map[string]struct {
		data []byte
		want bool
	}{
		"nothing":          {plain, false},
		"JFIF":             {segment(0xE0, "JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x00\x00"), false},
		"JFIF and picture": {segment(0xE0, "JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x01\x01abc"), true},
		"EXIF":             {segment(0xE1, "Exif\x00\x00"), true},
		"comment":          {segment(0xFE, "by hand"), true},
		"behind the end":   {slices.Concat(plain, []byte("more")), true},
	} {
		m, err := mend(tt.data, Rules{}, middle)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := slices.Contains(m.Steps, StepStripped); got != tt.want {
			t.Errorf("%s: %v", name, m.Steps)
		}
	}
	for name, tt := range map[string]struct {
		data []byte
		want bool
	}{"PNG": {bare, false}, "PNG with more": {append(bare[:len(bare):len(bare)], 1), true},
		"WebP":           {[]byte("RIFF\x10\x00\x00\x00WEBPVP8 \x03\x00\x00\x00abc\x00"), false},
		"WebP with EXIF": {[]byte("RIFF\x10\x00\x00\x00WEBPVP8 \x03\x00\x00\x00abc\x00EXIF\x00\x00\x00\x00"), true},
		"PNG with text":  {text, true}} {
		if got := chunksBeside(tt.data); got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
