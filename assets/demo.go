package assets

import (
	"bytes"
	_ "embed" // for the demo school's files
	"encoding/csv"
	"fmt"
	"strconv"
	"time"
)

//go:generate sh -c "cd demo && go run generate.go names.go paths.go"

//go:embed demo/school.toml
var demoProfile []byte

//go:embed demo/roster.csv
var demoRoster []byte

//go:embed demo/path.csv
var demoPath []byte

// DemoProfile returns the TOML text of the demo school's profile.
func DemoProfile() []byte { return bytes.Clone(demoProfile) }

// DemoRoster returns the demo school's roster as a gradebook would export it
// in the school year 2026/27: UTF-8, semicolons. It is for practising an
// import; DemoStudents has the same people, moved to the present.
func DemoRoster() []byte { return bytes.Clone(demoRoster) }

// DemoStudent is one invented student and how far their card is. Days are
// RRRR-MM-DD, "" for none; the words for states and kinds are those of
// package model.
type DemoStudent struct {
	Last, First, Second string
	PESEL               string // "" for some of the students from Ukraine
	Birth               string
	Sex                 string // "M", "K"
	Class               string
	BookNo              string
	Document            string

	CardNumber string // "" without a card
	CardIssued string
	CardUntil  string
	CardState  string // "valid", "invalidated"

	Statement  string // kind; "" none
	Signer     string // "parent", "adult_student"
	SignerName string
	Signed     string

	Portrait        string // "accepted", "refused"; "" none
	PortraitDecided string

	Registered string // the day in SIO

	CodeKind      string // "" without a code
	Payload       string
	CodeSecond    string // activation code or password
	Login         string
	CodeGenerated time.Time

	HandedTo     string    // "student", "parent"; "" not handed over
	HandedToName string    // the parent's
	HandedAt     time.Time // on a school day, in office hours

	Left string // the day the student left
}

// DemoStudents returns the demo school as it is at a moment, in that moment's
// zone: the same people each school year, of the same age in the same class,
// their cards, sheets and codes as fresh as on any other day. The order is
// that of the roster, by class and then by name.
func DemoStudents(now time.Time) ([]DemoStudent, error) {
	roster, err := demoRows(demoRoster)
	if err != nil {
		return nil, err
	}
	paths, err := demoRows(demoPath)
	if err != nil {
		return nil, err
	}
	byBook := map[string]map[string]string{}
	for _, row := range paths {
		byBook[row["book_no"]] = row
	}
	clock := demoClock{now: now, years: schoolYearOf(now) - 2026}
	out := make([]DemoStudent, 0, len(roster))
	for _, row := range roster {
		s := clock.student(row)
		clock.walk(&s, byBook[s.BookNo])
		out = append(out, s)
	}
	return out, clock.err
}

// demoRows reads a file into one map a row, by the names in the header.
func demoRows(file []byte) ([]map[string]string, error) {
	r := csv.NewReader(bytes.NewReader(file))
	r.Comma = ';'
	records, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("demo school: %w", err)
	}
	rows := make([]map[string]string, 0, len(records))
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, name := range records[0] {
			row[name] = record[i]
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// schoolYearOf returns the year in which the school year of a day began.
func schoolYearOf(now time.Time) int {
	if now.Month() < time.September {
		return now.Year() - 1
	}
	return now.Year()
}

// demoClock turns the files' days into days near the present. err is the
// first number or day that could not be read.
type demoClock struct {
	now   time.Time
	years int // from the files' school year to the present one
	err   error
}

func (c *demoClock) note(err error) {
	if c.err == nil && err != nil {
		c.err = fmt.Errorf("demo school: %w", err)
	}
}

func (c *demoClock) number(s string) int {
	n, err := strconv.Atoi(s)
	c.note(err)
	return n
}

// daysAgo returns a day; "" for a negative number, which means never.
func (c *demoClock) daysAgo(s string) string {
	n := c.number(s)
	if n < 0 {
		return ""
	}
	return c.now.AddDate(0, 0, -n).Format(time.DateOnly)
}

// student reads a row of the roster.
func (c *demoClock) student(row map[string]string) DemoStudent {
	s := DemoStudent{Last: row["Nazwisko"], First: row["Imię"], Second: row["Drugie imię"], Sex: row["Płeć"],
		Class: row["Oddział"], BookNo: row["Nr w księdze uczniów"], Document: row["Numer dokumentu"]}
	birth := c.moved(row["Data urodzenia"])
	s.Birth = birth.Format(time.DateOnly)
	if serial := row["PESEL"]; serial != "" {
		s.PESEL = peselOf(birth, serial[6:10])
	}
	if row["Numer legitymacji"] == "" {
		return s
	}
	issued := c.moved(row["Data wydania"])
	if yesterday := c.now.AddDate(0, 0, -1); issued.After(yesterday) {
		issued = yesterday
	}
	var n, year int
	_, err := fmt.Sscanf(row["Numer legitymacji"], "%d/%d", &n, &year)
	c.note(err)
	s.CardNumber = fmt.Sprintf("%d/%d", n, issued.Year())
	s.CardIssued = issued.Format(time.DateOnly)
	return s
}

// moved reads a day of the roster and moves it to the present school year.
func (c *demoClock) moved(day string) time.Time {
	t, err := time.ParseInLocation("02.01.2006", day, c.now.Location())
	c.note(err)
	return t.AddDate(c.years, 0, 0)
}

// peselOf makes the number of somebody born in this century out of the birth
// date and the four digits of the serial.
func peselOf(birth time.Time, serial string) string {
	digits := fmt.Sprintf("%02d%02d%02d%s", birth.Year()%100, int(birth.Month())+20, birth.Day(), serial)
	sum := 0
	for i, weight := range []int{1, 3, 7, 9, 1, 3, 7, 9, 1, 3} {
		sum += weight * int(digits[i]-'0')
	}
	return digits + strconv.Itoa((10-sum%10)%10)
}

// walk brings a student as far as a row of the paths says.
func (c *demoClock) walk(s *DemoStudent, row map[string]string) {
	s.CardState = row["card"]
	if s.CardNumber != "" {
		s.CardUntil = c.cardUntil(s.CardIssued, s.CardState == "expired")
	}
	if s.CardState == "expired" { // valid as such, but for the stamp
		s.CardState = "valid"
	}
	c.sign(s, row)
	if s.Portrait = row["portrait"]; s.Portrait != "" {
		s.PortraitDecided = c.daysAgo(row["portrait_days"])
	}
	s.Registered = c.daysAgo(row["registered_days"])
	if s.CodeKind = row["code"]; s.CodeKind != "" {
		s.Payload, s.CodeSecond, s.Login = row["payload"], row["second"], row["login"]
		s.CodeGenerated = c.now.Add(-time.Duration(c.number(row["age_minutes"])) * time.Minute)
	}
	c.handOver(s, row)
	s.Left = c.daysAgo(row["left_days"])
}

// cardUntil is the end of the school year's September, as the autumn stamp has
// it, or the last such day that is over where the stamp is missing. A card
// issued this autumn needs no stamp.
func (c *demoClock) cardUntil(issued string, unstamped bool) string {
	end := func(year int) string { return fmt.Sprintf("%d-09-30", year) }
	year := schoolYearOf(c.now) + 1
	if !unstamped || issued > end(year-2) {
		return end(year)
	}
	if last := end(year - 1); last < c.now.Format(time.DateOnly) {
		return last
	}
	return end(year - 2)
}

// sign enters the sheet. Who is of age on its day signs alone, unless the
// file insists on the parent.
func (c *demoClock) sign(s *DemoStudent, row map[string]string) {
	if s.Statement = row["statement"]; s.Statement == "" {
		return
	}
	s.Signed, s.Signer, s.SignerName = c.daysAgo(row["signed_days"]), "parent", row["signer_name"]
	if row["signer"] == "family" && s.adultOn(s.Signed) {
		s.Signer, s.SignerName = "adult_student", s.First+" "+s.Last
	}
}

// handOver enters who collected and when. Who is of age collects alone.
func (c *demoClock) handOver(s *DemoStudent, row map[string]string) {
	if s.HandedTo = row["handed_to"]; s.HandedTo == "" {
		return
	}
	day := c.now.AddDate(0, 0, -c.number(row["handed_days"]))
	for day.Weekday() == time.Saturday || day.Weekday() == time.Sunday {
		day = day.AddDate(0, 0, -1)
	}
	minutes := 7*60 + 30 + c.number(s.BookNo)*37%(7*60)
	s.HandedAt = time.Date(day.Year(), day.Month(), day.Day(), 0, minutes, 0, 0, c.now.Location())
	switch {
	case s.adultOn(s.HandedAt.Format(time.DateOnly)):
		s.HandedTo = "student"
	case s.HandedTo == "parent":
		s.HandedToName = row["signer_name"]
	}
}

// adultOn reports whether the student is 18 on a day. Days as text order as
// days do.
func (s *DemoStudent) adultOn(day string) bool {
	birth, err := time.Parse(time.DateOnly, s.Birth)
	return err == nil && birth.AddDate(18, 0, 0).Format(time.DateOnly) <= day
}
