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

// TestHelpNamesTheColumns of each list that can be taken in, and a list with
// exactly these is understood.
func TestHelpNamesTheColumns(t *testing.T) {
	d := newDesktop(t)
	d.school()
	for name, list := range map[string][2]string{
		"codes":      {"PESEL;Rodzaj;Kod;Hasło;Login;Wygenerowano;Ważny do", "13250100022;sio;okienko:próba;;;;"},
		"statements": {"PESEL;Rodzaj;Data;Podpisał", "13250100022;brak sprzeciwu;1.09.2025;rodzic"},
		"registered": {"PESEL;Numer legitymacji;Stan;Data rejestracji", "13250100022;;zarejestrowana;1.09.2025"},
		"zpe":        {"PESEL;Nazwa użytkownika;Hasło", "13250100022;uczen.1;abc"},
	} {
		d.must(exitDone, "help", "import", name)
		d.says("\n  " + list[0] + "\n")
		d.must(exitDone, "import", name, d.file(name+".csv", list[0], list[1]))
	}
	d.must(exitDone, "help", "export", "statements")
	if strings.Contains(d.out.String(), "Podpisał") {
		t.Error("what leaves has the help of what comes in")
	}
}
