package model

import "time"

// Record is all that is known about one student. Version counts the deeds
// that touched it, so that two desks can tell whether they saw the same.
type Record struct {
	Student
	Version    int64
	Statements []Statement
	Cards      []Card
	Portrait   *Portrait
	// Photos are those that are still kept, without what they show: number,
	// day of arrival and state.
	Photos     []Photo
	Registered Date // the day the card was registered in SIO; zero: not yet
	Codes      []Code
	Handovers  []Handover
	// Invalidations are all of them, also those taken back.
	Invalidations []Invalidation
	// Waiting is since when the student waits for another code, because the one
	// they came for had expired or did not scan; zero: does not. It is their
	// place in the queue.
	Waiting time.Time
}

// CompareWaiting puts first those who stood at the desk and wait for another
// code, in the order in which they came.
func (r *Record) CompareWaiting(o *Record) int {
	if r.Waiting.IsZero() != o.Waiting.IsZero() {
		if o.Waiting.IsZero() {
			return -1
		}
		return 1
	}
	return r.Waiting.Compare(o.Waiting)
}
