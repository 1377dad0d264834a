package desk

import (
	"context"
	"unicode"
	"unicode/utf8"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// shortText is as long as a text may be that somebody types very fast, or that
// a scanner reads from a school card: a name, a card's number, a PESEL.
const shortText = 12

// TakeBurst takes what a handheld scanner types while the search has the focus:
// a code leads to the student whose it is. What may be a name, or found
// somebody, stays a search: over a slow line typing arrives in bursts too.
func (s *listScreen) TakeBurst(scanned string) (kit.Turn, bool) {
	if s.app.looksOnly() || likeName(scanned) || s.search.Value() != "" && len(s.found) > 0 {
		return kit.Stay(), false
	}
	s.search.Clear()
	s.narrow()
	db := s.app.DB
	return kit.Latest("scan", s.app.do(func(ctx context.Context) (any, error) {
		owner, known, err := db.OwnerOfPayload(ctx, scanned)
		return ownerFound{owner, known}, err
	})), true
}

func likeName(s string) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ' ' {
			return false
		}
	}
	return utf8.RuneCountInString(s) < shortText
}

// ownerFound is whose a scanned code is.
type ownerFound struct {
	owner model.StudentID
	known bool
}

// scannedCode goes to the student whose code was scanned.
func (s *listScreen) scannedCode(d done) kit.Turn {
	t := text.WaysIn(s.app.Lang)
	notice, ok := s.app.take(d)
	if !ok {
		return kit.Stay().Say(notice)
	}
	found := d.value.(ownerFound)
	owner := s.app.School.Get(found.owner)
	if !found.known || owner == nil {
		return kit.Stay().Say(kit.Warn(t.CodeUnknown))
	}
	s.filter = filter{}
	s.search.Clear()
	s.narrow()
	say := kit.Good(t.CodeOf(kit.Safe(owner.Name())))
	for i, e := range s.found {
		if e == owner {
			s.list.SetCursor(i)
			s.idle = false
			return kit.Stay().Say(say)
		}
	}
	// Who left the school is not on the list, but has a page.
	return kit.Push(newPage(s.app, owner.ID)).Say(say)
}
