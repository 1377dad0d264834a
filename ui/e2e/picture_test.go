//go:build linux

package e2e

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// graphical is an xterm on a screen that nobody sees.
type graphical struct {
	t       *testing.T
	display string
	keys    *os.File
	shots   string // the folder of its photographs
}

// newGraphical starts a virtual screen and an xterm of 80×24 in which the
// program runs.
func newGraphical(t *testing.T, args ...string) graphical {
	t.Helper()
	g := graphical{t: t, display: virtualScreen(t), shots: t.TempDir()}
	fifo := filepath.Join(t.TempDir(), "keys")
	if err := syscall.Mkfifo(fifo, 0o600); err != nil {
		t.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	xterm := exec.Command("xterm", "-geometry", "80x24+0+0", "-fa", "DejaVu Sans Mono", "-fs", "12", "-e", self)
	xterm.Env = append(environment(), "DISPLAY="+g.display, relayFifo+"="+fifo,
		relayCommand+"="+strings.Join(append([]string{program}, args...), "\n"))
	start(t, xterm)
	if g.keys, err = os.OpenFile(fifo, os.O_RDWR, 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = g.keys.Close() })
	return g
}

// start starts a program and ends it with the test.
func start(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
}

// virtualScreen starts an X server, which picks a free number itself.
func virtualScreen(t *testing.T) string {
	t.Helper()
	number, tell, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = number.Close() }()
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp")
	server.ExtraFiles = []*os.File{tell}
	start(t, server)
	_ = tell.Close() // ours; the server has its own
	n, err := bufio.NewReader(number).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb did not start: %v", err)
	}
	return ":" + strings.TrimSpace(n)
}

func (g graphical) typing(text string) {
	g.t.Helper()
	if _, err := g.keys.WriteString(text); err != nil {
		g.t.Fatal(err)
	}
}

// picture is where its last photograph is.
func (g graphical) picture() string { return filepath.Join(g.shots, "screen.png") }

// photographScreen takes a picture of a whole screen.
func photographScreen(t *testing.T, display, picture string) {
	t.Helper()
	photo := exec.Command("import", "-display", display, "-window", "root", picture)
	if out, err := photo.CombinedOutput(); err != nil {
		t.Fatalf("photographing the screen: %v\n%s", err, out)
	}
}

// read photographs the screen and returns what a scanner reads off it, "" for
// nothing.
func (g graphical) read() string {
	g.t.Helper()
	picture := g.picture()
	photographScreen(g.t, g.display, picture)
	out, err := exec.Command("zbarimg", "-q", "--raw", picture).Output()
	if err != nil {
		return "" // nothing to be read in it
	}
	return strings.TrimSpace(string(out))
}

// TestPhotographedCode reads the code off a real terminal's pixels with a
// decoder that shares nothing with the program, and hands it over.
func TestPhotographedCode(t *testing.T) {
	need(t, "xterm", "Xvfb", "import", "zbarimg")
	s := newSchool(t)
	g := newGraphical(t, "--data", s.folder)
	g.typing("cwik")
	read := ""
	insist(t, "the code, read from a photograph", func() { g.typing("\r") },
		func() bool { read = g.read(); return read == payload }, func() string { return fmt.Sprintf("last read: %q", read) })
	insist(t, "the hand-over on record", func() { g.typing("\r") }, func() bool { return s.stage("handed_over") == 1 },
		func() string { return s.okienko("status") })
}

// TestAnyTextOnAMonitor is what okienko qr is for.
func TestAnyTextOnAMonitor(t *testing.T) {
	need(t, "xterm", "Xvfb", "import", "zbarimg")
	g := newGraphical(t, "qr", "https://example.org/zażółć")
	read := ""
	until(t, "the text, read from a photograph", func() bool { read = g.read(); return read == "https://example.org/zażółć" },
		func() string { return fmt.Sprintf("last read: %q", read) })
}
