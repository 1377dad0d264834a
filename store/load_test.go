package store

import (
	"path/filepath"
	"testing"

	"okienko/model"
)

// TestACrashOfAReaderIsTheCallers: who reads the school catches crashes; a
// goroutine of the store that crashed would take every window with it.
func TestACrashOfAReaderIsTheCallers(t *testing.T) {
	db, err := Open(t.Context(), filepath.Join(t.TempDir(), "okienko.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if _, err := db.AddStudent(t.Context(), model.Actor{Operator: "anna", Desk: "biuro"}, model.Student{Last: "Łoza", First: "Jan"}); err != nil {
		t.Fatal(err)
	}
	crash := caught(func() {
		err = packed(t.Context(), db.read, db.box.Load(), "students", studentColumns, "1 = 1",
			func(*cells) model.Record { panic("broken") }, func(model.Record) error { return nil })
	})
	if crash != "broken" {
		t.Errorf("caught %v, %v", crash, err)
	}
}
