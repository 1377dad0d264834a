package model

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// Invented numbers with valid check digits.
const (
	peselAnna = PESEL("14212699123") // 26.01.2014, K
	peselIga  = PESEL("15290299085") // 02.09.2015, K
	peselJan  = PESEL("12282799918") // 27.08.2012, M
)

func pupil(id StudentID, last, first string, p PESEL, birth string) Student {
	d, err := ParseDate(birth)
	if err != nil {
		panic(err)
	}
	return Student{ID: id, Last: last, First: first, PESEL: p, Birth: d, Class: Class{4, "a"}}
}

func rowOf(line int, s Student) RosterRow { s.ID = 0; return RosterRow{Line: line, Student: s} }

// outline says what a plan holds, short enough to compare.
func outline(p RosterPlan) string {
	out := fmt.Sprintf("=%d", p.Unchanged)
	for _, a := range p.Add {
		out += fmt.Sprintf(" +%d", a.Line)
	}
	for _, c := range p.Change {
		out += fmt.Sprintf(" ~%d:%d%v", c.Line, c.Before.ID, c.Fields)
	}
	for _, d := range p.Doubts {
		ids := slices.Sorted(slices.Values(d.Candidates))
		out += fmt.Sprintf(" ?%d%v", d.Row.Line, ids)
	}
	for _, id := range p.Missing {
		out += fmt.Sprintf(" -%d", id)
	}
	return out
}

func TestPlanRoster(t *testing.T) {
	anna := pupil(1, "Łuczak", "Anna", peselAnna, "2014-01-26")
	iga := pupil(2, "Szewczyk", "Iga", peselIga, "2015-09-02")
	with := func(s Student, change func(*Student)) Student { change(&s); return s }
	noPESEL := func(s *Student) { s.PESEL = "" }
	noBirth := func(s *Student) { s.Birth = Date{} }
	known := []Student{anna, iga}
	for _, tt := range []struct {
		name    string
		known   []Student
		rows    []Student
		refused []RefusedRow
		want    string
	}{
		{"the same again", known, []Student{anna, iga}, nil, "=2"},
		{"new to an empty school", nil, []Student{anna}, nil, "=0 +2"},
		{"not in the roster", known, []Student{anna}, nil, "=1 -2"},
		{"refused, so perhaps in the roster", known, []Student{anna}, []RefusedRow{{Line: 3, Last: "SZEWCZYK", First: "Iga"}}, "=1"},
		{"another class", known, []Student{with(anna, func(s *Student) { s.Class = Class{5, "a"} }), iga}, nil, "=1 ~2:1[class]"},
		{"another surname", known, []Student{with(anna, func(s *Student) { s.Last = "Nowak" }), iga}, nil, "=1 ~2:1[last]"},
		{"by name and birth date", known, []Student{with(anna, noPESEL), iga}, nil, "=2"},
		{"by folded name", known, []Student{with(anna, func(s *Student) { s.PESEL, s.Last = "", "Luczak" }), iga}, nil, "=1 ~2:1[last]"},
		{"gets a PESEL", []Student{with(anna, noPESEL)}, []Student{anna}, nil, "=0 ~2:1[pesel]"},
		{"empty cells erase nothing", known,
			[]Student{{Last: "Łuczak", First: "Anna", PESEL: peselAnna}, iga}, nil, "=2"},
		{"name alone is never enough", known, []Student{with(anna, func(s *Student) { s.PESEL = ""; s.Birth = Date{} }), iga}, nil, "=1 ?2[1]"},
		{"name alone of somebody without dates", []Student{with(with(anna, noPESEL), noBirth)}, []Student{anna}, nil, "=0 ?2[1]"},
		{"a list of names read twice", []Student{with(with(anna, noPESEL), noBirth)},
			[]Student{with(with(anna, noPESEL), noBirth)}, nil, "=1"},
		{"a list of names, another class", []Student{with(with(anna, noPESEL), noBirth)},
			[]Student{with(anna, func(s *Student) { s.PESEL, s.Birth, s.Class = "", Date{}, Class{5, "a"} })}, nil, "=0 ?2[1]"},
		{"PESEL of one, name and birth of another", known,
			[]Student{with(iga, func(s *Student) { s.PESEL = peselAnna })}, nil, "=0 ?2[1 2]"},
		{"namesakes born on one day", []Student{with(anna, noPESEL), with(anna, func(s *Student) { s.ID, s.PESEL = 5, "" })},
			[]Student{with(anna, noPESEL)}, nil, "=0 ?2[1 5]"},
		{"two rows for one student", []Student{anna}, []Student{with(anna, noPESEL), with(anna, noPESEL)}, nil, "=0 ?2[1] ?3[1]"},
		{"a row with and a row without PESEL", []Student{anna}, []Student{anna, with(anna, noPESEL)}, nil, "=1 ?3[1]"},
		{"another PESEL for name and birth", known, []Student{with(anna, func(s *Student) { s.PESEL = peselJan }), iga}, nil, "=1 ?2[1]"},
		{"a namesake beside", known, []Student{anna, iga, with(anna, func(s *Student) { s.PESEL = peselJan })}, nil, "=2 +4"},
		{"twins", nil, []Student{anna, with(anna, func(s *Student) { s.First, s.PESEL = "Ewa", "" })}, nil, "=0 +2 +3"},
		{"twins known", []Student{with(anna, noPESEL), with(anna, func(s *Student) { s.ID, s.First, s.PESEL = 3, "Ewa", "" })},
			[]Student{with(anna, noPESEL), with(anna, func(s *Student) { s.First, s.PESEL = "Ewa", "" })}, nil, "=2"},
		{"back again", []Student{with(anna, func(s *Student) { s.Left = MustDate(2025, time.June, 30) })}, []Student{anna}, nil, "=0 ~2:1[left]"},
		{"left and not in the roster", []Student{with(anna, func(s *Student) { s.Left = MustDate(2025, time.June, 30) })}, nil, nil, "=0"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			roster := Roster{Refused: tt.refused}
			for i, s := range tt.rows {
				s.Left = Date{}
				roster.Rows = append(roster.Rows, rowOf(i+2, s))
			}
			before := slices.Clone(tt.known)
			if got := outline(PlanRoster(tt.known, nil, roster)); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			if diff := cmp.Diff(before, tt.known); diff != "" {
				t.Errorf("the known students were changed:\n%s", diff)
			}
		})
	}
}

func TestChangeOfCard(t *testing.T) {
	issued, later := MustDate(2024, time.September, 3), MustDate(2025, time.September, 3)
	until := MustDate(2026, time.September, 30)
	current := Card{ID: 9, Student: 1, Number: "5/2024", Kind: PlasticCard, Issued: issued, State: CardValid}
	for name, tt := range map[string]struct {
		has  bool
		said Card
		want []Field
		card Card
	}{
		"none said":      {true, Card{}, nil, Card{}},
		"the same":       {true, Card{Number: "5/2024", Issued: issued}, nil, Card{}},
		"the first":      {false, Card{Number: "5/2024", State: CardValid}, []Field{FieldCardNumber}, Card{Student: 1, Number: "5/2024", State: CardValid}},
		"its last day":   {true, Card{Number: "5/2024", ValidUntil: until}, []Field{FieldCardUntil}, Card{ID: 9, Student: 1, Number: "5/2024", Kind: PlasticCard, Issued: issued, ValidUntil: until, State: CardValid}},
		"a newer one":    {true, Card{Number: "8/2025", Issued: later, State: CardValid}, []Field{FieldCardNumber}, Card{Student: 1, Number: "8/2025", Issued: later, State: CardValid}},
		"an older one":   {true, Card{Number: "1/2020", Issued: MustDate(2020, 9, 1)}, nil, Card{}},
		"dates, no card": {false, Card{Issued: issued}, nil, Card{}},
	} {
		got := ChangeByRow(Student{ID: 1}, current, tt.has, RosterRow{Card: tt.said})
		if diff := cmp.Diff(tt.want, got.Fields); diff != "" {
			t.Errorf("%s: fields:\n%s", name, diff)
		}
		if diff := cmp.Diff(tt.card, got.Card); diff != "" {
			t.Errorf("%s: card:\n%s", name, diff)
		}
	}
}

// Every row ends in one place; nobody is lost; taking in the changes and
// reading the same roster again leaves nothing to do.
func TestPlanRosterProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		student := rapid.Custom(func(t *rapid.T) Student {
			return Student{
				Last:  rapid.SampledFrom([]string{"Lis", "Łoś", "Los", "Żuk"}).Draw(t, "last"),
				First: rapid.SampledFrom([]string{"Jan", "Ewa"}).Draw(t, "first"),
				PESEL: rapid.SampledFrom([]PESEL{"", "", peselAnna, peselIga, peselJan}).Draw(t, "pesel"),
				Birth: rapid.SampledFrom([]Date{{}, peselAnna.Birth(), peselIga.Birth()}).Draw(t, "birth"),
				Class: rapid.SampledFrom([]Class{{}, {4, "a"}, {5, "b"}}).Draw(t, "class"),
			}
		})
		unique := func(s Student) any {
			if s.PESEL == "" {
				return s
			}
			return s.PESEL
		}
		known := rapid.SliceOfNDistinct(student, 0, 8, unique).Draw(t, "known")
		for i := range known {
			known[i].ID = StudentID(i + 1)
		}
		var roster Roster
		for i, s := range rapid.SliceOfNDistinct(student, 0, 8, unique).Draw(t, "rows") {
			roster.Rows = append(roster.Rows, RosterRow{Line: i + 2, Student: s})
		}
		plan := PlanRoster(known, nil, roster)
		if n := len(plan.Add) + len(plan.Change) + plan.Unchanged + len(plan.Doubts); n != len(roster.Rows) {
			t.Fatalf("%d rows in the plan of %d", n, len(roster.Rows))
		}
		touched := map[StudentID]int{}
		for _, c := range plan.Change {
			touched[c.Before.ID]++
			if c.Before.PESEL != "" && c.After.PESEL == "" || !c.Before.Birth.IsZero() && c.After.Birth.IsZero() {
				t.Fatalf("a change erases: %+v", c)
			}
			known[c.Before.ID-1] = c.After
		}
		for _, id := range plan.Missing {
			touched[id]++
		}
		for id, n := range touched {
			if n > 1 {
				t.Fatalf("student %d is in the plan %d times", id, n)
			}
		}
		if len(plan.Doubts) > 0 || len(plan.Add) > 0 {
			return
		}
		if again := PlanRoster(known, nil, roster); len(again.Change)+len(again.Add) > 0 {
			t.Fatalf("taken in once, still to do: %s", outline(again))
		}
	})
}

func TestStudentIndex(t *testing.T) {
	anna := pupil(1, "Łuczak", "Anna", peselAnna, "2014-01-26")
	anna.Second = "Maria"
	x := NewStudentIndex([]Student{anna, pupil(2, "Łuczak", "Anna", "", "2015-09-02"), pupil(3, "Szewczyk", "Iga", peselIga, "")})
	birth, conflicting := anna.Birth, []StudentID{-1}
	for name, tt := range map[string]struct {
		who  Who
		want []StudentID
	}{
		"PESEL":                  {Who{PESEL: peselAnna, Last: "Inna"}, []StudentID{1}},
		"PESEL and one name":     {Who{PESEL: peselAnna, Last: "Inna", First: "Anna"}, []StudentID{1}},
		"PESEL, both names":      {Who{PESEL: peselAnna, Last: "Nowak", First: "Ewa"}, conflicting},
		"PESEL, full name":       {Who{PESEL: peselAnna, Full: "Nowak Ewa"}, conflicting},
		"PESEL, a double name":   {Who{PESEL: peselAnna, Last: "Łuczak-Nowak", First: "Ania"}, []StudentID{1}},
		"PESEL, second name":     {Who{PESEL: peselAnna, Last: "Nowak", First: "Maria"}, []StudentID{1}},
		"PESEL, names swapped":   {Who{PESEL: peselAnna, Last: "Anna", First: "Łuczak"}, []StudentID{1}},
		"PESEL, crossed names":   {Who{PESEL: peselIga, Last: "Iga", First: "Szymon"}, conflicting},
		"PESEL, in Cyrillic":     {Who{PESEL: peselAnna, Last: "Лучак", First: "Ганна"}, []StudentID{1}},
		"PESEL, another birth":   {Who{PESEL: peselAnna, Birth: birth.AddDays(1)}, conflicting},
		"nobody's PESEL":         {Who{PESEL: peselJan, Last: "Łuczak", First: "Anna", Birth: birth}, nil},
		"name and birth":         {Who{Last: "LUCZAK", First: "anna", Birth: birth}, []StudentID{1}},
		"full name, other order": {Who{Full: "Łuczak Anna", Birth: birth}, []StudentID{1}},
		"with the second name":   {Who{Full: "Anna Maria Łuczak", Class: Class{4, "a"}}, []StudentID{1}},
		"two of a class":         {Who{Full: "Anna Łuczak", Class: Class{4, "a"}}, []StudentID{1, 2}},
		"another class":          {Who{Full: "Anna Łuczak", Class: Class{5, "a"}}, nil},
		"another birth date":     {Who{Last: "Łuczak", First: "Anna", Birth: birth.AddDays(1), Class: Class{4, "a"}}, nil},
		"birth inside the PESEL": {Who{Last: "Szewczyk", First: "Iga", Birth: peselIga.Birth()}, []StudentID{3}},
		"a name alone":           {Who{Last: "Szewczyk", First: "Iga"}, nil},
		"nothing":                {Who{}, nil},
	} {
		found, conflict := x.Find(tt.who)
		if conflict {
			found = append(found, conflicting...)
		}
		if diff := cmp.Diff(tt.want, found); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

// TestAPESELNeedsAName: of a row with one student's PESEL, any mixture of two
// students' names is about the owner, unless no name is the owner's.
func TestAPESELNeedsAName(t *testing.T) {
	last, first := []string{"Lis", "Łoś", "Żuk-Kos"}, []string{"Jan", "Ewa", "Żaneta"}
	rapid.Check(t, func(t *rapid.T) {
		draw := func(what string, from []string) string { return rapid.SampledFrom(from).Draw(t, what) }
		owner := Student{ID: 1, Last: draw("last", last), First: draw("first", first), PESEL: peselAnna}
		row := Who{PESEL: peselAnna, Last: draw("row's last", last), First: draw("row's first", first)}
		found, conflict := NewStudentIndex([]Student{owner}).Find(row)
		want := row.Last != owner.Last && row.First != owner.First
		if conflict != want || len(found) > 0 == want {
			t.Errorf("%v, %t", found, conflict)
		}
	})
}
