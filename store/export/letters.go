package export

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"codeberg.org/go-pdf/fpdf"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/norm"
)

// The two styles of Liberation Sans, which has the letters of every Latin
// alphabet, Vietnamese too, and of Cyrillic and Greek. It is embedded in the
// program: paper must not depend on the fonts of the school's computer.
const (
	family  = "Liberation Sans"
	regular = ""
	bold    = "B"
)

var faces = map[string][]byte{regular: liberationsansregular.TTF, bold: liberationsansbold.TTF}

// shapes finds out which letters the font has. Both styles have the same.
var shapes = sync.OnceValues(func() (*sfnt.Font, error) { return sfnt.Parse(liberationsansregular.TTF) })

// pen writes on the pages of one document. Sizes are in millimetres, those of
// letters in points.
type pen struct {
	*fpdf.Fpdf
	font   *sfnt.Font
	buffer sfnt.Buffer
	known  map[rune]string             // how a letter is written with this font
	widths map[string]map[rune]float64 // of letters, by style, as a share of the size
	style  string
	size   float64
	// lacking says that a letter was replaced because the font has none.
	lacking bool
}

func newPen(landscape bool, title string) (*pen, error) {
	font, err := shapes()
	if err != nil {
		return nil, fmt.Errorf("reading the font: %w", err)
	}
	orientation := "P"
	if landscape {
		orientation = "L"
	}
	p := &pen{Fpdf: fpdf.New(orientation, "mm", "A4", ""), font: font, known: map[rune]string{},
		widths: map[string]map[rune]float64{regular: {}, bold: {}}}
	for style, face := range faces {
		// The library may keep what it is given, and writes into it.
		p.AddUTF8FontFromBytes(family, style, bytes.Clone(face))
	}
	p.SetMargins(0, 0, 0)
	p.SetAutoPageBreak(false, 0)
	p.SetTitle(p.writable(title), true)
	p.SetCreator("Okienko", true)
	p.SetLineWidth(hairline)
	err = p.Error()
	return p, err
}

// hairline is the width of the table's lines.
const hairline = 0.15

// letters chooses style and size of what is written from now on.
func (p *pen) letters(style string, size float64) {
	if style != p.style || size != p.size {
		p.style, p.size = style, size
		p.SetFont(family, style, size)
	}
}

// writable replaces letters that the font lacks by the letter under their
// marks, or else by a question mark: a name with one must still be found on
// paper, and an empty box says less than the bare letter. Whoever writes it
// says so on the page (lacking).
func (p *pen) writable(s string) string {
	plain := true
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var out strings.Builder
	for _, r := range norm.NFC.String(s) {
		spelled, ok := p.known[r]
		if !ok {
			spelled = p.spelled(r)
			p.known[r] = spelled
		}
		p.lacking = p.lacking || spelled != string(r) && !unicode.Is(unicode.C, r)
		out.WriteString(spelled)
	}
	return out.String()
}

func (p *pen) spelled(r rune) string {
	switch {
	case unicode.Is(unicode.Cf, r):
		return "" // steers how letters join, and is none
	case unicode.IsControl(r):
		return " "
	case p.has(r):
		return string(r)
	}
	bare := ""
	for _, part := range norm.NFKD.String(string(r)) {
		if p.has(part) && !unicode.Is(unicode.Mn, part) {
			bare += string(part)
		}
	}
	if bare == "" {
		return "?"
	}
	return bare
}

func (p *pen) has(r rune) bool {
	if r > 0xffff {
		return false // the library counts letters of the basic plane only
	}
	glyph, err := p.font.GlyphIndex(&p.buffer, r)
	return err == nil && glyph != 0
}

// width is how wide a writable text is in the chosen letters.
func (p *pen) width(s string) float64 {
	shares, sum := p.widths[p.style], 0.0
	for _, r := range s {
		share, ok := shares[r]
		if !ok {
			share = p.GetStringWidth(string(r)) / p.size
			shares[r] = share
		}
		sum += share
	}
	return sum * p.size
}

// lines breaks a text between words into lines of a width. A word that is too
// long is broken, after a hyphen if it has one there.
func (p *pen) lines(s string, width float64) []string {
	s = p.writable(s)
	if p.width(s) <= width {
		return []string{s}
	}
	var all []string
	line := ""
	for word := range strings.FieldsSeq(s) {
		for word != "" {
			joined := word
			if line != "" {
				joined = line + " " + word
			}
			switch {
			case p.width(joined) <= width:
				line, word = joined, ""
			case line != "":
				all, line = append(all, line), ""
			default:
				n := p.fitting(word, width)
				all, word = append(all, word[:n]), word[n:]
			}
		}
	}
	if line != "" {
		all = append(all, line)
	}
	return all
}

// line is the one line of a text that is there for information only; what does
// not fit ends in an ellipsis.
func (p *pen) line(s string, width float64) string {
	all := p.lines(s, width)
	if len(all) == 1 {
		return all[0]
	}
	first := []rune(all[0])
	for len(first) > 0 && p.width(string(first)+"…") > width {
		first = first[:len(first)-1]
	}
	return strings.TrimRight(string(first), " ") + "…"
}

// fitting is how many bytes of a word fit, at least one letter's.
func (p *pen) fitting(word string, width float64) int {
	n, hyphen := 0, 0
	for i, r := range word {
		end := i + utf8.RuneLen(r)
		if n > 0 && p.width(word[:end]) > width {
			break
		}
		if n = end; r == '-' {
			hyphen = end
		}
	}
	if hyphen > 0 {
		return hyphen
	}
	return n
}

// at writes a text with its base line at y.
func (p *pen) at(x, y float64, s string) {
	if s = p.writable(s); s != "" {
		p.Text(x, y, s)
	}
}
