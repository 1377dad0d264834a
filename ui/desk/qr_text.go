package desk

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/qr"
)

// groupOf is how many characters stand together where a text is to be typed.
const groupOf = 4

// help is what the student does now, in three lines.
func (s *qrScreen) help() []string {
	lines := s.studentText().Help[s.code.Kind]
	return lines[:]
}

// parents is what a parent does who adds the child's card in their own app:
// there the school's codes are scanned as well (SP nr 9 w Tarnowie). Nobody's
// parent stands here with an adult.
func (s *qrScreen) parents() string {
	e := s.app.School.Get(s.id)
	if e == nil || !e.Verdict.Pickup.Parent || s.code.Kind != model.CodeSIO && s.code.Kind != model.CodeZPE {
		return ""
	}
	return s.studentText().Parents
}

// block is lines of paper of one width under construction.
type block struct {
	s     *qrScreen
	w     int
	align qr.Align
	lines []string
}

func (s *qrScreen) block(w int) *block { return &block{s: s, w: w} }

// text adds a paragraph, one column away from the edges.
func (b *block) text(paragraphs ...string) {
	for _, p := range paragraphs {
		for _, l := range wrap(p, b.w-2) {
			if b.align == qr.Left {
				l = " " + l
			}
			b.lines = append(b.lines, b.s.paper(l, b.w, b.align))
		}
	}
}

// gap adds an empty line.
func (b *block) gap() { b.lines = append(b.lines, b.s.paper("", b.w, qr.Left)) }

// fill makes the block h lines high: between top and bottom, or by cutting it.
func (b *block) fill(h int, bottom *block) []string {
	for len(b.lines)+len(bottom.lines) < h {
		b.gap()
	}
	return append(b.lines, bottom.lines...)[:h]
}

// column is the text beside a code, h lines of w cells. What has no room goes:
// first the parents' line, then the large clock, then the help, then the
// spelling of the second code.
func (s *qrScreen) column(w, h int) []string {
	var top, bottom *block
	for comfort := 4; comfort >= 0; comfort-- {
		top, bottom = s.block(w), s.block(w)
		top.gap()
		name, class := s.who()
		top.text(name, class)
		s.addSecond(top, h, comfort >= 1)
		s.addLife(top, comfort >= 3)
		if comfort >= 2 {
			top.gap()
			top.text(s.help()...)
		}
		if parents := s.parents(); comfort >= 4 && parents != "" {
			bottom.gap() // below, where the clock does not move it
			bottom.text(parents)
		}
		s.addKeys(bottom)
		if len(top.lines)+len(bottom.lines) <= h {
			break
		}
	}
	return top.fill(h, bottom)
}

func (s *qrScreen) addKeys(b *block) {
	if s.say != "" {
		b.gap()
		b.text(s.say)
	}
	b.gap()
	keys := strings.Join(s.keys(), "  ")
	if b.w < narrow {
		keys = strings.ReplaceAll(keys, nbsp, " ")
	}
	b.text(keys)
}

// narrow is a column in which a key and its name don't fit on one line.
const narrow = 20

// addKeysOrSay adds the keys, or in their place what is to be said: a page of
// text has no row to spare.
func (s *qrScreen) addKeysOrSay(b *block) {
	b.gap()
	if s.say != "" {
		b.text(s.say)
		return
	}
	b.text(strings.Join(s.keys(), "  "))
}

func (s *qrScreen) addLife(b *block, large bool) {
	clock, sentences := s.life()
	if clock == "" {
		return
	}
	b.gap()
	left, _ := s.remaining()
	if large && left <= bigClock {
		if lines, err := qr.Big(clock, b.w, 8, s.app.Terminal); err == nil {
			b.lines = append(b.lines, lines...)
			b.gap()
		}
	}
	b.text(sentences...)
}

// addSecond adds the activation code that goes with a legacy code.
func (s *qrScreen) addSecond(b *block, h int, spelled bool) {
	if s.code.Kind != model.CodeLegacy {
		return
	}
	second := s.code.Second.Reveal()
	b.gap()
	b.text(s.studentText().Second + ":")
	b.lines = append(b.lines, s.large(second, b.w, h/2)...)
	if spelled {
		b.text(s.spelling(second))
	}
}

// large is a secret in large letters, or in groups where it is too long for
// them or holds what they lack.
func (s *qrScreen) large(secret string, w, h int) []string {
	if lines, err := qr.Big(secret, w, h, s.app.Terminal); err == nil {
		return lines
	}
	return s.grouped(secret, w)
}

// grouped is a text in groups, as many on a line as fit, below each other.
func (s *qrScreen) grouped(secret string, w int) []string {
	const gap = "  "
	groups := qr.Groups(secret, groupOf)
	wide := 1
	for _, g := range groups {
		wide = max(wide, kit.Width(g))
	}
	perLine := max(1, (w-2+len(gap))/(wide+len(gap)))
	var lines []string
	for len(groups) > 0 {
		n := min(perLine, len(groups))
		line := ""
		for i, g := range groups[:n] {
			if i > 0 {
				line += gap
			}
			line += kit.Pad(g, wide)
		}
		lines, groups = append(lines, s.paper(" "+line, w, qr.Left)), groups[n:]
	}
	return lines
}

// spelling names the characters of a secret that are taken for others, by
// their places: "2. cyfra 0".
func (s *qrScreen) spelling(secret string) string {
	t := s.studentText()
	var parts []string
	for i, r := range []rune(secret) {
		if !qr.Mistakable(r) {
			continue
		}
		class := t.CharClass[string(qr.ClassOf(r))]
		parts = append(parts, strings.ReplaceAll(strings.TrimSpace(fmt.Sprintf("%d. %s %c", i+1, class, r)), " ", nbsp))
	}
	if len(parts) == 0 {
		return ""
	}
	return t.Signs(strings.Join(parts, ", "))
}

// caseMatters reports whether a text has letters of both cases.
func caseMatters(secret string) bool {
	return strings.ContainsFunc(secret, unicode.IsUpper) && strings.ContainsFunc(secret, unicode.IsLower)
}

// secretText is a text for typing and what it is.
type secretText struct{ label, secret string }

// texts are the pages of what can be typed by hand in place of scanning.
func (s *qrScreen) texts() []secretText {
	t := s.studentText()
	all := s.pages(t.Payload, s.code.Payload.Reveal())
	if s.code.Kind == model.CodeLegacy {
		all = append(all, s.pages(t.Second, s.code.Second.Reveal())...)
	}
	return all
}

// leastPage is the least that makes a page of large letters worth turning.
const leastPage = 3 * groupOf

// pages cuts a text into pages of large letters, whole groups on each. A text
// that can't be written so stays in one.
func (s *qrScreen) pages(label, secret string) []secretText {
	whole := []secretText{{label, secret}}
	rows := s.h - len(s.headOf(s.w).lines) - 1 - len(s.typedFoot(s.w, 0, whole).lines)
	room := 0
	for n := len(secret); n >= leastPage && room == 0; n = (n - 1) / groupOf * groupOf {
		switch _, err := qr.Big(secret[:n], s.w, rows, s.app.Terminal); {
		case err == nil:
			room = n
		case errors.Is(err, qr.ErrNoGlyph):
			return whole
		}
	}
	if room == 0 || room == len(secret) {
		return whole
	}
	count := (len(secret) + room - 1) / room
	var all []secretText
	for i := range count {
		text := secret[i*room : min(len(secret), (i+1)*room)]
		all = append(all, secretText{fmt.Sprintf("%s %d/%d", label, i+1, count), text})
	}
	return all
}

// textPage is the payload, or the second secret, for typing by hand.
func (s *qrScreen) textPage(w, h int) []string {
	texts := s.texts()
	p := texts[(s.asText-1)%len(texts)]
	return s.typed(w, h, p)
}

// credentials are a login and a password.
func (s *qrScreen) credentials(w, h int) []string {
	t := s.studentText()
	return s.typed(w, h, secretText{t.Login, s.code.Login}, secretText{t.Password, s.code.Second.Reveal()})
}

// typed is a page of texts that a person types. They are as large as the
// window allows; what has no room beside them goes: the student's help, then
// the spelling, and at last the large letters.
func (s *qrScreen) typed(w, h int, parts ...secretText) []string {
	for _, write := range []writing{s.big, s.allGrouped} {
		for comfort := 2; comfort >= 0; comfort-- {
			top, bottom := s.headOf(w), s.typedFoot(w, comfort, parts)
			room := h - len(top.lines) - len(bottom.lines) - len(parts)
			bodies, ok := write(parts, w, room)
			if !ok {
				continue
			}
			for i, p := range parts {
				top.text(p.label + ":")
				top.lines = append(top.lines, bodies[i]...)
			}
			return top.fill(h, bottom)
		}
	}
	return s.notice(w, h, s.t.TextTooLong)
}

// writing writes texts in rows of w cells, h rows at most together.
type writing func(parts []secretText, w, h int) (bodies [][]string, ok bool)

// headOf begins a page without a code: whose it is.
func (s *qrScreen) headOf(w int) *block {
	b := s.block(w)
	b.align = qr.Centre
	name, class := s.who()
	_, life := s.life()
	b.text(joined(" · ", append([]string{name, class}, life...)...))
	return b
}

// mostSpelled is the longest text of which single characters are named.
const mostSpelled = 20

// typedFoot is what stands below texts to be typed.
func (s *qrScreen) typedFoot(w, comfort int, parts []secretText) *block {
	b := s.block(w)
	b.align = qr.Centre
	mixed := false
	for _, p := range parts {
		mixed = mixed || caseMatters(p.secret)
		if comfort >= 1 && len([]rune(p.secret)) <= mostSpelled {
			spelled := s.spelling(p.secret)
			if spelled != "" && len(parts) > 1 {
				spelled = p.label + " – " + spelled
			}
			b.text(spelled)
		}
	}
	if mixed {
		b.text(s.studentText().CaseMatters)
	}
	if comfort >= 2 && s.code.Kind == model.CodeCredentials {
		b.gap()
		b.text(s.help()...)
	}
	s.addKeysOrSay(b)
	return b
}

// big writes in large letters: the first text in about its share of the rows,
// the others in what is left.
func (s *qrScreen) big(parts []secretText, w, h int) ([][]string, bool) {
	if len(parts) == 1 {
		lines, err := qr.Big(parts[0].secret, w, h, s.app.Terminal)
		return [][]string{lines}, err == nil
	}
	for _, rows := range sharesOf(h) {
		first, err := qr.Big(parts[0].secret, w, rows, s.app.Terminal)
		if err != nil {
			continue
		}
		if rest, ok := s.big(parts[1:], w, h-len(first)); ok {
			return append([][]string{first}, rest...), true
		}
	}
	return nil, false
}

// sharesOf are the rows that one of two texts may take, half of them first.
func sharesOf(h int) []int {
	var all []int
	for d := range h / 2 {
		all = append(all, h/2+d, h/2-d)
	}
	return all
}

// allGrouped writes in groups, in ordinary letters.
func (s *qrScreen) allGrouped(parts []secretText, w, h int) ([][]string, bool) {
	var all [][]string
	for _, p := range parts {
		lines := s.grouped(p.secret, w)
		all, h = append(all, lines), h-len(lines)
	}
	return all, h >= 0
}
