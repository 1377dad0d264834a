package model

import "time"

// Deed is a kind of line in the register: something that somebody did.
type Deed string

// The deeds.
const (
	DeedRosterTaken       Deed = "roster_taken"
	DeedStudentAdded      Deed = "student_added"
	DeedStudentChanged    Deed = "student_changed"
	DeedStudentLeft       Deed = "student_left"
	DeedStudentReturned   Deed = "student_returned"
	DeedStatementEntered  Deed = "statement_entered"
	DeedStatementUndone   Deed = "statement_undone"
	DeedCardEntered       Deed = "card_entered"
	DeedCardChanged       Deed = "card_changed"
	DeedCardExtended      Deed = "card_extended"
	DeedCardUndone        Deed = "card_undone" // entered by mistake, together with what it replaced
	DeedPortraitDecided   Deed = "portrait_decided"
	DeedPhotoTaken        Deed = "photo_taken"
	DeedPhotoSettled      Deed = "photo_settled" // somebody said whose it is
	DeedPhotoMended       Deed = "photo_mended"
	DeedParentTold        Deed = "parent_told"
	DeedPhotosPurged      Deed = "photos_purged"
	DeedPhotoDeleted      Deed = "photo_deleted" // one that lay elsewhere, by a person
	DeedRegisteredInSIO   Deed = "registered_in_sio"
	DeedUnregistered      Deed = "registration_undone"
	DeedCodeTaken         Deed = "code_taken"
	DeedCodePresented     Deed = "code_presented"
	DeedCodePrinted       Deed = "code_printed" // on a slip of paper
	DeedCodeNotCollected  Deed = "code_not_collected"
	DeedHandoverBrokenOff Deed = "handover_broken_off" // the window ended with the code on screen
	DeedHandoverSettled   Deed = "handover_settled"    // somebody said how it ended
	DeedHandedOver        Deed = "handed_over"
	DeedHandoverCorrected Deed = "handover_corrected"
	DeedAbsent            Deed = "absent"         // not there when the class was called
	DeedAbsenceUndone     Deed = "absence_undone" // there after all
	DeedCodesForgotten    Deed = "codes_forgotten"
	DeedSheetsForgotten   Deed = "statements_forgotten"
	DeedRegisterForgotten Deed = "register_forgotten"
	DeedStudentForgotten  Deed = "student_forgotten"
	DeedStudentGivenOut   Deed = "student_given_out" // all that is held on them, to whoever asked
	DeedFilesForgotten    Deed = "files_forgotten"
	DeedInvalidated       Deed = "invalidated"
	DeedInvalidationDone  Deed = "invalidation_done"   // ticked: done in SIO
	DeedInvalidationOpen  Deed = "invalidation_open"   // the tick was taken back
	DeedInvalidationUndo  Deed = "invalidation_undone" // entered by mistake
	DeedCodeAskedAnew     Deed = "code_asked_anew"     // the one there was is set aside
	DeedCodeTakenBack     Deed = "code_taken_back"     // it was set aside by mistake
	DeedPassphraseSet     Deed = "passphrase_set"
	DeedRecipientAdded    Deed = "recipient_added"
	DeedRecipientRemoved  Deed = "recipient_removed"
)

// Deeds are all kinds, for tables and tests.
var Deeds = []Deed{DeedRosterTaken, DeedStudentAdded, DeedStudentChanged, DeedStudentLeft, DeedStudentReturned,
	DeedStatementEntered, DeedStatementUndone, DeedCardEntered, DeedCardChanged, DeedCardExtended, DeedCardUndone,
	DeedPortraitDecided, DeedPhotoTaken, DeedPhotoSettled, DeedPhotoMended, DeedParentTold, DeedPhotosPurged, DeedPhotoDeleted,
	DeedRegisteredInSIO, DeedUnregistered, DeedCodeTaken, DeedCodePresented,
	DeedCodePrinted,
	DeedCodeNotCollected, DeedHandoverBrokenOff, DeedHandoverSettled, DeedHandedOver, DeedHandoverCorrected,
	DeedAbsent, DeedAbsenceUndone,
	DeedCodesForgotten, DeedSheetsForgotten, DeedRegisterForgotten, DeedStudentForgotten, DeedStudentGivenOut, DeedFilesForgotten,
	DeedInvalidated, DeedInvalidationDone, DeedInvalidationOpen, DeedInvalidationUndo, DeedCodeAskedAnew, DeedCodeTakenBack,
	DeedPassphraseSet, DeedRecipientAdded, DeedRecipientRemoved}

// Actor is who does a deed, and where.
type Actor struct {
	Operator string // the person's name or login
	Desk     string // the window it was done in
	// Window tells two windows of one desk apart, at once or one after a crash
	// of the other. It is not in the register.
	Window string
	Role   Role // what they may do; not in the register
}

// RegisterLine is one line of the register (ewidencja). Before and After are
// JSON objects of what changed; they never hold a code or a password.
type RegisterLine struct {
	Seq     int64
	At      time.Time
	Actor   Actor
	Deed    Deed
	Student StudentID // 0 for deeds that are about no single student
	Before  string
	After   string
	Hash    string // hex SHA-256 over the line and the hash of the one before
}
