package export

import (
	"bytes"
	"image"
	_ "image/gif" // what families send
	"image/jpeg"
	_ "image/png"
	"strconv"

	"codeberg.org/go-pdf/fpdf"
)

// mostPixels bounds a picture that is unpacked for paper.
const mostPixels = 100_000_000

// picture prints one on a page of its own, as large as fits. What can't be
// unpacked is told of: a damaged photo must not keep all the rest from paper.
func (t *table) picture(i int, p Picture) {
	t.AddPage()
	t.page++
	head := t.headed("")
	t.head(&head)
	t.letters(regular, bodyLetters)
	top := head.bottom
	said := p.Caption
	packed, size := repacked(p.Data)
	if packed == nil {
		said += ": " + p.Unfit
	}
	for _, line := range t.lines(said, t.width-2*margin) {
		t.at(margin, top, line)
		top += lineHeight
	}
	if packed != nil {
		name, kind := "picture"+strconv.Itoa(i), fpdf.ImageOptions{ImageType: "JPG"}
		t.RegisterImageOptionsReader(name, kind, bytes.NewReader(packed))
		width, height := t.width-2*margin, t.height-margin-footer-top
		scale := min(width/float64(size.X), height/float64(size.Y))
		t.ImageOptions(name, margin, top, scale*float64(size.X), scale*float64(size.Y), false, kind, 0, "")
	}
	t.foot()
}

// repacked is a picture as the PDF takes every one; nil if it is none.
func repacked(data []byte) (packed []byte, size image.Point) {
	about, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || about.Width*about.Height > mostPixels || about.Width*about.Height == 0 {
		return nil, size
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, size
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, picture, &jpeg.Options{Quality: 92}); err != nil {
		return nil, size
	}
	return out.Bytes(), picture.Bounds().Size()
}
