package model

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

var rowsDay = MustDate(2026, time.November, 22)

// ids writes problems as "line:id", blank between.
func ids(problems []Problem) string {
	var out []string
	for _, p := range problems {
		out = append(out, fmt.Sprintf("%d:%s", p.Line, p.ID))
	}
	return strings.Join(out, " ")
}

func TestRosterJudge(t *testing.T) {
	good := RosterCells{Last: "Łuczak", First: "Anna", PESEL: string(peselAnna), Birth: "26.01.2014", Sex: "K", Class: "4a",
		CardNumber: "5/2024", CardIssued: "03.09.2024", CardUntil: "30.09.2026"}
	for name, tt := range map[string]struct {
		change func(*RosterCells)
		want   string
		taken  bool
	}{
		"good":                    {func(*RosterCells) {}, "", true},
		"odd class":               {func(c *RosterCells) { c.Class = "czwarta" }, "2:class_bad", true},
		"card number made a date": {func(c *RosterCells) { c.CardNumber = "maj.24" }, "2:card_number_unusual", true},
		"card number made a day":  {func(c *RosterCells) { c.CardNumber = "2024-05-01" }, "2:card_number_unusual", true},
		"an odd card number":      {func(c *RosterCells) { c.CardNumber = "SP/12/A" }, "", true},
		"card date a word":        {func(c *RosterCells) { c.CardUntil = "jutro" }, "2:card_date_bad", true},
		"no surname":              {func(c *RosterCells) { c.Last = " " }, "2:name_missing", false},
		"a dash for nothing":      {func(c *RosterCells) { c.Second = "-" }, "", true},
		"a formula in the class":  {func(c *RosterCells) { c.Class = "=4&a" }, "2:formula_cell 2:class_bad", true},
		"escape sequence":         {func(c *RosterCells) { c.Last = "\x1b[2JŁuczak" }, "2:control_chars", true},
		"bidi override":           {func(c *RosterCells) { c.CardNumber = "5/\u202e2024" }, "2:control_chars", true},
		"born tomorrow":           {func(c *RosterCells) { c.Birth = "23.11.2026" }, "2:birth_date_bad", false},
		"birth and PESEL":         {func(c *RosterCells) { c.Birth = "27.01.2014" }, "2:pesel_birth_mismatch", false},
		"sex and PESEL":           {func(c *RosterCells) { c.Sex = "M" }, "2:pesel_sex_mismatch", true},
		"no PESEL, a passport":    {func(c *RosterCells) { c.PESEL, c.Document = "", "FX1" }, "", true},
		"neither":                 {func(c *RosterCells) { c.PESEL = "brak" }, "2:pesel_missing", true},
		"a remark for a name":     {func(c *RosterCells) { c.Last = "Łuczak z domu Lis" }, "2:suspicious_name", true},
		"apostrophe and dash":     {func(c *RosterCells) { c.Last = "O’Connor-d'Arc" }, "", true},
		"Cyrillic":                {func(c *RosterCells) { c.Last, c.First = "Шевченко", "Соломія" }, "", true},
	} {
		t.Run(name, func(t *testing.T) {
			cells := good
			tt.change(&cells)
			j := NewRosterJudge([]Field{FieldPESEL}, rowsDay, 1)
			j.Row(2, &cells)
			roster, problems, _ := j.Finish()
			if got := ids(problems); got != tt.want {
				t.Errorf("problems %q, want %q", got, tt.want)
			}
			if taken := len(roster.Rows) == 1; taken != tt.taken || len(roster.Rows)+len(roster.Refused) != 1 {
				t.Errorf("taken: %t, want %t", taken, tt.taken)
			}
		})
	}
}

// TestDetailsShowNoPESEL puts a PESEL into each column in turn, as in a file
// whose columns are shifted.
func TestDetailsShowNoPESEL(t *testing.T) {
	const number = "44051401358"
	shown := func(where string, problems []Problem) {
		for _, p := range problems {
			if strings.Contains(p.Detail, number[:9]) || strings.Contains(p.Detail, "440514 01358") {
				t.Errorf("%s: %s shows %q", where, p.ID, p.Detail)
			}
		}
	}
	for _, written := range []string{number, "440514 01358", "=" + number, number + "\x1b", strings.Repeat("x", 36) + number} {
		j := NewRosterJudge([]Field{FieldPESEL}, rowsDay, 13)
		for i := range 13 {
			var c RosterCells
			*[]*string{&c.Last, &c.First, &c.Second, &c.PESEL, &c.Birth, &c.Sex, &c.Class, &c.RegisterNo, &c.BookNo, &c.Document,
				&c.CardNumber, &c.CardIssued, &c.CardUntil}[i] = written
			j.Row(i+2, &c)
		}
		_, problems, _ := j.Finish()
		if len(problems) < 12 {
			t.Errorf("%d problems", len(problems))
		}
		shown("roster", problems)
		l := ListJudge{Today: rowsDay}
		l.Statement(2, &StatementCells{WhoCells{written, written, written, written, written, written}, written, written, written, written, written})
		l.Code(3, &CodeCells{WhoCells{written, written, written, written, written, written}, written, written, written, written, written, written})
		shown("list", l.Problems())
	}
	for in, want := range map[string]string{"4405140": "4405140", "03.09.2024 10:15:30": "03.09.2024 10:15:30", "nr 123456789, 5b": "nr ***, 5b"} {
		if got := maskNumbers(in); got != want {
			t.Errorf("%q became %q", in, got)
		}
	}
}

func TestReadDay(t *testing.T) {
	for in, want := range map[string]string{
		"03.09.2024": "2024-09-03", "3.9.2024": "2024-09-03", "03-09-2024": "2024-09-03", "2024-09-03": "2024-09-03",
		"2024/09/03": "2024-09-03", "2024-09-03 00:00:00": "2024-09-03", "2024-09-03T10:15": "2024-09-03",
		"03.09.2024 r.": "2024-09-03", "45538": "2024-09-03", "45538.5": "2024-09-03", " 45538,25 ": "2024-09-03", "": "",
		"31.02.2014": "bad", "brak": "bad", "3.9.24": "bad", "03/09/2024": "bad", "2024.09.03": "bad", "1.2": "bad",
		"99999": "bad", "03.09-2024": "bad", "2024-09-03 25:00": "bad", "20240903": "bad", "..": "bad", "03.09.2024x": "bad",
	} {
		d, ok := ReadDay(in)
		got := d.String()
		if !ok {
			got = "bad"
		}
		if got != want {
			t.Errorf("ReadDay(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestStatementRows(t *testing.T) {
	who := WhoCells{PESEL: string(peselAnna)}
	for name, tt := range map[string]struct {
		cells StatementCells
		kind  StatementKind
		as    Signer
		want  string
	}{
		"no objection": {StatementCells{who, "Niewyrażenie sprzeciwu", "3.09.2026", "Ewa Łuczak", "matka", "segregator 4a"}, NonObjection, SignedByParent, ""},
		"none at all":  {StatementCells{who, "BRAK SPRZECIWU", "2026-09-03", "Ewa Łuczak", "", ""}, NonObjection, "", ""},
		"application":  {StatementCells{who, "wniosek o wydanie", "03.09.2026", "Ewa Łuczak", "opiekun prawny", ""}, Application, SignedByGuardian, ""},
		"objection":    {StatementCells{who, "sprzeciw", "03.09.2026", "Ewa Łuczak", "uczeń pełnoletni", ""}, Objection, SignedByStudent, ""},
		"withdrawal":   {StatementCells{who, "wycofanie sprzeciwu", "03.09.2026", "Ewa Łuczak", "rodzic", ""}, Withdrawal, SignedByParent, ""},
		"unsigned":     {StatementCells{who, "sprzeciw", "03.09.2026", "", "", ""}, Objection, "", "2:signer_missing"},
		"signed as":    {StatementCells{who, "sprzeciw", "03.09.2026", "Ewa", "sąsiad", ""}, Objection, "", "2:signer_unknown"},
		"agreement":    {StatementCells{who, "zgoda", "03.09.2026", "Ewa", "", ""}, "", "", "2:kind_unknown"},
		"no kind":      {StatementCells{who, "", "03.09.2026", "Ewa", "", ""}, "", "", "2:kind_missing"},
		"tomorrow":     {StatementCells{who, "sprzeciw", "23.11.2026", "Ewa", "", ""}, Objection, "", "2:date_bad"},
		"undated":      {StatementCells{who, "sprzeciw", "", "Ewa", "", ""}, Objection, "", "2:date_bad"},
		"nobody":       {StatementCells{WhoCells{Last: "Łuczak"}, "sprzeciw", "03.09.2026", "Ewa", "", ""}, Objection, "", "2:who_missing"},
		"by class":     {StatementCells{WhoCells{Full: "Anna Łuczak", Class: "IV A"}, "sprzeciw", "03.09.2026", "Ewa", "", ""}, Objection, "", ""},
		"bad PESEL":    {StatementCells{WhoCells{PESEL: "14212699124"}, "sprzeciw", "03.09.2026", "Ewa", "", ""}, Objection, "", "2:pesel_checksum"},
		"lost zero":    {StatementCells{WhoCells{PESEL: "7252799850"}, "sprzeciw", "03.09.2026", "Ewa", "", ""}, Objection, "", "2:pesel_lost_zero"},
	} {
		j := ListJudge{Today: rowsDay}
		row, ok := j.Statement(2, &tt.cells)
		if got := ids(j.Problems()); got != tt.want || row.Kind != tt.kind || row.Signer != tt.as {
			t.Errorf("%s: %q, %q, %q", name, got, row.Kind, row.Signer)
		}
		refuses := false
		for _, p := range j.Problems() {
			refuses = refuses || p.ID.Severity() == Refused
		}
		if ok == refuses {
			t.Errorf("%s: taken %t with %q", name, ok, tt.want)
		}
	}
}

func TestCodeRows(t *testing.T) {
	who := WhoCells{PESEL: string(peselAnna)}
	uuid := "3f2b8c1e-0000-4000-8000-00000000abcd"
	for name, tt := range map[string]struct {
		cells CodeCells
		std   CodeKind
		kind  CodeKind
		want  string
	}{
		"sio":               {CodeCells{who, "SIO", uuid, "", "", "", ""}, "", CodeSIO, ""},
		"like a formula":    {CodeCells{who, "zpe", "=+-@ x ", "", "", "", ""}, "", CodeZPE, ""},
		"legacy":            {CodeCells{who, "stary", uuid, "AB12", "", "", ""}, "", CodeLegacy, ""},
		"half a legacy":     {CodeCells{who, "legacy", uuid, " ", "", "", ""}, "", CodeLegacy, "2:second_missing"},
		"credentials":       {CodeCells{who, "Dane logowania", "", "hasło 1", "anna.l", "", ""}, "", CodeCredentials, ""},
		"inferred":          {CodeCells{who, "", "", "hasło 1", "anna.l", "", ""}, "", CodeCredentials, ""},
		"no login":          {CodeCells{who, "credentials", "", "hasło", "", "", ""}, "", CodeCredentials, "2:login_missing"},
		"no kind":           {CodeCells{who, "", uuid, "", "", "", ""}, "", "", "2:kind_missing"},
		"the file's kind":   {CodeCells{who, "", uuid, "", "", "", ""}, CodeSIO, CodeSIO, ""},
		"unknown kind":      {CodeCells{who, "usos", uuid, "", "", "", ""}, CodeSIO, "", "2:kind_unknown"},
		"no code":           {CodeCells{who, "sio", "", "", "", "", ""}, "", CodeSIO, "2:payload_empty"},
		"as long as can be": {CodeCells{who, "sio", strings.Repeat("x", MaxPayload), "", "", "", ""}, "", CodeSIO, ""},
		"too long":          {CodeCells{who, "sio", strings.Repeat("x", MaxPayload+1), "", "", "", ""}, "", CodeSIO, "2:payload_too_long"},
		"line break":        {CodeCells{who, "sio", "ab\ncd", "", "", "", ""}, "", CodeSIO, "2:payload_control"},
		"escape in login":   {CodeCells{who, "credentials", "", "x", "a\x1b[2J", "", ""}, "", CodeCredentials, "2:payload_control"},
		"a bad time":        {CodeCells{who, "sio", uuid, "", "", "wczoraj", ""}, "", CodeSIO, "2:date_bad"},
		"made tomorrow":     {CodeCells{who, "sio", uuid, "", "", "23.11.2026 23:59", ""}, "", CodeSIO, ""},
		"made in two days":  {CodeCells{who, "sio", uuid, "", "", "24.11.2026", ""}, "", CodeSIO, "2:date_bad"},
		"made in 2062":      {CodeCells{who, "sio", uuid, "", "", "2062-11-22T10:00:00Z", ""}, "", CodeSIO, "2:date_bad"},
	} {
		j := ListJudge{Today: rowsDay, Default: tt.std}
		row, ok := j.Code(2, &tt.cells)
		if got := ids(j.Problems()); got != tt.want || row.Kind != tt.kind || ok != (tt.want == "") {
			t.Errorf("%s: %q, %q, %t", name, got, row.Kind, ok)
		}
		if row.Payload.Reveal() != tt.cells.Payload || row.Second.Reveal() != tt.cells.Secret || row.Login != tt.cells.Login {
			t.Errorf("%s: the code was altered", name)
		}
		for _, p := range j.Problems() {
			if tt.cells.Payload != "" && strings.Contains(p.Detail, tt.cells.Payload) {
				t.Errorf("%s: the code stands in the detail", name)
			}
		}
	}
}

func TestCodeTimes(t *testing.T) {
	zone := time.FixedZone("Polska", 2*3600)
	for in, want := range map[string]string{
		"2026-09-03":                "2026-09-04T00:00:00+02:00", // through the end of the day
		"03.09.2026":                "2026-09-04T00:00:00+02:00",
		"2026-09-03 10:15":          "2026-09-03T10:15:00+02:00",
		"2026-09-03 10:15:30":       "2026-09-03T10:15:30+02:00",
		"03.09.2026 10:15":          "2026-09-03T10:15:00+02:00",
		"2026-09-03T10:15:30Z":      "2026-09-03T10:15:30Z",
		"2026-09-03T10:15:30+01:00": "2026-09-03T10:15:30+01:00",
		"46268.5":                   "2026-09-03T12:00:00+02:00",
	} {
		j := ListJudge{Today: rowsDay, Zone: zone}
		row, ok := j.Code(2, &CodeCells{WhoCells{PESEL: string(peselAnna)}, "sio", "x", "", "", "2026-09-03", in})
		if got := row.Until.Format(time.RFC3339); !ok || got != want {
			t.Errorf("until %q: %s, %t; want %s", in, got, ok, want)
		}
		if got := row.Generated.Format(time.RFC3339); got != "2026-09-03T00:00:00+02:00" {
			t.Errorf("generated: %s", got)
		}
	}
}

func TestEveryIDOnce(t *testing.T) {
	seen := map[ProblemID]bool{}
	for _, id := range ProblemIDs {
		if seen[id] {
			t.Errorf("%s is listed twice", id)
		}
		seen[id] = true
	}
	for id := range severities {
		if !seen[id] {
			t.Errorf("%s has a severity and is not listed", id)
		}
	}
}

// Many schools write under "Podpisał" who the signer is to the student.
func TestACapacityInThePlaceOfTheSignersName(t *testing.T) {
	for cell, want := range map[string]StatementRow{
		"rodzic":      {Signer: SignedByParent},
		"Opiekun":     {Signer: SignedByGuardian},
		"Jan Kowalik": {SignerName: "Jan Kowalik"},
	} {
		j := ListJudge{Today: rowsDay}
		row, ok := j.Statement(2, &StatementCells{WhoCells: WhoCells{Last: "Kowalik", First: "Ewa", Class: "5a"}, Kind: "wniosek", Signed: "20.11.2026", Signer: cell})
		if !ok || row.Signer != want.Signer || row.SignerName != want.SignerName || len(j.Problems()) != 0 {
			t.Errorf("%s: %+v, %v", cell, row, j.Problems())
		}
	}
	j := ListJudge{Today: rowsDay}
	row, _ := j.Statement(2, &StatementCells{WhoCells: WhoCells{Last: "Kowalik", First: "Ewa", Class: "5a"}, Kind: "wniosek", Signed: "20.11.2026", Signer: "Rodzic", Capacity: "opiekun"})
	if row.Signer != SignedByGuardian || row.SignerName != "Rodzic" {
		t.Errorf("with a column for the capacity: %+v", row)
	}
}
