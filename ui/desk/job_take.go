package desk

import (
	"context"
	"errors"

	"okienko/model"
	"okienko/store"
	"okienko/store/intake"
)

// takeAtOnce is how many codes or sheets one step takes in.
const takeAtOnce = 100

// Result is what was done with a file. Its report has the problems of reading,
// of comparing and of taking in, each with its line.
type Result struct {
	Kind   FileKind
	Report intake.Report
	Counts
}

// Progress is what one step did.
type Progress struct {
	Added, Updated, Known, Refused, Left int
	Problems                             []model.Problem
}

// Steps is how many steps taking the file in has. A roster is one, so that it
// is taken whole or not at all, and one more if students leave; codes and
// sheets are taken in a hundred at a time, and what is done stays done.
func (f *Import) Steps() int {
	switch f.Kind {
	case CodesFile:
		return (len(f.takeCodes) + takeAtOnce - 1) / takeAtOnce
	case StatementFile:
		return (len(f.takeSheet) + takeAtOnce - 1) / takeAtOnce
	case RegisteredFile:
		return (len(f.takeCards) + takeAtOnce - 1) / takeAtOnce
	}
	if len(f.left) > 0 {
		return 2
	}
	return 1
}

// Step does step i. It changes nothing in f, so it may run in a command. A
// roster that was compared with a list that has changed since is
// store.ErrMoved: Compare again and show it again.
func (f *Import) Step(ctx context.Context, db *store.DB, by model.Actor, i int) (Progress, error) {
	switch f.Kind {
	case CodesFile:
		return stepCodes(ctx, db, by, part(f.takeCodes, i))
	case StatementFile:
		return stepSheets(ctx, db, by, part(f.takeSheet, i))
	case RegisteredFile:
		return stepCards(ctx, db, by, part(f.takeCards, i))
	}
	if i > 0 {
		return Progress{Left: len(f.left)}, db.MarkLeft(ctx, by, f.left, f.options.Today)
	}
	plan, open := f.settled()
	if err := db.TakeRoster(ctx, by, plan, f.mark); err != nil {
		return Progress{}, err
	}
	p := Progress{Added: len(plan.Add), Updated: len(plan.Change), Known: plan.Unchanged, Refused: len(open)}
	for _, line := range open {
		p.Problems = append(p.Problems, model.Problem{Line: line, ID: model.ProblemID(store.CodeForTwo)})
	}
	return p, nil
}

func part[T any](all []T, i int) []T {
	from := min(i*takeAtOnce, len(all))
	return all[from:min(from+takeAtOnce, len(all))]
}

func stepCodes(ctx context.Context, db *store.DB, by model.Actor, rows []lineOf[model.Code]) (Progress, error) {
	codes := make([]model.Code, len(rows))
	for i, r := range rows {
		codes[i] = r.value
	}
	refused, err := db.TakeCodes(ctx, by, codes...)
	if err != nil {
		return Progress{}, err
	}
	var p Progress
	for i, err := range refused {
		var r *store.CodeRefusedError
		switch {
		case err == nil:
			p.Added++
			continue
		case !errors.As(err, &r):
			return p, err
		case r.Reason == store.CodeKnown:
			p.Known++
		default:
			p.Refused++
		}
		p.Problems = append(p.Problems, model.Problem{Line: rows[i].line, ID: model.ProblemID(r.Reason)})
	}
	return p, nil
}

func stepSheets(ctx context.Context, db *store.DB, by model.Actor, rows []lineOf[model.Statement]) (Progress, error) {
	sheets := make([]model.Statement, len(rows))
	for i, r := range rows {
		sheets[i] = r.value
		sheets[i].Over = model.OverAny
	}
	if _, err := db.RecordStatements(ctx, by, sheets...); err != nil {
		return Progress{}, err
	}
	return Progress{Added: len(rows)}, nil
}

// Begin is the result before the first step; for a refused file it is the
// whole one.
func (f *Import) Begin() Result {
	r := Result{Kind: f.Kind, Report: f.Report}
	r.Report.Problems = append([]model.Problem(nil), f.Report.Problems...)
	r.Unchanged, r.Refused, r.Repaired = f.unchanged+f.Report.Repeated, f.Report.Refused+f.refused, f.repaired()
	return r
}

// Add counts a step.
func (r *Result) Add(p Progress) {
	r.Added += p.Added
	r.Updated += p.Updated
	r.Unchanged += p.Known
	r.Refused += p.Refused
	r.Left += p.Left
	for _, problem := range p.Problems {
		addProblem(&r.Report, problem)
	}
}

// Run does all steps. On an error the result says what was done before it.
func (f *Import) Run(ctx context.Context, db *store.DB, by model.Actor) (Result, error) {
	result := f.Begin()
	if f.Refused() {
		return result, nil
	}
	for i := range f.Steps() {
		p, err := f.Step(ctx, db, by, i)
		if err != nil {
			return result, err
		}
		result.Add(p)
	}
	return result, nil
}
