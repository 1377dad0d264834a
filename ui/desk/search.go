package desk

import (
	"maps"
	"slices"
	"strings"

	"okienko/model"
)

// roomForNumbers is what class, card number, PESEL and what parts them take up
// in nearly every key, in bytes.
const roomForNumbers = 40

// searchKey is what the search looks through: folded names, class, card
// number, and the PESEL at the end of the line, so that its tail can be told
// from a number in its middle. No blank stands before a second name: it is
// found, but never before somebody whose first name it is.
func searchKey(r model.Record) string {
	var b strings.Builder
	b.Grow(len(r.Last) + len(r.First) + len(r.Second) + roomForNumbers)
	for _, part := range []string{r.Last, r.First, r.Class.String()} {
		if part != "" {
			b.WriteByte(' ')
			b.WriteString(model.Fold(part))
		}
	}
	if r.Second != "" {
		b.WriteString(" ~")
		b.WriteString(strings.ReplaceAll(model.Fold(r.Second), " ", "~"))
	}
	if card, ok := model.CurrentCard(r.Cards); ok {
		b.WriteByte(' ')
		b.WriteString(strings.ToLower(card.Number))
	}
	b.WriteString(" \t")
	b.WriteString(string(r.PESEL))
	b.WriteByte('\n')
	return b.String()
}

// query is a search text taken apart. All words must be found.
type query []word

type word struct {
	inside string // folded, anywhere in a name
	front  string // the same at the beginning of a name, class or card number
	tail   string // the same as the end of a PESEL, for words of digits
	class  string // the same as a class, where it reads as one ("iva" is 4a)
}

func parseQuery(text string) query {
	var q query
	for _, field := range strings.Fields(text) {
		lower := strings.ToLower(field)
		if first := lower[0]; first >= '0' && first <= '9' {
			q = append(q, word{front: " " + lower, tail: lower + "\n"})
			continue
		}
		folded := model.Fold(field)
		if folded == "" {
			continue
		}
		w := word{inside: folded, front: " " + folded}
		if c, err := model.ParseClass(field); err == nil && !c.IsZero() && c.Unit != "" {
			w.class = " " + model.Fold(c.String()) + " "
		}
		q = append(q, w)
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
	for _, w := range q {
		f := w.fit(key)
		if f == fitsNot {
			return fitsNot
		}
		best = min(best, f)
	}
	return best
}

func (w word) fit(key string) int {
	switch {
	case strings.Contains(key, w.front),
		w.tail != "" && strings.HasSuffix(key, w.tail),
		w.class != "" && strings.Contains(key, w.class):
		return fitsFront
	case w.inside != "" && strings.Contains(key, w.inside):
		return fitsInside
	}
	return fitsNot
}

// filter is what the list shows.
type filter struct {
	text  string
	class model.Class // zero: all
	stage model.Stage // "": all but those who left, unless searched for
	// unfinished shows those of whom a desk broke off a hand-over.
	unfinished bool
	list       model.WorklistID // "": all
	blocker    model.BlockerID  // "": all
}

// narrows reports whether anything but a text and a class is asked for.
func (f filter) narrows() bool {
	return f.stage != "" || f.unfinished || f.list != "" || f.blocker != ""
}

// only is the filter for one thing and no other; text and class stay.
func (f filter) only(what filter) filter {
	what.text, what.class = f.text, f.class
	return what
}

// memory is room for what find returns; one for each list on screen.
type memory struct{ front, inside []*Entry }

// find returns the entries that pass, those whose words begin with the text
// first, each part in Polish order. Looking through 100,000 must fit between
// two frames, so it walks along the keys, touches an entry only if it must, and
// uses the caller's memory again: what it put there before is overwritten.
//
// A worklist that is not searched stands class by class, as its file does:
// that is how it is worked through.
func (s *School) find(f filter, in *memory) []*Entry {
	q := parseQuery(f.text)
	if f.list != "" && len(q) == 0 {
		return s.inWorklist(f, in)
	}
	idle := len(q) == 0 && !f.narrows()
	unfiltered := f.class.IsZero() && !f.narrows()
	front, inside := in.front[:0], in.inside[:0]
	for i, key := range s.keys {
		fit := q.fit(key)
		if fit == fitsNot {
			continue
		}
		e := s.entries[i]
		switch {
		case idle && e.Verdict.Stage == model.StageLeft:
		case !unfiltered && !f.passes(e):
		case fit == fitsFront:
			front = append(front, e)
		default:
			inside = append(inside, e)
		}
	}
	front = append(front, inside...)
	in.front, in.inside = front, inside
	if f.list != "" {
		slices.SortStableFunc(front, (*Entry).byWaiting)
	}
	return front
}

// inWorklist is find for a worklist that is not searched.
func (s *School) inWorklist(f filter, in *memory) []*Entry {
	found := in.front[:0]
	for _, e := range s.inClasses() {
		if f.passes(e) {
			found = append(found, e)
		}
	}
	slices.SortStableFunc(found, (*Entry).byWaiting)
	in.front = found
	return found
}

// inClasses are all entries class by class, each as its register stands. They
// are put so once a change of the order, not for every key that is pressed.
func (s *School) inClasses() []*Entry {
	if s.classes == nil {
		of := map[model.Class][]*Entry{}
		for _, e := range s.entries {
			of[e.Class] = append(of[e.Class], e)
		}
		s.classes = make([]*Entry, 0, len(s.entries))
		for _, c := range slices.SortedFunc(maps.Keys(of), model.Class.Compare) {
			slices.SortStableFunc(of[c], func(a, b *Entry) int { return a.CompareInRegister(b.Student) })
			s.classes = append(s.classes, of[c]...)
		}
	}
	return s.classes
}

// byWaiting puts those first, in a worklist, who wait at the desk.
func (e *Entry) byWaiting(o *Entry) int { return e.CompareWaiting(o.Record) }

// passes applies the filters that are no text.
func (f filter) passes(e *Entry) bool {
	return (f.class.IsZero() || e.Class == f.class) && (f.stage == "" || e.Verdict.Stage == f.stage) &&
		(!f.unfinished || e.Verdict.Unfinished != nil) && (f.list == "" || e.lists.Has(f.list)) &&
		(f.blocker == "" || e.blockedBy(f.blocker))
}

// blockedBy reports whether something stands in a student's way. Nothing does
// for somebody who left.
func (e *Entry) blockedBy(id model.BlockerID) bool {
	return e.Verdict.Stage != model.StageLeft && e.Verdict.Has(id)
}
