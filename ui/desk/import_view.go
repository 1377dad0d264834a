package desk

import (
	"fmt"
	"slices"
	"strings"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// linesBelow is the room below a list for the row under the cursor.
const linesBelow = 2

// list is the list on screen; nil if there is none.
func (s *importScreen) list() *importList {
	if s.at >= len(s.lists) {
		return nil
	}
	return s.lists[s.at]
}

func (s *importScreen) View(w, h int) string {
	switch s.phase {
	case importChoosing:
		return "\n" + s.t.Choosing
	case importReading:
		return "\n" + s.t.Reading
	case importWriting:
		return "\n" + s.t.Writing + "\n\n" + s.steps.View(w)
	case importFinished:
		return s.below([]string{kit.Strong.Paint(kit.Cut(s.summary(), w)), kit.Dim.Paint(kit.Cut(s.fileLine(), w)), ""}, w, h)
	}
	return s.below(s.head(w), w, h)
}

// below draws the list under some lines.
func (s *importScreen) below(head []string, w, h int) string {
	l := s.list()
	body := l.View(w, h-len(head)-linesBelow)
	detail := ""
	if i := l.Cursor(); i >= 0 && l.detail != nil {
		detail = kit.Safe(l.detail(i))
	}
	lines := slices.Concat(head, kit.Fit(body, w, h-len(head)-linesBelow))
	return strings.Join(append(lines, kit.Fit(strings.Join(kit.Wrap(detail, w), "\n"), w, linesBelow)...), "\n")
}

// head is what the preview says above the lists.
func (s *importScreen) head(w int) []string {
	lines := []string{kit.Strong.Paint(kit.Cut(s.fileLine(), w)), kit.Cut(s.readLine(), w)}
	if unknown := s.file.Report.Unknown; len(unknown) > 0 {
		lines = append(lines, kit.WarnTone.Paint(kit.Cut(kit.Safe(s.t.Unknown+" "+strings.Join(unknown, ", ")), w)))
	}
	switch {
	case s.file.Refused():
		lines = append(lines, kit.BadTone.Paint(kit.Cut(s.t.FileRefused, w)))
	case s.openDoubts():
		lines = append(lines, kit.WarnTone.Paint(kit.Cut(s.t.OpenDoubts, w)))
	}
	return append(lines, "", s.tabs(w))
}

func (s *importScreen) openDoubts() bool {
	for i := range s.file.Plan.Doubts {
		if _, settled := s.file.Settled(i); !settled && !s.skipped[i] {
			return true
		}
	}
	return false
}

// fileLine is what the file is.
func (s *importScreen) fileLine() string {
	r := s.file.Report
	form := s.t.Workbook
	if r.Separator != "" {
		form = s.t.Separator + " " + map[bool]string{true: s.t.Tab, false: r.Separator}[r.Separator == "\t"]
	}
	if r.Encoding != "" {
		form = s.t.Encoding + " " + r.Encoding + ", " + form
	}
	line := s.t.File + " " + r.File + " · " + s.t.Kind[string(s.kind)]
	if s.file.Refused() && r.Separator == "" {
		return kit.Safe(line)
	}
	return kit.Safe(line + " · " + form)
}

// readLine counts what would be done.
func (s *importScreen) readLine() string {
	c := s.counts
	parts := []string{text.Count(s.t.Rows, s.file.Report.Read)}
	for _, n := range []struct {
		word string
		n    int
	}{{s.t.Added, c.Added}, {s.t.Updated, c.Updated}, {s.t.Unchanged, c.Unchanged}, {s.t.Refused, c.Refused}, {s.t.Repaired, c.Repaired}, {s.t.Left, c.Left}, {s.t.Open, c.Open}} {
		if n.n > 0 {
			parts = append(parts, text.Count(n.word, n.n))
		}
	}
	return strings.Join(parts, " · ")
}

// tabs are the titles of the lists, the one on screen marked.
func (s *importScreen) tabs(w int) string {
	titles := make([]string, len(s.lists))
	for i, l := range s.lists {
		titles[i] = fmt.Sprintf("%s %d", l.title, l.rows.Len())
	}
	return tabs(titles, s.at, w)
}

// tabs draws the titles of lists in a line, one of them marked.
func tabs(titles []string, at, w int) string {
	parts := make([]string, len(titles))
	for i, title := range titles {
		parts[i] = " " + title + " "
		if i == at {
			parts[i] = kit.Strong.Paint("[" + title + "]")
		}
	}
	return kit.Cut(strings.Join(parts, " "), w)
}

// changeText is what changes about a student: before → after.
func (s *importScreen) changeText(c model.Change) string {
	card, _ := model.CurrentCard(s.file.Student(c.Before.ID).Cards)
	parts := make([]string, len(c.Fields))
	for i, f := range c.Fields {
		name, before, after := text.FieldName(s.app.Lang, f), s.value(f, c.Before, card), s.value(f, c.After, c.Card)
		switch {
		case f == model.FieldLeft:
			parts[i] = s.t.ComesBack
		case f == model.FieldErased:
			parts[i] = s.t.ErasedBack(c.Before.Erased.Polish())
		case before == "":
			parts[i] = s.t.Filled(name, after)
		default:
			parts[i] = s.t.Changes(name, before, after)
		}
	}
	return strings.Join(parts, "; ")
}

// value is how a field is shown.
func (s *importScreen) value(f model.Field, of model.Student, card model.Card) string {
	switch f {
	case model.FieldLast:
		return of.Last
	case model.FieldFirst:
		return of.First
	case model.FieldSecond:
		return of.Second
	case model.FieldPESEL:
		if of.PESEL == "" {
			return ""
		}
		return s.tail(of.PESEL)
	case model.FieldBirth:
		return of.Birth.Polish()
	case model.FieldSex:
		if of.Sex == "" {
			return ""
		}
		return s.app.words().Sex[of.Sex]
	case model.FieldClass:
		return of.Class.String()
	case model.FieldRegisterNo:
		return of.RegisterNoText()
	case model.FieldBookNo:
		return of.BookNo
	case model.FieldDocument:
		return of.Document
	case model.FieldCardNumber:
		return card.Number
	case model.FieldCardIssued:
		return card.Issued.Polish()
	case model.FieldCardUntil:
		return card.ValidUntil.Polish()
	}
	return ""
}
