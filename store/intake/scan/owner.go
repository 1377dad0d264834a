package scan

import (
	"cmp"
	"image"
	"slices"
	"strings"

	"okienko/model"
)

// facts are what a page shows: its codes, in the order in which one reads,
// and who and what is mentioned on it.
type facts struct {
	number   int // counted from 1
	codes    []sight
	mentions mentions
}

// verdict is whose a code is.
type verdict struct {
	students []model.StudentID
	sure     bool
	why      Why
}

// maxSuggestions is how many students are suggested for one doubt.
const maxSuggestions = 8

// nobody is the verdict where nothing is said.
var nobody = verdict{why: NobodyNamed}

func newFacts(number int, codes []sight, m mentions) facts {
	slices.SortStableFunc(codes, func(a, b sight) int {
		return cmp.Or(cmp.Compare(a.box.Min.Y/50, b.box.Min.Y/50), cmp.Compare(a.box.Min.X, b.box.Min.X))
	})
	return facts{number, codes, m}
}

// owners says of every code of a page whose it is, by what is on the page.
func (f facts) owners() []verdict {
	out := make([]verdict, len(f.codes))
	if f.payloads() == 1 {
		v := f.only()
		for i := range out {
			out[i] = v
		}
		return out
	}
	boxes := make([]image.Rectangle, len(f.codes))
	for i, c := range f.codes {
		boxes[i] = c.box
	}
	var pairings []pairing
	for _, layer := range f.mentions.who() {
		pairings = append(pairings, pair(boxes, boxesOf(layer), f.complete()))
	}
	for c := range f.codes {
		out[c] = f.ownerOf(c, pairings)
	}
	return out
}

// payloads counts the different codes of a page; one that can't be read
// differs from all.
func (f facts) payloads() int {
	different := map[string]bool{}
	n := 0
	for _, c := range f.codes {
		if c.unread || c.part {
			n++
		} else if !different[c.payload] {
			different[c.payload] = true
			n++
		}
	}
	return n
}

// complete reports that nothing on the page hints at a code or a person
// beyond those that were understood.
func (f facts) complete() bool {
	unknown := func(m mention) bool { return m.stranger }
	unread := func(c sight) bool { return c.unread }
	return len(f.mentions.strangers) == 0 && !slices.ContainsFunc(f.mentions.pesels, unknown) &&
		!slices.ContainsFunc(f.codes, unread)
}

// ownerOf puts together what the layers say of one code.
func (f facts) ownerOf(c int, pairings []pairing) verdict {
	var evidence []mention
	var near []model.StudentID
	unclear := false
	for layer, all := range f.mentions.who() {
		p := pairings[layer]
		switch {
		case !p.clear:
			unclear = true
		case p.own[c] >= 0:
			evidence = append(evidence, all[p.own[c]])
		}
		for _, t := range p.near[c] {
			if m := all[t]; !m.stranger {
				near = append(near, m.students...)
			}
		}
	}
	v := weigh(evidence)
	if v.why == NobodyNamed && unclear {
		return verdict{students: distinct(near), why: UnclearLayout}
	}
	return v
}

// weigh makes one verdict of evidence that all stands beside one code.
func weigh(evidence []mention) verdict {
	var fit, all []model.StudentID
	named, decided, doubtful, conflict := false, false, false, false
	for i, m := range evidence {
		if i == 0 {
			fit = m.students
		} else {
			fit = intersect(fit, m.students)
		}
		if m.stranger {
			continue
		}
		named = true
		all = append(all, m.students...)
		doubtful = doubtful || m.loose
		conflict = conflict || m.conflict
		decided = decided || m.number
	}
	switch {
	case !named:
		return nobody
	case len(fit) == 0, conflict && !decided:
		return verdict{students: distinct(all), why: Contradiction}
	case len(fit) > 1, doubtful && !decided:
		return verdict{students: fit, why: SeveralFit}
	}
	return verdict{fit, true, ByPage}
}

// only judges a page with one code: all that the page says is about it.
func (f facts) only() verdict {
	m := f.mentions
	code := f.codes[0].box
	var evidence []mention
	for _, numbers := range [][]mention{m.pesels, m.cards} {
		if len(numbers) == 0 {
			continue
		}
		one, ok := agreed(numbers)
		if !ok {
			return verdict{students: f.nearest(code), why: SeveralFit}
		}
		evidence = append(evidence, one)
	}
	if len(m.names) == 0 {
		return weigh(evidence)
	}
	byNumber := weigh(evidence)
	if byNumber.sure {
		return confirm(byNumber, m.names)
	}
	name, ok := agreed(m.names)
	if !ok {
		return verdict{students: f.nearest(code), why: SeveralFit}
	}
	if !name.classed && f.strangerBetween(code) {
		name.loose = true
	}
	return weigh(append(evidence, name))
}

// confirm looks whether any of the names fits whom a number names.
func confirm(v verdict, names []mention) verdict {
	all := v.students
	for _, name := range names {
		if len(intersect(name.students, v.students)) > 0 {
			return v
		}
		all = append(slices.Clip(all), name.students...)
	}
	return verdict{students: distinct(all), why: Contradiction}
}

// agreed makes one mention of several that can all mean the same student.
func agreed(all []mention) (mention, bool) {
	one := all[0]
	for _, m := range all[1:] {
		one.students = intersect(one.students, m.students)
		one.stranger = one.stranger && m.stranger
		one.loose = one.loose && m.loose
		one.conflict = one.conflict || m.conflict
		one.classed = one.classed || m.classed
	}
	return one, len(one.students) > 0 || one.stranger
}

// strangerBetween reports whether somebody unknown is named nearer to the
// code than anybody known.
func (f facts) strangerBetween(code image.Rectangle) bool {
	least := -1
	for _, m := range f.mentions.names {
		if g := gap(code, m.box); least < 0 || g < least {
			least = g
		}
	}
	return slices.ContainsFunc(f.mentions.strangers, func(b image.Rectangle) bool { return gap(code, b) <= least })
}

// nearest returns all who are named, those next to the code first.
func (f facts) nearest(code image.Rectangle) []model.StudentID {
	all := slices.Concat(f.mentions.who()...)
	var ids []model.StudentID
	for _, i := range byDistance(code, boxesOf(all)) {
		if !all[i].stranger {
			ids = append(ids, all[i].students...)
		}
	}
	return distinct(ids)
}

// told returns the one student whom a page is about, whether or not it has a
// code.
func (f facts) told() (model.StudentID, bool) {
	if len(f.codes) == 0 {
		f.codes = []sight{{}}
	}
	v := f.only()
	if !v.sure {
		return 0, false
	}
	return v.students[0], true
}

// secretOf returns what is printed beside a code in one layer; clear is false
// if something is, but it is not clear what.
func (f facts) secretsOf(layer []mention) (values []string, clear []bool) {
	values, clear = make([]string, len(f.codes)), make([]bool, len(f.codes))
	layer = slices.DeleteFunc(slices.Clone(layer), func(m mention) bool { return f.holds(m.text) })
	if len(f.codes) == 0 {
		return values, clear
	}
	if f.payloads() == 1 {
		for c := range f.codes {
			clear[c] = true
			for _, m := range layer {
				clear[c] = clear[c] && m.text == layer[0].text
			}
			if clear[c] && len(layer) > 0 {
				values[c] = layer[0].text
			}
		}
		return values, clear
	}
	boxes := make([]image.Rectangle, len(f.codes))
	for i, c := range f.codes {
		boxes[i] = c.box
	}
	p := pair(boxes, boxesOf(layer), f.complete())
	for c, t := range p.own {
		clear[c] = len(layer) == 0 || p.clear && t >= 0
		if clear[c] && t >= 0 {
			values[c] = layer[t].text
		}
	}
	return values, clear
}

// holds reports whether a text beside a code is the code itself, printed to
// be typed.
func (f facts) holds(text string) bool {
	plain := func(s string) string {
		return strings.NewReplacer(" ", "", "-", "").Replace(strings.ToLower(s))
	}
	return slices.ContainsFunc(f.codes, func(c sight) bool { return c.payload != "" && plain(c.payload) == plain(text) })
}

func boxesOf(all []mention) []image.Rectangle {
	out := make([]image.Rectangle, len(all))
	for i, m := range all {
		out[i] = m.box
	}
	return out
}

// distinct keeps the first of each, and not more than a person can look at.
func distinct(ids []model.StudentID) []model.StudentID {
	var out []model.StudentID
	for _, id := range ids {
		if len(out) < maxSuggestions && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}
