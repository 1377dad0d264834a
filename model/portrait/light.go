package portrait

import "image/color"

// greyShare is how much of a picture must be grey to call it black and white.
const greyShare = 0.99

// mostTint is how far the colours of a grey pixel may lie apart.
const mostTint = 3

// greyShare is the part of the pixels without colour.
func (s *small) greyShare() float64 {
	if s.Cb == nil {
		return 1
	}
	grey := 0
	for i, y := range s.Y {
		if s.Cb[i] == 128 && s.Cr[i] == 128 {
			grey++
			continue
		}
		r, g, b := color.YCbCrToRGB(y, s.Cb[i], s.Cr[i])
		if max(r, g, b)-min(r, g, b) <= mostTint {
			grey++
		}
	}
	return float64(grey) / float64(len(s.Y))
}
