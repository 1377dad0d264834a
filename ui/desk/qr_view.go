package desk

import (
	"errors"
	"strings"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/qr"
	"okienko/ui/text"
)

// View paints the whole window: black on white paper whatever the theme, or
// black while it is hidden. It draws again only when the window, the rung or
// the code changed; that takes a fraction of a millisecond.
func (s *qrScreen) View(w, h int) string {
	s.w, s.h, s.wordsOnly = w, h, false
	lines := s.lines(w, h)
	s.seen = s.seen || !s.wordsOnly || s.code != nil && s.elsewhere()
	return strings.Join(lines, "\n")
}

func (s *qrScreen) lines(w, h int) []string {
	switch {
	case s.code == nil:
		return s.notice(w, h, s.studentText().Waiting)
	case s.over():
		return s.notice(w, h, s.t.Expired)
	case s.blank:
		return s.black(w, h, s.t.Blanked)
	case s.elsewhere():
		return s.onDisplay(w, h)
	case s.code.Kind == model.CodeCredentials:
		return s.credentials(w, h)
	case s.asText > 0:
		return s.textPage(w, h)
	}
	p := s.drawn()
	var small *qr.TooSmallError
	switch {
	case errors.As(p.err, &small):
		return s.without(w, h, s.tooSmall(small))
	case p.err != nil:
		return s.without(w, h, s.t.NoDrawing)
	case p.layout.cols > 0:
		return s.beside(p, w, h)
	}
	return s.between(p, w, h)
}

// tooSmall says what a window lacks, and what would make do with less.
func (s *qrScreen) tooSmall(missing *qr.TooSmallError) string {
	sentence := s.t.TooSmall(missing.Cols, missing.Rows)
	if !s.app.Terminal.Glyphs {
		sentence += " " + s.t.NoGlyphs
	}
	return sentence
}

// drawn is the code drawn for the window last seen; nil if none is to be.
func (s *qrScreen) drawn() *qrPage {
	if s.code == nil || s.w <= 0 || s.h <= 0 || s.code.Kind == model.CodeCredentials {
		return nil
	}
	if p := s.page; p != nil && p.w == s.w && p.h == s.h && p.rung == s.rung && p.terminal == s.terminal() {
		return p
	}
	s.recall()
	if s.page != nil && (s.page.w != s.w || s.page.h != s.h) {
		s.bad = map[string]bool{} // what failed in one window may do in another
	}
	s.page = s.sheet().draw(s.rung)
	if s.page.err != nil && s.rung != "" {
		s.rung = "" // the one asked for fits no longer
		s.page = s.sheet().draw("")
	}
	return s.page
}

func (s *qrScreen) sheet() sheet {
	one := sheet{payload: s.code.Payload.Reveal(), w: s.w, h: s.h, terminal: s.terminal(), bad: s.bad}
	if s.code.Kind == model.CodeLegacy {
		one.extra = 1
	}
	return one
}

// rungs are those that fit the window.
func (s *qrScreen) rungs() []qr.Rung {
	if s.w <= 0 {
		return nil
	}
	return s.sheet().rungs()
}

// paper is a line of black on white.
func (s *qrScreen) paper(line string, w int, align qr.Align) string {
	return qr.Paper(line, w, align, s.app.Terminal)
}

// without is what stands in place of a code that can't be drawn: why, and the
// keys, since there is no other place for them.
func (s *qrScreen) without(w, h int, why string) []string {
	if s.mirrored {
		return s.notice(w, h, why)
	}
	keys := []string{"not", "text"}
	if s.seen { // as a text, or before the window became smaller
		keys = append([]string{"collected"}, keys...)
	} else {
		why += " " + s.t.Unseen
	}
	lines := s.notice(w, h, why)
	if h > 1 {
		lines[h-1] = s.paper(s.keyLine(keys...), w, qr.Centre)
	}
	return lines
}

// notice is paper with nothing but a sentence.
func (s *qrScreen) notice(w, h int, sentence string) []string {
	s.wordsOnly = true
	lines := make([]string, 0, h)
	words := kit.Wrap(sentence, max(1, min(w-2, 60)))
	for i := range h {
		line := ""
		if n := i - (h-len(words))/2; n >= 0 && n < len(words) {
			line = words[n]
		}
		lines = append(lines, s.paper(line, w, qr.Centre))
	}
	return lines
}

// onDisplay is paper that says where the code is, with the keys below.
func (s *qrScreen) onDisplay(w, h int) []string {
	// Nobody but the secretary reads this, whatever the student reads.
	name, class := s.whoIn(s.t)
	lines := s.notice(w, h, joined(" · ", name, class)+"\n\n"+text.DisplayIn(s.app.Lang).OnDisplay)
	if h > 1 {
		keys := s.say
		if keys == "" {
			keys = s.keysElsewhere(w)
		}
		lines[h-1] = s.paper(keys, w, qr.Centre)
	}
	return lines
}

// black is the hidden screen: paper with its colours swapped, which every
// palette knows.
func (s *qrScreen) black(w, h int, sentence string) []string {
	const swap = "\x1b[7m"
	lines := s.notice(w, h, sentence)
	for i := range lines {
		lines[i] = swap + lines[i]
	}
	return lines
}

// languages are those the school shows to students.
func (s *qrScreen) languages() []string { return s.app.profile().Languages }

// studentLang is the language of the help.
func (s *qrScreen) studentLang() text.Lang {
	if all := s.languages(); s.lang < len(all) && text.QRIn(text.Lang(all[s.lang])) != nil {
		return text.Lang(all[s.lang])
	}
	return s.app.Lang
}

func (s *qrScreen) studentText() *text.QR { return text.QRIn(s.studentLang()) }

// who is all that a queue may read of a student: first name, initial, class.
func (s *qrScreen) who() (name, class string) { return s.whoIn(s.studentText()) }

func (s *qrScreen) whoIn(t *text.QR) (name, class string) {
	e := s.app.School.Get(s.id)
	if e == nil {
		return "", ""
	}
	if !e.Record.Class.IsZero() {
		class = t.Class(e.Record.Class.String())
	}
	return e.PublicName(), class
}

// life is what is left of a short life, as a clock and in sentences; nothing
// for a long one.
func (s *qrScreen) life() (clock string, sentences []string) {
	left, ends := s.remaining()
	if !ends || left >= shortLife {
		return "", nil
	}
	t := s.studentText()
	clock = text.Clock(s.studentLang(), left)
	sentences = []string{t.Life(clock)}
	if left < askAnew {
		sentences = append(sentences, t.AskNew)
	}
	return clock, sentences
}

// keys is the line of keys, made from the actions.
func (s *qrScreen) keys() []string {
	if s.mirrored {
		return nil
	}
	words := kitWords(s.app.Lang)
	var parts []string
	for place := 1; place <= 6; place++ {
		for _, a := range s.Actions() {
			if a.Footer == place {
				// The words of one key stay together when lines are broken.
				parts = append(parts, strings.ReplaceAll(words.KeyName(a.Keys[0])+" "+a.Name, " ", nbsp))
			}
		}
	}
	return append(parts, "F1"+nbsp+words.Help)
}

// nbsp keeps words on one line; it is a space again when it is drawn.
const nbsp = "\u00a0"

// wrap breaks a text into lines.
func wrap(line string, w int) []string {
	if line == "" {
		return nil
	}
	lines := kit.Wrap(line, max(1, w))
	for i, l := range lines {
		lines[i] = strings.ReplaceAll(l, nbsp, " ")
	}
	return lines
}

// between is the layout with text above and below the code.
func (s *qrScreen) between(p *qrPage, w, h int) []string {
	name, class := s.who()
	_, life := s.life()
	lines := []string{s.paper(joined(" · ", append([]string{name, class}, life...)...), w, qr.Centre)}
	if second := s.code.Second.Reveal(); s.code.Kind == model.CodeLegacy {
		lines = append(lines, s.paper(s.studentText().Second+":  "+strings.Join(qr.Groups(second, 4), " "), w, qr.Centre))
	}
	lines = append(lines, p.drawing.Lines...)
	if p.layout.rows >= rowsHelp {
		for _, help := range s.help() {
			lines = append(lines, s.paper(help, w, qr.Centre))
		}
	}
	if p.layout.rows >= rowsKeys {
		last := s.say
		if last == "" {
			last = strings.ReplaceAll(strings.Join(s.keys(), "  "), nbsp, " ")
		}
		lines = append(lines, s.paper(last, w, qr.Centre))
	}
	return lines
}

// beside is the layout with a column of text at the right: a character that a
// terminal draws too wide can't push the code from there.
func (s *qrScreen) beside(p *qrPage, w, h int) []string {
	lines := make([]string, h)
	column := s.column(w-p.drawing.Cols, h)
	for i := range lines {
		lines[i] = p.drawing.Lines[i] + column[i]
	}
	return lines
}
