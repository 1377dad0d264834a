package store_test

import (
	"testing"

	"okienko/model"
	"okienko/store"
)

// inList reports whether a student is in a worklist on the desk's day, as a
// window sees them that follows the database from a mark.
func (d desk) inList(id model.StudentID, list model.WorklistID, since store.Mark) bool {
	d.t.Helper()
	all, _, err := d.Changed(d.t.Context(), since)
	d.must(err)
	for _, r := range all {
		if r.ID == id {
			v := model.Viewpoint{Now: *d.now, Desk: "okno-1"}
			return model.InWorklist(list, r, model.Assess(r, d.Profile(), v), d.Profile(), model.DateOf(d.now.In(d.Profile().Zone())))
		}
	}
	d.t.Fatalf("no window learns that something happened to student %d", id)
	return false
}

func (d desk) mark() store.Mark {
	d.t.Helper()
	m, err := d.Mark(d.t.Context())
	d.must(err)
	return m
}

// retained is a school that keeps photos for 30 days.
func retained(t *testing.T) desk {
	t.Helper()
	d := open(t)
	p := d.Profile()
	p.Photo.RetentionDays = 30
	return openWithProfile(t, d.path, p)
}

func TestThatAFamilyKnowsOutlivesThePhoto(t *testing.T) {
	d := retained(t)
	id, since := d.student("", class4a), d.mark()
	p := d.photo(store.NewPhoto{Name: "a.jpg", Data: []byte("a"), Student: id, Report: fine})
	d.must(d.DecidePhoto(t.Context(), deskA, p.ID, p.Version, model.PhotoRefused))
	if !d.inList(id, model.ListRefusedPhoto, since) {
		t.Error("refused, and nobody is to be told")
	}
	p = d.listed(p.ID)
	d.must(d.ParentTold(t.Context(), deskA, p.ID, p.Version))
	if d.portrait(id) != model.PortraitTold || d.inList(id, model.ListRefusedPhoto, since) {
		t.Errorf("written to: portrait %q", d.portrait(id))
	}
	*d.now = noon.AddDate(0, 0, 30)
	if d.purge().Photos != 1 || d.inList(id, model.ListRefusedPhoto, since) {
		t.Error("the photo is gone, and the family is to be told once more")
	}
	if _, err := d.VerifyRegister(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestAPurgedPhotoLeavesTheListAtOnce(t *testing.T) {
	d := retained(t)
	id, since := d.student("", class4a), d.mark()
	p := d.photo(store.NewPhoto{Name: "a.jpg", Data: []byte("a"), Student: id, Report: fine})
	d.must(d.DecidePhoto(t.Context(), deskA, p.ID, p.Version, model.PhotoAccepted))
	*d.now = noon.AddDate(0, 0, 30)
	if !d.inList(id, model.ListPhotoDeletion, since) {
		t.Fatal("its day has come, and it is in no list")
	}
	since = d.mark()
	if d.purge().Photos != 1 || d.inList(id, model.ListPhotoDeletion, since) {
		t.Error("deleted, and still to be deleted")
	}
	if d.portrait(id) != model.PortraitAccepted {
		t.Errorf("what was decided is lost: %q", d.portrait(id))
	}
}

func TestAPhotoThatLiesElsewhere(t *testing.T) {
	d := retained(t)
	mailed, kept, none, since := d.student("", class4a), d.student("", class4a), d.student("", class4a), d.mark()
	refused := model.Portrait{State: model.PortraitRefused, Decided: model.DateOf(noon)}
	d.must(d.DecidePortraits(t.Context(), deskA, map[model.StudentID]model.Portrait{mailed: refused}))
	p := d.photo(store.NewPhoto{Name: "a.jpg", Data: []byte("a"), Student: kept, Report: fine})
	d.must(d.DecidePhoto(t.Context(), deskA, p.ID, p.Version, model.PhotoRefused))
	*d.now = noon.AddDate(0, 0, 29)
	told := model.Portrait{State: model.PortraitTold, Decided: model.DateOf(*d.now)}
	d.must(d.DecidePortraits(t.Context(), deskB, map[model.StudentID]model.Portrait{mailed: told, kept: told}))
	if s := d.listed(p.ID).State; s != model.PhotoTold {
		t.Errorf("the photo that is kept is %s", s)
	}
	for _, id := range []model.StudentID{mailed, kept} {
		if d.inList(id, model.ListRefusedPhoto, since) || d.record(id).Portrait.Decided != refused.Decided {
			t.Errorf("told: %+v", d.record(id).Portrait)
		}
	}
	*d.now = noon.AddDate(0, 0, 31)
	if !d.inList(mailed, model.ListPhotoDeletion, since) {
		t.Error("missed a day, and forgotten")
	}
	noted, err := d.PhotosDeleted(t.Context(), deskA, []model.StudentID{mailed, kept, none})
	if err != nil || noted != 1 || d.inList(mailed, model.ListPhotoDeletion, since) {
		t.Errorf("noted %d, %v", noted, err)
	}
	if lines := d.lines(mailed); lines[len(lines)-1] != model.DeedPhotoDeleted || d.portrait(mailed) != model.PortraitTold {
		t.Errorf("%v, %q", lines, d.portrait(mailed))
	}
	if _, err := d.VerifyRegister(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestEveryWindowLearnsOfAPhoto(t *testing.T) {
	d := open(t)
	first, second := d.student("", class4a), d.student("", class4a)
	since := d.mark()
	p := d.photo(store.NewPhoto{Name: "a.jpg", Data: []byte("a"), Student: first, Report: fine})
	if d.inList(first, model.ListNoPhoto, since) {
		t.Error("a photo came, and the family is asked for one")
	}
	since = d.mark()
	d.must(d.SettlePhoto(t.Context(), deskA, p.ID, p.Version, second))
	if !d.inList(first, model.ListNoPhoto, since) || d.inList(second, model.ListNoPhoto, since) {
		t.Error("whose photo it is was said, and the lists did not follow")
	}
}

// TestAPurgeTouchesOnlyWhosePhotoWent: no step takes longer for what later steps
// will do, and no window reads anybody anew for it.
func TestAPurgeTouchesOnlyWhosePhotoWent(t *testing.T) {
	d := retained(t)
	d.SmallSteps()
	for _, name := range []string{"a.jpg", "b.jpg", "c.jpg"} {
		d.photo(store.NewPhoto{Name: name, Data: []byte(name), Student: d.student("", class4a), Report: fine})
	}
	raw := rawDB(t, d.path)
	_, err := raw.ExecContext(t.Context(), `CREATE TABLE touches (student INTEGER);
		CREATE TRIGGER counted AFTER UPDATE OF touched ON students BEGIN INSERT INTO touches VALUES (old.id); END`)
	d.must(err)
	*d.now = noon.AddDate(0, 0, 30)
	if n := d.purge().Photos; n != 3 {
		t.Fatalf("%d photos went", n)
	}
	var touches int
	d.must(raw.QueryRowContext(t.Context(), "SELECT count(*) FROM touches").Scan(&touches))
	if touches != 3 {
		t.Errorf("students were touched %d times for 3 photos", touches)
	}
}
