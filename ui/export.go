package ui

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"okienko/store/export"
	"okienko/ui/text"
)

// exported is what export reports.
type exported struct {
	File  string `json:"file"`
	Lines int    `json:"lines"`
}

func (c *command) exportCommand() *cobra.Command {
	var file string
	var force bool
	v := c.verb("register", nil, func(ctx context.Context, _ []string) error { return c.exportRegister(ctx, file, force) })
	c.text(v.Flags(), &file, "output", "o")
	v.Flags().BoolVar(&force, "force", false, c.t.Flag["force"])
	return c.group("export", c.withJSON(v), c.exportPhotosCommand())
}

// exportRegister writes the register of hand-overs that the law asks for.
func (c *command) exportRegister(ctx context.Context, file string, force bool) error {
	switch {
	case file == "":
		return &usageError{c.t.FlagRequired("-o")}
	case !export.KnownEnding(file):
		return &usageError{c.t.BadEnding(file)}
	}
	return c.inSchool(ctx, func(s *session) error {
		records, _, err := s.db.School(ctx)
		if err != nil {
			return err
		}
		sheet := export.Register(records, s.db.Profile().Zone(), c.registerWords())
		err = export.Write(file, sheet, force)
		switch {
		case errors.Is(err, export.ErrExists):
			return &saidError{c.t.Exists(file), err}
		case err != nil:
			return &saidError{c.t.CantWrite(file), err}
		}
		return c.report(exported{file, len(sheet.Rows)}, func() error { return c.print(c.t.Exported(len(sheet.Rows), file)) })
	})
}

func (c *command) registerWords() export.RegisterWords {
	w := text.In(c.lang)
	return export.RegisterWords{
		Title:   c.t.Sheet,
		Columns: [10]string{c.t.Number, c.t.Name, c.t.PESEL, c.t.Document, c.t.Collected, c.t.Signature, c.t.Collector, c.t.Kind, c.t.Operator, c.t.Remarks},
		To:      w.Recipient, Kind: w.Code,
		Corrects: c.t.Corrects, Corrected: c.t.Corrected, Voided: c.t.Voided,
	}
}
