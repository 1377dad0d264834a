package desk

import (
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

// TestTheSummaryOfADay: part 5, E: per class how many in each stage, today's
// hand-overs per quarter, average seconds per student, what blocks most.
func TestTheSummaryOfADay(t *testing.T) {
	a := queue(t, pupil("Bąk", "Jan", "4a", model.MustDate(2014, 3, 1)), pupil("Ćwik", "Ala", "4a", model.MustDate(2014, 3, 1)),
		pupil("Lis", "Ewa", "5b", model.MustDate(2013, 3, 1)))
	if err := a.DB.TakeRoster(t.Context(), a.Actor, model.RosterPlan{Add: []model.RosterRow{pupil("Łoś", "Olga", "5b", model.MustDate(2013, 3, 1))}}, 1<<40); err != nil {
		t.Fatal(err)
	}
	a.reload(t)
	w := open(t, a, newList(a))
	w.Type("bąk").Press("enter")
	w.Advance(40 * time.Second)
	w.Press("enter")
	w.Advance(5 * time.Second)
	w.Press("enter").Expect("Wydano")
	w.Press("ctrl+d")
	w.Expect("01.09.2026 · wydano dziś: 1", "średnio 46 s, mediana 46 s (zmierzono: 1)", "4a", "5b", "szkoła", "Wydania dziś, co kwadrans", "08:00    1  █")
	w.Press("end")
	w.Expect("brak oświadczenia lub wniosku", "Poproś o podpisany druk i wpisz go.")
	w.Fits()
	w.Press("esc").Expect("Szukaj:")
}

func TestTheSummaryOfAnEmptySchool(t *testing.T) {
	a := newTestApp(t)
	open(t, a, newList(a)).Press("ctrl+d").Expect("wydano dziś: 0", "Dziś jeszcze nic nie wydano.", "Nic.").Fits()
}

// TestABarHasEveryCell: the parts of a bar fill it, whatever they are.
func TestABarHasEveryCell(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stages, n := map[model.Stage]int{}, 0
		for _, s := range text.DayStages() {
			stages[s] = rapid.IntRange(0, 40).Draw(t, string(s))
			n += stages[s]
		}
		w := rapid.IntRange(1, 60).Draw(t, "width")
		bar := stageBar(stages, n, w)
		if got := kit.Width(bar); n > 0 && got != w {
			t.Fatalf("%d cells of %d: %q", got, w, bar)
		}
		if n <= w && (stages[model.StageStopped] > 0) != strings.Contains(bar, "x") {
			t.Fatalf("objections %d of %d in %d cells: %q", stages[model.StageStopped], n, w, bar)
		}
	})
}

// TestASummaryFitsAnyWidth: no line is wider than the window.
func TestASummaryFitsAnyWidth(t *testing.T) {
	c := model.NewDayCounter(testProfile(), testNow)
	for i := range 300 {
		r := model.Record{Student: model.Student{ID: model.StudentID(i), Class: model.Class{Grade: i % 8, Unit: "LOprzyrodnic"}},
			Handovers: []model.Handover{{ID: 1, At: testNow.Add(time.Duration(i*i) * time.Second / 4)}}}
		c.Add(r, model.Assess(r, testProfile(), model.Viewpoint{Now: testNow}))
		c.Add(model.Record{}, model.Assess(model.Record{}, testProfile(), model.Viewpoint{Now: testNow}))
	}
	for _, l := range text.Langs {
		for _, w := range []int{40, 60, 80, 120} {
			for _, line := range DayInWords(l, c.Day(), w) {
				if kit.Width(line) > w {
					t.Errorf("%s, %d cells: %d in %q", l, w, kit.Width(line), ansi.Strip(line))
				}
			}
		}
	}
}
