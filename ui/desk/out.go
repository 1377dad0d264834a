package desk

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"okienko/model"
	"okienko/store"
	"okienko/store/export"
	"okienko/store/intake"
	"okienko/ui/text"
)

// This file and out_slips.go are how files leave the database, for the window
// and the command line alike. They know no terminal.

// OutKind is what a file holds.
type OutKind string

// The kinds.
const (
	OutRegister    OutKind = "register"
	OutUncollected OutKind = "uncollected"
	OutStatements  OutKind = "statements"
	OutWorklist    OutKind = "worklist"
	OutSIO         OutKind = "sio"
	OutSlips       OutKind = "slips"
	OutDay         OutKind = "day"
)

// OutKinds in the order in which a desk offers them.
var OutKinds = []OutKind{OutRegister, OutUncollected, OutStatements, OutWorklist, OutSIO, OutSlips, OutDay}

// Endings are those that a file of the kind can have, the usual one first.
func (k OutKind) Endings() []string {
	switch k {
	case OutSIO:
		return []string{".csv"}
	case OutSlips, OutDay:
		return []string{".pdf"}
	}
	return []string{".pdf", ".xlsx", ".csv"}
}

// Fits reports whether a file of the kind can have this name.
func (k OutKind) Fits(path string) bool { return slices.Contains(k.Endings(), export.Ending(path)) }

// Order is a file that somebody wants.
type Order struct {
	Kind    OutKind
	Path    string
	Replace bool
	Lang    text.Lang

	Worklist model.WorklistID // of OutWorklist

	// Class is whom the file is about, zero: everybody; the file for SIO is
	// always about the school. Only says for whom slips are made, nil: everybody.
	Class model.Class
	Only  map[model.StudentID]bool
	// Fresh takes the next free name where a file of the name is there.
	Fresh bool
	// WithCodes prints the codes that may be printed on their owners' slips.
	WithCodes bool

	SIO    model.SIOOptions
	DryRun bool // of a file for SIO: only judge who would be in it
}

// Written is what became of an order.
type Written struct {
	Path    string
	Lines   int // entries, cards, slips or classes
	Codes   int // of slips, those with a code
	Dense   int // codes that are too long for a slip
	SIO     model.SIOFile
	Records []model.Record
}

// Write writes the file; a file for SIO only if there is somebody to be in it.
// Errors are those of the database, of the disk, and export.ErrEnding and
// export.ErrExists.
func (o Order) Write(ctx context.Context, db *store.DB, by model.Actor, now time.Time) (w Written, err error) {
	if !by.Role.May(model.RightDeeds) {
		return w, store.ErrRole
	}
	if o.Fresh { // before the file is noted: one under another name would never go
		o.Path = export.FreeName(o.Path)
	}
	undo := func() {}
	if !o.WithCodes { // else it is noted which codes are on paper
		if undo, err = db.NoteOutgoing(ctx, by, o.Path); err != nil {
			return w, err
		}
	}
	if w, err = o.write(ctx, db, by, now); err != nil || w.Path == "" { // nothing was written
		undo()
	}
	return w, err
}

func (o Order) write(ctx context.Context, db *store.DB, by model.Actor, now time.Time) (w Written, err error) {
	read := db.School
	if o.Kind == OutRegister { // which goes on naming who was erased
		read = db.Named
	}
	records, _, err := read(ctx)
	if err != nil {
		return w, err
	}
	w.Records, w.Path = records, o.Path
	view := export.View{Profile: db.Profile(), Viewpoint: model.Viewpoint{Now: now, Desk: by.Desk, Window: by.Window}}
	switch o.Kind {
	case OutSIO:
		w.SIO = model.ForSIO(inClassOrder(records), view.Profile, view.Viewpoint, o.SIO)
		w.Lines = len(w.SIO.Rows)
		if w.Lines == 0 || o.DryRun {
			w.Path = ""
			return w, nil
		}
		return w, export.WriteSIO(o.Path, w.SIO.Rows, view.Profile.SIO, o.Replace)
	case OutSlips:
		return o.slips(ctx, db, by, view, w)
	case OutDay:
		return o.day(ctx, db, view, w)
	}
	sheet := o.sheet(records, view)
	w.Lines = len(sheet.Rows)
	t := text.OutIn(o.Lang)
	return w, export.Write(o.Path, sheet.Printed(view, export.PageWords{Page: t.Page, Lacking: t.Lacking}), o.Replace)
}

func (o Order) sheet(records []model.Record, v export.View) export.Sheet {
	t, words := text.OutIn(o.Lang), text.In(o.Lang)
	if o.Kind == OutRegister { // entries keep the numbers that they have in the whole
		return export.Register(records, v.Profile.Zone(), registerWords(o.Lang), o.Class)
	}
	if !o.Class.IsZero() {
		records = slices.DeleteFunc(slices.Clone(records), func(r model.Record) bool { return r.Class != o.Class })
	}
	w := export.ListWords{Title: t.Title[string(o.Kind)], Columns: t.Columns[string(o.Kind)], ClassName: t.Class,
		Stage: words.Stage, Step: words.Step, Kind: words.Code, Statement: words.Statement, Signer: words.Signer,
		Collects: t.Pickup, Expired: t.Expired, Missing: t.Missing, Blocker: words.Blocker}
	switch o.Kind {
	case OutUncollected:
		return export.Uncollected(records, v, w)
	case OutStatements:
		return export.Statements(records, v, w)
	}
	day := model.DateOf(v.Now.In(v.Profile.Zone()))
	w.Title += ": " + text.WorklistsIn(o.Lang).Name[o.Worklist]
	if !o.Class.IsZero() {
		w.Title += ", " + t.Class(o.Class)
	}
	w.Says = func(r *model.Record, a model.Assessment) (what, next string) {
		if o.Worklist == model.ListInvalidation {
			return pendingInWords(o.Lang, r, day), text.WorklistsIn(o.Lang).Step[o.Worklist]
		}
		return "", inWorklist(o.Lang, o.Worklist, *r, a, v.Profile, v.Now)
	}
	return export.Worklist(records, func(r model.Record, a model.Assessment) bool {
		return model.InWorklist(o.Worklist, r, a, v.Profile, day)
	}, v, w)
}

// pendingInWords is what is to be invalidated of a student, why and for how long
// it has been waiting.
func pendingInWords(l text.Lang, r *model.Record, today model.Date) string {
	words := text.In(l)
	var all []string
	for _, i := range r.PendingInvalidations() {
		reason := words.Reason[i.Reason]
		if in := words.ReasonInSIO[i.Reason]; in != "" {
			reason = "„" + in + "”"
		}
		all = append(all, words.Of[i.Of]+": "+reason+", "+i.Reported.Polish()+" ("+text.WorklistsIn(l).Days(i.Age(today))+")")
	}
	return strings.Join(all, "; ")
}

func registerWords(l text.Lang) export.RegisterWords {
	t, w := text.CommandIn(l), text.In(l)
	return export.RegisterWords{
		Title:   t.Sheet,
		Columns: [10]string{t.Number, t.Name, t.PESEL, t.Document, t.Collected, t.Signature, t.Collector, t.Kind, t.Operator, t.Remarks},
		To:      w.Recipient, Kind: w.Code, ClassName: text.OutIn(l).Class, Stamp: text.OutIn(l).Stamp,
		Corrects: t.Corrects, Corrected: t.Corrected, Voided: t.Voided,
	}
}

// inClassOrder sorts class by class, and there as the class register does.
func inClassOrder(records []model.Record) []model.Record {
	collator := model.NewCollator()
	keys := make(map[model.StudentID]string, len(records))
	for i := range records {
		keys[records[i].ID] = collator.Key(records[i].ListName())
	}
	sorted := slices.Clone(records)
	slices.SortStableFunc(sorted, func(a, b model.Record) int {
		return cmp.Or(a.CompareInRegister(b.Student), strings.Compare(keys[a.ID], keys[b.ID]), cmp.Compare(a.ID, b.ID))
	})
	return sorted
}

// PeopleError says that a list of students does not name one student in every
// row, or can't be read at all; then Problems are those of the file.
type PeopleError struct {
	File            string // its name without the folder
	Nobody, Several []int  // lines
	Problems        []model.Problem
}

func (e *PeopleError) Error() string {
	return fmt.Sprintf("a list of people: %d rows fit nobody, %d several, %d problems", len(e.Nobody), len(e.Several), len(e.Problems))
}

// People reads a file that lists students. One row that does not name exactly
// one student refuses the whole file with a *PeopleError: whoever is passed
// over would be taken for the opposite. Links are followed only if they may be.
func People(ctx context.Context, db *store.DB, path string, follow bool, today model.Date) (map[model.StudentID]bool, error) {
	data, err := loadFile(path, follow)
	if err != nil {
		return nil, err
	}
	rows, report := intake.ReadPeople(path, data, today)
	bad := &PeopleError{File: filepath.Base(path)}
	for _, p := range report.Problems {
		if p.ID.Severity() == model.Refused && (p.Line > 0 || report.Outcome == intake.Refused) {
			bad.Problems = append(bad.Problems, p)
		}
	}
	records, _, err := db.School(ctx)
	if err != nil {
		return nil, err
	}
	students := make([]model.Student, len(records))
	for i, r := range records {
		students[i] = r.Student
	}
	index, chosen := model.NewStudentIndex(students), map[model.StudentID]bool{}
	for _, row := range rows {
		switch found, _ := index.Find(row.Who); len(found) {
		case 0:
			bad.Nobody = append(bad.Nobody, row.Line)
		case 1:
			chosen[found[0]] = true
		default:
			bad.Several = append(bad.Several, row.Line)
		}
	}
	if len(bad.Problems)+len(bad.Nobody)+len(bad.Several) > 0 {
		return nil, bad
	}
	return chosen, nil
}

// PeopleLines says what is wrong with a list of students, line by line.
func PeopleLines(l text.Lang, err error) (lines []string, ok bool) {
	var bad *PeopleError
	if !errors.As(err, &bad) {
		return nil, false
	}
	t := text.OutIn(l)
	lines = append(lines, t.PeopleRefused(bad.File))
	for _, p := range bad.Problems {
		lines = append(lines, text.Problem(l, p))
	}
	for _, n := range bad.Nobody {
		lines = append(lines, t.PersonNobody(n))
	}
	for _, n := range bad.Several {
		lines = append(lines, t.PersonTwo(n))
	}
	return lines, true
}

// refusedWhy says everything that keeps a student out of a file for SIO.
func refusedWhy(l text.Lang, r model.SIORefused) (why string) {
	for _, b := range r.Blockers {
		why = joined(", ", why, text.In(l).Blocker[b])
	}
	for _, f := range r.Faults {
		why = joined(", ", why, text.OutIn(l).Fault[f])
	}
	return why
}

// RefusedLines says who is not in a file for SIO and why, one student a line.
func RefusedLines(l text.Lang, w Written) []string {
	t, words := text.OutIn(l), text.In(l)
	of := make(map[model.StudentID]*model.Record, len(w.Records))
	for i := range w.Records {
		of[w.Records[i].ID] = &w.Records[i]
	}
	lines := make([]string, 0, len(w.SIO.Refused))
	for _, r := range w.SIO.Refused {
		student := of[r.Student]
		class := student.Class.String()
		if student.Class.IsZero() {
			class = words.NoClass
		}
		lines = append(lines, t.Refused(student.ListName(), class, refusedWhy(l, r)))
	}
	return lines
}
