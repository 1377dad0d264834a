package ui

import (
	"bytes"
	"encoding/json"
	"image"
	"image/jpeg"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// photosFolder makes a folder of small grey photos by name.
func photosFolder(t *testing.T, names ...string) string {
	t.Helper()
	folder := t.TempDir()
	for i, name := range names {
		img := image.NewGray(image.Rect(0, 0, 480, 600))
		for at := range img.Pix {
			img.Pix[at] = byte(at/480 + 10*i)
		}
		var b bytes.Buffer
		if err := jpeg.Encode(&b, img, nil); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, name), b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// lines reads one JSON object a line.
func (d *desktop) lines() (list []map[string]any) {
	d.t.Helper()
	for line := range strings.Lines(d.out.String()) {
		var object map[string]any
		if err := json.Unmarshal([]byte(line), &object); err != nil {
			d.t.Fatalf("%v: %s", err, line)
		}
		list = append(list, object)
	}
	return list
}

func TestPhotoCheckNeedsNoDataFolder(t *testing.T) {
	d := newDesktop(t)
	folder := photosFolder(t, "Zawilec Jan 4a.jpg", "Jan Zawilec 4a (2).jpg", "kot.jpg")
	roster := d.file("uczniowie.csv", "Nazwisko;Imię;PESEL;Oddział", "Kępa;Ola;;1LO", "Zawilec;Jan;;4a")
	profile := d.file("A.toml", "[photo]", `min = "480x600"`)
	d.must(0, "photo", "check", folder, "--profile", profile, "--roster", roster, "--json")
	list := d.lines()
	if len(list) != 3 {
		t.Fatalf("%d lines for three files", len(list))
	}
	jan := list[0]
	students, _ := jan["students"].([]any)
	if jan["match"] != "match" || len(students) != 1 || students[0].(map[string]any)["lp"] != 2.0 {
		t.Errorf("match: %v %v", jan["match"], students)
	}
	if jan["verdict"] != "warn" || !slices.Contains(jan["reasons"].([]any), any("greyscale")) || !slices.Contains(jan["folder_reasons"].([]any), any("several_photos")) {
		t.Errorf("%v %v %v", jan["verdict"], jan["reasons"], jan["folder_reasons"])
	}
	if list[2]["match"] != "none" || jan["display_width"] != 480.0 || jan["format"] != "JPEG" {
		t.Errorf("%v", list[2])
	}
	if _, err := os.Stat(d.folder); err == nil {
		t.Error("a data folder was made")
	}
}

func TestPhotoCheckPassesOverWhatIsNoFile(t *testing.T) {
	d := newDesktop(t)
	folder := photosFolder(t, "dobre.jpg")
	if err := os.Symlink(filepath.Join(folder, "dobre.jpg"), filepath.Join(folder, "skrót.jpg")); err != nil {
		t.Skip("no links here")
	}
	d.must(1, "photo", "check", folder, filepath.Join(folder, "nie ma.jpg"), os.DevNull, "--json")
	var skipped []any
	for _, line := range d.lines() {
		if line["skipped"] != nil {
			skipped = append(skipped, line["skipped"])
		}
	}
	if !slices.Equal(skipped, []any{"link", "missing", "not_a_file"}) {
		t.Errorf("passed over: %v", skipped)
	}
}

func TestPhotoCheckExitCodes(t *testing.T) {
	d := newDesktop(t)
	folder := photosFolder(t, "a.jpg")
	if err := os.WriteFile(filepath.Join(folder, "\x1b[31mzły.jpg"), []byte("%PDF-1.4"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.must(1, "photo", "check", folder)
	if out := d.out.String(); strings.Contains(out, "\x1b") || !strings.Contains(out, "PDF") || !strings.Contains(out, "Sprawdzono: 2") {
		t.Errorf("on screen: %q", out)
	}
	d.must(2, "photo", "check")
	d.must(2, "photo", "check", folder, "--profile", "nieznany")
	d.must(3, "photo", "check", folder, "--roster", filepath.Join(folder, "brak.csv"))
	d.must(3, "photo", "check", filepath.Join(folder, "brak"))
	d.must(3, "photo", "check", folder, "--profile", d.file("zły.toml", "[photo]", "min = 7"))
	d.must(1, "photo", "check", folder, "--profile", "mazowszany", "--lang", "en", "--json")
}
