package model_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"okienko/model"
)

func TestNames(t *testing.T) {
	for _, test := range []struct {
		first, last              string
		spoken, listed, onScreen string
	}{
		{"Łucja", "Żak-Świątek", "Łucja Żak-Świątek", "Żak-Świątek Łucja", "Łucja Ż."},
		{"Sofiia", "", "Sofiia", "Sofiia", "Sofiia"},
		{"", "Lis", "Lis", "Lis", " L."},
	} {
		s := model.Student{First: test.first, Last: test.last}
		if s.Name() != test.spoken || s.ListName() != test.listed {
			t.Errorf("%q, %q", s.Name(), s.ListName())
		}
		if got := s.PublicName(); got != test.onScreen {
			t.Errorf("on a screen that a queue can see: %q, want %q", got, test.onScreen)
		}
	}
}

// DESIGN §4: the student sees first name and initial only.
func TestNoMoreThanOneLetterOfASurnameIsPublic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := model.Student{First: "Anna", Second: "Maria", PESEL: "19282199014", BookNo: "2002",
			Last: rapid.StringMatching(`[A-ZŁŻŚ][a-ząęółżźć]{1,20}(-[A-Z][a-z]{1,20})?`).Draw(t, "last")}
		rest := strings.TrimPrefix(s.PublicName(), "Anna ")
		if utf8.RuneCountInString(rest) != 2 || !strings.HasSuffix(rest, ".") {
			t.Fatalf("public: %q", s.PublicName())
		}
	})
}

// Art. 11 ust. 1d pkt 1: an adult student signs and collects alone; 18 on that
// day. The date of the school's list goes before the one in the PESEL.
func TestWhoIsAnAdult(t *testing.T) {
	const pesel = "08312299011" // 22 November 2008
	for _, test := range []struct {
		name    string
		student model.Student
		on      string
		want    bool
	}{
		{"the day before", model.Student{Birth: day("2008-11-22")}, "2026-11-21", false},
		{"the birthday", model.Student{Birth: day("2008-11-22")}, "2026-11-22", true},
		{"by the PESEL, the day before", model.Student{PESEL: pesel}, "2026-11-21", false},
		{"by the PESEL, the birthday", model.Student{PESEL: pesel}, "2026-11-22", true},
		{"the list says otherwise", model.Student{PESEL: pesel, Birth: day("2009-11-22")}, "2026-11-22", false},
		{"nothing known", model.Student{}, "2026-11-22", false},
	} {
		if got := test.student.IsAdult(day(test.on)); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}
