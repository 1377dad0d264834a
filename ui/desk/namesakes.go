package desk

import (
	"strings"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// Namesakes are the others who are called the same where only the public name
// may be read: the same first name, the same first letter of the surname and
// the same class. Whoever left is not among them.
func (s *School) Namesakes(e *Entry) []*Entry {
	name := e.PublicName()
	var others []*Entry
	for _, o := range s.entries {
		if o.ID != e.ID && o.Class == e.Class && o.Verdict.Stage != model.StageLeft && strings.EqualFold(o.PublicName(), name) {
			others = append(others, o)
		}
	}
	return others
}

// rowName is a student's name for a column of the given width, with the day of
// birth where somebody else has the same name and class.
func (a *App) rowName(e *Entry, width int) string {
	name := e.ListName()
	if !e.twin || e.BirthDate().IsZero() {
		return name
	}
	day := " " + text.ListIn(a.Lang).Born + e.BirthDate().Polish()
	if width-kit.Width(day) < leastName {
		day = " " + e.BirthDate().Polish()
	}
	return kit.Cut(name, width-kit.Width(day)) + day
}

// leastName is as much of a name as a row must show.
const leastName = 8

// fullName tells a student from every namesake: surname, first name, class and
// birth date, or the second name where that is not known.
func (a *App) fullName(e *Entry) string {
	name, born := e.ListName(), ""
	if d := e.BirthDate(); !d.IsZero() {
		born = text.PageIn(a.Lang).Born + " " + d.Polish()
	} else {
		name = joined(" ", name, e.Second)
	}
	return joined(", ", name, e.Record.Class.String(), born)
}

// whoIsIt are the lines above a question about a student: who it is, and a
// warning if there are namesakes.
func (a *App) whoIsIt(e *Entry, w int) []string {
	lines := []string{"  " + kit.Strong.Paint(kit.Cut(kit.Safe(a.fullName(e)), w-2))}
	if n := len(a.School.Namesakes(e)); n > 0 {
		for _, l := range kit.Wrap(kit.Safe("! "+text.CollectIn(a.Lang).Namesakes(e.PublicName(), n)), w-2) {
			lines = append(lines, "  "+kit.WarnTone.Paint(l))
		}
	}
	return lines
}
