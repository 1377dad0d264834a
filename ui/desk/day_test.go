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
	w.Expect("01.09.2026 · wydano dziś: 1 · odebrało już 1 z 4 uczniów", "Od pokazania kodu do zapisania wydania: średnio 46 s, mediana 46 s (wydań: 1).",
		"Najczęściej stoi na przeszkodzie: brak oświadczenia lub wniosku (1).", "▸ szkoła", "4a", "5b", "█ wydano  ▓ kod gotowy",
		"1  brak oświadczenia lub wniosku", "Wydania dziś, co kwadrans", "08       1  █")
	w.Fits()
	w.Press("esc").Expect("Szukaj:")
}

// TestTheSummaryLeadsToTheStudents: what blocks most has a key, and every row
// that counts students shows them.
func TestTheSummaryLeadsToTheStudents(t *testing.T) {
	a := newTestApp(t, pupil("Bąk", "Jan", "4a", model.MustDate(2014, 3, 1)), pupil("Ćwik", "Ala", "4a", model.MustDate(2014, 3, 1)),
		pupil("Lis", "Ewa", "5b", model.MustDate(2013, 3, 1)))
	a.sign(t)
	w := open(t, a, newList(a))
	w.Type("bąk").Press("ctrl+d").Expect("brak zdjęcia (3)")
	w.Press("b").Expect("Szukaj:", "brak zdjęcia 3", "1–3 z 3", "Ćwik Ala").ExpectNot("Szukaj: bąk")
	w.Press("ctrl+d", "down", "enter").Expect("Klasa 4a", "1–2 z 2").ExpectNot("Lis Ewa", "brak zdjęcia 3")
	w.Press("ctrl+d", "enter").Expect("1–3 z 3").ExpectNot("Klasa 4a")
	w.Press("ctrl+d", "end", "enter").Expect("Ten wiersz nie prowadzi do listy uczniów.")
	w.Press("d").Expect("Podsumowanie dnia", ".pdf")
	w.Press("esc", "esc").Press("f4", "enter").ExpectNot("brak zdjęcia 3")
}

// TestTheSummaryFollowsOtherDesks within a second.
func TestTheSummaryFollowsOtherDesks(t *testing.T) {
	here, there := twoDesks(t)
	here.Press("ctrl+d").Expect("wydano dziś: 0")
	there.works()
	here.Advance(time.Second).Expect("wydano dziś: 1", "(wydań: 1)")
}

// TestTheHoursOfADay: an hour a row, a quarter a column, sums right.
func TestTheHoursOfADay(t *testing.T) {
	c := model.NewDayCounter(testProfile(), testNow)
	at := time.Date(2026, 9, 1, 8, 46, 0, 0, testProfile().Zone())
	for i, minutes := range []int{0, 1, 2, 15, 100, 101, 200} {
		r := model.Record{Student: model.Student{ID: model.StudentID(i + 1)}, Handovers: []model.Handover{{ID: 1, At: at.Add(time.Duration(minutes) * time.Minute)}}}
		c.Add(r, model.Assess(r, testProfile(), model.Viewpoint{Now: testNow}))
	}
	var lines []string
	for _, r := range newDayView(text.Polish).hours(c.Day()) {
		lines = append(lines, strings.Join(strings.Fields(ansi.Strip(r.draw(78))), " "))
	}
	if got, want := strings.Join(lines, "|"), "Godz. :00 :15 :30 :45 Razem|08 3 ███ 3|09 1 █ · · · 1|10 · 2 ██ · · 2|11 · · · · 0|12 1 █ 1"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestNobodyVanishesFromABar: one objection among forty has a cell.
func TestNobodyVanishesFromABar(t *testing.T) {
	bar := stageBar(map[model.Stage]int{model.StageHandedOver: 38, model.StageReady: 1, model.StageStopped: 1}, 40, 13)
	if bar != "███████████▓x" {
		t.Errorf("%q", bar)
	}
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
		if w >= len(dayBars) && (stages[model.StageStopped] > 0) != strings.Contains(bar, "x") {
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
