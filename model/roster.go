package model

// Field is a column of a roster, a list of statements or a list of codes.
type Field string

// Fields of a roster.
const (
	FieldLast       Field = "last"
	FieldFirst      Field = "first"
	FieldSecond     Field = "second"
	FieldPESEL      Field = "pesel"
	FieldBirth      Field = "birth"
	FieldSex        Field = "sex"
	FieldClass      Field = "class"
	FieldRegisterNo Field = "register_no" // in the class register
	FieldBookNo     Field = "book_no"
	FieldDocument   Field = "document"
	FieldCardNumber Field = "card_number"
	FieldCardIssued Field = "card_issued"
	FieldCardUntil  Field = "card_valid_until"
	FieldLeft       Field = "left"   // never a column: somebody who had left is back
	FieldErased     Field = "erased" // never a column: somebody who was erased is back
)

// Fields of lists of statements and of codes, beside those that say who.
const (
	FieldFullName   Field = "full_name" // first name and surname in one cell, in any order
	FieldKind       Field = "kind"
	FieldSigned     Field = "signed"
	FieldSigner     Field = "signer"
	FieldCapacity   Field = "capacity"
	FieldPlace      Field = "place"
	FieldPayload    Field = "payload"
	FieldSecret     Field = "secret" // the second secret: activation code or password
	FieldLogin      Field = "login"
	FieldGenerated  Field = "generated"
	FieldUntil      Field = "until"
	FieldState      Field = "state"      // of a card in SIO
	FieldRegistered Field = "registered" // the day of registration in SIO
)

// AllFields in the order in which people expect them.
var AllFields = []Field{FieldLast, FieldFirst, FieldSecond, FieldFullName, FieldPESEL, FieldBirth, FieldSex, FieldClass,
	FieldRegisterNo, FieldBookNo, FieldDocument, FieldCardNumber, FieldCardIssued, FieldCardUntil, FieldLeft, FieldErased, FieldKind, FieldSigned,
	FieldSigner, FieldCapacity, FieldPlace, FieldPayload, FieldSecret, FieldLogin, FieldGenerated, FieldUntil,
	FieldState, FieldRegistered}

// ProblemID names what is wrong with a row or a file. The ids of rosters are
// those of the shared corpus of rosters.
type ProblemID string

// Problem is one thing found in a foreign file. Line is where the record
// starts, the header being line 1 (in workbooks the row); 0 is the file as a
// whole. Detail is what the sentence needs and may show to the person at the
// desk; it never goes to a log.
type Problem struct {
	Line   int
	ID     ProblemID
	Field  Field
	Detail string
}

// RosterRow is one student as a roster states it. Card has a number only if
// the roster gives one.
type RosterRow struct {
	Line    int
	Student Student
	Card    Card
}

// Roster is what a file says, before it is compared with what is known.
type Roster struct {
	Fields  []Field // the columns that the file has
	Rows    []RosterRow
	Refused []RefusedRow
}

// RefusedRow is a row that was not taken, as far as it could be read: so that
// nobody is taken for missing who is only written badly.
type RefusedRow struct {
	Line  int
	Last  string
	First string
	PESEL PESEL // where the row has a right one
}

// Change is a known student as the roster would have them.
type Change struct {
	Line   int
	Before Student
	After  Student
	Fields []Field // what differs
	Card   Card    // a card to enter or to correct; no number: none
}

// Doubt is a row that may be any of several known students, or a new one.
type Doubt struct {
	Row        RosterRow
	Candidates []StudentID
}

// RosterPlan is what taking in a roster would do. Nothing in it has been
// done.
type RosterPlan struct {
	Add       []RosterRow
	Change    []Change
	Unchanged int
	Doubts    []Doubt
	Missing   []StudentID // known, still here, and not in the roster
}
