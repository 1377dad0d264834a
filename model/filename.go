package model

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MatchKind says how many students a file name fits.
type MatchKind string

// Kinds of match.
const (
	MatchOne     MatchKind = "match"
	MatchSeveral MatchKind = "ambiguous" // namesakes that the name doesn't tell apart
	MatchNone    MatchKind = "none"
)

// FileMatch is whose photo a file may be by its name. A photo on the wrong
// child's card is the worst that can happen, so only a whole name decides;
// likenesses are suggestions for a person.
type FileMatch struct {
	Kind        MatchKind
	Students    []StudentID // one, or all that fit
	Suggestions []StudentID // where none fits: who may be meant, the likeliest first
	Class       Class       // the class that the name states, zero if none
	ClassDiffer bool        // the one student is in another class than stated
}

// NameIndex finds students by words of file names. It does not follow later
// changes of the students; those who left are not in it.
type NameIndex struct {
	students []Student
	words    [][]string // first name and surname of each, folded
	seconds  [][]string // second names of each
	byWord   map[string][]int
	byJoined map[string][]int // names written in one, either way round
	byPESEL  map[PESEL]int
	classes  map[Class]bool
}

// NewNameIndex prepares the lookup.
func NewNameIndex(students []Student) *NameIndex {
	x := &NameIndex{byWord: map[string][]int{}, byJoined: map[string][]int{}, byPESEL: map[PESEL]int{}, classes: map[Class]bool{}}
	for _, s := range students {
		if !s.Left.IsZero() {
			continue
		}
		i := len(x.students)
		first, last, second := strings.Fields(Fold(s.First)), strings.Fields(Fold(s.Last)), strings.Fields(Fold(s.Second))
		x.students = append(x.students, s)
		x.words = append(x.words, slices.Concat(first, last))
		x.seconds = append(x.seconds, second)
		for _, w := range slices.Concat(first, last, second) {
			if !slices.Contains(x.byWord[w], i) {
				x.byWord[w] = append(x.byWord[w], i)
			}
		}
		f, l := strings.Join(first, ""), strings.Join(last, "")
		x.byJoined[f+l] = append(x.byJoined[f+l], i)
		if f != l {
			x.byJoined[l+f] = append(x.byJoined[l+f], i)
		}
		if s.PESEL != "" {
			x.byPESEL[s.PESEL] = i
		}
		if !s.Class.IsZero() {
			x.classes[s.Class] = true
		}
	}
	return x
}

// elevenDigits is what a PESEL looks like among other digits.
var elevenDigits = regexp.MustCompile(`(?:^|\D)(\d{11})(?:\D|$)`)

// MatchFileName finds whose photo a file is by its name: words in any order,
// with or without diacritics, class written in any way. A PESEL decides
// unless the name beside it is somebody else's.
func MatchFileName(name string, x *NameIndex) FileMatch {
	words := readWords(repairFileName(name))
	m := FileMatch{Kind: MatchNone}
	stated := x.takeClasses(words)
	if len(stated) > 0 {
		m.Class = stated[0]
	}
	found := x.wholeNames(words)
	if owner, ok := x.ownerOfPESEL(words); ok {
		found = x.withPESEL(owner, found, words)
	} else {
		found = x.tellApart(found, stated, words)
	}
	if len(found) == 0 || x.doubtful(found, stated, words) {
		m.Suggestions = x.suggest(words, stated, found)
		return m
	}
	for _, i := range found {
		m.Students = append(m.Students, x.students[i].ID)
	}
	m.Kind = MatchOne
	if len(found) > 1 {
		m.Kind = MatchSeveral
		return m
	}
	m.ClassDiffer = len(stated) > 0 && !slices.Contains(stated, x.students[found[0]].Class)
	return m
}

func (x *NameIndex) ownerOfPESEL(words []nameWord) (owner int, ok bool) {
	for i, w := range words {
		digits := elevenDigits.FindStringSubmatch(w.text)
		if digits == nil {
			continue
		}
		if at, known := x.byPESEL[PESEL(digits[1])]; known {
			words[i].used = true
			owner, ok = at, true
		}
	}
	return owner, ok
}

// withPESEL takes the owner unless the name is plainly another student's.
func (x *NameIndex) withPESEL(owner int, named []int, words []nameWord) []int {
	if len(named) > 0 && !slices.Contains(named, owner) {
		return nil
	}
	x.use(owner, words)
	return []int{owner}
}

// wholeNames are the students all of whose first name and surname stand in
// the file name. Who is called by more of its words goes before who is called
// by some of them: "Lis-Nowak Zofia" is not "Nowak Zofia".
func (x *NameIndex) wholeNames(words []nameWord) (found []int) {
	free := func(word string) int {
		n := 0
		for _, w := range words {
			if !w.used && w.fold == word {
				n++
			}
		}
		return n
	}
	seen := map[int]bool{}
	for _, w := range words {
		if w.used {
			continue
		}
		for _, i := range slices.Concat(x.byWord[w.fold], x.byJoined[w.fold]) {
			if seen[i] {
				continue
			}
			seen[i] = true
			if len(x.byJoined[w.fold]) > 0 && slices.Contains(x.byJoined[w.fold], i) || x.calls(i, free) {
				found = append(found, i)
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(found), func(i int) bool {
		return slices.ContainsFunc(found, func(j int) bool {
			return len(x.words[j]) > len(x.words[i]) && !slices.ContainsFunc(x.words[i], func(w string) bool { return !slices.Contains(x.words[j], w) })
		})
	})
}

func (x *NameIndex) calls(i int, free func(string) int) bool {
	need := map[string]int{}
	for _, w := range x.words[i] {
		need[w]++
	}
	for w, n := range need {
		if free(w) < n {
			return false
		}
	}
	return len(need) > 0
}

// tellApart keeps those of several whom the class and the second name fit.
func (x *NameIndex) tellApart(found []int, stated []Class, words []nameWord) []int {
	if inClass := slices.DeleteFunc(slices.Clone(found), func(i int) bool { return !slices.Contains(stated, x.students[i].Class) }); len(inClass) > 0 {
		found = inClass
	}
	if len(found) > 1 {
		second := slices.DeleteFunc(slices.Clone(found), func(i int) bool {
			return !slices.ContainsFunc(x.seconds[i], func(s string) bool {
				return slices.ContainsFunc(words, func(w nameWord) bool { return w.fold == s && !slices.Contains(x.words[i], s) })
			})
		})
		if len(second) > 0 {
			found = second
		}
	}
	for _, i := range found {
		x.use(i, words)
	}
	return found
}

// use marks the words that are a student's name.
func (x *NameIndex) use(i int, words []nameWord) {
	for at, w := range words {
		if slices.Contains(x.words[i], w.fold) || slices.Contains(x.seconds[i], w.fold) || slices.Contains(x.byJoined[w.fold], i) {
			words[at].used = true
		}
	}
}

// doubtful reports whether something in the name speaks against those found:
// a word that may be another name, or, where the stated class is not theirs,
// somebody in that class who is called nearly so.
func (x *NameIndex) doubtful(found []int, stated []Class, words []nameWord) bool {
	capitalised := slices.ContainsFunc(words, func(w nameWord) bool {
		return len(x.byWord[w.fold]) > 0 && startsUpper(w.text)
	})
	for _, w := range words {
		if !w.used && (len(x.byWord[w.fold]) > 0 && len(w.fold) > 1 || !isFiller(w, capitalised)) {
			return true
		}
	}
	if len(stated) == 0 || len(found) != 1 || slices.Contains(stated, x.students[found[0]].Class) {
		return false
	}
	for i := range x.students {
		if i != found[0] && slices.Contains(stated, x.students[i].Class) && x.likeness(i, words) >= 1.5 {
			return true
		}
	}
	return false
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// mostSuggestions is as many as fit beside a photo.
const mostSuggestions = 5

// suggest are the students whose names are like the file's, the likeliest
// first; those whose whole name stands there go before all.
func (x *NameIndex) suggest(words []nameWord, stated []Class, whole []int) []StudentID {
	type likely struct {
		i     int
		score float64
	}
	var all []likely
	for i := range x.students {
		score := x.likeness(i, words)
		if slices.Contains(whole, i) {
			score += 4
		}
		if score < 1 {
			continue
		}
		if slices.Contains(stated, x.students[i].Class) {
			score++
		}
		if score >= 1.5 {
			all = append(all, likely{i, score})
		}
	}
	slices.SortStableFunc(all, func(a, b likely) int { return cmp.Compare(b.score, a.score) })
	var ids []StudentID
	for _, l := range all[:min(len(all), mostSuggestions)] {
		ids = append(ids, x.students[l.i].ID)
	}
	return ids
}

// likeness is 1 for every word of a name that the file has, less for one that
// is nearly there.
func (x *NameIndex) likeness(i int, words []nameWord) (sum float64) {
	for _, name := range x.words[i] {
		best := 0.0
		for _, w := range words {
			best = max(best, alike(name, w.fold))
		}
		sum += best
	}
	return sum
}

// alike compares two folded words: 1 equal, 0.75 a slip of the pen, 0.6 a
// case ending or a diminutive.
func alike(a, b string) float64 {
	switch {
	case a == b:
		return 1
	case len(a) < 4 || len(b) < 4:
		return 0
	case slips(a, b) <= 1 || len(a) >= 7 && slips(a, b) <= 2:
		return 0.75
	case a[:4] == b[:4]:
		return 0.6
	}
	return 0
}

// slips counts letters added, left out, changed or swapped with the next.
func slips(a, b string) int {
	x, y := []rune(a), []rune(b)
	before, last := make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := range x {
		line := make([]int, len(y)+1)
		line[0] = i + 1
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			line[j+1] = min(line[j]+1, last[j+1]+1, last[j]+cost)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				line[j+1] = min(line[j+1], before[j-1]+1)
			}
		}
		before, last = last, line
	}
	return last[len(y)]
}
