package store_test

import (
	"archive/zip"
	"bytes"
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"okienko/model"
	"okienko/store"
)

// leftIn says which files of a folder still hold one of the pieces.
func leftIn(t *testing.T, folder string, pieces ...[]byte) (names []string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		b, err := os.ReadFile(path)
		for _, piece := range pieces {
			if bytes.Contains(b, piece) {
				names = append(names, filepath.Base(path))
				break
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func packed(t *testing.T, path string, files map[string][]byte) {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, data := range files {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(z.Close(), os.WriteFile(path, b.Bytes(), 0o600)); err != nil {
		t.Fatal(err)
	}
}

// TestPurgeLeavesNothing searches the whole data folder, after the day has
// come, for the bytes of photos: as they came and as they lay sealed.
func TestPurgeLeavesNothing(t *testing.T) {
	d := open(t)
	folder := store.Folder(filepath.Dir(d.path))
	inbox := folder.Inbox()
	d.must(os.MkdirAll(inbox, 0o700))
	picture, mended := bytes.Repeat([]byte("old picture "), 3000), bytes.Repeat([]byte("mended picture "), 3000)
	young := bytes.Repeat([]byte("young picture "), 3000)

	id := d.student("", class4a)
	old := d.photo(store.NewPhoto{Name: "a.jpg", Data: picture, Student: id, Report: fine})
	d.must(d.MendPhoto(t.Context(), deskA, old.ID, old.Version, mended, fine))
	sealed := d.sealedPictures()
	if len(sealed) != 2 || len(leftIn(t, string(folder), sealed...)) == 0 {
		t.Fatalf("the search finds nothing while the photo is there: %d pictures", len(sealed))
	}
	d.must(os.WriteFile(filepath.Join(inbox, "a.jpg"), picture, 0o600))
	d.must(os.WriteFile(filepath.Join(inbox, "b.jpg"), young, 0o600))
	packed(t, filepath.Join(inbox, "both.zip"), map[string][]byte{"a.jpg": picture, "b.jpg": young})

	*d.now = noon.AddDate(0, 0, 29)
	stays := d.photo(store.NewPhoto{Name: "b.jpg", Data: young, Report: fine})
	if did, err := folder.Purge(t.Context(), d.DB, deskA); err != nil || did != (store.Purged{}) {
		t.Errorf("a day early: %+v, %v", did, err)
	}
	*d.now = noon.AddDate(0, 0, 30)
	did, err := folder.Purge(t.Context(), d.DB, deskA)
	d.must(err)
	if did != (store.Purged{Photos: 1, Files: 2}) {
		t.Errorf("did %+v", did)
	}
	if left := leftIn(t, string(folder), append(sealed, picture[:200], mended[:200])...); len(left) > 0 {
		t.Errorf("left in %v", left)
	}
	if _, err := d.PhotoBytes(t.Context(), old.ID); !errors.Is(err, store.ErrGone) {
		t.Errorf("still there: %v", err)
	}
	if got, err := d.PhotoBytes(t.Context(), stays.ID); err != nil || !bytes.Equal(got.Original, young) {
		t.Errorf("one that stays: %d bytes, %v", len(got.Original), err)
	}
	if _, err := os.Stat(filepath.Join(inbox, "b.jpg")); err != nil {
		t.Error(err)
	}
	var last model.RegisterLine
	d.must(d.Register(t.Context(), 0, func(l model.RegisterLine) error { last = l; return nil }))
	if last.Deed != model.DeedPhotosPurged || last.Student != 0 || last.After != `{"photos":1,"files":2}` {
		t.Errorf("the register says %s about %d: %s", last.Deed, last.Student, last.After)
	}
	if _, err := d.VerifyRegister(t.Context()); err != nil {
		t.Error(err)
	}
	if d.portrait(id) != "" {
		t.Error("the portrait was decided")
	}
}

// TestPurgeKeepsWhatWasNotTakenIn: a ZIP that also holds a photo nobody has
// taken in yet stays, and is told of.
func TestPurgeKeepsWhatWasNotTakenIn(t *testing.T) {
	d := open(t)
	folder := store.Folder(filepath.Dir(d.path))
	d.must(os.MkdirAll(folder.Inbox(), 0o700))
	d.photo(store.NewPhoto{Name: "a.jpg", Data: []byte("taken"), Report: fine})
	path := filepath.Join(folder.Inbox(), "both.zip")
	packed(t, path, map[string][]byte{"a.jpg": []byte("taken"), "b.jpg": []byte("new")})
	*d.now = noon.AddDate(0, 0, 31)
	did, err := folder.Purge(t.Context(), d.DB, deskA)
	d.must(err)
	if did != (store.Purged{Photos: 1, Left: 1}) {
		t.Errorf("did %+v", did)
	}
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
}

// TestPurgeWhileSomebodyReads says that the log could not be emptied; the next
// one empties it.
func TestPurgeWhileSomebodyReads(t *testing.T) {
	d := open(t)
	folder := store.Folder(filepath.Dir(d.path))
	d.photo(store.NewPhoto{Name: "a.jpg", Data: bytes.Repeat([]byte("x"), 9000), Report: fine})
	sealed := d.sealedPictures()
	reader, err := sql.Open("sqlite3", "file:"+d.path)
	d.must(err)
	tx, err := reader.BeginTx(t.Context(), &sql.TxOptions{ReadOnly: true})
	d.must(err)
	var n int
	d.must(tx.QueryRowContext(t.Context(), "SELECT count(*) FROM photos").Scan(&n))
	*d.now = noon.AddDate(0, 0, 31)
	ctx, cancel := context.WithCancel(t.Context())
	did, err := folder.Purge(ctx, d.DB, deskA)
	cancel()
	if err != nil || did.Photos != 1 || !did.Held {
		t.Errorf("did %+v, %v", did, err)
	}
	d.must(errors.Join(tx.Rollback(), reader.Close()))
	did, err = folder.Purge(t.Context(), d.DB, deskA)
	if err != nil || did != (store.Purged{}) {
		t.Errorf("again %+v, %v", did, err)
	}
	if left := leftIn(t, string(folder), sealed...); len(left) > 0 {
		t.Errorf("left in %v", left)
	}
}

// TestPhotoGoesWhenTheCardWasIssued: where the profile says so, the day of the
// hand-over is the last one.
func TestPhotoGoesWhenTheCardWasIssued(t *testing.T) {
	for _, afterIssue := range []bool{true, false} {
		rules := profile()
		rules.Photo = model.PhotoRules{RetentionDays: 30, DeleteAfterIssue: afterIssue}
		d := openWithProfile(t, filepath.Join(t.TempDir(), "okienko.db"), rules)
		id := d.student("13250199990", class4a)
		p := d.photo(store.NewPhoto{Name: "a.jpg", Data: []byte("a"), Student: id, Report: fine})
		d.must(d.DecidePhoto(t.Context(), deskA, p.ID, p.Version, model.PhotoAccepted))
		d.take(sio(id, "x"))
		*d.now = noon.AddDate(0, 0, 3)
		c, err := d.PresentCode(t.Context(), deskA, id)
		d.must(err)
		h, err := d.ConfirmHandover(t.Context(), deskA, model.Handover{Student: id, Code: c.ID, To: model.ToParent})
		d.must(err)
		want := map[bool]model.Date{true: model.MustDate(2026, 11, 23), false: model.MustDate(2026, 12, 20)}[afterIssue]
		if got := d.listed(p.ID).Deletion; got != want {
			t.Errorf("after issue %v: goes %v, want %v", afterIssue, got, want)
		}
		_, err = d.CorrectHandover(t.Context(), deskA, h, model.Handover{Void: true})
		d.must(err)
		if got := d.listed(p.ID).Deletion; got != model.MustDate(2026, 12, 20) {
			t.Errorf("not issued after all: goes %v", got)
		}
	}
}
