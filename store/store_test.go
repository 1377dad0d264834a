package store_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"okienko/model"
	"okienko/store"
)

// noon is the present moment of these tests.
var noon = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)

var (
	deskA = model.Actor{Operator: "anna", Desk: "okno-1"}
	deskB = model.Actor{Operator: "ewa", Desk: "okno-2"}
)

func profile() model.Profile {
	return model.Profile{
		Policy: model.PolicyStatement, ParentOnlyUpToGrade: 3, Location: time.UTC,
		Codes: map[model.CodeKind]model.CodeRule{
			model.CodeZPE:    {ValidFor: 10 * time.Minute, Uses: 1},
			model.CodeLegacy: {ValidFor: 720 * time.Hour, Uses: 1},
			model.CodeSIO:    {},
		},
	}
}

// desk is a database in a temporary folder with a clock that stands still.
type desk struct {
	*store.DB
	t    *testing.T
	path string
	now  *time.Time
}

func open(t *testing.T) desk {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "okienko.db"))
}

func openAt(t *testing.T, path string) desk {
	t.Helper()
	return openWithProfile(t, path, profile())
}

func openWithProfile(t *testing.T, path string, p model.Profile) desk {
	t.Helper()
	now := noon
	db, err := store.Open(t.Context(), path, store.Options{Profile: p, Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return desk{db, t, path, &now}
}

// student enters one who only lacks a code, and returns the number.
func (d desk) student(pesel model.PESEL, class model.Class) model.StudentID {
	d.t.Helper()
	mark, err := d.Mark(d.t.Context())
	d.must(err)
	plan := model.RosterPlan{Add: []model.RosterRow{{
		Student: model.Student{Last: "Żółć", First: "Łucja", PESEL: pesel, Birth: model.MustDate(2013, 5, 1), Class: class},
		Card:    model.Card{Number: "12/2025", Issued: model.MustDate(2025, 9, 1), ValidUntil: model.MustDate(2027, 9, 30)},
	}}}
	d.must(d.TakeRoster(d.t.Context(), deskA, plan, mark))
	all, _, err := d.School(d.t.Context())
	d.must(err)
	id := all[len(all)-1].ID
	_, err = d.RecordStatements(d.t.Context(), deskA, model.Statement{
		Student: id, Kind: model.NonObjection, Signer: model.SignedByParent, SignerName: "Jan Żółć", Signed: model.MustDate(2026, 9, 4)})
	d.must(err)
	return id
}

func (d desk) take(codes ...model.Code) []error {
	d.t.Helper()
	refused, err := d.TakeCodes(d.t.Context(), deskA, codes...)
	d.must(err)
	return refused
}

func (d desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

func (d desk) assess(id model.StudentID, at model.Actor) model.Assessment {
	d.t.Helper()
	r, err := d.Record(d.t.Context(), id)
	d.must(err)
	return model.Assess(r, profile(), model.Viewpoint{Now: *d.now, Desk: at.Desk})
}

// lines are the deeds about a student, in order.
func (d desk) lines(id model.StudentID) (deeds []model.Deed) {
	d.t.Helper()
	d.must(d.Register(d.t.Context(), id, func(l model.RegisterLine) error {
		deeds = append(deeds, l.Deed)
		return nil
	}))
	return deeds
}

var class4a = model.Class{Grade: 4, Unit: "a"}

func sio(id model.StudentID, payload model.Secret) model.Code {
	return model.Code{Student: id, Kind: model.CodeSIO, Payload: payload}
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	d := open(t)
	id := d.student("13250199990", class4a)
	d.take(model.Code{Student: id, Kind: model.CodeLegacy, Payload: "qr", Second: "O0lI1", Generated: noon.Add(-time.Hour)})
	r, err := d.Record(t.Context(), id)
	d.must(err)
	if r.Last != "Żółć" || r.First != "Łucja" || r.PESEL != "13250199990" || r.Class != class4a || r.Birth != model.MustDate(2013, 5, 1) {
		t.Errorf("student read back differs")
	}
	if len(r.Cards) != 1 || r.Cards[0].Number != "12/2025" || r.Cards[0].State != model.CardValid || r.Cards[0].ValidUntil != model.MustDate(2027, 9, 30) {
		t.Errorf("cards %+v", r.Cards)
	}
	if len(r.Statements) != 1 || r.Statements[0].SignerName != "Jan Żółć" || r.Statements[0].EnteredBy != "anna" || !r.Statements[0].EnteredAt.Equal(noon) {
		t.Errorf("statements %+v", r.Statements)
	}
	if len(r.Codes) != 1 || !r.Codes[0].Generated.Equal(noon.Add(-time.Hour)) || r.Codes[0].Payload != "" {
		t.Errorf("codes %+v; secrets must stay out of the list", r.Codes)
	}
	if a := d.assess(id, deskA); a.Stage != model.StageReady {
		t.Errorf("stage %s, blockers %v", a.Stage, a.Blockers)
	}
}

func TestHandoverPath(t *testing.T) {
	d := open(t)
	id := d.student("13250199990", class4a)
	payload := model.Secret("https://example.invalid/?a=Zażółć &b=\"x\"")
	d.take(model.Code{Student: id, Kind: model.CodeLegacy, Payload: payload, Second: "s3cret"})

	c, err := d.PresentCode(t.Context(), deskA, id)
	d.must(err)
	if c.Payload.Reveal() != payload.Reveal() || c.Second.Reveal() != "s3cret" {
		t.Error("the payload is not what was taken in")
	}
	var notReady *store.NotReadyError
	if _, err := d.PresentCode(t.Context(), deskB, id); !errors.As(err, &notReady) || notReady.Holder.Desk != deskA.Desk {
		t.Errorf("another desk got the code: %v", err)
	}
	if _, err := d.ConfirmHandover(t.Context(), deskB, model.Handover{Student: id, Code: c.ID, To: model.ToStudent}); !errors.Is(err, store.ErrNotPresented) {
		t.Errorf("another desk confirmed: %v", err)
	}
	d.must(d.NotCollected(t.Context(), deskA, id, c.ID))
	if a := d.assess(id, deskB); a.Stage != model.StageReady {
		t.Errorf("not collected, but %s", a.Stage)
	}
	c, err = d.PresentCode(t.Context(), deskB, id)
	d.must(err)
	h, err := d.ConfirmHandover(t.Context(), deskB, model.Handover{Student: id, Code: c.ID, To: model.ToParent, ToName: "Jan Żółć", CardShown: true})
	d.must(err)
	if a := d.assess(id, deskA); a.Stage != model.StageHandedOver {
		t.Errorf("stage after the hand-over: %s", a.Stage)
	}
	if _, err := d.PresentCode(t.Context(), deskA, id); !errors.As(err, &notReady) {
		t.Errorf("a used-up code was shown: %v", err)
	}

	voided, err := d.CorrectHandover(t.Context(), deskA, h, model.Handover{Void: true})
	d.must(err)
	if a := d.assess(id, deskA); a.Stage != model.StageReady {
		t.Errorf("stage after voiding: %s", a.Stage)
	}
	var conflict *store.ConflictError
	if _, err := d.CorrectHandover(t.Context(), deskA, h, model.Handover{To: model.ToStudent}); !errors.As(err, &conflict) || conflict.Line.Deed != model.DeedHandoverCorrected {
		t.Errorf("corrected twice: %v (voided by %d)", err, voided.ID)
	}
	want := []model.Deed{model.DeedStudentAdded, model.DeedStatementEntered, model.DeedCodeTaken, model.DeedCodePresented,
		model.DeedCodeNotCollected, model.DeedCodePresented, model.DeedHandedOver, model.DeedHandoverCorrected}
	if got := d.lines(id); len(got) != len(want) {
		t.Errorf("register: %v, want %v", got, want)
	} else {
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("line %d: %s, want %s", i, got[i], want[i])
			}
		}
	}
}

func TestPickupRuleHoldsAtTheDatabase(t *testing.T) {
	d := open(t)
	id := d.student("", model.Class{Grade: 2, Unit: "b"})
	d.take(sio(id, "x"))
	c, err := d.PresentCode(t.Context(), deskA, id)
	d.must(err)
	if _, err := d.ConfirmHandover(t.Context(), deskA, model.Handover{Student: id, Code: c.ID, To: model.ToStudent}); !errors.Is(err, store.ErrPickup) {
		t.Errorf("a pupil of class 2 collected alone: %v", err)
	}
	_, err = d.ConfirmHandover(t.Context(), deskA, model.Handover{Student: id, Code: c.ID, To: model.ToParent, ToName: "Ewa"})
	d.must(err)
}

func TestObjectionStopsAPresentedCode(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	d.take(sio(id, "x"))
	c, err := d.PresentCode(t.Context(), deskA, id)
	d.must(err)
	_, err = d.RecordStatements(t.Context(), deskB, model.Statement{Student: id, Kind: model.Objection, Over: model.OverAny, Signer: model.SignedByParent, Signed: model.MustDate(2026, 11, 20)})
	d.must(err)
	var notReady *store.NotReadyError
	if _, err := d.ConfirmHandover(t.Context(), deskA, model.Handover{Student: id, Code: c.ID, To: model.ToStudent}); !errors.As(err, &notReady) {
		t.Errorf("handed over against an objection: %v", err)
	}
	d.must(d.NotCollected(t.Context(), deskA, id, c.ID))
	if _, err := d.PresentCode(t.Context(), deskA, id); !errors.As(err, &notReady) || notReady.Assessment.Stage != model.StageStopped {
		t.Errorf("shown against an objection: %v", err)
	}
}

func TestCodesRefused(t *testing.T) {
	d := open(t)
	one, two := d.student("", class4a), d.student("", model.Class{Grade: 5, Unit: "a"})
	objected := d.student("", model.Class{Grade: 6, Unit: "a"})
	_, err := d.RecordStatements(t.Context(), deskA, model.Statement{Student: objected, Kind: model.Objection, Over: model.OverAny, Signer: model.SignedByParent, Signed: model.MustDate(2026, 10, 1)})
	d.must(err)
	refused := d.take(sio(one, "a"), sio(one, "a"), sio(two, "a"),
		model.Code{Student: two, Kind: model.CodeZPE, Payload: "b", Generated: noon.Add(-11 * time.Minute)},
		model.Code{Student: two, Kind: model.CodeSIO, Payload: "c", Until: noon},
		sio(objected, "d"), sio(two, "e"))
	want := []store.CodeRefusal{"", store.CodeKnown, store.CodeOfAnother, store.CodeExpired, store.CodeExpired, store.CodeOfObjector, ""}
	for i, w := range want {
		var r *store.CodeRefusedError
		if errors.As(refused[i], &r) != (w != "") || r != nil && r.Reason != w {
			t.Errorf("code %d: %v, want %q", i, refused[i], w)
		}
	}
}

func TestConflictNamesTheDeed(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	seen, err := d.Record(t.Context(), id)
	d.must(err)
	d.must(d.DecidePortraits(t.Context(), deskB, map[model.StudentID]model.Portrait{
		id: {State: model.PortraitAccepted, Decided: model.MustDate(2026, 11, 20)}}))
	changed := seen.Student
	changed.Class = model.Class{Grade: 4, Unit: "b"}
	var conflict *store.ConflictError
	if err := d.ChangeStudent(t.Context(), deskA, seen.Version, changed); !errors.As(err, &conflict) ||
		conflict.Line.Actor != deskB || conflict.Line.Deed != model.DeedPortraitDecided {
		t.Errorf("no conflict: %v", err)
	}
}

func TestRosterIsRefusedWhenTheListMoved(t *testing.T) {
	d := open(t)
	mark, err := d.Mark(t.Context())
	d.must(err)
	id := d.student("", class4a)
	if err := d.TakeRoster(t.Context(), deskA, model.RosterPlan{}, mark); !errors.Is(err, store.ErrMoved) {
		t.Errorf("got %v", err)
	}
	// What a roster says nothing of goes on meanwhile.
	mark, err = d.Mark(t.Context())
	d.must(err)
	d.take(sio(id, "x"))
	_, err = d.PresentCode(t.Context(), deskB, id)
	d.must(err)
	d.must(d.TakeRoster(t.Context(), deskA, model.RosterPlan{}, mark))
	_, err = d.ExtendCards(t.Context(), deskB, []model.StudentID{id}, model.MustDate(2028, 9, 30))
	d.must(err)
	if err := d.TakeRoster(t.Context(), deskA, model.RosterPlan{}, mark); !errors.Is(err, store.ErrMoved) {
		t.Errorf("over a card that was stamped: %v", err)
	}
}

func TestNothingIsDoneToAStudentWhoChanged(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	looked, err := d.Record(t.Context(), id)
	d.must(err)
	d.must(d.RegisterInSIO(t.Context(), deskB, []model.StudentID{id}, model.MustDate(2026, 11, 19)))
	d.must(d.DecidePortraits(t.Context(), deskB, map[model.StudentID]model.Portrait{id: {State: model.PortraitAccepted}}))
	var conflict *store.ConflictError
	err = d.IfUnchanged(id, looked.Version).MarkLeft(t.Context(), deskA, []model.StudentID{id}, model.MustDate(2026, 11, 20))
	if !errors.As(err, &conflict) || len(conflict.Lines) != 2 || conflict.Line.Deed != model.DeedPortraitDecided || conflict.Lines[0].Actor != deskB {
		t.Errorf("got %v", err)
	}
	if r, err := d.Record(t.Context(), id); err != nil || !r.Left.IsZero() {
		t.Error("done all the same")
	}
	now, err := d.Record(t.Context(), id)
	d.must(err)
	d.must(d.IfUnchanged(id, now.Version).MarkLeft(t.Context(), deskA, []model.StudentID{id}, model.MustDate(2026, 11, 20)))
}

// A stamp that another desk gave meanwhile is not taken back by a shorter one.
func TestExtendingShortensNoCard(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	_, err := d.ExtendCards(t.Context(), deskB, []model.StudentID{id}, model.MustDate(2029, 9, 30))
	d.must(err)
	if n, err := d.ExtendCards(t.Context(), deskA, []model.StudentID{id}, model.MustDate(2028, 9, 30)); err != nil || n != 0 {
		t.Errorf("%d shortened, %v", n, err)
	}
}

func TestSamePESELTwiceLeavesNothingBehind(t *testing.T) {
	d := open(t)
	row := model.RosterRow{Student: model.Student{Last: "A", First: "B", PESEL: "13250199990"}}
	if err := d.TakeRoster(t.Context(), deskA, model.RosterPlan{Add: []model.RosterRow{row, row}}, 0); !errors.Is(err, store.ErrPESELTaken) {
		t.Fatalf("got %v", err)
	}
	all, mark, err := d.School(t.Context())
	d.must(err)
	if len(all) != 0 || mark != 0 {
		t.Errorf("half a roster was kept: %d students, mark %d", len(all), mark)
	}
}

func TestUndoStatement(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	r, err := d.Record(t.Context(), id)
	d.must(err)
	d.must(d.UndoStatement(t.Context(), deskA, id, r.Statements[0].ID))
	if a := d.assess(id, deskA); !a.Has(model.BlockNoStatement) {
		t.Errorf("an undone sheet still counts: %v", a.Blockers)
	}
	if err := d.UndoStatement(t.Context(), deskA, id, r.Statements[0].ID); !errors.Is(err, store.ErrGone) {
		t.Errorf("undone twice: %v", err)
	}
}

func TestExtendCards(t *testing.T) {
	d := open(t)
	ids := []model.StudentID{d.student("", class4a), d.student("", class4a)}
	until := model.MustDate(2028, 9, 30)
	for i, want := range []int{2, 0} {
		n, err := d.ExtendCards(t.Context(), deskA, ids, until)
		d.must(err)
		if n != want {
			t.Errorf("time %d: %d extended, want %d", i+1, n, want)
		}
	}
}

func TestChangedTellsWhatAnotherDeskDid(t *testing.T) {
	d := open(t)
	quiet, busy := d.student("", class4a), d.student("", class4a)
	mark, err := d.Mark(t.Context())
	d.must(err)
	other := openAt(t, d.path)
	d.must(other.MarkLeft(t.Context(), deskB, []model.StudentID{busy}, model.MustDate(2026, 11, 20)))
	news, after, err := d.Changed(t.Context(), mark)
	d.must(err)
	if len(news) != 1 || news[0].ID != busy || news[0].Left.IsZero() || len(news[0].Cards) != 1 || after <= mark {
		t.Errorf("%d records after mark %d; want only the one that left, not %d", len(news), after, quiet)
	}
	if news, _, err := d.Changed(t.Context(), after); err != nil || len(news) != 0 {
		t.Errorf("old news: %d, %v", len(news), err)
	}
}

func TestRegisterCannotBeChanged(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	if n, err := d.VerifyRegister(t.Context()); err != nil || n == 0 {
		t.Fatalf("%d lines, %v", n, err)
	}
	raw := rawDB(t, d.path)
	for _, q := range []string{"DELETE FROM register", "UPDATE register SET operator = 'x'", "UPDATE register SET after = '{}' WHERE after <> ''"} {
		if _, err := raw.Exec(q); err == nil {
			t.Errorf("%s went through", q)
		}
	}
	if got := d.lines(id); len(got) == 0 {
		t.Error("lines are gone")
	}
}

func TestTamperedRegisterIsFound(t *testing.T) {
	for name, tamper := range map[string]string{
		"changed operator":       "UPDATE register SET operator = 'x' WHERE seq = 2",
		"changed details":        "UPDATE register SET after = '{}' WHERE seq = 2",
		"removed from middle":    "DELETE FROM register WHERE seq = 2",
		"renumbered after hole":  "DELETE FROM register WHERE seq = 2; UPDATE register SET seq = 2 WHERE seq = 3",
		"details without a salt": "UPDATE register SET after = '{}', salt = x'' WHERE seq = 2",
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t)
			d.student("", class4a)
			raw := rawDB(t, d.path)
			if _, err := raw.Exec("DROP TRIGGER register_no_delete; DROP TRIGGER register_no_update; " + tamper); err != nil {
				t.Fatal(err)
			}
			var broken *store.BrokenChainError
			if _, err := d.VerifyRegister(t.Context()); !errors.As(err, &broken) || broken.Seq < 2 {
				t.Errorf("not found: %v", err)
			}
		})
	}
}

func TestForgottenDetailsKeepTheChain(t *testing.T) {
	d := open(t)
	d.student("13250199990", class4a)
	if _, err := rawDB(t, d.path).Exec("UPDATE register SET before = '', after = '', salt = x''"); err != nil {
		t.Fatal(err)
	}
	if _, err := d.VerifyRegister(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestOpenRefusesForeignFiles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "okienko.db")
	if err := os.WriteFile(path, []byte("this is a letter, not a database; it is long enough to have a header"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Open(t.Context(), path, store.Options{}); !errors.Is(err, store.ErrNotOurs) {
		t.Errorf("a letter: %v", err)
	}
	foreign := filepath.Join(t.TempDir(), "other.db")
	if _, err := rawDB(t, foreign).Exec("CREATE TABLE books (id INTEGER)"); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Open(t.Context(), foreign, store.Options{}); !errors.Is(err, store.ErrNotOurs) {
		t.Errorf("another program's database: %v", err)
	}
	newer := open(t)
	if _, err := rawDB(t, newer.path).Exec("PRAGMA user_version = 999"); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Open(t.Context(), newer.path, store.Options{}); !errors.Is(err, store.ErrNewerFile) {
		t.Errorf("a newer file: %v", err)
	}
}

func TestFilesAreTheOwnersOnly(t *testing.T) {
	d := open(t)
	d.student("", class4a)
	for _, suffix := range []string{"", "-wal", "-shm"} {
		info, err := os.Stat(d.path + suffix)
		d.must(err)
		if info.Mode().Perm() != 0o600 {
			t.Errorf("okienko.db%s has mode %o", suffix, info.Mode().Perm())
		}
	}
}

// TestTwoDesksOneCode lets many desks fight for one code: exactly one gets it.
func TestTwoDesksOneCode(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	d.take(model.Code{Student: id, Kind: model.CodeLegacy, Payload: "x", Second: "y"})
	const desks = 8
	got := make(chan error, desks)
	for i := range desks {
		other := openAt(t, d.path)
		go func() {
			_, err := other.PresentCode(context.Background(), model.Actor{Desk: string(rune('a' + i))}, id)
			got <- err
		}()
	}
	won := 0
	for range desks {
		err := <-got
		var notReady *store.NotReadyError
		switch {
		case err == nil:
			won++
		case !errors.As(err, &notReady):
			t.Error(err)
		}
	}
	if won != 1 {
		t.Errorf("%d desks got the code", won)
	}
}

func rawDB(t *testing.T, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func TestWhoseACodeIs(t *testing.T) {
	d := open(t)
	one, two := d.student("", class4a), d.student("", class4a)
	d.take(sio(one, "a"), sio(two, "b"), model.Code{Student: two, Kind: model.CodeCredentials, Login: "l", Second: "s"})
	for payload, want := range map[string]model.StudentID{"a": one, "b": two, "A": 0, "": 0, "a ": 0} {
		owner, known, err := d.OwnerOfPayload(t.Context(), payload)
		if err != nil || owner != want || known != (want != 0) {
			t.Errorf("%q: %d, %v, %v", payload, owner, known, err)
		}
	}
}
