package desk

import (
	"testing"

	"okienko/model"
)

func TestNamesakes(t *testing.T) {
	born := model.MustDate(2015, 5, 3)
	a := newTestApp(t, pupil("Nowak", "Anna", "4a", born), pupil("Nowicka", "Anna", "4a", born.AddDays(1)),
		pupil("Nowak", "Anna", "4b", born.AddDays(2)), pupil("Nowak", "Ania", "4a", born.AddDays(3)), pupil("Lis", "Anna", "4a", born.AddDays(4)),
		pupil("Nawrot", "Anna", "4a", born.AddDays(5)))
	if err := a.DB.MarkLeft(t.Context(), a.Actor, []model.StudentID{a.named(t, "Nawrot").ID}, a.today()); err != nil {
		t.Fatal(err)
	}
	a.reload(t)
	got := a.School.Namesakes(a.named(t, "Nowicka"))
	if len(got) != 1 || got[0].Last != "Nowak" || got[0].Class != class4a() {
		t.Errorf("%d namesakes", len(got))
	}
	if got := a.School.Namesakes(a.named(t, "Lis")); len(got) != 0 {
		t.Errorf("%d namesakes of nobody's", len(got))
	}
}

func TestWhoCollectsIsToldFromNamesakes(t *testing.T) {
	a := newTestApp(t, pupil("Nowak", "Anna", "4a", model.MustDate(2015, 5, 3)), pupil("Nowicka", "Anna", "4a", model.MustDate(2015, 6, 4)))
	a.Terminal.Glyphs = true
	a.sign(t)
	c := sioCode(uuid)
	c.Student = a.named(t, "Nowak").ID
	a.give(t, c)
	w := open(t, a, newList(a))
	w.Type("nowak")
	w.toQuestion().Expect("Nowak Anna, 4a, ur. 03.05.2015", "! W tej klasie", "Anna N.").ExpectNot("Nowicka").Fits()
	w.Press("enter").Expect("Wydano: Anna N., 4a")
}

func TestWithoutABirthDateTheSecondNameTellsThem(t *testing.T) {
	row := pupil("Nowak", "Anna", "4a", model.Date{})
	row.Student.Second = "Maria"
	a := newTestApp(t, row)
	w := open(t, a, newCollect(a, a.only(), 1))
	w.Expect("Nowak Anna Maria, 4a").ExpectNot("! W tej klasie")
}
