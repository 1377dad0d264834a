package model

import (
	"cmp"
	"slices"
	"time"
)

// Invalidated is what an invalidation is about.
type Invalidated string

// What may be invalidated. The physical card takes the mobile one along, never
// the other way round (pomoc.sio.gov.pl p=13113: „unieważnienie legitymacji
// powoduje automatyczne unieważnienie mLegitymacji”).
const (
	PhysicalCard Invalidated = "card"
	MobileCard   Invalidated = "mobile" // the mobile one alone
)

// InvalidationReason is why a card was invalidated.
type InvalidationReason string

// The reasons: those of SIO's own list for the physical card, and those that
// schools' instructions name for the mobile one (DOMAIN §6).
const (
	ReasonPhoneLost    InvalidationReason = "phone_lost"     // the phone was lost or stolen
	ReasonNewPhone     InvalidationReason = "new_phone"      // another phone, the old one was neither lost nor broken
	ReasonDamaged      InvalidationReason = "device_damaged" // the device is damaged
	ReasonBroken       InvalidationReason = "app_broken"     // the app does not work
	ReasonCardLost     InvalidationReason = "card_lost"      // SIO: zgubienie
	ReasonExpired      InvalidationReason = "card_expired"   // SIO: utrata ważności
	ReasonLeft         InvalidationReason = "left"           // SIO: odejście ucznia ze szkoły
	ReasonNameChanged  InvalidationReason = "name_changed"   // SIO: zmiana danych ucznia zweryfikowanego w PESEL
	ReasonVerified     InvalidationReason = "pesel_verified" // SIO: późniejsza weryfikacja w PESEL
	ReasonPESELGiven   InvalidationReason = "pesel_given"    // SIO: nadanie PESEL bezpeselowcowi
	ReasonResigned     InvalidationReason = "resigned"       // the family wants no mobile card any more
	ReasonObjection    InvalidationReason = "late_objection" // an objection came after the card was issued
	ReasonForDuplicate InvalidationReason = "duplicate"      // SIO: z powodu konieczności wydania duplikatu

	// ReasonExtended is nobody's to choose: the mobile card shows the last day
	// that the physical one had before it was extended, where the profile says
	// that a new code is needed then. In SIO nothing is to be invalidated.
	ReasonExtended InvalidationReason = "card_extended"
)

// InvalidationReasons in the order in which a desk offers them.
var InvalidationReasons = []InvalidationReason{ReasonPhoneLost, ReasonNewPhone, ReasonDamaged, ReasonBroken, ReasonCardLost, ReasonExpired,
	ReasonLeft, ReasonNameChanged, ReasonVerified, ReasonPESELGiven, ReasonResigned, ReasonObjection, ReasonForDuplicate}

// Of is what a reason invalidates: a phone says nothing against the card in
// the pocket, while the mobile card of a card that is gone mirrors nothing.
func (r InvalidationReason) Of() Invalidated {
	switch r {
	case ReasonPhoneLost, ReasonNewPhone, ReasonDamaged, ReasonBroken, ReasonResigned, ReasonObjection, ReasonExtended:
		return MobileCard
	}
	return PhysicalCard
}

// Urgent reports whether somebody else may be using the card: „w momencie
// zgubienia lub kradzieży telefonu należy natychmiastowo poinformować”.
func (r InvalidationReason) Urgent() bool { return r == ReasonPhoneLost || r == ReasonCardLost }

// Ends reports whether the family wants no mobile card any more, so that no
// new one is waited for.
func (r InvalidationReason) Ends() bool { return r == ReasonResigned || r == ReasonObjection }

// Reporter is who told the school.
type Reporter string

// Reporters: the family reports a loss, the school invalidates ex officio
// whoever left.
const (
	ReportedByParent  Reporter = "parent"
	ReportedByStudent Reporter = "student"
	ReportedBySchool  Reporter = "school"
)

// Reporters in the order in which a desk offers them.
var Reporters = []Reporter{ReportedByParent, ReportedByStudent, ReportedBySchool}

// Invalidation (unieważnienie) is one card, or the mobile one alone, that does
// not count any more. It is never changed but for its tick: a mistake is
// undone, and stays in the history.
type Invalidation struct {
	ID           int64
	Student      StudentID
	Of           Invalidated
	Card         int64 // the physical card, also where only its mobile one went; 0: none on record
	Reason       InvalidationReason
	Reporter     Reporter
	ReporterName string
	Reported     Date // the day it was reported, and from which the card is invalid
	Note         string
	EnteredBy    string
	EnteredAt    time.Time
	Done         Date   // the day it was done in SIO; zero: not yet
	DoneBy       string // who ticked it
	Undone       bool   // entered by mistake and taken back

	// LastCode and LastSheet are the last numbers that codes and sheets had
	// when it was entered: what came later is about another mobile card. A
	// clock may be set back, numbers grow.
	LastCode, LastSheet int64
	Registered          Date // when the card that went had been registered in SIO
}

// Pending reports whether it still has to be done in SIO.
func (i Invalidation) Pending() bool {
	return !i.Undone && i.Done.IsZero() && i.Reason != ReasonExtended
}

// Age is for how many days a pending one has been open, from the day of the
// report.
func (i Invalidation) Age(today Date) int { return max(0, today.DaysSince(i.Reported)) }

// Overdue reports whether a pending one is open longer than the school allows
// itself. No rule says how long it may take, so the profile does.
func (i Invalidation) Overdue(p Profile, today Date) bool {
	return i.Pending() && p.Invalidation.OverdueDays > 0 && i.Age(today) >= p.Invalidation.OverdueDays
}

// CompareUrgency orders what is to be done in SIO: theft and loss first, then
// what has waited longest.
func (i Invalidation) CompareUrgency(o Invalidation) int {
	if i.Reason.Urgent() != o.Reason.Urgent() {
		if i.Reason.Urgent() {
			return -1
		}
		return 1
	}
	return cmp.Or(i.Reported.Compare(o.Reported), cmp.Compare(i.ID, o.ID))
}

// PendingInvalidations are those of a record that still have to be done in
// SIO, the most urgent first.
func (r Record) PendingInvalidations() []Invalidation {
	var all []Invalidation
	for _, i := range r.Invalidations {
		if i.Pending() {
			all = append(all, i)
		}
	}
	slices.SortFunc(all, Invalidation.CompareUrgency)
	return all
}

// LastInvalidation is the one entered last that stands; ok is false if there
// is none.
func (r Record) LastInvalidation() (last Invalidation, ok bool) {
	for _, i := range r.Invalidations {
		if !i.Undone && (!ok || i.ID > last.ID) {
			last, ok = i, true
		}
	}
	return last, ok
}

// MobileKnown reports whether there is a mobile card, or a code for one, as far
// as is on record: one in use before the school worked with this program may
// not be.
func (r Record) MobileKnown() bool {
	v := r.voided()
	if !r.Registered.IsZero() || r.inHand(v) {
		return true
	}
	for _, c := range r.Codes {
		if !r.void(c, v) {
			return true
		}
	}
	return false
}

// MobileCode reports whether there is a code, or a mobile card made with one,
// that an invalidation would make void.
func (r Record) MobileCode() bool {
	v := r.voided()
	return slices.ContainsFunc(r.Codes, func(c Code) bool { return c.Kind != CodeCredentials && !r.void(c, v) })
}

// Repeats reports whether a reason would only enter once more what still waits
// to be done in SIO: this card's mobile one, with no code since. A loss after a
// lesser reason and the family's wish to have none say something new.
func (r Record) Repeats(reason InvalidationReason) bool {
	last, ok := r.LastInvalidation()
	card, _ := CurrentCard(r.Cards)
	if !ok || reason.Of() != MobileCard || !last.Pending() || last.Card != card.ID || r.MobileCode() {
		return false
	}
	return (last.Reason.Ends() || !reason.Ends()) && (last.Reason.Urgent() || !reason.Urgent())
}

// Duplicated reports whether a physical card that was invalidated for a reason
// is replaced by a duplicate: where it was lost. Where the data changed or it
// expired, the student gets a new one (DOMAIN §6, §9).
func (r InvalidationReason) Duplicated() bool {
	return r == ReasonCardLost || r == ReasonForDuplicate
}

// Replacement is the card that was entered in place of the one that an
// invalidation took, the zero Card if there is none yet. ok is false where it
// can't be taken back any more: it is in SIO, has a code, or is not the last.
func (r Record) Replacement(i Invalidation) (after Card, ok bool) {
	for _, c := range r.Cards {
		if c.ID <= i.Card {
			continue
		}
		if after.ID != 0 || !r.Registered.IsZero() || c.State != CardValid {
			return after, false
		}
		after = c
	}
	if after.ID == 0 {
		return after, true
	}
	return after, !slices.ContainsFunc(r.Codes, func(c Code) bool { return c.ID > i.LastCode && c.Kind != CodeCredentials })
}

// OutdatedBy is the reason for which a change of the student's data takes their
// valid card along, since it states the former ones; "" if it does not: another
// name, or the first PESEL of somebody who is known to have had none
// (pomoc.sio.gov.pl p=13113). Another spelling of a name, or a second name that
// was not known, is the same name; a list often lacks PESELs that cards state.
func (r Record) OutdatedBy(after Student) InvalidationReason {
	card, ok := CurrentCard(r.Cards)
	switch {
	case !ok || card.State != CardValid:
		return ""
	case Fold(r.Last) != Fold(after.Last), Fold(r.First) != Fold(after.First),
		r.Second != "" && after.Second != "" && Fold(r.Second) != Fold(after.Second):
		return ReasonNameChanged
	case r.PESEL == "" && after.PESEL != "" && (r.Document != "" || !r.Registered.IsZero()):
		return ReasonPESELGiven
	}
	return ""
}

// CardEnded is the last day of a card: the one from which it is invalid, or
// that on which it expired. The zero Date for one that is good on the day.
// The duplicate's date may not lie before it (pomoc.sio.gov.pl p=13113).
func (r Record) CardEnded(c Card, today Date) Date {
	var end Date
	if !c.ValidUntil.IsZero() && c.ValidUntil.Before(today) {
		end = c.ValidUntil
	}
	if c.State != CardInvalidated {
		return end
	}
	for _, i := range r.Invalidations {
		if !i.Undone && i.Of == PhysicalCard && i.Card == c.ID && (end.IsZero() || i.Reported.Before(end)) {
			end = i.Reported
		}
	}
	return end
}

// voided is up to which number codes are void: those of a mobile card that
// was invalidated, and of them those whose physical card went as well.
type voided struct{ mobile, card int64 }

func (r Record) voided() (v voided) {
	for _, i := range r.Invalidations {
		if i.Undone {
			continue
		}
		v.mobile = max(v.mobile, i.LastCode)
		if i.Of == PhysicalCard {
			v.card = max(v.card, i.LastCode)
		}
	}
	return v
}

// void reports whether a code is of a mobile card that was invalidated, or was
// set aside. A login opens the student's account, where they make the code of
// the next card themselves, so it outlives the card.
func (r Record) void(c Code, v voided) bool {
	return c.SetAside || c.Kind != CodeCredentials && c.ID <= v.mobile
}

// Void reports whether a code is of a mobile card that was invalidated, or was
// set aside, so that nobody gets it.
func (r Record) Void(c Code) bool { return r.void(c, r.voided()) }

// InHand reports whether a mobile card that counts was handed over.
func (r Record) InHand() bool { return r.inHand(r.voided()) }

// inHand are the hand-overs of the mobile card that counts now: of a code that
// was set aside afterwards it did not come into being. A login given before the
// physical card went counts again once the next card is in SIO.
func (r Record) inHand(v voided) bool {
	for _, h := range EffectiveHandovers(r.Handovers) {
		if slices.ContainsFunc(r.Codes, func(c Code) bool { return c.ID == h.Code && c.SetAside }) {
			continue
		}
		if h.Code > v.mobile || h.Kind == CodeCredentials && (h.Code > v.card || !r.Registered.IsZero()) {
			return true
		}
	}
	return false
}

// resigned reports whether the family gave the mobile card up and has signed
// nothing since that says otherwise.
func (r Record) resigned() bool {
	last, ok := r.LastInvalidation()
	if !ok || !last.Reason.Ends() {
		return false
	}
	for _, s := range r.Statements {
		if !s.Undone && s.ID > last.LastSheet && s.Kind != Objection && s.SignedByRightPerson(r.Student) {
			return false
		}
	}
	return true
}
