package remote

import (
	"bufio"
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"okienko/model"
	"okienko/store"
	"okienko/ui/text"
)

var (
	desks    = flag.Int("desks", 8, "desks of BenchmarkDesks")
	students = flag.Int("students", 600, "students of BenchmarkDesks")
	lockstep = flag.Bool("lockstep", false, "all desks of BenchmarkDesks press their keys at the same moment")
	pace     = flag.Duration("pace", 100*time.Millisecond, "time between two keys of a desk of BenchmarkDesks")
)

// spread is over how long desks begin, about a hand-over, so that they don't
// all press the same key at the same moment.
const spread = 1500 * time.Millisecond

// serveFolder tells the test program to be the server of BenchmarkDesks, so
// that the memory measured is the server's alone.
const serveFolder = "OKIENKO_BENCH_FOLDER"

func TestMain(m *testing.M) {
	if folder := os.Getenv(serveFolder); folder != "" {
		if err := benchServer(store.Folder(folder)); err != nil {
			_, _ = fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// benchServer serves until its input ends.
func benchServer(folder store.Folder) error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	db, err := store.Open(ctx, folder.Database(), store.Options{Profile: testProfile()})
	if err != nil {
		return err
	}
	signer, _, err := HostKey(filepath.Join(string(folder), "ssh_host_ed25519_key"))
	if err != nil {
		return err
	}
	limits := DefaultLimits
	limits.SessionsPerKey, limits.LogInsAMinute, limits.Unknown, limits.Grace = 1000, 1000, 1000, 0
	server, err := New(Options{DB: db, Folder: folder, Lang: text.Polish, Log: slog.New(slog.DiscardHandler), Now: time.Now,
		Keys: NewKeyring(filepath.Join(string(folder), "authorized_keys"), func([]BadLine, error) {}), Host: signer, Limits: limits})
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Println(listener.Addr())
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		cancel()
	}()
	err = server.Serve(ctx, listener)
	if closed := db.Close(); err == nil {
		err = closed
	}
	return err
}

// BenchmarkDesks runs the server in a process of its own and lets -desks desks
// search and hand over at once, each key -pace after the answer to the last.
// An operation is one hand-over of every desk. In the end all desks go for the
// same code.
func BenchmarkDesks(b *testing.B) {
	folder, db := newSchool(b, *students)
	if b.N**desks >= *students {
		b.Fatalf("%d students are too few for %d hand-overs of %d desks", *students, b.N, *desks)
	}
	public, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		b.Fatal(err)
	}
	signer, err := gossh.NewSignerFromKey(private)
	if err != nil {
		b.Fatal(err)
	}
	key, err := gossh.NewPublicKey(public)
	if err != nil {
		b.Fatal(err)
	}
	line := strings.TrimSpace(string(gossh.MarshalAuthorizedKey(key))) + " Anna Nowak\n"
	if err := os.WriteFile(filepath.Join(string(folder), "authorized_keys"), []byte(line), 0o600); err != nil {
		b.Fatal(err)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env, cmd.Stderr = append(os.Environ(), serveFolder+"="+string(folder)), os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		b.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	defer func() { _ = in.Close(); _ = cmd.Wait() }()
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		b.Fatal(err)
	}
	address = strings.TrimSpace(address)
	// The first window warms the server up: what it loads once is no desk's.
	benchDesk(b, address, signer).close()
	before := memory(b, cmd.Process.Pid)
	all := make([]*remoteDesk, *desks)
	for i := range all {
		all[i] = benchDesk(b, address, signer)
	}
	opened := memory(b, cmd.Process.Pid)
	busy := processorTime(b, cmd.Process.Pid)
	b.ResetTimer()
	var wait sync.WaitGroup
	for i, d := range all {
		wait.Go(func() {
			if !*lockstep {
				time.Sleep(time.Duration(i) * spread / time.Duration(*desks))
			}
			for round := range b.N {
				d.handOver(1 + round**desks + i)
			}
		})
	}
	wait.Wait()
	b.StopTimer()
	worked := memory(b, cmd.Process.Pid)
	busy = processorTime(b, cmd.Process.Pid) - busy
	var got atomic.Int32
	for _, d := range all {
		wait.Go(func() {
			if d.race(0) {
				got.Add(1)
			}
		})
	}
	wait.Wait()
	if got.Load() != 1 {
		b.Errorf("%d desks had the same code on screen at once", got.Load())
	}
	var typed, shown, kept []time.Duration
	for _, d := range all {
		d.close()
		typed, shown, kept = append(typed, d.typed...), append(shown, d.shown...), append(kept, d.kept...)
	}
	checkHandovers(b, db, b.N**desks)
	report := func(name string, all []time.Duration) {
		slices.Sort(all)
		b.ReportMetric(float64(all[len(all)/2].Microseconds())/1000, name+"-p50-ms")
		b.ReportMetric(float64(all[len(all)*99/100].Microseconds())/1000, name+"-p99-ms")
	}
	report("key", typed)
	report("code", shown)
	report("record", kept)
	b.ReportMetric(float64(busy.Milliseconds())/float64(b.N**desks), "cpu-ms/handover")
	b.ReportMetric(float64(opened-before)/float64(*desks)/1024, "MB/desk-open")
	b.ReportMetric(float64(worked-before)/float64(*desks)/1024, "MB/desk-worked")
}

// checkHandovers proves that each confirmed hand-over is there, and that no
// code was handed over twice.
func checkHandovers(b *testing.B, db *store.DB, want int) {
	records, _, err := db.School(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	got, codes := 0, map[int64]bool{}
	for _, r := range records {
		for _, h := range model.EffectiveHandovers(r.Handovers) {
			if codes[h.Code] {
				b.Errorf("a code was handed over twice")
			}
			codes[h.Code] = true
			got++
		}
	}
	if got != want {
		b.Errorf("%d hand-overs were confirmed, %d are recorded", want, got)
	}
}

// memory is what a process has in RAM, in KB.
func memory(b *testing.B, pid int) int {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		b.Skip("no /proc here")
	}
	_, rest, _ := strings.Cut(string(status), "VmRSS:")
	var kb int
	if _, err := fmt.Sscan(rest, &kb); err != nil {
		b.Fatal(err)
	}
	return kb
}

// processorTime is how long a process was computing. Unlike what a clock says,
// other programs on the machine hardly change it.
func processorTime(b *testing.B, pid int) time.Duration {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		b.Skip("no /proc here")
	}
	_, rest, _ := strings.Cut(string(stat), ") ")
	fields := strings.Fields(rest)
	var user, system int
	if _, err := fmt.Sscan(fields[11]+" "+fields[12], &user, &system); err != nil {
		b.Fatal(err)
	}
	return time.Duration(user+system) * 10 * time.Millisecond // a tick
}

// remoteDesk is a desk at the other end of a real SSH line.
type remoteDesk struct {
	b      *testing.B
	client *gossh.Client
	in     io.WriteCloser

	mu    sync.Mutex
	cond  *sync.Cond
	fresh []byte // came since the last key
	at    time.Time
	late  bool

	typed, shown, kept []time.Duration
}

func benchDesk(b *testing.B, address string, signer gossh.Signer) *remoteDesk {
	b.Helper()
	client, err := gossh.Dial("tcp", address, &gossh.ClientConfig{User: "okienko", Auth: []gossh.AuthMethod{gossh.PublicKeys(signer)},
		HostKeyCallback: gossh.InsecureIgnoreHostKey()}) // the server is ours, on loopback
	if err != nil {
		b.Fatal(err)
	}
	session, err := client.NewSession()
	if err != nil {
		b.Fatal(err)
	}
	d := &remoteDesk{b: b, client: client}
	d.cond = sync.NewCond(&d.mu)
	if d.in, err = session.StdinPipe(); err != nil {
		b.Fatal(err)
	}
	out, err := session.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := session.RequestPty("xterm-256color", 24, 80, gossh.TerminalModes{}); err != nil {
		b.Fatal(err)
	}
	if err := session.Shell(); err != nil {
		b.Fatal(err)
	}
	go d.read(out)
	d.key("", "Szukaj:")
	return d
}

func (d *remoteDesk) read(out io.Reader) {
	buf := make([]byte, 32<<10)
	for {
		n, err := out.Read(buf)
		d.mu.Lock()
		d.fresh, d.at = append(d.fresh, buf[:n]...), time.Now()
		d.cond.Broadcast()
		d.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// key types and returns how long the frame with the text took; 0 if it did not
// come.
func (d *remoteDesk) key(keys, want string) time.Duration {
	return d.within(keys, want, 30*time.Second)
}

func (d *remoteDesk) within(keys, want string, most time.Duration) time.Duration {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.fresh, d.late = d.fresh[:0], false
	began := time.Now()
	if _, err := io.WriteString(d.in, keys); err != nil {
		d.b.Error(err)
		return 0
	}
	timer := time.AfterFunc(most, func() {
		d.mu.Lock()
		defer d.mu.Unlock()
		d.late = true
		d.cond.Broadcast()
	})
	defer timer.Stop()
	for !bytes.Contains(d.fresh, []byte(want)) {
		if d.late {
			return 0
		}
		d.cond.Wait()
	}
	return d.at.Sub(began)
}

func (d *remoteDesk) must(took time.Duration, what string) time.Duration {
	if took == 0 {
		d.b.Errorf("%s did not come", what)
	}
	return took
}

// afterKeys is longer than the screens of a hand-over are deaf.
const afterKeys = 250 * time.Millisecond

// search types a student's name; every letter is answered with a frame.
func (d *remoteDesk) search(student int) {
	letters := []rune(strings.ToLower(lastName(student)))
	for i := range letters {
		time.Sleep(*pace)
		d.typed = append(d.typed, d.must(d.key(string(letters[i]), string(letters[:i+1])+"\x1b[7m"), "the search"))
	}
	time.Sleep(*pace)
}

func (d *remoteDesk) handOver(student int) {
	d.search(student)
	d.shown = append(d.shown, d.must(d.key("\r", "Żaneta Ź."), "the code"))
	time.Sleep(afterKeys)
	d.must(d.key("\r", "Kto odebrał"), "the question")
	time.Sleep(afterKeys)
	d.kept = append(d.kept, d.must(d.key("\r", "Wydano:"), "the record"))
}

// race goes for a code that others want too, and reports whether it came.
func (d *remoteDesk) race(student int) bool {
	d.search(student)
	return d.within("\r", "Żaneta Ź.", 2*time.Second) > 0
}

func (d *remoteDesk) close() { _ = d.client.Close() }
