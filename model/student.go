package model

import "time"

// StudentID is the database's number of a student. It is also how the
// register names a student without saying who it is.
type StudentID int64

// Student (uczeń) is what the school's own lists say of one.
type Student struct {
	ID     StudentID
	Last   string // nazwisko
	First  string // imię
	Second string // drugie imię, or several
	PESEL  PESEL  // "" where the student has none
	Birth  Date
	Sex    Sex
	Class  Class
	BookNo string // numer w księdze uczniów
	// RegisterNo is the number in the register of the class (numer w dzienniku),
	// by which a class stands; 0 where it is not known. It belongs to the class,
	// so it ends with it.
	RegisterNo int
	Document   string // another identity document, for those without PESEL
	Left       Date   // the day the student left the school; zero while here
	// Erased is the day on which all was erased but what the register of cards
	// handed over has to name, see NamedByLaw; zero for everybody else.
	Erased Date
}

// Gone reports whether a student was erased, wholly or but for the register, so
// that no list shows them any more.
func (s Student) Gone() bool { return s.Forgotten() || !s.Erased.IsZero() }

// MayBe reports whether two entries may be one person: the same name, however
// it is spelled, and neither birth date nor PESEL that says otherwise.
func (s Student) MayBe(o Student) bool {
	birth, other := s.BirthDate(), o.BirthDate()
	return Fold(s.Last) == Fold(o.Last) && Fold(s.First) == Fold(o.First) &&
		(birth == other || birth.IsZero() || other.IsZero()) && (s.PESEL == o.PESEL || s.PESEL == "" || o.PESEL == "")
}

// Name is first name and surname, in that order, as one speaks.
func (s Student) Name() string { return joinWords(s.First, s.Last) }

// ListName is surname and first name, as registers are ordered.
func (s Student) ListName() string { return joinWords(s.Last, s.First) }

// PublicName is all of the name that may stand on a screen which a queue can
// see: the first name and one letter.
func (s Student) PublicName() string {
	for _, r := range s.Last {
		return s.First + " " + string(r) + "."
	}
	return s.First
}

// IsAdult reports whether the student is 18 or older on the day. An adult
// signs and collects alone (ustawa o systemie oświaty art. 11 ust. 1d pkt 1).
// Somebody whose birth date is not known counts as a minor.
func (s Student) IsAdult(day Date) bool {
	birth := s.BirthDate()
	return !birth.IsZero() && birth.AgeOn(day) >= 18
}

// ComesOfAge is the day from which IsAdult holds; the zero Date where the birth
// date is not known.
func (s Student) ComesOfAge() Date {
	birth := s.BirthDate()
	if birth.IsZero() {
		return Date{}
	}
	if day, err := NewDate(birth.Year+18, birth.Month, birth.Day); err == nil {
		return day
	}
	return Date{birth.Year + 18, time.March, 1} // born on 29 February
}

// HasLeft reports whether the student has left the school by a day.
func (s Student) HasLeft(day Date) bool { return !s.Left.IsZero() && !day.Before(s.Left) }

// BirthDate is the date of the school's list, or else the one in the PESEL.
func (s Student) BirthDate() Date {
	if s.Birth.IsZero() {
		return s.PESEL.Birth()
	}
	return s.Birth
}

func joinWords(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}
