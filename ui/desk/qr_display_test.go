package desk

import (
	"strings"
	"testing"

	"okienko/ui/kit"
	"okienko/ui/text"
)

// The desk's own screen stays in the secretary's language, and its line of keys
// whole, whatever the student reads on the display.
func TestTheDeskBesideADisplay(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	a.mirror = &mirror{app: a, poke: make(chan struct{}, 1), paired: true}
	w := openAt(t, a, newList(a), 120, 40).toCode()
	w.Expect("Zofia K. · klasa 4a", "Kod jest na ekranie ucznia.", "n Nie skanuje się", "l Język", "e Pokaż też tutaj")
	w.Press("l").Advance(typedAhead)
	if a.mirror.want.Lang == string(text.Polish) {
		t.Fatal("the student still reads Polish")
	}
	w.Expect("Zofia K. · klasa 4a", "Kod jest na ekranie ucznia.")
	w.Resize(80, 24).Expect("Enter Odebrany  Esc Nieodebrany  Spacja Ukryj  e Pokaż też tutaj  F1 pomoc").ExpectNot("l Język")
	for _, l := range strings.Split(w.See(), "\n") {
		if kit.Width(l) > 80 {
			t.Errorf("%q is too long", l)
		}
	}
}

func TestADisplaySaysWhereItsNumberIs(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	open(t, a, &displayScreen{app: a, t: text.DisplayIn(a.Lang)}).Expect("Numer stanowiska:", "Ctrl+E")
}

func TestTheLinesOfAllStudentsAreTheRegister(t *testing.T) {
	a := zofia(t, sioCode(uuid))
	w := open(t, a, newList(a)).Press("f9")
	w.Expect("Uczniowie › Ewidencja").Press("esc", "f2", "h").Expect("› Historia")
}
