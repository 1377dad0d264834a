package desk

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"okienko/model"
	"okienko/store"
)

// coded is a window on a student who signed and holds a code of the old system.
func coded(t *testing.T) (window, model.StudentID) {
	t.Helper()
	a, id := onePupil(t)
	a.sign(t)
	a.give(t, model.Code{Student: id, Kind: model.CodeLegacy, Payload: uuid, Second: "0000"})
	a.Terminal.Glyphs = true
	return open(t, a, newList(a)), id
}

func TestALostPhoneIsReportedDoneInSIOAndTicked(t *testing.T) {
	w, id := coded(t)
	w.Press("down", "f2", "u").Expect("Powód unieważnienia", "zgubiony lub skradziony telefon – mLegitymacja").Press("enter")
	w.Expect("Unieważnia się: mLegitymacja.").Press("tab").Type("Ewa Żółć").Press("tab", "tab").Type("tramwaj").Press("ctrl+o")
	w.Expect("Teraz zrób to", "kod unieważniony", "Ewa Żółć (rodzic lub opiekun), tramwaj – do zrobienia w", "SIO (dziś)")
	if r := w.record(id); len(r.Invalidations) != 1 || r.Cards[0].State != model.CardValid {
		t.Errorf("%+v, %+v", r.Invalidations, r.Cards)
	}
	w.Press("esc").Expect("! Zgubione lub skradzione, do unieważnienia w SIO: 1 (F4)")
	w.Press("f4").Expect("! do zrobienia w SIO").Press("down", "enter")
	w.Expect("Do zrobienia w SIO", "! dziś", "zgubiony lub skradziony telefon", "Ewa Żółć", "7/2025").Fits()
	w.Press("space").Expect("Czy to już zrobione w SIO").Advance(time.Second).Press("down", "enter").Expect("Odhaczono", "= zrobione", "w SIO zrobione 01.09.2026 anna")
	w.Press("space").Expect("Cofnąć odhaczenie").Advance(time.Second).Press("down", "enter").Expect("Cofnięto odhaczenie", "! dziś")
	w.Press("space").Advance(time.Second).Press("down", "enter").Expect("Odhaczono")
	w.Press("esc").ExpectNot("Zgubione lub skradzione").Press("f2").Expect("w SIO zrobione", "01.09.2026 anna")
	// Ticked by mistake, and invalidated by mistake.
	w.Press("a").Advance(time.Second).Press("down", "enter").Expect("odhaczone jako zrobione")
	w.Press("t").Expect("Cofnąć odhaczenie").Advance(time.Second).Press("down", "enter").Expect("Cofnięto odhaczenie")
	w.Press("a").Expect("Cofnąć unieważnienie").Advance(time.Second).Press("down", "enter").Expect("Cofnięto unieważnienie", "+ kod gotowy", "– cofnięte")
}

func TestAnInvalidationFromTheList(t *testing.T) {
	w, _ := coded(t)
	w.Type("żół").Press("ctrl+n").Expect("Powód unieważnienia").Type("odsz").Press("enter")
	w.Expect("W SIO powód: „odejście ucznia ze szkoły”.", "(•) szkoła").Press("ctrl+o").Expect("Unieważniono:")
	w.Press("f2").Expect("- odszedł", "plastikowa, unieważniona")
}

func TestACodeLeavesEveryScreenWithinASecond(t *testing.T) {
	here, there := twoDesks(t)
	here.Press("end")
	here.toCode().scans(uuid[2:])
	there.Press("end", "f2", "u", "enter", "ctrl+o").Expect("Unieważniono:")
	here.Advance(time.Second).ExpectNot("Odebrany").Expect("mLegitymację unieważniono. Kod zniknął z ekranu", "Szukaj:")
	there.Advance(time.Second).Expect("kod unieważniony")
}

// While it is asked who collected, the answer comes too late.
func TestACodeInvalidatedWhileItIsAskedWhoCollected(t *testing.T) {
	here, there := twoDesks(t)
	here.Press("end")
	here.toCode().Press("enter").Expect("Kto odebrał?")
	there.Press("end", "f2", "u", "enter", "ctrl+o").Expect("Unieważniono:")
	here.Advance(time.Second).Press("enter").Expect("Kodu nie można teraz wydać")
	here.Press("esc").Advance(2 * time.Second).Expect("Szukaj:")
	if e := here.app.named(t, "Zając"); len(e.Handovers) != 0 {
		t.Error("a dead code was handed over")
	}
}

func TestTwoDesksAreToldOfOnePhone(t *testing.T) {
	here, there := twoDesks(t)
	here.Press("end", "f2", "u", "enter")
	there.Press("end", "f2", "u", "enter", "ctrl+o").Expect("Unieważniono:")
	here.Press("ctrl+o").Expect("zgubiony lub skradziony telefon").Press("enter")
	if e := here.app.named(t, "Zając"); len(e.Invalidations) != 1 {
		t.Errorf("%d invalidations of one phone", len(e.Invalidations))
	}
}

func TestOnceMoreForANewPhone(t *testing.T) {
	w, id := coded(t)
	w.Press("down", "enter").Advance(time.Second).Press("enter").Expect("Kto odebrał?")
	w.Advance(time.Second).Press("enter").Expect("Wydano")
	w.Press("down", "f2", "n").Expect("Wydać ponownie").Press("enter").Expect("uszkodzone urządzenie").ExpectNot("zgubiona legitymacja")
	w.Press("down", "enter", "ctrl+o").Expect("w SIO, bez kodu", "wczytaj kod")
	// Nothing waits twice in SIO; that they want none any more is worth saying.
	w.Press("n").Expect("! Już unieważniona").Press("esc", "u").Type("uszkodzone").Expect("! Już unieważniona").Press("enter").ExpectNot("Kto zgłosił")
	w.Press("esc", "u").Type("rezygnacja").ExpectNot("Już unieważniona").Press("esc")
	w.Press("k", "tab").Type("nowy-kod").Press("tab").Type("1234").Press("ctrl+o").Expect("+ kod gotowy")
	if r := w.record(id); len(r.Cards) != 1 || r.Cards[0].State != model.CardValid {
		t.Errorf("cards %+v", r.Cards)
	}
	w.Press("h").Expect("unieważniono", "przyjęto kod", "wydano")
}

func TestACodeThatDoesNotScanKeepsThePlaceInTheQueue(t *testing.T) {
	here, there := twoDesks(t)
	zajac := there.app.named(t, "Zając").ID
	there.Press("end", "f2", "n", "end", "enter").Expect("Odłożyć ten kod").Advance(time.Second).Press("down", "enter")
	there.Expect("Kod odłożony.", "czeka na nowy", "kod od 01.09.2026 08:00")
	here.Advance(time.Minute)
	bak := here.app.named(t, "Bąk")
	if err := here.app.DB.AskCodeAnew(t.Context(), here.app.Actor, bak.ID, bak.Codes[0].ID); err != nil {
		t.Fatal(err)
	}
	// Bąk comes before Zając in the alphabet, and after in the queue.
	here.Advance(time.Second).Press("f4").Type("czeka na kod").Press("enter").Expect("> Wygeneruj kod i wczytaj go.", "wczytaj kod (od 08:0")
	screen := here.See()
	if first := here.app.School.Get(zajac).ListName(); strings.Index(screen, first) > strings.Index(screen, bak.ListName()) {
		t.Error("who came first does not stand first\n" + screen)
	}
}

func TestOnceMoreForTheParentsApp(t *testing.T) {
	a, id := onePupil(t)
	a.sign(t)
	a.give(t, model.Code{Student: id, Kind: model.CodeCredentials, Login: "ola.lis", Second: "Ha5lo!"})
	w := page(t, a, id)
	w.Press("n", "down").Expect("aplikacja rodzica lub drugie urządzenie: pokaż kod").Press("enter").Expect("Login:", "Hasło:", "Odebrany")
}

func TestTheDuplicatesNumberFollowsTheRegister(t *testing.T) {
	rows := []string{"17/2026", "203/2025", "9/2026", "SP/1"}
	var pupils []model.RosterRow
	for i, number := range rows {
		row := pupil("Lis", fmt.Sprint("Ola", i), "4a", model.MustDate(2014, 3, 1+i))
		row.Card.Number = number
		pupils = append(pupils, row)
	}
	a := newTestApp(t, pupils...)
	w := page(t, a, a.School.All()[0].ID)
	w.Press("n", "down", "down", "enter").Expect("(•) wpisać duplikat obecnej", "18/2026")
}

func TestWorklistsStandInTheMenuTheNonEmptyFirst(t *testing.T) {
	a, _ := onePupil(t)
	w := open(t, a, newList(a))
	w.Press("f4").Expect("> brak oświadczenia", "1").Fits()
	screen := w.See()
	none, stages := strings.Index(screen, "> brak zdjęcia"), strings.Index(screen, "odszedł")
	if full := strings.Index(screen, "> brak oświadczenia"); none < 0 || stages < 0 || full > stages {
		t.Errorf("full at %d, stages at %d\n%s", full, stages, screen)
	}
	w.Type("brak ośw").Press("enter").Expect("brak oświadczenia 1", "> Poproś rodzica", "Żółć Łucja").Fits()
	w.Press("esc").ExpectNot("> Poproś rodzica")
}

// Whoever left with a valid card is one Enter from its invalidation.
func TestWhoLeftWithAValidCard(t *testing.T) {
	a, id := onePupil(t)
	if err := a.DB.MarkLeft(t.Context(), a.Actor, []model.StudentID{id}, model.MustDate(2026, 8, 31)); err != nil {
		t.Fatal(err)
	}
	a.reload(t)
	w := open(t, a, newList(a))
	w.Press("f4").Type("odszedł, leg").Press("enter").Expect("> Unieważnij legitymację: odejście ucznia ze szkoły.", "Żółć Łucja")
	w.Press("down", "f2", "enter").Expect("W SIO powód: „odejście ucznia ze szkoły”.").Press("ctrl+o").Expect("Unieważniono:", "Nic nie wydawać")
	if r := w.record(id); r.Cards[0].State != model.CardInvalidated {
		t.Errorf("card %+v", r.Cards[0])
	}
	w.Press("esc").Expect("Lista jest pusta: nie ma tu nic do zrobienia.")
}

func TestAReaderInvalidatesNothing(t *testing.T) {
	a, id := onePupil(t)
	a.Actor.Role = model.RoleReader
	if _, err := a.DB.Invalidate(t.Context(), a.Actor, 0, model.Invalidation{Student: id, Reason: model.ReasonPhoneLost}); err == nil {
		t.Error("invalidated")
	}
	for _, action := range (&pageScreen{app: a, id: id}).afterActionsOf(t) {
		if looks[action] {
			t.Errorf("%s is open to readers", action)
		}
	}
}

// afterActionsOf are the IDs of what comes after.
func (p *pageScreen) afterActionsOf(t *testing.T) (ids []string) {
	t.Helper()
	full := newPage(p.app, p.id).(*pageScreen)
	for _, a := range full.afterActions(full.entry()) {
		ids = append(ids, a.ID)
	}
	return ids
}

// thousands is a school of 10,000 with everything that may be in a worklist.
func thousands() *School {
	p := testProfile()
	records := make([]model.Record, 10_000)
	for i := range records {
		r := &records[i]
		r.ID, r.Version = model.StudentID(i+1), 1
		r.Last, r.First = fmt.Sprintf("Nazwisko%05d", i*7919%10_000), "Imię"
		r.Class, r.Birth = model.Class{Grade: 1 + i%8, Unit: "a"}, model.MustDate(2012, 1, 1)
		r.Cards = []model.Card{{ID: int64(i + 1), Number: fmt.Sprintf("%d/2025", i), State: model.CardValid, ValidUntil: model.MustDate(2026+i%3, 9, 30)}}
		if i%3 > 0 {
			r.Statements = []model.Statement{{ID: int64(i + 1), Kind: model.NonObjection, Signer: model.SignedByParent, Signed: model.MustDate(2026, 8, 1)}}
		}
		if i%4 > 0 {
			r.Portrait = &model.Portrait{State: model.PortraitAccepted, Decided: model.MustDate(2026, 8, 2)}
		}
		if i%5 > 2 {
			r.Codes = []model.Code{{ID: int64(i + 1), Kind: model.CodeLegacy, Added: testNow.Add(-time.Duration(i%40) * 24 * time.Hour)}}
		}
		if i%10 == 0 {
			r.Invalidations = []model.Invalidation{{ID: int64(i + 1), Reason: model.ReasonPhoneLost, Of: model.MobileCard, Reported: model.MustDate(2026, 8, 30)}}
		}
	}
	return NewSchool(records, store.Mark(1), p, model.Actor{Desk: "okno-1"}, testNow)
}

// A worklist is chosen and drawn between two frames, also at 10,000 students,
// and so are the counters after another desk's deed.
func BenchmarkWorklists(b *testing.B) {
	s := thousands()
	b.Run("counters", func(b *testing.B) {
		for b.Loop() {
			s.version++
			s.Worklists()
		}
	})
	for _, id := range model.WorklistIDs {
		b.Run("filter/"+string(id), func(b *testing.B) {
			var m memory
			for b.Loop() {
				s.find(filter{list: id}, &m)
			}
		})
	}
	b.Run("first", func(b *testing.B) { // after a change of the order
		var m memory
		for b.Loop() {
			s.classes = nil
			s.find(filter{list: model.ListNoStatement}, &m)
		}
	})
	b.Run("judge-all", func(b *testing.B) {
		for b.Loop() {
			s.judgeAll(testNow)
		}
	})
}
