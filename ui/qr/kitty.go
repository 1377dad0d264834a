package qr

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"image"
	"image/png"
)

// kitty's protocol carries a PNG in chunks of 4,096 base64 characters. The
// cursor stays (C=1) and the terminal keeps silent (q=2), so nothing of it
// arrives as typed keys.
const (
	kittyID    = 7714 // one code at a time: a new one takes the old one's place
	kittyStart = "\x1b_G"
	kittyEnd   = "\x1b\\"
	kittyChunk = 4096
)

// Kitty encodes a picture for kitty's protocol, and what takes it away again.
// A picture takes the place of the last one with the same number.
func Kitty(img image.Image, id int) (show, clear []byte) {
	text := base64.StdEncoding.EncodeToString(pngOf(img))
	var out bytes.Buffer
	head := fmt.Sprintf("a=T,f=100,i=%d,p=1,C=1,q=2,", id)
	for text != "" {
		n := min(kittyChunk, len(text))
		more := 0
		if n < len(text) {
			more = 1
		}
		fmt.Fprintf(&out, "%s%sm=%d;%s%s", kittyStart, head, more, text[:n], kittyEnd)
		head, text = "", text[n:]
	}
	return out.Bytes(), fmt.Appendf(nil, "%sa=d,d=I,i=%d,q=2%s", kittyStart, id, kittyEnd)
}

func pngOf(img image.Image) []byte {
	var out bytes.Buffer
	// A buffer takes all, and the picture is not empty.
	if err := png.Encode(&out, img); err != nil {
		return nil
	}
	return out.Bytes()
}

var errKitty = errors.New("not a kitty picture of ours")

// readKitty reads a picture back.
func readKitty(data []byte) (bitmap, error) {
	var text []byte
	for len(data) > 0 {
		rest, ok := bytes.CutPrefix(data, []byte(kittyStart))
		chunk, after, ended := bytes.Cut(rest, []byte(kittyEnd))
		_, body, split := bytes.Cut(chunk, []byte(";"))
		if !ok || !ended || !split || len(body) > kittyChunk {
			return bitmap{}, errKitty
		}
		text, data = append(text, body...), after
	}
	raw := make([]byte, base64.StdEncoding.DecodedLen(len(text)))
	n, err := base64.StdEncoding.Decode(raw, text)
	if err != nil {
		return bitmap{}, errKitty
	}
	img, err := png.Decode(bytes.NewReader(raw[:n]))
	if err != nil {
		return bitmap{}, errKitty
	}
	b := newBitmap(img.Bounds().Dx(), img.Bounds().Dy())
	for i := range b.dark {
		grey, _, _, _ := img.At(i%b.width, i/b.width).RGBA()
		b.dark[i] = grey < 0x8000
	}
	return b, nil
}
