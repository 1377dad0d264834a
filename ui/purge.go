package ui

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"okienko/ui/text"
)

// purged is what purge reports.
type purged struct {
	Photos      int  `json:"photos"`
	Files       int  `json:"inbox_files"`
	Left        int  `json:"inbox_files_left"`
	LogHeld     bool `json:"log_held"`
	BackupsKept int  `json:"daily_backups_kept"`
}

func (c *command) purgeCommand() *cobra.Command {
	v := c.verb("purge", nil, c.purge)
	v.Short = text.AlbumIn(c.lang).PurgeShort
	return c.withJSON(v)
}

// purge deletes the photos whose day has come. Exit code 1 says that something
// of them is still there.
func (c *command) purge(ctx context.Context, _ []string) error {
	return c.inSchool(ctx, func(s *session) error {
		p, err := s.folder.Purge(ctx, s.db, s.actor)
		if err != nil {
			return err
		}
		keep := s.db.Profile().Backup.Keep
		said := text.AlbumIn(c.lang).Purge(p.Photos, p.Files, p.Left, keep, p.Held)
		if err := c.report(purged{p.Photos, p.Files, p.Left, p.Held, keep}, func() error { return c.print(said) }); err != nil {
			return err
		}
		if p.Left > 0 || p.Held {
			return errRefused
		}
		return nil
	})
}

// purgeEvery is how often an open school deletes the photos whose day has come.
const purgeEvery = time.Hour

// purgeHourly deletes them now and as long as the school is open. stop ends it.
func (c *command) purgeHourly(ctx context.Context, s *session) (stop func()) {
	if c.demo {
		return func() {}
	}
	ctx, cancel := context.WithCancel(ctx)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for {
			s.purge(ctx)
			select {
			case <-ctx.Done():
				return
			case <-time.After(purgeEvery):
			}
		}
	}()
	return func() { cancel(); <-ended }
}

// purge notes in the log what was done: the window is not disturbed.
func (s *session) purge(ctx context.Context) {
	p, err := s.folder.Purge(ctx, s.db, s.actor)
	switch {
	case ctx.Err() != nil:
	case err != nil:
		s.log.Error("photos whose day has come could not be deleted", "error", forLog(err))
	case p.Photos > 0 || p.Left > 0:
		s.log.Info(fmt.Sprintf("photos deleted on their day: %d, files of the inbox: %d, left there: %d", p.Photos, p.Files, p.Left))
	}
}
