package desk

import (
	tea "github.com/charmbracelet/bubbletea"

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
	}{{s.t.SumAbsent, rollAbsent}, {s.t.SumBlocked, rollBlocked}, {s.t.SumLeft, rollWaits}, {s.t.SumElsewhere, rollElsewhere}} {
		if part.state == rollElsewhere && len(of[part.state]) == 0 {
			continue
		}
		lines = append(lines, "", kit.Strong.Paint(text.Count(part.name, len(of[part.state]))))
		for _, e := range of[part.state] {
			name := "  " + kit.Safe(s.app.rowName(e, w-2))
			switch part.state {
			case rollBlocked:
				name += ": " + s.app.why(e)
			case rollElsewhere:
				name += ": " + s.t.AtDesk(e.Verdict.Code.Claim.Desk)
			}
			lines = append(lines, kit.Cut(name, w))
			if part.state == rollBlocked && len(e.Verdict.Blockers) > 0 {
				for _, l := range kit.Wrap(s.app.words().Remedy[e.Verdict.Blockers[0].ID], max(1, w-6)) {
					lines = append(lines, "      "+kit.Dim.Paint(l))
				}
			}
		}
		if len(of[part.state]) == 0 {
			lines = append(lines, "  "+s.t.Nobody)
		}
	}
	return s.paper.view(lines, h)
}
