// Package qr turns a text into the best QR code that a terminal can show, and
// into the things that stand beside one: lines of paper, large letters for a
// password, text in groups for typing by hand.
//
// It consists of pure functions. Nothing here writes to a terminal, asks it
// anything or reads the environment; the caller brings the payload, the room
// in cells and the Abilities, and gets lines to print.
//
// How a drawing is made:
//
//	payload → Symbol (encode.go, mask.go)       which modules are dark
//	        → Rung   (ladder.go)                how large, with which glyphs
//	        → cells  (draw.go, plain.go)        what stands in each cell
//	        → lines  (paint.go, palette.go)     SGR sequences and glyphs
//	        → Verify (verify.go, screen.go)     read back from those lines
//
// Beside it: Picture (graphic.go) for terminals that show pixels, and the
// Questions (question.go) by which the caller finds out, Big (big.go,
// typeface.go) and Groups (spelling.go) for secrets that are typed, Paper for
// the lines of text around.
//
// What draws well was measured on twelve terminals with seven decoders; the
// rules that came of it are: the whole area is white paper, by the palette's
// fixed entries and never by the theme; the largest module wins; no glyph at
// all where a module is a whole number of rows; otherwise U+2584 (lower half)
// and not U+2580, whose seams cost decoders their finder patterns.
package qr
