//go:build linux

package e2e

import (
	"context"
	"fmt"
	"os"
	"strings"

	"okienko/model"
	"okienko/store"
)

// writerFolder and writerName turn the test binary into a desk that does one
// deed after the other until it is killed, and says of each on stdout when it
// is confirmed.
const (
	writerFolder = "OKIENKO_E2E_WRITE"
	writerName   = "OKIENKO_E2E_DESK"
)

// sheetsAtOnce is how many students a deed about several is about.
const sheetsAtOnce = 5

func write(folder string) int {
	w := writer{ctx: context.Background(), name: os.Getenv(writerName)}
	w.by = model.Actor{Operator: "próba", Desk: w.name}
	err := w.work(store.Folder(folder))
	fmt.Fprintln(os.Stderr, err)
	return 1
}

type writer struct {
	ctx  context.Context
	name string
	by   model.Actor
	db   *store.DB
}

func (w *writer) work(folder store.Folder) (err error) {
	if w.db, err = folder.Open(w.ctx, store.Options{}); err != nil {
		return err
	}
	var ids []model.StudentID
	for n := 1; ; n++ {
		id, err := w.student(fmt.Sprintf("%s-%d", w.name, n))
		if err != nil {
			return err
		}
		if ids = append(ids, id); len(ids) < sheetsAtOnce {
			continue
		}
		if err := w.sheets(ids, fmt.Sprintf("%s-%d", w.name, n)); err != nil {
			return err
		}
		ids = nil
	}
}

// confirmed says so in one write: a killed program says a line or none.
func confirmed(deed model.Deed, student string) {
	_, _ = os.Stdout.WriteString(string(deed) + " " + student + "\n") // the reader has gone: the kill is near
}

// student leads one through all the deeds of issuing day.
func (w *writer) student(name string) (model.StudentID, error) {
	id, err := w.db.AddStudent(w.ctx, w.by, model.Student{Last: name, First: "Zmyślony", Class: model.Class{Grade: 5, Unit: "a"}})
	if err != nil {
		return 0, fmt.Errorf("adding: %w", err)
	}
	confirmed(model.DeedStudentAdded, name)
	r, err := w.db.Record(w.ctx, id)
	if err != nil {
		return 0, fmt.Errorf("reading: %w", err)
	}
	card := model.Card{Student: id, Number: strings.ReplaceAll(name, "-", "/"), State: model.CardValid, ValidUntil: model.MustDate(2099, 9, 30)}
	if err := w.db.EnterCard(w.ctx, w.by, r.Version, card); err != nil {
		return 0, fmt.Errorf("entering a card: %w", err)
	}
	confirmed(model.DeedCardEntered, name)
	refused, err := w.db.TakeCodes(w.ctx, w.by, model.Code{Student: id, Kind: model.CodeSIO, Payload: model.Secret("otw:" + name)})
	if err == nil {
		err = refused[0]
	}
	if err != nil {
		return 0, fmt.Errorf("taking a code: %w", err)
	}
	confirmed(model.DeedCodeTaken, name)
	code, err := w.db.PresentCode(w.ctx, w.by, id)
	if err != nil {
		return 0, fmt.Errorf("presenting: %w", err)
	}
	confirmed(model.DeedCodePresented, name)
	if _, err := w.db.ConfirmHandover(w.ctx, w.by, model.Handover{Student: id, Code: code.ID, To: model.ToStudent}); err != nil {
		return 0, fmt.Errorf("handing over: %w", err)
	}
	confirmed(model.DeedHandedOver, name)
	return id, nil
}

// sheets enters one for each of several students in one deed.
func (w *writer) sheets(ids []model.StudentID, last string) error {
	var all []model.Statement
	for _, id := range ids {
		all = append(all, model.Statement{Student: id, Kind: model.NonObjection, Signer: model.SignedByParent,
			Signed: model.MustDate(2026, 9, 4), Over: model.OverAny})
	}
	if _, err := w.db.RecordStatements(w.ctx, w.by, all...); err != nil {
		return fmt.Errorf("entering sheets: %w", err)
	}
	confirmed(model.DeedStatementEntered, last)
	return nil
}
