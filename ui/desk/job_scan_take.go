package desk

import (
	"context"
	"errors"

	"okienko/model"
	"okienko/store"
)

// code is what goes into the database for a pair. What is printed beside the
// code says more of its kind than anything else: a user name makes it ZPE
// data, a second secret a code of the old kind.
func (f *Finds) code(p *Pair) model.Code {
	c := model.Code{Student: p.Owner, Kind: f.Kind, Payload: p.Payload, Second: p.Second, Login: p.Login}
	switch {
	case p.isLogin():
		c.Kind, c.Payload = model.CodeCredentials, ""
	case p.Second != "":
		c.Kind, c.Login = model.CodeLegacy, ""
	case c.Kind == "":
		c.Kind, c.Login = model.CodeSIO, ""
	default:
		c.Login = ""
	}
	return c
}

// fault asks the rules for codes from lists what a code lacks. Whose it is is
// known here.
func fault(c model.Code) model.Problem {
	var judge model.ListJudge
	judge.Code(1, &model.CodeCells{Kind: string(c.Kind), Payload: c.Payload.Reveal(), Secret: c.Second.Reveal(), Login: c.Login})
	for _, p := range judge.Problems() {
		if p.ID.Severity() == model.Refused && p.ID != model.ProblemWhoMissing {
			p.Line = 0
			return p
		}
	}
	return model.Problem{}
}

// Begin settles what is to be taken in: the pairs that have an owner and were
// not left out. Codes that lack something are refused now.
func (f *Finds) Begin() {
	f.take, f.codes = nil, nil
	for p := range f.pairs {
		if p.Owner == 0 || p.Out || p.Done {
			continue
		}
		c := f.code(p)
		if p.Problem = fault(c); p.Problem.ID != "" {
			p.Done = true
			continue
		}
		f.take, f.codes = append(f.take, p), append(f.codes, c)
	}
}

// Steps is how many steps taking them in has. What is done stays done.
func (f *Finds) Steps() int { return (len(f.codes) + takeAtOnce - 1) / takeAtOnce }

// Step does step i and says of each of its codes what was wrong. It changes
// nothing in f, so it may run in a command; Took brings the answer in.
func (f *Finds) Step(ctx context.Context, db *store.DB, by model.Actor, i int) ([]model.Problem, error) {
	refused, err := db.TakeCodes(ctx, by, part(f.codes, i)...)
	if err != nil {
		return nil, err
	}
	problems := make([]model.Problem, len(refused))
	for j, err := range refused {
		var r *store.CodeRefusedError
		if errors.As(err, &r) {
			problems[j].ID = model.ProblemID(r.Reason)
		}
	}
	return problems, nil
}

// Took notes what step i answered.
func (f *Finds) Took(i int, problems []model.Problem) {
	for j, p := range part(f.take, i) {
		p.Done, p.Problem = true, problems[j]
	}
}

// Run takes everything in.
func (f *Finds) Run(ctx context.Context, db *store.DB, by model.Actor) error {
	f.Begin()
	for i := range f.Steps() {
		problems, err := f.Step(ctx, db, by, i)
		if err != nil {
			return err
		}
		f.Took(i, problems)
	}
	return nil
}
