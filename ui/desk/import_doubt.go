package desk

import (
	"fmt"
	"slices"
	"strings"

	"okienko/model"
	"okienko/ui/kit"
)

// skipRow is the answer that leaves a row out.
type skipRow struct{}

// settle asks who the row of a doubt is, then goes on.
func (s *importScreen) settle(i int, then func() kit.Turn) kit.Turn {
	d := s.file.Plan.Doubts[i]
	options := make([]chooseOption, 0, len(d.Candidates)+2)
	for _, id := range slices.Sorted(slices.Values(d.Candidates)) {
		r := s.file.Student(id)
		card, _ := model.CurrentCard(r.Cards)
		a := Answer{Known: id}
		options = append(options, chooseOption{s.describe(r.Student, card), s.obstacle(i, a), a})
	}
	if isNew := (Answer{New: true}); s.kind == RosterFile {
		options = append(options, chooseOption{s.t.NewStudent, s.obstacle(i, isNew), isNew})
	}
	options = append(options, chooseOption{name: s.t.SkipRow, value: skipRow{}})
	head := []string{fmt.Sprintf("%s %d: %s", s.t.Line, d.Row.Line, joined(", ", s.describe(d.Row.Student, d.Row.Card), s.file.Login(d.Row.Line))), "", s.t.DoubtText}
	// The cursor starts where an Enter too many does no harm.
	return kit.Ask(newChoose(s.app, s.t.WhoIsIt, head, options, len(options)-1).undecided(), func(result any) kit.Turn {
		switch a := result.(type) {
		case Answer:
			s.file.Settle(i, a)
			delete(s.skipped, i)
		case skipRow:
			s.file.Unsettle(i)
			s.skipped[i] = true
		default:
			return kit.Stay()
		}
		s.recount()
		if s.kind != RosterFile { // the row moved from one list to another
			s.lists = s.previewLists()
			s.at = min(s.at, len(s.lists)-1)
		}
		return then()
	})
}

func (s *importScreen) obstacle(i int, a Answer) string {
	switch s.file.Obstacle(i, a) {
	case PESELIsTaken:
		return s.t.PESELTaken
	case ChosenAlready:
		return s.t.ChosenTwice
	}
	return ""
}

// describe says of a student what tells namesakes apart.
func (s *importScreen) describe(of model.Student, card model.Card) string {
	parts := []string{of.ListName()}
	if !of.Class.IsZero() {
		parts = append(parts, of.Class.String())
	}
	if birth := of.BirthDate(); !birth.IsZero() {
		parts = append(parts, birth.Polish())
	}
	if of.PESEL != "" {
		parts = append(parts, "PESEL "+s.tail(of.PESEL))
	}
	if card.Number != "" {
		parts = append(parts, s.t.Card+" "+card.Number)
	}
	return strings.Join(parts, ", ")
}

// tail is enough of a PESEL to compare, and not the whole of it.
func (s *importScreen) tail(p model.PESEL) string {
	return s.t.PESELTail(string(p[max(0, len(p)-5):]))
}

// answered is what was said of a doubt.
func (s *importScreen) answered(i int) (string, kit.Tone) {
	a, ok := s.file.Settled(i)
	switch {
	case ok && a.New:
		return "+ " + s.t.AnswerNew, kit.GoodTone
	case ok:
		r := s.file.Student(a.Known)
		return "+ " + r.ListName() + " " + r.Class.String(), kit.GoodTone
	case s.skipped[i]:
		return "- " + s.t.AnswerSkip, kit.Plain
	}
	return "? " + s.t.AnswerOpen, kit.WarnTone
}
