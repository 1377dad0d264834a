package store_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"okienko/model"
	"okienko/store"
)

func sheet(id model.StudentID, kind model.StatementKind, over int64) model.Statement {
	return model.Statement{Student: id, Kind: kind, Signer: model.SignedByParent, Signed: model.MustDate(2026, 11, 20), Over: over}
}

// TestTheSameSheetAgainCountsAgain: what is equal to a sheet that no longer
// counts is a new deed, not a repetition.
func TestTheSameSheetAgainCountsAgain(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	enter := func(kind model.StatementKind) {
		t.Helper()
		r, err := d.Record(t.Context(), id)
		d.must(err)
		now, _ := model.CurrentStatement(r.Statements)
		_, err = d.RecordStatements(t.Context(), deskA, sheet(id, kind, now.ID))
		d.must(err)
	}
	enter(model.Objection)
	enter(model.Withdrawal)
	enter(model.Objection)
	if a := d.assess(id, deskA); a.Stage != model.StageStopped {
		t.Errorf("the second objection was swallowed: %s", a.Stage)
	}
	before := len(d.lines(id))
	enter(model.Objection)
	if got := len(d.lines(id)); got != before {
		t.Errorf("an equal sheet that counts was entered again")
	}
}

// TestNobodyLiftsAnObjectionUnseen: the second desk's form was open while the
// first one entered the objection.
func TestNobodyLiftsAnObjectionUnseen(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	r, err := d.Record(t.Context(), id)
	d.must(err)
	seen := r.Statements[0].ID
	_, err = d.RecordStatements(t.Context(), deskA, sheet(id, model.Objection, seen))
	d.must(err)
	var conflict *store.ConflictError
	if _, err := d.RecordStatements(t.Context(), deskB, sheet(id, model.NonObjection, seen)); !errors.As(err, &conflict) || conflict.Line.Actor != deskA {
		t.Errorf("no conflict: %v", err)
	}
	if a := d.assess(id, deskB); a.Stage != model.StageStopped {
		t.Errorf("the objection is gone: %s", a.Stage)
	}
}

// TestACodeIsNotTakenOverAnObjectionThatStands, though a later sheet by the
// wrong person is the newest.
func TestACodeIsNotTakenOverAnObjectionThatStands(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	_, err := d.RecordStatements(t.Context(), deskA, sheet(id, model.Objection, model.OverAny),
		model.Statement{Student: id, Kind: model.Application, Signer: model.SignedByStudent, Signed: model.MustDate(2026, 11, 21), Over: model.OverAny})
	d.must(err)
	var refused *store.CodeRefusedError
	if got := d.take(sio(id, "x")); !errors.As(got[0], &refused) || refused.Reason != store.CodeOfObjector {
		t.Errorf("taken in: %v", got[0])
	}
}

func TestTheNewPasswordIsShownAfterAReset(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	login := func(password model.Secret) model.Code {
		return model.Code{Student: id, Kind: model.CodeCredentials, Login: "uczen-1", Second: password}
	}
	d.take(login("stare"))
	d.must(d.RegisterInSIO(t.Context(), deskA, []model.StudentID{id}, model.MustDate(2026, 11, 20)))
	*d.now = noon.Add(time.Hour)
	d.take(login("nowe"))
	c, err := d.PresentCode(t.Context(), deskA, id)
	d.must(err)
	if c.Second.Reveal() != "nowe" {
		t.Error("the old password was shown")
	}
}

func TestARegisterCutShortIsFound(t *testing.T) {
	d := open(t)
	d.student("", class4a)
	if _, err := rawDB(t, d.path).Exec("DROP TRIGGER register_no_delete; DELETE FROM register WHERE seq = (SELECT max(seq) FROM register)"); err != nil {
		t.Fatal(err)
	}
	var broken *store.BrokenChainError
	if _, err := d.VerifyRegister(t.Context()); !errors.As(err, &broken) {
		t.Errorf("not found: %v", err)
	}
}

func TestADamagedFileIsNamed(t *testing.T) {
	d := open(t)
	d.student("", class4a)
	if _, err := rawDB(t, d.path).Exec("PRAGMA wal_checkpoint(TRUNCATE)"); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(d.path)
	d.must(err)
	for i := 4096; i < len(b); i++ { // the first page holds the schema
		b[i] = 0xA5
	}
	path := filepath.Join(t.TempDir(), "okienko.db")
	d.must(os.WriteFile(path, b, 0o600))
	other, err := store.Open(t.Context(), path, store.Options{Profile: profile()})
	if err == nil {
		_, _, err = other.School(t.Context())
		d.must(other.Close())
	}
	if !errors.Is(err, store.ErrDamaged) {
		t.Errorf("got %v", err)
	}
}

func TestAFolderThatCannotBeMadeLeavesNothingBehind(t *testing.T) {
	profile := []byte("[school]\nname = \"Szkoła\"\n[statements]\npolicy = \"objection\"\n")
	file := filepath.Join(t.TempDir(), "plik")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := store.Folder(file).Create(t.Context(), profile, store.Lock{}); !errors.Is(err, store.ErrNotFolder) {
		t.Errorf("a file as the folder: %v", err)
	}
	f := store.Folder(filepath.Join(t.TempDir(), "dane"))
	if err := os.MkdirAll(f.Database(), 0o700); err != nil { // a folder where the database should be
		t.Fatal(err)
	}
	if err := f.Create(t.Context(), profile, store.Lock{}); err == nil {
		t.Fatal("made a school over a folder")
	}
	if _, err := os.Stat(f.ProfileFile()); !errors.Is(err, fs.ErrNotExist) {
		t.Error("the profile was left behind, so the next try would say that a school is there")
	}
}

// TestOneStudentIsAtOneDesk: a second code is no second chance while the first
// is on another desk's screen.
func TestOneStudentIsAtOneDesk(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	d.take(sio(id, "old"))
	*d.now = noon.Add(time.Minute)
	d.take(sio(id, "new"))
	_, err := d.PresentCode(t.Context(), deskA, id)
	d.must(err)
	var notReady *store.NotReadyError
	if _, err := d.PresentCode(t.Context(), deskB, id); !errors.As(err, &notReady) || notReady.Holder.Desk != deskA.Desk {
		t.Errorf("the other desk got a code: %v", err)
	}
}

// TestAnOlderCodeBesideAHandedOneIsSuperseded: it does not put the student back
// into the queue, until the hand-over is voided.
func TestAnOlderCodeBesideAHandedOneIsSuperseded(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	d.take(model.Code{Student: id, Kind: model.CodeLegacy, Payload: "old", Second: "1"})
	*d.now = noon.Add(time.Minute)
	d.take(model.Code{Student: id, Kind: model.CodeLegacy, Payload: "new", Second: "2"})
	c, err := d.PresentCode(t.Context(), deskA, id)
	d.must(err)
	h, err := d.ConfirmHandover(t.Context(), deskA, model.Handover{Student: id, Code: c.ID, To: model.ToStudent})
	d.must(err)
	if a := d.assess(id, deskA); a.Stage != model.StageHandedOver {
		t.Errorf("after the hand-over: %s", a.Stage)
	}
	*d.now = noon.Add(time.Hour)
	d.take(model.Code{Student: id, Kind: model.CodeLegacy, Payload: "newest", Second: "3"})
	if a := d.assess(id, deskA); a.Stage != model.StageReady {
		t.Errorf("with a code for a new phone: %s", a.Stage)
	}
	_, err = d.CorrectHandover(t.Context(), deskA, h, model.Handover{Void: true})
	d.must(err)
	if a := d.assess(id, deskA); a.Stage != model.StageReady {
		t.Errorf("after voiding: %s", a.Stage)
	}
}

// TestAFoundingIsDoneOver: what a power cut left of one, just before the
// profile, is no school, and its passphrase binds nobody.
func TestAFoundingIsDoneOver(t *testing.T) {
	f, profile := store.Folder(filepath.Join(t.TempDir(), "dane")), []byte(plainProfile)
	if err := f.Create(t.Context(), profile, store.Lock{Passphrase: "pierwsze-haslo"}); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(f.ProfileFile()); err != nil {
		t.Fatal(err)
	}
	again := store.Lock{Passphrase: "drugie-haslo"}
	if err := f.Create(t.Context(), profile, again); err != nil {
		t.Fatal(err)
	}
	db, err := f.Open(t.Context(), store.Options{Key: store.Key{Passphrase: again.Passphrase}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.AddStudent(t.Context(), model.Actor{Operator: "anna", Desk: "biuro"}, model.Student{Last: "Łoza", First: "Jan"}); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.Create(t.Context(), profile, again); !errors.Is(err, store.ErrFolderTaken) {
		t.Errorf("a school was founded over another: %v", err)
	}
	// One that was worked with stays, also where its profile was lost.
	if err := os.Remove(f.ProfileFile()); err != nil {
		t.Fatal(err)
	}
	if err := f.Create(t.Context(), profile, store.Lock{Passphrase: "trzecie-haslo"}); !errors.Is(err, store.ErrWrongPassphrase) {
		t.Errorf("a stranger's passphrase: %v", err)
	}
	if err := f.Create(t.Context(), profile, again); err != nil {
		t.Fatal(err)
	}
	left, err := filepath.Glob(filepath.Join(string(f), "*"))
	if err != nil || len(left) != 3 { // database, profile, inbox
		t.Errorf("left behind: %q, %v", left, err)
	}
}
