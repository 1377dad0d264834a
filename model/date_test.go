package model_test

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"okienko/model"
)

// day reads a day written in a test.
func day(s string) model.Date {
	d, err := model.ParseDate(s)
	if err != nil {
		panic(s)
	}
	return d
}

func anyDate() *rapid.Generator[model.Date] {
	return rapid.Custom(func(t *rapid.T) model.Date {
		return day("2000-01-01").AddDays(rapid.IntRange(-40000, 40000).Draw(t, "days"))
	})
}

func TestDaysThatDoNotExist(t *testing.T) {
	for _, s := range []string{"2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "0000-01-01", "26-01-01",
		"2026-1-1", "01.02.2026", "2026-01-01 ", "2026-01-0x", "2026/01/01", "+026-01-01", "２０２６-01-01"} {
		if d, err := model.ParseDate(s); !errors.Is(err, model.ErrNoSuchDay) {
			t.Errorf("%q is %v, error %v", s, d, err)
		}
	}
	if d, err := model.ParseDate(""); err != nil || !d.IsZero() {
		t.Errorf("no day is %v, %v", d, err)
	}
	if d := day("2024-02-29"); d.Polish() != "29.02.2024" {
		t.Errorf("on Polish papers %q", d.Polish())
	}
}

func TestDaysReadBackAsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDate().Draw(t, "day")
		if back, err := model.ParseDate(d.String()); err != nil || back != d {
			t.Fatalf("%v reads back as %v, %v", d, back, err)
		}
		var back model.Date
		text, _ := d.MarshalText()
		if err := back.UnmarshalText(text); err != nil || back != d {
			t.Fatalf("%v unmarshals as %v, %v", d, back, err)
		}
	})
}

func TestDaysAreInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDate().Draw(t, "day")
		n := rapid.IntRange(-5000, 5000).Draw(t, "days")
		later := d.AddDays(n)
		if (n < 0) != later.Before(d) || (n > 0) != later.After(d) || (n == 0) != (later.Compare(d) == 0) {
			t.Fatalf("%v and %v, %d days on", d, later, n)
		}
		if later.AddDays(-n) != d {
			t.Fatalf("%d days there and back from %v", n, d)
		}
		if !(model.Date{}).Before(d) {
			t.Fatal("no day comes after a day")
		}
	})
}

func TestAge(t *testing.T) {
	for _, test := range []struct {
		birth, on string
		want      int
	}{
		{"2008-11-22", "2026-11-21", 17},
		{"2008-11-22", "2026-11-22", 18},
		{"2008-02-29", "2026-02-28", 17}, // born on a leap day: a year older on 1 March
		{"2008-02-29", "2026-03-01", 18},
		{"2008-02-29", "2028-02-29", 20},
		{"2026-01-02", "2026-01-01", -1},
	} {
		if got := day(test.birth).AgeOn(day(test.on)); got != test.want {
			t.Errorf("born %s, on %s: %d, want %d", test.birth, test.on, got, test.want)
		}
	}
}

// A card "valid until 30 September" is valid through the whole of that day,
// in the school's zone, also where the clocks change in the night.
func TestTheEndOfADay(t *testing.T) {
	zone, err := time.LoadLocation("Europe/Warsaw")
	if err != nil {
		t.Fatal(err)
	}
	for d, want := range map[string]string{
		"2026-09-30": "2026-10-01T00:00:00+02:00",
		"2026-10-24": "2026-10-25T00:00:00+02:00",
		"2026-10-25": "2026-10-26T00:00:00+01:00",
		"2026-12-31": "2027-01-01T00:00:00+01:00",
	} {
		end := day(d).EndIn(zone)
		if got := end.Format(time.RFC3339); got != want {
			t.Errorf("%s ends at %s, want %s", d, got, want)
		}
		if model.DateOf(end.Add(-time.Nanosecond)) != day(d) {
			t.Errorf("%s is over before its end", d)
		}
	}
}
