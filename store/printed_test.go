package store_test

import (
	"errors"
	"slices"
	"testing"

	"okienko/model"
)

// printing prints whatever it is given and notes it.
func printing(got *map[model.StudentID]model.Code) func(map[model.StudentID]model.Code) ([]model.StudentID, error) {
	return func(codes map[model.StudentID]model.Code) (printed []model.StudentID, err error) {
		*got = codes
		for id := range codes {
			printed = append(printed, id)
		}
		return printed, nil
	}
}

// TestAPrintedCodeIsPresentedAndNotKnownToBeCollected: it is on record, no
// desk shows it, not even the one that printed it, and it is not printed again
// until somebody says how it ended.
func TestAPrintedCodeIsPresentedAndNotKnownToBeCollected(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	d.take(model.Code{Student: id, Kind: model.CodeLegacy, Payload: "x", Second: "y"})
	var got map[model.StudentID]model.Code
	d.must(d.PrintCodes(t.Context(), deskA, []model.StudentID{id}, printing(&got)))
	if c := got[id]; c.Payload.Reveal() != "x" || c.Second != "" {
		t.Error("wrong secrets went to paper")
	}
	lines := d.lines(id)
	if lines[len(lines)-1] != model.DeedCodePrinted {
		t.Errorf("lines %v", lines)
	}
	d.refusedAs(deskA, id, model.BlockUnfinished)
	d.refusedAs(deskB, id, model.BlockUnfinished)
	d.must(d.PrintCodes(t.Context(), deskB, []model.StudentID{id}, printing(&got)))
	if len(got) != 0 {
		t.Error("printed twice")
	}
	r, err := d.Record(t.Context(), id)
	d.must(err)
	_, err = d.SettleHandover(t.Context(), deskB, r.Codes[0].Claim, model.Handover{Student: id, Code: r.Codes[0].ID, To: model.ToParent, ToName: "Jan Żółć"})
	d.must(err)
	if a := d.assess(id, deskA); a.Stage != model.StageHandedOver {
		t.Errorf("stage %s after it was collected", a.Stage)
	}
}

// TestNoCodeIsOnRecordThatIsNotOnPaper: what could not be printed stays as it
// was, and what was left out too.
func TestNoCodeIsOnRecordThatIsNotOnPaper(t *testing.T) {
	d := open(t)
	id, login := d.student("", class4a), d.student("05302205483", class4a)
	d.take(model.Code{Student: id, Kind: model.CodeLegacy, Payload: "x", Second: "y"},
		model.Code{Student: login, Kind: model.CodeCredentials, Login: "l", Second: "p"})
	before := d.lines(id)
	failed := errors.New("the printer is on fire")
	err := d.PrintCodes(t.Context(), deskA, []model.StudentID{id, login}, func(codes map[model.StudentID]model.Code) ([]model.StudentID, error) {
		if _, ok := codes[login]; ok || len(codes) != 1 {
			t.Errorf("%d codes, a password among them: %v", len(codes), ok)
		}
		return []model.StudentID{id}, failed
	})
	if !errors.Is(err, failed) || !slices.Equal(d.lines(id), before) {
		t.Errorf("%v; lines %v", err, d.lines(id))
	}
	d.must(d.PrintCodes(t.Context(), deskA, []model.StudentID{id}, func(map[model.StudentID]model.Code) ([]model.StudentID, error) { return nil, nil }))
	if a := d.assess(id, deskA); a.Stage != model.StageReady || !slices.Equal(d.lines(id), before) {
		t.Errorf("stage %s", a.Stage)
	}
}
