package model

import (
	"cmp"
	"slices"
	"time"
)

// RetentionRules are how long personal data is kept. Neither the statute nor
// any school's instruction gives these times (DOMAIN §5), so a profile that
// says nothing keeps everything: zero means kept.
type RetentionRules struct {
	StatementMonths int // who signed a sheet and where it lies, after the student left
	StudentMonths   int // all of a student, after they left
	RegisterYears   int // what the register says of people, after it was written
	FilesDays       int // files that were put aside, and those written for people
	CopiesDays      int // the database as it was before a migration or a restore; 0: DefaultCopiesDays
}

// DefaultCopiesDays is how long copies of a former database are kept where a
// profile does not say: about as long as daily backups are, for they hold the
// same and are there for the same reason.
const DefaultCopiesDays = 14

// CopiesKept is for how many days copies of a former database are kept.
func (p Profile) CopiesKept() int { return cmp.Or(p.Retention.CopiesDays, DefaultCopiesDays) }

// ForgetKind is a kind of personal data that is forgotten when its day comes.
type ForgetKind string

// The kinds.
const (
	ForgetCode      ForgetKind = "codes"      // what a code that can't be used any more holds
	ForgetSheet     ForgetKind = "statements" // details of a sheet
	ForgetWhole     ForgetKind = "students"   // a student who left
	ForgetRegister  ForgetKind = "register"   // details of register lines and of who collected
	ForgetPortraits ForgetKind = "photos"
	ForgetAside     ForgetKind = "files"    // of the inbox, put aside
	ForgetOutgoing  ForgetKind = "outgoing" // files written for people: letters, lists, slips
	ForgetCopies    ForgetKind = "copies"   // of a former database
)

// ForgetKinds in the order in which they are told.
var ForgetKinds = []ForgetKind{ForgetCode, ForgetPortraits, ForgetOutgoing, ForgetAside, ForgetCopies, ForgetSheet, ForgetRegister, ForgetWhole}

// Forgotten reports whether nothing is left that says who the student was.
func (s Student) Forgotten() bool { return s.Last == "" && s.First == "" && s.PESEL == "" }

// CodeForgottenAt is when what a code holds (QR text, activation code, login,
// password) is forgotten; ok is false while there is no such moment. That is
// when its life ends, or the student left. A code handed over for the last time,
// or void since its card was invalidated, is kept to the end of that day: what
// was recorded by mistake can be taken back on the same day without asking SIO
// for another code. What is on
// a screen, or was when a desk broke off, stays until that is settled.
func CodeForgottenAt(c Code, r Record, p Profile, now time.Time) (at time.Time, ok bool) {
	if c.Forgotten || c.Claim.Desk != "" && (now.Before(c.Claim.Until) || !c.Expired(p, now)) {
		return time.Time{}, false
	}
	add := func(t time.Time) {
		if !ok || t.Before(at) {
			at, ok = t, true
		}
	}
	if end := c.Expires(p); !end.IsZero() {
		add(end)
	}
	if !r.Left.IsZero() {
		add(r.Left.EndIn(p.Zone()))
	}
	if r.Void(c) {
		last := c.Added
		for _, i := range r.Invalidations {
			if !i.Undone && c.ID <= i.LastCode && i.EnteredAt.After(last) {
				last = i.EnteredAt
			}
		}
		add(DateOf(last.In(p.Zone())).EndIn(p.Zone()))
	}
	if c.UsedUp(p) {
		last := c.Added
		for _, h := range EffectiveHandovers(r.Handovers) {
			if h.Code == c.ID && h.At.After(last) {
				last = h.At
			}
		}
		add(DateOf(last.In(p.Zone())).EndIn(p.Zone()))
	}
	return at, ok
}

// AddMonths moves by calendar months; a day that the month has not becomes its
// last.
func (d Date) AddMonths(n int) Date {
	first := time.Date(d.Year, d.Month+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return Date{first.Year(), first.Month(), min(d.Day, last)}
}

// NamedByLaw reports whether the register of cards handed over has to go on
// naming a student, and until which day (zero: no end is set). It does so for
// everybody who collected (rozporządzenie 2019 § 5 ust. 2: names, PESEL, number
// of the document, day of collection, signature), as long as the profile keeps
// the register; RODO art. 17 ust. 3 lit. b leaves such data out of erasure.
func NamedByLaw(r Record, p Profile, day Date) (until Date, named bool) {
	for _, h := range EffectiveHandovers(r.Handovers) {
		if p.Retention.RegisterYears == 0 {
			return Date{}, true
		}
		end := DateOf(h.At.In(p.Zone())).AddMonths(12 * p.Retention.RegisterYears)
		if end.After(day) {
			named = true
			if end.After(until) {
				until = end
			}
		}
	}
	return until, named
}

// Hold is what has to be done before a student may be forgotten.
type Hold string

// The holds.
const (
	NoHold         Hold = ""
	HoldUnfinished Hold = "unfinished"   // a code is on a screen, or nobody said whether it was scanned
	HoldInSIO      Hold = "invalidation" // to be done in SIO: without the name nobody could
)

// HeldFor says what stands in the way of forgetting a student by a day: a
// hand-over that may have taken place would not come on record, and what is
// still to be invalidated in SIO would stay valid there for good. Whom the
// register goes on naming can be found in SIO as well.
func (r Record) HeldFor(p Profile, day Date) Hold {
	for _, c := range r.Codes {
		if c.Claim.Desk != "" {
			return HoldUnfinished
		}
	}
	if _, named := NamedByLaw(r, p, day); !named && len(r.PendingInvalidations()) > 0 {
		return HoldInSIO
	}
	return NoHold
}

// Forgetting is something that is forgotten, and when.
type Forgetting struct {
	Kind ForgetKind
	ID   int64 // of the code or the sheet
	At   time.Time
}

// WhenForgotten lists what of a student is forgotten at some moment that is
// known now, also in the past if nobody did it yet. Photos and the register
// have clocks of their own.
func WhenForgotten(r Record, p Profile, now time.Time) (all []Forgetting) {
	if r.Forgotten() {
		return nil
	}
	for _, c := range r.Codes {
		if at, ok := CodeForgottenAt(c, r, p, now); ok {
			all = append(all, Forgetting{ForgetCode, c.ID, at})
		}
	}
	if day, ok := wholeForgottenOn(r, p); ok {
		all = append(all, Forgetting{ForgetWhole, 0, day.EndIn(p.Zone())})
	}
	if months := p.Retention.StatementMonths; months > 0 && !r.Left.IsZero() {
		at := r.Left.AddMonths(months).EndIn(p.Zone())
		for _, s := range r.Statements {
			if s.SignerName != "" || s.Place != "" {
				all = append(all, Forgetting{ForgetSheet, s.ID, at})
			}
		}
	}
	return all
}

// wholeForgottenOn is the last day of a student: some months after they left,
// where the profile says how many; of somebody erased the last day on which the
// register names them.
func wholeForgottenOn(r Record, p Profile) (day Date, ok bool) {
	if !r.Erased.IsZero() {
		until, named := NamedByLaw(r, p, r.Erased)
		if !named {
			return r.Erased, true
		}
		return until, !until.IsZero()
	}
	months := p.Retention.StudentMonths
	return r.Left.AddMonths(months), months > 0 && !r.Left.IsZero()
}

// Forthcoming is how much of a kind is forgotten on a day.
type Forthcoming struct {
	Kind  ForgetKind
	Day   Date // today for what is overdue
	Count int
}

// ForecastDays is how far ahead it is shown what will be forgotten.
const ForecastDays = 7

// Forecast sums up what will be forgotten within ForecastDays, day by day. Add
// what there is, in any order.
type Forecast struct {
	p     Profile
	now   time.Time
	count map[Forthcoming]int
	held  int
}

// NewForecast begins a forecast at a moment.
func NewForecast(p Profile, now time.Time) *Forecast {
	return &Forecast{p: p, now: now, count: map[Forthcoming]int{}}
}

// Add counts a student's data.
func (f *Forecast) Add(r Record) {
	hold := r.HeldFor(f.p, DateOf(f.now.In(f.p.Zone())))
	for _, w := range WhenForgotten(r, f.p, f.now) {
		if w.Kind == ForgetWhole && hold != NoHold && !w.At.After(f.now) {
			f.held++
			continue
		}
		// What is forgotten at midnight is forgotten on the day that begins.
		f.AddDay(w.Kind, DateOf(w.At.In(f.p.Zone())), 1)
	}
}

// AddDay counts things of another clock.
func (f *Forecast) AddDay(k ForgetKind, day Date, n int) {
	today := DateOf(f.now.In(f.p.Zone()))
	if day.Before(today) {
		day = today
	}
	if n > 0 && !day.After(today.AddDays(ForecastDays)) {
		f.count[Forthcoming{Kind: k, Day: day}] += n
	}
}

// Held is how many students would be forgotten by now, but something has to be
// done before, see Record.HeldFor.
func (f *Forecast) Held() int { return f.held }

// Days is what was counted, by day and kind.
func (f *Forecast) Days() (all []Forthcoming) {
	for of, n := range f.count {
		of.Count = n
		all = append(all, of)
	}
	slices.SortFunc(all, func(a, b Forthcoming) int {
		return cmp.Or(a.Day.Compare(b.Day), slices.Index(ForgetKinds, a.Kind)-slices.Index(ForgetKinds, b.Kind))
	})
	return all
}

// Usable reports whether somebody could still use what a code holds.
func (r Record) Usable(c Code, p Profile, now time.Time) bool {
	return !c.Forgotten && !c.Expired(p, now) && !c.UsedUp(p) && !r.Void(c)
}
