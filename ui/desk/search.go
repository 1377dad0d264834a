package desk

import (
	"strings"

	"okienko/model"
)

// searchKey is what the search looks through: folded names, class, card
// number, and the PESEL at the end of the line, so that its tail can be told
// from a number in its middle.
func searchKey(r model.Record) string {
	var b strings.Builder
	for _, part := range []string{r.Last, r.First, r.Second, r.Student.Class.String()} {
		if part != "" {
			b.WriteByte(' ')
			b.WriteString(model.Fold(part))
		}
	}
	if card, ok := model.CurrentCard(r.Cards); ok {
		b.WriteByte(' ')
		b.WriteString(strings.ToLower(card.Number))
	}
	b.WriteByte('\t')
	b.WriteString(string(r.PESEL))
	b.WriteByte('\n')
	return b.String()
}

// query is a search text taken apart. All words must be found.
type query struct {
	words []word
}

type word struct {
	text  string // folded
	class string // the same as a class, where it reads as one ("iva" is 4a)
	digit bool   // begins with a digit: a class, a card number or the end of a PESEL
}

func parseQuery(text string) query {
	var q query
	for _, field := range strings.Fields(text) {
		w := word{text: strings.ToLower(field)}
		w.digit = w.text[0] >= '0' && w.text[0] <= '9'
		if !w.digit {
			w.text = model.Fold(field)
		}
		if c, err := model.ParseClass(field); err == nil && !c.IsZero() && c.Unit != "" {
			w.class = model.Fold(c.String())
		}
		if w.text != "" {
			q.words = append(q.words, w)
		}
	}
	return q
}

// How well an entry fits.
const (
	fitsNot    = iota
	fitsInside // a word was found in the middle of a name
	fitsFront  // every word begins one
)

func (q query) fit(key string) int {
	best := fitsFront
	for _, w := range q.words {
		f := w.fit(key)
		if f == fitsNot {
			return fitsNot
		}
		best = min(best, f)
	}
	return best
}

func (w word) fit(key string) int {
	i := strings.Index(key, w.text)
	for at := i; at >= 0; {
		if at > 0 && key[at-1] == ' ' || w.digit && strings.HasPrefix(key[at+len(w.text):], "\n") {
			return fitsFront
		}
		next := strings.Index(key[at+1:], w.text)
		if next < 0 {
			break
		}
		at += 1 + next
	}
	if w.class != "" && strings.Contains(key, " "+w.class+" ") || w.class != "" && strings.Contains(key, " "+w.class+"\t") {
		return fitsFront
	}
	if i >= 0 && !w.digit {
		return fitsInside
	}
	return fitsNot
}

// filter is what the list shows.
type filter struct {
	text  string
	class model.Class // zero: all
	stage model.Stage // "": all but those who left, unless searched for
}

// find returns the entries that pass, those whose words begin with the text
// first, each part in Polish order.
func (s *School) find(f filter, within []*Entry) []*Entry {
	q := parseQuery(f.text)
	front := make([]*Entry, 0, 64)
	var inside []*Entry
	for _, e := range within {
		if f.stage != "" && e.Verdict.Stage != f.stage || f.stage == "" && e.Verdict.Stage == model.StageLeft && len(q.words) == 0 {
			continue
		}
		if !f.class.IsZero() && e.Record.Class != f.class {
			continue
		}
		switch q.fit(e.key) {
		case fitsFront:
			front = append(front, e)
		case fitsInside:
			inside = append(inside, e)
		}
	}
	return append(front, inside...)
}
