package store_test

import (
	"bytes"
	"database/sql"
	"errors"
	"path/filepath"
	"testing"

	"filippo.io/age"

	"okienko/model"
	"okienko/model/portrait"
	"okienko/store"
)

var (
	fine    = portrait.Report{Verdict: portrait.Accept, Format: "JPEG", Width: 480, Height: 600, Measured: map[string]float64{"faces": 1}}
	advised = portrait.Report{Verdict: portrait.Warn, Findings: []portrait.Finding{{ID: portrait.TooDark, Level: portrait.Warning, Measured: 60, Allowed: 80}}}
	useless = portrait.Report{Verdict: portrait.Reject, Findings: []portrait.Finding{{ID: portrait.Truncated, Level: portrait.Error}}}
)

// photo takes one in and returns it as it is listed.
func (d desk) photo(p store.NewPhoto) store.Photo {
	d.t.Helper()
	taken, err := d.TakePhotos(d.t.Context(), deskA, p)
	d.must(err)
	return d.listed(taken[0].ID)
}

func (d desk) listed(id int64) store.Photo {
	d.t.Helper()
	all, _, err := d.Photos(d.t.Context())
	d.must(err)
	for _, p := range all {
		if p.ID == id {
			return p
		}
	}
	d.t.Fatalf("photo %d is not listed", id)
	return store.Photo{}
}

func (d desk) portrait(id model.StudentID) model.PortraitState {
	d.t.Helper()
	r, err := d.Record(d.t.Context(), id)
	d.must(err)
	if r.Portrait == nil {
		return ""
	}
	return r.Portrait.State
}

func TestPhotoIsReadBack(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	p := d.photo(store.NewPhoto{Name: "Z\u0307ółć \x1b[31m Łucja.jpg", Data: []byte("picture"), Student: id, Report: advised})
	if p.Name != "Żółć Łucja.jpg" || p.Bytes != 7 || p.State != model.PhotoToDo || p.Student != id || p.ByHand {
		t.Errorf("read back: %+v", p.Photo)
	}
	if p.Arrived != model.MustDate(2026, 11, 20) || p.Deletion != model.MustDate(2026, 12, 20) {
		t.Errorf("arrived %v, goes %v", p.Arrived, p.Deletion)
	}
	if len(p.Report.Findings) != 1 || p.Report.Findings[0] != advised.Findings[0] || p.Report.Verdict != portrait.Warn {
		t.Errorf("report %+v", p.Report)
	}
	got, err := d.PhotoBytes(t.Context(), p.ID)
	d.must(err)
	if string(got.Original) != "picture" || got.Mended != nil {
		t.Errorf("pictures %q, %q", got.Original, got.Mended)
	}
	if d.portrait(id) != "" {
		t.Error("taking a photo in decided about it")
	}
}

func TestSameFileIsKnown(t *testing.T) {
	d := open(t)
	one, other := d.student("", class4a), d.student("", class4a)
	taken, err := d.TakePhotos(t.Context(), deskA,
		store.NewPhoto{Name: "IMG_1.jpg", Data: []byte("a"), Report: fine},
		store.NewPhoto{Name: "img_1.JPG", Data: []byte("a"), Report: fine}, // the same, by way of another system
		store.NewPhoto{Name: "IMG_1.jpg", Data: []byte("b"), Report: fine}) // another picture
	d.must(err)
	if taken[0].Known || !taken[1].Known || taken[1].ID != taken[0].ID || taken[2].Known {
		t.Fatalf("taken %+v", taken)
	}
	d.must(d.SettlePhoto(t.Context(), deskA, taken[0].ID, d.listed(taken[0].ID).Version, one))
	again, err := d.TakePhotos(t.Context(), deskA,
		store.NewPhoto{Name: "IMG_1.jpg", Data: []byte("a"), Student: other, Report: fine},
		store.NewPhoto{Name: "bez nazwy.jpg", Data: []byte("a"), Report: fine})
	d.must(err)
	if !again[0].Known || again[0].Student != one {
		t.Errorf("what was settled is forgotten: %+v", again[0])
	}
	if again[1].Known || again[1].Student != one {
		t.Errorf("the same picture under another name: %+v", again[1])
	}
	if p := d.listed(again[1].ID); len(p.Among) != 1 || p.Among[0] != portrait.SeveralPhotos {
		t.Errorf("two photos of one student: %v", p.Among)
	}
}

func TestDecidingDecidesThePortrait(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	first := d.photo(store.NewPhoto{Name: "a.jpg", Data: []byte("a"), Student: id, Report: fine})
	d.must(d.DecidePhoto(t.Context(), deskA, first.ID, first.Version, model.PhotoRefused))
	if d.portrait(id) != model.PortraitRefused {
		t.Errorf("portrait %q", d.portrait(id))
	}
	first = d.listed(first.ID)
	d.must(d.ParentTold(t.Context(), deskA, first.ID, first.Version))
	second := d.photo(store.NewPhoto{Name: "b.jpg", Data: []byte("b"), Student: id, Report: advised})
	if err := d.DecidePhoto(t.Context(), deskA, second.ID, second.Version, model.PhotoAccepted); !errors.Is(err, store.ErrPhotoAdvised) {
		t.Errorf("accepted without despite: %v", err)
	}
	d.must(d.DecidePhoto(t.Context(), deskB, second.ID, second.Version, model.PhotoAcceptedDespite))
	if second = d.listed(second.ID); second.DecidedBy != "ewa" || second.DecidedDesk != "okno-2" || !second.DecidedAt.Equal(noon) {
		t.Errorf("decided by %q at %q, %v", second.DecidedBy, second.DecidedDesk, second.DecidedAt)
	}
	if d.portrait(id) != model.PortraitAccepted {
		t.Errorf("portrait %q", d.portrait(id))
	}
	third := d.photo(store.NewPhoto{Name: "c.jpg", Data: []byte("c"), Student: id, Report: fine})
	d.must(d.DecidePhoto(t.Context(), deskA, third.ID, third.Version, model.PhotoAccepted))
	if s := d.listed(second.ID).State; s != model.PhotoReplaced {
		t.Errorf("the earlier one is %s", s)
	}
	third = d.listed(third.ID)
	d.must(d.DecidePhoto(t.Context(), deskA, third.ID, third.Version, model.PhotoToDo))
	if d.portrait(id) != model.PortraitTold {
		t.Errorf("taken back: portrait %q", d.portrait(id))
	}
	if _, err := d.VerifyRegister(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestPhotoOfNobodyOrOfNothing(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	lost := d.photo(store.NewPhoto{Name: "x.jpg", Data: []byte("x"), Report: fine})
	if err := d.DecidePhoto(t.Context(), deskA, lost.ID, lost.Version, model.PhotoAccepted); !errors.Is(err, store.ErrPhotoNobodys) {
		t.Errorf("accepted for nobody: %v", err)
	}
	d.must(d.DecidePhoto(t.Context(), deskA, lost.ID, lost.Version, model.PhotoRefused))
	bad := d.photo(store.NewPhoto{Name: "y.jpg", Data: []byte{}, Student: id, Report: useless})
	if err := d.DecidePhoto(t.Context(), deskA, bad.ID, bad.Version, model.PhotoAcceptedDespite); !errors.Is(err, store.ErrPhotoUnusable) {
		t.Errorf("an unusable file was accepted: %v", err)
	}
	if err := d.ParentTold(t.Context(), deskA, bad.ID, bad.Version); !errors.Is(err, store.ErrPhotoState) {
		t.Errorf("told of what was not refused: %v", err)
	}
	if err := d.SettlePhoto(t.Context(), deskA, bad.ID, bad.Version, 999); !errors.Is(err, store.ErrNoSuchStudent) {
		t.Errorf("settled on nobody: %v", err)
	}
}

func TestSettlingAnewTakesTheDecisionBack(t *testing.T) {
	d := open(t)
	wrong, right := d.student("", class4a), d.student("", class4a)
	p := d.photo(store.NewPhoto{Name: "a.jpg", Data: []byte("a"), Student: wrong, Report: fine})
	d.must(d.DecidePhoto(t.Context(), deskA, p.ID, p.Version, model.PhotoAccepted))
	p = d.listed(p.ID)
	d.must(d.SettlePhoto(t.Context(), deskA, p.ID, p.Version, right))
	if p = d.listed(p.ID); p.Student != right || !p.ByHand || p.State != model.PhotoToDo || p.DecidedBy != "" {
		t.Errorf("settled: %+v", p.Photo)
	}
	if d.portrait(wrong) != "" || d.portrait(right) != "" {
		t.Errorf("portraits %q and %q", d.portrait(wrong), d.portrait(right))
	}
}

func TestPhotoConflictSaysWho(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	p := d.photo(store.NewPhoto{Name: "a.jpg", Data: []byte("a"), Student: id, Report: fine})
	before, err := d.PhotosMark(t.Context())
	d.must(err)
	d.must(d.DecidePhoto(t.Context(), deskB, p.ID, p.Version, model.PhotoRefused))
	if after, err := d.PhotosMark(t.Context()); err != nil || after == before {
		t.Errorf("nobody would notice: %v, %v", after, err)
	}
	err = d.DecidePhoto(t.Context(), deskA, p.ID, p.Version, model.PhotoAccepted)
	var conflict *store.ConflictError
	if !errors.As(err, &conflict) || conflict.Line.Actor.Operator != "ewa" || conflict.Line.Deed != model.DeedPortraitDecided {
		t.Errorf("conflict: %v", err)
	}
	if d.portrait(id) != model.PortraitRefused {
		t.Error("the loser wrote")
	}
}

func TestMendedStandsBesideTheOriginal(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	p := d.photo(store.NewPhoto{Name: "a.jpg", Data: []byte("as it came"), Student: id, Report: advised})
	d.must(d.MendPhoto(t.Context(), deskA, p.ID, p.Version, []byte("mended"), fine))
	got, err := d.PhotoBytes(t.Context(), p.ID)
	d.must(err)
	if string(got.Original) != "as it came" || string(got.Mended) != "mended" {
		t.Errorf("%q, %q", got.Original, got.Mended)
	}
	p = d.listed(p.ID)
	if !p.Mended || p.Effective().Verdict != portrait.Accept {
		t.Errorf("mended: %+v", p)
	}
	d.must(d.DecidePhoto(t.Context(), deskA, p.ID, p.Version, model.PhotoAccepted))
	p = d.listed(p.ID)
	d.must(d.MendPhoto(t.Context(), deskA, p.ID, p.Version, nil, portrait.Report{}))
	if got, err = d.PhotoBytes(t.Context(), p.ID); err != nil || got.Mended != nil || d.listed(p.ID).Mended {
		t.Errorf("taken back: %q, %v", got.Mended, err)
	}
}

// TestPhotosAreSealed: neither the picture nor what its file is called lies open.
func TestPhotosAreSealed(t *testing.T) {
	dir := t.TempDir()
	db := openWith(t, filepath.Join(dir, "okienko.db"), store.Options{Lock: store.Lock{Passphrase: passphrase}, Key: store.Key{Passphrase: passphrase}})
	picture := bytes.Repeat([]byte("BAJTY-ZDJĘCIA "), 5000)
	taken, err := db.TakePhotos(t.Context(), deskA, store.NewPhoto{Name: "Zmyślońska Bogumiła.jpg", Data: picture, Report: advised})
	if err != nil {
		t.Fatal(err)
	}
	if open := found(t, dir, "BAJTY-ZDJ", "Zmyślońska", "too_dark"); len(open) > 0 {
		t.Errorf("in the clear: %v", open)
	}
	got, err := db.PhotoBytes(t.Context(), taken[0].ID)
	if err != nil || !bytes.Equal(got.Original, picture) {
		t.Errorf("%d bytes, %v", len(got.Original), err)
	}
}

// sealedPictures are pieces of the pictures as they lie in the file, each
// short enough to lie on one page.
func (d desk) sealedPictures() (pieces [][]byte) {
	d.t.Helper()
	raw, err := sql.Open("sqlite3", "file:"+d.path+"?mode=ro")
	d.must(err)
	defer func() { _ = raw.Close() }()
	rows, err := raw.QueryContext(d.t.Context(), "SELECT bytes FROM pictures ORDER BY id")
	d.must(err)
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var b []byte
		d.must(rows.Scan(&b))
		pieces = append(pieces, b[len(b)/2:len(b)/2+64])
	}
	d.must(rows.Err())
	return pieces
}

// TestPhotosSurviveANewKey: pictures and what finds a file again are sealed
// anew with everything else.
func TestPhotosSurviveANewKey(t *testing.T) {
	who, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "okienko.db")
	db := openWith(t, path, store.Options{Lock: store.Lock{Passphrase: passphrase}, Key: store.Key{Passphrase: passphrase}})
	file := store.NewPhoto{Name: "a.jpg", Data: bytes.Repeat([]byte("picture"), 9000), Report: advised}
	taken, err := db.TakePhotos(t.Context(), deskA, file, store.NewPhoto{Name: "b.jpg", Data: []byte{}, Report: useless})
	err = errors.Join(err, db.AddRecipient(t.Context(), deskA, who.Recipient().String()),
		db.RemoveRecipient(t.Context(), deskA, who.Recipient().String(), passphrase))
	if err != nil {
		t.Fatal(err)
	}
	got, err := db.PhotoBytes(t.Context(), taken[0].ID)
	if err != nil || !bytes.Equal(got.Original, file.Data) {
		t.Errorf("%d bytes, %v", len(got.Original), err)
	}
	again, err := db.TakePhotos(t.Context(), deskA, file)
	if err != nil || !again[0].Known {
		t.Errorf("the same file is not known any more: %+v, %v", again, err)
	}
	if all, _, err := db.Photos(t.Context()); err != nil || len(all) != 2 || all[0].Name != "a.jpg" || all[0].Report.Verdict != portrait.Warn {
		t.Errorf("read back: %+v, %v", all, err)
	}
}
