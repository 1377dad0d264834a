package ui

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/gofont/goregular"
	"rsc.io/qr"

	"okienko/model"
	"okienko/store"
	"okienko/store/intake/scan"
	"okienko/ui/desk"
	"okienko/ui/text"
)

// sharedCache lets all tests use what the reader of PDFs compiled once.
func (d *desktop) sharedCache() {
	d.t.Helper()
	shared := filepath.Join(os.TempDir(), "okienko-test-pdfium")
	if err := os.MkdirAll(shared, 0o700); err != nil {
		d.t.Fatal(err)
	}
	if err := os.Symlink(shared, store.Folder(d.folder).Cache()); err != nil {
		d.t.Fatal(err)
	}
}

// label is a line of text and, below it, the code of one student.
type label struct{ text, payload string }

// pdf makes a page for each list of labels.
func pdf(t *testing.T, password string, pages ...[]label) []byte {
	t.Helper()
	b := fpdf.New("P", "mm", "A4", "")
	b.AddUTF8FontFromBytes("go", "", goregular.TTF)
	b.SetFont("go", "", 11)
	if password != "" {
		b.SetProtection(0, password, "owner")
	}
	for _, page := range pages {
		b.AddPage()
		for i, l := range page {
			y := 20 + float64(i)*70
			b.Text(80, y, l.text)
			drawCode(t, b, 80, y+5, l.payload)
		}
	}
	var out bytes.Buffer
	if err := b.Output(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func drawCode(t *testing.T, b *fpdf.Fpdf, x, y float64, payload string) {
	t.Helper()
	code, err := qr.Encode(payload, qr.M)
	if err != nil {
		t.Fatal(err)
	}
	module := 40 / float64(code.Size)
	b.SetFillColor(0, 0, 0)
	for row := range code.Size {
		for col := range code.Size {
			if code.Black(col, row) {
				b.Rect(x+float64(col)*module, y+float64(row)*module, module, module, "F")
			}
		}
	}
}

// codePNG is a picture of a code and nothing else.
func codePNG(t *testing.T, payload string) []byte {
	t.Helper()
	code, err := qr.Encode(payload, qr.M)
	if err != nil {
		t.Fatal(err)
	}
	const module = 5
	side := (code.Size + 8) * module
	g := image.NewGray(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			if !code.Black(x/module-4, y/module-4) {
				g.SetGray(x, y, color.Gray{Y: 255})
			}
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, g); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// folderOf writes files into a new folder and returns its path.
func folderOf(t *testing.T, files map[string][]byte) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "kody")
	for name, data := range files {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// searches reads one report a line, by file.
func (d *desktop) searches() map[string]searchReport {
	d.t.Helper()
	all := map[string]searchReport{}
	for _, line := range strings.Split(strings.TrimSpace(d.out.String()), "\n") {
		var r searchReport
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			d.t.Fatal(err)
		}
		all[r.File] = r
	}
	return all
}

// codesOf counts the codes of each student by surname.
func (d *desktop) codesOf() map[string]int {
	d.t.Helper()
	db, err := store.Folder(d.folder).Open(d.t.Context(), store.Options{})
	if err != nil {
		d.t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	records, _, err := db.School(d.t.Context())
	if err != nil {
		d.t.Fatal(err)
	}
	n := map[string]int{}
	for _, r := range records {
		if len(r.Codes) > 0 {
			n[r.Last] = len(r.Codes)
		}
	}
	return n
}

func TestCodesFromPicturesAndPDFs(t *testing.T) {
	d := newDesktop(t)
	d.school()
	d.sharedCache()
	folder := folderOf(t, map[string][]byte{
		"listy.pdf":       pdf(t, "", []label{{"Bożena Ćwik, klasa 4a", "otw:0001"}}, []label{{"Ktoś Obcy", "otw:0009"}}),
		"Łoś Adam 5b.png": codePNG(t, "otw:0002"),
		"dalej/lista.csv": []byte("PESEL;Rodzaj;Kod\r\n14222255540;sio;otw:0003\r\n"),
		"notatki.doc":     []byte("nic"),
		"pusty.pdf":       pdf(t, "", nil),
	})
	d.must(exitRefused, "import", "codes", "--json", folder)
	if strings.Contains(d.out.String(), "otw:") {
		t.Error("a code is in the report")
	}
	got := d.searches()
	letters := got["kody/listy.pdf"]
	if letters.Read != 2 || letters.Added != 1 || letters.Sure != 1 || letters.Asked != 1 || letters.Pages != 2 {
		t.Errorf("%+v", letters)
	}
	if len(letters.Refused) != 1 || letters.Refused[0].Line != 2 || letters.Refused[0].Reason != nobody || letters.Refused[0].Message == "" {
		t.Errorf("%+v", letters.Refused)
	}
	if len(letters.Pairs) != 2 || letters.Pairs[0].Student != "Ćwik Bożena" || letters.Pairs[1].Student != "" {
		t.Errorf("%+v", letters.Pairs)
	}
	if one := got["kody/Łoś Adam 5b.png"]; one.Added != 1 || len(one.Refused) != 0 {
		t.Errorf("%+v", one)
	}
	if list := got["lista.csv"]; list.Added != 1 {
		t.Errorf("the list in the folder: %+v", list)
	}
	for file, reason := range map[string]string{"kody/notatki.doc": "unknown_kind", "kody/pusty.pdf": "nothing_found"} {
		if r := got[file].Refused; len(r) != 1 || string(r[0].Reason) != reason || r[0].Line != 0 {
			t.Errorf("%s: %+v", file, r)
		}
	}
	if n := d.codesOf(); len(n) != 3 || n["Ćwik"] != 1 || n["Łoś"] != 1 || n["Żuk"] != 1 {
		t.Errorf("%v", n)
	}
	d.must(exitDone, "import", "codes", filepath.Join(folder, "Łoś Adam 5b.png"))
	for _, part := range []string{"znanych: 1", "strona 1: Łoś Adam 5b · pewny"} {
		if !strings.Contains(d.out.String(), part) {
			t.Errorf("no %q in %s", part, d.out.String())
		}
	}
}

func TestUnsureCodesAreNotTakenIn(t *testing.T) {
	d := newDesktop(t)
	d.school()
	d.sharedCache()
	one := folderOf(t, map[string][]byte{"Łoś Adam.png": codePNG(t, "otw:0002"), "Żuk Ewa.png": codePNG(t, "otw:0002"),
		"dwoje.pdf": pdf(t, "", []label{{"Bożena Ćwik i Ewa Żuk", "otw:0004"}})})
	d.must(exitNothing, "import", "codes", "--json", one)
	for file, r := range d.searches() {
		if r.Added != 0 || len(r.Refused) != 1 || r.Refused[0].Reason != unsure {
			t.Errorf("%s: %+v", file, r)
		}
	}
	if n := d.codesOf(); len(n) != 0 {
		t.Errorf("taken in: %v", n)
	}
}

func TestWhatStandsBesideACodeSaysItsKind(t *testing.T) {
	d := newDesktop(t)
	d.school()
	d.sharedCache()
	second := folderOf(t, map[string][]byte{"a.pdf": pdf(t, "", []label{{"Bożena Ćwik, hasło: Ab12-xK9", "otw:0001"}})})
	d.must(exitDone, "import", "codes", second, "--json")
	d.must(exitNothing, "import", "codes", "--kind", "legacy", "--json", folderOf(t, map[string][]byte{"Łoś Adam.png": codePNG(t, "otw:0002")}))
	if r := d.searches()["kody/Łoś Adam.png"].Refused; len(r) != 1 || r[0].Reason != model.ProblemSecondMissing {
		t.Errorf("a code of the old kind without its second part: %+v", r)
	}
	db, err := store.Folder(d.folder).Open(t.Context(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	records, _, err := db.School(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range records {
		for _, c := range r.Codes {
			if c.Kind != "legacy" {
				t.Errorf("%s", c.Kind)
			}
		}
	}
}

func TestPasswordsComeFromAFile(t *testing.T) {
	d := newDesktop(t)
	d.school()
	d.sharedCache()
	var packed bytes.Buffer
	w := zip.NewWriter(&packed)
	f, err := w.Create("Ćwik.pdf")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write(pdf(t, "sekret", []label{{"Bożena Ćwik", "otw:0001"}})); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	paczka := filepath.Join(folderOf(t, map[string][]byte{"paczka.zip": packed.Bytes()}), "paczka.zip")
	d.must(exitNothing, "import", "codes", paczka, "--json")
	if r := d.object()["refused"].([]any); r[0].(map[string]any)["reason"] != "needs_password" {
		t.Errorf("%v", r)
	}
	d.must(exitDone, "import", "codes", paczka, "--password-file", d.file("hasła.txt", "inne", "sekret"))
	d.must(exitNothing, "import", "codes", paczka, "--password-file", filepath.Join(t.TempDir(), "nie ma"))
	if !strings.Contains(d.err.String(), "Nie można odczytać pliku") {
		t.Errorf("%q", d.err.String())
	}
}

// A file in a ZIP must not stand for one outside of it, whatever it is called.
func TestNamesInAZIPLeadNowhere(t *testing.T) {
	d := newDesktop(t)
	d.school()
	var packed bytes.Buffer
	w := zip.NewWriter(&packed)
	for _, name := range []string{"../../poza.csv", "../lista.csv", "/etc/passwd.csv", `..\..\poza.csv`} {
		if _, err := w.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	folder := folderOf(t, map[string][]byte{"a.zip": packed.Bytes()})
	for _, path := range []string{filepath.Join(filepath.Dir(folder), "poza.csv"), filepath.Join(folder, "..", "lista.csv")} {
		if err := os.WriteFile(path, []byte("PESEL;Rodzaj;Kod\r\n14222255540;sio;otw:0003\r\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	d.must(exitNothing, "import", "codes", "--json", folder)
	for file := range d.searches() {
		if strings.Contains(file, "..") {
			t.Errorf("a way out in %q", file)
		}
	}
	if n := d.codesOf(); len(n) != 0 {
		t.Errorf("taken in: %v", n)
	}
}

func TestAPathThatIsNotThere(t *testing.T) {
	d := newDesktop(t)
	d.school()
	d.must(exitNothing, "import", "codes", filepath.Join(t.TempDir(), "nie ma.pdf"), "--json")
	if r := d.object()["refused"].([]any); r[0].(map[string]any)["reason"] != "missing" {
		t.Errorf("%v", r)
	}
}

// interrupted is a context that ends after it was asked so many times.
type interrupted struct {
	context.Context
	left int
}

func (c *interrupted) Err() error {
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}

func TestWhatWasReadBeforeAnInterruptionIsKept(t *testing.T) {
	folder := folderOf(t, map[string][]byte{"1.png": codePNG(t, "otw:0001"), "2.png": codePNG(t, "otw:0002"), "3.png": codePNG(t, "otw:0003")})
	i := &codesImport{command: &command{Streams: Streams{Err: io.Discard}, t: text.CommandIn(text.Polish)}}
	scanner := desk.NewScanner([]string{folder}, nil, "", scan.Options{})
	defer scanner.Close()
	finds, _, err := i.read(&interrupted{t.Context(), 2}, scanner, nil)
	if err != nil || len(finds.Files) != 2 || len(finds.Files[1].Pairs) != 1 {
		t.Fatalf("%v, %d files", err, len(finds.Files))
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := i.end(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("nothing was taken in: %v", err)
	}
	i.taken = 1
	if err := i.end(ctx); !errors.Is(err, errRefused) {
		t.Errorf("something was taken in: %v", err)
	}
}
