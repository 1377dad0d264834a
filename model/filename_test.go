package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// namedStudents are an invented class list with the traps in it: namesakes,
// a first name that is a surname, names of two parts.
func namedStudents() []Student {
	var list []Student
	for i, line := range []string{
		"Jan|Adam|Zawilec|4a", "Jan|Piotr|Zawilec|4b", "Anna|Maria|Łąkowa|4a", "Anna|Zofia|Łąkowa|4a",
		"Żaneta||Źdźbło-Gęsia|8b", "Zofia||Gęsia|8b", "Marek||Tomasz|7a", "Ola||Kępa|1LO", "Solomiia||Horobets|6a",
	} {
		p := strings.Split(line, "|")
		class, err := ParseClass(p[3])
		if err != nil {
			panic(err)
		}
		list = append(list, Student{ID: StudentID(i + 1), First: p[0], Second: p[1], Last: p[2], Class: class})
	}
	left := Student{ID: 99, First: "Ewa", Last: "Dawna", Left: Date{2026, 1, 5}}
	return append(list, left)
}

func TestMatchFileName(t *testing.T) {
	x := NewNameIndex(namedStudents())
	for name, want := range map[string]string{
		"Jan Zawilec 4a.jpg":           "match [1]",
		"zawilec_jan_IVb.JPG":          "match [2]",
		"Jan Zawilec kl. 4 a (2).jpeg": "match [1]",
		"ZawilecJan4b.jpg":             "match [2]",
		"janzawilec 4a.jpg":            "match [1]",
		"Jan%20Zawilec%204b.jpg":       "match [2]",
		"Jan Zawilec.jpg":              "ambiguous [1 2]",
		"Łąkowa Anna 4a.jpg":           "ambiguous [3 4]",
		"lakowa anna zofia 4a.jpg":     "match [4]",
		"Żaneta Źdźbło-Gęsia 8b.jpg":   "match [5]",
		"Zaneta Zdzblo Gesia.jpg":      "match [5]",
		"Zofia Gęsia 8b.jpg":           "match [6]",
		"Å»aneta ÅºdÅºbÅ‚o-GÄ™sia.jpg": "match [5]",
		"Tomasz Marek 7a telefon.jpg":  "match [7]",
		"IMG_0412 Kępa Ola 1 LO.jpg":   "match [8]",
		"Соломія Горобець 6а.jpg":      "match [9]",
		"Jan Zawilec 5c.jpg":           "ambiguous [1 2]", // no such class: it tells nobody apart
		"Ola Kępa 4a.jpg":              "match [8]",       // another class than the list's
		"Jan Zawilec-Nowicki 4a.jpg":   "none []",         // another surname
		"Jan Zawilec Nowak 4a.jpg":     "none []",
		"jan zawilec malinowski.jpg":   "none []",
		"Jan Zawilec 4a nowe.jpg":      "match [1]",
		"Jan Zawilec-zdjęcie-4a.jpg":   "match [1]",
		"Jan Kowalczyk Zawilec 4a.jpg": "none []",
		"Jan i Anna Zawilec 4a.jpg":    "none []",
		"Janek Zawilec 4a.jpg":         "none []",
		"Zawliec Jan 4a.jpg":           "none []",
		"Ewa Dawna.jpg":                "none []", // left the school
		"IMG_20260901.jpg":             "none []",
		"":                             "none []",
	} {
		m := MatchFileName(name, x)
		if got := fmt.Sprint(m.Kind, " ", m.Students); got != want {
			t.Errorf("%q: %s, want %s; suggested %v", name, got, want, m.Suggestions)
		}
		if got := MatchFileName(norm.NFD.String(name), x); !slices.Equal(got.Students, m.Students) && !strings.Contains(name, "Å") {
			t.Errorf("%q decomposed: %v", name, got.Students)
		}
	}
	for name, likely := range map[string]StudentID{"Zawliec Jan 4a.jpg": 1, "Janek Zawilec 4b.jpg": 2, "Kepa 1LO.jpg": 8} {
		if m := MatchFileName(name, x); name != "Kepa 1LO.jpg" && (len(m.Suggestions) == 0 || m.Suggestions[0] != likely) {
			t.Errorf("%q: suggested %v, want %d first", name, m.Suggestions, likely)
		}
	}
	if m := MatchFileName("Ola Kępa 4a.jpg", x); !m.ClassDiffer {
		t.Error("another class than the list's goes unsaid")
	}
}

func TestAPESELInAFileName(t *testing.T) {
	list := namedStudents()
	list[0].PESEL = "15231499730"
	x := NewNameIndex(list)
	for name, want := range map[string]string{
		"15231499730.jpg":             "match [1]",
		"Jan Zawilec 15231499730.jpg": "match [1]",
		"Ola Kępa 15231499730.jpg":    "none []", // somebody else's name
		"Jan Zawilec 15231499731.jpg": "ambiguous [1 2]",
	} {
		m := MatchFileName(name, x)
		if got := fmt.Sprint(m.Kind, " ", m.Students); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// TestAnyOrderAndSpelling: whoever is named in full with the class is found,
// however the words are put together, and never somebody else.
func TestAnyOrderAndSpelling(t *testing.T) {
	list := namedStudents()
	x := NewNameIndex(list)
	rapid.Check(t, func(t *rapid.T) {
		s := list[rapid.SampledFrom([]int{0, 1, 4, 5, 6, 7, 8}).Draw(t, "who")]
		parts := rapid.Permutation([]string{s.First, s.Last, s.Class.String()}).Draw(t, "order")
		name := strings.Join(parts, rapid.SampledFrom([]string{" ", "_", ".", ", "}).Draw(t, "between"))
		switch rapid.IntRange(0, 3).Draw(t, "spelling") {
		case 1:
			name = strings.ToLower(name)
		case 2:
			name = Fold(name)
		case 3:
			name = norm.NFD.String(name)
		}
		m := MatchFileName(name+".jpg", x)
		if m.Kind != MatchOne || m.Students[0] != s.ID {
			t.Fatalf("%s %v for student %d", m.Kind, m.Students, s.ID)
		}
	})
}

func FuzzMatchFileName(f *testing.F) {
	x := NewNameIndex(namedStudents())
	f.Add("Jan Zawilec 4a.jpg")
	f.Add("=_UTF-8_Q_Ola_K=C4=99pa_1LO_=.jpg")
	f.Add("\xff\xfe%zz\x1b[31m")
	f.Fuzz(func(t *testing.T, name string) {
		m := MatchFileName(name, x)
		if (m.Kind == MatchOne) != (len(m.Students) == 1) || (m.Kind == MatchNone) != (len(m.Students) == 0) {
			t.Errorf("%s with %d students", m.Kind, len(m.Students))
		}
	})
}
