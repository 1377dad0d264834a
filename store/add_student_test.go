package store_test

import (
	"errors"
	"sync"
	"testing"

	"okienko/model"
	"okienko/store"
)

// Two desks that add the same new student without a PESEL at the same moment
// make one: the other is told of the first.
func TestAStudentWhoIsKnownIsNotAddedAgain(t *testing.T) {
	d := open(t)
	ewa := model.Student{Last: "Żak", First: "Ewa", Birth: model.MustDate(2016, 2, 1), Class: class4a}
	var wait sync.WaitGroup
	errs := make([]error, 8)
	for i := range errs {
		wait.Go(func() { _, errs[i] = d.AddStudent(t.Context(), deskB, ewa) })
	}
	wait.Wait()
	added, first := 0, model.StudentID(0)
	for _, err := range errs {
		var alike *store.LookAlikeError
		switch {
		case err == nil:
			added++
		case errors.As(err, &alike) && alike.Student.Last == ewa.Last:
			first = alike.Student.ID
		default:
			t.Error(err)
		}
	}
	if added != 1 || first == 0 {
		t.Fatalf("%d added", added)
	}
	second, err := d.AddStudent(t.Context(), deskA, ewa, first) // a person looked: somebody else
	d.must(err)
	var alike *store.LookAlikeError
	if _, err := d.AddStudent(t.Context(), deskA, ewa, first); !errors.As(err, &alike) || alike.Student.ID != second {
		t.Errorf("the second one went unnoticed: %v", err)
	}
}
