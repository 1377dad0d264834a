package store_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"okienko/model"
	"okienko/store"
)

func (d desk) folder() store.Folder { return store.Folder(filepath.Dir(d.path)) }

// out writes a file for people, as a screen does.
func (d desk) out(name string, about ...store.About) string {
	d.t.Helper()
	path := filepath.Join(d.folder().Outgoing(), name)
	d.must(os.MkdirAll(filepath.Dir(path), 0o700))
	_, err := d.NoteOutgoing(d.t.Context(), deskA, path, about...)
	d.must(err)
	d.must(os.WriteFile(path, []byte("PLANT "+name), 0o600))
	return path
}

func (d desk) there(paths ...string) (names []string) {
	for _, path := range paths {
		if _, err := os.Lstat(path); err == nil {
			names = append(names, filepath.Base(path))
		}
	}
	return names
}

// TestWhatWasWrittenGoes with what it tells of: a letter on the photo's day,
// slips when the last of their codes is over, the rest after the profile's days.
func TestWhatWasWrittenGoes(t *testing.T) {
	for _, days := range []int{0, 10} {
		d := forgetful(t, model.RetentionRules{FilesDays: days})
		ids := []model.StudentID{d.student("", class4a), d.student("", class4a)}
		p := d.photo(store.NewPhoto{Name: "a.jpg", Data: []byte("a"), Student: ids[0], Report: fine})
		for i, id := range ids {
			d.take(model.Code{Student: id, Kind: model.CodeSIO, Payload: model.Secret("k" + string(rune('0'+i))), Until: noon.AddDate(0, 0, 1+4*i)})
		}
		letter := d.out("list Łoś Iga.txt", store.About{Kind: store.AboutPhoto, ID: p.ID})
		slips := d.out("karteczki.pdf", store.About{Kind: store.AboutCode, ID: 1}, store.About{Kind: store.AboutCode, ID: 2})
		list := d.out("zdjęcia/ewidencja.pdf")
		foreign := filepath.Join(d.folder().Outgoing(), "moje.odt")
		d.must(os.WriteFile(foreign, []byte("x"), 0o600))
		elsewhere := filepath.Join(t.TempDir(), "x.pdf")
		_, err := d.NoteOutgoing(t.Context(), deskA, elsewhere)
		d.must(err)
		all := []string{letter, slips, list, foreign}
		outlook, err := d.folder().Forecast(t.Context(), d.DB)
		d.must(err)
		if want := (model.Forthcoming{Kind: model.ForgetOutgoing, Day: model.MustDate(2026, 11, 25), Count: 1}); !slices.Contains(outlook.Coming, want) {
			t.Errorf("%d days: forecast %+v", days, outlook.Coming)
		}
		for _, step := range []struct {
			day  int
			want []string
			gone int
		}{
			{2, []string{"list Łoś Iga.txt", "karteczki.pdf", "ewidencja.pdf", "moje.odt"}, 0}, // one of the codes lives
			{6, []string{"list Łoś Iga.txt", "ewidencja.pdf", "moje.odt"}, 1},
			{9, []string{"list Łoś Iga.txt", "ewidencja.pdf", "moje.odt"}, 0},
			{10, map[int][]string{0: {"list Łoś Iga.txt", "ewidencja.pdf", "moje.odt"}, 10: {"moje.odt"}}[days], days / 5},
			{30, map[int][]string{0: {"ewidencja.pdf", "moje.odt"}, 10: {"moje.odt"}}[days], 1 - days/10},
		} {
			*d.now = noon.AddDate(0, 0, step.day)
			if p := d.purge(); p.Outgoing != step.gone {
				t.Errorf("%d days, day %d: %d went", days, step.day, p.Outgoing)
			}
			if got := d.there(all...); !slices.Equal(got, step.want) {
				t.Errorf("%d days, day %d: left %v, want %v", days, step.day, got, step.want)
			}
		}
		var rows int
		d.must(rawDB(t, d.path).QueryRowContext(t.Context(), "SELECT count(*) FROM outgoing").Scan(&rows))
		if want := 1 - days/10; rows != want {
			t.Errorf("%d files are noted, want %d", rows, want)
		}
		d.sound()
	}
}

// TestAFileThatWasNotWrittenIsNotNoted, and one that somebody took away is
// forgotten without a word.
func TestAFileThatWasNotWrittenIsNotNoted(t *testing.T) {
	d := forgetful(t, model.RetentionRules{})
	undo, err := d.NoteOutgoing(t.Context(), deskA, filepath.Join(d.folder().Outgoing(), "a.pdf"))
	d.must(err)
	undo()
	d.must(os.Remove(d.out("b.pdf")))
	for _, day := range []struct{ of, noted int }{{0, 1}, {1, 0}} { // today it may be about to be written
		*d.now = noon.AddDate(0, 0, day.of)
		if p := d.purge(); p.Outgoing != 0 {
			t.Errorf("day %d: %+v", day.of, p)
		}
		var rows int
		d.must(rawDB(t, d.path).QueryRowContext(t.Context(), "SELECT count(*) FROM outgoing").Scan(&rows))
		if rows != day.noted {
			t.Errorf("day %d: %d files are noted, want %d", day.of, rows, day.noted)
		}
	}
}

// TestOldFilesAreTold: what nobody noted, and what no rule ends.
func TestOldFilesAreTold(t *testing.T) {
	d := forgetful(t, model.RetentionRules{})
	p := d.photo(store.NewPhoto{Name: "a.jpg", Data: []byte("a"), Report: fine})
	letter := d.out("list.txt", store.About{Kind: store.AboutPhoto, ID: p.ID})
	list, young := d.out("a.pdf"), d.out("b.pdf")
	foreign := filepath.Join(d.folder().Outgoing(), "moje.odt")
	d.must(os.WriteFile(foreign, nil, 0o600))
	for path, at := range map[string]time.Time{letter: noon, list: noon, foreign: noon, young: noon.AddDate(0, 0, 40)} {
		d.must(os.Chtimes(path, at, at))
	}
	old, err := d.folder().OldOutgoing(t.Context(), d.DB, model.MustDate(2026, 12, 20))
	if err != nil || !slices.Equal(old, []string{list, foreign}) {
		t.Errorf("%v, %v", old, err)
	}
}

// TestFormerCopiesEnd: the database as it was before a migration or a restore
// holds what was forgotten since.
func TestFormerCopiesEnd(t *testing.T) {
	d := forgetful(t, model.RetentionRules{CopiesDays: 5})
	beside := func(ending string) string {
		d.must(os.WriteFile(d.path+ending, []byte("dawne"), 0o600))
		return d.path + ending
	}
	old := []string{beside(".20261120-120000.v3"), beside(".20261120-120000.przed"), beside(".20261120-120000.przed-wal")}
	young, foreign := beside(".20261122-120000.v6"), beside(".kopia")
	outlook, err := d.folder().Forecast(t.Context(), d.DB)
	d.must(err)
	if len(outlook.Copies) != 4 || outlook.Copies[0].Goes != model.MustDate(2026, 11, 25) ||
		!slices.Contains(outlook.Coming, model.Forthcoming{Kind: model.ForgetCopies, Day: model.MustDate(2026, 11, 25), Count: 3}) {
		t.Errorf("forecast %+v", outlook)
	}
	*d.now = noon.AddDate(0, 0, 4)
	if p := d.purge(); p.Copies != 0 {
		t.Errorf("a day early: %+v", p)
	}
	*d.now = noon.AddDate(0, 0, 5)
	if p := d.purge(); p.Copies != 3 || len(d.there(old...)) != 0 || len(d.there(young, foreign)) != 2 {
		t.Errorf("%+v, left %v", p, d.there(append(old, young, foreign)...))
	}
	if _, err := d.folder().ForgetCopies(t.Context(), d.DB, deskA); !errors.Is(err, store.ErrRole) {
		t.Errorf("a desk: %v", err)
	}
	if n, err := d.folder().ForgetCopies(t.Context(), d.DB, admin); err != nil || n != 1 || len(d.there(young)) != 0 {
		t.Errorf("at once: %d, %v", n, err)
	}
	d.sound()
	if last := d.blobs(0, "SELECT deed FROM register WHERE student = ? ORDER BY seq DESC LIMIT 1"); string(last[0]) != string(model.DeedFilesForgotten) {
		t.Errorf("the last line is %s", last[0])
	}
	p := profile()
	if p.CopiesKept() != model.DefaultCopiesDays {
		t.Error("without a word of the profile")
	}
}

// TestUnfinishedFilesGo: what killed programs left behind holds personal data.
func TestUnfinishedFilesGo(t *testing.T) {
	d := forgetful(t, model.RetentionRules{})
	d.must(os.MkdirAll(d.folder().Outgoing(), 0o700))
	d.must(os.MkdirAll(d.folder().Backups(), 0o700))
	left := []string{filepath.Join(d.folder().Taken(), ".aside-1"), filepath.Join(d.folder().Outgoing(), ".okienko-1"),
		filepath.Join(string(d.folder()), "backup-1.tmp", "okienko.db"), filepath.Join(d.folder().Backups(), "okienko.20261120-120000.age.part")}
	for _, path := range left {
		d.must(os.MkdirAll(filepath.Dir(path), 0o700))
		d.must(os.WriteFile(path, []byte("x"), 0o600))
		for _, p := range []string{path, filepath.Dir(path)} {
			d.must(os.Chtimes(p, noon, noon))
		}
	}
	*d.now = noon.Add(23 * time.Hour)
	if d.purge(); len(d.there(left...)) != 4 {
		t.Errorf("too early: %v", d.there(left...))
	}
	*d.now = noon.Add(25 * time.Hour)
	if d.purge(); len(d.there(left...)) != 0 {
		t.Errorf("left: %v", d.there(left...))
	}
}

// TestErasureReachesEveryFile searches the whole data folder for what was
// planted: before, plain where it lies open and as it is sealed in the database;
// after, nothing of either.
func TestErasureReachesEveryFile(t *testing.T) {
	d := forgetful(t, model.RetentionRules{})
	ids := d.crowd(3)
	one := ids[1]
	picture := bytes.Repeat([]byte("PLANTED-PICTURE "), 2000)
	p := d.photo(store.NewPhoto{Name: "PLANTED-NAME.jpg", Data: picture, Student: one, Report: fine})
	other := bytes.Repeat([]byte("OTHER-PICTURE "), 2000)
	d.photo(store.NewPhoto{Name: "b.jpg", Data: other, Student: ids[0], Report: fine})
	inbox := filepath.Join(d.folder().Inbox(), "PLANTED-NAME.jpg")
	d.must(os.WriteFile(inbox, picture, 0o600))
	d.must(os.WriteFile(filepath.Join(d.folder().Inbox(), "b.jpg"), other, 0o600))
	roster := filepath.Join(d.folder().Inbox(), "lista.csv")
	d.must(os.WriteFile(roster, []byte("PLANTED-ROW"), 0o600))
	d.must(d.folder().PutAside(t.Context(), d.DB, roster, *d.now))
	d.out("PLANTED list.txt", store.About{Kind: store.AboutPhoto, ID: p.ID})
	d.out("PLANTED dane.pdf", store.About{Kind: store.AboutStudent, ID: int64(one)})
	d.out("PLANTED klasa.pdf")
	kept := d.out("inny.txt", store.About{Kind: store.AboutStudent, ID: int64(ids[0])})
	sealed := append(d.blobs(one, append(slices.Clone(studentBlobs), "SELECT name FROM photos WHERE student = ?")...), d.sealedPictures()[0])
	for _, piece := range append(slices.Clone(sealed), []byte("PLANTED")) {
		if len(leftIn(t, string(d.folder()), piece)) == 0 {
			t.Fatalf("%d bytes are not found while they are there, so this test proves nothing", len(piece))
		}
	}
	f, err := d.forget(admin, one)
	d.must(err)
	if f.Files != 5 || f.Held || !f.Here {
		t.Errorf("%+v", f)
	}
	d.nowhere(append(sealed, []byte("PLANTED-NAME"), []byte("PLANTED-PICTURE"), []byte("PLANTED list"), []byte("PLANTED dane"), []byte("PLANTED klasa")))
	if taken, err := os.ReadDir(d.folder().Taken()); err != nil || len(taken) != 0 {
		t.Errorf("%d files are still put aside, %v", len(taken), err)
	}
	if len(leftIn(t, string(d.folder()), []byte("OTHER-PICTURE"))) == 0 || len(d.there(kept)) != 1 {
		t.Error("somebody else's went too")
	}
	d.sound()
}
