package portrait_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"okienko/model/portrait"
)

// readable are the sample photos that every program can open.
func readable(b *testing.B) (list []sample, paths []string) {
	dir := corpusDir(b)
	for _, s := range samples(b, dir) {
		if s.row["format_truth"] == "JPEG" && portrait.Check(s.name, s.data, portrait.Rules{}).Readable() {
			list = append(list, s)
			paths = append(paths, filepath.Join(dir, "photos", s.name))
		}
	}
	return list, paths
}

// BenchmarkPeers looks at the sample photos on one core beside programs that
// do a part of it: jpeginfo -c and djpeg only decode; OpenCV reads and looks
// for upright faces. Each is asked for all files; the time is for all.
//
//	go test ./model/portrait -run '^$' -bench Peers -benchtime 3x
func BenchmarkPeers(b *testing.B) {
	list, paths := readable(b)
	rules := portrait.Rules{MaxBytes: 5 << 20}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	b.Run("check", func(b *testing.B) {
		for b.Loop() {
			for i := range list {
				data, err := os.ReadFile(paths[i])
				if err != nil {
					b.Fatal(err)
				}
				portrait.Check(list[i].name, data, rules)
			}
		}
	})
	b.Run("jpeginfo", func(b *testing.B) {
		for b.Loop() {
			// It fails for pictures with remarks.
			_ = command(b, "jpeginfo", append([]string{"-c"}, paths...)...).Run()
		}
	})
	b.Run("djpeg", func(b *testing.B) {
		for b.Loop() {
			for _, p := range paths {
				if err := command(b, "djpeg", "-outfile", os.DevNull, p).Run(); err != nil {
					b.Logf("%v", err)
				}
			}
		}
	})
	b.Run("inspect", func(b *testing.B) {
		for b.Loop() {
			for i := range list {
				data, err := os.ReadFile(paths[i])
				if err != nil {
					b.Fatal(err)
				}
				portrait.Inspect(list[i].name, data, rules)
			}
		}
	})
	b.Run("opencv", func(b *testing.B) {
		const script = `
import sys, time, cv2
cv2.setNumThreads(1)
c = cv2.CascadeClassifier(sys.argv[1])
t = time.time()
for p in sys.argv[2:]:
    i = cv2.imread(p, cv2.IMREAD_GRAYSCALE)
    if i is not None:
        c.detectMultiScale(i)
print(time.time() - t)
`
		const cascade = "/usr/share/opencv4/haarcascades/haarcascade_frontalface_default.xml"
		if _, err := os.Stat(cascade); err != nil {
			b.Skip("python3-opencv is not installed")
		}
		var spent time.Duration
		for b.Loop() {
			out, err := command(b, "/usr/bin/python3", append([]string{"-c", script, cascade}, paths...)...).Output()
			if err != nil {
				b.Skipf("OpenCV does not run: %v", err)
			}
			seconds, err := strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
			if err != nil {
				b.Fatal(err)
			}
			spent += time.Duration(seconds * float64(time.Second))
		}
		// Without starting Python.
		b.ReportMetric(float64(spent.Nanoseconds())/float64(b.N), "ns/op")
	})
}

func command(b *testing.B, name string, args ...string) *exec.Cmd {
	b.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		b.Skipf("%s is not installed", name)
	}
	return exec.CommandContext(b.Context(), path, args...)
}
