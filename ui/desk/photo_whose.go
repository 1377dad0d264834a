package desk

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// whoseScreen asks whose photo it is; its result is a model.StudentID, or nil.
// A photo on the wrong child's card is the worst that can happen, so nobody is
// under the cursor until a person puts them there: by the arrows, or by typing
// until one student alone is left.
type whoseScreen struct {
	app   *App
	t     *text.Gallery
	photo store.Photo
	match model.FileMatch
	field *kit.Field
	found []*Entry // under the line for nobody
	room  memory
	list  *kit.List
	cols  kit.Columns
}

func newWhose(a *App, p store.Photo) kit.Screen {
	s := &whoseScreen{app: a, t: text.GalleryIn(a.Lang), photo: p, field: kit.NewField(60)}
	s.field.Placeholder = s.t.TypeName
	s.cols = kit.Columns{{Width: 34, Grow: 3}, {Width: 6}, {Width: 14}, {Width: 16, Grow: 1}}
	s.list = kit.NewList(s, kitWords(a.Lang))
	return s
}

// fileMatched is whose photo it may be by the name of its file.
type fileMatched model.FileMatch

func (s *whoseScreen) Init() tea.Cmd {
	students := make([]model.Student, 0, s.app.School.Len())
	for _, e := range s.app.School.All() {
		students = append(students, e.Student)
	}
	name := s.photo.Name
	return func() tea.Msg { return fileMatched(model.MatchFileName(name, model.NewNameIndex(students))) }
}

func (s *whoseScreen) Title() string { return s.t.WhoseTitle }
func (s *whoseScreen) Typing() bool  { return true }
func (s *whoseScreen) Len() int      { return len(s.found) + 1 }

// Row is a student with what tells namesakes apart; the first is nobody.
func (s *whoseScreen) Row(i, w int) string {
	if i == 0 {
		return s.t.NobodyChosen
	}
	e := s.found[i-1]
	born, suggested := "", ""
	if d := e.BirthDate(); !d.IsZero() {
		born = text.PageIn(s.app.Lang).Born + " " + d.Polish()
	}
	if slices.Contains(s.suggestions(), e.ID) {
		suggested = s.t.Suggested
	}
	return s.cols.Row(w, kit.Cell{Text: joined(" ", e.ListName(), e.Second)}, kit.Cell{Text: e.Record.Class.String()}, kit.Cell{Text: born},
		kit.Cell{Text: suggested, Tone: kit.Dim})
}

// suggestions are those whom the file's name fits, or is like.
func (s *whoseScreen) suggestions() []model.StudentID {
	return append(slices.Clip(s.match.Students), s.match.Suggestions...)
}

// Actions of the screen.
func (s *whoseScreen) Actions() []kit.Action {
	return []kit.Action{
		{ID: "photo-settle", Keys: []string{"enter"}, Name: s.t.Settle, Footer: 1, Do: s.settle},
		{ID: "photo-back", Keys: []string{"esc"}, Name: s.t.Back, Footer: 2, Do: func() kit.Turn { return kit.Pop(nil) }},
	}
}

func (s *whoseScreen) settle() kit.Turn {
	i := s.list.Cursor()
	if i < 1 || i > len(s.found) {
		return kit.Stay().Say(kit.Warn(s.t.ChooseSomebody))
	}
	return kit.Pop(s.found[i-1].ID)
}

func (s *whoseScreen) Update(msg tea.Msg) kit.Turn {
	if m, ok := msg.(fileMatched); ok {
		s.match = model.FileMatch(m)
		if s.field.Value() == "" {
			s.narrow()
		}
		return kit.Stay()
	}
	if s.list.Update(msg) {
		return kit.Stay()
	}
	changed, err := s.field.Update(msg)
	if err != nil {
		return kit.Stay().Say(kit.Warn(s.t.PasteRefused))
	}
	if changed {
		s.narrow()
	}
	return kit.Stay()
}

// narrow lists who fits what was typed, and the suggestions while nothing is.
// The cursor goes to somebody only if nobody else fits.
func (s *whoseScreen) narrow() {
	s.found = s.found[:0]
	if s.field.Value() == "" {
		for _, id := range s.suggestions() {
			if e := s.app.School.Get(id); e != nil {
				s.found = append(s.found, e)
			}
		}
		s.list.SetCursor(0)
		return
	}
	for _, e := range s.app.School.find(filter{text: s.field.Value()}, &s.room) {
		if e.Verdict.Stage != model.StageLeft {
			s.found = append(s.found, e)
		}
	}
	s.list.SetCursor(0)
	if len(s.found) == 1 {
		s.list.SetCursor(1)
	}
}

func (s *whoseScreen) View(w, h int) string {
	now := ""
	if s.photo.Student != 0 {
		now = "   " + s.t.Settled + " " + kit.Safe(text.Plain(s.nowOf()))
	}
	lines := []string{kit.Cut(s.t.FileLine+" "+kit.Strong.Paint(kit.Safe(s.photo.Name))+now, w)}
	if !s.match.Class.IsZero() && s.match.ClassDiffer {
		lines = append(lines, kit.WarnTone.Paint(kit.Cut("! "+s.t.OtherClass+" "+s.match.Class.String(), w)))
	}
	lines = append(lines, s.field.View(w, true), kit.Dim.Paint(kit.Cut(s.hint(), w)))
	return strings.Join(append(lines, s.list.View(w, h-len(lines))), "\n")
}

// hint says where the names in the list come from.
func (s *whoseScreen) hint() string {
	switch {
	case s.field.Value() != "" || len(s.found) == 0:
		return ""
	case len(s.match.Students) > 0:
		return s.t.NameFits
	}
	return s.t.NameMaybe
}

func (s *whoseScreen) nowOf() string {
	if e := s.app.School.Get(s.photo.Student); e != nil {
		return s.app.fullName(e)
	}
	return s.t.SettledNobody
}
