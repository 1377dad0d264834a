package kit_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"pgregory.net/rapid"

	"okienko/ui/kit"
	"okienko/ui/kit/kittest"
)

func TestKeysReachTheTopScreenOnly(t *testing.T) {
	second := &probe{name: "second"}
	first := &probe{name: "first", actions: []kit.Action{do("go", "enter", func() kit.Turn { return kit.Push(second) })}}
	d := kittest.New(t, first, 80, 24, opts)
	d.PressAtOnce("enter", "enter", "down")
	if first.heard() != "" || second.heard() != "key:enter key:down" {
		t.Errorf("first heard %q, second %q", first.heard(), second.heard())
	}
	d.Expect("first › second", "body of second", "SP 1 · stanowisko 1").Press("esc").Expect("body of first")
	if first.heard() != "{<nil>}" {
		t.Errorf("first heard %q after the return", first.heard())
	}
}

func TestAnswersGoToTheScreenThatAsked(t *testing.T) {
	second := &probe{name: "second"}
	first := &probe{name: "first"}
	first.actions = []kit.Action{do("go", "enter", func() kit.Turn {
		return kit.Push(second, say("one"), tea.Batch(say("two"), tea.Sequence(say("three"), say("four"))))
	})}
	kittest.New(t, first, 80, 24, opts).Press("enter")
	if first.heard() != "one two three four" || second.heard() != "" {
		t.Errorf("first heard %q, second %q", first.heard(), second.heard())
	}
}

func TestAnswersForAScreenThatLeftAreDropped(t *testing.T) {
	second := &probe{name: "second"}
	second.actions = []kit.Action{do("ask", "a", func() kit.Turn { return kit.Stay(kit.After(time.Second, "late")) })}
	first := &probe{name: "first", actions: []kit.Action{do("go", "enter", func() kit.Turn { return kit.Push(second) })}}
	d := kittest.New(t, first, 80, 24, opts).Press("enter", "a", "esc").Advance(2 * time.Second)
	if got := first.heard() + second.heard(); got != "{<nil>}" {
		t.Errorf("heard %q", got)
	}
	d.Press("enter", "a").Advance(2 * time.Second)
	if second.heard() != "late" {
		t.Errorf("a screen that is back heard %q", second.heard())
	}
}

func TestOnlyTheLatestAnswerCounts(t *testing.T) {
	p := &probe{name: "p"}
	p.actions = []kit.Action{
		do("slow", "a", func() kit.Turn { return kit.Latest("search", kit.After(2*time.Second, "slow")) }),
		do("fast", "b", func() kit.Turn { return kit.Latest("search", kit.After(time.Second, "fast")) }),
		do("other", "c", func() kit.Turn { return kit.Latest("other", kit.After(time.Second, "other")) }),
	}
	kittest.New(t, p, 80, 24, opts).Press("a", "b", "c").Advance(time.Minute)
	if p.heard() != "fast other" {
		t.Errorf("heard %q", p.heard())
	}
}

func TestBroadcastReachesEveryScreen(t *testing.T) {
	second := &probe{name: "second"}
	first := &probe{name: "first", actions: []kit.Action{do("go", "enter", func() kit.Turn { return kit.Push(second) })}}
	d := kittest.New(t, first, 80, 24, opts).Press("enter")
	d.Send(kit.Broadcast{Value: "changed"})
	if first.heard() != "{changed}" || second.heard() != "{changed}" {
		t.Errorf("first heard %q, second %q", first.heard(), second.heard())
	}
}

func TestACoveredScreenGoesWhereItWantedLater(t *testing.T) {
	third := &probe{name: "third"}
	first := &probe{name: "first"}
	first.update = func(_ *probe, msg tea.Msg) kit.Turn {
		if msg == "loaded" {
			return kit.Push(third)
		}
		return kit.Stay()
	}
	first.actions = []kit.Action{do("load", "enter", func() kit.Turn { return kit.Stay(kit.After(time.Second, "loaded")) })}
	d := kittest.New(t, first, 80, 24, opts).Press("enter", "f1").Advance(2 * time.Second)
	d.Expect("first › Pomoc").Press("esc").Expect("body of third")
}

func TestNavigation(t *testing.T) {
	got := any(nil)
	third := &probe{name: "third", actions: []kit.Action{
		do("home", "h", func() kit.Turn { return kit.Home("done") }),
		do("give", "g", func() kit.Turn { return kit.Pop(42) }),
	}}
	second := &probe{name: "second", actions: []kit.Action{
		do("replace", "r", func() kit.Turn { return kit.Replace(third) }),
		do("push", "p", func() kit.Turn { return kit.Push(third) }),
	}}
	first := &probe{name: "first", actions: []kit.Action{
		do("ask", "a", func() kit.Turn {
			return kit.Ask(second, func(v any) kit.Turn { got = v; return kit.Stay().Say(kit.Good("fertig")) })
		}),
		do("quit", "q", kit.Quit),
	}}
	d := kittest.New(t, first, 80, 24, opts)
	d.Press("a", "r").Expect("first › third").Press("g")
	if got != 42 {
		t.Errorf("the screen in the other's place answered %v", got)
	}
	d.Expect("✓ fertig").Press("a").ExpectNot("fertig").Press("p").Expect("first › second › third").Press("h")
	if first.heard() != "{done}" {
		t.Errorf("first heard %q", first.heard())
	}
	if d.Press("q"); !d.Ended() {
		t.Error("the program goes on after Quit")
	}
}

func TestOffActionsSayWhy(t *testing.T) {
	ran := false
	p := &probe{name: "p", actions: []kit.Action{{ID: "print", Keys: []string{"f5"}, Name: "Drukuj",
		Off: "Nie ma drukarki.", Footer: 1, Do: func() kit.Turn { ran = true; return kit.Stay() }}}}
	d := kittest.New(t, p, 80, 24, opts).ExpectNot("Drukuj").Press("f5").Expect("! Nie ma drukarki.")
	d.Press("tab").Expect("F5", "Drukuj", "! Nie ma drukarki.", "F1", "Pomoc").Press("enter").Expect("p › Menu")
	if ran {
		t.Error("an action that is off ran")
	}
}

func TestMenuRunsActionsAndHelp(t *testing.T) {
	ran := ""
	p := &probe{name: "p", actions: []kit.Action{
		do("one", "f2", func() kit.Turn { ran += "1"; return kit.Stay() }),
		do("two", "f3", func() kit.Turn { ran += "2"; return kit.Stay() }),
	}}
	d := kittest.New(t, p, 80, 24, opts).Press("tab", "down", "enter").ExpectNot("p › Menu")
	if ran != "2" {
		t.Errorf("ran %q", ran)
	}
	d.Press("tab", "end", "enter").Expect("p › Pomoc", "hint of one").Press("f1", "enter").ExpectNot("Pomoc ›")
}

func TestTypingKeepsLettersFromActions(t *testing.T) {
	ran := false
	p := &probe{name: "p", typing: true, actions: []kit.Action{do("x", "x", func() kit.Turn { ran = true; return kit.Stay() })}}
	d := kittest.New(t, p, 80, 24, opts).Type("x ż")
	d.Send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("a b")})
	if ran || p.heard() != "key:x key:  key:ż key:a key:  key:b" {
		t.Errorf("ran %v, heard %q", ran, p.heard())
	}
}

func TestPasteArrivesWhole(t *testing.T) {
	var got []kit.Paste
	p := &probe{name: "p"}
	p.update = func(_ *probe, msg tea.Msg) kit.Turn {
		if v, ok := msg.(kit.Paste); ok {
			got = append(got, v)
		}
		return kit.Stay()
	}
	d := kittest.New(t, p, 80, 24, opts).Paste("kod\t 1\n").Paste(strings.Repeat("x", kit.MaxPaste+1)).Paste("a\U0010FFFFb")
	d.Paste("")
	if len(got) != 3 || got[0] != (kit.Paste{Text: "kod\t 1\n"}) || !got[1].TooLong || !got[2].Broken {
		t.Errorf("got %.60v", got)
	}
}

func TestSmallWindowSaysSo(t *testing.T) {
	d := kittest.New(t, &probe{name: "p"}, 60, 20, opts).Expect("Okno ma 60×20, potrzeba 80×24.").Fits()
	d.Resize(80, 24).Expect("body of p").Resize(5, 2).Fits()
}

func TestKeysDoNothingInAWindowTooSmallToShowWhatTheyDo(t *testing.T) {
	p := &probe{name: "p"}
	d := kittest.New(t, p, 80, 24, opts).Press("up").Resize(79, 24).Press("enter", "a", "down").Paste("kod 1").Advance(time.Minute)
	d.Resize(80, 24).Press("left")
	if p.heard() != "key:up key:left" {
		t.Errorf("heard %q", p.heard())
	}
	if d.Resize(60, 20).Press("ctrl+c"); !d.Ended() {
		t.Error("ctrl+c does nothing")
	}
}

func TestCrashEndsTheProgramWithoutData(t *testing.T) {
	for name, p := range map[string]*probe{
		"update":  {name: "p", actions: []kit.Action{do("x", "x", func() kit.Turn { panic("Jan Kowalski") })}},
		"command": {name: "p", actions: []kit.Action{do("x", "x", func() kit.Turn { return kit.Stay(func() tea.Msg { panic("Jan Kowalski") }) })}},
	} {
		var log bytes.Buffer
		o := opts
		o.Log = &log
		d := kittest.New(t, p, 80, 24, o).Press("x")
		if !d.Ended() || !d.Stack().Crashed() {
			t.Errorf("%s: the program goes on", name)
		}
		if strings.Contains(log.String(), "Kowalski") || !strings.Contains(log.String(), "stack") {
			t.Errorf("%s: log %q", name, log.String())
		}
	}
}

func TestCtrlCQuitsOrAsks(t *testing.T) {
	if d := kittest.New(t, &probe{name: "p"}, 80, 24, opts).Press("ctrl+c"); !d.Ended() {
		t.Error("ctrl+c does nothing")
	}
	o := opts
	o.Interrupt = func() kit.Turn { return kit.Stay().Say(kit.Warn("Najpierw dokończ.")) }
	if d := kittest.New(t, &probe{name: "p"}, 80, 24, o).Press("ctrl+c").Expect("Najpierw dokończ."); d.Ended() {
		t.Error("ctrl+c does not ask")
	}
}

func TestNothingIsWiderOrHigherThanTheWindow(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("ażŁ 中e\u0301👍🏽\t")), 0, 300, -1)
		p := &probe{name: text.Draw(rt, "title"), full: rapid.Bool().Draw(rt, "full")}
		for range rapid.IntRange(0, 60).Draw(rt, "lines") {
			p.lines = append(p.lines, kit.Safe(text.Draw(rt, "line")))
		}
		note := text.Draw(rt, "note")
		p.actions = []kit.Action{do("note", "x", func() kit.Turn { return kit.Stay().Say(kit.Bad(note)) }),
			{ID: "off", Keys: []string{"f2"}, Name: text.Draw(rt, "name"), Off: note, Do: kit.Quit},
			{ID: "on", Keys: []string{"f3"}, Name: text.Draw(rt, "name"), Hint: note, Footer: 1, Do: kit.Quit}}
		w, h := rapid.IntRange(1, 140).Draw(rt, "w"), rapid.IntRange(1, 50).Draw(rt, "h")
		d := kittest.New(t, p, w, h, opts).Fits()
		d.Press("x").Fits().Press("f1").Fits().Press("esc", "tab").Fits()
	})
}

func TestCheckFindsMistakes(t *testing.T) {
	for key, want := range map[string]string{
		"alt+a": "Polish", "ctrl+s": "stops", "ctrl+z": "suspends", "f11": "full-screen", "ctrl+m": "Enter",
		"tab": "the menu", "nokey": "not the name", "f1": "help", "f2": "", "d": "", "space": "", "ctrl+n": "",
	} {
		errs := kit.Check(&probe{name: "p", actions: []kit.Action{do("a", key, kit.Quit)}})
		if got := errors.Join(errs...); (got == nil) != (want == "") || (got != nil && !strings.Contains(got.Error(), want)) {
			t.Errorf("%s: got %v, want %q", key, got, want)
		}
	}
	bad := &probe{name: "p", typing: true, actions: []kit.Action{do("a", "d", kit.Quit), do("b", "d", kit.Quit), {ID: "b"}}}
	if got := len(kit.Check(bad)); got != 5 {
		t.Errorf("%d faults: %v", got, kit.Check(bad))
	}
	if errs := kit.Check(&noMenu{probe{name: "p", actions: []kit.Action{do("a", "f2", kit.Quit)}}}); len(errs) != 1 {
		t.Errorf("a function key without a menu: %v", errs)
	}
}

type noMenu struct{ probe }

func (*noMenu) MenuKey() string { return "" }

func TestKeyTable(t *testing.T) {
	rows := kit.KeyTable(&testWords, &probe{name: "p", actions: []kit.Action{
		{ID: "a", Keys: []string{"f2", "ctrl+n", "space", "up", "x"}, Name: "Dodaj", Hint: "dodaje"}}})
	if len(rows) != 1 || rows[0] != (kit.KeyRow{Screen: "p", Keys: "F2/Ctrl+N/Spacja/↑/x", Name: "Dodaj", Hint: "dodaje"}) {
		t.Errorf("got %v", rows)
	}
}

// resizer notes the sizes it was told.
type resizer struct {
	probe
	sizes [][2]int
}

func (r *resizer) Resized(w, h int) kit.Turn {
	r.sizes = append(r.sizes, [2]int{w, h})
	return kit.Stay()
}

func TestTheTopScreenHearsOfANewSize(t *testing.T) {
	first := &resizer{}
	d := kittest.New(t, first, 80, 24, opts)
	d.Resize(100, 30)
	if len(first.sizes) != 2 || first.sizes[1] != [2]int{100, 30} {
		t.Errorf("told %v", first.sizes)
	}
}

func TestALongNoticeIsReadToItsEnd(t *testing.T) {
	p := &probe{name: "one", lines: strings.Split(strings.Repeat("body\n", 22), "\n")}
	sentence := "Niczego nie zapisano. " + strings.Repeat("Sprawdź jeszcze raz. ", 6) + "Koniec."
	p.actions = []kit.Action{do("say", "a", func() kit.Turn { return kit.Stay().Say(kit.Bad(sentence)) })}
	d := kittest.New(t, p, 80, 24, opts)
	d.Press("a").Fits().Expect("Niczego nie zapisano.", "Koniec.")
	if lines := d.Lines(); len(lines) != 24 || !strings.Contains(lines[23], "Pomoc") {
		t.Errorf("the footer is gone:\n%s", d.See())
	}
	d.Press("down").ExpectNot("Koniec.")
}
