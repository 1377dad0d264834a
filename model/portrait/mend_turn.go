package portrait

// turn says how a picture as shown lies in a picture as stored: a point as
// shown is mirrored along its axes first, then the axes are swapped.
type turn struct{ swap, mirrorX, mirrorY bool }

// exifTurns are the eight orientations of EXIF 2.32 (tag 0112), from 1.
var exifTurns = [...]turn{
	{},
	{mirrorX: true},
	{mirrorX: true, mirrorY: true},
	{mirrorY: true},
	{swap: true},
	{swap: true, mirrorX: true},
	{swap: true, mirrorX: true, mirrorY: true},
	{swap: true, mirrorY: true},
}

// turnOf is the turn of an EXIF orientation; what is none counts as upright.
func turnOf(orientation int) turn {
	if orientation < 1 || orientation > len(exifTurns) {
		return turn{}
	}
	return exifTurns[orientation-1]
}

// clockwise is the turn of the picture shown n quarter turns further.
func (t turn) clockwise(n int) turn {
	for range (n%4 + 4) % 4 {
		t = turn{swap: !t.swap, mirrorX: !t.mirrorY, mirrorY: t.mirrorX}
	}
	return t
}

// shown is the size as shown of a picture as stored, and the other way round.
func (t turn) shown(width, height int) (w, h int) {
	if t.swap {
		return height, width
	}
	return width, height
}
