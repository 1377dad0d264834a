package ui

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"okienko/model"
	"okienko/model/portrait"
	"okienko/store"
	"okienko/store/export"
	"okienko/ui/text"
)

// What files of photos may be called by.
const (
	namesPESEL = "pesel"
	namesName  = "name"
	namesCard  = "card"
)

func (c *command) exportPhotosCommand() *cobra.Command {
	t := text.AlbumIn(c.lang)
	var folder string
	names := namesName
	v := c.verb("photos", nil, func(ctx context.Context, _ []string) error { return c.exportPhotos(ctx, folder, names) })
	v.Short = t.ExportShort
	v.Flags().VarP(textFlag{&folder, t.FolderValue}, "output", "o", t.FolderFlag)
	v.Flags().Var(textFlag{&names, "pesel|name|card"}, "names", t.NamesFlag)
	return c.withJSON(v)
}

// gavePhoto is one exported photo as scripts get it.
type gavePhoto struct {
	File    string          `json:"file"`
	Photo   int64           `json:"photo"`
	Student model.StudentID `json:"student"`
	Mended  bool            `json:"mended"`
}

// missingPhoto is a student without one.
type missingPhoto struct {
	Student model.StudentID `json:"student"`
	Missing string          `json:"missing"`
	Message string          `json:"message"`
}

// exportPhotos writes the accepted photos, mended where they were, and a list
// of the students whose photo is missing. Nothing in the folder is replaced.
func (c *command) exportPhotos(ctx context.Context, folder, names string) error {
	switch {
	case folder == "":
		return &usageError{c.t.FlagRequired("-o")}
	case names != namesPESEL && names != namesName && names != namesCard:
		return &usageError{c.t.BadFlagValue("--names")}
	}
	return c.inSchool(ctx, func(s *session) error {
		records, _, err := s.db.School(ctx)
		if err != nil {
			return err
		}
		photos, _, err := s.db.Photos(ctx)
		if err != nil {
			return err
		}
		if err := export.MakeFolder(folder); err != nil {
			return c.cantGive(folder, err)
		}
		g := giving{command: c, s: s, folder: folder, names: names, photos: map[model.StudentID][]store.Photo{}}
		for _, p := range photos {
			g.photos[p.Student] = append(g.photos[p.Student], p)
		}
		for _, r := range records {
			if err := g.student(ctx, r); err != nil {
				return err
			}
		}
		return g.end(ctx)
	})
}

// giving is one export of photos.
type giving struct {
	*command
	s       *session
	folder  string
	names   string
	photos  map[model.StudentID][]store.Photo
	given   int
	missing [][]string
}

func (c *command) cantGive(folder string, err error) error {
	return &saidError{text.AlbumIn(c.lang).OutFolder(folder), err}
}

// student writes the accepted photo of a student, or notes why there is none.
// Who left, objects or has the card needs none.
func (g *giving) student(ctx context.Context, r model.Record) error {
	var accepted *store.Photo
	for i, p := range g.photos[r.ID] {
		if p.State.Accepted() {
			accepted = &g.photos[r.ID][i]
		}
	}
	if accepted == nil {
		a := model.Assess(r, g.s.db.Profile(), model.Viewpoint{Now: g.now()})
		if !r.Left.IsZero() || a.Stage == model.StageStopped || a.Stage == model.StageHandedOver {
			return nil
		}
		return g.lacks(r, whyMissing(r, g.photos[r.ID]))
	}
	stem, why := g.stem(r)
	if why != "" {
		return g.lacks(r, why)
	}
	pictures, err := g.s.db.PhotoBytes(ctx, accepted.ID)
	if err != nil {
		return err
	}
	data := pictures.Mended
	if data == nil {
		data = pictures.Original
	}
	name, err := g.write(ctx, stem, endingOf(*accepted, data), data, store.About{Kind: store.AboutPhoto, ID: accepted.ID})
	if err != nil {
		return err
	}
	g.given++
	return g.report(gavePhoto{name, accepted.ID, r.ID, accepted.Mended}, func() error { return nil })
}

// write writes a file under a name that is free, and notes it where it is to go
// with what it is about.
func (g *giving) write(ctx context.Context, stem, ending string, data []byte, about ...store.About) (name string, err error) {
	if name, err = export.WriteNew(g.folder, stem, ending, data); err != nil {
		return "", g.cantGive(g.folder, err)
	}
	path := filepath.Join(g.folder, name)
	if _, err := g.s.db.NoteOutgoing(ctx, g.s.actor, path, about...); err != nil {
		return "", errors.Join(err, os.Remove(path)) // nobody would delete it
	}
	return name, nil
}

// stem is what the file of a student's photo is called; why says what lacks
// for that.
func (g *giving) stem(r model.Record) (stem, why string) {
	switch g.names {
	case namesPESEL:
		if r.PESEL == "" {
			return "", "no_pesel"
		}
		return string(r.PESEL), ""
	case namesCard:
		card, ok := model.CurrentCard(r.Cards)
		if !ok || card.Number == "" {
			return "", "no_card"
		}
		return card.Number, ""
	}
	return strings.ReplaceAll(strings.TrimRight(strings.Join([]string{r.Last, r.First, r.Class.String()}, "_"), "_"), " ", "_"), ""
}

// whyMissing names why a student has no accepted photo, as scripts get it.
func whyMissing(r model.Record, photos []store.Photo) string {
	why := "none"
	for _, p := range photos {
		switch {
		case p.State == model.PhotoToDo:
			return "todo"
		case p.State.Refused():
			why = string(p.State)
		}
	}
	if why == "none" && r.Portrait != nil && r.Portrait.State == model.PortraitAccepted {
		return "gone"
	}
	return why
}

func (g *giving) lacks(r model.Record, why string) error {
	t := text.AlbumIn(g.lang)
	g.missing = append(g.missing, []string{strings.TrimSpace(r.Last + " " + r.First), r.Class.String(), t.Why[why]})
	return g.report(missingPhoto{r.ID, why, t.Why[why]}, func() error { return nil })
}

// end writes the list of what is missing and says how it went. Exit code 1
// says that something is missing, 3 that there was nothing to give out.
func (g *giving) end(ctx context.Context) error {
	t := text.AlbumIn(g.lang)
	list := ""
	if len(g.missing) > 0 {
		var b bytes.Buffer
		sheet := export.Sheet{Title: t.MissingFile, Header: t.MissingColumns[:], Rows: g.missing}
		if err := export.WriteCSV(&b, sheet); err != nil {
			return err
		}
		name, err := g.write(ctx, strings.TrimSuffix(t.MissingFile, ".csv"), ".csv", b.Bytes())
		if err != nil {
			return err
		}
		list = filepath.Join(g.folder, name)
	}
	if !g.json {
		if err := g.print(t.Gave(g.given, len(g.missing), g.folder, list)); err != nil {
			return err
		}
	}
	switch {
	case g.given == 0:
		return errNothing
	case len(g.missing) > 0:
		return errRefused
	}
	return nil
}

// endingOf is that of the picture that goes out: a photo that came as
// something else than JPEG and was not mended keeps its ending.
func endingOf(p store.Photo, data []byte) string {
	if portrait.Format(data) == portrait.FormatJPEG {
		return ".jpg"
	}
	return strings.ToLower(filepath.Ext(p.Name))
}
