package ui

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"okienko/assets"
	"okienko/model"
	"okienko/model/portrait"
	"okienko/store/intake"
	"okienko/ui/desk"
	"okienko/ui/text"
)

func (c *command) photoCommand() *cobra.Command {
	t := text.PhotoIn(c.lang)
	var profile, roster string
	check := c.verb("check", []string{t.PathArgument + "…"}, func(ctx context.Context, paths []string) error {
		return c.checkPhotos(ctx, paths, profile, roster)
	})
	check.Flags().Var(textFlag{&profile, t.ProfileValue}, "profile", t.ProfileFlag)
	check.Flags().Var(textFlag{&roster, t.RosterValue}, "roster", t.RosterFlag)
	return c.group("photo", c.withJSON(check), c.withJSON(c.photoFixCommand()))
}

// checkedPhoto is what there is to say about one file. Skipped files have no
// verdict.
type checkedPhoto struct {
	path   string
	skip   string // why it was passed over
	report portrait.Report
	sum    portrait.Sum
	match  *model.FileMatch
	folder []portrait.ID
}

// photoLine is a checked file as scripts get it.
type photoLine struct {
	File          string             `json:"file"`
	Path          string             `json:"path"`
	Verdict       portrait.Verdict   `json:"verdict"`
	Reasons       []portrait.ID      `json:"reasons"`
	Folder        []portrait.ID      `json:"folder_reasons"` // duplicate_file, several_photos
	Format        string             `json:"format"`
	Width         int                `json:"width"`
	Height        int                `json:"height"`
	DisplayWidth  int                `json:"display_width"`
	DisplayHeight int                `json:"display_height"`
	Bytes         int                `json:"bytes"`
	Measured      map[string]float64 `json:"measured"`
	matchLine
}

// matchLine is whose photo it is by its name; absent where there is no list
// of students.
type matchLine struct {
	Match       model.MatchKind `json:"match,omitempty"`
	Students    *[]studentLine  `json:"students,omitempty"`
	Suggestions []studentLine   `json:"suggestions,omitempty"`
	ClassDiffer bool            `json:"class_differs,omitempty"`
}

type studentLine struct {
	LP    int    `json:"lp"` // place in the list
	Name  string `json:"name"`
	Class string `json:"class"`
}

// skippedLine is a file that was passed over.
type skippedLine struct {
	File    string `json:"file"`
	Path    string `json:"path"`
	Skipped string `json:"skipped"`
	Message string `json:"message"`
}

// checkPhotos judges the files under the paths. Nothing is written anywhere.
func (c *command) checkPhotos(ctx context.Context, paths []string, profile, roster string) error {
	rules, err := c.photoRules(profile)
	if err != nil {
		return err
	}
	students, err := c.photoStudents(ctx, roster)
	if err != nil {
		return err
	}
	checked, err := judgePhotos(ctx, intake.ListPhotos(paths), rules, students)
	if err != nil {
		return err
	}
	return c.reportPhotos(checked, students)
}

// photoRules finds the rules that were asked for; without a flag those of the
// school in the data folder, and where there is none, none.
func (c *command) photoRules(profile string) (portrait.Rules, error) {
	if toml, shipped := assets.Profile(profile); shipped {
		p, err := model.ParseProfile(profile, toml)
		return p.Photo, err
	}
	file := profile
	if profile == "" {
		file = c.dataFolder().ProfileFile()
	}
	data, err := desk.LoadFile(file)
	switch {
	case err != nil && profile == "" && errors.Is(err, fs.ErrNotExist):
		return portrait.Rules{}, nil
	case err != nil && errors.Is(err, fs.ErrNotExist) && !strings.ContainsAny(profile, `./\`):
		return portrait.Rules{}, &usageError{c.t.UnknownProfile(profile, assets.Profiles())}
	case err != nil:
		return portrait.Rules{}, &saidError{c.unreadable(err, file), err}
	}
	p, err := model.ParseProfile(file, data)
	return p.Photo, err
}

// photoStudents are those of the list, or else of the school in the data
// folder; nil where there is neither. Of a list the number is the place.
func (c *command) photoStudents(ctx context.Context, roster string) ([]model.Student, error) {
	if roster != "" {
		data, err := desk.LoadFile(roster)
		if err != nil {
			return nil, &saidError{c.unreadable(err, roster), err}
		}
		read, report := intake.ReadRoster(roster, data, model.DateOf(c.now().In(c.zone)))
		if report.Outcome == intake.Refused {
			return nil, &saidError{sentence: text.PhotoIn(c.lang).BadRoster(roster)}
		}
		students := make([]model.Student, len(read.Rows))
		for i, row := range read.Rows {
			students[i] = row.Student
			students[i].ID = model.StudentID(row.Line - 1) // the headings are the first line
		}
		return students, nil
	}
	if _, err := os.Stat(c.dataFolder().Database()); err != nil && !c.demo {
		return nil, nil
	}
	var students []model.Student
	err := c.inSchool(ctx, func(s *session) error {
		records, _, err := s.db.School(ctx)
		for _, r := range records {
			students = append(students, r.Student)
		}
		return err
	})
	return students, err
}

// judgePhotos reads and judges the files, a few at once.
func judgePhotos(ctx context.Context, files []intake.PhotoFile, rules portrait.Rules, students []model.Student) ([]checkedPhoto, error) {
	checked := make([]checkedPhoto, len(files))
	var index *model.NameIndex
	if students != nil {
		index = model.NewNameIndex(students)
	}
	err := intake.EachPhoto(ctx, files, func(i int, f intake.PhotoFile) {
		p := &checked[i]
		p.path = f.Path
		if f.Err != nil {
			p.skip = desk.PhotoSkip(f.Err)
			return
		}
		name := f.Name()
		p.report, p.sum = portrait.Inspect(name, f.Data, rules), portrait.SumOf(f.Data)
		if index != nil {
			m := model.MatchFileName(name, index)
			p.match = &m
		}
	})
	if err != nil {
		return nil, err
	}
	filed := make([]portrait.Filed, len(checked))
	for i, p := range checked {
		filed[i] = portrait.Filed{Sum: p.sum, Bytes: p.report.Bytes}
		if p.match != nil && p.match.Kind == model.MatchOne {
			filed[i].Student = p.match.Students[0]
		}
	}
	for i, reasons := range portrait.Folder(filed) {
		checked[i].folder = reasons
	}
	return checked, nil
}

// reportPhotos prints a line for every file. Exit code 1 says that some were
// refused or passed over, 3 that there was nothing to judge.
func (c *command) reportPhotos(checked []checkedPhoto, students []model.Student) error {
	byID := map[model.StudentID]model.Student{}
	for _, s := range students {
		byID[s.ID] = s
	}
	count := map[portrait.Verdict]int{}
	skipped := 0
	for _, p := range checked {
		if p.skip != "" {
			skipped++
		} else {
			count[p.report.Verdict]++
		}
		if err := c.printPhoto(p, byID); err != nil {
			return err
		}
	}
	t := text.PhotoIn(c.lang)
	judged := len(checked) - skipped
	if !c.json {
		said := t.NoFiles
		if len(checked) > 0 {
			said = t.Checked(judged, count[portrait.Accept], count[portrait.Warn], count[portrait.Reject], skipped)
		}
		if err := c.print(said); err != nil {
			return err
		}
	}
	switch {
	case judged == 0:
		return errNothing
	case skipped+count[portrait.Reject] > 0:
		return errRefused
	}
	return nil
}

func (c *command) printPhoto(p checkedPhoto, byID map[model.StudentID]model.Student) error {
	t := text.PhotoIn(c.lang)
	file := filepath.Base(p.path)
	if p.skip != "" {
		return c.report(skippedLine{file, p.path, p.skip, t.Skipped[p.skip]}, func() error {
			return c.print(text.Plain(file) + "  " + t.Skipped[p.skip])
		})
	}
	r := p.report
	line := photoLine{File: file, Path: p.path, Verdict: r.Verdict, Reasons: r.IDs(), Folder: append([]portrait.ID{}, p.folder...),
		Format: r.Format, Width: r.Width, Height: r.Height, DisplayWidth: r.DisplayWidth, DisplayHeight: r.DisplayHeight,
		Bytes: r.Bytes, Measured: r.Measured, matchLine: matched(p.match, byID)}
	return c.report(line, func() error {
		lines := []string{fmt.Sprintf("%-10s %s", t.Verdict[r.Verdict], text.Plain(file))}
		for _, f := range r.Findings {
			lines = append(lines, strings.Repeat(" ", 11)+t.Finding(f, r.Format))
		}
		for _, id := range p.folder {
			lines = append(lines, strings.Repeat(" ", 11)+t.Reason[id])
		}
		if p.match != nil {
			lines = append(lines, strings.Repeat(" ", 11)+whose(t, *p.match, byID))
		}
		return c.print(strings.Join(lines, "\n"))
	})
}

// matched puts a match into the form for scripts.
func matched(m *model.FileMatch, byID map[model.StudentID]model.Student) (line matchLine) {
	if m == nil {
		return line
	}
	named := func(ids []model.StudentID) []studentLine {
		list := []studentLine{}
		for _, id := range ids {
			s := byID[id]
			list = append(list, studentLine{int(id), s.Name(), s.Class.String()})
		}
		return list
	}
	students := named(m.Students)
	return matchLine{Match: m.Kind, Students: &students, Suggestions: named(m.Suggestions), ClassDiffer: m.ClassDiffer}
}

// whose says in a line whose photo it is.
func whose(t *text.Photo, m model.FileMatch, byID map[model.StudentID]model.Student) string {
	names := func(ids []model.StudentID) string {
		var list []string
		for _, id := range ids {
			list = append(list, text.Plain(byID[id].Name()+" "+byID[id].Class.String()))
		}
		return strings.Join(list, ", ")
	}
	said := t.Match[m.Kind]
	if len(m.Students) > 0 {
		said += " " + names(m.Students)
	}
	if m.ClassDiffer {
		said += " (" + t.OtherClass + ")"
	}
	if len(m.Suggestions) > 0 {
		said += "; " + t.Maybe + " " + names(m.Suggestions)
	}
	return said
}
