package qr

import (
	"errors"
	"strings"
	"testing"
	"time"
)

var ordinary = Abilities{UTF8: true, Glyphs: true, Sextants: true}

const sample = "https://legitymacja.example/aktywacja?kod=0OIl1-9x7q"

func drawn(t *testing.T, rung string) Drawing {
	t.Helper()
	d, err := Draw(sample, 100, 40, ordinary, rung)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestVerifyFindsDamage(t *testing.T) {
	replaceAll := func(old, new string) func([]string) {
		return func(lines []string) {
			for i := range lines {
				lines[i] = strings.ReplaceAll(lines[i], old, new)
			}
		}
	}
	tests := []struct {
		name   string
		damage func([]string)
		want   error
	}{
		{"underscores for half blocks", replaceAll("▄", "_"), ErrUnreadable},
		{"no half blocks", replaceAll("▄", " "), ErrUnreadable},
		{"an unpainted cell", func(l []string) { l[3] = " " + strings.Replace(l[3], " ", "", 1) }, ErrUnpainted},
		{"a theme's colour", replaceAll("48;5;231", "49"), errSequence},
		{"ten numbers and more", replaceAll("\x1b[38;5;16m", "\x1b[38;5;16;22m"), errSequence},
		{"no reset", replaceAll("\x1b[m", ""), errSequence},
		{"a line break", func(l []string) { l[5] = strings.Replace(l[5], " ", "\n", 1) }, errSequence},
		{"half the code blank", func(l []string) {
			for i := len(l) / 2; i < len(l); i++ {
				l[i] = l[0]
			}
		}, ErrUnreadable},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := drawn(t, "half-1")
			if err := Verify(d, sample); err != nil {
				t.Fatal("undamaged:", err)
			}
			tt.damage(d.Lines)
			if err := Verify(d, sample); !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
		})
	}
}

func TestVerifyCountsCells(t *testing.T) {
	d := drawn(t, "spaces-2")
	d.Lines[0] = strings.Replace(d.Lines[0], "  ", " ", 1)
	if Verify(d, sample) == nil {
		t.Error("a line with a cell too few passed")
	}
	d = drawn(t, "spaces-2")
	d.Lines = d.Lines[1:]
	if Verify(d, sample) == nil {
		t.Error("a line too few passed")
	}
}

func TestVerifyRefusesAnotherCode(t *testing.T) {
	d := drawn(t, "spaces-2")
	if err := Verify(d, sample+"1"); !errors.Is(err, ErrMismatch) {
		t.Errorf("got %v", err)
	}
}

// The check runs beside the drawing; 30 ms is what it may take.
func BenchmarkVerify(b *testing.B) {
	payload := strings.Repeat("a1B2", 38)
	d, err := Draw(payload, 80, 24, ordinary, "")
	if err != nil || d.Symbol.Version != 7 {
		b.Fatal(err, d.Symbol.Version)
	}
	for b.Loop() {
		if err := Verify(d, payload); err != nil {
			b.Fatal(err)
		}
	}
	if each := b.Elapsed() / time.Duration(b.N); each > 30*time.Millisecond {
		b.Errorf("%v a check", each)
	}
}

func BenchmarkDraw(b *testing.B) {
	for b.Loop() {
		if _, err := Draw(sample, 80, 24, ordinary, ""); err != nil {
			b.Fatal(err)
		}
	}
}
