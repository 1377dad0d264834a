package model

import (
	"slices"
	"testing"
)

func born(last, first string, birth Date, class Class, pesel PESEL) Student {
	return Student{Last: last, First: first, Birth: birth, Class: class, PESEL: pesel}
}

// TestADoubtIsAskedNeverGuessed: rows that a hasty reader would take for sure.
func TestADoubtIsAskedNeverGuessed(t *testing.T) {
	class := Class{Grade: 4, Unit: "a"}
	spring, autumn := MustDate(2014, 3, 1), MustDate(2014, 9, 1)
	known := []Student{born("Kot", "Jan", Date{}, class, "14230199992"), born("Lis", "Ewa", Date{}, class, "14290199997"),
		born("Świątek", "Wiktor", spring, class, "")}
	for i := range known {
		known[i].ID = StudentID(i + 1)
	}
	row := func(s Student) RosterRow { return RosterRow{Student: s} }
	t.Run("PESELs slipped into the neighbour's row", func(t *testing.T) {
		plan := PlanRoster(known, nil, Roster{Rows: []RosterRow{row(born("Kot", "Jan", Date{}, class, "14290199997")),
			row(born("Lis", "Ewa", Date{}, class, "14230199992")), row(known[2])}})
		if len(plan.Doubts) != 2 || len(plan.Change) != 0 {
			t.Errorf("%d doubts, %d changes", len(plan.Doubts), len(plan.Change))
		}
	})
	t.Run("a married name is no doubt", func(t *testing.T) {
		plan := PlanRoster(known, nil, Roster{Rows: []RosterRow{row(known[0]), row(born("Lis-Nowak", "Ewa", Date{}, class, "14290199997")), row(known[2])}})
		if len(plan.Doubts) != 0 || len(plan.Change) != 1 {
			t.Errorf("%d doubts, %d changes", len(plan.Doubts), len(plan.Change))
		}
	})
	t.Run("same name and class, another birth date", func(t *testing.T) {
		plan := PlanRoster(known, nil, Roster{Rows: []RosterRow{row(known[0]), row(known[1]), row(born("Świątek", "Wiktor", autumn, class, ""))}})
		if len(plan.Doubts) != 1 || !slices.Equal(plan.Doubts[0].Candidates, []StudentID{3}) || len(plan.Add)+len(plan.Missing) != 0 {
			t.Errorf("doubts %v, %d added, missing %v", plan.Doubts, len(plan.Add), plan.Missing)
		}
	})
	t.Run("a namesake beside the known one is new", func(t *testing.T) {
		plan := PlanRoster(known, nil, Roster{Rows: []RosterRow{row(known[0]), row(known[1]), row(known[2]), row(born("Świątek", "Wiktor", autumn, class, ""))}})
		if len(plan.Doubts) != 0 || len(plan.Add) != 1 {
			t.Errorf("%d doubts, %d added", len(plan.Doubts), len(plan.Add))
		}
	})
	t.Run("refused by name, but the PESEL is read", func(t *testing.T) {
		plan := PlanRoster(known, nil, Roster{Rows: []RosterRow{row(known[1]), row(known[2])}, Refused: []RefusedRow{{Line: 4, PESEL: "14230199992"}}})
		if len(plan.Missing) != 0 {
			t.Errorf("missing %v", plan.Missing)
		}
	})
}

func TestPrimaryClassesComeFirst(t *testing.T) {
	var classes []Class
	for _, s := range []string{"1LO", "2a", "1T", "8c", "2LOd", "1a", "0b"} {
		c, err := ParseClass(s)
		if err != nil {
			t.Fatal(err)
		}
		classes = append(classes, c)
	}
	slices.SortFunc(classes, Class.Compare)
	var got string
	for _, c := range classes {
		got += c.String() + " "
	}
	if want := "0b 1a 2a 8c 1LO 1T 2LOd "; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestANumberWithoutADayBecomesCurrent: many rosters carry only the number.
func TestANumberWithoutADayBecomesCurrent(t *testing.T) {
	cards := []Card{{ID: 1, Number: "1/2024", Issued: MustDate(2024, 9, 1), State: CardValid}, {ID: 2, Number: "77/2026", State: CardValid}}
	if got, _ := CurrentCard(cards); got.Number != "77/2026" {
		t.Errorf("current is %s", got.Number)
	}
}
