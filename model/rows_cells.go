package model

import (
	"strconv"
	"strings"
	"time"
	"unicode"
)

// peselCell reads a cell that should hold a PESEL, undoing what spreadsheets
// and people do to it: spaces, an apostrophe in front, ",00" behind, ="…"
// around, a lost leading zero, E notation. birth is the birth date of the
// same row, zero if there is none; a lost zero is restored only if the check
// digit and the birth date agree. id is PeselLostZero where that was done,
// else the first thing wrong, "" if nothing is.
func peselCell(raw string, birth Date) (p PESEL, id ProblemID) {
	s := plainDigits(raw)
	if s == "" || meansNone(s) {
		return "", ""
	}
	if mantissa, exponent, ok := scientific(s); ok {
		// A spreadsheet that shows a rounded number keeps about five digits
		// after the point; one that wrote all of them lost nothing.
		if exponent != 10 && exponent != 9 || len(mantissa)-1 < exponent-2 || len(mantissa)-1 > exponent {
			return "", PeselScientific
		}
		s = mantissa + strings.Repeat("0", exponent-(len(mantissa)-1))
	}
	p, id = ParsePESEL(s)
	if id != PeselLength || len(s) < 9 || len(s) > 10 {
		return p, id
	}
	restored, bad := ParsePESEL(strings.Repeat("0", 11-len(s)) + s)
	if bad == "" && !birth.IsZero() && restored.Birth() == birth {
		return restored, PeselLostZero
	}
	return "", PeselLength
}

// plainDigits takes away what stands around and between the digits of a
// number cell. A cell of eleven digits comes back as it is.
func plainDigits(s string) string {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return strippedNumber(s)
		}
	}
	return s
}

func strippedNumber(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Zs, r) {
			return -1
		}
		return r
	}, s)
	if inner, ok := strings.CutPrefix(s, `="`); ok {
		s = strings.TrimSuffix(inner, `"`)
	}
	s = strings.TrimLeft(s, "'’`")
	if i := strings.LastIndexAny(s, ",."); i > 0 && strings.Trim(s[i+1:], "0") == "" {
		s = s[:i]
	}
	return s
}

// meansNone reports whether a PESEL cell says in words that there is none.
func meansNone(s string) bool {
	switch Fold(s) {
	case "", "brak", "brakpesel", "brakpeselu", "niema", "nieposiada", "bd", "nd", "none", "n a":
		return true
	}
	return false
}

// scientific takes "1,33122E+10" apart: the digits of the mantissa and the
// exponent.
func scientific(s string) (mantissa string, exponent int, ok bool) {
	i := strings.IndexAny(s, "eE")
	if i < 1 {
		return "", 0, false
	}
	exponent, err := strconv.Atoi(strings.TrimPrefix(s[i+1:], "+"))
	if err != nil || s[0] < '0' || s[0] > '9' {
		return "", 0, false
	}
	mantissa = s[:1]
	if i > 1 {
		if s[1] != ',' && s[1] != '.' {
			return "", 0, false
		}
		mantissa += s[2:i]
	}
	for j := range len(mantissa) {
		if mantissa[j] < '0' || mantissa[j] > '9' {
			return "", 0, false
		}
	}
	return mantissa, exponent, true
}

// ReadDay understands the ways school files write a day: DD.MM.RRRR,
// D.M.RRRR, DD-MM-RRRR, RRRR-MM-DD, RRRR/MM/DD, each with or without a time
// behind it, and the serial number of a spreadsheet (days since 30 December
// 1899). The zero Date and true for a blank text.
func ReadDay(s string) (Date, bool) {
	s = strings.TrimSpace(s)
	if s == "" {
		return Date{}, true
	}
	s = strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(s, "."), "r"))
	if d, ok := serialDay(s); ok {
		return d, true
	}
	day, rest := cutDay(s)
	if rest != "" {
		if _, ok := readClock(rest); !ok {
			return Date{}, false
		}
	}
	return readPlainDay(day)
}

// cutDay parts a day from the time of day behind it.
func cutDay(s string) (day, clock string) {
	if i := strings.IndexAny(s, " T\u00a0"); i > 0 {
		return s[:i], strings.TrimLeft(s[i:], " T\u00a0")
	}
	return s, ""
}

// serialDay reads a spreadsheet's serial number, with or without a fraction.
// Below 1927 and above 2119 a number is something else.
func serialDay(s string) (Date, bool) {
	whole := s
	if i := strings.IndexAny(s, ".,"); i == 5 {
		for _, c := range s[6:] {
			if c < '0' || c > '9' {
				return Date{}, false
			}
		}
		whole = s[:5]
	}
	if len(whole) != 5 {
		return Date{}, false
	}
	n := 0
	for i := range len(whole) {
		if whole[i] < '0' || whole[i] > '9' {
			return Date{}, false
		}
		n = n*10 + int(whole[i]-'0')
	}
	if n < 10000 || n > 80000 {
		return Date{}, false
	}
	return Date{1899, time.December, 30}.AddDays(n), true
}

// serialClock returns the seconds into the day that the fraction of a
// spreadsheet's serial number says.
func serialClock(s string) (seconds int, ok bool) {
	if len(s) < 7 || s[5] != '.' && s[5] != ',' {
		return 0, false
	}
	fraction, err := strconv.ParseFloat("0."+s[6:], 64)
	if _, isSerial := serialDay(s); err != nil || !isSerial {
		return 0, false
	}
	return int(fraction*86400 + 0.5), true
}

// readPlainDay reads three numbers between dots, dashes or slashes.
func readPlainDay(s string) (Date, bool) {
	var n [3]int
	var width [3]int
	part, sep := 0, byte(0)
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= '0' && c <= '9':
			n[part] = n[part]*10 + int(c-'0')
			if width[part]++; width[part] > 4 {
				return Date{}, false
			}
		case (c == '.' || c == '-' || c == '/') && (sep == 0 || sep == c) && part < 2 && width[part] > 0:
			sep = c
			part++
		default:
			return Date{}, false
		}
	}
	year, day := n[0], n[2]
	switch {
	case width[0] == 4 && width[2] > 0 && width[2] <= 2 && sep != '.':
	case width[2] == 4 && width[0] <= 2 && sep != '/':
		year, day = n[2], n[0]
	default:
		return Date{}, false
	}
	if width[1] == 0 || width[1] > 2 {
		return Date{}, false
	}
	d, err := NewDate(year, time.Month(n[1]), day)
	return d, err == nil
}

// readClock reads HH:MM, HH:MM:SS and HH:MM:SS.fff.
func readClock(s string) (time.Duration, bool) {
	if i := strings.IndexByte(s, '.'); i > 0 {
		s = s[:i]
	}
	for _, layout := range []string{"15:04:05", "15:04"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Sub(time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC)), true
		}
	}
	return 0, false
}

// readSex understands letters and words, Polish and English.
func readSex(s string) Sex {
	switch s {
	case "M", "m":
		return Male
	case "K", "k":
		return Female
	}
	switch Fold(s) {
	case "mezczyzna", "chlopiec", "male", "boy", "meska":
		return Male
	case "f", "kobieta", "dziewczyna", "dziewczynka", "female", "girl", "zenska":
		return Female
	}
	return ""
}

// suspiciousName reports whether something that belongs to no name stands in
// one: separators, digits, or words that somebody typed as a remark.
func suspiciousName(s string) bool {
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == ' ' || r == '-' || r == '\'' || r == '.':
		case r < 0x80:
			return true
		case !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune("’ʼ‘´‐‑–", r):
			return true
		}
	}
	for word := range strings.FieldsSeq(s) {
		for _, remark := range remarks {
			if len(word) == len(remark) && strings.EqualFold(word, remark) {
				return true
			}
		}
	}
	return false
}

// remarks are words that people type into a cell for a name and that are none.
var remarks = []string{"domo", "domu", "brak", "null", "none", "nan", "undefined", "razem", "nieznane", "nieznany",
	"nieznana", "skreślony", "skreślona", "przeniesiony", "przeniesiona"}

// likeSpreadsheetDate reports whether a card number looks like what a
// spreadsheet makes of "5/2024": a day, its serial number, or "maj.24".
func likeSpreadsheetDate(s string) bool {
	if d, ok := ReadDay(s); ok && !d.IsZero() {
		return true
	}
	if s == "" || s[0] >= '0' && s[0] <= '9' {
		return false
	}
	month, year, ok := strings.Cut(Fold(s), " ")
	if !ok || len(month) != 3 || len(year) != 2 && len(year) != 4 {
		return false
	}
	if _, err := strconv.Atoi(year); err != nil {
		return false
	}
	const months = "sty lut mar kwi maj cze lip sie wrz paz lis gru jan feb apr may jun jul aug sep oct nov dec"
	return strings.Contains(months, month)
}
