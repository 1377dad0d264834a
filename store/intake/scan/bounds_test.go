package scan

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"math/rand/v2"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"okienko/model"
)

// hugePNG is a PNG of a few bytes whose header claims a size.
func hugePNG(width, height uint32) []byte {
	chunk := []byte("IHDR")
	chunk = binary.BigEndian.AppendUint32(chunk, width)
	chunk = binary.BigEndian.AppendUint32(chunk, height)
	chunk = append(chunk, 8, 0, 0, 0, 0)
	out := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d")
	out = append(out, chunk...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(chunk))
}

// plainPDF is a PDF of pages of one size with one content stream.
func plainPDF(pages int, width, height float64, content string) []byte {
	var out bytes.Buffer
	var offsets []int
	object := func(body string) {
		offsets = append(offsets, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", len(offsets), body)
	}
	out.WriteString("%PDF-1.4\n")
	object("<</Type/Catalog/Pages 2 0 R>>")
	kids := &strings.Builder{}
	for i := range pages {
		fmt.Fprintf(kids, "%d 0 R ", 4+i)
	}
	object(fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids, pages))
	object(fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(content), content))
	for range pages {
		object(fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 %g %g]/Contents 3 0 R>>", width, height))
	}
	xref := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, at := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&out, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, xref)
	return out.Bytes()
}

func TestBombsAreRefused(t *testing.T) {
	zeros := make([]byte, 20<<20)
	items := scanFiles(t, map[string][]byte{
		"bok.png":         hugePNG(30_000, 10),
		"pole.png":        hugePNG(15_000, 15_000),
		"strony.pdf":      plainPDF(2001, 595, 842, ""),
		"plakat.pdf":      plainPDF(1, 14_400, 14_400, ""),
		"wiele.pdf":       plainPDF(1500, 2000, 2000, ""),
		"zip.zip":         zipOf(t, map[string][]byte{"zera.png": zeros}),
		"pusty.png":       {},
		"uciety.png":      pngOf(t, codePicture(t, "x", 4))[:200],
		"uciety.pdf":      plainPDF(1, 595, 842, "")[:60],
		"list.docx":       zipOf(t, map[string][]byte{"[Content_Types].xml": {1}, "word/document.xml": {1}}),
		"notatka.txt":     []byte("kod"),
		"bez kodu.png":    pngOf(t, image.NewGray(image.Rect(0, 0, 50, 50))),
		"bez kodu.pdf":    plainPDF(2, 595, 842, "0 0 m 100 100 l S"),
		".DS_Store":       {1},
		"klasa/Thumbs.db": {1},
	})
	reasons(t, items, map[string]Reason{
		"kody/bok.png": PictureTooBig, "kody/pole.png": PictureTooBig, "kody/strony.pdf": TooManyPages,
		"kody/plakat.pdf": PageTooBig, "kody/wiele.pdf": PageTooBig, "kody/zip.zip/zera.png": ZIPBomb,
		"kody/pusty.png": Broken, "kody/uciety.png": Broken, "kody/uciety.pdf": Broken, "kody/list.docx": OfficeFile,
		"kody/notatka.txt": UnknownKind, "kody/bez kodu.png": NothingFound, "kody/bez kodu.pdf": NothingFound,
	})
}

func TestPageThatTakesForever(t *testing.T) {
	// One path that can't be interrupted, and many that can; each seconds of
	// work.
	lines := "0 0 m 595 842 l 0 842 l 595 0 l 300 842 l 10 10 l "
	path := strings.Repeat(lines, 3_000) + "b*"
	paths := strings.Repeat("0 0 m 200 200 l 0 200 l 200 0 l b*\n", 20_000)
	b := newBooklet(t)
	b.AddPage()
	b.Text(20, 30, "Anna Nowak")
	b.vectorCode(80, 120, 40, secretText(5))
	good := b.bytes()
	start := time.Now()
	items := scanFiles(t, map[string][]byte{
		"a.pdf": plainPDF(2, 595, 842, path), "b.pdf": good, "c.pdf": plainPDF(1, 595, 842, paths), "d.pdf": good},
		func(o *Options) { o.Limits.PageTime = 2500 * time.Millisecond })
	reasons(t, items, map[string]Reason{"kody/a.pdf": TooSlow, "kody/c.pdf": TooSlow})
	owned(5).check(t, items)
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("it took %s", took)
	}
}

func TestEntriesOfAZIPThatLie(t *testing.T) {
	data := zipOf(t, map[string][]byte{"Anna Nowak.png": pngOf(t, codePicture(t, secretText(5), 4))})
	at := bytes.LastIndex(data, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(data[at+24:], 10) // unpacked size
	items := scanFiles(t, map[string][]byte{"a.zip": data})
	reasons(t, items, map[string]Reason{"kody/a.zip/Anna Nowak.png": Broken})
}

func TestOnlyFilesAreOpened(t *testing.T) {
	root := t.TempDir()
	folder := filepath.Join(root, "kody")
	write(t, filepath.Join(folder, "Anna Nowak.png"), pngOf(t, codePicture(t, secretText(5), 4)))
	if err := os.Symlink(filepath.Join(folder, "Anna Nowak.png"), filepath.Join(folder, "z.png")); err != nil {
		t.Skip("no symbolic links here")
	}
	if err := os.Symlink(folder, filepath.Join(folder, "zz")); err != nil {
		t.Fatal(err)
	}
	want := map[string]Reason{"kody/z.png": SymbolicLink, "kody/zz": SymbolicLink, "brak.pdf": Missing}
	if socket, err := net.Listen("unix", filepath.Join(folder, "s")); err == nil {
		defer func() { _ = socket.Close() }()
		want["kody/s"] = SpecialFile
	}
	if err := syscall.Mkfifo(filepath.Join(folder, "f.png"), 0o600); err == nil {
		want["kody/f.png"] = SpecialFile
	}
	items := scanAll(t, []string{folder, filepath.Join(root, "brak.pdf")})
	owned(5).check(t, items)
	reasons(t, items, want)
	// Named by a person, links are followed; found in a folder, they are not.
	named := []string{filepath.Join(folder, "z.png"), filepath.Join(folder, "zz")}
	items = scanAll(t, named, func(o *Options) { o.NoLinks = true })
	reasons(t, items, map[string]Reason{"z.png": SymbolicLink, "zz": SymbolicLink})
	if items = scanAll(t, named[:1]); len(items[0].Found) != 1 {
		t.Errorf("a link that was named: %q", items[0].Reason)
	}
}

// TestFileThatBecameALink is swapped for a link after the folder was listed.
func TestFileThatBecameALink(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "kody")
	path := filepath.Join(folder, "a.png")
	write(t, path, pngOf(t, codePicture(t, secretText(5), 4)))
	s := New([]string{folder}, Options{})
	defer s.Close()
	if err := os.Rename(path, filepath.Join(folder, "b.png")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(folder, "b.png"), path); err != nil {
		t.Skip("no symbolic links here")
	}
	if item, err := s.Next(t.Context()); err != nil || item.Reason != SymbolicLink {
		t.Errorf("%v, %q", err, item.Reason)
	}
}

func TestFoldersAreBounded(t *testing.T) {
	deep := filepath.Join(t.TempDir(), "a")
	write(t, filepath.Join(deep, "b", "c", "x.txt"), []byte("x"))
	for i := range 5 {
		write(t, filepath.Join(deep, fmt.Sprint(i)), []byte("x"))
	}
	items := scanAll(t, []string{deep}, func(o *Options) { o.Limits.Depth, o.Limits.Files = 1, 4 })
	reasons(t, items, map[string]Reason{"a/0": UnknownKind, "a/1": UnknownKind, "a/2": UnknownKind, "a/3": UnknownKind, "a/4": TooManyFiles})
	items = scanAll(t, []string{filepath.Join(deep, "b")}, func(o *Options) { o.Limits.Depth = -1 })
	reasons(t, items, map[string]Reason{"b": TooDeep})
}

// TestPayloadByteForByte draws codes of every kind of content and reads them.
func TestPayloadByteForByte(t *testing.T) {
	noise := rand.New(rand.NewPCG(3, 4))
	random := make([]byte, 300)
	for i := range random {
		random[i] = byte(noise.IntN(256))
	}
	for name, text := range map[string]string{
		"text": "mLegitymacja", "UTF-8": "Zażółć gęślą jaźń", "ISO-8859-1": "\xa0\xe9\xfc\xdf caf\xe9",
		"ISO-8859-2": "\xb1\xe6\xea\xb3", "Shift_JIS by chance": "\x83\x65\x83\x58\x83\x67", "digits": "0012345678901234567",
		"capitals": "HTTPS://EXAMPLE.ORG/A:B", "UUID": "0f8fad5b-d9cb-469f-a165-70867728950e", "bytes": string(random),
		"zeros": "a\x00b\x00", "blanks": "  a ", "long": strings.Repeat("Abc-", 250),
	} {
		t.Run(name, func(t *testing.T) {
			found := find(codePicture(t, text, 3), thorough)
			if len(found) != 1 || found[0].payload != text {
				t.Fatalf("%d codes; not the same text", len(found))
			}
		})
	}
}

// TestPayloadOfSegments decodes bit streams that the encoder does not write:
// several modes in one code, character sets, parts.
func TestPayloadOfSegments(t *testing.T) {
	for name, c := range map[string]struct {
		bits string
		want string
		err  error
	}{
		"digits then bytes": {"0001 0000000100 0000001100 0101 0100 00000010 11000011 10110011 0000", "0125ó", nil},
		"named UTF-8":       {"0111 00011010 0100 00000010 11000011 10110011 0000", "ó", nil},
		"named ISO-8859-2":  {"0111 00000100 0100 00000001 10110001 0000", "\xb1", nil},
		"a part":            {"0011 00010011 00000000 0100 00000001 10110001 0000", "", errPart},
		"cut off":           {"0100 00000010 11000011", "", errNoPayload},
		"unknown mode":      {"1111 0000", "", errNoPayload},
		"capitals":          {"0010 000000011 00111001101 001100 0000", "ABC", nil},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := payload(packed(c.bits), 1, "")
			if got != c.want || !errors.Is(err, c.err) {
				t.Errorf("%q, %v", got, err)
			}
		})
	}
}

func packed(bits string) []byte {
	bits = strings.ReplaceAll(bits, " ", "")
	out := make([]byte, (len(bits)+7)/8)
	for i, b := range bits {
		if b == '1' {
			out[i/8] |= 0x80 >> (i % 8)
		}
	}
	return out
}

func TestUnreadableCodeIsReported(t *testing.T) {
	code := codePicture(t, secretText(5), 6)
	noise := rand.New(rand.NewPCG(5, 6))
	inner := code.Bounds().Inset(6 * 13) // leaves the patterns and timing lines
	for y := inner.Min.Y; y < inner.Max.Y; y++ {
		for x := inner.Min.X; x < inner.Max.X; x++ {
			code.Pix[y*code.Stride+x] = byte(noise.IntN(2) * 255)
		}
	}
	items := scanFiles(t, map[string][]byte{"Anna Nowak.png": pngOf(t, code)})
	found := items[0].Found
	if len(found) != 1 || found[0].Why != CodeUnreadable || found[0].Sure || len(found[0].Candidates) != 1 {
		t.Fatalf("%+v", found)
	}
}

// FuzzInspect throws bytes at all of it: nothing may panic, hang, or be sure
// without a ground. Run it with -fuzzminimizetime 1x: a PDF takes too long to
// be made smaller byte by byte.
func FuzzInspect(f *testing.F) {
	b := newBooklet(f)
	b.AddPage()
	b.Text(20, 30, "Anna Nowak")
	b.vectorCode(80, 120, 40, secretText(5))
	f.Add(b.bytes())
	f.Add(pngOf(f, codePicture(f, secretText(5), 2)))
	f.Add(jpegOf(f, codePicture(f, secretText(5), 2)))
	f.Add(plainPDF(1, 595, 842, "BT ET"))
	f.Add(hugePNG(1000, 1000))
	f.Add([]byte("PK\x05\x06"))
	s := New(nil, Options{People: NewPeople([]model.Record{school[4]}), CacheDir: engineCache, Limits: Limits{
		Files: 5, EntryBytes: 1 << 20, ZIPBytes: 1 << 20, Pixels: 250_000, Side: 1000, Pages: 2,
		PagePixels: 500_000, PageTime: 2 * time.Second}})
	f.Cleanup(s.Close)
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(t.TempDir(), "x")
		write(t, path, data)
		s.queue = []source{{name: "x", path: path}}
		for len(s.queue) > 0 {
			item, err := s.Next(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			checkItem(t, item)
		}
	})
}
