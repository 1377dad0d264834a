//go:build linux

package e2e

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The figures of README's "how fast", each beside a peer in the same run:
//
//	go test ./ui/e2e -run xxx -bench . -benchtime 1x -timeout 20m
//
// Peers that are not installed are left out.

const (
	fewStudents  = 1_000
	manyStudents = 100_000
)

// Invented names: so many that a fragment finds some, not all.
var (
	firstNames = strings.Fields("Ada Adam Agata Alan Amelia Antoni Anna Bartosz Bożena Borys Celina Cezary Daria Dawid Ewa Emil Felicja Filip Gaja Grzegorz Hanna Hubert Iga Igor Jan Julia Kacper Kinga Łucja Łukasz Maja Marcel Natalia Nikodem Ola Oskar Pola Patryk Róża Szymon Tola Tymon Urszula Wiktor Zofia Ździsław Żaneta")
	beginnings = strings.Fields("Bara Boro Brzo Chmie Cieś Cza Ćwik Dęb Dro Dzię Fia Gaw Głu Gro Jasi Jawo Kaź Koz Kró Kuch Łap Łos Mali Mar Mro Nie Ole Pio Prze Rad Rogo Sien Ski Sob Sta Świ Tom Wąs Wie Woj Zają Zie Źró Żó Żu")
	middles    = strings.Fields("l n r w cz dz k m sz z")
	endings    = strings.Fields("ak ański as ek ewicz icki ik iński owicz owski uk yński")
)

// bigRoster writes a roster of n invented students.
func bigRoster(b *testing.B, n int) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "uczniowie.csv")
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	w := bufio.NewWriter(f)
	fmt.Fprint(w, "Lp.;Nazwisko;Imię;PESEL;Oddział;Nr w księdze uczniów\r\n")
	for i := range n {
		last := beginnings[i%len(beginnings)] + middles[i/7%len(middles)] + endings[i/3%len(endings)]
		fmt.Fprintf(w, "%d;%s;%s;%s;%d%c;%d\r\n", i+1, last, firstNames[i/11%len(firstNames)], inventedPESEL(i), 1+i%8, 'a'+rune(i/8%6), i+1)
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

// inventedPESEL numbers children born from 2010 on.
func inventedPESEL(i int) string {
	born := time.Date(2010, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i/9000*300+i%300)
	digits := fmt.Sprintf("%02d%02d%02d%04d", born.Year()%100, int(born.Month())+20, born.Day(), i/300)
	sum := 0
	for at, weight := range []int{1, 3, 7, 9, 1, 3, 7, 9, 1, 3} {
		sum += weight * int(digits[at]-'0')
	}
	return digits + strconv.Itoa((10-sum%10)%10)
}

func bigSchool(b *testing.B, n int) (school, string) {
	b.Helper()
	s := school{t: b, folder: filepath.Join(b.TempDir(), "dane")}
	s.okienko("init", "--no-passphrase", "--profile", "sio")
	file := bigRoster(b, n)
	s.okienko("import", "students", file)
	return s, file
}

// frame waits until the window of the given height has drawn a frame that
// holds the text, and returns when its last byte came.
func (l *line) frame(since, rows int, text string) time.Time {
	l.t.Helper()
	tail := fmt.Sprintf("\x1b[%d;H", rows)
	whole := func() bool {
		out := l.output(since)
		return strings.Contains(out, text) && strings.HasSuffix(out, tail)
	}
	for over := time.After(deadline); !whole(); {
		select {
		case <-l.news:
		case <-over:
			l.t.Fatalf("no frame with %q: %q", text, l.output(since))
		}
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.last
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func BenchmarkFirstFrame(b *testing.B) {
	for _, n := range []int{fewStudents, manyStudents} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			s, _ := bigSchool(b, n)
			var slowest time.Duration
			var memory float64
			for b.Loop() {
				begun := time.Now()
				l := newLine(b, 120, 30, "--data", s.folder)
				slowest = max(slowest, l.frame(0, 30, "▸ ").Sub(begun))
				memory = max(memory, l.memory())
				l.end()
			}
			b.ReportMetric(milliseconds(slowest), "ms-slowest")
			b.ReportMetric(memory, "MB-resident")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// memory is what the program holds in memory, in MB.
func (l *line) memory() float64 {
	l.t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", l.cmd.Process.Pid))
	if err != nil {
		l.t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(status), "VmRSS:")
	fields := strings.Fields(rest)
	kilobytes, err := strconv.ParseFloat(fields[0], 64)
	if err != nil {
		l.t.Fatal(err)
	}
	return kilobytes / 1024
}

// fragments are what somebody types to find a student.
var fragments = []string{"cwik", "zol", "ada", "lukasz", "koz ewa", "brzo 4a", "swi", "jawo", "roza", "e", "dziek", "ma", "wojc jan", "5c", "nik"}

// BenchmarkKeystroke types and takes back, letter by letter, from byte in to
// frame out. The peer filters the same names once for each fragment.
func BenchmarkKeystroke(b *testing.B) {
	s, file := bigSchool(b, manyStudents)
	l := newLine(b, 120, 30, "--data", s.folder)
	l.frame(0, 30, "▸ ")
	var took []time.Duration
	key := func(bytes, shows string) {
		mark := l.mark()
		begun := time.Now()
		l.write(bytes)
		took = append(took, l.frame(mark, 30, shows).Sub(begun))
	}
	for b.Loop() {
		for range 4 {
			for _, f := range fragments {
				for i := range f {
					key(f[i:i+1], strings.TrimRight(f[:i+1], " "))
				}
				for i := len(f) - 1; i > 0; i-- {
					key("\x7f", strings.TrimRight(f[:i], " "))
				}
				key("\x7f", "Szukaj")
			}
		}
	}
	slices.Sort(took)
	p99 := took[len(took)*99/100]
	b.ReportMetric(milliseconds(took[len(took)/2]), "ms-p50")
	b.ReportMetric(milliseconds(p99), "ms-p99")
	b.ReportMetric(l.memory(), "MB-resident")
	if peer, ok := fzf(b, file); ok {
		b.ReportMetric(milliseconds(peer), "ms-fzf-p50")
		b.ReportMetric(float64(p99)/float64(peer), "p99/fzf")
	}
	b.ReportMetric(0, "ns/op")
}

// fzf is the median time of filtering the names by a fragment.
func fzf(b *testing.B, file string) (time.Duration, bool) {
	b.Helper()
	if _, err := exec.LookPath("fzf"); err != nil {
		return 0, false
	}
	var took []time.Duration
	for _, f := range fragments {
		names, err := os.Open(file)
		if err != nil {
			b.Fatal(err)
		}
		cmd := exec.Command("fzf", "--filter", f)
		cmd.Stdin = names
		begun := time.Now()
		_ = cmd.Run() // 1: nothing found
		took = append(took, time.Since(begun))
		_ = names.Close()
	}
	slices.Sort(took)
	return took[len(took)/2], true
}

// BenchmarkCursor weighs what goes over the wire while the cursor goes down
// through the list of a school.
func BenchmarkCursor(b *testing.B) {
	const moves = 1000
	s, _ := bigSchool(b, fewStudents+moves)
	for b.Loop() {
		l := newLine(b, 120, 30, "--data", s.folder)
		l.frame(0, 30, "▸ ")
		var weights []int
		for range moves {
			mark := l.mark()
			l.write("\x1b[B")
			l.frame(mark, 30, "▸ ")
			weights = append(weights, l.mark()-mark)
		}
		l.end()
		total := 0
		for _, w := range weights {
			total += w
		}
		slices.Sort(weights)
		b.ReportMetric(float64(weights[len(weights)/2]), "B/move")
		b.ReportMetric(float64(total)/moves, "B/key-mean")
	}
	b.ReportMetric(0, "ns/op")
}

// BenchmarkImport takes 100,000 rows in. It has two peers, both sqlite3 with
// the same file and as durable as we are (WAL, FULL):
//
//   - ratio: into the tables, indexes and triggers of our own migration, a row
//     in students and a line in the register for each student, in one
//     transaction. What a line holds is as long as ours; sqlite3 can't chain
//     hashes, so it writes random bytes in their place;
//   - ratio-list: into one table of six columns with a unique PESEL and one more
//     index, which is the least that can be called an import.
//
// Neither looks at what the cells mean, nor compares them with what is known.
func BenchmarkImport(b *testing.B) {
	file := bigRoster(b, manyStudents)
	var ours, equal, list time.Duration
	for b.Loop() {
		s := school{t: b, folder: filepath.Join(b.TempDir(), strconv.Itoa(int(ours)), "dane")}
		s.okienko("init", "--no-passphrase", "--profile", "sio")
		begun := time.Now()
		s.okienko("import", "students", file)
		ours = time.Since(begun)
		equal = sqliteImport(b, file, equalTables)
		list = sqliteImport(b, file, plainList)
	}
	b.ReportMetric(ours.Seconds(), "s")
	if equal > 0 {
		b.ReportMetric(equal.Seconds(), "s-sqlite3")
		b.ReportMetric(float64(ours)/float64(equal), "ratio")
		b.ReportMetric(list.Seconds(), "s-sqlite3-list")
		b.ReportMetric(float64(ours)/float64(list), "ratio-list")
	}
	b.ReportMetric(0, "ns/op")
}

// The peers' commands; %q is the file.
const (
	listOfCells = "(no TEXT, last TEXT, first TEXT, pesel TEXT, class TEXT, book_no TEXT)"
	fillList    = ".separator ;\n.import --skip 1 %q list\n"

	plainList = "CREATE TABLE list (no INTEGER PRIMARY KEY, last TEXT, first TEXT, pesel TEXT UNIQUE, class TEXT, book_no TEXT);\n" +
		"CREATE INDEX list_book ON list (book_no);\n" + fillList

	equalTables = ".read ../../store/migrations/0001_desk.sql\n" +
		"PRAGMA temp_store=MEMORY;\nCREATE TEMP TABLE list " + listOfCells + ";\n" +
		"BEGIN IMMEDIATE;\n" + fillList + `
INSERT INTO students (id, last, first, pesel, class, book_no, touched)
	SELECT rowid, last, first, pesel, class, book_no, rowid FROM list;
INSERT INTO register (seq, at, operator, desk, deed, student, before, after, salt, digest, hash)
	SELECT rowid, 1795000000000, 'bzmyslna', 'sekretariat', 'student_added', rowid, '',
		json_object('last', last, 'first', first, 'pesel', pesel, 'class', class, 'book_no', book_no),
		randomblob(8), randomblob(32), randomblob(32) FROM list;
COMMIT;
`
	countBoth = "SELECT (SELECT count(*) FROM students) || ' ' || (SELECT count(*) FROM register);\n"
)

func sqliteImport(b *testing.B, file, commands string) time.Duration {
	b.Helper()
	if _, err := exec.LookPath("sqlite3"); err != nil {
		return 0
	}
	script := "PRAGMA journal_mode=WAL;\nPRAGMA synchronous=FULL;\nPRAGMA foreign_keys=ON;\nPRAGMA cache_size=-16000;\n" +
		fmt.Sprintf(commands, file)
	if commands == equalTables {
		script += countBoth
	}
	cmd := exec.Command("sqlite3", "-bail", filepath.Join(b.TempDir(), "peer.db"))
	cmd.Stdin = strings.NewReader(script)
	begun := time.Now()
	out, err := cmd.CombinedOutput()
	took := time.Since(begun)
	if want := fmt.Sprintf("%d %d\n", manyStudents, manyStudents); err != nil || commands == equalTables && !strings.HasSuffix(string(out), want) {
		b.Fatalf("sqlite3: %v\n%s", err, out)
	}
	return took
}
