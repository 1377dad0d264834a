package kit

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// packets is an input in which each read gives one packet, then the end.
type packets struct {
	left []string
	end  func()
}

func (p *packets) Read(b []byte) (int, error) {
	if len(p.left) == 0 {
		if p.end != nil {
			p.end()
		}
		return 0, io.EOF
	}
	n := copy(b, p.left[0])
	if p.left[0] = p.left[0][n:]; p.left[0] == "" {
		p.left = p.left[1:]
	}
	return n, nil
}

// recorder is a Bubble Tea model that writes down keys.
type recorder struct{ keys []string }

func (r *recorder) Init() tea.Cmd { return nil }
func (r *recorder) View() string  { return "" }
func (r *recorder) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if k, ok := msg.(tea.KeyMsg); ok {
		r.keys = append(r.keys, k.String())
	}
	return r, nil
}

// bubbleTea runs real Bubble Tea on an input and returns the keys it saw.
func bubbleTea(t *testing.T, in io.Reader, atEnd func(func())) []string {
	t.Helper()
	r := &recorder{}
	p := tea.NewProgram(r, tea.WithInput(in), tea.WithOutput(io.Discard), tea.WithoutSignals())
	atEnd(p.Quit)
	if _, err := p.Run(); err != nil && !errors.Is(err, ErrInputEnded) {
		t.Fatal(err)
	}
	return r.keys
}

// The three ways in which bare Bubble Tea v1 loses keys, and the guard's remedy.
// If the first half fails, Bubble Tea was mended and the guard may go.
func TestKeysThatBareBubbleTeaLoses(t *testing.T) {
	for name, tc := range map[string]struct{ in, bare, guarded []string }{
		"split arrow":  {[]string{"\x1b", "[B"}, []string{"esc", "[B"}, []string{"down"}},
		"split letter": {[]string{"\xc5", "\xbc"}, nil, []string{"ż"}},
		"fused keys":   {[]string{"jjj"}, []string{"jjj"}, []string{"j", "j", "j"}},
	} {
		t.Run(name, func(t *testing.T) {
			in := &packets{left: append([]string(nil), tc.in...)}
			if got := bubbleTea(t, in, func(quit func()) { in.end = quit }); !cmp.Equal(got, tc.bare) {
				t.Errorf("bare: %q, want %q", got, tc.bare)
			}
			guarded := NewGuard(&packets{left: append([]string(nil), tc.in...)})
			if got := bubbleTea(t, guarded, func(func()) {}); !cmp.Equal(got, tc.guarded) {
				t.Errorf("guarded: %q, want %q", got, tc.guarded)
			}
		})
	}
}

// never is a clock that stands still.
func never(time.Duration) <-chan time.Time { return make(chan time.Time) }

// fataler is what testing.TB and rapid.T have in common.
type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

// events reads everything a guard makes of packets.
func events(t fataler, in ...string) []string {
	t.Helper()
	got, _ := eventsAndReplies(t, in...)
	return got
}

func eventsAndReplies(t fataler, in ...string) (got, replies []string) {
	t.Helper()
	g := newGuard(&packets{left: in}, never)
	g.onReply = func(r Reply) { replies = append(replies, r.Text) }
	b := make([]byte, 4*MaxPaste)
	for {
		n, err := g.Read(b)
		if err != nil {
			if !errors.Is(err, ErrInputEnded) || errors.Is(err, io.EOF) {
				t.Fatalf("err %v", err)
			}
			return got, replies
		}
		got = append(got, string(b[:n]))
	}
}

func TestGuardGivesOneEventAtATime(t *testing.T) {
	for _, tc := range []struct {
		name string
		in   []string
		want []string
	}{
		{"letters", []string{"aż中"}, []string{"a", "ż", "中"}},
		{"three-byte letter in three", []string{"\xe4", "\xb8", "\xad"}, []string{"中"}},
		{"arrows in one packet", []string{"\x1b[A\x1b[B"}, []string{"\x1b[A", "\x1b[B"}},
		{"arrow in three", []string{"\x1b", "[", "1;2A"}, []string{"\x1b[1;2A"}},
		{"application arrow, Home", []string{"\x1bOA\x1bOH\x1bO", "P"}, []string{"\x1b[A", "\x1b[H", "\x1bOP"}},
		{"linux console", []string{"\x1b[[", "A"}, []string{"\x1b[[A"}},
		{"urxvt", []string{"\x1b[7$\x1b[7^\x1b[b"}, []string{"\x1b[7$", "\x1b[7^", "\x1b[b"}},
		{"Esc alone", []string{"\x1b"}, []string{"\x1b"}},
		{"Esc then letters, joined", []string{"\x1bOla\x1bPan\x1b]x"},
			[]string{"\x1b", "O", "l", "a", "\x1b", "P", "a", "n", "\x1b", "]", "x"}},
		{"Esc twice", []string{"\x1b\x1b"}, []string{"\x1b", "\x1b"}},
		{"control keys", []string{"\r\t\x7f\x0e"}, []string{"\r", "\t", "\x7f", "\x0e"}},
		{"answers", []string{"\x1b[?1;2ca\x1b[12;40Rb\x1b]11;rgb:00/00/00\x1b", "\\c\x1bP>|x\x1b\\d\x1b]10;x\x07e\x1b[?2026;2$yf"},
			[]string{"a", "b", "c", "d", "e", "f"}},
		{"answer cut short", []string{"\x1b]11;rgb\x1b[A"}, []string{"\x1b[A"}},
		{"answer without end", []string{"\x1b]11;rgb"}, nil},
		{"focus and mouse", []string{"\x1b[I\x1b[O\x1b[M !!\x1b[<0;1;1Mx"}, []string{"x"}},
		{"not UTF-8", []string{"a\xff\x80b\xc5"}, []string{"a", "b"}},
		{"C1 and noncharacter", []string{"\u009b\U0010FFFF\uFFFDx"}, []string{"x"}},
		{"garbage", []string{"\x1b[" + strings.Repeat("1", 70) + "\x1b[\x1b[A"},
			append(strings.Split(strings.Repeat("1", 8), ""), "\x1b[A")},
		{"unfinished", []string{"\x1b[1;"}, nil},
		{"paste", []string{"\x1b[200~a\x1b[Aż\r\x1b[201", "~b"}, []string{"\x1b[200~a\x1b[Aż\r\x1b[201~", "b"}},
		{"broken paste", []string{"\x1b[200~a\xffb\x1b[201~c"}, []string{"\x1b[200~\U0010FFFF\x1b[201~", "c"}},
		{"paste without end", []string{"\x1b[200~abc"}, []string{"\x1b[200~\U0010FFFF\x1b[201~"}},
		{"stray end of paste", []string{"\x1b[201~x"}, []string{"x"}},
	} {
		if got := events(t, tc.in...); !cmp.Equal(got, tc.want) {
			t.Errorf("%s: %q, want %q", tc.name, got, tc.want)
		}
	}
}

func TestGuardCutsLongPastes(t *testing.T) {
	long := "\x1b[200~" + strings.Repeat("ż", MaxPaste) + "\x1b[201~x"
	got := events(t, long)
	if len(got) != 2 || got[1] != "x" {
		t.Fatalf("%d events", len(got))
	}
	text := strings.TrimSuffix(strings.TrimPrefix(got[0], pasteStart), pasteEnd)
	if len(text) != MaxPaste+1 || !utf8.ValidString(text) || !newPaste(text).TooLong || newPaste(text).Broken {
		t.Errorf("%d bytes kept, valid %v", len(text), utf8.ValidString(text))
	}
}

// Esc alone waits for keyWait, not longer and not for another key.
func TestGuardWaits(t *testing.T) {
	ours, theirs := io.Pipe()
	asked, fire := make(chan time.Duration), make(chan time.Time)
	g := newGuard(ours, func(d time.Duration) <-chan time.Time {
		asked <- d
		return fire
	})
	read := make(chan string)
	go func() {
		b := make([]byte, 256)
		for n, err := g.Read(b); err == nil; n, err = g.Read(b) {
			read <- string(b[:n])
		}
		close(read)
	}()
	_, _ = theirs.Write([]byte("\x1b"))
	if d := <-asked; d != keyWait {
		t.Errorf("waits %v", d)
	}
	fire <- time.Time{}
	if got := <-read; got != "\x1b" {
		t.Errorf("read %q", got)
	}
	_, _ = theirs.Write([]byte("\x1b[200~abc"))
	if total, gap := <-asked, <-asked; total != pasteTotal || gap != pasteWait {
		t.Errorf("a paste waits %v, %v", total, gap)
	}
	fire <- time.Time{}
	if got := <-read; got != "\x1b[200~\U0010FFFF\x1b[201~" {
		t.Errorf("read %q", got)
	}
	if g.Close() != nil {
		t.Error("close")
	}
	if _, more := <-read; more {
		t.Error("a closed guard reads on")
	}
	_ = theirs.Close()
}

// However the bytes are cut into packets, the events are the same.
func TestPacketsDoNotMatter(t *testing.T) {
	keys := []string{"a", "ż", "中", " ", "\r", "\t", "\x1b[A", "\x1b[6~", "\x1bOP", "\x1b[[A", "\x1b[1;5C",
		"\x1b[200~wklejone ż\x1b[201~"}
	rapid.Check(t, func(rt *rapid.T) {
		want := rapid.SliceOf(rapid.SampledFrom(keys)).Draw(rt, "keys")
		all, in := strings.Join(want, ""), []string(nil)
		for len(all) > 0 {
			n := rapid.IntRange(1, len(all)).Draw(rt, "n")
			in, all = append(in, all[:n]), all[n:]
		}
		got := events(rt, in...)
		if strings.Join(got, "|") != strings.Join(want, "|") {
			rt.Fatalf("packets %q gave %q", in, got)
		}
	})
}

// Whatever comes, the guard uses it up: a Read that goes round in circles would
// hang the window.
func TestGuardUsesUpAnything(t *testing.T) {
	bits := []string{"\x1b", "[", "O", "]", "P", "_", "1", "0", ";", "$", "M", "~", "A", "?", "\x07", "\\",
		"\xc5", "\xbc", "\xff", "200~", "201~", "x", "\x80"}
	rapid.Check(t, func(rt *rapid.T) {
		for b := []byte(strings.Join(rapid.SliceOf(rapid.SampledFrom(bits)).Draw(rt, "bits"), "")); len(b) > 0; {
			p := nextPiece(b, true)
			if p.used <= 0 || p.used > len(b) {
				rt.Fatalf("used %d of %q", p.used, b)
			}
			if early := nextPiece(b, false); early.used > len(b) {
				rt.Fatalf("used %d of %q", early.used, b)
			}
			b = b[p.used:]
		}
		events(rt, strings.Join(rapid.SliceOf(rapid.SampledFrom(bits)).Draw(rt, "more"), ""))
	})
}

func FuzzGuard(f *testing.F) {
	f.Add([]byte("\x1b[200~a\x1b[201~ż\x1b[A\x1b]11;x\x07"), 3)
	f.Add([]byte("\x1b[[\x1b"), 1)
	f.Fuzz(func(t *testing.T, in []byte, cut int) {
		cut = max(1, min(cut, 300))
		var parts []string
		for b := in; len(b) > 0; {
			n := min(cut, len(b))
			parts, b = append(parts, string(b[:n])), b[n:]
		}
		for _, e := range events(t, parts...) {
			paste := strings.HasPrefix(e, pasteStart)
			switch {
			case len(e) > len(in)+len(pasteStart)+len(pasteEnd)+utf8.UTFMax:
				t.Errorf("%d bytes out of %d", len(e), len(in))
			case !utf8.ValidString(e):
				t.Errorf("not UTF-8: %q", e)
			case !paste && e[0] != 0x1b && utf8.RuneCountInString(e) != 1:
				t.Errorf("several characters in one event: %q", e)
			case !paste && e[0] == 0x1b && bytes.IndexByte([]byte(e[1:]), 0x1b) >= 0:
				t.Errorf("several keys in one event: %q", e)
			}
		}
	})
}

// A long paste reaches the screen through real Bubble Tea, whole.
func TestPasteThroughBubbleTea(t *testing.T) {
	text := strings.Repeat("kod ż ", 5000)
	got := make(chan Paste, 1)
	s := NewStack(&pasteScreen{got}, Options{})
	in, out := io.Pipe()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	go func() { _, _ = out.Write([]byte(pasteStart + text + pasteEnd)) }()
	err := Run(s, RunOptions{In: in, Out: io.Discard, Context: ctx})
	if err != nil {
		t.Fatal(err)
	}
	if p := <-got; p.Text != text || p.TooLong || p.Broken {
		t.Errorf("%d of %d bytes arrived", len(p.Text), len(text))
	}
	_ = out.Close()
}

type pasteScreen struct{ got chan Paste }

func (*pasteScreen) Title() string        { return "" }
func (*pasteScreen) Actions() []Action    { return nil }
func (*pasteScreen) View(_, _ int) string { return "" }
func (p *pasteScreen) Update(msg tea.Msg) Turn {
	if v, ok := msg.(Paste); ok {
		p.got <- v
		return Quit()
	}
	return Stay()
}

func TestRunEndsWhenTheInputDoes(t *testing.T) {
	err := Run(NewStack(&pasteScreen{}, Options{}), RunOptions{In: strings.NewReader("x"), Out: io.Discard})
	if !errors.Is(err, ErrInputEnded) {
		t.Errorf("err %v", err)
	}
}

// crashScreen panics while it is drawn.
type crashScreen struct{ pasteScreen }

func (*crashScreen) View(_, _ int) string { panic("Jan Kowalski") }

func TestACrashWhileDrawingEndsTheProgram(t *testing.T) {
	var log, out bytes.Buffer
	in, feed := io.Pipe()
	s := NewStack(&crashScreen{}, Options{Log: &log})
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	err := Run(s, RunOptions{In: in, Out: &out, Context: ctx, Started: func(h Handle) { h.Resize(80, 24) }})
	if !errors.Is(err, ErrCrashed) {
		t.Errorf("err %v", err)
	}
	if both := out.String() + log.String(); strings.Contains(both, "Kowalski") || !strings.Contains(log.String(), "crashScreen") {
		t.Errorf("log %q, output %q", log.String(), out.String())
	}
	if !strings.Contains(out.String(), "\x1b[?1049l") {
		t.Errorf("the terminal is not restored: %q", out.String())
	}
	_ = feed.Close()
}
