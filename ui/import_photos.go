package ui

import (
	"context"

	"github.com/spf13/cobra"

	"okienko/model"
	"okienko/model/portrait"
	"okienko/store"
	"okienko/store/intake"
	"okienko/ui/desk"
	"okienko/ui/text"
)

func (c *command) importPhotosCommand() *cobra.Command {
	v := c.verb("photos", []string{text.WaysIn(c.lang).PathArgument + "…"}, c.importPhotos)
	v.Short = text.AlbumIn(c.lang).ImportShort
	return c.withJSON(v)
}

// tookLine is a file as scripts get it.
type tookLine struct {
	File    string           `json:"file"`
	Path    string           `json:"path"`
	Photo   int64            `json:"photo"`
	Known   bool             `json:"known"`
	Verdict portrait.Verdict `json:"verdict"`
	Reasons []portrait.ID    `json:"reasons"`
	Match   model.MatchKind  `json:"match"`
	Student model.StudentID  `json:"student,omitempty"` // its number here; absent while nobody knows
}

// importPhotos takes photos in from files, folders and ZIPs. What was taken in
// before an interruption stays.
func (c *command) importPhotos(ctx context.Context, paths []string) error {
	return c.inSchool(ctx, func(s *session) error {
		records, _, err := s.db.School(ctx)
		if err != nil {
			return err
		}
		files := intake.ListPhotos(paths)
		show, wipe := c.progress()
		job := desk.PhotoIntake{
			Files: files, Rules: s.db.Profile().Photo, Index: desk.NamesOf(records),
			Take: func(ctx context.Context, photos []store.NewPhoto) ([]store.TakenPhoto, error) {
				return s.db.TakePhotos(ctx, s.actor, photos...)
			},
			Progress: func(done int) { show(done, len(files)) },
		}
		took, err := job.Run(ctx)
		wipe()
		if said := c.reportTook(took); said != nil {
			return said
		}
		n := desk.CountPhotos(took)
		switch {
		case ctx.Err() != nil && n.Added+n.Known > 0:
			c.say(c.t.Interrupted)
			return errRefused
		case err != nil && n.Added > 0: // something was done, and it is said what
			s.log.Error("photos could not all be taken in", "error", err)
			c.say(text.Error(c.lang, err, c.zone))
			return errRefused
		case err != nil:
			return err
		case n.Added+n.Known == 0:
			return errNothing
		case n.Skipped > 0:
			return errRefused
		}
		return nil
	})
}

// reportTook tells of each file; people hear only of those that need them.
func (c *command) reportTook(took []desk.TookPhoto) error {
	album, photo := text.AlbumIn(c.lang), text.PhotoIn(c.lang)
	for _, t := range took {
		var line any = tookLine{t.Name, t.Path, t.Taken.ID, t.Taken.Known, t.Report.Verdict, append([]portrait.ID{}, t.Report.IDs()...), t.Match.Kind, t.Taken.Student}
		said := ""
		switch {
		case t.Skip != "":
			line, said = skippedLine{t.Name, t.Path, t.Skip, photo.Skipped[t.Skip]}, photo.Skipped[t.Skip]
		case t.Taken.Student == 0:
			said = album.Nobodys
		}
		err := c.report(line, func() error {
			if said == "" {
				return nil
			}
			return c.print(text.Plain(t.Name) + "  " + said)
		})
		if err != nil {
			return err
		}
	}
	if c.json {
		return nil
	}
	if len(took) == 0 {
		return c.print(album.NothingHere)
	}
	n := desk.CountPhotos(took)
	return c.print(album.Took(n.Added, n.Known, n.Nobodys, n.Skipped))
}
