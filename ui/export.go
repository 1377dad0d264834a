package ui

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"okienko/model"
	"okienko/store/export"
	"okienko/ui/desk"
	"okienko/ui/text"
)

// exported is what export reports.
type exported struct {
	File  string `json:"file"`
	Lines int    `json:"lines"`
}

// exportedSIO is what the export for SIO reports beside.
type exportedSIO struct {
	exported
	Refused    []string `json:"refused"`
	DryRun     bool     `json:"dry_run,omitempty"`
	Registered int      `json:"registered"`
	Objected   int      `json:"objected"`
}

// exportedSlips is what the export of slips reports beside.
type exportedSlips struct {
	exported
	Codes int `json:"codes"`
	Dense int `json:"too_long_for_a_slip"`
}

func (c *command) exportCommand() *cobra.Command {
	return c.group("export",
		c.out(desk.OutRegister),
		c.out(desk.OutUncollected),
		c.out(desk.OutStatements),
		c.outWorklist(),
		c.outSIO(),
		c.outSlips(),
		c.exportPhotosCommand(),
		c.exportStudentCommand(),
		c.outDay(),
	)
}

// outFlags are those that every export has.
func (c *command) outFlags(v *cobra.Command, o *desk.Order) *cobra.Command {
	c.output(v.Flags(), &o.Path, o.Kind.Endings()...)
	v.Flags().BoolVar(&o.Replace, "force", false, c.t.Flag["force"])
	return c.withJSON(v)
}

// classFlag adds the class that a list is about, for the order's preparation.
func (c *command) classFlag(v *cobra.Command, o *desk.Order) func(*session) error {
	var class string
	c.text(v.Flags(), &class, "class", "")
	return func(*session) (err error) {
		if class == "" {
			return nil
		}
		if o.Class, err = model.ParseClass(class); err != nil || o.Class.IsZero() {
			return &usageError{text.OutIn(c.lang).NoSuchClass(class)}
		}
		return nil
	}
}

// out is the export of a list.
func (c *command) out(kind desk.OutKind) *cobra.Command {
	o := desk.Order{Kind: kind, Lang: c.lang}
	var prepare func(*session) error
	v := c.verb(string(kind), nil, func(ctx context.Context, _ []string) error { return c.export(ctx, &o, prepare) })
	prepare = c.classFlag(v, &o)
	if kind == desk.OutStatements { // import has one of this name
		v.Short = text.OutIn(c.lang).StatementsShort
	}
	return c.outFlags(v, &o)
}

// outDay is the day on one page, which is about no single class.
func (c *command) outDay() *cobra.Command {
	o := desk.Order{Kind: desk.OutDay, Lang: c.lang}
	v := c.verb("day", nil, func(ctx context.Context, _ []string) error { return c.export(ctx, &o, nil) })
	v.Short = text.ForgetIn(c.lang).DayShort
	return c.outFlags(v, &o)
}

// outWorklist is the export of a worklist, by the name that scripts know.
func (c *command) outWorklist() *cobra.Command {
	o := desk.Order{Kind: desk.OutWorklist, Lang: c.lang}
	var prepare func(*session) error
	v := c.verb("worklist", []string{text.OutIn(c.lang).ListArgument}, func(ctx context.Context, args []string) error {
		if o.Worklist = model.WorklistID(args[0]); !slices.Contains(model.WorklistIDs, o.Worklist) {
			return &usageError{text.OutIn(c.lang).NoSuchList(args[0])}
		}
		return c.export(ctx, &o, prepare)
	})
	prepare = c.classFlag(v, &o)
	v.Long = text.OutIn(c.lang).AllLists
	return c.outFlags(v, &o)
}

func (c *command) outSIO() *cobra.Command {
	o := desk.Order{Kind: desk.OutSIO, Lang: c.lang}
	var disabled string
	v := c.verb("sio", nil, func(ctx context.Context, _ []string) error {
		if disabled == "" {
			return &usageError{text.OutIn(c.lang).DisabledHow}
		}
		return c.export(ctx, &o, func(s *session) (err error) {
			if !isNobody(disabled) {
				o.SIO.Disabled, err = c.people(ctx, s, disabled)
			}
			return err
		})
	})
	c.text(v.Flags(), &disabled, "disabled", "")
	v.Flags().BoolVar(&o.SIO.WithoutPortraits, "without-photos", false, c.t.Flag["without-photos"])
	v.Flags().BoolVar(&o.DryRun, "dry-run", false, text.OutIn(c.lang).SIODryRun)
	return c.outFlags(v, &o)
}

func (c *command) outSlips() *cobra.Command {
	o := desk.Order{Kind: desk.OutSlips, Lang: c.lang}
	var only string
	var class func(*session) error
	v := c.verb("slips", nil, func(ctx context.Context, _ []string) error {
		return c.export(ctx, &o, func(s *session) (err error) {
			if err := class(s); err != nil {
				return err
			}
			if o.WithCodes && o.Class.IsZero() && only == "" {
				return &usageError{text.OutIn(c.lang).CodesNeedChoice}
			}
			if only != "" {
				o.Only, err = c.people(ctx, s, only)
			}
			return err
		})
	})
	class = c.classFlag(v, &o)
	c.text(v.Flags(), &only, "only", "")
	v.Flags().BoolVar(&o.WithCodes, "with-codes", false, c.t.Flag["with-codes"])
	return c.outFlags(v, &o)
}

// people reads a list of students, or says what is wrong with it.
func (c *command) people(ctx context.Context, s *session, path string) (map[model.StudentID]bool, error) {
	chosen, err := desk.People(ctx, s.db, path, true, model.DateOf(c.now().In(s.db.Profile().Zone())))
	if err == nil {
		return chosen, nil
	}
	if lines, ok := desk.PeopleLines(c.lang, err); ok {
		return nil, &saidError{strings.Join(lines, "\n"), err}
	}
	return nil, &saidError{c.unreadable(err, path), err}
}

// export writes a file. prepare completes the order with what has to be read
// first; nil: nothing has.
func (c *command) export(ctx context.Context, o *desk.Order, prepare func(*session) error) error {
	switch {
	case o.DryRun:
	case o.Path == "":
		return &usageError{c.t.FlagRequired("-o")}
	case !o.Kind.Fits(o.Path):
		return &usageError{text.OutIn(c.lang).BadEnding(o.Path, strings.Join(o.Kind.Endings(), ", "))}
	}
	return c.inSchool(ctx, func(s *session) error {
		if prepare != nil {
			if err := prepare(s); err != nil {
				return err
			}
		}
		w, err := o.Write(ctx, s.db, s.actor, c.now())
		var disk *export.DiskError
		switch {
		case errors.Is(err, export.ErrExists):
			return &saidError{c.t.Exists(o.Path), err}
		case errors.As(err, &disk):
			return &saidError{c.t.CantWrite(o.Path), err}
		case err != nil:
			return err
		}
		return c.tellExported(o, w)
	})
}

func (c *command) tellExported(o *desk.Order, w desk.Written) error {
	t, all := text.OutIn(c.lang), exported{w.Path, w.Lines}
	switch o.Kind {
	case desk.OutSIO:
		refused := desk.RefusedLines(c.lang, w)
		said := t.SIODone(w.Lines, w.Path)
		switch {
		case w.Lines == 0:
			said = t.SIONobody
		case o.DryRun:
			said = t.SIOWould(w.Lines)
		}
		err := c.report(exportedSIO{all, refused, o.DryRun, w.SIO.Registered, w.SIO.Objected}, func() error {
			lines := append([]string{said, t.SIOLeft(len(refused), w.SIO.Registered, w.SIO.Objected)}, refused...)
			return c.print(strings.Join(lines, "\n  "))
		})
		switch {
		case err != nil:
			return err
		case w.Lines == 0 && !o.DryRun:
			return errNothing
		case len(refused) > 0:
			return errRefused
		}
		return nil
	case desk.OutSlips:
		return c.report(exportedSlips{all, w.Codes, w.Dense}, func() error { return c.print(t.SlipsDone(w.Lines, w.Codes, w.Dense, w.Path)) })
	case desk.OutDay:
		return c.report(all, func() error { return c.print(text.DayIn(c.lang).Written(w.Path)) })
	case desk.OutRegister:
		return c.report(all, func() error { return c.print(c.t.Exported(w.Lines, w.Path)) })
	}
	return c.report(all, func() error { return c.print(t.Done(w.Lines, w.Path)) })
}

// isNobody reports whether somebody said in any of the languages that nobody
// is on a list.
func isNobody(s string) bool {
	for _, word := range []string{"nikt", "nobody", "none", "ніхто"} {
		if strings.EqualFold(strings.TrimSpace(s), word) {
			return true
		}
	}
	return false
}
