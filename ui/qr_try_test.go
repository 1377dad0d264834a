package ui

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"okienko/ui/kit"
	"okienko/ui/kit/kittest"
	"okienko/ui/qr"
	"okienko/ui/text"
)

// A secretary tries a phone on one drawing after another.
func TestTryingDrawings(t *testing.T) {
	for _, tt := range []struct {
		name string
		keys []string
		fail error
		want []string // what was kept, "window rung"
		see  string
	}{
		{"the first reads", []string{"enter"}, nil, []string{"120x32 "}, "Zapamiętane"},
		{"the second reads", []string{"n", "enter"}, nil, []string{"120x32 eighths-2"}, "Zapamiętane"},
		{"none reads", []string{"n", "n", "n"}, nil, nil, "Żaden rysunek nie pomógł"},
		{"nothing can be kept", []string{"enter"}, errors.New("full"), []string{"120x32 "}, "nie udało się zapisać"},
		{"other keys", []string{"x", "down"}, nil, nil, "Rysunek 1 z"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			s := &tryScreen{t: text.TryIn(text.Polish), payload: strings.Repeat("a", 60), terminal: qr.Abilities{UTF8: true, Glyphs: true, Blocks: true},
				keep: func(window, rung string) error {
					got = append(got, window+" "+rung)
					return tt.fail
				}}
			d := kittest.New(t, s, 120, 32, kit.Options{})
			d.Expect("Rysunek 1 z", "Enter tak")
			d.Press(tt.keys...).Expect(tt.see)
			if !slices.Equal(got, tt.want) {
				t.Errorf("kept %q, want %q", got, tt.want)
			}
		})
	}
}

func TestTryingInAWindowTooSmall(t *testing.T) {
	s := &tryScreen{t: text.TryIn(text.Polish), payload: strings.Repeat("a", 60), fault: func(error) string { return "za małe" }}
	kittest.New(t, s, 60, 10, kit.Options{}).Expect("za małe")
}
