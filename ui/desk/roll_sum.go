package desk

import (
	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// rollSumScreen says how it went: who was not there, who could not be given a
// code and why, who still waits.
type rollSumScreen struct {
	app   *App
	t     *text.Roll
	queue *rollScreen
	paper scroller
}

func newRollSum(of *rollScreen) kit.Screen { return &rollSumScreen{app: of.app, t: of.t, queue: of} }

func (s *rollSumScreen) Title() string { return s.t.Sum + " " + s.queue.class.String() }

func (s *rollSumScreen) Actions() []kit.Action {
	return []kit.Action{{ID: "back", Keys: []string{"esc", "enter"}, Name: text.KitIn(s.app.Lang).Back, Hint: s.t.BackHint, Footer: 1,
		Do: func() kit.Turn { return kit.Pop(nil) }}}
}

func (s *rollSumScreen) Update(msg tea.Msg) kit.Turn {
	if k, ok := msg.(tea.KeyMsg); ok {
		s.paper.key(k)
	}
	return kit.Stay()
}

func (s *rollSumScreen) View(w, h int) string {
	of := map[rollState][]*Entry{}
	class := s.app.School.Class(s.queue.class)
	for _, e := range class {
		state := s.queue.state(e)
		of[state] = append(of[state], e)
	}
	lines := []string{kit.Strong.Paint(kit.Cut(s.t.Done(len(of[rollHasIt]), len(class), len(of[rollWaits])), w))}
	for _, part := range []struct {
		name  string
		state rollState
	}{{s.t.SumLeft, rollWaits}, {s.t.SumElsewhere, rollElsewhere}, {s.t.SumAbsent, rollAbsent}, {s.t.SumBlocked, rollBlocked}} {
		who := of[part.state]
		if part.state == rollElsewhere && len(who) == 0 {
			continue
		}
		lines = append(lines, "", kit.Strong.Paint(text.Count(part.name, len(who))))
		switch {
		case len(who) == 0:
			lines = append(lines, "  "+s.t.Nobody)
		case part.state == rollBlocked:
			lines = append(lines, s.blocked(who, w)...)
		default:
			lines = append(lines, s.names(who, w)...)
		}
	}
	return s.paper.view(lines, h)
}

func (s *rollSumScreen) names(who []*Entry, w int) (lines []string) {
	for _, e := range who {
		name := "  " + kit.Safe(s.app.rowName(e, w-2))
		if s.queue.state(e) == rollElsewhere {
			name += ": " + s.queue.atDesk(e)
		}
		lines = append(lines, kit.Cut(name, w))
	}
	return lines
}

// blocked are those who can't be given a code, by what stands in their way
// first, with the one thing that removes it.
func (s *rollSumScreen) blocked(who []*Entry, w int) (lines []string) {
	words := s.app.words()
	by := map[model.BlockerID][]*Entry{}
	for _, e := range who {
		var first model.BlockerID // none: the stage says why
		if len(e.Verdict.Blockers) > 0 {
			first = e.Verdict.Blockers[0].ID
		}
		by[first] = append(by[first], e)
	}
	for _, id := range append([]model.BlockerID{""}, model.BlockerIDs...) {
		if len(by[id]) == 0 {
			continue
		}
		lines = append(lines, kit.Cut("! "+text.Count(s.app.why(by[id][0]), len(by[id])), w))
		for _, l := range kit.Wrap(words.Remedy[id], max(1, w-2)) {
			lines = append(lines, "  "+kit.Dim.Paint(l))
		}
		lines = append(lines, s.names(by[id], w)...)
	}
	return lines
}
