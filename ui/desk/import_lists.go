package desk

import (
	"slices"
	"strconv"
	"strings"

	"okienko/model"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// listID names a list of the preview.
type listID int

const (
	listAdded listID = iota
	listChanged
	listDoubts
	listProblems
	listMissing
)

// importList is one list of the preview: rows are drawn when they are seen.
type importList struct {
	*kit.List
	id     listID
	title  string
	rows   lazyRows
	detail func(i int) string // below the list, about the row under the cursor; may be nil
}

// lazyRows are n rows of cells.
type lazyRows struct {
	n     int
	cols  kit.Columns
	cells func(i int) []kit.Cell
}

func (r lazyRows) Len() int            { return r.n }
func (r lazyRows) Row(i, w int) string { return r.cols.Row(w, r.cells(i)...) }

func (s *importScreen) newList(id listID, title, empty string, rows lazyRows) *importList {
	l := &importList{id: id, title: title, rows: rows, List: kit.NewList(rows, kitWords(s.app.Lang))}
	l.Header, l.Empty = rows.cols.Header, empty
	return l
}

// previewLists are the lists that fit the kind of file.
func (s *importScreen) previewLists() []*importList {
	problems := s.problemList(s.file.Report.Problems, s.t.EmptyProblem)
	switch {
	case s.file.Refused():
		return []*importList{problems}
	case s.kind == CodesFile:
		return s.withDoubts(s.codeList(), problems)
	case s.kind == StatementFile:
		return s.withDoubts(s.sheetList(), problems)
	case s.kind == RegisteredFile:
		return s.withDoubts(s.registeredList(), problems)
	}
	return []*importList{s.addedList(), s.changedList(), s.doubtList(), problems, s.missingList()}
}

// withDoubts puts the doubts of a list between the others, where there are any.
func (s *importScreen) withDoubts(taken, problems *importList) []*importList {
	if len(s.file.Plan.Doubts) == 0 {
		return []*importList{taken, problems}
	}
	return []*importList{taken, s.doubtList(), problems}
}

// lineColumn comes first in every list.
func (s *importScreen) lineColumn() kit.Column {
	return kit.Column{Title: s.t.Line, Width: 6, Right: true}
}

func lineCell(line int) kit.Cell { return kit.Cell{Text: strconv.Itoa(line), Tone: kit.Dim} }

func (s *importScreen) studentColumns() kit.Columns {
	return kit.Columns{s.lineColumn(), {Title: s.t.Student, Width: 28, Grow: 2}, {Title: s.t.Class, Width: 5},
		{Title: s.t.Born, Width: 10}, {Title: s.t.Card, Width: 12, Grow: 1}}
}

func (s *importScreen) addedList() *importList {
	add := s.file.Plan.Add
	return s.newList(listAdded, s.t.ListAdded, s.t.EmptyAdded, lazyRows{len(add), s.studentColumns(), func(i int) []kit.Cell {
		r := add[i]
		return []kit.Cell{lineCell(r.Line), {Text: r.Student.ListName()}, {Text: r.Student.Class.String()},
			{Text: r.Student.BirthDate().Polish()}, {Text: r.Card.Number}}
	}})
}

func (s *importScreen) changedList() *importList {
	cols := kit.Columns{s.lineColumn(), {Title: s.t.Student, Width: 24, Grow: 1}, {Title: s.t.What, Width: 40, Grow: 2}}
	changes := s.file.Plan.Change
	l := s.newList(listChanged, s.t.ListChanged, s.t.EmptyChanged, lazyRows{len(changes), cols, func(i int) []kit.Cell {
		return []kit.Cell{lineCell(changes[i].Line), {Text: changes[i].Before.ListName()}, {Text: s.changeText(changes[i])}}
	}})
	l.detail = func(i int) string { return s.changeText(changes[i]) }
	return l
}

func (s *importScreen) doubtList() *importList {
	cols := kit.Columns{s.lineColumn(), {Title: s.t.Student, Width: 28, Grow: 1}, {Title: s.t.Class, Width: 5}, {Title: s.t.WhoIsIt, Width: 30, Grow: 1}}
	doubts := s.file.Plan.Doubts
	return s.newList(listDoubts, s.t.ListDoubts, s.t.EmptyDoubts, lazyRows{len(doubts), cols, func(i int) []kit.Cell {
		row := doubts[i].Row
		answer, tone := s.answered(i)
		return []kit.Cell{lineCell(row.Line), {Text: row.Student.ListName()}, {Text: row.Student.Class.String()}, {Text: answer, Tone: tone}}
	}})
}

func (s *importScreen) missingList() *importList {
	cols := kit.Columns{{Width: 3}, {Title: s.t.Student, Width: 32, Grow: 1}, {Title: s.t.Class, Width: 5}, {Title: s.t.Born, Width: 10}}
	l := s.newList(listMissing, s.t.ListMissing, s.t.EmptyMissing, lazyRows{len(s.missing), cols, func(i int) []kit.Cell {
		r, box := s.file.Student(s.missing[i]), "[ ]"
		if s.ticked[r.ID] {
			box = "[x]"
		}
		return []kit.Cell{{Text: box}, {Text: r.ListName()}, {Text: r.Class.String()}, {Text: r.BirthDate().Polish()}}
	}})
	l.detail = func(int) string {
		if 2*len(s.missing) > len(s.file.known) {
			return s.t.MissingMany + " " + s.t.MissingHint
		}
		return s.t.MissingHint
	}
	return l
}

func (s *importScreen) codeList() *importList {
	cols := kit.Columns{s.lineColumn(), {Title: s.t.Student, Width: 32, Grow: 1}, {Title: s.t.Class, Width: 5}, {Title: s.t.What, Width: 26, Grow: 1}}
	rows := s.file.takeCodes
	return s.newList(listAdded, s.t.ListTaken, s.t.EmptyAdded, lazyRows{len(rows), cols, func(i int) []kit.Cell {
		r := s.file.Student(rows[i].value.Student)
		return []kit.Cell{lineCell(rows[i].line), {Text: r.ListName()}, {Text: r.Class.String()}, {Text: s.app.words().Code[rows[i].value.Kind]}}
	}})
}

func (s *importScreen) sheetList() *importList {
	cols := kit.Columns{s.lineColumn(), {Title: s.t.Student, Width: 24, Grow: 1}, {Title: s.t.Class, Width: 5}, {Title: s.t.What, Width: 36, Grow: 1}}
	rows := s.file.takeSheet
	l := s.newList(listAdded, s.t.ListTaken, s.t.EmptyAdded, lazyRows{len(rows), cols, func(i int) []kit.Cell {
		sheet := rows[i].value
		r, tone := s.file.Student(sheet.Student), kit.Plain
		if sheet.Kind == model.Objection {
			tone = kit.BadTone
		}
		return []kit.Cell{lineCell(rows[i].line), {Text: r.ListName()}, {Text: r.Class.String()},
			{Text: s.app.words().Statement[sheet.Kind] + " " + sheet.Signed.Polish(), Tone: tone}}
	}})
	l.detail = func(i int) string {
		sheet := rows[i].value
		return strings.TrimSpace(s.app.words().Signer[sheet.Signer] + " " + sheet.SignerName + " " + sheet.Place)
	}
	return l
}

// problemList shows what was refused first, then what was repaired, then what
// only deserves a look.
func (s *importScreen) problemList(all []model.Problem, empty string) *importList {
	problems := slices.Clone(all)
	slices.SortStableFunc(problems, func(a, b model.Problem) int { return int(s.severity(b)) - int(s.severity(a)) })
	whose := s.file.Whose(problems)
	cols := kit.Columns{s.lineColumn(), {Width: 1}, {Title: s.t.Student, Width: 18, Grow: 1}, {Title: s.t.Field, Width: 13},
		{Title: s.t.What, Width: 32, Grow: 3}}
	l := s.newList(listProblems, s.t.ListProblems, empty, lazyRows{len(problems), cols, func(i int) []kit.Cell {
		p := problems[i]
		sign, tone := severitySign(s.severity(p))
		line := lineCell(p.Line)
		if p.Line == 0 {
			line.Text = s.t.NoLine
		}
		return []kit.Cell{line, {Text: sign, Tone: tone}, {Text: whose[p.Line]},
			{Text: text.FieldName(s.app.Lang, p.Field)}, {Text: s.problem(p)}}
	}})
	l.detail = func(i int) string { return joined(": ", whose[problems[i].Line], s.problem(problems[i])) }
	return l
}

// severity of a problem. A fault of the file as a whole is no refusal if the
// file can be used.
func (s *importScreen) severity(p model.Problem) model.Severity {
	if p.Line == 0 && !s.file.Refused() {
		return model.Repaired
	}
	return p.ID.Severity()
}

func severitySign(v model.Severity) (string, kit.Tone) {
	switch v {
	case model.Refused:
		return "x", kit.BadTone
	case model.Repaired:
		return "!", kit.WarnTone
	}
	return "·", kit.Dim
}

// problem is the sentence for a problem of reading, comparing or taking in.
func (s *importScreen) problem(p model.Problem) string {
	switch {
	case s.kind == CodesFile && slices.Contains(codeRefusals, store.CodeRefusal(p.ID)):
		return text.Error(s.app.Lang, &store.CodeRefusedError{Reason: store.CodeRefusal(p.ID)}, s.app.profile().Zone())
	case s.kind == RosterFile && p.ID == model.ProblemTwoPeople:
		return s.t.DoubtLeft
	}
	return text.Problem(s.app.Lang, p)
}

var codeRefusals = []store.CodeRefusal{store.CodeKnown, store.CodeOfAnother, store.CodeExpired, store.CodeForNobody, store.CodeForTwo,
	store.CodeOfObjector, store.CodeOfResigned}
