package desk

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"os"
	"path/filepath"
	"testing"
	"time"

	"okienko/store"
	"okienko/store/intake"
)

// photoJPEG is a small grey picture; n makes it another one.
func photoJPEG(t *testing.T, n int) string {
	t.Helper()
	img := image.NewGray(image.Rect(0, 0, 480, 600))
	for at := range img.Pix {
		img.Pix[at] = byte(at/480 + 10*n)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// rest makes the files of the inbox look as if nobody had touched them lately.
func (a *App) rest(t *testing.T) {
	t.Helper()
	before := time.Now().Add(-time.Hour)
	all, err := filepath.Glob(filepath.Join(a.Folder.Inbox(), "*"))
	for _, path := range all {
		if err := os.Chtimes(path, before, before); err != nil {
			t.Fatal(err)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestPhotosOfTheInboxAreTaken by the key that takes codes in; nothing of them
// is put aside.
func TestPhotosOfTheInboxAreTaken(t *testing.T) {
	a := deskWithCodes(t, nil)
	whose := a.nth(0)
	a.inbox(t, map[string]string{whose.Name() + " " + whose.Class.String() + ".jpg": photoJPEG(t, 1), "IMG_1.jpg": photoJPEG(t, 2),
		"urwane.jpg": photoJPEG(t, 3)[:2000]})
	a.sharedCache(t)
	a.rest(t)
	w := open(t, a, newList(a))
	w.Press("f6").Expect("IMG_1.jpg").Press("f3").Expect("wyglądają na zdjęcia uczniów: 3").Fits()
	w.Press("t").Expect("Przyjęto zdjęć: 3, znanych: 0, do wskazania: 2, pominiętych plików: 0.", "? nie wiadomo, czyje", "+ przyjęte").Fits()
	all, _, err := a.DB.Photos(t.Context())
	if err != nil || len(all) != 3 {
		t.Fatalf("%d photos, %v", len(all), err)
	}
	w.Press("enter").Expect("Usunąć ich pliki ze skrzynki (3)?").Press("t").Expect("Przyjęto zdjęć: 3")
	if left, err := os.ReadDir(a.Folder.Inbox()); err != nil || len(left) != 0 {
		t.Errorf("left in the inbox: %v, %v", left, err)
	}
}

// TestPhotosBesideCodes are offered when the codes are done with.
func TestPhotosBesideCodes(t *testing.T) {
	a := deskWithCodes(t, nil)
	whose := a.nth(0)
	name := whose.Name() + " " + whose.Class.String()
	a.inbox(t, map[string]string{name + ".png": codePNG(t, "otw:0001"), name + " zdjęcie.jpg": photoJPEG(t, 1)})
	a.sharedCache(t)
	a.rest(t)
	w := open(t, a, newList(a))
	w.Press("f6").Expect("zdjęcie.jpg").Press("f3").Expect("pewne: 1")
	w.Press("enter", "t").Expect("Przyjęte kody: 1").Press("enter").Expect("wyglądają na zdjęcia uczniów: 1")
	w.Press("t").Expect("Przyjęto zdjęć: 1").Press("enter").Expect("ze skrzynki (1)?").Press("t").Expect("Wczytane w całości pliki w skrzynce: 1").Press("t")
	if left, _ := filepath.Glob(filepath.Join(a.Folder.Inbox(), "*.*")); len(left) != 0 {
		t.Errorf("left: %v", left)
	}
	all, _, err := a.DB.Photos(t.Context())
	if err != nil || len(all) != 1 {
		t.Errorf("%d photos, %v", len(all), err)
	}
}

// TestTheInboxTells that a file arrived, long before anybody would look.
func TestTheInboxTells(t *testing.T) {
	folder := store.Folder(t.TempDir())
	if err := os.MkdirAll(folder.Inbox(), 0o700); err != nil {
		t.Fatal(err)
	}
	w := watchInbox(folder)
	if w == nil {
		t.Skip("this system does not tell of files")
	}
	defer w.close()
	if !w.due(0) {
		t.Error("what lies there already is not looked at")
	}
	if w.due(0) || w.due(inboxEvery) || !w.due(inboxAnyway) {
		t.Error("looked although nothing happened")
	}
	if err := os.WriteFile(filepath.Join(folder.Inbox(), "a.jpg"), []byte("a"), 0o600); err != nil {
		t.Fatal(err)
	}
	await(t, "the file", func() bool { return w.due(0) })
	if err := os.RemoveAll(folder.Inbox()); err != nil {
		t.Fatal(err)
	}
	await(t, "the end of a folder that is gone", func() bool { return w.ended.Load() })
	if w.due(0) || !w.due(inboxEvery) {
		t.Error("without the system's word the window does not look now and then")
	}
}

// await waits for something that another goroutine does.
func await(t *testing.T, what string, is func() bool) {
	t.Helper()
	limit := time.After(10 * time.Second)
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for !is() {
		select {
		case <-limit:
			t.Fatalf("waited in vain for %s", what)
		case <-tick.C:
		}
	}
}

// TestStoppedPhotosAreReportedAsTheyAre: what is told as taken in after Esc is
// in the database, and nothing else; a second run takes the rest.
func TestStoppedPhotosAreReportedAsTheyAre(t *testing.T) {
	a := deskWithCodes(t, nil)
	files := map[string]string{}
	for n := range 24 {
		files[fmt.Sprintf("IMG_%02d.jpg", n)] = photoJPEG(t, n)
	}
	a.inbox(t, files)
	a.rest(t)
	ctx, cancel := context.WithCancel(t.Context())
	job := func(progress func(int)) *PhotoIntake {
		return &PhotoIntake{Files: intake.ListPhotos([]string{a.Folder.Inbox()}), Rules: a.profile().Photo, Index: NamesOf(nil), Take: a.takePhotos, Progress: progress}
	}
	took, err := job(func(int) { cancel() }).Run(ctx)
	if !errors.Is(err, context.Canceled) || len(took) == 0 || len(took) == len(files) {
		t.Fatalf("%d taken in, %v", len(took), err)
	}
	if all, _, err := a.DB.Photos(t.Context()); err != nil || len(all) != len(took) {
		t.Errorf("%d are there, %d were reported, %v", len(all), len(took), err)
	}
	rest, err := job(nil).Run(t.Context())
	if n := CountPhotos(rest); err != nil || n.Known != len(took) || n.Added != len(files)-len(took) {
		t.Errorf("%+v after %d, %v", n, len(took), err)
	}
}
