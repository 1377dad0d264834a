package ui

import (
	"context"
	"errors"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"okienko/model"
	"okienko/store"
	"okienko/store/intake"
	"okienko/ui/desk"
	"okienko/ui/text"
)

// errNothing ends a command that did nothing and has said why.
var errNothing = errors.New("nothing was done")

func (c *command) importCommand() *cobra.Command {
	files := []string{c.t.FileArgument + "…"}
	take := func(of desk.FileKind, kind model.CodeKind) func(context.Context, []string) error {
		return func(ctx context.Context, paths []string) error { return c.importFiles(ctx, of, kind, paths) }
	}
	var kind, passwordFile string
	codes := c.verb("codes", []string{text.WaysIn(c.lang).PathArgument + "…"}, func(ctx context.Context, paths []string) error {
		return c.importCodes(ctx, model.CodeKind(kind), passwordFile, paths)
	})
	c.text(codes.Flags(), &kind, "kind", "")
	c.text(codes.Flags(), &passwordFile, "password-file", "")
	group := c.group("import",
		c.withJSON(c.verb("students", files, take(desk.RosterFile, ""))),
		c.withJSON(codes),
		c.withJSON(c.verb("statements", files, take(desk.StatementFile, ""))),
		c.withJSON(c.verb("registered", files, take(desk.RegisteredFile, ""))),
		c.withJSON(c.verb("zpe", files, take(desk.CodesFile, model.CodeCredentials))),
		c.importPhotosCommand(),
	)
	for _, v := range group.Commands() { // export has commands of the same names
		if v.Long == "" {
			v.Long = c.t.ImportLong[v.Name()]
		}
	}
	return group
}

// importFiles takes files in one after the other. Each stands for itself: what
// one refuses does not keep the next out.
func (c *command) importFiles(ctx context.Context, of desk.FileKind, kind model.CodeKind, paths []string) error {
	return c.inSchool(ctx, func(s *session) error {
		taken, refused := 0, false
		for _, path := range paths {
			r, err := c.importFile(ctx, s, of, kind, path)
			if err != nil {
				return err
			}
			if !r.nothing() {
				taken++
			}
			refused = refused || r.refusedAny()
			if err := c.report(r.object(), func() error { return c.printLanded(r) }); err != nil {
				return err
			}
		}
		switch {
		case taken == 0:
			return errNothing
		case refused:
			return errRefused
		}
		return nil
	})
}

// landed is what became of a file.
type landed struct {
	desk.Result
	file    string
	missing int // students of the school whom a roster does not name
	lines   []problemLine
}

// compareAgain is how often a file is compared anew because another desk wrote
// something between comparing and taking in.
const compareAgain = 5

// importFile takes one file in. A file that can't be read is a refused one; the
// error is the database's.
func (c *command) importFile(ctx context.Context, s *session, of desk.FileKind, kind model.CodeKind, path string) (landed, error) {
	l := landed{file: filepath.Base(path)}
	data, err := desk.LoadFile(path)
	if err != nil {
		s.log.Error("a file can't be read", "error", err)
		l.Kind, l.Report.Outcome = of, intake.Refused
		l.lines = []problemLine{{ID: unreadable, Message: c.unreadable(err, path)}}
		return l, nil
	}
	zone := s.db.Profile().Zone()
	f := desk.ReadImport(of, path, data, desk.ReadOptions{Today: model.DateOf(c.now().In(zone)), Zone: zone, CodeKind: kind})
	for try := range compareAgain {
		if f.Refused() {
			l.Result = f.Begin()
			break
		}
		if err := f.Compare(ctx, s.db); err != nil {
			return l, err
		}
		l.missing = len(f.Plan.Missing)
		if l.Result, err = f.Run(ctx, s.db, s.actor); err == nil {
			break
		}
		if !errors.Is(err, store.ErrMoved) || try == compareAgain-1 {
			return l, err
		}
	}
	l.lines = c.problemLines(l.Result)
	return l, nil
}

func (c *command) unreadable(err error, path string) string {
	switch {
	case errors.Is(err, desk.ErrFileTooLarge):
		return c.t.TooLarge(path)
	case errors.Is(err, desk.ErrNotAFile):
		return c.t.NotAFile(path)
	}
	return c.t.CantRead(path)
}

func (l landed) outcome() intake.Outcome { return l.Report.Outcome }

// nothing reports whether the file left the school as it was because all of it
// was refused. A file that is here already is not refused.
func (l landed) nothing() bool {
	return l.outcome() == intake.Refused || l.Refused > 0 && l.Added+l.Updated+l.Unchanged+l.Left == 0
}

// refusedAny reports whether anything of the file was not taken.
func (l landed) refusedAny() bool { return l.outcome() == intake.Refused || l.Refused > 0 }

// problemLines puts the problems into sentences, in the order of lines.
func (c *command) problemLines(r desk.Result) []problemLine {
	lines := make([]problemLine, len(r.Report.Problems))
	for i, p := range r.Report.Problems {
		id, message := c.problem(r.Kind, p)
		lines[i] = problemLine{Line: p.Line, ID: id, Field: p.Field, Message: message, refused: isRefusal(p.ID)}
	}
	slices.SortStableFunc(lines, func(a, b problemLine) int { return a.Line - b.Line })
	return lines
}
