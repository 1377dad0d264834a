package scan

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"
)

// BenchmarkPDFs imports 600 one-page PDFs, half of them with vectors, a
// quarter with pictures, a quarter scanned, and reports what the goal is set
// in: milliseconds a page once warm, megabytes at most. Run it with
// GOMAXPROCS=1 for one core.
func BenchmarkPDFs(b *testing.B) {
	const files = 600
	folder := b.TempDir()
	for i := range files {
		id := twelve[i%len(twelve)]
		text := fmt.Sprint(secretText(id), i)
		doc := newBooklet(b)
		doc.AddPage()
		doc.Text(20, 30, fullName(id)+", klasa 4a")
		for line := range 20 {
			doc.Text(20, 50+float64(line)*6, "Szanowni Państwo, poniżej znajduje się kod do aplikacji mObywatel.")
		}
		switch i % 4 {
		case 0:
			doc.pictureCode(80, 200, 40, text)
		case 1:
			page := codePicture(b, text, 6)
			doc.embed(60, 190, 60, 60, "JPEG", jpegOf(b, scanned(page, 3)))
		default:
			doc.vectorCode(80, 200, 40, text)
		}
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%03d.pdf", i)), doc.bytes(), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	warm := New([]string{filepath.Join(folder, "000.pdf")}, Options{CacheDir: engineCache})
	if _, err := warm.Next(b.Context()); err != nil {
		b.Fatal(err)
	}
	warm.Close()
	runtime.GC()
	for b.Loop() {
		s := New([]string{folder}, Options{People: NewPeople(school), CacheDir: engineCache})
		start := time.Now()
		for range files {
			item, err := s.Next(b.Context())
			if err != nil || len(item.Found) != 1 || !item.Found[0].Sure {
				b.Fatalf("%s: %v, %d codes, %s", item.File, err, len(item.Found), item.Reason)
			}
		}
		b.ReportMetric(float64(time.Since(start).Milliseconds())/files, "ms/page")
		s.Close()
	}
	b.ReportMetric(peakMB(), "MB-peak")
}

// peakMB is the most memory that the process ever had, where the system tells.
func peakMB() float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if fields := strings.Fields(line); len(fields) > 1 && fields[0] == "VmHWM:" {
			kb, _ := strconv.ParseFloat(fields[1], 64)
			return kb / 1024
		}
	}
	return 0
}
