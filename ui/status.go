package ui

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"okienko/model"
	"okienko/ui/desk"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// standing is how far a school is. Every student, also one who left, is at one
// of the stages, so these sum up to students; blocked counts for each blocker
// the students whom it blocks.
type standing struct {
	Date     model.Date              `json:"date"`
	Students int                     `json:"students"`
	Stages   map[model.Stage]int     `json:"stages"`
	Blocked  map[model.BlockerID]int `json:"blocked"`
	// Worklists has the names that export worklist takes.
	Worklists map[model.WorklistID]int `json:"worklists"`
	Classes   []classStanding          `json:"classes"`
	Today     todayStanding            `json:"today"`
}

// classStanding is the same of a class; whoever left is in none.
type classStanding struct {
	Class    string              `json:"class"`
	Students int                 `json:"students"`
	Stages   map[model.Stage]int `json:"stages"`
}

// todayStanding is what was handed over on the day. The seconds are from the
// code presented to the hand-over confirmed, for those of Timed; Paused took
// longer than model.Pause and are not among them.
type todayStanding struct {
	HandedOver int               `json:"handed_over"`
	Quarters   []quarterStanding `json:"quarters"`
	Timed      int               `json:"timed"`
	Paused     int               `json:"paused"`
	Average    float64           `json:"average_seconds"`
	Median     float64           `json:"median_seconds"`
}

type quarterStanding struct {
	From       string `json:"from"` // "08:15", in the school's zone
	HandedOver int    `json:"handed_over"`
}

func standingOf(d model.Day) standing {
	st := standing{Date: d.Date, Students: d.Students, Stages: d.Stages, Blocked: map[model.BlockerID]int{}, Worklists: d.Worklists, Classes: []classStanding{},
		Today: todayStanding{d.HandedOver, []quarterStanding{}, d.Timed, d.Paused, d.Average.Seconds(), d.Median.Seconds()}}
	for _, b := range d.Blocked {
		st.Blocked[b.ID] = b.Students
	}
	for _, c := range d.Classes {
		st.Classes = append(st.Classes, classStanding{c.Class.String(), c.Students, c.Stages})
	}
	for _, q := range d.Quarters {
		st.Today.Quarters = append(st.Today.Quarters, quarterStanding{q.From.Format("15:04"), q.HandedOver})
	}
	return st
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
		d, err := desk.CountDay(ctx, s.db, records, model.Viewpoint{Now: c.now(), Desk: s.actor.Desk})
		if err != nil {
			return err
		}
		return c.report(standingOf(d), func() error {
			lines := desk.DayInWords(c.lang, d, min(cmp.Or(columns(c.Out), 80), 120))
			lines = append(lines, c.worklists(d)...)
			return c.print(kit.LookOf(os.Getenv).Fit(ansi.Strip(strings.Join(lines, "\n"))))
		})
	})
}

// worklists are those in which somebody is, each with the name that export
// worklist takes.
func (c *command) worklists(d model.Day) (lines []string) {
	t := text.WorklistsIn(c.lang)
	for _, id := range model.WorklistIDs {
		if n := d.Worklists[id]; n > 0 {
			lines = append(lines, fmt.Sprintf("%5d  %s (%s)", n, t.Name[id], id))
		}
	}
	if len(lines) > 0 {
		lines = append([]string{"", t.Lists}, lines...)
	}
	return lines
}
