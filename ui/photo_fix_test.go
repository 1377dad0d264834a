package ui

import (
	"bytes"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"okienko/model/portrait"
	"okienko/ui/text"
)

// samplePhoto is a photo of a face beside the repository, or the test skips.
func samplePhoto(t *testing.T) []byte {
	t.Helper()
	dir := os.Getenv("OKIENKO_CORPUS")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared", "corpus")
	}
	data, err := os.ReadFile(filepath.Join(dir, "photos", "DSC_0412 Lis Zofia 7b.JPG"))
	if err != nil {
		t.Skip("the sample photos lie outside of the repository; OKIENKO_CORPUS names their folder")
	}
	return data
}

func TestPhotoFixWritesFilesBesideTheOriginals(t *testing.T) {
	d := newDesktop(t)
	good := samplePhoto(t)
	in, out := t.TempDir(), filepath.Join(t.TempDir(), "gotowe")
	for name, data := range map[string][]byte{
		"4a/Jan Zawilec.jpg": good, "4a/JAN ZAWILEC.jpeg": good, "nic.jpg": []byte("%PDF-1.4"), "\x1b[31m-rf.png": good,
	} {
		path := filepath.Join(in, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	profile := d.file("A.toml", "[photo]", `min = "480x600"`, `max = "1440x1800"`, `ratio = "4:5"`, `max_bytes = "1MB"`)
	d.must(1, "photo", "fix", in, out, "--profile", profile, "--json")
	written, refused := 0, 0
	for _, line := range d.lines() {
		if line["refused"] != nil {
			refused++
			if line["refused"] != "not_jpeg" || line["message"] == "" {
				t.Errorf("%v", line)
			}
			continue
		}
		written++
		data, err := os.ReadFile(line["output"].(string))
		if err != nil {
			t.Fatal(err)
		}
		c, err := jpeg.DecodeConfig(bytes.NewReader(data))
		if err != nil || float64(c.Width) != line["width"] || float64(len(data)) != line["bytes"] || c.Width*5 != c.Height*4 {
			t.Errorf("%v: %d×%d %v", line, c.Width, c.Height, err)
		}
		if name := filepath.Base(line["output"].(string)); strings.ContainsAny(name, "\x1b") || strings.HasPrefix(name, "-") {
			t.Errorf("named %q", name)
		}
	}
	if written != 3 || refused != 1 {
		t.Errorf("%d written, %d refused", written, refused)
	}
	if now, err := os.ReadFile(filepath.Join(in, "4a/Jan Zawilec.jpg")); err != nil || !bytes.Equal(now, good) {
		t.Errorf("the original has changed: %v", err)
	}
	// A second run replaces nothing.
	d.must(3, "photo", "fix", in, out, "--profile", profile)
	if said := d.out.String(); strings.Contains(said, "\x1b") || strings.Count(said, "niczego nie nadpisano") != 3 {
		t.Errorf("%q", said)
	}
}

func TestPhotoFixOfOneFile(t *testing.T) {
	d := newDesktop(t)
	from := filepath.Join(t.TempDir(), "a.jpg")
	if err := os.WriteFile(from, samplePhoto(t), 0o600); err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), "b.jpg")
	d.must(0, "photo", "fix", from, to)
	if said := d.out.String(); !strings.Contains(said, "Zapisano zdjęć: 1") {
		t.Errorf("%q", said)
	}
	d.must(3, "photo", "fix", from, to)
	d.must(3, "photo", "fix", from, from)
	d.must(0, "photo", "fix", from, filepath.Dir(to), "--lang", "en")
	if _, err := os.Stat(filepath.Join(filepath.Dir(to), "a.jpg")); err != nil {
		t.Error(err)
	}
}

func TestPhotoFixRefusesToMixOriginalsAndCopies(t *testing.T) {
	d := newDesktop(t)
	folder := photosFolder(t, "a.jpg")
	d.must(2, "photo", "fix", folder, folder)
	d.must(2, "photo", "fix", folder, filepath.Join(folder, "gotowe"))
	d.must(2, "photo", "fix", folder)
	d.must(3, "photo", "fix", folder, filepath.Join(t.TempDir(), "brak twarzy"))
	if said := d.out.String(); !strings.Contains(said, "Nie znaleziono twarzy") {
		t.Errorf("%q", said)
	}
	d.must(3, "photo", "fix", filepath.Join(folder, "brak"), t.TempDir())
}

// Every step of mending, and every way of not writing, has words.
func TestMendingHasWords(t *testing.T) {
	for _, lang := range []text.Lang{text.Polish, text.English, text.Ukrainian} {
		p := text.PhotoIn(lang)
		for _, step := range portrait.Steps {
			if p.Step[step] == "" {
				t.Errorf("%v: no word for %s", lang, step)
			}
		}
		for _, why := range []string{"exists", "no_permission", "not_written"} {
			if p.Skipped[why] == "" {
				t.Errorf("%v: no word for %s", lang, why)
			}
		}
	}
}
