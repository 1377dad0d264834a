package desk

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"okienko/model"
)

func schoolOf(t testing.TB, students ...model.Record) *School {
	t.Helper()
	for i := range students {
		students[i].ID = model.StudentID(i + 1)
	}
	return NewSchool(students, 0, testProfile(), model.Actor{Desk: "okno-1"}, testNow)
}

func person(last, first, class string, pesel model.PESEL, card string) model.Record {
	c, err := model.ParseClass(class)
	if err != nil {
		panic(err)
	}
	return model.Record{Student: model.Student{Last: last, First: first, Class: c, PESEL: pesel},
		Cards: []model.Card{{Number: card, State: model.CardValid}}}
}

func TestSearch(t *testing.T) {
	s := schoolOf(t,
		person("Żółć-Gęślą", "Łucja", "8b", "13250199990", "12/2024"),
		person("Kowalski", "Jan", "4a", "14250199997", "123/2025"),
		person("Kowalska", "Anna", "4b", "", ""),
		person("Bykowalska", "Ewa", "4a", "", ""),
		person("Nowak", "Kowal", "1LO", "", ""),
	)
	for _, test := range []struct {
		text string
		want []string
	}{
		{"", []string{"Bykowalska", "Kowalska", "Kowalski", "Nowak", "Żółć-Gęślą"}},
		{"kowal", []string{"Kowalska", "Kowalski", "Nowak", "Bykowalska"}}, // begins first, inside last
		{"KOWALSKI", []string{"Kowalski"}},
		{"jan kow", []string{"Kowalski"}},
		{"kow jan", []string{"Kowalski"}},
		{"zolc", []string{"Żółć-Gęślą"}},
		{"gęś", []string{"Żółć-Gęślą"}},
		{"łucja", []string{"Żółć-Gęślą"}},
		{"4a", []string{"Bykowalska", "Kowalski"}},
		{"IVa", []string{"Bykowalska", "Kowalski"}},
		{"4a kow", []string{"Kowalski", "Bykowalska"}},
		{"1lo", []string{"Nowak"}},
		{"123/20", []string{"Kowalski"}},
		{"9990", []string{"Żółć-Gęślą"}}, // the end of a PESEL
		{"2501", nil},                    // not its middle
		{"nikt", nil},
		{"  ", []string{"Bykowalska", "Kowalska", "Kowalski", "Nowak", "Żółć-Gęślą"}},
	} {
		var got []string
		for _, e := range s.find(filter{text: test.text}, &memory{}) {
			got = append(got, e.Last)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q: %v, want %v", test.text, got, test.want)
		}
	}
}

func TestThoseWhoLeftAreFoundOnlyByName(t *testing.T) {
	gone := person("Nowak", "Jan", "4a", "", "")
	gone.Left = model.MustDate(2026, 8, 1)
	s := schoolOf(t, gone)
	if got := s.find(filter{}, &memory{}); len(got) != 0 {
		t.Errorf("an idle list shows %d who left", len(got))
	}
	if got := s.find(filter{text: "now"}, &memory{}); len(got) != 1 {
		t.Errorf("somebody who left is not found by name")
	}
}

func TestPolishOrder(t *testing.T) {
	s := schoolOf(t, person("Zych", "A", "1a", "", ""), person("Żak", "A", "1a", "", ""), person("Łoś", "A", "1a", "", ""),
		person("Lis", "A", "1a", "", ""), person("Ćwik", "A", "1a", "", ""), person("Cyran", "A", "1a", "", ""), person("Mak", "A", "1a", "", ""))
	want := []string{"Cyran", "Ćwik", "Lis", "Łoś", "Mak", "Zych", "Żak"}
	for i, e := range s.All() {
		if e.Last != want[i] {
			t.Fatalf("place %d: %s, want %s", i, e.Last, want[i])
		}
	}
}

// TestTimeAloneExpiresACode: the list notices without any deed.
func TestTimeAloneExpiresACode(t *testing.T) {
	r := person("Nowak", "Jan", "4a", "", "")
	r.Statements = []model.Statement{{Kind: model.Application, Signer: model.SignedByParent}}
	r.Codes = []model.Code{{ID: 1, Kind: model.CodeZPE, Generated: testNow}}
	s := schoolOf(t, r)
	if got := s.All()[0].Verdict.Stage; got != model.StageReady {
		t.Fatalf("stage %s", got)
	}
	if s.Tick(testNow.Add(9 * time.Minute)) {
		t.Error("judged anew before anything was due")
	}
	if !s.Tick(testNow.Add(10*time.Minute)) || s.All()[0].Verdict.Stage != model.StageRegistered {
		t.Errorf("after its life: %s", s.All()[0].Verdict.Stage)
	}
}

func TestAnOlderRecordDoesNotOverwrite(t *testing.T) {
	newer := person("Nowak", "Jan", "4a", "", "")
	newer.Version = 7
	s := schoolOf(t, newer)
	older := newer
	older.ID, older.Version, older.Last = 1, 5, "Stary"
	s.Apply([]model.Record{older}, 9, testNow)
	if s.All()[0].Last != "Nowak" || s.Mark() != 9 {
		t.Errorf("%s at mark %d", s.All()[0].Last, s.Mark())
	}
}

// bigSchool is 100,000 invented students.
func bigSchool(b *testing.B) []model.Record {
	b.Helper()
	r := rand.New(rand.NewPCG(1, 2))
	lasts := []string{"Kowalski", "Wiśniewska", "Wójcik", "Kowalczyk", "Kamińska", "Żółtaszek", "Gąsior", "Świątek"}
	firsts := []string{"Jan", "Łucja", "Zofia", "Antoni", "Błażej", "Żaneta"}
	all := make([]model.Record, 100_000)
	for i := range all {
		all[i] = person(fmt.Sprintf("%s%c%c", lasts[r.IntN(len(lasts))], 'a'+r.IntN(26), 'a'+r.IntN(26)), firsts[r.IntN(len(firsts))],
			fmt.Sprintf("%d%c", 1+r.IntN(8), 'a'+r.IntN(6)), model.PESEL(fmt.Sprintf("%011d", i)), fmt.Sprintf("%d/2025", i%9999))
		all[i].ID = model.StudentID(i + 1)
	}
	return all
}

func BenchmarkFind100000(b *testing.B) {
	s := NewSchool(bigSchool(b), 0, testProfile(), model.Actor{Desk: "okno-1"}, testNow)
	for _, text := range []string{"k", "ko", "kowa", "kowalski ja", "wojcik zofia 4a", "9999"} {
		b.Run(text, func(b *testing.B) {
			var room memory
			for b.Loop() {
				s.find(filter{text: text}, &room)
			}
		})
	}
}

func BenchmarkNewSchool100000(b *testing.B) {
	records := bigSchool(b)
	for b.Loop() {
		NewSchool(records, 0, testProfile(), model.Actor{Desk: "okno-1"}, testNow)
	}
}
