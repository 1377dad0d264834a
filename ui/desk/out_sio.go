package desk

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// sioFileScreen shows what would stand in the file for SIO, and what SIO would
// refuse, before anything is written. Who has a card for students with a
// disability is marked here each time, since the program keeps no such note.
type sioFileScreen struct {
	app     *App
	t       *text.SIOText
	options model.SIOOptions
	file    model.SIOFile
	refused []string // why, by the places of file.Refused
	seen    int      // version of the school that file stands for
	lists   [2]*kit.List
	at      int // of lists
}

// The two lists.
const (
	sioRows = iota
	sioRefused
)

func newSIOFile(a *App) kit.Screen {
	s := &sioFileScreen{app: a, t: &text.OutIn(a.Lang).SIO, seen: -1}
	s.options.Disabled = map[model.StudentID]bool{}
	name, class := kit.Column{Title: s.t.Student, Width: 24, Grow: 2}, kit.Column{Title: s.t.Class, Width: 5}
	rows := kit.Columns{name, class, {Title: s.t.Card, Width: 10, Grow: 1}, {Title: s.t.Issued, Width: 10}, {Title: s.t.Disabled, Width: 12}}
	refused := kit.Columns{name, class, {Title: s.t.Why, Width: 42, Grow: 3}}
	s.lists[sioRows] = s.list(rows, s.t.Empty, func() int { return len(s.file.Rows) }, s.row)
	s.lists[sioRefused] = s.list(refused, s.t.NobodyRefused, func() int { return len(s.file.Refused) }, func(i int) []kit.Cell {
		e := a.School.Get(s.file.Refused[i].Student)
		return []kit.Cell{{Text: e.ListName()}, {Text: e.Record.Class.String()}, {Text: s.refused[i], Tone: kit.WarnTone}}
	})
	s.catchUp()
	if len(s.file.Rows) == 0 && len(s.file.Refused) > 0 {
		s.at = sioRefused
	}
	return s
}

// countedRows are rows whose number changes.
type countedRows struct {
	count func() int
	cols  kit.Columns
	cells func(i int) []kit.Cell
}

func (r countedRows) Len() int            { return r.count() }
func (r countedRows) Row(i, w int) string { return r.cols.Row(w, r.cells(i)...) }

func (s *sioFileScreen) list(cols kit.Columns, empty string, count func() int, cells func(int) []kit.Cell) *kit.List {
	l := kit.NewList(countedRows{count, cols, cells}, kitWords(s.app.Lang))
	l.Header, l.Empty = cols.Header, empty
	return l
}

func (s *sioFileScreen) row(i int) []kit.Cell {
	r := s.file.Rows[i]
	e := s.app.School.Get(r.Student)
	disabled := kit.Cell{Text: s.t.No, Tone: kit.Dim}
	if r.Disabled {
		disabled = kit.Cell{Text: s.t.Yes, Tone: kit.Strong}
	}
	return []kit.Cell{{Text: e.ListName()}, {Text: e.Record.Class.String()}, {Text: r.Number}, {Text: r.Issued.Polish()}, disabled}
}

func (s *sioFileScreen) Title() string { return text.OutIn(s.app.Lang).Title[string(OutSIO)] }

// catchUp judges anew when the school has changed: what is put right on a
// student's page, or on another desk, moves from one list to the other.
func (s *sioFileScreen) catchUp() {
	if s.seen == s.app.School.Version() {
		return
	}
	s.seen = s.app.School.Version()
	s.judge()
}

func (s *sioFileScreen) judge() {
	all := s.app.School.All()
	records := make([]model.Record, len(all))
	for i, e := range all {
		records[i] = *e.Record
	}
	by := s.app.Actor
	view := model.Viewpoint{Now: s.app.Now(), Desk: by.Desk, Window: by.Window}
	// The school is in the order of names; those whose number in the class
	// register is not known stay so.
	slices.SortStableFunc(records, func(a, b model.Record) int { return a.CompareInRegister(b.Student) })
	s.file = model.ForSIO(records, s.app.profile(), view, s.options)
	s.refused = s.refused[:0]
	for _, r := range s.file.Refused {
		s.refused = append(s.refused, refusedWhy(s.app.Lang, r))
	}
}

// marked is how many rows are of cards for students with a disability.
func (s *sioFileScreen) marked() (n int) {
	for _, r := range s.file.Rows {
		if r.Disabled {
			n++
		}
	}
	return n
}

func (s *sioFileScreen) Actions() []kit.Action {
	t := text.KitIn(s.app.Lang)
	none, photos := "", s.t.Photos
	if len(s.file.Rows) == 0 {
		none = s.t.NothingToSave
	}
	if s.options.WithoutPortraits {
		photos = s.t.NoPhotos
	}
	save := kit.Action{ID: "save", Keys: []string{"enter"}, Name: s.t.Save, Hint: s.t.SaveHint, Off: none, Footer: 1, Do: s.save}
	other := kit.Action{ID: "other", Keys: []string{"right", "left"}, Name: s.t.Other, Hint: s.t.OtherHint, Footer: 3, Do: func() kit.Turn {
		s.at = 1 - s.at
		return kit.Stay()
	}}
	photo := kit.Action{ID: "photos", Keys: []string{"b"}, Name: photos, Hint: s.t.PhotoHint, Footer: 4, Do: func() kit.Turn {
		s.options.WithoutPortraits = !s.options.WithoutPortraits
		s.judge()
		return kit.Stay()
	}}
	back := kit.Action{ID: "back", Keys: []string{"esc"}, Name: t.Back, Footer: 5, Do: func() kit.Turn { return kit.Pop(nil) }}
	if s.at == sioRefused {
		nobody := ""
		if len(s.file.Refused) == 0 {
			nobody = s.t.NobodyRefused
		}
		open := kit.Action{ID: "open", Keys: []string{"enter"}, Name: s.t.Open, Hint: s.t.OpenHint, Off: nobody, Footer: 1, Do: func() kit.Turn {
			return kit.Push(newPage(s.app, s.file.Refused[s.lists[sioRefused].Cursor()].Student))
		}}
		return []kit.Action{open, other, photo, back}
	}
	return []kit.Action{save,
		{ID: "disabled", Keys: []string{"space"}, Name: s.t.Toggle, Hint: s.t.ToggleHint, Off: none, Footer: 2, Do: s.toggle},
		{ID: "all", Keys: []string{"a"}, Name: s.t.All, Hint: s.t.AllHint, Off: none, Do: s.toggleAll},
		other, photo, back}
}

func (s *sioFileScreen) toggle() kit.Turn {
	l := s.lists[sioRows]
	s.mark(l.Cursor(), !s.file.Rows[l.Cursor()].Disabled)
	l.SetCursor(l.Cursor() + 1)
	return kit.Stay()
}

func (s *sioFileScreen) toggleAll() kit.Turn {
	all := s.marked() < len(s.file.Rows)
	for i := range s.file.Rows {
		s.mark(i, all)
	}
	return kit.Stay()
}

// mark notes which card a student of the file has.
func (s *sioFileScreen) mark(i int, disabled bool) {
	r := &s.file.Rows[i]
	r.Disabled = disabled
	if delete(s.options.Disabled, r.Student); disabled {
		s.options.Disabled[r.Student] = true
	}
}

// save asks whether really nobody has the other kind of card: nothing marked
// may be nothing looked at. Then it asks for the file's name.
func (s *sioFileScreen) save() kit.Turn {
	n, marked := len(s.file.Rows), s.marked()
	name := func() kit.Turn {
		f := newOutForm(s.app, Order{Kind: OutSIO, Lang: s.app.Lang, SIO: s.options}, model.Class{})
		f.ahead = s.t.Ahead(n, marked)
		return kit.Ask(f, func(result any) kit.Turn {
			if said, ok := result.(kit.Notice); ok {
				return kit.Pop(said)
			}
			return kit.Stay()
		})
	}
	if marked > 0 {
		return name()
	}
	return kit.Confirm(s.app.ask(s.t.Save, "enter", s.t.NobodyAsk(n)), name)
}

func (s *sioFileScreen) Update(msg tea.Msg) kit.Turn {
	s.catchUp()
	if back, ok := msg.(kit.Returned); ok { // from a student's page
		if said, ok := back.Value.(kit.Notice); ok {
			return kit.Stay().Say(said)
		}
	}
	s.lists[s.at].Update(msg)
	return kit.Stay()
}

func (s *sioFileScreen) View(w, h int) string {
	s.catchUp()
	head := tabs([]string{s.t.InFile(len(s.file.Rows)), s.t.NotInFile(len(s.file.Refused))}, s.at, w)
	left := kit.Dim.Paint(kit.Cut(s.t.Left(s.file.Registered, s.file.Objected), w))
	l, why := s.lists[s.at], ""
	if i := l.Cursor(); s.at == sioRefused && i >= 0 && i < len(s.refused) {
		why = s.refused[i] // whole, where the row has no room for it
	}
	body := kit.Fit(l.View(w, h-2-linesBelow), w, h-2-linesBelow)
	below := kit.Fit(strings.Join(kit.Wrap(why, w), "\n"), w, linesBelow)
	return head + "\n" + left + "\n" + strings.Join(append(body, below...), "\n")
}

// newAccepted takes in a file that SIO took: whoever is in it is registered.
func newAccepted(a *App) kit.Screen {
	s := &importScreen{app: a, t: text.ImportIn(a.Lang), wanted: RegisteredFile}
	if a.Folder != "" {
		s.from = a.Folder.Outgoing()
	}
	return s
}
