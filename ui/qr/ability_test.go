package qr

import "testing"

func TestDetect(t *testing.T) {
	utf := "pl_PL.UTF-8"
	tests := []struct {
		name string
		env  map[string]string
		want Abilities
	}{
		{"xterm", map[string]string{"TERM": "xterm-256color", "LANG": utf},
			Abilities{UTF8: true, Glyphs: true}},
		{"PuTTY sends neither a locale nor colours, and draws both",
			map[string]string{"TERM": "xterm"}, Abilities{Obeys: true, Glyphs: true}},
		{"PuTTY and tmux: tmux would write underscores",
			map[string]string{"TERM": "tmux-256color", "TMUX": "/tmp/x,1,0"}, Abilities{InTmux: true}},
		{"tmux with a locale", map[string]string{"TERM": "screen", "TMUX": "/tmp/x,1,0", "LC_CTYPE": "C.utf8", "VTE_VERSION": "7006"},
			Abilities{UTF8: true, Glyphs: true, InTmux: true}},
		{"GNU screen", map[string]string{"TERM": "screen", "STY": "1.pts", "LANG": utf},
			Abilities{UTF8: true, Glyphs: true, InScreen: true}},
		{"ssh out of screen", map[string]string{"TERM": "screen-256color"}, Abilities{InScreen: true}},
		{"LC_ALL beats LANG", map[string]string{"TERM": "xterm", "LC_ALL": "pl_PL.ISO-8859-2", "LANG": utf}, Abilities{Obeys: true}},
		{"POSIX locale outside tmux", map[string]string{"TERM": "xterm", "LANG": "C"}, Abilities{Obeys: true, Glyphs: true}},
		{"console", map[string]string{"TERM": "linux", "LANG": utf},
			Abilities{Palette: LightInk, UTF8: true, Glyphs: true}},
		{"console in Latin-2", map[string]string{"TERM": "linux", "LANG": "pl_PL.ISO-8859-2"}, Abilities{Palette: Bright16}},
		{"vt220", map[string]string{"TERM": "vt220", "LANG": utf}, Abilities{Palette: Bright16, UTF8: true, Glyphs: true}},
		{"vt100 that says it has colours", map[string]string{"TERM": "vt100", "COLORTERM": "truecolor"}, Abilities{Glyphs: true, Direct: true}},
		{"xterm of 16 colours", map[string]string{"TERM": "xterm-16color"}, Abilities{Palette: Bright16, Glyphs: true}},
		{"nothing known", nil, Abilities{Palette: Bright16, Glyphs: true, Dumb: true}},
		{"VTE", map[string]string{"TERM": "xterm-256color", "VTE_VERSION": "7006", "LANG": utf},
			Abilities{Obeys: true, UTF8: true, Glyphs: true, Blocks: true, Sextants: true}},
		{"old VTE", map[string]string{"TERM": "xterm-256color", "VTE_VERSION": "5202", "LANG": utf}, Abilities{Obeys: true, UTF8: true, Glyphs: true, Blocks: true}},
		{"xterm started from VTE", map[string]string{"TERM": "xterm-256color", "VTE_VERSION": "7006", "XTERM_VERSION": "XTerm(379)", "LANG": utf},
			Abilities{UTF8: true, Glyphs: true}},
		{"Konsole", map[string]string{"TERM": "xterm-256color", "KONSOLE_VERSION": "221203", "LANG": utf},
			Abilities{UTF8: true, Glyphs: true, Blocks: true, Sextants: true, MayKitty: true}},
		{"kitty", map[string]string{"TERM": "xterm-kitty", "KITTY_WINDOW_ID": "1", "LANG": utf},
			Abilities{Direct: true, UTF8: true, Glyphs: true, Blocks: true, Sextants: true, MayKitty: true}},
		{"Windows Terminal", map[string]string{"TERM": "xterm-256color", "WT_SESSION": "0", "LANG": utf}, Abilities{Direct: true, UTF8: true, Glyphs: true, Blocks: true}},
		{"urxvt", map[string]string{"TERM": "rxvt-unicode-256color", "LANG": utf}, Abilities{Obeys: true, UTF8: true, Glyphs: true, Blocks: true}},
		{"tmux within VTE", map[string]string{"TERM": "tmux-256color", "TMUX": "/tmp/x,1,0", "VTE_VERSION": "7006", "LANG": utf},
			Abilities{UTF8: true, Glyphs: true, InTmux: true}},
		{"GNU screen garbles 24 bits", map[string]string{"TERM": "screen", "COLORTERM": "24bit"}, Abilities{InScreen: true}},
		{"foot over ssh", map[string]string{"TERM": "foot"}, Abilities{Glyphs: true, Blocks: true, Sextants: true}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Detect(func(k string) string { return tt.env[k] }); got != tt.want {
				t.Errorf("got  %+v\nwant %+v", got, tt.want)
			}
		})
	}
}

func TestTerminalName(t *testing.T) {
	env := map[string]string{"TERM": "xterm-256color", "VTE_VERSION": "7006", "USER": "anna"}
	if got := TerminalName(func(k string) string { return env[k] }); got != "xterm-256color vte_version" {
		t.Errorf("%q", got)
	}
}
