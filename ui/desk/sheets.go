package desk

import (
	"fmt"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// sheetsScreen is a class's stack of signed sheets: one key a sheet. What is
// the same on all of them (date, who signs, where they lie) stands above the
// list and is changed seldom.
type sheetsScreen struct {
	app   *App
	t     *text.Sheets
	class model.Class
	rows  []*Entry
	seen  int // version of the school that rows stand for
	list  *kit.List
	cols  kit.Columns

	signed model.Date
	by     model.Signer // who signs for minors
	place  string
	names  map[model.StudentID]string // typed for a sheet not entered yet

	sheetQueue
}

func newSheets(a *App, class model.Class) kit.Screen {
	s := &sheetsScreen{app: a, t: text.SheetsIn(a.Lang), class: class, seen: -1, signed: a.today(), by: model.SignedByParent,
		names: map[model.StudentID]string{}, sheetQueue: sheetQueue{state: map[model.StudentID]*entered{}}}
	s.cols = kit.Columns{{Width: 3, Right: true}, {Title: s.t.Student, Width: sheetNameWidth, Grow: 2},
		{Title: s.t.Counts, Width: 35, Grow: 1}, {Title: s.t.Now, Width: 15, Grow: 1}}
	s.list = kit.NewList(s, kitWords(a.Lang))
	s.list.Header = s.cols.Header
	s.list.Empty = s.t.EmptyClass
	s.refresh()
	for i, e := range s.rows {
		if !s.settled(e) {
			s.list.SetCursor(i)
			break
		}
	}
	return s
}

func (s *sheetsScreen) Title() string { return s.t.Title + " " + s.class.String() }

func (s *sheetsScreen) Len() int { return len(s.rows) }

// sheetNameWidth is the least width of the names in cells.
const sheetNameWidth = 19

// Row shows what counts and what was just entered.
func (s *sheetsScreen) Row(i, w int) string {
	e := s.rows[i]
	name := s.app.rowName(e, sheetNameWidth)
	if e.IsAdult(s.signed) {
		name += " " + s.t.Adult
	}
	counts, tone := s.counts(e)
	return s.cols.Row(w, kit.Cell{Text: registerNo(s.rows, i), Tone: kit.Dim}, kit.Cell{Text: name}, kit.Cell{Text: counts, Tone: tone}, s.now(e))
}

// counts is the sheet that counts, or why none does.
func (s *sheetsScreen) counts(e *Entry) (string, kit.Tone) {
	sheet, ok := model.CurrentStatement(e.Statements)
	if !ok {
		return "· " + s.t.None, kit.Dim
	}
	said := s.app.words().Statement[sheet.Kind]
	switch {
	case sheet.Kind == model.Objection:
		return "x " + said + " " + sheet.Signed.Polish(), kit.BadTone
	case !sheet.SignedByRightPerson(e.Student):
		return "! " + s.t.WrongSigner + " " + sheet.Signed.Polish(), kit.WarnTone
	case !s.enough(sheet):
		return "! " + s.t.TooLittle + ": " + s.t.Short[sheet.Kind], kit.WarnTone
	}
	return "+ " + said + " " + sheet.Signed.Polish(), kit.GoodTone
}

// now is the last column: what this screen did with the student.
func (s *sheetsScreen) now(e *Entry) kit.Cell {
	switch d := s.state[e.ID]; {
	case d == nil && s.names[e.ID] != "":
		return kit.Cell{Text: "… " + s.names[e.ID], Tone: kit.Accent}
	case d == nil:
		return kit.Cell{}
	case d.id == 0:
		return kit.Cell{Text: "… " + s.t.Saving, Tone: kit.Accent}
	default:
		return kit.Cell{Text: "+ " + s.t.Short[d.sheet.Kind], Tone: kit.Accent}
	}
}

// enough reports whether a sheet is what the school waits for; where it waits
// for nothing, any sheet is.
func (s *sheetsScreen) enough(sheet model.Statement) bool {
	p := s.app.profile().Policy
	return p.Wanted() == "" || sheet.Satisfies(p)
}

// settled reports that no sheet is waited for: one counts, or was just entered.
func (s *sheetsScreen) settled(e *Entry) bool {
	if s.state[e.ID] != nil {
		return true
	}
	sheet, ok := model.CurrentStatement(e.Statements)
	return ok && (sheet.Kind == model.Objection || s.enough(sheet) && sheet.SignedByRightPerson(e.Student))
}

// wanted is the kind that Enter enters.
func (s *sheetsScreen) wanted() model.StatementKind {
	if kind := s.app.profile().Policy.Wanted(); kind != "" {
		return kind
	}
	return model.NonObjection
}

// refresh follows the list; the cursor stays on its student.
func (s *sheetsScreen) refresh() {
	under := s.selected()
	s.rows, s.seen = s.app.School.Class(s.class), s.app.School.Version()
	moveTo(s.list, s.rows, under)
}

func (s *sheetsScreen) catchUp() {
	if s.seen != s.app.School.Version() {
		s.refresh()
	}
}

func (s *sheetsScreen) selected() *Entry {
	return studentAt(s.list, s.rows)
}

func (s *sheetsScreen) moveTo(id model.StudentID) {
	moveTo(s.list, s.rows, s.app.School.Get(id))
}

// goOn moves to the next student below who waits for a sheet. It does not begin
// again at the top: those left out there have no sheet in the stack, and an
// Enter too many must not give them one.
func (s *sheetsScreen) goOn() (found bool) {
	for i := s.list.Cursor() + 1; i < len(s.rows); i++ {
		if !s.settled(s.rows[i]) {
			s.list.SetCursor(i)
			return true
		}
	}
	return false
}

func (s *sheetsScreen) Update(msg tea.Msg) kit.Turn {
	s.catchUp()
	if d, ok := msg.(done); ok {
		return s.answered(d)
	}
	s.list.Update(msg)
	return kit.Stay()
}

// TakeBurst keeps a scanner from entering sheets with the letters of a code.
func (s *sheetsScreen) TakeBurst(string) (kit.Turn, bool) {
	return kit.Stay().Say(kit.Warn(s.t.NoCodesHere)), true
}

func (s *sheetsScreen) View(w, h int) string {
	s.catchUp()
	settled := 0
	for _, e := range s.rows {
		if s.settled(e) {
			settled++
		}
	}
	place := s.place
	if place == "" {
		place = s.t.NoPlace
	}
	words := s.app.words()
	done := fmt.Sprintf("%s %d/%d", s.t.Done, settled, len(s.rows)) // never cut
	date := s.t.Date + " " + s.signed.Polish()
	top := kit.Columns{{Width: kit.Width(date)}, {Width: w - kit.Width(date) - kit.Width(done) - 4}, {Width: kit.Width(done), Right: true}}
	head := top.Row(w, kit.Cell{Text: date, Tone: kit.Strong},
		kit.Cell{Text: s.t.Signs + " " + words.Signer[s.by] + ", " + s.t.AdultAlone, Tone: kit.Strong},
		kit.Cell{Text: done, Tone: kit.Strong})
	below := top.Row(w, kit.Cell{Text: s.t.Place + " " + place}, kit.Cell{Text: "Enter: " + words.Statement[s.wanted()]})
	return head + "\n" + below + "\n\n" + s.list.View(w, h-3)
}
