package intake

import "okienko/model"

// rosterColumns says what a roster must have. Without PESEL numbers or
// classes it is of less use, and that is said, but it is taken.
var rosterColumns = expectation{
	aliases:  rosterAliases,
	required: []model.Field{model.FieldLast, model.FieldFirst},
	wanted:   []model.Field{model.FieldPESEL, model.FieldClass},
}

// ReadRoster reads a list of students: CSV of any separator and encoding that
// Polish schools use, or XLSX; what it is, is told by content and not by
// name. today is the day after which nobody can have been born. If the report
// says Refused, the roster is empty.
func ReadRoster(name string, data []byte, today model.Date) (model.Roster, Report) {
	report := newReport(name)
	t, ok := open(data, rosterColumns, &report)
	if !ok {
		return model.Roster{}, report
	}
	taker := newRosterTaker(&t, today)
	if report.Read, ok = t.each(taker); !ok {
		report.refuse(fileProblem(model.ProblemFileTooLarge, "", ""))
		return model.Roster{}, report
	}
	if report.Read == 0 {
		report.refuse(fileProblem(model.ProblemNoRows, "", ""))
		return model.Roster{}, report
	}
	roster, problems, repeated := taker.judge.Finish()
	report.Refused, report.Repeated = len(roster.Refused), repeated
	report.finish(problems)
	return roster, report
}

// rosterTaker brings cells to the judge by column.
type rosterTaker struct {
	judge                                         *model.RosterJudge
	last, first, second, pesel, birth, sex, class int
	registerNo, bookNo, document                  int
	number, issued, until                         int
}

func newRosterTaker(t *table, today model.Date) *rosterTaker {
	h := &t.header
	return &rosterTaker{
		judge: model.NewRosterJudge(h.fields, today, t.expect),
		last:  h.column(model.FieldLast), first: h.column(model.FieldFirst), second: h.column(model.FieldSecond),
		pesel: h.column(model.FieldPESEL), birth: h.column(model.FieldBirth), sex: h.column(model.FieldSex),
		class: h.column(model.FieldClass), registerNo: h.column(model.FieldRegisterNo), bookNo: h.column(model.FieldBookNo), document: h.column(model.FieldDocument),
		number: h.column(model.FieldCardNumber), issued: h.column(model.FieldCardIssued), until: h.column(model.FieldCardUntil),
	}
}

func (t *rosterTaker) take(rec *record) {
	t.judge.Row(rec.line, &model.RosterCells{
		Last: cellAt(rec, t.last), First: cellAt(rec, t.first), Second: cellAt(rec, t.second),
		PESEL: cellAt(rec, t.pesel), Birth: cellAt(rec, t.birth), Sex: cellAt(rec, t.sex), Class: cellAt(rec, t.class),
		RegisterNo: cellAt(rec, t.registerNo), BookNo: cellAt(rec, t.bookNo), Document: cellAt(rec, t.document),
		CardNumber: cellAt(rec, t.number), CardIssued: cellAt(rec, t.issued), CardUntil: cellAt(rec, t.until),
	})
}

func (t *rosterTaker) refuse(rec *record, id model.ProblemID) {
	t.judge.Refuse(rec.line, id, cellAt(rec, t.last), cellAt(rec, t.first))
}

func (t *rosterTaker) remark(rec *record, id model.ProblemID) { t.judge.Remark(rec.line, id) }
