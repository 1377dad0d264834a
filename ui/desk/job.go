package desk

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"syscall"
	"time"

	"okienko/model"
	"okienko/store"
	"okienko/store/intake"
)

// This file and its neighbours (job_compare.go, job_answers.go, job_take.go) are how a file
// of the school gets into the database, for the window and the command line
// alike. They know no terminal:
//
//	data, err := LoadFile(path)
//	f := ReadImport(RosterFile, path, data, ReadOptions{…})  // f.Report says what was read
//	err = f.Compare(ctx, db)                                 // f.Plan, f.Counts() say what would be done
//	result, err := f.Run(ctx, db, actor)                     // does it
//
// Nothing is written before Run.

// FileKind is what a file lists.
type FileKind string

// The kinds.
const (
	RosterFile    FileKind = "roster"
	CodesFile     FileKind = "codes"
	StatementFile FileKind = "statements"
	// RegisteredFile lists cards that SIO knows.
	RegisteredFile FileKind = "registered"
)

// FileKinds in the order in which a desk offers them.
var FileKinds = []FileKind{RosterFile, CodesFile, RegisteredFile, StatementFile}

// ErrFileTooLarge says that the file is larger than any list of a school
// (intake.MaxFile).
var ErrFileTooLarge = errors.New("the file is too large")

// ErrNotAFile says that a folder, a pipe or a device was named: reading some of
// them would wait for ever. It is told as the system tells it of folders.
var ErrNotAFile = fmt.Errorf("not a regular file: %w", syscall.EISDIR)

// LoadFile reads a file whole. Besides ErrFileTooLarge and ErrNotAFile it
// returns what the system said.
func LoadFile(path string) ([]byte, error) { return loadFile(path, true) }

// loadFile follows symbolic links only if it may.
func loadFile(path string, follow bool) ([]byte, error) {
	file, err := intake.OpenRegular(path, follow)
	switch {
	case errors.Is(err, intake.ErrLink), errors.Is(err, intake.ErrNotRegular):
		return nil, ErrNotAFile
	case err != nil:
		return nil, err
	}
	defer func() { _ = file.Close() }()
	data, err := io.ReadAll(io.LimitReader(file, intake.MaxFile+1))
	if err != nil {
		return nil, fmt.Errorf("reading a file: %w", err)
	}
	if len(data) > intake.MaxFile {
		return nil, ErrFileTooLarge
	}
	return data, nil
}

// ReadOptions are what has to be known beside the file.
type ReadOptions struct {
	Today    model.Date     // nobody was born and nothing was signed after it; who is missing left on it
	Zone     *time.Location // of times that carry none
	CodeKind model.CodeKind // of codes whose row names no kind; "": such rows are refused
}

// sample is how much of a text is looked at to tell what it lists.
const sample = 64 << 10

// RecogniseFile tells by its headings what a file lists. A file that fits
// nothing is taken for a roster, whose report then says what is wrong with it.
func RecogniseFile(name string, data []byte, o ReadOptions) FileKind {
	if !bytes.HasPrefix(data, []byte("PK")) {
		data = data[:min(len(data), sample)]
	}
	// Lists of codes and of sheets may carry names too, so the roster is last.
	for _, kind := range []FileKind{CodesFile, StatementFile} {
		if ReadImport(kind, name, data, o).hasColumns() {
			return kind
		}
	}
	if ReadImport(RegisteredFile, name, data, o).listsCards() {
		return RegisteredFile
	}
	return RosterFile
}

// Import is one file on its way in. After ReadImport it knows what the file
// says, after Compare what that would change.
type Import struct {
	Kind   FileKind
	Report intake.Report // Compare adds the rows that fit nobody or two people

	// Plan is what Compare found for a roster.
	Plan model.RosterPlan

	options ReadOptions
	roster  model.Roster
	codes   []model.CodeRow
	sheets  []model.StatementRow
	cards   []model.RegisteredRow

	mark      store.Mark
	index     *model.StudentIndex // of a list
	known     map[model.StudentID]model.Record
	owners    map[model.PESEL]model.StudentID
	answers   map[int]Answer
	left      []model.StudentID
	takeCodes []lineOf[model.Code]
	takeSheet []lineOf[model.Statement]
	takeCards []lineOf[registration]
	unchanged int
	refused   int // rows that Compare refused
	compared  int // problems that Compare found
}

// lineOf is a value and the line of the file that it comes from.
type lineOf[T any] struct {
	line  int
	value T
}

// ReadImport reads the bytes of a file as what they are said to be. It never
// fails: what is wrong is in the report.
func ReadImport(kind FileKind, name string, data []byte, o ReadOptions) *Import {
	f := &Import{Kind: kind, options: o, answers: map[int]Answer{}}
	switch kind {
	case CodesFile:
		f.codes, f.Report = intake.ReadCodes(name, data, intake.CodeOptions{Kind: o.CodeKind, Zone: o.Zone, Today: o.Today})
	case StatementFile:
		f.sheets, f.Report = intake.ReadStatements(name, data, o.Today)
	case RegisteredFile:
		f.cards, f.Report = intake.ReadRegistered(name, data, o.Today)
	default:
		f.roster, f.Report = intake.ReadRoster(name, data, o.Today)
	}
	return f
}

// Refused reports whether nothing of the file can be taken.
func (f *Import) Refused() bool { return f.Report.Outcome == intake.Refused }

// hasColumns reports whether the file has the headings of its kind; it may
// still be without rows.
func (f *Import) hasColumns() bool {
	for _, p := range f.Report.Problems {
		if p.Line == 0 && p.ID.Severity() == model.Refused && p.ID != model.ProblemNoRows && f.Refused() {
			return false
		}
	}
	return true
}

// refuse leaves a row out because of a problem that was found after reading.
func (f *Import) refuse(line int, id model.ProblemID) {
	f.found(line, id)
	f.refused++
}

// found adds a problem that was found after reading.
func (f *Import) found(line int, id model.ProblemID) {
	addProblem(&f.Report, model.Problem{Line: line, ID: id})
	f.compared++
}

func addProblem(r *intake.Report, p model.Problem) {
	r.Problems = append(r.Problems, p)
	if r.Outcome == intake.OK {
		r.Outcome = intake.OKWithProblems
	}
}
