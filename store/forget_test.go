package store_test

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"okienko/model"
	"okienko/store"
)

var admin = model.Actor{Operator: "dyr", Desk: "okno-1", Role: model.RoleAdmin}

// forgetful is a school whose profile keeps nothing for long.
func forgetful(t *testing.T, rules model.RetentionRules) desk {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "szkoła [1]") // a name that is no pattern
	if err := os.MkdirAll(filepath.Join(dir, "inbox", "wczytane"), 0o700); err != nil {
		t.Fatal(err)
	}
	p := profile()
	p.Retention = rules
	now := noon
	path := filepath.Join(dir, "okienko.db")
	db, err := store.Open(t.Context(), path, store.Options{Profile: p, Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return desk{db, t, path, &now}
}

// crowd enters n students with a sheet, a code each and a hand-over for every
// second one, and returns their numbers.
func (d desk) crowd(n int) (ids []model.StudentID) {
	d.t.Helper()
	mark, err := d.Mark(d.t.Context())
	d.must(err)
	var plan model.RosterPlan
	for i := range n {
		plan.Add = append(plan.Add, model.RosterRow{
			Student: model.Student{Last: fmt.Sprintf("Nazwisko%d", i), First: fmt.Sprintf("Imię%d", i), Second: "Drugie", Class: class4a,
				Birth: model.MustDate(2013, 5, 1), RegisterNo: i + 1, BookNo: fmt.Sprintf("%d/b", i), Document: fmt.Sprintf("paszport %d", i)},
			Card: model.Card{Number: fmt.Sprintf("%d/2025", i), ValidUntil: model.MustDate(2027, 9, 30)}})
	}
	d.must(d.TakeRoster(d.t.Context(), deskA, plan, mark))
	all, _, err := d.School(d.t.Context())
	d.must(err)
	for i, r := range all[len(all)-n:] {
		ids = append(ids, r.ID)
		_, err := d.RecordStatements(d.t.Context(), deskA, model.Statement{Student: r.ID, Kind: model.NonObjection, Signer: model.SignedByParent,
			SignerName: fmt.Sprintf("Rodzic%d", i), Place: "teczka", Signed: model.MustDate(2026, 9, 4)})
		d.must(err)
		d.take(model.Code{Student: r.ID, Kind: model.CodeLegacy, Payload: model.Secret(fmt.Sprintf("qr-%d", r.ID)), Second: "sekret"})
		if i%2 == 0 {
			d.handOver(r.ID)
		}
	}
	return ids
}

func (d desk) handOver(id model.StudentID) model.Handover {
	d.t.Helper()
	c, err := d.PresentCode(d.t.Context(), deskA, id)
	d.must(err)
	h, err := d.ConfirmHandover(d.t.Context(), deskA, model.Handover{Student: id, Code: c.ID, To: model.ToParent, ToName: "Rodzic odbierający"})
	d.must(err)
	return h
}

// blobs are all sealed values that belong to a student, as they lie in the file.
func (d desk) blobs(id model.StudentID, queries ...string) (all [][]byte) {
	d.t.Helper()
	raw, err := sql.Open("sqlite3", d.path)
	d.must(err)
	defer func() { _ = raw.Close() }()
	for _, q := range queries {
		all = append(all, d.values(raw, q, id)...)
	}
	return all
}

// values are what a query gives for a student, the empty ones left out.
func (d desk) values(raw *sql.DB, query string, id model.StudentID) (all [][]byte) {
	d.t.Helper()
	rows, err := raw.QueryContext(d.t.Context(), query, int64(id))
	d.must(err)
	defer func() { _ = rows.Close() }()
	columns, err := rows.Columns()
	d.must(err)
	for rows.Next() {
		values := make([][]byte, len(columns))
		into := make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		d.must(rows.Scan(into...))
		for _, v := range values {
			if len(v) > 0 {
				all = append(all, bytes.Clone(v))
			}
		}
	}
	d.must(rows.Err())
	return all
}

var (
	codeBlobs    = "SELECT payload, second, login FROM codes WHERE student = ?"
	studentBlobs = []string{"SELECT last, first, second, pesel, birth, book_no, document FROM students WHERE id = ?",
		"SELECT signer_name, place FROM statements WHERE student = ?", "SELECT number, duplicate_of FROM cards WHERE student = ?",
		codeBlobs, "SELECT name FROM handovers WHERE student = ?", "SELECT before, after, salt FROM register WHERE student = ?"}
)

// nowhere looks for sealed values in every file of the data folder.
func (d desk) nowhere(all [][]byte) {
	d.t.Helper()
	if len(all) == 0 {
		d.t.Fatal("nothing to look for")
	}
	err := filepath.WalkDir(filepath.Dir(d.path), func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		for _, blob := range all {
			if bytes.Contains(b, blob) {
				d.t.Errorf("%s still holds a value of %d bytes that was forgotten", filepath.Base(path), len(blob))
			}
		}
		return err
	})
	d.must(err)
}

func (d desk) purge() store.Purged {
	d.t.Helper()
	p, err := store.Folder(filepath.Dir(d.path)).Purge(d.t.Context(), d.DB, deskA)
	d.must(err)
	if p.Held {
		d.t.Error("the log is held")
	}
	return p
}

// forget forgets a student with all that lies beside the database.
func (d desk) forget(by model.Actor, id model.StudentID) (store.StudentForgotten, error) {
	return store.Folder(filepath.Dir(d.path)).ForgetStudent(d.t.Context(), d.DB, by, id)
}

func (d desk) sound() {
	d.t.Helper()
	if _, err := d.VerifyRegister(d.t.Context()); err != nil {
		d.t.Errorf("the register does not hold: %v", err)
	}
}

// TestCodesAreForgotten: part 5, F: "codes and second secrets at hand-over or
// expiry", "gone from database, WAL".
func TestCodesAreForgotten(t *testing.T) {
	d := forgetful(t, model.RetentionRules{})
	ids := d.crowd(40)
	var used, waiting [][]byte
	for i, id := range ids {
		if i%2 == 0 {
			used = append(used, d.blobs(id, codeBlobs)...)
		} else {
			waiting = append(waiting, d.blobs(id, codeBlobs)...)
		}
	}
	if p := d.purge(); !p.None() {
		t.Errorf("a mistake of today could not be taken back: %+v", p)
	}
	*d.now = noon.AddDate(0, 0, 1)
	if p := d.purge(); p.Codes != 20 {
		t.Errorf("%+v", p)
	}
	d.nowhere(used)
	if got := d.blobs(ids[1], codeBlobs); len(got) != 2 {
		t.Errorf("a code that waits lost %d of 2 secrets", 2-len(got))
	}
	*d.now = noon.AddDate(0, 0, 31)
	if p := d.purge(); p.Codes != 20 {
		t.Errorf("expired: %+v", p)
	}
	d.nowhere(waiting)
	if p := d.purge(); !p.None() {
		t.Errorf("forgotten twice: %+v", p)
	}
	d.sound()
	if lines := d.lines(0); lines[len(lines)-1] != model.DeedCodesForgotten {
		t.Errorf("no line proves it: %v", lines[len(lines)-3:])
	}
}

// TestAForgottenCodeIsNoNewOne: a file that is taken in again must not bring
// a used code back, and a hand-over that is taken back late shows no empty code.
func TestAForgottenCodeIsNoNewOne(t *testing.T) {
	d := forgetful(t, model.RetentionRules{})
	id := d.student("", class4a)
	code := model.Code{Student: id, Kind: model.CodeLegacy, Payload: "qr", Second: "sekret"}
	d.take(code)
	h := d.handOver(id)
	*d.now = noon.AddDate(0, 0, 1)
	d.purge()
	var refused *store.CodeRefusedError
	if got := d.take(code)[0]; !errors.As(got, &refused) || refused.Reason != store.CodeKnown {
		t.Errorf("taken in again: %v", got)
	}
	_, err := d.CorrectHandover(t.Context(), deskA, h, model.Handover{Void: true})
	d.must(err)
	if a := d.assess(id, deskA); a.MayPresent() || !a.Has(model.BlockCodeUsedUp) {
		t.Errorf("stage %s, blockers %v", a.Stage, a.Blockers)
	}
}

// TestForgottenLoginsDontCollide when everything is sealed anew: two rows of
// nothing are not the same login.
func TestForgottenLoginsDontCollide(t *testing.T) {
	d := forgetful(t, model.RetentionRules{})
	for _, login := range []string{"uczen1", "uczen2"} {
		id := d.student("", class4a)
		d.take(model.Code{Student: id, Kind: model.CodeCredentials, Login: login, Second: "hasło", Until: noon.Add(time.Hour)})
	}
	*d.now = noon.AddDate(0, 0, 1)
	if p := d.purge(); p.Codes != 2 {
		t.Fatalf("%+v", p)
	}
	d.must(d.SetPassphrase(t.Context(), admin, "dobre hasło szkoły"))
	d.sound()
}

// TestAStudentIsForgotten: part 5, F: "erasure, as RODO asks".
func TestAStudentIsForgotten(t *testing.T) {
	d := forgetful(t, model.RetentionRules{})
	ids := d.crowd(60)
	before, _, err := d.School(t.Context())
	d.must(err)
	gone := d.blobs(ids[1], studentBlobs...)
	f, err := d.forget(admin, ids[1])
	d.must(err)
	if f.Named || f.Held || f.Lines != 3 {
		t.Errorf("%+v", f)
	}
	d.nowhere(gone)
	d.sound()
	after, _, err := d.School(t.Context())
	d.must(err)
	if want := append(before[:1:1], before[2:]...); !reflect.DeepEqual(after, want) {
		t.Error("the others are not as they were")
	}
	if _, err := d.Record(t.Context(), ids[1]); !errors.Is(err, store.ErrNoSuchStudent) {
		t.Errorf("read again: %v", err)
	}
	if _, err := d.forget(admin, ids[1]); !errors.Is(err, store.ErrNoSuchStudent) {
		t.Errorf("forgotten again: %v", err)
	}
	if lines := d.lines(ids[1]); lines[len(lines)-1] != model.DeedStudentForgotten {
		t.Errorf("lines %v", lines)
	}
}

// TestWhoCollectedStaysNamed: "with what must legally stay named": names,
// PESEL, number of the document, day of collection, signature (2019 regulation
// § 5 ust. 2; DOMAIN §5).
func TestWhoCollectedStaysNamed(t *testing.T) {
	d := forgetful(t, model.RetentionRules{RegisterYears: 5})
	ids := d.crowd(10)
	gone := d.blobs(ids[0], "SELECT birth, book_no, document FROM students WHERE id = ?",
		"SELECT signer_name, place FROM statements WHERE student = ?", codeBlobs, "SELECT before, after, salt FROM register WHERE student = ?")
	f, err := d.forget(admin, ids[0])
	d.must(err)
	if !f.Named || f.Until != model.MustDate(2031, 11, 20) {
		t.Errorf("%+v", f)
	}
	d.nowhere(gone)
	d.sound()
	r, err := d.Record(t.Context(), ids[0])
	d.must(err)
	if r.Last == "" || r.First == "" || r.Second == "" || r.Cards[0].Number == "" || len(r.Handovers) != 1 || r.Handovers[0].ToName == "" {
		t.Error("the register lost what it has to name")
	}
	if r.Statements[0].SignerName != "" || !r.Codes[0].Forgotten || !r.Birth.IsZero() || r.RegisterNo != 0 || r.BookNo != "" || r.Document != "" || !r.Class.IsZero() {
		t.Errorf("more than the register needs is left: %+v", r)
	}
}

// TestOnlyTheHeadForgets: RightManage is needed.
func TestOnlyTheHeadForgets(t *testing.T) {
	d := forgetful(t, model.RetentionRules{})
	id := d.crowd(2)[1]
	if _, err := d.forget(deskA, id); !errors.Is(err, store.ErrRole) {
		t.Errorf("a desk: %v", err)
	}
	_, err := d.PresentCode(t.Context(), deskA, id)
	d.must(err)
	var busy *store.NotReadyError
	if _, err := d.forget(admin, id); !errors.As(err, &busy) || busy.Holder.Operator != "anna" {
		t.Errorf("with a code on a screen: %v", err)
	}
}

// TestTheRegisterForgetsItsDetails: part 5, F: "register years as set"; the
// chain still holds.
func TestTheRegisterForgetsItsDetails(t *testing.T) {
	d := forgetful(t, model.RetentionRules{RegisterYears: 5})
	ids := d.crowd(10)
	old := d.blobs(ids[0], "SELECT before, after, salt FROM register WHERE student = ?", "SELECT name FROM handovers WHERE student = ?")
	*d.now = noon.AddDate(5, 0, -1)
	id := d.student("", class4a)
	if p := d.purge(); p.Lines != 0 {
		t.Errorf("a day early: %+v", p)
	}
	outlook, err := store.Folder(filepath.Dir(d.path)).Forecast(t.Context(), d.DB)
	d.must(err)
	forecast := outlook.Coming
	if want := (model.Forthcoming{Kind: model.ForgetRegister, Day: model.MustDate(2031, 11, 20)}); len(forecast) == 0 ||
		forecast[0].Kind != want.Kind || forecast[0].Day != want.Day || forecast[0].Count == 0 {
		t.Errorf("forecast %+v", forecast)
	}
	*d.now = noon.AddDate(5, 0, 0)
	p := d.purge()
	if p.Lines == 0 || p.Collected != 5 {
		t.Errorf("%+v", p)
	}
	d.nowhere(old)
	d.sound()
	if got := d.blobs(id, "SELECT after FROM register WHERE student = ?"); len(got) != 2 {
		t.Errorf("of a new student %d details are left", len(got))
	}
}

// TestStudentsWhoLeftAreForgotten: part 5, F: "statements' …, whole students N
// months after they left".
func TestStudentsWhoLeftAreForgotten(t *testing.T) {
	d := forgetful(t, model.RetentionRules{StatementMonths: 1, StudentMonths: 3})
	ids := d.crowd(12)
	sheets := d.blobs(ids[1], "SELECT signer_name, place FROM statements WHERE student = ?")
	all := d.blobs(ids[1], studentBlobs...)
	named := d.blobs(ids[0], "SELECT birth, document FROM students WHERE id = ?", codeBlobs)
	d.must(d.MarkLeft(t.Context(), deskA, ids[:2], model.MustDate(2026, 11, 20)))
	*d.now = time.Date(2026, 12, 21, 0, 0, 0, 0, time.UTC)
	if p := d.purge(); p.Sheets != 2 || p.Students != 0 {
		t.Errorf("after a month: %+v", p)
	}
	d.nowhere(sheets)
	*d.now = time.Date(2027, 2, 21, 0, 0, 0, 0, time.UTC)
	if p := d.purge(); p.Students != 2 {
		t.Errorf("after three: %+v", p)
	}
	d.nowhere(append(all, named...))
	if p := d.purge(); !p.None() {
		t.Errorf("again: %+v", p)
	}
	here, _, err := d.School(t.Context())
	d.must(err)
	left, _, err := d.Named(t.Context())
	d.must(err)
	if len(here) != 10 || len(left) != 11 || left[0].ID != ids[0] || left[0].Last == "" {
		t.Errorf("%d students are here, %d named", len(here), len(left))
	}
	d.sound()
}

// TestFilesPutAsideGo after the profile's days.
func TestFilesPutAsideGo(t *testing.T) {
	d := forgetful(t, model.RetentionRules{FilesDays: 10})
	folder := store.Folder(filepath.Dir(d.path))
	path := filepath.Join(folder.Inbox(), "lista.csv")
	d.must(os.WriteFile(path, []byte("Nazwisko"), 0o600))
	d.must(folder.PutAside(t.Context(), d.DB, path, *d.now))
	*d.now = noon.AddDate(0, 0, 9)
	if p := d.purge(); p.Aside != 0 {
		t.Errorf("a day early: %+v", p)
	}
	*d.now = noon.AddDate(0, 0, 10)
	if p := d.purge(); p.Aside != 1 {
		t.Errorf("%+v", p)
	}
	if left, err := os.ReadDir(folder.Taken()); err != nil || len(left) != 0 {
		t.Errorf("%d files are left, %v", len(left), err)
	}
}

// TestNobodyElseIsForgotten: whoever is forgotten, in whatever order, the chain
// holds and the others are as they were.
func TestNobodyElseIsForgotten(t *testing.T) {
	d := forgetful(t, model.RetentionRules{})
	rapid.Check(t, func(rt *rapid.T) {
		ids := d.crowd(6)
		forget := map[model.StudentID]bool{}
		for _, id := range ids {
			if rapid.Bool().Draw(rt, "forget") {
				forget[id] = true
			}
		}
		before, _, err := d.School(t.Context())
		d.must(err)
		for id := range forget {
			_, err := d.forget(admin, id)
			d.must(err)
		}
		after, _, err := d.School(t.Context())
		d.must(err)
		now := map[model.StudentID]model.Record{}
		for _, r := range after {
			now[r.ID] = r
		}
		for _, r := range before {
			if !forget[r.ID] && !reflect.DeepEqual(r, now[r.ID]) {
				rt.Fatalf("student %d changed", r.ID)
			}
		}
		if _, err := d.VerifyRegister(t.Context()); err != nil {
			rt.Fatal(err)
		}
	})
}
