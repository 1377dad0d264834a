package ui

import (
	"fmt"
	"slices"

	"okienko/model"
	"okienko/store"
	"okienko/store/intake"
	"okienko/store/intake/scan"
	"okienko/ui/desk"
	"okienko/ui/text"
)

// Ids of problems that are not the reader's: a file that can't be read, and a
// row of a roster that may be any of several students.
const (
	unreadable model.ProblemID = "unreadable"
	doubtful   model.ProblemID = "doubt"
)

// problemLine is a problem as scripts get it.
type problemLine struct {
	Line    int             `json:"line"`
	ID      model.ProblemID `json:"id"`
	Field   model.Field     `json:"field"`
	Message string          `json:"message"`

	refused bool
}

// fileReport is what the import of a roster or a list of statements reports.
type fileReport struct {
	File      string         `json:"file"`
	Encoding  string         `json:"encoding"`
	Separator string         `json:"separator"`
	Outcome   intake.Outcome `json:"outcome"`
	Read      int            `json:"read"`
	Added     int            `json:"added"`
	Updated   int            `json:"updated"`
	Unchanged int            `json:"unchanged"`
	Refused   int            `json:"refused"`
	Missing   *int           `json:"missing,omitempty"` // rosters only
	Unknown   []string       `json:"unknown_columns"`
	Problems  []problemLine  `json:"problems"`
}

// codesReport is what the import of a list of codes reports. Known codes are
// no failure: the same file may be taken in twice.
type codesReport struct {
	File    string         `json:"file"`
	Read    int            `json:"read"`
	Added   int            `json:"added"`
	Known   int            `json:"known"`
	Refused []codeRefusals `json:"refused"`
	Unknown []string       `json:"unknown_columns"`
}

type codeRefusals struct {
	Line    int             `json:"line"`
	Reason  model.ProblemID `json:"reason"`
	Message string          `json:"message"`
	Why     scan.Why        `json:"why,omitempty"` // of a code that was searched for
}

// object is the report for scripts.
func (l landed) object() any {
	if l.Kind == desk.CodesFile {
		return l.codes()
	}
	r := fileReport{File: l.file, Encoding: l.Report.Encoding, Separator: l.Report.Separator, Outcome: l.outcome(),
		Read: l.Report.Read, Added: l.Added, Updated: l.Updated, Unchanged: l.Unchanged, Refused: l.Refused,
		Unknown: l.unknown(), Problems: append([]problemLine{}, l.lines...)}
	if l.Kind == desk.RosterFile && l.outcome() != intake.Refused {
		r.Missing = &l.missing
	}
	return r
}

// unknown are the columns that mean nothing here; [] for scripts if none.
func (l landed) unknown() []string { return append([]string{}, l.Report.Unknown...) }

func (l landed) codes() codesReport {
	r := codesReport{File: l.file, Read: l.Report.Read, Added: l.Added, Known: l.Unchanged, Refused: []codeRefusals{}, Unknown: l.unknown()}
	for _, p := range l.lines {
		if p.refused && p.ID != model.ProblemID(store.CodeKnown) {
			r.Refused = append(r.Refused, codeRefusals{Line: p.Line, Reason: p.ID, Message: p.Message})
		}
	}
	return r
}

// codeRefusalIDs are the problems that come from taking in, not from reading.
var codeRefusalIDs = []store.CodeRefusal{store.CodeKnown, store.CodeOfAnother, store.CodeExpired, store.CodeForNobody,
	store.CodeForTwo, store.CodeOfObjector, store.CodeOfResigned}

func isRefusal(id model.ProblemID) bool {
	return id == unreadable || slices.Contains(codeRefusalIDs, store.CodeRefusal(id)) || id.Severity() == model.Refused
}

// problem is a problem's id and sentence for the kind of file.
func (c *command) problem(of desk.FileKind, p model.Problem) (model.ProblemID, string) {
	reason := store.CodeRefusal(p.ID)
	switch {
	case !slices.Contains(codeRefusalIDs, reason):
		return p.ID, text.Problem(c.lang, p)
	case of == desk.CodesFile:
		return p.ID, text.Error(c.lang, &store.CodeRefusedError{Reason: reason}, c.zone)
	case of == desk.RosterFile:
		return doubtful, c.t.Doubt
	case reason == store.CodeForNobody:
		return p.ID, c.t.Nobody
	}
	return p.ID, c.t.TwoPeople
}

// printLanded says what became of a file.
func (c *command) printLanded(l landed) error {
	head := c.t.FileRefused(l.file)
	if l.outcome() != intake.Refused {
		head = c.t.FileTaken(l.file, l.Report.Read, l.Added, l.Updated, l.Unchanged, l.Refused)
	}
	if err := c.print(head); err != nil {
		return err
	}
	if unknown := l.unknown(); len(unknown) > 0 {
		if err := c.print("  " + c.t.UnknownColumns(unknown)); err != nil {
			return err
		}
	}
	for _, p := range l.lines {
		line := "  " + text.Plain(p.Message)
		if p.Line > 0 {
			line = fmt.Sprintf("  %s: %s", c.t.Line(p.Line), text.Plain(p.Message))
		}
		if err := c.print(line); err != nil {
			return err
		}
	}
	if l.missing > 0 && l.Kind == desk.RosterFile {
		return c.print("  " + c.t.Missing(l.missing))
	}
	return nil
}
