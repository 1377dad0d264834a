package model

import (
	"errors"
	"testing"

	"pgregory.net/rapid"
)

func TestParseClass(t *testing.T) {
	for want, spellings := range map[string][]string{
		"4a":   {"4a", "4 A", "4A", "IVa", "IV A", "iv a", "kl. 4a", "klasa IV a", "Klasa 4-a", "oddział 4a", "ODDZIAŁ IVA"},
		"1LO":  {"1LO", "1 lo", "I LO", "1Lo"},
		"2LOd": {"2LOd", "2 LO d", "II LO D"},
		"5T":   {"5T", "V T"},
		"8b":   {"VIIIb", "8 B"},
		"4b":   {"IVb"},
		"3Ti":  {"3 TI"},
		"2LOa": {"2LO-A"},
		// Schools write such units, and nothing tells them from nonsense.
		"1technikum": {"1 Technikum"},
		"2a2":        {"2a2"},
		"1LO12":      {"1LO12"},
		"":           {"", "  "},
	} {
		for _, s := range spellings {
			if c, err := ParseClass(s); err != nil || c.String() != want {
				t.Errorf("ParseClass(%q) = %q, %v; want %q", s, c, err, want)
			}
		}
	}
	for _, s := range []string{"brak", "9a", "10a", "4a;", "4\x00", "4aaaaaaaaaaaaaaaa", "klasa", "\xff", "4a14230100027", "4a123", "1LO2025"} {
		if c, err := ParseClass(s); !errors.Is(err, ErrNoClass) {
			t.Errorf("ParseClass(%q) = %q, %v", s, c, err)
		}
	}
}

// TestAKeptClassIsRead: a database in which there is a class that is refused
// now must open.
func TestAKeptClassIsRead(t *testing.T) {
	want := Class{Grade: 4, Unit: "a14230100027"}
	if c, err := KeptClass("4a14230100027"); err != nil || c != want {
		t.Errorf("%v, %v", c, err)
	}
	var c Class
	if err := c.UnmarshalText([]byte("4a14230100027")); err != nil || c != want {
		t.Errorf("%v, %v", c, err)
	}
}

func checkClass(t interface{ Errorf(string, ...any) }, s string) {
	c, err := ParseClass(s)
	if err != nil {
		if !c.IsZero() {
			t.Errorf("ParseClass(%q) fails and gives %q", s, c)
		}
		return
	}
	if again, err := ParseClass(c.String()); err != nil || again != c {
		t.Errorf("ParseClass(%q) = %q, read again %q, %v", s, c, again, err)
	}
	if clean, _ := Clean(c.String()); clean != c.String() {
		t.Errorf("ParseClass(%q) = %q is not clean", s, c)
	}
}

func TestClassProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkClass(t, rapid.OneOf(
			rapid.String(),
			rapid.StringMatching(`(kl\. |klasa )?[0-9IVX]{1,4} ?(LO|lo|T|t|BS|sp)?[a-zA-Zż]{0,2}`),
		).Draw(t, "class"))
	})
}

func FuzzParseClass(f *testing.F) {
	for _, seed := range []string{"4a", "IV A", "2LOd", "kl. 4a", "4ſp", "0", "4İ"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) { checkClass(t, s) })
}
