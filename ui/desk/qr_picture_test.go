package desk

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/qr"
)

const (
	saysSixel = "\x1b[?63;1;4c"
	saysKitty = "\x1b_Gi=31;OK\x1b\\"
)

// pictures is a school's window in a terminal whose cells are 11 × 23 pixels,
// with a code to show.
func pictures(t *testing.T) (a *App, asked *strings.Builder) {
	t.Helper()
	a = zofia(t, sioCode(link))
	a.Terminal = qr.Abilities{UTF8: true, Glyphs: true}
	asked = &strings.Builder{}
	a.Out = asked
	return a, asked
}

// sized makes the terminal of the window's size.
func (a *App) sized(cols, rows int) {
	a.Measure = func() kit.WindowSize {
		return kit.WindowSize{Cols: cols, Rows: rows, Width: 11*cols + 4, Height: 23*rows + 4}
	}
}

// shown is the picture over the window, read back; "" if there is none.
func (s *qrScreen) shown(t *testing.T) string {
	t.Helper()
	o := s.Overlay()
	if o.Show == "" {
		return ""
	}
	g := *s.page.graphic
	if string(g.Show) != o.Show {
		t.Error("another picture is shown than was made")
	}
	if err := qr.VerifyGraphic(g, link); err != nil {
		t.Error(err)
	}
	if o.Row < 0 || o.Row+o.Rows > s.h || o.Col+g.Cols > s.page.drawing.Cols {
		t.Errorf("%+v is outside of %d lines", o.Row, s.h)
	}
	return string(g.Protocol)
}

// A terminal that answers gets the picture; whatever comes over it takes it
// away, and "+" and "-" go between it and the cells.
func TestTheCodeAsAPicture(t *testing.T) {
	for answer, want := range map[string]string{saysSixel: "sixel", saysKitty: "kitty"} {
		t.Run(want, func(t *testing.T) {
			a, asked := pictures(t)
			a.sized(80, 24)
			s := newQR(a, a.only()).(*qrScreen)
			w := show(t, a, s, 80, 24)
			expect := func(when, want string) {
				t.Helper()
				view := w.Stack().View()
				if got := s.shown(t); got != want {
					t.Errorf("%s: %q, want %q", when, got, want)
				}
				if has := strings.Contains(view, "\x1bP") || strings.Contains(view, "a=T"); has != (want != "") {
					t.Errorf("%s: in the frame: %v", when, has)
				}
			}
			expect("no answer yet", "")
			w.scans(link)
			w.Send(kit.Reply{Text: answer})
			expect("answered", want)
			w.Expect("Zofia K.", "1. Zainstaluj")
			if s.page.graphic.Module <= 11 || !s.page.asked {
				t.Errorf("%d pixels a module, read back: %v", s.page.graphic.Module, s.page.asked)
			}
			for _, step := range []struct{ key, want string }{
				{"l", want}, {"space", ""}, {"space", want}, {"t", ""}, {"esc", want}, {"-", ""}, {"+", want}, {"+", want}, {"f1", want}, {"esc", want},
			} {
				w.Press(step.key)
				if step.key == "f1" {
					if view := w.Stack().View(); strings.Contains(view, "a=T") || strings.Contains(view, "\x1bP") {
						t.Error("the picture lies over the help")
					}
					continue
				}
				expect(step.key, step.want)
			}
			w.Resize(100, 30) // of which the size in pixels is not known
			expect("an unknown window", "")
			a.sized(100, 30)
			w.Resize(80, 24)
			w.Resize(100, 30)
			expect("a known window", want)
			w.Press("esc")
			if view := w.Stack().View(); strings.Contains(view, "a=T") || strings.Contains(view, "\x1bP") {
				t.Error("the picture stays")
			}
			show(t, a, newQR(a, a.only()), 80, 24)
			if got := strings.Count(asked.String(), "\x1b[c"); got != 1 {
				t.Errorf("asked %d times", got)
			}
		})
	}
}

func TestNoPictureWhere(t *testing.T) {
	for name, spoil := range map[string]func(*App){
		"tmux":                 func(a *App) { a.Terminal.InTmux = true },
		"GNU screen":           func(a *App) { a.Terminal.InScreen = true },
		"no size in pixels":    func(a *App) { a.Measure = func() kit.WindowSize { return kit.WindowSize{Cols: 80, Rows: 24} } },
		"nothing is known":     func(a *App) { a.Measure = nil },
		"another window":       func(a *App) { a.sized(120, 30) },
		"cells make it larger": func(*App) {},
	} {
		t.Run(name, func(t *testing.T) {
			a, asked := pictures(t)
			a.sized(80, 24)
			spoil(a)
			s := newQR(a, a.only()).(*qrScreen)
			w := show(t, a, s, 80, 24)
			if name == "cells make it larger" {
				a.sized(120, 37)
				w.Resize(120, 37)
			}
			w.Send(kit.Reply{Text: saysSixel})
			if got := s.shown(t); got != "" {
				t.Errorf("shown as %s", got)
			}
			w.scans(link)
			if one := asked.String(); (a.Terminal.InTmux || a.Terminal.InScreen) && one != "" {
				t.Errorf("asked %q", one)
			}
		})
	}
}

// A picture that does not read back makes room for cells.
func TestAPictureIsReadBack(t *testing.T) {
	a, _ := pictures(t)
	a.sized(80, 24)
	s := newQR(a, a.only()).(*qrScreen)
	s.checkPicture = func(qr.Graphic, string) error { return errors.New("smudged") }
	w := show(t, a, s, 80, 24)
	w.Send(kit.Reply{Text: saysSixel})
	w.Advance(time.Second)
	if got := s.shown(t); got != "" {
		t.Errorf("still shown as %s", got)
	}
	w.scans(link)
	w.Press("+")
	if got := s.shown(t); got != "" {
		t.Errorf("shown again as %s", got)
	}
}

// Cells that somebody chose in place of a picture come back with the next code.
func TestCellsInPlaceOfAPictureAreRemembered(t *testing.T) {
	a, _ := pictures(t)
	a.Folder = store.Folder(t.TempDir())
	a.recallDrawings()
	a.sized(80, 24)
	a.Terminal.Learn(saysSixel)
	s := newQR(a, a.only()).(*qrScreen)
	w := show(t, a, s, 80, 24)
	if s.shown(t) == "" {
		t.Fatal("not shown as a picture")
	}
	w.Press("-").Advance(time.Second)
	w.Press("enter")
	a.recallDrawings()
	s = newQR(a, a.only()).(*qrScreen)
	w = show(t, a, s, 80, 24)
	if got := s.shown(t); got != "" {
		t.Errorf("shown as %s again", got)
	}
	w.Advance(20 * time.Second).Press("+")
	if s.shown(t) == "" {
		t.Error("+ does not bring the picture back")
	}
	w.Press("enter")
	if a.recallDrawings(); len(a.chosen) != 0 {
		t.Errorf("still remembered: %v", a.chosen)
	}
}

// Nothing is written where the picture lies, in any layout.
func TestAPictureLiesOnEmptyPaper(t *testing.T) {
	for _, size := range []windowSize{{80, 24}, {60, 40}, {50, 30}, {45, 24}, {200, 30}} {
		for name, c := range map[string]model.Code{"one": sioCode(link), "two": {Kind: model.CodeLegacy, Payload: link, Second: "ABCD2345"}} {
			a := zofia(t, c)
			a.Terminal = qr.Abilities{UTF8: true, Kitty: true} // without glyphs, no other way fits
			a.sized(size.cols, size.rows)
			s := newQR(a, a.only()).(*qrScreen)
			w := show(t, a, s, size.cols, size.rows)
			if s.shown(t) == "" {
				t.Errorf("%s, %v: no picture", name, size)
				continue
			}
			o, frame := s.Overlay(), strings.Split(w.Stack().View(), "\n")
			for i := o.Row; i < o.Row+o.Rows; i++ {
				line := []rune(kit.Pad(ansi.Strip(frame[i]), size.cols))
				if under := string(line[o.Col : o.Col+s.page.graphic.Cols]); strings.TrimSpace(under) != "" {
					t.Errorf("%s, %v: under the picture stands %q", name, size, under)
				}
			}
		}
	}
}

// A second of the clock beside a code writes the clock's lines. A sixel
// picture, which they wipe, comes again with them and at once; one of kitty's
// stays.
func TestASecondIsCheapOnTheWire(t *testing.T) {
	for name, tt := range map[string]struct {
		answer  string
		picture string // what is sent again
		most    int    // bytes
	}{
		"cells": {"", "", 3500},
		"sixel": {saysSixel, "\x1bP", 20_000},
		"kitty": {saysKitty, "", 2500},
	} {
		t.Run(name, func(t *testing.T) {
			a := zofia(t, model.Code{Kind: model.CodeZPE, Payload: link, Generated: testNow})
			a.Terminal, a.Out = qr.Abilities{UTF8: true, Glyphs: true}, &strings.Builder{}
			a.sized(120, 30)
			s := newQR(a, a.only()).(*qrScreen)
			w := show(t, a, s, 120, 30)
			if tt.answer != "" {
				w.Send(kit.Reply{Text: tt.answer})
			}
			if got := s.shown(t); (got == "") != (tt.answer == "") {
				t.Fatalf("shown as %q", got)
			}
			for range 3 {
				before := strings.Split(w.Stack().View(), "\n")
				w.Advance(time.Second)
				sent := ""
				for i, line := range strings.Split(w.Stack().View(), "\n") {
					if line != before[i] {
						sent += line + "\r\n"
					}
				}
				t.Logf("%d bytes", len(sent))
				if len(sent) == 0 || len(sent) > tt.most {
					t.Errorf("%d bytes a second", len(sent))
				}
				if again := strings.Contains(sent, "\x1bP") || strings.Contains(sent, "a=T"); again != (tt.picture != "") {
					t.Errorf("the picture comes again: %v", again)
				}
				if tt.picture != "" && (!strings.HasPrefix(sent, "\x1b[?2026h") || !strings.HasSuffix(sent, "\x1b[?2026l\r\n")) {
					t.Error("what is wiped and drawn again does not come at once")
				}
			}
		})
	}
}
