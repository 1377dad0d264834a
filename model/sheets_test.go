package model

import (
	"testing"
	"time"
)

// TestWhatLiftsAnObjection: art. 11 ust. 1d gives the objection to the parents
// of a minor, so a sheet that a minor signed can't lift it; an objection stops
// whoever signed it and whether or not it bears a date.
func TestWhatLiftsAnObjection(t *testing.T) {
	minor := Student{Birth: MustDate(2013, 5, 1), Class: Class{Grade: 6, Unit: "a"}}
	on := func(k StatementKind, by Signer, day Date) Statement {
		return Statement{Kind: k, Signer: by, Signed: day}
	}
	spring, autumn := MustDate(2026, 4, 1), MustDate(2026, 9, 1)
	for _, test := range []struct {
		name   string
		sheets []Statement
		want   bool
	}{
		{"objection", []Statement{on(Objection, SignedByParent, spring)}, true},
		{"lifted by a parent", []Statement{on(Objection, SignedByParent, spring), on(NonObjection, SignedByParent, autumn)}, false},
		{"withdrawn by a parent", []Statement{on(Objection, SignedByParent, spring), on(Withdrawal, SignedByParent, autumn)}, false},
		{"not lifted by the minor", []Statement{on(Objection, SignedByParent, spring), on(NonObjection, SignedByStudent, autumn)}, true},
		{"not withdrawn by the minor", []Statement{on(Objection, SignedByParent, spring), on(Withdrawal, SignedByStudent, autumn)}, true},
		{"a minor's own stops, too", []Statement{on(NonObjection, SignedByParent, spring), on(Objection, SignedByStudent, autumn)}, true},
		{"undated counts from its entry", []Statement{on(NonObjection, SignedByParent, spring),
			{Kind: Objection, Signer: SignedByParent, EnteredAt: time.Date(2026, 9, 2, 8, 0, 0, 0, time.UTC)}}, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, policy := range []StatementPolicy{PolicyObjection, PolicyStatement, PolicyApplication} {
				a := Assess(Record{Student: minor, Statements: test.sheets}, Profile{Policy: policy}, Viewpoint{Now: time.Date(2026, 10, 1, 8, 0, 0, 0, time.UTC)})
				if got := a.Stage == StageStopped; got != test.want {
					t.Errorf("policy %s: stopped %v, want %v", policy, got, test.want)
				}
			}
		})
	}
}

// TestAFreshCodeAfterAHandoverIsHeldLikeAnyOther: the rules of sheet and card
// hold for the second phone as well.
func TestAFreshCodeAfterAHandoverIsHeldLikeAnyOther(t *testing.T) {
	now := time.Date(2026, 10, 1, 8, 0, 0, 0, time.UTC)
	r := Record{Codes: []Code{{ID: 1, Kind: CodeLegacy, Spent: 1, Added: now.Add(-48 * time.Hour)}, {ID: 2, Kind: CodeLegacy, Added: now.Add(-time.Hour)}},
		Handovers: []Handover{{ID: 1, Code: 1, At: now.Add(-24 * time.Hour)}}}
	p := Profile{Codes: map[CodeKind]CodeRule{CodeLegacy: {Uses: 1}}}
	a := Assess(r, p, Viewpoint{Now: now})
	if a.Stage != StageHeld || !a.Has(BlockNoCard) {
		t.Errorf("without a card: %s %v", a.Stage, a.Blockers)
	}
	r.Cards = []Card{{State: CardValid}}
	if a := Assess(r, p, Viewpoint{Now: now}); a.Stage != StageReady || a.Code.ID != 2 {
		t.Errorf("with a card: %s", a.Stage)
	}
}
