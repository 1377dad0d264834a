//go:build linux

package e2e

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"okienko/model"
)

// This file looks for planted values wherever a program can leave them. It
// knows the values in every form that they could take short of encryption and
// compression.

// secret is a planted value; what names it in the report of a failure.
type secret struct{ what, value string }

// form is one spelling of a secret. Folded ones are looked for in text whose
// ASCII letters were made small.
type form struct {
	name   string
	bytes  []byte
	folded bool
}

// forms are the spellings of a value.
func forms(value string) []form {
	all := []form{
		{"as it is", lowered([]byte(value)), true},
		{"in small letters", []byte(strings.ToLower(value)), true},
		{"without diacritics", lowered([]byte(model.Fold(value))), true},
		{"in hexadecimal", []byte(hex.EncodeToString([]byte(value))), true},
		{"as a list of bytes", []byte(strings.Trim(fmt.Sprintf("%d", []byte(value)), "[]")), false},
		{"in an address", lowered([]byte(url.QueryEscape(value))), true},
		{"in JSON escapes", lowered([]byte(jsonEscaped(value))), true},
	}
	for _, gap := range []string{" ", "  ", "-"} { // as the program shows codes to be typed
		all = append(all, form{"in groups of four", lowered([]byte(grouped(value, gap))), true})
	}
	for shift := range 3 {
		for name, e := range map[string]*base64.Encoding{"base64": base64.RawStdEncoding, "base64 for addresses": base64.RawURLEncoding} {
			text := e.EncodeToString(append(make([]byte, shift), value...))
			text = text[[3]int{0, 2, 3}[shift]:]
			if (shift+len(value))%3 != 0 {
				text = text[:len(text)-1]
			}
			all = append(all, form{fmt.Sprintf("in %s, shifted by %d", name, shift), []byte(text), false})
		}
	}
	var little, big []byte
	for _, unit := range utf16.Encode([]rune(value)) {
		little = append(little, byte(unit), byte(unit>>8))
		big = append(big, byte(unit>>8), byte(unit))
	}
	all = append(all, form{"in UTF-16LE", little, false}, form{"in UTF-16BE", big, false})
	for name, table := range map[string]*charmap.Charmap{"ISO-8859-2": charmap.ISO8859_2, "Windows-1250": charmap.Windows1250} {
		if text, err := table.NewEncoder().Bytes([]byte(value)); err == nil {
			all = append(all, form{"in " + name, text, false})
		}
	}
	return all
}

func grouped(value, gap string) string {
	var groups []string
	for four := range slices.Chunk([]rune(value), 4) {
		groups = append(groups, string(four))
	}
	return strings.Join(groups, gap)
}

func jsonEscaped(value string) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(value)) {
		if unit < 0x80 {
			b.WriteByte(byte(unit))
			continue
		}
		fmt.Fprintf(&b, `\u%04x`, unit)
	}
	return b.String()
}

// lowered makes ASCII letters small and leaves every other byte alone.
func lowered(text []byte) []byte {
	small := bytes.Clone(text)
	for i, c := range small {
		if 'A' <= c && c <= 'Z' {
			small[i] = c + 'a' - 'A'
		}
	}
	return small
}

// place is something that somebody else may read.
type place struct {
	name string
	text []byte
}

// told lists which secrets stand in which places.
func told(places []place, secrets []secret) (found []string) {
	for _, p := range places {
		small := lowered(p.text)
		for _, s := range secrets {
			for _, f := range forms(s.value) {
				in := p.text
				if f.folded {
					in = small
				}
				if bytes.Contains(in, f.bytes) {
					found = append(found, fmt.Sprintf("%s holds %s %s", p.name, s.what, f.name))
					break
				}
			}
		}
	}
	return found
}

// files are the contents and the names of all that lies below the folders.
func files(t *testing.T, folders ...string) (places []place) {
	t.Helper()
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
			if os.IsNotExist(err) {
				return nil // a log of SQLite's that went away
			}
			if err != nil {
				return err
			}
			places = append(places, place{"the name of " + path, []byte(path)})
			if !e.Type().IsRegular() {
				return nil
			}
			text, err := os.ReadFile(path)
			if os.IsNotExist(err) {
				return nil
			}
			places = append(places, place{path, text})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return places
}

// An alternate screen leaves nothing in the scrollback. commands are sequences
// that reach beyond the window: the title, the clipboard, notices of the
// desktop.
var (
	alternate = regexp.MustCompile(`(?s)\x1b\[\?1049h.*?(\x1b\[\?1049l|$)`)
	commands  = regexp.MustCompile(`(?s)\x1b[\]^X].*?(\x07|\x1b\\|$)`)
)

// leftBehind is what an output leaves with the terminal after the window.
func leftBehind(name, output string) []place {
	return []place{
		{"the scrollback of " + name, []byte(alternate.ReplaceAllString(output, ""))},
		{"a title or the like of " + name, []byte(strings.Join(commands.FindAllString(output, -1), "\n"))},
	}
}

// watcher notes arguments and environment of every process of the program.
type watcher struct {
	mu   sync.Mutex
	seen map[string][]byte // by what it is
	stop chan struct{}
	over chan struct{}
}

func watchProcesses(t *testing.T) *watcher {
	w := &watcher{seen: map[string][]byte{}, stop: make(chan struct{}), over: make(chan struct{})}
	go func() {
		defer close(w.over)
		for !reachesStop(w.stop) {
			w.look()
		}
	}()
	t.Cleanup(w.end)
	return w
}

// reachesStop waits for the next look; true: there is none.
func reachesStop(stop chan struct{}) bool {
	return reaches(pollProcesses, func() bool {
		select {
		case <-stop:
			return true
		default:
			return false
		}
	})
}

func (w *watcher) end() {
	select {
	case <-w.stop:
	default:
		close(w.stop)
	}
	<-w.over
}

// look reads /proc. What another user may not read there is no leak.
func (w *watcher) look() {
	all, _ := filepath.Glob("/proc/[0-9]*")
	for _, dir := range all {
		arguments, err := os.ReadFile(filepath.Join(dir, "cmdline"))
		if err != nil || !bytes.HasPrefix(arguments, []byte(program+"\x00")) {
			continue
		}
		environ, _ := os.ReadFile(filepath.Join(dir, "environ"))
		w.mu.Lock()
		w.seen["the arguments of "+filepath.Base(dir)] = arguments
		w.seen["the environment of "+filepath.Base(dir)] = environ
		w.mu.Unlock()
	}
}

// places are what was noted so far.
func (w *watcher) places() (places []place) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for name, text := range w.seen {
		places = append(places, place{name, text})
	}
	slices.SortFunc(places, func(a, b place) int { return strings.Compare(a.name, b.name) })
	return places
}

// TestASecretIsFoundInEveryForm: a search that finds nothing proves nothing
// unless it finds what is there.
func TestASecretIsFoundInEveryForm(t *testing.T) {
	s := secret{"a surname", "Brzęczyszczykiewicz-Żak"}
	for _, f := range forms(s.value) {
		text := slices.Concat([]byte("\x00\xffx"), f.bytes, []byte("y\x80"))
		if len(told([]place{{"here", text}}, []secret{s})) != 1 {
			t.Errorf("not found %s", f.name)
		}
	}
	for i := range 4 {
		text := base64.StdEncoding.EncodeToString([]byte(strings.Repeat("z", i) + s.value + "tail"))
		if len(told([]place{{"here", []byte(text)}}, []secret{s})) != 1 {
			t.Errorf("not found in base64 at %d", i)
		}
	}
	out := "\x1b]0;" + s.value + "\x07\x1b[?1049hframe" + s.value + "\x1b[?1049l" + s.value
	if n := len(told(leftBehind("x", out), []secret{s})); n != 2 {
		t.Errorf("found in %d of title and scrollback", n)
	}
	if found := told(leftBehind("x", "\x1b[?1049h"+s.value+"\x1b[?1049l"), []secret{s}); len(found) > 0 {
		t.Errorf("a frame counts as scrollback: %v", found)
	}
}
