package desk

import (
	"strings"
	"testing"

	"okienko/ui/kit"
	"okienko/ui/kit/kittest"
)

func TestTheHeaderNeverCutsTheDesk(t *testing.T) {
	for _, c := range []struct{ school, operator, desk, want string }{
		{"Szkoła Podstawowa", "anna", "okno-1", "Szkoła Podstawowa · anna · okno-1"},
		{"Szkoła Podstawowa", "anna.kowalska-nowakowska", "sekretariat-2", "sekretariat-2"},
		{"Zespół Szkolno-Przedszkolny nr 12 im. Marii Dąbrowskiej", "anna", "okno-1", "anna · okno-1"},
		{"Zespół Szkolno-Przedszkolny nr 12 im. Marii Dąbrowskiej", "anna.kowalska-nowakowska", "sekretariat-główny-12", "sekretariat-główny-12"},
	} {
		a := newTestApp(t)
		a.Actor.Operator, a.Actor.Desk = c.operator, c.desk
		for _, w := range []int{10, 40, 60, 200} {
			got := statusLine(c.school, a.Actor, w)
			if kit.Width(got) > w || w >= 40 && !strings.HasSuffix(got, c.want) {
				t.Errorf("%d: %q", w, got)
			}
		}
		d := kittest.New(t, newList(a), 80, 24, a.options())
		if head := d.Lines()[0]; !strings.HasSuffix(head, c.desk) {
			t.Errorf("header %q", head)
		}
	}
}
