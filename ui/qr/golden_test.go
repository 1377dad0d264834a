package qr

import (
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the goldens anew")

// Each rung and each palette, to the byte.
func TestGoldens(t *testing.T) {
	tests := []struct {
		name, rung string
		cols, rows int
		palette    Palette
	}{
		{"spaces-2", "spaces-2", 48, 23, Indexed},
		{"half-1", "half-1", 31, 15, Indexed},
		{"half-1-reversed", "half-1", 60, 55, Indexed},
		{"half-3", "half-3", 70, 35, Indexed},
		{"eighths-2", "eighths-2", 54, 22, Indexed},
		{"plain", "plain", 31, 15, Indexed},
		{"sextant", "sextant", 14, 9, Indexed},
		{"thirds", "thirds", 40, 17, Indexed},
		{"spaces-2-bright16", "spaces-2", 46, 23, Bright16},
		{"half-1-bright16", "half-1", 23, 12, Bright16},
		{"half-1-lightink", "half-1", 23, 12, LightInk},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			payload := "OKIENKO 1"
			if tt.name == "half-1-reversed" {
				payload = strings.Repeat("okienko 1 ", 20)
			}
			a := Abilities{Palette: tt.palette, UTF8: true, Glyphs: true, Sextants: true}
			d, err := Draw(payload, tt.cols, tt.rows, a, tt.rung)
			if err != nil {
				t.Fatal(err)
			}
			if err := Verify(d, payload); err != nil {
				t.Fatal(err)
			}
			golden(t, tt.name, d.Lines)
		})
	}
}

func TestGoldenOfLetters(t *testing.T) {
	lines, err := Big("0OoQ1lI|", 60, 4, ordinary)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "big", lines)
}

// golden compares lines with those kept in testdata, escapes spelled out.
func golden(t *testing.T, name string, lines []string) {
	t.Helper()
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(strings.Trim(strconv.QuoteToGraphic(l), `"`) + "\n")
	}
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != string(want) {
		t.Errorf("differs from %s; got:\n%s", path, got)
	}
}
