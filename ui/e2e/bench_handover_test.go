//go:build linux

package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// handovers is how many codes BenchmarkHandover hands over.
const handovers = 20

// BenchmarkHandover times the last Enter of a hand-over until the notice that
// it is on record is on screen. The peer is what the disk takes to sync a page
// of the same size: no program can be faster.
func BenchmarkHandover(b *testing.B) {
	for b.Loop() {
		s := school{t: b, folder: filepath.Join(b.TempDir(), "dane")}
		s.okienko("init", "--no-passphrase", "--profile", "sio")
		var roster, codes strings.Builder
		roster.WriteString("Nazwisko;Imię;PESEL;Oddział;Nr legitymacji;Ważna do\r\n")
		codes.WriteString("PESEL;Rodzaj;Kod\r\n")
		for i := range handovers {
			fmt.Fprintf(&roster, "Nowak;Imię%c;%s;5a;%d/2025;30.09.2099\r\n", 'a'+i, inventedPESEL(i), 100+i)
			fmt.Fprintf(&codes, "%s;sio;%s%d\r\n", inventedPESEL(i), payload, i)
		}
		s.okienko("import", "students", sample(b, "uczniowie.csv", roster.String()))
		s.okienko("import", "codes", sample(b, "kody.csv", codes.String()))
		l := newLine(b, 80, 24, "--data", s.folder)
		l.see(0, "▸ Nowak")
		var took []time.Duration
		for i := range handovers {
			took = append(took, l.handOver(fmt.Sprintf("%d/2025", 100+i)))
		}
		slices.Sort(took)
		synced := syncTime(b, s.folder)
		b.ReportMetric(milliseconds(took[len(took)/2]), "ms-p50")
		b.ReportMetric(milliseconds(took[len(took)-1]), "ms-slowest")
		b.ReportMetric(milliseconds(synced), "ms-fsync-p50")
		if n := s.stage("handed_over"); n != handovers {
			b.Fatalf("%d handed over", n)
		}
	}
	b.ReportMetric(0, "ns/op")
}

// handOver finds a student by card number and hands the code over.
func (l *line) handOver(card string) time.Duration {
	l.t.Helper()
	mark := l.mark()
	l.write(card)
	l.see(mark, "1–1 z 1")
	l.write("\r")
	l.see(mark, "\x1b[48;5;")
	l.enterUntil("Kto odebrał?")
	return l.enterUntil("Wydano: ")
}

// enterUntil presses Enter until a text comes, since screens are deaf for a
// moment after they appear, and returns how long the Enter took that counted.
func (l *line) enterUntil(text string) time.Duration {
	l.t.Helper()
	mark := l.mark()
	came := func() bool { return strings.Contains(l.output(mark), text) }
	for range 40 {
		begun := time.Now()
		l.write("\r")
		if reaches(300*time.Millisecond, came) {
			l.mu.Lock()
			defer l.mu.Unlock()
			return l.last.Sub(begun)
		}
	}
	l.t.Fatalf("never came: %s\n%s", text, l.output(mark))
	return 0
}

// syncTime is the median time of writing and syncing 16 KB in a folder.
func syncTime(b *testing.B, folder string) time.Duration {
	b.Helper()
	f, err := os.Create(filepath.Join(folder, "sync"))
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var took []time.Duration
	for range handovers {
		begun := time.Now()
		if _, err := f.Write(make([]byte, 16<<10)); err != nil {
			b.Fatal(err)
		}
		if err := f.Sync(); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(begun))
	}
	slices.Sort(took)
	return took[len(took)/2]
}

// looks is how often BenchmarkCode shows a code.
const looks = 100

// BenchmarkCode times Enter in the list until the last byte of the finished
// code has come, which includes taking the code in the database.
func BenchmarkCode(b *testing.B) {
	for b.Loop() {
		s := school{t: b, folder: filepath.Join(b.TempDir(), "dane")}
		s.okienko("init", "--no-passphrase", "--profile", "sio")
		s.okienko("import", "students", sample(b, "uczniowie.csv", roster))
		s.okienko("import", "codes", sample(b, "kody.csv", codes))
		l := newLine(b, 80, 24, "--data", s.folder)
		l.see(0, "Ćwikła")
		l.write("cwik")
		l.see(0, "1–1 z 1")
		var took []time.Duration
		for range looks {
			mark, begun := l.mark(), time.Now()
			l.write("\r")
			l.see(mark, "F1 pomoc")
			took = append(took, l.silent().Sub(begun))
			mark = l.mark()
			l.write("\x1b") // no longer deaf
			l.see(mark, "1–1 z 1")
			l.silent()
		}
		slices.Sort(took)
		b.ReportMetric(milliseconds(took[len(took)/2]), "ms-p50")
		b.ReportMetric(milliseconds(took[len(took)*99/100]), "ms-p99")
	}
	b.ReportMetric(0, "ns/op")
}

// silent waits until nothing has come for longer than a screen is deaf, and
// returns when the last byte came.
func (l *line) silent() (last time.Time) {
	l.t.Helper()
	const silence = 200 * time.Millisecond
	until(l.t, "silence", func() bool {
		l.mu.Lock()
		defer l.mu.Unlock()
		last = l.last
		return time.Since(last) > silence
	}, func() string { return l.output(0) })
	return last
}
