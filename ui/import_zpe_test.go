package ui

import (
	"strings"
	"testing"
)

// TestTheReportOfAccessesToZPE: its own headings (DOMAIN §7), names in one
// cell, a row for nobody, and a password that a spreadsheet would quote.
func TestTheReportOfAccessesToZPE(t *testing.T) {
	d := newDesktop(t)
	d.school()
	report := d.file("dostepy.csv", "Lp.;PESEL;Nazwa użytkownika;Hasło", `1;13250100022;uczen.1;"a;""B"""`, "2;44051401359;obcy;x")
	d.must(exitRefused, "import", "zpe", "--json", report)
	o := d.object()
	if o["added"] != 1.0 || len(o["refused"].([]any)) != 1 {
		t.Errorf("%v", o)
	}
	for _, secret := range []string{"uczen.1", `a;"B"`} {
		if strings.Contains(d.out.String()+d.err.String(), secret) {
			t.Errorf("%q is told", secret)
		}
	}
	d.must(exitDone, "import", "zpe", "--json", d.file("raz jeszcze.csv", "PESEL;Nazwa użytkownika;Hasło", `13250100022;uczen.1;"a;""B"""`))
	if o := d.object(); o["known"] != 1.0 {
		t.Errorf("%v", o)
	}
	d.must(exitNothing, "import", "zpe", d.file("bez osób.csv", "Nazwa użytkownika;Hasło", "uczen.1;x"))
}
