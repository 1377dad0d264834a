package desk

import (
	"context"
	"slices"

	"okienko/model"
	"okienko/store"
)

// entered is a sheet that this screen entered, or is about to.
type entered struct {
	sheet model.Statement
	id    int64 // its number in the database; 0 until the answer came
	// What stood when the key was pressed: the student's sheets on record, and
	// those entered here whose answer had not come.
	onRecord []model.Statement
	before   []*entered
}

// over is the sheet that counted for whoever pressed the key.
func (e *entered) over() int64 {
	stood := slices.Clone(e.onRecord)
	for _, b := range e.before {
		if b.id != 0 {
			s := b.sheet
			s.ID = b.id
			stood = append(stood, s)
		}
	}
	current, _ := model.CurrentStatement(stood)
	return current.ID
}

// sheetTask is a deed that waits for its turn.
type sheetTask struct {
	of   *entered
	undo bool
}

// sheetQueue keeps the deeds of a stack of sheets in the order of the keys,
// however fast they were pressed: one is on its way, the others wait.
type sheetQueue struct {
	tasks   []sheetTask
	sending bool
	stack   []*entered                   // what undo takes back, the last first
	undoing []*entered                   // taken back, the answer has not come
	state   map[model.StudentID]*entered // the last sheet of each student that still stands
	leaving bool                         // Esc was pressed while something was on its way
}

// sheetAnswer is what a deed of the queue returns, also when it failed.
type sheetAnswer struct {
	sheetTask
	id int64
}

// known reports that the sheet was on record before it was entered here.
func (a sheetAnswer) known(e *Entry) bool {
	if a.undo || e == nil {
		return false
	}
	for _, s := range e.Statements {
		if s.ID == a.id && a.id != 0 {
			return true
		}
	}
	return false
}

func (q *sheetQueue) busy() bool { return q.sending || len(q.tasks) > 0 }

// add puts a sheet into the queue. onRecord are the student's sheets that the
// list knows.
func (q *sheetQueue) add(sheet model.Statement, onRecord []model.Statement) {
	e := &entered{sheet: sheet}
	for _, s := range onRecord {
		takenBack := slices.ContainsFunc(q.undoing, func(u *entered) bool { return u.id == s.ID })
		if !takenBack {
			e.onRecord = append(e.onRecord, s)
		}
	}
	for _, b := range q.stack {
		if b.sheet.Student == sheet.Student && b.id == 0 {
			e.before = append(e.before, b)
		}
	}
	q.stack = append(q.stack, e)
	q.state[sheet.Student] = e
	q.tasks = append(q.tasks, sheetTask{of: e})
}

// takeBack puts the undoing of the last sheet into the queue and says whose it
// was; ok is false if there is none.
func (q *sheetQueue) takeBack() (id model.StudentID, ok bool) {
	if len(q.stack) == 0 {
		return 0, false
	}
	e := q.stack[len(q.stack)-1]
	q.drop(e)
	q.undoing = append(q.undoing, e)
	q.tasks = append(q.tasks, sheetTask{of: e, undo: true})
	return e.sheet.Student, true
}

// drop forgets a sheet; an earlier one of the same student stands again.
func (q *sheetQueue) drop(e *entered) {
	for i := len(q.stack) - 1; i >= 0; i-- {
		if q.stack[i] == e {
			q.stack = append(q.stack[:i:i], q.stack[i+1:]...)
			break
		}
	}
	if q.state[e.sheet.Student] != e {
		return
	}
	delete(q.state, e.sheet.Student)
	for _, earlier := range q.stack {
		if earlier.sheet.Student == e.sheet.Student {
			q.state[e.sheet.Student] = earlier
		}
	}
}

// next takes the next deed out of the queue; nil if there is none or one is on
// its way.
func (q *sheetQueue) next() func(*store.DB, model.Actor) func(context.Context) (any, error) {
	for !q.sending && len(q.tasks) > 0 {
		t := q.tasks[0]
		q.tasks = q.tasks[1:]
		if t.undo && t.of.id == 0 {
			q.undone(t.of) // what never was entered needs no undoing
			continue
		}
		q.sending = true
		return t.deed
	}
	return nil
}

// deed is the one store method of a task.
func (t sheetTask) deed(db *store.DB, by model.Actor) func(context.Context) (any, error) {
	sheet, id := t.of.sheet, t.of.id
	sheet.Over = t.of.over()
	return func(ctx context.Context) (any, error) {
		if t.undo {
			return sheetAnswer{sheetTask: t}, db.UndoStatement(ctx, by, sheet.Student, id)
		}
		ids, err := db.RecordStatements(ctx, by, sheet)
		if err != nil {
			return sheetAnswer{sheetTask: t}, err
		}
		return sheetAnswer{t, ids[0]}, nil
	}
}

// finish notes an answer. What was known before is not this screen's to undo.
func (q *sheetQueue) finish(a sheetAnswer, ok, known bool) {
	q.sending = false
	switch {
	case a.undo:
		q.undone(a.of)
	case !ok, known:
		q.drop(a.of)
	default:
		a.of.id = a.id
	}
}

func (q *sheetQueue) undone(e *entered) {
	q.undoing = slices.DeleteFunc(q.undoing, func(u *entered) bool { return u == e })
}

// justObjected reports that an objection was entered here and its answer may
// not have come yet.
func (q *sheetQueue) justObjected(id model.StudentID) bool {
	e := q.state[id]
	return e != nil && e.sheet.Kind == model.Objection
}
