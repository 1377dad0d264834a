package ui

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/spf13/cobra"

	"okienko/model"
	"okienko/store"
	"okienko/ui/text"
)

// finding is one thing that doctor looked at. A bad one's message says what to
// do.
type finding struct {
	ID      string `json:"id"` // "database", "references", "schema", "forgotten", "clock", "register", "lock", "modes", "inbox", "stale", "copies", "backup", "disk", "terminal"
	OK      bool   `json:"ok"`
	Note    bool   `json:"note,omitempty"` // somebody chose so, but should know
	Message string `json:"message"`
}

// health is what doctor reports.
type health struct {
	OK         bool      `json:"ok"`
	Lines      int64     `json:"register_lines"`
	Forgotten  int64     `json:"forgotten_lines"`
	LastBackup string    `json:"last_backup,omitempty"` // the last daily one, RFC 3339
	Checks     []finding `json:"checks"`
}

func (h *health) add(id string, ok bool, message string) {
	h.OK = h.OK && ok
	h.Checks = append(h.Checks, finding{ID: id, OK: ok, Message: message})
}

// note adds what is not wrong, since the school chose it, but worth knowing.
func (h *health) note(id, message string) {
	h.Checks = append(h.Checks, finding{ID: id, OK: true, Note: true, Message: message})
}

func (c *command) doctorCommand() *cobra.Command {
	return c.withJSON(c.verb("doctor", nil, c.doctor))
}

// doctor looks at everything that can go wrong unnoticed. What it finds bad
// makes exit code 1. A school that can't be opened is a finding too: what else
// is wrong may be the reason.
func (c *command) doctor(ctx context.Context, _ []string) error {
	d := doctor{c: c, t: text.DoctorIn(c.lang), health: health{OK: true}}
	err := c.inSchool(ctx, func(s *session) error {
		d.folder, d.log, d.db, d.rules = s.folder, s.log, s.db, s.db.Profile().Backup
		return d.examine(ctx, d.database, d.register, d.lock, d.files, d.stale, d.backup, d.disk, d.terminal)
	})
	if err != nil && !unopened(err) {
		return err
	}
	if err != nil {
		d.folder = c.dataFolder()
		d.add("database", false, text.Error(c.lang, err, c.zone))
		if err := d.examine(ctx, d.files, d.stale, d.disk, d.terminal); err != nil {
			return err
		}
	}
	if err := c.report(d.health, func() error { return c.printHealth(d.health) }); err != nil {
		return err
	}
	if !d.OK {
		return errRefused
	}
	return nil
}

// unopened reports whether an error is about a school that is there, but can't
// be opened.
func unopened(err error) bool {
	for _, known := range []error{store.ErrDamaged, store.ErrNotOurs, store.ErrNewerFile, store.ErrLogLost, store.ErrNoDatabase,
		store.ErrBusy, store.ErrFull, store.ErrNoAccess, store.ErrRestoring} {
		if errors.Is(err, known) {
			return true
		}
	}
	return false
}

func (d *doctor) examine(ctx context.Context, checks ...func(context.Context) error) error {
	for _, check := range checks {
		if err := check(ctx); err != nil {
			return err
		}
	}
	return nil
}

// doctor collects findings. Its checks return only what ends the examination.
type doctor struct {
	health
	c      *command
	t      *text.Doctor
	folder store.Folder
	db     *store.DB // nil: it can't be opened
	log    *slog.Logger
	rules  model.BackupRules
	// sealless says that there is nobody to seal a backup to.
	sealless bool
	begun    time.Time // when the register was begun; zero: not yet
}

// database looks at the file with SQLite's own means, and whether every record
// in it can be read. A damaged one is not asked further.
func (d *doctor) database(ctx context.Context) error {
	check, err := d.db.Check(ctx)
	if err == nil && len(check.Damage)+len(check.Orphans) == 0 {
		_, _, err = d.db.School(ctx)
	}
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		d.log.Error("the database can't be checked", "error", err)
		d.add("database", false, d.t.DatabaseUnread)
		return nil
	case len(check.Damage) > 0:
		d.add("database", false, d.t.DatabaseDamaged(check.Damage[0]))
		return nil
	}
	d.add("database", true, d.t.DatabaseWhole)
	if len(check.Orphans) > 0 {
		o := check.Orphans[0]
		d.add("references", false, d.t.Orphans(len(check.Orphans), o.Table, o.Row))
	} else {
		d.add("references", true, d.t.NoOrphans)
	}
	if len(check.Schema) > 0 {
		d.add("schema", false, d.t.SchemaStrange(check.Schema))
	} else {
		d.add("schema", true, d.t.SchemaGood)
	}
	d.begun = check.FirstLine
	d.Forgotten = check.Forgotten
	d.add("forgotten", true, d.t.Forgotten(check.Forgotten))
	if now := d.c.now(); now.Before(check.LastLine) {
		d.add("clock", false, d.t.ClockBack(check.LastLine.In(d.c.zone).Format(text.Moment)))
	} else {
		d.add("clock", true, d.t.ClockGood)
	}
	return nil
}

func (d *doctor) register(ctx context.Context) error {
	lines, err := d.db.VerifyRegister(ctx)
	var broken *store.BrokenChainError
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &broken):
		d.add("register", false, d.t.RegisterBroken(broken.Seq))
	case err != nil:
		d.log.Error("the register can't be checked", "error", err)
		d.add("register", false, text.Error(d.c.lang, err, d.c.zone))
	default:
		d.Lines = lines
		d.add("register", true, d.t.RegisterWhole(lines))
	}
	return nil
}

// lock says who can read the files. A school without a passphrase chose so, and
// is reminded of it.
func (d *doctor) lock(ctx context.Context) error {
	l, err := d.db.Locks(ctx)
	switch {
	case err != nil:
		d.log.Error("the lock can't be read", "error", err)
		d.add("lock", false, text.Error(d.c.lang, err, d.c.zone))
	case l.Unscrubbed:
		d.add("lock", false, d.t.LockUnscrubbed)
	case l.Open:
		d.note("lock", d.t.LockOpen(l.Recipients))
		d.sealless = l.Recipients == 0
	default:
		d.add("lock", true, d.t.LockGood(l.Recipients))
	}
	return nil
}

func (c *command) printHealth(h health) error {
	t := text.DoctorIn(c.lang)
	for _, f := range h.Checks {
		sign := t.Good
		switch {
		case !f.OK:
			sign = t.Bad
		case f.Note:
			sign = t.Note
		}
		if err := c.print(entry(sign, f.Message, columns(c.Out))); err != nil {
			return err
		}
	}
	return nil
}
