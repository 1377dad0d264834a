package model

import (
	"sync"
	"time"
)

// WorklistID names a worklist: students for whom one and the same thing is to
// be done next. A student may be in several.
type WorklistID string

// The worklists.
const (
	ListNoStatement   WorklistID = "no_statement"
	ListObjections    WorklistID = "objections"
	ListNoPhoto       WorklistID = "no_photo"
	ListRefusedPhoto  WorklistID = "refused_photo" // and the parent was not told yet
	ListNotInSIO      WorklistID = "not_in_sio"    // complete
	ListNoCode        WorklistID = "no_code"       // in SIO
	ListCodeExpiring  WorklistID = "code_expiring" // within CodeWarnDays
	ListCodeExpired   WorklistID = "code_expired"  // and was not collected
	ListByParent      WorklistID = "by_parent"     // collected by a parent while the student must
	ListNoPESEL       WorklistID = "no_pesel"
	ListCardExpiring  WorklistID = "card_expiring" // or lacks this autumn's extension
	ListComingOfAge   WorklistID = "coming_of_age" // this month
	ListLeftWithCard  WorklistID = "left_with_card"
	ListInvalidation  WorklistID = "invalidation" // not yet done in SIO
	ListPhotoDeletion WorklistID = "photo_deletion"
)

// WorklistIDs are all worklists in the order in which a desk offers them: what
// can't wait first, then along the path of a card, then the calendar.
var WorklistIDs = []WorklistID{ListInvalidation, ListPhotoDeletion, ListCodeExpiring, ListCodeExpired,
	ListObjections, ListLeftWithCard, ListNoStatement, ListNoPhoto, ListRefusedPhoto, ListNoPESEL,
	ListNotInSIO, ListNoCode, ListByParent, ListCardExpiring, ListComingOfAge}

// CodeWarnDays is how soon a code must end to be in ListCodeExpiring, in days.
const CodeWarnDays = 7

// WorklistSet is the worklists that one student is in.
type WorklistSet uint32

// Worklists are those that a student is in on a day. a is the record's verdict
// on that day. Nothing is changed; values would be copied for every student of a
// school.
func Worklists(r *Record, a *Assessment, p *Profile, day Date) (in WorklistSet) {
	for i, rule := range worklistOrder() {
		if rule(r, a, p, day) {
			in |= 1 << i
		}
	}
	return in
}

// worklistOrder are the rules in the order of WorklistIDs: a school judges
// thousands of students at once, so they are looked up once.
var worklistOrder = sync.OnceValue(func() []worklistRule {
	rules := make([]worklistRule, len(WorklistIDs))
	for i, id := range WorklistIDs {
		rules[i] = worklists[id]
	}
	return rules
})

// worklistRule reports whether a student is in a worklist on a day.
type worklistRule func(*Record, *Assessment, *Profile, Date) bool

// Has reports whether a worklist is in the set.
func (s WorklistSet) Has(id WorklistID) bool {
	for i, known := range WorklistIDs {
		if known == id {
			return s.At(i)
		}
	}
	return false
}

// At is Has for the worklist at a place of WorklistIDs.
func (s WorklistSet) At(i int) bool { return s&(1<<i) != 0 }

// InWorklist reports whether a student is in a worklist on a day; false for
// one that is not known. a is the record's verdict on that day.
func InWorklist(id WorklistID, r Record, a Assessment, p Profile, day Date) bool {
	in, known := worklists[id]
	return known && in(&r, &a, &p, day)
}

// worklists are the rules. Each has its source in the table of its test.
//
//exhaustive:enforce
var worklists = map[WorklistID]worklistRule{
	ListNoStatement: func(r *Record, a *Assessment, p *Profile, day Date) bool {
		if p.Policy.Wanted() == "" || r.HasLeft(day) || a.Stage == StageStopped {
			return false
		}
		sheet := sheetBlocker(*r, *p)
		return sheet == BlockNoStatement || sheet == BlockSigner
	},
	ListObjections: func(r *Record, a *Assessment, _ *Profile, day Date) bool {
		return !r.HasLeft(day) && a.Stage == StageStopped
	},
	ListNoPhoto: func(_ *Record, a *Assessment, _ *Profile, _ Date) bool { return a.Has(BlockNoPortrait) },
	ListRefusedPhoto: func(r *Record, a *Assessment, _ *Profile, _ Date) bool {
		return a.Has(BlockPortrait) && r.Portrait.State == PortraitRefused && !r.told()
	},
	ListNotInSIO: func(_ *Record, a *Assessment, _ *Profile, _ Date) bool { return a.Stage == StageComplete },
	ListNoCode: func(_ *Record, a *Assessment, _ *Profile, _ Date) bool {
		return a.Stage == StageRegistered && !a.Has(BlockCodeExpired) || a.Stage == StageHandedOver && a.Next == StepTakeCode
	},
	ListCodeExpiring: codeExpiring,
	ListCodeExpired: func(_ *Record, a *Assessment, _ *Profile, _ Date) bool {
		return a.Stage == StageRegistered && a.Has(BlockCodeExpired)
	},
	ListByParent: func(r *Record, _ *Assessment, p *Profile, day Date) bool { return !r.HasLeft(day) && byParent(r, p) },
	ListNoPESEL:  func(r *Record, _ *Assessment, _ *Profile, day Date) bool { return !r.HasLeft(day) && r.PESEL == "" },
	ListCardExpiring: func(r *Record, _ *Assessment, p *Profile, day Date) bool {
		return !r.HasLeft(day) && cardExpiring(r, p, day)
	},
	ListComingOfAge: func(r *Record, _ *Assessment, _ *Profile, day Date) bool {
		of := r.ComesOfAge()
		return !r.HasLeft(day) && of.Year == day.Year && of.Month == day.Month
	},
	ListLeftWithCard: func(r *Record, _ *Assessment, _ *Profile, day Date) bool {
		card, ok := CurrentCard(r.Cards)
		return r.HasLeft(day) && ok && card.ValidOn(day)
	},
	ListInvalidation: func(r *Record, _ *Assessment, _ *Profile, _ Date) bool {
		for _, i := range r.Invalidations {
			if i.Pending() {
				return true
			}
		}
		return false
	},
	ListPhotoDeletion: photoDue,
}

// told reports whether the family knows why the photo was refused, as far as
// the photos that are still kept say.
func (r *Record) told() bool {
	told := false
	for _, p := range r.Photos {
		if p.State == PhotoRefused {
			return false
		}
		told = told || p.State == PhotoTold
	}
	return told
}

// photoDue is a photo whose last day is today, or was missed.
func photoDue(r *Record, _ *Assessment, p *Profile, day Date) bool {
	due := r.PhotoDue(*p)
	return !due.IsZero() && !due.After(day)
}

// PhotoDue is the day on which the student's photo is to be deleted, of several
// the first. Of one that was only judged here and lies elsewhere, in a mailbox
// say, the day of the judgement counts, if the profile gives it a time. The zero
// Date where nothing is to be deleted, or it is known to be gone.
func (r *Record) PhotoDue(p Profile) (due Date) {
	if len(r.Photos) == 0 && (r.Portrait == nil || r.Portrait.Decided.IsZero()) {
		return Date{}
	}
	var issued Date
	for _, h := range EffectiveHandovers(r.Handovers) {
		if on := DateOf(CollectedAt(h, r.Handovers).In(p.Zone())); on.After(issued) {
			issued = on
		}
	}
	for _, photo := range r.Photos {
		if on := DeletionDay(photo.Arrived, issued, p); due.IsZero() || on.Before(due) {
			due = on
		}
	}
	if len(r.Photos) == 0 && p.Photo.RetentionDays > 0 {
		due = DeletionDay(r.Portrait.Decided, issued, p)
	}
	return due
}

// codeExpiring is a code that nobody collected yet and that ends within
// CodeWarnDays.
func codeExpiring(_ *Record, a *Assessment, p *Profile, day Date) bool {
	if a.Code == nil || a.Stage != StageReady && a.Stage != StageHeld || a.Has(BlockUnfinished) {
		return false
	}
	end := a.Code.Expires(*p)
	return !end.IsZero() && !end.After(day.AddDays(CodeWarnDays).EndIn(p.Zone()))
}

// byParent is a hand-over to a parent of somebody who had to collect alone on
// that day, and who did not collect since. The desk refuses it, so it stands
// where a birth date or the profile was corrected since.
func byParent(r *Record, p *Profile) bool {
	void := r.voided()
	var wrong, own time.Time
	for _, h := range EffectiveHandovers(r.Handovers) {
		if h.Code <= void.mobile && h.Kind != CodeCredentials {
			continue
		}
		at := CollectedAt(h, r.Handovers)
		switch {
		case h.To == ToStudent:
			own = later(own, at)
		case h.To == ToParent && !WhoMayCollect(r.Student, *p, DateOf(at.In(p.Zone()))).Allows(ToParent):
			wrong = later(wrong, at)
		}
	}
	return wrong.After(own)
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// cardExpiring is a valid card that ends within the profile's days of warning,
// or was not extended for this school year. One without a known last day is
// taken as good.
func cardExpiring(r *Record, p *Profile, day Date) bool {
	card, ok := CurrentCard(r.Cards)
	if !ok || card.State != CardValid || card.ValidUntil.IsZero() {
		return false
	}
	stamp := p.NextExtension(day)
	return !card.ValidUntil.After(day.AddDays(p.Cards.WarnDays)) || !stamp.IsZero() && card.ValidUntil.Before(stamp)
}

// NextExtension is the last day that a card extended today gets: the one of
// the profile after the school year. From August on, when the new year's
// stamps are given, that is the one of the next calendar year. The zero Date
// where the school extends none.
func (p Profile) NextExtension(today Date) Date {
	if p.Cards.ExtendedTo.IsZero() {
		return Date{}
	}
	year := today.Year
	if today.Month >= time.August {
		year++
	}
	return p.Cards.ExtendedTo.In(year)
}
