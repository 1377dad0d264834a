//go:build linux

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// again is how long a key may stay without effect before it is pressed once
// more: screens are deaf for a moment after they appear.
const again = time.Second

// insist presses a key until a state comes.
func insist(t *testing.T, what string, press func(), reached func() bool, see func() string) {
	t.Helper()
	for range 8 {
		press()
		if reaches(again, reached) {
			return
		}
	}
	t.Fatalf("never came: %s\n%s", what, see())
}

// TestJourney is issue day from the very beginning: an empty machine, a
// passphrase, the school's files, a name fragment and Enter, the code read off
// the screen, two more Enters, and the hand-over is on record.
func TestJourney(t *testing.T) {
	need(t, "tmux")
	const passphrase = "wierzba nad stawem"
	s := school{t, filepath.Join(t.TempDir(), "dane"), []string{"--passphrase-file", sample(t, "haslo", passphrase)}}
	list, sheet := sample(t, "uczniowie.csv", roster), sample(t, "kody.csv", codes)
	m := newTmux(t)
	answer := func(question string) {
		m.see(question)
		m.typing(passphrase)
		m.press("Enter")
	}
	m.typing(program + " init --profile sio --school 'Szkoła na próbę' --data " + s.folder + "; echo kod=$?")
	m.press("Enter")
	answer("Nowe hasło")
	answer("Jeszcze raz")
	m.see("\nkod=0", "Szkoła na próbę")
	if strings.Contains(m.screen(), passphrase) {
		t.Error("the passphrase is on the screen")
	}
	opened := " --data " + s.folder + " --passphrase-file " + s.key[1]
	m.shell(program+" import students "+list+opened, "dodano 4")
	m.shell(program+" import codes "+sheet+opened, "dodano 1")

	m.typing(program + " --operator 'Barbara Zmyślna' --data " + s.folder)
	m.press("Enter")
	answer("Hasło szkoły")
	m.see("Ćwikła Bożena", "Żmuda Iga")
	m.typing("cwik")
	until(t, "only one student", func() bool { return !strings.Contains(m.screen(), "Żmuda") }, m.screen)
	m.press("Enter")
	read := func() bool { return decode(photograph(m.colours())) == payload }
	until(t, "the code, read from the cells", read, m.screen)
	if shown := m.screen(); !strings.Contains(shown, "Bożena Ć.") || strings.Contains(shown, "Ćwikła") || strings.Contains(shown, "13250100022") {
		t.Errorf("the student must see the first name, an initial and no more:\n%s", shown)
	}
	enter := func() { m.press("Enter") }
	insist(t, "the question who collected", enter, func() bool { return strings.Contains(m.screen(), "Kto odebrał?") }, m.screen)
	insist(t, "the notice", enter, func() bool { return strings.Contains(m.screen(), "Wydano: Bożena") }, m.screen)
	m.see("Żmuda Iga") // the field is empty again, ready for the next
	if n := s.stage("handed_over"); n != 1 {
		t.Errorf("%d handed over", n)
	}
	m.press("C-c")
	m.see("Tak")
	insist(t, "the prompt", func() { m.press("t") }, func() bool { return strings.Contains(m.screen(), "gotowe>") }, m.screen)

	register := filepath.Join(t.TempDir(), "ewidencja.csv")
	s.okienko("export", "register", "-o", register)
	data, err := os.ReadFile(register)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(data)), "\r\n")
	if len(lines) != 2 || !strings.HasPrefix(lines[1], "1;Bożena Ćwikła;\"\t13250100022\";\"\t1/2025\";") || !strings.Contains(lines[1], "Barbara Zmyślna") {
		t.Errorf("the register:\n%s", data)
	}
	s.okienko("doctor")
}
