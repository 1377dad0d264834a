package model

import (
	"errors"
	"strconv"
	"strings"
	"unicode"
)

// Class is an oddział: the year and what follows it ("4a", "1LO", "2LOd",
// "5T"). The zero Class means "not known".
type Class struct {
	Grade int    // 1 to 8; 0 for zerówka and other groups without a year
	Unit  string // "a", "LO", "LOd", "T"
}

// ErrNoClass says that the text names no class.
var ErrNoClass = errors.New("not a class")

// ParseClass understands the ways schools and parents write one and the same
// class: "4a", "4 A", "IVa", "IV A", "kl. 4a", "klasa IV a", "1LO", "1 lo",
// "2LOd", "5T". "" is the zero Class. A unit with a number in it, which a slip
// of the hand puts there ("4a14230100027"), is no class: ErrNoClass.
func ParseClass(s string) (Class, error) {
	c, err := KeptClass(s)
	if err != nil {
		return c, err
	}
	digits := 0
	for _, r := range c.Unit {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	if digits > mostUnitDigits {
		return Class{}, ErrNoClass
	}
	return c, nil
}

// mostUnitDigits is how many digits tell parallel classes apart ("2LO12").
const mostUnitDigits = 2

// KeptClass reads a class that was kept before: units that ParseClass refuses
// now may be in a school's database, which must go on opening.
func KeptClass(s string) (Class, error) {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune(".-–_/", r) {
			return -1
		}
		return r
	}, s)
	for _, prefix := range []string{"oddział", "klasa", "kl"} {
		if len(s) > len(prefix) && strings.EqualFold(s[:len(prefix)], prefix) {
			s = s[len(prefix):]
			break
		}
	}
	if s == "" {
		return Class{}, nil
	}
	grade, rest := leadingGrade(s)
	if grade < 0 || len(rest) > 12 {
		return Class{}, ErrNoClass
	}
	for i, r := range rest {
		if !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
			return Class{}, ErrNoClass
		}
	}
	unit := unitOf(rest)
	if clean, _ := Clean(unit); clean != unit {
		return Class{}, ErrNoClass // letters that would be others once they are kept
	}
	return Class{grade, unit}, nil
}

// leadingGrade takes an Arabic or Roman year from 0 to 8 off the front; -1 if
// there is none.
func leadingGrade(s string) (grade int, rest string) {
	if s[0] >= '0' && s[0] <= '8' && (len(s) == 1 || s[1] < '0' || s[1] > '9') {
		return int(s[0] - '0'), s[1:]
	}
	// The longest first, so that "VIII" is not read as "V" and a class III.
	for _, r := range []struct {
		text string
		n    int
	}{{"VIII", 8}, {"VII", 7}, {"III", 3}, {"VI", 6}, {"IV", 4}, {"II", 2}, {"V", 5}, {"I", 1}} {
		if len(s) >= len(r.text) && strings.EqualFold(s[:len(r.text)], r.text) {
			return r.n, s[len(r.text):]
		}
	}
	return -1, ""
}

// schoolKinds are the units that name a kind of school and are written in
// capitals; a letter after them tells parallel classes apart.
var schoolKinds = []string{"LO", "BS", "SP", "T"}

// unitOf gives the unit its one spelling: kinds of school in capitals, the
// letter of a parallel class small.
func unitOf(s string) string {
	upper := strings.ToUpper(s)
	for _, kind := range schoolKinds {
		if !strings.HasPrefix(upper, kind) {
			continue
		}
		// A lone "t" is as likely the letter of a class; schools that mean
		// technikum write a capital.
		if kind == "T" && (len(s) > 2 || s[0] == 't') {
			continue
		}
		return kind + strings.ToLower(s[len(kind):])
	}
	return strings.ToLower(s)
}

// IsZero reports whether the class is not known.
func (c Class) IsZero() bool { return c == Class{} }

// String returns the one spelling: "4a", "2LOd".
func (c Class) String() string {
	if c.IsZero() {
		return ""
	}
	return strconv.Itoa(c.Grade) + c.Unit
}

// Compare orders classes as a school counts them: primary before secondary,
// then by year, then by unit.
func (c Class) Compare(o Class) int {
	if c.secondary() != o.secondary() {
		if c.secondary() {
			return 1
		}
		return -1
	}
	if c.Grade != o.Grade {
		return c.Grade - o.Grade
	}
	return strings.Compare(c.Unit, o.Unit)
}

// MarshalText writes the one spelling.
func (c Class) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads any spelling, also of what was kept before.
func (c *Class) UnmarshalText(b []byte) error {
	v, err := KeptClass(string(b))
	*c = v
	return err
}

// secondary reports whether the unit names a kind of secondary school, where
// "1" is not the first year of primary school.
func (c Class) secondary() bool {
	for _, kind := range schoolKinds {
		if kind != "SP" && strings.HasPrefix(c.Unit, kind) {
			return true
		}
	}
	return false
}
