package model

import "time"

// PhotoState is how far the desk is with a photo that a family sent.
type PhotoState string

// States of a photo.
const (
	PhotoToDo            PhotoState = "todo"
	PhotoAccepted        PhotoState = "accepted"
	PhotoAcceptedDespite PhotoState = "accepted_despite" // although something advised against it
	PhotoRefused         PhotoState = "refused"
	PhotoTold            PhotoState = "told"     // refused, and the family was told why
	PhotoReplaced        PhotoState = "replaced" // accepted once; another of the student was accepted later
)

// PhotoStates are all states, for tables and tests.
var PhotoStates = []PhotoState{PhotoToDo, PhotoAccepted, PhotoAcceptedDespite, PhotoRefused, PhotoTold, PhotoReplaced}

// Accepted reports whether the photo is the one for the card.
func (s PhotoState) Accepted() bool { return s == PhotoAccepted || s == PhotoAcceptedDespite }

// Refused reports whether the family has to send another one.
func (s PhotoState) Refused() bool { return s == PhotoRefused || s == PhotoTold }

// Photo is a file that a family sent, without what it shows.
type Photo struct {
	ID      int64
	Student StudentID // 0: nobody knows yet whose it is
	ByHand  bool      // a person said whose it is, not the file's name
	Name    string    // of the file, fit for a terminal
	Bytes   int64     // of the file as it came
	Arrived Date
	State   PhotoState
	// Who decided, where and when; zero while nobody did.
	DecidedBy   string
	DecidedDesk string
	DecidedAt   time.Time
	Mended      bool
	Deletion    Date  // the day on which it goes, see DeletionDay
	Version     int64 // changes with every deed that concerns it
}

// DefaultRetentionDays is how long photos are kept where a profile does not
// say: what the schools publish that say anything.
const DefaultRetentionDays = 30

// DeletionDay is the day on which a photo that arrived on a day is deleted:
// after the days that the profile says, or already on the day on which the
// mobile card was issued, where it says that. issued is zero while it was not;
// a card issued before the photo arrived was issued with another one.
func DeletionDay(arrived, issued Date, p Profile) Date {
	days := p.Photo.RetentionDays
	if days == 0 {
		days = DefaultRetentionDays
	}
	last := arrived.AddDays(days)
	if p.Photo.DeleteAfterIssue && !issued.IsZero() && !issued.Before(arrived) && issued.Before(last) {
		return issued
	}
	return last
}

// PortraitOf is what the photos of one student decide together: an accepted
// one counts, else a refused one of which the family was not told yet, else one
// of which it was; the zero value while none is decided.
func PortraitOf(photos []Photo, zone *time.Location) Portrait {
	var found Portrait
	var at time.Time
	weight := map[PortraitState]int{PortraitTold: 1, PortraitRefused: 2, PortraitAccepted: 3}
	for _, p := range photos {
		state := PortraitState("")
		switch {
		case p.State.Accepted():
			state = PortraitAccepted
		case p.State == PhotoRefused:
			state = PortraitRefused
		case p.State == PhotoTold:
			state = PortraitTold
		}
		newer := state == found.State && p.DecidedAt.After(at)
		if weight[state] > weight[found.State] || state != "" && newer {
			found, at = Portrait{State: state, Decided: DateOf(p.DecidedAt.In(zone))}, p.DecidedAt
		}
	}
	return found
}
