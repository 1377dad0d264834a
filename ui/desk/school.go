package desk

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
)

// Entry is a student as the list knows them.
type Entry struct {
	*model.Record
	Verdict model.Assessment

	lists  model.WorklistSet // judged with the verdict
	urgent bool              // a theft or a loss is to be done in SIO
	key    string            // what the search looks through, see searchKey
	order  string            // byte order is Polish order
	at     int               // place in the list
	twin   bool              // another student has the same name and class
}

// School is the list in memory: all students in Polish order, judged. It
// belongs to the window's one goroutine.
type School struct {
	profile  model.Profile
	by       model.Actor
	collator *model.Collator
	entries  []*Entry
	keys     []string // of the entries, in their order: one stretch of memory to walk along
	classes  []*Entry // the same class by class; nil: not put so since the last change
	byID     map[model.StudentID]*Entry
	mark     store.Mark
	judged   time.Time // when all were judged last
	due      time.Time // when time alone will change a verdict
	version  int       // counts changes, for whoever keeps something derived
	stages   map[model.Stage]int
	counted  int // the version that stages stands for
	// unfinished, worklists and urgent are counted with them.
	unfinished int
	worklists  []int // by the places of model.WorklistIDs
	urgent     int   // students of whom a theft or a loss is to be done in SIO
}

// NewSchool judges and orders records as they stand at the mark, for whoever
// looks at them. The records are the list's from here on.
func NewSchool(records []model.Record, mark store.Mark, p model.Profile, by model.Actor, now time.Time) *School {
	s := &School{profile: p, by: by, collator: model.NewCollator(), mark: mark,
		entries: make([]*Entry, len(records)), byID: make(map[model.StudentID]*Entry, len(records))}
	stock := make([]Entry, len(records))
	for i := range records {
		e := &stock[i]
		e.Record = &records[i]
		s.entries[i] = e
		s.byID[e.ID] = e
	}
	inParts(stock, func(part []Entry) {
		collator := model.NewCollator()
		for i := range part {
			part[i].index(collator)
		}
	})
	s.arrange()
	s.judgeAll(now)
	return s
}

// inParts shares work on many entries between two processors: with 100,000
// students it is what a window waits for before its first frame.
func inParts[E any](all []E, do func(part []E)) {
	var wait sync.WaitGroup
	var broke atomic.Pointer[kit.Crash]
	for part := range slices.Chunk(all, max(1, (len(all)+1)/2)) {
		wait.Go(func() {
			// A panic here would end the program with the terminal raw and the
			// panic's value, somebody's data maybe, on it.
			defer func() {
				if r := recover(); r != nil {
					crash := kit.NewCrash(r)
					broke.Store(&crash)
				}
			}()
			do(part)
		})
	}
	wait.Wait()
	if crash := broke.Load(); crash != nil {
		panic(*crash)
	}
}

// Mark is the place in the register that the list stands for.
func (s *School) Mark() store.Mark { return s.mark }

// Len is the number of students, those who left included.
func (s *School) Len() int { return len(s.entries) }

// Version changes whenever the list does.
func (s *School) Version() int { return s.version }

// Get returns a student; nil if there is none.
func (s *School) Get(id model.StudentID) *Entry { return s.byID[id] }

// All are all entries in Polish order. The slice must not be changed.
func (s *School) All() []*Entry { return s.entries }

// Class are the students of a class who have not left, in the order of the class
// register: by number, and in Polish order those whose number is not known.
func (s *School) Class(c model.Class) []*Entry {
	var in []*Entry
	for _, e := range s.entries {
		if e.Class == c && e.Verdict.Stage != model.StageLeft {
			in = append(in, e)
		}
	}
	slices.SortStableFunc(in, func(a, b *Entry) int { return a.CompareInRegister(b.Student) })
	return in
}

// registerNo is the number before a student of a class: that in its register,
// none for who has none there, or the place where it is known of nobody.
func registerNo(class []*Entry, i int) string {
	if class[0].RegisterNo == 0 { // those with a number come first
		return strconv.Itoa(i + 1)
	}
	return class[i].RegisterNoText()
}

// Classes are the classes there are, in order.
func (s *School) Classes() []model.Class {
	seen := map[model.Class]bool{}
	var all []model.Class
	for _, e := range s.entries {
		if c := e.Class; !seen[c] && e.Verdict.Stage != model.StageLeft {
			seen[c] = true
			all = append(all, c)
		}
	}
	slices.SortFunc(all, model.Class.Compare)
	return all
}

// Apply takes in records that changed. A record older than the one known, the
// answer of a slower command, is left out.
func (s *School) Apply(records []model.Record, mark store.Mark, now time.Time) {
	s.mark = max(s.mark, mark)
	if len(records) == 0 {
		return
	}
	s.version++
	moved := false
	for _, r := range records {
		e := s.byID[r.ID]
		switch {
		case r.Gone():
			moved = s.drop(e) || moved
			continue
		case e == nil:
			e = &Entry{Record: &model.Record{}, at: len(s.entries)}
			s.entries, s.keys = append(s.entries, e), append(s.keys, "")
			s.byID[r.ID] = e
		case r.Version < e.Version:
			continue
		}
		order, class, no, here := e.order, e.Class, e.RegisterNo, e.Left.IsZero()
		e.Record = &r
		e.index(s.collator)
		moved = moved || e.order != order || e.Class != class || e.RegisterNo != no || e.Left.IsZero() != here
		s.keys[e.at] = e.key
		s.due = earlier(s.due, s.judge(e, now))
	}
	if moved {
		s.arrange()
	}
}

// drop takes somebody who was forgotten out of the list; nil is nobody.
func (s *School) drop(e *Entry) bool {
	if e == nil {
		return false
	}
	delete(s.byID, e.ID)
	s.entries = slices.DeleteFunc(s.entries, func(o *Entry) bool { return o == e })
	s.keys = s.keys[:len(s.entries)]
	for i, o := range s.entries { // the keys' places are made anew by arrange
		o.at = i
	}
	return true
}

// TakeClaims follows claims that other desks renewed, which touches no record.
// The list changes only if that makes a verdict another.
func (s *School) TakeClaims(claims []store.Claimed, now time.Time) {
	for _, c := range claims {
		e := s.byID[c.Student]
		if e == nil {
			continue
		}
		for i := range e.Codes {
			code := &e.Codes[i]
			if code.ID != c.Code || code.Claim.Desk != c.Claim.Desk || code.Claim.Window != c.Claim.Window || code.Claim == c.Claim {
				continue
			}
			before, lists := e.Verdict, e.lists
			code.Claim = c.Claim
			s.due = earlier(s.due, s.judge(e, now))
			if e.Verdict.Next != before.Next || e.lists != lists || (e.Verdict.Unfinished == nil) != (before.Unfinished == nil) {
				s.version++
			}
		}
	}
}

// Tick judges anew what time alone may have changed: codes expire, claims
// end, a day begins, or the clock was set back. It reports whether it did.
func (s *School) Tick(now time.Time) bool {
	// Compared as the clock on the wall tells it: Go would compare what has
	// passed since, which a clock set back does not change.
	now = now.Round(0)
	if now.Before(s.due) && !now.Before(s.judged) {
		return false
	}
	s.version++
	s.judgeAll(now)
	return true
}

func (s *School) judgeAll(now time.Time) {
	s.judged = now.Round(0)
	s.due = model.DateOf(now.In(s.profile.Zone())).EndIn(s.profile.Zone())
	var mu sync.Mutex
	inParts(s.entries, func(part []*Entry) {
		var due time.Time
		for _, e := range part {
			due = earlier(due, s.judge(e, now))
		}
		mu.Lock()
		defer mu.Unlock()
		s.due = earlier(s.due, due)
	})
}

// judge returns when time alone will change the verdict; zero: never.
func (s *School) judge(e *Entry, now time.Time) (due time.Time) {
	e.Verdict = model.Assess(*e.Record, s.profile, model.Viewpoint{Now: now, Desk: s.by.Desk, Window: s.by.Window})
	e.lists = model.Worklists(e.Record, &e.Verdict, &s.profile, model.DateOf(now.In(s.profile.Zone())))
	e.urgent = slices.ContainsFunc(e.Invalidations, func(i model.Invalidation) bool { return i.Pending() && i.Reason.Urgent() })
	for _, c := range e.Codes {
		for _, t := range []time.Time{c.Expires(s.profile), c.Claim.Until} {
			if t.After(now) {
				due = earlier(due, t)
			}
		}
	}
	return due
}

// earlier of two moments; zero is none.
func earlier(a, b time.Time) time.Time {
	if b.IsZero() || !a.IsZero() && a.Before(b) {
		return a
	}
	return b
}

// index makes the keys for search and order.
func (e *Entry) index(c *model.Collator) {
	e.key = searchKey(*e.Record)
	e.order = c.Key(e.Last + " " + e.First + " " + e.Second)
}

// arrange puts the entries in order and lays out their search keys.
func (s *School) arrange() {
	s.classes = nil
	slices.SortFunc(s.entries, func(a, b *Entry) int {
		if c := strings.Compare(a.order, b.order); c != 0 {
			return c
		}
		if c := a.Class.Compare(b.Class); c != 0 {
			return c
		}
		return int(a.ID - b.ID)
	})
	s.findTwins()
	// One text for all keys: the search walks along it, and memory that lies
	// together is read several times faster.
	length := 0
	for _, e := range s.entries {
		length += len(e.key)
	}
	var all strings.Builder
	all.Grow(length)
	for _, e := range s.entries {
		all.WriteString(e.key)
	}
	s.keys = make([]string, len(s.entries))
	rest := all.String()
	for i, e := range s.entries {
		e.at, e.key, rest = i, rest[:len(e.key)], rest[len(e.key):]
		s.keys[i] = e.key
	}
}

// findTwins marks students whom name and class don't tell apart. Those of one
// name stand together in the list; they are counted, not compared with each
// other, since a hostile roster may call everybody the same.
func (s *School) findTwins() {
	for from := 0; from < len(s.entries); {
		to := from + 1
		for to < len(s.entries) && s.entries[to].sameName(s.entries[from]) {
			to++
		}
		markTwins(s.entries[from:to])
		from = to
	}
}

func markTwins(ofOneName []*Entry) {
	if len(ofOneName) == 1 {
		ofOneName[0].twin = false
		return
	}
	here := map[model.Class]int{}
	for _, e := range ofOneName {
		if e.Left.IsZero() {
			here[e.Class]++
		}
	}
	for _, e := range ofOneName {
		e.twin = here[e.Class] > 1
	}
}

func (e *Entry) sameName(o *Entry) bool { return e.Last == o.Last && e.First == o.First }

// twins are those whom name and class don't tell from e, with e.
func (s *School) twins(e *Entry) []*Entry {
	var all []*Entry
	for _, o := range s.entries {
		if o.sameName(e) && o.Class == e.Class && o.Left.IsZero() {
			all = append(all, o)
		}
	}
	return all
}
