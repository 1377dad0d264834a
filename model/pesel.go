package model

import (
	"log/slog"
	"time"
)

// PESEL is the eleven digits of the national identification number. The zero
// value means that the student has none, which is legal (foreign documents).
type PESEL string

// Problem ids of a PESEL; the texts of the corpus of rosters give their
// meaning, see RowProblem.
const (
	PeselLength    ProblemID = "pesel_length"
	PeselNotDigits ProblemID = "pesel_not_digits"
	PeselChecksum  ProblemID = "pesel_checksum"
	PeselDate      ProblemID = "pesel_date"
)

// ParsePESEL checks length, digits, check digit and the date inside. It
// returns the id of the first thing that is wrong, "" if nothing is. Spaces
// and the like are the caller's to remove.
func ParsePESEL(s string) (PESEL, ProblemID) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return "", PeselNotDigits
		}
	}
	if len(s) != 11 {
		return "", PeselLength
	}
	p := PESEL(s)
	if p.checkDigit() != s[10] {
		return "", PeselChecksum
	}
	if _, err := p.date(); err != nil {
		return "", PeselDate
	}
	return p, ""
}

// checkDigit computes the eleventh digit from the first ten (ustawa o
// ewidencji ludności, weights 1 3 7 9).
func (p PESEL) checkDigit() byte {
	weights := [10]int{1, 3, 7, 9, 1, 3, 7, 9, 1, 3}
	sum := 0
	for i, w := range weights {
		sum += w * int(p[i]-'0')
	}
	return byte('0' + (10-sum%10)%10)
}

// date reads the birth date; the century is added to the month: 80 for 18xx,
// 0 for 19xx, 20 for 20xx, 40 for 21xx, 60 for 22xx.
func (p PESEL) date() (Date, error) {
	two := func(i int) int { return int(p[i]-'0')*10 + int(p[i+1]-'0') }
	centuries := [5]int{1900, 2000, 2100, 2200, 1800}
	month := two(2)
	return NewDate(centuries[month/20]+two(0), time.Month(month%20), two(4))
}

// Birth returns the birth date inside, the zero Date if there is no PESEL.
func (p PESEL) Birth() Date {
	if len(p) != 11 {
		return Date{}
	}
	d, err := p.date()
	if err != nil {
		return Date{}
	}
	return d
}

// Sex returns what the tenth digit says: odd for men, even for women.
func (p PESEL) Sex() Sex {
	if len(p) != 11 {
		return ""
	}
	if (p[9]-'0')%2 == 1 {
		return Male
	}
	return Female
}

// Tail returns the last four digits, enough to tell namesakes apart without
// showing the number.
func (p PESEL) Tail() string {
	if len(p) < 4 {
		return ""
	}
	return string(p[len(p)-4:])
}

// LogValue keeps the number out of every log.
func (p PESEL) LogValue() slog.Value { return slog.StringValue("[PESEL]") }

// Sex is "M", "K" (kobieta) or "" where unknown.
type Sex string

// The two values, as Polish school files write them.
const (
	Male   Sex = "M"
	Female Sex = "K"
)
