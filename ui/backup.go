package ui

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"github.com/spf13/cobra"

	"okienko/model"
	"okienko/store"
	"okienko/ui/text"
)

// backedUp is what backup reports.
type backedUp struct {
	File  string `json:"file"`
	Bytes int64  `json:"bytes"`
	Lines int64  `json:"register_lines"`
}

// restored is what restore reports.
type restored struct {
	School string   `json:"school"`
	Lines  int64    `json:"register_lines"`
	Last   string   `json:"last_line"` // RFC 3339; "": no line
	Kept   []string `json:"kept"`      // where the former files are
	Locked bool     `json:"passphrase"`
	Keys   int      `json:"recovery_keys"`
	// What had been deleted since the backup and is there again.
	Unknown  bool              `json:"deleted_since_unknown"`
	Students []model.StudentID `json:"erased_since"`
	Purged   int               `json:"purges_since"`
	NoHost   bool              `json:"new_host_key"` // serve will make one
}

func (c *command) backupCommand() *cobra.Command {
	var force bool
	v := c.verb("backup", []string{c.t.FileArgument}, func(ctx context.Context, args []string) error {
		return c.backup(ctx, args[0], force)
	})
	v.Long = text.BackupIn(c.lang).BackupHelp
	v.Flags().BoolVar(&force, "force", false, c.t.Flag["force"])
	return c.withJSON(v)
}

// backup writes a sealed copy of the school while desks go on working.
func (c *command) backup(ctx context.Context, file string, force bool) error {
	if c.demo {
		return &usageError{c.t.NotWithDemo}
	}
	return c.inSchool(ctx, func(s *session) error {
		b, err := s.folder.Backup(ctx, s.db, file, force)
		if err != nil {
			return c.backupFailed(err, file)
		}
		done := backedUp{b.File, b.Bytes, b.Lines}
		return c.report(done, func() error { return c.tell(text.BackupIn(c.lang).Made(b.File, b.Bytes, b.Lines)) })
	})
}

// backupFailed finds the sentence where it depends on the file.
func (c *command) backupFailed(err error, file string) error {
	t := text.BackupIn(c.lang)
	var broken *store.BrokenChainError
	var path *fs.PathError
	switch {
	case errors.Is(err, store.ErrBackupExists):
		return &saidError{c.t.Exists(file), err}
	case errors.As(err, &broken):
		return &saidError{t.BrokenHere(broken.Seq), err}
	case errors.Is(err, store.ErrDamaged):
		return &saidError{t.DamagedHere, err}
	case errors.Is(err, store.ErrFull):
		return &saidError{t.NoRoom, err}
	case errors.As(err, &path):
		return &saidError{c.t.CantWrite(file), err}
	}
	return err
}

func (c *command) restoreCommand() *cobra.Command {
	v := c.verb("restore", []string{c.t.FileArgument}, func(ctx context.Context, args []string) error {
		return c.restore(ctx, args[0])
	})
	v.Long = text.BackupIn(c.lang).RestoreHelp
	return c.withJSON(v)
}

// restore puts a backup in the place of the school in the data folder.
func (c *command) restore(ctx context.Context, file string) error {
	if c.demo {
		return &usageError{c.t.NotWithDemo}
	}
	key, err := c.backupKey(ctx)
	if err != nil {
		return err
	}
	r, err := c.dataFolder().Restore(ctx, file, store.RestoreOptions{Key: key, Now: c.now})
	if err != nil {
		c.note("a restore failed", err)
		return c.restoreFailed(err, file)
	}
	done := restored{School: r.School, Lines: r.Lines, Kept: append([]string{}, r.Kept...), Locked: !r.Locks.Open, Keys: r.Locks.Recipients,
		Unknown: r.Back.Unknown, Students: append([]model.StudentID{}, r.Back.Students...), Purged: r.Back.Purged}
	_, err = os.Stat(c.hostKeyFile())
	done.NoHost = errors.Is(err, fs.ErrNotExist) && len(r.Kept) == 0 // else there never was one here
	last := ""
	if !r.Last.IsZero() {
		done.Last = r.Last.Format(time.RFC3339)
		last = r.Last.In(c.zone).Format(text.Moment)
	}
	lock := text.LockIn(c.lang)
	said := lock.LocksThatDay
	if r.Locks.Open {
		said = lock.Unlocked
	}
	return c.report(done, func() error {
		return errors.Join(c.tell(text.BackupIn(c.lang).Restored(r.School, r.Lines, last, r.Kept)+" "+said+" "+lock.Recipients(r.Locks.Recipients)),
			c.restoredBut(r.Back, done.NoHost))
	})
}

// restoredBut says what there is to do after a restore.
func (c *command) restoredBut(back store.CameBack, noHost bool) (err error) {
	t := text.BackupIn(c.lang)
	switch {
	case back.Unknown:
		err = c.tell(t.BackUnknown)
	case len(back.Students) > 0:
		err = c.tell(t.BackStudents(back.Students))
	}
	if back.Unknown || len(back.Students) > 0 || back.Purged > 0 {
		err = errors.Join(err, c.tell(t.BackPurged))
	}
	if noHost {
		err = errors.Join(err, c.tell(t.NewHostKey))
	}
	return err
}

func (c *command) restoreFailed(err error, file string) error {
	t := text.BackupIn(c.lang)
	var broken *store.BrokenChainError
	switch {
	case errors.As(err, &broken):
		return &saidError{t.BrokenThere(broken.Seq), err}
	case errors.Is(err, store.ErrDamaged), errors.Is(err, store.ErrNotOurs), errors.Is(err, store.ErrBackupBad):
		return &saidError{t.BadThere(file), err}
	case errors.Is(err, store.ErrNewerFile):
		return &saidError{t.NewerThere, err}
	case errors.Is(err, store.ErrFull):
		return &saidError{t.NoRoom, err}
	case errors.Is(err, fs.ErrNotExist):
		return &saidError{c.t.CantRead(file), err}
	}
	return err
}

// backupKey is what a backup is opened with: the key that was handed over, or
// else the passphrase, asked for on the terminal.
func (c *command) backupKey(ctx context.Context) (store.Key, error) {
	key, err := c.givenKey()
	switch {
	case err != nil || key != store.Key{}:
		return key, err
	case !c.canAsk():
		return key, &saidError{sentence: text.BackupIn(c.lang).NoKey}
	}
	key.Passphrase, err = c.askSecret(ctx, text.BackupIn(c.lang).AskPassphrase)
	return key, err
}

// backUpDaily makes a backup if one is due. That it fails stands on the lists of
// all desks, in the log, and in what doctor finds.
func (s *session) backUpDaily(ctx context.Context, lang text.Lang) {
	b, made, err := s.folder.BackupDaily(ctx, s.db)
	switch {
	case ctx.Err() != nil:
	case err != nil:
		s.log.Error("the daily backup failed", "error", err)
		s.backupFault.Store(&text.BackupIn(lang).DailyFailed)
		return
	case made:
		s.log.Info(fmt.Sprintf("a daily backup was made, %d bytes, %d lines of the register", b.Bytes, b.Lines))
	}
	if ctx.Err() == nil {
		s.backupFault.Store(nil)
	}
}
