package text

import (
	"errors"
	"strings"
	"testing"

	"okienko/model"
)

func TestEveryFaultOfAProfileHasASentence(t *testing.T) {
	for _, lang := range Langs {
		words := profileIn[lang]
		if words.line == "" || words.key == "" || words.ratioNeverFitsMax == "" {
			t.Errorf("%s: words missing", lang)
		}
		if len(words.faults) != len(model.ProfileErrorKinds) {
			t.Errorf("%s: %d sentences for %d faults", lang, len(words.faults), len(model.ProfileErrorKinds))
		}
		for _, kind := range model.ProfileErrorKinds {
			if words.faults[kind] == "" {
				t.Errorf("%s: no sentence for %s", lang, kind)
			}
		}
	}
}

func TestAProfilesFaultIsOneSentenceThatNamesEverything(t *testing.T) {
	e := &model.ProfileError{File: "school.toml", Line: 7, Key: "statements.policy", Kind: model.ProfileNotOneOf,
		Got: "{all}", Allowed: []string{"objection", "statement", "application"}}
	for _, lang := range Langs {
		got := Profile(lang, e)
		for _, part := range []string{"school.toml", "7", "statements.policy", "{all}", "objection, statement, application"} {
			if !strings.Contains(got, part) {
				t.Errorf("%s: %q is not in %q", lang, part, got)
			}
		}
		if strings.Count(got, ".") != strings.Count("school.toml statements.policy", ".")+1 || !strings.HasSuffix(got, ".") {
			t.Errorf("%s: not one sentence: %q", lang, got)
		}
	}
}

func TestPolishSentencesOnProfiles(t *testing.T) {
	for _, test := range []struct{ toml, want string }{
		{"[photo]\nmin = \"480\"", `school.toml, wiersz 2, klucz photo.min: „480” to nie rozmiar; dozwolone jest "szerokośćxwysokość" w pikselach, każda od 1 do 20000, na przykład "480x600".`},
		{"[photo]\nmaks = 1", `school.toml, wiersz 2, klucz photo.maks: nie ma takiego klucza; dozwolone tutaj: formats, min, max, ratio, max_bytes, retention_days, delete_after_issue.`},
		{"[photo]\nmax = \"10x10\"\nratio = \"1000:1\"", `school.toml, wiersz 3, klucz photo.ratio: proporcji "1000:1" nie ma żadne zdjęcie do "10x10"; dozwolone są proporcje, które mieszczą się w photo.max.`},
		{"[school", `school.toml, wiersz 1: to nie jest poprawny zapis TOML; dozwolone są: nagłówek [tabela] oraz klucz = wartość, każdy klucz raz, tekst w cudzysłowach "…".`},
	} {
		_, err := model.ParseProfile("school.toml", []byte(test.toml))
		var fault *model.ProfileError
		if !errors.As(err, &fault) {
			t.Fatalf("%q: %v", test.toml, err)
		}
		if got := Profile(Polish, fault); got != test.want {
			t.Errorf("got  %s\nwant %s", got, test.want)
		}
	}
}
