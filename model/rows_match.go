package model

import (
	"slices"
	"strings"
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
// A PESEL decides alone. Otherwise the name must fit, and the birth date,
// and where that is not given or not known, the class.
func (x *StudentIndex) Find(w Who) []StudentID {
	if w.PESEL != "" {
		if i, ok := x.byPESEL[w.PESEL]; ok {
			return []StudentID{x.students[i].ID}
		}
		return nil
	}
	var found []StudentID
	for _, i := range x.byName[nameWords(w.First, w.Last, w.Full)] {
		s := &x.students[i]
		if w.fits(s) && !slices.Contains(found, s.ID) {
			found = append(found, s.ID)
		}
	}
	return found
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
