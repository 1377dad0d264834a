package model

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

// issuing is the morning of an issuing day.
var issuing = time.Date(2026, 9, 14, 8, 0, 0, 0, time.UTC)

func dayOf(records []Record, lines []RegisterLine, p Profile, now time.Time) Day {
	c := NewDayCounter(p, now)
	for _, r := range records {
		c.Add(r, Assess(r, p, Viewpoint{Now: now}))
	}
	for _, l := range lines {
		c.Line(l)
	}
	return c.Day()
}

func lineOfDay(after time.Duration, deed Deed, student StudentID, desk string) RegisterLine {
	return RegisterLine{At: issuing.Add(after), Deed: deed, Student: student, Actor: Actor{Desk: desk}}
}

// TestTimeOfAHandOver: part 5, E: "average seconds per student", from the code
// presented to the hand-over confirmed.
func TestTimeOfAHandOver(t *testing.T) {
	s := time.Second
	for _, c := range []struct {
		name            string
		lines           []RegisterLine
		timed           int
		average, median time.Duration
	}{
		{"nothing", nil, 0, 0, 0},
		{"one", []RegisterLine{lineOfDay(0, DeedCodePresented, 1, "a"), lineOfDay(40*s, DeedHandedOver, 1, "a")}, 1, 40 * s, 40 * s},
		{"two desks at once", []RegisterLine{lineOfDay(0, DeedCodePresented, 1, "a"), lineOfDay(5*s, DeedCodePresented, 2, "b"),
			lineOfDay(25*s, DeedHandedOver, 2, "b"), lineOfDay(40*s, DeedHandedOver, 1, "a")}, 2, 30 * s, 30 * s},
		{"shown again without putting away", []RegisterLine{lineOfDay(0, DeedCodePresented, 1, "a"), lineOfDay(20*s, DeedCodePresented, 1, "a"),
			lineOfDay(60*s, DeedHandedOver, 1, "a")}, 1, 60 * s, 60 * s},
		{"put away and shown again", []RegisterLine{lineOfDay(0, DeedCodePresented, 1, "a"), lineOfDay(20*s, DeedCodeNotCollected, 1, "a"),
			lineOfDay(3000*s, DeedCodePresented, 1, "a"), lineOfDay(3010*s, DeedHandedOver, 1, "a")}, 1, 10 * s, 10 * s},
		{"not collected", []RegisterLine{lineOfDay(0, DeedCodePresented, 1, "a"), lineOfDay(20*s, DeedCodeNotCollected, 1, "a")}, 0, 0, 0},
		{"settled later is not timed", []RegisterLine{lineOfDay(0, DeedCodePresented, 1, "a"), lineOfDay(9*s, DeedHandoverBrokenOff, 1, "a"),
			lineOfDay(900*s, DeedHandoverSettled, 1, "a")}, 0, 0, 0},
		{"one that took long does not move the median", []RegisterLine{
			lineOfDay(0, DeedCodePresented, 1, "a"), lineOfDay(10*s, DeedHandedOver, 1, "a"),
			lineOfDay(20*s, DeedCodePresented, 2, "a"), lineOfDay(40*s, DeedHandedOver, 2, "a"),
			lineOfDay(50*s, DeedCodePresented, 3, "a"), lineOfDay(650*s, DeedHandedOver, 3, "a")}, 3, 210 * s, 20 * s},
		{"a code left on the screen over lunch", []RegisterLine{
			lineOfDay(0, DeedCodePresented, 1, "a"), lineOfDay(30*s, DeedHandedOver, 1, "a"),
			lineOfDay(50*s, DeedCodePresented, 3, "a"), lineOfDay(651*s, DeedHandedOver, 3, "a")}, 1, 30 * s, 30 * s},
		{"a break between two students", []RegisterLine{
			lineOfDay(0, DeedCodePresented, 1, "a"), lineOfDay(30*s, DeedHandedOver, 1, "a"),
			lineOfDay(5000*s, DeedCodePresented, 2, "a"), lineOfDay(5010*s, DeedHandedOver, 2, "a")}, 2, 20 * s, 20 * s},
		{"broken off, settled at another desk, and shown again", []RegisterLine{
			lineOfDay(0, DeedCodePresented, 1, "a"), lineOfDay(100*s, DeedHandoverSettled, 1, "b"),
			lineOfDay(300*s, DeedCodePresented, 1, "a"), lineOfDay(320*s, DeedHandedOver, 1, "a")}, 1, 20 * s, 20 * s},
		{"yesterday's", []RegisterLine{lineOfDay(-24*time.Hour, DeedCodePresented, 1, "a"), lineOfDay(-24*time.Hour+s, DeedHandedOver, 1, "a")}, 0, 0, 0},
		{"a clock set back", []RegisterLine{lineOfDay(50*s, DeedCodePresented, 1, "a"), lineOfDay(10*s, DeedHandedOver, 1, "a")}, 0, 0, 0},
	} {
		d := dayOf(nil, c.lines, DefaultProfile(), issuing)
		if d.Timed != c.timed || d.Average != c.average || d.Median != c.median {
			t.Errorf("%s: %d timed, average %s, median %s", c.name, d.Timed, d.Average, d.Median)
		}
	}
}

// TestQuartersOfTheDay: part 5, E: "today's hand-overs per quarter of an hour",
// by the clock on the school's wall.
func TestQuartersOfTheDay(t *testing.T) {
	p := DefaultProfile() // Warsaw, two hours ahead in September
	at := func(hour, minute int) time.Time { return time.Date(2026, 9, 14, hour-2, minute, 59, 0, time.UTC) }
	r := func(id StudentID, h ...Handover) Record { return Record{Student: Student{ID: id}, Handovers: h} }
	d := dayOf([]Record{
		r(1, Handover{ID: 1, At: at(8, 2)}), r(2, Handover{ID: 2, At: at(8, 14)}), r(3, Handover{ID: 3, At: at(8, 46)}),
		r(4, Handover{ID: 4, At: at(8, 31)}, Handover{ID: 5, Corrects: 4, Void: true, At: at(9, 0)}),
		r(5, Handover{ID: 6, At: at(8, 47)}, Handover{ID: 7, Corrects: 6, At: at(15, 0)}),
		r(6, Handover{ID: 8, At: at(8, 2).AddDate(0, 0, -1)}),
	}, nil, p, at(16, 0))
	if d.HandedOver != 4 || len(d.Quarters) != 4 {
		t.Fatalf("%d handed over, quarters %+v", d.HandedOver, d.Quarters)
	}
	for i, want := range []struct {
		from string
		n    int
	}{{"08:00", 2}, {"08:15", 0}, {"08:30", 0}, {"08:45", 2}} {
		if q := d.Quarters[i]; q.From.Format("15:04") != want.from || q.HandedOver != want.n {
			t.Errorf("quarter %d: %s %d, want %+v", i, q.From.Format("15:04"), q.HandedOver, want)
		}
	}
}

// TestPausesAreCounted: what is left out of the average is said.
func TestPausesAreCounted(t *testing.T) {
	d := dayOf(nil, []RegisterLine{lineOfDay(0, DeedCodePresented, 1, "a"), lineOfDay(Pause+time.Second, DeedHandedOver, 1, "a"),
		lineOfDay(0, DeedCodePresented, 2, "b"), lineOfDay(Pause, DeedHandedOver, 2, "b")}, DefaultProfile(), issuing)
	if d.Timed != 1 || d.Paused != 1 || d.Average != Pause {
		t.Errorf("%d timed, %d paused, average %s", d.Timed, d.Paused, d.Average)
	}
}

// TestDaysOfOtherLengths: a day ends at the school's midnight, and the quarters
// are those of the clock on its wall, on the days of 23 and of 25 hours too.
func TestDaysOfOtherLengths(t *testing.T) {
	p := DefaultProfile()
	for _, c := range []struct {
		day        Date
		hours      int
		from, last string
		rows       int // quarters from the first to the last
	}{
		{MustDate(2026, 3, 29), 23, "00:00", "23:45", 23 * 4},
		{MustDate(2026, 9, 14), 24, "00:00", "23:45", 24 * 4},
		{MustDate(2026, 10, 25), 25, "00:00", "23:45", 25 * 4},
	} {
		begin, end := c.day.AddDays(-1).EndIn(p.Zone()), c.day.EndIn(p.Zone())
		if end.Sub(begin) != time.Duration(c.hours)*time.Hour {
			t.Errorf("%s: %s", c.day, end.Sub(begin))
		}
		var records []Record
		for i, at := range []time.Time{begin.Add(-time.Millisecond), begin, begin.Add(150 * time.Minute), begin.Add(4 * time.Hour), end.Add(-time.Millisecond), end} {
			records = append(records, Record{Student: Student{ID: StudentID(i + 1)}, Handovers: []Handover{{ID: 1, At: at}}})
		}
		for _, now := range []time.Time{begin, end.Add(-time.Second)} {
			d := dayOf(records, nil, p, now)
			first, last := d.Quarters[0], d.Quarters[len(d.Quarters)-1]
			if d.Date != c.day || d.HandedOver != 4 || len(d.Quarters) != c.rows || first.From.Format("15:04") != c.from || last.From.Format("15:04") != c.last {
				t.Errorf("%s: counted %s, %d handed over, %d quarters from %s to %s", c.day, d.Date, d.HandedOver, len(d.Quarters), first.From, last.From)
			}
			n := 0
			for _, q := range d.Quarters {
				n += q.HandedOver
			}
			if n != 4 {
				t.Errorf("%s: %d in quarters", c.day, n)
			}
		}
	}
}

// TestWhoLeftStandsInNobodysWay.
func TestWhoLeftStandsInNobodysWay(t *testing.T) {
	gone := Record{Student: Student{ID: 1, Left: MustDate(2026, 9, 1)}}
	if d := dayOf([]Record{gone}, nil, DefaultProfile(), issuing); len(d.Blocked) != 0 || d.Here() != 0 {
		t.Errorf("%v, %d here", d.Blocked, d.Here())
	}
}

// TestBlockersHaveAnOrder, all of them.
func TestBlockersHaveAnOrder(t *testing.T) {
	if len(BlockerIDs) != len(stepFor) {
		t.Errorf("%d of %d", len(BlockerIDs), len(stepFor))
	}
	for _, id := range BlockerIDs {
		if _, known := stepFor[id]; !known {
			t.Error(id)
		}
	}
}

// TestADayAddsUp: whatever there is, every student is at one stage and, unless
// they left, in one class; no blocker blocks more than there are.
func TestADayAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var records []Record
		for i := range rapid.IntRange(0, 30).Draw(t, "students") {
			r := Record{Student: Student{ID: StudentID(i + 1), Class: Class{rapid.IntRange(0, 3).Draw(t, "grade"), ""}}}
			if rapid.Bool().Draw(t, "left") {
				r.Left = MustDate(2026, 9, rapid.IntRange(1, 30).Draw(t, "day"))
			}
			if rapid.Bool().Draw(t, "card") {
				r.Cards = []Card{{ID: 1, Number: "1/2026", State: CardValid}}
			}
			if rapid.Bool().Draw(t, "code") {
				r.Codes = []Code{{ID: 1, Kind: CodeSIO, Added: issuing}}
			}
			if rapid.Bool().Draw(t, "handed over") {
				r.Handovers = []Handover{{ID: 1, Code: 1, At: issuing.Add(time.Duration(rapid.IntRange(-2000, 2000).Draw(t, "minutes")) * time.Minute)}}
			}
			records = append(records, r)
		}
		d := dayOf(records, nil, DefaultProfile(), issuing)
		stages, classes, quarters := 0, 0, 0
		for _, n := range d.Stages {
			stages += n
		}
		for _, c := range d.Classes {
			classes += c.Students
			sum := 0
			for _, n := range c.Stages {
				sum += n
			}
			if sum != c.Students {
				t.Fatalf("class %s: stages %d of %d", c.Class, sum, c.Students)
			}
		}
		for _, q := range d.Quarters {
			quarters += q.HandedOver
		}
		if stages != len(records) || classes != len(records)-d.Stages[StageLeft] || quarters != d.HandedOver {
			t.Fatalf("%d students, %d in stages, %d in classes; %d handed over, %d in quarters", len(records), stages, classes, d.HandedOver, quarters)
		}
		for _, b := range d.Blocked {
			if b.Students < 1 || b.Students > len(records) {
				t.Fatalf("%s blocks %d", b.ID, b.Students)
			}
		}
	})
}
