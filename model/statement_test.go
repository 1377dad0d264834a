package model_test

import (
	"testing"

	"pgregory.net/rapid"

	"okienko/model"
)

func sheet(id int64, kind model.StatementKind, signed string) model.Statement {
	return model.Statement{ID: id, Kind: kind, Signer: model.SignedByParent, Signed: day(signed)}
}

// "full history, the latest valid one counts", and a mistake is undone.
func TestTheSheetThatCounts(t *testing.T) {
	undone := sheet(3, model.Objection, "2026-10-03")
	undone.Undone = true
	tests := []struct {
		name string
		all  []model.Statement
		want int64 // ID of the sheet that counts; 0: none
	}{
		{"nothing", nil, 0},
		{"one", []model.Statement{sheet(1, model.NonObjection, "2026-10-01")}, 1},
		{"the later date, entered first", []model.Statement{
			sheet(1, model.Objection, "2026-10-02"), sheet(2, model.NonObjection, "2026-10-01")}, 1},
		{"one date: the one entered last", []model.Statement{
			sheet(1, model.NonObjection, "2026-10-01"), sheet(2, model.Objection, "2026-10-01")}, 2},
		{"one date, in whatever order they come", []model.Statement{
			sheet(2, model.Objection, "2026-10-01"), sheet(1, model.NonObjection, "2026-10-01")}, 2},
		{"an objection taken back", []model.Statement{
			sheet(1, model.Objection, "2026-10-01"), sheet(2, model.Withdrawal, "2026-10-02")}, 0},
		{"a withdrawal, then a new sheet", []model.Statement{
			sheet(1, model.NonObjection, "2026-10-01"), sheet(2, model.Withdrawal, "2026-10-02"),
			sheet(4, model.Application, "2026-10-03")}, 4},
		{"an objection entered by mistake", []model.Statement{
			sheet(1, model.NonObjection, "2026-10-01"), undone}, 1},
		{"only a mistake", []model.Statement{undone}, 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, ok := model.CurrentStatement(test.all)
			if ok != (test.want != 0) || ok && got.ID != test.want {
				t.Errorf("sheet %d counts (%v), want %d", got.ID, ok, test.want)
			}
		})
	}
}

// DESIGN §1, StatementPolicy: what each of the three waits for.
func TestWhatAPolicyWaitsFor(t *testing.T) {
	for _, test := range []struct {
		policy model.StatementPolicy
		wanted model.StatementKind
		enough []model.StatementKind
	}{
		{model.PolicyObjection, "", []model.StatementKind{model.NonObjection, model.Application}},
		{model.PolicyStatement, model.NonObjection, []model.StatementKind{model.NonObjection, model.Application}},
		{model.PolicyApplication, model.Application, []model.StatementKind{model.Application}},
	} {
		if got := test.policy.Wanted(); got != test.wanted {
			t.Errorf("%s waits for %q, want %q", test.policy, got, test.wanted)
		}
		enough := map[model.StatementKind]bool{}
		for _, kind := range test.enough {
			enough[kind] = true
		}
		for _, kind := range model.StatementKinds {
			if got := (model.Statement{Kind: kind}).Satisfies(test.policy); got != enough[kind] {
				t.Errorf("%s under %s: enough %v", kind, test.policy, got)
			}
		}
	}
}

// DOMAIN §4: "parent/legal guardian for a minor, adult pupil alone"; the day
// of the sheet decides.
func TestWhoMaySign(t *testing.T) {
	student := model.Student{Birth: day("2008-10-15")} // 18 on 15 October 2026
	for _, test := range []struct {
		signer model.Signer
		signed string
		want   bool
	}{
		{model.SignedByParent, "2026-10-14", true},
		{model.SignedByGuardian, "2026-10-14", true},
		{model.SignedByStudent, "2026-10-14", false},
		{model.SignedByParent, "2026-10-15", false},
		{model.SignedByGuardian, "2026-10-15", false},
		{model.SignedByStudent, "2026-10-15", true},
		{model.SignedByStudent, "", true}, // a sheet without a date can't be judged
	} {
		s := model.Statement{Signer: test.signer, Signed: day(test.signed)}
		if got := s.SignedByRightPerson(student); got != test.want {
			t.Errorf("%s on %q: %v", test.signer, test.signed, got)
		}
	}
	unknown := model.Statement{Signer: model.SignedByStudent, Signed: day("2026-10-14")}
	if !unknown.SignedByRightPerson(model.Student{}) {
		t.Error("a birth date that is not known is held against the sheet")
	}
}

func TestTheOrderOfReadingDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := rapid.SliceOfN(anyStatement(), 1, 6).Draw(t, "sheets")
		for i := range all {
			all[i].ID = int64(i + 1)
		}
		shuffled := rapid.Permutation(all).Draw(t, "shuffled")
		a, okA := model.CurrentStatement(all)
		b, okB := model.CurrentStatement(shuffled)
		if okA != okB || okA && a.ID != b.ID {
			t.Fatalf("sheet %d or %d", a.ID, b.ID)
		}
	})
}
