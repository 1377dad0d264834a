package remote

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"

	"okienko/model"
	"okienko/ui/text"
)

var polish = text.RemoteIn(text.Polish)

func TestADeskOverSSH(t *testing.T) {
	h := openHouse(t, 30, testLimits)
	w := h.connect(t, h.desk(t))
	w.see("Źaaaski Żaneta")
	w.typed("źaac") // Polish letters go both ways
	w.see("źaac")
	w.typed("\r").see("Żaneta Ź.")
}

func TestTheHandoverIsTheOperatorsAtThatDesk(t *testing.T) {
	h := openHouse(t, 3, testLimits)
	w := h.connect(t, h.desk(t))
	w.see("Szukaj:")
	w.typed("źaab").see("źaab")
	w.typed("\r").see("Żaneta Ź.")
	handOver(w)
	records, _, err := h.db.School(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var done []model.Handover
	for _, r := range records {
		done = append(done, r.Handovers...)
	}
	if len(done) != 1 || done[0].Operator != "Anna Nowak" || done[0].Desk != "ssh 127.0.0.1" {
		t.Errorf("recorded: %+v", done)
	}
}

// handOver confirms the code on screen; the list follows.
func handOver(w *terminal) {
	w.t.Helper()
	// The code's screen is deaf for a moment, so that no key typed ahead counts.
	for range 40 {
		w.typed("\r")
		if w.comes("odebra", 250*time.Millisecond) {
			break
		}
	}
	for range 40 {
		w.typed("\r")
		if w.comes("Szukaj:", 250*time.Millisecond) {
			return
		}
	}
	w.t.Fatalf("nothing was handed over:\n%s", w.all())
}

func TestOnlyKeysComeIn(t *testing.T) {
	h := openHouse(t, 1, testLimits)
	good := h.desk(t)
	wrong, _ := newKey(t)
	if out, failed := h.run(t, wrong, "-tt", "okienko@127.0.0.1"); !failed || !strings.Contains(out, "Permission denied (publickey)") {
		t.Errorf("a wrong key: %q", out)
	}
	if out, failed := h.run(t, wrong, "-o", "PubkeyAuthentication=no", "-o", "PreferredAuthentications=password,keyboard-interactive", "okienko@127.0.0.1"); !failed || !strings.Contains(out, "Permission denied (publickey)") {
		t.Errorf("no key: %q", out)
	}
	h.connect(t, good).see("Szukaj:")
}

func TestNothingButAWindow(t *testing.T) {
	h := openHouse(t, 1, testLimits)
	key := h.desk(t)
	for _, test := range []struct {
		name, want string
		args       []string
	}{
		{"no terminal", polish.NoPty, []string{"-T", "okienko@127.0.0.1"}},
		{"a command", polish.NoExec, []string{"okienko@127.0.0.1", "id"}},
		{"a command in a terminal", polish.NoExec, []string{"-tt", "okienko@127.0.0.1", "/bin/sh"}},
		{"a subsystem", polish.NoSubsystem, []string{"-s", "okienko@127.0.0.1", "sftp"}},
	} {
		if out, failed := h.run(t, key, test.args...); !failed || !strings.Contains(out, test.want) {
			t.Errorf("%s: %q", test.name, out)
		}
	}
	sftp := exec.Command("sftp", append(h.options(key), "-P", h.port, "okienko@127.0.0.1")...)
	if out, err := sftp.CombinedOutput(); err == nil || !strings.Contains(string(out), polish.NoSubsystem) {
		t.Errorf("sftp: %q, %v", out, err)
	}
}

func TestNothingIsForwarded(t *testing.T) {
	h := openHouse(t, 1, testLimits)
	key := h.desk(t)
	if out, failed := h.run(t, key, "-W", "127.0.0.1:"+h.port, "okienko@127.0.0.1"); !failed || !strings.Contains(out, "stdio forwarding failed") {
		t.Errorf("a local forwarding: %q", out)
	}
	if out, failed := h.run(t, key, "-N", "-o", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:"+h.port, "okienko@127.0.0.1"); !failed || !strings.Contains(out, "remote port forwarding failed") {
		t.Errorf("a remote forwarding: %q", out)
	}
}

func TestResizing(t *testing.T) {
	h := openHouse(t, 40, testLimits)
	w := h.connect(t, h.desk(t))
	w.see("Szukaj:")
	if strings.Contains(w.all(), "Źabkski") {
		t.Fatal("the window shows more than fits")
	}
	if err := pty.Setsize(w.file, &pty.Winsize{Rows: 60, Cols: 120}); err != nil {
		t.Fatal(err)
	}
	w.see("Źabkski")
}

func TestAWindowWithoutColours(t *testing.T) {
	h := openHouse(t, 3, testLimits)
	key := h.desk(t)
	plain := h.connect(t, key, "-o", "SetEnv=NO_COLOR=1")
	plain.see("Szukaj:")
	coloured := h.connect(t, key)
	coloured.see("Szukaj:")
	const bold = "\x1b[1m"
	if strings.Contains(plain.all(), bold) || !strings.Contains(coloured.all(), bold) {
		t.Errorf("two windows of one server look the same")
	}
}

func TestAReaderSeesNoSecret(t *testing.T) {
	h := openHouse(t, 3, testLimits)
	file, line := newKey(t)
	h.admit(t, `role="reader" `+line+" Ewa Lis")
	w := h.connect(t, file)
	w.see("Szukaj:").typed("źaab").see("źaab").typed("\r").see("kod gotowy")
	w.typed("d").see(polish.OnlyLooks)
	if strings.Contains(w.all(), pesel(1)) {
		t.Error("a reader sees a PESEL")
	}
	desk := h.connect(t, h.desk(t))
	desk.see("Szukaj:").typed("źaab").see("źaab").typed("\x1bOQ").see(pesel(1))
	var presented int
	err := h.db.Register(context.Background(), 0, func(l model.RegisterLine) error {
		if l.Deed == model.DeedCodePresented {
			presented++
		}
		return nil
	})
	if err != nil || presented != 0 {
		t.Errorf("%d codes were shown to a reader (%v)", presented, err)
	}
}

func TestAKeyThatIsTakenOutClosesItsWindow(t *testing.T) {
	h := openHouse(t, 1, testLimits)
	w := h.connect(t, h.desk(t))
	w.see("Szukaj:")
	h.admit(t, "# nobody")
	if out := w.ended(); !strings.Contains(out, polish.KeyGone) {
		t.Errorf("no sentence:\n%s", out)
	}
}

func TestTheServerStopsGently(t *testing.T) {
	limits := testLimits
	limits.Grace = 700 * time.Millisecond
	h := openHouse(t, 3, limits)
	key := h.desk(t)
	list, code := h.connect(t, key), h.connect(t, key)
	list.see("Szukaj:")
	code.see("Szukaj:").typed("źaab").see("źaab").typed("\r").see("Żaneta Ź.")
	h.stop()
	for _, w := range []*terminal{list, code} {
		if out := w.ended(); !strings.Contains(out, "Serwer zatrzymuje się") || !strings.Contains(out, polish.Stopped) {
			t.Errorf("no sentence:\n%s", out)
		}
		if !strings.Contains(w.all(), "\x1b[?1049l") {
			t.Error("the terminal was not put back")
		}
	}
	h.unfinished(t)
}

// unfinished says that the one code that was on a screen when its window ended is
// an unfinished hand-over for every other desk: nobody said whether the student
// had scanned it.
func (h *house) unfinished(t *testing.T) {
	t.Helper()
	h.await(t, func() bool { return h.counted(t, model.DeedHandoverBrokenOff) == 1 })
	if n := h.counted(t, model.DeedCodeNotCollected); n != 0 {
		t.Errorf("%d recorded as not collected, which nobody saw", n)
	}
	records, _, err := h.db.School(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	open := 0
	for _, r := range records {
		if model.Assess(r, h.db.Profile(), model.Viewpoint{Now: time.Now(), Desk: "okno-2"}).Unfinished != nil {
			open++
		}
	}
	if open != 1 {
		t.Errorf("%d unfinished hand-overs", open)
	}
}

func TestALineThatBreaksLeavesAnUnfinishedHandover(t *testing.T) {
	h := openHouse(t, 3, testLimits)
	w := h.connect(t, h.desk(t))
	w.see("Szukaj:").typed("źaab").see("źaab").typed("\r").see("Żaneta Ź.")
	if err := w.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	w.ended()
	h.unfinished(t)
}

// counted is how many lines of a kind the register has.
func (h *house) counted(t testing.TB, deed model.Deed) (n int) {
	t.Helper()
	if err := h.db.Register(context.Background(), 0, func(l model.RegisterLine) error {
		if l.Deed == deed {
			n++
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return n
}

// await waits for a state of the database.
func (h *house) await(t testing.TB, ok func() bool) {
	t.Helper()
	deadline := time.NewTimer(patience)
	defer deadline.Stop()
	look := time.NewTicker(20 * time.Millisecond)
	defer look.Stop()
	for !ok() {
		select {
		case <-look.C:
		case <-deadline.C:
			t.Fatal("the state did not come")
		}
	}
}

func TestNoMoreWindowsThanAllowed(t *testing.T) {
	limits := testLimits
	limits.SessionsPerKey = 1
	h := openHouse(t, 1, limits)
	key := h.desk(t)
	first := h.connect(t, key)
	first.see("Szukaj:")
	if out := h.connect(t, key).ended(); !strings.Contains(out, polish.TooManyWindows) {
		t.Errorf("a second window:\n%s", out)
	}
}

func TestGuessingEnds(t *testing.T) {
	limits := testLimits
	limits.LogInsAMinute = 2
	h := openHouse(t, 1, limits)
	key := h.desk(t)
	for range 3 {
		h.connect(t, key).see("Szukaj:") // logging in does not count
	}
	wrong, _ := newKey(t)
	for range 2 {
		h.run(t, wrong, "okienko@127.0.0.1")
	}
	h.await(t, func() bool {
		out, failed := h.run(t, wrong, "okienko@127.0.0.1")
		return failed && !strings.Contains(out, "Permission denied")
	})
}

func TestWhoSaysNothingIsCutOff(t *testing.T) {
	limits := testLimits
	limits.Handshake = 300 * time.Millisecond
	h := openHouse(t, 1, limits)
	key := h.desk(t)
	if _, failed := h.run(t, key, "-N", "okienko@127.0.0.1"); !failed {
		t.Error("a connection without a window stays")
	}
	h.connect(t, key).see("Szukaj:").typed("ź").see("ź")
}

func TestAnIdleWindowCloses(t *testing.T) {
	limits := testLimits
	limits.Idle = time.Second
	h := openHouse(t, 1, limits)
	if out := h.connect(t, h.desk(t)).ended(); !strings.Contains(out, polish.IdleEnded) {
		t.Errorf("no sentence:\n%s", out)
	}
}

func TestALockedWindowHangsUp(t *testing.T) {
	h := openHouse(t, 3, testLimits)
	if err := h.db.SetPassphrase(t.Context(), clerk, "cztery słowa dla szkoły"); err != nil {
		t.Fatal(err)
	}
	key := h.desk(t)
	w := h.connect(t, key)
	w.see("Szukaj:").typed("źaab").see("źaab").typed("\x0c")
	out := w.ended()
	if !strings.Contains(out, polish.Locked) || strings.Contains(out, "Hasło szkoły") {
		t.Errorf("locked:\n%s", out)
	}
	_, after, _ := strings.Cut(w.all(), "\x1b[?1049l")
	if strings.Contains(after, "Źaab") || after == "" {
		t.Errorf("left on the terminal: %q", after)
	}
	h.connect(t, key).see("Szukaj:")
}

// TestADeskSeesNoFilesButTheInbox tries every way out of the inbox.
func TestADeskSeesNoFilesButTheInbox(t *testing.T) {
	h := openHouse(t, 1, testLimits)
	inbox := h.folder.Inbox()
	if err := os.MkdirAll(filepath.Join(inbox, "klasy"), 0o700); err != nil {
		t.Fatal(err)
	}
	outside := t.TempDir()
	for path, text := range map[string]string{filepath.Join(inbox, "lista.csv"): "x", filepath.Join(outside, "cudze.csv"): "Nazwisko;Imię\nCudzy;Jan\n"} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(outside, filepath.Join(inbox, "skrot")); err != nil {
		t.Fatal(err)
	}
	w := h.connect(t, h.desk(t))
	w.see("Szukaj:").typed("\x1b[17~").see("lista.csv")
	w.typed("\x1b[D\x1b[D") // up, and up again
	for _, path := range []string{outside, filepath.Join(outside, "cudze.csv"), "~", filepath.Join(inbox, "skrot"), filepath.Join(inbox, "skrot", "cudze.csv"),
		filepath.Join(inbox, "..", "okienko.log"), filepath.Join(inbox, "..", "nie-ma")} {
		w.typed(path).typed("\r").see("tylko pliki ze skrzynki")
		w.typed("\x15").see("inbox") // the folder stands there again
	}
	w.typed(filepath.Join(inbox, "klasy")).typed("\r").see("klasy")
	if all := ansi.Strip(w.all()); strings.Contains(all, "cudze.csv/") || strings.Contains(all, "Cudzy") {
		t.Errorf("seen:\n%s", all)
	}
}

func TestADisplayOverSSH(t *testing.T) {
	h := openHouse(t, 3, testLimits)
	deskKey, deskLine := newKey(t)
	displayKey, displayLine := newKey(t)
	h.admit(t, deskLine+" Anna Nowak", `role="display" `+displayLine+" monitor")
	display := h.connect(t, displayKey)
	display.see("Numer stanowiska:")
	desk := h.connect(t, deskKey)
	desk.see("Szukaj:").typed("\x05").see("Czekam na ekran")
	display.typed(h.number(t))
	desk.see("Ekran ucznia jest połączony")
	desk.typed("źaab").see("źaab").typed("\r").see("Kod jest na ekranie ucznia")
	display.see("Żaneta Ź.")
	if strings.Contains(display.all(), "Źaab") {
		t.Error("the display shows more than the student's")
	}
	handOver(desk)
	display.await(func(s string) bool { return strings.Contains(s, "\x1b") }, "blank paper")
	if err := desk.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	display.see("Stanowisko się rozłączyło")
}

// number is what the desk shows: the only open one.
func (h *house) number(t *testing.T) string {
	t.Helper()
	var number string
	out, err := exec.Command("sqlite3", h.folder.Database(), "SELECT number FROM displays WHERE number <> ''").Output()
	if err != nil {
		t.Skip("sqlite3 is missing")
	}
	if number = strings.TrimSpace(string(out)); len(number) != 4 {
		t.Fatalf("the number is %q", number)
	}
	return number
}

func TestTheHostKey(t *testing.T) {
	h := openHouse(t, 0, testLimits)
	file := h.path("ssh_host_ed25519_key")
	info, err := os.Stat(file)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if _, made, err := HostKey(file); err != nil || made {
		t.Errorf("made anew: %v, %v", made, err)
	}
	if err := os.Chmod(file, 0o640); err != nil {
		t.Fatal(err)
	}
	if _, _, err := HostKey(file); !errors.Is(err, ErrHostKeyOpen) {
		t.Errorf("readable by others: %v", err)
	}
}
