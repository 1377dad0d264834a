package portrait

import "image"

// Preview is a small copy of a photo as shown, for somebody to look at: at
// most 480 × 800 pixels. It takes what Mend takes, and of a JPEG unpacks only
// as much as that size needs. Every error is a *CantMend.
func Preview(data []byte) (image.Image, error) {
	if isJPEG(data) {
		return previewJPEG(data)
	}
	src, err := open(data)
	if err != nil {
		return nil, err
	}
	w, h := src.shown(src.turn)
	sw, sh, _ := smallSize(w, h)
	return src.scaled(src.turn, rectangle{0, 0, float64(w), float64(h)}, sw, sh), nil
}

func previewJPEG(data []byte) (image.Image, error) {
	file, broken := takeApart(data), Corrupt
	if file.problem == Truncated { // perhaps the end marker alone is missing
		file, broken = takeApart(append(data[:len(data):len(data)], 0xFF, markEOI)), Truncated
	}
	if file.problem != "" {
		return nil, &CantMend{Reason: file.problem}
	}
	s, ok := unpack(file, readOrigin(file).orientation)
	if !ok {
		return nil, &CantMend{Reason: broken}
	}
	return s.image(), nil
}

// image is the copy for others to draw.
func (s *small) image() image.Image {
	area := image.Rect(0, 0, s.W, s.H)
	if s.Cb == nil {
		return &image.Gray{Pix: s.Y, Stride: s.W, Rect: area}
	}
	return &image.YCbCr{Y: s.Y, Cb: s.Cb, Cr: s.Cr, YStride: s.W, CStride: s.W,
		SubsampleRatio: image.YCbCrSubsampleRatio444, Rect: area}
}
