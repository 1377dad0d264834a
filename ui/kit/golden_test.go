package kit_test

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/ui/kit"
	"okienko/ui/kit/kittest"
)

// gallery shows each widget once.
func gallery() *probe {
	dialog := &kit.Dialog{Heading: "Usunąć kod?", Text: []string{"Kod zniknie z okienka.", "W SIO nic się nie zmieni."},
		Yes: "Tak, usuń", No: "Nie", YesKey: "t", NoKey: "n", Trigger: "d"}
	return &probe{name: "Okienko", lines: []string{"Jan K., klasa 4a", "", strings.Repeat("długi wiersz ", 10)},
		actions: []kit.Action{
			{ID: "open", Keys: []string{"enter"}, Name: "Otwórz", Hint: "karta ucznia", Footer: 1,
				Do: func() kit.Turn { return kit.Stay().Say(kit.Good("Zapisano.")) }},
			{ID: "delete", Keys: []string{"d"}, Name: "Usuń kod", Hint: "pyta, zanim usunie", Danger: true, Footer: 2,
				Do: func() kit.Turn { return kit.Push(dialog) }},
			{ID: "print", Keys: []string{"f5"}, Name: "Drukuj", Off: "Nie ma drukarki.", Footer: 3, Do: kit.Quit},
			{ID: "form", Keys: []string{"f2"}, Name: "Szkoła", Hint: "nazwa i zasada", Footer: 4,
				Do: func() kit.Turn { return kit.Push(newFormScreen()) }},
		}}
}

type formScreen struct {
	probe
	form *kit.Form
}

func newFormScreen() *formScreen {
	f := &formScreen{probe: probe{name: "Szkoła"}}
	f.form = kit.NewForm(
		&kit.FormItem{ID: "name", Label: "Nazwa szkoły", Hint: "tak, jak na pieczątce", Field: kit.NewField(60),
			Check: func(v string) string {
				if v == "" {
					return "Bez nazwy się nie da."
				}
				return ""
			}},
		&kit.FormItem{ID: "policy", Label: "Zasada", Choice: kit.NewChoice(
			kit.Option{ID: "a", Name: "oświadczenie", Off: "wymaga profilu"},
			kit.Option{ID: "b", Name: "sprzeciw", Hint: "tak mówi ustawa"})},
	)
	return f
}

func (f *formScreen) MenuKey() string      { return "ctrl+p" }
func (f *formScreen) Typing() bool         { return f.form.Typing() }
func (f *formScreen) View(w, h int) string { return f.form.View(w, h) }
func (f *formScreen) Update(msg tea.Msg) kit.Turn {
	if f.form.Update(msg) {
		return kit.Pop(f.form.Value("name"))
	}
	return kit.Stay()
}

func TestGoldens(t *testing.T) {
	d := kittest.New(t, gallery(), 80, 24, opts)
	d.Golden("screen").Press("enter").Golden("notice")
	d.Press("tab", "down").Golden("menu").Press("esc", "f1").Golden("help")
	d.Press("esc", "d", "right").Golden("dialog").Press("esc", "f2", "enter").Golden("form-fault")
	d.Type("SP 7 w Gąbinie").Press("enter").Golden("form").Press("ctrl+p").Expect("Szkoła › Menu")
	for _, s := range []kit.Screen{gallery(), newFormScreen()} {
		for _, err := range kit.Check(s) {
			t.Error(err)
		}
	}
	ascii := opts
	ascii.Look = kit.LookOf(func(name string) string { return map[string]string{"LANG": "C"}[name] })
	kittest.New(t, gallery(), 80, 24, ascii).Press("tab", "down").Golden("menu-ascii")
}

func TestOldBackspace(t *testing.T) {
	p := &probe{name: "p"}
	d := kittest.New(t, p, 80, 24, opts)
	d.Send(tea.KeyMsg{Type: tea.KeyCtrlH})
	if p.heard() != "key:backspace" {
		t.Errorf("heard %q", p.heard())
	}
}

func TestCursorWithoutColours(t *testing.T) {
	look := kit.Look{NoColour: true}
	f := kit.NewField(20)
	f.SetValue("żal")
	if got := look.Fit(f.View(20, true)); got != "żal_" {
		t.Errorf("at the end: %q", got)
	}
	_, _ = f.Update(key(t, "left"))
	if got := look.Fit(f.View(20, true)); got != "ża|l" {
		t.Errorf("on a letter: %q", got)
	}
}
