package desk

import (
	"cmp"
	"math"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"okienko/model"
	"okienko/store/export"
	"okienko/ui/text"
)

// bigDay is a busy day of a school of many classes in which everything blocks
// somebody.
func bigDay(classes int) model.Day {
	d := model.Day{Date: model.MustDate(2026, 9, 14), Stages: map[model.Stage]int{}, Timed: 600, Paused: 3, Average: 46 * time.Second, Median: 40 * time.Second}
	for i := range classes {
		c := model.ClassCount{Class: model.Class{Grade: 1 + i*8/classes, Unit: "k" + strconv.Itoa(i)}, Stages: map[model.Stage]int{}}
		for k, s := range text.DayStages() {
			c.Stages[s] = (i + 3*k) % 9
			c.Students += c.Stages[s]
			d.Stages[s] += c.Stages[s]
		}
		d.Students += c.Students
		d.Classes = append(d.Classes, c)
	}
	for i, id := range model.BlockerIDs {
		d.Blocked = append(d.Blocked, model.BlockedCount{ID: id, Students: 100 - i})
	}
	for i := range 40 {
		d.Quarters = append(d.Quarters, model.Quarter{From: time.Date(2026, 9, 14, 7, 15*i, 0, 0, time.UTC), HandedOver: i * 7 % 20})
	}
	return d
}

// inLines puts the words that pdftotext found together as the eye does: what
// ends at one height is a line.
func inLines(boxes string) string {
	type word struct {
		x, y float64
		said string
	}
	var words []word
	for _, m := range regexp.MustCompile(`xMin="([0-9.]+)" yMin="[0-9.]+" xMax="[0-9.]+" yMax="([0-9.]+)">([^<]*)<`).FindAllStringSubmatch(boxes, -1) {
		x, _ := strconv.ParseFloat(m[1], 64)
		y, _ := strconv.ParseFloat(m[2], 64)
		words = append(words, word{x, math.Round(y), m[3]})
	}
	slices.SortFunc(words, func(a, b word) int { return cmp.Or(cmp.Compare(a.y, b.y), cmp.Compare(a.x, b.x)) })
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.said + " ")
	}
	return b.String()
}

// TestTheDayFitsOnePage: part 5, E: "one printable page for the headteacher",
// with every class of a big school or, where that can't be read, its years, and
// with all that blocks. Nothing is written below the margin.
func TestTheDayFitsOnePage(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	words := text.In(text.Polish)
	for _, c := range []struct {
		classes int
		grades  bool
	}{{0, false}, {1, false}, {12, false}, {30, false}, {40, false}, {60, true}, {330, true}} {
		d := bigDay(c.classes)
		file := filepath.Join(t.TempDir(), "d.pdf")
		p := testProfile()
		p.School, p.Address = "Zespół Szkół „Pod Lipami”", "ul. Nieistniejąca 7"
		if err := export.WriteDay(file, d, dayWords(text.Polish, p, d), false); err != nil {
			t.Fatal(err)
		}
		out, err := exec.CommandContext(t.Context(), "pdftotext", "-bbox", file, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		boxes := string(out)
		if n := strings.Count(boxes, "<page "); n != 1 {
			t.Errorf("%d classes: %d pages", c.classes, n)
		}
		for _, m := range regexp.MustCompile(`xMax="([0-9.]+)" yMax="([0-9.]+)">([^<]*)<`).FindAllStringSubmatch(boxes, -1) {
			x, _ := strconv.ParseFloat(m[1], 64)
			y, _ := strconv.ParseFloat(m[2], 64)
			if x > 595-30 || y > 842-30 {
				t.Errorf("%d classes: %q ends at %.0f, %.0f", c.classes, m[3], x, y)
			}
		}
		said := inLines(boxes)
		for _, b := range d.Blocked {
			if !strings.Contains(said, strconv.Itoa(b.Students)+" "+words.Blocker[b.ID]) {
				t.Errorf("%d classes: %s is not on the page", c.classes, b.ID)
			}
		}
		for _, want := range []string{"średnio 46 s", "ponad 10 min: 3", "wstrz = kod wstrzymany"} {
			if !strings.Contains(said, want) {
				t.Errorf("%d classes: %q is not on the page", c.classes, want)
			}
		}
		if got := strings.Contains(said, text.DayIn(text.Polish).Grades); got != c.grades {
			t.Errorf("%d classes: years of classes %v", c.classes, got)
		}
		for _, k := range d.Classes {
			if !c.grades && !strings.Contains(said, k.Class.String()+" ") {
				t.Errorf("%d classes: %s is not on the page", c.classes, k.Class)
			}
		}
	}
}
