package picture

import "image"

// Cell is the size of a cell in pixels; where it is not known, twice as high
// as wide.
type Cell struct{ Width, Height int }

func (c Cell) orUsual() Cell {
	if c.Width <= 0 || c.Height <= 0 {
		return Cell{1, 2}
	}
	return c
}

// Fit is the largest area within w × h cells that has the shape of a picture,
// to the nearest cell; 0, 0 where there is nothing to be shown.
func Fit(bounds image.Rectangle, w, h int, cell Cell) (cols, rows int) {
	if bounds.Empty() || w <= 0 || h <= 0 {
		return 0, 0
	}
	c := cell.orUsual()
	width, height := fit(bounds, w*c.Width, h*c.Height)
	return min(w, max(1, (width+c.Width/2)/c.Width)), min(h, max(1, (height+c.Height/2)/c.Height))
}

// fit is the largest size of a picture's shape within width × height pixels.
func fit(bounds image.Rectangle, width, height int) (w, h int) {
	dx, dy := int64(bounds.Dx()), int64(bounds.Dy())
	if int64(width)*dy <= int64(height)*dx {
		return width, max(1, int((int64(width)*dy+dx/2)/dx))
	}
	return max(1, int((int64(height)*dx+dy/2)/dy)), height
}
