//go:build linux

package e2e

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// noisyPhotos makes a folder of files that are hard to pack: half a megabyte
// each.
func noisyPhotos(t *testing.T, n int) string {
	t.Helper()
	folder := t.TempDir()
	random := rand.New(rand.NewPCG(1, 2))
	for i := range n {
		img := image.NewGray(image.Rect(0, 0, 640, 800))
		for at := range img.Pix {
			img.Pix[at] = byte(random.Uint32())
		}
		var b bytes.Buffer
		if err := errors.Join(jpeg.Encode(&b, img, &jpeg.Options{Quality: 95}),
			os.WriteFile(filepath.Join(folder, fmt.Sprintf("zdjęcie %02d.jpg", i)), b.Bytes(), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// TestFaultsPhotosOnAFullDisk: the disk fills up while photos are taken in.
// What was reported is there whole, nothing else is, and with more room the
// same command takes the rest.
func TestFaultsPhotosOnAFullDisk(t *testing.T) {
	need(t)
	const photos = 40
	d := newDisk(t, 16)
	s := d.school()
	folder := noisyPhotos(t, photos)
	cmd := exec.Command(program, "import", "photos", "--json", folder, "--data", s.folder)
	cmd.Env = environment()
	var said, complaint bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &complaint
	var exit *exec.ExitError
	if err := cmd.Run(); !errors.As(err, &exit) || exit.ExitCode() != 1 || !strings.Contains(complaint.String(), "Brak miejsca na dysku") {
		t.Errorf("%v: %s", err, complaint.String())
	}
	taken := strings.Count(said.String(), "\n")
	if taken == 0 || taken >= photos {
		t.Fatalf("%d of %d were taken in; the disk did not fill up in mid-way", taken, photos)
	}
	d.do("mount", "-o", "remount,size=128m", d.path)
	if got := s.wholePhotos(); got != taken {
		t.Errorf("%d were reported, %d are there", taken, got)
	}
	s.okienko("import", "photos", folder)
	if got := s.wholePhotos(); got != photos {
		t.Errorf("with more room %d are there", got)
	}
	s.lines()
}

// wholePhotos counts the photos; each must have its bytes.
func (s school) wholePhotos() int {
	s.t.Helper()
	db := s.open()
	defer func() { _ = db.Close() }()
	all, _, err := db.Photos(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	for _, p := range all {
		if got, err := db.PhotoBytes(s.t.Context(), p.ID); err != nil || int64(len(got.Original)) != p.Bytes {
			s.t.Errorf("a photo of %d bytes has %d: %v", p.Bytes, len(got.Original), err)
		}
	}
	return len(all)
}

// TestOpeningAWindowDeletesPhotos whose day came while nobody worked.
func TestOpeningAWindowDeletesPhotos(t *testing.T) {
	need(t)
	s := newSchool(t)
	s.okienko("import", "photos", noisyPhotos(t, 2))
	raw, err := sql.Open("sqlite3", filepath.Join(s.folder, "okienko.db"))
	if err != nil {
		t.Fatal(err)
	}
	_, err = raw.ExecContext(t.Context(), "UPDATE photos SET arrived = '2020-09-01' WHERE id = 1")
	if err := errors.Join(err, raw.Close()); err != nil {
		t.Fatal(err)
	}
	l := newLine(t, 80, 24, "--data", s.folder)
	l.see(0, "Ćwikła")
	within(t, deadline, "the photo is deleted", func() bool { return s.wholePhotos() == 1 }, func() string { return "" })
	l.end()
}
