package qr

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestPaperIsExactlyWide(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := payloads().Draw(t, "text")
		width := rapid.IntRange(0, 120).Draw(t, "width")
		align := rapid.SampledFrom([]Align{Left, Centre}).Draw(t, "align")
		a := anyAbilities().Draw(t, "abilities")
		if width == 0 {
			if line := Paper(text, width, align, a); line != "" {
				t.Fatalf("no room, but %q", line)
			}
			return
		}
		line := Paper(text, width, align, a)
		bare := strings.NewReplacer(a.Palette.ground(light), "", a.Palette.ink(dark), "", reset, "").Replace(line)
		if strings.ContainsAny(bare, "\x1b\n\r\t\a\u202e\u200f") {
			t.Fatalf("control characters: %q", bare)
		}
		if got := widths.StringWidth(bare); got != width {
			t.Fatalf("%d cells, not %d: %q", got, width, bare)
		}
	})
}

func TestPaperAligns(t *testing.T) {
	want := "\x1b[48;5;231m\x1b[38;5;16m  Ola K.   \x1b[m"
	if got := Paper("Ola K.", 11, Centre, ordinary); got != want {
		t.Errorf("got %q", got)
	}
	if got := Paper("Aleksandra\x1b[31m", 8, Left, ordinary); got != "\x1b[48;5;231m\x1b[38;5;16mAleksan…\x1b[m" {
		t.Errorf("got %q", got)
	}
}
