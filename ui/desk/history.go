package desk

import (
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// historyLimit is how many lines of the register are shown, the newest.
const historyLimit = 500

// historyScreen shows the register of one student, or of all, newest first,
// and under it what the selected line changed.
type historyScreen struct {
	app   *App
	t     *text.History
	of    model.StudentID      // 0: all
	known []model.RegisterLine // the oldest first
	lines []historyLine        // the newest first
	read  bool                 // the answer is there
	list  *kit.List
	cols  kit.Columns
}

// historyLine is a line of the register with its details in words.
type historyLine struct {
	model.RegisterLine
	details   []string
	corrected bool // a hand-over that was corrected later
}

func newHistory(a *App, of model.StudentID) kit.Screen {
	s := &historyScreen{app: a, t: text.HistoryIn(a.Lang), of: of}
	s.cols = kit.Columns{{Title: s.t.When, Width: 16}, {Title: s.t.Deed, Width: 24, Grow: 1}}
	if of == 0 {
		s.cols = append(s.cols, kit.Column{Title: s.t.Student, Width: 20, Grow: 1})
	}
	s.cols = append(s.cols, kit.Column{Title: s.t.Who, Width: 12, Grow: 1})
	s.list = kit.NewList(s, kitWords(a.Lang))
	s.list.Header = s.cols.Header
	return s
}

func (s *historyScreen) Title() string {
	if s.of == 0 {
		return s.t.All
	}
	return s.t.Title
}

// historyRead is the answer of the register.
type historyRead struct {
	after int64 // the line that was known; 0: all was read
	lines []model.RegisterLine
	err   error
}

func (s *historyScreen) Init() tea.Cmd { return s.load(0) }

// newest is the number of the last line known; 0: none.
func (s *historyScreen) newest() int64 {
	if len(s.known) == 0 {
		return 0
	}
	return s.known[len(s.known)-1].Seq
}

// load reads the register after a line and keeps the last lines of it.
func (s *historyScreen) load(after int64) tea.Cmd {
	db, of, log := s.app.DB, s.of, s.app.Log
	return func() tea.Msg {
		ctx, cancel := context.WithTimeout(context.Background(), deedTime)
		defer cancel()
		var ring []model.RegisterLine
		next := 0
		err := db.RegisterAfter(ctx, of, after, func(l model.RegisterLine) error {
			if len(ring) < historyLimit {
				ring = append(ring, l)
				return nil
			}
			ring[next] = l
			next = (next + 1) % historyLimit
			return nil
		})
		if err != nil {
			log.Error("reading the register failed", "error", err)
			return historyRead{err: err}
		}
		return historyRead{after: after, lines: append(ring[next:len(ring):len(ring)], ring[:next]...)}
	}
}

func (s *historyScreen) Actions() []kit.Action {
	t := text.KitIn(s.app.Lang)
	return []kit.Action{
		{ID: "back", Keys: []string{"esc", "enter"}, Name: t.Back, Hint: s.t.BackHint, Footer: 1, Do: func() kit.Turn { return kit.Pop(nil) }},
		{ID: "refresh", Keys: []string{"r"}, Name: s.t.Refresh, Hint: s.t.RefreshHint, Footer: 2,
			Do: func() kit.Turn { return kit.Latest("read", s.load(0)) }},
	}
}

func (s *historyScreen) Update(msg tea.Msg) kit.Turn {
	switch msg := msg.(type) {
	case historyRead:
		if msg.err != nil {
			return kit.Stay().Say(kit.Bad(text.Error(s.app.Lang, msg.err, s.app.profile().Zone())))
		}
		s.add(msg)
		return kit.Stay()
	case kit.Broadcast:
		if _, another := msg.Value.(otherDeed); another && s.read {
			return kit.Latest("read", s.load(s.newest()))
		}
		return kit.Stay()
	}
	s.list.Update(msg)
	return kit.Stay()
}

// add takes lines that were read; the cursor stays on the line it was on.
func (s *historyScreen) add(read historyRead) {
	under := int64(0)
	if i := s.list.Cursor(); i >= 0 && i < len(s.lines) {
		under = s.lines[i].Seq
	}
	if read.after != 0 {
		read.lines = append(slices.Clone(s.known), read.lines...)
	}
	s.known = read.lines[max(0, len(read.lines)-historyLimit):]
	s.take(s.known)
	for i, l := range s.lines {
		if l.Seq == under && read.after != 0 {
			s.list.SetCursor(i)
		}
	}
}

// take turns the lines round, puts them into words, and marks hand-overs that
// a later line corrects.
func (s *historyScreen) take(lines []model.RegisterLine) {
	s.read, s.lines = true, make([]historyLine, len(lines))
	corrected := map[int64]bool{}
	for i := range lines {
		l := lines[len(lines)-1-i]
		before, after := facts(l.Before), facts(l.After)
		h := historyLine{RegisterLine: l, details: s.app.changesInWords(before, after)}
		h.corrected = corrected[number(after["handover"])]
		if l.Deed == model.DeedHandoverCorrected {
			corrected[number(before["handover"])] = true
		}
		s.lines[i] = h
	}
}

func (s *historyScreen) Len() int { return len(s.lines) }

func (s *historyScreen) Row(i, w int) string {
	l := s.lines[i]
	deed := s.app.words().Deed[l.Deed]
	if l.corrected {
		deed += " (" + s.t.Corrected + ")"
	}
	cells := []kit.Cell{{Text: s.app.moment(l.At)}, {Text: deed}}
	if s.of == 0 {
		cells = append(cells, kit.Cell{Text: s.about(l.Student)})
	}
	return s.cols.Row(w, append(cells, kit.Cell{Text: l.Actor.Operator})...)
}

// about is the student of a line, "" for deeds that are about no single one.
func (s *historyScreen) about(id model.StudentID) string {
	e := s.app.School.Get(id)
	if e == nil {
		return ""
	}
	return joined(" ", e.ListName(), e.Record.Class.String())
}

// detailLines is the room under the list.
const detailLines = 6

func (s *historyScreen) View(w, h int) string {
	s.list.Empty = s.t.Reading
	if s.read {
		s.list.Empty = s.t.Empty
	}
	list := kit.Fit(s.list.View(w, h-detailLines), w, h-detailLines)
	return strings.Join(append(list, kit.Fit(strings.Join(s.detail(w), "\n"), w, detailLines)...), "\n")
}

// detail is what the selected line says: who, where, and what changed.
func (s *historyScreen) detail(w int) []string {
	i := s.list.Cursor()
	if i < 0 {
		return nil
	}
	l := s.lines[i]
	who := s.t.By(l.Actor.Operator, l.Actor.Desk, l.Seq)
	if name := s.about(l.Student); name != "" {
		who = name + " · " + who
	}
	lines := []string{kit.Dim.Paint(strings.Repeat("-", w)), kit.Dim.Paint(kit.Cut(kit.Safe(who), w))}
	return append(lines, kit.Wrap(kit.Safe(strings.Join(l.details, " · ")), w)...)
}
