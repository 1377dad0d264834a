package ui

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"okienko/model/portrait"
	"okienko/store/export"
	"okienko/store/intake"
	"okienko/ui/desk"
	"okienko/ui/text"
)

func (c *command) photoFixCommand() *cobra.Command {
	t := text.PhotoIn(c.lang)
	var profile string
	fix := c.verb("fix", []string{t.FixFrom, t.FixTo}, func(ctx context.Context, paths []string) error {
		return c.fixPhotos(ctx, paths[0], paths[1], profile)
	})
	fix.Flags().Var(textFlag{&profile, t.ProfileValue}, "profile", t.ProfileFlag)
	return fix
}

// fixedPhoto is what became of one file. Without why it was written.
type fixedPhoto struct {
	from, to string
	why      string          // a reason of portrait's, or a word of Skipped
	mended   portrait.Mended // without its bytes
	bytes    int
}

// fixedLine is a mended file as scripts get it.
type fixedLine struct {
	File    string          `json:"file"`
	Path    string          `json:"path"`
	Output  string          `json:"output"`
	Steps   []portrait.Step `json:"steps"`
	Width   int             `json:"width"`
	Height  int             `json:"height"`
	Bytes   int             `json:"bytes"`
	Quality int             `json:"quality,omitempty"` // of JPEG; absent where the picture was not encoded anew
}

// unfixedLine is a file for which nothing was written.
type unfixedLine struct {
	File    string `json:"file"`
	Path    string `json:"path"`
	Refused string `json:"refused"` // an id of photo check, or a word of its "skipped"
	Message string `json:"message"`
}

// fixPhotos mends a file into a file, or all files of a folder into a folder.
// The originals are only read.
func (c *command) fixPhotos(ctx context.Context, from, to, profile string) error {
	rules, err := c.photoRules(profile)
	if err != nil {
		return err
	}
	files := intake.ListPhotos([]string{from})
	fixed, err := c.placesFor(files, from, to)
	if err != nil {
		return err
	}
	err = intake.EachPhoto(ctx, files, func(i int, f intake.PhotoFile) { fixed[i].fix(f, rules) })
	return errors.Join(err, c.reportFixed(fixed))
}

// placesFor says where each mended file will stand: in the same folders under
// the same name, as far as every system takes it.
func (c *command) placesFor(files []intake.PhotoFile, from, to string) ([]fixedPhoto, error) {
	fixed := make([]fixedPhoto, len(files))
	info, err := os.Stat(to)
	folder := err == nil && info.IsDir()
	if len(files) == 1 && files[0].Path == from && !folder {
		fixed[0] = fixedPhoto{from: from, to: to}
		return fixed, nil
	}
	if inside(to, from) {
		return nil, &usageError{text.PhotoIn(c.lang).FixInside}
	}
	taken := map[string]bool{}
	for i, f := range files {
		beside, err := filepath.Rel(from, filepath.Dir(f.Outer()))
		if err != nil || !filepath.IsLocal(beside) {
			beside = "."
		}
		fixed[i] = fixedPhoto{from: f.Path, to: free(taken, filepath.Join(to, beside), f.Name())}
	}
	return fixed, nil
}

// inside reports whether a path is a folder or lies in it, so that a second
// run would take what the first wrote for originals.
func inside(path, folder string) bool {
	real := func(p string) string {
		if full, err := filepath.Abs(p); err == nil {
			p = full
		}
		if full, err := filepath.EvalSymlinks(p); err == nil {
			p = full
		}
		return p
	}
	rel, err := filepath.Rel(real(folder), real(path))
	return err == nil && filepath.IsLocal(rel)
}

// free is a name in a folder that no other file of this run has, on file
// systems without upper and lower case too.
func free(taken map[string]bool, folder, name string) string {
	stem := strings.TrimSuffix(name, filepath.Ext(name))
	for again := ""; ; again += "_" {
		path := filepath.Join(folder, export.FileName(stem+again, ".jpg"))
		if key := strings.ToLower(path); !taken[key] {
			taken[key] = true
			return path
		}
	}
}

// fix mends one file and writes what came of it.
func (p *fixedPhoto) fix(f intake.PhotoFile, rules portrait.Rules) {
	if f.Err != nil {
		p.why = desk.PhotoSkip(f.Err)
		return
	}
	var cant *portrait.CantMend
	mended, err := portrait.Mend(f.Data, rules)
	if errors.As(err, &cant) {
		p.why = string(cant.Reason)
		return
	}
	if err == nil {
		err = export.Create(p.to, mended.Bytes)
	}
	switch {
	case errors.Is(err, export.ErrExists):
		p.why = "exists"
	case errors.Is(err, fs.ErrPermission):
		p.why = "no_permission"
	case err != nil:
		p.why = "not_written"
	}
	p.bytes = len(mended.Bytes)
	mended.Bytes = nil // a folder's would fill the memory
	p.mended = mended
}

// reportFixed prints a line for every file. Exit code 1 says that some were
// not mended, 3 that none was.
func (c *command) reportFixed(fixed []fixedPhoto) error {
	t := text.PhotoIn(c.lang)
	written := 0
	for _, p := range fixed {
		if p.why == "" {
			written++
		}
		if err := c.printFixed(p); err != nil {
			return err
		}
	}
	if !c.json {
		said := t.NoFiles
		if len(fixed) > 0 {
			said = t.Fixed(written, len(fixed)-written)
		}
		if err := c.print(said); err != nil {
			return err
		}
	}
	switch {
	case written == 0:
		return errNothing
	case written < len(fixed):
		return errRefused
	}
	return nil
}

func (c *command) printFixed(p fixedPhoto) error {
	t := text.PhotoIn(c.lang)
	file := filepath.Base(p.from)
	if p.why != "" {
		said := t.Skipped[p.why]
		if reason, known := t.Reason[portrait.ID(p.why)]; known {
			said = reason
		}
		return c.report(unfixedLine{file, p.from, p.why, said}, func() error { return c.print(text.Plain(file) + "  " + said) })
	}
	m := p.mended
	line := fixedLine{file, p.from, p.to, append([]portrait.Step{}, m.Steps...), m.Width, m.Height, p.bytes, m.Quality}
	return c.report(line, func() error {
		return c.print(text.Plain(file) + " → " + text.Plain(p.to) + "  " + t.Done(m.Steps, m.Width, m.Height, p.bytes))
	})
}
