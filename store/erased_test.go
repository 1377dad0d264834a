package store_test

import (
	"errors"
	"testing"
	"time"

	"okienko/model"
	"okienko/store"
)

// pesels gives the students of a crowd a PESEL.
func (d desk) pesel(id model.StudentID, pesel model.PESEL) model.Student {
	d.t.Helper()
	s := d.record(id).Student
	s.PESEL = pesel
	d.must(d.ChangeStudent(d.t.Context(), deskA, 0, s))
	return s
}

// TestWhoWasErasedIsNowhere: the register of cards handed over names them (2019
// regulation § 5 ust. 2), and nothing else does; the name goes with its years.
func TestWhoWasErasedIsNowhere(t *testing.T) {
	d := forgetful(t, model.RetentionRules{RegisterYears: 5})
	id := d.crowd(4)[0]
	d.pesel(id, "13250199990")
	_, mark, err := d.School(t.Context())
	d.must(err)
	_, err = d.forget(admin, id)
	d.must(err)
	here, _, err := d.School(t.Context())
	d.must(err)
	named, _, err := d.Named(t.Context())
	d.must(err)
	if len(here) != 3 || len(named) != 4 || named[0].Erased != model.MustDate(2026, 11, 20) || !named[0].Class.IsZero() {
		t.Errorf("%d are here, %d named", len(here), len(named))
	}
	changed, _, err := d.Changed(t.Context(), mark)
	d.must(err)
	if len(changed) != 1 || !changed[0].Gone() {
		t.Errorf("lists in memory are told of %d", len(changed))
	}
	if err := d.MarkLeft(t.Context(), deskA, []model.StudentID{id}, model.MustDate(2026, 11, 20)); !errors.Is(err, store.ErrNoSuchStudent) {
		t.Errorf("written about: %v", err)
	}
	if _, err := d.forget(admin, id); !errors.Is(err, store.ErrErased) {
		t.Errorf("again: %v", err)
	}
	*d.now = time.Date(2031, 11, 20, 12, 0, 0, 0, time.UTC)
	if p := d.purge(); p.Students != 0 {
		t.Errorf("a day early: %+v", p)
	}
	name := d.blobs(id, "SELECT last, first, pesel, pesel_index FROM students WHERE id = ?", "SELECT number FROM cards WHERE student = ?")
	*d.now = d.now.AddDate(0, 0, 1)
	if p := d.purge(); p.Students != 1 {
		t.Errorf("when the register's years are over: %+v", p)
	}
	d.nowhere(name)
	d.sound()
}

// TestWhoWasErasedIsBackUnderTheirNumber, by a roster or by hand: two students
// can't have one PESEL.
func TestWhoWasErasedIsBackUnderTheirNumber(t *testing.T) {
	d := forgetful(t, model.RetentionRules{})
	id := d.crowd(4)[0]
	was := d.pesel(id, "13250199990")
	row := model.RosterRow{Student: model.Student{Last: was.Last, First: was.First, PESEL: was.PESEL, Class: class4a}}
	for name, back := range map[string]func() error{
		"by hand": func() error {
			got, err := d.AddStudent(t.Context(), deskA, row.Student)
			if got != id {
				t.Errorf("number %d", got)
			}
			return err
		},
		"by a roster": func() error {
			all, mark, err := d.Named(t.Context())
			d.must(err)
			students := make([]model.Student, len(all))
			for i, r := range all {
				students[i] = r.Student
			}
			plan := model.PlanRoster(students, nil, model.Roster{Rows: []model.RosterRow{row}})
			if len(plan.Change) != 1 || plan.Change[0].Fields[len(plan.Change[0].Fields)-1] != model.FieldErased {
				t.Fatalf("%s: %+v", "plan", plan)
			}
			return d.TakeRoster(t.Context(), deskA, plan, mark)
		},
	} {
		_, err := d.forget(admin, id)
		d.must(err)
		d.must(back())
		if r := d.record(id); r.Gone() || r.Class != class4a || r.PESEL != was.PESEL || len(r.Handovers) != 1 {
			t.Errorf("%s: %+v", name, r.Student)
		}
		if lines := d.lines(id); lines[len(lines)-1] != model.DeedStudentReturned {
			t.Errorf("%s: %v", name, lines)
		}
	}
	d.sound()
}

// TestARosterDoesNotUndoAnErasure that came while it was looked through.
func TestARosterDoesNotUndoAnErasure(t *testing.T) {
	d := forgetful(t, model.RetentionRules{})
	id := d.crowd(2)[1]
	all, mark, err := d.Named(t.Context())
	d.must(err)
	before := all[1].Student
	after := before
	after.BookNo = "9/z"
	_, err = d.forget(admin, id)
	d.must(err)
	plan := model.RosterPlan{Change: []model.Change{{Before: before, After: after, Fields: []model.Field{model.FieldBookNo}}}}
	if err := d.TakeRoster(t.Context(), deskA, plan, mark); !errors.Is(err, store.ErrMoved) {
		t.Errorf("taken: %v", err)
	}
	if n, err := d.ForgottenHere(t.Context()); err != nil || n != 1 {
		t.Errorf("%d were forgotten while here, %v", n, err)
	}
	if day, err := d.ForgottenOn(t.Context(), id); err != nil || day != model.MustDate(2026, 11, 20) {
		t.Errorf("forgotten on %v, %v", day, err)
	}
}

// TestWhatHoldsAnErasureBack: on request, and when the months are over.
func TestWhatHoldsAnErasureBack(t *testing.T) {
	d := forgetful(t, model.RetentionRules{StudentMonths: 1})
	ids := d.crowd(4)
	doubt, waits := ids[1], ids[3]
	c, err := d.PresentCode(t.Context(), deskA, doubt)
	d.must(err)
	d.must(d.BreakOff(t.Context(), deskA, doubt, c.ID))
	i := d.invalidate(model.Invalidation{Student: waits, Reason: model.ReasonPhoneLost, Reporter: model.ReportedByParent, Reported: model.MustDate(2026, 11, 20)})
	d.must(d.MarkLeft(t.Context(), deskA, []model.StudentID{doubt, waits}, model.MustDate(2026, 11, 20)))
	held := func(n int) {
		t.Helper()
		if o, err := d.folder().Forecast(t.Context(), d.DB); err != nil || o.Held != n {
			t.Errorf("%d are held back, want %d, %v", o.Held, n, err)
		}
	}
	list := d.out("lista.pdf")
	if _, err := d.forget(admin, doubt); !errors.Is(err, store.ErrUnsettled) {
		t.Errorf("a code of which nobody knows: %v", err)
	}
	if _, err := d.forget(admin, waits); !errors.Is(err, store.ErrOpenInSIO) {
		t.Errorf("to be done in SIO: %v", err)
	}
	if len(d.there(list)) != 1 {
		t.Error("files went although nobody was forgotten")
	}
	*d.now = time.Date(2026, 12, 22, 12, 0, 0, 0, time.UTC)
	if p := d.purge(); p.Students != 0 {
		t.Errorf("in its time: %+v", p)
	}
	held(2)
	d.must(d.TickInvalidation(t.Context(), deskA, waits, i.ID, model.MustDate(2026, 12, 22)))
	held(1)
	if p := d.purge(); p.Students != 1 {
		t.Errorf("when it was done in SIO: %+v", p)
	}
	claim := d.record(doubt).Codes[0].Claim
	_, err = d.SettleHandover(t.Context(), deskB, claim, model.Handover{Student: doubt, Code: c.ID, Void: true})
	d.must(err)
	held(0)
	if _, err := d.forget(admin, doubt); err != nil {
		t.Errorf("when it was settled: %v", err)
	}
	d.sound()
}
