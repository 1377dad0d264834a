package intake

import (
	"path/filepath"
	"slices"

	"okienko/model"
)

// Outcome says what came of a file.
type Outcome string

// The outcomes.
const (
	OK             Outcome = "ok"
	OKWithProblems Outcome = "ok_with_problems" // usable; the problems are shown
	Refused        Outcome = "refused"          // nothing of it is taken
)

// Report is what there is to say about a file, beside what it holds.
type Report struct {
	File      string // name without folders
	Encoding  string // "" for workbooks and where it does not matter
	Separator string // ";", "," or a tab; "" for workbooks
	Outcome   Outcome
	Read      int           // rows of data
	Refused   int           // of these, rows that are not taken
	Repeated  int           // of these, rows left out because an equal one is taken
	Fields    []model.Field // the columns that were recognised
	Unknown   []string      // headings that mean nothing here, cleaned
	Problems  []model.Problem
}

func newReport(name string) Report { return Report{File: filepath.Base(name), Outcome: OK} }

// refuse says that nothing of the file is taken.
func (r *Report) refuse(p model.Problem) {
	r.Problems = append(r.Problems, p)
	r.Outcome = Refused
}

// finish adds the problems of rows behind those of the file.
func (r *Report) finish(rows []model.Problem) {
	r.Problems = append(r.Problems, rows...)
	if r.Outcome == OK && len(r.Problems) > 0 {
		r.Outcome = OKWithProblems
	}
}

// fileProblem is about the file as a whole.
func fileProblem(id model.ProblemID, field model.Field, detail string) model.Problem {
	return model.Problem{ID: id, Field: field, Detail: detail}
}

// expectation says which columns a kind of file needs.
type expectation struct {
	aliases  aliases
	required []model.Field // without one of them the file is refused
	wanted   []model.Field // without one of them the file is usable
	anyOf    []model.Field // at least one of them; the first is named if none is there
}

// check reports the columns that are missing.
func (e expectation) check(h *header) (problems []model.Problem, refused bool) {
	for _, field := range e.required {
		if !h.has(field) {
			problems, refused = append(problems, fileProblem(model.ProblemMissingColumn, field, "")), true
		}
	}
	if len(e.anyOf) > 0 && !slices.ContainsFunc(e.anyOf, h.has) {
		problems, refused = append(problems, fileProblem(model.ProblemMissingColumn, e.anyOf[0], "")), true
	}
	if refused {
		return problems, true
	}
	for _, field := range e.wanted {
		if !h.has(field) {
			problems = append(problems, fileProblem(model.ProblemMissingColumn, field, ""))
		}
	}
	return problems, false
}
