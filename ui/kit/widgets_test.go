package kit_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"okienko/ui/kit"
	"okienko/ui/kit/kittest"
)

func key(t testing.TB, name string) tea.KeyMsg {
	t.Helper()
	k, ok := kit.ParseKey(name)
	if !ok {
		t.Fatalf("no key %q", name)
	}
	return k
}

func TestSafe(t *testing.T) {
	for in, want := range map[string]string{
		"Łucja Żak":              "Łucja Żak",
		"Jan\x1b[31m\x07 K\x9b5": "Jan[31m K\uFFFD5",
		"a\u202Eb\u2066c\u200Fd": "abcd",
		"a\nb\tc\r\n":            "a b c  ",
		"x\x7f\x00y\u0085z":      "xyz",
		"bad \xff":               "bad \uFFFD",
	} {
		if got := kit.Safe(in); got != want {
			t.Errorf("Safe(%q) = %q, want %q", in, got, want)
		}
	}
}

func plain(texts ...string) (cells []kit.Cell) {
	for _, t := range texts {
		cells = append(cells, kit.Cell{Text: t})
	}
	return cells
}

func TestColumnsAreCutByWidth(t *testing.T) {
	c := kit.Columns{{Title: "Nr", Width: 4, Right: true}, {Title: "Nazwisko", Width: 8, Grow: 1}, {Title: "Kl.", Width: 3}}
	if got := c.Row(21, plain("7", "Żółć-Brzęczyszczykiewicz", "4a")...); got != "   7  Żółć-Brzę…  4a" {
		t.Errorf("got %q", got)
	}
	if got := ansi.Strip(c.Header(30)); got != "  Nr  Nazwisko             Kl." {
		t.Errorf("got %q", got)
	}
	rapid.Check(t, func(rt *rapid.T) {
		w := rapid.IntRange(1, 60).Draw(rt, "w")
		cell := rapid.StringOf(rapid.RuneFrom([]rune("aż中e\u0301👍\x1b\n")))
		row := c.Row(w, plain(cell.Draw(rt, "a"), cell.Draw(rt, "b"), cell.Draw(rt, "c"))...)
		if kit.Width(row) > w || strings.ContainsAny(row, "\x1b\n") {
			rt.Fatalf("row %q in %d cells", row, w)
		}
	})
}

// numbers is rows that count how many of them were drawn.
type numbers struct{ n, drawn int }

func (r *numbers) Len() int { return r.n }
func (r *numbers) Row(i, _ int) string {
	r.drawn++
	return fmt.Sprintf("row %d", i)
}

func TestListKeepsTheCursorVisible(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		rows := &numbers{n: rapid.IntRange(0, 200).Draw(rt, "n")}
		l := kit.NewList(rows, &testWords)
		for range rapid.IntRange(0, 40).Draw(rt, "keys") {
			l.Update(key(t, rapid.SampledFrom([]string{"up", "down", "pgup", "pgdown", "home", "end"}).Draw(rt, "key")))
			if rapid.IntRange(0, 9).Draw(rt, "shrink") == 0 {
				rows.n = rapid.IntRange(0, 200).Draw(rt, "n")
			}
			h := rapid.IntRange(2, 30).Draw(rt, "h")
			view := ansi.Strip(l.View(40, h))
			if lines := strings.Count(view, "\n") + 1; lines > h {
				rt.Fatalf("%d lines of %d", lines, h)
			}
			if rows.n > 0 && !strings.Contains(view, fmt.Sprintf("▸ row %d ", l.Cursor())) {
				rt.Fatalf("cursor %d not in view:\n%s", l.Cursor(), view)
			}
		}
	})
}

func TestListIsAsCheapWith100000Rows(t *testing.T) {
	rows := &numbers{n: 100_000}
	l := kit.NewList(rows, &testWords)
	l.View(80, 20)
	l.Update(key(t, "end"))
	rows.drawn = 0
	if view := ansi.Strip(l.View(80, 20)); rows.drawn > 20 || !strings.Contains(view, "99982–100000 z 100000") {
		t.Errorf("%d rows drawn:\n%s", rows.drawn, view)
	}
	rows.n = 0
	l.Empty = "Nikogo."
	if l.Cursor() != -1 || l.View(80, 20) != "Nikogo." {
		t.Errorf("an empty list: cursor %d, %q", l.Cursor(), l.View(80, 20))
	}
}

func TestFieldTakesPolishAndPastes(t *testing.T) {
	f := kit.NewField(20)
	for _, r := range "zażółć" {
		if changed, _ := f.Update(key(t, string(r))); !changed {
			t.Errorf("%c changed nothing", r)
		}
	}
	if _, err := f.Update(kit.Paste{Text: " gęślą\x1b\r\n"}); err != nil || f.Value() != "zażółć gęślą" {
		t.Errorf("value %q, err %v", f.Value(), err)
	}
	for _, tc := range []struct {
		paste kit.Paste
		want  error
	}{
		{kit.Paste{Text: strings.Repeat("x", 9)}, kit.ErrPasteTooLong},
		{kit.Paste{Text: "x", TooLong: true}, kit.ErrPasteTooLong},
		{kit.Paste{Text: "x", Broken: true}, kit.ErrPasteBroken},
	} {
		if changed, err := f.Update(tc.paste); changed || !errors.Is(err, tc.want) {
			t.Errorf("paste %v: changed %v, err %v", tc.paste, changed, err)
		}
	}
	if changed, _ := f.Update(key(t, "alt+a")); changed {
		t.Error("alt+a typed something")
	}
	if got := ansi.Strip(f.View(8, true)); kit.Width(got) > 8 || !strings.Contains(got, "gęślą") {
		t.Errorf("a narrow field shows %q", got)
	}
}

// What a field offers is replaced by typing, and kept by moving in it.
func TestFieldOffersAText(t *testing.T) {
	for keys, want := range map[string]string{"x y": "xy", "backspace x": "01.09.202x", "left x": "01.09.202x6", "home delete": "1.09.2026", "": "01.09.2026"} {
		f := kit.NewField(20)
		f.Offer("01.09.2026")
		for _, k := range strings.Fields(keys) {
			if _, err := f.Update(key(t, k)); err != nil {
				t.Fatal(err)
			}
		}
		if f.Value() != want {
			t.Errorf("%q makes %q", keys, f.Value())
		}
	}
	f := kit.NewField(20)
	f.Offer("01.09.2026")
	if view := f.View(30, true); !strings.Contains(view, "\x1b[7m01.09.2026") {
		t.Errorf("it can't be seen that typing replaces it: %q", view)
	}
	if plain := (kit.Look{NoColour: true}).Fit(f.View(30, true)); plain != "|01.09.2026" {
		t.Errorf("without colours %q", plain)
	}
	if _, err := f.Update(kit.Paste{Text: "3.9."}); err != nil || f.Value() != "3.9." {
		t.Errorf("pasted: %q, %v", f.Value(), err)
	}
}

func TestRawFieldKeepsEveryByte(t *testing.T) {
	f := kit.NewField(100)
	f.Raw = true
	_, _ = f.Update(key(t, "a"))
	const payload = "  KOD\t\u200b1\r\n"
	if _, err := f.Update(kit.Paste{Text: payload}); err != nil || f.Value() != payload {
		t.Errorf("value %q, err %v", f.Value(), err)
	}
	if strings.ContainsAny(f.View(40, true), "\t\r\n") {
		t.Errorf("drawn as %q", f.View(40, true))
	}
	_, _ = f.Update(key(t, "b"))
	if f.Value() != "b" {
		t.Errorf("after typing: %q", f.Value())
	}
}

func TestFormGoesOnAndSubmits(t *testing.T) {
	form := kit.NewForm(
		&kit.FormItem{ID: "name", Label: "Nazwa", Field: kit.NewField(20), Check: func(v string) string {
			if v == "" {
				return "Wpisz nazwę."
			}
			return ""
		}},
		&kit.FormItem{ID: "who", Label: "Kto", Choice: kit.NewChoice(
			kit.Option{ID: "a", Name: "uczeń", Off: "Klasa 2: tylko rodzic."}, kit.Option{ID: "b", Name: "rodzic"})},
	)
	press := func(names ...string) (done bool) {
		for _, n := range names {
			done = form.Update(key(t, n))
		}
		return done
	}
	see := func() string { return ansi.Strip(form.View(60, 12)) }
	if press("enter"); !strings.Contains(see(), "✗ Wpisz nazwę.") || !form.Typing() {
		t.Errorf("no sentence under the field:\n%s", see())
	}
	if press("S", "P", "tab"); strings.Contains(see(), "Wpisz") || form.Typing() {
		t.Errorf("the sentence stays, or the cursor:\n%s", see())
	}
	if press("up", "enter") || !strings.Contains(see(), "✗ Klasa 2: tylko rodzic.") {
		t.Errorf("an option that is off was taken:\n%s", see())
	}
	if !press("down", "enter") || form.Value("name") != "SP" || form.Value("who") != "b" {
		t.Errorf("not submitted: %q %q", form.Value("name"), form.Value("who"))
	}
	if press("up", "up"); !form.Typing() {
		t.Error("up does not leave the choice")
	}
	form.Fail("who", "Ktoś inny już odebrał.")
	if got := ansi.Strip(form.View(60, 5)); !strings.Contains(got, "Ktoś inny już odebrał.") {
		t.Errorf("a low form hides the item under the cursor:\n%s", got)
	}
}

func TestDialogIsSafe(t *testing.T) {
	yes := 0
	p := &probe{name: "p", actions: []kit.Action{do("delete", "d", func() kit.Turn {
		return kit.Confirm(&kit.Dialog{Heading: "Usunąć?", Text: []string{"Kod zniknie."}, Yes: "Tak", No: "Nie",
			YesKey: "t", NoKey: "n", Trigger: "d"}, func() kit.Turn { yes++; return kit.Stay().Say(kit.Good("Usunięto.")) })
	})}}
	d := kittest.New(t, p, 80, 24, opts)
	d.PressAtOnce("d", "t", "enter", "t").Expect("Usunąć?", "▸ Nie")
	for _, keys := range [][]string{{"enter"}, {"d", "n"}, {"d", "esc"}, {"d", "right", "left", "enter"}} {
		if d.Press(keys...).Expect("body of p"); yes != 0 {
			t.Fatalf("%v meant yes", keys)
		}
	}
	for _, keys := range [][]string{{"d", "t"}, {"d", "down", "enter"}} {
		yes = 0
		if d.Press(keys...).Expect("Usunięto."); yes != 1 {
			t.Errorf("%v: %d times yes", keys, yes)
		}
	}
	same := &kit.Dialog{Heading: "?", Yes: "Tak", No: "Nie", YesKey: "d", Trigger: "d"}
	if len(same.Actions()[0].Keys) != 0 {
		t.Error("the trigger's key also means yes")
	}
	if errs := kit.Check(same); len(errs) != 0 {
		t.Error(errs)
	}
}

func TestAKeyHeldDownAnswersNoDialog(t *testing.T) {
	d := kittest.New(t, &probe{name: "p", actions: []kit.Action{do("delete", "enter", func() kit.Turn {
		return kit.Push(&kit.Dialog{Heading: "Usunąć?", Yes: "Tak", No: "Nie"})
	})}}, 80, 24, opts)
	for range 50 {
		d.PressAtOnce("enter").Advance(33e6)
	}
	d.Expect("Usunąć?").Press("enter").Expect("body of p")
}

// work is a screen with long work.
type work struct {
	probe
	steps *kit.Steps
	sum   int
}

func (w *work) Init() tea.Cmd { return w.steps.Next() }
func (w *work) Update(msg tea.Msg) kit.Turn {
	if d, ok := msg.(kit.StepDone); ok && w.steps.Took(d) {
		w.sum += d.Value.(int)
		if w.steps.Done() == 3 && w.sum == 3 {
			w.steps.Stop()
		}
	}
	return kit.Stay(w.steps.Next())
}

func TestStepsStopAndContinue(t *testing.T) {
	w := &work{probe: probe{name: "w"}, steps: kit.NewSteps(600, func(i int) any { return i })}
	d := kittest.New(t, w, 80, 24, opts)
	if w.steps.Done() != 3 || !w.steps.Over() {
		t.Fatalf("stopped after %d", w.steps.Done())
	}
	if got := w.steps.View(20); !strings.HasPrefix(got, "3/600 ░░") || kit.Width(got) > 20 {
		t.Errorf("drawn %q", got)
	}
	w.actions = []kit.Action{do("go", "g", func() kit.Turn { return kit.Stay(w.steps.Continue()) })}
	d.Press("g")
	if w.sum != 600*599/2 || w.steps.Done() != 600 {
		t.Errorf("sum %d of %d items", w.sum, w.steps.Done())
	}
	if w.steps.Grow(602); w.steps.Over() || w.steps.Total() != 602 {
		t.Error("work that grew is over")
	}
	if w.steps.Grow(5); !w.steps.Over() || w.steps.Total() != 600 {
		t.Errorf("of 600 items that are done %d are left", w.steps.Total())
	}
}

func TestFilesPicksAFile(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, fstest.MapFS{
		"Uczniowie/żółw.CSV":       {},
		"Uczniowie/a\x1b[31mb.csv": {},
		"Uczniowie/zdjęcie.jpg":    {},
		".ukryty.csv":              {},
		"lista.csv":                {},
	}); err != nil {
		t.Fatal(err)
	}
	var got any
	p := &probe{name: "p", actions: []kit.Action{do("open", "o", func() kit.Turn {
		return kit.Ask(kit.NewFiles(&testWords, dir, ".csv"), func(v any) kit.Turn { got = v; return kit.Stay() })
	})}}
	d := kittest.New(t, p, 80, 24, opts).Press("o").Expect("Uczniowie/", "lista.csv").ExpectNot("ukryty")
	d.Type("ucz").ExpectNot("lista.csv").Press("enter").Expect("żółw.CSV", "a[31mb.csv").ExpectNot("zdjęcie").Fits()
	d.Press("left").Expect("▸ Uczniowie/").Press("enter").Type("żół").Press("enter")
	if want := filepath.Join(dir, "Uczniowie", "żółw.CSV"); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	d.Press("o").Type("nic").Expect("Nic tu nie pasuje.").Press("enter", "backspace", "backspace", "backspace", "backspace")
	d.Expect(filepath.Base(filepath.Dir(dir))).Press("esc").Expect("body of p")
	if errs := kit.Check(kit.NewFiles(&testWords, dir)); len(errs) != 0 {
		t.Error(errs)
	}
}

func TestFilesTakesATypedPath(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, fstest.MapFS{"szkoła/lista.csv": {}, "szkoła/spis.dat": {}}); err != nil {
		t.Fatal(err)
	}
	t.Setenv("HOME", dir)
	t.Setenv("USERPROFILE", dir)
	var got any
	p := &probe{name: "p", actions: []kit.Action{do("open", "o", func() kit.Turn {
		return kit.Ask(kit.NewFiles(&testWords, t.TempDir(), ".csv"), func(v any) kit.Turn { got = v; return kit.Stay() })
	})}}
	d := kittest.New(t, p, 80, 24, opts).Press("o").Type("~/nie").Expect("Enter otwiera ścieżkę.").Press("enter")
	d.Expect("Nie ma takiej ścieżki.", "~/nie").Press("ctrl+u").Type("~/szkoła/").Press("enter").Expect("lista.csv").ExpectNot("spis.dat")
	d.Type("lis").Press("enter")
	if want := filepath.Join(dir, "szkoła", "lista.csv"); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	d.Press("o").Type(filepath.Join(dir, "szkoła", "spis.dat")).Press("enter").Expect("body of p")
	if want := filepath.Join(dir, "szkoła", "spis.dat"); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestFormWithLabelsBesideSubmitsFromAnywhere(t *testing.T) {
	first, second := kit.NewField(20), kit.NewField(20)
	f := kit.NewForm(&kit.FormItem{ID: "a", Label: "Imię", Field: first},
		&kit.FormItem{ID: "b", Label: "Nazwisko", Field: second, Check: func(v string) string {
			if v == "" {
				return "Wpisz nazwisko."
			}
			return ""
		}})
	f.Labels = 12
	first.SetValue("Łucja")
	if f.Last() || f.Focused() != "a" {
		t.Errorf("starts on %q", f.Focused())
	}
	if f.Submit() || f.Focused() != "b" {
		t.Errorf("submitted with a fault, or the cursor is on %q", f.Focused())
	}
	want := "  Imię        Łucja\n▸ Nazwisko    _\n              ✗ Wpisz nazwisko."
	if got := (kit.Look{NoColour: true}).Fit(f.View(40, 10)); strings.ReplaceAll(got, "_ ", "_") != want {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
	second.SetValue("Żak")
	f.Focus("a")
	if !f.Submit() {
		t.Error("a form without faults was not submitted")
	}
}

func TestHelpAndMenuCutNoHint(t *testing.T) {
	end := "und hier ist das Ende."
	p := &probe{name: "p", actions: []kit.Action{
		{ID: "a", Keys: []string{"a"}, Name: "Eins", Hint: strings.Repeat("Wort ", 14) + end, Do: kit.Quit},
		{ID: "b", Keys: []string{"b"}, Name: "Zwei", Hint: "kurz", Off: strings.Repeat("Grund ", 12) + "zum Schluss.", Do: kit.Quit},
	}}
	d := kittest.New(t, p, 80, 24, opts).Press("f1").Fits()
	if see := strings.Join(strings.Fields(d.See()), " "); !strings.Contains(see, end) || strings.Contains(see, "…") {
		t.Errorf("help is cut:\n%s", d.See())
	}
	d.Press("esc", "tab").Expect("ist das Ende.").Fits()
	d.Press("down").Expect("Schluss.").Fits()
}
