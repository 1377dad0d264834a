package desk

import (
	"testing"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/kit/kittest"
)

// stampClass is a class with a card of every fate.
func stampClass(t *testing.T) *App {
	t.Helper()
	born := model.MustDate(2014, 3, 1)
	old, none, void, long := pupil("Bąk", "Jan", "4a", born), pupil("Ćwik", "Ala", "4a", born), pupil("Lis", "Ewa", "4a", born), pupil("Łoś", "Olga", "4a", born)
	second, same := pupil("Żuk", "Adam", "4a", born), pupil("Sowa", "Iga", "4a", born)
	old.Card.ValidUntil, second.Card.ValidUntil = model.MustDate(2026, 9, 30), model.MustDate(2026, 9, 30)
	none.Card = model.Card{}
	void.Card.State = model.CardInvalidated
	long.Card.ValidUntil = model.MustDate(2029, 9, 30)
	same.Card.ValidUntil = model.MustDate(2027, 9, 30)
	return newTestApp(t, old, none, void, long, second, same)
}

func (a *App) validUntil(t *testing.T, last string) model.Date {
	t.Helper()
	r, err := a.DB.Record(t.Context(), a.named(t, last).ID)
	if err != nil {
		t.Fatal(err)
	}
	card, _ := model.CurrentCard(r.Cards)
	return card.ValidUntil
}

func TestTheAutumnStamp(t *testing.T) {
	a := stampClass(t)
	w := open(t, a, newList(a))
	w.Press("f3").Type("4a").Press("enter", "f7")
	w.Expect("Nowa data ważności: 30.09.2027", "Do przedłużenia: 2", "brak legitymacji", "unieważniona", "ważna dłużej", "ma już tę datę")
	w.Press("end", "space").Expect("Do przedłużenia: 1", "- pominięta")
	w.Press("enter").Expect("Legitymacje do przedłużenia: 1, nowa data ważności: 30.09.2027")
	w.Press("t").Expect("Przedłużone legitymacje: 1, ważne do 30.09.2027.")
	for last, want := range map[string]model.Date{"Bąk": model.MustDate(2027, 9, 30), "Żuk": model.MustDate(2026, 9, 30),
		"Łoś": model.MustDate(2029, 9, 30)} {
		if got := a.validUntil(t, last); got != want {
			t.Errorf("%s is valid until %v", last, got)
		}
	}
}

func TestTheStampTakesAnotherDate(t *testing.T) {
	a := stampClass(t)
	w := open(t, a, newExtension(a, class4a()))
	w.Press("d").Type("30.09.2020").Press("enter").Expect("Ta data już minęła.")
	w.Press("ctrl+u").Type("kiedyś").Press("enter").Expect("To nie jest data.")
	w.Press("ctrl+u").Type("30.09.2030").Press("enter").Expect("Do przedłużenia: 4")
	w.Press("home", "down", "space").Expect("nie ma jak przedłużyć")
}

func TestNextStamp(t *testing.T) {
	for _, c := range []struct{ today, want model.Date }{
		{model.MustDate(2026, 9, 1), model.MustDate(2027, 9, 30)}, {model.MustDate(2026, 11, 22), model.MustDate(2027, 9, 30)},
		{model.MustDate(2027, 2, 1), model.MustDate(2027, 9, 30)}, {model.MustDate(2027, 7, 31), model.MustDate(2027, 9, 30)},
	} {
		if got := nextStamp(testProfile(), c.today); got != c.want {
			t.Errorf("a stamp of %v lasts until %v", c.today, got)
		}
	}
}

func TestExtensionHoldsTheRules(t *testing.T) {
	a := stampClass(t)
	for _, s := range []kit.Screen{newExtension(a, class4a()), newExtension(a, model.Class{})} {
		for _, fault := range kit.Check(s) {
			t.Error(fault)
		}
	}
}

func TestExtensionGolden(t *testing.T) {
	a := stampClass(t)
	kittest.Golden(t, "extension_80x24", open(t, a, newExtension(a, class4a())).Fits().See())
}
