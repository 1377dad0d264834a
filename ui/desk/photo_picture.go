package desk

import (
	"context"
	"image"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model/portrait"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/picture"
	"okienko/ui/qr"
)

// drawing is a picture made for an area of the window.
type drawing struct {
	cols, rows int
	terminal   qr.Abilities
	lines      []string
	overlay    kit.Overlay
}

// fits reports whether it was made for this area of this terminal.
func (d drawing) fits(cols, rows int, terminal qr.Abilities) bool {
	return d.lines != nil && d.cols == cols && d.rows == rows && d.terminal == terminal
}

// shows reports whether this window's terminal shows pictures at all.
func (a *App) shows(terminal qr.Abilities) bool {
	return terminal.Pictures() != "" || picture.DepthOf(terminal, a.Look) != picture.Nothing
}

// draw makes a drawing of one picture, or of two side by side. It belongs into
// commands.
func (a *App) draw(cols, rows int, terminal qr.Abilities, images ...image.Image) drawing {
	d := drawing{cols: cols, rows: rows, terminal: terminal}
	graphic, cells := onePicture(images[0])
	if len(images) > 1 {
		graphic, cells = twoPictures(images[0], images[1])
	}
	if overlay, ok := graphic(cols, rows, terminal); ok {
		d.overlay, d.lines = overlay, cells(cols, rows, picture.Nothing) // blank paper under it
		return d
	}
	d.lines = cells(cols, rows, picture.DepthOf(terminal, a.Look))
	return d
}

type (
	graphicOf func(cols, rows int, terminal qr.Abilities) (kit.Overlay, bool)
	cellsOf   func(cols, rows int, d picture.Depth) []string
)

func onePicture(img image.Image) (graphicOf, cellsOf) {
	return func(cols, rows int, terminal qr.Abilities) (kit.Overlay, bool) {
			return picture.Graphic(img, cols, rows, terminal)
		}, func(cols, rows int, d picture.Depth) []string {
			return picture.Cells(img, cols, rows, d)
		}
}

func twoPictures(before, after image.Image) (graphicOf, cellsOf) {
	return func(cols, rows int, terminal qr.Abilities) (kit.Overlay, bool) {
			return picture.PairGraphic(before, after, cols, rows, terminal)
		}, func(cols, rows int, d picture.Depth) []string {
			return picture.Pair(before, after, cols, rows, d)
		}
}

// pictured is what the screens with a picture share: the area that View found
// for it, and the window's size in pixels.
type pictured struct {
	app        *App
	cols, rows int
	width      int // of the window, in cells
	pixels     kit.WindowSize
	drawn      drawing
}

// terminal is what the app's does, with the size of a cell where it is known.
func (p *pictured) terminal() qr.Abilities {
	t, m := p.app.Terminal, p.pixels
	if m.Cols > 0 && m.Rows > 0 && m.Cols == p.width {
		t.CellWidth, t.CellHeight = m.Width/m.Cols, m.Height/m.Rows
	}
	return t
}

// undrawn reports whether there is an area for which nothing is drawn yet.
func (p *pictured) undrawn() bool {
	return p.cols > 0 && p.rows > 0 && p.app.shows(p.terminal()) && !p.drawn.fits(p.cols, p.rows, p.terminal())
}

// lines are what stands in the area: the drawing, or a sentence.
func (p *pictured) lines(sentence string) []string {
	if p.drawn.fits(p.cols, p.rows, p.terminal()) {
		return p.drawn.lines
	}
	return picture.Sentence(sentence, p.cols, p.rows)
}

// over is the drawing's overlay in an area that begins at a row and column.
func (p *pictured) over(row, col int) kit.Overlay {
	if !p.drawn.fits(p.cols, p.rows, p.terminal()) || p.drawn.overlay.Show == "" {
		return kit.Overlay{}
	}
	o := p.drawn.overlay
	o.Row, o.Col = o.Row+row, o.Col+col
	return o
}

// pictureKey names a picture of a photo: mending makes another one.
type pictureKey struct {
	id     int64
	mended bool
}

// viewer loads the picture of one photo and draws it. However fast somebody
// walks through the photos, one is unpacked at a time, and the next is the one
// they have come to.
type viewer struct {
	pictured
	want  pictureKey
	have  pictureKey
	small image.Image // a copy of what have names; nil: it can't be shown
	busy  bool
}

// Answers of the viewer's commands.
type (
	pictureLoaded struct {
		key   pictureKey
		small image.Image
	}
	pictureDrawn struct {
		key pictureKey
		drawing
	}
)

// show says which photo is wanted.
func (v *viewer) show(p store.Photo) { v.want = pictureKey{p.ID, p.Mended} }

// next is what is to be done now for the wanted picture; nil: nothing, or
// something is being done.
func (v *viewer) next() tea.Cmd {
	switch {
	case v.busy || v.want.id == 0 || !v.app.shows(v.terminal()):
		return nil
	case v.have != v.want:
		v.busy, v.small = true, nil
		return v.load(v.want)
	case v.small != nil && v.undrawn():
		v.busy = true
		key, img, cols, rows, terminal := v.have, v.small, v.cols, v.rows, v.terminal()
		return func() tea.Msg { return pictureDrawn{key, v.app.draw(cols, rows, terminal, img)} }
	}
	return nil
}

func (v *viewer) load(key pictureKey) tea.Cmd {
	a := v.app
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), deedTime)
		defer cancel()
		pictures, err := a.DB.PhotoBytes(ctx, key.id)
		if err != nil {
			a.Log.Error("reading a picture failed", "error", err)
			return pictureLoaded{key: key}
		}
		data := pictures.Original
		if key.mended {
			data = pictures.Mended
		}
		small, err := portrait.Preview(data)
		if err != nil {
			small = nil // the findings say why
		}
		return pictureLoaded{key, small}
	}
}

// took takes the viewer's answers; ok is false for other messages.
func (v *viewer) took(msg tea.Msg) (ok bool) {
	switch msg := msg.(type) {
	case pictureLoaded:
		v.busy, v.have, v.small = false, msg.key, msg.small
		v.drawn = drawing{}
	case pictureDrawn:
		v.busy = false
		if msg.key == v.want {
			v.drawn = msg.drawing
		}
	case measured:
		v.pixels = kit.WindowSize(msg)
	default:
		return false
	}
	return true
}

// broken reports whether the wanted picture can't be shown.
func (v *viewer) broken() bool { return v.have == v.want && v.small == nil && !v.busy }
