package scan

import (
	"archive/zip"
	"image"
	"slices"
	"strings"
	"testing"
	"unicode"

	"okienko/model"
	"okienko/store/intake"
)

// FuzzPayload reads any bits as the segments of a code: it ends, and gives no
// more than was there.
func FuzzPayload(f *testing.F) {
	f.Add(packed("0001 0000000100 0000001100 0101 0100 00000010 11000011 10110011 0000"), 1)
	f.Add(packed("0010 000000011 00111001101 001100 0000"), 9)
	f.Add(packed("0111 11011010 0100 00000010 11000011"), 40)
	f.Add([]byte{0x1f, 0xff, 0xff}, 27)
	f.Fuzz(func(t *testing.T, bits []byte, version int) {
		got, err := payload(bits, version, "")
		if most := len(bits) * 8; len(got) > most || err != nil && got != "" {
			t.Errorf("%d characters of %d bits, %v", len(got), most, err)
		}
	})
}

// FuzzPicture weighs and decodes any bytes as a picture.
func FuzzPicture(f *testing.F) {
	code := codePicture(f, secretText(5), 1)
	f.Add(pngOf(f, code))
	f.Add(jpegOf(f, code))
	f.Add(pngHeader(30, 16, 6, 1, "tRNS"))
	f.Add([]byte("GIF89a\x02\x00\x02\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff,\x00\x00\x00\x00\x02\x00\x02\x00\x00\x02\x02L\x01\x00;"))
	limits := Limits{Pixels: 250_000, Side: 2000, PictureBytes: 4 << 20}.usual()
	f.Fuzz(func(t *testing.T, data []byte) {
		c := contentOf(data)
		need, reason := weighPicture(c, limits)
		if reason != "" {
			return
		}
		g, reason := decodePicture(c)
		if reason != "" {
			return
		}
		if size := g.Bounds().Size(); g.Bounds().Min != (image.Point{}) || len(g.Pix) != size.X*size.Y || int64(len(g.Pix)) > need {
			t.Errorf("%v, %d bytes, %d foreseen", g.Bounds(), len(g.Pix), need)
		}
	})
}

// FuzzNameOfFile takes any name of a file, also from a ZIP.
func FuzzNameOfFile(f *testing.F) {
	for _, name := range []string{"../../etc/passwd", "Nowak_Anna_4a.png", "kody.zip/5b/Jan Kowalski.png", "\x8e\xa2\xab.png", "a\\..\\..\\b.png",
		string(student(9).PESEL) + ".pdf", "\u202eanna nowak\x1b[2J.png"} {
		f.Add(name)
	}
	people := NewPeople(school)
	f.Fuzz(func(t *testing.T, name string) {
		checkStudents(t, people.namedByFile(name).students)
		if entry, ok := intake.EntryName(&zip.File{FileHeader: zip.FileHeader{Name: name}}); ok {
			if parts := strings.Split(entry, "/"); entry == "" || slices.Contains(parts, "..") || slices.Contains(parts, "") {
				t.Errorf("%q leads to %q", name, entry)
			}
		}
	})
}

// FuzzPageText reads any text as that of a page, a line below the other.
func FuzzPageText(f *testing.F) {
	f.Add("Uczeń: Anna Nowak, klasa 4a\nHasło: Ab12-xK9\n" + string(student(5).PESEL))
	f.Add("Nr legitymacji: 104/2025 login: jan haslo: \n\n  Jan   Kowalski 5b")
	f.Add("\u202eAnna\u200b Nowak-\n\x1b[2J'); DROP TABLE codes;--")
	people := NewPeople(school)
	f.Fuzz(func(t *testing.T, text string) {
		var letters []letter
		at := image.Pt(0, 0)
		for _, r := range text {
			if r == '\n' {
				at = image.Pt(0, at.Y+24)
				continue
			}
			letters = append(letters, letter{r, image.Rect(at.X, at.Y, at.X+8, at.Y+14)})
			at.X += 9
		}
		m := people.mentioned(runsOf(letters))
		for _, found := range slices.Concat(m.who()...) {
			checkStudents(t, found.students)
		}
		for _, second := range slices.Concat(m.seconds, m.logins) {
			if !strings.Contains(printed(text), printed(second.text)) {
				t.Errorf("%q is not on the page", second.text)
			}
			if strings.ContainsFunc(second.text, func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) }) {
				t.Errorf("%q was never printed", second.text)
			}
		}
	})
}

// printed leaves of a text what takes ink.
func printed(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\ufffe' {
			return -1
		}
		return r
	}, text)
}

func checkStudents(t *testing.T, ids []model.StudentID) {
	t.Helper()
	for _, id := range ids {
		if id < 1 || int(id) > len(school) {
			t.Errorf("student %d", id)
		}
	}
}
