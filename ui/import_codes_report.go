package ui

import (
	"okienko/model"
	"okienko/store/intake/scan"
	"okienko/ui/desk"
	"okienko/ui/text"
)

// Reasons why a code that was found was not taken in, beside the database's.
const (
	unsure model.ProblemID = "unsure" // somebody has to say whose it is
	nobody model.ProblemID = "nobody" // no student is named
)

// searchReport is what the search of a file for codes reports. Line of a
// refusal is the page, 0 for the file as a whole.
type searchReport struct {
	codesReport
	Pages int          `json:"pages"`
	Sure  int          `json:"sure"`
	Asked int          `json:"asked"` // left for the window, where a person says whose they are
	Pairs []pairReport `json:"pairs"`
}

// pairReport is a code and whose it is; what the code holds is not in it.
type pairReport struct {
	Page    int      `json:"page"`
	Student string   `json:"student"` // "" if that is not known
	Class   string   `json:"class"`
	Sure    bool     `json:"sure"`
	Why     scan.Why `json:"why"`

	message string
}

// searched puts a file that was searched into a report.
func (c *command) searched(file desk.FoundFile, people map[model.StudentID]model.Record) searchReport {
	n := file.Counts()
	r := searchReport{codesReport: codesReport{File: file.File, Read: len(file.Pairs), Added: n.Added, Known: n.Known,
		Refused: []codeRefusals{}}, Pages: file.Pages, Sure: n.Sure, Asked: n.Open, Pairs: []pairReport{}}
	for _, p := range file.Pairs {
		pair := pairReport{Page: p.Page, Sure: p.Owner != 0, Why: p.Why, message: text.ScanWhy(c.lang, p.Why)}
		if owner, ok := people[p.Owner]; ok {
			pair.Student, pair.Class = owner.ListName(), owner.Class.String()
		}
		if refusal, ok := c.refusalOf(p); ok {
			pair.message = refusal.Message
			r.Refused = append(r.Refused, refusal)
		}
		r.Pairs = append(r.Pairs, pair)
	}
	if file.Reason != "" {
		r.Refused = append(r.Refused, codeRefusals{Reason: model.ProblemID(file.Reason), Message: text.ScanReason(c.lang, file.Reason)})
	}
	return r
}

// refusalOf says why a code is not in the database, if it is not.
func (c *command) refusalOf(p *desk.Pair) (codeRefusals, bool) {
	r := codeRefusals{Line: p.Page, Why: p.Why}
	switch {
	case p.Taken():
		return r, false
	case p.Done:
		r.Reason, r.Message = c.problem(desk.CodesFile, p.Problem)
		return r, true
	case !p.Readable():
		r.Reason = model.ProblemID(p.Why)
	case p.Why == scan.NobodyNamed:
		r.Reason = nobody
	default:
		r.Reason = unsure
	}
	r.Message = text.ScanWhy(c.lang, p.Why)
	return r, true
}
