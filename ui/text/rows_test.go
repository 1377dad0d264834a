package text

import (
	"strings"
	"testing"

	"okienko/model"
)

func TestEveryProblemHasASentence(t *testing.T) {
	for _, lang := range Langs {
		texts := rowTexts(lang)
		if len(texts.Problems) != len(model.ProblemIDs) {
			t.Errorf("%s: %d sentences for %d ids", lang, len(texts.Problems), len(model.ProblemIDs))
		}
		for _, id := range model.ProblemIDs {
			for _, detail := range []string{"", "»7«"} {
				for _, field := range []model.Field{"", model.FieldPESEL} {
					s := Problem(lang, model.Problem{ID: id, Field: field, Detail: detail})
					if s == string(id) || !strings.HasSuffix(s, ".") || strings.ContainsAny(s, "[]{}") || strings.Contains(s, "  ") {
						t.Errorf("%s, %s, detail %q: %q", lang, id, detail, s)
					}
				}
			}
		}
		for _, field := range model.AllFields {
			if FieldName(lang, field) == string(field) {
				t.Errorf("%s: no name for the column %s", lang, field)
			}
		}
	}
}

func TestProblemNamesFieldAndDetail(t *testing.T) {
	p := model.Problem{Line: 7, ID: model.ProblemCardDateBad, Field: model.FieldCardIssued, Detail: "[jutro]"}
	got := Problem(Polish, p)
	want := "Nie rozumiem daty w polu „Data wydania”: [jutro]. Pominięto ją; wpisz jako DD.MM.RRRR."
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	p.Detail = ""
	if got := Problem(Polish, p); strings.Contains(got, "„Data wydania”:") {
		t.Errorf("the part for the detail is still there: %s", got)
	}
}
