package store_test

import (
	"database/sql"
	"encoding/base64"
	"errors"
	"fmt"
	"testing"

	"okienko/model"
	"okienko/store"
	"okienko/store/seal"
)

// bound is a school with a photo of one student, an invalidation of theirs, and
// another student.
func bound(t *testing.T) (d desk, one, other model.StudentID, p store.Photo) {
	t.Helper()
	d = forgetful(t, model.RetentionRules{})
	ids := d.crowd(2)
	one, other = ids[0], ids[1]
	p = d.photo(store.NewPhoto{Name: "Zmyślony.jpg", Data: []byte("obraz"), Report: fine})
	d.must(d.MendPhoto(t.Context(), deskA, p.ID, p.Version, []byte("poprawiony"), fine))
	d.must(d.SettlePhoto(t.Context(), deskA, p.ID, d.listed(p.ID).Version, one))
	_, err := d.Invalidate(t.Context(), deskA, 0, model.Invalidation{Student: one, Reason: model.ReasonPhoneLost, Reporter: model.ReportedByParent,
		ReporterName: "Zgłaszający", Reported: model.MustDate(2026, 11, 20), Note: "w tramwaju"})
	d.must(err)
	return d, one, other, d.listed(p.ID)
}

// read reads all that the test hangs elsewhere.
func (d desk) read(p store.Photo) error {
	_, _, err := d.School(d.t.Context())
	_, _, photos := d.Photos(d.t.Context())
	_, pictures := d.PhotoBytes(d.t.Context(), p.ID)
	return errors.Join(err, photos, pictures)
}

// TestNothingOpensInAnothersRow: photos, their pictures and invalidations are
// bound to whom they belong to.
func TestNothingOpensInAnothersRow(t *testing.T) {
	for name, hang := range map[string]func(one, other model.StudentID, photo int64) string{
		"an invalidation": func(_, other model.StudentID, _ int64) string {
			return fmt.Sprintf("UPDATE invalidations SET student = %d", other)
		},
		"a photo": func(_, other model.StudentID, photo int64) string {
			return fmt.Sprintf("UPDATE photos SET student = %d WHERE id = %d", other, photo)
		},
		"a photo of nobody": func(_, _ model.StudentID, photo int64) string {
			return fmt.Sprintf("UPDATE photos SET student = 0 WHERE id = %d", photo)
		},
		"a picture": func(_, _ model.StudentID, photo int64) string {
			return fmt.Sprintf("UPDATE pictures SET photo = 2 WHERE photo = %d", photo)
		},
	} {
		t.Run(name, func(t *testing.T) {
			d, one, other, p := bound(t)
			second := d.photo(store.NewPhoto{Name: "b.jpg", Data: []byte("drugi"), Report: fine})
			d.must(d.read(p))
			raw := rawDB(t, d.path)
			_, err := raw.ExecContext(t.Context(), "DELETE FROM pictures WHERE photo = ?", second.ID)
			d.must(err)
			_, err = raw.ExecContext(t.Context(), hang(one, other, p.ID))
			d.must(err)
			if err := errors.Join(d.read(p), d.read(second)); !errors.Is(err, store.ErrTampered) {
				t.Errorf("opened: %v", err)
			}
		})
	}
}

// TestAPhotoOfNobodyGetsAnOwner: what was sealed for nobody opens for whoever it
// turned out to be, and is nobody's again when that is taken back.
func TestAPhotoOfNobodyGetsAnOwner(t *testing.T) {
	d, one, other, p := bound(t)
	for _, whose := range []model.StudentID{other, 0, one} {
		d.must(d.SettlePhoto(t.Context(), deskA, p.ID, d.listed(p.ID).Version, whose))
		d.must(d.read(p))
		if got := d.listed(p.ID); got.Student != whose || got.Name != "Zmyślony.jpg" || got.MendedReport == nil {
			t.Errorf("of %d: %+v", whose, got.Photo)
		}
	}
}

// unbound seals a column as it was sealed before values were bound.
func unbound(t *testing.T, raw *sql.DB, box *seal.Box, table, owner, column string, text bool) {
	t.Helper()
	var row, of int64
	var sealed []byte
	if err := raw.QueryRowContext(t.Context(), fmt.Sprintf("SELECT id, %s, %s FROM %s WHERE %[2]s <> '' LIMIT 1", owner, column, table)).Scan(&row, &of, &sealed); err != nil {
		t.Fatal(err)
	}
	at, was := seal.Place{Column: table + "." + column, Row: row, Owner: of}, seal.Place{Column: table + "." + column, Row: row}
	var again any
	if text {
		plain, err := box.Open(at, string(sealed))
		if err != nil {
			t.Fatal(err)
		}
		again = box.Seal(was, plain)
	} else {
		plain, err := box.OpenBytes(at, sealed)
		if err != nil {
			t.Fatal(err)
		}
		again = box.SealBytes(was, plain)
	}
	if _, err := raw.ExecContext(t.Context(), fmt.Sprintf("UPDATE %s SET %s = ? WHERE id = ?", table, column), again, row); err != nil {
		t.Fatal(err)
	}
}

// TestOldValuesAreBound at the next start, once, and from then on an old value
// opens nowhere.
func TestOldValuesAreBound(t *testing.T) {
	d, one, _, p := bound(t)
	raw := rawDB(t, d.path)
	var bare []byte
	d.must(raw.QueryRowContext(t.Context(), "SELECT wrapped FROM keyring WHERE kind = 'open'").Scan(&bare))
	key, err := seal.BareKey(bare)
	d.must(err)
	box, err := seal.NewBox(key)
	d.must(err)
	old := func() {
		for _, c := range [][3]string{{"photos", "student", "name"}, {"photos", "student", "sum"}, {"photos", "student", "report"},
			{"invalidations", "student", "note"}, {"statements", "student", "signer_name"}} {
			unbound(t, raw, box, c[0], c[1], c[2], true)
		}
		unbound(t, raw, box, "pictures", "photo", "bytes", false)
	}
	old()
	if err := d.read(p); !errors.Is(err, store.ErrTampered) {
		t.Errorf("a value from before was believed: %v", err)
	}
	_, err = raw.ExecContext(t.Context(), "UPDATE sealing SET bound = 0")
	d.must(err)
	again := openAt(t, d.path)
	d.must(again.read(p))
	if got := again.record(one).Invalidations[0]; got.Note != "w tramwaju" || got.ReporterName != "Zgłaszający" {
		t.Errorf("read back: %+v", got)
	}
	var name string
	var done bool
	d.must(raw.QueryRowContext(t.Context(), "SELECT name, (SELECT bound FROM sealing) FROM photos WHERE id = ?", p.ID).Scan(&name, &done))
	if b, err := base64.RawStdEncoding.DecodeString(name); err != nil || b[0] != 2 || !done {
		t.Errorf("not bound: version %d, %v %v", b[0], done, err)
	}
	again.sound()
}
