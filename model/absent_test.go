package model

import "testing"

// TestAbsent: part 5, E: "absent ones marked".
func TestAbsent(t *testing.T) {
	for _, c := range []struct {
		name  string
		deeds []Deed
		want  bool
	}{
		{"nothing", nil, false}, {"marked", []Deed{DeedAbsent}, true}, {"taken back", []Deed{DeedAbsent, DeedAbsenceUndone}, false},
		{"came after all", []Deed{DeedAbsent, DeedCodePresented, DeedCodeNotCollected}, false},
		{"went again", []Deed{DeedCodePresented, DeedCodeNotCollected, DeedAbsent}, true},
		{"other deeds say nothing", []Deed{DeedAbsent, DeedCodeTaken, DeedStatementEntered}, true},
	} {
		var lines []RegisterLine
		for _, d := range c.deeds {
			lines = append(lines, RegisterLine{Deed: d, Student: 7})
		}
		if got := Absent(lines); got[7] != c.want || got[8] {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
