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
}

// coming is what purge --dry-run reports.
type coming struct {
	Days int        `json:"days"`
	Due  []comesDay `json:"due"`
}

type comesDay struct {
	Day   model.Date       `json:"day"`
	Kind  model.ForgetKind `json:"kind"`
	Count int              `json:"count"`
}

func (c *command) purgeCommand() *cobra.Command {
	var dry bool
	v := c.verb("purge", nil, func(ctx context.Context, args []string) error {
		if dry {
			return c.purgeDry(ctx)
		}
		return c.purge(ctx, args)
	})
	v.Flags().BoolVar(&dry, "dry-run", false, text.ForgetIn(c.lang).DryRunFlag)
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
		done := purged{p.Photos, p.Files, p.Left, p.Held, keep, p.Codes, p.Sheets, p.Lines, p.Collected, p.Students, p.Aside}
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
		due := coming{Days: model.ForecastDays, Due: []comesDay{}}
		for _, f := range all {
			due.Due = append(due.Due, comesDay{f.Day, f.Kind, f.Count})
		}
		t := text.ForgetIn(c.lang)
		return c.report(due, func() error { return c.print(t.Coming + ":\n" + strings.Join(t.Comes(all), "\n")) })
	})
}

// purge notes in the log what was done: the window is not disturbed.
func (s *session) purge(ctx context.Context) {
	p, err := s.folder.Purge(ctx, s.db, s.actor)
	switch {
	case ctx.Err() != nil:
		return
	case err != nil:
		s.log.Error("not all that is due could be forgotten", "error", forLog(err))
	}
	if p.Photos > 0 || p.Left > 0 {
		s.log.Info(fmt.Sprintf("photos deleted on their day: %d, files of the inbox: %d, left there: %d", p.Photos, p.Files, p.Left))
	}
	if f := p.Forgot; !f.None() {
		s.log.Info(fmt.Sprintf("forgotten: %d codes, %d statements, %d details of the register, %d students, %d files put aside",
			f.Codes, f.Sheets, f.Lines+f.Collected, f.Students, f.Aside))
	}
}
