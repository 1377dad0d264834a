package ui

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"okienko/model"
	"okienko/ui/text"
)

// purged is what purge reports.
type purged struct {
	Photos      int  `json:"photos"`
	Files       int  `json:"inbox_files"`
	Left        int  `json:"inbox_files_left"`
	LogHeld     bool `json:"log_held"`
	BackupsKept int  `json:"daily_backups_kept"`
	Codes       int  `json:"codes"`
	Sheets      int  `json:"statements"`
	Lines       int  `json:"register_details"`
	Collected   int  `json:"collectors"`
	Students    int  `json:"students"`
	Aside       int  `json:"files_put_aside"`
	Outgoing    int  `json:"files_written"`
	Copies      int  `json:"former_copies"`
}

// coming is what purge --dry-run reports.
type coming struct {
	Days int        `json:"days"`
	Due  []comesDay `json:"due"`
	Held int        `json:"held"` // students who wait for somebody to do something first
}

type comesDay struct {
	Day   model.Date       `json:"day"`
	Kind  model.ForgetKind `json:"kind"`
	Count int              `json:"count"`
}

func (c *command) purgeCommand() *cobra.Command {
	var dry, copies bool
	t := text.ForgetIn(c.lang)
	v := c.verb("purge", nil, func(ctx context.Context, args []string) error {
		switch {
		case dry && copies:
			return &usageError{t.NotBoth}
		case dry:
			return c.purgeDry(ctx)
		case copies:
			return c.purgeCopies(ctx)
		}
		return c.purge(ctx, args)
	})
	v.Flags().BoolVar(&dry, "dry-run", false, t.DryRunFlag)
	v.Flags().BoolVar(&copies, "copies", false, t.CopiesFlag)
	v.Short = text.AlbumIn(c.lang).PurgeShort
	return c.withJSON(v)
}

// purge forgets what is due. Exit code 1 says that something
// of them is still there.
func (c *command) purge(ctx context.Context, _ []string) error {
	return c.inSchool(ctx, func(s *session) error {
		p, err := s.folder.Purge(ctx, s.db, s.actor)
		if err != nil {
			return err
		}
		keep := s.db.Profile().Backup.Keep
		said := text.AlbumIn(c.lang).Purge(p.Photos, p.Files, p.Left, keep, p.Held)
		if went := text.ForgetIn(c.lang).Went(p.Forgot); went != "" {
			said += "\n" + went
		}
		done := purged{p.Photos, p.Files, p.Left, p.Held, keep, p.Codes, p.Sheets, p.Lines, p.Collected, p.Students, p.Aside, p.Outgoing, p.Copies}
		if err := c.report(done, func() error { return c.print(said) }); err != nil {
			return err
		}
		if p.Left > 0 || p.Held {
			return errRefused
		}
		return nil
	})
}

// purgeDry says what will be forgotten, and forgets nothing.
func (c *command) purgeDry(ctx context.Context) error {
	return c.inSchool(ctx, func(s *session) error {
		all, err := s.folder.Forecast(ctx, s.db)
		if err != nil {
			return err
		}
		due := coming{Days: model.ForecastDays, Due: []comesDay{}, Held: all.Held}
		for _, f := range all.Coming {
			due.Due = append(due.Due, comesDay{f.Day, f.Kind, f.Count})
		}
		t := text.ForgetIn(c.lang)
		return c.report(due, func() error { return c.print(t.Coming + ":\n" + strings.Join(t.Outlook(all), "\n")) })
	})
}

// purgeCopies removes the copies of a former database at once.
func (c *command) purgeCopies(ctx context.Context) error {
	return c.inSchool(ctx, func(s *session) error {
		n, err := s.folder.ForgetCopies(ctx, s.db, s.actor)
		if err != nil {
			return err
		}
		return c.report(purgedCopies{n}, func() error { return c.print(text.ForgetIn(c.lang).CopiesGone(n)) })
	})
}

// purgedCopies is what purge --copies reports.
type purgedCopies struct {
	Copies int `json:"former_copies"`
}

// purge notes in the log what was done: the window is not disturbed.
func (s *session) purge(ctx context.Context) {
	p, err := s.folder.Purge(ctx, s.db, s.actor)
	switch {
	case ctx.Err() != nil:
		return
	case err != nil:
		s.log.Error("not all that is due could be forgotten", "error", err)
	}
	if p.Photos > 0 || p.Left > 0 {
		s.log.Info(fmt.Sprintf("photos deleted on their day: %d, files of the inbox: %d, left there: %d", p.Photos, p.Files, p.Left))
	}
	if f := p.Forgot; !f.None() {
		s.log.Info(fmt.Sprintf("forgotten: %d codes, %d statements, %d details of the register, %d students, %d files put aside, %d files written for people, %d copies of a former database",
			f.Codes, f.Sheets, f.Lines+f.Collected, f.Students, f.Aside, f.Outgoing, f.Copies))
	}
}
