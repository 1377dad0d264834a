package desk

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"okienko/model"
	"okienko/store"
	"okienko/ui/text"
)

// handOver shows and hands a code over, as the code's screen does.
func (a *App) handOver(t *testing.T, id model.StudentID, to model.Recipient, name string) model.Handover {
	t.Helper()
	c, err := a.DB.PresentCode(t.Context(), a.Actor, id)
	if err != nil {
		t.Fatal(err)
	}
	h, err := a.DB.ConfirmHandover(t.Context(), a.Actor, model.Handover{Student: id, Code: c.ID, To: to, ToName: name})
	if err != nil {
		t.Fatal(err)
	}
	a.reload(t)
	return h
}

func collected(t *testing.T) (*App, model.StudentID) {
	t.Helper()
	a, id := onePupil(t)
	a.sign(t)
	a.give(t, model.Code{Student: id, Kind: model.CodeSIO, Payload: "tajny-kod"})
	a.handOver(t, id, model.ToStudent, "")
	return a, id
}

func TestAWrongHandoverIsCorrectedAndStaysInTheHistory(t *testing.T) {
	a, id := collected(t)
	w := page(t, a, id)
	w.Expect("= wydano", "01.09.2026 08:00, kod z SIO, uczeń, bez okazania legitymacji, anna")
	w.Press("w", "ctrl+o").Expect("Niczego nie zmieniono")
	w.Press("down", "tab").Type("Ewa Żółć").Press("enter", "up")
	w.Golden("correction_80x24")
	w.Press("enter").Expect("Poprawiono wydanie.", "Ewa Żółć (rodzic lub opiekun),", "okazano legitymację, anna", "– poprawione")
	w.Press("h").Expect("poprawiono wydanie", "wydano (poprawione)", "komu: uczeń → rodzic lub opiekun")
	w.Golden("history_80x24")
	if n := len(model.EffectiveHandovers(w.record(id).Handovers)); n != 1 {
		t.Errorf("%d hand-overs count", n)
	}
}

func TestAHandoverThatDidNotHappenGivesTheCodeBack(t *testing.T) {
	a, id := collected(t)
	w := page(t, a, id)
	w.Press("p").Expect("Kod już wydano.")
	w.Press("w", "down", "down").Expect("kod będzie znowu dostępny").Press("enter")
	w.Expect("Poprawiono wydanie.", "+ kod gotowy", "nie wydano")
	w.Press("w").Expect("Niczego jeszcze nie wydano.")
}

func TestThePickupRuleOfTheDayOfTheHandoverHoldsForCorrections(t *testing.T) {
	a := newTestApp(t, pupil("Lis", "Ola", "2a", model.MustDate(2018, 3, 1)))
	a.sign(t)
	id := a.School.All()[0].ID
	a.give(t, model.Code{Student: id, Kind: model.CodeSIO, Payload: "x"})
	a.handOver(t, id, model.ToParent, "Jan Lis")
	w := page(t, a, id)
	w.Press("w", "up").Expect("odbiera tylko rodzic lub opiekun").Press("ctrl+o").Expect("✗ odbiera tylko rodzic")
	w.Press("down", "tab").Press("ctrl+u").Type("Ewa Lis").Press("ctrl+o").Expect("Poprawiono wydanie.", "Ewa Lis")
}

func TestHistoryNeverShowsACode(t *testing.T) {
	a, id := collected(t)
	w := page(t, a, id)
	w.Press("h").Expect("wydano", "okazano kod", "przyjęto kod", "wpisano oświadczenie", "dodano ucznia")
	for range 5 {
		w.ExpectNot("tajny-kod", "{", "}").Press("down")
	}
	w.Expect("nazwisko: Żółć", "anna, stanowisko okno-1, wpis nr 1")
}

func TestHistoryOfAllKeepsTheNewest(t *testing.T) {
	a, id := onePupil(t)
	e := a.School.Get(id)
	for i := range historyLimit + 20 {
		s := e.Student
		s.BookNo = fmt.Sprint("nr ", i)
		if err := a.DB.ChangeStudent(t.Context(), a.Actor, 0, s); err != nil {
			t.Fatal(err)
		}
	}
	w := open(t, a, newList(a))
	w.Press("f9").Expect("nr w księdze: nr 518 → nr 519", "z 500", "Żółć Łucja 4a")
	w.Press("end").Expect("nr w księdze: nr 19 → nr 20")
	w.Press("esc")
	if _, ok := w.Stack().Top().(*listScreen); !ok {
		t.Error("Esc does not lead back to the list")
	}
}

func TestHistoryCanBeReadAgain(t *testing.T) {
	a, id := onePupil(t)
	w := page(t, a, id)
	w.Press("h").ExpectNot("w SIO od")
	if err := a.DB.RegisterInSIO(t.Context(), otherDesk, []model.StudentID{id}, model.MustDate(2026, 9, 1)); err != nil {
		t.Fatal(err)
	}
	w.Press("r", "home").Expect("w SIO od: — → 01.09.2026", "ewa")
}

func TestTheEndOfADayIsThatDay(t *testing.T) {
	zone, err := time.LoadLocation("Europe/Warsaw")
	if err != nil {
		t.Fatal(err)
	}
	p := testProfile()
	p.Location = zone
	db, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "okienko.db"), store.Options{Profile: p, Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	a := &App{DB: db, Lang: text.Polish}
	for end, want := range map[time.Time]string{
		time.Date(2026, 12, 21, 0, 0, 0, 0, zone):   "20.12.2026",
		time.Date(2026, 10, 26, 0, 0, 0, 0, zone):   "25.10.2026", // a day of 25 hours
		time.Date(2026, 12, 21, 0, 1, 0, 0, zone):   "21.12.2026 00:01",
		time.Date(2026, 12, 21, 12, 30, 0, 0, zone): "21.12.2026 12:30",
	} {
		if got := a.factInWords("until", end.UTC().Format(time.RFC3339)); got != want {
			t.Errorf("%v is %q, want %q", end, got, want)
		}
	}
	midnight := time.Date(2026, 12, 21, 0, 0, 0, 0, zone).Format(time.RFC3339)
	if got := a.factInWords("generated", midnight); got != "21.12.2026 00:00" {
		t.Errorf("a beginning became %q", got)
	}
}

// Whatever the register writes down must have a name on screen, or be one of
// the database's own numbers.
func TestEveryFactOfTheRegisterHasAName(t *testing.T) {
	a, id := collected(t)
	w := page(t, a, id)
	w.Press("w", "down", "down", "enter")                                          // a correction
	w.Press("c", "down", "enter").Press("s", "down", "enter").Press("z", "ctrl+o") // undo, SIO, photo
	w.Press("l").Press("down", "down", "enter").Type("9/2026").Press("tab", "tab", "tab").Type("dziś").Press("ctrl+o")
	w.Press("d", "tab", "tab", "tab").Type("14230100027").Press("ctrl+o").Press("x", "down", "enter")
	a.give(t, model.Code{Student: id, Kind: model.CodeZPE, Payload: "y", Generated: a.Now(), Until: a.Now().Add(time.Hour)})
	own := []string{"code", "handover", "corrects", "invalidation"}
	seen := 0
	if err := a.DB.Register(t.Context(), 0, func(l model.RegisterLine) error {
		for _, side := range []string{l.Before, l.After} {
			var m map[string]any
			if side == "" {
				continue
			}
			if err := json.Unmarshal([]byte(side), &m); err != nil {
				return err
			}
			for name := range m {
				seen++
				if !slices.Contains(own, name) && !slices.Contains(text.HistoryFields, name) {
					t.Errorf("%s of %s has no name", name, l.Deed)
				}
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if seen < 30 {
		t.Errorf("only %d facts were looked at", seen)
	}
	for _, l := range text.Langs {
		for _, f := range text.HistoryFields {
			if text.HistoryIn(l).Field[f] == "" {
				t.Errorf("%s: no name for %s", l, f)
			}
		}
	}
}

// One deed stands for three sorts of files: the line says which and how many.
func TestWhichFilesWereRemoved(t *testing.T) {
	a, _ := onePupil(t)
	folder := store.Folder(t.TempDir())
	if err := os.WriteFile(string(folder)+"/okienko.db.20260801-080000.przed", []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	by := a.Actor
	by.Role = model.RoleAdmin
	if gone, err := folder.ForgetCopies(t.Context(), a.DB, by); err != nil || gone != 1 {
		t.Fatalf("%d copies, %v", gone, err)
	}
	w := open(t, a, newList(a))
	w.Press("f9").Expect("usunięto pliki i kopie", "kopie dawnej bazy: 1")
}
