// Package picture draws photos in a terminal: with cells of two colours (half
// blocks), or with pixels where the terminal has said that it shows them. A
// pair, before and after, stands side by side.
//
// It consists of pure functions; the caller brings the picture, the room in
// cells and what is known about the terminal, and writes what it gets:
//
//	image → Fit (fit.go)          how many cells keep its shape
//	      → scale (scale.go)      as many pixels as will be shown
//	      → Cells (cells.go)      lines of half blocks, 24-bit or 256 colours
//	      → Graphic (graphic.go)  sixels or kitty's protocol, laid over blank cells
//
// Where neither is possible (no colours, no glyphs), a Sentence says so.
//
// A picture of 720×900 takes some milliseconds to scale. Draw it in a command
// and keep the lines; a View only returns them.
package picture
