package model

import (
	"strings"
	"time"
)

// CodeCells are the raw cells of one row of a list of codes.
type CodeCells struct {
	WhoCells
	Kind, Payload, Secret, Login, Generated, Until string
}

// CodeRow is one code of a list. Payload, Second and Login are byte for byte
// what the list holds.
type CodeRow struct {
	Line      int
	Who       Who
	Kind      CodeKind
	Payload   Secret
	Second    Secret
	Login     string
	Generated time.Time
	Until     time.Time // the end of life that the list states; zero: none
}

// Code judges one row; ok is false if it is refused.
func (j *ListJudge) Code(line int, c *CodeCells) (row CodeRow, ok bool) {
	f := &j.found
	f.start(line)
	row = CodeRow{
		Line: line, Who: f.who(&c.WhoCells, j.Today),
		Payload: Secret(c.Payload), Second: Secret(c.Secret), Login: c.Login,
	}
	row.Kind = j.codeKind(c)
	for _, secret := range []struct {
		field Field
		text  string
	}{{FieldPayload, c.Payload}, {FieldSecret, c.Secret}, {FieldLogin, c.Login}} {
		if hasControl(secret.text) {
			f.add(ProblemPayloadControl, secret.field, "")
		}
	}
	f.codeParts(row)
	row.Generated = j.generated(c.Generated)
	row.Until = j.moment(FieldUntil, c.Until, true)
	return row, !f.refused
}

// codeKind reads the kind, or infers it where only one is possible.
func (j *ListJudge) codeKind(c *CodeCells) CodeKind {
	text := j.found.text(FieldKind, c.Kind)
	kind := readCodeKind(text)
	switch {
	case kind != "":
	case text != "":
		j.found.add(ProblemKindUnknown, FieldKind, shorten(text))
	case c.Login != "" && c.Secret != "" && c.Payload == "":
		return CodeCredentials
	case j.Default != "":
		return j.Default
	default:
		j.found.add(ProblemKindMissing, FieldKind, "")
	}
	return kind
}

// codeParts checks that a code of its kind is whole.
func (f *findings) codeParts(row CodeRow) {
	if row.Kind == CodeCredentials {
		if blank(row.Login) {
			f.add(ProblemLoginMissing, FieldLogin, "")
		}
		if blank(row.Second.Reveal()) {
			f.add(ProblemSecondMissing, FieldSecret, "")
		}
		return
	}
	switch {
	case blank(row.Payload.Reveal()):
		f.add(ProblemPayloadEmpty, FieldPayload, "")
	case len(row.Payload) > MaxPayload:
		f.add(ProblemPayloadTooLong, FieldPayload, "")
	}
	if row.Kind == CodeLegacy && blank(row.Second.Reveal()) {
		f.add(ProblemSecondMissing, FieldSecret, "")
	}
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// hasControl reports characters that no code can hold and that a terminal
// would obey: C0, DEL, C1, and text that is not UTF-8.
func hasControl(s string) bool {
	for _, r := range s {
		if r < 0x20 || r >= 0x7f && r < 0xa0 || r == '\ufffd' {
			return true
		}
	}
	return false
}

// readCodeKind understands the screen's words and the code's; "" for others.
func readCodeKind(s string) CodeKind {
	switch Fold(s) {
	case "sio", "kod sio", "qr sio", "kod z sio", "kod qr z sio":
		return CodeSIO
	case "zpe", "kod zpe", "qr zpe", "kod z zpe", "kod qr z zpe":
		return CodeZPE
	case "legacy", "stary", "stare", "dawny", "stary kod", "stary system", "kod i haslo":
		return CodeLegacy
	case "credentials", "dane logowania", "zpe login", "login zpe", "dane do zpe", "dane logowania zpe",
		"dane logowania do zpe", "login i haslo", "konto zpe", "dostep do zpe":
		return CodeCredentials
	}
	return ""
}

// generated reads when a code was made. A code from the future would outlive
// its term; a day's grace is for clocks and zones.
func (j *ListJudge) generated(raw string) time.Time {
	t := j.moment(FieldGenerated, raw, false)
	if !t.IsZero() && DateOf(t.In(j.zone())).After(j.Today.AddDays(1)) {
		j.found.add(ProblemDateBad, FieldGenerated, shorten(j.found.text(FieldGenerated, raw)))
	}
	return t
}

func (j *ListJudge) zone() *time.Location {
	if j.Zone == nil {
		return time.UTC
	}
	return j.Zone
}

// moment reads a date with or without a time of day in the list's zone, or
// RFC 3339. A date alone is the beginning of the day, for the end of a life
// the end of it.
func (j *ListJudge) moment(field Field, raw string, end bool) time.Time {
	text := j.found.text(field, raw)
	if text == "" {
		return time.Time{}
	}
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		return t
	}
	day, isDay := ReadDay(text)
	if !isDay || day.Year < 1990 {
		j.found.add(ProblemDateBad, field, shorten(text))
		return time.Time{}
	}
	return j.inZone(day, text, end)
}

func (j *ListJudge) inZone(day Date, text string, end bool) time.Time {
	zone := j.zone()
	_, clock := cutDay(text)
	if d, ok := readClock(clock); ok {
		return time.Date(day.Year, day.Month, day.Day, 0, 0, int(d/time.Second), 0, zone)
	}
	if fraction, ok := serialClock(text); ok {
		return time.Date(day.Year, day.Month, day.Day, 0, 0, fraction, 0, zone)
	}
	if end {
		return day.EndIn(zone)
	}
	return time.Date(day.Year, day.Month, day.Day, 0, 0, 0, 0, zone)
}
