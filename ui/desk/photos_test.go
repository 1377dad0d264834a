package desk

import (
	"bytes"
	"encoding/base64"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"okienko/model"
	"okienko/model/portrait"
	"okienko/store"
	"okienko/ui/kit"
	"okienko/ui/kit/kittest"
	"okienko/ui/text"
)

// testJPEG is a picture of one colour; n makes each another file.
func testJPEG(t *testing.T, n int) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 40, 50))
	for i := range img.Pix {
		img.Pix[i] = 200
	}
	img.SetRGBA(n%40, n/40, color.RGBA{A: 255})
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func judged(v portrait.Verdict, found ...portrait.Finding) portrait.Report {
	for i := range found {
		found[i].Level = found[i].ID.Level()
	}
	return portrait.Report{Verdict: v, Findings: found, Format: "JPEG", Width: 480, Height: 600, DisplayWidth: 480, DisplayHeight: 600, Bytes: 90_000}
}

var (
	goodPhoto  = judged(portrait.Accept)
	turnedOne  = judged(portrait.Warn, portrait.Finding{ID: portrait.RotatedEXIF, Measured: 6, Allowed: 1}, portrait.Finding{ID: portrait.GPSData})
	darkOne    = judged(portrait.Warn, portrait.Finding{ID: portrait.TooDark, Measured: 41, Allowed: 60}, portrait.Finding{ID: portrait.BackgroundBusy, Measured: 0.21, Allowed: 0.33})
	brokenFile = judged(portrait.Reject, portrait.Finding{ID: portrait.Corrupt})
)

// send takes a photo in, for the student of that surname, "" for nobody.
func (a *App) send(t *testing.T, last, file string, r portrait.Report) int64 {
	t.Helper()
	p := store.NewPhoto{Name: file, Data: testJPEG(t, len(file)+len(last)*50), Report: r}
	if last != "" {
		p.Student = a.named(t, last).ID
	}
	taken, err := a.DB.TakePhotos(t.Context(), a.Actor, p)
	if err != nil {
		t.Fatal(err)
	}
	return taken[0].ID
}

// kept is a photo as the database has it.
func (a *App) kept(t *testing.T, id int64) store.Photo {
	t.Helper()
	all, _, err := a.DB.Photos(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		if p.ID == id {
			return p
		}
	}
	t.Fatalf("photo %d is gone", id)
	return store.Photo{}
}

// posted is a school with a photo for each thing that there is to do.
func posted(t *testing.T) (a *App, ids map[string]int64) {
	t.Helper()
	a = threePupils(t)
	ids = map[string]int64{
		"good": a.send(t, "Kowalski", "Jan Kowalski 4a.jpg", goodPhoto),
		"turn": a.send(t, "Nowak", "nowak_ewa.JPG", turnedOne),
		"dark": a.send(t, "Żółć", "Zdjęcie Łucja.jpeg", darkOne),
		"lost": a.send(t, "", "kowalsky jan.jpg", goodPhoto),
	}
	return a, ids
}

func TestPhotoTable(t *testing.T) {
	a, ids := posted(t)
	a.send(t, "Nowak", "Ewa na plaży.jpg", brokenFile)
	if err := a.DB.DecidePhoto(t.Context(), otherDesk, ids["dark"], a.kept(t, ids["dark"]).Version, model.PhotoRefused); err != nil {
		t.Fatal(err)
	}
	w := open(t, a, newGallery(a))
	w.Expect("do zrobienia 4", "bez ucznia 1", "odrzucone 1", "? czyje?", "+ dobre", "nowak_ewa.JPG")
	w.Press("f4").Type("wszys").Press("enter", "end")
	w.Golden("photos_80x24")
	wide := openAt(t, a, newGallery(a), 120, 40)
	wide.Press("f4").Type("wszys").Press("enter", "end")
	wide.Golden("photos_120x40")
}

// TestEnterGoesThroughTheTable: what is fine needs one key, and the next photo
// is under the cursor.
func TestEnterGoesThroughTheTable(t *testing.T) {
	a, ids := posted(t)
	w := open(t, a, newGallery(a))
	w.Type("jan k").Press("enter").Expect("Przyjęto zdjęcie: Kowalski Jan 4a.")
	if got := a.kept(t, ids["good"]); got.State != model.PhotoAccepted || got.DecidedBy != "anna" {
		t.Errorf("after Enter: %+v", got.Photo)
	}
	if e := a.named(t, "Kowalski"); e.Portrait == nil || e.Portrait.State != model.PortraitAccepted {
		t.Errorf("the list does not know of it: %+v", e.Portrait)
	}
	w.Press("esc").ExpectNot("Jan Kowalski 4a.jpg")
	w.Press("end", "enter").Expect("Zdjęcie za ciemne.", "41", "60") // advice: a person looks at it
}

// TestNobodyIsUnderTheCursor: a photo on the wrong child's card is the worst
// that can happen, so no number of Enters settles a doubt.
func TestNobodyIsUnderTheCursor(t *testing.T) {
	a, ids := posted(t)
	w := open(t, a, newGallery(a))
	w.Press("home", "enter").Expect("Czyje to zdjęcie?", "Kowalski Jan", "podobna nazwa", "▸ – nikt –")
	w.Golden("photo_whose_80x24")
	w.Press("enter", "enter", "enter")
	if got := a.kept(t, ids["lost"]); got.Student != 0 {
		t.Fatalf("Enter alone settled it on %d", got.Student)
	}
	w.Type("a").Press("enter") // fits several
	if got := a.kept(t, ids["lost"]); got.Student != 0 {
		t.Fatalf("a letter that fits several settled it on %d", got.Student)
	}
	w.Press("backspace").Type("zolc").Expect("▸ Żółć Łucja").Press("enter").Expect("To zdjęcie: Żółć Łucja")
	if got := a.kept(t, ids["lost"]); got.Student != a.named(t, "Żółć").ID || !got.ByHand {
		t.Errorf("settled as %+v", got.Photo)
	}
}

func TestPhotoDetail(t *testing.T) {
	a, _ := posted(t)
	w := open(t, a, newGallery(a))
	w.Press("end", "f2").Golden("photo_80x24")
	wide := openAt(t, a, newGallery(a), 120, 40)
	wide.Press("end", "f2").Golden("photo_120x40")
}

// TestDespiteAsksAndSaysWho: advice is passed over by a person with a name.
func TestDespiteAsksAndSaysWho(t *testing.T) {
	a, ids := posted(t)
	w := open(t, a, newGallery(a))
	w.Press("end", "f2", "p").Expect("Są zastrzeżenia")
	w.Press("m").Expect("Przyjąć zdjęcie mimo uwag?", "Zdjęcie za ciemne.").Press("m", "esc")
	if got := a.kept(t, ids["dark"]); got.State != model.PhotoToDo {
		t.Fatalf("decided without an answer: %s", got.State)
	}
	w.Press("m", "t")
	if got := a.kept(t, ids["dark"]); got.State != model.PhotoAcceptedDespite || got.DecidedBy != "anna" {
		t.Errorf("after yes: %+v", got.Photo)
	}
}

// TestRefusedPhotoAnswersTheParent in the language of the family, by clipboard
// and by file.
func TestRefusedPhotoAnswersTheParent(t *testing.T) {
	a, ids := posted(t)
	var out bytes.Buffer
	a.Out, a.Folder = &out, store.Folder(t.TempDir())
	w := open(t, a, newGallery(a))
	w.Press("end", "f2", "o").Expect("List do rodzica", "Odrzucono zdjęcie: Żółć Łucja 5b.")
	w.Golden("photo_letter_80x24")
	w.Press("end").Expect("Sekretariat szkoły")
	w.Press("j", "enter").Expect("Terminal nie potwierdza", "rodzic wie")
	if got := a.kept(t, ids["dark"]); got.State != model.PhotoTold {
		t.Errorf("copied: %s", got.State)
	}
	w.Press("w").Expect("rodzic nie wie")
	if got := a.kept(t, ids["dark"]); got.State != model.PhotoRefused {
		t.Errorf("it did not go after all: %s", got.State)
	}
	_, encoded, ok := strings.Cut(out.String(), "\x1b]52;c;")
	letter, err := base64.StdEncoding.DecodeString(strings.TrimSuffix(encoded, "\a"))
	if !ok || err != nil {
		t.Fatalf("sent to the terminal: %q, %v", out.String(), err)
	}
	for _, want := range []string{"Łucja Żółć", "Фото затемне", "Тло неоднорідне", text.LetterIn(text.Ukrainian).Advice[portrait.TooDark]} {
		if !strings.Contains(string(letter), want) {
			t.Errorf("%q is not in the letter:\n%s", want, letter)
		}
	}
	w.Press("z", "z").Expect("Zapisano i zaznaczono, że rodzic wie:")
	files, err := filepath.Glob(filepath.Join(string(a.Folder), "wychodzace", "*"))
	if err != nil || len(files) != 2 {
		t.Fatalf("files %v, %v", files, err)
	}
	info, err := os.Stat(files[0])
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
	if got, err := os.ReadFile(files[0]); err != nil || !bytes.Equal(got, letter) {
		t.Errorf("the file is not what was copied: %v", err)
	}
	w.Press("enter").Expect("list wysłany")
	if got := a.kept(t, ids["dark"]); got.State != model.PhotoTold {
		t.Errorf("after sending: %s", got.State)
	}
}

// TestLetterThatCantBeWrittenSaysSo: nothing is taken for sent.
func TestLetterThatCantBeWrittenSaysSo(t *testing.T) {
	a, _ := posted(t)
	taken := filepath.Join(t.TempDir(), "list.txt")
	if err := os.WriteFile(taken, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	w := open(t, a, newGallery(a))
	w.Press("end", "f2", "o", "k").Expect("nie ma schowka")
	w.Press("z").Expect("nie ma folderu danych")
	w.Press("s").Type(taken).Press("enter").Expect("Niczego", "zapisano.") // the path is as long as the machine makes it
	w.Press("s").Type(filepath.Join(taken, "list.txt")).Press("enter").Expect("Nie udało się zapisać")
	if got, err := os.ReadFile(taken); err != nil || string(got) != "mine" {
		t.Errorf("what was there: %q, %v", got, err)
	}
}

// fakeMending stands for mending, which needs a face.
func fakeMending(t *testing.T, r portrait.Report, err error) mender {
	mended := testJPEG(t, 900)
	return func([]byte, portrait.Rules) (portrait.Mended, portrait.Report, error) {
		return portrait.Mended{Bytes: mended, Width: 720, Height: 900, Quality: 92,
			Steps: []portrait.Step{portrait.StepTurned, portrait.StepStripped}}, r, err
	}
}

// TestMendingShowsBeforeItWrites: nothing replaces anything before Enter, and
// the original stays.
func TestMendingShowsBeforeItWrites(t *testing.T) {
	a, ids := posted(t)
	g := newGallery(a).(*galleryScreen)
	g.album.mend = fakeMending(t, goodPhoto, nil)
	w := open(t, a, g)
	w.Type("ewa").Press("enter").Expect("Naprawa", "przed: 480 × 600 px", "po: 480 × 600 px", "obrót, usunięte położenie", "Po naprawie bez zastrzeżeń.")
	w.Golden("photo_mend_80x24")
	if got := a.kept(t, ids["turn"]); got.Mended || got.State != model.PhotoToDo {
		t.Fatalf("written before Enter: %+v", got.Photo)
	}
	w.Press("enter").Expect("Przyjęto zdjęcie: Nowak Ewa 4a.")
	if got := a.kept(t, ids["turn"]); !got.Mended || got.State != model.PhotoAccepted {
		t.Errorf("after Enter: %+v", got.Photo)
	}
	pictures, err := a.DB.PhotoBytes(t.Context(), ids["turn"])
	if err != nil || !bytes.Equal(pictures.Mended, testJPEG(t, 900)) || bytes.Equal(pictures.Original, pictures.Mended) {
		t.Errorf("the pictures: %v", err)
	}
}

// TestARealPhotoIsMended with a face in it, in print colours.
func TestARealPhotoIsMended(t *testing.T) {
	const corpus, name = "../../../shared/corpus/photos", "Wróbel_Wiktor_4a_druk.jpg"
	data, err := os.ReadFile(filepath.Join(corpus, name))
	if err != nil {
		t.Skip("the corpus of photos is not here")
	}
	a := threePupils(t)
	taken, err := a.DB.TakePhotos(t.Context(), a.Actor, store.NewPhoto{Name: name, Data: data, Student: a.named(t, "Nowak").ID,
		Report: portrait.Inspect(name, data, a.profile().Photo)})
	if err != nil {
		t.Fatal(err)
	}
	a.Terminal.Glyphs = true
	w := open(t, a, newGallery(a))
	w.Expect("do naprawy").Press("enter").Expect("kolory ekranowe", "▄▄▄▄▄▄").Press("enter")
	if got := a.kept(t, taken[0].ID); got.State != model.PhotoAccepted || got.MendedReport == nil || got.MendedReport.Verdict != portrait.Accept {
		t.Errorf("after Enter: %+v", got.Photo)
	}
}

// TestAWindowFarAwayWritesNoPaths: whoever comes over SSH names no place on
// the school's machine.
func TestAWindowFarAwayWritesNoPaths(t *testing.T) {
	a, _ := posted(t)
	a.afar = true
	w := open(t, a, newGallery(a))
	w.Press("end", "f2", "o", "s").Expect("Przez SSH").ExpectNot("Gdzie zapisać")
}

// TestMendedWithRemarksIsNotTakenSilently: she is asked.
func TestMendedWithRemarksIsNotTakenSilently(t *testing.T) {
	a, ids := posted(t)
	g := newGallery(a).(*galleryScreen)
	g.album.mend = fakeMending(t, darkOne, nil)
	w := open(t, a, g)
	w.Type("ewa").Press("enter", "enter").Expect("mimo uwag?", "Zdjęcie za ciemne.").Press("enter")
	if got := a.kept(t, ids["turn"]); got.State != model.PhotoToDo || got.Mended {
		t.Fatalf("written on No: %+v", got.Photo)
	}
	w.Press("enter", "t")
	if got := a.kept(t, ids["turn"]); got.State != model.PhotoAcceptedDespite || !got.Mended {
		t.Errorf("after yes: %+v", got.Photo)
	}
}

func TestWhatCantBeMendedIsAnswered(t *testing.T) {
	a, ids := posted(t)
	g := newGallery(a).(*galleryScreen)
	g.album.mend = fakeMending(t, portrait.Report{}, &portrait.CantMend{Reason: portrait.ManyFaces})
	w := open(t, a, g)
	w.Type("ewa").Press("enter").Expect("Tego zdjęcia nie da się naprawić. Na zdjęciu jest więcej niż jedna twarz.")
	w.Press("enter").Expect("List do rodzica")
	if got := a.kept(t, ids["turn"]); got.State != model.PhotoRefused {
		t.Errorf("after Enter: %s", got.State)
	}
}

// TestMendingAClass: all are tried, those that may be are accepted with one
// Enter, one is left out.
func TestMendingAClass(t *testing.T) {
	a := threePupils(t)
	jan, ewa := a.send(t, "Kowalski", "jan.jpg", turnedOne), a.send(t, "Nowak", "ewa.jpg", turnedOne)
	g := newGallery(a).(*galleryScreen)
	g.album.mend = fakeMending(t, goodPhoto, nil)
	w := open(t, a, g)
	w.Press("f5").Expect("Najpierw wybierz klasę")
	w.Press("f3").Type("4a").Press("enter", "f5").Expect("Naprawa klasy 4a", "Do przyjęcia: 2")
	w.Press("home", "space").Expect("Do przyjęcia: 1", "- pominięte")
	w.Golden("photo_class_80x24")
	w.Press("enter").Expect("Przyjęto naprawione: 1")
	if a.kept(t, jan).State != model.PhotoToDo || a.kept(t, ewa).State != model.PhotoAccepted || !a.kept(t, ewa).Mended {
		t.Errorf("after Enter: %+v, %+v", a.kept(t, jan).Photo, a.kept(t, ewa).Photo)
	}
}

// TestOneOfSeveral: a student has one photo, the others are refused with it.
func TestOneOfSeveral(t *testing.T) {
	a, ids := posted(t)
	second := a.send(t, "Kowalski", "Jan lepsze.jpg", goodPhoto)
	w := open(t, a, newGallery(a))
	w.Type("kowalski jan").Press("enter").Expect("Które zdjęcie?", "▸ – zostaw na później –").Press("enter")
	if a.kept(t, second).State != model.PhotoToDo {
		t.Fatal("decided by an Enter too many")
	}
	w.Press("enter", "end", "enter").Expect("Pozostałe odrzucono")
	if first, got := a.kept(t, ids["good"]), a.kept(t, second); first.State != model.PhotoRefused || got.State != model.PhotoAccepted {
		t.Errorf("first %s, second %s", first.State, got.State)
	}
}

// TestAnotherDesksDecisionAppears within a second, and the cursor stays.
func TestAnotherDesksDecisionAppears(t *testing.T) {
	a, ids := posted(t)
	w := open(t, a, newList(a))
	w.Press("ctrl+p", "end")
	g := w.Stack().Top().(*galleryScreen)
	under := g.under()
	if err := a.DB.DecidePhoto(t.Context(), otherDesk, ids["good"], a.kept(t, ids["good"]).Version, model.PhotoAccepted); err != nil {
		t.Fatal(err)
	}
	w.Advance(2 * watchEvery).Expect("w porządku 1").ExpectNot("Jan Kowalski 4a.jpg")
	if g.under() != under {
		t.Errorf("the cursor moved from photo %d to %d", under, g.under())
	}
}

// TestFasterDeskWins: a decision about what somebody else decided meanwhile is
// refused, and the table shows what is.
func TestFasterDeskWins(t *testing.T) {
	a, ids := posted(t)
	w := open(t, a, newGallery(a))
	w.Type("jan k")
	if err := a.DB.DecidePhoto(t.Context(), otherDesk, ids["good"], a.kept(t, ids["good"]).Version, model.PhotoRefused); err != nil {
		t.Fatal(err)
	}
	w.Press("enter").Expect("ewa")
	if got := a.kept(t, ids["good"]); got.State != model.PhotoRefused {
		t.Errorf("overwritten: %s", got.State)
	}
	w.Press("esc").ExpectNot("Jan Kowalski 4a.jpg")
}

// TestViewerUnpacksOneAtATime: walking fast through a table must not pile up
// pictures in memory.
func TestViewerUnpacksOneAtATime(t *testing.T) {
	a, ids := posted(t)
	a.Terminal.Glyphs = true
	v := viewer{}
	v.app, v.cols, v.rows = a, 20, 10
	v.show(a.kept(t, ids["good"]))
	first := v.next()
	for _, name := range []string{"turn", "lost", "dark"} {
		v.show(a.kept(t, ids[name]))
		if v.next() != nil {
			t.Fatal("a second picture is loaded beside the first")
		}
	}
	v.took(first())
	load := v.next()
	if load == nil {
		t.Fatal("the photo that they have come to is not loaded")
	}
	v.took(load())
	v.took(v.next()())
	if v.have.id != ids["dark"] || v.next() != nil || len(v.drawn.lines) != 10 {
		t.Errorf("have %+v, %d lines", v.have, len(v.drawn.lines))
	}
}

func TestReaderSeesNoPhotos(t *testing.T) {
	a, _ := posted(t)
	a.Actor.Role = model.RoleReader
	d := kittest.New(t, newList(a), 80, 24, kit.Options{Words: *kitWords(a.Lang), Denied: a.denied()})
	a.Now = d.Now
	d.Press("ctrl+p").Expect("tylko oglądać").ExpectNot("Jan Kowalski 4a.jpg")
}

func TestPhotoScreensHoldTheRules(t *testing.T) {
	a, ids := posted(t)
	for _, s := range photoScreens(t, a, ids["dark"]) {
		for _, fault := range kit.Check(s) {
			t.Error(fault)
		}
	}
}

// photoScreens are the screens of photos, about one photo.
func photoScreens(t *testing.T, a *App, id int64) []kit.Screen {
	t.Helper()
	g := newGallery(a).(*galleryScreen)
	open(t, a, g)
	p, ok := g.album.get(id)
	if !ok {
		t.Fatal("no such photo")
	}
	m := newMend(g.album, p, nil).(*mendScreen)
	m.tried = &mendTried{}
	return []kit.Screen{g, newPhoto(g.album, id, nil), m, newMendClass(g.album, model.Class{Grade: 4, Unit: "a"}, nil), newLetter(g.album, p), newWhose(a, p)}
}

// TestPhotoScreensFit whatever the window is.
func TestPhotoScreensFit(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {81, 25}, {120, 40}, {200, 50}} {
		a, ids := posted(t)
		a.Terminal.Glyphs = true
		for _, s := range photoScreens(t, a, ids["dark"]) {
			w := openAt(t, a, s, size[0], size[1])
			for i, line := range w.Lines() {
				if kit.Width(line) > size[0] {
					t.Errorf("%s at %v: line %d is %d wide", s.Title(), size, i, kit.Width(line))
				}
			}
			if len(w.Lines()) > size[1] {
				t.Errorf("%s at %v: %d lines", s.Title(), size, len(w.Lines()))
			}
		}
	}
}

var errTest = errors.New("test")

// TestGoneAndUnreadableAreSaid: a photo that was deleted while somebody looked
// at it is no crash and no blank.
func TestGoneAndUnreadableAreSaid(t *testing.T) {
	a, ids := posted(t)
	g := newGallery(a).(*galleryScreen)
	w := open(t, a, g)
	w.Press("end", "f2")
	detail := w.Stack().Top().(*photoScreen)
	g.album.take(photosRead{mark: g.album.mark + 1})
	w.Press("down").Expect("Tego zdjęcia już nie ma")
	w.Press("esc")
	if n := g.album.take(photosRead{err: errTest}); n.Kind != kit.KindBad {
		t.Errorf("an error is said as %+v", n)
	}
	if detail.id != ids["dark"] {
		t.Errorf("looked at %d", detail.id)
	}
}
