package qr

import (
	"strconv"
	"strings"
)

// Palette is a way to say black and white to a terminal.
type Palette int

// The palettes, the best first.
const (
	// Indexed uses entries 231 and 16 of the 256 colours, which no theme
	// changes. GNU screen garbles 24-bit colours, and 256 never scored below
	// them.
	Indexed Palette = iota
	// Bright16 uses the 16 colours, with the brightest white as background.
	Bright16
	// LightInk uses 8 colours and bright glyphs: a terminal without bright
	// backgrounds, such as the Linux console, has white in the foreground
	// only.
	LightInk
)

// Abilities is what is known about a terminal.
type Abilities struct {
	Palette  Palette
	UTF8     bool // the locale says UTF-8
	Glyphs   bool // block elements arrive and, as far as known, are drawn
	Blocks   bool // known to draw U+2581 to U+2587 itself
	Sextants bool // known to draw U+1FB00 to U+1FB3B itself
	Obeys    bool // makes its window as large as CSI 8 t says
	InTmux   bool
	InScreen bool // GNU screen
	MayKitty bool // worth asking for kitty's pictures
	Direct   bool // known to take 24-bit colours
	Dumb     bool // TERM is empty or "dumb": perhaps no terminal at all

	// Pictures, as the terminal itself has answered (device attributes with a
	// 4; a kitty query with OK), and the size of a cell in pixels. The environment
	// does not tell, so Detect leaves them out; see Questions.
	Sixel, Kitty          bool
	SixelColours          int // how many at once
	CellWidth, CellHeight int
}

// Detect judges from the environment alone; env is os.Getenv or the variables
// of an SSH session.
//
// TERM is not taken at its word on colours: PuTTY says "xterm" and ssh drops
// COLORTERM, yet both show 256. Only names that stand for terminals without
// them count.
func Detect(env func(string) string) Abilities {
	term := env("TERM")
	charset := locale(env)
	utf8 := isUTF8(charset)
	a := Abilities{
		Palette: paletteOf(term, env("COLORTERM")),
		UTF8:    utf8,
		InTmux:  env("TMUX") != "" || strings.HasPrefix(term, "tmux"),
		Dumb:    term == "" || term == "dumb",
	}
	// ssh from within one carries TERM alone, and tmux too may say "screen".
	a.InScreen = !a.InTmux && (env("STY") != "" || strings.HasPrefix(term, "screen"))
	a.Glyphs = glyphsArrive(charset, utf8, a.InTmux || a.InScreen)
	if a.Palette == LightInk && !a.Glyphs {
		a.Palette = Bright16 // grey paper rather than none
	}
	seen := a.Glyphs && !a.InTmux && !a.InScreen
	a.Direct = !a.InScreen && directColours(term, env)
	a.Obeys = !a.InTmux && !a.InScreen && obeys(term, env)
	a.MayKitty = mayKitty(term, env)
	a.Blocks = seen && drawsBlocks(term, env)
	a.Sextants = seen && drawsSextants(term, env)
	return a
}

// TerminalName tells kinds of terminals apart, as far as the environment does,
// so that what was found out in one is not believed of another.
func TerminalName(env func(string) string) string {
	parts := []string{env("TERM")}
	for _, name := range []string{"XTERM_VERSION", "VTE_VERSION", "KONSOLE_VERSION", "WT_SESSION", "TERM_PROGRAM", "TMUX", "STY"} {
		if env(name) != "" {
			parts = append(parts, strings.ToLower(name))
		}
	}
	return strings.Join(parts, " ")
}

// locale returns the setting that counts for characters, "" if none is set.
func locale(env func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := env(name); v != "" {
			return v
		}
	}
	return ""
}

func isUTF8(charset string) bool {
	c := strings.ToUpper(charset)
	return strings.Contains(c, "UTF-8") || strings.Contains(c, "UTF8")
}

// glyphsArrive reports whether U+2584 reaches the screen. tmux and screen
// without a UTF-8 locale put "_" or "?" in its place. Outside them a missing
// locale means nothing (PuTTY sends none and draws it), one that names
// another charset does.
func glyphsArrive(charset string, utf8, multiplexed bool) bool {
	switch {
	case utf8:
		return true
	case multiplexed:
		return false
	}
	return !strings.Contains(charset, ".")
}

// paletteOf names the colours that can be relied on.
func paletteOf(term, colorterm string) Palette {
	if term == "linux" {
		return LightInk
	}
	if colorterm != "" || strings.Contains(term, "256color") || strings.Contains(term, "direct") {
		return Indexed
	}
	base, _, _ := strings.Cut(term, "-")
	switch base {
	case "", "ansi", "dumb", "cygwin", "cons25", "sun", "pcansi", "hurd", "mach", "wsvt25":
		return Bright16
	}
	if strings.HasPrefix(base, "vt") && base != "vte" {
		return Bright16
	}
	if strings.HasSuffix(term, "16color") || strings.HasSuffix(term, "-color") || strings.HasSuffix(term, "88color") {
		return Bright16
	}
	return Indexed
}

// directColours knows the terminals that take 24-bit colours. Where nothing
// tells, as behind ssh from PuTTY, 256 are safe.
func directColours(term string, env func(string) string) bool {
	switch env("COLORTERM") {
	case "truecolor", "24bit":
		return true
	}
	return strings.HasSuffix(term, "-direct") || strings.HasPrefix(term, "xterm-kitty") ||
		term == "alacritty" || env("WT_SESSION") != ""
}

// Versions from which sextants are drawn by the terminal itself, as measured
// in Debian 12; older ones take them from a font or have none.
const (
	vteSextants     = 6400
	konsoleSextants = 221200
)

// drawsSextants knows the terminals that were seen to draw them. A terminal
// started from within another inherits its variables, so TERM has to agree.
func drawsSextants(term string, env func(string) string) bool {
	switch {
	case term == "xterm-kitty", term == "foot", strings.HasPrefix(term, "foot-"):
		return true
	case term != "xterm-256color" || env("XTERM_VERSION") != "":
		return false
	}
	return number(env("VTE_VERSION")) >= vteSextants || number(env("KONSOLE_VERSION")) >= konsoleSextants
}

// drawsBlocks knows the terminals that draw block elements themselves. xterm,
// PuTTY and st take them from a font, whose seams cost decoders the finder
// patterns, and PuTTY's usual fonts have halves alone.
func drawsBlocks(term string, env func(string) string) bool {
	switch {
	case term == "alacritty", strings.HasPrefix(term, "rxvt-unicode"), drawsSextants(term, env):
		return true
	case term != "xterm-256color" || env("XTERM_VERSION") != "":
		return false
	}
	return env("VTE_VERSION") != "" || env("KONSOLE_VERSION") != "" || env("WT_SESSION") != ""
}

// obeys knows the terminals that were seen to change their window's size when
// asked. PuTTY is among them; others that call themselves "xterm" ignore it.
func obeys(term string, env func(string) string) bool {
	switch {
	case env("XTERM_VERSION") != "":
		return false
	case term == "xterm", strings.HasPrefix(term, "rxvt-unicode"), strings.HasPrefix(term, "mlterm"):
		return true
	}
	return term == "xterm-256color" && env("VTE_VERSION") != ""
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
