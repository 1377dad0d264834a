package text

import (
	"strings"
	"testing"

	"okienko/model"
	"okienko/model/portrait"
)

// TestLetterNamesEveryReason: a parent who learns of the second reason only
// after the second photo is not served.
func TestLetterNamesEveryReason(t *testing.T) {
	about := LetterAbout{
		Student: model.Student{First: "Łucja", Last: "Żółć", Class: model.Class{Grade: 4, Unit: "a"}},
		School:  "SP 7", File: "evil\x1b[2J.jpg", Arrived: model.MustDate(2026, 9, 1), Deletion: model.MustDate(2026, 10, 1),
		Among: []portrait.ID{portrait.SeveralPhotos},
		Rules: portrait.Rules{MinWidth: 480, MinHeight: 600, RatioWidth: 4, RatioHeight: 5, MaxBytes: 1 << 20},
	}
	for _, id := range portrait.IDs {
		if id != portrait.SeveralPhotos {
			about.Findings = append(about.Findings, portrait.Finding{ID: id, Level: id.Level(), Measured: 300, Allowed: 480})
		}
	}
	for _, l := range Langs {
		letter := WriteLetter(l, about)
		for _, id := range portrait.IDs {
			if !strings.Contains(letter, strings.TrimSuffix(PhotoIn(l).Reason[id], ".")) || !strings.Contains(letter, LetterIn(l).Advice[id]) {
				t.Errorf("%s: the letter says nothing of %s", l, id)
			}
		}
		for _, want := range []string{"Łucja Żółć", "4a", "300 px", "480 px", "480 × 600", "4:5", "1 MB", "01.10.2026", "SP 7"} {
			if !strings.Contains(letter, want) {
				t.Errorf("%s: %q is not in the letter", l, want)
			}
		}
		if strings.ContainsRune(letter, 0x1b) {
			t.Errorf("%s: the letter holds an escape sequence", l)
		}
	}
}

// TestBrokenRulesComeFirst: advice must not hide what has to be changed.
func TestBrokenRulesComeFirst(t *testing.T) {
	letter := WriteLetter(Polish, LetterAbout{Findings: []portrait.Finding{
		{ID: portrait.BackgroundBusy, Level: portrait.Warning}, {ID: portrait.TooSmall, Level: portrait.Error, Measured: 1, Allowed: 2}}})
	if strings.Index(letter, "pikseli") > strings.Index(letter, "Tło") {
		t.Errorf("advice stands before a broken rule:\n%s", letter)
	}
}
