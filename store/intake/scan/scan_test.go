package scan

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/draw"

	"okienko/model"
)

func sincos(degrees float64) (s, c float64) { return math.Sincos(degrees * math.Pi / 180) }

// engineCache is shared by all tests, so that PDFium is compiled once.
var engineCache = filepath.Join(os.TempDir(), "okienko-test-pdfium")

// scanFiles writes files into a folder and scans it.
func scanFiles(t *testing.T, files map[string][]byte, change ...func(*Options)) []Item {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "kody")
	for name, data := range files {
		write(t, filepath.Join(folder, name), data)
	}
	return scanAll(t, []string{folder}, change...)
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func scanAll(t *testing.T, paths []string, change ...func(*Options)) []Item {
	t.Helper()
	o := Options{People: NewPeople(school), CacheDir: engineCache}
	for _, c := range change {
		c(&o)
	}
	s := New(paths, o)
	defer s.Close()
	var items []Item
	for {
		item, err := s.Next(t.Context())
		if errors.Is(err, io.EOF) {
			if len(items) != s.Len() {
				t.Errorf("%d items, but Len is %d", len(items), s.Len())
			}
			return items
		}
		if err != nil {
			t.Fatal(err)
		}
		checkItem(t, item)
		items = append(items, item)
	}
}

// checkItem holds for every item whatever was in the file.
func checkItem(t *testing.T, item Item) {
	t.Helper()
	for _, f := range item.Found {
		switch {
		case f.Sure && (len(f.Candidates) != 1 || f.Crop != nil || f.Payload == ""):
			t.Errorf("%s: a sure code has %d candidates, a crop: %v", item.File, len(f.Candidates), f.Crop != nil)
		case !f.Sure && f.Crop == nil && item.Reason != Stopped:
			t.Errorf("%s: a doubt has no crop", item.File)
		case f.Crop != nil && max(f.Crop.Bounds().Dx(), f.Crop.Bounds().Dy()) > cropSide:
			t.Errorf("%s: the crop is %v", item.File, f.Crop.Bounds())
		case !slices.Contains(Whys, f.Why):
			t.Errorf("%s: unknown ground %q", item.File, f.Why)
		case len(f.Candidates) > maxSuggestions:
			t.Errorf("%s: %d candidates", item.File, len(f.Candidates))
		}
	}
	if item.Reason != "" && !slices.Contains(Reasons, item.Reason) {
		t.Errorf("%s: unknown reason %q", item.File, item.Reason)
	}
}

// truth says who owns which payload; doubts are the payloads that may be left
// to a person.
type truth struct {
	owner  map[string]model.StudentID
	doubts map[string]Why
}

// check compares the finds of some items with the truth.
func (want truth) check(t *testing.T, items []Item) {
	t.Helper()
	seen := map[string]bool{}
	for _, item := range items {
		for _, f := range item.Found {
			payload := f.Payload.Reveal()
			seen[payload] = true
			owner, known := want.owner[payload]
			switch why, mayDoubt := want.doubts[payload]; {
			case !known && !mayDoubt:
				t.Errorf("%s page %d: a code that is not there", item.File, f.Page)
			case f.Sure && mayDoubt:
				t.Errorf("%s page %d: sure (%s) of student %d, but it can't be", item.File, f.Page, f.Why, f.Candidates[0])
			case f.Sure && f.Candidates[0] != owner:
				t.Errorf("%s page %d: given to student %d, is of %d", item.File, f.Page, f.Candidates[0], owner)
			case !f.Sure && !mayDoubt:
				t.Errorf("%s page %d: in doubt (%s, %v), is of %d", item.File, f.Page, f.Why, f.Candidates, owner)
			case mayDoubt && f.Why != why:
				t.Errorf("%s page %d: in doubt for %s, not %s", item.File, f.Page, f.Why, why)
			case mayDoubt && owner != 0 && !slices.Contains(f.Candidates, owner):
				t.Errorf("%s page %d: student %d is not suggested", item.File, f.Page, owner)
			}
		}
	}
	for payload := range want.owner {
		if !seen[payload] {
			t.Errorf("the code of student %d was not found", want.owner[payload])
		}
	}
}

// owned is the truth in which everybody has their own code.
func owned(ids ...model.StudentID) truth {
	want := truth{map[string]model.StudentID{}, map[string]Why{}}
	for _, id := range ids {
		want.owner[secretText(id)] = id
	}
	return want
}

func fullName(id model.StudentID) string {
	s := student(id)
	return s.First + " " + s.Last
}

var twelve = []model.StudentID{1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13}

// sheetOf draws twelve codes in a grid; label draws what belongs to one.
func sheetOf(t *testing.T, label func(b *booklet, x, y, side float64, id model.StudentID)) []byte {
	b := newBooklet(t)
	b.AddPage()
	b.Text(15, 8, "Kody aktywacyjne mLegitymacji, klasa 4a")
	for i, id := range twelve {
		x, y, side := 15+float64(i%3)*65, 35+float64(i/3)*66, 34.0
		if i%2 == 0 {
			b.vectorCode(x, y, side, secretText(id))
		} else {
			b.pictureCode(x, y, side, secretText(id))
		}
		label(b, x, y, side, id)
	}
	return b.bytes()
}

func TestTwelveOnASheet(t *testing.T) {
	layouts := map[string]func(b *booklet, x, y, side float64, id model.StudentID){
		"name below": func(b *booklet, x, y, side float64, id model.StudentID) {
			b.Text(x, y+side+6, fullName(id))
		},
		"name above": func(b *booklet, x, y, side float64, id model.StudentID) {
			b.Text(x, y-3, fullName(id))
		},
		"surname first, with PESEL": func(b *booklet, x, y, side float64, id model.StudentID) {
			b.Text(x, y+side+6, student(id).Last+" "+student(id).First)
			b.Text(x, y+side+11, "PESEL: "+string(student(id).PESEL))
		},
		"name above, PESEL below, rows tight": func(b *booklet, x, y, side float64, id model.StudentID) {
			b.Text(x, y-2, fullName(id))
			b.Text(x, y+side+22, string(student(id).PESEL))
		},
		"name above, nearer to the code of the row above": func(b *booklet, x, y, side float64, id model.StudentID) {
			b.Text(x, y-20, fullName(id))
		},
		"name to the right": func(b *booklet, x, y, side float64, id model.StudentID) {
			b.SetFontSize(7)
			b.Text(x+side+2, y+8, student(id).First)
			b.Text(x+side+2, y+12, student(id).Last)
			b.Text(x+side+2, y+18, string(student(id).PESEL))
		},
		"number of the card only": func(b *booklet, x, y, side float64, id model.StudentID) {
			b.Text(x, y+side+6, "Nr legitymacji: "+school[id-1].Cards[0].Number)
		},
		"upper case": func(b *booklet, x, y, side float64, id model.StudentID) {
			b.Text(x, y+side+6, strings.ToUpper(fullName(id)))
		},
	}
	for name, label := range layouts {
		t.Run(name, func(t *testing.T) {
			items := scanFiles(t, map[string][]byte{"arkusz.pdf": sheetOf(t, label)})
			owned(twelve...).check(t, items)
		})
	}
}

func TestTableOfCodes(t *testing.T) {
	b := newBooklet(t)
	b.AddPage()
	ids := []model.StudentID{1, 2, 14, 5, 6, 7}
	for i, id := range ids {
		y := 20 + float64(i)*42
		b.Text(12, y+15, student(id).Last)
		b.Text(60, y+15, student(id).First)
		b.vectorCode(110, y, 35, secretText(id))
		b.Text(160, y+10, "Hasło:")
		b.Text(178, y+10, fmt.Sprintf("Ab%d-xK", 1000+id))
	}
	items := scanFiles(t, map[string][]byte{"lista.pdf": b.bytes()})
	owned(ids...).check(t, items)
	for _, f := range items[0].Found {
		if want := fmt.Sprintf("Ab%d-xK", 1000+f.Candidates[0]); f.Second.Reveal() != want {
			t.Errorf("student %d: second secret of %d characters, want %q", f.Candidates[0], len(f.Second), want)
		}
	}
}

func TestOneStudentAPage(t *testing.T) {
	letter := func(b *booklet, id model.StudentID) {
		b.AddPage()
		b.Text(20, 30, "Szanowni Państwo,")
		b.Text(20, 40, "Uczeń: "+fullName(id)+", klasa "+student(id).Class.String())
		b.pictureCode(80, 120, 40, secretText(id))
		b.Text(80, 170, "Kod aktywacyjny: "+fmt.Sprintf("%04d-KQ", id))
		b.Text(20, 200, "Kod aktywacyjny należy wpisać w aplikacji.")
	}
	t.Run("each code with its second secret, and namesakes by class", func(t *testing.T) {
		b := newBooklet(t)
		ids := []model.StudentID{3, 4, 5, 2}
		for _, id := range ids {
			letter(b, id)
		}
		items := scanFiles(t, map[string][]byte{"listy.pdf": b.bytes()})
		owned(ids...).check(t, items)
		for _, f := range items[0].Found {
			if want := fmt.Sprintf("%04d-KQ", f.Candidates[0]); f.Second.Reveal() != want {
				t.Errorf("page %d: second secret of %d characters, want %q", f.Page, len(f.Second), want)
			}
		}
	})
	t.Run("a second page without a code", func(t *testing.T) {
		b := newBooklet(t)
		for _, id := range []model.StudentID{5, 6} {
			letter(b, id)
			b.AddPage()
			b.Text(20, 30, "Zainstaluj aplikację mObywatel Junior.")
		}
		owned(5, 6).check(t, scanFiles(t, map[string][]byte{"listy.pdf": b.bytes()}))
	})
	t.Run("name on one page, code on the next", func(t *testing.T) {
		b := newBooklet(t)
		for _, id := range []model.StudentID{5, 6, 7} {
			b.AddPage()
			b.Text(20, 30, "Uczeń: "+fullName(id))
			b.AddPage()
			b.vectorCode(80, 120, 40, secretText(id))
		}
		owned(5, 6, 7).check(t, scanFiles(t, map[string][]byte{"listy.pdf": b.bytes()}))
	})
	t.Run("the way to the shop of apps on every page", func(t *testing.T) {
		b := newBooklet(t)
		want := owned(5, 6, 7)
		want.doubts["https://example.org/mobywatel-junior"] = TwoOwners
		for _, id := range []model.StudentID{5, 6, 7} {
			letter(b, id)
			b.pictureCode(20, 240, 30, "https://example.org/mobywatel-junior")
		}
		want.check(t, scanFiles(t, map[string][]byte{"listy.pdf": b.bytes()}))
	})
}

func TestDoubtsAreAsked(t *testing.T) {
	page := func(draw func(b *booklet)) []byte {
		b := newBooklet(t)
		b.AddPage()
		draw(b)
		return b.bytes()
	}
	one := func(lines ...string) []byte {
		return page(func(b *booklet) {
			for i, line := range lines {
				b.Text(20, 20+float64(i)*8, line)
			}
			b.vectorCode(80, 120, 40, secretText(5))
		})
	}
	for name, c := range map[string]struct {
		file string
		data []byte
		want truth
	}{
		"nobody named":            {"kod.pdf", one("Kod ucznia"), truth{}.of(5, NobodyNamed, 0)},
		"somebody unknown":        {"kod.pdf", one("Uczeń: Krzysztof Obcy"), truth{}.of(5, NobodyNamed, 0)},
		"namesakes without class": {"kod.pdf", one("Jan Kowalski"), truth{}.of(5, SeveralFit, 3)},
		"two students":            {"kod.pdf", one("Ewa Lis", "Adam Wilk"), truth{}.of(5, SeveralFit, 7)},
		"name and PESEL disagree": {"kod.pdf", one("Ewa Lis", string(student(8).PESEL)), truth{}.of(5, Contradiction, 7)},
		"another class":           {"kod.pdf", one("Anna Nowak, klasa 7c"), truth{}.of(5, Contradiction, 5)},
		"the name goes on":        {"kod.pdf", one("Anna Nowak Malinowska"), truth{}.of(5, SeveralFit, 5)},
		"a hyphen goes on":        {"kod.pdf", one("Anna Nowak-Malinowska"), truth{}.of(5, NobodyNamed, 0)},
		"file and page disagree":  {"Ewa Lis.pdf", one("Anna Nowak"), truth{}.of(5, Contradiction, 5)},
		"PESEL of somebody else":  {"kod.pdf", one("Anna Nowak", string(inventedPESEL(99))), truth{}.of(5, Contradiction, 5)},
		"a name between two codes": {"kod.pdf", page(func(b *booklet) {
			b.vectorCode(80, 40, 40, secretText(5))
			b.Text(85, 90, "Anna Nowak")
			b.vectorCode(80, 98, 40, secretText(6))
		}), truth{}.of(5, UnclearLayout, 5).of(6, UnclearLayout, 5)},
		"two secrets for one code": {"kod.pdf", one("Anna Nowak", "Hasło: abc1", "Hasło: abc2"), truth{}.of(5, SecondUnclear, 5)},
	} {
		t.Run(name, func(t *testing.T) {
			c.want.check(t, scanFiles(t, map[string][]byte{c.file: c.data}))
		})
	}
}

// of adds a code in doubt and who must be among the suggestions, 0 for none.
func (want truth) of(code model.StudentID, why Why, suggested model.StudentID) truth {
	if want.owner == nil {
		want = truth{map[string]model.StudentID{}, map[string]Why{}}
	}
	want.owner[secretText(code)] = suggested
	want.doubts[secretText(code)] = why
	return want
}

func TestFileNames(t *testing.T) {
	code := func(id model.StudentID) []byte { return pngOf(t, codePicture(t, secretText(id), 5)) }
	for file, c := range map[string]struct {
		id   model.StudentID
		want truth
	}{
		"Nowak_Anna_4a.png":               {5, owned(5)},
		"anna nowak.png":                  {5, owned(5)},
		"ŻĄDŁO-ĆWIK Łucja.png":            {2, owned(2)},
		"zadlo_cwik_lucja.png":            {2, owned(2)},
		"Kowalski_Jan_4a.png":             {3, owned(3)},
		"kod Jan Kowalski 5b.png":         {4, owned(4)},
		"5b/Jan Kowalski.png":             {4, owned(4)},
		"Jan Kowalski.png":                {4, truth{}.of(4, SeveralFit, 4)},
		"Anna Nowak 6c.png":               {5, truth{}.of(5, Contradiction, 5)},
		"klasa 6c/Anna Nowak.png":         {5, truth{}.of(5, Contradiction, 5)},
		"IMG_20261120.png":                {5, truth{}.of(5, NobodyNamed, 0)},
		"Anna_Nowak_Malinowska.png":       {5, truth{}.of(5, SeveralFit, 5)},
		string(student(9).PESEL) + ".png": {9, owned(9)},
	} {
		t.Run(strings.ReplaceAll(file, "/", " in "), func(t *testing.T) {
			c.want.check(t, scanFiles(t, map[string][]byte{file: code(c.id)}))
		})
	}
}

func TestScannedSheets(t *testing.T) {
	for _, degrees := range []float64{-4, 1.5, 7} {
		t.Run(fmt.Sprint(degrees), func(t *testing.T) {
			sheet := image.NewGray(image.Rect(0, 0, 1240, 1754)) // A4 at 150 dpi
			draw.Draw(sheet, sheet.Bounds(), image.White, image.Point{}, draw.Src)
			code := codePicture(t, secretText(5), 6)
			draw.Draw(sheet, code.Bounds().Add(image.Pt(450, 700)), code, image.Point{}, draw.Src)
			b := newBooklet(t)
			b.AddPage()
			b.embed(0, 0, 210, 297, "JPEG", jpegOf(t, scanned(sheet, degrees)))
			owned(5).check(t, scanFiles(t, map[string][]byte{"Anna_Nowak.pdf": b.bytes()}))
		})
	}
}

func TestScreenshotWithSeveralCodes(t *testing.T) {
	screen := image.NewRGBA(image.Rect(0, 0, 1920, 1080))
	draw.Draw(screen, screen.Bounds(), image.NewUniform(color.RGBA{30, 30, 40, 255}), image.Point{}, draw.Src)
	for i, id := range []model.StudentID{5, 6, 7} {
		code := codePicture(t, secretText(id), 3+i)
		draw.Draw(screen, code.Bounds().Add(image.Pt(100+500*i, 200)), code, image.Point{}, draw.Src)
	}
	// The third is drawn light on dark, as some programs do at night.
	inverted := codePicture(t, secretText(8), 4)
	for i := range inverted.Pix {
		inverted.Pix[i] = ^inverted.Pix[i]
	}
	draw.Draw(screen, inverted.Bounds().Add(image.Pt(700, 600)), inverted, image.Point{}, draw.Src)
	want := truth{}
	for _, id := range []model.StudentID{5, 6, 7, 8} {
		want = want.of(id, NobodyNamed, 0)
	}
	want.check(t, scanFiles(t, map[string][]byte{"ekran.png": pngOf(t, screen)}))
}

func TestPicturesOfOtherKinds(t *testing.T) {
	code := codePicture(t, secretText(5), 5)
	clear := image.NewNRGBA(code.Bounds()) // black on nothing
	for y := range code.Bounds().Dy() {
		for x := range code.Bounds().Dx() {
			clear.SetNRGBA(x, y, color.NRGBA{A: 255 - code.GrayAt(x, y).Y})
		}
	}
	var moving bytes.Buffer
	if err := gif.Encode(&moving, code, nil); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"Anna Nowak.jpg": jpegOf(t, scanned(code, 3)), "Anna Nowak.png": pngOf(t, clear), "Anna Nowak.gif": moving.Bytes(),
	} {
		t.Run(name[len(name)-3:], func(t *testing.T) {
			owned(5).check(t, scanFiles(t, map[string][]byte{name: data}))
		})
	}
}

func zipOf(t *testing.T, files map[string][]byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for name, data := range files {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestZIPs(t *testing.T) {
	code := func(id model.StudentID) []byte { return pngOf(t, codePicture(t, secretText(id), 4)) }
	inner := zipOf(t, map[string][]byte{"Adam Wilk.png": code(8)})
	items := scanFiles(t, map[string][]byte{"paczka.zip": zipOf(t, map[string][]byte{
		"5b/Jan Kowalski.png": code(4), "Ewa Lis.png": code(7), "__MACOSX/._Ewa Lis.png": {1}, "dalej.zip": inner,
		"najglebiej.zip": zipOf(t, map[string][]byte{"a.zip": inner}),
	})})
	owned(4, 7, 8).check(t, items)
	reasons(t, items, map[string]Reason{"kody/paczka.zip/najglebiej.zip/a.zip": ZIPNested})
}

// reasons checks the reason of every item; files that are not named have
// none.
func reasons(t *testing.T, items []Item, want map[string]Reason) {
	t.Helper()
	for _, item := range items {
		if item.Reason != want[item.File] {
			t.Errorf("%s: %q, want %q", item.File, item.Reason, want[item.File])
		}
		delete(want, item.File)
	}
	for file := range want {
		t.Errorf("%s did not come", file)
	}
}

func TestPasswords(t *testing.T) {
	b := newBooklet(t)
	b.SetProtection(0, "sekret", "inny")
	b.AddPage()
	b.Text(20, 30, "Anna Nowak")
	b.vectorCode(80, 120, 40, secretText(5))
	data := b.bytes()
	folder := t.TempDir()
	write(t, filepath.Join(folder, "a.pdf"), data)
	write(t, filepath.Join(folder, "b.zip"), zipOf(t, map[string][]byte{"b.pdf": data}))
	s := New([]string{filepath.Join(folder, "a.pdf"), filepath.Join(folder, "b.zip"), filepath.Join(folder, "a.pdf")},
		Options{People: NewPeople(school), CacheDir: engineCache})
	defer s.Close()
	ask := func() Item {
		t.Helper()
		item, err := s.Next(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return item
	}
	first, second := ask(), ask()
	reasons(t, []Item{first, second}, map[string]Reason{"a.pdf": NeedsPassword, "b.zip/b.pdf": NeedsPassword})
	second = s.Unlock(t.Context(), second, "nie to")
	reasons(t, []Item{second}, map[string]Reason{"b.zip/b.pdf": WrongPassword})
	owned(5).check(t, []Item{s.Unlock(t.Context(), second, "sekret")})
	// The password that worked opens the next one by itself.
	owned(5).check(t, []Item{ask()})
}

func TestContextStopsInMidFile(t *testing.T) {
	b := newBooklet(t)
	for _, id := range twelve {
		b.AddPage()
		b.Text(20, 30, fullName(id)+" klasa 4a")
		b.vectorCode(80, 120, 40, secretText(id))
	}
	ctx, cancel := context.WithCancel(t.Context())
	path := filepath.Join(t.TempDir(), "listy.pdf")
	write(t, path, b.bytes())
	s := New([]string{path}, Options{People: NewPeople(school), CacheDir: engineCache, Progress: func(_ string, page, _ int) {
		if page == 5 {
			cancel()
		}
	}})
	defer s.Close()
	item, err := s.Next(ctx)
	if err != nil || item.Reason != Stopped || len(item.Found) != 5 {
		t.Fatalf("%v, %q, %d codes", err, item.Reason, len(item.Found))
	}
	owned(twelve[:5]...).check(t, []Item{item})
	if _, err := s.Next(ctx); !errors.Is(err, context.Canceled) {
		t.Fatalf("after the stop: %v", err)
	}
}
