package desk

import (
	"testing"

	"okienko/model"
	"okienko/ui/kit"
)

// theirs changes the student at another desk.
func (w window) theirs(id model.StudentID, change func(*model.Student)) {
	w.t.Helper()
	s := w.record(id).Student
	change(&s)
	if err := w.app.DB.ChangeStudent(w.t.Context(), otherDesk, 0, s); err != nil {
		w.t.Fatal(err)
	}
}

func TestTwoDesksEditingDifferentFieldsLoseNothing(t *testing.T) {
	a, id := onePupil(t)
	w := page(t, a, id)
	w.Press("d", "tab", "tab").Type("Anna")
	w.theirs(id, func(s *model.Student) { s.Class, s.BookNo = model.Class{Grade: 5, Unit: "b"}, "12/3" })
	w.Press("ctrl+o").Expect("Zapisano dane.")
	if r := w.record(id); r.Second != "Anna" || r.BookNo != "12/3" || r.Student.Class.Unit != "b" {
		t.Errorf("one desk's work is gone: %+v", r.Student)
	}
}

func TestTwoDesksEditingOneFieldChoose(t *testing.T) {
	for _, test := range []struct {
		keys  []string
		class string
		says  string
	}{
		{[]string{"enter", "enter"}, "5b", "Zapisano dane."},
		{[]string{"down", "enter", "enter"}, "6c", "Zapisano dane."},
		{[]string{"esc"}, "5b", "6c"}, // back in the form; what was typed is there
		{[]string{"esc", "ctrl+o"}, "5b", "Zmieniono w tym czasie"},
	} {
		a, id := onePupil(t)
		w := page(t, a, id)
		w.Press("d", "tab", "tab").Type("Anna").Press("tab", "tab", "tab", "tab", "ctrl+u").Type("6c").Press("tab", "tab").Type("7")
		w.theirs(id, func(s *model.Student) {
			s.Class, s.BookNo, s.Document = model.Class{Grade: 5, Unit: "b"}, "12/3", "paszport"
		})
		w.Press("ctrl+o").Expect("ewa (okno-2): zmieniono dane ucznia", "(było: 4a)", "zostaw zapisane: 5b", "zapisz moje: 6c", "(było: —)", "zostaw zapisane: 12/3", "zapisz moje: 7")
		w.Fits()
		w.Press(test.keys...).Expect(test.says)
		r := w.record(id)
		if r.Student.Class.String() != test.class || r.Document != "paszport" {
			t.Errorf("%v: %+v", test.keys, r.Student)
		}
		if saved := test.keys[0] != "esc"; saved != (r.Second == "Anna") {
			t.Errorf("%v: the second name is %q", test.keys, r.Second)
		}
	}
}

func TestTwoDesksChangingOneCardChoose(t *testing.T) {
	a, id := onePupil(t)
	w := page(t, a, id)
	w.Press("l", "tab", "tab", "tab", "tab").Press("ctrl+u").Type("30.9.2028")
	if _, err := a.DB.ExtendCards(t.Context(), otherDesk, []model.StudentID{id}, model.MustDate(2029, 9, 30)); err != nil {
		t.Fatal(err)
	}
	w.Press("ctrl+o").Expect("ewa (okno-2): przedłużono legitymację", "zostaw zapisane: 30.09.2029", "zapisz moje: 30.9.2028")
	w.Press("down", "enter").Expect("Zapisano legitymację.", "ważna do 30.09.2028")
}

func TestTwoDesksEnteringACardEach(t *testing.T) {
	a, id := onePupil(t)
	w := page(t, a, id)
	w.Press("l", "down", "tab").Type("8/2026").Press("tab", "tab").Type("1.9.2026").Press("tab").Type("30.9.2029")
	card := model.Card{Student: id, Number: "9/2026", Kind: model.PlasticCard, Issued: model.MustDate(2026, 9, 1), ValidUntil: model.MustDate(2030, 9, 30)}
	if err := a.DB.EnterCard(t.Context(), otherDesk, 0, card); err != nil {
		t.Fatal(err)
	}
	w.Press("ctrl+o").Expect("ewa (okno-2): wpisano legitymację", "zostaw zapisane: 9/2026", "zapisz moje: 8/2026")
	w.Press("enter").Expect("Zostało to, co zapisało inne stanowisko.", "9/2026")
	if n := len(w.record(id).Cards); n != 2 {
		t.Errorf("%d cards", n)
	}
}

func TestTwoDesksJudgingOnePhoto(t *testing.T) {
	a, id := onePupil(t)
	w := page(t, a, id)
	w.Press("z", "down").Expect("(•)")
	decided := map[model.StudentID]model.Portrait{id: {State: model.PortraitAccepted, Decided: a.today()}}
	if err := a.DB.DecidePortraits(t.Context(), otherDesk, decided); err != nil {
		t.Fatal(err)
	}
	w.Press("enter").Expect("ewa (okno-2): oceniono zdjęcie", "(było: —)", "zostaw zapisane: dobre, przyjęte", "zapisz moje: ")
	w.Press("down", "enter").Expect("Zdjęcie: odrzucone.")
}

func TestTwoDesksCorrectingOneHandover(t *testing.T) {
	for _, test := range []struct {
		keys []string
		name string
	}{
		{[]string{"enter"}, "Ola Obca"},
		{[]string{"down", "enter"}, "Jan Moja"},
	} {
		a, id := onePupil(t)
		a.sign(t)
		a.give(t, model.Code{Student: id, Kind: model.CodeSIO, Payload: "x"})
		w := page(t, a, id)
		c := w.secret(id)
		h, err := a.DB.ConfirmHandover(t.Context(), a.Actor, model.Handover{Student: id, Code: c.ID, To: model.ToStudent, CardShown: true})
		if err != nil {
			t.Fatal(err)
		}
		a.reload(t)
		w.Press("w", "down", "tab").Press("ctrl+u").Type("Jan Moja")
		if _, err := a.DB.CorrectHandover(t.Context(), otherDesk, h, model.Handover{To: model.ToParent, ToName: "Ola Obca"}); err != nil {
			t.Fatal(err)
		}
		w.Press("ctrl+o").Expect("ewa (okno-2): poprawiono", "Ola Obca", "Jan Moja")
		w.Press(test.keys...)
		counting := model.EffectiveHandovers(w.record(id).Handovers)
		if len(counting) != 1 || counting[0].ToName != test.name {
			t.Errorf("%v: %+v", test.keys, counting)
		}
	}
}

// The question was about what has changed since: the answer does nothing.
func TestAnOpenQuestionDoesNotActOnWhatChanged(t *testing.T) {
	for _, key := range []string{"x", "s"} {
		a, id := onePupil(t)
		w := page(t, a, id)
		w.Press(key, "down")
		w.theirs(id, func(s *model.Student) { s.Class = model.Class{Grade: 5, Unit: "b"} })
		w.Advance(watchEvery).Press("enter").Expect("W tym czasie zmienił to ktoś inny: zmieniono dane ucznia (ewa, okno-2")
		if r := w.record(id); !r.Left.IsZero() || !r.Registered.IsZero() {
			t.Errorf("%s: done all the same", key)
		}
	}
}

func TestClashHoldsTheRules(t *testing.T) {
	a, id := onePupil(t)
	w := page(t, a, id)
	w.Press("d", "ctrl+u").Type("Inna")
	w.theirs(id, func(s *model.Student) { s.Last = "Nowa" })
	w.Press("ctrl+o").Fits()
	for _, fault := range kit.Check(w.Stack().Top()) {
		t.Error(fault)
	}
}
