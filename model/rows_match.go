package model

import (
	"slices"
	"strings"
	"unicode"
)

// Who is how a list names a student: by PESEL, or by name and birth date, or
// by name and class. What the list does not say is zero.
type Who struct {
	PESEL PESEL
	Last  string
	First string
	Full  string // first name and surname in one cell, in any order
	Birth Date
	Class Class
}

// StudentIndex finds students by what lists say of them, each in constant
// time. It does not follow later changes of the students.
type StudentIndex struct {
	students []Student
	byPESEL  map[PESEL]int32
	byName   map[string][]int32
}

// NewStudentIndex prepares the lookup; students who left are in it too.
func NewStudentIndex(students []Student) *StudentIndex {
	x := &StudentIndex{
		students: students,
		byPESEL:  make(map[PESEL]int32, len(students)),
		byName:   make(map[string][]int32, len(students)),
	}
	for i, s := range students {
		if s.PESEL != "" {
			x.byPESEL[s.PESEL] = int32(i)
		}
		key := nameWords(s.First, s.Last)
		x.byName[key] = append(x.byName[key], int32(i))
		if s.Second != "" {
			key = nameWords(s.First, s.Second, s.Last)
			x.byName[key] = append(x.byName[key], int32(i))
		}
	}
	return x
}

// Find returns everybody who may be meant: none, one, or several namesakes.
// A PESEL decides; but where the rest of the row clearly names somebody else
// than its owner, nobody is meant for sure and conflict is true. Without a
// PESEL the name must fit, and the birth date, and where that is not given or
// not known, the class.
func (x *StudentIndex) Find(w Who) (found []StudentID, conflict bool) {
	if w.PESEL != "" {
		i, ok := x.byPESEL[w.PESEL]
		switch {
		case !ok:
			return nil, false
		case w.contradicts(&x.students[i]):
			return nil, true
		}
		return []StudentID{x.students[i].ID}, false
	}
	for _, i := range x.byName[nameWords(w.First, w.Last, w.Full)] {
		s := &x.students[i]
		if w.fits(s) && !slices.Contains(found, s.ID) {
			found = append(found, s.ID)
		}
	}
	return found, false
}

// contradicts reports whether what the list says beside the PESEL is clearly
// about somebody else: another birth date, or a name of which nothing fits. One
// differing name is a wedding or a slip.
func (w Who) contradicts(s *Student) bool {
	if birth := s.BirthDate(); !w.Birth.IsZero() && !birth.IsZero() && birth != w.Birth {
		return true
	}
	switch {
	case w.Full != "":
		return otherWords(w.Full, s.First+" "+s.Second+" "+s.Last)
	case w.Last == "" || w.First == "" || nameWords(w.First, w.Last) == nameWords(s.First, s.Last):
		return false // the second of them: the columns are the wrong way round
	}
	return otherWords(w.Last, s.Last) && otherWords(w.First, s.First+" "+s.Second)
}

// otherWords reports whether two names share no word. Names in different
// alphabets can't be compared.
func otherWords(a, b string) bool {
	wordsA, wordsB := strings.Fields(Fold(a)), strings.Fields(Fold(b))
	if len(wordsA) == 0 || len(wordsB) == 0 || isLatin(a) != isLatin(b) {
		return false
	}
	return !slices.ContainsFunc(wordsA, func(word string) bool { return slices.Contains(wordsB, word) })
}

func isLatin(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Latin, r) })
}

// IsCalled reports whether a name written in one piece, in any order and with
// or without the second name, is the student's.
func (s Student) IsCalled(name string) bool {
	key := nameWords(name)
	return key != "" && (key == nameWords(s.First, s.Last) || key == nameWords(s.First, s.Second, s.Last))
}

func (w Who) fits(s *Student) bool {
	if birth := s.BirthDate(); !w.Birth.IsZero() && !birth.IsZero() {
		return birth == w.Birth
	}
	return !w.Class.IsZero() && s.Class == w.Class
}

// Named reports whether the list says enough to find anybody.
func (w Who) Named() bool {
	if w.PESEL != "" {
		return true
	}
	name := w.Full != "" || w.Last != "" && w.First != ""
	return name && (!w.Birth.IsZero() || !w.Class.IsZero())
}

// nameWords folds names to one key that does not depend on their order.
func nameWords(parts ...string) string {
	words := strings.Fields(Fold(strings.Join(parts, " ")))
	slices.Sort(words)
	return strings.Join(words, " ")
}
