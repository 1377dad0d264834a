package desk

import (
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/ui/kit"
	"okienko/ui/text"
)

// scanAsk asks whose a code is: the suggestions first, then whoever is typed.
// Beside them stands what surrounds the code. Its result is a
// model.StudentID, or nil.
type scanAsk struct {
	app    *App
	t      *text.Ways
	pair   *Pair
	field  *kit.Field
	found  []*Entry
	list   *kit.List
	memory memory
	cols   kit.Columns
}

func newScanAsk(a *App, p *Pair) kit.Screen {
	s := &scanAsk{app: a, t: text.WaysIn(a.Lang), pair: p, field: kit.NewField(60),
		cols: kit.Columns{{Width: 1}, {Width: 22, Grow: 1}, {Width: 5}, {Width: 10}}}
	s.field.Placeholder = text.KitIn(a.Lang).Narrow
	s.list = kit.NewList(s, kitWords(a.Lang))
	s.narrow()
	return s
}

func (s *scanAsk) Title() string { return s.t.WhoseTitle }

// Typing: letters narrow the students.
func (s *scanAsk) Typing() bool { return true }

// Deaf keeps an Enter too many from giving a code to the first suggestion.
func (s *scanAsk) Deaf() time.Duration { return 150 * time.Millisecond }

// narrow finds the students anew. Without a text only the suggestions are
// there: nobody gets a code by one Enter too many.
func (s *scanAsk) narrow() {
	s.list.SetCursor(0)
	if s.field.Value() != "" {
		s.found, s.list.Empty = s.app.School.find(filter{text: s.field.Value()}, &s.memory), s.t.NobodyFits
		return
	}
	s.found, s.list.Empty = nil, s.t.TypeAName
	for _, id := range s.pair.Candidates {
		if e := s.app.School.Get(id); e != nil {
			s.found = append(s.found, e)
		}
	}
}

func (s *scanAsk) suggested(e *Entry) bool { return slices.Contains(s.pair.Candidates, e.ID) }

// Len is the number of students shown.
func (s *scanAsk) Len() int { return len(s.found) }

// Row draws a student; a suggestion has a mark.
func (s *scanAsk) Row(i, w int) string {
	e, mark := s.found[i], ""
	if s.suggested(e) {
		mark = "?"
	}
	return s.cols.Row(w, kit.Cell{Text: mark, Tone: kit.WarnTone}, kit.Cell{Text: e.ListName()}, kit.Cell{Text: e.Class.String()},
		kit.Cell{Text: e.BirthDate().Polish(), Tone: kit.Dim})
}

// Actions are choosing and skipping.
func (s *scanAsk) Actions() []kit.Action {
	return []kit.Action{
		{ID: "choose", Keys: []string{"enter"}, Name: s.t.Choose, Footer: 1, Do: func() kit.Turn {
			if i := s.list.Cursor(); i >= 0 && i < len(s.found) {
				return kit.Pop(s.found[i].ID)
			}
			return kit.Stay()
		}},
		{ID: "skip", Keys: []string{"esc"}, Name: s.t.Skip, Footer: 2, Do: func() kit.Turn { return kit.Pop(nil) }},
	}
}

func (s *scanAsk) Update(msg tea.Msg) kit.Turn {
	if s.list.Update(msg) {
		return kit.Stay()
	}
	changed, err := s.field.Update(msg)
	if err != nil {
		return kit.Stay().Say(kit.Bad(s.app.pasteRefused(err)))
	}
	if changed {
		s.narrow()
	}
	return kit.Stay()
}

// listWidth is what the students need beside the picture.
const listWidth = 46

// View draws where the code was found and why it is asked, and below that the
// students with the picture at their right.
func (s *scanAsk) View(w, h int) string {
	lines := []string{kit.Strong.Paint(kit.Cut(kit.Safe(s.pair.File)+" · "+s.t.Page(s.pair.Page), w))}
	lines = append(lines, kit.Wrap(text.ScanWhy(s.app.Lang, s.pair.Why), w)...)
	lines = append(lines, "", s.field.View(w, true))
	rows := h - len(lines)
	picture := cropCells(s.pair.Crop, w-listWidth-2, rows, s.app.Terminal)
	if picture == nil {
		return strings.Join(append(lines, s.list.View(w, rows)), "\n")
	}
	for i, left := range kit.Fit(s.list.View(listWidth, rows), listWidth, rows) {
		if i < len(picture) {
			left = kit.Pad(left, listWidth) + "  " + picture[i]
		}
		lines = append(lines, left)
	}
	return strings.Join(lines, "\n")
}
