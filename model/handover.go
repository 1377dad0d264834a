package model

import (
	"slices"
	"time"
)

// Recipient is who stood at the desk.
type Recipient string

// Recipients that the pick-up rules of schools tell apart.
const (
	ToStudent Recipient = "student"
	ToParent  Recipient = "parent"
)

// Handover (wydanie, odbiór) is one act: which code, to whom, by whom, when.
// It is never changed; a correction is a new one that names the old.
type Handover struct {
	ID        int64
	Student   StudentID
	Code      int64
	Kind      CodeKind
	To        Recipient
	ToName    string // the parent's name; "" for the student
	CardShown bool   // the physical card was shown at the desk
	At        time.Time
	Operator  string
	Desk      string
	Corrects  int64 // the hand-over that this one corrects; 0 if none
	Void      bool  // corrected to "was not handed over"
}

// EffectiveHandovers leaves out what was corrected and what was voided. Where
// nothing was, it is the same slice: thousands are judged between two frames.
func EffectiveHandovers(all []Handover) []Handover {
	if !slices.ContainsFunc(all, func(h Handover) bool { return h.Corrects != 0 || h.Void }) {
		return all
	}
	replaced := map[int64]bool{}
	for _, h := range all {
		replaced[h.Corrects] = true
	}
	var out []Handover
	for _, h := range all {
		if !replaced[h.ID] && !h.Void {
			out = append(out, h)
		}
	}
	return out
}

// CollectedAt is when the code was collected that a hand-over is about: the
// moment of the first entry, whenever it was corrected; zero for one that was
// corrected to "was not handed over".
func CollectedAt(h Handover, all []Handover) time.Time {
	if h.Void {
		return time.Time{}
	}
	for range all { // no chain is longer than all of them
		for _, o := range all {
			if o.ID == h.Corrects {
				h = o
				break
			}
		}
	}
	return h.At
}

// Pickup says who may collect.
type Pickup struct {
	Student bool
	Parent  bool
	Why     PickupReason
}

// PickupReason is the rule behind a Pickup.
type PickupReason string

// The rules.
const (
	PickupAnyone     PickupReason = "anyone"
	PickupParentOnly PickupReason = "parent_only" // profile: parent_only_up_to_grade
	PickupAdult      PickupReason = "adult"       // an adult student collects alone
)

// WhoMayCollect applies the profile's pick-up rule on a day. An adult student
// collects alone whatever the class.
func WhoMayCollect(s Student, p Profile, day Date) Pickup {
	switch {
	case s.IsAdult(day):
		return Pickup{Student: true, Why: PickupAdult}
	case p.ParentOnlyUpToGrade > 0 && !s.Class.IsZero() &&
		s.Class.Grade <= p.ParentOnlyUpToGrade && !s.Class.secondary():
		return Pickup{Parent: true, Why: PickupParentOnly}
	}
	return Pickup{Student: true, Parent: true, Why: PickupAnyone}
}

// Allows reports whether the recipient is one who may collect.
func (p Pickup) Allows(to Recipient) bool {
	return to == ToStudent && p.Student || to == ToParent && p.Parent
}
