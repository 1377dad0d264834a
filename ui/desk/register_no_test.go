package desk

import (
	"slices"
	"strings"
	"testing"

	"okienko/model"
	"okienko/store/export"
	"okienko/ui/text"
)

// numbered is class 4a, in which somebody came during the year and one has no
// number yet.
func numbered(t *testing.T) *App {
	t.Helper()
	born := model.MustDate(2014, 3, 1)
	in := func(last string, no int) model.RosterRow {
		row := pupil(last, "Ala", "4a", born)
		row.Student.RegisterNo = no
		return row
	}
	return queue(t, in("Bąk", 3), in("Ćwik", 1), in("Lis", 0), in("Żuk", 2))
}

// TestAClassStandsAsInItsRegister where it comes as a whole and where its sheets
// lie in a stack; the list of all students stays in Polish order.
func TestAClassStandsAsInItsRegister(t *testing.T) {
	a := numbered(t)
	w := open(t, a, newList(a))
	w.Press("ctrl+k", "enter").Expect("Cała klasa 4a", "▸   1  Ćwik Ala", "    2  Żuk Ala", "    3  Bąk Ala", "       Lis Ala")
	open(t, a, newSheets(a, class4a())).Expect("▸   1  Ćwik Ala", "    2  Żuk Ala", "    3  Bąk Ala", "       Lis Ala")
	var list []string
	for _, e := range a.School.All() {
		list = append(list, e.Last)
	}
	if !slices.Equal(list, []string{"Bąk", "Ćwik", "Lis", "Żuk"}) {
		t.Errorf("the list: %v", list)
	}
	records, _, err := a.DB.School(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	sheet := export.Statements(records, export.View{Profile: a.profile(), Viewpoint: model.Viewpoint{Now: a.Now()}},
		export.ListWords{ClassName: model.Class.String})
	var paper, slips []string
	for _, row := range sheet.Rows {
		paper = append(paper, row[2])
	}
	for _, r := range inClassOrder(records) {
		slips = append(slips, r.ListName())
	}
	want := []string{"Ćwik Ala", "Żuk Ala", "Bąk Ala", "Lis Ala"}
	if !slices.Equal(paper, want) || !slices.Equal(slips, want) {
		t.Errorf("on paper %v, slips %v", paper, slips)
	}
}

// TestAnotherClassTypedEmptiesTheNumber, and the class typed back brings it
// back; what somebody typed as the number stays.
func TestAnotherClassTypedEmptiesTheNumber(t *testing.T) {
	for _, test := range []struct {
		class, number string
		class2        string
		want          int
	}{{"5b", "", "5b", 0}, {"5b", "9", "5b", 9}, {"5b\x004a", "", "4a", 3}, {"4 A", "", "4a", 3}} {
		a := numbered(t)
		id := a.named(t, "Bąk").ID
		w := page(t, a, id)
		w.Expect("nr w dzienniku 3")
		w.Press("d", "tab", "tab", "tab", "tab", "tab", "tab")
		for _, typed := range strings.Split(test.class, "\x00") {
			w.Press("ctrl+u").Type(typed)
		}
		w.Press("tab").Type(test.number).Press("ctrl+o").Expect("Zapisano dane.")
		r := w.record(id)
		if r.RegisterNo != test.want || r.Student.Class.String() != test.class2 {
			t.Errorf("%q: number %d in %s", test.class, r.RegisterNo, r.Student.Class)
		}
	}
}

// TestAPreviewSaysThatTheNumberGoes with the class.
func TestAPreviewSaysThatTheNumberGoes(t *testing.T) {
	for _, l := range []text.Lang{text.Polish, text.English, text.Ukrainian} {
		if said := text.ImportIn(l).Changes("x", "3", ""); !strings.HasSuffix(said, "3 → —") {
			t.Errorf("%q", said)
		}
	}
}
