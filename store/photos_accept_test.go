package store_test

import (
	"errors"
	"testing"

	"okienko/model"
	"okienko/store"
)

func seen(p store.Photo) store.SeenPhoto { return store.SeenPhoto{ID: p.ID, Version: p.Version} }

// TestAcceptingIsOneDeed: mended, accepted and the others refused, or nothing
// of all that.
func TestAcceptingIsOneDeed(t *testing.T) {
	d := open(t)
	id := d.student("", class4a)
	first := d.photo(store.NewPhoto{Name: "a.jpg", Data: []byte("a"), Student: id, Report: advised})
	second := d.photo(store.NewPhoto{Name: "b.jpg", Data: []byte("b"), Student: id, Report: fine})

	stale := store.SeenPhoto{ID: second.ID, Version: second.Version - 1}
	var conflict *store.ConflictError
	err := d.AcceptPhoto(t.Context(), deskA, store.Acceptance{Photo: seen(first), Mended: []byte("m"), Report: fine, Others: []store.SeenPhoto{stale}})
	if !errors.As(err, &conflict) {
		t.Fatalf("another desk was faster: %v", err)
	}
	if p := d.listed(first.ID); p.State != model.PhotoToDo || p.Mended {
		t.Errorf("after a refused deed: %+v", p.Photo)
	}

	d.must(d.AcceptPhoto(t.Context(), deskA, store.Acceptance{Photo: seen(first), Mended: []byte("m"), Report: fine, Others: []store.SeenPhoto{seen(second)}}))
	if p := d.listed(first.ID); p.State != model.PhotoAccepted || !p.Mended || p.DecidedBy != deskA.Operator {
		t.Errorf("accepted: %+v", p.Photo)
	}
	if p := d.listed(second.ID); p.State != model.PhotoRefused {
		t.Errorf("the other: %+v", p.Photo)
	}
	if got := d.portrait(id); got != model.PortraitAccepted {
		t.Errorf("the portrait is %q", got)
	}
	pictures, err := d.PhotoBytes(t.Context(), first.ID)
	if err != nil || string(pictures.Original) != "a" || string(pictures.Mended) != "m" {
		t.Errorf("pictures %q, %v", pictures, err)
	}
	if _, err := d.VerifyRegister(t.Context()); err != nil {
		t.Error(err)
	}
}

// TestAcceptingRefusesNobodyElses: the others are the same student's.
func TestAcceptingRefusesNobodyElses(t *testing.T) {
	d := open(t)
	mine := d.photo(store.NewPhoto{Name: "a.jpg", Data: []byte("a"), Student: d.student("", class4a), Report: advised})
	theirs := d.photo(store.NewPhoto{Name: "b.jpg", Data: []byte("b"), Student: d.student("", class4a), Report: fine})
	for _, a := range []store.Acceptance{
		{Photo: seen(mine), Despite: true, Others: []store.SeenPhoto{seen(theirs)}},
		{Photo: seen(mine), Despite: true, Others: []store.SeenPhoto{seen(mine)}},
	} {
		if err := d.AcceptPhoto(t.Context(), deskA, a); !errors.Is(err, store.ErrPhotoState) {
			t.Errorf("%+v: %v", a, err)
		}
	}
	d.must(d.AcceptPhoto(t.Context(), deskA, store.Acceptance{Photo: seen(mine), Despite: true}))
	if p := d.listed(mine.ID); p.State != model.PhotoAcceptedDespite {
		t.Errorf("accepted despite advice: %+v", p.Photo)
	}
}
