//go:build linux

package e2e

import (
	"fmt"
	"image/png"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
)

// scheme is the colours of a terminal.
type scheme struct{ name, ground, text string }

var (
	schemes = []scheme{{"dark", "#000000", "#e5e5e5"}, {"light", "#fdf6e3", "#657b83"}}

	// matrixPayloads are a short code and the longest that 80×24 holds.
	matrixPayloads = []string{
		"https://example.invalid/a?k=0OIl1-9x7q",
		strings.Repeat("https://example.invalid/aktywacja?kod=0123456789abcdefghij/", 3)[:134],
	}
)

// route is how the program reaches the terminal: the words before its own.
type route struct {
	name string
	via  []string
}

// TestScanMatrix reads codes off photographs of real terminals, with two
// decoders, and prints what was read. README tells of a larger one.
func TestScanMatrix(t *testing.T) {
	need(t, "xterm", "Xvfb", "import", "zbarimg", "tmux", "ssh", "sshd", "ssh-keygen")
	need(t, "xfce4-terminal", "dbus-run-session")
	dir := t.TempDir()
	local := route{name: "local"}
	routes := []route{local, throughTmux(t, dir), throughSSH(t, dir)}
	display := virtualScreen(t)
	fmt.Printf("%-16s %-6s %-6s %5s  %-6s %-6s\n", "terminal", "route", "theme", "bytes", "zbar", "zxing")
	for _, th := range schemes {
		for _, payload := range matrixPayloads {
			for _, r := range routes {
				scanCell(t, display, "xterm", th, r, payload)
			}
			scanCell(t, display, "xfce4-terminal", th, local, payload)
		}
	}
}

// scanCell shows a code in a terminal of 80×24 and waits until both decoders
// have read it.
func scanCell(t *testing.T, display, terminal string, th scheme, r route, payload string) {
	t.Run(fmt.Sprintf("%s %s %s %d", terminal, r.name, th.name, len(payload)), func(t *testing.T) {
		inner := append(append([]string{}, r.via...), program, "qr", payload)
		cmd := xtermCommand(th, inner)
		if terminal == "xfce4-terminal" {
			cmd = vteCommand(t, th, inner)
		}
		cmd.Env = append(cmd.Env, append(environment(), "DISPLAY="+display)...)
		start(t, cmd)
		g := graphical{t: t, display: display, shots: t.TempDir()}
		zbar, zxing := "", ""
		read := reaches(deadline, func() bool {
			zbar, zxing = g.readBoth()
			return zbar == payload && zxing == payload
		})
		says := map[bool]string{true: "read", false: "-"}
		fmt.Printf("%-16s %-6s %-6s %5d  %-6s %-6s\n", terminal, r.name, th.name, len(payload), says[zbar == payload], says[zxing == payload])
		if !read {
			t.Errorf("zbar read %q, zxing %q", zbar, zxing)
		}
	})
}

// readBoth photographs the screen and reads it with the two decoders.
func (g graphical) readBoth() (zbar, zxing string) {
	g.t.Helper()
	zbar = g.read()
	if zbar == "" {
		return "", "" // nothing is there yet
	}
	file, err := os.Open(g.picture())
	if err != nil {
		g.t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	img, err := png.Decode(file)
	if err != nil {
		g.t.Fatal(err)
	}
	bitmap, err := gozxing.NewBinaryBitmapFromImage(img)
	if err != nil {
		g.t.Fatal(err)
	}
	hints := map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true}
	if result, err := qrcode.NewQRCodeReader().Decode(bitmap, hints); err == nil {
		zxing = result.GetText()
	}
	return zbar, zxing
}

func xtermCommand(th scheme, inner []string) *exec.Cmd {
	return exec.Command("xterm", append([]string{"-geometry", "80x24+0+0", "-fa", "DejaVu Sans Mono", "-fs", "12",
		"-bg", th.ground, "-fg", th.text, "-e"}, inner...)...)
}

// vteCommand starts a terminal of the VTE family with settings of its own, on
// a message bus of its own.
func vteCommand(t *testing.T, th scheme, inner []string) *exec.Cmd {
	t.Helper()
	config := t.TempDir()
	file := filepath.Join(config, "xfce4", "terminal", "terminalrc")
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	settings := "[Configuration]\nFontName=DejaVu Sans Mono 12\nFontUseSystem=FALSE\nColorUseTheme=FALSE\nScrollingBar=TERMINAL_SCROLLBAR_NONE\n" +
		"ColorBackground=" + th.ground + "\nColorForeground=" + th.text + "\n"
	if err := os.WriteFile(file, []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("dbus-run-session", append([]string{"--", "xfce4-terminal", "--disable-server", "--hide-menubar",
		"--geometry=80x24+0+0", "-x"}, inner...)...)
	cmd.Env = []string{"XDG_CONFIG_HOME=" + config, "NO_AT_BRIDGE=1"}
	return cmd
}

// throughTmux runs each command in a server of its own.
func throughTmux(t *testing.T, dir string) route {
	t.Helper()
	socket := filepath.Join(dir, "tmux")
	t.Cleanup(func() { _ = exec.Command("tmux", "-S", socket, "kill-server").Run() })
	return route{"tmux", []string{"tmux", "-u", "-S", socket, "-f", os.DevNull, "new-session"}}
}

// throughSSH starts a server on this machine that takes one key, made for it.
// It passes on no locale, as most don't.
func throughSSH(t *testing.T, dir string) route {
	t.Helper()
	for _, name := range []string{"host", "key"} {
		made := exec.Command("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", filepath.Join(dir, name))
		if out, err := made.CombinedOutput(); err != nil {
			t.Fatalf("ssh-keygen: %v\n%s", err, out)
		}
	}
	me, err := user.Current()
	if err != nil {
		t.Fatal(err)
	}
	if me.Uid == "0" { // OpenSSH separates its privileges there
		if err := os.MkdirAll("/run/sshd", 0o755); err != nil {
			t.Fatal(err)
		}
	}
	port := freePort(t)
	config := fmt.Sprintf("Port %s\nListenAddress 127.0.0.1\nHostKey %s/host\nAuthorizedKeysFile %s/key.pub\n"+
		"StrictModes no\nUsePAM no\nPermitRootLogin yes\nPasswordAuthentication no\nPidFile none\n", port, dir, dir)
	file := filepath.Join(dir, "sshd_config")
	if err := os.WriteFile(file, []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	sshd, err := exec.LookPath("sshd") // it insists on its full path
	if err != nil {
		t.Fatal(err)
	}
	start(t, exec.Command(sshd, "-D", "-e", "-f", file))
	until(t, "the ssh server", func() bool {
		c, err := net.Dial("tcp", "127.0.0.1:"+port)
		if err != nil {
			return false
		}
		_ = c.Close()
		return true
	}, func() string { return "" })
	return route{"ssh", []string{"ssh", "-tt", "-q", "-F", os.DevNull, "-p", port, "-i", filepath.Join(dir, "key"),
		"-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=" + os.DevNull, "-o", "IdentitiesOnly=yes",
		me.Username + "@127.0.0.1"}}
}

// freePort is one that nobody listens at now.
func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	return strconv.Itoa(l.Addr().(*net.TCPAddr).Port)
}
