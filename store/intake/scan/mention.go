package scan

import (
	"image"
	"slices"
	"strings"
	"unicode"

	"okienko/model"
)

// mention is a place that says who, or what belongs to a code.
type mention struct {
	box      image.Rectangle
	students []model.StudentID // whom it may mean
	stranger bool              // it only says whom else it can't mean: an unknown PESEL
	number   bool              // a PESEL or the number of a card, which decides alone
	loose    bool              // a name that may go on beyond what was understood
	conflict bool              // a name beside a class that is not theirs
	classed  bool              // a name beside a class that is theirs
	text     string            // of a secret or a login
}

// mentions are those of a page, one layer for each kind of evidence. Each
// layer is paired with the codes for itself, so that they can bear each other
// out.
type mentions struct {
	names, pesels, cards []mention
	seconds, logins      []mention
	strangers            []image.Rectangle // lines that look like the name of somebody unknown
}

// who are the layers that say whose a code is.
func (m *mentions) who() [][]mention { return [][]mention{m.names, m.pesels, m.cards} }

// silent reports that nobody is named.
func (m *mentions) silent() bool {
	return len(m.names)+len(m.pesels)+len(m.cards)+len(m.strangers) == 0
}

// mentioned reads a page's words.
func (p *People) mentioned(runs []run) mentions {
	var m mentions
	taken := make([]bool, len(runs))
	for i, r := range runs {
		names := p.namesIn(r)
		taken[i] = len(names) > 0
		m.names = append(m.names, names...)
		m.pesels = append(m.pesels, wholeLine(r, p.peselsIn(r))...)
		m.cards = append(m.cards, wholeLine(r, p.cardsIn(r))...)
	}
	m.names = append(m.names, p.namesInCells(runs, taken)...)
	for i, r := range runs {
		if !taken[i] && strange(r) {
			m.strangers = append(m.strangers, r.box)
		}
	}
	p.narrow(m.names, runs)
	m.seconds, m.logins = secrets(runs)
	return m
}

// wholeLine gives a number that stands alone in its line the place of all the
// line: "Nr legitymacji: 12/2025" begins where the name above it does.
func wholeLine(r run, found []mention) []mention {
	if len(found) == 1 {
		found[0].box = r.box
	}
	return found
}

// namesIn finds the names in a run, the longest first.
func (p *People) namesIn(r run) []mention {
	words := slices.DeleteFunc(slices.Clone(r.words), func(w word) bool { return nameLabel(w.text) })
	var found []mention
	for i := 0; i < len(words); {
		n, ids := p.nameAt(words[i:])
		if n == 0 {
			i++
			continue
		}
		m := mention{students: ids, box: boxOf(words[i : i+n])}
		m.loose = i > 0 && goesOn(words[i-1].text, words[i-1].text) ||
			i+n < len(words) && goesOn(words[i+n-1].text, words[i+n].text)
		found = append(found, m)
		i += n
	}
	return found
}

// nameAt returns how many words from the first on are a name, and whose.
func (p *People) nameAt(words []word) (n int, ids []model.StudentID) {
	var parts []string
	for i, w := range words {
		parts = append(parts, foldedWords(w.text)...)
		if len(parts) > p.longest {
			break
		}
		if found := p.named(parts); len(found) > 0 {
			n, ids = i+1, found
		}
	}
	return n, ids
}

// goesOn reports whether next, after a word that ends like before, may still
// be part of the name.
func goesOn(before, next string) bool {
	if strings.ContainsAny(before[len(before)-1:], ",;:.()") || strings.HasPrefix(next, "(") {
		return false
	}
	return nameLike(next)
}

// nameLike reports whether a word may be part of a name.
func nameLike(s string) bool {
	s = strings.Trim(s, ",;.()")
	letters := 0
	for i, r := range s {
		switch {
		case i == 0 && !unicode.IsUpper(r):
			return false
		case unicode.IsLetter(r):
			letters++
		case r != '-' && r != '\'' && r != '’':
			return false
		}
	}
	if letters < 2 || classWord(s) {
		return false
	}
	for _, part := range foldedWords(s) {
		if ordinary[part] {
			return false
		}
	}
	return true
}

// strange reports whether a run looks like a name and nothing else.
func strange(r run) bool {
	words := slices.DeleteFunc(slices.Clone(r.words), func(w word) bool { return nameLabel(w.text) })
	if len(words) < 2 || len(words) > 4 {
		return false
	}
	return !slices.ContainsFunc(words, func(w word) bool { return !nameLike(w.text) })
}

// namesInCells finds names whose parts stand in cells side by side, or in
// lines of a form one above the other.
func (p *People) namesInCells(runs []run, taken []bool) []mention {
	var found []mention
	for i, a := range runs {
		for j := i + 1; j < len(runs) && !taken[i]; j++ {
			b := runs[j]
			if taken[j] || !besideOrBelow(a, b) || between(a, b, runs) {
				continue
			}
			words := slices.DeleteFunc(slices.Concat(a.words, b.words), func(w word) bool { return nameLabel(w.text) })
			if n, ids := p.nameAt(words); n > 0 && n == len(words) {
				taken[i], taken[j] = true, true
				found = append(found, mention{students: ids, box: a.box.Union(b.box)})
			}
		}
	}
	return found
}

// widestCell is how far the texts of neighbouring cells may be apart, in
// heights of a line.
const widestCell = 30

// between reports whether another run stands between two of one line.
func between(a, b run, runs []run) bool {
	space := image.Rect(min(a.box.Max.X, b.box.Max.X), max(a.box.Min.Y, b.box.Min.Y),
		max(a.box.Min.X, b.box.Min.X), min(a.box.Max.Y, b.box.Max.Y))
	return slices.ContainsFunc(runs, func(r run) bool { return r.box.Overlaps(space) })
}

// besideOrBelow reports whether two runs may hold the two parts of a name:
// cells of one row, or lines that are both labelled.
func besideOrBelow(a, b run) bool {
	if sameLine(a.box, b.box) {
		return gap(a.box, b.box) < widestCell*max(a.box.Dy(), b.box.Dy())
	}
	return nameLabel(a.words[0].text) && nameLabel(b.words[0].text) && sameColumn(a.box, b.box) &&
		gap(a.box, b.box) < 2*max(a.box.Dy(), b.box.Dy())
}

// peselsIn finds numbers of eleven digits that pass for a PESEL.
func (p *People) peselsIn(r run) []mention {
	var found []mention
	for _, w := range r.words {
		digits := strings.FieldsFunc(w.text, func(c rune) bool { return c < '0' || c > '9' })
		for _, d := range digits {
			if n, problem := model.ParsePESEL(d); problem == "" {
				ids, stranger := p.withPESEL(n)
				found = append(found, mention{students: ids, stranger: stranger, number: true, box: w.box})
			}
		}
	}
	return found
}

// cardsIn finds numbers of cards: of the usual form, or after the word
// itself.
func (p *People) cardsIn(r run) []mention {
	var found []mention
	labelled := false
	for _, w := range r.words {
		folded := model.Fold(w.text)
		labelled = labelled || strings.HasPrefix(folded, "legitymac") || folded == "leg"
		number := strings.Trim(w.text, ".,;:()")
		ids := p.byCard[number]
		if len(ids) > 0 && (labelled || model.UsualCardNumber(number)) {
			found = append(found, mention{students: ids, number: true, box: w.box})
		}
	}
	return found
}

func boxOf(words []word) image.Rectangle {
	var b image.Rectangle
	for _, w := range words {
		b = b.Union(w.box)
	}
	return b
}

// nameLabel reports a word that announces a name.
func nameLabel(s string) bool {
	switch model.Fold(s) {
	case "imie", "imiona", "nazwisko", "i", "uczen", "uczennica", "ucznia", "dla", "name", "first", "last", "surname":
		return true
	}
	return false
}

// ordinary are words with a capital that stand beside names and are none.
var ordinary = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(`imie imiona nazwisko uczen uczennica ucznia uczniowie dla klasa klasy kl oddzial
		oddzialu pesel legitymacja legitymacji mlegitymacja mlegitymacji leg nr numer lp kod kody kodu kodow qr aktywacyjny
		aktywacyjne aktywacji haslo login uzytkownik data urodzenia ur urodzony urodzona szkola szkoly podstawowa
		podstawowej liceum technikum zespol szkol pan pani rodzic rodzice opiekun zpe sio mobywatel junior strona
		img image scan skan kopia copy zrzut ekranu screenshot zdjecie foto pdf png jpg jpeg gif wa rok szkolny`) {
		set[w] = true
	}
	return set
}()
