//go:build linux

package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// deadline is how long a state may take to come, on a busy machine.
const deadline = 20 * time.Second

// program is the binary under test.
var program string

func TestMain(m *testing.M) {
	if folder := os.Getenv(writerFolder); folder != "" {
		os.Exit(write(folder))
	}
	if fifo := os.Getenv(relayFifo); fifo != "" {
		os.Exit(relay(fifo))
	}
	os.Exit(build(m))
}

func build(m *testing.M) int {
	dir, err := os.MkdirTemp("", "okienko-e2e-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer func() { _ = os.RemoveAll(dir) }()
	program = filepath.Join(dir, "okienko")
	if out, err := exec.Command("go", "build", "-o", program, "okienko").CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "building okienko: %v\n%s", err, out)
		return 1
	}
	return m.Run()
}

// need skips where a tool is missing, unless that is forbidden.
func need(t *testing.T, tools ...string) {
	t.Helper()
	if testing.Short() {
		t.Skip("real terminals take long; run without -short")
	}
	for _, tool := range tools {
		if _, err := exec.LookPath(tool); err == nil {
			continue
		}
		skip(t, tool+" is not installed")
	}
}

// skip leaves a test out, unless that is forbidden.
func skip(t *testing.T, why string) {
	t.Helper()
	if os.Getenv("OKIENKO_NO_SKIP") == "1" {
		t.Fatalf("%s, and OKIENKO_NO_SKIP=1 forbids to skip", why)
	}
	t.Skip(why)
}

// until waits for a state. what names it; see shows what there was instead.
func until(t testing.TB, what string, reached func() bool, see func() string) {
	t.Helper()
	within(t, deadline, what, reached, see)
}

func within(t testing.TB, most time.Duration, what string, reached func() bool, see func() string) {
	t.Helper()
	if !reaches(most, reached) {
		t.Fatalf("never came: %s\n%s", what, see())
	}
}

// reaches polls for a state and reports whether it came.
func reaches(most time.Duration, reached func() bool) bool {
	over := time.After(most)
	poll := time.NewTicker(10 * time.Millisecond)
	defer poll.Stop()
	for {
		if reached() {
			return true
		}
		select {
		case <-over:
			return reached()
		case <-poll.C:
		}
	}
}

// school is a data folder of an invented school.
type school struct {
	t      testing.TB
	folder string
	key    []string // what opens it; nil: it opens by itself
}

// environment is what every terminal of a test has.
func environment() []string {
	env := []string{"TERM=xterm-256color", "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "USER=bzmyslna"}
	for _, kept := range []string{"PATH", "HOME", "TMPDIR", "GOCOVERDIR"} {
		if v, ok := os.LookupEnv(kept); ok {
			env = append(env, kept+"="+v)
		}
	}
	return env
}

// okienko runs a command to its end and returns stdout.
func (s school) okienko(args ...string) string {
	s.t.Helper()
	cmd := exec.Command(program, slices.Concat(args, []string{"--data", s.folder}, s.key)...)
	cmd.Env = environment()
	var errs strings.Builder
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		s.t.Fatalf("okienko %s: %v\n%s%s", strings.Join(args, " "), err, out, errs.String())
	}
	return string(out)
}

// stage counts the students at a stage, as status tells scripts.
func (s school) stage(name string) int {
	s.t.Helper()
	var status struct{ Stages map[string]int }
	if err := json.Unmarshal([]byte(s.okienko("status", "--json")), &status); err != nil {
		s.t.Fatal(err)
	}
	return status.Stages[name]
}

// sample writes a file of the school.
func sample(t testing.TB, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// The payload is as long as those of the state's system.
const payload = "u4BcVxq6pVEmcTPvbUZKNx1o0QvZFYMCJRKrtP979"

const roster = "Lp.;Nazwisko;Imię;PESEL;Oddział;Nr legitymacji;Data wydania;Ważna do\r\n" +
	"1;Ćwikła;Bożena;13250100022;4a;1/2025;01.09.2025;30.09.2099\r\n" +
	"2;Łosiński;Adam;12310112319;5b;2/2025;01.09.2025;30.09.2099\r\n" +
	"3;Łoza;Jan;;5b;3/2025;01.09.2025;30.09.2099\r\n" +
	"4;Żmuda;Iga;;6a;4/2025;01.09.2025;30.09.2099\r\n"

const codes = "PESEL;Rodzaj;Kod\r\n13250100022;sio;" + payload + "\r\n"

// newSchool founds a school with students and one code.
func newSchool(t *testing.T) school {
	t.Helper()
	s := school{t: t, folder: filepath.Join(t.TempDir(), "dane")}
	s.okienko("init", "--no-passphrase", "--profile", "sio", "--school", "Szkoła na próbę")
	s.okienko("import", "students", sample(t, "uczniowie.csv", roster))
	s.okienko("import", "codes", sample(t, "kody.csv", codes))
	return s
}
