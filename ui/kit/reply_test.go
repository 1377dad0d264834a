package kit

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/google/go-cmp/cmp"
)

// Answers are passed on whole however they are cut, and are never keys.
func TestRepliesOfTheTerminal(t *testing.T) {
	const attributes, kitty = "\x1b[?62;4;22c", "\x1b_Gi=31;OK\x1b\\"
	for _, tc := range []struct {
		name      string
		in        []string
		keys, all []string
	}{
		{"together", []string{attributes + kitty + "x"}, []string{"x"}, []string{attributes, kitty}},
		{"byte by byte", strings.Split(kitty+"a"+attributes, ""), []string{"a"}, []string{kitty, attributes}},
		{"among keys", []string{"a" + attributes[:3], attributes[3:] + "\x1b[A"}, []string{"a", "\x1b[A"}, []string{attributes}},
		{"colour, cursor, size in cells", []string{"\x1b]11;rgb:0/0/0\x1b\\\x1b[3;4R\x1b[6;19;10t\x1b[>0;1;2c"}, nil, nil},
		{"cut short by a key", []string{"\x1b_Gi=31;\x1b[A"}, []string{"\x1b[A"}, nil},
		{"endless", []string{"\x1b_G", strings.Repeat("x", 9000), "\x1b\\y"}, []string{"y"}, nil},
	} {
		keys, all := eventsAndReplies(t, tc.in...)
		if !cmp.Equal(keys, tc.keys) || !cmp.Equal(all, tc.all) {
			t.Errorf("%s: keys %q, answers %q", tc.name, keys, all)
		}
	}
}

// pictured is a screen of four lines with an overlay.
type pictured struct {
	pasteScreen
	framed bool
	text   string
	over   Overlay
	got    []tea.Msg
}

func (p *pictured) FullScreen() bool     { return !p.framed }
func (p *pictured) View(_, _ int) string { return "first\n" + p.text + "\nthird\nfourth" }
func (p *pictured) Overlay() Overlay     { return p.over }
func (p *pictured) Update(msg tea.Msg) Turn {
	p.got = append(p.got, msg)
	return Stay()
}

func TestOverlay(t *testing.T) {
	p := &pictured{text: "second", over: Overlay{Row: 1, Col: 2, Rows: 2, Show: "<picture>", Clear: "<clear>"}}
	s := NewStack(p, Options{})
	s.Update(tea.WindowSizeMsg{Width: 40, Height: 4})
	look := func() []string { return strings.Split(s.View(), "\n") }
	one := look()
	if !strings.HasSuffix(one[2], "\x1b7\x1b[2;3H<picture>\x1b8"+showNow) || !strings.HasPrefix(one[1], holdBack) || strings.Count(strings.Join(one, ""), "<picture>") != 1 {
		t.Errorf("drawn as %q", one)
	}
	if again := look(); !cmp.Equal(one, again) {
		t.Errorf("nothing changed, but %q became %q", one, again)
	}
	p.text = "changed"
	two := look()
	if two[1] == one[1] || two[2] == one[2] || two[0] != one[0] || two[3] != one[3] {
		t.Errorf("after a change of the second line: %q", two)
	}
	p.text = "second"
	if back := look(); back[2] == one[2] || back[2] == two[2] {
		t.Errorf("wiped and not drawn again: %q", back)
	}
	p.over.Show = "<another>"
	three := look()
	if three[1] == one[1] {
		t.Error("cells beside another picture are not written again")
	}
	p.over.Stays = true
	p.text = "second"
	still := look()
	p.text = "changed"
	if now := look(); now[2] != still[2] || now[1] == still[1] || strings.Contains(now[1], holdBack) {
		t.Errorf("a picture that stays: %q became %q", still, now)
	}
	p.text, p.over.Show = "second", ""
	four := look()
	if four[0] != "<clear>first" || four[1] != "second" || four[2] != "third" {
		t.Errorf("left over: %q", four)
	}
	s.apply(s.top(), Push(&pasteScreen{}))
	if got := s.View(); !strings.HasPrefix(got, "<clear>") {
		t.Errorf("on the next screen: %q", got)
	}
	p.over = Overlay{Row: 3, Rows: 2, Show: "<low>"}
	s.apply(s.top(), Pop(nil))
	if got := s.View(); strings.Contains(got, "<low>") {
		t.Errorf("below the window: %q", got)
	}
}

// TestOverlayInTheFrame: header, notice and footer are never under a picture,
// and a long sentence is not read through one.
func TestOverlayInTheFrame(t *testing.T) {
	p := &pictured{framed: true, over: Overlay{Row: 19, Col: 2, Rows: 2, Show: "<picture>"}}
	s := NewStack(p, Options{})
	s.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	if see := s.View(); !strings.Contains(see, "\x1b7\x1b[21;3H<picture>\x1b8") {
		t.Errorf("below the header: %q", see)
	}
	s.notice = Warn("short")
	if see := s.View(); !strings.Contains(see, "<picture>") {
		t.Errorf("with a notice of one line: %q", see)
	}
	s.notice = Warn(strings.Repeat("long ", 30))
	if see := s.View(); strings.Contains(see, "<picture>") {
		t.Errorf("through a notice of two lines: %q", see)
	}
	s.notice, p.over.Rows = Notice{}, 3
	if see := s.View(); strings.Contains(see, "<picture>") {
		t.Errorf("over the notice's line: %q", see)
	}
	p.over.Rows = 2
	s.Update(tea.WindowSizeMsg{Width: 79, Height: 24})
	if see := s.View(); strings.Contains(see, "<picture>") {
		t.Errorf("in a window that is too small: %q", see)
	}
}

func TestRepliesReachAppAndScreens(t *testing.T) {
	p, app := &pictured{}, ""
	s := NewStack(p, Options{Replied: func(r Reply) { app = r.Text }})
	s.Update(Reply{"answer"})
	if app != "answer" || !cmp.Equal(p.got, []tea.Msg{Broadcast{Reply{"answer"}}}) {
		t.Errorf("app %q, screen %v", app, p.got)
	}
}
