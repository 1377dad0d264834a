package model

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestParsePESEL(t *testing.T) {
	for in, want := range map[string]ProblemID{
		"18220699315": "", "": PeselLength, "1822069931": PeselLength, "182206993155": PeselLength,
		"1822069931O": PeselNotDigits, "18220699314": PeselChecksum, "00000000000": PeselDate, "15261199015": "",
		"٠٠٠": PeselNotDigits,
	} {
		if p, id := ParsePESEL(in); id != want || (p == "") != (want != "") {
			t.Errorf("ParsePESEL(%q) = %q, %q; want %q", in, p, id, want)
		}
	}
}

// drawPESEL invents a number for a day of any of the five centuries.
func drawPESEL(t *rapid.T) (p PESEL, birth Date, sex Sex) {
	day := time.Date(1800, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 182620).Draw(t, "day"))
	birth = DateOf(day)
	month := int(birth.Month) + map[int]int{18: 80, 19: 0, 20: 20, 21: 40, 22: 60}[birth.Year/100]
	ordinal := rapid.IntRange(0, 9999).Draw(t, "ordinal")
	ten := fmt.Sprintf("%02d%02d%02d%04d", birth.Year%100, month, birth.Day, ordinal)
	sex = Female
	if ordinal%2 == 1 {
		sex = Male
	}
	return PESEL(ten + string(PESEL(ten+"0").checkDigit())), birth, sex
}

func TestPESELProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, birth, sex := drawPESEL(t)
		if got, id := ParsePESEL(string(p)); got != p || id != "" {
			t.Fatalf("%s: %s", string(p), id)
		}
		if p.Birth() != birth || p.Sex() != sex {
			t.Fatalf("%s: %s, %s; want %s, %s", string(p), p.Birth(), p.Sex(), birth, sex)
		}
		// One wrong digit is always found: by the check digit, or as a date.
		wrong := []byte(p)
		at := rapid.IntRange(0, 10).Draw(t, "at")
		wrong[at] = '0' + (wrong[at]-'0'+byte(rapid.IntRange(1, 9).Draw(t, "by")))%10
		if _, id := ParsePESEL(string(wrong)); id == "" {
			t.Fatalf("%s passes for %s", wrong, string(p))
		}
	})
}

func TestLostZeroProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, birth, _ := drawPESEL(t)
		damaged := string(p)
		for len(damaged) > 0 && damaged[0] == '0' {
			damaged = damaged[1:]
		}
		got, id := peselCell(damaged, birth)
		switch lost := 11 - len(damaged); {
		case lost == 0 && (got != p || id != ""), lost > 0 && lost < 3 && (got != p || id != PeselLostZero):
			t.Fatalf("%q of %s gives %q, %q", damaged, string(p), string(got), id)
		}
		if got, _ := peselCell(damaged, birth.AddDays(1)); got != "" && len(damaged) < 11 {
			t.Fatalf("%q restored against another birth date", damaged)
		}
	})
}

func TestPESELCell(t *testing.T) {
	birth := MustDate(2014, time.January, 26)
	for in, want := range map[string]struct {
		pesel PESEL
		id    ProblemID
	}{
		"14212699123":          {"14212699123", ""},
		" 142126 99123\u00a0":  {"14212699123", ""},
		"'14212699123":         {"14212699123", ""},
		`="14212699123"`:       {"14212699123", ""},
		"14212699123,00":       {"14212699123", ""},
		"14212699123.0":        {"14212699123", ""},
		"1.4212699123E10":      {"14212699123", ""},
		"1,33122E+10":          {"", PeselScientific},
		"1E+10":                {"", PeselScientific},
		"1E+99999999999999999": {"", PeselScientific},
		"1E+999999":            {"", PeselScientific},
		"brak":                 {"", ""},
		"-":                    {"", ""},
		"":                     {"", ""},
		"1421269912":           {"", PeselLength},
		"14212699123\u202e":    {"14212699123", ""},
		"paszport AB123":       {"", PeselNotDigits},
	} {
		if p, id := peselCell(in, birth); p != want.pesel || id != want.id {
			t.Errorf("%q: %q, %q; want %q, %q", in, string(p), id, string(want.pesel), want.id)
		}
	}
}

func FuzzPESEL(f *testing.F) {
	for _, seed := range []string{"18220699315", "7252799850", "1,33122E+10", `="0"`, "'"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, id := ParsePESEL(s)
		if (p == "") != (id != "") || p != "" && (string(p) != s || p.Birth().IsZero()) {
			t.Errorf("ParsePESEL(%q) = %q, %q", s, string(p), id)
		}
		if p, _ := peselCell(s, Date{2007, 5, 27}); p != "" && p.Birth().IsZero() {
			t.Errorf("peselCell(%q) = %q", s, string(p))
		}
	})
}
