package desk

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/gofont/goregular"
	"rsc.io/qr"

	"okienko/model"
	"okienko/store"
	"okienko/store/intake/scan"
	"okienko/ui/kit"
	"okienko/ui/kit/kittest"
	qrdraw "okienko/ui/qr"
	"okienko/ui/text"
)

// sharedCache lets all tests use what the reader of PDFs compiled once.
func (a *App) sharedCache(t *testing.T) {
	t.Helper()
	shared := filepath.Join(os.TempDir(), "okienko-test-pdfium")
	if err := os.MkdirAll(shared, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(shared, a.Folder.Cache()); err != nil {
		t.Fatal(err)
	}
}

// codePDF makes a page for each pair of a line of text and a code.
func codePDF(t *testing.T, password string, pages ...[2]string) string {
	t.Helper()
	b := fpdf.New("P", "mm", "A4", "")
	b.AddUTF8FontFromBytes("go", "", goregular.TTF)
	b.SetFont("go", "", 11)
	if password != "" {
		b.SetProtection(0, password, "owner")
	}
	b.SetFillColor(0, 0, 0)
	for _, page := range pages {
		b.AddPage()
		b.Text(80, 60, page[0])
		code, err := qr.Encode(page[1], qr.M)
		if err != nil {
			t.Fatal(err)
		}
		module := 40 / float64(code.Size)
		for row := range code.Size {
			for col := range code.Size {
				if code.Black(col, row) {
					b.Rect(80+float64(col)*module, 70+float64(row)*module, module, module, "F")
				}
			}
		}
	}
	var out bytes.Buffer
	if err := b.Output(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// codePNG is a picture of a code and nothing else.
func codePNG(t *testing.T, payload string) string {
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
	return out.String()
}

// deskWithCodes has three students and files in its inbox.
func deskWithCodes(t *testing.T, files map[string]string) *App {
	t.Helper()
	a := threePupils(t)
	a.inbox(t, files)
	a.sharedCache(t)
	a.Terminal = qrdraw.Abilities{UTF8: true, Glyphs: true}
	return a
}

// surname of the i-th student, and the whole name.
func (a *App) nth(i int) *Entry { return a.School.All()[i] }

func TestCodesOfAFolderAreShownAskedAndTaken(t *testing.T) {
	a := deskWithCodes(t, nil)
	sure, asked := a.nth(0), a.nth(1)
	a.inbox(t, map[string]string{
		"listy.pdf": codePDF(t, "", [2]string{sure.Name() + ", klasa " + sure.Class.String(), "otw:0001"}, [2]string{"Ktoś Obcy", "otw:0002"}),
		"pusty.pdf": codePDF(t, ""),
	})
	a.sharedCache(t)
	w := open(t, a, newList(a))
	w.Press("f6").Expect("listy.pdf", "cały folder").Press("f3")
	w.Expect("Pliki: 2 · pewne: 1 · wskazane: 0 · do wskazania: 1", "? czyj to kod", "+ pewny", sure.ListName(), "- brak kodów").ExpectNot("otw:")
	w.Expect("Przy kodzie nie ma żadnego ucznia z listy.")
	w.Press("enter").Expect("Czyj to kod?", "strona 2", "▄").Fits()
	w.Type(model.Fold(asked.Last)).Expect(asked.ListName()).Press("enter")
	w.Expect("+ wskazany", "wskazane: 1 · do wskazania: 0")
	if len(a.School.Get(sure.ID).Codes) != 0 {
		t.Fatal("something was written before it was confirmed")
	}
	w.Press("w").Expect("Zapisać kody? Pewne: 1, wskazane: 1.").Press("enter").Expect("+ pewny")
	w.Press("w", "t").Expect("Przyjęte kody: 2, znane: 0, nieprzyjęte: 0", "+ przyjęty").ExpectNot("otw:")
	for _, e := range []*Entry{sure, asked} {
		if got := a.School.Get(e.ID); len(got.Codes) != 1 || got.Codes[0].Kind != model.CodeSIO {
			t.Errorf("%+v", got.Codes)
		}
	}
	w.Press("enter").Expect("Wczytane w całości pliki w skrzynce: 1").Press("t").Expect("Przyjęte kody: 2")
	if _, err := os.Stat(filepath.Join(a.Folder.Inbox(), "listy.pdf")); err == nil {
		t.Error("the file still lies in the inbox")
	}
	if aside, err := filepath.Glob(filepath.Join(a.Folder.Taken(), "*.zip.age")); err != nil || len(aside) != 1 {
		t.Errorf("put aside: %v, %v", aside, err)
	}
	if _, err := os.Stat(filepath.Join(a.Folder.Inbox(), "pusty.pdf")); err != nil {
		t.Error("a file that gave nothing was put aside")
	}
}

func TestWhatIsNotAnsweredIsNotTaken(t *testing.T) {
	a := deskWithCodes(t, map[string]string{"IMG_1.png": codePNG(t, "otw:0009")})
	w := open(t, a, newImport(a))
	w.Press("enter").Expect("? czyj to kod").Press("enter", "esc").Expect("do wskazania: 1")
	w.Press("w").Expect("Nie ma czego zapisać")
	w.Press("enter", "enter").Expect("Wpisz nazwisko").Type("nowak").Press("enter").Expect("+ wskazany").Press("space").Expect("- pominięty").Press("w").Expect("Nie ma czego zapisać")
	w.Press("space").Expect("+ wskazany").Press("esc").Expect("Zamknąć bez zapisu?").Press("n", "enter").Expect("Zapisać kody?").Press("t").Expect("+ przyjęty")
}

func TestSuggestionsStandInFront(t *testing.T) {
	a := deskWithCodes(t, nil)
	p := &Pair{Found: scan.Found{File: "x", Page: 1, Why: scan.SeveralFit, Candidates: []model.StudentID{a.nth(2).ID, a.nth(0).ID}}}
	s := newScanAsk(a, p).(*scanAsk)
	if len(s.found) != 2 || s.found[0] != a.nth(2) || s.found[1] != a.nth(0) {
		t.Errorf("%d students", len(s.found))
	}
}

func TestRefusalsAreSentences(t *testing.T) {
	a := deskWithCodes(t, nil)
	first, second := a.nth(0), a.nth(1)
	a.give(t, model.Code{Student: first.ID, Kind: model.CodeSIO, Payload: "otw:0001"})
	a.inbox(t, map[string]string{second.Name() + " " + second.Class.String() + ".png": codePNG(t, "otw:0001")})
	w := open(t, a, newImport(a))
	w.Press("enter").Expect("+ pewny").Press("enter", "t").Expect("nieprzyjęte: 1", "x nieprzyjęty", "należy do innego ucznia")
	w.Press("enter").ExpectNot("Przenieść")
	if !w.Ended() {
		t.Error("a file that was refused is offered to be put aside")
	}
}

func TestAPasswordIsAskedFor(t *testing.T) {
	a := deskWithCodes(t, nil)
	e := a.nth(2)
	a.inbox(t, map[string]string{"tajny.pdf": codePDF(t, "sekret", [2]string{e.Name() + ", klasa " + e.Class.String(), "otw:0003"})})
	a.sharedCache(t)
	w := open(t, a, newImport(a))
	w.Press("enter").Expect("Hasło do pliku tajny.pdf").Type("inne").Press("enter").Expect("To hasło nie otwiera tego pliku")
	w.Press("esc").Expect("? podaj hasło").Press("enter").Type("sekret").Press("enter").Expect("+ pewny", e.ListName())
}

func TestEscKeepsWhatWasRead(t *testing.T) {
	a := deskWithCodes(t, map[string]string{"1.png": codePNG(t, "otw:1"), "2.png": codePNG(t, "otw:2"), "3.png": codePNG(t, "otw:3")})
	s := newScan(a, a.Folder.Inbox()).(*scanScreen)
	s.opened(s.Init()().(scanOpened).scanner)
	s.Update(s.steps.Next()())
	next := s.steps.Next()
	s.stop()
	s.Update(next())
	if s.phase != scanReviewed || len(s.finds.Files) < 1 || len(s.finds.Files) > 2 || len(s.rows) == 0 {
		t.Errorf("phase %d, %d files", s.phase, len(s.finds.Files))
	}
}

func TestEscStopsWritingAfterThePart(t *testing.T) {
	a := threePupils(t)
	s := newScan(a, "x").(*scanScreen)
	var found []scan.Found
	for i := range 250 {
		found = append(found, scan.Found{Page: i + 1, Payload: model.Secret("otw:" + strings.Repeat("x", i+1)), Sure: true,
			Candidates: []model.StudentID{a.nth(0).ID}, Why: scan.ByPage})
	}
	s.finds.Add(scan.Item{File: "x", Found: found})
	s.phase = scanReviewed
	s.write()
	first := s.steps.Next()().(kit.StepDone)
	s.stopWriting()
	s.Update(first)
	if n := s.finds.Counts(); s.phase != scanFinished || n.Added != 100 || s.ended.Text != s.t.WritingStopped {
		t.Errorf("phase %d, %+v", s.phase, n)
	}
	// Started again, what was taken is known and the rest follows.
	again := NewFinds("")
	again.Add(scan.Item{File: "x", Found: found})
	if err := again.Run(t.Context(), a.DB, a.Actor); err != nil {
		t.Fatal(err)
	}
	if n := again.Counts(); n.Known != 100 || n.Added != 150 {
		t.Errorf("again: %+v", n)
	}
	a.reload(t)
	if n := len(a.nth(0).Codes); n != 250 {
		t.Errorf("%d codes of 250", n)
	}
}

// What others drop into the inbox must not lead out of it, nor hang the window.
func TestLinksAndPipesInTheInboxAreNotFollowed(t *testing.T) {
	a := deskWithCodes(t, nil)
	inbox, outside := a.Folder.Inbox(), t.TempDir()
	for name, data := range map[string]string{"kod.png": codePNG(t, "otw:0001"), "lista.csv": "PESEL;Rodzaj;Kod\r\n"} {
		if err := os.WriteFile(filepath.Join(outside, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(filepath.Join(outside, name), filepath.Join(inbox, name)); err != nil {
			t.Skip("no symbolic links here")
		}
	}
	if err := os.Symlink(outside, filepath.Join(inbox, "dalej")); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(filepath.Join(inbox, "rura.png"), 0o600); err != nil {
		t.Skip("no pipes here")
	}
	scanner := open(t, a, newScan(a, inbox))
	scanner.Expect("dalej", "kod.png", "lista.csv", "rura.png").ExpectNot("czyj to kod", "otw:")
	for _, name := range []string{"kod.png", "dalej"} {
		open(t, a, newScan(a, filepath.Join(inbox, name))).ExpectNot("czyj to kod", "otw:")
	}
	if _, err := loadFile(filepath.Join(inbox, "lista.csv"), !dropped(filepath.Join(inbox, "lista.csv"), a.Folder)); !errors.Is(err, ErrNotAFile) {
		t.Errorf("a linked list: %v", err)
	}
	if _, err := LoadFile(filepath.Join(inbox, "rura.png")); !errors.Is(err, ErrNotAFile) {
		t.Errorf("a pipe: %v", err)
	}
	if _, err := LoadFile(filepath.Join(inbox, "lista.csv")); err != nil {
		t.Errorf("a link that somebody names: %v", err)
	}
}

func TestWhatLiesInTheInbox(t *testing.T) {
	folder := store.Folder(t.TempDir())
	for path, want := range map[string]bool{
		folder.Inbox(): true, filepath.Join(folder.Inbox(), "a"): true, filepath.Join(folder.Inbox(), "b", "..", "a"): true,
		filepath.Join(folder.Inbox(), ".."): false, folder.Inbox() + "2": false, "/": false,
	} {
		if got := dropped(path, folder); got != want {
			t.Errorf("%q: %v", path, got)
		}
	}
}

func TestOneCodeInTwoFilesIsNobodys(t *testing.T) {
	f := NewFinds("")
	for i, id := range []model.StudentID{1, 2, 3} {
		payload := model.Secret("a")
		if id == 3 {
			payload = "b"
		}
		f.Add(scan.Item{File: string(rune('a' + i)), Found: []scan.Found{{Payload: payload, Sure: true, Candidates: []model.StudentID{id}, Why: scan.ByFile}}})
	}
	f.Settle()
	f.Begin()
	if n := f.Counts(); n.Sure != 1 || n.Open != 2 || len(f.codes) != 1 || f.codes[0].Student != 3 {
		t.Errorf("%+v, %d to be taken", n, len(f.codes))
	}
	if p := f.Files[0].Pairs[0]; p.Why != scan.TwoOwners || len(p.Candidates) != 2 {
		t.Errorf("%s, %v", p.Why, p.Candidates)
	}
}

func TestTheKindOfAFoundCode(t *testing.T) {
	for _, c := range []struct {
		found scan.Found
		kind  model.CodeKind
		want  model.CodeKind
		fault model.ProblemID
	}{
		{scan.Found{Payload: "a"}, "", model.CodeSIO, ""},
		{scan.Found{Payload: "a"}, model.CodeZPE, model.CodeZPE, ""},
		{scan.Found{Payload: "a", Second: "s"}, "", model.CodeLegacy, ""},
		{scan.Found{Payload: "a", Second: "s"}, model.CodeSIO, model.CodeLegacy, ""},
		{scan.Found{Payload: "a", Second: "s", Login: "l"}, "", model.CodeCredentials, ""},
		{scan.Found{Payload: "a", Login: "l"}, "", model.CodeSIO, ""},
		{scan.Found{Payload: "a"}, model.CodeLegacy, model.CodeLegacy, model.ProblemSecondMissing},
		{scan.Found{Payload: "a\x01"}, "", model.CodeSIO, model.ProblemPayloadControl},
	} {
		got := NewFinds(c.kind).code(&Pair{Found: c.found, Owner: 1})
		if got.Kind != c.want || fault(got).ID != c.fault {
			t.Errorf("%+v: %s, %s", c, got.Kind, fault(got).ID)
		}
		if got.Kind != model.CodeCredentials && (got.Login != "" || got.Payload == "") {
			t.Errorf("%+v: a user name or no code", c)
		}
	}
}

func TestScanScreensHoldTheRules(t *testing.T) {
	for _, l := range text.Langs {
		a := deskWithCodes(t, map[string]string{"IMG_1.png": codePNG(t, "otw:0009"), "nic.pdf": "x"})
		a.Lang = l
		s := newScan(a, a.Folder.Inbox()).(*scanScreen)
		check := func(s kit.Screen) {
			t.Helper()
			for _, fault := range kit.Check(s) {
				t.Error(fault)
			}
			for _, act := range s.Actions() {
				if n := kit.Width(act.Hint); n > 34 {
					t.Errorf("%s, %s: %d cells: %q", l, act.ID, n, act.Hint)
				}
			}
		}
		check(s)
		w := open(t, a, s)
		check(s)
		w.Press("down").Fits()
		check(s)
		w.Press("up", "enter").Fits()
		check(w.Stack().Top())
		w.Type("nowak").Press("enter", "w", text.KitIn(l).YesKey).Fits()
		check(s)
		check(newFilePick(a, ".", a.Folder.Inbox()))
	}
}

func TestScanGolden(t *testing.T) {
	for name, size := range map[string][2]int{"80x24": {80, 24}, "120x40": {120, 40}} {
		a := deskWithCodes(t, nil)
		e := a.nth(0)
		a.inbox(t, map[string]string{e.Name() + " " + e.Class.String() + ".png": codePNG(t, "otw:0001"), "IMG_1.png": codePNG(t, "otw:0002"), "nic.pdf": "x"})
		w := openAt(t, a, newScan(a, a.Folder.Inbox()), size[0], size[1])
		kittest.Golden(t, "scan_review_"+name, w.Fits().See())
		w.Press("enter")
		kittest.Golden(t, "scan_whose_"+name, w.Fits().See())
		w.Press("esc", "w", "t")
		kittest.Golden(t, "scan_result_"+name, w.Fits().See())
	}
}

func TestTheInboxIsSeenWhileTheWindowIsOpen(t *testing.T) {
	a := deskWithCodes(t, nil)
	w := open(t, a, newList(a))
	w.Advance(2 * time.Second).ExpectNot("W skrzynce")
	if err := os.WriteFile(filepath.Join(a.Folder.Inbox(), "kody.pdf"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	w.Advance(5 * time.Second).Expect("W skrzynce: 1 plik (F6)").Fits()
	if err := os.Remove(filepath.Join(a.Folder.Inbox(), "kody.pdf")); err != nil {
		t.Fatal(err)
	}
	w.Advance(5 * time.Second).ExpectNot("W skrzynce")
}

func TestAScannedCodeLeadsToItsOwner(t *testing.T) {
	a := threePupils(t)
	owner := a.nth(2)
	a.give(t, model.Code{Student: owner.ID, Kind: model.CodeSIO, Payload: "otw:0001-abc"})
	s := newList(a)
	w := open(t, a, s)
	w.Scan("otw:0001-abc").Expect("Ten kod należy do: "+owner.Name()).ExpectNot("otw:", "abc")
	if s.selected() == nil || s.selected().ID != owner.ID {
		t.Error("the cursor is elsewhere")
	}
	w.Scan("otw:0002-abc").Expect("Kod nieznany. Otwórz ucznia i zeskanuj jeszcze raz.").ExpectNot("otw:", "abc")
	if s.search.Value() != "" {
		t.Error("the scanned text stays in the search")
	}
	w.Scan(strings.ToLower(owner.Last) + " xyzxyz")
	if s.search.Value() == "" && w.Stack().Top() == kit.Screen(s) {
		t.Error("a name typed fast is gone")
	}
	if err := a.DB.MarkLeft(context.Background(), a.Actor, []model.StudentID{owner.ID}, model.MustDate(2026, 8, 31)); err != nil {
		t.Fatal(err)
	}
	a.reload(t)
	open(t, a, newList(a)).Scan("otw:0001-abc").Expect("Ten kod należy do: " + owner.Name())
}

func TestALongPasteIsRefusedWithASentence(t *testing.T) {
	a := threePupils(t)
	long := strings.Repeat("kod ", 10<<20/4)
	open(t, a, newList(a)).Paste(long).Expect("Wklejony tekst jest za długi")
	open(t, a, newPage(a, a.nth(0).ID)).Paste(long).Expect("Wklejony tekst jest za długi. Nic nie wpisano.")
}

func TestThePictureOfACode(t *testing.T) {
	img := image.NewGray(image.Rect(0, 0, 300, 300))
	for y := range 300 {
		for x := range 150 {
			img.SetGray(x, y, color.Gray{Y: 255})
		}
	}
	can := qrdraw.Abilities{UTF8: true}
	lines := cropCells(img, 20, 30, can)
	if len(lines) != 10 {
		t.Fatalf("%d lines", len(lines))
	}
	want := "\x1b[48;5;231m\x1b[38;5;231m" + strings.Repeat("▄", 10) + "\x1b[48;5;16m\x1b[38;5;16m" + strings.Repeat("▄", 10) + "\x1b[0m"
	for _, line := range lines {
		if line != want || kit.Width(line) != 20 {
			t.Fatalf("%q", line)
		}
	}
	if wide := cropCells(img, 200, 8, can); len(wide) != 8 || kit.Width(wide[0]) != 16 {
		t.Errorf("%d lines", len(wide))
	}
	for _, none := range [][]string{cropCells(nil, 20, 20, can), cropCells(img, 20, 20, qrdraw.Abilities{}), cropCells(img, 0, 0, can),
		cropCells(img, 20, 20, qrdraw.Abilities{UTF8: true, Palette: qrdraw.Bright16})} {
		if none != nil {
			t.Error("drawn where it can't be")
		}
	}
}

func TestASecondCodeThatIsNotClearIsAskedFor(t *testing.T) {
	a := threePupils(t)
	e := a.nth(0)
	s := newScan(a, "x").(*scanScreen)
	s.finds.Add(scan.Item{File: "listy.pdf", Found: []scan.Found{{File: "listy.pdf", Page: 1, Payload: "otw:0001", Why: scan.SecondUnclear,
		Candidates: []model.StudentID{e.ID}}}})
	s.phase, s.steps = scanReviewed, kit.NewSteps(0, nil)
	s.show()
	w := open(t, a, s)
	s.phase = scanReviewed
	w.Press("enter", "enter").Expect("Drugi kod lub hasło").Type("Ab12").Press("enter").Expect("+ wskazany").ExpectNot("Ab12")
	w.Press("enter", "t").Expect("+ przyjęty")
	if got := a.School.Get(e.ID).Codes; len(got) != 1 || got[0].Kind != model.CodeLegacy {
		t.Errorf("%+v", got)
	}
}
