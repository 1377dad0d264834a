package model

import "time"

// StatementKind is what a signed sheet says.
type StatementKind string

// The kinds. Art. 11 ust. 1d of the act on the education system knows only
// the objection; the other two are what schools ask for on top of it.
const (
	NonObjection StatementKind = "non_objection" // oświadczenie o niewyrażeniu sprzeciwu
	Application  StatementKind = "application"   // wniosek o wydanie
	Objection    StatementKind = "objection"     // sprzeciw
	Withdrawal   StatementKind = "withdrawal"    // wycofanie wcześniejszego oświadczenia
)

// StatementKinds in the order in which a desk offers them.
var StatementKinds = []StatementKind{NonObjection, Application, Objection, Withdrawal}

// Signer is in what capacity somebody signed.
type Signer string

// Who may sign: a parent or guardian for a minor, an adult student alone.
const (
	SignedByParent   Signer = "parent"
	SignedByGuardian Signer = "guardian"
	SignedByStudent  Signer = "adult_student"
)

// Statement (oświadczenie, wniosek, sprzeciw) is one signed sheet. Statements
// are never changed: a mistake is undone, a change of mind is a new one.
type Statement struct {
	ID         int64
	Student    StudentID
	Kind       StatementKind
	SignerName string
	Signer     Signer
	Signed     Date   // the date on the sheet
	Place      string // where the paper lies
	EnteredBy  string
	EnteredAt  time.Time
	Undone     bool // entered by mistake and taken back

	Over int64 // the sheet that counted when this one was entered; OverAny: not asked; not stored
}

// OverAny enters a sheet whatever counted before it: a list kept elsewhere
// does not know what this program holds.
const OverAny = -1

// StatementPolicy (zasada) says which sheet a school waits for.
type StatementPolicy string

// The three practices; see DOMAIN, "Consent / objection".
const (
	PolicyObjection   StatementPolicy = "objection"   // issue unless objected (statute)
	PolicyStatement   StatementPolicy = "statement"   // needs a signed non-objection
	PolicyApplication StatementPolicy = "application" // needs an application
)

// Wanted returns the kind of sheet the policy waits for; "" if none.
func (p StatementPolicy) Wanted() StatementKind {
	switch p {
	case PolicyStatement:
		return NonObjection
	case PolicyApplication:
		return Application
	}
	return ""
}

// CurrentStatement returns the statement that counts: the latest by the date
// signed (a sheet without one counts as of the day it was entered), then by the
// order of entry, leaving out what was undone. ok is false if none counts, also
// when the latest is a withdrawal.
func CurrentStatement(all []Statement) (current Statement, ok bool) {
	for _, s := range all {
		if s.Undone {
			continue
		}
		day, than := s.day(), current.day()
		later := day.After(than) || day == than && s.ID >= current.ID
		if !ok || later {
			current, ok = s, true
		}
	}
	return current, ok && current.Kind != Withdrawal
}

// day is the one that a sheet counts from.
func (s Statement) day() Date {
	if s.Signed.IsZero() && !s.EnteredAt.IsZero() {
		return DateOf(s.EnteredAt)
	}
	return s.Signed
}

// Satisfies reports whether a statement is enough under the policy. An
// application implies that there is no objection, so it is enough wherever a
// non-objection is.
func (s Statement) Satisfies(p StatementPolicy) bool {
	switch s.Kind {
	case Application:
		return true
	case NonObjection:
		return p != PolicyApplication
	}
	return false
}

// SignedByRightPerson reports whether the signer could sign on the day of the
// sheet: an adult student for themself, a parent or guardian for a minor (art.
// 11 ust. 1d). A sheet without a date, or a student without a birth date,
// can't be judged and passes.
func (s Statement) SignedByRightPerson(of Student) bool {
	if s.Signed.IsZero() || of.BirthDate().IsZero() {
		return true
	}
	return (s.Signer == SignedByStudent) == of.IsAdult(s.Signed)
}
