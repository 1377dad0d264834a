package text

import "fmt"

// Clash are the sentences of the choice between what another desk wrote and
// what was typed here.
type Clash struct {
	Title, Told    string
	Save, SaveHint string
	Back, BackHint string
	Dropped        string
	Did            func(at, who, desk, deed string) string
	Was            func(value string) string
	Theirs, Mine   func(value string) string
}

// ClashIn returns the sentences in a language.
func ClashIn(l Lang) *Clash { return clashes[l] }

func did(at, who, desk, deed string) string {
	return fmt.Sprintf("%s  %s (%s): %s", at, who, desk, deed)
}

var clashes = map[Lang]*Clash{
	Polish: {
		Title: "Zmieniono w tym czasie", Told: "Ktoś inny zapisał w tym czasie zmiany tego samego. Niczego jeszcze nie nadpisano. Wybierz, co ma zostać.",
		Save: "Dalej", SaveHint: "następne pole; na ostatnim zapisuje", Back: "Wróć do formularza", BackHint: "niczego nie zapisuje; wpisany tekst zostaje",
		Dropped: "Zostało to, co zapisało inne stanowisko.", Did: did,
		Was:    func(v string) string { return "(było: " + orDash(v) + ")" },
		Theirs: func(v string) string { return "zostaw zapisane: " + orDash(v) },
		Mine:   func(v string) string { return "zapisz moje: " + orDash(v) },
	},
	English: {
		Title: "Changed in the meantime", Told: "Somebody else saved changes of the same thing in the meantime. Nothing is overwritten yet. Choose what stays.",
		Save: "Go on", SaveHint: "the next field; saves on the last", Back: "Back to the form", BackHint: "saves nothing; what was typed stays",
		Dropped: "What the other desk saved stays.", Did: did,
		Was:    func(v string) string { return "(was: " + orDash(v) + ")" },
		Theirs: func(v string) string { return "keep what is saved: " + orDash(v) },
		Mine:   func(v string) string { return "save mine: " + orDash(v) },
	},
	Ukrainian: {
		Title: "Змінено тим часом", Told: "Хтось інший тим часом зберіг зміни того самого. Ще нічого не перезаписано. Виберіть, що залишити.",
		Save: "Далі", SaveHint: "наступне поле; на останньому зберігає", Back: "До форми", BackHint: "нічого не зберігає; введене залишається",
		Dropped: "Залишилося те, що зберегло інше робоче місце.", Did: did,
		Was:    func(v string) string { return "(було: " + orDash(v) + ")" },
		Theirs: func(v string) string { return "залишити збережене: " + orDash(v) },
		Mine:   func(v string) string { return "зберегти моє: " + orDash(v) },
	},
}
