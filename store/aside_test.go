package store_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"okienko/store"
)

// asideOf opens what lies in the folder for files that were taken in.
func asideOf(t *testing.T, d desk, f store.Folder) (names []string, archives []*zip.Reader) {
	t.Helper()
	all, err := os.ReadDir(f.Taken())
	d.must(err)
	for _, e := range all {
		names = append(names, e.Name())
		file, err := os.ReadFile(filepath.Join(f.Taken(), e.Name()))
		d.must(err)
		r, err := d.OpenSealed(t.Context(), bytes.NewReader(file))
		d.must(err)
		plain, err := io.ReadAll(r)
		d.must(err)
		z, err := zip.NewReader(bytes.NewReader(plain), int64(len(plain)))
		d.must(err)
		archives = append(archives, z)
	}
	return names, archives
}

func TestPutAside(t *testing.T) {
	d := open(t)
	f := store.Folder(t.TempDir())
	write := func(name, text string) string {
		path := filepath.Join(f.Inbox(), name)
		d.must(os.MkdirAll(filepath.Dir(path), 0o700))
		d.must(os.WriteFile(path, []byte(text), 0o600))
		return path
	}
	one := write("Zmyślońska Bogumiła.csv", "02270803624")
	write("klasa 4a/a/Zmyślońska.png", "02270803624 raz")
	write("klasa 4a/b.png", "02270803624 dwa")
	for _, path := range []string{one, filepath.Join(f.Inbox(), "klasa 4a")} {
		d.must(f.PutAside(t.Context(), d.DB, path, noon))
		if _, err := os.Lstat(path); err == nil {
			t.Error("it still lies in the inbox")
		}
	}
	if open := found(t, string(f), "Zmyślońska", "02270803624"); len(open) > 0 {
		t.Errorf("can be read: %v", open)
	}
	names, archives := asideOf(t, d, f)
	if strings.Join(names, " ") != "2026-11-20-120000-2.zip.age 2026-11-20-120000.zip.age" {
		t.Errorf("called %v", names)
	}
	if n := archives[1].File[0].Name; len(archives[1].File) != 1 || n != "Zmyślońska Bogumiła.csv" {
		t.Errorf("the file is called %q", n)
	}
	b, err := archives[0].Open("klasa 4a/a/Zmyślońska.png")
	d.must(err)
	if text, err := io.ReadAll(b); err != nil || string(text) != "02270803624 raz" {
		t.Errorf("%q, %v", text, err)
	}
}

// TestALinkIsNotPutAside: what it points to is not the inbox's.
func TestALinkIsNotPutAside(t *testing.T) {
	d := open(t)
	f := store.Folder(t.TempDir())
	d.must(os.MkdirAll(f.Inbox(), 0o700))
	outside := filepath.Join(t.TempDir(), "cudzy")
	d.must(os.WriteFile(outside, []byte("x"), 0o600))
	link := filepath.Join(f.Inbox(), "a.csv")
	d.must(os.Symlink(outside, link))
	if err := f.PutAside(t.Context(), d.DB, link, noon); err == nil {
		t.Error("the link was followed")
	}
	if _, err := os.Lstat(link); err != nil {
		t.Error("the link is gone")
	}
	if all, err := os.ReadDir(f.Taken()); err != nil || len(all) != 0 {
		t.Errorf("%d files, %v", len(all), err)
	}
}
