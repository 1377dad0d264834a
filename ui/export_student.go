package ui

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"okienko/store"
	"okienko/store/export"
	"okienko/ui/text"
)

// target is where an export goes.
type target struct {
	path    string
	replace bool
}

func (c *command) into(v *cobra.Command, to *target, endings ...string) *cobra.Command {
	c.output(v.Flags(), &to.path, endings...)
	v.Flags().BoolVar(&to.replace, "force", false, c.t.Flag["force"])
	return c.withJSON(v)
}

// written explains what went wrong with a file.
func (c *command) written(path string, err error) error {
	var disk *export.DiskError
	switch {
	case errors.Is(err, export.ErrExists):
		return &saidError{c.t.Exists(path), err}
	case errors.As(err, &disk):
		return &saidError{c.t.CantWrite(path), err}
	}
	return err
}

func (c *command) exportStudentCommand() *cobra.Command {
	t := text.ForgetIn(c.lang)
	var to target
	v := c.verb("student", []string{t.StudentArgument}, func(ctx context.Context, args []string) error { return c.exportStudent(ctx, args[0], to) })
	v.Short = t.ExportShort
	return c.into(v, &to, ".json", ".pdf")
}

// exportStudent writes all that is held on one student, for whoever asks what
// that is (RODO art. 15).
func (c *command) exportStudent(ctx context.Context, which string, to target) error {
	t, ending := text.ForgetIn(c.lang), export.Ending(to.path)
	switch {
	case to.path == "":
		return &usageError{c.t.FlagRequired("-o")}
	case ending != ".json" && ending != ".pdf":
		return &usageError{t.BadEnding(to.path)}
	}
	return c.inSchool(ctx, func(s *session) error {
		r, err := c.student(ctx, s, which)
		if err != nil {
			return err
		}
		if !to.replace && export.Exists(to.path) { // or the register would say that the data was given out
			return c.written(to.path, export.ErrExists)
		}
		h, err := s.db.StudentHeld(ctx, s.actor, r.ID)
		if err != nil {
			return err
		}
		undo, err := s.db.NoteOutgoing(ctx, s.actor, to.path, store.About{Kind: store.AboutStudent, ID: int64(r.ID)})
		if err != nil {
			return err
		}
		if ending == ".json" {
			err = export.WriteJSON(to.path, c.heldJSON(h, s.db.Profile()), to.replace)
		} else {
			err = export.Write(to.path, c.heldSheet(h, s), to.replace)
		}
		if err != nil {
			undo()
			return c.written(to.path, err)
		}
		return c.report(exported{File: to.path, Lines: len(h.Lines)}, func() error { return c.print(t.Exported(to.path)) })
	})
}
