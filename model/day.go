package model

import (
	"maps"
	"slices"
	"time"
)

// Day is how a school stands at one moment, and what was handed over on that
// day: what the headteacher wants to know in the evening of an issuing day.
type Day struct {
	Date     Date
	Students int            // those who left included; the stages sum up to it
	Stages   map[Stage]int  // every stage has a number, 0 too
	Classes  []ClassCount   // in the order of classes; those who left are in none
	Blocked  []BlockedCount // most students first, then what is worth removing first
	// Worklists is how many students are in each; every one has a number, 0 too.
	Worklists map[WorklistID]int

	HandedOver int       // on the day
	Quarters   []Quarter // from the first one with a hand-over to the last, none left out
	// Timed is how many hand-overs are timed, from the code presented to the
	// hand-over confirmed; Average and Median are zero if there is none. Paused
	// is how many took longer than Pause and are not among them.
	Timed, Paused   int
	Average, Median time.Duration
}

// Here is how many students have not left.
func (d Day) Here() int { return d.Students - d.Stages[StageLeft] }

// Pause is how long a code may stand on the screen and its hand-over still be
// one that somebody worked at. A code that was left there over lunch says
// nothing of how long a student takes.
const Pause = 10 * time.Minute

// ClassCount is how far a class is.
type ClassCount struct {
	Class    Class // zero: those without one
	Students int
	Stages   map[Stage]int
}

// BlockedCount is how many students a blocker blocks. A student with two
// blockers counts for both; one who left waits for nothing and counts for none.
type BlockedCount struct {
	ID       BlockerID
	Students int
}

// Quarter is a quarter of an hour and the hand-overs in it.
type Quarter struct {
	From       time.Time
	HandedOver int
}

// DayCounter counts a day. Add what there is, in any order; lines in theirs.
type DayCounter struct {
	day      Day
	profile  Profile
	zone     *time.Location
	classes  map[Class]*ClassCount
	blocked  map[BlockerID]int
	quarters map[time.Time]int
	shown    map[StudentID]showing
	times    []time.Duration
}

// showing is a code before a student: a student stands at one desk.
type showing struct {
	desk  string
	since time.Time
}

// NewDayCounter begins to count the day that the moment falls on in the
// school's zone.
func NewDayCounter(p Profile, now time.Time) *DayCounter {
	c := &DayCounter{profile: p, zone: p.Zone(), classes: map[Class]*ClassCount{}, blocked: map[BlockerID]int{},
		quarters: map[time.Time]int{}, shown: map[StudentID]showing{}}
	c.day = Day{Date: DateOf(now.In(c.zone)), Stages: noStages(), Worklists: map[WorklistID]int{}}
	for _, id := range WorklistIDs {
		c.day.Worklists[id] = 0
	}
	return c
}

func noStages() map[Stage]int {
	none := make(map[Stage]int, len(Stages))
	for _, s := range Stages {
		none[s] = 0
	}
	return none
}

// Add counts a student with the verdict on them.
func (c *DayCounter) Add(r Record, a Assessment) {
	c.day.Students++
	c.day.Stages[a.Stage]++
	in := Worklists(&r, &a, &c.profile, c.day.Date)
	for i, id := range WorklistIDs {
		if in.At(i) {
			c.day.Worklists[id]++
		}
	}
	if a.Stage != StageLeft {
		for _, b := range a.Blockers {
			c.blocked[b.ID]++
		}
		of := c.classes[r.Class]
		if of == nil {
			of = &ClassCount{Class: r.Class, Stages: noStages()}
			c.classes[r.Class] = of
		}
		of.Students++
		of.Stages[a.Stage]++
	}
	for _, h := range EffectiveHandovers(r.Handovers) {
		if at := CollectedAt(h, r.Handovers); DateOf(at.In(c.zone)) == c.day.Date {
			c.day.HandedOver++
			c.quarters[quarterOf(at.In(c.zone))]++
		}
	}
}

// quarterOf cuts by the clock on the wall: some zones differ from UTC by less
// than a quarter.
func quarterOf(t time.Time) time.Time {
	return t.Add(-time.Duration(t.Minute()%15)*time.Minute - time.Duration(t.Second())*time.Second - time.Duration(t.Nanosecond()))
}

// Line takes a line of the register; lines of other days and other deeds say
// nothing. A code that was put away and shown again is timed from its last
// showing, since nobody stood at the desk in between.
func (c *DayCounter) Line(l RegisterLine) {
	if DateOf(l.At.In(c.zone)) != c.day.Date {
		return
	}
	before, on := c.shown[l.Student]
	on = on && before.desk == l.Actor.Desk
	switch l.Deed {
	case DeedCodePresented:
		if !on {
			c.shown[l.Student] = showing{l.Actor.Desk, l.At}
		}
	case DeedHandedOver:
		if took := l.At.Sub(before.since); on && took > Pause {
			c.day.Paused++
		} else if on && took >= 0 {
			c.times = append(c.times, took)
		}
		delete(c.shown, l.Student)
	case DeedCodeNotCollected, DeedHandoverBrokenOff, DeedHandoverSettled:
		delete(c.shown, l.Student)
	}
}

// Day is what was counted.
func (c *DayCounter) Day() Day {
	d := c.day
	d.Stages = maps.Clone(d.Stages)
	for _, k := range slices.SortedFunc(maps.Keys(c.classes), Class.Compare) {
		d.Classes = append(d.Classes, *c.classes[k])
	}
	for _, id := range BlockerIDs {
		if n := c.blocked[id]; n > 0 {
			d.Blocked = append(d.Blocked, BlockedCount{id, n})
		}
	}
	slices.SortStableFunc(d.Blocked, func(a, b BlockedCount) int { return b.Students - a.Students })
	d.Quarters = c.allQuarters()
	d.Timed = len(c.times)
	if d.Timed > 0 {
		times := slices.Sorted(slices.Values(c.times))
		var sum time.Duration
		for _, t := range times {
			sum += t
		}
		d.Average = sum / time.Duration(d.Timed)
		d.Median = (times[(d.Timed-1)/2] + times[d.Timed/2]) / 2
	}
	return d
}

const quarter = 15 * time.Minute

func (c *DayCounter) allQuarters() (all []Quarter) {
	if len(c.quarters) == 0 {
		return nil
	}
	with := slices.SortedFunc(maps.Keys(c.quarters), time.Time.Compare)
	for at := with[0]; !at.After(with[len(with)-1]); at = at.Add(quarter) {
		all = append(all, Quarter{at, c.quarters[at]})
	}
	return all
}
