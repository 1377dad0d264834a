package export

import (
	"strings"
	"testing"
)

func testPen(t *testing.T) *pen {
	t.Helper()
	p, err := newPen(false, "x")
	if err != nil {
		t.Fatal(err)
	}
	p.letters(regular, bodyLetters)
	return p
}

// TestNamesAreWrittenWithTheirOwnLetters: Polish, Ukrainian, Vietnamese, Turkish,
// Romanian, Greek names stand on paper as they are.
func TestNamesAreWrittenWithTheirOwnLetters(t *testing.T) {
	p := testPen(t)
	for _, name := range []string{"Żółć-Źdźbło Ćma Ęą Łoś Śnieżek Ń Ó", "Їжакевич Ґалаґан Євген Ыў", "Nguyễn Thị Hồng Đặng Trần Ưởng Ẵ", "Ağaoğlu Şıkİ", "Țăran Șerban", "Παπαδόπουλος", "Čeněk Řehoř Ľ", "Siân O’Neil"} {
		if got := p.writable(name); got != name {
			t.Errorf("%s became %s", name, got)
		}
	}
	if p.writable("A\u200dB"); p.lacking {
		t.Error("a joiner is no letter that is lacking")
	}
}

// TestALetterThatIsMissingIsSeenToBe: never an empty box, and it is noted.
func TestALetterThatIsMissingIsSeenToBe(t *testing.T) {
	for name, want := range map[string]string{"გია": "???", "Ժ": "?", "𝐀ma": "Ama", "李": "?"} {
		p := testPen(t)
		if got := p.writable(name); got != want || !p.lacking {
			t.Errorf("%s became %q, noted %v", name, got, p.lacking)
		}
	}
}

// TestLinesLoseNothing: broken text, joined again, is the text.
func TestLinesLoseNothing(t *testing.T) {
	p := testPen(t)
	const long = "Brzęczyszczykiewicz-Konstantynopolitańczykowianeczkowska Świętosława"
	lines := p.lines(long, 40)
	if len(lines) < 3 || strings.ReplaceAll(strings.Join(lines, ""), " ", "") != strings.ReplaceAll(long, " ", "") {
		t.Errorf("%q", lines)
	}
	if !strings.HasSuffix(lines[0], "-") {
		t.Errorf("a double name is broken elsewhere than at its hyphen: %q", lines)
	}
	for _, l := range lines {
		if p.width(l) > 40 {
			t.Errorf("%q is wider than there is room", l)
		}
	}
}

// TestASlipHoldsItsText: the longest names and everything that can be asked of a
// family fit on their slip, in letters that can be read.
func TestASlipHoldsItsText(t *testing.T) {
	p := testPen(t)
	slip := Slip{Name: "Wacława Świętosława Brzęczyszczykiewicz-Konstantynopolitańczykowianeczkowska", Class: "oddział 4b", Card: "1234/2026",
		Todo: []string{strings.Repeat("Podpisać oświadczenie o niewyrażeniu sprzeciwu. ", 3), strings.Repeat("Przesłać zdjęcie. ", 6), "Podać w szkole numer PESEL, gdy zostanie nadany.",
			"Przynieść legitymację do sekretariatu: straciła ważność i trzeba ją przedłużyć."}}
	paper := SlipPaper{School: strings.Repeat("Zespół Szkolno-Przedszkolny w Źdźble ", 3), Title: "mLegitymacja szkolna: co dalej", Day: "22.11.2026", Lacking: "Krój pisma nie ma liter."}
	for _, modules := range [][][]bool{nil, make([][]bool, 41)} {
		slip.Modules = modules
		fits := false
		for scale := 1.0; scale > 0.6 && !fits; scale *= 0.93 {
			_, fits = p.paragraphs(&slip, paper, scale)
		}
		if !fits {
			t.Errorf("with a code: %v: it does not fit in letters of 5 points", modules != nil)
		}
	}
}
