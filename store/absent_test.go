package store_test

import (
	"errors"
	"testing"

	"okienko/model"
	"okienko/store"
)

// TestAnAbsenceIsOnRecordOnce: two desks that mark the same student write one
// line, and no form about the student is overtaken.
func TestAnAbsenceIsOnRecordOnce(t *testing.T) {
	d := open(t)
	id := d.student("", model.Class{Grade: 4, Unit: "a"})
	before, err := d.Record(t.Context(), id)
	d.must(err)
	mark := func(absent bool) { d.must(d.MarkAbsent(t.Context(), deskA, id, absent)) }
	mark(false)
	mark(true)
	mark(true)
	mark(false)
	mark(true)
	var deeds []model.Deed
	for _, l := range d.lines(id) {
		if l == model.DeedAbsent || l == model.DeedAbsenceUndone {
			deeds = append(deeds, l)
		}
	}
	if len(deeds) != 3 || deeds[0] != model.DeedAbsent || deeds[1] != model.DeedAbsenceUndone || deeds[2] != model.DeedAbsent {
		t.Errorf("lines %v", deeds)
	}
	after, err := d.Record(t.Context(), id)
	d.must(err)
	if before.Version != after.Version {
		t.Error("the student counts as changed")
	}
	if err := d.MarkAbsent(t.Context(), deskA, 99, true); !errors.Is(err, store.ErrNoSuchStudent) {
		t.Errorf("nobody is absent: %v", err)
	}
	if err := d.MarkAbsent(t.Context(), model.Actor{Role: model.RoleReader}, id, true); !errors.Is(err, store.ErrRole) {
		t.Errorf("somebody who only looks marked: %v", err)
	}
}

// TestTheDaysLinesAreReadOnce: what was read is not read again.
func TestTheDaysLinesAreReadOnce(t *testing.T) {
	d := open(t)
	id := d.student("", model.Class{Grade: 4, Unit: "a"})
	day := model.DateOf(d.now.UTC())
	all, err := d.DayLines(t.Context(), day, 0)
	d.must(err)
	d.must(d.MarkAbsent(t.Context(), deskA, id, true))
	more, err := d.DayLines(t.Context(), day, all[len(all)-1].Seq)
	d.must(err)
	if len(more) != 1 || more[0].Deed != model.DeedAbsent || more[0].Student != id {
		t.Errorf("read %v", more)
	}
	if other, err := d.DayLines(t.Context(), day.AddDays(1), 0); err != nil || len(other) != 0 {
		t.Errorf("of tomorrow: %v, %v", other, err)
	}
}
