package model

import (
	"errors"
	"fmt"
	"time"
)

// Date is a calendar day without a time of day or a zone: a birth date, the
// day a statement was signed, the last day a card is valid. The zero Date
// means "not known".
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// ErrNoSuchDay says that the text is not a day of the calendar.
var ErrNoSuchDay = errors.New("no such day in the calendar")

// NewDate returns the day, or ErrNoSuchDay for one like 31 February.
func NewDate(year int, month time.Month, day int) (Date, error) {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if year < 1 || t.Year() != year || t.Month() != month || t.Day() != day {
		return Date{}, ErrNoSuchDay
	}
	return Date{year, month, day}, nil
}

// MustDate is NewDate for days written in the program itself; it panics on an
// impossible one.
func MustDate(year int, month time.Month, day int) Date {
	d, err := NewDate(year, month, day)
	if err != nil {
		panic(err)
	}
	return d
}

// ParseDate reads the stored form RRRR-MM-DD; "" is the zero Date.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return Date{}, ErrNoSuchDay
	}
	number := func(digits string) int {
		n := 0
		for i := range len(digits) {
			if digits[i] < '0' || digits[i] > '9' {
				return -1
			}
			n = n*10 + int(digits[i]-'0')
		}
		return n
	}
	return NewDate(number(s[:4]), time.Month(number(s[5:7])), number(s[8:]))
}

// DateOf returns the day that the moment falls on in its own location. The
// caller brings the moment into the school's zone first.
func DateOf(t time.Time) Date { return Date{t.Year(), t.Month(), t.Day()} }

// IsZero reports whether the day is not known.
func (d Date) IsZero() bool { return d == Date{} }

// String returns RRRR-MM-DD, "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	// By hand: a large roster writes three of them a row.
	b := make([]byte, 0, len("2006-01-02"))
	b = appendDigits(b, d.Year, 4)
	b = append(b, '-')
	b = appendDigits(b, int(d.Month), 2)
	b = append(b, '-')
	return string(appendDigits(b, d.Day, 2))
}

// appendDigits writes a number that is not negative with leading zeros.
func appendDigits(b []byte, n, width int) []byte {
	for place := width - 1; place >= 0; place-- {
		digit := n
		for range place {
			digit /= 10
		}
		b = append(b, byte('0'+digit%10))
	}
	return b
}

// Polish returns the form used on Polish papers, DD.MM.RRRR, "" for the zero
// Date.
func (d Date) Polish() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%02d.%02d.%04d", d.Day, d.Month, d.Year)
}

// Compare orders days; the zero Date comes first.
func (d Date) Compare(o Date) int {
	return d.ordinal() - o.ordinal()
}

func (d Date) ordinal() int { return d.Year*10000 + int(d.Month)*100 + d.Day }

// Before reports whether d is an earlier day than o.
func (d Date) Before(o Date) bool { return d.Compare(o) < 0 }

// After reports whether d is a later day than o.
func (d Date) After(o Date) bool { return d.Compare(o) > 0 }

// AddDays moves by whole calendar days.
func (d Date) AddDays(n int) Date {
	return DateOf(time.Date(d.Year, d.Month, d.Day+n, 0, 0, 0, 0, time.UTC))
}

// DaysSince is how many days lie between an earlier day and this one; 0 where
// one of them is not known.
func (d Date) DaysSince(o Date) int {
	if d.IsZero() || o.IsZero() {
		return 0
	}
	from := time.Date(o.Year, o.Month, o.Day, 0, 0, 0, 0, time.UTC)
	to := time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
	return int(to.Sub(from) / (24 * time.Hour))
}

// AgeOn returns the age in whole years on a day. Somebody born on 29 February
// is a year older on 1 March of a common year.
func (d Date) AgeOn(day Date) int {
	age := day.Year - d.Year
	if day.Month < d.Month || day.Month == d.Month && day.Day < d.Day {
		age--
	}
	return age
}

// EndIn returns the first moment after the day in a zone: a card valid until
// the 30th is valid through the whole of the 30th.
func (d Date) EndIn(zone *time.Location) time.Time {
	return time.Date(d.Year, d.Month, d.Day+1, 0, 0, 0, 0, zone)
}

// MarshalText writes the stored form.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the stored form.
func (d *Date) UnmarshalText(b []byte) error {
	v, err := ParseDate(string(b))
	*d = v
	return err
}
