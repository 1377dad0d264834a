package desk

import (
	"path/filepath"
	"testing"

	"okienko/model"
	"okienko/store"
	"okienko/ui/text"
)

// printed is an app with four students of a class whose codes are on paper.
func printed(t *testing.T) *App {
	t.Helper()
	a := newTestApp(t, pupil("Adamska", "Ada", "4a", model.MustDate(2014, 3, 1)), pupil("Bąk", "Bolek", "4a", model.MustDate(2014, 3, 2)),
		pupil("Ćma", "Cela", "4a", model.MustDate(2014, 3, 3)), pupil("Dąb", "Darek", "4a", model.MustDate(2005, 3, 4)))
	for _, e := range a.School.All() {
		sheet := model.Statement{Student: e.ID, Kind: model.NonObjection, Signer: model.SignedByParent, SignerName: "Ewa " + e.Last,
			Signed: model.MustDate(2026, 8, 31)}
		if e.Last == "Dąb" { // an adult, who signs for himself
			sheet.Signer, sheet.SignerName = model.SignedByStudent, ""
		}
		if _, err := a.DB.RecordStatements(t.Context(), a.Actor, sheet); err != nil {
			t.Fatal(err)
		}
		if _, err := a.DB.TakeCodes(t.Context(), a.Actor, model.Code{Student: e.ID, Kind: model.CodeSIO, Payload: model.Secret("kod " + e.Last)}); err != nil {
			t.Fatal(err)
		}
	}
	a.Folder = store.Folder(t.TempDir())
	o := Order{Kind: OutSlips, Lang: text.Polish, Class: class4a(), WithCodes: true, Path: filepath.Join(t.TempDir(), "k.pdf")}
	if w, err := o.Write(t.Context(), a.DB, a.Actor, a.Now()); err != nil || w.Codes != 4 {
		t.Fatalf("%+v, %v", w, err)
	}
	a.reload(t)
	return a
}

// TestAStackOfSlipsIsSettledAtOnce: twenty went out, these came back. Nothing is
// recorded before it is confirmed, and the rest goes on waiting.
func TestAStackOfSlipsIsSettledAtOnce(t *testing.T) {
	a := printed(t)
	w := open(t, a, newList(a))
	w.Press("ctrl+o").Expect("Karteczki z kodami: co wróciło (4)")
	w.Press("down", "down", "down", "down", "down", "down", "enter").Expect("odebrane 0 · nieodebrane 0 · nie wiadomo 4", "Adamska Ada")
	w.Press("enter").Expect("Niczego nie oznaczono")
	w.Press("r").Expect("+ rodzic: Ewa Adamska")
	w.Press("n").Expect("- nieodebrany")
	w.Press("down", "r").Expect("Odbiera tylko pełnoletni uczeń")
	w.Press("u").Expect("odebrane 2 · nieodebrane 1 · nie wiadomo 1")
	w.Press("enter").Expect("Zapisać: odebrane 2, nieodebrane 1?")
	if e := a.named(t, "Adamska"); e.Verdict.Unfinished == nil {
		t.Error("recorded before it was confirmed")
	}
	w.Press("t").Expect("Zapisano w ewidencji: 3.", "Ćma Cela", "nie wiadomo 1")
	for name, want := range map[string]model.Stage{"Adamska": model.StageHandedOver, "Bąk": model.StageReady, "Ćma": model.StageHeld, "Dąb": model.StageHandedOver} {
		if e := a.named(t, name); e.Verdict.Stage != want {
			t.Errorf("%s: %s, want %s", name, e.Verdict.Stage, want)
		}
	}
	if h := a.named(t, "Adamska").Handovers; len(h) != 1 || h[0].To != model.ToParent || h[0].ToName != "Ewa Adamska" {
		t.Errorf("%+v", h)
	}
	w.Press("a").Expect("odebrane 1").Press("enter", "t").Expect("Zapisano w ewidencji: 1.", "Szukaj")
}

// TestASlipSettledElsewhereIsNotSettledTwice: another desk was quicker.
func TestASlipSettledElsewhereIsNotSettledTwice(t *testing.T) {
	a := printed(t)
	var all []slipEnd
	for _, e := range a.onPaper() {
		all = append(all, slipEnd{code: *e.Verdict.Unfinished})
	}
	for _, want := range []slipsSettled{{settled: 4}, {elsewhere: 4}} {
		if got, err := settleSlips(t.Context(), a.DB, a.Actor, all); err != nil || got != want {
			t.Errorf("%+v, %v, want %+v", got, err, want)
		}
	}
}

// TestSlipsAreNotAskedAboutAtEveryStart: they come back when they come back.
func TestSlipsAreNotAskedAboutAtEveryStart(t *testing.T) {
	a := printed(t)
	list := newList(a)
	if list.offerSettling() != nil {
		t.Error("a window that starts asks about each slip")
	}
}
