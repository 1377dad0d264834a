package ui

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"okienko/store"
	"okienko/ui/text"
)

// finding is one thing that doctor looked at. A bad one's message says what to
// do.
type finding struct {
	ID      string `json:"id"` // "database", "references", "forgotten", "clock", "register", "modes", "inbox", "disk"
	OK      bool   `json:"ok"`
	Message string `json:"message"`
}

// health is what doctor reports.
type health struct {
	OK        bool      `json:"ok"`
	Lines     int64     `json:"register_lines"`
	Forgotten int64     `json:"forgotten_lines"`
	Checks    []finding `json:"checks"`
}

func (h *health) add(id string, ok bool, message string) {
	h.OK = h.OK && ok
	h.Checks = append(h.Checks, finding{id, ok, message})
}

func (c *command) doctorCommand() *cobra.Command {
	return c.withJSON(c.verb("doctor", nil, c.doctor))
}

// doctor looks at everything that can go wrong unnoticed. What it finds bad
// makes exit code 1.
func (c *command) doctor(ctx context.Context, _ []string) error {
	return c.inSchool(ctx, func(s *session) error {
		d := doctor{c: c, t: text.DoctorIn(c.lang), s: s, health: health{OK: true}}
		for _, check := range []func(context.Context) error{d.database, d.register, d.files, d.disk} {
			if err := check(ctx); err != nil {
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
	})
}

// doctor collects findings. Its checks return only what ends the examination.
type doctor struct {
	health
	c *command
	t *text.Doctor
	s *session
}

// database looks at the file with SQLite's own means, and whether every record
// in it can be read. A damaged one is not asked further.
func (d *doctor) database(ctx context.Context) error {
	check, err := d.s.db.Check(ctx)
	if err == nil && len(check.Damage)+len(check.Orphans) == 0 {
		_, _, err = d.s.db.School(ctx)
	}
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		d.s.log.Error("the database can't be checked", "error", forLog(err))
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
	d.Forgotten = check.Forgotten
	d.add("forgotten", true, d.t.Forgotten(check.Forgotten))
	if now := d.c.now(); now.Before(check.LastLine) {
		d.add("clock", false, d.t.ClockBack(check.LastLine.In(d.c.zone).Format(time.DateTime)))
	} else {
		d.add("clock", true, d.t.ClockGood)
	}
	return nil
}

func (d *doctor) register(ctx context.Context) error {
	lines, err := d.s.db.VerifyRegister(ctx)
	var broken *store.BrokenChainError
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &broken):
		d.add("register", false, d.t.RegisterBroken(broken.Seq))
	case err != nil:
		d.s.log.Error("the register can't be checked", "error", forLog(err))
		d.add("register", false, text.Error(d.c.lang, err, d.c.zone))
	default:
		d.Lines = lines
		d.add("register", true, d.t.RegisterWhole(lines))
	}
	return nil
}

func (c *command) printHealth(h health) error {
	t := text.DoctorIn(c.lang)
	for _, f := range h.Checks {
		sign := t.Good
		if !f.OK {
			sign = t.Bad
		}
		if err := c.print(fmt.Sprintf("%-8s %s", sign, f.Message)); err != nil {
			return err
		}
	}
	return nil
}
