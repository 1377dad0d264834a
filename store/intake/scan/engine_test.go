package scan

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
)

// firstCache is set in the process that TestFirstPDFIsCheap starts.
const firstCache = "OKIENKO_TEST_FIRST_PDF"

// TestFirstPDFIsCheap compiles PDFium in a process of its own and asks how
// much memory that took: a school's box has little.
func TestFirstPDFIsCheap(t *testing.T) {
	const most = 250 // MB
	if folder := os.Getenv(firstCache); folder != "" {
		e := newEngine(folder)
		if err := e.ready(); err != nil {
			t.Fatal(err)
		}
		e.close()
		t.Logf("peak=%.0f", peakMB())
		return
	}
	if runtime.GOOS != "linux" {
		t.Skip("only Linux tells how much memory a process had")
	}
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestFirstPDFIsCheap$", "-test.v")
	cmd.Env = append(os.Environ(), firstCache+"="+t.TempDir())
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	_, rest, _ := strings.Cut(string(out), "peak=")
	peak, err := strconv.Atoi(strings.TrimSpace(strings.SplitN(rest, "\n", 2)[0]))
	if err != nil || peak == 0 {
		t.Fatalf("no figure: %s", out)
	}
	if peak > most {
		t.Errorf("%d MB", peak)
	}
}

func onePDF(t *testing.T) map[string][]byte {
	t.Helper()
	b := newBooklet(t)
	b.AddPage()
	b.Text(20, 30, "Anna Nowak")
	b.vectorCode(80, 120, 40, secretText(5))
	return map[string][]byte{"a.pdf": b.bytes()}
}

// TestDamagedCacheCostsTimeOnly cuts off what an earlier run compiled, as a
// full disk does.
func TestDamagedCacheCostsTimeOnly(t *testing.T) {
	cache := t.TempDir()
	here := func(o *Options) { o.CacheDir = cache }
	owned(5).check(t, scanFiles(t, onePDF(t), here))
	compiled, err := filepath.Glob(filepath.Join(cache, "*", "*"))
	if err != nil || len(compiled) != 1 {
		t.Fatalf("%v, %v", compiled, err)
	}
	if err := os.Truncate(compiled[0], 100_000); err != nil {
		t.Fatal(err)
	}
	owned(5).check(t, scanFiles(t, onePDF(t), here))
	if _, err := os.Stat(compiled[0]); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the damaged file is still there: %v", err)
	}
}

func TestCacheThatIsNoFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "cache")
	write(t, file, nil)
	owned(5).check(t, scanFiles(t, onePDF(t), func(o *Options) { o.CacheDir = file }))
}

func TestTroubleIsTold(t *testing.T) {
	folder := t.TempDir()
	write(t, filepath.Join(folder, "a.pdf"), onePDF(t)["a.pdf"])
	s := New([]string{folder}, Options{})
	defer s.Close()
	cause := errors.New("no memory that can be run")
	s.engine.launch = func(webassembly.Config) (pdfium.Pool, error) { return nil, cause }
	item, err := s.Next(t.Context())
	if err != nil || item.Reason != EngineTrouble || !errors.Is(item.Trouble, cause) {
		t.Errorf("%v, %q, %v", err, item.Reason, item.Trouble)
	}
}
