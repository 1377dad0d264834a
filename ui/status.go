package ui

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/mattn/go-runewidth"
	"github.com/spf13/cobra"

	"okienko/model"
	"okienko/ui/text"
)

// standing is how far a school is. Every student, also one who left, is at one
// of the stages, so these sum up to students; blocked counts for each blocker
// the students whom it blocks.
type standing struct {
	Students int                     `json:"students"`
	Stages   map[model.Stage]int     `json:"stages"`
	Blocked  map[model.BlockerID]int `json:"blocked"`
}

func (c *command) statusCommand() *cobra.Command {
	v := c.verb("status", nil, c.status)
	v.Long = c.t.StatusHelp
	return c.withJSON(v)
}

func (c *command) status(ctx context.Context, _ []string) error {
	return c.inSchool(ctx, func(s *session) error {
		records, _, err := s.db.School(ctx)
		if err != nil {
			return err
		}
		st := standing{Students: len(records), Stages: map[model.Stage]int{}, Blocked: map[model.BlockerID]int{}}
		for _, stage := range model.Stages {
			st.Stages[stage] = 0
		}
		for _, r := range records {
			a := model.Assess(r, s.db.Profile(), model.Viewpoint{Now: c.now(), Desk: s.actor.Desk})
			st.Stages[a.Stage]++
			for _, b := range a.Blockers {
				st.Blocked[b.ID]++
			}
		}
		return c.report(st, func() error { return c.print(c.standingText(st)) })
	})
}

// standingText is a standing for people.
func (c *command) standingText(st standing) string {
	var b strings.Builder
	words := text.In(c.lang)
	line := func(name string, n int) { fmt.Fprintf(&b, "  %s %5d\n", runewidth.FillRight(name, 44), n) }
	fmt.Fprintf(&b, "%s: %d\n\n%s:\n", c.t.Students, st.Students, c.t.Stages)
	for _, stage := range model.Stages {
		line(words.Stage[stage], st.Stages[stage])
	}
	fmt.Fprintf(&b, "\n%s:\n", c.t.Blockers)
	most := slices.SortedFunc(maps.Keys(st.Blocked), func(a, b model.BlockerID) int {
		return cmp.Or(st.Blocked[b]-st.Blocked[a], cmp.Compare(a, b))
	})
	for _, id := range most {
		line(words.Blocker[id], st.Blocked[id])
	}
	if len(st.Blocked) == 0 {
		b.WriteString("  " + c.t.NoBlockers + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}
