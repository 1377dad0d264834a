package qr

import "testing"

func TestLearn(t *testing.T) {
	for _, tt := range []struct {
		answer string
		want   Abilities
	}{
		{"\x1b[?63;1;2;4;6;9;15;22c", Abilities{Sixel: true, SixelColours: 16}},
		{"\x1b[?62;4;22c", Abilities{Sixel: true, SixelColours: 256}},
		{"\x1b[?62;22;14;44c", Abilities{}},
		{"\x1b[?4;2c", Abilities{}}, // a VT132 with printer
		{"\x1b[?6c", Abilities{}},
		{"\x1b_Gi=31;OK\x1b\\", Abilities{Kitty: true}},
		{"\x1b_Gi=31;ENOTSUPPORTED:no\x1b\\", Abilities{}},
		{"\x1b_Gi=7;OK\x1b\\", Abilities{}},
		{"", Abilities{}},
	} {
		got := Abilities{}
		if got.Learn(tt.answer); got != tt.want {
			t.Errorf("%q: %+v", tt.answer, got)
		}
	}
	// What was said last counts.
	a := Abilities{Sixel: true, Kitty: true}
	for _, answer := range []string{"\x1b[?1;2c", "\x1b_Gi=31;EINVAL\x1b\\"} {
		a.Learn(answer)
	}
	if a != (Abilities{}) {
		t.Errorf("still believed: %+v", a)
	}
}

func TestQuestions(t *testing.T) {
	const utf = "pl_PL.UTF-8"
	for name, tt := range map[string]struct {
		env  map[string]string
		want string
	}{
		"xterm":                {map[string]string{"TERM": "xterm-256color", "XTERM_VERSION": "XTerm(379)", "LANG": utf}, askAttributes},
		"PuTTY":                {map[string]string{"TERM": "xterm"}, askAttributes},
		"kitty":                {map[string]string{"TERM": "xterm-kitty", "LANG": utf}, askKitty + askAttributes},
		"Konsole":              {map[string]string{"TERM": "xterm-256color", "KONSOLE_VERSION": "221203"}, askKitty + askAttributes},
		"kitty, tmux":          {map[string]string{"TERM": "tmux-256color", "TMUX": "x", "KONSOLE_VERSION": "221203"}, ""},
		"screen":               {map[string]string{"TERM": "screen.xterm-kitty", "STY": "1"}, ""},
		"Linux console":        {map[string]string{"TERM": "linux"}, ""},
		"a terminal of no use": {map[string]string{"TERM": "dumb"}, ""},
		"none":                 {map[string]string{}, ""},
		"VT 100":               {map[string]string{"TERM": "vt100"}, ""},
	} {
		a := Detect(func(n string) string { return tt.env[n] })
		if got := a.Questions(); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}
