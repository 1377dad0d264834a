package model

import "slices"

// PlanRoster compares a roster with the students who are known. A row is a
// known student by PESEL, else by name and birth date; wherever that leaves
// two answers it is a Doubt, for a person to decide. Empty cells and columns
// that the roster lacks change nothing. cards are the current cards.
func PlanRoster(known []Student, cards map[StudentID]Card, roster Roster) RosterPlan {
	p := newPlanner(known, cards, roster)
	matches := make([]rowMatch, len(roster.Rows))
	for i := range roster.Rows {
		matches[i] = p.match(&roster.Rows[i].Student)
		if m := matches[i]; m.sure() {
			p.claims[m.student]++
		}
	}
	for i := range roster.Rows {
		p.place(&roster.Rows[i], matches[i])
	}
	p.missing(roster.Refused)
	return p.plan
}

type planner struct {
	known   []Student
	cards   map[StudentID]Card
	byPESEL map[PESEL]int32
	byBirth chains         // by name and birth date
	byName  chains         // by name alone
	undated chains         // by name, those whose birth date is not known
	listed  map[PESEL]bool // the PESEL numbers in the roster
	claims  []int32        // rows that are surely this student
	settled []bool         // in the roster, surely or perhaps
	plan    RosterPlan
}

const nobody = -1

func newPlanner(known []Student, cards map[StudentID]Card, roster Roster) *planner {
	p := &planner{
		known: known, cards: cards,
		byPESEL: make(map[PESEL]int32, len(known)),
		byBirth: newChains(len(known)),
		byName:  newChains(len(known)),
		undated: newChains(0),
		listed:  make(map[PESEL]bool, len(roster.Rows)),
		claims:  make([]int32, len(known)),
		settled: make([]bool, len(known)),
	}
	p.plan.Add = make([]RosterRow, 0, max(0, len(roster.Rows)-len(known)))
	for i := range known {
		s := &known[i]
		if s.PESEL != "" {
			p.byPESEL[s.PESEL] = int32(i)
		}
		key := datedName{name: rosterName(s.Last, s.First)}
		p.byName.add(key, int32(i))
		if birth := s.BirthDate(); birth.IsZero() {
			p.undated.add(key, int32(i))
		} else {
			p.byBirth.add(datedName{key.name, birth}, int32(i))
		}
	}
	for i := range roster.Rows {
		p.listed[roster.Rows[i].Student.PESEL] = true
	}
	return p
}

// chains keeps students of equal keys without a slice for every key.
type chains struct {
	last map[datedName]int32 // the student added last
	prev map[int32]int32     // who was added before, under the same key
}

// datedName is a folded name, with a birth date or without.
type datedName struct {
	name  string
	birth Date
}

func newChains(n int) chains {
	return chains{last: make(map[datedName]int32, n), prev: map[int32]int32{}}
}

func (c chains) add(key datedName, i int32) {
	if before, ok := c.last[key]; ok {
		c.prev[i] = before
	}
	c.last[key] = i
}

// mostCandidates bounds a doubt: nobody chooses among more, and a list in
// which everybody has one name must not take forever.
const mostCandidates = 50

func (c chains) of(key datedName) (found []int32) {
	i, ok := c.last[key]
	for ok && len(found) < mostCandidates {
		found = append(found, i)
		i, ok = c.prev[i]
	}
	return found
}

func rosterName(last, first string) string { return Fold(last) + "\x00" + Fold(first) }

// rowMatch is what a row may be: one student, several, or nobody known.
type rowMatch struct {
	student  int32 // nobody if not sure
	byPESEL  bool
	perhaps  []int32
	onlySame bool // by name alone: fit for a row that says nothing new
	weak     bool // by name and class against the birth date: only of students nobody else is
}

func (m rowMatch) sure() bool { return m.student != nobody }

// namesakes returns the known students of the row's name: those with the same
// birth date, and those for whom one of the two dates is not known.
func (p *planner) namesakes(s *Student) (same, undated []int32) {
	key := datedName{name: rosterName(s.Last, s.First)}
	birth := s.BirthDate()
	if birth.IsZero() {
		return nil, p.byName.of(key)
	}
	return p.byBirth.of(datedName{key.name, birth}), p.undated.of(key)
}

func (p *planner) match(s *Student) rowMatch {
	if s.PESEL == "" {
		return p.matchName(s)
	}
	if i, ok := p.byPESEL[s.PESEL]; ok {
		return p.matchPESEL(s, i)
	}
	return p.matchNewPESEL(s)
}

// matchPESEL is sure unless somebody else fits by name and birth date and the
// owner of the PESEL does not, or nothing of the owner's name fits: people
// change one name, not both, and numbers slip into a neighbour's row.
func (p *planner) matchPESEL(s *Student, owner int32) rowMatch {
	k := &p.known[owner]
	if k.BirthDate() == s.BirthDate() && rosterName(k.Last, k.First) == rosterName(s.Last, s.First) {
		return rowMatch{student: owner, byPESEL: true}
	}
	if Fold(k.Last) != Fold(s.Last) && Fold(k.First) != Fold(s.First) {
		others := slices.DeleteFunc(p.byName.of(datedName{name: rosterName(s.Last, s.First)}), func(i int32) bool { return i == owner })
		return rowMatch{student: nobody, perhaps: append([]int32{owner}, others...)}
	}
	same, _ := p.namesakes(s)
	same = slices.DeleteFunc(same, func(i int32) bool { return i == owner || p.isOther(i) })
	if len(same) > 0 {
		return rowMatch{student: nobody, perhaps: append([]int32{owner}, same...)}
	}
	return rowMatch{student: owner, byPESEL: true}
}

// isOther reports whether a known student has a row with their own PESEL, so
// that no other row can be them.
func (p *planner) isOther(i int32) bool {
	own := p.known[i].PESEL
	return own != "" && p.listed[own]
}

// matchNewPESEL: nobody has the row's PESEL. A student of that name and birth
// date who had none gets it; one who has another may be a different person.
func (p *planner) matchNewPESEL(s *Student) rowMatch {
	same, undated := p.namesakes(s)
	candidates := slices.DeleteFunc(append(same, undated...), p.isOther)
	if len(candidates) == 1 && len(same) > 0 && p.known[candidates[0]].PESEL == "" &&
		p.known[candidates[0]].BirthDate() == s.BirthDate() {
		return rowMatch{student: candidates[0]}
	}
	if len(candidates) == 0 {
		return p.matchClass(s)
	}
	return rowMatch{student: nobody, perhaps: candidates}
}

// matchClass: neither PESEL nor birth date leads to anybody, but somebody of
// that name is in that class. One of the two lists may be wrong.
func (p *planner) matchClass(s *Student) rowMatch {
	inClass := p.ofClass(p.byName.of(datedName{name: rosterName(s.Last, s.First)}), s.Class)
	return rowMatch{student: nobody, perhaps: slices.DeleteFunc(inClass, p.isOther), weak: true}
}

// matchName: the row has no PESEL. Name and birth date decide; a name alone
// never does.
func (p *planner) matchName(s *Student) rowMatch {
	same, undated := p.namesakes(s)
	if len(same) == 1 && len(undated) == 0 {
		return rowMatch{student: same[0]}
	}
	if len(same)+len(undated) == 0 {
		return p.matchClass(s)
	}
	if inClass := p.ofClass(undated, s.Class); len(same) == 0 && len(inClass) > 0 {
		undated = inClass
	}
	return rowMatch{student: nobody, perhaps: append(same, undated...), onlySame: len(same) == 0 && len(undated) == 1}
}

func (p *planner) ofClass(candidates []int32, c Class) (inClass []int32) {
	for _, i := range candidates {
		if !c.IsZero() && p.known[i].Class == c {
			inClass = append(inClass, i)
		}
	}
	return inClass
}

// place puts a row into the plan.
func (p *planner) place(row *RosterRow, m rowMatch) {
	if m.weak {
		m.perhaps = slices.DeleteFunc(m.perhaps, func(i int32) bool { return p.claims[i] > 0 })
	}
	switch {
	case m.sure() && (m.byPESEL || p.claims[m.student] == 1):
		p.update(row, m.student)
	case m.sure():
		p.doubt(row, []int32{m.student})
	case len(m.perhaps) == 0:
		p.plan.Add = append(p.plan.Add, *row)
	case m.onlySame && p.saysNothingNew(row, m.perhaps[0]):
		p.update(row, m.perhaps[0])
	default:
		p.doubt(row, m.perhaps)
	}
}

// saysNothingNew reports whether a row without PESEL and birth date repeats,
// to the letter, a student who has neither: a list of names read once more.
func (p *planner) saysNothingNew(row *RosterRow, i int32) bool {
	k := &p.known[i]
	if k.PESEL != "" || !k.Birth.IsZero() || !row.Student.Birth.IsZero() || k.Class != row.Student.Class || p.settled[i] {
		return false
	}
	change := p.change(row, i)
	return len(change.Fields) == 0
}

func (p *planner) doubt(row *RosterRow, candidates []int32) {
	d := Doubt{Row: *row}
	for _, i := range candidates {
		p.settled[i] = true
		d.Candidates = append(d.Candidates, p.known[i].ID)
	}
	p.plan.Doubts = append(p.plan.Doubts, d)
}

func (p *planner) update(row *RosterRow, i int32) {
	p.settled[i] = true
	if change := p.change(row, i); len(change.Fields) > 0 {
		p.plan.Change = append(p.plan.Change, change)
	} else {
		p.plan.Unchanged++
	}
}

func (p *planner) change(row *RosterRow, i int32) Change {
	current, ok := p.cards[p.known[i].ID]
	return ChangeByRow(p.known[i], current, ok, *row)
}

// missing lists who is known, still here and not in the roster. A row that
// was refused may be them, so its namesakes are left out.
func (p *planner) missing(refused []RefusedRow) {
	unread := make(map[string]bool, len(refused))
	numbers := make(map[PESEL]bool, len(refused))
	for _, r := range refused {
		unread[rosterName(r.Last, r.First)] = true
		numbers[r.PESEL] = r.PESEL != ""
	}
	for i := range p.known {
		s := &p.known[i]
		if p.settled[i] || !s.Left.IsZero() || !s.Erased.IsZero() || len(refused) > 0 && (numbers[s.PESEL] || unread[rosterName(s.Last, s.First)]) {
			continue
		}
		p.plan.Missing = append(p.plan.Missing, s.ID)
	}
}
