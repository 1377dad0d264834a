package intake_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"syscall"
	"testing"
	"time"

	"okienko/store/intake"
)

// lookAll reads everything that paths name; the errors and bytes stand under
// the name of the file.
func lookAll(t *testing.T, quiet time.Duration, look func(intake.PhotoFile), paths ...string) map[string]intake.PhotoFile {
	t.Helper()
	var mu sync.Mutex
	seen := map[string]intake.PhotoFile{}
	err := intake.EachQuietPhoto(t.Context(), intake.ListPhotos(paths), quiet, func(_ int, f intake.PhotoFile) {
		mu.Lock()
		defer mu.Unlock()
		if _, twice := seen[f.Path]; twice {
			t.Errorf("looked at twice: %q", f.Path)
		}
		seen[f.Path] = f
		if look != nil {
			look(f)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return seen
}

func write(t *testing.T, path, data string, age time.Duration) string {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(data), 0o600)); err != nil {
		t.Fatal(err)
	}
	at := time.Now().Add(-age)
	if err := os.Chtimes(path, at, at); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestPhotosOfAFolder: what is no file is reported, twins of names are two
// files, and what systems leave behind is nobody's photo.
func TestPhotosOfAFolder(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a.jpg"), "a", time.Hour)
	write(t, filepath.Join(dir, "A.JPG"), "other", time.Hour)
	write(t, filepath.Join(dir, "Ż.jpg"), "one", time.Hour)
	write(t, filepath.Join(dir, "Z\u0307.jpg"), "two", time.Hour)
	write(t, filepath.Join(dir, "\x1b[2Jx.jpg"), "x", time.Hour)
	write(t, filepath.Join(dir, "in", "b.jpg"), "b", time.Hour)
	write(t, filepath.Join(dir, ".hidden.jpg"), "h", time.Hour)
	write(t, filepath.Join(dir, "Thumbs.db"), "h", time.Hour)
	for _, err := range []error{os.Symlink("a.jpg", filepath.Join(dir, "link.jpg")), syscall.Mkfifo(filepath.Join(dir, "pipe.jpg"), 0o600),
		os.Truncate(write(t, filepath.Join(dir, "huge.jpg"), "", time.Hour), intake.MaxPhoto+1)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	seen := lookAll(t, 0, nil, dir, filepath.Join(dir, "missing.jpg"))
	for name, want := range map[string]string{"a.jpg": "a", "A.JPG": "other", "Ż.jpg": "one", "Z\u0307.jpg": "two", "\x1b[2Jx.jpg": "x", "in/b.jpg": "b"} {
		if f := seen[filepath.Join(dir, name)]; string(f.Data) != want || f.Err != nil {
			t.Errorf("%q: %q, %v", name, f.Data, f.Err)
		}
	}
	for name, want := range map[string]error{"link.jpg": intake.ErrPhotoLink, "pipe.jpg": intake.ErrPhotoNotFile,
		"huge.jpg": intake.ErrPhotoTooLarge, "missing.jpg": fs.ErrNotExist} {
		if f := seen[filepath.Join(dir, name)]; !errors.Is(f.Err, want) || f.Data != nil {
			t.Errorf("%q: %v", name, f.Err)
		}
	}
	if len(seen) != 10 {
		t.Errorf("%d files", len(seen))
	}
}

// TestPhotosOfAChangingFolder: files are written to, replaced and removed
// while the folder is read.
func TestPhotosOfAChangingFolder(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "old.jpg"), "old", time.Hour)
	growing := write(t, filepath.Join(dir, "growing.jpg"), "half", 0)
	gone := write(t, filepath.Join(dir, "gone.jpg"), "gone", 0)
	swapped := write(t, filepath.Join(dir, "swapped.jpg"), "swapped", 0)
	seen := lookAll(t, 300*time.Millisecond, func(f intake.PhotoFile) {
		if f.Name() != "old.jpg" { // it comes first: it has been quiet for long
			return
		}
		if err := errors.Join(os.WriteFile(growing, []byte("half and half"), 0o600), os.Remove(gone), os.Remove(swapped),
			os.Symlink("old.jpg", swapped)); err != nil {
			t.Error(err)
		}
	}, dir)
	if f := seen[growing]; string(f.Data) != "half and half" || f.Err != nil {
		t.Errorf("the growing one: %q, %v", f.Data, f.Err)
	}
	if f := seen[gone]; !errors.Is(f.Err, fs.ErrNotExist) {
		t.Errorf("the one that vanished: %v", f.Err)
	}
	if f := seen[swapped]; !errors.Is(f.Err, intake.ErrPhotoLink) {
		t.Errorf("the one that became a link: %v", f.Err)
	}
}

// TestPhotoThatNeverRests is reported, not waited for.
func TestPhotoThatNeverRests(t *testing.T) {
	dir := t.TempDir()
	restless := write(t, filepath.Join(dir, "restless.jpg"), "", 0)
	ctx, cancel := context.WithCancel(t.Context())
	stopped := make(chan struct{})
	go func() { // somebody who copies on and on
		defer close(stopped)
		for n := 0; ctx.Err() == nil; n++ {
			at := time.Now().Add(time.Duration(n) * time.Microsecond)
			_ = os.Chtimes(restless, at, at)
		}
	}()
	seen := lookAll(t, 20*time.Millisecond, nil, dir)
	cancel()
	<-stopped
	if f := seen[restless]; !errors.Is(f.Err, intake.ErrPhotoChanging) {
		t.Errorf("%v", f.Err)
	}
}

func TestPhotosOfAZIP(t *testing.T) {
	dir := t.TempDir()
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	for _, f := range []struct{ name, data string }{
		{"4a/Jan Zmyślony.jpg", "jan"}, {"../../wyjście.jpg", "out"}, {"__MACOSX/._x.jpg", "mac"}, {"zera.jpg", string(make([]byte, 3<<20))},
	} {
		w, err := z.Create(f.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(f.data)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	path := write(t, filepath.Join(dir, "klasa.zip"), packed.String(), time.Hour)
	broken := write(t, filepath.Join(dir, "broken.zip"), "PK\x03\x04 no more", time.Hour)
	seen := lookAll(t, 0, nil, dir)
	if f := seen[path+"/4a/Jan Zmyślony.jpg"]; string(f.Data) != "jan" || f.Name() != "Jan Zmyślony.jpg" || f.Outer() != path {
		t.Errorf("%q, %q, %q, %v", f.Data, f.Name(), f.Outer(), f.Err)
	}
	if f := seen[path+"/wyjście.jpg"]; string(f.Data) != "out" {
		t.Errorf("a name that leads out: %q, %v", f.Data, f.Err)
	}
	if f := seen[path+"/zera.jpg"]; !errors.Is(f.Err, intake.ErrZIPBomb) || f.Data != nil {
		t.Errorf("a bomb: %v", f.Err)
	}
	if f := seen[broken]; !errors.Is(f.Err, intake.ErrZIPBroken) {
		t.Errorf("a broken one: %v", f.Err)
	}
	if len(seen) != 4 {
		t.Errorf("%d files", len(seen))
	}
}

func TestReadingPhotosStops(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a", "b", "c", "d", "e", "f"} {
		write(t, filepath.Join(dir, name+".jpg"), name, time.Hour)
	}
	ctx, cancel := context.WithCancel(t.Context())
	var mu sync.Mutex
	var seen []int
	err := intake.EachPhoto(ctx, intake.ListPhotos([]string{dir}), func(i int, _ intake.PhotoFile) {
		mu.Lock()
		defer mu.Unlock()
		seen = append(seen, i)
		cancel()
	})
	slices.Sort(seen)
	if !errors.Is(err, context.Canceled) || len(seen) == 0 || len(seen) > 4 {
		t.Errorf("%v after %v", err, seen)
	}
}
