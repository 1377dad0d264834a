package portrait_test

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"testing"

	"okienko/model/portrait"
)

// TestPreviewStandsUpright: whoever judges a photo must see it as it will be
// looked at, whatever it is made of.
func TestPreviewStandsUpright(t *testing.T) {
	var asPNG bytes.Buffer
	if err := png.Encode(&asPNG, picture(1200, 1500)); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		data []byte
		want image.Point
	}{
		"as it is": {photo(t, 300, 400), image.Pt(300, 400)},
		"large":    {photo(t, 1200, 1500), image.Pt(480, 600)},
		"turned":   {tagged(photo(t, 1500, 1200), 6, false), image.Pt(480, 600)},
		"PNG":      {asPNG.Bytes(), image.Pt(480, 600)},
	} {
		got, err := portrait.Preview(test.data)
		if err != nil || got.Bounds().Size() != test.want {
			t.Errorf("%s: %v, %v", name, got, err)
			continue
		}
		// The disc is brown, the wall behind it light.
		if r, _, b, _ := got.At(test.want.X/2, test.want.Y/2).RGBA(); r <= b {
			t.Errorf("%s: the middle has the wrong colour", name)
		}
	}
}

func TestPreviewSaysWhyNot(t *testing.T) {
	whole := photo(t, 300, 400)
	for want, data := range map[portrait.ID][]byte{
		portrait.EmptyFile: nil, portrait.NotJPEG: []byte("%PDF-1.7"), portrait.Truncated: whole[:len(whole)/2],
	} {
		_, err := portrait.Preview(data)
		var cant *portrait.CantMend
		if !errors.As(err, &cant) || cant.Reason != want {
			t.Errorf("%s: %v", want, err)
		}
	}
}
