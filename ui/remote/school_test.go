package remote

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/creack/pty"

	"okienko/model"
	"okienko/store"
	"okienko/ui/text"
)

// testProfile waits for a signed non-objection.
func testProfile() model.Profile {
	return model.Profile{
		School: "Szkoła Podstawowa", Policy: model.PolicyStatement, Location: time.UTC, BlankAfter: time.Hour, Languages: []string{"pl"},
		Codes: map[model.CodeKind]model.CodeRule{model.CodeSIO: {ValidFor: 720 * time.Hour, Uses: 1}},
	}
}

// clerk is who fills the school.
var clerk = model.Actor{Operator: "anna", Desk: "biuro"}

// newSchool makes a school with that many students who wait for their code.
func newSchool(t testing.TB, students int) (store.Folder, *store.DB) {
	t.Helper()
	folder := store.Folder(t.TempDir())
	return folder, fillSchool(t, folder, students)
}

func fillSchool(t testing.TB, folder store.Folder, students int) *store.DB {
	t.Helper()
	ctx := context.Background()
	db, err := store.Open(ctx, folder.Database(), store.Options{Profile: testProfile()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	class, err := model.ParseClass("7a")
	if err != nil {
		t.Fatal(err)
	}
	today := model.DateOf(time.Now())
	var rows []model.RosterRow
	for i := range students {
		rows = append(rows, model.RosterRow{
			Student: model.Student{Last: lastName(i), First: "Żaneta", Class: class, PESEL: model.PESEL(pesel(i))},
			Card: model.Card{Number: fmt.Sprintf("%d/2025", i+1), Kind: model.PlasticCard, Issued: model.MustDate(2025, 9, 1),
				ValidUntil: model.MustDate(today.Year+1, 9, 30), State: model.CardValid},
		})
	}
	if err := db.TakeRoster(ctx, clerk, model.RosterPlan{Add: rows}, 0); err != nil {
		t.Fatal(err)
	}
	records, _, err := db.School(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var sheets []model.Statement
	var codes []model.Code
	for _, r := range records {
		sheets = append(sheets, model.Statement{Student: r.ID, Kind: model.NonObjection, Signer: model.SignedByParent, SignerName: "Ewa", Signed: model.MustDate(2025, 9, 1)})
		codes = append(codes, model.Code{Student: r.ID, Kind: model.CodeSIO, Payload: model.Secret(fmt.Sprintf("kod-%06d-zmyślony", r.ID))})
	}
	if _, err := db.RecordStatements(ctx, clerk, sheets...); err != nil {
		t.Fatal(err)
	}
	if _, err := db.TakeCodes(ctx, clerk, codes...); err != nil {
		t.Fatal(err)
	}
	return db
}

// lastName is a name that no other number has the beginning of.
func lastName(i int) string {
	const letters = "abcdefghijklmnoprstuwyz"
	n := len(letters)
	return "Ź" + string([]byte{letters[i/n/n%n], letters[i/n%n], letters[i%n]}) + "ski"
}

// pesel is an invented one of somebody born in January 2013.
func pesel(i int) string {
	s := fmt.Sprintf("1321%02d%04d", 1+i%28, i)
	sum := 0
	for at, weight := range []int{1, 3, 7, 9, 1, 3, 7, 9, 1, 3} {
		sum += weight * int(s[at]-'0')
	}
	return s + string(rune('0'+(10-sum%10)%10))
}

// house is a running server.
type house struct {
	folder store.Folder
	db     *store.DB
	port   string
	said   *said
	stop   func() // graceful; waits
}

// said collects what a keyring finds wrong.
type said struct {
	mu  sync.Mutex
	bad []BadLine
}

// testLimits end nothing while a test looks.
var testLimits = Limits{SessionsPerKey: 4, LogInsAMinute: 50, Unknown: 50, Idle: time.Hour, Handshake: time.Minute, Alive: time.Minute, Grace: 0}

func openHouse(t testing.TB, students int, limits Limits) *house {
	t.Helper()
	folder, db := newSchool(t, students)
	h := &house{folder: folder, db: db, said: &said{}}
	signer, _, err := HostKey(filepath.Join(string(folder), "ssh_host_ed25519_key"))
	if err != nil {
		t.Fatal(err)
	}
	keys := NewKeyring(filepath.Join(string(folder), "authorized_keys"), func(bad []BadLine, _ error) {
		h.said.mu.Lock()
		defer h.said.mu.Unlock()
		h.said.bad = bad
	})
	server, err := New(Options{DB: db, Folder: folder, Lang: text.Polish, Log: slog.New(slog.DiscardHandler), Now: time.Now, Keys: keys, Host: signer, Limits: limits})
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, h.port, _ = net.SplitHostPort(listener.Addr().String())
	ctx, cancel := context.WithCancel(context.Background())
	over := make(chan struct{})
	go func() {
		defer close(over)
		_ = server.Serve(ctx, listener)
	}()
	h.stop = func() { cancel(); <-over }
	t.Cleanup(h.stop)
	return h
}

// path is a file in the data folder.
func (h *house) path(name string) string { return filepath.Join(string(h.folder), name) }

// newKey makes a key pair with ssh-keygen and returns the private one's file
// and the public line.
func newKey(t testing.TB, kind ...string) (file, line string) {
	t.Helper()
	needSSH(t)
	if len(kind) == 0 {
		kind = []string{"-t", "ed25519"}
	}
	file = filepath.Join(t.TempDir(), "key")
	args := append(kind, "-q", "-N", "", "-C", "", "-f", file)
	if out, err := exec.Command("ssh-keygen", args...).CombinedOutput(); err != nil {
		t.Fatalf("ssh-keygen: %v\n%s", err, out)
	}
	public, err := os.ReadFile(file + ".pub")
	if err != nil {
		t.Fatal(err)
	}
	return file, strings.TrimSpace(string(public))
}

// needSSH skips where OpenSSH is missing; CI forbids the skip.
func needSSH(t testing.TB) {
	t.Helper()
	for _, tool := range []string{"ssh", "ssh-keygen", "sftp"} {
		if _, err := exec.LookPath(tool); err != nil {
			if os.Getenv("CI") != "" {
				t.Fatalf("%s is missing", tool)
			}
			t.Skipf("%s is missing", tool)
		}
	}
}

// admit writes authorized_keys.
func (h *house) admit(t testing.TB, lines ...string) {
	t.Helper()
	if err := os.WriteFile(h.path("authorized_keys"), []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
}

// desk makes a key, lets it in and returns its file.
func (h *house) desk(t testing.TB) string {
	t.Helper()
	file, line := newKey(t)
	h.admit(t, line+" Anna Nowak")
	return file
}

// options are those of every client: nothing of the machine's own settings.
func (h *house) options(key string) []string {
	return []string{"-F", "none", "-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none", "-o", "UserKnownHostsFile=" + h.path("known_hosts"),
		"-o", "StrictHostKeyChecking=accept-new", "-o", "LogLevel=ERROR", "-o", "BatchMode=yes", "-o", "SendEnv=LANG LC_* NO_COLOR", "-i", key}
}

// run runs ssh without a terminal and returns what it wrote.
func (h *house) run(t testing.TB, key string, args ...string) (out string, failed bool) {
	t.Helper()
	all := append(append(h.options(key), "-p", h.port), args...)
	b, err := exec.Command("ssh", all...).CombinedOutput()
	return string(b), err != nil
}

// terminal is an ssh in a terminal.
type terminal struct {
	t    testing.TB
	file *os.File
	cmd  *exec.Cmd
	over chan struct{}
	mu   sync.Mutex
	cond *sync.Cond
	out  bytes.Buffer
	seen int // how much of out was looked at
	end  bool
}

// connect opens a window with OpenSSH.
func (h *house) connect(t testing.TB, key string, args ...string) *terminal {
	t.Helper()
	all := append(append(h.options(key), "-p", h.port), args...)
	cmd := exec.Command("ssh", append(all, "-tt", "okienko@127.0.0.1")...)
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "LANG=C.UTF-8", "LC_ALL=", "NO_COLOR=")
	file, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80, X: 800, Y: 480})
	if err != nil {
		t.Fatal(err)
	}
	w := &terminal{t: t, file: file, cmd: cmd, over: make(chan struct{})}
	w.cond = sync.NewCond(&w.mu)
	go w.read()
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		<-w.over
		_ = file.Close()
	})
	return w
}

func (w *terminal) read() {
	defer close(w.over)
	b := make([]byte, 32<<10)
	for {
		n, err := w.file.Read(b)
		w.mu.Lock()
		w.out.Write(b[:n])
		w.end = err != nil
		w.cond.Broadcast()
		w.mu.Unlock()
		if err != nil {
			_ = w.cmd.Wait()
			return
		}
	}
}

// patience is how long a test waits for what must come.
const patience = 20 * time.Second

// see waits until something written since the last see holds the text.
func (w *terminal) see(want string) *terminal {
	w.t.Helper()
	w.await(func(fresh string) bool { return strings.Contains(ansi.Strip(fresh), want) }, want)
	return w
}

// await waits until what was written since the last wait fulfils a condition.
func (w *terminal) await(ok func(string) bool, what string) {
	w.t.Helper()
	late := false
	timer := time.AfterFunc(patience, func() {
		w.mu.Lock()
		defer w.mu.Unlock()
		late = true
		w.cond.Broadcast()
	})
	defer timer.Stop()
	w.mu.Lock()
	defer w.mu.Unlock()
	for !ok(w.out.String()[w.seen:]) {
		if late || w.end {
			w.t.Fatalf("%q did not come; the terminal got\n%s", what, ansi.Strip(w.out.String()[w.seen:]))
		}
		w.cond.Wait()
	}
	w.seen = w.out.Len()
}

// comes reports whether the text comes in time.
func (w *terminal) comes(want string, within time.Duration) bool {
	late := false
	timer := time.AfterFunc(within, func() {
		w.mu.Lock()
		defer w.mu.Unlock()
		late = true
		w.cond.Broadcast()
	})
	defer timer.Stop()
	w.mu.Lock()
	defer w.mu.Unlock()
	for !strings.Contains(ansi.Strip(w.out.String()[w.seen:]), want) {
		if late || w.end {
			return false
		}
		w.cond.Wait()
	}
	w.seen = w.out.Len()
	return true
}

// all is everything the terminal got.
func (w *terminal) all() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.out.String()
}

func (w *terminal) typed(keys string) *terminal {
	w.t.Helper()
	if _, err := w.file.WriteString(keys); err != nil {
		w.t.Fatal(err)
	}
	return w
}

// ended waits until ssh is gone and returns everything it wrote.
func (w *terminal) ended() string {
	w.t.Helper()
	select {
	case <-w.over:
	case <-time.After(patience):
		w.t.Fatalf("ssh did not end; it wrote\n%s", ansi.Strip(w.all()))
	}
	return ansi.Strip(w.all())
}
