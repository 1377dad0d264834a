package store_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"filippo.io/age"

	"okienko/model"
	"okienko/store"
)

const passphrase model.Secret = "cztery słowa dla szkoły"

// planted is what must never lie on the disk in the clear.
var planted = []string{"Zmyślońska", "Bogumiła", "Trzecia", "02270803624", "2002-07-08", "DOKUMENT77", "KSIĘGA88",
	"KARTA/99", "Jadwiga Podpisana", "Segregator Zmyślońskiej", "KOD-PLANTOWANY", "DRUGI-SEKRET", "login-plant", "Odbierający Ojciec"}

// plant does a day's work with what is planted.
func plant(t *testing.T, db *store.DB) {
	t.Helper()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	id, err := db.AddStudent(t.Context(), deskA, model.Student{Last: "Zmyślońska", First: "Bogumiła", Second: "Trzecia",
		PESEL: "02270803624", Birth: model.MustDate(2002, 7, 8), Document: "DOKUMENT77", BookNo: "KSIĘGA88", Class: class4a})
	must(err)
	must(db.EnterCard(t.Context(), deskA, 0, model.Card{Student: id, Number: "KARTA/99", DuplicateOf: "KARTA/99", Issued: model.MustDate(2025, 9, 1)}))
	_, err = db.RecordStatements(t.Context(), deskA, model.Statement{Student: id, Kind: model.NonObjection, Signer: model.SignedByStudent,
		SignerName: "Jadwiga Podpisana", Signed: model.MustDate(2026, 9, 4), Place: "Segregator Zmyślońskiej"})
	must(err)
	for _, c := range []model.Code{{Student: id, Kind: model.CodeLegacy, Payload: "KOD-PLANTOWANY", Second: "DRUGI-SEKRET"},
		{Student: id, Kind: model.CodeCredentials, Login: "login-plant", Second: "DRUGI-SEKRET"}} {
		refused, err := db.TakeCodes(t.Context(), deskA, c)
		must(errors.Join(err, refused[0]))
		shown, err := db.PresentCode(t.Context(), deskA, id)
		must(err)
		h, err := db.ConfirmHandover(t.Context(), deskA, model.Handover{Student: id, Code: shown.ID, To: model.ToStudent, ToName: "Odbierający Ojciec"})
		must(err)
		_, err = db.CorrectHandover(t.Context(), deskA, h, model.Handover{To: model.ToStudent, ToName: "Odbierający Ojciec", CardShown: true})
		must(err)
	}
	r, err := db.Record(t.Context(), id)
	must(err)
	changed := r.Student
	changed.Class = model.Class{Grade: 4, Unit: "b"}
	changed.BookNo = ""
	must(db.ChangeStudent(t.Context(), deskA, r.Version, changed))
}

// found lists what lies in the clear in a folder.
func found(t *testing.T, dir string, words ...string) (all []string) {
	t.Helper()
	files := 0
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		files++
		b, err := os.ReadFile(path)
		for _, w := range words {
			if bytes.Contains(b, []byte(w)) {
				all = append(all, filepath.Base(path)+": "+w)
			}
		}
		return err
	})
	if err != nil || files == 0 {
		t.Fatal(files, err)
	}
	return all
}

func openWith(t *testing.T, path string, o store.Options) *store.DB {
	t.Helper()
	o.Profile = profile()
	if o.Now == nil {
		o.Now = func() time.Time { return noon }
	}
	db, err := store.Open(t.Context(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// TestNothingLiesOpen: neither while desks work nor afterwards.
func TestNothingLiesOpen(t *testing.T) {
	dir := t.TempDir()
	tmp := t.TempDir()
	t.Setenv("TMPDIR", tmp)
	t.Setenv("SQLITE_TMPDIR", tmp)
	if err := os.WriteFile(filepath.Join(tmp, "x"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	db := openWith(t, filepath.Join(dir, "okienko.db"), store.Options{Lock: store.Lock{Passphrase: passphrase}, Key: store.Key{Passphrase: passphrase}})
	plant(t, db)
	words := append(planted, passphrase.Reveal())
	for _, at := range []string{dir, tmp} {
		if open := found(t, at, words...); len(open) > 0 {
			t.Errorf("while working: %v", open)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if open := found(t, dir, words...); len(open) > 0 {
		t.Errorf("afterwards: %v", open)
	}
}

func TestLocked(t *testing.T) {
	who, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "okienko.db")
	db := openWith(t, path, store.Options{Lock: store.Lock{Passphrase: passphrase, Recipients: []string{who.Recipient().String()}},
		Key: store.Key{Passphrase: passphrase}})
	plant(t, db)
	if l, err := db.Locks(t.Context()); err != nil || l != (store.Locks{Recipients: 1}) {
		t.Errorf("%+v, %v", l, err)
	}
	stranger, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		key  store.Key
		want error
	}{
		"nothing":                {store.Key{}, store.ErrLocked},
		"the passphrase":         {store.Key{Passphrase: passphrase}, nil},
		"put together otherwise": {store.Key{Passphrase: "cztery s\u0142owa dla szko\u0142y"}, nil},
		"a wrong passphrase":     {store.Key{Passphrase: "cztery slowa dla szkoly"}, store.ErrWrongPassphrase},
		"the identity":           {store.Key{Identity: model.Secret(who.String() + "\n")}, nil},
		"a stranger's":           {store.Key{Identity: model.Secret(stranger.String())}, store.ErrWrongIdentity},
		"no identity":            {store.Key{Identity: "klucz"}, store.ErrWrongIdentity},
	} {
		if err := db.Opens(t.Context(), tt.key); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v", name, err)
		}
		again, err := store.Open(t.Context(), path, store.Options{Profile: profile(), Key: tt.key})
		if !errors.Is(err, tt.want) {
			t.Errorf("%s: %v", name, err)
		}
		if err != nil {
			continue
		}
		if all, _, err := again.School(t.Context()); err != nil || all[0].Last != "Zmyślońska" {
			t.Errorf("%s: read back wrongly: %v", name, err)
		}
		if err := again.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestBadLocksAreRefused(t *testing.T) {
	for want, lock := range map[error]store.Lock{
		store.ErrShortPassphrase: {Passphrase: "krótkie"},
		store.ErrBadRecipient:    {Recipients: []string{"age1klucz"}},
	} {
		path := filepath.Join(t.TempDir(), "okienko.db")
		if _, err := store.Open(t.Context(), path, store.Options{Lock: lock}); !errors.Is(err, want) {
			t.Errorf("got %v, want %v", err, want)
		}
		if _, err := os.Stat(path); err == nil {
			t.Error("a file was made")
		}
	}
}

// TestPassphraseIsChanged: the data stays as it is sealed, and a window that is
// open goes on.
func TestPassphraseIsChanged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "okienko.db")
	db := openWith(t, path, store.Options{Lock: store.Lock{Passphrase: passphrase}, Key: store.Key{Passphrase: passphrase}})
	plant(t, db)
	other := openWith(t, path, store.Options{Key: store.Key{Passphrase: passphrase}})
	sealed := func() (s string) {
		if err := rawDB(t, path).QueryRow("SELECT last || pesel FROM students").Scan(&s); err != nil {
			t.Fatal(err)
		}
		return s
	}
	before := sealed()
	if err := db.SetPassphrase(t.Context(), deskA, "nowe dobre hasło"); err != nil {
		t.Fatal(err)
	}
	if sealed() != before {
		t.Error("everything was sealed anew")
	}
	if err := db.Opens(t.Context(), store.Key{Passphrase: passphrase}); !errors.Is(err, store.ErrWrongPassphrase) {
		t.Errorf("the old one: %v", err)
	}
	if err := db.Opens(t.Context(), store.Key{Passphrase: "nowe dobre hasło"}); err != nil {
		t.Errorf("the new one: %v", err)
	}
	if _, _, err := other.School(t.Context()); err != nil {
		t.Errorf("the other window: %v", err)
	}
}

// TestLockingAnOpenSchool: the key that lay bare opens nothing any more, other
// windows are told, and files sealed before can still be opened.
func TestLockingAnOpenSchool(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "okienko.db")
	db, other := openWith(t, path, store.Options{}), openWith(t, path, store.Options{})
	plant(t, db)
	if l, err := db.Locks(t.Context()); err != nil || !l.Open {
		t.Fatalf("%+v, %v", l, err)
	}
	var key []byte
	if err := rawDB(t, path).QueryRow("SELECT wrapped FROM keyring").Scan(&key); err != nil {
		t.Fatal(err)
	}
	if len(found(t, dir, string(key))) == 0 {
		t.Fatal("the key does not lie open, so this test proves nothing")
	}
	file := sealFile(t, db, "lista")
	copied := path + ".20261120-120000.v1"
	if err := os.WriteFile(copied, []byte("Zmyślońska"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := db.SetPassphrase(t.Context(), deskA, passphrase); err != nil {
		t.Fatal(err)
	}
	if l, err := db.Locks(t.Context()); err != nil || l != (store.Locks{}) {
		t.Errorf("%+v, %v", l, err)
	}
	if open := found(t, dir, append(planted, string(key))...); len(open) > 0 {
		t.Errorf("left behind: %d things", len(open))
	}
	if _, _, err := other.School(t.Context()); !errors.Is(err, store.ErrKeyChanged) {
		t.Errorf("the other window read: %v", err)
	}
	if err := other.MarkLeft(t.Context(), deskB, []model.StudentID{1}, model.MustDate(2026, 11, 20)); !errors.Is(err, store.ErrKeyChanged) {
		t.Errorf("the other window wrote: %v", err)
	}
	again := openWith(t, path, store.Options{Key: store.Key{Passphrase: passphrase}})
	if _, err := again.VerifyRegister(t.Context()); err != nil {
		t.Error(err)
	}
	if owner, known, err := again.OwnerOfPayload(t.Context(), "KOD-PLANTOWANY"); err != nil || !known || owner != 1 {
		t.Errorf("the code is not found: %v", err)
	}
	for _, db := range []*store.DB{db, again} {
		if r, err := db.OpenSealed(t.Context(), bytes.NewReader(file)); err != nil {
			t.Error(err)
		} else if b, err := io.ReadAll(r); err != nil || string(b) != "lista" {
			t.Errorf("%q, %v", b, err)
		}
	}
}

func sealFile(t *testing.T, db *store.DB, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := db.SealTo(t.Context(), &b)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestRecipients(t *testing.T) {
	var who [2]*age.X25519Identity
	for i := range who {
		var err error
		if who[i], err = age.GenerateX25519Identity(); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "okienko.db")
	db := openWith(t, path, store.Options{Lock: store.Lock{Passphrase: passphrase}, Key: store.Key{Passphrase: passphrase}})
	plant(t, db)
	for _, w := range append(who[:], who[0]) {
		if err := db.AddRecipient(t.Context(), deskA, w.Recipient().String()); err != nil {
			t.Fatal(err)
		}
	}
	if all, err := db.Recipients(t.Context()); err != nil || len(all) != 2 || all[1] != who[1].Recipient().String() {
		t.Errorf("%v, %v", all, err)
	}
	if err := db.RemoveRecipient(t.Context(), deskA, who[0].Recipient().String(), "nie to hasło"); !errors.Is(err, store.ErrWrongPassphrase) {
		t.Errorf("removed with a wrong passphrase: %v", err)
	}
	var old []byte
	if err := rawDB(t, path).QueryRow("SELECT key_check FROM sealing").Scan(&old); err != nil {
		t.Fatal(err)
	}
	if err := db.RemoveRecipient(t.Context(), deskA, who[0].Recipient().String(), passphrase); err != nil {
		t.Fatal(err)
	}
	if err := db.RemoveRecipient(t.Context(), deskA, who[0].Recipient().String(), passphrase); !errors.Is(err, store.ErrGone) {
		t.Errorf("removed twice: %v", err)
	}
	var now []byte
	if err := rawDB(t, path).QueryRow("SELECT key_check FROM sealing").Scan(&now); err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(old, now) {
		t.Error("the data key that the removed one may have kept still opens everything")
	}
	for i, want := range []error{store.ErrWrongIdentity, nil} {
		if err := db.Opens(t.Context(), store.Key{Identity: model.Secret(who[i].String())}); !errors.Is(err, want) {
			t.Errorf("recipient %d: %v", i, err)
		}
	}
	if all, _, err := db.School(t.Context()); err != nil || all[0].Last != "Zmyślońska" {
		t.Errorf("read back wrongly: %v", err)
	}
}

// TestASlippedInRecipientIsFound: what goes out of the school is sealed to the
// recipients, so nobody may add one behind the program's back.
func TestASlippedInRecipientIsFound(t *testing.T) {
	d := open(t)
	thief, err := age.GenerateX25519Identity()
	d.must(err)
	_, err = rawDB(t, d.path).Exec("INSERT INTO keyring (id, kind, recipient, wrapped, made) VALUES (9, 'recipient', ?, x'00', 0)", thief.Recipient().String())
	d.must(err)
	if all, err := d.Recipients(t.Context()); !errors.Is(err, store.ErrTampered) {
		t.Errorf("%v, %v", all, err)
	}
	if _, err := d.SealTo(t.Context(), io.Discard); !errors.Is(err, store.ErrTampered) {
		t.Errorf("sealed to: %v", err)
	}
}

// TestSwappedValuesAreNeverShown: a value opens at its place only.
func TestSwappedValuesAreNeverShown(t *testing.T) {
	for name, tamper := range map[string]string{
		"between rows":       "UPDATE students SET last = (SELECT last FROM students WHERE id = 1) WHERE id = 2",
		"between columns":    "UPDATE students SET first = last",
		"between tables":     "UPDATE cards SET number = (SELECT last FROM students WHERE id = 1) WHERE id = 1",
		"put in open":        "UPDATE students SET last = 'Kowalska' WHERE id = 1",
		"another code":       "UPDATE codes SET payload = (SELECT payload FROM codes WHERE id = 2) WHERE id = 1",
		"another's code":     "UPDATE codes SET student = 3 - student",
		"another's handover": "UPDATE handovers SET student = 3 - student",
		"the recipient":      "UPDATE handovers SET name = (SELECT signer_name FROM statements LIMIT 1)",
		"birth put in open":  "UPDATE students SET birth = '2001-01-01' WHERE id = 1",
		"shortened":          "UPDATE students SET pesel = substr(pesel, 1, 40) WHERE id = 1",
		"the register":       "UPDATE register SET after = (SELECT after FROM register WHERE seq = 1) WHERE seq = 2",
		"the register, open": "UPDATE register SET after = '{\"last\":\"Kowalska\"}' WHERE seq = 2",
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t)
			one, two := d.student("13250199990", class4a), d.student("", class4a)
			d.take(sio(one, "a"), sio(two, "b"))
			c, err := d.PresentCode(t.Context(), deskA, two)
			d.must(err)
			_, err = d.ConfirmHandover(t.Context(), deskA, model.Handover{Student: two, Code: c.ID, To: model.ToParent, ToName: "Jan"})
			d.must(err)
			if _, err := rawDB(t, d.path).Exec("DROP TRIGGER register_no_update; " + tamper); err != nil {
				t.Fatal(err)
			}
			_, _, err = d.School(t.Context())
			if err == nil {
				_, err = d.PresentCode(t.Context(), deskA, one)
			}
			if err == nil {
				err = d.Register(t.Context(), 0, func(model.RegisterLine) error { return nil })
			}
			if !errors.Is(err, store.ErrTampered) {
				t.Errorf("shown as if nothing were wrong: %v", err)
			}
		})
	}
}

// TestNumbersAreNeverGivenTwice: a value is bound to the number of its row.
func TestNumbersAreNeverGivenTwice(t *testing.T) {
	d := open(t)
	d.student("", class4a)
	last := d.student("", class4a)
	if _, err := rawDB(t, d.path).Exec(fmt.Sprintf("PRAGMA foreign_keys = OFF; DELETE FROM students WHERE id = %d; DELETE FROM cards WHERE student = %[1]d; DELETE FROM statements WHERE student = %[1]d", last)); err != nil {
		t.Fatal(err)
	}
	if next := d.student("", class4a); next <= last {
		t.Errorf("number %d again after %d", next, last)
	}
}

// TestOldSchoolIsSealed: a database of the first schema keeps what it held,
// and nothing of it lies open where it was.
func TestOldSchoolIsSealed(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "okienko.db")
	script, err := os.ReadFile("testdata/v1.sql")
	if err != nil {
		t.Fatal(err)
	}
	raw := rawDB(t, path)
	if _, err := raw.Exec("PRAGMA journal_mode = WAL; " + string(script)); err != nil {
		t.Fatal(err)
	}
	if err := raw.Close(); err != nil {
		t.Fatal(err)
	}
	open := []string{"Zmyślońska", "02270803624", "KOD-PLANTOWANY", "DRUGI-SEKRET", "login-plant"}
	if got := found(t, dir, open...); len(got) != len(open) {
		t.Fatalf("the old school holds only %v, so this test proves nothing", got)
	}
	db := openWith(t, path, store.Options{})
	if l, err := db.Locks(t.Context()); err != nil || l != (store.Locks{Open: true}) {
		t.Errorf("%+v, %v", l, err)
	}
	if got := found(t, dir, open...); len(got) > 0 {
		t.Errorf("left behind: %v", got)
	}
	all, _, err := db.School(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if r := all[0]; r.Last != "Zmyślońska" || r.PESEL != "02270803624" || r.Cards[0].Number != "KARTA/99" ||
		r.Statements[0].SignerName != "Jadwiga Podpisana" || len(r.Codes) != 2 || r.Handovers[0].ToName != "Odbierający Ojciec" {
		t.Errorf("read back wrongly")
	}
	numbered := all[0].Student
	numbered.RegisterNo = 17
	if err := db.ChangeStudent(t.Context(), deskA, all[0].Version, numbered); all[0].RegisterNo != 0 || err != nil {
		t.Errorf("number %d in the class register, %v", all[0].RegisterNo, err)
	}
	if r, err := db.Record(t.Context(), numbered.ID); err != nil || r.RegisterNo != 17 || r.Last != "Zmyślońska" {
		t.Errorf("the number became %d, %v", r.RegisterNo, err)
	}
	if n, err := db.VerifyRegister(t.Context()); err != nil || n == 0 {
		t.Errorf("%d lines, %v", n, err)
	}
	if _, err := db.AddStudent(t.Context(), deskA, model.Student{Last: "A", PESEL: "02270803624"}); !errors.Is(err, store.ErrPESELTaken) {
		t.Errorf("the same PESEL again: %v", err)
	}
	if _, known, err := db.OwnerOfPayload(t.Context(), "KOD-PLANTOWANY"); err != nil || !known {
		t.Errorf("the code is not found: %v", err)
	}
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if strings.HasSuffix(f.Name(), ".v1") {
			t.Errorf("the open copy is still there: %s", f.Name())
		}
	}
}

// TestScrubbingIsTriedAgain: a window that reads keeps it from finishing.
func TestScrubbingIsTriedAgain(t *testing.T) {
	d := open(t)
	d.student("13250199990", class4a)
	if _, err := rawDB(t, d.path).Exec("UPDATE sealing SET scrub = 1"); err != nil {
		t.Fatal(err)
	}
	if l, err := d.Locks(t.Context()); err != nil || !l.Unscrubbed {
		t.Fatalf("%+v, %v", l, err)
	}
	openAt(t, d.path)
	if l, err := d.Locks(t.Context()); err != nil || l.Unscrubbed {
		t.Errorf("%+v, %v", l, err)
	}
}
