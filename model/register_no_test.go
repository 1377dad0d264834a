package model

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadRegisterNo(t *testing.T) {
	for in, want := range map[string]int{"": 0, "  ": 0, "7": 7, " 7 ": 7, "7.": 7, "07": 7, "7,00": 7, "7.0": 7, `="7"`: 7, "'7": 7, "999": 999} {
		if n, ok := ReadRegisterNo(in); !ok || n != want {
			t.Errorf("%q: %d, %v", in, n, ok)
		}
	}
	for _, in := range []string{"0", "-1", "+7", "1000", "7a", "7.5", "brak", "-", "1e2", "00007", "99999999999999999999"} {
		if n, ok := ReadRegisterNo(in); ok || n != 0 {
			t.Errorf("%q: %d, %v", in, n, ok)
		}
	}
}

// Those with a number come first, by number; the order of the others, which is
// Polish, stays.
func TestTheOrderOfAClassRegister(t *testing.T) {
	var all []Student
	for _, s := range []struct {
		last, class string
		no          int
	}{{"Ćwik", "5a", 1}, {"Bąk", "4a", 0}, {"Ćma", "4a", 10}, {"Lis", "4a", 0}, {"Żuk", "4a", 2}} {
		c, err := ParseClass(s.class)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, Student{Last: s.last, Class: c, RegisterNo: s.no})
	}
	slices.SortStableFunc(all, Student.CompareInRegister)
	var got []string
	for _, s := range all {
		got = append(got, s.Last)
	}
	if diff := cmp.Diff([]string{"Żuk", "Ćma", "Bąk", "Lis", "Ćwik"}, got); diff != "" {
		t.Error(diff)
	}
}

// A number belongs to a class: it goes when the class does, unless the roster
// says the one in the new class, and stays where the roster says nothing.
func TestANumberEndsWithItsClass(t *testing.T) {
	here, other := Class{4, "a"}, Class{5, "b"}
	for name, tt := range map[string]struct {
		before, said Class
		no, saidNo   int
		want         int
		fields       []Field
	}{
		"the same":               {here, here, 7, 7, 7, nil},
		"a first number":         {here, here, 0, 7, 7, []Field{FieldRegisterNo}},
		"another number":         {here, here, 7, 8, 8, []Field{FieldRegisterNo}},
		"nothing said":           {here, here, 7, 0, 7, nil},
		"no class said":          {here, Class{}, 7, 8, 8, []Field{FieldRegisterNo}},
		"another class":          {here, other, 7, 0, 0, []Field{FieldClass, FieldRegisterNo}},
		"another class, no. too": {here, other, 7, 3, 3, []Field{FieldClass, FieldRegisterNo}},
		"another class, same no": {here, other, 7, 7, 7, []Field{FieldClass}},
		"no class at all":        {Class{}, Class{}, 0, 7, 0, nil},
	} {
		before := Student{ID: 1, Last: "Łuczak", First: "Anna", Class: tt.before, RegisterNo: tt.no}
		row := RosterRow{Student: Student{Last: "Łuczak", First: "Anna", Class: tt.said, RegisterNo: tt.saidNo}}
		c := ChangeByRow(before, Card{}, false, row)
		if c.After.RegisterNo != tt.want || !slices.Equal(c.Fields, tt.fields) {
			t.Errorf("%s: %d, %v", name, c.After.RegisterNo, c.Fields)
		}
	}
}

// One student written twice, at an old and a new place, is no quarrel about a
// PESEL; a number in a class that can't be read is none.
func TestRowsThatDifferInTheNumber(t *testing.T) {
	j := NewRosterJudge([]Field{FieldPESEL, FieldClass, FieldRegisterNo}, rowsDay, 3)
	c := RosterCells{Last: "Łuczak", First: "Anna", PESEL: string(peselAnna), Class: "4a", RegisterNo: "7"}
	j.Row(2, &c)
	c.RegisterNo = "23"
	j.Row(3, &c)
	j.Row(4, &RosterCells{Last: "Szewczyk", First: "Iga", PESEL: string(peselIga), Class: "???", RegisterNo: "4"})
	roster, _, repeated := j.Finish()
	if len(roster.Refused) != 0 || repeated != 1 || len(roster.Rows) != 2 {
		t.Fatalf("%d rows, %d refused, %d repeated", len(roster.Rows), len(roster.Refused), repeated)
	}
	if roster.Rows[0].Student.RegisterNo != 7 || roster.Rows[1].Student.RegisterNo != 0 {
		t.Errorf("numbers %d and %d", roster.Rows[0].Student.RegisterNo, roster.Rows[1].Student.RegisterNo)
	}
}
