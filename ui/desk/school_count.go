package desk

import (
	"math/bits"
	"slices"

	"okienko/model"
)

// Stages counts students by stage. The list shows it in every frame, so it is
// counted once a change. The map must not be changed.
func (s *School) Stages() map[model.Stage]int {
	if s.stages != nil && s.counted == s.version {
		return s.stages
	}
	s.stages, s.counted, s.unfinished, s.urgent = map[model.Stage]int{}, s.version, 0, 0
	s.worklists = make([]int, len(model.WorklistIDs))
	for _, e := range s.entries {
		for left := uint32(e.lists); left != 0; left &= left - 1 {
			s.worklists[bits.TrailingZeros32(left)]++
		}
		if e.urgent {
			s.urgent++
		}
		s.stages[e.Verdict.Stage]++
		if e.Verdict.Unfinished != nil {
			s.unfinished++
		}
	}
	return s.stages
}

// Here counts the students who have not left: those whom the list shows.
func (s *School) Here() int { return s.Len() - s.Stages()[model.StageLeft] }

// Unfinished counts students of whom a desk broke off a hand-over.
func (s *School) Unfinished() int {
	s.Stages()
	return s.unfinished
}

// NextCardNumber is the number that the next card of a year gets, as far as
// this school's cards are on record.
func (s *School) NextCardNumber(year int) string {
	return model.NextCardNumber(func(yield func(string) bool) {
		for _, e := range s.entries {
			for _, c := range e.Cards {
				if !yield(c.Number) {
					return
				}
			}
		}
	}, year)
}

// WithCard is a student other than one who has or had a card of a number; nil
// if nobody has.
func (s *School) WithCard(number string, but model.StudentID) *Entry {
	for _, e := range s.entries {
		if e.ID != but && slices.ContainsFunc(e.Cards, func(c model.Card) bool { return c.Number == number }) {
			return e
		}
	}
	return nil
}

// Worklists counts students by worklist, at the places of model.WorklistIDs.
// The slice must not be changed.
func (s *School) Worklists() []int {
	s.Stages()
	return s.worklists
}

// Urgent counts students of whom a theft or a loss is to be done in SIO.
func (s *School) Urgent() int {
	s.Stages()
	return s.urgent
}
