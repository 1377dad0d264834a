package desk

import (
	"strings"
	"testing"
	"time"

	"okienko/model"
	"okienko/ui/kit"
	"okienko/ui/kit/kittest"
)

const schoolPassphrase = "cztery słowa dla szkoły"

// openLockable starts the window as App.options does, with its lock.
func openLockable(t *testing.T, a *App) window {
	t.Helper()
	p := a.options()
	d := kittest.New(t, newList(a), 80, 24, p)
	a.Now = d.Now
	return window{d, a, t}
}

// nothingOf fails where anything of the school can be seen.
func (w window) nothingOf(t *testing.T, words ...string) {
	t.Helper()
	seen := w.See()
	for _, word := range append(words, "Szkoła Podstawowa", "anna", "okno-1") {
		if strings.Contains(seen, word) {
			t.Errorf("%q can be seen on the locked window:\n%s", word, seen)
		}
	}
}

func TestTheWindowIsLockedAndUnlocked(t *testing.T) {
	a := newTestApp(t, pupil("Ćwiąkalska", "Łucja", "4a", model.MustDate(2013, 5, 1)))
	if err := a.DB.SetPassphrase(t.Context(), a.Actor, schoolPassphrase); err != nil {
		t.Fatal(err)
	}
	a.reload(t)
	w := openLockable(t, a)
	w.Type("ćwi").Expect("Ćwiąkalska Łucja")
	w.Press("f2").Expect("Ćwiąkalska")
	w.Press("ctrl+l").Expect("Okno zablokowane", "Hasło szkoły:")
	w.nothingOf(t, "Ćwi")
	for _, key := range []string{"f1", "tab", "esc", "f10", "f2", "enter"} {
		w.Press(key).Expect("Okno zablokowane")
		w.nothingOf(t, "Ćwi")
	}
	w.Type("nie to hasło").Expect("••••")
	if strings.Contains(w.See(), "nie to hasło") {
		t.Error("the passphrase can be read")
	}
	w.Press("enter").Expect("To nie jest hasło tej szkoły")
	w.Type(schoolPassphrase).Press("enter").Expect("Ćwiąkalska Łucja")
	w.Press("esc").Expect("ćwi")
}

func TestTheWindowLocksItselfWhenNobodyIsThere(t *testing.T) {
	a := newTestApp(t, pupil("Ćwiąkalska", "Łucja", "4a", model.MustDate(2013, 5, 1)))
	a.Unlocked = true
	p := a.options()
	p.Veil.After = 15 * time.Minute
	d := kittest.New(t, newList(a), 80, 24, p)
	a.Now = d.Now
	w := window{d, a, t}
	w.Advance(10 * time.Minute)
	w.Type("ć").Expect("Ćwiąkalska")
	w.Advance(14 * time.Minute).Expect("Ćwiąkalska")
	w.Advance(2*time.Minute).Expect("Okno zablokowane", "bez hasła", "Dowolny klawisz")
	w.nothingOf(t, "Ćwi")
	w.Press("enter").Expect("Ćwiąkalska", "ć")
}

// TestALockedWindowKeepsItsNoticesToItself: what a screen below has to say
// waits.
func TestALockedWindowKeepsItsNoticesToItself(t *testing.T) {
	a := newTestApp(t, pupil("Ćwiąkalska", "Łucja", "4a", model.MustDate(2013, 5, 1)))
	a.sign(t)
	c := sioCode("x")
	c.Student = 1
	c.Until = testNow.Add(5 * time.Minute)
	a.give(t, c)
	a.Unlocked = true
	w := openLockable(t, a)
	w.Type("ćwi").Press("enter").Expect("Łucja")
	w.Press("ctrl+l").Expect("Okno zablokowane")
	w.nothingOf(t, "Łucja", "4a")
	w.Advance(6 * time.Minute).Expect("Okno zablokowane")
	w.nothingOf(t, "Łucja", "4a")
	w.Press("x").Expect("Uczniowie")
}

func TestTheLockHoldsTheRules(t *testing.T) {
	a := newTestApp(t)
	for _, fault := range kit.Check(newLock(a)) {
		t.Error(fault)
	}
}
