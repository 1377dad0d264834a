//go:build linux

package e2e

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"okienko/model"
	"okienko/store"
)

// faultTime is how long desks and restores are killed, each:
// go test ./ui/e2e -run Faults -v -faults 10m
var faultTime = flag.Duration("faults", 12*time.Second, "how long each of the killing tests runs")

// ledger is what desks said is confirmed.
type ledger struct {
	mu    sync.Mutex
	deeds map[string]map[model.Deed]bool // by student
	count int
}

func (l *ledger) read(from io.Reader) {
	lines := bufio.NewScanner(from)
	for lines.Scan() {
		var deed model.Deed
		var student string
		if _, err := fmt.Sscan(lines.Text(), &deed, &student); err != nil {
			continue // half a line is no confirmation
		}
		l.mu.Lock()
		if l.deeds[student] == nil {
			l.deeds[student] = map[model.Deed]bool{}
		}
		l.deeds[student][deed] = true
		l.count++
		l.mu.Unlock()
	}
}

// TestFaultsKilledDesks kills desks with SIGKILL at random moments, also while
// they open the database, three of them writing at a time. Whatever a desk said
// is confirmed must be there, nothing half done, and the chain whole.
func TestFaultsKilledDesks(t *testing.T) {
	need(t)
	s := newSchool(t)
	said := &ledger{deeds: map[string]map[model.Deed]bool{}}
	const desks = 3
	var kills [desks]int
	over := time.Now().Add(*faultTime)
	var wait sync.WaitGroup
	for desk := range desks {
		wait.Go(func() {
			for time.Now().Before(over) {
				kills[desk]++
				s.killedDesk(fmt.Sprintf("okno%d-%d", desk+1, kills[desk]), said)
			}
		})
	}
	wait.Wait()
	db := s.open()
	defer func() { _ = db.Close() }()
	lost, half := s.compare(db, said)
	lines, err := db.VerifyRegister(t.Context())
	if err != nil {
		t.Errorf("the register: %v", err)
	}
	if c, err := db.Check(t.Context()); err != nil || len(c.Damage)+len(c.Orphans) > 0 {
		t.Errorf("the database: %+v, %v", c, err)
	}
	t.Logf("kills %d, deeds confirmed %d, lost %d, half done %d; the chain of %d lines holds: %v",
		kills[0]+kills[1]+kills[2], said.count, lost, half, lines, err == nil)
	if lost+half > 0 || said.count == 0 {
		t.Errorf("%d lost, %d half done of %d", lost, half, said.count)
	}
}

// killedDesk lets a desk work for a random while and kills it.
func (s school) killedDesk(name string, said *ledger) {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(environment(), writerFolder+"="+s.folder, writerName+"="+name)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		s.t.Error(err)
		return
	}
	kill := time.AfterFunc(time.Duration(10+rand.IntN(400))*time.Millisecond, func() { _ = cmd.Process.Kill() })
	defer kill.Stop()
	said.read(out)
	var exit *exec.ExitError
	if err := cmd.Wait(); errors.As(err, &exit) && exit.Exited() {
		s.t.Errorf("desk %s ended by itself: %v", name, err)
	}
}

func (s school) open() *store.DB {
	s.t.Helper()
	db, err := store.Folder(s.folder).Open(s.t.Context(), store.Options{})
	if err != nil {
		s.t.Fatal(err)
	}
	return db
}

// compare counts confirmed deeds that are not in the database, and students of
// whom record and register tell different stories.
func (s school) compare(db *store.DB, said *ledger) (lost, half int) {
	s.t.Helper()
	records, _, err := db.School(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	lines := map[model.StudentID]map[model.Deed]int{}
	err = db.Register(s.t.Context(), 0, func(l model.RegisterLine) error {
		if lines[l.Student] == nil {
			lines[l.Student] = map[model.Deed]int{}
		}
		lines[l.Student][l.Deed]++
		return nil
	})
	if err != nil {
		s.t.Fatal(err)
	}
	there := map[string]map[model.Deed]bool{}
	sheets := map[int64]int{}
	for _, r := range records {
		if r.First != "Zmyślony" {
			continue
		}
		there[r.Last] = deedsOf(r)
		if !sameDeeds(there[r.Last], lines[r.ID]) || len(r.Handovers) > 0 && r.Codes[0].Spent != len(r.Handovers) {
			half++
		}
		for _, sheet := range r.Statements {
			sheets[sheet.EnteredAt.UnixNano()]++
		}
	}
	for _, n := range sheets {
		if n%sheetsAtOnce != 0 {
			half++
		}
	}
	for student, deeds := range said.deeds {
		for deed := range deeds {
			if !there[student][deed] {
				lost++
			}
		}
	}
	return lost, half
}

// deedsOf are the deeds that a record shows.
func deedsOf(r model.Record) map[model.Deed]bool {
	return map[model.Deed]bool{model.DeedStudentAdded: true, model.DeedCardEntered: len(r.Cards) > 0,
		model.DeedCodeTaken: len(r.Codes) > 0, model.DeedCodePresented: len(r.Codes) > 0 && !r.Codes[0].Claim.Since.IsZero() || len(r.Handovers) > 0,
		model.DeedHandedOver: len(r.Handovers) > 0, model.DeedStatementEntered: len(r.Statements) > 0}
}

func sameDeeds(record map[model.Deed]bool, register map[model.Deed]int) bool {
	for deed, done := range record {
		if done != (register[deed] == 1) {
			return false
		}
	}
	return true
}

// TestFaultsKilledRestores kills restores at random moments. After each the
// folder holds a working school: the former one or the restored one.
func TestFaultsKilledRestores(t *testing.T) {
	need(t)
	s := newSchool(t)
	from := filepath.Join(t.TempDir(), "kopia.age")
	key := s.backup(from)
	before := s.lines()
	kills, fresh, former := 0, 0, 0
	for over := time.Now().Add(*faultTime); time.Now().Before(over); {
		s.okienko("import", "codes", sample(t, "kody.csv", fmt.Sprintf("PESEL;Rodzaj;Kod\r\n12310112319;sio;otw:%d\r\n", kills)))
		later := s.lines()
		kills++
		s.killed("restore", from, "--identity-file", key)
		switch now := s.lines(); now {
		case before:
			fresh++
		case later:
			former++
		default:
			t.Fatalf("%d lines: neither %d nor %d", now, before, later)
		}
	}
	s.restore(from, key)
	if now := s.lines(); now != before {
		t.Errorf("%d lines after the last restore, want %d", now, before)
	}
	if left, _ := filepath.Glob(filepath.Join(s.folder, "*.tmp")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	t.Logf("restores killed %d; the former school was there after %d, the restored one after %d", kills, former, fresh)
}

// lines proves the school with a desk's own means and returns the number of
// lines of its register.
func (s school) lines() int64 {
	s.t.Helper()
	db := s.open()
	defer func() { _ = db.Close() }()
	c, err := db.Check(s.t.Context())
	if err != nil || len(c.Damage)+len(c.Orphans)+len(c.Schema) > 0 {
		s.t.Fatalf("%+v, %v", c, err)
	}
	lines, err := db.VerifyRegister(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	return lines
}

// killed runs a command and kills it at a moment of its work.
func (s school) killed(args ...string) {
	s.t.Helper()
	cmd := exec.Command(program, append(args, "--data", s.folder)...)
	cmd.Env = environment()
	if err := cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	kill := time.AfterFunc(time.Duration(rand.IntN(200))*time.Millisecond, func() { _ = cmd.Process.Kill() })
	defer kill.Stop()
	_ = cmd.Wait() // killed, or done before
}

// TestFaultsKilledBackups kills backups at random moments: what has the name of
// a backup is a whole one, and the school goes on.
func TestFaultsKilledBackups(t *testing.T) {
	need(t)
	s := newSchool(t)
	folder := t.TempDir()
	key := s.backup(filepath.Join(folder, "pierwsza.age"))
	kills, whole := 0, 0
	for over := time.Now().Add(*faultTime / 2); time.Now().Before(over); {
		kills++
		to := filepath.Join(folder, fmt.Sprintf("%d.age", kills))
		s.killed("backup", to)
		if _, err := os.Stat(to); err != nil {
			continue
		}
		whole++
		other := school{t: t, folder: filepath.Join(t.TempDir(), "nowy")}
		other.restore(to, key)
		if got, want := other.lines(), s.lines(); got != want {
			t.Errorf("backup %d brings %d lines, want %d", kills, got, want)
		}
	}
	s.okienko("backup", filepath.Join(folder, "ostatnia.age"))
	if left, _ := filepath.Glob(filepath.Join(s.folder, "*.tmp")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	t.Logf("backups killed %d; %d were there, all of them whole", kills, whole)
}
