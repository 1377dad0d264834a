package kit_test

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"okienko/ui/kit"
)

// probe is a screen that writes down what reaches it.
type probe struct {
	name    string
	typing  bool
	full    bool
	got     []string
	actions []kit.Action
	update  func(p *probe, msg tea.Msg) kit.Turn
	lines   []string
}

func (p *probe) Title() string         { return p.name }
func (p *probe) Actions() []kit.Action { return p.actions }
func (p *probe) Typing() bool          { return p.typing }
func (p *probe) FullScreen() bool      { return p.full }

func (p *probe) Update(msg tea.Msg) kit.Turn {
	p.note(msg)
	if p.update != nil {
		return p.update(p, msg)
	}
	return kit.Stay()
}

func (p *probe) note(msg tea.Msg) {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		p.got = append(p.got, "key:"+msg.String())
	default:
		p.got = append(p.got, fmt.Sprintf("%v", msg))
	}
}

func (p *probe) View(w, h int) string {
	if len(p.lines) > 0 {
		return strings.Join(p.lines, "\n")
	}
	return "body of " + p.name
}

// heard is everything that reached the screen, joined.
func (p *probe) heard() string { return strings.Join(p.got, " ") }

// scanProbe also takes bursts.
type scanProbe struct {
	probe
	scanned []string
	take    bool
}

func (p *scanProbe) TakeBurst(text string) (kit.Turn, bool) {
	p.scanned = append(p.scanned, text)
	return kit.Stay(), p.take
}

func do(id, key string, f func() kit.Turn) kit.Action {
	return kit.Action{ID: id, Keys: []string{key}, Name: id, Hint: "hint of " + id, Footer: 1, Do: f}
}

func say(text string) tea.Cmd { return func() tea.Msg { return text } }

var testWords = kit.Words{
	Help: "Pomoc", Menu: "Menu", HelpHint: "co robi który klawisz", MenuHint: "wszystko, co tu można",
	Run: "Wykonaj", Close: "Zamknij", Space: "Spacja",
	TooSmall: func(w, h, minW, minH int) string {
		return fmt.Sprintf("Okno ma %d×%d, potrzeba %d×%d.", w, h, minW, minH)
	},
	Position: func(from, to, of int) string { return fmt.Sprintf("%d–%d z %d", from, to, of) },
	Files: kit.FileWords{Title: "Plik", Open: "Otwórz", Up: "Wyżej", Close: "Zamknij",
		Missing: "Nie ma takiej ścieżki.", Path: "Enter otwiera ścieżkę.",
		Empty: "Nic tu nie pasuje.", Unreadable: "Nie da się otworzyć folderu.", Narrow: "nazwa"},
}

var opts = kit.Options{Words: testWords, Status: func(int) string { return "SP 1 · stanowisko 1" }}
