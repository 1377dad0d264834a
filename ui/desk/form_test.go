package desk

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/text"
)

func TestReadDate(t *testing.T) {
	today := model.MustDate(2026, 9, 1)
	for _, c := range []struct {
		typed string
		lean  leaning
		want  string
		ok    bool
	}{
		{"", towardsPast, "", true},
		{"  ", towardsPast, "", true},
		{"dziś", towardsPast, "2026-09-01", true},
		{"Dzisiaj", towardsPast, "2026-09-01", true},
		{"wczoraj", towardsPast, "2026-08-31", true},
		{"сьогодні", towardsPast, "2026-09-01", true},
		{"4.8.", towardsPast, "2026-08-04", true},
		{"4.8", towardsPast, "2026-08-04", true},
		{"15.12.", towardsPast, "2025-12-15", true},
		{"1.9.", towardsPast, "2026-09-01", true},
		{"30.9.", towardsFuture, "2026-09-30", true},
		{"31.8.", towardsFuture, "2027-08-31", true},
		{"29.2.", towardsFuture, "2028-02-29", true},
		{"04.08.2026", towardsPast, "2026-08-04", true},
		{"2026-08-04", towardsPast, "2026-08-04", true},
		{"31.2.", towardsPast, "", false},
		{"31.02.2026", towardsPast, "", false},
		{"kiedyś", towardsPast, "", false},
		{"4", towardsPast, "", false},
		{"—", towardsPast, "", false},
	} {
		d, ok := readDate(c.typed, today, c.lean)
		if ok != c.ok || d.String() != c.want {
			t.Errorf("%q: got %q, %v; want %q, %v", c.typed, d, ok, c.want, c.ok)
		}
	}
}

// Whatever day is meant, every way of typing it is understood.
func TestEveryDayCanBeTyped(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		today := model.MustDate(2020, 1, 1).AddDays(rapid.IntRange(0, 20*366).Draw(rt, "today"))
		past := today.AddDays(-rapid.IntRange(0, 364).Draw(rt, "ago"))
		future := today.AddDays(rapid.IntRange(0, 364).Draw(rt, "ahead"))
		short := func(d model.Date) string { return strings.TrimLeft(d.Polish()[:6], "0") }
		for _, c := range []struct {
			typed string
			lean  leaning
			want  model.Date
		}{{short(past), towardsPast, past}, {short(future), towardsFuture, future}, {past.Polish(), towardsFuture, past}, {past.String(), towardsPast, past}} {
			if d, ok := readDate(c.typed, today, c.lean); !ok || d != c.want {
				rt.Fatalf("on %v %q became %v (%v), want %v", today, c.typed, d, ok, c.want)
			}
		}
	})
}

func TestReadMoment(t *testing.T) {
	zone := time.FixedZone("", 2*3600)
	now := time.Date(2026, 9, 1, 10, 30, 0, 0, zone)
	for _, c := range []struct {
		typed string
		lean  leaning
		end   bool
		want  string
	}{
		{"", towardsPast, false, "0001-01-01T00:00:00Z"},
		{"8:05", towardsPast, false, "2026-09-01T08:05:00+02:00"},
		{"wczoraj 8:05", towardsPast, false, "2026-08-31T08:05:00+02:00"},
		{"4.8. 23:59", towardsPast, false, "2026-08-04T23:59:00+02:00"},
		{"30.09.2026", towardsFuture, true, "2026-10-01T00:00:00+02:00"},
		{"30.09.2026", towardsFuture, false, "2026-09-30T00:00:00+02:00"},
		{"30.09.2026 12:00", towardsFuture, true, "2026-09-30T12:00:00+02:00"},
	} {
		if at, ok := readMoment(c.typed, now, c.lean, c.end); !ok || at.Format(time.RFC3339) != c.want {
			t.Errorf("%q: got %v, %v; want %v", c.typed, at.Format(time.RFC3339), ok, c.want)
		}
	}
	for _, typed := range []string{"25:00", "8:5:5", "o 8:05", "31.2. 8:00", "zaraz"} {
		if at, ok := readMoment(typed, now, towardsPast, false); ok {
			t.Errorf("%q was taken for %v", typed, at)
		}
	}
}

func TestWhoSignsFollowsFromTheDayOfTheSheet(t *testing.T) {
	a := newTestApp(t, pupil("Bąk", "Iga", "4LO", model.MustDate(2008, 8, 20))) // 18 since 20 August 2026
	id := a.School.All()[0].ID
	w := page(t, a, id)
	w.Press("o").Expect("(•) pełnoletni uczeń", "pełnoletni uczeń podpisuje sam")
	w.Golden("statement_form_80x24")
	w.Press("enter").Press("ctrl+u").Type("19.8.").Expect("(•) rodzic", "podpisuje rodzic lub opiekun")
	w.Press("enter", "down", "enter").Type("Jan Bąk").Press("enter").Type("segregator 4").Press("enter")
	w.Expect("Wpisano: niewyrażenie sprzeciwu.", "Jan Bąk (opiekun prawny), 19.08.2026,", "leży: segregator 4")
	w.Press("o", "ctrl+o").Expect("Iga Bąk (pełnoletni uczeń), 01.09.2026,", "leży: segregator 4")
}

func TestASheetOfTomorrowAndAChoiceThatIsOffAreRefused(t *testing.T) {
	a, id := onePupil(t)
	w := page(t, a, id)
	w.Press("o", "down", "down", "down", "enter").Expect("nie ma czego wycofać")
	w.Press("up", "enter").Press("ctrl+u").Type("2.9.2026").Press("ctrl+o").Expect("To jest w przyszłości.")
	w.Press("ctrl+u").Type("wczoraj").Press("ctrl+o").Expect("SPRZECIW – nic nie wydawać", "sprzeciw, rodzic, 31.08.2026")
	w.Press("o", "down", "down", "down", "ctrl+o").Expect("Jest sprzeciw").Press("t").Expect("wycofane 01.09.2026").ExpectNot("nic nie wydawać")
	if n := len(w.record(id).Statements); n != 2 {
		t.Errorf("%d sheets", n)
	}
}

func TestTheFormAsksBeforeAnObjectionIsSetAside(t *testing.T) {
	a, id := onePupil(t)
	w := page(t, a, id)
	w.Press("o", "down", "down", "ctrl+o").Expect("SPRZECIW – nic nie wydawać")
	w.Press("o").Expect("Teraz liczy się: sprzeciw, rodzic, 01.09.2026")
	w.Press("ctrl+o").Expect("Jest sprzeciw", "Żółć Łucja: jest sprzeciw z dnia 01.09.2026")
	w.Press("enter") // starts on No
	if n := len(w.record(id).Statements); n != 1 {
		t.Fatalf("%d sheets after No", n)
	}
	w.Press("ctrl+o", "t").Expect("Wpisano: niewyrażenie sprzeciwu.").ExpectNot("nic nie wydawać")
}

func TestTheFormLiftsNoObjectionThatItDidNotShow(t *testing.T) {
	a, id := onePupil(t)
	w := page(t, a, id)
	w.Press("o", "enter", "enter", "enter").Type("Jan Żółć")
	if _, err := a.DB.RecordStatements(t.Context(), otherDesk, model.Statement{Student: id, Kind: model.Objection,
		Signer: model.SignedByParent, Signed: model.MustDate(2026, 9, 1)}); err != nil {
		t.Fatal(err)
	}
	w.Press("ctrl+o").Expect("ewa (okno-2): wpisano oświadczenie", "zostaw zapisane: sprzeciw", "zapisz moje: niewyrażenie sprzeciwu, Jan Żółć")
	if n := len(w.record(id).Statements); n != 1 {
		t.Fatalf("%d sheets", n)
	}
	w.Press("down", "enter").Expect("Jest sprzeciw").Press("t").Expect("Wpisano: niewyrażenie sprzeciwu.", "Jan Żółć (rodzic)")
}

func TestASheetThatIsThereAlreadyIsNotSaidToBeEntered(t *testing.T) {
	a, id := onePupil(t)
	w := page(t, a, id)
	w.Press("o", "ctrl+o").Expect("Wpisano: niewyrażenie sprzeciwu.")
	w.Press("o", "ctrl+o").Expect("Ten druk już jest: niewyrażenie sprzeciwu.").ExpectNot("Wpisano")
	if n := len(w.record(id).Statements); n != 1 {
		t.Errorf("%d sheets", n)
	}
}

func TestAFormClosedWithEscSavesNothing(t *testing.T) {
	a, id := onePupil(t)
	w := page(t, a, id)
	for _, key := range []string{"o", "l", "k", "z", "d"} {
		w.Press(key, "esc")
	}
	if got := w.deeds(id); len(got) != 1 {
		t.Errorf("deeds %v", got)
	}
}

func TestExtendingACardThatExpired(t *testing.T) {
	row := pupil("Lis", "Ola", "4a", model.MustDate(2014, 3, 1))
	row.Card.ValidUntil = model.MustDate(2026, 8, 31)
	a := newTestApp(t, row)
	a.sign(t)
	id := a.School.All()[0].ID
	w := page(t, a, id)
	w.Expect("legitymacja straciła ważność").Press("enter").Expect("Teraz zapisana: 7/2025")
	w.Golden("card_form_80x24")
	w.Press("ctrl+u").Type("1.1.2020").Press("enter").Expect("To dzień przed datą wydania.")
	w.Press("ctrl+u").Type("30.9.").Press("enter").Expect("Zapisano legitymację.", "ważna do 30.09.2026")
	if cards := w.record(id).Cards; len(cards) != 1 || cards[0].Number != "7/2025" {
		t.Errorf("cards %+v", cards)
	}
}

func TestAnUnusualNumberPassesAtTheSecondEnter(t *testing.T) {
	row := pupil("Lis", "Ola", "4a", model.MustDate(2014, 3, 1))
	row.Card = model.Card{}
	a := newTestApp(t, row)
	id := a.School.All()[0].ID
	w := page(t, a, id)
	w.Press("l").Expect("brak legitymacji").Press("enter", "enter").Expect("Wpisz numer legitymacji.")
	w.Type("SP/7").Press("enter").Expect("Nietypowy numer").Press("enter").ExpectNot("Nietypowy numer")
	w.Press("ctrl+o").Expect("Zapisano legitymację.", "SP/7, plastikowa")
}

func TestADuplicateNamesTheCardItStandsInFor(t *testing.T) {
	a, id := onePupil(t)
	w := page(t, a, id)
	w.Press("l", "down", "down", "enter").Expect("1/2026", "01.09.2026") // the next number, today
	w.Press("ctrl+u").Type("7/2025").Press("enter").Expect("To numer obecnej legitymacji.")
	w.Press("ctrl+u").Type("8/2026").Press("enter", "enter", "ctrl+u").Press("ctrl+o").Expect("Wpisz datę.")
	w.Type("31.8.2025").Press("ctrl+o").Expect("wcześniej niż")
	w.Press("ctrl+u").Type("dziś").Press("ctrl+o").Expect("8/2026, plastikowa, wydana 01.09.2026, duplikat nr 7/2025")
	w.Expect("poprzednia: 7/2025, plastikowa, unieważniona")
	w.Press("end").Expect("potrzebny duplikat", "do zrobienia w SIO (dziś)")
	if n := len(w.record(id).Cards); n != 2 {
		t.Errorf("%d cards", n)
	}
}

func TestCodesOfEveryKind(t *testing.T) {
	for kind, fill := range map[model.CodeKind]func(w window){
		model.CodeSIO: func(w window) { w.Press("enter").Type("uuid-1").Press("ctrl+o") },
		model.CodeZPE: func(w window) { w.Press("down", "enter").Type("uuid-1").Press("ctrl+o") },
		model.CodeLegacy: func(w window) {
			w.Press("down", "down", "enter").Type("uuid-1").Press("enter").Type("O0lI1").Press("ctrl+o")
		},
		model.CodeCredentials: func(w window) {
			w.Press("down", "down", "down", "enter").Type("ola.lis").Press("enter").Type("Ha5lo!").Press("enter")
		},
	} {
		t.Run(string(kind), func(t *testing.T) {
			a, id := onePupil(t)
			a.sign(t)
			if err := a.DB.RegisterInSIO(t.Context(), a.Actor, []model.StudentID{id}, a.today()); err != nil {
				t.Fatal(err)
			}
			a.reload(t)
			w := page(t, a, id)
			w.Press("k")
			fill(w)
			w.Expect("Kod przyjęty. Dalej: wydaj kod.").ExpectNot("uuid-1", "O0lI1", "Ha5lo!")
			c := w.secret(id)
			want := model.Code{Kind: kind, Payload: "uuid-1"}
			switch kind {
			case model.CodeLegacy:
				want.Second = "O0lI1"
			case model.CodeCredentials:
				want.Payload, want.Login, want.Second = "", "ola.lis", "Ha5lo!"
			}
			if c.Kind != want.Kind || c.Payload != want.Payload || c.Second != want.Second || c.Login != want.Login {
				t.Errorf("taken in: kind %s, login %q, payload %q, second %q", c.Kind, c.Login, c.Payload.Reveal(), c.Second.Reveal())
			}
			if made := c.Generated; (kind == model.CodeZPE) != made.Equal(testNow) {
				t.Errorf("generated %v", made)
			}
			if a.usualKind(a.School.Get(id)) != kind {
				t.Error("the kind is not offered again")
			}
		})
	}
}

func TestWhatIsWrongWithACodeIsSaidUnderItAndNothingIsLost(t *testing.T) {
	born := model.MustDate(2014, 3, 1)
	a := newTestApp(t, pupil("Żółć", "Łucja", "4a", born), pupil("Bąk", "Iga", "4a", born))
	a.sign(t)
	iga := a.School.All()[0]
	a.give(t, model.Code{Student: a.School.All()[1].ID, Kind: model.CodeSIO, Payload: "cudzy"})
	w := page(t, a, iga.ID)
	w.Press("k", "ctrl+o").Expect("Wklej albo wpisz kod.")
	w.Paste("pierwszy\ndrugi").Press("ctrl+o").Expect("koniec wiersza", "pierwszy drugi")
	w.Paste(strings.Repeat("x", model.MaxPayload+1)).Press("ctrl+o").Expect("za długi na kod QR")
	w.Paste(strings.Repeat("x", kit.MaxPaste+1)).Expect("Wklejony tekst jest za długi.", "xxxx")
	w.Paste("cudzy").Press("ctrl+o").Expect("Ten kod należy do innego ucznia.", "cudzy")
	w.Golden("code_refused_80x24")
	w.Paste("mój").Press("tab").Type("25:00").Press("ctrl+o").Expect("Nie ma takiej godziny")
	w.Press("ctrl+u").Type("9:59").Press("ctrl+o").Expect("To jest w przyszłości")
	w.Press("ctrl+u").Type("1.1.2026").Press("ctrl+o").Expect("Ten kod już wygasł.", "mój")
	w.Press("ctrl+u").Press("ctrl+o").Expect("Kod przyjęty.")
	if got := w.secret(iga.ID).Payload; got != "mój" {
		t.Errorf("the code became %q", got.Reveal())
	}
}

func TestTheLargestCodeFits(t *testing.T) {
	a, id := onePupil(t)
	a.sign(t)
	w := page(t, a, id)
	w.Paste(strings.Repeat("x", model.MaxPayload)).Press("enter").Expect("Kod przyjęty.")
}

func TestANewStudentFromTheList(t *testing.T) {
	a, _ := onePupil(t)
	w := open(t, a, newList(a))
	w.Press("f8").Expect("Nowy uczeń").Press("enter").Expect("Wpisz imię i nazwisko.")
	w.Type("Lis").Press("enter").Type("Ola").Press("enter", "enter").Type("14230100020").Press("enter").Expect("cyfra")
	w.Press("backspace").Type("7").Expect("01.03.2014", "(•) K")
	w.Golden("student_form_80x24")
	w.Press("enter", "enter", "enter").Type("IV a").Press("ctrl+o")
	w.Expect("Dodano ucznia. Dalej: zbierz oświadczenie.", "Lis Ola · klasa 4a", "PESEL 14230100027 · ur. 01.03.2014")
	w.Press("esc").Expect("Lis Ola", "Żółć Łucja")
}

// The same child typed in twice, at one desk or at two, is asked about.
func TestAStudentWhoIsThereIsNotAddedUnasked(t *testing.T) {
	a, _ := onePupil(t)
	w := open(t, a, newList(a))
	w.Press("f8").Type("Zolc").Press("enter").Type("łucja").Press("ctrl+o")
	w.Expect("Jest już taki uczeń: Żółć Łucja, 4a, ur. 01.03.2014.", "Ktoś inny?", "Ctrl+O zapisze.")
	if n := len(a.School.All()); n != 1 {
		t.Errorf("%d students", n)
	}
	w.Press("ctrl+o").Expect("Dodano ucznia.", "Zolc łucja")
}

// A card states a name: with another one SIO wants it invalidated.
func TestANewNameAsksAboutTheCard(t *testing.T) {
	a, id := onePupil(t)
	w := page(t, a, id)
	w.Press("d").Type("-Nowa").Press("ctrl+o").Expect("Legitymacja 7/2025 ma jeszcze dawne dane.", "(powód: zmiana", "▸ Nie")
	w.Press("t").Expect("Unieważnienie", "Powód: zmiana imienia lub nazwiska").Press("ctrl+o").Expect("Unieważniono: Łucja Żółć-Nowa.")
	if r := w.record(id); r.Cards[0].State != model.CardInvalidated || r.Invalidations[0].Reason != model.ReasonNameChanged {
		t.Errorf("%+v, %+v", r.Cards, r.Invalidations)
	}
	a, id = onePupil(t)
	w = page(t, a, id)
	w.Press("d").Type("ć").Press("ctrl+o").Press("enter").Expect("Zapisano dane.", "Żółćć Łucja")
	if r := w.record(id); r.Cards[0].State != model.CardValid {
		t.Error("a mended typing error took the card")
	}
}

func TestWhatContradictsThePESELIsNamed(t *testing.T) {
	a, id := onePupil(t)
	w := page(t, a, id)
	w.Press("d", "tab", "tab", "tab").Type("13250199998").Press("tab").Expect("(•) M")
	w.Press("ctrl+o").Expect("PESEL mówi: 01.05.2013.")
	w.Press("ctrl+u").Type("1.5.2013").Press("tab", "up").Expect("(•) K").Press("ctrl+o").Expect("PESEL mówi: M.")
	w.Press("ctrl+o").Expect("Zapisano dane.")
	if r := w.record(id); r.Sex != model.Female || r.Birth != model.MustDate(2013, 5, 1) {
		t.Errorf("sex %s, birth %v", r.Sex, r.Birth)
	}
}

func TestAPESELOfAnotherStudentIsRefused(t *testing.T) {
	first, second := pupil("Bąk", "Iga", "4a", model.Date{}), pupil("Żółć", "Łucja", "4a", model.Date{})
	second.Student.PESEL = "14230100027"
	a := newTestApp(t, first, second)
	w := page(t, a, a.School.All()[0].ID)
	w.Press("d", "tab", "tab", "tab").Type("142301-00027").Press("ctrl+o").Expect("Ten PESEL ma już inny uczeń.", "142301-00027")
}

// Sentences about a key that can't be used now must fit the one line they
// have on the smallest window, whatever the language.
func TestWhyAnActionIsOffFitsALine(t *testing.T) {
	for _, l := range text.Langs {
		p := text.PageIn(l)
		for _, s := range []string{p.OffObjection, p.OffLeft, p.OffUsedUp, p.OffNoStatement, p.OffNoHandover, p.Saving, p.NothingToDo} {
			if kit.Width(s) > 78 {
				t.Errorf("%s: %d cells: %s", l, kit.Width(s), s)
			}
		}
	}
}
