package intake

import (
	"time"

	"okienko/model"
)

// A list of statements or codes must say which student a row is about; PESEL
// is what is named where nothing does.
var (
	whoColumns = []model.Field{model.FieldPESEL, model.FieldLast, model.FieldFullName}

	statementColumns = expectation{
		aliases:  statementAliases,
		required: []model.Field{model.FieldKind, model.FieldSigned},
		anyOf:    whoColumns,
	}
	codeColumns = expectation{
		aliases: codeAliases,
		anyOf:   whoColumns,
	}
)

// ReadStatements reads a list of signed sheets kept elsewhere. today is the
// day after which nothing can have been signed.
func ReadStatements(name string, data []byte, today model.Date) ([]model.StatementRow, Report) {
	report := newReport(name)
	t, ok := open(data, statementColumns, &report)
	if !ok {
		return nil, report
	}
	to := &statementTaker{
		listTaker: listTaker{who: columnsOfWho(&t.header), judge: &model.ListJudge{Today: today}},
		kind:      t.header.column(model.FieldKind), signed: t.header.column(model.FieldSigned),
		signer: t.header.column(model.FieldSigner), capacity: t.header.column(model.FieldCapacity),
		place: t.header.column(model.FieldPlace),
	}
	if !readList(&t, to, &to.listTaker, &report) {
		return nil, report
	}
	return to.rows, report
}

// CodeOptions are what the person who takes in codes knows beside the file.
type CodeOptions struct {
	Kind  model.CodeKind // of rows that name none; "": such rows are refused
	Zone  *time.Location // of times that carry none
	Today model.Date     // nobody was born after it
}

// ReadCodes reads a list of codes. Codes, passwords and logins come byte for
// byte as they stand in the file, only the quoting undone.
func ReadCodes(name string, data []byte, o CodeOptions) ([]model.CodeRow, Report) {
	report := newReport(name)
	t, ok := open(data, codeColumns, &report)
	if !ok {
		return nil, report
	}
	if !t.header.has(model.FieldPayload) && !t.header.has(model.FieldLogin) {
		report.refuse(fileProblem(model.ProblemMissingColumn, model.FieldPayload, ""))
		return nil, report
	}
	to := &codeTaker{
		listTaker: listTaker{
			who:   columnsOfWho(&t.header),
			judge: &model.ListJudge{Today: o.Today, Zone: o.Zone, Default: o.Kind},
		},
		kind: t.header.column(model.FieldKind), payload: t.header.column(model.FieldPayload),
		secret: t.header.column(model.FieldSecret), login: t.header.column(model.FieldLogin),
		generated: t.header.column(model.FieldGenerated), until: t.header.column(model.FieldUntil),
	}
	if !readList(&t, to, &to.listTaker, &report) {
		return nil, report
	}
	return to.rows, report
}

// readList reads the rows and closes the report; false if the file was
// refused.
func readList(t *table, to taker, common *listTaker, report *Report) (ok bool) {
	if report.Read, ok = t.each(to); !ok {
		report.refuse(fileProblem(model.ProblemFileTooLarge, "", ""))
		return false
	}
	if report.Read == 0 {
		report.refuse(fileProblem(model.ProblemNoRows, "", ""))
		return false
	}
	report.Refused = common.refused
	report.finish(common.judge.Problems())
	return true
}

// whoAt are the columns that say which student.
type whoAt struct{ pesel, last, first, full, birth, class int }

func columnsOfWho(h *header) whoAt {
	return whoAt{h.column(model.FieldPESEL), h.column(model.FieldLast), h.column(model.FieldFirst),
		h.column(model.FieldFullName), h.column(model.FieldBirth), h.column(model.FieldClass)}
}

func (w whoAt) cells(rec *record) model.WhoCells {
	return model.WhoCells{PESEL: cellAt(rec, w.pesel), Last: cellAt(rec, w.last), First: cellAt(rec, w.first),
		Full: cellAt(rec, w.full), Birth: cellAt(rec, w.birth), Class: cellAt(rec, w.class)}
}

// listTaker is what both kinds of list have in common.
type listTaker struct {
	who     whoAt
	judge   *model.ListJudge
	refused int
}

func (t *listTaker) refuse(rec *record, id model.ProblemID) {
	t.judge.Remark(rec.line, id)
	t.refused++
}

func (t *listTaker) remark(rec *record, id model.ProblemID) { t.judge.Remark(rec.line, id) }

type statementTaker struct {
	listTaker
	kind, signed, signer, capacity, place int
	rows                                  []model.StatementRow
}

func (t *statementTaker) take(rec *record) {
	row, ok := t.judge.Statement(rec.line, &model.StatementCells{
		WhoCells: t.who.cells(rec), Kind: cellAt(rec, t.kind), Signed: cellAt(rec, t.signed),
		Signer: cellAt(rec, t.signer), Capacity: cellAt(rec, t.capacity), Place: cellAt(rec, t.place),
	})
	if !ok {
		t.refused++
		return
	}
	t.rows = append(t.rows, row)
}

type codeTaker struct {
	listTaker
	kind, payload, secret, login, generated, until int
	rows                                           []model.CodeRow
}

func (t *codeTaker) take(rec *record) {
	row, ok := t.judge.Code(rec.line, &model.CodeCells{
		WhoCells: t.who.cells(rec), Kind: cellAt(rec, t.kind), Payload: cellAt(rec, t.payload),
		Secret: cellAt(rec, t.secret), Login: cellAt(rec, t.login),
		Generated: cellAt(rec, t.generated), Until: cellAt(rec, t.until),
	})
	if !ok {
		t.refused++
		return
	}
	t.rows = append(t.rows, row)
}
