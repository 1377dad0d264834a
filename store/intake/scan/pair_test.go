package scan

import (
	"image"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"okienko/model"
)

// A sheet of labels as a program would lay it out: every name stands the same
// way to its code. Some names are not known, or some codes were not seen.
type layout struct {
	codes, names []image.Rectangle
	of           []int // by code: its name, -1 if that is not known
	strangers    bool  // names that are not known are noticed
}

func anyLayout() *rapid.Generator[layout] {
	return rapid.Custom(func(t *rapid.T) layout {
		rows, cols := rapid.IntRange(1, 6).Draw(t, "rows"), rapid.IntRange(1, 4).Draw(t, "columns")
		side := rapid.IntRange(60, 300).Draw(t, "side")
		near := rapid.IntRange(2, side/2).Draw(t, "gap to the name")
		height := rapid.IntRange(12, 30).Draw(t, "height of a line")
		apart := rapid.IntRange(0, side).Draw(t, "gap to the next label")
		d := direction(rapid.IntRange(0, int(directions)-1).Draw(t, "direction"))
		losses := rapid.SampledFrom([]int{0, 0, 5, 20}).Draw(t, "losses in percent")
		loses := rapid.SampledFrom([]string{"code", "name"}).Draw(t, "loses")
		lost := func(what string) bool { return what == loses && rapid.IntRange(0, 99).Draw(t, what) < losses }
		width, l := side*8/10, layout{}
		stepX, stepY := side+apart+10, side+apart+10
		if d == below || d == above {
			stepY += near + height
		} else {
			stepX += near + width
		}
		for i := range rows * cols {
			at := image.Pt(1000+i%cols*stepX, 1000+i/cols*stepY)
			code := image.Rectangle{Min: at, Max: at.Add(image.Pt(side, side))}
			drift := rapid.IntRange(-3, 3).Draw(t, "drift")
			w := width - rapid.IntRange(0, width/2).Draw(t, "shorter")
			var corner image.Point
			switch d {
			case below:
				corner = image.Pt(at.X, code.Max.Y+near+drift)
			case above:
				corner = image.Pt(at.X, at.Y-near-height+drift)
			case rightOf:
				corner = image.Pt(code.Max.X+near, at.Y+side/3+drift)
			case leftOf:
				corner = image.Pt(at.X-near-w, at.Y+side/3+drift)
			}
			seen, known := !lost("code"), !lost("name")
			l.strangers = l.strangers || !known || !seen
			if known {
				l.names = append(l.names, image.Rectangle{Min: corner, Max: corner.Add(image.Pt(w, height))})
			}
			if seen {
				l.codes = append(l.codes, code)
				l.of = append(l.of, -1)
				if known {
					l.of[len(l.of)-1] = len(l.names) - 1
				}
			}
		}
		return l
	})
}

// TestNoPairIsWrong is the property that all of this is for: on a regular
// sheet what is clear is right.
func TestNoPairIsWrong(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := anyLayout().Draw(t, "layout")
		p := pair(l.codes, l.names, !l.strangers)
		if !p.clear {
			return
		}
		for c, own := range p.own {
			if own >= 0 && own != l.of[c] {
				t.Fatalf("code %d got name %d, has %d", c, own, l.of[c])
			}
		}
	})
}

// TestWholeSheetsAreClear guards against being careful to the point of
// uselessness: a sheet of at least two rows and columns with everything on it
// is paired without asking.
func TestWholeSheetsAreClear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := anyLayout().Draw(t, "layout")
		if l.strangers {
			return
		}
		if p := pair(l.codes, l.names, true); !p.clear || !slices.Equal(p.own, l.of) {
			t.Fatalf("clear: %v, %v", p.clear, p.own)
		}
	})
}

func TestSecondSecretsAreTold(t *testing.T) {
	for text, want := range map[string]string{
		"Kod aktywacyjny: AB12-CD34": "AB12-CD34", "kod aktywacyjny AB12": "AB12", "Hasło: 12 34 56": "12 34 56",
		"Kod:xY7k": "xY7k", "hasło : tajne": "tajne", "Kod aktywacyjny: AB12 Login: jan": "AB12",
		"Kod aktywacyjny należy wpisać": "", "Kod pocztowy: 00-950": "", "Kod QR": "", "kod należy wpisać": "",
		"Hasło: to jest bardzo długie zdanie": "",
	} {
		var words []word
		for i, w := range fields(text) {
			words = append(words, word{w, image.Rect(i*100, 0, i*100+90, 20)})
		}
		seconds, logins := secrets([]run{{words, boxOf(words)}})
		got := ""
		if len(seconds) > 0 {
			got = seconds[0].text
		}
		if got != want || len(logins) > 0 != (text == "Kod aktywacyjny: AB12 Login: jan") {
			t.Errorf("%q: %q, %v", text, got, logins)
		}
	}
}

func fields(s string) (out []string) {
	for _, l := range wordsOf(lettersOf(s)) {
		out = append(out, l.text)
	}
	return out
}

func lettersOf(s string) (out []letter) {
	for i, r := range []rune(s) {
		out = append(out, letter{r, image.Rect(i*10, 0, i*10+9, 20)})
	}
	return out
}

func TestClassesArePartOfAName(t *testing.T) {
	p := NewPeople(school)
	for text, want := range map[string][]model.StudentID{
		"Jan Kowalski 4a": {3}, "Jan Kowalski, klasa V b": {4}, "Jan Kowalski kl. 5b": {4}, "Jan Kowalski": {3, 4},
		"Ida Bąk": {16}, "Bąk Ida": {16}, "bak ida": {16}, "Jan Nowak": nil,
	} {
		m := p.mentioned(runsOf(lettersOf(text)))
		var got []model.StudentID
		for _, name := range m.names {
			got = append(got, name.students...)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
