package desk

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"okienko/model"
	"okienko/store"
	"okienko/store/export"
	"okienko/ui/kit/kittest"
	"okienko/ui/text"
)

// anySchool are students of every kind that a worklist may be about, a name
// each.
func anySchool(t *rapid.T) (all []model.Record) {
	day := func(name string, from, to int) model.Date {
		return model.DateOf(testNow).AddDays(rapid.IntRange(from, to).Draw(t, name))
	}
	for i := range rapid.IntRange(1, 12).Draw(t, "students") {
		r := model.Record{Student: model.Student{ID: model.StudentID(i + 1), Last: rapid.SampledFrom([]string{"Żak", "Ćwik", "Lis", "Łoś"}).Draw(t, "last"),
			First: fmt.Sprintf("Ola%d", i), Class: model.Class{Grade: rapid.IntRange(0, 3).Draw(t, "grade"), Unit: rapid.SampledFrom([]string{"a", "b"}).Draw(t, "unit")},
			RegisterNo: rapid.IntRange(0, 4).Draw(t, "number in the register"),
			Birth:      day("born", -19*365, -17*365), PESEL: rapid.SampledFrom([]model.PESEL{"", "16250599009"}).Draw(t, "pesel")}}
		if rapid.IntRange(0, 4).Draw(t, "left") == 0 {
			r.Left = day("left on", -3, 3)
		}
		if rapid.Bool().Draw(t, "signed") {
			r.Statements = []model.Statement{{ID: 1, Kind: rapid.SampledFrom(model.StatementKinds).Draw(t, "sheet"), Signed: day("signed on", -400, 0)}}
		}
		if rapid.Bool().Draw(t, "card") {
			r.Cards = []model.Card{{ID: 1, Number: "1/2025", State: model.CardValid, ValidUntil: day("valid until", -40, 40)}}
		}
		if rapid.Bool().Draw(t, "judged") {
			r.Portrait = &model.Portrait{State: rapid.SampledFrom(model.PortraitStates).Draw(t, "portrait"), Decided: day("decided", -40, 0)}
		}
		if rapid.Bool().Draw(t, "registered") {
			r.Registered = day("registered on", -40, 0)
		}
		if rapid.Bool().Draw(t, "code") {
			r.Codes = []model.Code{{ID: 1, Kind: model.CodeLegacy, Added: testNow.AddDate(0, 0, -rapid.IntRange(0, 40).Draw(t, "age"))}}
		}
		if rapid.IntRange(0, 3).Draw(t, "invalidated") == 0 {
			r.Invalidations = []model.Invalidation{{ID: 1, Of: model.MobileCard, Reason: model.ReasonPhoneLost, Reported: day("reported", -9, 0)}}
		}
		if rapid.IntRange(0, 2).Draw(t, "waits") == 0 {
			r.Waiting = testNow.Add(-time.Duration(rapid.IntRange(1, 99).Draw(t, "for")) * time.Minute)
		}
		all = append(all, r)
	}
	return all
}

// Whatever the school: the number in the menu is that of the rows, and the file
// holds the same students in the same order, with a class and without.
func TestAWorklistsCounterRowsAndFileAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := testProfile()
		p.Photo.RetentionDays = 30
		records := anySchool(t)
		school := NewSchool(records, 1, p, model.Actor{Desk: "okno-1"}, testNow)
		view := export.View{Profile: p, Viewpoint: model.Viewpoint{Now: testNow, Desk: "okno-1"}}
		for i, id := range model.WorklistIDs {
			for _, class := range []model.Class{{}, {Grade: 1, Unit: "a"}} {
				rows := school.find(filter{list: id, class: class}, &memory{})
				if class.IsZero() && school.Worklists()[i] != len(rows) {
					t.Fatalf("%s: the menu says %d, there are %d", id, school.Worklists()[i], len(rows))
				}
				sheet := Order{Kind: OutWorklist, Worklist: id, Class: class, Lang: text.Polish}.sheet(records, view)
				var screen, file []string
				for n, e := range rows {
					screen = append(screen, fmt.Sprint(n+1)+" "+e.Class.String()+" "+e.ListName())
				}
				for _, row := range sheet.Rows {
					file = append(file, row[0]+" "+row[1]+" "+row[2])
				}
				if !slices.Equal(screen, file) {
					t.Fatalf("%s %s:\n%q\n%q", id, class, screen, file)
				}
			}
		}
	})
}

// listed is a window on a small school that keeps photos 30 days.
func listed(t *testing.T) window {
	t.Helper()
	a := newTestApp(t, pupil("Bąk", "Anna", "4b", model.MustDate(2014, 3, 1)), pupil("Lis", "Ola", "4b", model.MustDate(2014, 3, 1)),
		pupil("Żak", "Jan", "4a", model.MustDate(2014, 3, 1)))
	return open(t, a, newList(a))
}

func (w window) inList(name string) *kittest.Driver {
	w.t.Helper()
	return w.Press("f4").Type(name).Press("enter")
}

func TestAWorklistStandsClassByClassAndEscKeepsThePlace(t *testing.T) {
	w := listed(t)
	w.Press("end")
	w.inList("brak zdj").Expect("brak zdjęcia 3", "▸ Żak Jan")
	if s := w.See(); strings.Index(s, "Żak Jan") > strings.Index(s, "Bąk Anna") {
		t.Error("4b stands before 4a\n" + s)
	}
	// There and back: the filter and the cursor are where they were.
	w.Press("down", "enter").Expect("> Poproś o zdjęcie.", "Enter poproś o zdjęcie").Press("enter").Expect("dobre, przyjęte").Press("esc", "esc")
	w.Expect("brak zdjęcia 3", "▸ Bąk Anna")
	// A class and a search narrow the list, and Esc takes them back one by one.
	w.Press("f3").Type("4b").Press("enter").Expect("Klasa 4b, brak zdjęcia 2")
	w.Type("żak").Expect("Wśród wybranych nikt nie pasuje.").Press("esc").Expect("Klasa 4b, brak zdjęcia 2")
	w.Press("down", "esc").Expect("Klasa 4b", "▸ Lis Ola").ExpectNot("brak zdjęcia 2")
	w.Press("esc").Expect("▸ Lis Ola", "Żak Jan").ExpectNot("Klasa 4b")
	// Another list begins at its top.
	w.inList("odrzuc").Expect("rodzic nie wie 0", "Lista jest pusta: nie ma tu nic do zrobienia. Esc pokazuje wszystkich.")
	w.Press("f4").Type("xyz").Expect("Nic nie pasuje do tego, co wpisano.")
}

func TestEnterInAWorklistIsItsNextStep(t *testing.T) {
	w := listed(t)
	w.inList("brak ośw").Press("enter").Expect("Enter zbierz oświadczenie").Press("enter").Expect("Rodzaj", "niewyrażenie sprzeciwu").Press("esc", "esc")
	w.inList("brak numeru").Press("enter", "enter").Type("14230100007").Expect("▸ PESEL").Press("esc", "esc")
	w.inList("przedłuż").Expect("Lista jest pusta")
	// A code that is ready is not shown to a queue that did not ask for it.
	a := w.app
	a.Terminal.Glyphs = true
	a.sign(t)
	zak := a.named(t, "Żak")
	a.give(t, model.Code{Student: zak.ID, Kind: model.CodeLegacy, Payload: uuid, Second: "0000", Generated: testNow.AddDate(0, 0, -25)})
	w = open(t, a, newList(a))
	w.inList("wygasa").Expect("Żak Jan", "do 06.09.2026").Press("enter").Expect("Enter wydaj kod", "PESEL").ExpectNot("Odebrany")
	w.Press("enter").Expect("Odebrany")
}

func TestACardOfAWorklistGetsTheNextStamp(t *testing.T) {
	row := pupil("Bąk", "Anna", "4b", model.MustDate(2014, 3, 1))
	row.Card.ValidUntil = model.MustDate(2026, 9, 30)
	p := testProfile()
	p.Cards = model.DefaultProfile().Cards
	a := newTestApp(t, row)
	a.School.profile.Cards = p.Cards
	a.School.judgeAll(testNow)
	w := open(t, a, newList(a))
	w.inList("przedłuż").Expect("ważna do 30.09.2026").Press("enter").Expect("Enter przedłuż legitymację").Press("enter").Expect("▸ Ważna do", "30.09.2027")
	w.Press("enter").Expect("ważna do 30.09.2027").Press("esc").Expect("Lista jest pusta")
}

func TestAClassIsAskedForWhereNoneIsChosen(t *testing.T) {
	w := listed(t)
	w.Press("f5").Expect("Oświadczenia której klasy", "4a", "4b").Press("down", "enter").Expect("Lis Ola", "0/2").Press("esc").Expect("Szukaj:").ExpectNot("Klasa 4b")
	w.Press("f7").Expect("Legitymacje której klasy").Press("enter").Expect("Żak Jan").Press("esc")
	w.Press("f3", "down", "enter", "f7").Expect("Żak Jan").ExpectNot("której klasy")
}

// A refused photo that lies elsewhere: the family is told in the school's own
// way, one by one or all at once.
func TestFamiliesAreToldOneByOneAndAtOnce(t *testing.T) {
	w := listed(t)
	refused := map[model.StudentID]model.Portrait{}
	for _, e := range w.app.School.All() {
		refused[e.ID] = model.Portrait{State: model.PortraitRefused, Decided: model.MustDate(2026, 8, 30)}
	}
	if err := w.app.DB.DecidePortraits(t.Context(), w.app.Actor, refused); err != nil {
		t.Fatal(err)
	}
	w.Advance(time.Second)
	w.inList("odrzuc").Expect("rodzic nie wie 3", "odrzucone 30.08.2026", "Kilku: Ctrl+T.")
	w.Press("enter").Expect("Enter rodzina wie").Press("enter").Expect("Czy rodzina już wie").Advance(time.Second).Press("t").Expect("Zapisano: rodzina wie")
	w.Press("esc").Expect("rodzic nie wie 2").Press("ctrl+t").Expect("zaznaczono 0 z 2").Press("enter").Expect("Nikt nie jest zaznaczony. Spacja")
	w.Press("space").Expect("zaznaczono 1 z 2").Press("w").Expect("zaznaczono 2 z 2", "+  Lis Ola", "Enter odhacz  Spacja zaznacz  w wszyscy / nikt").Press("w").Expect("zaznaczono 0 z 2").Press("w")
	w.Press("enter").Expect("Czy rodzina już wie", "(2)").Advance(time.Second).Press("t").Expect("Lista jest pusta", "(2)")
	if r := w.record(w.app.named(t, "Lis").ID); r.Portrait.State != model.PortraitTold || r.Portrait.Decided != model.MustDate(2026, 8, 30) {
		t.Errorf("%+v", r.Portrait)
	}
}

func TestSeveralAreTickedAsRegistered(t *testing.T) {
	w := listed(t)
	a := w.app
	a.sign(t)
	accepted := map[model.StudentID]model.Portrait{}
	for i, e := range a.School.All() {
		accepted[e.ID] = model.Portrait{State: model.PortraitAccepted, Decided: model.MustDate(2026, 8, 30)}
		s := e.Student
		s.PESEL, s.Birth = []model.PESEL{"14230100007", "14230100014", "14230100021"}[i], model.Date{}
		if err := a.DB.ChangeStudent(t.Context(), a.Actor, e.Version, s); err != nil {
			t.Fatal(err)
		}
	}
	if err := a.DB.DecidePortraits(t.Context(), a.Actor, accepted); err != nil {
		t.Fatal(err)
	}
	a.reload(t)
	w = open(t, a, newList(a))
	w.Press("ctrl+t").Expect("Najpierw wybierz listę zadań (F4).")
	w.inList("komplet, nie").Press("f3").Type("4b").Press("enter").Expect("nie ma w SIO 2").Press("ctrl+t").Expect("zaznaczono 0 z 2", "7/2025").ExpectNot("Kiedy")
	w.Press("w", "enter").Expect("Czy te legitymacje są już zarejestrowane").Advance(time.Second).Press("t").Expect("Lista jest pusta").Press("esc", "esc")
	if r := w.record(a.named(t, "Żak").ID); !r.Registered.IsZero() {
		t.Error("another class was ticked")
	}
	if r := w.record(a.named(t, "Lis").ID); r.Registered.IsZero() {
		t.Error("not ticked")
	}
	w.inList("brak ośw").Press("ctrl+t").Expect("Tej listy nie odhacza się hurtem.")
}

func TestWhoLeftIsInvalidatedAtOnce(t *testing.T) {
	w := listed(t)
	a := w.app
	var ids []model.StudentID
	for _, e := range a.School.All()[:2] {
		ids = append(ids, e.ID)
	}
	if err := a.DB.MarkLeft(t.Context(), a.Actor, ids, model.MustDate(2026, 8, 31)); err != nil {
		t.Fatal(err)
	}
	w.Advance(time.Second)
	w.inList("odszedł, leg").Expect("odszedł 31.08.2026").Press("ctrl+t", "w", "enter").Expect("Unieważnić legitymacje").Advance(time.Second).Press("t")
	w.Expect("Unieważniono. Teraz zrób to w SIO (F4). (2)", "Lista jest pusta")
	w.inList("do zrobienia").Expect("uczeń odszedł ze szkoły")
	for _, id := range ids {
		if r := w.record(id); len(r.Invalidations) != 1 || r.Cards[0].State != model.CardInvalidated || r.Invalidations[0].Reporter != model.ReportedBySchool {
			t.Errorf("%+v", r.Invalidations)
		}
	}
}

// The file of the list on screen is a key away, and holds the class that is
// chosen.
func TestTheFileOfAWorklist(t *testing.T) {
	w := listed(t)
	w.app.Folder = store.Folder(t.TempDir())
	w.inList("brak zdj").Press("f3").Type("4b").Press("enter", "ctrl+o").Expect("▸ Lista: brak zdjęcia (3)")
	w.Press("enter").Expect("Oddział", "4b").Press("enter").Expect("Zapisano plik", "Liczba wpisów: 2")
	if names := filesIn(t, w.app.Folder.Outgoing()); len(names) != 1 || !strings.Contains(names[0], "4b") {
		t.Errorf("%q", names)
	}
}

// A photo that came is not asked for once more: the page and its Enter say that
// it waits.
func TestAPhotoThatWaitsIsNotAskedFor(t *testing.T) {
	a, ids := posted(t)
	a.reload(t)
	e := a.School.Get(a.kept(t, ids["dark"]).Student)
	w := open(t, a, newPage(a, e.ID))
	w.Expect("! zdjęcie czeka na ocenę  (może usunąć: szkoła)", "Zdjęcie       czeka na ocenę (f), do usunięcia 01.10.2026")
	if e.lists.Has(model.ListNoPhoto) {
		t.Error("in the list of missing photos")
	}
	// Nor is it decided without being looked at, and left among what waits.
	w.Press("z").Expect("do zrobienia 1").ExpectNot("dobre, przyjęte")
}

// What a worklist's file says is what the screen says.
func TestAWorklistsFileSaysUntilWhen(t *testing.T) {
	r := model.Record{Student: model.Student{ID: 1, Last: "Lis", First: "Ola"}, Cards: []model.Card{{ID: 1, Number: "1/2025", State: model.CardValid,
		ValidUntil: model.MustDate(2026, 9, 10)}}}
	p := testProfile()
	p.Cards = model.DefaultProfile().Cards
	view := export.View{Profile: p, Viewpoint: model.Viewpoint{Now: testNow, Desk: "okno-1"}}
	for id, want := range map[model.WorklistID]string{model.ListCardExpiring: "ważna do 10.09.2026", model.ListNoPhoto: "poproś o zdjęcie",
		model.ListNoPESEL: "uzupełnij PESEL"} {
		if rows := (Order{Kind: OutWorklist, Worklist: id, Lang: text.Polish}).sheet([]model.Record{r}, view).Rows; len(rows) != 1 || rows[0][6] != want {
			t.Errorf("%s: %q", id, rows)
		}
	}
}
