package desk

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

const readme = "../../README.md"

// TestREADMEHasTheKeys holds the README's list of keys against the screens'
// action tables; with -update it writes the list.
func TestREADMEHasTheKeys(t *testing.T) {
	b, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok1 := strings.Cut(string(b), "<!-- keys -->\n")
	_, after, ok2 := strings.Cut(rest, "<!-- /keys -->")
	if !ok1 || !ok2 {
		t.Fatal("README has no place for the keys")
	}
	want := before + "<!-- keys -->\n" + keyList(t) + "<!-- /keys -->" + after
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(readme, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if string(b) != want {
		t.Error("README's keys are not those of the screens; go test ./ui/desk -run README -update writes them")
	}
}

// keyList is the table of all keys, screen by screen, in Polish and English.
func keyList(t *testing.T) string {
	polish, english := allScreens(t, text.Polish), allScreens(t, text.English)
	var b strings.Builder
	for i := range polish {
		fmt.Fprintf(&b, "**%s** (%s)\n\n| key | | |\n|---|---|---|\n", heading(polish[i]), heading(english[i]))
		pl, en := kit.KeyTable(kitWords(text.Polish), polish[i]), kit.KeyTable(kitWords(text.English), english[i])
		for j := range pl {
			fmt.Fprintf(&b, "| %s | %s | %s |\n", pl[j].Keys, cell(pl[j]), cell(en[j]))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// allScreens are the screens worth a list of keys, in the order of the work,
// each in a state where everything can be done.
func allScreens(t *testing.T, l text.Lang) []kit.Screen {
	a := threePupils(t)
	a.Lang = l
	e := a.School.All()[0]
	a.give(t, model.Code{Student: e.ID, Kind: model.CodeSIO, Payload: "https://example.invalid/aktywacja/7f3c1d"})
	onScreen := open(t, a, newQR(a, e.ID)).Stack().Top()
	class := model.Class{Grade: 4, Unit: "a"}
	a.inbox(t, map[string]string{"lista.csv": smallRoster})
	preview := newImport(a)
	open(t, a, preview).Press("enter")
	photos := photoScreens(t, a, a.send(t, e.Last, "zdjęcie.jpg", turnedOne))
	photos[0].(*galleryScreen).class = class
	return []kit.Screen{newList(a), onScreen, newCollect(a, e.ID, 1), newPage(a, e.ID), photos[0], photos[1], photos[2], photos[4],
		newSheets(a, class), newRoll(a, class), newExtension(a, class), newTick(a, filter{list: model.ListNotInSIO}), preview}
}

// heading is a title without what belongs to one student or class.
func heading(s kit.Screen) string {
	if page, ok := s.(*pageScreen); ok {
		return text.ListIn(page.app.Lang).Open
	}
	return strings.TrimSuffix(s.Title(), " 4a")
}

func cell(r kit.KeyRow) string {
	if r.Hint == "" {
		return r.Name
	}
	return r.Name + ": " + r.Hint
}
