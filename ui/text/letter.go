package text

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"okienko/model"
	"okienko/model/portrait"
)

// Letter are the sentences of a letter that asks a family for another photo.
type Letter struct {
	Subject  string
	Greeting string
	About    func(name, class string) string
	File     func(file, day string) string
	Cant     string // the photo can't be used, for:
	ToDo     string // before advice
	Please   string // another photo; what is best:
	Best     []string
	Pixels   func(w, h int) string // at least
	Ratio    func(w, h int) string
	Weight   func(limit string) string
	Reply    string
	Deleted  func(day string) string
	Office   string
	Advice   map[portrait.ID]string
	FileWord string // of the name of its file
}

// LetterIn returns the sentences in a language.
func LetterIn(l Lang) *Letter { return letters[l] }

var letters = map[Lang]*Letter{Polish: &letterPolish, English: &letterEnglish, Ukrainian: &letterUkrainian}

// LetterAbout is what a letter is about.
type LetterAbout struct {
	Student  model.Student
	School   string
	File     string
	Arrived  model.Date
	Deletion model.Date
	Findings []portrait.Finding
	Among    []portrait.ID // what only all photos together tell
	Format   string        // of the file
	Rules    portrait.Rules
}

// WriteLetter writes the letter that tells a family why their photo was
// refused and how to take a better one: plain text, one paragraph a line, so
// that any mail program takes it.
func WriteLetter(l Lang, a LetterAbout) string {
	t, photo := LetterIn(l), PhotoIn(l)
	lines := []string{t.Subject, "", t.Greeting, "", t.About(Plain(a.Student.First+" "+a.Student.Last), a.Student.Class.String()),
		t.File(Plain(a.File), a.Arrived.Polish()), "", t.Cant}
	for i, f := range reasonsOf(a) {
		lines = append(lines, "", fmt.Sprintf("%d. %s", i+1, photo.inLetter(f, a.Format)), "   "+t.ToDo+" "+t.Advice[f.ID])
	}
	lines = append(lines, "", t.Please)
	for _, item := range slices.Concat(t.Best, t.limits(a.Rules, photo)) {
		lines = append(lines, "- "+item)
	}
	lines = append(lines, "", t.Reply)
	if !a.Deletion.IsZero() {
		lines = append(lines, t.Deleted(a.Deletion.Polish()))
	}
	lines = append(lines, "", t.Office)
	if a.School != "" {
		lines = append(lines, Plain(a.School))
	}
	return strings.Join(lines, "\n") + "\n"
}

// reasonsOf are all of a letter: broken rules first.
func reasonsOf(a LetterAbout) []portrait.Finding {
	all := slices.Clone(a.Findings)
	for _, id := range a.Among {
		all = append(all, portrait.Finding{ID: id, Level: id.Level()})
	}
	slices.SortStableFunc(all, func(x, y portrait.Finding) int { return int(y.Level) - int(x.Level) })
	return all
}

// inLetter is a finding as one sentence.
func (p *Photo) inLetter(f portrait.Finding, format string) string {
	said := p.Reason[f.ID]
	if f.ID == portrait.NotJPEG && format != "" {
		return said + " " + p.Is(format)
	}
	if measured, allowed := p.value(f.ID, f.Measured), p.value(f.ID, f.Allowed); measured != "" {
		return strings.TrimSuffix(said, ".") + " " + p.Beside(measured, allowed) + "."
	}
	return said
}

// limits are the school's own rules that a family can go by.
func (t *Letter) limits(r portrait.Rules, p *Photo) (all []string) {
	if r.MinWidth > 0 && r.MinHeight > 0 {
		all = append(all, t.Pixels(r.MinWidth, r.MinHeight))
	}
	if r.RatioWidth > 0 && r.RatioHeight > 0 {
		all = append(all, t.Ratio(r.RatioWidth, r.RatioHeight))
	}
	if r.MaxBytes > 0 {
		all = append(all, t.Weight(p.Weight(r.MaxBytes)))
	}
	return all
}

// Weight writes a size of a file in the unit that says most.
func (p *Photo) Weight(bytes int64) string {
	if bytes < 1<<20 {
		return strconv.FormatInt((bytes+512)>>10, 10) + " KB"
	}
	return strings.TrimSuffix(p.number(float64(bytes)/(1<<20), 1), p.DecimalPoint+"0") + " MB"
}

// Values are what was measured and what is allowed, each "" where a number
// tells a person nothing.
func (p *Photo) Values(f portrait.Finding) (measured, allowed string) {
	if measured = p.value(f.ID, f.Measured); measured != "" {
		return measured, p.value(f.ID, f.Allowed)
	}
	switch f.ID {
	case portrait.Blurred, portrait.FaceTooLarge, portrait.Greyscale, portrait.BackgroundBusy, portrait.BackgroundNotLight:
		return p.number(f.Measured, 2), p.number(f.Allowed, 2)
	case portrait.NoFace, portrait.ManyFaces:
		return strconv.Itoa(int(f.Measured)), strconv.Itoa(int(f.Allowed))
	case portrait.RotatedPixels:
		return strconv.Itoa(int(f.Measured)) + "°", "0°"
	case portrait.TooManyPixels:
		return p.number(f.Measured/1e6, 0) + " Mpx", "100 Mpx"
	case portrait.TrailingData:
		return p.Weight(int64(f.Measured)), "0 KB"
	}
	return "", ""
}

// inClass is a name, and the class where there is one.
func inClass(name, before, class string) string {
	if class == "" {
		return name
	}
	return name + before + class
}
