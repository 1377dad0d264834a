package qr

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// A picture reads back, lies within the area with a module of margin, and is
// in the middle.
func TestPicturesReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		payload := payloads().Draw(t, "payload")
		cols, rows := rapid.IntRange(0, 130).Draw(t, "cols"), rapid.IntRange(0, 50).Draw(t, "rows")
		a := Abilities{CellWidth: rapid.IntRange(5, 12).Draw(t, "cw"), CellHeight: rapid.IntRange(9, 26).Draw(t, "ch")}
		a.Kitty = rapid.Bool().Draw(t, "kitty")
		a.Sixel = !a.Kitty
		g, err := Picture(payload, cols, rows, a)
		var small *TooSmallError
		if errors.As(err, &small) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := VerifyGraphic(g, payload); err != nil {
			t.Fatal(err)
		}
		if err := VerifyGraphic(g, payload+"x"); !errors.Is(err, ErrMismatch) {
			t.Fatalf("another payload: %v", err)
		}
		if g.Col < 0 || g.Row < 0 || g.Col+g.Cols > cols || g.Row+g.Rows > rows || a.Sixel && g.Row+g.Rows == rows {
			t.Fatalf("at %d,%d of %d×%d cells in %d×%d", g.Col, g.Row, g.Cols, g.Rows, cols, rows)
		}
		if room := min(cols*a.CellWidth, rows*a.CellHeight); (g.Symbol.Size+2*margin)*g.Module > room {
			t.Fatalf("%d modules of %d px in %d", g.Symbol.Size, g.Module, room)
		}
	})
}

func TestPictureOnlyWhereAnswered(t *testing.T) {
	able := Abilities{Sixel: true, CellWidth: 8, CellHeight: 16}
	for name, spoil := range map[string]func(*Abilities){
		"tmux":            func(a *Abilities) { a.InTmux = true },
		"screen":          func(a *Abilities) { a.InScreen = true },
		"no answer":       func(a *Abilities) { a.Sixel = false },
		"no size of cell": func(a *Abilities) { a.CellHeight = 0 },
	} {
		a := able
		spoil(&a)
		if _, err := Picture(sample, 80, 24, a); !errors.Is(err, ErrNotHere) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Picture(sample, 80, 24, able); err != nil {
		t.Error(err)
	}
}

// The field's table: at 80×24 in cells of 11 × 23 a 60 character code is
// larger as a picture, by whole pixels.
func TestPictureIsLarger(t *testing.T) {
	a := Abilities{Glyphs: true, Kitty: true, CellWidth: 11, CellHeight: 23}
	payload := strings.Repeat("a", 60)
	g, err := Picture(payload, 80, 24, a)
	if err != nil {
		t.Fatal(err)
	}
	d, err := Draw(payload, 80, 24, a, "")
	if err != nil {
		t.Fatal(err)
	}
	if g.Module != 14 || !g.Larger(d.Rung, a) {
		t.Errorf("%d px a module", g.Module)
	}
	if wide, err := Draw(payload, 160, 46, a, ""); err != nil || g.Larger(wide.Rung, a) {
		t.Errorf("larger than %s, %v", wide.Rung.Name, err)
	}
}

func TestVerifyGraphicFindsDamage(t *testing.T) {
	for _, a := range []Abilities{{Sixel: true, CellWidth: 8, CellHeight: 16}, {Kitty: true, CellWidth: 8, CellHeight: 16}} {
		g, err := Picture(sample, 80, 24, a)
		if err != nil {
			t.Fatal(err)
		}
		whole := g.Show
		for name, damaged := range map[string][]byte{
			"cut":     whole[:len(whole)*2/3],
			"nothing": nil,
			"altered": bytes.ReplaceAll(bytes.ReplaceAll(whole, []byte("~"), []byte("?")), []byte("iVBOR"), []byte("iVBOS")),
		} {
			g.Show = damaged
			if err := VerifyGraphic(g, sample); !errors.Is(err, ErrUnreadable) {
				t.Errorf("%s, %s: %v", g.Protocol, name, err)
			}
		}
	}
}
