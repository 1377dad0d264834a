package store_test

import (
	"fmt"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"okienko/model"
	"okienko/store"
)

// bigSchool is a plan that adds n invented students with cards.
func bigSchool(n int) model.RosterPlan {
	plan := model.RosterPlan{Add: make([]model.RosterRow, n)}
	for i := range n {
		plan.Add[i] = model.RosterRow{
			Line: i + 2,
			Student: model.Student{Last: fmt.Sprintf("Ćwiąkalski%d", i%5000), First: "Bożena", PESEL: model.PESEL(fmt.Sprintf("%011d", i)),
				Birth: model.MustDate(2012, 1, 1+i%28), Sex: model.Female, Class: model.Class{Grade: 1 + i%8, Unit: "a"}, BookNo: fmt.Sprint(i)},
			Card: model.Card{Number: fmt.Sprintf("%d/2025", i%9999), Issued: model.MustDate(2025, 9, 1), ValidUntil: model.MustDate(2027, 9, 30)},
		}
	}
	return plan
}

const many = 100_000

func BenchmarkTakeRoster100000(b *testing.B) {
	plan := bigSchool(many)
	for b.Loop() {
		db, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "okienko.db"), store.Options{Profile: profile()})
		if err != nil {
			b.Fatal(err)
		}
		if err := db.TakeRoster(b.Context(), deskA, plan, 0); err != nil {
			b.Fatal(err)
		}
		if err := db.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkIdleLook is what a window asks twice a second while nothing happens.
func BenchmarkIdleLook(b *testing.B) {
	db, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "okienko.db"), store.Options{Profile: profile()})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if err := db.TakeRoster(b.Context(), deskA, bigSchool(many), 0); err != nil {
		b.Fatal(err)
	}
	mark, err := db.Mark(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, _, err := db.Changed(b.Context(), mark); err != nil {
			b.Fatal(err)
		}
		if _, err := db.Claims(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSchool100000(b *testing.B) {
	db, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "okienko.db"), store.Options{Profile: profile()})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if err := db.TakeRoster(b.Context(), deskA, bigSchool(many), 0); err != nil {
		b.Fatal(err)
	}
	before := processorTime(b)
	for b.Loop() {
		all, _, err := db.School(b.Context())
		if err != nil || len(all) != many {
			b.Fatal(len(all), err)
		}
	}
	b.ReportMetric(float64((processorTime(b)-before).Milliseconds())/float64(b.N), "cpu-ms/op")
}

// processorTime is what the process has used of all processors: on a machine
// that does other things too it tells more than the clock on the wall.
func processorTime(b *testing.B) time.Duration {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		b.Fatal(err)
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

// BenchmarkHandover is one whole hand-over: claimed, shown, confirmed and
// synced to disk.
func BenchmarkHandover(b *testing.B) {
	db, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "okienko.db"), store.Options{Profile: model.Profile{Location: time.UTC}})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	plan := bigSchool(1)
	if err := db.TakeRoster(b.Context(), deskA, plan, 0); err != nil {
		b.Fatal(err)
	}
	if _, err := db.TakeCodes(b.Context(), deskA, sio(1, "x")); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		c, err := db.PresentCode(b.Context(), deskA, 1)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := db.ConfirmHandover(b.Context(), deskA, model.Handover{Student: 1, Code: c.ID, To: model.ToStudent}); err != nil {
			b.Fatal(err)
		}
	}
}
