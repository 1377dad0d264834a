package scan

import (
	"slices"
	"strings"

	"okienko/model"
)

// People are the students of the school, to be found in running text: by
// name in any order and without regard to diacritics, by PESEL, by the number
// of their card. (model.StudentIndex answers for rows of lists, which name a
// class or a birth date with every name; pages often don't.) It does not
// follow later changes.
type People struct {
	byName  map[string][]model.StudentID // key: nameKey
	byPESEL map[model.PESEL]model.StudentID
	byCard  map[string][]model.StudentID
	known   map[model.StudentID]model.Student
	noPESEL []model.StudentID
	longest int // words of the longest name
}

// NewPeople prepares the lookup; students who left are in it too, because a
// code may be theirs and not that of a namesake.
func NewPeople(records []model.Record) *People {
	p := &People{
		byName:  make(map[string][]model.StudentID, 2*len(records)),
		byPESEL: make(map[model.PESEL]model.StudentID, len(records)),
		byCard:  make(map[string][]model.StudentID, len(records)),
		known:   make(map[model.StudentID]model.Student, len(records)),
	}
	for _, r := range records {
		p.add(r.Student)
		for _, c := range r.Cards {
			if number := strings.TrimSpace(c.Number); number != "" {
				p.byCard[number] = include(p.byCard[number], r.ID)
			}
		}
	}
	return p
}

func (p *People) add(s model.Student) {
	p.known[s.ID] = s
	if s.PESEL != "" {
		p.byPESEL[s.PESEL] = s.ID
	} else {
		p.noPESEL = append(p.noPESEL, s.ID)
	}
	firsts := strings.Fields(s.First)
	for _, first := range []string{s.First, s.First + " " + s.Second, strings.Join(firsts[:min(1, len(firsts))], " ")} {
		words := foldedWords(first + " " + s.Last)
		if len(words) < 2 {
			continue // a lone word names nobody
		}
		p.longest = max(p.longest, len(words))
		key := nameKey(words)
		p.byName[key] = include(p.byName[key], s.ID)
	}
}

// named returns those of exactly these names, in any order.
func (p *People) named(words []string) []model.StudentID {
	if len(words) < 2 || len(words) > p.longest {
		return nil
	}
	return p.byName[nameKey(words)]
}

// ofClass keeps the students of a class.
func (p *People) ofClass(ids []model.StudentID, c model.Class) []model.StudentID {
	var kept []model.StudentID
	for _, id := range ids {
		if p.known[id].Class == c {
			kept = append(kept, id)
		}
	}
	return kept
}

// withPESEL returns whom a PESEL fits: its owner; or, if nobody is known to
// own it, all whose PESEL is not known, and then it names nobody by itself.
func (p *People) withPESEL(n model.PESEL) (ids []model.StudentID, stranger bool) {
	if id, ok := p.byPESEL[n]; ok {
		return []model.StudentID{id}, false
	}
	return p.noPESEL, true
}

func foldedWords(s string) []string { return strings.Fields(model.Fold(s)) }

// nameKey does not depend on the order of the words.
func nameKey(words []string) string {
	sorted := slices.Clone(words)
	slices.Sort(sorted)
	return strings.Join(sorted, " ")
}

// include adds to a set that is kept sorted.
func include(set []model.StudentID, id model.StudentID) []model.StudentID {
	at, ok := slices.BinarySearch(set, id)
	if ok {
		return set
	}
	return slices.Insert(set, at, id)
}

func union(a, b []model.StudentID) []model.StudentID {
	out := slices.Clone(a)
	for _, id := range b {
		out = include(out, id)
	}
	return out
}

func intersect(a, b []model.StudentID) []model.StudentID {
	var out []model.StudentID
	for _, id := range a {
		if slices.Contains(b, id) {
			out = append(out, id)
		}
	}
	return out
}
