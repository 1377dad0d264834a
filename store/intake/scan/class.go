package scan

import (
	"image"
	"slices"
	"strings"

	"okienko/model"
)

// classMark is a class that a page names.
type classMark struct {
	class    model.Class
	box      image.Rectangle
	labelled bool // "klasa 4a", not merely "4a", which may be a house
}

// classesIn finds the classes in a run.
func classesIn(r run) []classMark {
	var found []classMark
	for i := 0; i < len(r.words); i++ {
		if classLabel(r.words[i].text) && i+1 < len(r.words) {
			if c, n := classAt(r.words[i+1:]); n > 0 {
				found = append(found, classMark{c, boxOf(r.words[i : i+1+n]), true})
				i += n
				continue
			}
		}
		if w := r.words[i]; classWord(w.text) {
			if c, err := model.ParseClass(trimmed(w.text)); err == nil {
				found = append(found, classMark{c, w.box, false})
			}
		}
	}
	return found
}

// classAt reads "4a", "4 A", "IV a" at the beginning of some words.
func classAt(words []word) (c model.Class, n int) {
	first := trimmed(words[0].text)
	if len(words) > 1 {
		if unit := trimmed(words[1].text); len([]rune(unit)) == 1 {
			if c, err := model.ParseClass(first + unit); err == nil && len(first) <= 4 {
				return c, 2
			}
		}
	}
	if c, err := model.ParseClass(first); err == nil && !c.IsZero() && len(first) <= 6 {
		return c, 1
	}
	return model.Class{}, 0
}

func trimmed(s string) string { return strings.Trim(s, ",;.:()") }

func classLabel(s string) bool {
	switch model.Fold(s) {
	case "klasa", "klasy", "kl", "oddzial", "oddzialu", "class":
		return true
	}
	return false
}

// classWord reports whether a word alone is taken for a class: a year and a
// letter or two.
func classWord(s string) bool {
	s = trimmed(s)
	c, err := model.ParseClass(s)
	if err != nil || c.Unit == "" || len(s) > 6 {
		return false
	}
	if s[0] >= '0' && s[0] <= '9' {
		return len(c.Unit) <= 3
	}
	// "IVa", but not "Ida".
	return len(c.Unit) == 1 && strings.Trim(s[:len(s)-1], "IV") == ""
}

// narrow uses the classes beside names to tell namesakes apart, and to notice
// that a name is that of somebody else.
func (p *People) narrow(names []mention, runs []run) {
	var marks []classMark
	for _, r := range runs {
		marks = append(marks, classesIn(r)...)
	}
	p.narrowBy(names, marks)
}

func (p *People) narrowBy(names []mention, marks []classMark) {
	for i := range names {
		near := nearClasses(names[i], names, marks)
		if len(near) == 0 {
			near = onlyClass(marks)
		}
		if len(near) == 0 {
			continue
		}
		var fit []model.StudentID
		labelled := false
		for _, mark := range near {
			fit = union(fit, p.ofClass(names[i].students, mark.class))
			labelled = labelled || mark.labelled
		}
		switch {
		case len(fit) > 0:
			names[i].students, names[i].classed = fit, true
		case labelled:
			names[i].conflict = true
		}
	}
}

// nearClasses returns the classes of the name's own line, if no other name
// stands on it, or else of the lines next to it.
func nearClasses(name mention, names []mention, marks []classMark) []classMark {
	alone := !slices.ContainsFunc(names, func(o mention) bool { return o.box != name.box && sameLine(o.box, name.box) })
	height := name.box.Dy()
	var row, column []classMark
	for _, mark := range marks {
		distance := gap(name.box, mark.box)
		switch {
		case sameLine(name.box, mark.box) && (alone || distance < 2*height):
			row = append(row, mark)
		case sameColumn(name.box, mark.box) && distance < 2*height:
			column = append(column, mark)
		}
	}
	if len(row) > 0 {
		return row
	}
	return column
}

// onlyClass returns the class that a page is about: the one that it names
// with the word.
func onlyClass(marks []classMark) []classMark {
	var only []classMark
	for _, mark := range marks {
		switch {
		case !mark.labelled:
		case len(only) == 0:
			only = []classMark{mark}
		case only[0].class != mark.class:
			return nil
		}
	}
	return only
}
