package scan

import (
	"slices"

	"okienko/model"
)

// claim is one code of a document with what has been decided about it.
type claim struct {
	page, code int // indexes of facts and of its codes
	verdict
	second, login string
}

// judge decides whose every code of a document is: by its page, else by the
// pages next to it, else by the name of the file.
func (p *People) judge(file string, pages []facts) []claim {
	shared := repeated(pages)
	var claims []claim
	for i, f := range pages {
		f.codes = slices.DeleteFunc(slices.Clone(f.codes), func(c sight) bool {
			_, is := shared[c.payload]
			return is && c.payload != ""
		})
		pages[i] = f
		claims = append(claims, f.claims(i)...)
	}
	claims = merge(pages, claims)
	byNeighbour(pages, claims)
	p.byFile(file, pages, claims)
	for _, s := range shared {
		// The code stands on many pages and belongs to none of them.
		pages[s.page].codes = append(pages[s.page].codes, s.sight)
		claims = append(claims, claim{page: s.page, code: len(pages[s.page].codes) - 1,
			verdict: verdict{students: distinct(s.students), why: TwoOwners}})
	}
	slices.SortStableFunc(claims, func(a, b claim) int { return a.page - b.page })
	return claims
}

// claims judges the codes of one page.
func (f facts) claims(page int) []claim {
	owners := f.owners()
	seconds, secondClear := f.secretsOf(f.mentions.seconds)
	logins, loginClear := f.secretsOf(f.mentions.logins)
	out := make([]claim, len(f.codes))
	for c, s := range f.codes {
		v := owners[c]
		switch {
		case s.unread:
			v.sure, v.why = false, CodeUnreadable
		case s.part:
			v.sure, v.why = false, CodePart
		case v.sure && (!secondClear[c] || !loginClear[c]):
			v.sure, v.why = false, SecondUnclear
		}
		out[c] = claim{page, c, v, seconds[c], logins[c]}
	}
	return out
}

// merge makes one claim of equal codes: a slip with a part to be torn off.
func merge(pages []facts, claims []claim) []claim {
	first := map[string]int{}
	var out []claim
	for _, c := range claims {
		payload := pages[c.page].codes[c.code].payload
		at, known := first[payload]
		if payload == "" || !known {
			first[payload] = len(out)
			out = append(out, c)
			continue
		}
		one := &out[at]
		switch {
		case one.why == NobodyNamed:
			*one = c
		case c.why == NobodyNamed || slices.Equal(one.students, c.students):
			one.second, one.login = or(one.second, c.second), or(one.login, c.login)
		default:
			one.verdict = verdict{students: distinct(slices.Concat(one.students, c.students)), why: TwoOwners}
		}
	}
	return out
}

func or(a, b string) string {
	if a == "" {
		return b
	}
	return a
}

// sharedCode is a code that stands on pages of different students: a picture of
// the way to the shop of apps, or a mistake.
type sharedCode struct {
	page int // the first one
	sight
	students []model.StudentID
}

// repeated finds the codes that stand on several pages which are not all
// about one student.
func repeated(pages []facts) map[string]sharedCode {
	type place struct {
		sharedCode
		pages int
		told  bool // every page says whom it is about
	}
	seen := map[string]*place{}
	for i, f := range pages {
		id, told := f.told()
		here := map[string]bool{}
		for _, c := range f.codes {
			if c.payload == "" || here[c.payload] {
				continue
			}
			here[c.payload] = true
			s := seen[c.payload]
			if s == nil {
				s = &place{sharedCode: sharedCode{page: i, sight: c}, told: true}
				seen[c.payload] = s
			}
			s.pages++
			s.told = s.told && told
			if told {
				s.students = include(s.students, id)
			}
		}
	}
	shared := map[string]sharedCode{}
	for payload, s := range seen {
		if s.pages > 1 && (len(s.students) > 1 || !s.told && s.pages > 2) {
			shared[payload] = s.sharedCode
		}
	}
	return shared
}

// byNeighbour gives codes of pages that name nobody to the student of the
// page before, or of the page behind: letters of two pages. One of the two
// must fit all such pages, the other not.
func byNeighbour(pages []facts, claims []claim) {
	bare := map[int]*claim{} // by page: its only claim
	for i := range claims {
		c := &claims[i]
		f := pages[c.page]
		if c.why == NobodyNamed && f.mentions.silent() && len(f.codes) == 1 {
			bare[c.page] = c
		}
	}
	if len(bare) == 0 {
		return
	}
	before, allBefore := neighbours(pages, bare, -1)
	behind, allBehind := neighbours(pages, bare, +1)
	for at, c := range bare {
		was, isBefore := before[at]
		will, isBehind := behind[at]
		switch {
		case allBefore && !allBehind:
			c.verdict = verdict{[]model.StudentID{was}, true, ByPage}
		case allBehind && !allBefore:
			c.verdict = verdict{[]model.StudentID{will}, true, ByPage}
		default:
			var ids []model.StudentID
			if isBefore {
				ids = append(ids, was)
			}
			if isBehind {
				ids = append(ids, will)
			}
			if len(ids) > 0 {
				c.verdict = verdict{students: distinct(ids), why: UnclearLayout}
			}
		}
	}
}

// neighbours returns the students of the pages without a code that stand next
// to bare ones; all is true if every bare page has one.
func neighbours(pages []facts, bare map[int]*claim, step int) (who map[int]model.StudentID, all bool) {
	who = map[int]model.StudentID{}
	for at := range bare {
		n := at + step
		if n < 0 || n >= len(pages) || len(pages[n].codes) > 0 {
			continue
		}
		if id, ok := pages[n].told(); ok {
			who[at] = id
		}
	}
	return who, len(who) == len(bare)
}

// byFile uses the name of a file with one code.
func (p *People) byFile(file string, pages []facts, claims []claim) {
	name := p.namedByFile(file)
	if len(name.students) == 0 {
		return
	}
	if len(claims) > 1 {
		for i := range claims {
			if claims[i].why == NobodyNamed {
				claims[i].students = distinct(name.students)
			}
		}
		return
	}
	for i := range claims {
		c := &claims[i]
		s := pages[c.page].codes[c.code]
		fit := intersect(name.students, c.students)
		switch {
		case s.unread || s.part:
			c.students = distinct(append(fit, name.students...))
		case c.why == NobodyNamed:
			c.verdict = weigh([]mention{name})
			if c.sure {
				c.why = ByFile
			}
		case len(fit) == 0:
			c.verdict = verdict{students: distinct(slices.Concat(c.students, name.students)), why: Contradiction}
		case len(fit) == 1 && (c.sure || c.why == SeveralFit || c.why == UnclearLayout) && !name.conflict:
			c.verdict = verdict{fit, true, ByBoth}
		}
	}
}
