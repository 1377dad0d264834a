package desk

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"okienko/model"
	"okienko/store"
	"okienko/store/intake/scan"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// scanRow is a line of the table: a code, or what is wrong with a file.
type scanRow struct {
	file int
	pair *Pair // nil: the file as a whole
}

// scanState is what a row says in its last column.
type scanState int

// The states, in the order of the table: what needs a person comes first.
const (
	stateOpen scanState = iota
	stateLocked
	stateRefused
	stateUnreadable
	stateFile
	stateOut
	stateSaid
	stateSure
	stateTaken
	stateKnown
)

func (s *scanScreen) state(r scanRow) scanState {
	p := r.pair
	switch {
	case p == nil && (s.reason(r) == scan.NeedsPassword || s.reason(r) == scan.WrongPassword):
		return stateLocked
	case p == nil:
		return stateFile
	case p.Done && p.Problem.ID == "":
		return stateTaken
	case p.Taken():
		return stateKnown
	case p.Done:
		return stateRefused
	case !p.Readable():
		return stateUnreadable
	case p.Out:
		return stateOut
	case p.Owner == 0:
		return stateOpen
	case p.Said:
		return stateSaid
	}
	return stateSure
}

func (s *scanScreen) reason(r scanRow) scan.Reason { return s.finds.Files[r.file].Reason }

// show makes the table anew.
func (s *scanScreen) show() {
	s.rows = nil
	for i, f := range s.finds.Files {
		for _, p := range f.Pairs {
			s.rows = append(s.rows, scanRow{i, p})
		}
		if f.Reason != "" {
			s.rows = append(s.rows, scanRow{file: i})
		}
	}
	slices.SortStableFunc(s.rows, func(a, b scanRow) int { return cmp.Compare(s.state(a), s.state(b)) })
	s.list.SetCursor(0)
}

// Len is the number of rows.
func (s *scanScreen) Len() int { return len(s.rows) }

// scanNameWidth is the least width of the names in cells.
const scanNameWidth = 23

func (s *scanScreen) columns() kit.Columns {
	return kit.Columns{{Title: s.t.File, Width: 22, Grow: 2}, {Title: s.t.PageColumn, Width: 6, Right: true},
		{Title: s.t.Student, Width: scanNameWidth, Grow: 2}, {Title: s.t.Class, Width: 5}, {Title: s.t.State, Width: 16}}
}

// Row draws a row.
func (s *scanScreen) Row(i, w int) string {
	r := s.rows[i]
	state := s.state(r)
	cells := []kit.Cell{{Text: path.Base(s.finds.Files[r.file].File)}, {}, {}, {}, {Text: s.t.States[int(state)], Tone: stateTone(state)}}
	if r.pair != nil {
		cells[1] = kit.Cell{Text: strconv.Itoa(r.pair.Page), Tone: kit.Dim}
		if e := s.app.School.Get(r.pair.Owner); e != nil {
			cells[2].Text, cells[3].Text = s.app.rowName(e, scanNameWidth), e.Class.String()
		}
	}
	return s.columns().Row(w, cells...)
}

func stateTone(s scanState) kit.Tone {
	switch s {
	case stateOpen, stateLocked:
		return kit.WarnTone
	case stateRefused, stateUnreadable:
		return kit.BadTone
	case stateSure, stateSaid, stateTaken:
		return kit.GoodTone
	}
	return kit.Dim
}

// detail says of a row why it is as it is.
func (s *scanScreen) detail(r scanRow) string {
	file := s.finds.Files[r.file].File
	switch {
	case r.pair == nil:
		return file + ": " + text.ScanReason(s.app.Lang, s.reason(r))
	case r.pair.Done && r.pair.Problem.ID != "":
		return file + ": " + s.app.codeProblem(r.pair.Problem)
	}
	return file + ": " + text.ScanWhy(s.app.Lang, r.pair.Why)
}

// codeProblem is the sentence for a code that was not taken in.
func (a *App) codeProblem(p model.Problem) string {
	if reason := store.CodeRefusal(p.ID); slices.Contains(codeRefusals, reason) {
		return text.Error(a.Lang, &store.CodeRefusedError{Reason: reason}, a.profile().Zone())
	}
	return text.Problem(a.Lang, p)
}

// View draws how far the reading is, or the table.
func (s *scanScreen) View(w, h int) string {
	switch {
	case s.steps == nil:
		return "\n" + s.t.Opening
	case s.phase == scanReading:
		return s.reading(w)
	case s.phase == scanWriting:
		return "\n" + s.t.Writing + "\n\n" + s.steps.View(w)
	}
	n := s.finds.Counts()
	head := s.t.Numbers(len(s.finds.Files), n.Sure, n.Said, n.Open)
	if s.phase == scanFinished && s.ended.Text != "" {
		head = s.summary()
	}
	lines := []string{kit.Strong.Paint(kit.Cut(head, w)), ""}
	lines = append(lines, kit.Fit(s.list.View(w, h-len(lines)-linesBelow), w, h-len(lines)-linesBelow)...)
	detail := ""
	if i := s.list.Cursor(); i >= 0 {
		detail = kit.Safe(s.detail(s.rows[i]))
	}
	return strings.Join(append(lines, kit.Fit(strings.Join(kit.Wrap(detail, w), "\n"), w, linesBelow)...), "\n")
}

func (s *scanScreen) reading(w int) string {
	n := s.finds.Counts()
	lines := []string{"", s.t.Reading, "", s.steps.View(w), "", s.t.Numbers(len(s.finds.Files), n.Sure, n.Said, n.Open)}
	if done, of := s.pages.done.Load(), s.pages.of.Load(); of > 1 {
		lines[4] = kit.Dim.Paint(s.t.PageOf(int(done), int(of)))
	}
	return strings.Join(lines, "\n")
}
